import { findScenario, loadLibrary } from '#lib/content/library.ts';
import type { Assessment, CriterionAssessment, Rating, ReplyAssessment } from '#lib/domain/assessment.ts';
import type { Evidence } from '#lib/domain/evidence.ts';
import {
  advance,
  emptyInterview,
  type InterviewContext,
  type InterviewState,
  placePendingTurn,
} from '#lib/domain/interview.ts';
import type { InterviewEvent } from '#lib/domain/interview-event.ts';
import type { Level } from '#lib/domain/level.ts';
import { asksAboutStory, type Move } from '#lib/domain/move.ts';
import { buildReport } from '#lib/domain/report.ts';
import type { Report } from '#lib/domain/report-schema.ts';
import { type Criterion, criteriaOf, roundToScore } from '#lib/domain/rubric.ts';
import { exchanges, mainAnswer, type Transcript, type Turn } from '#lib/domain/transcript.ts';

export function testContext(scenarioId = 'hbdc'): InterviewContext {
  const library = loadLibrary();
  return { scenario: findScenario(library, scenarioId), rubric: library.rubric, script: library.script };
}

/** The first words of a text as evidence; a text without words has none. */
export function firstWords(turnId: string, text: string): Evidence[] {
  const match = /\S+(?:\s+\S+){0,4}/.exec(text);
  return match ? [{ turnId, quote: match[0], start: match.index, end: match.index + match[0].length }] : [];
}

/** The last words of a text as evidence. */
export function lastWords(turnId: string, text: string): Evidence[] {
  const match = /\S+(?:\s+\S+){0,4}$/.exec(text);
  return match ? [{ turnId, quote: match[0], start: match.index, end: text.length }] : [];
}

export function scored(criterion: Criterion, expected: number, evidence: Evidence[]): CriterionAssessment {
  return { criterion, expected, score: roundToScore(expected), evidence };
}

export interface Reading {
  expected: (criterion: Criterion) => number;
  rating: (replyIndex: number) => Rating;
  /** Whether words of the story speak against a criterion. */
  against?: (criterion: Criterion) => boolean;
  refused?: (replyIndex: number) => boolean;
  disowns?: (replyIndex: number) => boolean;
  /** null: the reply gets no scores of its own. */
  replyExpected?: number | null;
  extra?: Partial<Pick<Assessment, 'facts' | 'contradictions' | 'flags' | 'spans'>>;
}

/** An assessment made to order, with quotes that stand in the candidate's turns. */
export function assessmentOf(
  transcript: Transcript,
  context: InterviewContext,
  reading: Reading,
): Assessment {
  const answer = mainAnswer(transcript);
  const evidence = answer ? firstWords(answer.id, answer.text) : [];
  const against = answer ? lastWords(answer.id, answer.text) : [];
  return {
    engine: 'test',
    answerTurnId: answer?.id ?? null,
    criteria: criteriaOf(context.scenario.principle).map((criterion) => ({
      ...scored(criterion, reading.expected(criterion), evidence),
      ...(reading.against?.(criterion) ? { against } : {}),
    })),
    replies: exchanges(transcript).map(({ question, reply }, index): ReplyAssessment => {
      const quoted = firstWords(reply.id, reply.text);
      const aims = asksAboutStory(question.move) ? question.move.aims : [];
      return {
        turnId: reply.id,
        rating: reading.rating(index),
        refused: reading.refused?.(index) ?? false,
        disowns: reading.disowns?.(index) ?? false,
        criteria:
          reading.replyExpected === null
            ? []
            : aims.map((criterion) => scored(criterion, reading.replyExpected ?? 2.4, quoted)),
        evidence: quoted,
      };
    }),
    facts: [],
    contradictions: [],
    spans: [],
    flags: [],
    ...reading.extra,
  };
}

export const story =
  'In March I saw that the nightly export lost rows. I told the platform lead that I disagreed with the plan and brought counts.';

/** The question and the story in answer to it, before any follow-up. */
export const storyTold: readonly Turn[] = [
  { speaker: 'bar_raiser', id: 'b1', text: 'q', at: 0, move: { kind: 'opening', reason: '', wording: 'q' } },
  {
    speaker: 'candidate',
    id: 'c1',
    text: story,
    at: 0,
    spokenSeconds: null,
    role: 'answer',
    repliesTo: 'b1',
  },
];

export const startedAt = Date.UTC(2026, 10, 23, 9);

/** Drives the machine as a service would, with a reading made to order in place of an engine. */
export class TestInterview {
  state: InterviewState = emptyInterview();
  readonly events: InterviewEvent[] = [];
  readonly context: InterviewContext;
  private at = startedAt;
  private turns = 0;

  constructor(level: Level = 'sde2', context: InterviewContext = testContext(), budgetSeconds = 1500) {
    this.context = context;
    const scenarioId = context.scenario.id;
    this.add({
      type: 'opened',
      at: this.at,
      scenarioId,
      level,
      mode: 'typed',
      budgetSeconds,
      engine: 'test',
    });
    this.speak();
  }

  add(event: InterviewEvent): void {
    this.state = advance(this.state, event, this.context).state;
    this.events.push(event);
  }

  wait(seconds: number): void {
    this.at += seconds * 1000;
  }

  speak(): void {
    const move = this.state.pendingMove;
    if (!move) throw new Error('Nothing to say.');
    this.turns += 1;
    this.add({ type: 'spoken', at: this.at, turnId: `b${this.turns}`, text: move.wording, move });
  }

  /** The candidate says something; the bar raiser reads it and speaks. Gives the bar raiser's move. */
  say(text: string, reading: Reading, seconds = 20): Move {
    this.wait(seconds);
    this.turns += 1;
    const turnId = `c${this.turns}`;
    const clientTurnId = `client-${this.turns}`;
    this.add({ type: 'answered', at: this.at, turnId, clientTurnId, text, spokenSeconds: null });
    const { turn, meta } = placePendingTurn(this.state);
    const assessment = meta ? null : assessmentOf([...this.state.turns, turn], this.context, reading);
    this.add({ type: 'read', at: this.at, turnId, meta, assessment });
    const move = this.state.pendingMove;
    if (!move) throw new Error('The machine chose no move.');
    this.speak();
    return move;
  }

  get moves(): Move[] {
    return this.state.turns.flatMap((turn) => (turn.speaker === 'bar_raiser' ? [turn.move] : []));
  }
}

/** The debrief of an interview that ends with the last reply, all of it read as told. */
export function debrief(reading: Reading, replies: readonly string[], level: Level = 'sde2'): Report {
  const interview = new TestInterview(level);
  for (const text of [story, ...replies]) {
    if (interview.state.phase === 'closing') break;
    interview.say(text, reading);
  }
  if (interview.state.phase !== 'closing') {
    interview.add({ type: 'ended', at: interview.state.lastAt });
    interview.speak();
  }
  const { state, context } = interview;
  if (!state.assessment) throw new Error('Nothing was assessed.');
  return buildReport(state, state.assessment, context);
}
