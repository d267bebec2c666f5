import { ProxyTracerProvider, trace } from '@opentelemetry/api';

const switches = [
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT',
  'OTEL_EXPORTER_OTLP_METRICS_ENDPOINT',
  'OTEL_TRACES_EXPORTER',
  'OTEL_METRICS_EXPORTER',
];

/** Whether OpenTelemetry's own variables ask for traces or metrics. */
export function asksForTelemetry(variables: Readonly<Record<string, string | undefined>>): boolean {
  if (variables.OTEL_SDK_DISABLED?.toLowerCase() === 'true') return false;
  return switches.some((name) => !['', 'none'].includes((variables[name] ?? '').trim()));
}

/**
 * Starts to collect traces and metrics if the environment asks for them, with everything else as OpenTelemetry's
 * variables say. The collector is loaded only then.
 * @returns what sends the rest at the end.
 */
export async function startTelemetry(): Promise<() => Promise<void>> {
  if (!asksForTelemetry(process.env)) return async () => {};
  process.env.OTEL_LOGS_EXPORTER ??= 'none';
  const { NodeSDK } = await import('@opentelemetry/sdk-node');
  const sdk = new NodeSDK({ serviceName: process.env.OTEL_SERVICE_NAME || 'bar-raiser' });
  sdk.start();
  leaveOutTheFramework();
  return () => sdk.shutdown();
}

/** Next's own spans carry whole addresses, and an address may hold what somebody searched for. */
function leaveOutTheFramework(): void {
  const provider = trace.getTracerProvider();
  const collecting = provider instanceof ProxyTracerProvider ? provider.getDelegate() : provider;
  const nothing = new ProxyTracerProvider().getTracer('nothing');
  trace.disable();
  trace.setGlobalTracerProvider({
    getTracer: (name, version, options) =>
      name === 'next.js' ? nothing : collecting.getTracer(name, version, options),
  });
}
