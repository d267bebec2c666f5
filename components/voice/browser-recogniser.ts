import type { ListeningClock } from './listening-clock.ts';
import type { Notify, Recogniser, VoiceProblem } from './recogniser.ts';

/** The part of the Web Speech API that is used here (https://webaudio.github.io/web-speech-api/). */
export interface SpeechRecognitionLike {
  continuous: boolean;
  interimResults: boolean;
  lang: string;
  onstart: (() => void) | null;
  onspeechstart: (() => void) | null;
  onresult: ((event: RecognitionResults) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
  abort(): void;
}

export interface RecognitionResults {
  resultIndex: number;
  results: ArrayLike<{ isFinal: boolean; 0?: { transcript: string } | undefined }>;
}

export type Recognition = new () => SpeechRecognitionLike;

/** The browser's own recogniser, where it has one. */
export function findRecognition(scope: object): Recognition | null {
  for (const name of ['SpeechRecognition', 'webkitSpeechRecognition']) {
    const found: unknown = Reflect.get(scope, name);
    if (isRecognition(found)) return found;
  }
  return null;
}

function isRecognition(value: unknown): value is Recognition {
  return typeof value === 'function';
}

/** Errors that no new start cures. The others ('no-speech', 'aborted', 'network', ...) end a session, and the next one begins. */
const fatal: Record<string, VoiceProblem> = {
  'not-allowed': 'not-allowed',
  'service-not-allowed': 'not-allowed',
  'audio-capture': 'no-microphone',
  'language-not-supported': 'language',
};

/** So many sessions in a row that heard nothing and ended at once are a recogniser that does not work. */
const mostFailures = 4;
/** Milliseconds a session must last not to count as one that ended at once. */
const shortSession = 3000;
/** Milliseconds before the next session after so many that ended at once. */
const pauses = [50, 400, 1200, 2500];
/** How long the last words are waited for once it is told to stop. */
const settleMilliseconds = 2500;

interface Session {
  recognition: SpeechRecognitionLike;
  startedAt: number;
  heard: boolean;
  error: string | null;
}

/**
 * Listens with the browser's own recogniser. It ends by itself after a while, whatever it is told, and may fail at any
 * time: words that were on the screen are handed over then as if they were final, and it is started again.
 */
export class BrowserRecogniser implements Recogniser {
  private readonly recognition: Recognition;
  private readonly notify: Notify;
  private readonly now: () => number;
  private readonly clock: ListeningClock;
  private wanted = false;
  private session: Session | null = null;
  private interim = '';
  private interimSince: number | null = null;
  private failures = 0;
  private restart: ReturnType<typeof setTimeout> | null = null;
  private settled: (() => void)[] = [];

  constructor({
    recognition,
    notify,
    clock,
    now,
  }: {
    recognition: Recognition;
    notify: Notify;
    clock: ListeningClock;
    now: () => number;
  }) {
    this.recognition = recognition;
    this.notify = notify;
    this.clock = clock;
    this.now = now;
  }

  start(): void {
    if (this.wanted) return;
    this.wanted = true;
    this.failures = 0;
    if (!this.session) this.begin();
  }

  stop(): void {
    this.wanted = false;
    this.cancelRestart();
    this.session?.recognition.stop();
  }

  async settle(): Promise<boolean> {
    const goesOn = this.wanted;
    this.stop();
    if (this.session) {
      await new Promise<void>((resolve) => {
        const late = setTimeout(() => {
          this.session?.recognition.abort();
          this.ended(this.session);
        }, settleMilliseconds);
        this.settled.push(() => {
          clearTimeout(late);
          resolve();
        });
      });
    }
    this.handOver();
    if (goesOn) this.start();
    return true;
  }

  retry(): void {
    this.start();
  }

  discard(): void {}

  close(): void {
    this.wanted = false;
    this.cancelRestart();
    this.handOver();
    const { session } = this;
    this.session = null;
    session?.recognition.abort();
  }

  private begin(): void {
    const session: Session = {
      recognition: new this.recognition(),
      startedAt: this.now(),
      heard: false,
      error: null,
    };
    const { recognition } = session;
    this.session = session;
    recognition.continuous = true;
    recognition.interimResults = true;
    recognition.lang = 'en-US';
    const mine = (act: () => void) => () => {
      if (this.session === session) act();
    };
    recognition.onstart = mine(() => {
      this.clock.start();
      this.notify({ type: 'listening', on: true });
    });
    recognition.onspeechstart = mine(() => this.notify({ type: 'voice' }));
    recognition.onresult = (event) => {
      if (this.session === session) this.read(session, event);
    };
    recognition.onerror = ({ error }) => {
      session.error = error;
    };
    recognition.onend = mine(() => this.ended(session));
    try {
      recognition.start();
    } catch (error) {
      // It throws when it is started twice; then the first goes on and ends as any does.
      if (!(error instanceof DOMException)) throw error;
      session.error = error.name;
      this.ended(session);
    }
  }

  private read(session: Session, { resultIndex, results }: RecognitionResults): void {
    session.heard = true;
    this.failures = 0;
    let interim = '';
    for (let index = resultIndex; index < results.length; index += 1) {
      const result = results[index];
      const text = result?.[0]?.transcript ?? '';
      if (result?.isFinal) {
        this.interim = text;
        this.interimSince ??= this.clock.seconds();
        this.handOver();
      } else interim += text;
    }
    if (interim.trim() !== '') this.interimSince ??= this.clock.seconds();
    this.interim = interim;
    this.notify({ type: 'interim', text: interim.trim() });
    this.notify({ type: 'voice' });
  }

  /** What is on the screen becomes words that stay. */
  private handOver(): void {
    const text = this.interim.trim();
    const end = this.clock.seconds();
    const start = this.interimSince ?? end;
    this.interim = '';
    this.interimSince = null;
    if (text === '') return;
    this.notify({ type: 'heard', heard: { text, words: null, start, end } });
    this.notify({ type: 'interim', text: '' });
  }

  private ended(session: Session | null): void {
    if (!session || this.session !== session) return;
    this.session = null;
    this.handOver();
    this.clock.stop();
    this.notify({ type: 'listening', on: false });
    this.afterSession(session);
    for (const settled of this.settled.splice(0)) settled();
  }

  private afterSession({ error, heard, startedAt }: Session): void {
    if (!this.wanted) return;
    const hopeless = error === null ? undefined : fatal[error];
    const atOnce = !heard && (error === 'network' || this.now() - startedAt < shortSession);
    this.failures = atOnce ? this.failures + 1 : 0;
    if (hopeless || this.failures >= mostFailures) {
      this.wanted = false;
      const problem = hopeless ?? (error === 'network' ? 'network' : 'stopped');
      this.notify({ type: 'problem', problem, detail: null });
      return;
    }
    this.restart = setTimeout(() => {
      this.restart = null;
      if (this.wanted && !this.session) this.begin();
    }, pauses[this.failures]);
  }

  private cancelRestart(): void {
    if (this.restart !== null) clearTimeout(this.restart);
    this.restart = null;
  }
}
