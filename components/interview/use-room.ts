'use client';

import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { ApiError } from '#components/api-error.ts';
import type { InterviewView } from '#lib/domain/interview-view.ts';
import { loadView } from './load-view.ts';
import { keepOutbox, type PendingTurn, progressKey, readOutbox } from './outbox.ts';
import { roomReducer } from './room-reducer.ts';
import { initialRoom } from './room-state.ts';

const longestWait = 15_000;
const gone = 'This interview is no longer here: it was deleted.';

/**
 * Milliseconds before the next try: what the server asked for, else after this many failures in a row 1, 2, 4, 8, then
 * every 15 seconds.
 */
export function waitBeforeRetry(failures: number, waitSeconds: number | null = null): number {
  if (waitSeconds !== null) return waitSeconds * 1000;
  return Math.min(1000 * 2 ** Math.max(0, failures - 1), longestWait);
}

/** The room's state, kept in step with the server, with the browser's store, and with other tabs. */
export function useRoom(view: InterviewView) {
  const [state, dispatch] = useReducer(roomReducer, view, initialRoom);
  const { id } = view;

  const refresh = useCallback(async () => {
    try {
      dispatch({ type: 'view-loaded', view: await loadView(id) });
    } catch (error) {
      // Out of reach: what is shown stays, and the next focus or retry asks again.
      if (!(error instanceof ApiError)) throw error;
      if (error.code === 'not_found') dispatch({ type: 'refused', code: error.code, message: gone });
    }
  }, [id]);

  const [shownAtFirst] = useState(view.turns.length);
  useEffect(() => {
    dispatch({ type: 'opened', pending: readOutbox(localStorage, id) });
    // The page before this one may have gone on while this one was being made.
    if (Number(localStorage.getItem(progressKey(id))) > shownAtFirst) void refresh();
  }, [id, shownAtFirst, refresh]);

  useKeptOutbox(id, state.pending, state.delivery === 'idle' && state.view.turns.length);
  useOtherTabs(id, refresh);

  const { delivery, failures, stale, modelFault, waitSeconds } = state;
  useEffect(() => {
    if (stale) void refresh();
  }, [stale, refresh]);
  useEffect(() => {
    // A model may cost money or be over its quota: it is not asked again by itself.
    if (delivery !== 'stalled' || modelFault) return;
    const retry = () => void refresh().then(() => dispatch({ type: 'retried' }));
    const timer = setTimeout(retry, waitBeforeRetry(failures, waitSeconds));
    addEventListener('online', retry);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', retry);
    };
  }, [delivery, failures, modelFault, waitSeconds, refresh]);

  return { state, dispatch, refresh };
}

/** Writes the turn on its way to the store, and lets other tabs know when a reply has come. */
function useKeptOutbox(id: string, pending: PendingTurn | null, turnCount: number | false) {
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current) keepOutbox(localStorage, id, pending);
    opened.current = true;
  }, [id, pending]);
  useEffect(() => {
    if (turnCount !== false) localStorage.setItem(progressKey(id), String(turnCount));
  }, [id, turnCount]);
}

function useOtherTabs(id: string, refresh: () => Promise<void>) {
  useEffect(() => {
    const onStorage = ({ key }: StorageEvent) => key === progressKey(id) && void refresh();
    const onReturn = () => document.visibilityState === 'visible' && void refresh();
    addEventListener('storage', onStorage);
    addEventListener('focus', onReturn);
    document.addEventListener('visibilitychange', onReturn);
    return () => {
      removeEventListener('storage', onStorage);
      removeEventListener('focus', onReturn);
      document.removeEventListener('visibilitychange', onReturn);
    };
  }, [id, refresh]);
}
