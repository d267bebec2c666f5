import {
  between,
  type ContradictionRule,
  distance,
  firstPair,
  leadingUp,
  numberIn,
  phrase,
  sameWord,
} from './contradiction-rule.ts';
import { numberSource } from './quantities.ts';
import { type Statement, statements } from './statements.ts';

const several = '(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d+)';
const workers = '(?:colleagues|engineers|developers|teammates|people|others)';
const did = '(?:did|built|wrote|fixed|coded|made|designed|delivered|implemented|rewrote)';
const whole =
  '(?:it|this|that|everything|all of it|the whole (?:thing|project|work|system|migration|rewrite))';
const alone =
  "(?:(?:entirely|completely|all|totally) (?:by myself|alone|on my own)|single-?handedly|without (?:any|anyone['’]?s?|anybody['’]?s?) help)";
const onceOnly =
  /\b(?:first|at first|initially|until then|later|after|afterwards|then|by the end|in the end|eventually|finally|part|first version|prototype|weekend)\b/iu;

/** Done "entirely by myself", and by "the four of us in the project". */
const aloneTogether: ContradictionRule = {
  id: 'alone_together',
  about: () => 'who worked on it',
  find: (turns) =>
    firstPair(
      statements(
        turns,
        phrase(
          `(?:worked on|${did}) ${whole} ${alone}`,
          `i (?:worked|was working) (?:on ${whole} )?${alone}`,
          `${did} (?:everything|the whole (?:thing|project|work|system|migration|rewrite)) (?:by myself|alone|on my own)`,
          'nobody (?:else )?(?:helped me|(?:worked on|touched) (?:it|this|the (?:project|code)))',
        ),
      ),
      statements(
        turns,
        phrase(
          `(?:of )?the ${several} of us (?:in|on|who (?:worked|built|wrote))(?: (?:the project|it|this|that))?`,
          `(?:the |all )?${several} of us (?:worked on|${did}) ${whole}`,
          `${several} ${workers} and (?:i|me) (?:worked|${did})`,
          `we were (?:a team of )?${several} (?:on|in) (?:the project|it|this)`,
          `(?:my|a|another) (?:colleague|teammate|developer|engineer)(?: \\p{Lu}\\p{L}+)? (?:${did}|took) (?:half|most) of (?:it|this|the (?:work|code))`,
          `(?:my colleagues?|my teammates?) and i (?:worked on|${did}) ${whole}(?: together)?`,
        ),
      ),
      (one, other) => !onceOnly.test(leadingUp(one)) && !onceOnly.test(leadingUp(other)),
    ),
};

const cameRound = /\b(?:later|after|afterwards|by the end|in the end|eventually|finally)\b/iu;
const opponents = '(?:against (?:it|that|this|the \\p{L}+)|who (?:disagreed|objected|said no|opposed it))';

/** "The only one who was against it", with the signatures of nine. */
const aloneSupported: ContradictionRule = {
  id: 'alone_supported',
  about: () => 'who was on your side',
  find: (turns) =>
    firstPair(
      statements(
        turns,
        phrase(
          `i was the only (?:one|person|voice|engineer|developer)(?: (?:in|on|at) (?:the |our |my )?\\p{L}+){0,2}(?: (?:who|that) was)? ${opponents}`,
          '(?:nobody|no one) (?:else )?(?:agreed with me|was on my side|supported me|backed me|shared my (?:view|opinion))',
        ),
      ),
      statements(
        turns,
        phrase(
          `(?:signatures|support|backing) of (?:all )?(?:my |our |the )?${several} (?:of (?:my|our|the) )?${workers}`,
          `(?:all )?${several} (?:of (?:my|our|the) )?${workers} (?:were |had |already )?(?:signed|on my side|with me|behind me|agreed with me|backed me|supported me)`,
          '(?:the|my) whole team (?:was|stood|were) (?:behind me|on my side|with me)',
        ),
      ),
      (_, supporters) => !cameRound.test(leadingUp(supporters)),
    ),
};

/** "The only developer", among "the other three developers of my team". */
const onlyOneOfMany: ContradictionRule = {
  id: 'only_one_of_many',
  about: ([first, second]) =>
    `how many ${first.groups.role ?? second.groups.role ?? 'people'}s there were`
      .replace(/ss\b/u, 's')
      .toLowerCase(),
  find: (turns) =>
    firstPair(
      statements(
        turns,
        phrase(
          'i was the only (?<role>developer|engineer|designer|analyst|tester) (?:in|on) (?:the|my|our) (?:team|project)',
        ),
      ),
      statements(
        turns,
        phrase(
          `(?:the|my) (?:other|fellow) (?:${several} )?(?<role>developer|engineer|designer|analyst|tester)s (?:in|on|of) (?:the|my|our) (?:team|project)`,
        ),
      ),
      (one, other) => sameWord(one.groups.role, other.groups.role),
    ),
};

/** The size of the candidate's own team, told twice. */
const sizeOfTeam: ContradictionRule = {
  id: 'size_of_team',
  about: () => 'the size of your team',
  find: (turns) => {
    const told = statements(
      turns,
      phrase(
        `(?:my|our) team of(?: (?:about|around|just|only|exactly))? (?<size>${numberSource})`,
        `(?:(?:my|our) team (?:was|had|is|has)|we were (?:a team of )?)(?: (?:about|around|just|only|exactly))? ?(?<count>${numberSource})(?= (?:people|engineers|developers|of us|persons|members)|[.,;])`,
      ),
    );
    return firstPair(told, told, (one, other) => {
      const [first, second] = [sizeIn(one), sizeIn(other)];
      return first !== null && second !== null && first !== second;
    });
  },
};

const sizeIn = (statement: Statement) => numberIn(statement, 'size') ?? numberIn(statement, 'count');

/** "In the meeting I told her", and "I was off sick, so my lead went to it instead of me". */
const thereAndAway: ContradictionRule = {
  id: 'there_and_away',
  about: () => 'who was in that meeting',
  find: (turns) =>
    firstPair(
      statements(
        turns,
        phrase(
          'in (?:the|that) (?:\\p{L}+ )?(?:meeting|review|call|session|workshop|presentation),? i (?:told|said|showed|presented|argued|explained|stood)',
        ),
      ),
      statements(
        turns,
        phrase(
          '(?:went|presented|stood in|spoke|attended)(?: (?:to|in|at) (?:it|that|the (?:meeting|review|call)))?,? (?:instead of me|in my place)',
          "i (?:was not|wasn['’]t|could not be|couldn['’]t be) (?:in|at) (?:the|that) (?:\\p{L}+ )?(?:meeting|review|call|session|workshop|presentation)",
        ),
      ),
      (there, away) =>
        distance(there, away) < 500 &&
        away.start > there.start &&
        !/\b(?:next|second|another|following|later)\b/iu.test(between(there, away)),
    ),
};

/** "I never told anyone", and "I told the CTO". */
const silentAndLoud: ContradictionRule = {
  id: 'silent_and_loud',
  about: () => 'whom you told',
  find: (turns) =>
    firstPair(
      statements(
        turns,
        phrase(
          'i never (?:told|raised|mentioned|said) (?:it |this |that |a word |anything )?(?:about it )?(?:to )?(?:anyone|anybody)',
        ),
      ),
      statements(
        turns,
        phrase(
          'i (?:told|raised it with|brought it to|showed it to|presented it to) (?:the|my|our) (?:cto|ceo|lead|tech lead|manager|director|boss|whole team|board|vp)',
        ),
      ),
      (silent, loud) => !onceOnly.test(leadingUp(silent)) && !onceOnly.test(leadingUp(loud)),
    ),
};

export const contradictingPeople: readonly ContradictionRule[] = [
  aloneTogether,
  aloneSupported,
  onlyOneOfMany,
  sizeOfTeam,
  thereAndAway,
  silentAndLoud,
];
