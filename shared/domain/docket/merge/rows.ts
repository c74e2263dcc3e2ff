import { compare } from '../../compare.ts';
import type {
  DocketHeader,
  DocketParty,
  DocketSourceKind,
  DocketWarning,
  ParsedEntry,
} from '../../../model/docket.ts';
import { printedDate } from '../text/printed-date.ts';
import { normalText } from './normal-text.ts';

/** A source as the merge takes it. */
export interface MergeSource {
  /** Made from its content, so that the same page has the same id everywhere: it breaks ties in order. */
  readonly id: string;
  readonly kind: DocketSourceKind;
  /** See `madeAt`. */
  readonly madeAt: string;
  readonly isComplete: boolean;
  readonly header: DocketHeader;
  readonly parties: readonly DocketParty[];
  readonly entries: readonly ParsedEntry[];
}

/** One distinct row, with the sources that list it. */
export interface Row {
  readonly entry: ParsedEntry;
  /** Its JSON: it breaks ties in order. */
  readonly content: string;
  /** `normalText` of its text, or of its short text where it has no other. */
  readonly normal: string;
  readonly day: string;
  /** Index of each source that lists it → its place there, in ascending order of the docket. */
  readonly places: Map<number, number>;
  /** Most often it is listed in one source. */
  copies: number;
}

/** How far a kind of source is to be believed where several say different things of the same age. */
export const authority: Readonly<Record<DocketSourceKind, number>> = {
  rss: 0,
  opinions_report: 1,
  csv: 2,
  json: 2,
  archive_xml: 2,
  case_query: 3,
  attachment_page: 3,
  appellate_notice: 4,
  notice: 4,
  docket_history: 5,
  // A print does not show whether there was a space where its lines were broken.
  docket_print: 6,
  docket_sheet: 7,
};

/** Whether a source is a docket sheet, saved or printed: they list the same entries under the same head. */
export function isSheet(kind: DocketSourceKind): boolean {
  return kind === 'docket_sheet' || kind === 'docket_print';
}

const corrected = /\b(?:modified|replaced|added|corrected) on (\d{1,2}\/\d{1,2}\/\d{2,4})/gi;

/**
 * When a source was made: as printed, else the latest date it mentions, those of a clerk's corrections among them; empty where
 * it has none.
 */
export function madeAt(printedAt: string | null, entries: readonly ParsedEntry[]): string {
  if (printedAt !== null) return printedAt;
  let latest = '';
  for (const { enteredAt, enteredOn, filedOn, text } of entries) {
    const days = [...text.matchAll(corrected)].map((found) => printedDate(found[1]!));
    for (const at of [enteredAt ?? enteredOn ?? filedOn, ...days])
      if (at !== null && at > latest) latest = at;
  }
  return latest;
}

/** Sources from the oldest to the newest, the more authoritative later: the one order, whatever order they came in. */
export function inOrderOfAge<T extends Pick<MergeSource, 'id' | 'kind' | 'madeAt'>>(
  sources: readonly T[],
): T[] {
  return [...sources].sort(
    (a, b) => compare(a.madeAt, b.madeAt) || authority[a.kind] - authority[b.kind] || compare(a.id, b.id),
  );
}

/**
 * All distinct rows of the sources. A document that a court gave another number has the one of the most authoritative source, with its attachments,
 * which a warning says. An attachment page that names its document by the court's id alone gets the number other
 * sources give that document; rows that still have no entry to belong to are left out, with a warning.
 *
 * @param sources in order of age
 */
export function collectRows(sources: readonly MergeSource[], warnings: DocketWarning[]): Row[] {
  const numbers = numbersOfDocuments(sources);
  const rows = new Map<string, Row>();
  const known = new Map<ParsedEntry, Row>();
  const renumbered = new Map<string, DocketWarning>();
  for (const [index, { entries }] of sources.entries()) {
    const isDescending = runsBackwards(entries);
    const copies = new Map<Row, number>();
    let lead: Lead = { printed: null, number: null };
    for (const [at, printed] of entries.entries()) {
      const entry = withNumber(printed, numbers, lead);
      if (entry.attachment === null) {
        lead = { printed: printed.number, number: entry.number };
        if (printed.number !== null && printed.number !== entry.number)
          renumbered.set(
            `${printed.number}-${entry.number}`,
            disagree(entry.number, `numbers: ${printed.number}, ${entry.number}`, entry.text),
          );
      }
      if (entry.number === null && saysNothingAlone(entry)) {
        if (entry.attachment !== null) warnings.push(homeless(entry));
        continue;
      }
      const row = known.get(entry) ?? rowOf(entry, rows);
      known.set(entry, row);
      const place = isDescending ? entries.length - at : at;
      if (!row.places.has(index)) row.places.set(index, place);
      const count = (copies.get(row) ?? 0) + 1;
      copies.set(row, count);
      row.copies = Math.max(row.copies, count);
    }
  }
  warnings.push(...renumbered.values());
  return [...rows.values()].sort((a, b) => compare(a.content, b.content));
}

/** What a warning says where sources differ. */
export function disagree(number: number | null, what: string, raw = ''): DocketWarning {
  const of = number === null ? 'an entry without number' : `entry ${number}`;
  return {
    code: 'DOCKET_SOURCES_DISAGREE',
    message: `For ${of} the sources give different ${what}. Check it against the court’s own docket.`,
    raw,
  };
}

/** The number of the last lead document of a source, as printed and as it goes on. */
interface Lead {
  readonly printed: number | null;
  readonly number: number | null;
}

function rowOf(entry: ParsedEntry, rows: Map<string, Row>): Row {
  const content = JSON.stringify(entry);
  let row = rows.get(content);
  if (!row) {
    row = {
      entry,
      content,
      normal: normalText(entry.text === '' ? entry.shortText : entry.text),
      day: entry.filedOn ?? entry.enteredOn ?? '',
      places: new Map(),
      copies: 0,
    };
    rows.set(content, row);
  }
  return row;
}

/**
 * Numbers of lead documents by the court's id of the document, as the most authoritative source that has one gives them, of several the newest; more
 * than one where that source lists the document twice.
 */
function numbersOfDocuments(sources: readonly MergeSource[]): Map<string, ReadonlySet<number>> {
  const numbers = new Map<string, ReadonlySet<number>>();
  for (const { entries } of sources.toSorted((a, b) => authority[a.kind] - authority[b.kind])) {
    const own = new Map<string, Set<number>>();
    for (const { documentId, number, attachment } of entries)
      if (documentId !== null && number !== null && attachment === null)
        own.set(documentId, (own.get(documentId) ?? new Set()).add(number));
    for (const [id, given] of own) numbers.set(id, given);
  }
  return numbers;
}

function withNumber(
  entry: ParsedEntry,
  numbers: ReadonlyMap<string, ReadonlySet<number>>,
  lead: Lead,
): ParsedEntry {
  const number = entry.attachment === null ? numberOfLead(entry, numbers) : numberOfAttachment(entry, lead);
  return number === entry.number ? entry : { ...entry, number };
}

function numberOfLead(
  { number, documentId }: ParsedEntry,
  numbers: ReadonlyMap<string, ReadonlySet<number>>,
): number | null {
  const given = [...(numbers.get(documentId ?? '') ?? [])];
  return number === null || given.length === 1 ? (given.at(-1) ?? number) : number;
}

/** What follows a document goes by its number. */
function numberOfAttachment({ number }: ParsedEntry, lead: Lead): number | null {
  return number === null || number === lead.printed ? lead.number : number;
}

/** Without a number, a row is an entry only by its words; an attachment never is. */
function saysNothingAlone({ attachment, text, shortText }: ParsedEntry): boolean {
  return attachment !== null || (text === '' && shortText === '');
}

function homeless(entry: ParsedEntry): DocketWarning {
  return {
    code: 'DOCKET_FIELD_MISSING',
    message: `Attachment ${entry.attachment} has no entry to belong to yet. Import the docket sheet or notice that lists its document.`,
    raw: entry.text,
  };
}

/** Whether the newest entries come first. */
function runsBackwards(entries: readonly ParsedEntry[]): boolean {
  const days = entries.filter(({ attachment }) => attachment === null).map((e) => e.filedOn ?? e.enteredOn);
  const dated = days.filter((day) => day !== null);
  return dated.length > 1 && dated[0]! > dated.at(-1)!;
}
