import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

/**
 * A small server that speaks Hrana 2 over HTTP (https://github.com/tursodatabase/libsql/blob/main/docs/HRANA_2_SPEC.md)
 * over one SQLite file, so that the client's remote path is walked in tests. It is not sqld: no replication, no
 * tokens' scopes, SQLite's own locking. Errors carry SQLite's primary code only, as libsql-server gives them.
 */

const valueSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('null') }),
  z.object({ type: z.literal('integer'), value: z.string() }),
  z.object({ type: z.literal('float'), value: z.number() }),
  z.object({ type: z.literal('text'), value: z.string() }),
  z.object({ type: z.literal('blob'), base64: z.string() }),
]);
const statementSchema = z.object({
  sql: z.string().optional(),
  sql_id: z.number().optional(),
  args: z.array(valueSchema).default([]),
});
type Statement = z.infer<typeof statementSchema>;

type Condition =
  | { type: 'ok'; step: number }
  | { type: 'error'; step: number }
  | { type: 'not'; cond: Condition }
  | { type: 'and'; conds: Condition[] }
  | { type: 'or'; conds: Condition[] };
const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.object({ type: z.literal('ok'), step: z.number() }),
    z.object({ type: z.literal('error'), step: z.number() }),
    z.object({ type: z.literal('not'), cond: conditionSchema }),
    z.object({ type: z.literal('and'), conds: z.array(conditionSchema) }),
    z.object({ type: z.literal('or'), conds: z.array(conditionSchema) }),
  ]),
);
const requestSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('close') }),
  z.object({ type: z.literal('execute'), stmt: statementSchema }),
  z.object({
    type: z.literal('batch'),
    batch: z.object({
      steps: z.array(z.object({ condition: conditionSchema.nullish(), stmt: statementSchema })),
    }),
  }),
  z.object({ type: z.literal('sequence'), sql: z.string().optional(), sql_id: z.number().optional() }),
  z.object({ type: z.literal('store_sql'), sql_id: z.number(), sql: z.string() }),
  z.object({ type: z.literal('close_sql'), sql_id: z.number() }),
]);
type HranaRequest = z.infer<typeof requestSchema>;
const pipelineSchema = z.object({ baton: z.string().nullish(), requests: z.array(requestSchema) });

const codes: Record<number, string> = {
  1: 'SQLITE_UNKNOWN',
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  19: 'SQLITE_CONSTRAINT',
};
const sqliteErrorSchema = z.object({ errcode: z.number(), message: z.string() });

function errorOf(error: unknown): { message: string; code: string } {
  const { errcode, message } = sqliteErrorSchema.parse(error);
  return { message: `SQLite error: ${message}`, code: codes[errcode & 0xff] ?? 'SQLITE_UNKNOWN' };
}

/** One connection, as a stream of the protocol has it. */
class Stream {
  readonly database: DatabaseSync;
  readonly stored = new Map<number, string>();

  constructor(file: string) {
    this.database = new DatabaseSync(file, { timeout: 0 });
    this.database.exec('pragma foreign_keys = on');
  }

  #text({ sql, sql_id }: { sql?: string | undefined; sql_id?: number | undefined }): string {
    const text = sql ?? this.stored.get(sql_id ?? Number.NaN);
    if (text === undefined) throw new Error('The statement has no text.');
    return text;
  }

  execute(statement: Statement) {
    const prepared = this.database.prepare(this.#text(statement));
    prepared.setReadBigInts(true);
    prepared.setReturnArrays(true);
    const columns = prepared.columns();
    const args = statement.args.map(fromProtocol);
    const count = () =>
      z.object({ n: z.number() }).parse(this.database.prepare('select total_changes() as n').get()).n;
    const before = count();
    const rows = columns.length > 0 ? z.array(z.array(z.unknown())).parse(prepared.all(...args)) : [];
    if (columns.length === 0) prepared.run(...args);
    return {
      cols: columns.map(({ name }) => ({ name })),
      rows: rows.map((row) => row.map(toProtocol)),
      affected_row_count: count() - before,
      last_insert_rowid: null,
    };
  }

  answer(request: HranaRequest): unknown {
    switch (request.type) {
      case 'close':
        this.database.close();
        return {};
      case 'execute':
        return { result: this.execute(request.stmt) };
      case 'batch':
        return { result: this.#batch(request.batch.steps) };
      case 'sequence':
        this.database.exec(this.#text(request));
        return {};
      case 'store_sql':
        this.stored.set(request.sql_id, request.sql);
        return {};
      case 'close_sql':
        this.stored.delete(request.sql_id);
        return {};
    }
  }

  #batch(steps: readonly { condition?: Condition | null | undefined; stmt: Statement }[]) {
    const results: unknown[] = [];
    const errors: unknown[] = [];
    const holds = (condition: Condition): boolean => {
      switch (condition.type) {
        case 'ok':
          return results[condition.step] !== null;
        case 'error':
          return errors[condition.step] !== null;
        case 'not':
          return !holds(condition.cond);
        case 'and':
          return condition.conds.every(holds);
        case 'or':
          return condition.conds.some(holds);
      }
    };
    for (const { condition, stmt } of steps) {
      let [result, error]: unknown[] = [null, null];
      if (!condition || holds(condition)) {
        try {
          result = this.execute(stmt);
        } catch (thrown) {
          error = errorOf(thrown);
        }
      }
      results.push(result);
      errors.push(error);
    }
    return { step_results: results, step_errors: errors };
  }
}

function fromProtocol(value: z.infer<typeof valueSchema>) {
  if (value.type === 'null') return null;
  if (value.type === 'integer') return BigInt(value.value);
  return value.type === 'blob' ? Buffer.from(value.base64, 'base64') : value.value;
}

function toProtocol(value: unknown) {
  if (value === null) return { type: 'null' };
  if (typeof value === 'bigint') return { type: 'integer', value: String(value) };
  if (typeof value === 'number') return { type: 'float', value };
  if (typeof value === 'string') return { type: 'text', value };
  return { type: 'blob', base64: Buffer.from(z.instanceof(Uint8Array).parse(value)).toString('base64') };
}

export interface HranaServer {
  url: string;
  /** Requests answered so far. */
  requests: () => number;
  close: () => void;
}

/** Serves `file` on a free port; with `token`, only to those who bring it. */
export async function startHranaServer(file: string, token?: string): Promise<HranaServer> {
  const setup = new DatabaseSync(file);
  setup.exec('pragma journal_mode = wal');
  setup.close();
  const streams = new Map<string, Stream>();
  let answered = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const refuse = (status: number) => response.writeHead(status).end();
    if (token && request.headers.authorization !== `Bearer ${token}`) return refuse(401);
    if (request.url !== '/v2/pipeline') return refuse(404);
    const { baton, requests } = pipelineSchema.parse(JSON.parse(Buffer.concat(chunks).toString()));
    const stream = baton ? streams.get(baton) : new Stream(file);
    if (!stream) return refuse(400);
    if (baton) streams.delete(baton);
    let open = true;
    const results = requests.map((one) => {
      try {
        const answer = stream.answer(one);
        if (one.type === 'close') open = false;
        return { type: 'ok', response: { type: one.type, ...Object(answer) } };
      } catch (error) {
        return { type: 'error', error: errorOf(error) };
      }
    });
    const next = open ? randomUUID() : null;
    if (next) streams.set(next, stream);
    answered += 1;
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ baton: next, base_url: null, results }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    requests: () => answered,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
