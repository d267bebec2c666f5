import { type FinishReason, generateText, jsonSchema, type LanguageModelUsage, Output, streamText } from 'ai';
import { BarRaiserError } from '#lib/domain/errors.ts';
import type { CallDependencies, CallRequest, ModelCaller, ObjectRequest } from './call.ts';
import { callBook } from './call-book.ts';
import { contextFull, cutOff, faultOf, refused, saysContextFull, saysQuotaSpent } from './fault.ts';
import { createFormFinder } from './form-finder.ts';
import { fill, loadPrompt } from './prompts.ts';
import type { ResolvedModel } from './provider.ts';
import { waitBeforeRetry, withRetries } from './retry.ts';
import { withinStall } from './stall.ts';
import { estimateTokens, type Purpose } from './usage.ts';

/** Tokens left for an answer when the context of a server is checked. */
const answerReserve: Record<Purpose, number> = { speech: 200, grading: 1200, debrief: 1500, check: 50 };

export function createModelCaller(model: ResolvedModel, dependencies: CallDependencies): ModelCaller {
  const { settings, clock, sleep, retry, log } = dependencies;
  const forms = createFormFinder(model, log);
  // What the library would warn of, a setting that a model does not take, is found out by use and logged once.
  globalThis.AI_SDK_LOG_WARNINGS ??= false;
  const wait = (error: unknown, tried: number) =>
    forms.refusesTemperature(error)
      ? 0
      : waitBeforeRetry(error, tried, retry, clock, (call) => saysContextFull(call) || saysQuotaSpent(call));
  const stallOf = (stop: () => void) => ({
    milliseconds: settings.stallMilliseconds,
    sleep,
    modelId: model.id,
    stop,
  });

  /** Options both ways of asking share. OpenAI keeps what is sent unless told not to. */
  const common = ({ instructions, request, temperature }: CallRequest, signal: AbortSignal) => ({
    instructions: {
      role: 'system' as const,
      content: instructions,
      // The part that stays the same is kept by the server; others than Anthropic do so by themselves.
      providerOptions: { anthropic: { cacheControl: { type: 'ephemeral' } } },
    },
    prompt: request,
    ...(forms.temperature ? { temperature } : {}),
    maxRetries: 0,
    abortSignal: signal,
    providerOptions: { openai: { store: false } },
  });

  const fits: ModelCaller['fits'] = ({ purpose, instructions, request }) => {
    const { contextTokens } = model.capabilities;
    const tokens = estimateTokens(instructions + request) + answerReserve[purpose];
    return contextTokens === null || tokens <= contextTokens;
  };

  function refuseTooLong(request: CallRequest): void {
    if (!fits(request)) throw new BarRaiserError('model_context_full', contextFull(model.id));
  }

  function refuseUnfinished(reason: FinishReason): void {
    if (reason === 'content-filter') throw new BarRaiserError('model_refused', refused(model.id));
    if (reason === 'stop' || reason === 'other' || reason === 'tool-calls') return;
    throw new BarRaiserError('model_cut_off', cutOff(model.id));
  }

  async function generateOnce<Value>(request: ObjectRequest<Value>, signal: AbortSignal): Promise<Value> {
    return forms.find(async (mode) => {
      const asked = mode === 'schema' ? request : withSchemaInWords(request);
      signal.throwIfAborted();
      refuseTooLong(asked);
      const stop = new AbortController();
      const book = await callBook(model, asked, dependencies);
      try {
        const result = await withinStall(
          generateText({
            model: model.languageModel(mode),
            ...common(asked, AbortSignal.any([signal, stop.signal])),
            output: Output.object({ name: request.prompt.id, schema: checked(request) }),
          }),
          stallOf(() => stop.abort()),
        );
        const { output } = result;
        refuseUnfinished(result.finishReason);
        await book.close('completed', result.usage, result.text);
        return output;
      } catch (error) {
        await book.fail(error);
        throw error;
      }
    });
  }

  async function* streamOnce(request: CallRequest, signal: AbortSignal): AsyncGenerator<string> {
    signal.throwIfAborted();
    refuseTooLong(request);
    const stop = new AbortController();
    const book = await callBook(model, request, dependencies);
    let said = '';
    let usage: LanguageModelUsage | undefined;
    try {
      const result = streamText({
        model: model.languageModel('text'),
        ...common(request, AbortSignal.any([signal, stop.signal])),
        // Failures come as parts of the stream; left to itself, the library would print them with what was sent.
        onError: () => undefined,
      });
      const parts = result.stream[Symbol.asyncIterator]();
      for (;;) {
        const { done, value: part } = await withinStall(
          parts.next(),
          stallOf(() => stop.abort()),
        );
        if (done) throw new BarRaiserError('model_cut_off', cutOff(model.id));
        if (part.type === 'text-delta' && part.text !== '') {
          said += part.text;
          yield part.text;
        } else if (part.type === 'error') {
          throw part.error;
        } else if (part.type === 'abort') {
          signal.throwIfAborted();
        } else if (part.type === 'finish') {
          usage = part.totalUsage;
          refuseUnfinished(part.finishReason);
          await book.close('completed', usage, said);
          return;
        }
      }
    } catch (error) {
      await book.fail(error, said, usage);
      throw error;
    } finally {
      stop.abort();
      await book.close('abandoned', undefined, said);
    }
  }

  async function* wholeOnce(request: CallRequest, signal: AbortSignal): AsyncGenerator<string> {
    signal.throwIfAborted();
    refuseTooLong(request);
    const stop = new AbortController();
    const book = await callBook(model, request, dependencies);
    try {
      const result = await withinStall(
        generateText({
          model: model.languageModel('text'),
          ...common(request, AbortSignal.any([signal, stop.signal])),
        }),
        stallOf(() => stop.abort()),
      );
      refuseUnfinished(result.finishReason);
      await book.close('completed', result.usage, result.text);
      yield result.text;
    } catch (error) {
      await book.fail(error);
      throw error;
    }
  }

  return {
    id: model.id,
    fits,
    generate: async (request) => {
      const signal = request.signal ?? new AbortController().signal;
      try {
        return await withRetries(() => generateOnce(request, signal), { wait, sleep, signal });
      } catch (error) {
        throw faultOf(error, model.id, clock);
      }
    },
    stream: async function* (request) {
      const signal = request.signal ?? new AbortController().signal;
      const once = model.capabilities.streaming ? streamOnce : wholeOnce;
      const current: { words?: AsyncGenerator<string> } = {};
      try {
        // The first words decide whether a request can be repeated; from then on there is one stream only.
        const first = await withRetries(
          () => {
            current.words = once(request, signal);
            return current.words.next();
          },
          { wait, sleep, signal },
        );
        if (first.done) return;
        yield first.value;
        if (current.words) yield* current.words;
      } catch (error) {
        throw faultOf(error, model.id, clock);
      } finally {
        await current.words?.return(undefined);
      }
    },
  };
}

function checked<Value>({ returns, schema }: ObjectRequest<Value>) {
  return jsonSchema<Value>(returns, {
    validate: (value) => {
      const parsed = schema.safeParse(value);
      return parsed.success ? { success: true, value: parsed.data } : { success: false, error: parsed.error };
    },
  });
}

/** For a server that cannot be held to a schema: the schema is said in the instructions. */
function withSchemaInWords<Value>(request: ObjectRequest<Value>): ObjectRequest<Value> {
  const { parts } = loadPrompt('json-answer');
  const schema = JSON.stringify(request.returns);
  return {
    ...request,
    instructions: `${request.instructions}\n\n${fill(parts.instructions, { schema })}`,
    request: `${request.request}\n\n${parts.request}`,
  };
}
