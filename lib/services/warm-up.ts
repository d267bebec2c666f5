import { type InterviewContext, placePendingTurn, replay } from '#lib/domain/interview.ts';
import type { InterviewEvent } from '#lib/domain/interview-event.ts';
import { publishedExample } from '#lib/domain/scenario.ts';
import type { ProcessContext } from './context.ts';
import { materialOf } from './interview-log.ts';
import { speakPendingMove } from './speak-move.ts';

/**
 * Lets the engine read a scenario's own example and ask about it, and forgets it all: what it loads when first used is
 * loaded before the first candidate waits for it. Only the embedded engine, which costs nothing.
 */
export async function warmUp(process: ProcessContext): Promise<void> {
  const [scenario] = process.library.scenarios;
  if (scenario) await rehearse(process, materialOf(process, scenario.id));
}

async function rehearse(context: ProcessContext, material: InterviewContext): Promise<void> {
  const { reader: engine, library } = context;
  const { scenario, rubric } = material;
  const at = context.clock();
  const common = { at, level: 'sde2', mode: 'typed', engine: engine.id } as const;
  const events: InterviewEvent[] = [
    { type: 'opened', ...common, scenarioId: scenario.id, budgetSeconds: 1500 },
  ];
  const opening = replay(events, material).pendingMove;
  if (!opening) return;
  events.push(
    { type: 'spoken', at, turnId: 't1', text: opening.wording, move: opening },
    {
      type: 'answered',
      at,
      turnId: 't2',
      clientTurnId: 'c',
      text: publishedExample(scenario),
      spokenSeconds: null,
    },
  );
  const state = replay(events, material);
  const { turn, meta } = placePendingTurn(state);
  const options = { rubric, library: library.scenarios };
  const assessment = await engine.assess([...state.turns, turn], scenario, options);
  events.push({ type: 'read', at, turnId: turn.id, meta, assessment });
  const read = replay(events, material);
  for await (const piece of speakPendingMove(engine, { id: 'rehearsal', state: read, material })) void piece;
}
