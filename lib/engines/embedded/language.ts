import { tokenize } from './tokens.ts';

/** other: another language than English. none: words, but of no language that people speak to each other. */
export type LanguageReading = 'english' | 'other' | 'none';

const words = (list: string) => new Set(list.split(' '));

/** Function words: the most frequent closed-class words of each language, which hardly any sentence does without. */
const english = words(
  "the a an and or but so that this these those it its i you he she we they me him her us them my your his our their of to in on at for with from by as about into after before over under between was were is are be been being am have has had do did does would could should will can may might not no n't 's 'd 'm 've 're 'll if then than because when while where which who what how why there here all some any each every just only very also more most up out off down one said got went yeah um uh like nobody everyone let's didn't don't wasn't couldn't",
);
const others: readonly ReadonlySet<string>[] = [
  words(
    'el la los las un una unos de del que y en no se por para con su sus lo le les como más pero yo mi nos era fue había ha son está esta este esto ese eso cuando donde porque sin sobre entre ya muy todo todos también',
  ),
  words(
    'le la les un une des du de et est que qui dans en pour pas ne sur avec au aux ce cette ces son sa ses nous vous ils elle je il mon ma mes plus par mais ou où était avait été sont ont j d l qu c n s',
  ),
  words(
    'der die das ein eine einen einem einer eines und ist war nicht ich wir sie er es mit von zu zum zur auf für im den dem des als auch bei sich nach aus wie aber dass haben hat hatte wurde werden sind noch nur über vor durch dann wenn mein unser bitte alle jedem',
  ),
  words(
    'il lo la gli le un una di del della dei delle che e è in non si per con su come più ma io mi ho ha abbiamo era erano sono stato questo questa quando dove perché senza anche tutto tutti nel nella al alla',
  ),
  words(
    'o a os as um uma de do da dos das que e em não se por para com seu sua como mais mas eu meu nós era foi tinha são está este esta isso quando onde porque sem sobre também tudo no na ao',
  ),
  words(
    'de het een en van in is dat op te voor met niet zijn er maar ook als bij dit wij ik je we ze hij naar om aan door was waren heb had hebben werd worden deze die wat nog al uit over toen mijn onze',
  ),
  words(
    'i w na z do się nie to że jest był była było o po za od dla jak ale czy tak już tylko przez przy może ich jego jej mnie nas nam ten ta te które który',
  ),
  words(
    'och att det som en på är av för med den till inte om ett har jag vi de var men så från när kan ska hade min vår detta man eller',
  ),
  words(
    've bir bu da de için ile çok ben biz o ne gibi ama daha olarak sonra kadar var yok mi olan her şey benim',
  ),
];

/** At least this share of the words of running text are function words of its language (dev and train: 0.17 and up). */
const leastShare = 0.12;
/** A language is told by this many of its function words: one or two are a name or an abbreviation. */
const leastFound = 4;

/** The language of a passage of at least a few words. In: any text, and how many function words tell a language. Out: english also where there is too little to tell. */
export function readLanguage(text: string, enough = leastFound): LanguageReading {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters > 0 && latin < 0.6 * letters) return 'other';
  const tokens = tokenize(text).filter(({ text: word }) => /^['\p{L}]/u.test(word));
  const found = (list: ReadonlySet<string>) => tokens.filter(({ text: word }) => list.has(word)).length;
  const own = found(english) / tokens.length;
  const most = Math.max(...others.map(found));
  const best = most / tokens.length;
  if (most >= enough && best >= leastShare && best > own + 0.05) return best >= 0.2 ? 'other' : 'none';
  if (own < leastShare && tokens.length >= 10) return 'none';
  return 'english';
}
