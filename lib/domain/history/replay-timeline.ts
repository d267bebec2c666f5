import type { Assessment } from '#lib/domain/assessment.ts';
import type { Evidence } from '#lib/domain/evidence.ts';
import {
  advance,
  emptyInterview,
  type InterviewContext,
  type InterviewState,
} from '#lib/domain/interview.ts';
import type { InterviewEvent } from '#lib/domain/interview-event.ts';
import { buildLedger, type LedgerStatus } from '#lib/domain/ledger.ts';
import { asksAboutStory } from '#lib/domain/move.ts';
import {
  type Criterion,
  criteriaOf,
  criterionIn,
  isLabelled,
  roundToScore,
  type Score,
} from '#lib/domain/rubric.ts';
import type { Transcript } from '#lib/domain/transcript.ts';

/** A wait longer than this is replayed as this long, in seconds; one shorter than `waitAtLeast` as that. */
export const waitAtMost = 60;
export const waitAtLeast = 1;

export interface ReplayEntry {
  criterion: Criterion;
  name: string;
  status: LedgerStatus;
  /** The printed rounding of what the vote counts. */
  score: Score;
  /** Not yet checked against rated answers. */
  unvalidated: boolean;
}

export interface ReplayMovement {
  criterion: Criterion;
  name: string;
  from: Pick<ReplayEntry, 'status' | 'score'>;
  to: Pick<ReplayEntry, 'status' | 'score'>;
  /** The words that made it so; null where none stand behind it any more. */
  quote: Evidence | null;
  unvalidated: boolean;
}

/** Something that happened: a turn, a second reading that moved the ledger, or the last reading of all. */
export interface ReplayStep {
  id: string;
  kind: 'bar_raiser' | 'candidate' | 'second_reading' | 'last_reading';
  /** What was said; empty for a reading. */
  text: string;
  /** Seconds from the start of the replay, long waits shortened; no two steps share a moment. */
  at: number;
  /** Seconds that really passed before it. */
  waited: number;
  /** Of a question about the story: why it was asked, and what it aimed at. */
  question: { reason: string; aims: string[] } | null;
  /** The whole ledger after it. */
  ledger: ReplayEntry[];
  moved: ReplayMovement[];
}

type Evidenced = ReplayEntry & { quote: Evidence | null };

function entriesOf(
  { scenario, rubric }: InterviewContext,
  assessment: Assessment | null,
  turns: Transcript,
): Evidenced[] {
  const known = assessment ? buildLedger(assessment, turns).entries : [];
  return criteriaOf(scenario.principle).map((criterion) => {
    const entry = known.find((each) => each.criterion === criterion);
    return {
      criterion,
      name: criterionIn(rubric, criterion).name,
      status: entry?.status ?? 'open',
      score: roundToScore(entry?.value ?? 0),
      unvalidated: !isLabelled(criterion),
      quote: entry?.evidence ?? null,
    };
  });
}

function movements(before: readonly ReplayEntry[], after: readonly Evidenced[]): ReplayMovement[] {
  return after.flatMap(({ criterion, name, status, score, quote, unvalidated }, index): ReplayMovement[] => {
    const from = before[index];
    if (!from || (from.status === status && from.score === score)) return [];
    const was = { status: from.status, score: from.score };
    return [{ criterion, name, from: was, to: { status, score }, quote, unvalidated }];
  });
}

/** What an event adds to the replay before anything is known of the ledger; null for what nobody saw or heard. */
function happened(event: InterviewEvent): Pick<ReplayStep, 'id' | 'kind' | 'text' | 'question'> | null {
  switch (event.type) {
    case 'spoken': {
      const { turnId: id, text, move } = event;
      const question = asksAboutStory(move) ? { reason: move.reason, aims: [...move.aims] } : null;
      return { id, kind: 'bar_raiser', text, question };
    }
    case 'answered':
      return { id: event.turnId, kind: 'candidate', text: event.text, question: null };
    case 'reread':
      return { id: `reread-${event.turnId}`, kind: 'second_reading', text: '', question: null };
    case 'assessed':
      return { id: 'last-reading', kind: 'last_reading', text: '', question: null };
    default:
      return null;
  }
}

/**
 * An interview as it went, from its stored events: each turn with its time and the ledger after it, and what moved in
 * the ledger by which words. A reading that moved nothing is left out, the last one never.
 * @throws BarRaiserError what the state machine throws for events that do not fit.
 */
export function replayTimeline(events: readonly InterviewEvent[], context: InterviewContext): ReplayStep[] {
  const steps: ReplayStep[] = [];
  const names = (aims: readonly string[]) =>
    context.rubric.criteria.filter(({ id }) => aims.includes(id)).map(({ name }) => name);
  let state: InterviewState = emptyInterview();
  let lastAt: number | null = null;
  let ledger: Evidenced[] = entriesOf(context, null, []);
  for (const event of events) {
    state = advance(state, event, context).state;
    const next = entriesOf(context, state.assessment, state.turns);
    const moved = movements(ledger, next);
    const shown = happened(event);
    const last = steps.at(-1);
    if (shown && (shown.kind !== 'second_reading' || moved.length > 0)) {
      const waited = lastAt === null ? 0 : Math.max(event.at - lastAt, 0) / 1000;
      const question = shown.question && { ...shown.question, aims: names(shown.question.aims) };
      const at = last ? last.at + Math.min(Math.max(waited, waitAtLeast), waitAtMost) : 0;
      steps.push({ ...shown, question, at, waited, ledger: bare(next), moved });
      lastAt = event.at;
    } else if (last && moved.length > 0) {
      // A turn is read right after it was said: what it moved is shown with it.
      steps[steps.length - 1] = { ...last, ledger: bare(next), moved: [...last.moved, ...moved] };
    }
    ledger = next;
  }
  return steps;
}

function bare(entries: readonly Evidenced[]): ReplayEntry[] {
  return entries.map(({ quote: _, ...entry }) => entry);
}
