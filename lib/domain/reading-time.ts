import type { Scenario } from './scenario.ts';
import { sections } from './section.ts';
import { countWords } from './spoken-time.ts';

/**
 * Silent reading of English non-fiction: 238 words a minute on average over 190 studies (Brysbaert 2019, "How many
 * words do we read per minute?", Journal of Memory and Language 109).
 */
const readWordsPerMinute = 238;

/** Whole minutes a scenario's page takes to read, at least one: what is read at one level, with one retelling. */
export function readingMinutes(scenario: Scenario): number {
  const texts = [
    scenario.overview,
    ...scenario.takeaways,
    ...sections.flatMap((section) => {
      const { strong, coaching, mistake } = scenario.sections[section];
      return [strong, coaching, mistake];
    }),
    ...scenario.follow_ups.flatMap(({ question, probes, weak, strong }) => [
      question,
      probes,
      weak.reply,
      weak.why,
      strong.reply,
    ]),
    scenario.weak_answer.text,
    ...scenario.weak_answer.flaws.map(({ why }) => why),
    scenario.weak_answer.bar_raiser_thinks,
    ...scenario.quiz.flatMap(({ question, options, explanation }) => [question, ...options, explanation]),
  ];
  return Math.max(1, Math.round(countWords(texts.join(' ')) / readWordsPerMinute));
}
