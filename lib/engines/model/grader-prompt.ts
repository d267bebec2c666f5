import type { Assessment } from '#lib/domain/assessment.ts';
import { asksAboutStory } from '#lib/domain/move.ts';
import { principleNames } from '#lib/domain/principle.ts';
import { type Criterion, criterionIn, type PractisedPrinciple, type Rubric } from '#lib/domain/rubric.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import { countWords } from '#lib/domain/spoken-time.ts';
import type { Exchange } from '#lib/domain/transcript.ts';
import { fence } from './fence.ts';
import { fill, type Prompt, textOf } from './prompts.ts';
import { squeeze } from './speech-prompt.ts';
import { showAnswer, showReply } from './worked-examples.ts';

export interface PromptText {
  instructions: string;
  request: string;
}

export interface AnswerMaterial {
  scenario: Scenario;
  rubric: Rubric;
  criteria: readonly Criterion[];
  /** The main answer, screened. */
  answer: string;
  /** What the embedded engine read: told as facts about the text, never its scores. */
  signals: Pick<Assessment, 'contradictions' | 'flags'>;
  /** Criteria that came back without a quote that stands in the answer; empty the first time. */
  unproven: readonly Criterion[];
}

/** The prompt of a criterion group: the common eight (grader-common) or a principle's own two (grader-own). */
export function answerPrompt(prompt: Prompt, material: AnswerMaterial): PromptText {
  const { scenario, rubric, criteria, answer, unproven } = material;
  const { mark, material: fenced } = fence([{ label: 'ANSWER', text: squeeze(answer) }]);
  const shared = {
    criteria: describeCriteria(criteria, rubric),
    examples: shownAnswers(prompt, scenario, criteria),
  };
  const instructions = fill(
    prompt.parts.instructions,
    prompt.id === 'grader-own'
      ? {
          ...shared,
          principle: principleNames[scenario.principle],
          remarks: textOf(prompt, 'remarks', scenario.principle),
        }
      : shared,
  );
  const again =
    unproven.length > 0 ? `${fill(textOf(prompt, 'again'), { criteria: unproven.join(', ') })}\n\n` : '';
  return {
    instructions,
    request: fill(prompt.parts.request, {
      question: scenario.question,
      signals: describeSignals(prompt, material),
      mark,
      material: fenced,
      again,
      names: criteria.join(', '),
    }),
  };
}

/** What was asked and replied before the reply in hand. */
export interface EarlierExchange {
  question: string;
  reply: string;
}

export interface ReplyMaterial {
  scenario: Scenario;
  rubric: Rubric;
  exchange: Exchange;
  earlier: readonly EarlierExchange[];
  /** The main answer and the reply, screened. */
  answer: string;
  reply: string;
  aims: readonly Criterion[];
  again: boolean;
}

/** The prompt that rates one reply. */
export function replyPrompt(prompt: Prompt, material: ReplyMaterial): PromptText {
  const { scenario, rubric, exchange, earlier, answer, reply, aims, again } = material;
  const { move, text } = exchange.question;
  const followUp = scenario.follow_ups.find(({ id }) => asksAboutStory(move) && move.followUpId === id);
  const { mark, material: fenced } = fence([
    { label: 'STORY', text: squeeze(answer) },
    ...earlier.flatMap((one) => [
      { label: 'EARLIER QUESTION', text: one.question },
      { label: 'EARLIER REPLY', text: squeeze(one.reply) },
    ]),
    { label: 'QUESTION', text },
    { label: 'REPLY', text: squeeze(reply) },
  ]);
  return {
    instructions: fill(prompt.parts.instructions, {
      examples: prompt.worked.replies
        .filter(({ id }) => isShown(prompt, id))
        .map((example) => showReply(example))
        .join('\n\n'),
    }),
    request: fill(prompt.parts.request, {
      question: scenario.question,
      probes: followUp ? fill(textOf(prompt, 'probes'), { probes: followUp.probes }) : '',
      criteria: aims.length > 0 ? describeCriteria(aims, rubric) : textOf(prompt, 'none'),
      mark,
      material: fenced,
      again: again ? `${textOf(prompt, 'again')}\n\n` : '',
      names:
        aims.length > 0
          ? fill(textOf(prompt, 'names'), { names: aims.join(', ') })
          : textOf(prompt, 'unscored'),
    }),
  };
}

function describeCriteria(criteria: readonly Criterion[], rubric: Rubric): string {
  return criteria
    .map((criterion) => {
      const { name, looks_for, anchors } = criterionIn(rubric, criterion);
      const scale = [0, 1, 2, 3] as const;
      return [
        `${criterion} (${name}): ${looks_for}`,
        ...scale.map((score) => `  ${score}: ${anchors[score]}`),
      ].join('\n');
    })
    .join('\n');
}

function shownAnswers(prompt: Prompt, { principle }: Scenario, criteria: readonly Criterion[]): string {
  const shown = prompt.worked.answers.filter(({ id }) => isShown(prompt, id, principle));
  if (shown.length === 0) return textOf(prompt, 'unrated');
  return shown.map((example) => showAnswer(example, criteria)).join('\n\n');
}

function isShown({ examples }: Prompt, id: string, principle?: PractisedPrinciple): boolean {
  if (!examples) return false;
  const ids = Array.isArray(examples) ? examples : principle && examples[principle];
  return ids?.includes(id) ?? false;
}

function describeSignals(prompt: Prompt, { answer, signals }: AnswerMaterial): string {
  const count = (pattern: RegExp) => String(answer.match(pattern)?.length ?? 0);
  const say = (name: string, values: Record<string, string> = {}) =>
    fill(textOf(prompt, 'signals', name), values);
  const lines = [
    say('counts', {
      count: String(countWords(answer)),
      singular: count(/\bI\b|\bi(?=['’\s])/gu),
      plural: count(/\bwe\b/giu),
    }),
  ];
  if (signals.contradictions.length > 0) lines.push(say('contradiction'));
  if (signals.flags.includes('instructions_in_answer')) lines.push(say('cut'));
  if (signals.flags.includes('matches_published_example')) lines.push(say('published'));
  return lines.join(' ');
}
