import type { Move } from '#lib/domain/move.ts';
import { publishedExample, type Scenario } from '#lib/domain/scenario.ts';
import { checkSpeech } from '#lib/domain/speech-check.ts';
import { speechSentences } from '#lib/domain/speech-sentences.ts';
import type { Transcript } from '#lib/domain/transcript.ts';
import type { SpeakOptions } from '../engine.ts';
import { waysToSay } from './compose.ts';
import { openingOf, usedOpenings } from './openings.ts';
import { loadMannerWordings, loadWordings, type Wordings } from './wordings.ts';

let loaded: Wordings | undefined;
const byManner = new Map<string, Wordings>();

/**
 * The bar raiser's next words without a model, sentence by sentence; the pieces joined are the utterance. Composed
 * from content/wordings.yaml, the move's wording and the candidate's own words; whatever fails the speech check gives
 * way to the move's wording alone. Varied by `options.random` and by what was said before, nothing else.
 */
export async function* speak(
  move: Move,
  transcript: Transcript,
  scenario: Scenario,
  options: SpeakOptions,
): AsyncGenerator<string> {
  const wordings = wordingsFor(options.manner);
  const sentences = speechSentences(utterance(move, transcript, scenario, { ...options, wordings }));
  for (const [index, sentence] of sentences.entries()) {
    yield index < sentences.length - 1 ? `${sentence} ` : sentence;
  }
}

function wordingsFor(manner: string | undefined): Wordings {
  loaded ??= loadWordings();
  if (manner === undefined) return loaded;
  const own = byManner.get(manner) ?? loadMannerWordings(manner);
  byManner.set(manner, own);
  return own;
}

/** The whole utterance; exported so that it can be tested with other wordings. */
export function utterance(
  move: Move,
  transcript: Transcript,
  scenario: Scenario,
  { wordings, random }: Pick<SpeakOptions, 'random'> & { wordings: Wordings },
): string {
  const ways = waysToSay(move, { transcript, scenario, wordings, random });
  const context = { move, transcript, example: publishedExample(scenario) };
  const mayBeSaid = (text: string) => checkSpeech(text, context).length === 0;
  const used = usedOpenings(transcript);
  const fresh = ways.filter((text) => !used.all.has(openingOf(text)));
  const tired = ways.filter((text) => used.all.has(openingOf(text)) && openingOf(text) !== used.last);
  return fresh.find(mayBeSaid) ?? tired.find(mayBeSaid) ?? move.wording;
}
