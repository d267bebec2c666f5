import type { SpokenWord } from '#lib/domain/delivery/spoken-word.ts';

/** A stretch of speech as text. Times are seconds of listening since the room was entered. */
export interface Heard {
  text: string;
  /** null where the recogniser gives no times. */
  words: SpokenWord[] | null;
  start: number;
  end: number;
}

export type VoiceProblem =
  /** The person, or a setting of the browser, does not allow the microphone. */
  | 'not-allowed'
  | 'no-microphone'
  /** The microphone is there and can't be opened: another program holds it, as a rule. */
  | 'microphone-busy'
  /** The recogniser can't reach what it needs. */
  | 'network'
  | 'language'
  /** It ended again and again without being told to. */
  | 'stopped'
  /** A server could not write down what was recorded; the recording is kept in the page. */
  | 'untranscribed';

export type RecogniserEvent =
  /** `true` from the moment that words are heard. */
  | { type: 'listening'; on: boolean }
  /** Words that may still change; they replace those before. */
  | { type: 'interim'; text: string }
  /** Words that stay; the interim ones are gone with them. */
  | { type: 'heard'; heard: Heard }
  /** Somebody speaks, the recogniser thinks; whether it makes words of it is another matter. */
  | { type: 'voice' }
  /** How loud it is, 0 to 1, and whether that is a voice: where the sound itself is looked at. */
  | { type: 'level'; level: number; speaking: boolean }
  /** Recordings that are not yet words. */
  | { type: 'unwritten'; count: number }
  | { type: 'problem'; problem: VoiceProblem; detail: string | null };

/** What turns speech into text: the browser's own recogniser, or recordings that a server writes down. */
export interface Recogniser {
  start(): void;
  /** Listens no longer; what was said so far still arrives. */
  stop(): void;
  /** Resolves when nothing more is to come: true where all that was said is written down. */
  settle(): Promise<boolean>;
  /** Tries again what failed; throws away what failed. */
  retry(): void;
  discard(): void;
  /** Lets everything go. Interim words are handed over before. */
  close(): void;
}

export type Notify = (event: RecogniserEvent) => void;
