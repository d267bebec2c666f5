import { expect, it } from 'vitest';
import { readVoiceSettings } from '#lib/engines/voice/settings.ts';

it('sets nothing up for a key alone', () => {
  const variables = { OPENAI_API_KEY: 'k', TRANSCRIBE_API_KEY: 'k', SPEECH_API_KEY: 'k', SPEECH_MODEL: ' ' };
  expect(readVoiceSettings(variables)).toEqual({ transcription: null, speech: null });
});

it('takes a server of one’s own, without a key and without OpenAI’s', () => {
  const { transcription, speech } = readVoiceSettings({
    TRANSCRIBE_MODEL: 'whisper-1',
    TRANSCRIBE_BASE_URL: 'http://127.0.0.1:8000/v1',
    OPENAI_API_KEY: 'not for others',
    SPEECH_MODEL: 'kokoro',
    SPEECH_BASE_URL: 'http://127.0.0.1:8880/v1',
    SPEECH_VOICE: 'af_heart',
  });
  expect(transcription).toEqual({
    model: 'whisper-1',
    baseUrl: 'http://127.0.0.1:8000/v1',
    apiKey: undefined,
    language: 'en',
    wordTimes: true,
  });
  expect(speech).toMatchObject({ voice: 'af_heart', format: 'mp3', apiKey: undefined });
});

it('takes OpenAI without an address, and knows which of its models give no times', () => {
  const { transcription } = readVoiceSettings({ TRANSCRIBE_MODEL: 'gpt-transcribe', OPENAI_API_KEY: 'k' });
  expect(transcription).toMatchObject({
    baseUrl: 'https://api.openai.com/v1',
    apiKey: 'k',
    wordTimes: false,
  });
});

it.each([
  ['TRANSCRIBE_API_KEY', { TRANSCRIBE_MODEL: 'whisper-1' }],
  ['SPEECH_API_KEY', { SPEECH_MODEL: 'tts' }],
  ['SPEECH_BASE_URL', { SPEECH_MODEL: 'tts', SPEECH_BASE_URL: 'localhost' }],
  ['TRANSCRIBE_LANGUAGE', { TRANSCRIBE_LANGUAGE: 'English' }],
  ['TRANSCRIBE_WORD_TIMES', { TRANSCRIBE_WORD_TIMES: 'perhaps' }],
])('names %s when it is missing or wrong', (name, variables) => {
  expect(() => readVoiceSettings(variables)).toThrowError(
    expect.objectContaining({ code: 'model_settings', message: expect.stringContaining(name) }),
  );
});
