import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Schema } from './schema.ts';

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
