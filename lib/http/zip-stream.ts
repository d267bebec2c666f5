import { strToU8, Zip, ZipDeflate } from 'fflate';

/**
 * Files as one zip archive, packed as they come, so that no more than one of them is held at a time. `at` is the time
 * they bear (milliseconds since the epoch). What the files throw, the stream fails with.
 */
export function zipStream(
  files: AsyncIterable<{ path: string; text: string }>,
  at: number,
): ReadableStream<Uint8Array> {
  const chunks = packed(files, at);
  return new ReadableStream({
    pull: async (controller) => {
      const next = await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: async () => {
      await chunks.return(undefined);
    },
  });
}

async function* packed(
  files: AsyncIterable<{ path: string; text: string }>,
  at: number,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const flush = () => {
    const bytes = Buffer.concat(ready);
    ready = [];
    return bytes;
  };
  for await (const { path, text } of files) {
    const entry = new ZipDeflate(path, { level: 6 });
    entry.mtime = at;
    zip.add(entry);
    entry.push(strToU8(text), true);
    yield flush();
  }
  zip.end();
  yield flush();
}
