'use client';

import { useEffect, useRef, useState } from 'react';
import { post } from '#components/api-error.ts';
import type { StudyPart } from '#lib/domain/study-progress.ts';

/** In view for this long, the end of a part counts as reached, not as scrolled past. */
const stayedMilliseconds = 3000;

/** The end of a part of the page: remembered as read once one has reached it. */
export function ReadMark({
  scenarioId,
  part,
  read,
}: {
  scenarioId: string;
  part: StudyPart;
  read: readonly StudyPart[];
}) {
  const mark = useRef<HTMLDivElement>(null);
  const [done, setDone] = useState(read.includes(part));

  useEffect(() => {
    const element = mark.current;
    if (done || !element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver(([entry]) => {
      clearTimeout(timer);
      if (!entry?.isIntersecting) return;
      timer = setTimeout(() => {
        // What could not be remembered now is remembered at the next visit: nothing of the person's is lost by it.
        post('/api/study/read', { scenarioId, part }).then(
          () => setDone(true),
          () => observer.disconnect(),
        );
      }, stayedMilliseconds);
    });
    observer.observe(element);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [done, part, scenarioId]);

  return (
    <div ref={mark} className="label no-print h-6 text-right font-normal">
      {done && 'Read'}
    </div>
  );
}
