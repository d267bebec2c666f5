import type { GapWeights } from '#lib/domain/gap-weights.ts';
import { type Level, levels } from '#lib/domain/level.ts';
import type { VerdictWeights } from '#lib/domain/verdict-weights.ts';

/** The text of lib/domain/verdict-weights.ts: fitted numbers with where they come from. */
export function verdictWeightsSource({ weights, thresholds }: VerdictWeights, source: string): string {
  const table = (level: Level) =>
    Object.entries(weights[level])
      .map(([term, values]) => `      ${term}: [${values.join(', ')}],`)
      .join('\n');
  return `import type { Level } from './level.ts';
import type { VerdictTerm } from './verdict-features.ts';

/** For each level: what reaching each step (0 to 1, 1 to 2, 2 to 3) of a term adds, in logits, and the three boundaries. */
export interface VerdictWeights {
  weights: Record<Level, Record<VerdictTerm, [number, number, number]>>;
  thresholds: Record<Level, [number, number, number]>;
}

/**
 * Written by \`npm run train\`; do not edit.
${source
  .split('\n')
  .map((line) => ` * ${line}`)
  .join('\n')}
 */
export const verdictWeights: VerdictWeights = {
  weights: {
${levels.map((level) => `    ${level}: {\n${table(level)}\n    },`).join('\n')}
  },
  thresholds: {
${levels.map((level) => `    ${level}: [${thresholds[level].join(', ')}],`).join('\n')}
  },
};
`;
}

/** The text of lib/domain/gap-weights.ts. */
export function gapWeightsSource(weights: GapWeights, source: string): string {
  return `import type { LabelledCriterion } from './rubric.ts';

/** For each criterion: its base, then what a missing step (0 to 1, 1 to 2, 2 to 3) adds to the wish to ask about it, in logits. */
export type GapWeights = Record<LabelledCriterion, [number, number, number, number]>;

/**
 * Written by \`npm run train\`; do not edit.
${source
  .split('\n')
  .map((line) => ` * ${line}`)
  .join('\n')}
 */
export const gapWeights: GapWeights = {
${Object.entries(weights)
  .map(([criterion, values]) => `  ${criterion}: [${values.join(', ')}],`)
  .join('\n')}
};
`;
}
