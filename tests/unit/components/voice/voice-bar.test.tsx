import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RecognitionResults } from '#components/voice/browser-recogniser.ts';
import type { ComposerHandle, Hearing } from '#components/voice/composer-voice.ts';
import VoiceBar from '#components/voice/voice-bar.tsx';

class FakeRecognition {
  static made: FakeRecognition[] = [];
  onstart: (() => void) | null = null;
  onresult: ((event: RecognitionResults) => void) | null = null;
  onend: (() => void) | null = null;
  start = () => {
    FakeRecognition.made.push(this);
    this.onstart?.();
  };
  stop = () => this.onend?.();
  abort = () => {};
}

const says = (transcript: string, isFinal = true) =>
  act(() =>
    FakeRecognition.made.at(-1)?.onresult?.({ resultIndex: 0, results: [{ isFinal, 0: { transcript } }] }),
  );

/** A composer with nothing but its words. */
const hearsNobody = () => {};

function Box({
  open = true,
  onSend,
  hears = hearsNobody,
}: {
  open?: boolean;
  onSend: (text: string) => void;
  hears?: ComposerHandle['hears'];
}) {
  const [draft, setDraft] = useState('');
  return (
    <>
      <VoiceBar
        interviewId="a"
        voice={{ transcription: null, speech: null }}
        asked={null}
        composer={{
          draft,
          open,
          append: (words) => setDraft((before) => `${before} ${words}`.trim()),
          send: () => onSend(draft),
          hears,
          owes: () => {},
        }}
      />
      <textarea aria-label="box" value={draft} onChange={({ target }) => setDraft(target.value)} />
    </>
  );
}
const box = () => screen.getByLabelText<HTMLTextAreaElement>('box').value;
const wait = (seconds: number) => act(() => vi.advanceTimersByTime(seconds * 1000));

beforeEach(() => {
  vi.useFakeTimers();
  FakeRecognition.made = [];
  vi.stubGlobal('SpeechRecognition', FakeRecognition);
  localStorage.clear();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('listens while the button is held, and after a short press until the next', () => {
  render(<Box onSend={() => {}} />);
  const button = screen.getByRole('button', { name: 'Hold to talk' });
  fireEvent.keyDown(button, { key: ' ' });
  expect(FakeRecognition.made).toHaveLength(1);
  wait(2);
  says('I told them no.');
  fireEvent.keyUp(button, { key: ' ' });
  expect(button.getAttribute('aria-pressed')).toBe('false');
  expect(box()).toBe('I told them no.');

  fireEvent.keyDown(button, { key: ' ' });
  wait(0.1);
  fireEvent.keyUp(button, { key: ' ' });
  expect(button.getAttribute('aria-pressed')).toBe('true');
  says('Twice.');
  fireEvent.keyDown(button, { key: ' ' });
  expect(button.getAttribute('aria-pressed')).toBe('false');
  expect(box()).toBe('I told them no. Twice.');
});

it('takes the space bar where nothing is typed, and leaves it alone where something is', () => {
  render(<Box onSend={() => {}} />);
  fireEvent.keyDown(screen.getByLabelText('box'), { key: ' ' });
  expect(FakeRecognition.made).toHaveLength(0);
  fireEvent.keyDown(document.body, { key: ' ' });
  expect(FakeRecognition.made).toHaveLength(1);
});

it('hands-free: a pause ends nothing; a long silence is announced, and then sends', () => {
  const onSend = vi.fn();
  render(<Box onSend={onSend} />);
  fireEvent.click(screen.getByLabelText('Hands-free'));
  fireEvent.click(screen.getByRole('button', { name: 'Start listening' }));
  says('I told them no.');
  wait(11);
  expect(screen.queryByText(/Still there/)).toBeNull();
  wait(2);
  expect(screen.getByText(/Still there/).textContent).toMatch(/in 1\d|in 20/);
  says('And again.');
  expect(screen.queryByText(/Still there/)).toBeNull();
  wait(31);
  expect(onSend).not.toHaveBeenCalled();
  wait(2);
  expect(onSend.mock.calls).toEqual([['I told them no. And again.']]);
});

it('hands-free: typing is a sign of life, and nothing is sent where nothing was said', () => {
  const onSend = vi.fn();
  render(<Box onSend={onSend} />);
  fireEvent.click(screen.getByLabelText('Hands-free'));
  fireEvent.click(screen.getByRole('button', { name: 'Start listening' }));
  wait(60);
  expect(onSend).not.toHaveBeenCalled();
  says('One.');
  wait(25);
  fireEvent.change(screen.getByLabelText('box'), { target: { value: 'One. Two' } });
  wait(25);
  expect(onSend).not.toHaveBeenCalled();
});

it('hands-free: stops listening while it is the bar raiser’s turn, and goes on after it', () => {
  const { rerender } = render(<Box onSend={() => {}} />);
  fireEvent.click(screen.getByLabelText('Hands-free'));
  fireEvent.click(screen.getByRole('button', { name: 'Start listening' }));
  expect(FakeRecognition.made).toHaveLength(1);
  rerender(<Box open={false} onSend={() => {}} />);
  wait(5);
  expect(FakeRecognition.made).toHaveLength(1);
  rerender(<Box onSend={() => {}} />);
  expect(FakeRecognition.made).toHaveLength(2);
});

it('remembers what one chose', () => {
  const { unmount } = render(<Box onSend={() => {}} />);
  fireEvent.click(screen.getByLabelText('Hands-free'));
  fireEvent.click(screen.getByLabelText('Read questions aloud'));
  unmount();
  render(<Box onSend={() => {}} />);
  expect(screen.getByLabelText<HTMLInputElement>('Hands-free').checked).toBe(true);
  expect(screen.getByLabelText<HTMLInputElement>('Read questions aloud').checked).toBe(false);
});

it('closes the microphone that a short press left open, once the answer is sent', async () => {
  const hearing: { current: Hearing | null } = { current: null };
  const hears = (next: Hearing | null) => {
    hearing.current = next;
  };
  render(<Box onSend={() => {}} hears={hears} />);
  const button = screen.getByRole('button', { name: 'Hold to talk' });
  fireEvent.keyDown(button, { key: ' ' });
  fireEvent.keyUp(button, { key: ' ' });
  says('I told them no.');
  wait(3);
  says('Twice.');
  const spoken = await act(async () => hearing.current?.take('I told them no. Twice.'));
  expect(spoken).toEqual({ seconds: 3, words: null });
  expect(button.getAttribute('aria-pressed')).toBe('false');
});
