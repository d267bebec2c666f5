import { z } from 'zod';

/**
 * The closed family of errors. Every fault a person or a caller can meet has one of these codes; adapters
 * (HTTP, command line) map the code, never the message.
 */
export const errorCodes = [
  'bad_json',
  'bad_request',
  'blank_turn',
  'turn_too_long',
  'body_too_large',
  'wrong_origin',
  /** A limit is reached; `retryAfterSeconds` says when it is worth trying again. */
  'too_many_requests',
  'sign_in_off',
  'sign_in_failed',
  'unknown_scenario',
  'not_found',
  'turn_in_progress',
  'turn_conflict',
  'interview_over',
  'interview_open',
  'self_vote_first',
  /** A question of a loop: its own debrief comes with that of the loop. */
  'loop_open',
  'already_voted',
  'not_assessed',
  'already_redone',
  'unknown_exercise',
  'answer_conflict',
  'story_conflict',
  'story_unreadable',
  'too_many_stories',
  'engine_failed',
  /** What can be wrong with a model; each message says what was wrong and what to do. */
  'model_settings',
  'model_unreachable',
  'model_refused_key',
  'model_unknown',
  'model_over_quota',
  'model_failed',
  'model_stalled',
  'model_cut_off',
  'model_bad_output',
  'model_refused',
  'model_request_refused',
  'model_context_full',
  'model_budget_spent',
  'store_failed',
  'shutting_down',
  'internal',
] as const;

export const errorCodeSchema = z.enum(errorCodes);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

/** Marks the family: a bundled server may hold this class more than once, and instanceof knows only one of them. */
const brand = Symbol.for('bar-raiser.error');

export class BarRaiserError extends Error {
  readonly code: ErrorCode;
  readonly [brand] = true;
  /** Whole seconds until the same request may succeed, where that is known. */
  readonly retryAfterSeconds: number | null;

  /** `message` is shown to the person: plain words, what was wrong and what to do; never a candidate's text. */
  constructor(code: ErrorCode, message: string, options?: ErrorOptions & { retryAfterSeconds?: number }) {
    super(message, options);
    this.name = 'BarRaiserError';
    this.code = code;
    this.retryAfterSeconds = options?.retryAfterSeconds ?? null;
  }

  static isInstance(value: unknown): value is BarRaiserError {
    return value instanceof Error && brand in value;
  }
}
