/** Says one sentence; resolves when it is said, rejects with SilentError where the browser lets no sound out. */
export type Say = (sentence: string, signal: AbortSignal) => Promise<void>;

/** Nothing can be heard: no voice, or the browser waits for a press of a key or button first. */
export class SilentError extends Error {
  constructor(options?: ErrorOptions) {
    super('Nothing can be read aloud.', options);
    this.name = 'SilentError';
  }
}

/** Reads sentences aloud, one after the other, until it is told to stop. The words stand on the screen in any case. */
export class Aloud {
  private readonly say: Say;
  private readonly onChange: (state: { speaking: boolean; silent: boolean }) => void;
  private queue: string[] = [];
  private current: AbortController | null = null;

  constructor(say: Say, onChange: Aloud['onChange']) {
    this.say = say;
    this.onChange = onChange;
  }

  get speaking(): boolean {
    return this.current !== null;
  }

  add(sentences: readonly string[]): void {
    if (sentences.length === 0) return;
    this.queue.push(...sentences);
    if (!this.current) void this.run();
  }

  stop(): void {
    this.queue = [];
    this.current?.abort();
  }

  private async run(): Promise<void> {
    const current = new AbortController();
    this.current = current;
    this.onChange({ speaking: true, silent: false });
    let silent = false;
    try {
      while (!current.signal.aborted) {
        const sentence = this.queue.shift();
        if (sentence === undefined) break;
        await this.say(sentence, current.signal);
      }
    } catch (error) {
      if (!(error instanceof SilentError)) throw error;
      silent = true;
      this.queue = [];
    } finally {
      this.current = null;
      this.onChange({ speaking: false, silent });
    }
    // Words that came while the last were being stopped belong to the next utterance.
    if (this.queue.length > 0) void this.run();
  }
}
