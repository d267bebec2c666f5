import { expect, it } from 'vitest';
import { readRecording } from '#lib/http/read-recording.ts';

const sent = (body: BodyInit | null, type: string) =>
  readRecording(
    new Request('http://localhost/', { method: 'POST', body, headers: { 'content-type': type } }),
  );

it('takes audio as a browser records it, whatever its codec is called', async () => {
  const bytes = new Uint8Array([1, 2, 3]);
  expect(await sent(bytes, 'audio/webm;codecs=opus')).toEqual({ bytes, type: 'audio/webm' });
  expect(await sent(bytes, 'audio/mp4')).toEqual({ bytes, type: 'audio/mp4' });
});

it.each([
  ['text/plain', 'words'],
  ['audio/midi', 'words'],
  ['audio/webm', ''],
])('refuses %s holding "%s"', async (type, body) => {
  await expect(sent(body, type)).rejects.toMatchObject({ code: 'bad_request' });
});

it('refuses more than can be transcribed at once, and takes as much as that', async () => {
  const limit = 10 * 1024 * 1024;
  expect((await sent(new Uint8Array(limit), 'audio/wav')).bytes).toHaveLength(limit);
  await expect(sent(new Uint8Array(limit + 1), 'audio/wav')).rejects.toMatchObject({
    code: 'body_too_large',
  });
});
