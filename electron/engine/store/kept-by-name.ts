import { AppError } from '../../../shared/errors/app-error.ts';
import { withoutUndefined } from '../platform/without-undefined.ts';
import type { Schema } from './schema.ts';
import type { MatterSession } from './session.ts';

/** What a command lends to write. */
export interface Writing {
  readonly session: MatterSession;
  readonly platform: { newId(): string; now(): string };
  readonly describe: (summary: string) => void;
}

/**
 * What people keep under names, in a table of its own.
 *
 * @param word what one is called in the history
 * @param form how a row is read, and which columns are written of the rest
 */
export function keptByName<
  K extends 'list_view' | 'saved_search',
  T extends { readonly id: string; readonly name: string },
>(
  table: K,
  word: string,
  {
    read,
    write,
  }: {
    readonly read: (row: Schema[K]) => T;
    readonly write: (fields: Omit<T, 'id'>) => Readonly<Record<string, string>>;
  },
) {
  const get = (session: MatterSession, id: string): T => {
    const row = session.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id);
    if (!row) throw new AppError('NOT_FOUND', { what: `saved ${word}` });
    return read(row as Schema[K]);
  };
  return {
    /** All, by name. */
    list: (session: MatterSession): T[] =>
      (session.prepare(`SELECT * FROM ${table}`).all() as Schema[K][])
        .map(read)
        .toSorted((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1)),

    add(fields: Omit<T, 'id'>, { session, platform, describe }: Writing): T {
      const row = { ...write(fields), id: platform.newId(), created_at: platform.now() };
      const columns = Object.keys(row);
      session
        .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (@${columns.join(', @')})`)
        .run(row);
      describe(`save ${word} “${fields.name}”`);
      return get(session, row.id);
    },

    /** @throws AppError NOT_FOUND */
    update(
      id: string,
      changes: { [F in keyof Omit<T, 'id'>]?: T[F] | undefined },
      { session, describe }: Writing,
    ): T {
      const before = get(session, id);
      const row = write({ ...before, ...withoutUndefined(changes) });
      const columns = Object.keys(row).map((column) => `${column} = @${column}`);
      session.prepare(`UPDATE ${table} SET ${columns.join(', ')} WHERE id = @id`).run({ ...row, id });
      describe(`change saved ${word} “${before.name}”`);
      return get(session, id);
    },

    /** @throws AppError NOT_FOUND */
    remove(id: string, { session, describe }: Writing): null {
      const { name } = get(session, id);
      session.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id);
      describe(`delete saved ${word} “${name}”`);
      return null;
    },
  };
}
