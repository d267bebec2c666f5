import { type Level, levelNames } from '#lib/domain/level.ts';
import { asksAboutStory, type Move } from '#lib/domain/move.ts';
import { principleNames } from '#lib/domain/principle.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import type { SpeechProblem } from '#lib/domain/speech-problem.ts';
import { mainAnswer, type Transcript } from '#lib/domain/transcript.ts';
import { screen } from '../embedded/screening.ts';
import { fence, type Part } from './fence.ts';
import { fill, loadPrompt, type Prompt, textOf } from './prompts.ts';

/** The moves a model words; the others have fixed words. */
export type SpokenMove = Exclude<Move, { kind: 'opening' | 'meta' | 'close' }>;

export function isSpokenByModel(move: Move): move is SpokenMove {
  return move.kind !== 'opening' && move.kind !== 'meta' && move.kind !== 'close';
}

export interface SpeechMaterial {
  move: SpokenMove;
  transcript: Transcript;
  scenario: Scenario;
  level: Level;
  /** Sentences of this utterance that have been shown; only what follows is asked for. */
  shown: readonly string[];
  /** What was wrong with the try before, if there was one. */
  problems: readonly SpeechProblem[] | null;
  /** Turns right after the story that are left out, for a server that reads little at once. */
  leftOut?: number;
  /** One of a loop's interviewers. */
  manner?: string | undefined;
}

/**
 * The bar raiser's prompt for one move. Everything that may hold the candidate's words - turns, phrases, wordings with
 * filled slots - stands inside the fence, the candidate's turns without what the screening cuts out.
 */
export function speechPrompt(
  prompt: Prompt,
  material: SpeechMaterial,
): { instructions: string; request: string } {
  const { move, scenario, level, shown, problems } = material;
  const { mark, material: fenced } = fence([
    ...turnParts(material.transcript, material.leftOut ?? 0),
    ...moveParts(move, shown),
  ]);
  const again = problems
    ? [
        fill(textOf(prompt, 'again', 'lead'), {
          problems: problems.map((problem) => textOf(prompt, 'problem', problem)).join('; '),
        }),
        ...(shown.length > 0 ? [textOf(prompt, 'again', 'said')] : []),
        '',
        '',
      ].join('\n')
    : '';
  const phrase = asksAboutStory(move) && move.phrase ? ` ${textOf(prompt, 'phrase')}` : '';
  return {
    instructions: inManner(prompt.parts.instructions, material.manner),
    request: fill(prompt.parts.request, {
      level: levelNames[level],
      principle: principleNames[scenario.principle],
      question: scenario.question,
      mark,
      material: fenced,
      again,
      move: `${textOf(prompt, 'move', move.kind)}${phrase}`,
    }),
  };
}

/** The manner comes behind everything else, so that what all interviewers share stays one prefix. */
function inManner(instructions: string, manner: string | undefined): string {
  if (manner === undefined) return instructions;
  const prompt = loadPrompt('interviewer-manner');
  const own = fill(prompt.parts.instructions, { manner: textOf(prompt, 'manner', manner).trim() });
  return `${instructions}\n\n${own}`;
}

function turnParts(transcript: Transcript, leftOut: number): Part[] {
  const story = mainAnswer(transcript);
  const after = story ? transcript.indexOf(story) + 1 : 0;
  const parts = transcript.map((turn) =>
    turn.speaker === 'candidate'
      ? { label: 'CANDIDATE', text: squeeze(screen(turn.text).text) }
      : { label: 'BAR RAISER', text: turn.text },
  );
  if (leftOut === 0) return parts;
  const gap = { label: `${leftOut} TURNS LEFT OUT`, text: '' };
  return [...parts.slice(0, after), gap, ...parts.slice(after + leftOut)];
}

function moveParts(move: SpokenMove, shown: readonly string[]): Part[] {
  const parts: Part[] = [];
  if (asksAboutStory(move) && move.phrase) parts.push({ label: 'PHRASE', text: move.phrase.quote });
  if (move.kind === 'contradiction') parts.push({ label: 'OTHER PHRASE', text: move.other.quote });
  parts.push({ label: 'REASON FOR THE MOVE', text: move.reason });
  parts.push({ label: 'NEUTRAL QUESTION', text: move.wording });
  if (shown.length > 0) parts.push({ label: 'ALREADY SAID', text: shown.join(' ') });
  return parts;
}

/** What the screening cut out leaves line breaks behind; two are enough. */
export function squeeze(text: string): string {
  return text.replace(/\n{3,}/gu, '\n\n').trim();
}
