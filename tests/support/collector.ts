import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

const valueSchema = z.looseObject({
  stringValue: z.string().optional(),
  intValue: z.union([z.string(), z.number()]).optional(),
});
const attributesSchema = z.array(z.object({ key: z.string(), value: valueSchema })).default([]);

const spanSchema = z.looseObject({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  attributes: attributesSchema,
});
const tracesSchema = z.object({
  resourceSpans: z.array(z.object({ scopeSpans: z.array(z.object({ spans: z.array(spanSchema) })) })),
});
const pointSchema = z.looseObject({ attributes: attributesSchema, count: z.coerce.number().optional() });
const metricSchema = z.looseObject({
  name: z.string(),
  histogram: z.object({ dataPoints: z.array(pointSchema) }).optional(),
  sum: z.object({ dataPoints: z.array(pointSchema) }).optional(),
});
const metricsSchema = z.object({
  resourceMetrics: z.array(z.object({ scopeMetrics: z.array(z.object({ metrics: z.array(metricSchema) })) })),
});

/** What was sent to a collector: OTLP over HTTP, as JSON. */
export interface Collector {
  url: string;
  spans: () => z.infer<typeof spanSchema>[];
  metrics: () => z.infer<typeof metricSchema>[];
  /** Everything as it came. */
  raw: () => string;
}

export async function startCollector(): Promise<Collector> {
  const received: { path: string; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    received.push({ path: request.url ?? '', body: Buffer.concat(chunks).toString() });
    response.setHeader('content-type', 'application/json').end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const bodies = (path: string) =>
    received.filter((one) => one.path === path).map(({ body }): unknown => JSON.parse(body));
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    spans: () =>
      bodies('/v1/traces')
        .flatMap((body) => tracesSchema.parse(body).resourceSpans)
        .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
    metrics: () =>
      bodies('/v1/metrics')
        .flatMap((body) => metricsSchema.parse(body).resourceMetrics)
        .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap(({ metrics }) => metrics)),
    raw: () => received.map(({ body }) => body).join('\n'),
  };
}
