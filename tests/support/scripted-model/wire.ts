import { type Behaviour, type SeenRequest, usageOf } from './behaviour.ts';

type Finish = NonNullable<Extract<Behaviour, { kind: 'say' }>['finish']>;

/** How one of the two interfaces puts words on the wire. */
export interface Wire {
  whole(request: SeenRequest, said: { text: string; finish: Finish; refusal: boolean }): unknown;
  /** Server-sent events before the words, for each token, and after them. */
  begin(request: SeenRequest): string;
  token(request: SeenRequest, token: string, refusal: boolean): string;
  end(request: SeenRequest, said: { text: string; finish: Finish; refusal: boolean }): string;
}

const event = (data: unknown, name?: string) =>
  `${name ? `event: ${name}\n` : ''}data: ${JSON.stringify(data)}\n\n`;

const head = (request: SeenRequest) => ({ id: 'scripted-1', created: 1_795_000_000, model: request.model });

function chatUsage(request: SeenRequest, text: string) {
  const { input, output } = usageOf(request, text);
  return { prompt_tokens: input, completion_tokens: output, total_tokens: input + output };
}

export const chatCompletions: Wire = {
  whole: (request, { text, finish, refusal }) => ({
    ...head(request),
    object: 'chat.completion',
    choices: [
      {
        index: 0,
        message: refusal
          ? { role: 'assistant', content: null, refusal: text }
          : { role: 'assistant', content: text },
        finish_reason: finish,
      },
    ],
    usage: chatUsage(request, text),
  }),
  begin: (request) => chunk(request, { role: 'assistant', content: '' }),
  token: (request, token, refusal) => chunk(request, refusal ? { refusal: token } : { content: token }),
  end: (request, { text, finish }) =>
    `${event({
      ...head(request),
      object: 'chat.completion.chunk',
      choices: [{ index: 0, delta: {}, finish_reason: finish }],
      usage: chatUsage(request, text),
    })}data: [DONE]\n\n`,
};

function chunk(request: SeenRequest, delta: object): string {
  const choices = [{ index: 0, delta, finish_reason: null }];
  return event({ ...head(request), object: 'chat.completion.chunk', choices });
}

const messageId = 'msg_1';

export const responses: Wire = {
  whole: (request, said) => response(request, said),
  begin: (request) => {
    const started = {
      ...head(request),
      object: 'response',
      created_at: 1_795_000_000,
      status: 'in_progress',
      output: [],
    };
    return (
      event({ type: 'response.created', response: started }, 'response.created') +
      event(
        {
          type: 'response.output_item.added',
          output_index: 0,
          item: { id: messageId, type: 'message', status: 'in_progress', role: 'assistant', content: [] },
        },
        'response.output_item.added',
      )
    );
  },
  token: (_, token, refusal) => {
    const type = refusal ? 'response.refusal.delta' : 'response.output_text.delta';
    return event({ type, item_id: messageId, output_index: 0, content_index: 0, delta: token }, type);
  },
  end: (request, said) => {
    const full = response(request, said);
    const type = full.status === 'incomplete' ? 'response.incomplete' : 'response.completed';
    return (
      event(
        { type: 'response.output_item.done', output_index: 0, item: full.output[0] },
        'response.output_item.done',
      ) + event({ type, response: full }, type)
    );
  },
};

function response(
  request: SeenRequest,
  { text, finish, refusal }: { text: string; finish: Finish; refusal: boolean },
) {
  const { input, output } = usageOf(request, text);
  const reasons = { stop: null, length: 'max_output_tokens', content_filter: 'content_filter' } as const;
  const reason = reasons[finish];
  return {
    id: 'resp_1',
    object: 'response',
    created_at: 1_795_000_000,
    model: request.model,
    status: reason ? 'incomplete' : 'completed',
    incomplete_details: reason ? { reason } : null,
    output: [
      {
        id: messageId,
        type: 'message',
        status: 'completed',
        role: 'assistant',
        content: [
          refusal ? { type: 'refusal', refusal: text } : { type: 'output_text', text, annotations: [] },
        ],
      },
    ],
    usage: {
      input_tokens: input,
      output_tokens: output,
      total_tokens: input + output,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens_details: { reasoning_tokens: 0 },
    },
  };
}
