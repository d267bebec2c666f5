import { expect, it } from 'vitest';
import { principleSchema } from '#lib/domain/principle.ts';
import { standingOf } from '#lib/domain/standing.ts';
import { readSoFar, studyParts } from '#lib/domain/study-progress.ts';

const held = (interviewId: string, at: number, vote: 'hire' | 'no_hire') => ({
  ...{ interviewId, at, vote },
  principle: 'dive-deep' as const,
  level: 'sde2' as const,
});

const standing = standingOf({
  interviews: [held('first', 1, 'hire'), held('third', 3, 'no_hire'), held('second', 2, 'hire')],
  scenarios: [
    { id: 'a', principle: 'dive-deep' },
    { id: 'b', principle: 'dive-deep' },
    { id: 'c', principle: 'frugality' },
  ],
  readIds: new Set(['b']),
  stories: [['dive-deep', 'frugality'], ['frugality']],
});
const of = (principle: string) => standing.find((line) => line.principle === principle);

it('has a line for every principle, also for those never asked', () => {
  expect(standing.map(({ principle }) => principle)).toEqual(principleSchema.options);
  expect(of('think-big')).toMatchObject({ latest: null, held: 0, questions: 0, read: 0, stories: 0 });
});

it('takes the latest vote, not the best', () => {
  expect(of('dive-deep')).toMatchObject({ latest: { interviewId: 'third', vote: 'no_hire' }, held: 3 });
});

it('counts what was read and which stories carry it', () => {
  expect(of('dive-deep')).toMatchObject({ questions: 2, read: 1, stories: 1 });
  expect(of('frugality')).toMatchObject({ questions: 1, read: 0, stories: 2 });
});

it('calls a scenario read once every part of it was', () => {
  expect(readSoFar([])).toBe('none');
  expect(readSoFar(['quiz'])).toBe('part');
  expect(readSoFar(studyParts)).toBe('all');
});
