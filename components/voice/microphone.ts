import type { VoiceProblem } from './recogniser.ts';
import { levelOf } from './voice-activity.ts';

/** An open microphone: what it hears, and how loud it is now. */
export interface Microphone {
  stream: MediaStream;
  /** What the system calls it; empty where it does not say. */
  label: string;
  /** Root mean square of the last samples, 0 to 1. */
  level(): number;
  close(): void;
}

/** Why a microphone can't be opened. */
export class MicrophoneError extends Error {
  readonly problem: VoiceProblem;

  constructor(problem: VoiceProblem, options?: ErrorOptions) {
    super(problem, options);
    this.name = 'MicrophoneError';
    this.problem = problem;
  }
}

/** By the names getUserMedia gives its errors (https://w3c.github.io/mediacapture-main/#dom-mediadevices-getusermedia). */
const problems: Record<string, VoiceProblem> = {
  NotAllowedError: 'not-allowed',
  SecurityError: 'not-allowed',
  NotFoundError: 'no-microphone',
  OverconstrainedError: 'no-microphone',
  NotReadableError: 'microphone-busy',
  AbortError: 'microphone-busy',
};

/**
 * Opens a microphone: the one that was chosen, or the system's where that is gone.
 * @throws MicrophoneError.
 */
export async function openMicrophone(device: string | null): Promise<Microphone> {
  // A page that comes over plain HTTP from another machine has no media devices at all.
  if (!('mediaDevices' in navigator)) throw new MicrophoneError('not-allowed');
  const audio = {
    echoCancellation: true,
    noiseSuppression: true,
    ...(device ? { deviceId: { ideal: device } } : {}),
  };
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio });
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    throw new MicrophoneError(problems[error.name] ?? 'microphone-busy', { cause: error });
  }
  const audioContext = new AudioContext();
  const analyser = audioContext.createAnalyser();
  analyser.fftSize = 2048;
  audioContext.createMediaStreamSource(stream).connect(analyser);
  // A context that was made without a press of a key or a button begins suspended.
  if (audioContext.state === 'suspended') void audioContext.resume();
  const samples = new Float32Array(analyser.fftSize);
  return {
    stream,
    label: stream.getAudioTracks()[0]?.label ?? '',
    level: () => {
      analyser.getFloatTimeDomainData(samples);
      return levelOf(samples);
    },
    close: () => {
      for (const track of stream.getTracks()) track.stop();
      void audioContext.close();
    },
  };
}

/** The microphones there are. Their names are told only once one of them was allowed. */
export async function listMicrophones(): Promise<{ id: string; label: string }[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind, deviceId, label }) => kind === 'audioinput' && deviceId !== '' && label !== '')
    .map(({ deviceId: id, label }) => ({ id, label }));
}
