import { AppError } from '../../../../shared/errors/app-error.ts';
import type { ListViewId } from '../../../../shared/model/common.ts';
import { ListView } from '../../../../shared/model/evidence.ts';
import type { CommandContext } from '../../handlers.ts';
import { withoutUndefined } from '../../platform/without-undefined.ts';
import { sql } from '../../store/query-builder.ts';
import type { Schema } from '../../store/schema.ts';
import type { MatterSession } from '../../store/session.ts';

type Fields = Omit<ListView, 'id'>;
const State = ListView.omit({ id: true, name: true });

/** Lists of evidence kept under a name, by name. */
export function listViews(session: MatterSession): ListView[] {
  return session
    .all(sql.selectFrom('list_view').selectAll())
    .map(toView)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1));
}

/** Keeps a list as it is set up, under a name. */
export function addView({ name, ...state }: Fields, context: CommandContext): ListView {
  const { session, platform, describe } = context;
  const id = platform.newId() as ListViewId;
  const row = { id, name, state: JSON.stringify(state), created_at: platform.now() };
  session.run(sql.insertInto('list_view').values(row));
  describe(`save list “${name}”`);
  return getView(session, id);
}

/**
 * Changes the name of a kept list, or how it is set up.
 * @throws AppError NOT_FOUND
 */
export function updateView(
  id: ListViewId,
  fields: { [F in keyof Fields]?: Fields[F] | undefined },
  { session, describe }: CommandContext,
): ListView {
  const { name, id: _id, ...before } = getView(session, id);
  const { name: newName, ...changed } = fields;
  const state = JSON.stringify(State.parse({ ...before, ...withoutUndefined(changed) }));
  session.run(
    sql
      .updateTable('list_view')
      .set({ name: newName ?? name, state })
      .where('id', '=', id),
  );
  describe(`change saved list “${name}”`);
  return getView(session, id);
}

/**
 * Forgets a kept list.
 * @throws AppError NOT_FOUND
 */
export function deleteView(id: ListViewId, { session, describe }: CommandContext): null {
  const { name } = getView(session, id);
  session.run(sql.deleteFrom('list_view').where('id', '=', id));
  describe(`delete saved list “${name}”`);
  return null;
}

function getView(session: MatterSession, id: ListViewId): ListView {
  const row = session.get(sql.selectFrom('list_view').selectAll().where('id', '=', id));
  if (!row) throw new AppError('NOT_FOUND', { what: 'saved list' });
  return toView(row);
}

/** What a later version added to the filters has its usual value. */
function toView({ id, name, state }: Schema['list_view']): ListView {
  return { id, name, ...State.parse(JSON.parse(state)) };
}
