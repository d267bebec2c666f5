import {
  between,
  type ContradictionRule,
  distance,
  durationIn,
  exceeds,
  firstPair,
  leadingUp,
  phrase,
  sameWord,
} from './contradiction-rule.ts';
import { durationSource } from './quantities.ts';
import { statements } from './statements.ts';

const worked = `(?:i|we) (?:worked|had worked|was working|were working|coded|laboured)(?: on (?:it|this|that|the \\p{L}+))?(?: [\\p{L}-]+){0,4} for (?<length>${durationSource})`;
const wholeWork =
  '(?:(?:the|this) (?:whole|entire) (?:thing|project|work|migration|effort|story|rewrite|build)|(?:the|this|my|our) (?:project|migration|rewrite|rollout))';
const wholeLength = `(?:(?:${wholeWork}|it all|all of it|everything) (?:took|lasted)|in total (?:it|this|that) took|(?:it|this|that) took(?: (?:me|us))?(?= [^.]{0,30}\\b(?:in total|altogether|overall|all in all|from start to finish)))(?: (?:me|us))?(?: (?:about|around|roughly|nearly|almost|some|just|only|exactly))? (?<length>${durationSource})`;

/** "I worked on it for five months" on work that was to be done, and was, within six weeks. */
const workBeyondWindow: ContradictionRule = {
  id: 'work_beyond_window',
  about: () => 'how long the work took',
  find: (turns) => {
    const kept = statements(
      turns,
      phrase(
        `before the ${durationSource} (?:were|was) (?:over|up)`,
        '(?:in|on) time',
        `(?:${durationSource}) early`,
        'ahead of (?:time|the deadline|schedule)',
        'before the deadline',
        '(?:met|made|kept|held) the (?:deadline|date)',
      ),
    );
    if (kept.length === 0) return null;
    const windows = statements(
      turns,
      phrase(`(?:within|in|had|gave (?:me|us)) (?:exactly |only |just )?(?<length>${durationSource})`),
    ).filter(
      (window) =>
        /\b(?:demanded|wanted|needed|required|asked for|deadline|gave|had to|must|otherwise|contract)\b/iu.test(
          `${leadingUp(window)} ${window.quote}`,
        ) ||
        /^[^.!?]{0,40}\b(?:until|before|left|to (?:do|build|deliver|finish)|for (?:it|the whole))\b/iu.test(
          window.turn.text.slice(window.start + window.quote.length),
        ),
    );
    return firstPair(statements(turns, phrase(worked)), windows, (work, window) =>
      exceeds(durationIn(work, 'length'), durationIn(window, 'length'), 1.3),
    );
  },
};

/** The length of the whole work, told twice; or work on it for longer than the whole. */
const lengthOfWork: ContradictionRule = {
  id: 'length_of_work',
  about: () => 'how long it took',
  find: (turns) => {
    const told = statements(turns, phrase(wholeLength));
    const apart = firstPair(told, told, (one, other) => {
      const [first, second] = [durationIn(one, 'length'), durationIn(other, 'length')];
      return exceeds(first, second, 1.5) || exceeds(second, first, 1.5);
    });
    return (
      apart ??
      firstPair(statements(turns, phrase(worked)), told, (work, whole) =>
        exceeds(durationIn(work, 'length'), durationIn(whole, 'length'), 1.3),
      )
    );
  },
};

const turned = /\b(?:not|instead|rather|but|later|until|then|months?|weeks?|year|after)\b/iu;

/** "I lost the argument and they kept it, as I had proposed." */
const lostAndWon: ContradictionRule = {
  id: 'lost_and_won',
  about: () => 'how the decision went',
  find: (turns) =>
    firstPair(
      statements(
        turns,
        phrase(
          'i (?:lost (?:the|that|this) (?:argument|vote|debate|discussion|decision)|was (?:overruled|outvoted))',
          'my (?:proposal|idea|plan) was (?:rejected|turned down|voted down)',
        ),
      ),
      statements(
        turns,
        phrase(
          "(?:as|like|just as|exactly as|what|the way) i(?: had|['’]d)? (?:proposed|suggested|wanted|asked for|argued for)",
          '(?:they|he|she|everyone|everybody) (?:accepted|approved|adopted|chose|went with) my (?:proposal|idea|plan|version)',
          'i (?:won|had won) (?:the|that|this) (?:argument|vote|debate|discussion)',
        ),
      ),
      (lost, won) => distance(lost, won) < 120 && !turned.test(between(lost, won)),
    ),
};

const works = '(?:project|rewrite|migration|feature|service|release)';

/** "The rewrite was never shipped", and "the rewrite went live in June". */
const neverAndLive: ContradictionRule = {
  id: 'never_and_live',
  about: () => 'whether it went live',
  find: (turns) =>
    firstPair(
      statements(
        turns,
        phrase(
          `the (?<work>${works}) (?:was never|never) (?:shipped|went live|launched|released|deployed|rolled out)`,
          `the (?<dropped>${works}) was (?:cancelled|scrapped|abandoned)`,
        ),
      ),
      statements(
        turns,
        phrase(
          `the (?<work>${works}) (?:went live|launched|shipped|was (?:launched|shipped|deployed|rolled out)) (?:on|in|at|after) [^.,;]{2,25}`,
          `since the (?<dropped>${works}) went live`,
        ),
      ),
      (never, live) =>
        sameWord(never.groups.work ?? never.groups.dropped, live.groups.work ?? live.groups.dropped),
    ),
};

export const contradictingCourse: readonly ContradictionRule[] = [
  workBeyondWindow,
  lengthOfWork,
  lostAndWon,
  neverAndLive,
];
