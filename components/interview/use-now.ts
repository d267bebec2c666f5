'use client';

import { useEffect, useState } from 'react';

/**
 * The time by the server's clock, in milliseconds, once a second. `serverNow` is when the page was made: it is what is
 * shown first, and what this browser's clock is set against.
 */
export function useNow(serverNow: number, running: boolean): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const ahead = Date.now() - serverNow;
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now() - ahead), 1000);
    return () => clearInterval(timer);
  }, [serverNow, running]);
  return now;
}
