import { z } from 'zod';

/** What the scripted model does with one request. Closed list: every fault a real server has shown. */
export type Behaviour =
  /** Answers; `pace` is the pause between tokens in milliseconds, `before` the pause before the first. */
  | {
      kind: 'say';
      text: string;
      pace?: number;
      before?: number;
      finish?: 'stop' | 'length' | 'content_filter';
      /** Told what has been sent so far after each token of a stream, for measurements. */
      told?: (said: string) => void;
    }
  | { kind: 'refuse'; text: string }
  | { kind: 'status'; status: number; error?: Record<string, unknown>; headers?: Record<string, string> }
  /** Says so many tokens, then nothing more, and keeps the connection open. */
  | { kind: 'stall'; text?: string; tokens?: number }
  /** Says so many tokens; then the connection breaks, or ends without the closing event. */
  | { kind: 'cut'; text: string; tokens: number; how: 'reset' | 'end' }
  /** Breaks the connection before any answer. */
  | { kind: 'reset' }
  /** An answer of the right type that is no JSON. */
  | { kind: 'garbage'; body: string };

export const say = (text: string, options: Partial<Extract<Behaviour, { kind: 'say' }>> = {}): Behaviour => ({
  kind: 'say',
  text,
  ...options,
});
export const sayJson = (value: unknown): Behaviour => say(JSON.stringify(value));

const contentSchema = z.union([
  z.string(),
  z.array(z.looseObject({ text: z.string().optional() })),
  z.null(),
]);
const messageSchema = z.looseObject({ role: z.string(), content: contentSchema });

/** The parts of a request that scripts and tests look at; the same for both interfaces. */
export interface SeenRequest {
  path: '/v1/chat/completions' | '/v1/responses';
  headers: Readonly<Record<string, string | string[] | undefined>>;
  model: string;
  stream: boolean;
  temperature: number | undefined;
  /** The system or developer message. */
  instructions: string;
  /** The last user message. */
  prompt: string;
  /** The form that is asked for: json_schema, json_object or none. */
  format: string | null;
  body: unknown;
}

const bodySchema = z.looseObject({
  model: z.string(),
  stream: z.boolean().optional(),
  temperature: z.number().optional(),
  messages: z.array(messageSchema).optional(),
  input: z.array(messageSchema).optional(),
  instructions: z.string().nullish(),
  response_format: z.looseObject({ type: z.string() }).optional(),
  text: z.looseObject({ format: z.looseObject({ type: z.string() }).optional() }).optional(),
  stream_options: z.looseObject({ include_usage: z.boolean().optional() }).optional(),
});

export function readRequest(
  path: SeenRequest['path'],
  headers: SeenRequest['headers'],
  body: unknown,
): SeenRequest {
  const parsed = bodySchema.parse(body);
  const messages = parsed.messages ?? parsed.input ?? [];
  const textOf = (role: RegExp) => {
    const content = messages.findLast((message) => role.test(message.role))?.content ?? '';
    return typeof content === 'string' ? content : content.map((part) => part.text ?? '').join('\n');
  };
  return {
    path,
    headers,
    model: parsed.model,
    stream: parsed.stream ?? false,
    temperature: parsed.temperature,
    instructions: parsed.instructions ?? textOf(/^(?:system|developer)$/u),
    prompt: textOf(/^user$/u),
    format: parsed.response_format?.type ?? parsed.text?.format?.type ?? null,
    body,
  };
}

/** Words with the white space behind them: what is sent one by one. */
export function tokensOf(text: string): string[] {
  return text.match(/\S+\s*|\s+/gu) ?? [];
}

export function usageOf(request: SeenRequest, said: string): { input: number; output: number } {
  return {
    input: Math.ceil((request.instructions.length + request.prompt.length) / 4),
    output: Math.ceil(said.length / 4),
  };
}
