import { isDev, type Labelled, writerOf } from '#evals/training/data.ts';
import { findScenario } from '#lib/content/library.ts';
import { buildLedger } from '#lib/domain/ledger.ts';
import { asksAboutStory, isCounted, type Move } from '#lib/domain/move.ts';
import { mainAnswer } from '#lib/domain/transcript.ts';
import type { EvalCase, Suite } from './case.ts';
import { readEvalData } from './data.ts';
import { emptyFinding, type Finding, holds } from './finding.ts';
import type { Graders } from './graders.ts';
import { type Held, holdInterview } from './hold-interview.ts';
import { fitsTruth, type Persona, personas } from './personas.ts';

/** Stories each temperament tells for each question, each by another writer. */
const storiesEach = 2;
const level = 'sde2';
/** As the design promises them, not as the code that is under test has them. */
const questionsAtLeast = 3;
const questionsAtMost = 6;

/** Whole interviews with simulated candidates, at SDE2. */
export const interviews: Suite = {
  id: 'interviews',
  about: 'whole interviews with simulated candidates of several temperaments',
  cases: () =>
    personas.flatMap((persona) =>
      ['hbdc', 'ownership', 'divedeep', 'deliver'].flatMap((question) =>
        storiesFor(persona, question).map((answer, at) => interviewCase(persona, question, answer, at)),
      ),
    ),
};

/** Labelled answers of the kind a persona tells; for one without a story a single null. */
function storiesFor({ tells }: Persona, question: string): (Labelled | null)[] {
  const { labelled, attacks } = readEvalData();
  if (tells === 'nothing') return [null];
  if (tells === 'contradiction') {
    return attacks
      .filter((attack) => attack.kind === 'contradiction' && attack.question === question)
      .map(({ id, answer }) => ({ ...emptyLabels, id, answer, question: questionOf(question) }));
  }
  const wanted = tells === 'strong' ? ['hire', 'strong_hire'] : ['no_hire', 'strong_no_hire'];
  const fitting = labelled.filter(
    (answer) =>
      isDev(answer) &&
      answer.question === question &&
      wanted.includes(answer.gold.verdict.sde2) &&
      wanted.includes(answer.gold.verdict.sde1) &&
      Object.values(answer.gold.scores).some((score) => score > 0),
  );
  return fitting
    .filter((answer, at) => fitting.findIndex((other) => writerOf(other) === writerOf(answer)) === at)
    .slice(0, storiesEach);
}

const emptyLabels = {
  followups: [],
  gold: {
    scores: {},
    verdict: { sde1: 'no_hire', sde2: 'no_hire', senior: 'no_hire' },
    probe_first: [],
  },
} satisfies Partial<Labelled>;

function questionOf(question: string): Labelled['question'] {
  const found = (['hbdc', 'ownership', 'divedeep', 'deliver'] as const).find((each) => each === question);
  if (!found) throw new RangeError(`There are no labelled answers to ${question}.`);
  return found;
}

function interviewCase(persona: Persona, question: string, answer: Labelled | null, at: number): EvalCase {
  const writer = answer ? writerOf(answer) : persona.id;
  const id = `interviews/${persona.id}-${question}-${at + 1}`;
  return {
    id,
    suite: 'interviews',
    group: question,
    unit: id,
    writer,
    text: `${persona.id}: ${persona.about}`,
    expected: persona.truth === null ? 'an interview held by the rules' : JSON.stringify(persona.truth),
    labels: { truth: persona.truth, ends: persona.ends ?? null, story: answer?.answer ?? null },
    run: async (graders) => judge(persona, await hold(graders, { persona, question, answer, id, writer })),
  };
}

function hold(
  { unseen, library }: Graders,
  {
    persona,
    question,
    answer,
    id,
    writer,
  }: { persona: Persona; question: string; answer: Labelled | null; id: string; writer: string },
): Promise<Held> {
  const { rubric, script } = library;
  const said = [...(persona.before ?? []), ...(answer ? [answer.answer] : [])];
  return holdInterview({
    grader: unseen(writer),
    context: { scenario: findScenario(library, question), rubric, script },
    level,
    seed: id,
    candidate: (move: Move, turns) => {
      const turn = turns.filter(({ speaker }) => speaker === 'candidate').length;
      return said[turn] ?? persona.reply(move, turn - said.length, answer);
    },
  });
}

/** What every interview owes whoever holds it (DESIGN section 4, Probe policy), and what this one found out. */
function judge(persona: Persona, { said, state, first, report }: Held): Finding {
  const finding = emptyFinding();
  const asked = said.filter(({ move }) => isCounted(move));
  const story = mainAnswer(state.turns);
  finding.broken = said.flatMap(({ faults, text }) => faults.map((fault) => `${fault}: ${text}`));
  finding.shares['interview-clean'] = holds(finding.broken.length === 0);
  if (!report) {
    finding.broken.push('the interview never closed');
    return finding;
  }
  const early = ['no_story', 'refused', 'ended', 'time'].includes(report.closedBecause);
  if (asked.length > questionsAtMost) finding.broken.push(`${asked.length} questions`);
  if (asked.length < questionsAtLeast && !early)
    finding.broken.push(`closed after ${asked.length} questions`);
  const documented = asked.some(({ move }) => asksAboutStory(move) && move.followUpId !== null);
  if (story && !early && !documented) finding.broken.push('no documented probe was asked');
  const { vote } = report.votes[level];
  const fits = fitsTruth(vote, persona.truth);
  if (persona.truth !== null) finding.shares['interview-vote'] = holds(fits);
  if (!fits) finding.missed.push(`${level} ${vote}, the truth is ${JSON.stringify(persona.truth)}`);
  if (persona.ends) {
    const ended = persona.ends.includes(report.closedBecause);
    finding.shares['interview-end'] = holds(ended);
    if (!ended)
      finding.missed.push(`closed because ${report.closedBecause}, not ${persona.ends.join(' or ')}`);
  }
  if (persona.tells === 'contradiction') {
    finding.shares['interview-contradiction'] = holds(
      asked.some(({ move }) => move.kind === 'contradiction'),
    );
  }
  if (first && story && !early) finding.shares['interview-coverage'] = coverage(first, state, asked);
  finding.votes = {
    sde1: report.votes.sde1.vote,
    sde2: report.votes.sde2.vote,
    senior: report.votes.senior.vote,
  };
  return finding;
}

/** Of the criteria that the main answer left open or thin, and as many as there were questions for: how many were asked about. */
function coverage(
  first: NonNullable<Held['first']>,
  { turns }: Held['state'],
  asked: Held['said'],
): [number, number] {
  const open = buildLedger({ ...first, replies: [] }, turns.slice(0, 2))
    .entries.filter(({ status }) => status === 'open' || status === 'thin')
    .map(({ criterion }) => criterion);
  const aims = new Set(asked.flatMap(({ move }) => (asksAboutStory(move) ? move.aims : [])));
  return [
    Math.min(open.filter((criterion) => aims.has(criterion)).length, asked.length),
    Math.min(open.length, asked.length),
  ];
}
