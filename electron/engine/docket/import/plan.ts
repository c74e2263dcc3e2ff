import type { MergedEntry } from '../../../../shared/domain/docket/merge/combine.ts';
import type { Answers } from '../../../../shared/domain/docket/merge/cluster.ts';
import type { MergedDocket } from '../../../../shared/domain/docket/merge/merge.ts';
import { changedFields, versionOf } from '../../../../shared/domain/docket/redline.ts';
import type { DocketChange, DocketVersion, ParsedEntry } from '../../../../shared/model/docket.ts';
import type { DocketRow } from '../docket-repository.ts';
import { askOfHandRows, type HandQuestion } from './by-hand.ts';
import {
  courtOf,
  editable,
  isFromCourt,
  matchRows,
  type EditableField,
  type MatchedRows,
} from './match-rows.ts';

const columns = {
  filedOn: 'filed_on',
  enteredOn: 'entered_on',
  text: 'text',
  filer: 'filer',
  isTextOnly: 'is_text_only',
  isSealed: 'is_sealed',
} as const satisfies Record<EditableField, keyof DocketRow>;

export type RowPatch = Omit<DocketRow, 'id' | 'evidence_id' | 'created_at'>;

/** What applying an import does to the rows of the docket. */
export interface DocketPlan {
  readonly inserts: readonly { readonly merged: MergedEntry; readonly patch: RowPatch }[];
  readonly updates: readonly {
    readonly row: DocketRow;
    readonly patch: RowPatch;
    readonly isNews: boolean;
  }[];
  /** Rows that were found to be the same entry as another, which takes over what was linked to them and written on them. */
  readonly removes: readonly { readonly row: DocketRow; readonly into: DocketRow }[];
  readonly changes: readonly (DocketChange & { readonly merged: MergedEntry })[];
  /** Entries typed without a number that may be the court's. */
  readonly questions: readonly HandQuestion[];
}

/**
 * Compares the docket as it stands with what its sources give together. A field a person edited stays as the person wrote it;
 * what the court says of it now is shown.
 *
 * @param rows all rows of the docket
 * @param names of the merged sources, by their index
 * @param answers to questions of this plan; others are passed over
 */
export function planDocket(
  rows: readonly DocketRow[],
  docket: MergedDocket,
  names: readonly string[],
  answers: Answers,
): DocketPlan {
  const matched = matchRows(rows, docket.entries);
  const questions = settleHandRows(rows, docket.entries, matched, answers);
  const editsOfDoubles = new Map(matched.doubles.map(({ row, into }) => [into, wordsFor(into, row)]));
  const inserts: DocketPlan['inserts'][number][] = [];
  const updates: DocketPlan['updates'][number][] = [];
  const changes: DocketPlan['changes'][number][] = [];
  const show = (
    merged: MergedEntry,
    change: Pick<DocketChange, 'kind' | 'before' | 'after'> & Partial<Pick<DocketChange, 'key' | 'fields'>>,
  ) => {
    const sources = merged.sources.map((at) => names[at]!);
    changes.push({ key: merged.keys[0]!, fields: [], ...change, sources, merged });
  };
  for (const merged of docket.entries) {
    const row = matched.byEntry.get(merged);
    if (!row) {
      inserts.push({ merged, patch: patchOf(merged, null) });
      show(merged, { kind: 'added', before: null, after: versionOf(merged.entry) });
      continue;
    }
    const ofDouble = editsOfDoubles.get(row);
    const patch = patchOf(merged, ofDouble ? { ...row, ...ofDouble, ...editsOf(row) } : row);
    const [before, after] = [versionOfRow(row), versionOfRow(patch)];
    const fields = changedFields(before, after);
    const isGone = patch.is_gone === 1 && row.is_gone === 0;
    if (differs(row, patch)) updates.push({ row, patch, isNews: fields.includes('text') });
    if (isGone) show(merged, { kind: 'gone', before, after: null });
    else if (fields.length > 0) show(merged, { kind: 'changed', before, after, fields });
    const kept = keptFields(merged, row);
    if (kept.length > 0) show(merged, { kind: 'kept', before, after: versionOf(merged.entry), fields: kept });
  }
  const gone = new Set(matched.doubles.map(({ row }) => row));
  for (const { key, row, merged } of questions) {
    if (!gone.delete(row)) continue;
    const [before, after] = [versionOfRow(row), versionOf(merged.entry)];
    show(merged, { key, kind: 'changed', before, after, fields: changedFields(before, after) });
  }
  return { inserts, updates, removes: matched.doubles, changes, questions };
}

/**
 * Asks which typed rows are entries of the court, and joins those a person said are: the row becomes the entry's, or goes into
 * the one it has.
 */
function settleHandRows(
  rows: readonly DocketRow[],
  entries: readonly MergedEntry[],
  { byEntry, doubles }: MatchedRows,
  answers: Answers,
): readonly HandQuestion[] {
  const adopted = new Set(byEntry.values());
  const typed = rows.filter((row) => !isFromCourt(row) && row.number === null && !adopted.has(row));
  if (typed.length === 0) return [];
  const questions = askOfHandRows(
    typed,
    entries.filter((merged) => byEntry.get(merged)?.court !== null),
  );
  const settled = new Set<DocketRow>();
  for (const { key, row, merged } of questions) {
    if (answers[key] !== 'same' || settled.has(row)) continue;
    settled.add(row);
    const into = byEntry.get(merged);
    if (into) doubles.push({ row, into });
    else byEntry.set(merged, row);
  }
  return questions;
}

/** What a row that goes into another brings: what a person wrote over the court's words, or typed where the court says nothing. */
function wordsFor(into: DocketRow, row: DocketRow): Partial<DocketRow> {
  if (isFromCourt(row)) return editsOf(row);
  const missing = editable.filter((field) => !isSaid(rowValue(into, field)));
  return Object.fromEntries(missing.map((field) => [columns[field], row[columns[field]]]));
}

/** What a person wrote over the court's words. */
function editsOf(row: DocketRow): Partial<DocketRow> {
  const base = courtOf(row);
  if (!base) return {};
  const edited = editable.filter((field) => rowValue(row, field) !== (base.values[field] ?? blankOf(field)));
  return Object.fromEntries(edited.map((field) => [columns[field], row[columns[field]]]));
}

/** The row as it will stand. */
function patchOf(merged: MergedEntry, row: DocketRow | null): RowPatch {
  const { entry } = merged;
  const base = row && courtOf(row);
  const value = <F extends EditableField>(field: F): ParsedEntry[F] => {
    const says = entry[field];
    if (!row) return says;
    const stands = rowValue(row, field);
    if (!base) return isSaid(says) ? says : stands;
    const wasSaid = base.values[field] ?? blankOf(field);
    return stands === wasSaid ? ((says ?? blankOf(field)) as ParsedEntry[F]) : stands;
  };
  return {
    number: entry.number,
    attachment: entry.attachment,
    repeat: merged.repeat,
    filed_on: value('filedOn'),
    entered_on: value('enteredOn'),
    text: value('text'),
    filer: value('filer'),
    is_text_only: value('isTextOnly') ? 1 : 0,
    is_sealed: value('isSealed') ? 1 : 0,
    short_text: entry.shortText,
    attorney: entry.attorney,
    entered_at: entry.enteredAt,
    is_restricted: entry.isRestricted ? 1 : 0,
    fee_note: entry.feeNote,
    document_url: entry.documentUrl,
    document_id: entry.documentId,
    sequence: entry.sequence,
    page_count: entry.pageCount,
    size_bytes: entry.sizeBytes,
    links: JSON.stringify(entry.links),
    position: merged.position,
    is_gone: merged.isGone ? 1 : 0,
    court: JSON.stringify({
      keys: merged.keys,
      values: Object.fromEntries(editable.map((field) => [field, entry[field]])),
    }),
  };
}

/** Fields a person edited that the court now says otherwise than at the last import. */
function keptFields({ entry }: MergedEntry, row: DocketRow): string[] {
  const base = courtOf(row);
  if (!base) return [];
  return editable.filter((field) => {
    const [said, says] = [base.values[field], entry[field]];
    const stands = rowValue(row, field);
    return stands !== (said ?? blankOf(field)) && says !== said && says !== stands;
  });
}

function rowValue<F extends EditableField>(row: DocketRow, field: F): ParsedEntry[F] {
  const value = row[columns[field]];
  return (typeof value === 'number' ? value === 1 : value) as ParsedEntry[F];
}

/** What stands in a row where no source said anything. */
function blankOf(field: EditableField): false | null {
  return field === 'isSealed' ? false : null;
}

function isSaid(value: string | boolean | null): boolean {
  return value !== null && value !== '';
}

/** The part of a row that a redline shows. */
export function versionOfRow(row: RowPatch): DocketVersion {
  return {
    number: row.number,
    attachment: row.attachment,
    filedOn: row.filed_on,
    enteredOn: row.entered_on,
    text: row.text,
    shortText: row.short_text,
    filer: row.filer,
    isSealed: row.is_sealed === 1,
    isRestricted: row.is_restricted === 1,
    documentUrl: row.document_url,
    pageCount: row.page_count,
  };
}

function differs(row: DocketRow, patch: RowPatch): boolean {
  return (Object.keys(patch) as (keyof RowPatch)[]).some((column) => row[column] !== patch[column]);
}
