import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLabelled } from '#evals/training/data.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { encodeWeights, readWeights } from '#lib/engines/embedded/weights.ts';

describe('readWeights', () => {
  const { header, model } = readWeights();

  it('reads back what was written, to the byte', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'weights-')), 'weights.bin');
    const written = encodeWeights(model, header);
    writeFileSync(path, written);
    const again = readWeights(path);
    expect(again.header).toEqual(header);
    expect(written.equals(encodeWeights(again.model, again.header))).toBe(true);
  });

  it('ships at most 8 MB, trained on the data that is here', () => {
    expect(encodeWeights(model, header).length).toBeLessThanOrEqual(8 * 2 ** 20);
    expect(header.answers).toBe(readLabelled().length);
  });

  it.each([
    ['missing', null],
    ['cut short', Buffer.from([9, 0, 0, 0, 123])],
    ['of another kind', Buffer.from('{"no": "weights"}')],
  ])('says what to do when the file is %s', (_, bytes) => {
    const path = join(mkdtempSync(join(tmpdir(), 'weights-')), 'weights.bin');
    if (bytes) writeFileSync(path, bytes);
    expect(() => readWeights(path)).toThrow(BarRaiserError);
  });
});
