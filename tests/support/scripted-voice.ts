import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the scripted server does with one request for a transcription. */
export type Hearing =
  | { text: string; words?: { word: string; start: number; end: number }[]; before?: number }
  | { status: number }
  | { body: string }
  | 'reset';

/** A recording as it arrived. */
export interface HeardRequest {
  fields: Record<string, string[]>;
  audio: { name: string; type: string; bytes: Uint8Array };
  authorization: string | undefined;
}

export interface SpokenRequest {
  model: string;
  voice: string;
  input: string;
  response_format: string;
}

export interface ScriptedVoice {
  /** The base address, ending in /v1. */
  url: string;
  heard: HeardRequest[];
  spoken: SpokenRequest[];
  /** What is heard from the next request on; `count` is how many came before. */
  play(script: (count: number) => Hearing): void;
  /** What a request for speech is answered with from now on: audio, or a status. */
  sing(answer: Uint8Array | number): void;
  close(): Promise<void>;
}

/** The words of a sentence, one every 0.4 seconds from `from` on, as a server gives them with a verbose transcription. */
export function spokenText(
  text: string,
  from = 0.2,
): { text: string; words: { word: string; start: number; end: number }[] } {
  const words = text.split(' ').map((word, index) => ({
    word,
    start: from + index * 0.4,
    end: from + index * 0.4 + 0.3,
  }));
  return { text, words };
}

/** So many seconds of silence as a wave file: what a browser can play. */
export function silence(seconds = 0.1): Uint8Array {
  const rate = 8000;
  const samples = rate * seconds;
  const wave = Buffer.alloc(44 + samples, 128);
  wave.write('RIFF', 0);
  wave.writeUInt32LE(36 + samples, 4);
  wave.write('WAVEfmt ', 8);
  wave.writeUInt32LE(16, 16);
  wave.writeUInt16LE(1, 20);
  wave.writeUInt16LE(1, 22);
  wave.writeUInt32LE(rate, 24);
  wave.writeUInt32LE(rate, 28);
  wave.writeUInt16LE(1, 32);
  wave.writeUInt16LE(8, 34);
  wave.write('data', 36);
  wave.writeUInt32LE(samples, 40);
  return wave;
}

/** A server that hears and speaks as it is told, over real HTTP: `/audio/transcriptions` and `/audio/speech`. */
export async function startScriptedVoice(): Promise<ScriptedVoice> {
  let script: (count: number) => Hearing = () => ({ status: 503 });
  let audio: Uint8Array | number = silence();
  const heard: HeardRequest[] = [];
  const spoken: SpokenRequest[] = [];

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const part of request) chunks.push(Buffer.from(part));
    const body = Buffer.concat(chunks);
    if (request.url === '/v1/audio/transcriptions') {
      heard.push(await readForm(body, request));
      return hear(script(heard.length - 1), response);
    }
    if (request.url === '/v1/audio/speech') {
      spoken.push(JSON.parse(body.toString('utf8')));
      if (typeof audio === 'number') return send(response, audio, { error: { message: 'as scripted' } });
      response.writeHead(200, { 'content-type': 'audio/wav' });
      response.end(audio);
      return;
    }
    send(response, 404, { error: { message: 'no such endpoint' } });
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    );
  });
  server.listen(0, '127.0.0.1');
  await new Promise<void>((resolve) => server.once('listening', () => resolve()));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    heard,
    spoken,
    play: (next) => {
      script = next;
    },
    sing: (answer) => {
      audio = answer;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readForm(body: Buffer, { headers }: IncomingMessage): Promise<HeardRequest> {
  const type = headers['content-type'] ?? '';
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const fields: HeardRequest['fields'] = {};
  for (const [name, value] of form)
    if (typeof value === 'string') fields[name] = [...(fields[name] ?? []), value];
  const file = form.get('file');
  if (!(file instanceof File)) throw new Error('There is no file in the request.');
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { fields, audio: { name: file.name, type: file.type, bytes }, authorization: headers.authorization };
}

async function hear(hearing: Hearing, response: ServerResponse): Promise<void> {
  if (hearing === 'reset') return void response.socket?.resetAndDestroy();
  if ('status' in hearing) return send(response, hearing.status, { error: { message: 'as scripted' } });
  if ('body' in hearing) {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(hearing.body);
    return;
  }
  const { before = 0, ...said } = hearing;
  if (before > 0) await new Promise((resolve) => setTimeout(resolve, before));
  send(response, 200, said);
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}
