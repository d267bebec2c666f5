import { expect, it } from 'vitest';
import { loadLibrary } from '#lib/content/library.ts';
import { rubricPage } from '#lib/content/rubric-page.ts';
import { practisedPrincipleSchema } from '#lib/domain/rubric.ts';
import { unvalidatedCriteria } from '#lib/domain/unvalidated.ts';

const page = rubricPage(loadLibrary().rubric);

it('stands in content/rubric as the YAML says', async () => {
  await expect(page).toMatchFileSnapshot('../../../content/rubric/README.md');
});

it('has a row for every criterion, and says of which principles no answers are rated', () => {
  expect(page.match(/^\| `/gmu)).toHaveLength(loadLibrary().rubric.criteria.length);
  const unrated = practisedPrincipleSchema.options.filter((each) => unvalidatedCriteria(each).length > 0);
  expect(page.match(/^Not yet checked/gmu)).toHaveLength(unrated.length);
});
