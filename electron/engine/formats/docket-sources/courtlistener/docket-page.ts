import { Element, type ChildNode, type Document } from 'domhandler';
import type {
  DocketHeader,
  DocketWarning,
  ParsedEntry,
  ParsedSource,
} from '../../../../../shared/model/docket.ts';
import { blankDocket, blankEntry, blankHeader } from '../../../../../shared/domain/docket/blank.ts';
import { pageOrigin } from '../court-pages/court.ts';
import { documentOf } from '../court-pages/document-place.ts';
import { findAll, textOf } from '../printed/html-text.ts';
import { isoDateOf } from '../printed/printed-dates.ts';
import { docketWarning, fieldMissing } from '../warning.ts';

/** Entries without a number are named by the archive's own number of the row. */
const entryId = /^(?:entry-(\d{1,20})|minute-entry-\d+)$/;
/** Numbers beyond this are ids of documents: courts of appeals have no numbers. */
const greatestNumber = 999_999;
const caption = /^(.{2,}?)\s?\(([^()]*\d[^()]*)\)$/;
const documentLabel = /^(?:att(?:ach\s?ment)?\s(\d{1,4})|main doc(?:ument)?)$/i;
/** Districts as the archive shortens them: "District Court, S.D. New York". */
const directions = { N: 'Northern', S: 'Southern', E: 'Eastern', W: 'Western', M: 'Middle', C: 'Central' };

/**
 * Reads a page of a docket in CourtListener's RECAP archive, in its older layout (rows of `div`) and its newer one (a list). It is a copy
 * of what others bought of a docket, by pages, so an entry that is not on it need not be gone. Null for any other page.
 */
export function readArchivePage(document: Document): ParsedSource | null {
  const rows = findAll(document, ({ attribs }) => entryId.test(attribs['id'] ?? ''), false);
  const isArchive = findAll(
    document,
    ({ attribs }) => attribs['id'] === 'docket-entry-table' || attribs['aria-label'] === 'Docket entries',
  ).length;
  if (!isArchive) return null;
  const header = headerOf(document);
  const warnings: DocketWarning[] = [];
  if (header.number === '') warnings.push(docketWarning('DOCKET_SOURCE_WITHOUT_CASE', {}, header.title));
  const entries = rows.flatMap((row) => entriesOf(row, header.court, warnings));
  return {
    kind: 'archive_xml',
    printedAt: null,
    dockets: [blankDocket(header, entries)],
    warnings,
  };
}

function headerOf(document: Document): DocketHeader {
  const headings = findAll(document, ({ name }) => /^h[1-3]$/.test(name));
  const heading = headings.find((each) => caption.test(textOf(each)));
  const [, title = '', number = ''] = caption.exec(heading ? textOf(heading) : '') ?? [];
  const courtName = heading ? nextText(heading) : '';
  const fields = labeled(document);
  const value = (label: string): string => fields.get(label) ?? '';
  const spelled = courtName.replace(
    /\b([NSEWMC])\.?D\.?(?=\s)/,
    (_, letter: keyof typeof directions) => `${directions[letter]} District`,
  );
  return blankHeader({
    ...pageOrigin(document, spelled),
    courtName,
    number,
    title,
    judge: value('assigned to'),
    referredTo: value('referred to'),
    filedOn: isoDateOf(value('date filed')),
    terminatedOn: isoDateOf(value('date terminated')),
    lastFiledOn: isoDateOf(value('date of last known filing')),
    cause: value('cause'),
    natureOfSuit: value('nature of suit'),
    juryDemand: value('jury demand'),
    jurisdiction: value('jurisdiction type'),
  });
}

/** What follows each label above the entries: "Assigned To:" in a span of its own, or as a term with its description. */
function labeled(document: Document): Map<string, string> {
  const fields = new Map<string, string>();
  for (const label of findAll(
    document,
    ({ name, attribs }) => name === 'dt' || /\bmeta-data-header\b/.test(attribs['class'] ?? ''),
  )) {
    const name = textOf(label).replace(/\s*:$/, '').toLowerCase();
    if (!fields.has(name)) fields.set(name, nextText(label));
  }
  return fields;
}

function entriesOf(row: Element, court: string, warnings: DocketWarning[]): ParsedEntry[] {
  const number = Number(entryId.exec(row.attribs['id']!)![1] ?? 0);
  const filedOn = isoDateOf(textOf(columnOf(row, 'date filed', 1)));
  const column = columnOf(row, 'description', 2);
  const lists = findAll(row, isDocument, false);
  const text = column ? textOf(withoutDocuments(column)) : '';
  const lead = blankEntry({
    number: number > 0 && number <= greatestNumber ? number : null,
    filedOn,
    text,
  });
  const raw = textOf(row);
  const missing = (field: string): unknown =>
    warnings.push(fieldMissing(field, lead.number ? `entry ${lead.number}` : 'an entry', raw));
  if (filedOn === null) missing('filing date');
  const entries = [lead];
  for (const each of lists) {
    const { attachment, description } = documentIn(each);
    const found = documentOf(each, court);
    if (attachment === null)
      entries[0] = { ...entries[0]!, ...found, shortText: entries[0]!.shortText || description };
    else if (lead.number !== null)
      entries.push(blankEntry({ number: lead.number, attachment, filedOn, text: description, ...found }));
  }
  if (text === '' && entries[0]!.shortText === '') missing('text');
  return entries;
}

/** A document of an entry: a row within the row, or an item of the list of its documents. */
function isDocument({ name, attribs, parent }: Element): boolean {
  if (/\brecap-documents\b/.test(attribs['class'] ?? '')) return true;
  const list = parent instanceof Element ? parent.attribs['aria-label'] : undefined;
  return name === 'li' && /^documents for this entry$/i.test(list ?? '');
}

function documentIn(row: Element): { attachment: number | null; description: string } {
  const inner = findAll(row, () => true).filter(({ name }) => name !== 'button' && name !== 'ul');
  const label = inner.find((each) => documentLabel.test(textOf(each)));
  const description = inner.find(
    (each) => each.name === 'p' && textOf(each) !== '' && !documentLabel.test(textOf(each)),
  );
  const attachment = documentLabel.exec(label ? textOf(label) : '')?.[1];
  return {
    attachment: attachment === undefined ? null : Number(attachment),
    description: description ? textOf(description) : '',
  };
}

/** A column of a row: after the name that the newer layout gives it, else by its place. */
function columnOf(row: Element, name: string, place: number): Element | undefined {
  const named = findAll(row, (each) => each.name === 'dt' && textOf(each).toLowerCase() === name)[0];
  return named
    ? siblingBehind(named)
    : row.children.filter((child): child is Element => child instanceof Element)[place];
}

function siblingBehind(element: Element): Element | undefined {
  for (let next = element.next; next; next = next.next) if (next instanceof Element) return next;
  return undefined;
}

/** The words of the element after another; empty where there is none. */
function nextText(element: Element): string {
  const next = siblingBehind(element);
  return next ? textOf(next) : '';
}

/** What a column says itself, without its documents. */
function withoutDocuments(column: Element): ChildNode[] {
  return column.children.filter((child) => !(child instanceof Element && isDocument(child)));
}
