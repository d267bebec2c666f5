import type { Client } from '@libsql/client';
import { inSpan } from '#lib/telemetry/spans.ts';

/** The first word of a statement, which says what it does and holds nothing of what it stores. */
function verb(statement: unknown): string {
  const text =
    typeof statement === 'string'
      ? statement
      : typeof statement === 'object' && statement !== null && 'sql' in statement
        ? String(statement.sql)
        : '';
  return /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? 'SQL';
}

const system = { 'db.system.name': 'sqlite' } as const;

/** The same client, each statement and each batch in a span without its text or its values. */
export function observedClient(client: Client): Client {
  return new Proxy(client, {
    get: (target, name) => {
      if (name === 'execute') {
        return (...given: Parameters<Client['execute']>) => {
          const operation = verb(given[0]);
          return inSpan(`database ${operation}`, { ...system, 'db.operation.name': operation }, () =>
            target.execute(...given),
          );
        };
      }
      if (name === 'batch') {
        return (...given: Parameters<Client['batch']>) =>
          inSpan('database BATCH', { ...system, 'db.operation.batch.size': given[0].length }, () =>
            target.batch(...given),
          );
      }
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
