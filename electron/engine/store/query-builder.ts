import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql as raw,
  type Compilable,
} from 'kysely';
import type { Schema } from './schema.ts';
import type { MatterSession } from './session.ts';

/**
 * Writes SQL, checked against the schema's types; it never runs it. A command is one synchronous transaction, and Kysely's
 * own execution is asynchronous, so a session compiles the query and runs it itself (docs/adr/0003-synchronous-transactions.md).
 *
 * @example session.all(sql.selectFrom('docket_entry').selectAll().where('number', '=', 12))
 */
export const sql = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/**
 * A list of any length as one bound value, so that one prepared statement serves every length.
 *
 * @example sql.selectFrom('exhibit').selectAll().where('evidence_id', 'in', oneOf(ids))
 */
export function oneOf<T extends string | number>(values: readonly T[]) {
  return raw<T>`(SELECT value FROM json_each(${JSON.stringify(values)}))`;
}

/** What stands for a list of ids in a query, see `byIds`. */
export type Ids<T extends string | number> = ReturnType<typeof oneOf<T>>;

/**
 * A query by a list of ids, written once: putting a query together costs more than running it, and rows are read at every
 * turn of the wheel.
 */
export function byIds<T extends string | number, R>(build: (ids: Ids<T>) => Compilable<R>) {
  const { sql: text, parameters } = build(oneOf<T>([])).compile();
  return (session: MatterSession, ids: readonly T[]): R[] => {
    const list = JSON.stringify(ids);
    return session.prepare(text).all(...parameters.map((value) => (value === '[]' ? list : value))) as R[];
  };
}

/** Values by key, in the order of the rows. */
export function group<R, K, V>(rows: readonly R[], entry: (row: R) => [K, V]): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const row of rows) {
    const [key, value] = entry(row);
    const values = groups.get(key);
    if (values) values.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
