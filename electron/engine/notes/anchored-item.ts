import { groupOf, hasPages } from '../../../shared/domain/evidence/kind-groups.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { EvidenceKind } from '../../../shared/model/evidence.ts';
import type { NoteAnchor, NoteKind } from '../../../shared/model/notes.ts';
import { sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';

/** What of an item a note can stand on. */
export interface AnchoredItem {
  readonly title: string;
  readonly kind: EvidenceKind;
  /** Pages, or parts of what has no pages; null while nobody has counted them. */
  readonly pages: number | null;
  /** Of a recording that says how long it is; else null. */
  readonly durationMs: number | null;
}

/**
 * What of an item a note can stand on.
 *
 * @throws AppError NOT_FOUND
 */
export function getAnchoredItem(session: MatterSession, evidenceId: string): AnchoredItem {
  const row = session.get(
    sql
      .selectFrom('evidence_item')
      .innerJoin('evidence_description', 'evidence_description.id', 'evidence_item.id')
      .leftJoin('inspection', 'inspection.content_id', 'evidence_item.content_id')
      .leftJoin('text_reading', 'text_reading.content_id', 'evidence_item.content_id')
      .select([
        'evidence_item.content_id',
        'evidence_item.kind',
        'evidence_description.title',
        'inspection.pages',
        'text_reading.pages as parts',
      ])
      .where('evidence_item.id', '=', evidenceId),
  );
  if (!row) throw new AppError('NOT_FOUND', { what: 'evidence' });
  const length = session.get(
    sql
      .selectFrom('claim')
      .select('value')
      .where('content_id', '=', row.content_id)
      .where('field', '=', 'durationMs'),
  );
  const durationMs = Number(length?.value ?? Number.NaN);
  return {
    title: row.title,
    kind: row.kind,
    pages: hasPages(row.kind) ? row.pages : partsOf(row.parts),
    durationMs: durationMs > 0 ? durationMs : null,
  };
}

/** An original without any text has one part all the same: what stands for it. */
function partsOf(read: number | null): number | null {
  return read === null ? null : Math.max(1, read);
}

/**
 * Refuses a note that cannot stand where it says: a page the item does not have, a moment of what is no recording, words that
 * were marked nowhere.
 *
 * @throws AppError NOTE_ANCHOR_INVALID
 */
export function requireAnchor(item: AnchoredItem, kind: NoteKind, anchor: NoteAnchor): void {
  if (!canStand(item, kind, anchor)) throw new AppError('NOTE_ANCHOR_INVALID');
}

/** Whether a note of a kind can stand where an anchor says. */
export function canStand(item: AnchoredItem, kind: NoteKind, anchor: NoteAnchor): boolean {
  return standsOn(item, anchor) && fits(kind, anchor) && (kind !== 'redaction' || hasPages(item.kind));
}

function standsOn({ kind, pages, durationMs }: AnchoredItem, { page, atMs }: NoteAnchor): boolean {
  const isRecording = groupOf(kind) === 'media';
  if (atMs !== null)
    return isRecording && page === null && (durationMs === null || atMs <= lastMoment(durationMs));
  if (page !== null) return !isRecording && (pages === null || page <= pages);
  return true;
}

/** What a recording says of its length is a claim: players may find a little more. */
function lastMoment(durationMs: number): number {
  return durationMs * 1.1 + 1_000;
}

/** Whether what an anchor marks is one area of a page, and no words. */
export function isOnArea({ page, quote, rects }: NoteAnchor): boolean {
  return page !== null && quote === '' && rects.length === 1;
}

/** Whether a note of a kind can be made of what an anchor says. */
export function fits(kind: NoteKind, { page, atMs, quote, rects }: NoteAnchor): boolean {
  const marksSomething = quote !== '' || rects.length > 0;
  if (page === null && marksSomething) return false;
  switch (kind) {
    case 'highlight':
    case 'underline':
      return page !== null && marksSomething;
    case 'box':
    case 'redaction':
      return page !== null && rects.length > 0;
    case 'bookmark':
      return page !== null || atMs !== null;
    case 'note':
      return true;
  }
}
