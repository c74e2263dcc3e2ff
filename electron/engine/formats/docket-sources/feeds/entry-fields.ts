import type { DocketWarning, ParsedEntry } from '../../../../../shared/model/docket.ts';
import { blankEntry } from '../../../../../shared/domain/docket/blank.ts';
import { bytesOf } from '../court-pages/document-place.ts';
import { documentIdOf, documentLink } from '../printed/court-links.ts';
import { printedNumber } from '../printed/printed-number.ts';
import { foldSpace } from '../printed/html-text.ts';
import { fieldMissing } from '../warning.ts';
import type { Field } from './fields.ts';
import { courtDayOf } from './greenwich.ts';

/** Values of one row as written; a field that is not there is left out. */
export type FieldValues = ReadonlyMap<Field, string>;

/** Where a row stands. */
export interface RowPlace {
  /** What a warning calls it: "line 12". */
  readonly row: string;
  /** Code of its case's court; empty where not known. */
  readonly court: string;
  readonly warnings: DocketWarning[];
}

/** What tables write where there is nothing. */
const nothing = /^(?:n\/?a|null|none|nan|[-–—*]{1,3})?$/i;

/**
 * The entry a row says; null where it says none, with a warning. A number may stand with its attachment ("12-1") or as a spreadsheet
 * writes it ("12.0").
 */
export function entryOfFields(values: FieldValues, { row, court, warnings }: RowPlace): ParsedEntry | null {
  const value = (field: Field) => {
    // Spreadsheets are kept from taking words for a formula by an apostrophe before them.
    const text = (values.get(field)?.trim() ?? '')
      .replace(/^'(?=['\s]*[=+\-@\uff1d\uff0b\uff0d\uff20])/, '')
      .trim();
    return nothing.test(text) ? '' : text;
  };
  const miss = (field: string, raw: string) => warnings.push(fieldMissing(field, row, raw));

  const printedNumber = value('number') || value('documentNumber');
  const placed = numberOf(printedNumber);
  if (placed === null) miss('number', printedNumber);
  const attachment = placed?.attachment ?? wholeNumber(value('attachment'));
  const isAttachment = attachment !== null;
  const docketText = foldSpace(value('text'));
  const documentText = foldSpace(value('documentText'));
  // Where documents have a description of their own, the docket text is that of their entry.
  const text = isAttachment && values.has('documentText') ? documentText : docketText;
  const date = (field: 'filedOn' | 'enteredOn', name: string) => {
    const printed = value(field);
    const found = courtDayOf(printed, court);
    if (found === null && printed !== '') miss(name, printed);
    return found;
  };
  const filedOn = date('filedOn', 'filing date');
  const enteredOn = date('enteredOn', 'entry date') ?? courtDayOf(value('enteredAt'), court);
  const shortText = foldSpace(value('shortText')) || (isAttachment ? '' : documentText);
  if (text === '' && shortText === '' && (placed?.number ?? null) === null) {
    miss('docket text', [...values.values()].join(' | '));
    return null;
  }
  const isDated = values.has('filedOn') || values.has('enteredOn');
  if (isDated && !isAttachment && value('filedOn') === '' && value('enteredOn') === '')
    miss('date', [...values.values()].join(' | '));
  const link = documentLink(value('documentUrl'))?.place;
  return blankEntry({
    number: placed?.number ?? null,
    isNumberUnread: placed === null,
    attachment,
    filedOn,
    isFiledOnAssumed: truth(value('isFiledOnAssumed')) ?? false,
    enteredOn,
    enteredAt: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.exec(value('enteredAt'))?.[0] ?? null,
    text,
    shortText,
    filer: foldSpace(value('filer')),
    attorney: foldSpace(value('attorney')),
    documentUrl: /^https?:\/\//i.test(value('documentUrl')) ? (link?.documentUrl ?? null) : null,
    documentId: documentIdOf(value('documentId')) ?? link?.documentId ?? null,
    sequence: wholeNumber(value('sequence')) ?? link?.sequence ?? null,
    pageCount: wholeNumber(value('pageCount')),
    sizeBytes: wholeNumber(value('sizeBytes')) ?? bytesOf(value('sizeBytes')),
    isTextOnly: truth(value('isTextOnly')) ?? false,
    isSealed: truth(value('isSealed')),
    isRestricted: truth(value('isRestricted')),
    feeNote: foldSpace(value('feeNote')),
  });
}

/**
 * The number of an entry, and of an attachment where it stands with it. Nulls where nothing is printed, or the id of a document, as of
 * courts of appeals, which number nothing; null where it is no number.
 */
function numberOf(printed: string): { number: number | null; attachment: number | null } | null {
  if (printed === '' || /^\d{7,20}$/.test(printed)) return { number: null, attachment: null };
  // "12.0" is how a spreadsheet writes 12.
  const written = printed.replace(/^(#?\s*\d{1,6})\.0+(?=$|\s*-)/, '$1').replace(/\s*-\s*/, '-');
  const found = printedNumber(written);
  if (found === null || found.isOneOfSeveral || /\d/.test(written.slice(found.printed.length))) return null;
  return { number: found.number, attachment: found.attachment };
}

function wholeNumber(printed: string): number | null {
  const found = /^(\d{1,12})(?:\.0+)?$/.exec(printed);
  return found ? Number(found[1]) || null : null;
}

function truth(printed: string): boolean | null {
  if (/^(?:true|yes|y|t|1|x)$/i.test(printed)) return true;
  return /^(?:false|no|f|0)$/i.test(printed) ? false : null;
}

/** Each lead document followed by its attachments, as first listed; of a number that is listed again the last takes what follows. */
export function attachmentsBehindLeads(entries: readonly ParsedEntry[]): ParsedEntry[] {
  const filings: ParsedEntry[][] = [];
  const open = new Map<string, ParsedEntry[]>();
  let last = '';
  for (const [index, entry] of entries.entries()) {
    const isLead = entry.attachment === null;
    const isOfLast = entry.number === null && !isLead && last !== '';
    const key = isOfLast ? last : entry.number === null ? `at ${index}` : String(entry.number);
    const filing = open.get(key);
    if (filing === undefined || (isLead && filing.some(({ attachment }) => attachment === null)))
      open.set(key, filings[filings.push([entry]) - 1]!);
    else filing.push(entry);
    last = key;
  }
  return filings.flatMap((filing) => filing.toSorted((a, b) => (a.attachment ?? 0) - (b.attachment ?? 0)));
}
