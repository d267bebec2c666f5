import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noLimits } from '#lib/domain/limits.ts';
import { createVoice } from '#lib/engines/voice/voice.ts';
import type { ServiceContext } from '#lib/services/context.ts';
import { describeVoice } from '#lib/services/describe-voice.ts';
import { speakAloud } from '#lib/services/speak-aloud.ts';
import { transcribeSpeech } from '#lib/services/transcribe-speech.ts';
import {
  type ScriptedVoice,
  silence,
  spokenText,
  startScriptedVoice,
} from '#tests/support/scripted-voice.ts';
import { createWorld, holdInterview, started } from '#tests/support/world.ts';

let server: ScriptedVoice;
let context: ServiceContext;
let interviewId: string;
const recording = { bytes: new Uint8Array([26, 69, 223, 163, 1]), type: 'audio/webm' } as const;

beforeEach(async () => {
  server = await startScriptedVoice();
  const voice = createVoice({
    TRANSCRIBE_MODEL: 'whisper-1',
    TRANSCRIBE_BASE_URL: server.url,
    TRANSCRIBE_API_KEY: 'scripted',
    SPEECH_MODEL: 'tts',
    SPEECH_BASE_URL: server.url,
    SPEECH_VOICE: 'ash',
    SPEECH_FORMAT: 'wav',
  });
  context = { ...(await createWorld().open()), voice };
  interviewId = await started(context);
});
afterEach(() => server.close());

const hear = () => transcribeSpeech({ context, input: { interviewId, recording } });

describe('transcription', () => {
  it('gives the words with their times, and sends the audio as it was recorded', async () => {
    server.play(() => spokenText('I told them no.'));
    expect(await hear()).toEqual({
      text: 'I told them no.',
      words: [
        ['I', 0.2, 0.5],
        ['told', 0.6, 0.9],
        ['them', 1, 1.3],
        ['no.', 1.4, 1.7],
      ],
    });
    const [request] = server.heard;
    expect(request?.audio).toEqual({ name: 'answer.webm', type: 'audio/webm', bytes: recording.bytes });
    expect(request?.fields).toMatchObject({
      model: ['whisper-1'],
      response_format: ['verbose_json'],
      'timestamp_granularities[]': ['word'],
      language: ['en'],
    });
    expect(request?.authorization).toBe('Bearer scripted');
  });

  it('gives the words without times where the server has none, or times that run backwards', async () => {
    server.play(() => ({ text: ' Only words. ' }));
    expect(await hear()).toEqual({ text: 'Only words.', words: null });
    const backwards = [
      { word: 'two', start: 5, end: 6 },
      { word: 'one', start: 1, end: 2 },
    ];
    server.play(() => ({ text: 'two one', words: backwards }));
    expect(await hear()).toEqual({ text: 'two one', words: null });
  });

  it('tries once more by itself when the server stumbles', async () => {
    server.play((count) => (count === 0 ? { status: 500 } : spokenText('Heard.')));
    expect((await hear()).text).toBe('Heard.');
    expect(server.heard).toHaveLength(2);
  });

  it.each([
    [{ status: 401 }, 'model_refused_key'],
    [{ status: 404 }, 'model_unknown'],
    [{ status: 429 }, 'model_over_quota'],
    [{ status: 500 }, 'model_failed'],
    [{ status: 400 }, 'model_request_refused'],
    [{ body: '{"no":"text"}' }, 'model_bad_output'],
    ['reset', 'model_unreachable'],
  ] as const)('says what was wrong: %j', async (hearing, code) => {
    server.play(() => hearing);
    await expect(hear()).rejects.toMatchObject({ code, message: expect.stringContaining('whisper-1') });
  });

  it('hears nobody else’s interview, and none that is over', async () => {
    const input = { interviewId, recording };
    await expect(
      transcribeSpeech({ context: { ...context, ownerId: 'other' }, input }),
    ).rejects.toMatchObject({
      code: 'not_found',
    });
    await holdInterview(context, interviewId);
    await expect(hear()).rejects.toMatchObject({ code: 'interview_over' });
    expect(server.heard).toEqual([]);
  });

  it('is limited, and says when to go on', async () => {
    server.play(() => spokenText('Heard.'));
    context = { ...context, limits: { ...noLimits, transcriptions: 1 } };
    await hear();
    await expect(hear()).rejects.toMatchObject({ code: 'too_many_requests' });
    expect(server.heard).toHaveLength(1);
  });
});

describe('reading aloud', () => {
  const speak = (text = 'What did you do?') => speakAloud({ context, input: { interviewId, text } });

  it('streams what the server speaks, in the voice that is set', async () => {
    const { type, audio } = await speak();
    expect(type).toBe('audio/wav');
    expect(new Uint8Array(await new Response(audio).arrayBuffer())).toEqual(new Uint8Array(silence()));
    expect(server.spoken).toEqual([
      { model: 'tts', voice: 'ash', input: 'What did you do?', response_format: 'wav' },
    ]);
  });

  it('says what was wrong', async () => {
    server.sing(401);
    await expect(speak()).rejects.toMatchObject({ code: 'model_refused_key' });
  });

  it('speaks for nobody else', async () => {
    context = { ...context, ownerId: 'other' };
    await expect(speak()).rejects.toMatchObject({ code: 'not_found' });
    expect(server.spoken).toEqual([]);
  });
});

it('says plainly that nothing is set up where nothing is', async () => {
  const bare = { ...context, voice: createVoice({}) };
  expect(describeVoice({ context: bare })).toEqual({ transcription: null, speech: null });
  await expect(transcribeSpeech({ context: bare, input: { interviewId, recording } })).rejects.toMatchObject({
    code: 'model_settings',
  });
});

it('tells the page whom audio and words are sent to', () => {
  const host = new URL(server.url).host;
  expect(describeVoice({ context })).toEqual({
    transcription: { model: 'whisper-1', host },
    speech: { model: 'tts', host },
  });
});
