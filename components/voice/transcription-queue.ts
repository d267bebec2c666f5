import type { Heard } from './recogniser.ts';

/** A recording that waits for its words. `start` and `end` are seconds of listening. */
export interface Recorded {
  audio: Blob;
  start: number;
  end: number;
}

export interface QueueOptions {
  /** Writes a recording down. */
  write: (recorded: Recorded) => Promise<Heard>;
  onHeard: (heard: Heard) => void;
  /** How many recordings are not yet words; `failure` when the first of them can't be written down. */
  onChange: (waiting: number, failure: unknown) => void;
  /** Milliseconds before the next try after so many failures in a row; null: it is left to the person. */
  waitBefore: (error: unknown, failures: number) => number | null;
  sleep: (milliseconds: number) => Promise<void>;
}

/**
 * Recordings on their way to being words: one at a time and in order, so that no sentence overtakes another. One that
 * fails is tried again, then kept until the person says what to do; those behind it wait.
 */
export class TranscriptionQueue {
  private readonly options: QueueOptions;
  private readonly waiting: Recorded[] = [];
  private running: Promise<void> | null = null;
  private failure: unknown = null;
  private closed = false;

  constructor(options: QueueOptions) {
    this.options = options;
  }

  add(recorded: Recorded): void {
    this.waiting.push(recorded);
    this.changed();
    if (this.failure === null) this.run();
  }

  /** Resolves when the queue stands still: true when every recording has become words. */
  async settle(): Promise<boolean> {
    while (this.running) await this.running;
    return this.waiting.length === 0;
  }

  retry(): void {
    this.failure = null;
    this.changed();
    this.run();
  }

  /** Throws away the recording that failed, and goes on with those behind it. */
  discard(): void {
    if (this.failure === null) return;
    this.waiting.shift();
    this.retry();
  }

  close(): void {
    this.closed = true;
  }

  private changed(): void {
    if (!this.closed) this.options.onChange(this.waiting.length, this.failure);
  }

  private run(): void {
    this.running ??= this.work().finally(() => {
      this.running = null;
    });
  }

  private async work(): Promise<void> {
    for (let failures = 0; !this.closed; ) {
      const recorded = this.waiting[0];
      if (!recorded) return;
      try {
        const heard = await this.options.write(recorded);
        if (this.closed) return;
        this.waiting.shift();
        failures = 0;
        this.options.onHeard(heard);
        this.changed();
      } catch (error) {
        failures += 1;
        const wait = this.options.waitBefore(error, failures);
        if (wait === null) {
          this.failure = error;
          return this.changed();
        }
        await this.options.sleep(wait);
      }
    }
  }
}
