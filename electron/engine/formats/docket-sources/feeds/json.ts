import { AppError } from '../../../../../shared/errors/app-error.ts';
import {
  DocketLink,
  ParsedEntry,
  type DocketWarning,
  type ParsedDocket,
  type ParsedSource,
} from '../../../../../shared/model/docket.ts';
import { parseHtml } from '../printed/html.ts';
import { textOf } from '../printed/html-text.ts';
import { printedNumber } from '../printed/printed-number.ts';
import { docketWarning, fieldMissing } from '../warning.ts';
import { attachmentsBehindLeads, entryOfFields } from './entry-fields.ts';
import { fieldOf, type Field } from './fields.ts';
import { headerOfJson, isObject, partiesOfJson, type JsonObject } from './json-header.ts';

const OwnLinks = DocketLink.array();

/** Lists nest at most this deep: a list of sources, their dockets, their entries, their documents. */
const deepest = 6;

/**
 * Reads JSON of dockets: what this program's command line prints (`docket list`, `docket export`, `docket parse`), and what other
 * programs give (an object with `docket_entries`, a page of CourtListener's docket entries).
 *
 * @param text the file's text
 * @param name file name, for errors only
 * @throws AppError DOCKET_SOURCE_DAMAGED where it is no JSON, DOCKET_SOURCE_NOT_RECOGNISED where it says nothing of a docket
 */
export function readJson(text: string, name: string): ParsedSource {
  const value = parsed(text, name);
  const reader = new JsonReader();
  reader.read(value, {}, 0);
  const dockets = reader.dockets();
  if (dockets.length === 0) throw new AppError('DOCKET_SOURCE_NOT_RECOGNISED', { name });
  const warnings = reader.warnings();
  if (dockets.some(({ header }) => header.number === ''))
    warnings.push(docketWarning('DOCKET_SOURCE_WITHOUT_CASE', {}, ''));
  return { kind: 'json', printedAt: printedAtOf(value), dockets, warnings };
}

function parsed(text: string, name: string): unknown {
  const json = text.replace(/^\ufeff/, '').trim();
  try {
    return JSON.parse(json);
  } catch (error) {
    const lines = linesOfJson(json);
    if (lines !== null) return lines;
    throw new AppError(
      'DOCKET_SOURCE_DAMAGED',
      { name, what: 'JSON', reason: 'it cannot be read to its end' },
      { cause: error },
    );
  }
}

/** Objects on lines of their own, as some programs write long lists; null where a line is none. */
function linesOfJson(json: string): unknown[] | null {
  const lines = json.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  if (lines.length < 2 || !lines.every((line) => /^\s*\{.*\}\s*$/.test(line))) return null;
  try {
    return lines.map((line) => JSON.parse(line) as unknown);
  } catch {
    return null;
  }
}

/** When the source that the program's own output describes was made. */
function printedAtOf(value: unknown): string | null {
  const only: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  const at = isObject(only) ? only['printedAt'] : null;
  return typeof at === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(at) ? at : null;
}

/** Gathers dockets out of whatever they are wrapped in. */
class JsonReader {
  private readonly ofEntries: DocketWarning[] = [];
  private readonly books = new Map<string, ParsedDocket>();
  /** Whether an object says that more of what it lists is elsewhere. */
  private isPart = false;
  /** The docket of each object that says a case, so that ten thousand entries do not ask ten thousand times. */
  private readonly opened = new Map<JsonObject, ParsedDocket>();

  /** @param about what the objects around it say of the case */
  read(value: unknown, about: JsonObject, depth: number): void {
    if (depth > deepest) return;
    if (Array.isArray(value)) {
      for (const each of value) this.read(each, about, depth + 1);
      return;
    }
    if (!isObject(value)) return;
    const list = listIn(value);
    if (list === null) {
      if (isEntry(value)) this.add(value, about);
      else this.readWithin(value, about, depth);
      return;
    }
    this.isPart ||= goesOnElsewhere(value) || goesOnElsewhere(list.items);
    const inner = caseIn(value, about);
    if (list.isDocket) this.open(inner, value['parties']);
    // A parsed source of several cases lists them all, and each entry names its own.
    if (Array.isArray(value['cases'])) for (const one of value['cases'].filter(isObject)) this.open(one);
    this.read(list.items, inner, depth + 1);
  }

  /** Wrappers of other programs ("data", "docketInfo"); of lists that are called nothing known, only those of dated entries. */
  private readWithin(value: JsonObject, about: JsonObject, depth: number): void {
    const inner = caseIn(value, about);
    // The documents of one entry stand beside it.
    const { docketEntry: entry, docketEntryDocuments } = value;
    if (isObject(entry) && Array.isArray(docketEntryDocuments)) {
      this.read({ ...entry, docketEntryDocuments }, inner, depth + 1);
      return;
    }
    for (const each of Object.values(value))
      if (isObject(each) || (Array.isArray(each) && each.some(isDatedEntry)))
        this.read(each, inner, depth + 1);
  }

  /** The dockets in the order they were found. */
  dockets(): ParsedDocket[] {
    return [...this.books.values()].map((docket) => ({
      ...docket,
      entries: attachmentsBehindLeads(docket.entries),
    }));
  }

  warnings(): DocketWarning[] {
    return [...(this.isPart ? [docketWarning('DOCKET_FURTHER_PAGES', {}, '')] : []), ...this.ofEntries];
  }

  private open(about: JsonObject, parties: unknown = null): ParsedDocket {
    const opened = this.opened.get(about);
    if (opened !== undefined) return opened;
    const docket = this.find(about, parties);
    this.opened.set(about, docket);
    return docket;
  }

  private find(about: JsonObject, parties: unknown): ParsedDocket {
    const header = headerOfJson(about);
    // The court's own id of a case is not said everywhere; it tells cases apart only where nothing else does.
    const key = JSON.stringify([header.court, header.number || `id ${header.courtCaseId}`]);
    const known = this.books.get(key);
    if (known !== undefined) return known;
    const docket = {
      header,
      parties: partiesOfJson(parties ?? about['partyAttorneyList']),
      entries: [],
      isComplete: about['isComplete'] === true,
    };
    this.books.set(key, docket);
    return docket;
  }

  private add(value: JsonObject, about: JsonObject): void {
    const own = 'feeNote' in value && 'sequence' in value ? ParsedEntry.safeParse(value) : null;
    const { header, entries } = this.open(caseIn(value, about));
    if (own?.success) {
      entries.push(own.data);
      return;
    }
    const isFoundAttachment = isFoundDocument(value) && isAttachment(value);
    const values = isFoundAttachment
      ? valuesOfDocument({ ...value, description: value['short_description'], short_description: '' })
      : valuesOf(value);
    const documents = documentsIn(value);
    const lead = documents.find((document) => !isAttachment(document));
    const all = new Map([...(lead === undefined ? [] : valuesOfDocument(lead)), ...values]);
    for (const [field, text] of lead === undefined ? [] : valuesOfDocument(lead))
      if ((all.get(field) ?? '') === '' || measures.has(field)) all.set(field, text);
    const place = { row: rowName(values), court: header.court, warnings: this.ofEntries };
    const entry = entryOfFields(all, place);
    if (entry === null) return;
    if (!isDated(values) && entry.attachment === null)
      this.ofEntries.push(fieldMissing('date', place.row, entry.text || entry.shortText));
    const links = OwnLinks.safeParse(value['links']);
    entries.push({ ...entry, links: links.success ? links.data : [] });
    for (const document of documents.filter(isAttachment)) {
      const row = new Map([
        ...valuesOfDocument(document),
        ['number', values.get('number') ?? values.get('documentNumber') ?? ''] as const,
      ]);
      const attachment = entryOfFields(row, place);
      if (attachment !== null)
        entries.push({
          ...attachment,
          filedOn: attachment.filedOn ?? entry.filedOn,
          enteredOn: attachment.enteredOn ?? entry.enteredOn,
        });
    }
  }
}

/** What an entry may give of all its documents together. */
const measures: ReadonlySet<Field> = new Set<Field>(['pageCount', 'sizeBytes']);

const rowName = (values: ReadonlyMap<Field, string>): string =>
  `entry ${values.get('number') || values.get('documentNumber') || 'without number'}`;

/** Whether a program says that more follows: by the address of the next page, or as CourtListener's search says it of a case's documents. */
function goesOnElsewhere(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { next, more_docs: hasMore } = value;
  return (typeof next === 'string' && /^https?:/i.test(next)) || hasMore === true;
}

/** The list an object wraps: of a docket's entries, or of further objects. */
function listIn(value: JsonObject): { items: unknown; isDocket: boolean } | null {
  if (hasFoundDocuments(value)) return { items: value['recap_documents'], isDocket: hasCase(value) };
  for (const key of ['docket_entries', 'entries', 'docketEntries'])
    if (Array.isArray(value[key]) || (isObject(value[key]) && Array.isArray(value[key]['results'])))
      return { items: value[key], isDocket: hasCase(value) || Array.isArray(value['parties']) };
  for (const key of ['dockets', 'results'])
    if (Array.isArray(value[key])) return { items: value[key], isDocket: false };
  return null;
}

/** A document as CourtListener's search lists it: its description is the docket text of the entry it names. */
const isFoundDocument = (value: unknown): boolean => isObject(value) && 'entry_date_filed' in value;

/** Whether an object is a case that such a search found, with documents of any of its entries. */
const hasFoundDocuments = ({ recap_documents: documents }: JsonObject): boolean =>
  Array.isArray(documents) && documents.some(isFoundDocument);

const caseKeys = [
  'docket_number',
  'docketNumber',
  'caseNumber',
  'case',
  'caseDetails',
  'court_id',
  'case_name',
] as const;
const hasCase = (value: JsonObject): boolean =>
  caseKeys.some((key) => value[key] !== undefined && value[key] !== null);

/** Keys by which an entry names its case; its own date and words are not those of the case. */
const ofCase = /^(?:case|court|docket_?number|pacer_case)/i;

/** What is known of the case once an object's own words are added. An entry of a case of its own takes nothing over. */
function caseIn(value: JsonObject, about: JsonObject): JsonObject {
  if (!hasCase(value)) return about;
  const own = [value['case'], value['caseDetails']].find(isObject) ?? value;
  const isOfEntry = isEntry(value);
  const said = Object.fromEntries(
    Object.entries(own).filter(
      ([key, each]) =>
        each !== null && each !== '' && (isOfEntry ? ofCase.test(key) : !isListOfObjects(each)),
    ),
  );
  const number = isOfEntry ? headerOfJson(said).number : '';
  return number !== '' && number !== headerOfJson(about).number ? said : { ...about, ...said };
}

const isListOfObjects = (value: unknown): boolean => Array.isArray(value) && value.some(isObject);

/** Whether an object says what an entry says: words, and a number or a date. */
function isEntry(value: JsonObject): boolean {
  if (hasFoundDocuments(value)) return false;
  const said = new Set(Object.keys(value).map(fieldOf));
  const hasWords = said.has('text') || said.has('shortText') || Array.isArray(value['recap_documents']);
  return hasWords && (said.has('number') || said.has('documentNumber') || said.has('filedOn'));
}

const isDated = (values: ReadonlyMap<Field, string>) => values.has('filedOn') || values.has('enteredOn');

const isDatedEntry = (value: unknown): boolean =>
  isObject(value) && isEntry(value) && isDated(valuesOf(value));

const dateFields: ReadonlySet<Field> = new Set<Field>(['filedOn', 'enteredOn']);

/** Seconds or milliseconds since 1970, also as "/Date(1799366400000)/", as an instant in UTC; other values as they are. */
function instantText(value: string): string {
  const [, digits] = /^(?:\/Date\()?(\d{10}|\d{12,13})(?:[+-]\d{4})?(?:\)\/)?$/.exec(value) ?? [];
  if (digits === undefined) return value;
  return new Date(Number(digits) * (digits.length === 10 ? 1000 : 1)).toISOString();
}

/** Some programs keep the markup of a text. */
const plain = (text: string): string =>
  /^\s*<(?:p|div|span|b|strong)\b[^]*<\//i.test(text) ? textOf(parseHtml(text)) : text;

function valuesOf(value: JsonObject): Map<Field, string> {
  const values = new Map<Field, string>();
  for (const [key, each] of Object.entries(value)) {
    const field = fieldOf(key);
    if (field === null || values.has(field)) continue;
    if (typeof each === 'string' || typeof each === 'number' || typeof each === 'boolean')
      values.set(field, dateFields.has(field) ? instantText(String(each)) : plain(String(each)));
  }
  return values;
}

/** In a document, the description is the document's, not the docket's text. */
function valuesOfDocument(document: JsonObject): Map<Field, string> {
  const values = valuesOf(document);
  const name = typeof document['name'] === 'string' ? document['name'] : '';
  const description = values.get('text') ?? values.get('documentText') ?? name;
  values.delete('text');
  values.set('documentText', description);
  return values;
}

function documentsIn(value: JsonObject): JsonObject[] {
  const list =
    value['recap_documents'] ??
    value['attachments'] ??
    value['documents'] ??
    value['docketEntryDocuments'] ??
    value['exhibits'];
  const documents = (Array.isArray(list) ? list.filter(isObject) : []).map(withAttachment);
  // Where a list is of attachments alone, each is one although it may not say its number.
  if (value['recap_documents'] !== undefined) return documents;
  const isOfAttachments = value['attachments'] !== undefined || value['exhibits'] !== undefined;
  // The first of all documents of an entry is the entry's own.
  const first = isOfAttachments ? -1 : documents.findIndex((document) => !isAttachment(document));
  return documents.map((document, at) =>
    at === first || isAttachment(document)
      ? document
      : { ...document, attachment_number: at + (isOfAttachments ? 1 : 0) },
  );
}

/** "2-1" is the first attachment of 2. */
function withAttachment(document: JsonObject): JsonObject {
  const values = valuesOf(document);
  const found = printedNumber(values.get('number') || values.get('documentNumber') || '');
  return isAttachment(document) || !found?.attachment
    ? document
    : { ...document, attachment_number: found.attachment };
}

function isAttachment(document: JsonObject): boolean {
  const number = valuesOf(document).get('attachment') ?? '';
  return /^\d+$/.test(number) && Number(number) > 0;
}
