import { levelNames } from '#lib/domain/level.ts';
import type { Point, Report } from '#lib/domain/report-schema.ts';
import { criterionIn, type Rubric } from '#lib/domain/rubric.ts';
import { scoredTurns, type Transcript } from '#lib/domain/transcript.ts';
import { screen } from '../embedded/screening.ts';
import type { ModelCaller } from './call.ts';
import { debriefReturns } from './debrief-returns.ts';
import { type DebriefWords, debriefWordsSchema } from './debrief-schema.ts';
import { fence } from './fence.ts';
import { fill, loadPrompt, type Prompt, textOf } from './prompts.ts';
import { locateQuotes, type QuotedTurn } from './quotes.ts';
import { squeeze } from './speech-prompt.ts';
import { showable } from './written-words.ts';

export interface DebriefInput {
  /** As the code built it: its points, scores and votes stand. */
  report: Report;
  transcript: Transcript;
  rubric: Rubric;
  interviewId?: string;
  signal?: AbortSignal;
}

/**
 * The report in a reader's words: the text and quotes of each point, what a strong reply would have had, and a summary
 * behind the sentence that names the vote. No point is added, dropped or moved, no score or vote is touched; what a model
 * writes that quotes nobody, or is missing, leaves the code's own words.
 * @throws BarRaiserError model_*; the report as it was given is whole without this.
 */
export async function writeDebrief(input: DebriefInput, caller: ModelCaller): Promise<Report> {
  const { report, transcript } = input;
  const turns = scoredTurns(transcript).map(
    ({ id, text }): QuotedTurn => ({ id, text, screened: screen(text).text }),
  );
  if (turns.length === 0) return report;
  const prompt = loadPrompt('debrief-writer');
  const words = await caller.generate({
    purpose: 'debrief',
    prompt,
    ...debriefPrompt(prompt, input),
    temperature: 0.2,
    interviewId: input.interviewId ?? null,
    signal: input.signal,
    returns: debriefReturns(prompt, report.principle),
    schema: debriefWordsSchema,
  });
  return withWords(report, words, turns);
}

/** The prompt; exported so that it can be tested without a model. */
export function debriefPrompt(
  prompt: Prompt,
  { report, transcript, rubric }: DebriefInput,
): { instructions: string; request: string } {
  const { mark, material } = fence(
    transcript.map((turn) =>
      turn.speaker === 'candidate'
        ? { label: `CANDIDATE ${turn.id}`, text: squeeze(screen(turn.text).text) }
        : { label: 'BAR RAISER', text: turn.text },
    ),
  );
  const describe = (kind: 'pro' | 'con' | 'unknown') => (point: Point) => {
    if (!point.criterion) return [];
    const { name, looks_for } = criterionIn(rubric, point.criterion);
    const score = report.criteria.find(({ criterion }) => criterion === point.criterion)?.score;
    const values = { criterion: point.criterion, name, reading: looks_for };
    const template = textOf(prompt, kind);
    return [
      kind === 'unknown'
        ? fill(template, values)
        : fill(template, { ...values, score: String(score ?? '-') }),
    ];
  };
  const points = [
    ...report.pros.flatMap(describe('pro')),
    ...report.cons.flatMap(describe('con')),
    ...report.unknowns.flatMap(describe('unknown')),
  ];
  const replies = report.probes.map(({ replyTurnId, rating, strong }) =>
    fill(textOf(prompt, 'reply'), { reply: replyTurnId, rating: String(rating ?? '-'), after: strong }),
  );
  return {
    instructions: prompt.parts.instructions,
    request: fill(prompt.parts.request, {
      level: levelNames[report.level],
      question: report.question,
      points: points.join('\n') || textOf(prompt, 'no_points'),
      replies: replies.join('\n') || textOf(prompt, 'no_replies'),
      mark,
      material,
    }),
  };
}

function withWords(report: Report, words: DebriefWords, turns: readonly QuotedTurn[]): Report {
  const said = turns.map(({ screened }) => screened);
  const reword = (point: Point): Point => {
    const written = words.points.find(({ criterion }) => criterion === point.criterion);
    if (!written) return point;
    const evidence = turns.flatMap((turn) => locateQuotes(written.quotes, turn)).slice(0, 2);
    return {
      ...point,
      text: showable(written.text, said) ?? point.text,
      evidence: evidence.length > 0 ? evidence : point.evidence,
    };
  };
  const [verdictSentence = report.summary] = /^.*?[.!?](?=\s|$)/u.exec(report.summary) ?? [];
  const summary = showable(words.summary, said);
  return {
    ...report,
    summary: summary ? `${verdictSentence} ${summary}` : report.summary,
    pros: report.pros.map(reword),
    cons: report.cons.map(reword),
    unknowns: report.unknowns.map((point) => ({ ...reword(point), evidence: point.evidence })),
    probes: report.probes.map((probe) => {
      const written = words.replies.find(({ reply }) => reply === probe.replyTurnId);
      return { ...probe, strong: (written && showable(written.strong, said)) ?? probe.strong };
    }),
  };
}
