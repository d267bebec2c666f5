import { writerOf } from '#evals/training/data.ts';
import type { DomainNumbers } from '#evals/training/fit-domain.ts';
import { foldsByWriter } from '#evals/training/folds.ts';
import { type Library, loadLibrary } from '#lib/content/library.ts';
import { createEmbeddedEngine } from '#lib/engines/embedded/embedded-engine.ts';
import type { Engine } from '#lib/engines/engine.ts';
import { workedExampleIds } from '#lib/engines/model/prompts.ts';
import { selectEngine } from '#lib/engines/select.ts';
import { readEvalData } from './data.ts';
import { readFoldModels } from './fold-models.ts';

export interface Grader {
  engine: Engine;
  library: Library;
  /** Absent: the numbers that ship. */
  numbers?: DomainNumbers;
}

/** Everything a suite may ask of the product, on one engine. */
export interface Graders {
  engineId: string;
  /** The same transcript gives the same assessment: repeats would say nothing. */
  deterministic: boolean;
  /** Readings of one answer in the consistency suite. */
  repeats: number;
  library: Library;
  /** As it ships. */
  shipped: Grader;
  /** One that never saw this writer: neither the weights, nor the vote, nor the order of gaps. */
  unseen: (writer: string) => Grader;
  /** Answers the grader was shown as examples: nothing may be measured on them. */
  shown: ReadonlySet<string>;
}

export interface EngineChoice {
  engine: 'embedded' | 'model';
  samples?: number;
  repeats?: number;
}

/**
 * The graders of one engine. @throws BarRaiserError model_settings when a model is asked for and MODEL is not set right;
 * internal when the fold models do not belong to the weights that ship.
 */
export function createGraders({ engine, samples = 1, repeats = 3 }: EngineChoice): Graders {
  const library = loadLibrary();
  const folds = readFoldModels();
  const { labelled } = readEvalData();
  const foldOf = foldsByWriter(labelled);
  const byWriter = new Map(labelled.map((answer, index) => [writerOf(answer), folds[foldOf[index] ?? 0]]));
  if (engine === 'embedded') {
    const shipped: Grader = { engine: createEmbeddedEngine(), library };
    const foldGraders = new Map(
      folds.map((fold) => [
        fold,
        { engine: createEmbeddedEngine(fold.model), library, numbers: fold.numbers },
      ]),
    );
    return {
      engineId: 'embedded',
      deterministic: true,
      repeats,
      library,
      shipped,
      unseen: (writer) => {
        const fold = byWriter.get(writer);
        return (fold && foldGraders.get(fold)) ?? shipped;
      },
      shown: new Set(),
    };
  }
  const chosen = selectEngine({ model: process.env.MODEL, samples });
  return {
    engineId: `${chosen.id}${samples > 1 ? ` x${samples}` : ''}`,
    deterministic: false,
    repeats,
    library,
    shipped: { engine: chosen, library },
    unseen: (writer) => {
      const fold = byWriter.get(writer);
      return { engine: chosen, library, ...(fold ? { numbers: fold.numbers } : {}) };
    },
    shown: new Set(workedExampleIds()),
  };
}
