import { describe, expect, it } from 'vitest';
import { loadLibrary } from '#lib/content/library.ts';
import { explain } from '#lib/domain/explanation.ts';
import { criterionIn, scores } from '#lib/domain/rubric.ts';

const { rubric } = loadLibrary();

describe('a score explained', () => {
  it.each(scores)('says what was found at %i and what the next one needs, in the rubric’s words', (score) => {
    const entry = criterionIn(rubric, 'metric');
    const { found, anchor, next } = explain({ criterion: 'metric', score }, rubric);
    expect(found).toBe(entry.reading[score]);
    expect(anchor).toBe(entry.anchors[score]);
    expect(next).toEqual(
      score === 3 ? null : { score: score + 1, needs: entry.next[score === 0 ? 1 : score === 1 ? 2 : 3] },
    );
  });

  it('says of a withheld one that no words show it, and claims nothing else', () => {
    const { found, next } = explain({ criterion: 'metric', score: null }, rubric);
    expect(found).toContain('No words were found');
    expect(next?.score).toBe(1);
  });

  it('says of an estimated one that it is an estimate, never that something was found', () => {
    const { found, next } = explain({ criterion: 'candour', score: 2, estimated: true }, rubric);
    expect(found).toBe('Candour is estimated at 2 from how well the story is told as a whole.');
    expect(next?.needs).toBe(criterionIn(rubric, 'candour').next[3]);
  });
});
