import { freePlace, takeFromBucket, takePlace } from '#lib/db/limits.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { duration, type LimitKind, limitSentence, limitWindows } from '#lib/domain/limits.ts';
import type { ServiceContext } from './context.ts';

type Limited = Pick<ServiceContext, 'database' | 'limits' | 'clock'>;

/**
 * Counts one more of this kind for the subject (an owner's id, or a keyed hash of an address). One statement where the
 * limit allows it, none where it is switched off.
 * @throws BarRaiserError too_many_requests, saying when to try again.
 */
export async function countTowards(
  { database, limits, clock }: Limited,
  kind: LimitKind,
  subject: string,
): Promise<void> {
  const limit = limits[kind];
  if (limit === 0) return;
  const bucket = { kind, subject, limit, window: limitWindows[kind], now: clock() };
  const wait = await takeFromBucket(database, bucket);
  if (wait === 0) return;
  const retryAfterSeconds = Math.ceil(wait / 1000);
  throw new BarRaiserError('too_many_requests', limitSentence(kind, limit, retryAfterSeconds), {
    retryAfterSeconds,
  });
}

/** Longer than any assessment takes; after it, the place of a copy that died is free. */
const placeExpiresAfter = 15 * 60_000;
const askAgainSeconds = 5;

export interface AssessmentPlace {
  /** Whether this call took it: the work was not under way. */
  fresh: boolean;
  free: () => Promise<void>;
}

/**
 * Takes one of the owner's places for an assessment of this interview; one that is under way keeps its place.
 * @throws BarRaiserError too_many_requests.
 */
export async function takeAssessmentPlace(
  { database, limits, clock }: Limited,
  { interviewId, ownerId }: { interviewId: string; ownerId: string },
): Promise<AssessmentPlace> {
  const limit = limits.assessmentsAtOnce;
  if (limit === 0) return { fresh: true, free: async () => {} };
  const id = `assessment:${interviewId}`;
  const place = { id, subject: ownerId, limit, now: clock(), expiresAfter: placeExpiresAfter };
  const taken = await takePlace(database, place);
  if (taken === 'none') {
    throw new BarRaiserError(
      'too_many_requests',
      `${limit} of your interviews are being assessed right now. Please try again in ${duration(askAgainSeconds)}.`,
      { retryAfterSeconds: askAgainSeconds },
    );
  }
  return { fresh: taken === 'taken', free: () => freePlace(database, id) };
}
