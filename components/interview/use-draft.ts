'use client';

import { type RefObject, useCallback, useEffect, useState } from 'react';
import { keepDraft, readDraft } from './outbox.ts';

/** The words in the composer, kept over a reload; words typed before the page's script arrived are kept too. */
export function useDraft(interviewId: string, field: RefObject<HTMLTextAreaElement | null>) {
  const [draft, setDraft] = useState('');

  useEffect(() => {
    setDraft(field.current?.value || readDraft(localStorage, interviewId));
  }, [interviewId, field]);

  const write = useCallback(
    (text: string) => {
      setDraft(text);
      keepDraft(localStorage, interviewId, text);
    },
    [interviewId],
  );

  return [draft, write] as const;
}
