import { z } from 'zod';
import type { Evidence } from '#lib/domain/evidence.ts';
import { redoTurnId } from '#lib/domain/redo.ts';
import type { RedoResult } from '#lib/domain/report-schema.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import { sectionNames } from '#lib/domain/section.ts';
import { screen } from '../embedded/screening.ts';
import type { ModelCaller } from './call.ts';
import { redoWordsSchema } from './debrief-schema.ts';
import { fence } from './fence.ts';
import { fill, loadPrompt, type Prompt, textOf } from './prompts.ts';
import { locateQuotes } from './quotes.ts';
import { squeeze } from './speech-prompt.ts';
import { showable } from './written-words.ts';

export interface RedoInput {
  /** As the code compared it: its scores and votes stand. */
  result: RedoResult;
  scenario: Scenario;
  interviewId?: string;
  signal?: AbortSignal;
}

/** What a reader says of a redo; null where nothing could be shown. Quotes are of the redone text. */
export interface RedoComment {
  gained: string | null;
  lacks: string | null;
  evidence: Evidence[];
}

/**
 * Says what a section told anew has gained and still lacks, in words for this story.
 * @throws BarRaiserError model_*; the result as it was given is whole without this.
 */
export async function commentRedo(input: RedoInput, caller: ModelCaller): Promise<RedoComment> {
  const { before, after } = input.result;
  const prompt = loadPrompt('redo-comparison');
  const words = await caller.generate({
    purpose: 'debrief',
    prompt,
    ...redoPrompt(prompt, input),
    temperature: 0.2,
    interviewId: input.interviewId ?? null,
    signal: input.signal,
    returns: z.record(z.string(), z.unknown()).parse(prompt.returns),
    schema: redoWordsSchema,
  });
  const said = [before, after];
  return {
    gained: showable(words.gained, said),
    lacks: showable(words.lacks, said),
    evidence: locateQuotes(words.quotes, { id: redoTurnId, text: after, screened: screen(after).text }),
  };
}

/** The prompt; exported so that it can be tested without a model. */
export function redoPrompt(
  prompt: Prompt,
  { result, scenario }: RedoInput,
): { instructions: string; request: string } {
  const shown = (text: string) => squeeze(screen(text).text) || textOf(prompt, 'nothing');
  const { mark, material } = fence([
    { label: 'BEFORE', text: shown(result.before) },
    { label: 'NOW', text: shown(result.after) },
  ]);
  const score = (value: number | null) => (value === null ? textOf(prompt, 'withheld') : String(value));
  return {
    instructions: prompt.parts.instructions,
    request: fill(prompt.parts.request, {
      section: sectionNames[result.section],
      question: scenario.question,
      changes: result.changes
        .map(({ criterion, name, before, after, needs }) =>
          fill(textOf(prompt, 'change'), {
            criterion,
            name,
            before: score(before),
            after: score(after),
            needs: needs ?? '',
          }).trim(),
        )
        .join('\n'),
      mark,
      material,
    }),
  };
}
