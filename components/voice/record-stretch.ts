import type { StretchRecorder } from './recording-recogniser.ts';

/** In the order of preference; Safari records mp4 alone. */
const types = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus', 'audio/webm'];

/** Whether this browser can record what a server can read. */
export function canRecord(): boolean {
  return (
    'mediaDevices' in navigator &&
    typeof MediaRecorder !== 'undefined' &&
    types.some((type) => MediaRecorder.isTypeSupported(type))
  );
}

/** Records what a microphone hears from now on as one file of its own. */
export function recordStretch(stream: MediaStream): StretchRecorder {
  const mimeType = types.find((type) => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(stream, {
    audioBitsPerSecond: 32_000,
    ...(mimeType ? { mimeType } : {}),
  });
  const pieces: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
  const ended = new Promise<Blob>((resolve) => {
    recorder.addEventListener('stop', () => resolve(new Blob(pieces, { type: recorder.mimeType })));
  });
  recorder.start();
  return {
    finish: () => {
      if (recorder.state !== 'inactive') recorder.stop();
      return ended;
    },
  };
}
