import { type Behaviour, type SeenRequest, say, sayJson } from './behaviour.ts';

/** Questions that pass the speech check after any story. */
export const questions = [
  'What did the numbers look like before you began?',
  'Who stood to lose something by it?',
  'Which part of that work was yours alone?',
  'How did you know that the change held?',
  'Where does the same fault live today?',
  'When did you tell them?',
] as const;

/** The criteria a grading request asks for; none where it is no grading. */
export function askedCriteria(request: SeenRequest): string[] {
  return /^Grade the answer on: (.*)\.$/mu.exec(request.prompt)?.[1]?.split(', ') ?? [];
}

/**
 * A model for whole interviews: asks the question that comes after those already asked, scores everything 2 and rates
 * every reply as mixed, with the first words of what it is given as evidence. Without a state of its own.
 */
export function interviewer({ pace = 0, before = 0 } = {}): (request: SeenRequest) => Behaviour {
  return (request) => {
    const criteria = askedCriteria(request);
    const text = /\n=====\S+ (?:ANSWER|REPLY)\n(.+)/u.exec(request.prompt)?.[1] ?? '';
    const evidence = [text.split(' ').slice(0, 5).join(' ')];
    const graded = { evidence, why: 'as scripted', score: '2' };
    const aims = /score exactly these criteria: (.*)\.$/mu.exec(request.prompt)?.[1]?.split(', ') ?? [];
    const answer = (value: unknown): Behaviour => say(JSON.stringify(value), { before });
    if (criteria.length > 0)
      return answer(Object.fromEntries(criteria.map((criterion) => [criterion, graded])));
    if (request.prompt.includes('Rate the part REPLY: ')) {
      return answer({
        evidence,
        why: 'as scripted',
        evades: false,
        disowns: false,
        rating: '1',
        ...(aims.length > 0 ? { criteria: Object.fromEntries(aims.map((aim) => [aim, graded])) } : {}),
      });
    }
    if (request.prompt.includes('Your move now: ')) {
      const next = questions.find((question) => !request.prompt.includes(question)) ?? questions[0];
      return say(next, { pace, before });
    }
    if (request.prompt.endsWith('and the summary.')) return answer({ points: [], replies: [], summary: '' });
    if (request.prompt.endsWith('Compare NOW with BEFORE.'))
      return answer({ quotes: [], gained: '', lacks: '' });
    return sayJson({ ready: true });
  };
}
