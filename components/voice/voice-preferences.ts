import type { WordStore } from '#components/interview/outbox.ts';

/** How a person likes to speak and listen, kept in the browser. */
export interface VoicePreferences {
  handsFree: boolean;
  aloud: boolean;
  /** The microphone that was chosen; null: the system's own choice. */
  device: string | null;
}

const key = 'bar-raiser.voice';
export const usual: VoicePreferences = { handsFree: false, aloud: true, device: null };

/** What is kept; what can't be read counts as not chosen. */
export function readVoicePreferences(store: WordStore): VoicePreferences {
  const stored = store.getItem(key);
  if (stored === null) return usual;
  try {
    const value: unknown = JSON.parse(stored);
    if (typeof value !== 'object' || value === null) return usual;
    const { handsFree, aloud, device } = { handsFree: null, aloud: null, device: null, ...value };
    return {
      handsFree: typeof handsFree === 'boolean' ? handsFree : usual.handsFree,
      aloud: typeof aloud === 'boolean' ? aloud : usual.aloud,
      device: typeof device === 'string' ? device : usual.device,
    };
  } catch (error) {
    if (error instanceof SyntaxError) return usual;
    throw error;
  }
}

export function keepVoicePreferences(store: WordStore, preferences: VoicePreferences): void {
  store.setItem(key, JSON.stringify(preferences));
}
