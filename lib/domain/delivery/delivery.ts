import { countWords, speakingSeconds } from '#lib/domain/clock.ts';
import type { Pace } from '#lib/domain/report-schema.ts';
import { type FillerKind, findFillers } from './fillers.ts';
import { longestPause, type Pause } from './longest-pause.ts';
import { type Persons, personsOverTime } from './pronouns.ts';
import { type SectionTime, sectionTimes } from './section-times.ts';
import { rateOverTime, spokenSpan, wordsAMinute } from './speaking-rate.ts';
import type { SpokenWord } from './spoken-word.ts';

/** One thing the candidate said, as far as its sound is known. */
export interface SaidTurn {
  id: string;
  text: string;
  /** Seconds it took to say; null where it was typed. */
  spokenSeconds: number | null;
  words: readonly SpokenWord[] | null;
}

/** How an interview sounded. Beside the assessment, never part of it: nothing here is read by a vote. */
export interface Delivery {
  spokenTurns: number;
  turns: number;
  /** Of all that was spoken; null where nothing was, or too little. */
  wordsAMinute: number | null;
  spokenSeconds: number;
  /** How often each filler was said, the most frequent first; null where nothing was spoken. */
  fillers: { kind: FillerKind; count: number }[] | null;
  fillersAMinute: number | null;
  /** null without word times. */
  pause: (Pause & { turnId: string }) | null;
  /** Pace of the story in stretches of about fifteen seconds; empty without word times. */
  rate: { start: number; end: number; wordsAMinute: number }[];
  /** "I" and "we" from the beginning of the interview to its end. */
  persons: Persons[];
  sections: SectionTime[];
  /** Of the story: measured where its sound is known, else at 150 words a minute. */
  story: { seconds: number; measured: boolean } | null;
}

const stretchSeconds = 15;
const personStretches = 10;

/**
 * How the interview sounded.
 * @param turns what the candidate said, meta turns left out, in order
 * @param story the turn that tells the story, with the pace as the debrief has it; null where none was told
 */
export function deliveryOf(
  turns: readonly SaidTurn[],
  story: { turnId: string; pace: Pace } | null,
): Delivery {
  const spoken = turns.filter(({ spokenSeconds }) => spokenSeconds !== null);
  const seconds = spoken.reduce((sum, turn) => sum + (turn.spokenSeconds ?? 0), 0);
  const words = spoken.reduce((sum, turn) => sum + (turn.words?.length ?? countWords(turn.text)), 0);
  const told = turns.find(({ id }) => id === story?.turnId);
  const fillers = spoken.length > 0 ? fillerCounts(spoken) : null;
  const fillerCount = fillers?.reduce((sum, { count }) => sum + count, 0) ?? 0;
  return {
    spokenTurns: spoken.length,
    turns: turns.length,
    wordsAMinute: wordsAMinute(words, seconds),
    spokenSeconds: seconds,
    fillers,
    fillersAMinute: wordsAMinute(words, seconds) === null ? null : (fillerCount / seconds) * 60,
    pause: pauseOf(turns),
    rate: told?.words ? ratesOf(told.words) : [],
    persons: personsOverTime(turns.map(({ text }) => text).join('\n'), personStretches),
    sections: story && told ? sectionTimes(story.pace.sections, told) : [],
    story: told ? storyTime(told) : null,
  };
}

function fillerCounts(turns: readonly SaidTurn[]): { kind: FillerKind; count: number }[] {
  const counts = new Map<FillerKind, number>();
  for (const { kind } of turns.flatMap(({ text }) => findFillers(text)))
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).toSorted((a, b) => b.count - a.count);
}

function pauseOf(turns: readonly SaidTurn[]): Delivery['pause'] {
  const pauses = turns.flatMap(({ id, words }) => {
    const pause = words && longestPause(words);
    return pause ? [{ ...pause, turnId: id }] : [];
  });
  return pauses.toSorted((a, b) => b.seconds - a.seconds)[0] ?? null;
}

function ratesOf(words: readonly SpokenWord[]): Delivery['rate'] {
  return rateOverTime(words, stretchSeconds).map(({ start, end, words: count }) => ({
    start,
    end,
    wordsAMinute: (count / (end - start)) * 60,
  }));
}

function storyTime({ text, spokenSeconds, words }: SaidTurn): Delivery['story'] {
  if (words && words.length > 0) return { seconds: spokenSpan(words), measured: true };
  if (spokenSeconds !== null) return { seconds: spokenSeconds, measured: true };
  return { seconds: speakingSeconds(countWords(text)), measured: false };
}
