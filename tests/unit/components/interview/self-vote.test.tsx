import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SelfVote } from '#components/interview/self-vote.tsx';

const refresh = vi.hoisted(() => vi.fn());
vi.mock('next/navigation', () => {
  const router = { refresh };
  return { useRouter: () => router };
});

const steps = ['closed', 'read', 'debriefed'].map(
  (step, index) =>
    `data: ${JSON.stringify({ type: 'data-progress', data: { step, done: index + 1, of: 3 } })}\n\n`,
);
const assessed = () => new Response(`${steps.join('')}data: [DONE]\n\n`);
const fault = (status: number, code: string, message: string) =>
  Response.json({ error: { code, message } }, { status });

let votes: unknown[];
let answerEnd: () => Response;
let answerVote: () => Response;
beforeEach(() => {
  votes = [];
  answerEnd = assessed;
  answerVote = () => new Response(null, { status: 204 });
  refresh.mockClear();
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (path.endsWith('/end')) return answerEnd();
    votes.push(JSON.parse(String(init.body)));
    return answerVote();
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = () => render(<SelfVote interviewId="a" level="sde2" given={false} />);
const cast = () => fireEvent.click(screen.getByRole('button', { name: 'Cast my vote' }));

it('shows the debrief only when the vote is in and the assessment is made', async () => {
  show();
  await screen.findByText('The debrief is ready.');
  expect(refresh).not.toHaveBeenCalled();
  fireEvent.click(screen.getByLabelText('No Hire'));
  cast();
  await screen.findByText(/Your vote is in/);
  expect(votes).toEqual([{ vote: 'no_hire' }]);
  expect(refresh).toHaveBeenCalledOnce();
});

it('may be skipped', async () => {
  show();
  fireEvent.click(screen.getByRole('button', { name: /Skip/ }));
  await screen.findByText(/Your vote is in/);
  expect(votes).toEqual([{ skip: true }]);
});

it('lets one try again when the assessment fails, and keeps the vote', async () => {
  answerEnd = () => fault(502, 'engine_failed', 'The engine did not answer.');
  show();
  await screen.findByText(/The engine did not answer/);
  fireEvent.click(screen.getByLabelText('Hire'));
  cast();
  await screen.findByText(/Your vote is in/);
  expect(refresh).not.toHaveBeenCalled();
  answerEnd = assessed;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await vi.waitFor(() => expect(refresh).toHaveBeenCalledOnce());
});

it('takes a vote given in another tab for given, and tells of any other refusal', async () => {
  answerVote = () => fault(503, 'store_failed', 'The vote could not be stored.');
  show();
  fireEvent.click(screen.getByLabelText('Hire'));
  cast();
  await screen.findByText('The vote could not be stored.');
  answerVote = () => fault(409, 'already_voted', 'You have voted already.');
  cast();
  await screen.findByText(/Your vote is in/);
});
