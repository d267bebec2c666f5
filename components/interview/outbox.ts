import { parseSpoken, type Spoken } from '#components/voice/take.ts';

/** A turn on its way: kept in the browser until the server has answered it. */
export interface PendingTurn {
  clientTurnId: string;
  text: string;
  /** The question it answers, so that a window that is behind is told so. */
  repliesTo: string | null;
  /** How it was spoken; absent where it was typed. */
  spoken?: Spoken | undefined;
}

/** What keeps words over a reload: the browser's local storage, or a map in a test. */
export type WordStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const draftKey = (interviewId: string) => `bar-raiser.draft.${interviewId}`;
const outboxKey = (interviewId: string) => `bar-raiser.outbox.${interviewId}`;
/** Written whenever a reply has arrived; other tabs hear of it by the storage event. */
export const progressKey = (interviewId: string) => `bar-raiser.progress.${interviewId}`;

/** The words typed and not yet sent; empty when there are none. */
export function readDraft(store: WordStore, interviewId: string): string {
  return store.getItem(draftKey(interviewId)) ?? '';
}

export function keepDraft(store: WordStore, interviewId: string, text: string): void {
  if (text) store.setItem(draftKey(interviewId), text);
  else store.removeItem(draftKey(interviewId));
}

/** The turn that was sent and not yet answered, or null. What is not such a turn counts as none. */
export function readOutbox(store: WordStore, interviewId: string): PendingTurn | null {
  const stored = store.getItem(outboxKey(interviewId));
  return stored === null ? null : parsePendingTurn(stored);
}

export function keepOutbox(store: WordStore, interviewId: string, turn: PendingTurn | null): void {
  if (turn) store.setItem(outboxKey(interviewId), JSON.stringify(turn));
  else store.removeItem(outboxKey(interviewId));
}

/** Forgets everything kept for an interview: it was deleted or has ended. */
export function forgetWords(store: WordStore, interviewId: string): void {
  for (const key of [draftKey, outboxKey, progressKey]) store.removeItem(key(interviewId));
}

function parsePendingTurn(stored: string): PendingTurn | null {
  try {
    const value: unknown = JSON.parse(stored);
    if (typeof value !== 'object' || value === null) return null;
    if (!('clientTurnId' in value) || !('text' in value)) return null;
    const { clientTurnId, text } = value;
    if (typeof clientTurnId !== 'string' || typeof text !== 'string') return null;
    const repliesTo = 'repliesTo' in value && typeof value.repliesTo === 'string' ? value.repliesTo : null;
    const spoken = 'spoken' in value ? parseSpoken(value.spoken) : null;
    return { clientTurnId, text, repliesTo, ...(spoken ? { spoken } : {}) };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
