import { expect, test } from 'vitest';
import type { InterviewView } from '#lib/domain/interview-view.ts';
import { conversationProblems, problemsOf, readReply } from '../../../scripts/load/check-reply.ts';
import { line, percentile } from '../../../scripts/load/measurements.ts';

const probing = { phase: 'probing', questionsAsked: 1 } as const;
const reply = (text: string, phase: 'probing' | 'closing' | 'answering' = 'probing', questionsAsked = 2) => ({
  text,
  phase,
  questionsAsked,
  fault: null,
});

test('reads the words and the standing out of a stream, and a fault that broke it off', () => {
  const stream = [
    'data: {"type":"start","messageId":"t3"}',
    'data: {"type":"text-delta","id":"t3","delta":"What did "}',
    'data: {"type":"text-delta","id":"t3","delta":"you do?"}',
    'data: {"type":"data-phase","data":{"phase":"probing","questionsAsked":2,"questionsAtMost":6},"transient":true}',
    'data: [DONE]',
  ].join('\n\n');
  expect(readReply(stream)).toMatchObject({ text: 'What did you do?', phase: 'probing', questionsAsked: 2 });
  expect(readReply('data: {"type":"error","errorText":"x"}').fault).toBe('x');
});

test('a reply asks one question at its end and counts it, or closes', () => {
  expect(problemsOf(reply('You said March. What did you do?'), probing)).toEqual([]);
  expect(problemsOf(reply('Thank you.', 'closing', 1), probing)).toEqual([]);
  const wrong = [
    reply('What? And why?'),
    reply('What did you do? Go on.'),
    reply('Go on.'),
    reply('What did you do?', 'probing', 1),
    reply('What did you do?', 'probing', 3),
    reply('Any questions?', 'closing', 1),
    { ...reply('What did you do?'), fault: 'model_stalled' },
  ];
  for (const one of wrong) expect(problemsOf(one, probing), one.text).not.toEqual([]);
});

test('a conversation shows every acknowledged turn once, as sent, in turn', () => {
  const said = (id: string, clientTurnId: string | null, text = 'x') => ({
    id,
    speaker: clientTurnId ? ('candidate' as const) : ('bar_raiser' as const),
    text,
    at: 0,
    clientTurnId,
  });
  const problems = (turns: InterviewView['turns'], acknowledged = true) =>
    conversationProblems({ turns } as InterviewView, [{ clientTurnId: 'c', text: 'x', acknowledged }]);
  const opening = said('t1', null);
  expect(problems([opening, said('t2', 'c'), said('t3', null)])).toEqual([]);
  expect(problems([opening], false)).toEqual([]);
  expect(problems([opening])).toEqual(['c was acknowledged and is lost']);
  expect(problems([opening, said('t2', 'c', 'y')])).toEqual(['c is stored with other words']);
  expect(problems([opening, said('t2', 'c'), said('t3', null), said('t4', 'c')])).toContain(
    'c is stored 2 times',
  );
  expect(problems([opening, said('t2', 'c'), said('t3', 'other')])).not.toEqual([]);
});

test('percentiles are of the nearest rank', () => {
  const times = Array.from({ length: 100 }, (_, index) => index + 1);
  expect([0.5, 0.95, 0.99, 1].map((share) => percentile(times, share))).toEqual([50, 95, 99, 100]);
  expect(line('turns', times)).toContain('p95 95.0 ms');
});
