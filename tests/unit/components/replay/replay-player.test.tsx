import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ReplayPlayer } from '#components/replay/replay-player.tsx';
import { type ReplayStep, replayTimeline } from '#lib/domain/history/replay-timeline.ts';
import { notYetChecked } from '#lib/domain/unvalidated.ts';
import { story, TestInterview, testContext } from '#tests/support/domain-fixtures.ts';

function stepsOf(scenarioId: string): ReplayStep[] {
  const interview = new TestInterview('sde2', testContext(scenarioId));
  interview.say(story, { expected: () => 1.6, rating: () => 2 });
  interview.say('It fell from 6 to 0.2 percent.', { expected: () => 1.6, rating: () => 2 });
  return replayTimeline(interview.events, interview.context);
}

const steps = stepsOf('hbdc');
const said = () => screen.getByRole('list', { name: 'What was said' }).children.length;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  Element.prototype.scrollIntoView = () => {};
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('keys step through it, also while one of its buttons is focused', () => {
  render(<ReplayPlayer steps={steps} probes={{}} mark={notYetChecked} />);
  expect(said()).toBe(1);
  fireEvent.keyDown(document.body, { key: 'ArrowRight' });
  expect(said()).toBe(2);
  const next = screen.getByRole('button', { name: 'Next' });
  fireEvent.keyDown(next, { key: 'End' });
  expect(said()).toBe(steps.length);
  fireEvent.keyDown(next, { key: 'ArrowLeft' });
  expect(said()).toBe(steps.length - 1);
  // The space presses the button that is focused, and nothing else.
  fireEvent.keyDown(next, { key: ' ' });
  expect(screen.queryByRole('button', { name: 'Play' })).not.toBeNull();
});

test('the scrubber keeps the keys it has itself', () => {
  render(<ReplayPlayer steps={steps} probes={{}} mark={notYetChecked} />);
  fireEvent.keyDown(screen.getByLabelText('Place in the replay'), { key: 'End' });
  expect(said()).toBe(1);
});

test('plays in real time, twice as fast at double speed, and stops at the end', async () => {
  render(<ReplayPlayer steps={steps} probes={{}} mark={notYetChecked} />);
  const second = steps[1]?.at ?? 0;
  fireEvent.keyDown(document.body, { key: '2' });
  fireEvent.click(screen.getByRole('button', { name: 'Play' }));
  await vi.waitFor(() => {
    vi.advanceTimersByTime(1000 * (second / 2) + 200);
    expect(said()).toBeGreaterThanOrEqual(2);
  });
  await vi.waitFor(() => {
    vi.advanceTimersByTime(60_000);
    expect(said()).toBe(steps.length);
    expect(screen.queryByRole('button', { name: 'Play' })).not.toBeNull();
  });
});

test('marks what no rated answers stand behind, at every step', () => {
  const unrated = stepsOf('frugality-far-less-than-usual');
  render(<ReplayPlayer steps={unrated} probes={{}} mark={notYetChecked} />);
  expect(screen.getAllByText(notYetChecked)).toHaveLength(2);
  fireEvent.keyDown(document.body, { key: 'ArrowRight' });
  // In the ledger, and beside what moved.
  expect(screen.getAllByText(notYetChecked, { exact: false }).length).toBeGreaterThanOrEqual(3);
});
