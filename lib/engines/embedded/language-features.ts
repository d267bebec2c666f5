import type { Token } from './tokens.ts';

/** What a passage does with language, as counts; the models see them scaled, never the passage's length. */
export const languageFeatureNames = [
  'i_agent',
  'we_agent',
  'passive',
  'others_agent',
  'figure',
  'percentage',
  'money',
  'duration',
  'before_after',
  'hedge',
  'hypothetical',
  'negation',
  'quoted_speech',
  'cause',
  'contrast',
  'habit',
  'vague',
  'you_generic',
  'past_tense',
] as const;
export type LanguageFeature = (typeof languageFeatureNames)[number];

const words = (list: string) => new Set(list.split(' '));
const hedges = words(
  'maybe perhaps probably somewhat fairly quite guess suppose kind sort basically roughly mostly hopefully apparently',
);
const conditionals = words("would 'd could should might if imagine suppose hypothetically");
const negations = words(
  "no not nobody none nothing never neither nor without didn't wasn't couldn't don't hadn't isn't can't doesn't wouldn't",
);
const causes = words('because since therefore cause caused why reason due hence means meant');
const contrasts = words('but although though however instead rather yet despite');
const habits = words('always usually generally often normally typically every constantly whenever');
const vague = words(
  'things thing stuff stakeholders alignment various several some something somehow better improved improvement success successful great good nice happy smooth challenges issues synergy impact value together helped worked',
);
const auxiliaries = words("was were been being got get is are be gets 're 's");
const othersAgents = words(
  'he she they team manager lead boss colleague colleagues someone somebody people everybody everyone',
);
const modals = words("would 'd could should might will 'll can may must");
const irregularPast = words(
  'was were had did went said told took made got gave wrote ran built found saw thought came put cut sat rode read left kept held lost won met paid sent spent stood knew brought began chose drew fell felt fought grew heard let led meant rose set showed sold spoke taught understood woke broke bought caught hit asked',
);

/** Counts of each feature in a run of tokens, in the order of `languageFeatureNames`. */
export function languageFeatures(tokens: readonly Token[], text: string): Float32Array {
  const counts: Record<LanguageFeature, number> = {
    i_agent: 0,
    we_agent: 0,
    passive: 0,
    others_agent: 0,
    figure: 0,
    percentage: 0,
    money: 0,
    duration: 0,
    before_after: beforeAfter(tokens),
    hedge: 0,
    hypothetical: 0,
    negation: 0,
    quoted_speech: (text.match(/["“”]/gu)?.length ?? 0) / 2,
    cause: 0,
    contrast: 0,
    habit: 0,
    vague: 0,
    you_generic: 0,
    past_tense: 0,
  };
  tokens.forEach(({ text: word }, index) => {
    const next = tokens[index + 1]?.text ?? '';
    if (word === 'i' && !modals.has(next)) counts.i_agent += 1;
    if (word === 'we' || word === "let's") counts.we_agent += 1;
    if (othersAgents.has(word)) counts.others_agent += 1;
    if (auxiliaries.has(word) && /(?:ed|en|wn|ne|ught|ilt)$/u.test(next)) counts.passive += 1;
    if (word.startsWith('<')) counts.figure += 1;
    if (word === '<pct>') counts.percentage += 1;
    if (word === '<money>') counts.money += 1;
    if (word === '<time>') counts.duration += 1;
    if (hedges.has(word)) counts.hedge += 1;
    if (conditionals.has(word)) counts.hypothetical += 1;
    if (negations.has(word)) counts.negation += 1;
    if (causes.has(word)) counts.cause += 1;
    if (contrasts.has(word)) counts.contrast += 1;
    if (habits.has(word)) counts.habit += 1;
    if (vague.has(word)) counts.vague += 1;
    if (word === 'you') counts.you_generic += 1;
    if (irregularPast.has(word) || /\p{L}{2}ed$/u.test(word)) counts.past_tense += 1;
  });
  return Float32Array.from(languageFeatureNames, (name) => counts[name]);
}

/** Pairs of figures that read as a change: "from 0.3 % to zero", "31 days to 6", "240 a week down to 9", "50 minutes instead of four hours". */
function beforeAfter(tokens: readonly Token[]): number {
  let changes = 0;
  tokens.forEach(({ text }, index) => {
    const joins =
      text === 'to' ||
      text === 'instead' ||
      text === 'from' ||
      text === 'versus' ||
      text === 'against' ||
      text === 'before' ||
      text === 'now';
    if (!joins) return;
    const before = tokens.slice(Math.max(0, index - 5), index).some(isFigure);
    const after = tokens.slice(index + 1, index + 5).some(isFigure);
    if (before && after) changes += 1;
  });
  return changes;
}

function isFigure({ text }: Token): boolean {
  return text.startsWith('<') || text === 'zero' || text === 'one' || text === 'none';
}
