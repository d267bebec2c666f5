'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useMemo } from 'react';
import { AfterQuestion } from '#components/loop/after-question.tsx';
import { LoopBar } from '#components/loop/loop-bar.tsx';
import type { Spoken } from '#components/voice/take.ts';
import type { InterviewView } from '#lib/domain/interview-view.ts';
import type { VoiceDescription } from '#lib/services/describe-voice.ts';
import type { Order } from './chat-link.tsx';
import { Conversation } from './conversation.tsx';
import { newTurnId } from './new-turn-id.ts';
import { keepOutbox } from './outbox.ts';
import { RoomControls } from './room-controls.tsx';
import { canSend, type RoomState, shownTurns } from './room-state.ts';
import { SelfVote } from './self-vote.tsx';
import { SessionBar } from './session-bar.tsx';
import { useNow } from './use-now.ts';
import { useRoom } from './use-room.ts';

const ChatLink = dynamic(() => import('./chat-link.tsx'), { ssr: false });

/** The interview room: the conversation, the clock, and the composer or, once it is over, the vote on oneself. */
export function Room({
  view,
  serverNow,
  voice,
}: {
  view: InterviewView;
  serverNow: number;
  voice: VoiceDescription;
}) {
  const { state, dispatch } = useRoom(view);
  const router = useRouter();
  const { phase } = state.view.phase;
  const over = (phase === 'closing' || phase === 'assessed') && state.delivery === 'idle';
  const now = useNow(serverNow, !over);
  const order = useOrder(state);

  const repliesTo = state.view.turns.findLast(({ speaker }) => speaker === 'bar_raiser')?.id ?? null;
  const send = useCallback(
    (text: string, spoken: Spoken | null) => {
      const turn = { clientTurnId: newTurnId(), text, repliesTo, ...(spoken ? { spoken } : {}) };
      keepOutbox(localStorage, view.id, turn);
      dispatch({ type: 'sent', turn });
    },
    [view.id, repliesTo, dispatch],
  );

  const finished = phase === 'assessed' && state.view.selfVoteGiven;
  useEffect(() => {
    if (finished) router.refresh();
  }, [finished, router]);

  return (
    <>
      <SessionBar phase={state.view.phase} clock={state.view.clock} now={now} engines={state.view.engines} />
      <main id="content" className="sheet flex w-full grow flex-col pt-8">
        <h1 className="sr-only">
          Interview: {view.principleName}. {view.question}
        </h1>
        {view.loop && <LoopBar loop={view.loop} over={over} />}
        <div className="grow pb-4">
          <Conversation turns={shownTurns(state)} waiting={state.delivery !== 'idle' && !state.modelFault} />
        </div>
        {over ? (
          <div className="margin-row border-t border-rule pt-8 pb-20">
            <span />
            {view.loop ? (
              <AfterQuestion loop={view.loop} />
            ) : (
              <SelfVote interviewId={view.id} level={view.level} given={state.view.selfVoteGiven} />
            )}
          </div>
        ) : (
          <RoomControls state={state} dispatch={dispatch} open={canSend(state)} voice={voice} onSend={send} />
        )}
      </main>
      <ChatLink interviewId={view.id} order={order} dispatch={dispatch} />
    </>
  );
}

/** What the chat link has to do now; a new object for each attempt, so that each is made once. */
function useOrder({ delivery, attempt, pending }: RoomState): Order | null {
  return useMemo(() => {
    if (delivery === 'resuming') return { kind: 'resume', attempt };
    return delivery === 'sending' && pending ? { kind: 'send', attempt, turn: pending } : null;
  }, [delivery, attempt, pending]);
}
