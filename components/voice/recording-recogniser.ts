import type { ListeningClock } from './listening-clock.ts';
import { type Microphone, MicrophoneError } from './microphone.ts';
import type { Notify, Recogniser } from './recogniser.ts';
import { type Segment, segmentStep } from './segment.ts';
import { type QueueOptions, type Recorded, TranscriptionQueue } from './transcription-queue.ts';
import { nextActivity, quiet } from './voice-activity.ts';

/** What records a stretch; the part of MediaRecorder that is used here. */
export interface StretchRecorder {
  /** Ends the stretch and gives it whole. */
  finish(): Promise<Blob>;
}

const measureMilliseconds = 100;

/**
 * Listens by recording: stretches of speech, cut where one pauses, go to a server one after the other and come back as
 * words. A stretch in which nobody speaks is not sent.
 */
export class RecordingRecogniser implements Recogniser {
  private readonly options: {
    open: () => Promise<Microphone>;
    record: (stream: MediaStream) => StretchRecorder;
    clock: ListeningClock;
    notify: Notify;
  } & Pick<QueueOptions, 'write' | 'waitBefore' | 'sleep'> & { explain: (failure: unknown) => string };
  private readonly queue: TranscriptionQueue;
  private wanted = false;
  private microphone: Microphone | null = null;
  private opening: Promise<void> | null = null;
  private recorder: StretchRecorder | null = null;
  private segment: Segment = { startedAt: 0, voicedAt: null };
  private activity = quiet;
  private measuring: ReturnType<typeof setInterval> | null = null;
  private finishing: Promise<void> = Promise.resolve();

  constructor(options: RecordingRecogniser['options']) {
    this.options = options;
    const { notify, explain } = options;
    this.queue = new TranscriptionQueue({
      ...options,
      onHeard: (heard) => {
        if (heard.text !== '') notify({ type: 'heard', heard });
      },
      onChange: (count, failure) => {
        notify({ type: 'unwritten', count });
        if (failure !== null) notify({ type: 'problem', problem: 'untranscribed', detail: explain(failure) });
      },
    });
  }

  start(): void {
    if (this.wanted) return;
    this.wanted = true;
    this.opening ??= this.open().finally(() => {
      this.opening = null;
    });
  }

  stop(): void {
    if (!this.wanted) return;
    this.wanted = false;
    this.endStretch();
    if (this.measuring !== null) clearInterval(this.measuring);
    this.measuring = null;
    this.options.clock.stop();
    this.microphone?.close();
    this.microphone = null;
    this.options.notify({ type: 'listening', on: false });
  }

  async settle(): Promise<boolean> {
    if (this.recorder) {
      this.endStretch();
      if (this.wanted) this.beginStretch();
    }
    await this.finishing;
    return this.queue.settle();
  }

  retry(): void {
    this.queue.retry();
  }

  discard(): void {
    this.queue.discard();
  }

  close(): void {
    this.stop();
    this.queue.close();
  }

  private async open(): Promise<void> {
    const { open, notify, clock } = this.options;
    try {
      const microphone = await open();
      if (!this.wanted) return microphone.close();
      this.microphone = microphone;
    } catch (error) {
      this.wanted = false;
      if (!(error instanceof MicrophoneError)) throw error;
      return notify({ type: 'problem', problem: error.problem, detail: null });
    }
    clock.start();
    this.activity = quiet;
    this.beginStretch();
    this.measuring = setInterval(() => this.measure(), measureMilliseconds);
    notify({ type: 'listening', on: true });
  }

  private measure(): void {
    const { microphone } = this;
    if (!microphone) return;
    const { clock, notify } = this.options;
    const level = microphone.level();
    this.activity = nextActivity(this.activity, level);
    const now = clock.seconds();
    const { speaking } = this.activity;
    notify({ type: 'level', level, speaking });
    if (speaking) this.segment.voicedAt = now;
    const step = segmentStep(this.segment, now);
    if (step === 'go-on') return;
    this.endStretch();
    this.beginStretch();
  }

  private beginStretch(): void {
    if (!this.microphone) return;
    this.segment = { startedAt: this.options.clock.seconds(), voicedAt: null };
    this.recorder = this.options.record(this.microphone.stream);
  }

  /** What was said in it goes to be written down; the others behind it keep their order. */
  private endStretch(): void {
    const { recorder, segment } = this;
    this.recorder = null;
    if (!recorder) return;
    const end = this.options.clock.seconds();
    const finished = recorder.finish();
    this.finishing = this.finishing.then(async () => {
      const audio = await finished;
      const recorded: Recorded = { audio, start: segment.startedAt, end };
      if (segment.voicedAt !== null && audio.size > 0) this.queue.add(recorded);
    });
  }
}
