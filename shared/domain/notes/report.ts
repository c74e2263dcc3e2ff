import type { NoteKind, NoteRow } from '../../model/notes.ts';
import { csvLines, csvText, type CsvCell } from '../csv.ts';
import { colorWords } from '../evidence/color-words.ts';
import { mediaClock } from '../evidence/media-clock.ts';

/** A word that marks notes, by its id. */
export interface ReportTag {
  readonly name: string;
  readonly kind: 'tag' | 'issue';
}

export const workProductHeading = 'ATTORNEY WORK PRODUCT';

/** What each kind of note is called. */
export const noteKindWords: Readonly<Record<NoteKind, string>> = {
  highlight: 'Highlight',
  underline: 'Underline',
  box: 'Box',
  note: 'Note',
  bookmark: 'Bookmark',
  redaction: 'Mark for redaction',
};

/** Columns of a table of notes: what heads each, and what it says of a note. */
const csvColumns: readonly (readonly [
  head: string,
  cell: (note: NoteRow, tags: ReadonlyMap<string, ReportTag>) => CsvCell,
])[] = [
  ['Item', ({ title }) => title],
  ['Item type', ({ evidenceKind }) => evidenceKind],
  ['Kind', ({ kind }) => noteKindWords[kind]],
  ['Page', ({ anchor }) => anchor.page],
  ['Time', ({ anchor }) => (anchor.atMs === null ? '' : mediaClock(anchor.atMs))],
  ['Cite', ({ cite }) => cite],
  ['Marked words', ({ anchor }) => anchor.quote],
  ['Note', ({ text }) => text],
  ['Tags', ({ tagIds }, tags) => namesOf(tagIds, 'tag', tags)],
  ['Issues', ({ tagIds }, tags) => namesOf(tagIds, 'issue', tags)],
  ['Color', ({ color }) => colorWords[color]],
  ['Author', ({ author }) => author.name],
  ['Created', ({ createdAt }) => createdAt],
  ['Changed', ({ updatedAt }) => updatedAt],
  ['Work product', ({ isWorkProduct }) => (isWorkProduct ? 'Yes' : 'No')],
];

/** Rows of a part of a table. */
const partRows = 1_000;

/**
 * Notes as a table, a row each, in their order: in parts that make it up when they are put together.
 *
 * @returns the text of each part, and how many notes there are up to its end
 */
export function* notesCsvParts(
  notes: readonly NoteRow[],
  tags: ReadonlyMap<string, ReportTag>,
): Generator<{ readonly text: string; readonly done: number }> {
  yield { text: csvText([csvColumns.map(([head]) => head)]), done: 0 };
  for (let from = 0; from < notes.length; from += partRows) {
    const part = notes.slice(from, from + partRows);
    yield {
      text: csvLines(part.map((note) => csvColumns.map(([, cell]) => cell(note, tags)))),
      done: from + part.length,
    };
  }
}

/** How much of notes one document holds: beyond this hardly any program opens it. */
const mostInDocument = { notes: 20_000, letters: 64_000_000 } as const;

/**
 * Notes as many at a time as one document holds, in their order; of none, one part that is empty.
 *
 * @param most how much one holds
 */
export function reportParts<N extends Pick<NoteRow, 'text' | 'anchor'>>(
  notes: readonly N[],
  most: { readonly notes: number; readonly letters: number } = mostInDocument,
): N[][] {
  const parts: N[][] = [[]];
  let letters = 0;
  for (const note of notes) {
    const own = note.text.length + note.anchor.quote.length;
    const last = parts.at(-1)!;
    if (last.length > 0 && (last.length >= most.notes || letters + own > most.letters)) {
      parts.push([note]);
      letters = own;
    } else {
      last.push(note);
      letters += own;
    }
  }
  return parts;
}

/** What a report says of a note, as it is printed. */
export interface ReportedNote {
  /** "p. 4", "Ex. C at 4", "0:12:09"; empty for the item as a whole. */
  readonly place: string;
  readonly kind: string;
  readonly quote: string;
  /** The note, and under it its tags. */
  readonly text: string;
  /** Who and when; work product is marked as such. */
  readonly by: string;
}

/** Notes of one item. */
export interface ReportedItem {
  readonly title: string;
  readonly notes: readonly ReportedNote[];
}

/**
 * Notes as a report lists them, by item.
 *
 * @param dayOf the court's day of an instant, as printed
 */
export function notesReport(
  notes: readonly NoteRow[],
  tags: ReadonlyMap<string, ReportTag>,
  dayOf: (instant: string) => string,
): ReportedItem[] {
  return [...Map.groupBy(notes, ({ evidenceId }) => evidenceId).values()].map((own) => ({
    title: own[0]!.title,
    notes: own.map((note) => ({
      place: note.anchor.atMs === null ? note.cite : mediaClock(note.anchor.atMs),
      kind: noteKindWords[note.kind],
      quote: note.anchor.quote === '' ? '' : `“${note.anchor.quote}”`,
      text: [note.text, taggedAs(note, tags)].filter((part) => part !== '').join('\n'),
      by: [note.author.name, dayOf(note.createdAt), note.isWorkProduct ? 'Work product' : '']
        .filter((part) => part !== '')
        .join('\n'),
    })),
  }));
}

/**
 * What a viewer of PDFs shows beside a mark.
 *
 * @example annotationText({ ...note, text: 'Late', isWorkProduct: false }, tags) // 'Late\n[Notice]'
 */
export function annotationText(note: NoteRow, tags: ReadonlyMap<string, ReportTag>): string {
  const { atMs } = note.anchor;
  const kind = saidOfKind[note.kind] ?? '';
  const moment = atMs === null ? '' : `At ${mediaClock(atMs)}`;
  return [note.isWorkProduct ? workProductHeading : '', kind, moment, note.text, taggedAs(note, tags)]
    .filter((part) => part !== '')
    .join('\n');
}

/** What a mark itself does not show of its kind. */
const saidOfKind: Partial<Record<NoteKind, string>> = {
  bookmark: noteKindWords.bookmark,
  redaction: 'Marked for redaction, not applied',
};

function taggedAs({ tagIds }: NoteRow, tags: ReadonlyMap<string, ReportTag>): string {
  const names = [namesOf(tagIds, 'issue', tags), namesOf(tagIds, 'tag', tags)].filter((part) => part !== '');
  return names.length === 0 ? '' : `[${names.join('; ')}]`;
}

function namesOf(
  tagIds: readonly string[],
  kind: ReportTag['kind'],
  tags: ReadonlyMap<string, ReportTag>,
): string {
  return tagIds
    .flatMap((id) => tags.get(id) ?? [])
    .filter((tag) => tag.kind === kind)
    .map(({ name }) => name)
    .sort()
    .join('; ');
}
