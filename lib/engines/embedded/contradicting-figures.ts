import {
  type ContradictionRule,
  distance,
  exceeds,
  firstPair,
  numberIn,
  phrase,
  sameWord,
} from './contradiction-rule.ts';
import { numberSource, readNumber } from './quantities.ts';
import { statements } from './statements.ts';

const about = '(?:(?:about|around|roughly|nearly|over|almost|some|just|only|more than) )?';
const period = '(?:day|week|month|quarter|year|night|shift)';
const fell =
  '(?:fell|dropped|went down|declined|decreased|sank|shrank|was reduced|were reduced|was cut|were cut|is down|are down)';
const rose = '(?:rose|grew|climbed|increased|went up)';
const money = `[€$£]? ?${numberSource}(?: (?:euros?|dollars?|pounds?))?`;

/** "Login failures" of "Login failures fell"; the words that carry the meaning. */
function subjectOf(quote: string): string {
  const slight =
    /^(?:went|down|up|was|were|is|are|and|so|then|the|but|our|my|fell|dropped|declined|decreased|sank|shrank|reduced|cut)$/iu;
  return quote
    .split(/\s+/u)
    .filter((word) => !slight.test(word))
    .join(' ')
    .toLowerCase();
}

/** Nothing falls by more than all of it. */
const fallBeyondZero: ContradictionRule = {
  id: 'fall_beyond_zero',
  about: ([first]) => `how far ${subjectOf(first.quote)} fell`,
  find: (turns) =>
    firstPair(
      statements(turns, phrase(`(?:[\\p{L}-]{1,30} ){1,3}${fell}`)),
      statements(
        turns,
        phrase(
          `by ${about}(?<percent>${numberSource}) (?:percent|per cent)`,
          `by ${about}(?<share>${numberSource}) ?%(?!\\S)`,
        ),
      ),
      (told, amount) =>
        exceeds(numberIn(amount, 'percent') ?? numberIn(amount, 'share'), 100, 1) &&
        told.turn.id === amount.turn.id &&
        amount.start - (told.start + told.quote.length) === 1,
    ),
};

/** "2,400 of that day's pallets" of "900 pallets a day". */
const partBeyondWhole: ContradictionRule = {
  id: 'part_beyond_whole',
  about: ([first, second]) =>
    `the number of ${(first.groups.noun ?? second.groups.noun ?? 'them').toLowerCase()}`,
  find: (turns) =>
    firstPair(
      statements(
        turns,
        phrase(`(?<whole>${numberSource}) (?<noun>\\p{L}+s) (?:a|per|each|every) (?<period>${period})`),
      ),
      statements(
        turns,
        phrase(
          `(?<part>${numberSource}) of (?:that|the|this|one) (?<period>${period})['’]s (?<noun>\\p{L}+s)`,
        ),
      ),
      (whole, part) =>
        exceeds(numberIn(part, 'part'), numberIn(whole, 'whole'), 1.2) &&
        sameWord(whole.groups.noun, part.groups.noun) &&
        sameWord(whole.groups.period, part.groups.period),
    ),
};

/** "14 of the 12 tests": the part and the whole in one breath. */
const partOfLess: ContradictionRule = {
  id: 'part_of_less',
  about: ([, second]) => `how many of the ${second.groups.noun ?? 'total'}`.toLowerCase(),
  find: (turns) =>
    firstPair(
      statements(
        turns,
        phrase(
          `(?<part>\\d[\\d,]{0,14}|${numberSource})(?= (?:out of|of)(?: the| our| all| those| my| their)* (?:\\d|\\p{L}))`,
        ),
      ),
      statements(
        turns,
        phrase(
          `(?:out of|of)(?: the| our| all| those| my| their)+ (?<whole>${numberSource}) (?<noun>\\p{L}{3,}s)`,
        ),
      ),
      (part, whole) =>
        exceeds(numberIn(part, 'part'), numberIn(whole, 'whole'), 1) &&
        part.turn.id === whole.turn.id &&
        whole.start - (part.start + part.quote.length) === 1,
    ),
};

/** What "fell" from 20 to 45, or "rose" from 9 to 4. */
const wrongDirection: ContradictionRule = {
  id: 'wrong_direction',
  about: ([first]) =>
    `how ${subjectOf(first.quote) || 'the figure'} moved`.replace(/ (?:rose|grew|climbed|increased)\b/u, ''),
  find: (turns) =>
    firstPair(
      statements(turns, phrase(`(?:[\\p{L}-]{1,30} ){1,3}(?<move>${fell}|${rose})`)),
      statements(
        turns,
        phrase(
          `from ${about}[€$£]?(?<from>${numberSource}) ?(?<unit>%|\\p{L}+)?(?: (?:a|per) \\p{L}+)? to ${about}[€$£]?(?<to>${numberSource})(?! ?(?:k|million|thousand|billion|hours?|minutes?|days?|weeks?|seconds?|ms|milliseconds?|gb|mb|kb|tb)\\b)`,
        ),
      ),
      (move, change) => {
        if (move.turn.id !== change.turn.id || change.start - (move.start + move.quote.length) !== 1)
          return false;
        const [from, to] = [numberIn(change, 'from'), numberIn(change, 'to')];
        const unit = change.groups.unit ?? '';
        if (unit !== '' && !/^(?:%|percent|per|a)$/iu.test(unit)) return false;
        return new RegExp(fell, 'iu').test(move.groups.move ?? '')
          ? exceeds(to, from, 1.2)
          : exceeds(from, to, 1.2);
      },
    ),
};

/** Saved more in a year than the whole costs in a year. */
const savedMoreThanSpent: ContradictionRule = {
  id: 'saved_more_than_spent',
  about: () => 'what it cost and what it saved',
  find: (turns) =>
    firstPair(
      statements(
        turns,
        phrase(
          `(?:costs?|pays? us|paid us|brings? in|is worth|was worth|spent|budget (?:was|of)|bill (?:was|of)|revenue (?:was|of|is))(?: us| them)? ${about}(?<amount>${money}) (?:a|per|each|every) (?<period>year|month)(?: in total| altogether)?`,
        ),
      ),
      statements(
        turns,
        phrase(
          `(?:saved|saves|saving|secured|protected|recovered)(?: us| them| the company)? ${about}(?<amount>${money}) (?:of yearly|of annual|a|per|each|every) ?(?<period>year|month|revenue)`,
        ),
      ),
      (whole, saved) => {
        const yearly = sameWord(saved.groups.period, 'revenue') ? 'year' : saved.groups.period;
        return (
          exceeds(amountIn(saved.groups.amount), amountIn(whole.groups.amount), 2) &&
          sameWord(yearly, whole.groups.period) &&
          distance(whole, saved) < 300
        );
      },
    ),
};

function amountIn(text: string | undefined): number | null {
  return readNumber((text ?? '').replace(/[€$£]|euros?|dollars?|pounds?/giu, '').trim());
}

const skipped =
  /^(?:went|fell|dropped|rose|grew|came|got|brought|took|cut|reduced|raised|lowered|the|our|my|a|an|it|we|i|and|was|were|is|are|has|had|have|down|up|gone)$/iu;

/** The same figure's change told twice, with another start or another end. */
const changeOfMetric: ContradictionRule = {
  id: 'change_of_metric',
  about: ([first]) => `the ${metricOf(first.groups.metric) ?? 'figure'}`,
  find: (turns) => {
    const told = statements(
      turns,
      phrase(
        `(?<metric>(?:[\\p{L}-]{1,30} ){2,4})from ${about}(?<from>${numberSource}) ?(?<unit>%|percent|per cent|ms|milliseconds|seconds|minutes|hours|days|a week|a month|a day)?,? (?:down |up )?to ${about}(?<to>${numberSource})`,
      ),
    );
    return firstPair(told, told, (one, other) => {
      const metric = metricOf(one.groups.metric);
      if (metric === null || !metric.includes(' ') || metric !== metricOf(other.groups.metric)) return false;
      return (
        (numberIn(one, 'from') === numberIn(other, 'from')) !==
        (numberIn(one, 'to') === numberIn(other, 'to'))
      );
    });
  },
};

/** The last two content words before "from": "drop rate", "login failures". */
function metricOf(words: string | undefined): string | null {
  const content = (words ?? '')
    .trim()
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '' && !skipped.test(word));
  return content.length === 0 ? null : content.slice(-2).join(' ');
}

export const contradictingFigures: readonly ContradictionRule[] = [
  partBeyondWhole,
  partOfLess,
  savedMoreThanSpent,
  changeOfMetric,
  wrongDirection,
  fallBeyondZero,
];
