/** Seconds of listening: runs while the microphone is open, stands still while it is not. Times in milliseconds go in. */
export class ListeningClock {
  private readonly now: () => number;
  private passed = 0;
  private since: number | null = null;

  constructor(now: () => number) {
    this.now = now;
  }

  start(): void {
    this.since ??= this.now();
  }

  stop(): void {
    this.passed = this.seconds() * 1000;
    this.since = null;
  }

  seconds(): number {
    return (this.passed + (this.since === null ? 0 : this.now() - this.since)) / 1000;
  }
}
