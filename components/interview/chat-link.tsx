'use client';

import { useChat } from '@ai-sdk/react';
import { DefaultChatTransport } from 'ai';
import { useEffect, useMemo, useRef } from 'react';
import { ApiError, isModelFault, parseErrorBody, request } from '#components/api-error.ts';
import { clockDataSchema, phaseDataSchema } from '#lib/domain/interview-view.ts';
import type { InterviewMessage } from './chat-message.ts';
import type { PendingTurn } from './outbox.ts';
import type { RoomAction } from './room-state.ts';

/** What to do now: put one turn to the bar raiser, or ask for the reply to one that is stored. */
export type Order =
  | { kind: 'send'; attempt: number; turn: PendingTurn }
  | { kind: 'resume'; attempt: number };

const cutOff = 'The reply was cut off. Your words are kept; asking again.';

/**
 * Carries turns and replies between the room and the server. It is loaded after the page is up: nothing is shown
 * here, and a turn sent before it arrives waits in the room.
 */
export default function ChatLink({
  interviewId,
  order,
  dispatch,
}: {
  interviewId: string;
  order: Order | null;
  dispatch: (action: RoomAction) => void;
}) {
  const transport = useMemo(() => createTransport(interviewId), [interviewId]);
  const chat = useChat<InterviewMessage>({
    id: interviewId,
    transport,
    throttle: 40,
    dataPartSchemas: { phase: phaseDataSchema, clock: clockDataSchema },
    onData: (part) => {
      if (part.type === 'data-phase') dispatch({ type: 'phase', phase: part.data });
      else dispatch({ type: 'clock', clock: part.data });
    },
    onError: (error) => dispatch(actionForFault(error)),
    onFinish: ({ message, isAbort, isDisconnect, isError }) => {
      if (isAbort || isDisconnect || isError) return;
      const reply = { id: message.id, text: textOf(message) };
      if (isComplete(message)) dispatch({ type: 'reply-ended', reply, at: Date.now() });
      else dispatch({ type: 'stalled', message: cutOff });
    },
  });

  useEffect(() => {
    const reply = chat.messages.findLast(({ role }) => role === 'assistant');
    const text = reply ? textOf(reply) : '';
    if (reply && text) dispatch({ type: 'reply-grew', reply: { id: reply.id, text } });
  }, [chat.messages, dispatch]);

  const done = useRef(0);
  useEffect(() => {
    if (!order || order.attempt === done.current) return;
    done.current = order.attempt;
    chat.setMessages([]);
    if (order.kind === 'send') {
      const { clientTurnId, text, repliesTo, spoken } = order.turn;
      const body = {
        ...(repliesTo === null ? {} : { repliesTo }),
        ...(spoken ? { spokenSeconds: spoken.seconds } : {}),
        ...(spoken?.words ? { words: spoken.words } : {}),
      };
      void chat.sendMessage({ id: clientTurnId, role: 'user', parts: [{ type: 'text', text }] }, { body });
    } else {
      void chat.resumeStream().then(() => dispatch({ type: 'resume-ended' }));
    }
  });

  return null;
}

function createTransport(interviewId: string) {
  const api = `/api/interviews/${interviewId}`;
  return new DefaultChatTransport<InterviewMessage>({
    api,
    fetch: request,
    prepareSendMessagesRequest: ({ messages, body }) => {
      const turn = messages.at(-1);
      return {
        api: `${api}/turns`,
        body: { ...body, clientTurnId: turn?.id, text: turn ? textOf(turn) : '' },
      };
    },
    prepareReconnectToStreamRequest: () => ({ api: `${api}/stream` }),
  });
}

function textOf(message: InterviewMessage): string {
  return message.parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('');
}

function isComplete(message: InterviewMessage): boolean {
  const texts = message.parts.filter((part) => part.type === 'text');
  return texts.length > 0 && texts.every(({ state }) => state === 'done');
}

/** A fault that time may cure is tried again; any other gives the words back. */
function actionForFault(error: Error): RoomAction {
  if (!(error instanceof ApiError)) {
    // A fault in the middle of a reply arrives as the text of an error part, in the form every response has.
    const body = parseErrorBody(error.message);
    return { type: 'stalled', message: body?.message ?? cutOff, modelFault: isModelFault(body?.code) };
  }
  const { code, message, status, retryAfterSeconds } = error;
  const modelFault = isModelFault(code);
  return modelFault || status === 0 || status >= 500 || status === 429
    ? { type: 'stalled', message: waiting(message, retryAfterSeconds), modelFault, retryAfterSeconds }
    : { type: 'refused', code, message };
}

/** What the server says, and that nothing has to be done about it. */
function waiting(message: string, retryAfterSeconds: number | null): string {
  return retryAfterSeconds === null
    ? message
    : `${message} Your words are kept, and are sent by themselves then.`;
}
