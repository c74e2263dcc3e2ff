import { AppError } from '../../../shared/errors/app-error.ts';
import type { ExhibitSetFields } from '../../../shared/model/exhibits.ts';
import type { ExhibitTables } from '../store/exhibit-tables.ts';
import { sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';

/** A stored set. */
export interface SetRow extends ExhibitSetFields {
  readonly id: string;
  /** When it was sealed last, an instant; null for one that never was. */
  readonly sealedAt: string | null;
  /** An instant. */
  readonly createdAt: string;
}

/** Whether pages show their place in the exhibit (“Page 2 of 5”), by which they are cited then: only pages without Bates numbers do. */
export function showsPlaces({
  bates,
  numbersPages,
}: Pick<ExhibitSetFields, 'bates' | 'numbersPages'>): boolean {
  return bates === null && numbersPages;
}

/** Sets in the order they were made. */
export function listSets(session: MatterSession): SetRow[] {
  return session
    .all(sql.selectFrom('exhibit_set').selectAll().orderBy('created_at').orderBy('id'))
    .map(toSet);
}

/** A set by its id. @throws AppError NOT_FOUND */
export function getSet(session: MatterSession, id: string): SetRow {
  const row = session.get(sql.selectFrom('exhibit_set').selectAll().where('id', '=', id));
  if (!row) throw new AppError('NOT_FOUND', { what: 'exhibit set' });
  return toSet(row);
}

/**
 * Makes a set without exhibits, as made now. Must run inside a transaction.
 *
 * @param id a new one
 */
export function insertSet(session: MatterSession, id: string, fields: ExhibitSetFields): void {
  session.run(
    sql.insertInto('exhibit_set').values({
      id,
      ...setColumns(fields),
      sealed_at: null,
      created_at: session.platform.now(),
    }),
  );
}

/** Replaces all fields of a set. Must run inside a transaction. */
export function updateSet(session: MatterSession, id: string, fields: ExhibitSetFields): void {
  session.run(sql.updateTable('exhibit_set').set(setColumns(fields)).where('id', '=', id));
}

/** Deletes a set with its exhibits; the evidence stays. Must run inside a transaction. */
export function deleteSet(session: MatterSession, id: string): void {
  // One by one, not by the foreign key's cascade: the change log sees each row.
  session.run(sql.deleteFrom('exhibit').where('set_id', '=', id));
  session.run(sql.deleteFrom('exhibit_set').where('id', '=', id));
}

/**
 * Marks a set as sealed, which removes its steps so far from what can be undone (by a trigger). Must run inside a transaction.
 *
 * @param at the instant of the seal
 */
export function sealSet(session: MatterSession, id: string, at: string): void {
  session.run(sql.updateTable('exhibit_set').set({ sealed_at: at }).where('id', '=', id));
}

function toSet(row: ExhibitTables['exhibit_set']): SetRow {
  return {
    id: row.id,
    name: row.name,
    purpose: row.purpose,
    declarant: row.declarant,
    party: row.party,
    scheme: row.scheme,
    bates:
      row.bates_prefix === null
        ? null
        : {
            prefix: row.bates_prefix,
            digits: row.bates_digits!,
            start: row.bates_start!,
            suffix: row.bates_suffix,
          },
    numberPosition: row.number_position,
    hasSlipSheets: row.has_slip_sheets === 1,
    slipSheetTemplate: row.slip_sheet_template,
    hasStickers: row.has_stickers === 1,
    stickerCorner: row.sticker_corner,
    stickerColour: row.sticker_colour,
    designation: row.designation,
    looksAtEveryPage: row.looks_at_every_page === 1,
    numbersPages: row.numbers_pages === 1,
    flattensForms: row.flattens_forms === 1,
    isArchival: row.is_archival === 1,
    sealedAt: row.sealed_at,
    createdAt: row.created_at,
  };
}

function setColumns(fields: ExhibitSetFields) {
  const { bates } = fields;
  return {
    name: fields.name,
    purpose: fields.purpose,
    declarant: fields.declarant,
    party: fields.party,
    scheme: fields.scheme,
    bates_prefix: bates?.prefix ?? null,
    bates_digits: bates?.digits ?? null,
    bates_start: bates?.start ?? null,
    bates_suffix: bates?.suffix ?? '',
    number_position: fields.numberPosition,
    has_slip_sheets: fields.hasSlipSheets ? 1 : 0,
    slip_sheet_template: fields.slipSheetTemplate,
    has_stickers: fields.hasStickers ? 1 : 0,
    sticker_corner: fields.stickerCorner,
    sticker_colour: fields.stickerColour,
    designation: fields.designation,
    looks_at_every_page: fields.looksAtEveryPage ? 1 : 0,
    numbers_pages: fields.numbersPages ? 1 : 0,
    flattens_forms: fields.flattensForms ? 1 : 0,
    is_archival: fields.isArchival ? 1 : 0,
  };
}
