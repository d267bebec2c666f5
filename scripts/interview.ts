import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { loadLibrary } from '#lib/content/library.ts';
import { openDatabase } from '#lib/db/client.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { type Mode, modeSchema } from '#lib/domain/interview-event.ts';
import { type Level, levelSchema } from '#lib/domain/level.ts';
import { noLimits } from '#lib/domain/limits.ts';
import { reportMarkdown } from '#lib/domain/report-markdown.ts';
import { verdictSchema } from '#lib/domain/verdict.ts';
import { noVoice } from '#lib/engines/voice/voice.ts';
import { changeEngine } from '#lib/services/change-engine.ts';
import { createEngines, type ServiceContext } from '#lib/services/context.ts';
import { endInterview } from '#lib/services/end-interview.ts';
import { getInterview } from '#lib/services/get-interview.ts';
import { getReport } from '#lib/services/get-report.ts';
import { noModels, readModelSetup } from '#lib/services/model-setup.ts';
import { selfVote } from '#lib/services/self-vote.ts';
import { startInterview } from '#lib/services/start-interview.ts';
import { type TakeTurnInput, takeTurn } from '#lib/services/take-turn.ts';

const usage = `Usage: npm run -s interview -- --scenario ID --level ${levelSchema.options.join('|')} [options]
  --mode typed|spoken          which time budget applies (typed)
  --engine embedded|model      model needs MODEL (embedded)
  --self-vote ${verdictSchema.options.join('|')}|skip
Replies come from standard input, one a line. In a terminal an empty line sends what you typed; when a model fails, you
are asked whether to try again or to go on with the embedded engine. Elsewhere the command ends then.`;

const ownVotes = [...verdictSchema.options, 'skip'] as const;
type OwnVote = (typeof ownVotes)[number];

interface Options {
  scenarioId: string;
  level: Level;
  mode: Mode;
  engine: 'embedded' | 'model';
  vote: OwnVote | null;
}

function readOptions(): Options {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { scenario: text, level: text, mode: text, engine: text, 'self-vote': text },
  });
  if (!values.scenario) throw new BarRaiserError('bad_request', `--scenario is needed.\n${usage}`);
  const vote = values['self-vote'];
  return {
    scenarioId: values.scenario,
    level: oneOf('--level', values.level, levelSchema.options),
    mode: oneOf('--mode', values.mode ?? 'typed', modeSchema.options),
    engine: oneOf('--engine', values.engine ?? 'embedded', ['embedded', 'model']),
    vote: vote === undefined ? null : oneOf('--self-vote', vote, ownVotes),
  };
}

function oneOf<T extends string>(option: string, value: string | undefined, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) {
    const given = value === undefined ? 'is needed' : `is not "${value}"`;
    throw new BarRaiserError('bad_request', `${option} ${given}; it is one of ${allowed.join(', ')}.`);
  }
  return found;
}

/** The candidate's replies: a line each, or in a terminal the lines up to an empty one. Ends with the input. */
async function* replies(lines: AsyncIterable<string>, terminal: boolean): AsyncGenerator<string> {
  let gathered: string[] = [];
  for await (const line of lines) {
    if (!terminal) yield line;
    else if (line.trim() !== '') gathered.push(line);
    else if (gathered.length > 0) {
      yield gathered.join('\n');
      gathered = [];
    }
  }
  if (gathered.length > 0) yield gathered.join('\n');
}

async function hold(context: ServiceContext, options: Options): Promise<void> {
  const terminal = process.stdin.isTTY === true;
  const { scenarioId, level, mode } = options;
  const { id: interviewId } = await startInterview({ context, input: { scenarioId, level, mode } });
  const opening = await getInterview({ context, input: { interviewId } });
  for (const turn of opening.turns) say(`Bar raiser: ${turn.text}\n`);
  const reader = createInterface({
    input: process.stdin,
    terminal,
    ...(terminal ? { output: process.stdout } : {}),
  });
  const input = replies(reader, terminal);
  if (terminal) say('(An empty line sends your answer.)');
  // Asked one by one: a loop that is left would close the input, and the vote still comes from it.
  let closed = false;
  while (!closed) {
    const reply = await input.next();
    if (reply.done) break;
    const { value: text } = reply;
    const clientTurnId = context.ids();
    const sent = () => answer(context, { interviewId, clientTurnId, text });
    closed = await persist(context, interviewId, terminal ? input : null, sent);
  }
  await persist(context, interviewId, terminal ? input : null, async () => {
    for await (const step of await endInterview({ context, input: { interviewId } })) void step;
  });
  const vote = options.vote ?? (terminal ? await askVote(input) : 'skip');
  reader.close();
  await selfVote({ context, input: { interviewId, vote: vote === 'skip' ? null : vote } });
  say(`\n${reportMarkdown(await getReport({ context, input: { interviewId } }))}`);
}

/** Gives a reply and prints what the bar raiser says to it; whether the interview has closed with that. */
async function answer(context: ServiceContext, input: TakeTurnInput): Promise<boolean> {
  try {
    const parts = await takeTurn({ context, input });
    let closed = false;
    process.stdout.write('\nBar raiser: ');
    for await (const part of parts) {
      if (part.type === 'text') process.stdout.write(part.delta);
      if (part.type === 'phase') closed = part.data.phase === 'closing';
    }
    say('\n');
    return closed;
  } catch (error) {
    const refused = BarRaiserError.isInstance(error) && ['blank_turn', 'turn_too_long'].includes(error.code);
    if (!refused) throw error;
    console.error(error.message);
    return false;
  }
}

/** Does what a model may fail at until it is done, letting the person in the terminal say how; nobody there: it fails. */
async function persist<Value>(
  context: ServiceContext,
  interviewId: string,
  person: AsyncGenerator<string> | null,
  attempt: () => Promise<Value>,
): Promise<Value> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      const model = BarRaiserError.isInstance(error) && error.code.startsWith('model_');
      if (!model || !person) throw error;
      say(
        `\n${error.message}\nWhat you said is kept. Type "retry", or "embedded" to go on with the embedded engine.`,
      );
      for (let chosen = false; !chosen; ) {
        const line = await person.next();
        if (line.done) throw error;
        const word = line.value.trim().toLowerCase();
        chosen = word === 'retry' || word === 'embedded';
        if (word === 'embedded') await changeEngine({ context, input: { interviewId } });
      }
    }
  }
}

async function askVote(input: AsyncGenerator<string>): Promise<OwnVote> {
  say(`Your own vote first: ${ownVotes.join(', ')}`);
  for await (const line of input) {
    const vote = ownVotes.find(
      (candidate) =>
        candidate ===
        line
          .trim()
          .toLowerCase()
          .replace(/[\s-]+/g, '_'),
    );
    if (vote) return vote;
    say(`Please answer with one of ${ownVotes.join(', ')}.`);
  }
  return 'skip';
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function interview(): Promise<void> {
  const options = readOptions();
  const models = options.engine === 'model' ? readModelSetup(process.env) : noModels;
  if (options.engine === 'model' && models.model === null) {
    throw new BarRaiserError('engine_failed', 'No model is configured: set MODEL, or use --engine embedded.');
  }
  const database = await openDatabase({ url: ':memory:' });
  await hold(
    {
      ...createEngines(models, process.env, database),
      library: loadLibrary(),
      database,
      clock: Date.now,
      ids: randomUUID,
      voice: noVoice,
      limits: noLimits,
      signIn: null,
      retentionDays: 0,
      ownerId: randomUUID(),
    },
    options,
  );
}

try {
  await interview();
} catch (error) {
  const wrongOption = error instanceof TypeError && 'code' in error;
  if (!BarRaiserError.isInstance(error) && !wrongOption) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
