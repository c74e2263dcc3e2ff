import type { Document, Element } from 'domhandler';
import type { DocketWarning, ParsedEntry, ParsedSource } from '../../../../../shared/model/docket.ts';
import { blankDocket, blankEntry, blankHeader } from '../../../../../shared/domain/docket/blank.ts';
import { pageOrigin } from './court.ts';
import { bytesOf, documentOf } from './document-place.ts';
import { beginningOf, cellsOf, elementsNamed, rowsOf, textOf } from '../printed/html-text.ts';
import { docketWarning, fieldMissing } from '../warning.ts';
import { readReceipt } from './receipt.ts';

const title =
  /document selection menu|select the (?:document|pdf)s? you wish to view|multiple documents|\bdocuments? (?:is|are) attached to this filing\b/i;
/** Courts of appeals number the documents of an entry from 1, the lead document with them. */
const ofAppeals = /\bdocuments? (?:is|are) attached to this filing\b/i;

/** What one row of the menu says. */
interface MenuRow {
  readonly number: number | null;
  readonly description: string;
  readonly isLead: boolean;
  readonly entry: ParsedEntry;
}

/**
 * Reads the menu a court shows between an entry's link and its documents: the lead document and its attachments, with pages and
 * sizes. Null for any other page.
 *
 * @param document the page
 * @param text its text
 */
export function readAttachmentPage(document: Document, text: string): ParsedSource | null {
  if (!title.test(text.slice(0, 20_000))) return null;
  const { court, courtCaseId } = pageOrigin(document, '');
  const rows = elementsNamed(document, 'table').flatMap((table) =>
    rowsOf(table).flatMap((row) => menuRow(row, court)),
  );
  if (rows.length === 0) return null;
  const warnings: DocketWarning[] = [];
  // A lead document under the entry's number is no part.
  const isOfParts =
    !rows.some(({ isLead, number }) => isLead && number !== null && number !== 1) &&
    (ofAppeals.test(text) ||
      ['th', 'td'].some((kind) =>
        elementsNamed(document, kind).some((cell) => /^part\s*:?$/i.test(beginningOf(cell, 20))),
      ));
  const firstPart = isOfParts ? rows.find((row) => row.number === 1) : undefined;
  const lead = rows.find(({ isLead }) => isLead) ?? firstPart ?? unnamedLead(rows);
  const number = isOfParts ? null : (lead?.number ?? null);
  const sequence = eventOfButtons(document);
  if (number === null) warnings.push(fieldMissing('number', 'the document', lead?.description ?? ''));
  const withSequence = (entry: ParsedEntry): ParsedEntry => ({
    ...entry,
    sequence: entry.sequence ?? sequence,
  });
  const entries: ParsedEntry[] = lead
    ? [withSequence({ ...lead.entry, number, shortText: shortTextOf(lead) })]
    : [];
  const others = rows.filter((row) => row !== lead);
  const isLeadCounted = isOfParts || countsLead(others);
  const seen = new Set<number>();
  for (const row of others) {
    const attachment = row.number !== null && isLeadCounted ? row.number - 1 : row.number;
    if (attachment === null) {
      // Without its number it would stand for the entry itself.
      warnings.push(fieldMissing('number', 'an attachment', row.description));
      continue;
    }
    if (seen.has(attachment))
      warnings.push(docketWarning('DOCKET_NUMBER_REPEATED', { number: row.number }, row.description));
    else seen.add(attachment);
    entries.push(withSequence({ ...row.entry, number, attachment, text: row.description }));
  }
  return {
    kind: 'attachment_page',
    printedAt: readReceipt(document).printedAt,
    dockets: [blankDocket(blankHeader({ court, courtCaseId }), entries)],
    warnings,
  };
}

/** Menus that do not name the lead document have it first, under the entry's number, before attachment 1. */
function unnamedLead(rows: readonly MenuRow[]): MenuRow | undefined {
  const [first, second] = rows;
  return first && (first.number !== 1 || second?.number === 1) && second?.number !== 2 ? first : undefined;
}

/**
 * Whether the lead document is counted, so that attachments begin with 2. Bankruptcy courts number parts, and district courts did
 * so in menus until about 2010; the text of the entry ("Attachments: # 1 …") never counts it.
 */
function countsLead(attachments: readonly MenuRow[]): boolean {
  return (
    attachments.length > 0 &&
    attachments.every(({ number }) => number === null || number >= 2) &&
    attachments[0]!.number === 2
  );
}

function shortTextOf({ description }: MenuRow): string {
  return /^main document$/i.test(description) ? '' : description;
}

/** Reads a row; none where it is a heading, a line or a button. */
function menuRow(row: Element, court: string): MenuRow[] {
  // A page may stand in a cell of a table that wraps it.
  if (elementsNamed(row, 'table').length > 0) return [];
  const cells = cellsOf(row);
  const texts = cells.map((cell) => textOf(cell));
  const whole = texts.join(' ').trim();
  const place = documentOf(row, court);
  const lead = texts.findIndex((each) => /^document number\b/i.test(each));
  const size = texts.findLast((each) => /^[\d.,]+\s*[kmg]?b(?:ytes)?$/i.test(each)) ?? '';
  const described = texts.findIndex((each) => /\p{L}/u.test(each));
  // A column of pages may print the number alone, after the description.
  const pages =
    texts.findLast(
      (each, i) =>
        /^\d{1,6}\s*pages?$/i.test(each) || (described !== -1 && i > described && /^\d{1,6}$/.test(each)),
    ) ?? '';
  const box = tickBox(row);
  // What a court does not release is in the menu without a link.
  const isListed = /^\d{1,4}$/.test(texts.find((each) => each !== '') ?? '') && /\p{L}/u.test(whole);
  if (!place && lead === -1 && !box && !isListed && (size === '' || !/^\d{1,4}\b/.test(whole))) return [];
  // Totals stand beside the buttons.
  if (
    !place &&
    elementsNamed(row, 'input').some(({ attribs }) => /button|submit/i.test(attribs['type'] ?? ''))
  )
    return [];
  const named = texts.filter((each) => each !== '' && each !== size && each !== pages);
  if (named.length === 0 && !place && !box) return [];
  const first = named.findIndex((each) => /^\d{1,6}$/.test(each));
  const beside = /^document number\s*:?\s*(\d{1,6})$/i.exec(texts[lead] ?? '')?.[1];
  const printed = beside ?? named[first];
  const description = named.filter((each, i) => i !== first && !/^document number\b/i.test(each)).join(' ');
  return [
    {
      number: box?.number ?? (printed === undefined ? null : Number(printed)),
      description,
      isLead: lead !== -1 || /^main document$/i.test(description),
      entry: blankEntry({
        ...place,
        pageCount: box?.pages || Number.parseInt(pages, 10) || null,
        sizeBytes: box?.bytes || bytesOf(size) || null,
        isRestricted: /\*restricted\*|^restricted\b/i.test(description) ? true : null,
      }),
    },
  ];
}

/** The box to tick for a download is named after the document and holds its size in bytes and its pages: `682806-28487-2`. */
function tickBox(row: Element): { number: number; bytes: number; pages: number } | null {
  for (const { attribs } of elementsNamed(row, 'input')) {
    const name = /^document_(\d{1,6})_(\d{1,6})$/.exec(attribs['name'] ?? '');
    const value = /^\d{1,15}-(\d{1,12})-(\d{1,6})$/.exec(attribs['value'] ?? '');
    if (!name || !value) continue;
    const part = Number(name[2]);
    return { number: part === 0 ? Number(name[1]) : part, bytes: Number(value[1]), pages: Number(value[2]) };
  }
  return null;
}

/** The event that the buttons below the menu download: `show_multidocs.pl?caseid=115824&arr_de_seq_nums=12`. */
function eventOfButtons(document: Document): number | null {
  for (const { attribs } of elementsNamed(document, 'input')) {
    const found = /[?&;]arr_de_seq_nums=(\d{1,9})(?!\d|,)/.exec((attribs['onclick'] ?? '').slice(0, 2_000));
    if (found) return Number(found[1]);
  }
  return null;
}
