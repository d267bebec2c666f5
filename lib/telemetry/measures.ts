import { type Attributes, type Counter, type Histogram, metrics } from '@opentelemetry/api';
import { instrumentationName } from './spans.ts';

interface Measures {
  requestSeconds: Histogram;
  turns: Counter;
  graderSeconds: Histogram;
  modelTokens: Counter;
}

let made: Measures | undefined;

/** Made when first used: what is made before the collector is there measures nothing for ever. */
function measures(): Measures {
  if (made) return made;
  const meter = metrics.getMeter(instrumentationName);
  made = {
    requestSeconds: meter.createHistogram('http.server.request.duration', {
      unit: 's',
      description: 'From the first byte of the request to the last of the answer.',
      // As OpenTelemetry's semantic conventions for HTTP advise.
      advice: {
        explicitBucketBoundaries: [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
      },
    }),
    turns: meter.createCounter('bar_raiser.turns', {
      unit: '{turn}',
      description: 'Turns of candidates that were stored.',
    }),
    graderSeconds: meter.createHistogram('bar_raiser.grader.duration', {
      unit: 's',
      description: 'One reading of a transcript.',
    }),
    modelTokens: meter.createCounter('bar_raiser.model.tokens', {
      unit: '{token}',
      description: 'Tokens sent to and received from models.',
    }),
  };
  return made;
}

export function countRequest(seconds: number, attributes: Attributes): void {
  measures().requestSeconds.record(seconds, attributes);
}

export function countTurn(attributes: { engine: string }): void {
  measures().turns.add(1, attributes);
}

export function countReading(seconds: number, attributes: { engine: string; outcome: string }): void {
  measures().graderSeconds.record(seconds, attributes);
}

export function countTokens(tokens: number, attributes: Attributes): void {
  measures().modelTokens.add(tokens, attributes);
}
