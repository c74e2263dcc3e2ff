import { isDeepStrictEqual } from 'node:util';
import type { Api } from '../../../shared/contract/api.ts';
import type { ParsedInputOf } from '../../../shared/contract/define.ts';
import { formatNumber } from '../../../shared/domain/amounts.ts';
import { mediaClock } from '../../../shared/domain/evidence/media-clock.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { NoteId, TagId } from '../../../shared/model/common.ts';
import type { Note, NoteAnchor, NoteKind } from '../../../shared/model/notes.ts';
import type { CommandContext } from '../handlers.ts';
import { sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';
import { canStand, fits, getAnchoredItem, isOnArea, requireAnchor } from './anchored-item.ts';
import { addNoteTags, deleteNotes, readNotes, writeNote } from './note-rows.ts';

/** What is changed about notes; what is left out stays as it is. */
type NoteChanges = ParsedInputOf<Api, 'notes.update'>['fields'];

/**
 * Puts a note on an item.
 * @throws AppError NOT_FOUND for the item or a tag; NOTE_ANCHOR_INVALID
 */
export function addNote(
  { evidenceId, kind, anchor, fields }: Omit<ParsedInputOf<Api, 'notes.add'>, 'matterId'>,
  { session, platform, person, describe }: CommandContext,
): Note {
  const item = getAnchoredItem(session, evidenceId);
  describe(nameOf(kind, anchor, item.title));
  requireAnchor(item, kind, anchor);
  requireTags(session, fields.tagIds);
  const now = platform.now();
  const tagIds = [...new Set(fields.tagIds)].sort();
  const note: Note = {
    id: platform.newId() as NoteId,
    evidenceId,
    kind,
    anchor,
    ...fields,
    tagIds,
    author: person,
    createdAt: now,
    updatedAt: now,
  };
  writeNote(session, note);
  return note;
}

/**
 * Edits notes, all in one step. Their pages and words stay; an area can be moved on its page.
 *
 * @returns how many notes there were
 * @throws AppError NOT_FOUND for a note or a tag; NOTE_ANCHOR_INVALID where one cannot be of the kind asked for, or stands on words
 *   while an area is asked for
 */
export function updateNotes(
  ids: readonly NoteId[],
  fields: NoteChanges,
  { add, remove }: { readonly add: readonly TagId[]; readonly remove: readonly TagId[] },
  { session, platform, describe }: CommandContext,
): { updated: number } {
  const notes = getNotes(session, ids);
  describe(`change ${nameOfAll(session, notes)}`);
  const { kind, area } = fields;
  if (kind !== undefined && !notes.every((note) => canBecome(session, note, kind)))
    throw new AppError('NOTE_ANCHOR_INVALID');
  if (area && !notes.every(({ anchor }) => isOnArea(anchor))) throw new AppError('NOTE_ANCHOR_INVALID');
  requireTags(session, add);
  requireTags(session, remove);
  const removed = remove.filter((id) => !add.includes(id));
  const changed = notes.filter((note) => isChanged(note, fields, add, removed)).map(({ id }) => id);
  const list = JSON.stringify(changed);
  session
    .prepare(
      `UPDATE note SET kind = coalesce(?, kind), text = coalesce(?, text), color = coalesce(?, color),
           rects = coalesce(?, rects), is_work_product = coalesce(?, is_work_product), updated_at = ?
         WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .run(
      kind ?? null,
      fields.text ?? null,
      fields.color ?? null,
      area ? JSON.stringify([area]) : null,
      fields.isWorkProduct === undefined ? null : Number(fields.isWorkProduct),
      platform.now(),
      list,
    );
  if (removed.length > 0)
    session
      .prepare(
        `DELETE FROM note_tag WHERE note_id IN (SELECT value FROM json_each(?)) AND tag_id IN (SELECT value FROM json_each(?))`,
      )
      .run(list, JSON.stringify(removed));
  addNoteTags(session, changed, add);
  return { updated: notes.length };
}

/**
 * Removes notes, all in one step.
 * @throws AppError NOT_FOUND
 */
export function removeNotes(ids: readonly NoteId[], { session, describe }: CommandContext): null {
  const notes = getNotes(session, ids);
  describe(`delete ${nameOfAll(session, notes)}`);
  deleteNotes(
    session,
    notes.map(({ id }) => id),
  );
  return null;
}

/** What is to be redacted must stand on pages; for other kinds it says enough that the note stands where it does. */
function canBecome(session: MatterSession, { evidenceId, anchor }: Note, kind: NoteKind): boolean {
  return kind === 'redaction'
    ? canStand(getAnchoredItem(session, evidenceId), kind, anchor)
    : fits(kind, anchor);
}

function isChanged(
  note: Note,
  { kind, text, color, isWorkProduct, area }: NoteChanges,
  add: readonly TagId[],
  remove: readonly TagId[],
): boolean {
  return (
    (kind ?? note.kind) !== note.kind ||
    (text ?? note.text) !== note.text ||
    (color ?? note.color) !== note.color ||
    (isWorkProduct ?? note.isWorkProduct) !== note.isWorkProduct ||
    (area !== undefined && !isDeepStrictEqual(note.anchor.rects, [area])) ||
    add.some((id) => !note.tagIds.includes(id)) ||
    remove.some((id) => note.tagIds.includes(id))
  );
}

/** @throws AppError NOT_FOUND when one of them is not there */
function getNotes(session: MatterSession, ids: readonly NoteId[]): Note[] {
  const unique = [...new Set(ids)];
  const notes = readNotes(session, unique);
  return unique.map((id) => {
    const note = notes.get(id);
    if (!note) throw new AppError('NOT_FOUND', { what: 'note' });
    return note;
  });
}

/** @throws AppError NOT_FOUND when one of them is not there */
function requireTags(session: MatterSession, ids: readonly TagId[]): void {
  for (const id of new Set(ids))
    if (!session.get(sql.selectFrom('tag').select('id').where('id', '=', id)))
      throw new AppError('NOT_FOUND', { what: 'tag' });
}

/** Notes as a step of the history names them. What they say is not in it: it stands in the audit for good. */
function nameOfAll(session: MatterSession, notes: readonly Note[]): string {
  const [note] = notes;
  if (!note || notes.length > 1) return `${formatNumber(notes.length)} notes`;
  return `the ${nameOf(note.kind, note.anchor, getAnchoredItem(session, note.evidenceId).title)}`;
}

/** @example nameOf('highlight', { ...anchor, page: 4 }, 'Hosting agreement') // 'highlight on “Hosting agreement”, page 4' */
function nameOf(kind: NoteKind, { page, atMs }: NoteAnchor, title: string): string {
  const place = page === null ? (atMs === null ? '' : `, at ${mediaClock(atMs)}`) : `, page ${page}`;
  return `${kind === 'redaction' ? 'mark for redaction' : kind} on “${title}”${place}`;
}
