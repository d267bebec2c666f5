import { RecentlyRead } from './recently-read.ts';

/** A word of a text in the form the models read: lower case, contractions split, numbers as classes. */
export interface Token {
  text: string;
  /** Offsets in the text it was read from (UTF-16 units). */
  start: number;
  end: number;
}

/** Classes that stand for any figure: a story's own numbers must not be learned. */
export type NumberClass = '<num>' | '<pct>' | '<money>' | '<time>' | '<year>';

const tokenPattern =
  /\p{L}+(?:['’]\p{L}+)*|\d(?:[\d.,:]*\d)?(?:k|m|bn|ms|s|gb|mb|tb|x|h)?(?![\p{L}\d])|\d[\d.,]*|[%€$£¥₹]|[?!]/giu;
const words = (list: string) => new Set(list.split(' '));
const spelledNumbers = words(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen half third quarter',
);
const timeUnits = words(
  'ms millisecond milliseconds s sec secs second seconds minute minutes min mins hour hours hr hrs h day days week weeks month months year years night nights',
);
const currencies = words(
  '€ $ £ ¥ ₹ euro euros dollar dollars pound pounds eur usd gbp yen rupees francs crowns kroner',
);
const bareContractions: Record<string, string[]> = {
  im: ['i', "'m"],
  ive: ['i', "'ve"],
  youre: ['you', "'re"],
  theyre: ['they', "'re"],
  weve: ['we', "'ve"],
  thats: ['that', "'s"],
  didnt: ["didn't"],
  dont: ["don't"],
  wasnt: ["wasn't"],
  couldnt: ["couldn't"],
  doesnt: ["doesn't"],
  hadnt: ["hadn't"],
  isnt: ["isn't"],
  cant: ["can't"],
  wouldnt: ["wouldn't"],
  havent: ["haven't"],
  werent: ["weren't"],
  wont: ["won't"],
};

/** The same sentence is read for its language, for orders in it and for its scores. */
const recent = new RecentlyRead<readonly Token[]>(512);

/** Reads the words of a text. In: any text. Out: tokens in order, each with its offsets in that text. */
export function tokenize(text: string): readonly Token[] {
  return recent.recall(text, () => readTokens(text));
}

function readTokens(text: string): Token[] {
  const raw = [...text.matchAll(tokenPattern)].map((match) => ({
    text: match[0].toLowerCase().replaceAll('’', "'"),
    start: match.index,
    end: match.index + match[0].length,
  }));
  return raw.flatMap((token, index): Token[] => {
    const kind = numberClass(token.text, raw[index - 1]?.text, raw[index + 1]?.text);
    if (kind) return [{ ...token, text: kind }];
    const bare = bareContractions[token.text];
    if (bare) return bare.map((text) => ({ ...token, text }));
    const [, stem, ending] = /^(\p{L}+)('(?:s|m|d|ve|re|ll))$/u.exec(token.text) ?? [];
    if (stem && ending)
      return [
        { ...token, text: stem },
        { ...token, text: ending },
      ];
    return [token];
  });
}

function numberClass(text: string, before = '', after = ''): NumberClass | null {
  const digits = /^\d/u.test(text);
  if (!digits && !spelledNumbers.has(text)) return null;
  if (/^(?:%|percent|per|pct|percentage|points?)$/u.test(after)) return '<pct>';
  if (currencies.has(before) || currencies.has(after)) return '<money>';
  if (timeUnits.has(after) || /\d(?:ms|s|h)$|^\d{1,2}:\d\d$/u.test(text)) return '<time>';
  if (/^(?:19|20)\d\d$/u.test(text)) return '<year>';
  return '<num>';
}
