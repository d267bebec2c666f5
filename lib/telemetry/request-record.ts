import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import type { Span } from '@opentelemetry/api';

/** What is known of a request while it is answered; what its line of log is made of. */
export interface RequestRecord {
  readonly id: string;
  readonly method: string;
  /** The pattern of the route, so that no id and no search stands in a log; null until it is known. */
  route: string | null;
  /** The code of the fault it ended with. */
  code: string | null;
  /** Kind and place of a fault that nobody foresaw. */
  fault: string | null;
  /** A short hash of the owner's id. */
  owner: string | null;
  readonly span: Span | null;
}

declare global {
  var barRaiserRequests: AsyncLocalStorage<RequestRecord> | undefined;
}

/** On globalThis because the server's bundles hold this module more than once. */
export function requestStorage(): AsyncLocalStorage<RequestRecord> {
  globalThis.barRaiserRequests ??= new AsyncLocalStorage();
  return globalThis.barRaiserRequests;
}

/** The request that is being answered here; undefined outside of one. */
export function currentRequest(): RequestRecord | undefined {
  return globalThis.barRaiserRequests?.getStore();
}

/** Says whose request it is, if anybody's. Eight hex digits tell owners of one log apart and name nobody. */
export function noteOwner(ownerId: string | null): void {
  const request = currentRequest();
  if (request && ownerId !== null)
    request.owner = createHash('sha256').update(ownerId).digest('hex').slice(0, 8);
}
