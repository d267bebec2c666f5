import { type Attributes, type Context, context, type Span, SpanStatusCode, trace } from '@opentelemetry/api';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { currentRequest } from './request-record.ts';

export const instrumentationName = 'bar-raiser';

/** The span that is open here: the innermost one, else the request's own. */
function here(): Context {
  const active = context.active();
  const request = currentRequest()?.span;
  const span = trace.getSpan(active);
  // The framework puts the caller's own span there, from the request's headers; ours came in between.
  const isOurs = span !== undefined && span.spanContext().isRemote !== true;
  return isOurs || !request ? active : trace.setSpan(active, request);
}

function open(name: string, attributes: Attributes): { span: Span; inside: Context } {
  const parent = here();
  const span = trace.getTracer(instrumentationName).startSpan(name, { attributes }, parent);
  return { span, inside: trace.setSpan(parent, span) };
}

/** A failure by its code, or by its kind where it has none: a message may quote what somebody said. */
function fail(span: Span, error: unknown): void {
  const code = BarRaiserError.isInstance(error)
    ? error.code
    : error instanceof Error
      ? error.name
      : 'unknown';
  span.setAttribute('error.type', code);
  span.setStatus({ code: SpanStatusCode.ERROR });
}

/** Does `work` in a span; costs nothing to speak of where no traces are collected. Attributes hold no content. */
export async function inSpan<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> {
  const { span, inside } = open(name, attributes);
  try {
    return await context.with(inside, work);
  } catch (error) {
    fail(span, error);
    throw error;
  } finally {
    span.end();
  }
}

/** A span over everything that comes of `items`, from the first asking to the last, or to where the listener leaves. */
export async function* spanOver<T>(
  name: string,
  attributes: Attributes,
  items: () => AsyncIterable<T>,
): AsyncGenerator<T, void> {
  const { span, inside } = open(name, attributes);
  const source = context.with(inside, () => items()[Symbol.asyncIterator]());
  let done = false;
  try {
    for (;;) {
      const next = await context.with(inside, () => source.next());
      if (next.done) {
        done = true;
        return;
      }
      yield next.value;
    }
  } catch (error) {
    done = true;
    fail(span, error);
    throw error;
  } finally {
    if (!done) await context.with(inside, () => source.return?.());
    span.end();
  }
}
