import type { ErrorCode } from '#lib/domain/errors.ts';

/** The one place where a code becomes an HTTP status. */
export const statusOf: Record<ErrorCode, number> = {
  bad_json: 400,
  bad_request: 400,
  blank_turn: 400,
  turn_too_long: 413,
  body_too_large: 413,
  wrong_origin: 403,
  unknown_scenario: 404,
  not_found: 404,
  turn_in_progress: 409,
  turn_conflict: 409,
  interview_over: 409,
  interview_open: 409,
  self_vote_first: 409,
  already_voted: 409,
  not_assessed: 409,
  already_redone: 409,
  engine_failed: 502,
  store_failed: 503,
  internal: 500,
};
