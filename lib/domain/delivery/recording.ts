import { z } from 'zod';

/** The audio formats browsers record, and what a file of each is called: servers tell the format by the name. */
export const recordingFileNames = {
  'audio/webm': 'answer.webm',
  'audio/ogg': 'answer.ogg',
  'audio/mp4': 'answer.mp4',
  'audio/wav': 'answer.wav',
  'audio/mpeg': 'answer.mp3',
} as const;

export const recordingTypeSchema = z.enum([
  'audio/webm',
  'audio/ogg',
  'audio/mp4',
  'audio/wav',
  'audio/mpeg',
]);
export type RecordingType = z.infer<typeof recordingTypeSchema>;
