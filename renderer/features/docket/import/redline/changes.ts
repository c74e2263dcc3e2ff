import { entryFieldWords } from '../../../../../shared/domain/docket/merge/entry-field-words.ts';
import type { DiffPart } from '../../../../../shared/domain/word-diff.ts';
import type { DocketChange, DocketPreview, DocketVersion } from '../../../../../shared/model/docket.ts';
import { formatDate } from '../../../../client/index.ts';
import { formatDocketNumber } from '../../docket-number.ts';
import { importWords } from '../words.ts';

export type ChangeKind = DocketChange['kind'];

/** One field of an entry before and after, in words; null where it was, or is, not given. */
export interface FieldChange {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** How many changes of each kind there are. */
export function countChanges(changes: readonly DocketChange[]): Readonly<Record<ChangeKind, number>> {
  const counts = { added: 0, changed: 0, gone: 0, kept: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}

/** What a redline can be narrowed to: a kind of change, or the changed entries whose very text differs. */
export type ChangeFilter = 'all' | ChangeKind | 'text';

/** Whether a change is shown under a filter. */
export function passes(filter: ChangeFilter, { kind, fields }: DocketChange): boolean {
  if (filter === 'text') return kind === 'changed' && fields.includes('text');
  return filter === 'all' || kind === filter;
}

/**
 * The filters that tell changes apart, with how many each leaves; empty where there is nothing to tell apart. Changed texts
 * have one of their own where other changed entries differ in details alone, such as a link.
 */
export function filtersOf(
  changes: readonly DocketChange[],
): readonly { readonly value: ChangeFilter; readonly count: number }[] {
  const filters = (['all', 'added', 'changed', 'text', 'gone', 'kept'] as const)
    .map((value) => ({ value, count: changes.filter((change) => passes(value, change)).length }))
    .filter(({ count }) => count > 0);
  const changed = filters.find(({ value }) => value === 'changed')?.count;
  const telling = filters.filter(({ value, count }) => value !== 'text' || count !== changed);
  return telling.length > 2 ? telling : [];
}

/** The side of a change by which it is listed: what will be, or what was. */
export function versionOf({ before, after, kind }: DocketChange): DocketVersion | null {
  return kind === 'kept' ? (before ?? after) : (after ?? before);
}

/**
 * What differs besides the text, each field once, in words.
 *
 * @returns fields with both sides, and the names of differing fields of which the redline has no values
 * @example
 *   fieldChanges(change).fields; // [{ label: 'Filed', before: 'Jan 11, 2021', after: 'Jan 12, 2021' }]
 */
export function fieldChanges(change: DocketChange): {
  readonly fields: readonly FieldChange[];
  readonly unnamed: readonly string[];
} {
  const { before, after } = change;
  const fields = new Map<string, FieldChange>();
  const unnamed = new Set<string>();
  for (const field of change.fields) {
    const label = entryFieldWords[field] ?? field;
    if (field === 'text') continue;
    if (before && after && isVersionField(field, before)) {
      fields.set(label, { label, before: valueOf(before, field), after: valueOf(after, field) });
    } else unnamed.add(label.toLowerCase());
  }
  return { fields: [...fields.values()], unnamed: [...unnamed] };
}

function isVersionField(field: string, version: DocketVersion): field is keyof DocketVersion {
  return Object.hasOwn(version, field);
}

function valueOf(version: DocketVersion, field: keyof DocketVersion): string | null {
  if (field === 'number' || field === 'attachment') {
    return formatDocketNumber(version) || null;
  }
  const value = version[field];
  if (value === null || value === '') return null;
  if (typeof value === 'boolean') return value ? importWords.yes : importWords.no;
  if (field === 'filedOn' || field === 'enteredOn') return formatDate(String(value));
  return String(value);
}

/** Whether applying a preview would do anything at all. */
export function changesAnything({ changes, matterFields }: DocketPreview): boolean {
  return matterFields.length > 0 || changes.some(({ kind }) => kind !== 'kept');
}

/**
 * Sums up a set of changes in one sentence.
 *
 * @example changesSummary(changes, 18) // '2 new entries, 1 changed, 18 unchanged.'
 */
export function changesSummary(changes: readonly DocketChange[], unchanged: number): string {
  const counts = { ...countChanges(changes), unchanged };
  const parts = (['added', 'changed', 'gone', 'kept', 'unchanged'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => importWords.counts[kind](counts[kind]));
  return parts.length === 0 ? importWords.noChanges : `${parts.join(', ')}.`;
}

/** Words of an unchanged stretch that stay in sight on each side of a change. */
const contextWords = 18;
/** Words of one changed stretch that are shown before the rest is folded away. */
const changedWords = 160;

/**
 * Folds long stretches of a redline away, so that a change in a long text can be seen at a glance: of what stayed, some words
 * beside each change remain; of what came or went, the beginning.
 *
 * @returns the shortened parts, and whether anything was folded
 */
export function foldParts(parts: readonly DiffPart[]): {
  readonly parts: readonly DiffPart[];
  readonly isFolded: boolean;
} {
  let isFolded = false;
  const cut = (text: string, head: number, tail: number): string => {
    const words = text.split(' ');
    // Where little would be gained, nothing is folded.
    if (words.length <= head + tail + 12) return text;
    isFolded = true;
    return [...words.slice(0, head), '…', ...(tail > 0 ? words.slice(-tail) : [])].join(' ');
  };
  const folded = parts.map(({ kind, text }, at) => {
    if (kind !== 'same' || parts.length === 1) return { kind, text: cut(text, changedWords, 0) };
    const head = at === 0 ? 0 : contextWords;
    const tail = at === parts.length - 1 ? 0 : contextWords;
    return { kind, text: cut(text, head, tail) };
  });
  return { parts: folded, isFolded };
}
