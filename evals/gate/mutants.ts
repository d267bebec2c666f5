/** A change of the source that makes the product worse, as a pull request might. `find` stands in the file exactly once. */
export interface Mutant {
  id: string;
  about: string;
  file: string;
  find: string;
  replace: string;
}

const engine = 'lib/engines/embedded/embedded-engine.ts';
const grades = 'lib/services/grade-answers.ts';
const vote = 'lib/domain/verdict.ts';
const checked = 'lib/domain/checked-assessment.ts';
const value = 'expected[criterion] ?? 0, told(criterion), answer)';

const expected = (id: string, about: string, replace: string): Mutant => ({
  ...{ id, about, file: engine, find: value },
  replace: `${replace}, told(criterion), answer)`,
});

/** What the gate must catch; each is one line, in code that has no reason to change often. */
export const mutants: readonly Mutant[] = [
  expected(
    'generous',
    'a generous grader: every score 0.6 higher',
    'Math.min(3, (expected[criterion] ?? 0) + 0.6)',
  ),
  expected('harsh', 'a harsh grader: every score 0.6 lower', 'Math.max(0, (expected[criterion] ?? 0) - 0.6)'),
  expected('no-anchors', 'no anchors: scores drawn to the middle', '0.75 + (expected[criterion] ?? 0) / 2'),
  expected(
    'off-by-one-criterion',
    'every criterion gets the score of the next one',
    'expected[criteria[(criteria.indexOf(criterion) + 1) % criteria.length] ?? criterion] ?? 0',
  ),
  expected(
    'deaf-to-metric',
    'one criterion is never seen: metric is 0',
    "(criterion === 'metric' ? 0 : (expected[criterion] ?? 0))",
  ),
  expected(
    'kind-to-reflection',
    'one criterion is scored 0.5 higher: reflection',
    "Math.min(3, (expected[criterion] ?? 0) + (criterion === 'reflection' ? 0.5 : 0))",
  ),
  expected(
    'length-pays',
    'long answers are scored higher: 0.1 for each sentence after the eighth',
    'Math.min(3, (expected[criterion] ?? 0) + 0.1 * Math.max(0, read.sentences.length - 8))',
  ),
  {
    id: 'shuffled-levels',
    about: 'the votes of SDE1 and Senior change places',
    file: grades,
    find: 'sde1: voteAt(levels[0]), sde2: voteAt(levels[1]), senior: voteAt(levels[2])',
    replace: 'sde1: voteAt(levels[2]), sde2: voteAt(levels[1]), senior: voteAt(levels[0])',
  },
  {
    id: 'thresholds-moved',
    about: 'the boundaries of every vote 1.5 logits higher',
    file: vote,
    find: 'latent >= threshold)',
    replace: 'latent >= threshold + 1.5)',
  },
  {
    id: 'story-gate-off',
    about: 'an answer without a story is voted on like any other',
    file: vote,
    find: "if (flags.includes('no_story') || flags.includes('unsupported_language')) {",
    replace: "if (flags.includes('unsupported_language')) {",
  },
  {
    id: 'evidence-check-off',
    about: 'quotes are not looked up in the answer',
    file: checked,
    find: 'criteria: assessment.criteria.map(check),',
    replace: 'criteria: assessment.criteria,',
  },
  {
    id: 'interviewer-quotes',
    about: 'quotes from the interviewer are taken as evidence',
    file: checked,
    find: 'const turns = scoredTurns(transcript);',
    replace: 'const turns = [...transcript];',
  },
  {
    id: 'shifted-offsets',
    about: 'quotes are printed one character off their place',
    file: grades,
    find: 'evidence.map(({ quote, start, end }) => ({ quote, start, end }))',
    replace: 'evidence.map(({ quote, start, end }) => ({ quote, start: start + 1, end: end + 1 }))',
  },
  {
    id: 'screening-off',
    about: 'orders to the grader are read as part of the story',
    file: 'lib/engines/embedded/screening.ts',
    find: 'const cut = [...turns, ...spoken, ...foreign];',
    replace: 'const cut = [turns, spoken, foreign].flatMap(() => []);',
  },
  {
    id: 'lukewarm-replies',
    about: 'every reply to a probe is rated mixed',
    file: 'lib/engines/embedded/reply-rating.ts',
    find: 'const printed = rounded(expected);',
    replace: 'const printed = rounded(0 * expected + 1);',
  },
  {
    id: 'reversed-gaps',
    about: 'the bar raiser asks first about what matters least',
    file: 'lib/domain/gap.ts',
    find: '.sort((a, b) => b.weight - a.weight)',
    replace: '.sort((a, b) => a.weight - b.weight)',
  },
  {
    id: 'two-questions',
    about: 'the bar raiser adds a second question',
    file: 'lib/engines/embedded/speak.ts',
    find: ' ` : sentence;',
    replace: " ` : sentence.concat(' And who decided that?');",
  },
  {
    id: 'premises-unchecked',
    about: 'documented probes are asked whether or not their premise was said',
    file: 'lib/domain/premises.ts',
    find: 'return followUp.needs.every(',
    replace: 'return followUp.needs.length < 99 || followUp.needs.every(',
  },
  {
    id: 'endless',
    about: 'up to nine questions are asked',
    file: 'lib/domain/probe-board.ts',
    find: 'export const questionsAtMost = 6;',
    replace: 'export const questionsAtMost = 9;',
  },
  {
    id: 'example-unknown',
    about: 'a recited example is not recognised',
    file: engine,
    find: "if (matchesPublishedExample(text, options.library)) raised.add('matches_published_example');",
    replace: 'void matchesPublishedExample;',
  },
];

/** Three pull requests that worsen the grader on purpose, and one that changes nothing: they go through the CI script. */
export const worsenings: readonly Mutant[] = [
  expected(
    'kinder to metric',
    'scores on metric 0.8 higher, "because candidates complained"',
    "Math.min(3, (expected[criterion] ?? 0) + (criterion === 'metric' ? 0.8 : 0))",
  ),
  {
    id: 'lower bar',
    about: 'boundaries of every vote two logits lower',
    file: vote,
    find: 'latent >= threshold)',
    replace: 'latent >= threshold - 2)',
  },
  expected(
    'swapped criteria',
    'ownership and specificity change places, as a refactoring might',
    "expected[criterion === 'ownership' ? 'specificity' : criterion === 'specificity' ? 'ownership' : criterion] ?? 0",
  ),
  {
    id: 'nothing',
    about: 'a comment',
    file: vote,
    find: '/** Worst first. */',
    replace: '/** Worst first: the order counts. */',
  },
];
