import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { lateExport } from '#tests/support/own-stories.ts';
import { type FoundRoute, findRoutes } from '#tests/support/route-tree.ts';
import { bentBody, oddText } from './values.ts';

export interface FuzzRequest {
  method: string;
  /** As it stands in the request line. */
  target: string;
  headers: [string, string][];
  body: string | null;
}

/** What the fuzzed requests may name that exists: an owner's cookie and what is theirs. */
export interface Known {
  cookie: string;
  interviews: string[];
  stories: string[];
}

const choice = { scenarioId: 'hbdc', level: 'sde2', mode: 'typed', engine: 'embedded' };
const story = { id: 'a-story-of-mine', content: lateExport };
const answered = { type: 'text', text: 'I took it on.', spokenSeconds: 12 };
const drilled = { id: 'an-answer-1', exerciseId: 'quiz.have-backbone-unpopular-opinion.0', answer: answered };

/** A body as each route expects it: what is bent. */
const rightBodies: Record<string, unknown> = {
  '/api/interviews': choice,
  '/api/stories/[id]/interviews': choice,
  '/api/interviews/[id]/turns': {
    clientTurnId: 'turn-1',
    text: 'I found the fault and mended it.',
    spokenSeconds: 30,
    repliesTo: 't1',
  },
  '/api/interviews/[id]/self-vote': { vote: 'hire' },
  '/api/interviews/[id]/redo': { section: 'task', text: 'I took it on.' },
  '/api/interviews/[id]/engine': { engine: 'embedded' },
  '/api/stories': story,
  '/api/stories/[id]': { baseVersion: 1, content: lateExport },
  '/api/stories/import': { format: 'json', text: JSON.stringify({ version: 1, stories: [story] }) },
  '/api/drill/answers': { ...drilled, utcOffset: 60, within: { kind: 'quiz', more: true } },
  '/api/study/read': { scenarioId: 'have-backbone-unpopular-opinion', part: 'story' },
  '/api/account/sign-in': { method: 'email', email: 'ada@example.org' },
  '/api/voice/speech': { interviewId: 'x', text: 'What did you do?' },
};

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** A segment of a path as it stands there; most odd texts are percent-encoded, as a browser would. */
const oddSegment = fc.oneof(
  oddText.map((text) => encodeURIComponent(text.toWellFormed().slice(0, 300)) || '-'),
  fc.constantFrom(
    '%',
    '%zz',
    '%00',
    '%ff',
    '%c0%ae%c0%ae',
    '..',
    '.',
    '%2e%2e%2f',
    'a%2fb',
    '[id]',
    '-',
    '_next',
  ),
  fc.constant(0).map(() => randomUUID()),
);

const oddQuery = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        ...[
          'level',
          'scenario',
          'story',
          'q',
          'principle',
          'topic',
          'for',
          'kind',
          'more',
          'offset',
          'token',
        ],
        ...['interview', '__proto__', 'constructor', 'a[]', '_rsc', 'error', 'callbackURL'],
      ),
      oddText,
    ),
    { maxLength: 4 },
  )
  .map((pairs) =>
    pairs.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed().slice(0, 500))}`),
  )
  .map((pairs) => (pairs.length > 0 ? `?${pairs.join('&')}` : ''));

/** What may stand in a header: HTTP takes no other characters. */
const headerText = oddText.map((text) => text.replace(/[^\t\x20-\x7e\x80-\xff]/gu, '').slice(0, 4000));

const oddHeader: fc.Arbitrary<[string, string]> = fc.oneof(
  fc.tuple(
    fc.constantFrom(
      ...['origin', 'referer', 'accept', 'accept-language', 'accept-encoding', 'range', 'if-none-match'],
      ...['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-for', 'x-request-id', 'sec-fetch-site'],
      ...[
        'next-action',
        'rsc',
        'next-router-state-tree',
        'next-router-prefetch',
        'next-url',
        'next-hmr-refresh',
      ],
      ...['next-router-segment-prefetch', 'x-nextjs-data', 'x-middleware-subrequest', 'x-matched-path'],
      ...[
        'x-middleware-prefetch',
        'x-nextjs-postponed',
        'traceparent',
        'user-agent',
        'content-encoding',
        'te',
      ],
    ),
    headerText,
  ),
  fc.tuple(
    fc.constant('content-type'),
    fc.constantFrom(
      ...['text/plain', 'application/xml', 'multipart/form-data', 'multipart/form-data; boundary=x'],
      ...['application/x-www-form-urlencoded', 'audio/webm', 'application/json; charset=utf-16', 'x', ''],
    ),
  ),
  fc.tuple(fc.constantFrom('rsc', 'next-router-prefetch'), fc.constant('1')),
  fc.tuple(fc.constant('x-forwarded-proto'), fc.constantFrom('https', 'http', 'ftp', 'https, http')),
);

const oddCookie = (known: Known) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(known.cookie) },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.nat(known.cookie.length).map((length) => known.cookie.slice(0, length)) },
    { weight: 1, arbitrary: headerText.map((text) => `owner=${text}`) },
    { weight: 1, arbitrary: headerText },
    { weight: 1, arbitrary: headerText.map((text) => `${known.cookie}; theme=${text}; utc-offset=${text}`) },
  );

/** Any request to any route of the app, most of them nearly right. */
export function fuzzRequests(known: Known): fc.Arbitrary<FuzzRequest> {
  const routes = findRoutes();
  return fc.constantFrom(...routes).chain((route) =>
    fc.record({
      method: fc.oneof({ weight: 5, arbitrary: fc.constant(route.method) }, fc.constantFrom(...methods)),
      target: targetOf(route, known),
      headers: headersOf(known),
      body: fc.oneof({ weight: 6, arbitrary: bentBody(rightBodies[route.pattern] ?? {}) }, fc.constant(null)),
    }),
  );
}

function targetOf({ pattern }: FoundRoute, known: Known): fc.Arbitrary<string> {
  const own = pattern.includes('stories') ? known.stories : known.interviews;
  const segment = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...own) }, oddSegment);
  const parts = pattern.split('/').map((part) => {
    if (part.startsWith('[...'))
      return fc.array(oddSegment, { minLength: 1, maxLength: 4 }).map((all) => all.join('/'));
    return part.startsWith('[') ? segment : fc.constant(part);
  });
  return fc
    .tuple(fc.tuple(...parts), oddQuery, fc.oneof({ weight: 12, arbitrary: fc.constant('') }, oddSegment))
    .map(([path, query, more]) => `${path.join('/') || '/'}${more && `/${more}`}${query}`);
}

function headersOf(known: Known): fc.Arbitrary<[string, string][]> {
  return fc
    .tuple(oddCookie(known), fc.array(oddHeader, { maxLength: 4 }))
    .map(([cookie, odd]) => (cookie === null ? odd : [['cookie', cookie], ...odd]));
}
