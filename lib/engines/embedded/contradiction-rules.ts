import type { CandidateTurn } from '#lib/domain/transcript.ts';
import { durationSource, numberSource, readDuration, readNumber } from './quantities.ts';
import { overlap, type Statement, statements } from './statements.ts';

export type Pair = readonly [Statement, Statement];

/** A way in which two statements exclude each other. */
export interface ContradictionRule {
  id: string;
  /** A noun phrase for "You said two things about ...". */
  about: (pair: Pair) => string;
  find: (turns: readonly CandidateTurn[]) => Pair | null;
}

const any = (source: string) => new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'giu');

function firstPair(
  ones: readonly Statement[],
  others: readonly Statement[],
  exclude: (one: Statement, other: Statement) => boolean,
): Pair | null {
  for (const one of ones) {
    const other = others.find(
      (candidate) => candidate !== one && !overlap(one, candidate) && exclude(one, candidate),
    );
    if (other) return inOrder(one, other);
  }
  return null;
}

function inOrder(one: Statement, other: Statement): Pair {
  const later =
    one.turnIndex > other.turnIndex || (one.turnIndex === other.turnIndex && one.start > other.start);
  return later ? [other, one] : [one, other];
}

const number = (statement: Statement, group: string) => readNumber(statement.groups[group] ?? '');
const duration = (statement: Statement, group: string) => readDuration(statement.groups[group] ?? '');

/** Characters between two statements of one turn; infinite across turns. */
function distance(one: Statement, other: Statement): number {
  return one.turn.id === other.turn.id ? Math.abs(one.start - other.start) : Number.POSITIVE_INFINITY;
}

const fall =
  '(?:fell|dropped|went down|declined|decreased|sank|shrank|were reduced|was reduced|were cut|was cut|are down|is down)';

/** Nothing falls by more than all of it. */
const fallBeyondZero: ContradictionRule = {
  id: 'fall_beyond_zero',
  about: ([first]) => `how far ${subjectOf(first.quote)} fell`,
  find: (turns) => {
    const falls = statements(turns, any(`(?<subject>(?:[\\p{L}-]+ ){1,3})${fall}`));
    const amounts = statements(
      turns,
      any(
        `by (?:about |around |roughly |nearly |over |almost |some |more than )?(?<percent>${numberSource}) ?(?:%|percent|per cent)`,
      ),
    );
    return firstPair(
      falls,
      amounts.filter((amount) => (number(amount, 'percent') ?? 0) > 100),
      (told, amount) =>
        told.turn.id === amount.turn.id && amount.start - (told.start + told.quote.length) === 1,
    );
  },
};

function subjectOf(quote: string): string {
  const words = quote
    .split(/\s+/u)
    .slice(0, -1)
    .filter((each) => !/^(?:went|was|were|is|are|and|so|then|the|but)$/iu.test(each));
  return words.join(' ').toLowerCase();
}

/** "2,400 of that day's pallets" of "900 pallets a day"; "14 of the 12 tests". */
const partBeyondWhole: ContradictionRule = {
  id: 'part_beyond_whole',
  about: ([first, second]) =>
    `the number of ${first.groups.noun ?? second.groups.noun ?? 'them'}`.toLowerCase(),
  find: (turns) => {
    const wholes = statements(
      turns,
      any(
        `(?<whole>${numberSource}) (?<noun>\\p{L}+s) (?:a|per|each|every) (?<period>day|week|month|night|shift|year)`,
      ),
    );
    const parts = statements(
      turns,
      any(
        `(?<part>${numberSource}) of (?:that|the|this|one) (?<period>day|week|month|night|shift|year)['’]s (?<noun>\\p{L}+s)`,
      ),
    );
    return firstPair(wholes, parts, (whole, part) => {
      const [all, some] = [number(whole, 'whole'), number(part, 'part')];
      return (
        all !== null &&
        some !== null &&
        some > 1.2 * all &&
        same(whole.groups.noun, part.groups.noun) &&
        same(whole.groups.period, part.groups.period)
      );
    });
  },
};

const same = (one: string | undefined, other: string | undefined) =>
  one !== undefined && other !== undefined && one.toLowerCase() === other.toLowerCase();

/** "I worked on it for five months" on a piece of work that was to be done, and was, within six weeks. */
const workBeyondWindow: ContradictionRule = {
  id: 'work_beyond_window',
  about: () => 'how long the work took',
  find: (turns) => {
    const works = statements(
      turns,
      any(
        `(?:i|we) (?:worked|had worked|was working|were working)(?: on (?:it|this|that))?(?: [\\p{L}-]+){0,4} for (?<work>${durationSource})`,
      ),
    );
    const windows = statements(turns, any(`(?:within|in) (?<window>${durationSource})`));
    const kept = statements(
      turns,
      any(
        `(?:before the (?<window>${durationSource.replaceAll('(?<', '(?:')}) (?:were|was) (?:over|up)|(?:in|on) time|(?:${durationSource}) early|ahead of (?:time|the deadline)|before the deadline|met the deadline)`,
      ),
    );
    if (kept.length === 0) return null;
    const demanded = windows.filter(({ turn, start }) =>
      /\b(?:demanded|wanted|needed|required|asked for|deadline|gave (?:me|us)|had to|must|otherwise|contract)\b[^.!?]*$/iu.test(
        turn.text.slice(Math.max(0, start - 120), start),
      ),
    );
    return firstPair(works, demanded, (work, window) => {
      const [worked, allowed] = [duration(work, 'work'), duration(window, 'window')];
      return worked !== null && allowed !== null && worked > 1.3 * allowed;
    });
  },
};

const alone =
  "(?:entirely|completely|all|totally) (?:by myself|alone|on my own)|single-?handedly|without (?:any|anyone(?:['’]s)?|anybody(?:['’]s)?) help|(?:it|everything|all of it) (?:all )?(?:by myself|alone|on my own)";
const several = '(?:two|three|four|five|six|seven|eight|nine|ten|\\d+)';

/** Done "entirely by myself", and by "the four of us in the project". */
const aloneTogether: ContradictionRule = {
  id: 'alone_together',
  about: () => 'who worked on it',
  find: (turns) =>
    firstPair(
      statements(
        turns,
        any(
          `(?:worked on (?:it|this|that)|did (?:it|this|that|everything|all of it)|built (?:it|this|that|everything)|wrote (?:it|this|that|everything)) (?:${alone})|(?:did|built|wrote|fixed|ran|delivered) (?:it|this|that|everything|the whole (?:thing|project|work)) (?:all )?(?:by myself|alone|on my own)(?= for| in|[.,;]|$)`,
        ),
      ),
      statements(
        turns,
        any(
          `(?:of )?the ${several} of us (?:in|on|who (?:worked|built|wrote)) (?:the project|it|this|that)|(?:the )?${several} of us (?:worked on|built|wrote|did|delivered) (?:it|this|that)|${several} (?:colleagues|engineers|developers|teammates|people) and (?:i|me) (?:worked|built|wrote|did)|we were (?:a team of )?${several} (?:on|in) (?:the project|it|this)`,
        ),
      ),
      () => true,
    ),
};

const opponents = '(?:against (?:it|that|this|the \\p{L}+)|who (?:disagreed|objected|said no|opposed it))';

/** "The only one who was against it", with the signatures of nine. */
const aloneSupported: ContradictionRule = {
  id: 'alone_supported',
  about: () => 'who was on your side',
  find: (turns) =>
    firstPair(
      statements(
        turns,
        any(
          `i was the only (?:one|person|voice)(?: (?:in|on|at) (?:the |our |my )?\\p{L}+){0,2}(?: (?:who|that) was)? ${opponents}`,
        ),
      ),
      statements(
        turns,
        any(
          `(?:signatures|support|backing) of (?:all )?(?:my |our |the )?${several} (?:of (?:my|our|the) )?(?:engineers|colleagues|developers|people|teammates)|(?:all )?${several} (?:engineers|colleagues|developers|people|teammates|others) (?:were |had )?(?:signed|on my side|with me|behind me|agreed with me|backed me|supported me)`,
        ),
      ),
      (_, supporters) =>
        !/\b(?:later|after|afterwards|by the end|in the end|eventually|finally)\b/iu.test(
          supporters.turn.text.slice(Math.max(0, supporters.start - 60), supporters.start),
        ),
    ),
};

/** "I lost the argument and they kept it, as I had proposed." */
const lostAndWon: ContradictionRule = {
  id: 'lost_and_won',
  about: () => 'how the decision went',
  find: (turns) =>
    firstPair(
      statements(
        turns,
        any(
          'i (?:lost (?:the|that|this) (?:argument|vote|debate|discussion|decision)|was (?:overruled|outvoted))',
        ),
      ),
      statements(
        turns,
        any(
          "(?:as|like|just as|exactly as|what|the way) i(?: had|['’]d)? (?:proposed|suggested|wanted|asked for|argued for)|(?:they|he|she) (?:accepted|approved|adopted|chose|went with) my (?:proposal|idea|plan|version)",
        ),
      ),
      (lost, won) =>
        distance(lost, won) < 90 &&
        !/\b(?:not|instead|rather|but|later|until|then|months?|weeks?|year)\b/iu.test(between(lost, won)),
    ),
};

function between(one: Statement, other: Statement): string {
  const [first, second] = inOrder(one, other);
  return first.turn.text.slice(first.start + first.quote.length, second.start);
}

/** "In the meeting I told her", and "I was off sick, so my lead went to it instead of me". */
const thereAndAway: ContradictionRule = {
  id: 'there_and_away',
  about: () => 'who was in that meeting',
  find: (turns) =>
    firstPair(
      statements(
        turns,
        any(
          'in the (?:\\p{L}+ )?(?:meeting|review|call|session|workshop)(?: meeting)?,? i (?:told|said|showed|presented|argued|explained)',
        ),
      ),
      statements(
        turns,
        any(
          '(?:went|presented|stood in|spoke|attended)(?: (?:to|in) (?:it|that))?,? (?:instead of me|in my place|for me because i was (?:off|ill|sick|away))',
        ),
      ),
      (there, away) =>
        there.turn.id === away.turn.id &&
        away.start > there.start &&
        distance(there, away) < 400 &&
        /\bthat was\b/iu.test(between(there, away)),
    ),
};

const wholeWork =
  '(?:(?:the|this) (?:whole|entire) (?:thing|project|work|migration|effort|story|rewrite)|(?:the|this|my|our) (?:project|migration|rewrite|rollout))';

/** The length of the whole work, told twice. */
const lengthOfWork: ContradictionRule = {
  id: 'length_of_work',
  about: () => 'how long it took',
  find: (turns) => {
    const told = statements(
      turns,
      any(
        `(?:(?:${wholeWork}|it all|all of it|everything) (?:took|lasted)|in total (?:it|this|that) took|(?:it|this|that) took(?: (?:me|us))?(?= [^.]{0,30}\\b(?:in total|altogether|overall|all in all|from start to finish)))(?: (?:me|us))?(?: (?:about|around|roughly|nearly|almost|some|just|only|exactly))? (?<length>${durationSource})`,
      ),
    );
    return firstPair(told, told, (one, other) => {
      const [first, second] = [duration(one, 'length'), duration(other, 'length')];
      return first !== null && second !== null && Math.max(first, second) > 1.5 * Math.min(first, second);
    });
  },
};

/** The size of the candidate's own team, told twice. */
const sizeOfTeam: ContradictionRule = {
  id: 'size_of_team',
  about: () => 'the size of your team',
  find: (turns) => {
    const told = statements(
      turns,
      any(
        `(?:(?:my|our) team of|(?:my|our) team (?:was|had|is|has)|we were (?:a team of )?)(?: (?:about|around|just|only|exactly))? ?(?<size>${numberSource})(?= (?:people|engineers|developers|of us|persons|members)|[.,;])`,
      ),
    );
    return firstPair(told, told, (one, other) => {
      const [first, second] = [number(one, 'size'), number(other, 'size')];
      return first !== null && second !== null && first !== second;
    });
  },
};

/** The same figure's change, told twice with another start or end. */
const changeOfMetric: ContradictionRule = {
  id: 'change_of_metric',
  about: ([first]) => `the ${(first.groups.metric ?? 'figure').trim().toLowerCase()}`,
  find: (turns) => {
    const told = statements(
      turns,
      any(
        `(?<metric>(?:[\\p{L}-]+ ){2})(?:went|fell|dropped|rose|grew|came|decreased|increased|improved|climbed)(?: (?:down|up))? from (?:about |around |roughly |nearly |some )?(?<from>${numberSource}) ?(?<unit>%|percent|per cent|ms|milliseconds|seconds|minutes|hours|days|a week|a month|a day)?,? to (?:about |around |roughly |nearly |some |just )?(?<to>${numberSource})`,
      ),
    );
    return firstPair(told, told, (one, other) => {
      const [from, otherFrom, to, otherTo] = [
        number(one, 'from'),
        number(other, 'from'),
        number(one, 'to'),
        number(other, 'to'),
      ];
      return same(one.groups.metric, other.groups.metric) && (from === otherFrom) !== (to === otherTo);
    });
  },
};

export const contradictionRules: readonly ContradictionRule[] = [
  partBeyondWhole,
  workBeyondWindow,
  aloneTogether,
  aloneSupported,
  lostAndWon,
  thereAndAway,
  lengthOfWork,
  sizeOfTeam,
  changeOfMetric,
  fallBeyondZero,
];
