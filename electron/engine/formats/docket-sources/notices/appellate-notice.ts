import type { ParsedEntry } from '../../../../../shared/model/docket.ts';
import { blankAttachment } from '../../../../../shared/domain/docket/blank.ts';
import { courtOfName } from '../printed/court-code.ts';
import { documentLink } from '../printed/court-links.ts';
import { documentName, type PlacedDocument } from './documents.ts';
import { foldSpace } from '../printed/html-text.ts';
import type { NoticeCase, NoticePart, NoticeSections } from './sections.ts';

/** Whether a notice is one of docket activity, as courts of appeals send them. */
export function isAppeal({ head }: NoticeSections, courtName: string): boolean {
  return (
    head.some((line) => /\bNotice of Docket Activity\b/i.test(line)) ||
    /^(?:ca(?:\d|dc|fc)|bap)/.test(courtOfName(courtName))
  );
}

/** One case for each number: consolidated appeals stand together at "Case Number:". */
export function appealCases(cases: readonly NoticeCase[]): NoticeCase[] {
  return cases.flatMap((one) => {
    const numbers = [...new Set((one.number?.text ?? '').match(/\b\d{2}-\d{1,6}(?:-[A-Z]{1,3}\b)?/g) ?? [])];
    if (numbers.length < 2) return [one];
    return numbers.map((number): NoticeCase => ({ ...one, number: numberPart(one.number!, number) }));
  });
}

function numberPart(part: NoticePart, number: string): NoticePart {
  return {
    lines: [number],
    text: number,
    links: part.links.filter(({ text }) => foldSpace(text) === number),
  };
}

/**
 * The entry and its further documents. Courts of appeals number no documents, so the rows are told apart by their place alone: the
 * first is the lead document.
 */
export function appealDocuments(entry: ParsedEntry, filing: readonly PlacedDocument[]): ParsedEntry[] {
  const rows = filing.map(({ attachment, document }) => ({
    attachment,
    name: documentName(document),
    place: document.links.flatMap(({ url }) => documentLink(url)?.place ?? [])[0],
  }));
  const lead = rows.find(({ attachment }) => attachment === 0);
  const hasDocument = rows.length > 0 || entry.documentUrl !== null;
  return [
    {
      ...entry,
      documentUrl: entry.documentUrl ?? lead?.place?.documentUrl ?? null,
      documentId: entry.documentId ?? lead?.place?.documentId ?? null,
      isTextOnly: !hasDocument,
    },
    ...rows
      .filter(({ attachment }) => attachment > 0)
      .map(({ attachment, name, place }) => blankAttachment(entry, { attachment, text: name, ...place })),
  ];
}
