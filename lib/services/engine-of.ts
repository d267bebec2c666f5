import type { EngineParts } from '#lib/domain/engine-parts.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import type { InterviewState } from '#lib/domain/interview.ts';
import type { Engine } from '#lib/engines/engine.ts';
import { isModelEngine } from '#lib/engines/model/model-engine.ts';
import type { ServiceContext } from './context.ts';

type Engines = Pick<ServiceContext, 'engine' | 'reader'>;

/**
 * The engine that goes on with an interview: the one it was opened with, or the one its candidate changed to. Never
 * another one, whatever the server is set up with by now.
 * @throws BarRaiserError model_settings when this server does not have that engine.
 */
export function engineOf(
  { engine, reader }: Engines,
  { engine: id }: Pick<InterviewState, 'engine'>,
): Engine {
  if (id === engine.id) return engine;
  if (id === reader.id) return reader;
  throw new BarRaiserError(
    'model_settings',
    `This interview was begun with ${id}, which this server is not set up with now. Set MODEL as it was and start the server again, or go on with the embedded engine.`,
  );
}

/** Which part of an engine speaks and which grades. */
export function partsOf(engine: Engine): EngineParts {
  return isModelEngine(engine)
    ? { speaking: engine.speakingId, grading: engine.gradingId }
    : { speaking: engine.id, grading: engine.id };
}

/** Whether answers are read by another than the one that reads them before each move. */
export function hasSecondReader({ reader }: Pick<Engines, 'reader'>, engine: Engine): boolean {
  return partsOf(engine).grading !== reader.id && engine.id !== reader.id;
}
