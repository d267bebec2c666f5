import type { Flag, Rating } from './assessment.ts';
import type { Evidence } from './evidence.ts';
import type { InterviewView } from './interview-view.ts';
import { levelNames, levels } from './level.ts';
import { blockQuote, inline } from './markdown-text.ts';
import type {
  CriterionReport,
  LevelVote,
  Pace,
  Point,
  ProbeReport,
  RedoResult,
  Report,
} from './report-schema.ts';
import { sectionNames } from './section.ts';
import { notYetChecked, notYetCheckedVote } from './unvalidated.ts';
import { voteNames } from './verdict.ts';

const ratingNames: Record<Rating, string> = { 0: 'weak', 1: 'mixed', 2: 'strong' };

const flagTexts: Record<Flag, string> = {
  instructions_in_answer: 'The answer holds instructions to the grader. They were ignored.',
  matches_published_example: 'The answer matches a published example.',
  no_story: 'No story of your own was told.',
  unsupported_language: 'The answer is in a language that cannot be graded.',
  contradiction: 'Two statements do not fit together.',
};

const caution =
  'Votes come from an automatic grader that was built and checked on answers written by language models. Treat them as practice, not as a forecast.';

/**
 * A debrief as a Markdown document that is complete by itself: votes, points, criteria, probes, pace, redo and the
 * transcript. Whatever a person typed is escaped, so that none of it is taken for markup.
 */
export function reportMarkdown({ interview, report }: { interview: InterviewView; report: Report }): string {
  const blocks = [
    `# Debrief: ${inline(report.question)}`,
    [
      `- Principle: ${inline(interview.principleName)}`,
      `- Level: ${levelNames[report.level]}`,
      `- Held: ${new Date(interview.createdAt).toISOString().slice(0, 16).replace('T', ' ')} UTC, ${interview.mode}`,
      ...engineLines(interview, report),
    ].join('\n'),
    ...voteBlocks(interview, report),
    ...pointBlocks('Pros', report.pros, report.unvalidated),
    ...pointBlocks('Cons', report.cons, report.unvalidated),
    ...pointBlocks('Unknowns', report.unknowns, report.unvalidated),
    '## Scores',
    ...report.criteria.flatMap((criterion) => criterionBlocks(criterion, report.unvalidated)),
    ...(report.probes.length > 0 ? ['## Follow-up questions'] : []),
    ...report.probes.flatMap(probeBlocks),
    ...(report.pace ? paceBlocks(report.pace) : []),
    ...(interview.redo ? redoBlocks(interview.redo, report.unvalidated) : []),
    '## Transcript',
    ...interview.turns.flatMap(({ speaker, text }) => [
      `**${speaker === 'candidate' ? 'Candidate' : 'Bar raiser'}**`,
      blockQuote(text),
    ]),
    '---',
    caution,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function engineLines({ engines }: InterviewView, { engine, wordedBy }: Report): string[] {
  const { changed } = engines;
  return [
    `- Engine: ${inline(engine)} (spoken by ${inline(engines.speaking)}, graded by ${inline(engines.grading)})`,
    ...(changed
      ? [
          `- Begun with ${inline(changed.from.speaking)} and ${inline(changed.from.grading)}; the candidate chose to go on with the embedded engine after question ${changed.questionsAsked}`,
        ]
      : []),
    ...(wordedBy
      ? [
          wordedBy.fault === null
            ? `- Summary and points worded by ${inline(wordedBy.engine)}`
            : `- ${inline(wordedBy.engine)} could not word this debrief (${wordedBy.fault}); the words are the product's own`,
        ]
      : []),
  ];
}

function voteText({ vote, leaning }: LevelVote): string {
  return leaning ? `leaning ${voteNames[vote]}` : voteNames[vote];
}

function voteBlocks({ selfVote, selfVoteGiven }: InterviewView, report: Report): string[] {
  const own = selfVote ? voteNames[selfVote] : selfVoteGiven ? 'skipped' : 'not given';
  const rows = levels.map(
    (level) =>
      `| ${levelNames[level]} | ${voteText(report.votes[level])} | ${voteText(report.firstVotes[level])} |`,
  );
  return [
    '## Vote',
    `**${levelNames[report.level]}: ${voteText(report.votes[report.level])}.** Your own vote: ${own}.`,
    inline(report.summary),
    ...(report.unvalidated.length > 0 ? [`*${inline(notYetCheckedVote)}*`] : []),
    ['| Level | After the follow-ups | Main answer alone |', '| --- | --- | --- |', ...rows].join('\n'),
    ...(report.flags.length > 0 ? [report.flags.map((flag) => `- ${flagTexts[flag]}`).join('\n')] : []),
  ];
}

function quotes(evidence: readonly Evidence[]): string[] {
  return evidence.map(({ quote }) => blockQuote(quote, '  '));
}

function pointBlocks(title: string, points: readonly Point[], unvalidated: Report['unvalidated']): string[] {
  if (points.length === 0) return [];
  const items = points.flatMap(({ criterion, text, evidence, asked }) => [
    `- ${inline(text)}${mark(criterion, unvalidated)}`,
    ...(asked ? [`  Asked: ${inline(asked.question)}`] : []),
    ...quotes(evidence),
  ]);
  return [`## ${title}`, ...items];
}

function scoreText(score: CriterionReport['score']): string {
  return score === null ? 'withheld' : String(score);
}

/** What stands behind anything said of a criterion that no rated answers stand behind. */
function mark(criterion: Point['criterion'], unvalidated: Report['unvalidated']): string {
  return criterion && unvalidated.includes(criterion) ? ` *(${notYetChecked.toLowerCase()})*` : '';
}

function criterionBlocks(
  { criterion, name, section, score, firstScore, found, anchor, next, evidence, against }: CriterionReport,
  unvalidated: Report['unvalidated'],
): string[] {
  const moved = score === firstScore ? '' : ` (main answer alone: ${scoreText(firstScore)})`;
  return [
    `- **${inline(name)}** (${sectionNames[section]}): ${scoreText(score)} of 3${moved}${mark(criterion, unvalidated)}. ${inline(found || anchor)}`,
    ...quotes(evidence),
    ...(against.length > 0 ? ['  Words that count against it:', ...quotes(against)] : []),
    ...(found ? [`  What ${score === null ? 'a 0' : `a ${score}`} is: ${inline(anchor)}`] : []),
    ...(next ? [`  For ${next.score}: ${inline(next.needs)}`] : []),
  ];
}

function probeBlocks(
  { question, reason, rating, why, evidence, strong }: ProbeReport,
  index: number,
): string[] {
  const rated = rating === null ? 'not rated' : ratingNames[rating];
  return [
    `### ${index + 1}. ${inline(question)}`,
    `- Why it was asked: ${inline(reason)}`,
    `- Your reply: ${rated}. ${inline(why)}`,
    ...quotes(evidence),
    `- A strong reply: ${inline(strong)}`,
  ];
}

function paceBlocks(pace: Pace): string[] {
  const rows = pace.sections.map(
    ({ section, seconds, targetSeconds, verdict }) =>
      `| ${sectionNames[section]} | ${Math.round(seconds)} s | ${Math.round(targetSeconds)} s | ${verdict} |`,
  );
  const [low, high] = pace.targetSeconds;
  return [
    '## Pace of the main answer',
    `${pace.words} words, about ${Math.round(pace.seconds)} s when spoken at 150 words a minute; the level's own range is ${low} to ${high} s.`,
    ['| Section | Yours | Target | |', '| --- | --- | --- | --- |', ...rows].join('\n'),
  ];
}

function redoBlocks(result: RedoResult, unvalidated: Report['unvalidated']): string[] {
  const { section, before, after, changes, votesBefore, votesAfter, comment } = result;
  const moved = levels.map(
    (level) =>
      `- ${levelNames[level]}: ${voteText(votesBefore[level])} before, ${voteText(votesAfter[level])} after`,
  );
  const scores = changes.map(
    (change) =>
      `- ${inline(change.name)}: ${scoreText(change.before)} before, ${scoreText(change.after)} after${mark(change.criterion, unvalidated)}`,
  );
  return [
    `## Redo: ${sectionNames[section]}`,
    'Before:',
    before ? blockQuote(before) : '> (not told)',
    'After:',
    blockQuote(after),
    [...scores, ...moved].join('\n'),
    ...(comment?.gained ? [inline(comment.gained)] : []),
    ...(comment?.lacks ? [inline(comment.lacks)] : []),
  ];
}
