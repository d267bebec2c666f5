import { expect, it } from 'vitest';
import { levelLabels, levelOrder, sectionLabels, verdictOrder, voteLabels } from '#components/labels.ts';
import { levelNames, levels } from '#lib/domain/level.ts';
import { sectionNames } from '#lib/domain/section.ts';
import { verdicts, voteNames } from '#lib/domain/verdict.ts';

it('says everything as the domain does', () => {
  expect(levelLabels).toEqual(levelNames);
  expect(levelOrder).toEqual(levels);
  expect(sectionLabels).toEqual(sectionNames);
  expect(voteLabels).toEqual(voteNames);
  expect(verdictOrder).toEqual(verdicts);
});
