import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { type Interviewer, interviewerSchema } from '#lib/domain/loop/interviewer.ts';
import { defaultDirectory, readContent } from './library.ts';

const loaded = new Map<string, readonly Interviewer[]>();

/**
 * Those who ask in a loop, in the order of their ids, read once per directory and process.
 * @param directory holds one folder for each, with interviewer.yaml; by default the project's own `content/interviewers`.
 * @throws BarRaiserError internal, naming the file, when one is missing, breaks its schema or is not named after its id.
 */
export function loadInterviewers(
  directory: string = join(defaultDirectory(), 'interviewers'),
): readonly Interviewer[] {
  const known = loaded.get(directory);
  if (known) return known;
  const interviewers = readdirSync(directory)
    .sort()
    .map((folder) => {
      const interviewer = readContent(join(directory, folder, 'interviewer.yaml'), interviewerSchema);
      if (interviewer.id === folder) return interviewer;
      throw new BarRaiserError(
        'internal',
        `An interviewer's folder is named after its id, ${interviewer.id}.`,
      );
    });
  loaded.set(directory, interviewers);
  return interviewers;
}

/** The interviewer with this id; null for one who is no longer among them. */
export function findInterviewer(id: string): Interviewer | null {
  return loadInterviewers().find((interviewer) => interviewer.id === id) ?? null;
}
