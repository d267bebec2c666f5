import type { Spoken } from './take.ts';

/** What the composer gives to the voice beside it. */
export interface ComposerHandle {
  draft: string;
  /** Whether a turn may be sent now. */
  open: boolean;
  /** Puts words at the end of what stands there. */
  append: (words: string) => void;
  send: () => void;
  /** Tells what hears; null when nothing does any more. */
  hears: (hearing: Hearing | null) => void;
  /** Tells whether something was said that does not stand there yet. */
  owes: (owing: boolean) => void;
}

/** What the composer asks of the voice before it sends. */
export interface Hearing {
  /** Resolves when all that was said stands in the composer: false where something could not be written down. */
  settle: () => Promise<boolean>;
  /** How the text was spoken; a new turn begins with it. */
  take: (text: string) => Spoken | null;
}
