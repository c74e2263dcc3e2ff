import { formatCount } from '../../../shared/domain/amounts.ts';
import { docketNumber } from '../../../shared/domain/docket/filters.ts';
import { readDocketText } from '../../../shared/domain/docket/text.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { DocketEntry, DocketEntryFields } from '../../../shared/model/docket.ts';
import type { AreaHandlers } from '../handlers.ts';
import { withoutUndefined } from '../platform/without-undefined.ts';
import type { MatterSession } from '../store/session.ts';
import {
  deleteEntries,
  findByNumber,
  findMissingEvidence,
  findRows,
  insertEntries,
  listAttachmentIds,
  listEntries,
  listNumbers,
  renumberAttachments,
  updateEntry,
  type DocketRow,
} from './docket-repository.ts';
import { chooseParent, markEntries } from './threads.ts';

type Edits =
  | 'docket.add'
  | 'docket.update'
  | 'docket.delete'
  | 'docket.link'
  | 'docket.thread'
  | 'docket.mark';

/** What a person does to entries. */
export const editHandlers: Pick<AreaHandlers<'docket'>, Edits> = {
  'docket.add': ({ entries }, { session, platform, describe }) => {
    const rows = entries.map((entry) => ({
      id: platform.newId(),
      number: entry.number ?? null,
      attachment: entry.attachment ?? null,
      filed_on: entry.filedOn ?? null,
      entered_on: entry.enteredOn ?? null,
      text: entry.text,
      filer: entry.filer ?? '',
      // Entries a court leaves unnumbered (minute entries, remarks) have no document.
      is_text_only: (entry.isTextOnly ?? (entry.number ?? null) === null) ? 1 : 0,
      is_sealed: entry.isSealed ? 1 : 0,
      evidence_id: entry.evidenceId ?? null,
      links: linksIn(entry.text),
      created_at: platform.now(),
    }));
    assertNumbersFit(rows, listNumbers(session));
    assertEvidence(session, rows);
    insertEntries(session, rows);
    describe(
      rows.length === 1
        ? `add ${nameOf(rows[0]!)}`
        : `add ${formatCount(rows.length, 'docket entry', 'docket entries')}`,
    );
    return entriesOf(session, idsOf(rows));
  },

  'docket.update': ({ id, fields }, { session, describe }) => {
    const before = getRow(session, id);
    const patch = withoutUndefined(fields);
    const after = { ...before, ...patch };
    renumber(session, before, after);
    const isOwnText = patch.text !== undefined && before.court === null;
    updateEntry(session, id, {
      ...toColumns(patch),
      ...(isOwnText && { links: linksIn(patch.text!) }),
    });
    describe(`edit ${nameOf(before)}`);
    return entriesOf(session, [id])[0]!;
  },

  'docket.delete': ({ ids }, { session, describe }) => {
    const chosen = findRows(session, [...new Set(ids)]);
    if (chosen.length < new Set(ids).size) throw new AppError('NOT_FOUND', { what: 'docket entry' });
    const attachmentIds = chosen.filter(isLead).flatMap((lead) => listAttachmentIds(session, lead.number!));
    // Attachments first: then undoing brings each entry back before what belongs to it.
    const all = [...new Set([...attachmentIds, ...idsOf(chosen)])];
    deleteEntries(session, all);
    describe(describeDeletion(chosen, all.length));
    return { deleted: all.length };
  },

  'docket.link': ({ id, evidenceId }, { session, describe }) => {
    const row = getRow(session, id);
    assertEvidence(session, [{ evidence_id: evidenceId }]);
    updateEntry(session, id, { evidence_id: evidenceId });
    describe(`${evidenceId === null ? 'unlink' : 'link'} ${nameOf(row)}`);
    return entriesOf(session, [id])[0]!;
  },

  'docket.thread': ({ id, parentId }, { session, describe }) => {
    describe(`move ${nameOf(getRow(session, id))}`);
    chooseParent(session, id, parentId);
    return entriesOf(session, [id])[0]!;
  },

  'docket.mark': ({ ids, isUnread }, { session, describe }) => {
    markEntries(session, ids, isUnread);
    describe(`mark docket entries as ${isUnread ? 'unread' : 'read'}`);
    return null;
  },
};

/** Entries that a text typed by hand refers to, as they are stored. */
function linksIn(text: string): string {
  return JSON.stringify(readDocketText(text).links);
}

function getRow(session: MatterSession, id: string): DocketRow {
  const [row] = findRows(session, [id]);
  if (!row) throw new AppError('NOT_FOUND', { what: 'docket entry' });
  return row;
}

/** The entries with these ids, in their order. */
function entriesOf(session: MatterSession, ids: readonly string[]): DocketEntry[] {
  const byId = new Map<string, DocketEntry>(listEntries(session).map((entry) => [entry.id, entry]));
  return ids.map((id) => byId.get(id)!);
}

type Numbered = Pick<DocketEntry, 'number' | 'attachment'>;

function isLead(entry: Numbered): boolean {
  return entry.number !== null && entry.attachment === null;
}

function nameOf(entry: Numbered): string {
  const number = docketNumber(entry);
  return number === null ? 'docket entry without number' : `docket entry ${number}`;
}

function describeDeletion(chosen: readonly Numbered[], deleted: number): string {
  if (deleted === 1) return `delete ${nameOf(chosen[0]!)}`;
  if (chosen.length > 1) return `delete ${formatCount(deleted, 'docket entry', 'docket entries')}`;
  const attachments = deleted - 1;
  return `delete ${nameOf(chosen[0]!)} and ${attachments === 1 ? 'its attachment' : `its ${attachments} attachments`}`;
}

/** Every number is free, once, and every attachment has its entry, in the matter or among the new rows. */
function assertNumbersFit(rows: readonly Numbered[], existing: readonly Numbered[]): void {
  const taken = new Set(existing.map(docketNumber));
  for (const row of rows) {
    const number = docketNumber(row);
    if (number === null) {
      if (row.attachment === null) continue;
      throw new AppError('DOCKET_ATTACHMENT_WITHOUT_ENTRY', { number: row.attachment });
    }
    if (taken.has(number)) throw new AppError('DOCKET_NUMBER_TAKEN', { number });
    taken.add(number);
  }
  for (const row of rows) {
    if (row.attachment !== null && !taken.has(`${row.number}`))
      throw new AppError('DOCKET_ATTACHMENT_WITHOUT_ENTRY', { number: docketNumber(row) });
  }
}

/** Checks an entry's new number, and lets the attachments of a lead document follow it there. */
function renumber(session: MatterSession, before: DocketRow, after: Numbered): void {
  const number = docketNumber(after);
  if (number === null && after.attachment !== null)
    throw new AppError('DOCKET_ATTACHMENT_WITHOUT_ENTRY', { number: after.attachment });
  if (number === docketNumber(before)) return;
  if (number !== null && findByNumber(session, after.number!, after.attachment) !== null)
    throw new AppError('DOCKET_NUMBER_TAKEN', { number });
  if (isLead(before) && listAttachmentIds(session, before.number!).length > 0) {
    if (!isLead(after))
      throw new AppError('DOCKET_ATTACHMENT_WITHOUT_ENTRY', { number: `${before.number}-1` });
    renumberAttachments(session, before.number!, after.number!);
  }
  if (after.attachment !== null) {
    const leadId = findByNumber(session, after.number!, null);
    // An entry cannot be the lead document of itself.
    if (leadId === null || leadId === before.id)
      throw new AppError('DOCKET_ATTACHMENT_WITHOUT_ENTRY', { number });
  }
}

function assertEvidence(session: MatterSession, rows: readonly Pick<DocketRow, 'evidence_id'>[]): void {
  const ids = rows.flatMap((row) => row.evidence_id ?? []);
  if (findMissingEvidence(session, ids).length > 0)
    throw new AppError('NOT_FOUND', { what: 'evidence item' });
}

function toColumns(fields: Partial<DocketEntryFields>): Partial<DocketRow> {
  const { number, attachment, filedOn, enteredOn, text, filer, isTextOnly, isSealed } = fields;
  return withoutUndefined({
    number,
    attachment,
    filed_on: filedOn,
    entered_on: enteredOn,
    text,
    filer,
    is_text_only: isTextOnly === undefined ? undefined : Number(isTextOnly),
    is_sealed: isSealed === undefined ? undefined : Number(isSealed),
  });
}

function idsOf<T extends { readonly id: string }>(rows: readonly T[]): string[] {
  return rows.map(({ id }) => id);
}
