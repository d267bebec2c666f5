import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Composer } from '#components/interview/composer.tsx';
import type { ComposerHandle, Hearing } from '#components/voice/composer-voice.ts';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

function composer(props: Partial<React.ComponentProps<typeof Composer>> = {}) {
  return (
    <Composer
      interviewId="a"
      open
      returned={null}
      onReturnedTaken={() => undefined}
      onSend={() => undefined}
      aside={null}
      {...props}
    >
      {(draft) => <output>{draft.length}</output>}
    </Composer>
  );
}
const field = () => screen.getByLabelText<HTMLTextAreaElement>('Your answer');
const write = (text: string) => fireEvent.change(field(), { target: { value: text } });

it('sends with Control or Command and Enter, and makes a new line with Enter alone', () => {
  const onSend = vi.fn();
  render(composer({ onSend }));
  write('I told them no.');
  expect(fireEvent.keyDown(field(), { key: 'Enter' })).toBe(true);
  expect(onSend).not.toHaveBeenCalled();
  fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true });
  write('And then again.');
  fireEvent.keyDown(field(), { key: 'Enter', metaKey: true });
  expect(onSend.mock.calls.map(([text]) => text)).toEqual(['I told them no.', 'And then again.']);
  expect(field().value).toBe('');
});

it('sends nothing when there is nothing, or when it is not the candidate’s turn', () => {
  const onSend = vi.fn();
  const { rerender } = render(composer({ onSend }));
  write('  \n ');
  fireEvent.click(screen.getByRole('button', { name: 'Send' }));
  rerender(composer({ onSend, open: false }));
  write('too early');
  fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true });
  expect(onSend).not.toHaveBeenCalled();
  expect(field().value).toBe('too early');
});

it('keeps a draft over a reload', () => {
  const { unmount } = render(composer());
  write('half a sentence');
  unmount();
  render(composer());
  expect(field().value).toBe('half a sentence');
});

it('puts refused words back before what was written since', () => {
  const onReturnedTaken = vi.fn();
  const { rerender } = render(composer({ onReturnedTaken }));
  write('since');
  rerender(composer({ onReturnedTaken, returned: 'refused words' }));
  expect(field().value).toBe('refused words\n\nsince');
  expect(onReturnedTaken).toHaveBeenCalled();
});

it('takes the focus back when the reply is complete', () => {
  const { rerender } = render(composer({ open: false }));
  expect(document.activeElement).not.toBe(field());
  rerender(composer({ open: true }));
  expect(document.activeElement).toBe(field());
});

function spokenInto(hearing: Hearing): {
  handle: () => ComposerHandle;
  voice: (handle: ComposerHandle) => null;
} {
  let latest: ComposerHandle | undefined;
  const voice = (handle: ComposerHandle) => {
    if (!latest) handle.hears(hearing);
    latest = handle;
    return null;
  };
  return {
    voice,
    handle: () => {
      if (!latest) throw new Error('The composer gave its voice nothing.');
      return latest;
    },
  };
}

it('puts what is heard after what is typed, and never over it', () => {
  const { voice, handle } = spokenInto({ settle: async () => true, take: () => null });
  render(composer({ voice }));
  write('Typed words.');
  act(() => handle().append('Heard words.'));
  act(() => handle().append('And more.'));
  expect(field().value).toBe('Typed words. Heard words. And more.');
});

it('waits for the last words before it sends, and sends how they were spoken', async () => {
  const onSend = vi.fn();
  const spoken = { seconds: 3, words: null };
  const { voice, handle } = spokenInto({
    settle: async () => {
      handle().append('the last words.');
      return true;
    },
    take: () => spoken,
  });
  render(composer({ voice, onSend }));
  write('First,');
  await act(async () => handle().send());
  expect(onSend.mock.calls).toEqual([['First, the last words.', spoken]]);
  expect(field().value).toBe('');
});

it('sends nothing, and keeps every word, where something said could not be written down', async () => {
  const onSend = vi.fn();
  const { voice, handle } = spokenInto({ settle: async () => false, take: () => null });
  render(composer({ voice, onSend }));
  write('What stands here');
  await act(async () => handle().send());
  expect(onSend).not.toHaveBeenCalled();
  expect(field().value).toBe('What stands here');
});
