import type { Api } from '../../../shared/contract/api.ts';
import type { ParsedInputOf } from '../../../shared/contract/define.ts';
import { sql as raw } from 'kysely';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { TagId } from '../../../shared/model/common.ts';
import type { Tag } from '../../../shared/model/evidence.ts';
import type { CommandContext } from '../handlers.ts';
import { oneOf, sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';
import { nameOf, readDescriptions } from './describe-evidence.ts';

type TagFields = ParsedInputOf<Api, 'evidence.tag.add'>['fields'];
type TagChanges = ParsedInputOf<Api, 'evidence.tag.update'>['fields'];

/** Tags and issue codes by name, with how many items in sight have each. */
export function listTags(session: MatterSession): Tag[] {
  const counts = new Map(
    session
      .all(
        sql
          .selectFrom('evidence_tag')
          .innerJoin('evidence_description', 'evidence_description.id', 'evidence_tag.evidence_id')
          .select(({ fn }) => ['tag_id', fn.countAll<number>().as('items')])
          .where('is_archived', '=', 0)
          .groupBy('tag_id'),
      )
      .map(({ tag_id, items }) => [tag_id, items]),
  );
  const rows = session.all(
    sql
      .selectFrom('tag')
      .selectAll()
      .orderBy(raw`name COLLATE NOCASE`),
  );
  return rows.map(({ id, name, kind, color }) => ({
    id,
    name,
    kind,
    color,
    items: counts.get(id) ?? 0,
  }));
}

/**
 * Adds a tag or an issue code.
 * @throws AppError EVIDENCE_TAG_EXISTS
 */
export function addTag(fields: TagFields, { session, platform, describe }: CommandContext): Tag {
  describe(`add the ${wordOf(fields.kind)} “${fields.name}”`);
  refuseSameName(session, fields, null);
  const id = platform.newId() as TagId;
  session.run(sql.insertInto('tag').values({ id, ...fields, created_at: platform.now() }));
  return { id, ...fields, items: 0 };
}

/**
 * Renames or recolors a tag, or makes it an issue code or back.
 * @throws AppError NOT_FOUND, EVIDENCE_TAG_EXISTS
 */
export function updateTag(id: TagId, changes: TagChanges, { session, describe }: CommandContext): Tag {
  const before = findTag(listTags(session), id);
  const fields: TagFields = {
    name: changes.name ?? before.name,
    kind: changes.kind ?? before.kind,
    color: changes.color ?? before.color,
  };
  describe(
    fields.name === before.name
      ? `change the ${wordOf(fields.kind)} “${fields.name}”`
      : `rename the ${wordOf(fields.kind)} “${before.name}” to “${fields.name}”`,
  );
  refuseSameName(session, fields, id);
  session.run(sql.updateTable('tag').set(fields).where('id', '=', id));
  return { ...before, ...fields };
}

/**
 * Takes a tag off every item and every note and removes it.
 * @throws AppError NOT_FOUND
 */
export function deleteTag(id: TagId, { session, describe }: CommandContext): null {
  const { kind, name } = findTag(listTags(session), id);
  describe(`delete the ${wordOf(kind)} “${name}”`);
  session.run(sql.deleteFrom('evidence_tag').where('tag_id', '=', id));
  session.run(sql.deleteFrom('note_tag').where('tag_id', '=', id));
  session.run(sql.deleteFrom('tag').where('id', '=', id));
  return null;
}

/**
 * Puts tags on items and takes others off, all in one step.
 *
 * @returns how many items there were
 * @throws AppError NOT_FOUND when an item or a tag is not there
 */
export function assignTags(
  { ids, add, remove }: { ids: readonly string[]; add: readonly TagId[]; remove: readonly TagId[] },
  { session, platform, describe }: CommandContext,
): { updated: number } {
  const items = readDescriptions(session, ids);
  const known = listTags(session);
  const tags = new Map([...add, ...remove].map((id) => [id, findTag(known, id)]));
  describe(summaryOf(add, remove, tags, nameOf(items)));
  const itemIds = items.map(({ id }) => id);
  if (remove.length > 0)
    session.run(
      sql
        .deleteFrom('evidence_tag')
        .where('tag_id', 'in', oneOf(remove))
        .where('evidence_id', 'in', oneOf(itemIds)),
    );
  const insert = session.prepare(
    'INSERT INTO evidence_tag (id, evidence_id, tag_id) VALUES (?, ?, ?) ON CONFLICT (evidence_id, tag_id) DO NOTHING',
  );
  for (const tagId of new Set(add)) for (const id of itemIds) insert.run(platform.newId(), id, tagId);
  return { updated: items.length };
}

function summaryOf(
  add: readonly TagId[],
  remove: readonly TagId[],
  tags: ReadonlyMap<TagId, Tag>,
  name: string,
): string {
  const [put] = add;
  const [off] = remove;
  if (put && add.length === 1 && remove.length === 0) return `tag ${name} “${tags.get(put)!.name}”`;
  if (off && remove.length === 1 && add.length === 0)
    return `take the ${wordOf(tags.get(off)!.kind)} “${tags.get(off)!.name}” off ${name}`;
  return `change the tags of ${name}`;
}

function findTag(tags: readonly Tag[], id: TagId): Tag {
  const tag = tags.find((each) => each.id === id);
  if (!tag) throw new AppError('NOT_FOUND', { what: 'tag' });
  return tag;
}

function refuseSameName(session: MatterSession, { kind, name }: TagFields, own: TagId | null): void {
  const same = session.get(
    sql
      .selectFrom('tag')
      .select('id')
      .where('kind', '=', kind)
      .where(raw`name COLLATE NOCASE`, '=', name)
      .$if(own !== null, (query) => query.where('id', '!=', own)),
  );
  if (same) throw new AppError('EVIDENCE_TAG_EXISTS', { name });
}

function wordOf(kind: Tag['kind']): string {
  return kind === 'tag' ? 'tag' : 'issue code';
}
