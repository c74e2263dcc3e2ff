import { normalText } from '../../../../shared/domain/docket/merge/normal-text.ts';
import { numberKey, wordsKey, type MergedEntry } from '../../../../shared/domain/docket/merge/combine.ts';
import type { Answers } from '../../../../shared/domain/docket/merge/cluster.ts';
import type { MergedDocket } from '../../../../shared/domain/docket/merge/merge.ts';
import { changedFields, versionOf } from '../../../../shared/domain/docket/redline.ts';
import type { DocketChange, DocketVersion, ParsedEntry } from '../../../../shared/model/docket.ts';
import type { DocketRow } from '../docket-repository.ts';
import { askOfHandRows, type HandQuestion } from './by-hand.ts';

/** What the sources said at the last import of the fields a person may edit. */
interface CourtRecord {
  readonly keys: readonly string[];
  readonly values: Pick<ParsedEntry, EditableField>;
}
const editable = ['filedOn', 'enteredOn', 'text', 'filer', 'isTextOnly', 'isSealed'] as const;
type EditableField = (typeof editable)[number];
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
  for (const merged of docket.entries) {
    const sources = merged.sources.map((at) => names[at]!);
    const row = matched.byEntry.get(merged);
    const key = merged.keys[0]!;
    if (!row) {
      const patch = patchOf(merged, null);
      inserts.push({ merged, patch });
      const after = versionOf(merged.entry);
      changes.push({ key, kind: 'added', before: null, after, fields: [], sources, merged });
      continue;
    }
    const ofDouble = editsOfDoubles.get(row);
    const patch = patchOf(merged, ofDouble ? { ...row, ...ofDouble, ...editsOf(row) } : row);
    const [before, after] = [versionOfRow(row), versionOfRow(patch)];
    const fields = changedFields(before, after);
    const isGone = patch.is_gone === 1 && row.is_gone === 0;
    if (differs(row, patch)) updates.push({ row, patch, isNews: fields.includes('text') });
    if (isGone) changes.push({ key, kind: 'gone', before, after: null, fields: [], sources, merged });
    else if (fields.length > 0)
      changes.push({ key, kind: 'changed', before, after, fields, sources, merged });
    const kept = keptFields(merged, row);
    if (kept.length > 0)
      changes.push({
        key,
        kind: 'kept',
        before,
        after: versionOf(merged.entry),
        fields: kept,
        sources,
        merged,
      });
  }
  const gone = new Set(matched.doubles.map(({ row }) => row));
  for (const { key, row, merged } of questions) {
    if (!gone.delete(row)) continue;
    const [before, after] = [versionOfRow(row), versionOf(merged.entry)];
    const sources = merged.sources.map((at) => names[at]!);
    changes.push({
      key,
      kind: 'changed',
      before,
      after,
      fields: changedFields(before, after),
      sources,
      merged,
    });
  }
  return { inserts, updates, removes: matched.doubles, changes, questions };
}

/**
 * Which row is which entry: of a number the court gives twice, or a document that it gave another number, by the court's ids, then by the number a
 * row stands at, then by any other name sources have for it. No row is left at a number that an entry gets.
 */
function matchRows(rows: readonly DocketRow[], entries: readonly MergedEntry[]) {
  const standing = new Map<string, DocketRow>();
  const named = new Map<string, DocketRow>();
  // What the court gave goes on in its own row, whatever a person typed beside it.
  for (const row of [...rows.filter(isFromCourt), ...rows.filter((one) => !isFromCourt(one))]) {
    if (row.number !== null) standing.set(standingKey(row)!, row);
    for (const key of keysOfRow(row)) if (!named.has(key)) named.set(key, row);
  }
  const byEntry = new Map<MergedEntry, DocketRow>();
  const taken = new Set<DocketRow>();
  const take = (merged: MergedEntry, candidates: readonly (DocketRow | undefined)[]) => {
    const row = byEntry.has(merged) ? undefined : candidates.find((one) => one && !taken.has(one));
    if (!row) return;
    taken.add(row);
    byEntry.set(merged, row);
  };
  const repeated = new Set(entries.flatMap(({ entry, repeat }) => (repeat > 0 ? entry.number : [])));
  for (const merged of entries) {
    const { number } = merged.entry;
    if (number === null || !repeated.has(number)) continue;
    const byIds = merged.keys.filter((key) => !key.startsWith('n:')).map((key) => named.get(key));
    take(
      merged,
      byIds.filter((row) => row?.number === number),
    );
  }
  const entryOfKey = new Map(entries.flatMap((merged) => merged.keys.map((key) => [key, merged] as const)));
  const formerNumbers = new Map<number, number>();
  for (const merged of entries) {
    const { number } = merged.entry;
    const isElsewhereNow = (key: string): boolean =>
      entryOfKey.get(standingKey(named.get(key)!) ?? '')?.keys.includes(key) === false;
    const documents = merged.keys.filter((key) => key.startsWith('d:') && named.has(key));
    take(
      merged,
      documents.filter(isElsewhereNow).map((key) => named.get(key)),
    );
    const former = byEntry.get(merged)?.number;
    if (number !== null && former && former !== number) formerNumbers.set(number, former);
  }
  for (const merged of entries) {
    const { number, attachment } = merged.entry;
    const former = formerNumbers.get(number ?? 0);
    if (former !== undefined && attachment !== null)
      take(merged, [standing.get(numberKey(former, attachment, merged.repeat))]);
  }
  for (const merged of entries) take(merged, [standing.get(merged.keys[0]!)]);
  for (const merged of entries)
    take(
      merged,
      merged.keys.map((key) => named.get(key)),
    );

  const doubles = rows.flatMap((row) => {
    if (taken.has(row) || !isFromCourt(row)) return [];
    const [at, keys] = [standingKey(row), keysOfRow(row)];
    const isRenumbered = at !== null && !keys.includes(at);
    if (isRenumbered && !entryOfKey.has(at)) return [];
    const home = [at ?? '', ...keys].map((key) => entryOfKey.get(key)).find(Boolean);
    const into = home && byEntry.get(home);
    return into ? [{ row, into }] : [];
  });
  return { byEntry, doubles };
}

/**
 * Asks which typed rows are entries of the court, and joins those a person said are: the row becomes the entry's, or goes into
 * the one it has.
 */
function settleHandRows(
  rows: readonly DocketRow[],
  entries: readonly MergedEntry[],
  { byEntry, doubles }: ReturnType<typeof matchRows>,
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

function isFromCourt({ court }: DocketRow): boolean {
  return court !== null;
}

function standingKey({ number, attachment, repeat }: DocketRow): string | null {
  return number === null ? null : numberKey(number, attachment, repeat);
}

function keysOfRow(row: DocketRow): readonly string[] {
  const at = standingKey(row);
  return courtOf(row)?.keys ?? [at ?? wordsKey(row.filed_on ?? row.entered_on ?? '', normalText(row.text))];
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

function courtOf({ court }: DocketRow): CourtRecord | null {
  return court === null ? null : (JSON.parse(court) as CourtRecord);
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
