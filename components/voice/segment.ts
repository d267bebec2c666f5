/** A stretch that is being recorded. All times in seconds. */
export interface Segment {
  startedAt: number;
  /** When a voice was last heard in it; null: not yet. */
  voicedAt: number | null;
}

/** A pause this long after enough speech ends a stretch, so that words arrive while one speaks. */
const [pauseSeconds, leastSeconds] = [0.8, 3];
/** Without a pause it ends here, be it in a word. */
const mostSeconds = 28;
/** Silence is not sent; what is recorded of it is thrown away now and then. */
const silentSeconds = 10;

/** `cut`: it is complete and another one begins; `drop`: nothing was said in it; `go-on`. */
export type SegmentStep = 'go-on' | 'cut' | 'drop';

export function segmentStep({ startedAt, voicedAt }: Segment, now: number): SegmentStep {
  const length = now - startedAt;
  if (voicedAt === null) return length >= silentSeconds ? 'drop' : 'go-on';
  if (length >= mostSeconds) return 'cut';
  return length >= leastSeconds && now - voicedAt >= pauseSeconds ? 'cut' : 'go-on';
}
