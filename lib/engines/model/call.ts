import type { z } from 'zod';
import type { Prompt } from './prompts.ts';
import type { RetryPolicy } from './retry.ts';
import type { ModelSettings } from './settings.ts';
import type { Sleep } from './stall.ts';
import type { Purpose, UsageStore } from './usage.ts';

export interface CallRequest {
  purpose: Purpose;
  prompt: Prompt;
  instructions: string;
  request: string;
  temperature: number;
  interviewId: string | null;
  signal?: AbortSignal | undefined;
}

export interface ObjectRequest<Value> extends CallRequest {
  /** As declared in the prompt; what the server is held to. */
  returns: Readonly<Record<string, unknown>>;
  /** What the answer must be; may take what a model without a schema is likely to say instead. */
  schema: z.ZodType<Value>;
}

/** What a request needs that is not a pure function. */
export interface CallDependencies {
  settings: Pick<ModelSettings, 'stallMilliseconds' | 'budgets' | 'prices'>;
  usage: UsageStore;
  clock: () => number;
  sleep: Sleep;
  retry: RetryPolicy;
  /** One line about how a model is used; never what was said. */
  log: (line: string) => void;
}

/** Asks one model. Every request is within its budget, is retried where that is safe, and is recorded. */
export interface ModelCaller {
  readonly id: string;
  /** Whether the server reads this much at once, as far as that is known. */
  fits(request: Pick<CallRequest, 'purpose' | 'instructions' | 'request'>): boolean;
  /** An answer of the given form. @throws BarRaiserError model_*: never a stand-in for an answer. */
  generate<Value>(request: ObjectRequest<Value>): Promise<Value>;
  /** Words as they come. Repeated only as long as none has come. @throws BarRaiserError model_*. */
  stream(request: CallRequest): AsyncGenerator<string>;
}
