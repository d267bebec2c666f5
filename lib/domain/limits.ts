/** What is limited, and over how long; how often is configured. */
export const limitWindows = {
  turns: 60_000,
  drillAnswers: 60_000,
  interviews: 24 * 3_600_000,
  exports: 3_600_000,
  /** Owners made for one address. */
  owners: 3_600_000,
  /** Sign-in links sent to one e-mail address. */
  signInLinks: 3_600_000,
  /** Stretches of speech sent to be transcribed. */
  transcriptions: 60_000,
  /** Sentences read aloud by a server. */
  sentencesAloud: 60_000,
} as const;

export type LimitKind = keyof typeof limitWindows;

/** How often each is allowed in its window, and how many assessments one owner may have made at once; 0: no limit. */
export type Limits = Readonly<Record<LimitKind | 'assessmentsAtOnce', number>>;

export const noLimits: Limits = {
  turns: 0,
  drillAnswers: 0,
  interviews: 0,
  exports: 0,
  owners: 0,
  signInLinks: 0,
  transcriptions: 0,
  sentencesAloud: 0,
  assessmentsAtOnce: 0,
};

const sentences: Record<LimitKind, (limit: number) => string> = {
  turns: (limit) => `More than ${limit} answers in a minute are not taken.`,
  drillAnswers: (limit) => `More than ${limit} drill answers in a minute are not taken.`,
  interviews: (limit) => `More than ${limit} interviews in a day are not started.`,
  exports: (limit) => `More than ${limit} exports in an hour are not made.`,
  owners: (limit) => `More than ${limit} people have come from your network address within an hour.`,
  signInLinks: (limit) => `More than ${limit} sign-in links in an hour are not sent to one address.`,
  transcriptions: (limit) => `More than ${limit} recordings in a minute are not transcribed.`,
  sentencesAloud: (limit) => `More than ${limit} sentences in a minute are not read aloud.`,
};

/** What a person is told who reached a limit. In: the limit, and whole seconds until it is worth trying again. */
export function limitSentence(kind: LimitKind, limit: number, seconds: number): string {
  return `${sentences[kind](limit)} Please try again in ${duration(seconds)}.`;
}

/** A wait in words: seconds up to a minute and a half, then minutes, then hours, rounded up. In: whole seconds. */
export function duration(seconds: number): string {
  if (seconds <= 90) return counted(seconds, 'second');
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 90 ? counted(minutes, 'minute') : counted(Math.ceil(minutes / 60), 'hour');
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
