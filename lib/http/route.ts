import { randomUUID } from 'node:crypto';
import { refuseWhileStopping } from '#lib/services/stopping.ts';
import { currentRequest } from '#lib/telemetry/request-record.ts';
import { reportFault, retryAfter } from './fault.ts';
import { withCookiesDue } from './request-context.ts';
import { requireSameOrigin } from './same-origin.ts';
import { statusOf } from './status.ts';

export interface RouteInput<P> {
  request: Request;
  params: P;
  /** Logs a fault that arises after the answer has begun, and gives what to say of it. */
  fault: (thrown: unknown) => string;
}

type Handler<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>;

/**
 * A route handler: refuses writes from other origins, and answers a thrown fault with its code, its status and one
 * line in the log. `name` is the route's pattern, so that no id stands in the log.
 */
export function route<P>(name: string, handle: (input: RouteInput<P>) => Promise<Response>): Handler<P> {
  return async (request, { params }) => {
    const record = currentRequest();
    const requestId = record?.id ?? randomUUID();
    const logged = { id: requestId, method: request.method, route: name };
    if (record) record.route = name;
    try {
      if (request.method !== 'GET') {
        refuseWhileStopping();
        requireSameOrigin(request);
      }
      const fault = (thrown: unknown) => JSON.stringify(reportFault(thrown, logged));
      return withCookiesDue(request, await handle({ request, params: await params, fault }));
    } catch (thrown) {
      const body = reportFault(thrown, logged);
      const headers = { 'x-request-id': requestId, 'cache-control': 'no-store', ...retryAfter(thrown) };
      return Response.json(body, { status: statusOf[body.error.code], headers });
    }
  };
}
