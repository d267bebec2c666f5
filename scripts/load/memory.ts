import { percentile } from './measurements.ts';

interface Sample {
  /** Seconds since the load began. */
  at: number;
  megabytes: number;
}

/** What the memory of the server did, in megabytes. */
export interface MemoryCourse {
  afterWarmUp: number;
  atEnd: number;
  peak: number;
  /** What it holds at the end beyond what it held after the warm-up. */
  growth: number;
  /** One sample in about a minute, for the eye. */
  course: number[];
}

const everySeconds = 5;
/** A garbage collector makes a saw of the curve: a point on it is the median of what lies this near. */
const aroundSeconds = 30;

/** The part of a load of so many seconds that fills caches and pools: a fifth, at most two minutes. */
export function warmUpSeconds(seconds: number): number {
  return Math.min(120, seconds / 5);
}

/** Reads the memory of a process every five seconds until it is asked for the course. */
export function watchMemory(used: () => Promise<{ megabytes: number }>): (seconds: number) => MemoryCourse {
  const samples: Sample[] = [];
  const begin = performance.now();
  const timer = setInterval(async () => {
    try {
      const { megabytes } = await used();
      samples.push({ at: (performance.now() - begin) / 1000, megabytes });
    } catch {
      // The process is gone: there is nothing more to read, and the load says so by its errors.
      clearInterval(timer);
    }
  }, everySeconds * 1000);
  return (seconds) => {
    clearInterval(timer);
    const warm = warmUpSeconds(seconds);
    const afterWarmUp = median(samples.filter(({ at }) => at >= warm && at <= warm + aroundSeconds));
    const atEnd = median(samples.filter(({ at }) => at >= seconds - aroundSeconds && at <= seconds));
    const perMinute = Math.max(1, Math.round(60 / everySeconds));
    return {
      afterWarmUp,
      atEnd,
      growth: atEnd - afterWarmUp,
      peak: Math.max(...samples.map(({ megabytes }) => megabytes)),
      course: samples.filter((_, index) => index % perMinute === 0).map(({ megabytes }) => megabytes),
    };
  };
}

function median(samples: readonly Sample[]): number {
  return percentile(
    samples.map(({ megabytes }) => megabytes),
    0.5,
  );
}
