import { ApiError, post } from '#components/api-error.ts';
import { type Say, SilentError } from './aloud.ts';

/** Says a sentence in the voice of the server. */
export function sayByServer(interviewId: string): Say {
  return async (text, signal) => {
    const address = URL.createObjectURL(await fetchSpeech(interviewId, text));
    try {
      if (!signal.aborted) await play(address, signal);
    } finally {
      URL.revokeObjectURL(address);
    }
  };
}

async function fetchSpeech(interviewId: string, text: string): Promise<Blob> {
  try {
    const response = await post('/api/voice/speech', { interviewId, text });
    return await response.blob();
  } catch (error) {
    throw error instanceof ApiError ? new SilentError({ cause: error }) : error;
  }
}

function play(address: string, signal: AbortSignal): Promise<void> {
  const player = new Audio(address);
  return new Promise((resolve, reject) => {
    player.addEventListener('ended', () => resolve());
    player.addEventListener('error', () => reject(new SilentError()));
    signal.addEventListener('abort', () => {
      player.pause();
      // Still loading, it would ask for an address that is about to be taken back.
      player.removeAttribute('src');
      player.load();
      resolve();
    });
    player.play().catch((error: unknown) => {
      // Before the first press of a key or button a browser plays nothing; a player that is paused at once says so too.
      if (signal.aborted) resolve();
      else reject(new SilentError({ cause: error }));
    });
  });
}
