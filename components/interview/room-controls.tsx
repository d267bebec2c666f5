'use client';

import dynamic from 'next/dynamic';
import { useCallback, useMemo, useRef, useState } from 'react';
import { asApiError, post, request } from '#components/api-error.ts';
import { Button } from '#components/ui/button.tsx';
import { ConfirmButton } from '#components/ui/confirm-button.tsx';
import type { Spoken } from '#components/voice/take.ts';
import type { Asked } from '#components/voice/use-aloud.ts';
import { countWords, speakingSeconds } from '#lib/domain/spoken-time.ts';
import type { VoiceDescription } from '#lib/services/describe-voice.ts';
import { formatClock } from './clock.ts';
import { Composer } from './composer.tsx';
import { Notice } from './notice.tsx';
import { readProgress } from './read-progress.ts';
import { type RoomAction, type RoomState, shownTurns } from './room-state.ts';
import { SectionStrip } from './section-strip.tsx';
import { useKeepBottom } from './use-keep-bottom.ts';

const VoiceBar = dynamic(() => import('#components/voice/voice-bar.tsx'), { ssr: false });

const repeatWords = 'Could you repeat the question, please?';

/** The foot of the room: notices, the composer with its length, and the two things one may ask for. */
export function RoomControls({
  state,
  dispatch,
  open,
  voice,
  onSend,
}: {
  state: RoomState;
  dispatch: (action: RoomAction) => void;
  open: boolean;
  voice: VoiceDescription;
  onSend: (text: string, spoken: Spoken | null) => void;
}) {
  const { view, delivery } = state;
  const onReturnedTaken = useCallback(() => dispatch({ type: 'returned-taken' }), [dispatch]);
  const { ending, end } = useEnd(view.id, dispatch);
  const goOnEmbedded = useEmbedded(view.id, dispatch);
  const foot = useRef<HTMLDivElement>(null);
  useKeepBottom(foot);
  const asked = useAsked(state);

  return (
    <div ref={foot} className="sticky bottom-0 -mx-2 border-t border-rule bg-paper px-2 pt-3 pb-4">
      <div className="margin-row">
        <span className="max-desk:hidden" />
        <div className="max-w-field">
          {state.notice && (
            <Notice
              text={state.notice}
              onRetry={delivery === 'stalled' ? () => dispatch({ type: 'retried' }) : null}
              onEmbedded={state.modelFault ? goOnEmbedded : null}
              onRead={() => dispatch({ type: 'notice-read' })}
            />
          )}
          <Composer
            interviewId={view.id}
            open={open}
            returned={state.returned}
            onReturnedTaken={onReturnedTaken}
            onSend={onSend}
            voice={
              view.mode === 'spoken'
                ? (composer) => (
                    <VoiceBar interviewId={view.id} voice={voice} asked={asked} composer={composer} />
                  )
                : undefined
            }
            aside={
              <>
                <Button look="quiet" disabled={!open} onClick={() => onSend(repeatWords, null)}>
                  Repeat the question
                </Button>
                <ConfirmButton
                  title="End the interview?"
                  text={
                    view.loop
                      ? 'Nothing more is asked in this question. The loop goes on with a break.'
                      : 'Nothing more is asked. You vote on yourself, then you see the debrief of what was said so far.'
                  }
                  confirm="End the interview"
                  disabled={!open || ending}
                  onConfirm={end}
                >
                  End the interview
                </ConfirmButton>
              </>
            }
          >
            {(draft) => <AnswerLength state={state} draft={draft} />}
          </Composer>
        </div>
      </div>
    </div>
  );
}

function AnswerLength({ state, draft }: { state: RoomState; draft: string }) {
  const seconds = speakingSeconds(countWords(draft));
  const { phase, sectionBudgets, answerSeconds } = state.view;
  if (phase.phase === 'opening' || phase.phase === 'answering')
    return <SectionStrip budgets={sectionBudgets} range={answerSeconds} seconds={seconds} />;
  return (
    <p className="label font-normal">
      Spoken length <span className="figures font-medium text-ink">{formatClock(seconds)}</span>
    </p>
  );
}

/** What the bar raiser says last, as far as it has come. */
function useAsked(state: RoomState): Asked | null {
  const last = shownTurns(state).findLast(({ speaker }) => speaker === 'bar_raiser');
  const [id, text, complete] = [last?.id, last?.text, state.reply === null];
  return useMemo(
    () => (id !== undefined && text !== undefined ? { id, text, complete } : null),
    [id, text, complete],
  );
}

/** Ends the interview: the server closes it, and the room shows the vote as soon as it has. */
function useEnd(interviewId: string, dispatch: (action: RoomAction) => void) {
  const [ending, setEnding] = useState(false);
  async function end() {
    setEnding(true);
    try {
      const response = await request(`/api/interviews/${interviewId}/end`, { method: 'POST' });
      // The debrief is made meanwhile; the vote comes first, and asks for it again.
      if (response.body)
        for await (const { step } of readProgress(response.body)) if (step === 'closed') break;
      const { loadView } = await import('./load-view.ts');
      dispatch({ type: 'view-loaded', view: await loadView(interviewId) });
    } catch (error) {
      dispatch({ type: 'refused', code: 'unreachable', message: asApiError(error).message });
    } finally {
      setEnding(false);
    }
  }
  return { ending, end: () => void end() };
}

/** Goes on without the model that failed: the embedded engine answers what is waiting. */
function useEmbedded(interviewId: string, dispatch: (action: RoomAction) => void) {
  async function change() {
    try {
      await post(`/api/interviews/${interviewId}/engine`, { engine: 'embedded' });
      const { loadView } = await import('./load-view.ts');
      dispatch({ type: 'view-loaded', view: await loadView(interviewId) });
      dispatch({ type: 'retried' });
    } catch (error) {
      dispatch({ type: 'stalled', message: asApiError(error).message, modelFault: true });
    }
  }
  return () => void change();
}
