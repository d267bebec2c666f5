import type { Behaviour, SeenRequest } from '#tests/support/scripted-model/behaviour.ts';
import { interviewer } from '#tests/support/scripted-model/interviewer.ts';
import { startScriptedModel } from '#tests/support/scripted-model/server.ts';
import { holdInterviews, type Load, type MeasuredTurn } from './interviewee.ts';
import { line, percentile } from './line.ts';
import { withServer } from './server.ts';

/** What the scripted upstream takes: milliseconds to its first token, and between tokens. */
const upstream = { before: 300, pace: 20 };
/** Milliseconds from the upstream's whole sentence to its arrival at the candidate. */
const target = { p50: 10, p95: 40 };

interface Upstream {
  askedAt: number;
  sentenceAt: number | null;
}

/**
 * Measures turns whose questions a scripted model words, over real HTTP: to the first sentence the candidate sees, and
 * what the product adds to the bare upstream. The model also grades beside each question, as slowly.
 */
export async function benchScripted(loads: readonly Load[]): Promise<void> {
  const asked = new Map<string, Upstream>();
  const answer = interviewer(upstream);
  const model = await startScriptedModel((request) => watch(request, answer(request), asked));
  const variables = { MODEL: 'openai-compatible:scripted', OPENAI_BASE_URL: model.url };
  console.info(
    `scripted upstream: first token after ${upstream.before} ms, then one each ${upstream.pace} ms`,
  );
  try {
    for (const load of loads) {
      asked.clear();
      const turns = await withServer(variables, (address) => holdInterviews(address, load, { marked: true }));
      tell(load, turns, asked);
    }
  } finally {
    await model.close();
  }
}

/** Notes when the upstream was asked for the question to a marked turn, and when its first sentence was out. */
function watch(request: SeenRequest, behaviour: Behaviour, asked: Map<string, Upstream>): Behaviour {
  const mark = latestMark(request.prompt);
  if (!request.stream || behaviour.kind !== 'say' || !mark) return behaviour;
  const times: Upstream = { askedAt: performance.now(), sentenceAt: null };
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

function tell(
  { interviews, think, seconds }: Load,
  turns: MeasuredTurn[],
  asked: Map<string, Upstream>,
): void {
  const worded = turns.flatMap(({ mark, sentAt, firstWordsAt }) => {
    const times = asked.get(mark);
    if (!times?.sentenceAt || firstWordsAt === null) return [];
    const own = times.sentenceAt - times.askedAt;
    const shown = firstWordsAt - sentAt;
    return [{ own, shown, added: shown - own, after: firstWordsAt - times.sentenceAt }];
  });
  const after = worded.map((turn) => turn.after);
  const [p50, p95] = [percentile(after, 0.5), percentile(after, 0.95)];
  console.info(
    [
      `\n${interviews} ${interviews === 1 ? 'interview' : 'interviews at once'}, think time ${think.join(' to ')} s, ${seconds} s`,
      line(
        'bare upstream, to its sentence',
        worded.map((turn) => turn.own),
      ),
      line(
        'first shown sentence',
        worded.map((turn) => turn.shown),
      ),
      line(
        'added over the bare upstream',
        worded.map((turn) => turn.added),
      ),
      line('of it after the whole sentence', after),
      `errors ${turns.filter(({ error }) => error !== null).length}   target after the sentence p50 < ${target.p50} ms, p95 < ${target.p95} ms: ${p50 < target.p50 && p95 < target.p95 ? 'met' : 'missed'}`,
    ].join('\n'),
  );
}
