import type { Behaviour, SeenRequest } from '#tests/support/scripted-model/behaviour.ts';
import { interviewer } from '#tests/support/scripted-model/interviewer.ts';
import { startScriptedModel } from '#tests/support/scripted-model/server.ts';
import { line, type MeasuredRequest, percentile } from './measurements.ts';

/** What the scripted upstream takes: milliseconds to its first token, and between tokens. */
const pace = { before: 300, pace: 20 };
/** Milliseconds from the upstream's whole sentence to its arrival at the candidate. */
const target = { p50: 10, p95: 40 };

interface Times {
  askedAt: number;
  sentenceAt: number | null;
}

/** A model's server that words every question and grades beside it, at a steady pace, and keeps the time. */
export interface ScriptedUpstream {
  /** What sets a server up with it. */
  variables: Record<string, string>;
  /** What the product added to the bare upstream, as lines. */
  lines(requests: readonly MeasuredRequest[]): string[];
  close(): Promise<void>;
}

export async function startScriptedUpstream(): Promise<ScriptedUpstream> {
  const asked = new Map<string, Times>();
  const answer = interviewer(pace);
  const server = await startScriptedModel((request) => watch(request, answer(request), asked));
  return {
    variables: { MODEL: 'openai-compatible:scripted', OPENAI_BASE_URL: server.url },
    lines: (requests) => linesOf(requests, asked),
    close: () => server.close(),
  };
}

/** Notes when the upstream was asked for the question to a marked turn, and when its first sentence was out. */
function watch(request: SeenRequest, behaviour: Behaviour, asked: Map<string, Times>): Behaviour {
  const mark = latestMark(request.prompt);
  if (!request.stream || behaviour.kind !== 'say' || !mark) return behaviour;
  const times: Times = { askedAt: performance.now(), sentenceAt: null };
  asked.set(mark, times);
  return {
    ...behaviour,
    told: (said) => {
      if (/[.?!]\s*$/u.test(said)) times.sentenceAt ??= performance.now();
    },
  };
}

function latestMark(prompt: string): string | null {
  const marks = [...prompt.matchAll(/case \d+-\d+-(\d+)/gu)];
  return marks.toSorted((a, b) => Number(a[1]) - Number(b[1])).at(-1)?.[0] ?? null;
}

function linesOf(requests: readonly MeasuredRequest[], asked: ReadonlyMap<string, Times>): string[] {
  const worded = requests.flatMap(({ mark, sentAt, firstWordsAt }) => {
    const times = asked.get(mark ?? '');
    if (!times?.sentenceAt || firstWordsAt === null) return [];
    const own = times.sentenceAt - times.askedAt;
    const shown = firstWordsAt - sentAt;
    return [{ own, shown, added: shown - own, after: firstWordsAt - times.sentenceAt }];
  });
  const after = worded.map((turn) => turn.after);
  const [p50, p95] = [percentile(after, 0.5), percentile(after, 0.95)];
  const all = (key: 'own' | 'shown' | 'added') => worded.map((turn) => turn[key]);
  return [
    `scripted upstream: first token after ${pace.before} ms, then one each ${pace.pace} ms`,
    line('bare upstream, to its sentence', all('own')),
    line('first shown sentence', all('shown')),
    line('added over the bare upstream', all('added')),
    line('of it after the whole sentence', after),
    `after the sentence p50 < ${target.p50} ms, p95 < ${target.p95} ms: ${p50 < target.p50 && p95 < target.p95 ? 'met' : 'missed'}`,
  ];
}
