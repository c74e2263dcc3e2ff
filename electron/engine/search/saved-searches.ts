import { AppError } from '../../../shared/errors/app-error.ts';
import type { SavedSearchId } from '../../../shared/model/common.ts';
import { SearchOptions, type SavedSearch } from '../../../shared/model/search.ts';
import type { CommandContext } from '../handlers.ts';
import { sql } from '../store/query-builder.ts';
import type { Schema } from '../store/schema.ts';
import type { MatterSession } from '../store/session.ts';

type Fields = Pick<SavedSearch, 'name' | 'query' | 'options'>;

/** Searches kept under a name, by name. */
export function listSaved(session: MatterSession): SavedSearch[] {
  return session
    .all(sql.selectFrom('saved_search').selectAll())
    .map(toSaved)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1));
}

/** Keeps a search under a name. */
export function addSaved(fields: Fields, { session, platform, describe }: CommandContext): SavedSearch {
  const id = platform.newId() as SavedSearchId;
  session.run(
    sql.insertInto('saved_search').values({
      id,
      name: fields.name,
      query: fields.query,
      options: JSON.stringify(fields.options),
      created_at: platform.now(),
    }),
  );
  describe(`save search “${fields.name}”`);
  return getSaved(session, id);
}

/**
 * Changes the name, query or options of a kept search.
 * @throws AppError NOT_FOUND
 */
export function updateSaved(
  id: SavedSearchId,
  fields: { [F in keyof Fields]?: Fields[F] | undefined },
  { session, describe }: CommandContext,
): SavedSearch {
  const { name } = getSaved(session, id);
  const values = {
    ...(fields.name !== undefined && { name: fields.name }),
    ...(fields.query !== undefined && { query: fields.query }),
    ...(fields.options !== undefined && { options: JSON.stringify(fields.options) }),
  };
  if (Object.keys(values).length > 0)
    session.run(sql.updateTable('saved_search').set(values).where('id', '=', id));
  describe(`change saved search “${name}”`);
  return getSaved(session, id);
}

/**
 * Forgets a kept search.
 * @throws AppError NOT_FOUND
 */
export function deleteSaved(id: SavedSearchId, { session, describe }: CommandContext): null {
  const { name } = getSaved(session, id);
  session.run(sql.deleteFrom('saved_search').where('id', '=', id));
  describe(`delete saved search “${name}”`);
  return null;
}

function getSaved(session: MatterSession, id: SavedSearchId): SavedSearch {
  const row = session.get(sql.selectFrom('saved_search').selectAll().where('id', '=', id));
  if (!row) throw new AppError('NOT_FOUND', { what: 'saved search' });
  return toSaved(row);
}

function toSaved({ id, name, query, options }: Schema['saved_search']): SavedSearch {
  return { id, name, query, options: SearchOptions.parse(JSON.parse(options)) };
}
