import { readDocketText, type DocketTextReading } from '../../../../shared/domain/docket/text.ts';
import type { DocketLink, ParsedDocket, ParsedEntry } from '../../../../shared/model/docket.ts';
import { blankAttachment } from '../../../../shared/domain/docket/blank.ts';

/**
 * Reads out of each entry's text what the reader of its source could not: attachments become rows of their own, filer, attorney,
 * fee, dates, links and flags go beside the text, which stays whole as printed, but for white space before a comma that courts'
 * pages leave where a field is empty. What the source gave is never replaced. An entry
 * without a number gets no attachment rows, because no row could name what it belongs to: they stand in its text alone.
 *
 * @param isNumbered whether the court numbers every document, so that an entry without a number has none
 */
export function completeEntries(
  docket: ParsedDocket,
  { isNumbered }: { isNumbered: boolean } = { isNumbered: true },
): ParsedDocket {
  const entries: ParsedEntry[] = [];
  const printed = docket.entries.map((entry) =>
    entry.text.includes(' ,') ? { ...entry, text: entry.text.replaceAll(/ +,/g, ',') } : entry,
  );
  const readings = printed.map(({ text }) => readDocketText(text));
  const hasDocuments = printed.some(hasDocument);
  const documents = printed.map((entry, i) => documentKey(entry, readings[i]!));
  const listed = new Map<string, number>();
  const above = new Map<number, string>();
  printed.forEach((entry, i) => {
    const { number, attachment } = entry;
    if (number !== null && attachment === null) above.set(number, documents[i]!);
    if (number !== null && attachment !== null) listed.set(`${above.get(number) ?? number}-${attachment}`, i);
    entries.push(completed(entry, readings[i]!, { isNumbered, hasDocuments }));
  });

  const rows = new Map<number, ParsedEntry[]>();
  printed.forEach((entry, i) => {
    const { number } = entry;
    if (number === null || entry.attachment !== null) return;
    for (const { attachment, text } of readings[i]!.attachments) {
      const key = `${documents[i]!}-${attachment}`;
      const at = listed.get(key) ?? listed.get(`${number}-${attachment}`);
      if (at === undefined) {
        // A document that the court lists twice has its attachments once.
        listed.set(key, -1);
        const row = blankAttachment(entries[i]!, { attachment, text });
        if (!rows.get(i)?.push(row)) rows.set(i, [row]);
      } else if (at >= 0) {
        const own = entries[at]!;
        const { filer, attorney } = entries[i]!;
        entries[at] = {
          ...own,
          text: own.text || text,
          filer: own.filer || filer,
          attorney: own.attorney || attorney,
        };
      }
    }
  });
  return { ...docket, entries: inOrder(entries, rows) };
}

/** Tells documents apart that a court gave one number: by its id of them, else by the day and by what is attached. */
function documentKey(
  { number, documentId, filedOn }: ParsedEntry,
  { attachments }: DocketTextReading,
): string {
  return `${number}/${documentId ?? JSON.stringify([filedOn, attachments])}`;
}

/** Whether a source shows that an entry has a document. */
function hasDocument({ documentUrl, documentId, pageCount }: ParsedEntry): boolean {
  return documentUrl !== null || documentId !== null || pageCount !== null;
}

/** @param docket whether its numbers are those of documents, and whether it shows which entries have one */
function completed(
  { isNumberUnread = false, ...entry }: ParsedEntry,
  said: DocketTextReading,
  { isNumbered, hasDocuments }: { isNumbered: boolean; hasDocuments: boolean },
): ParsedEntry {
  return {
    ...entry,
    filedOn: entry.filedOn ?? said.filedOn,
    enteredOn: entry.enteredOn ?? said.enteredOn,
    enteredAt: entry.enteredAt ?? said.enteredAt,
    filer: entry.filer || said.filer,
    attorney: entry.attorney || said.attorney,
    feeNote: entry.feeNote || said.feeNote,
    links: linksOf(entry, said.links),
    isSealed: entry.isSealed ?? said.isSealed,
    isRestricted: entry.isRestricted ?? said.isRestricted,
    isTextOnly:
      entry.isTextOnly ||
      (!hasDocument(entry) &&
        entry.attachment === null &&
        ((isNumbered && entry.number === null && !isNumberUnread) ||
          said.saysNoDocument ||
          said.isUsuallyTextOnly ||
          (hasDocuments && said.isOftenTextOnly))),
  };
}

/** The links the source gave, then those its text also names; never to the entry itself. */
function linksOf(entry: ParsedEntry, said: readonly DocketLink[]): DocketLink[] {
  const seen = new Set<string>();
  return [...entry.links, ...said].filter(({ number, attachment }) => {
    const key = keyOf(number, attachment);
    const isOwn = number === entry.number && (attachment === null || attachment === entry.attachment);
    if (isOwn || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Each lead document, the attachments its source listed right after it, and those read out of its text, by number. */
function inOrder(
  entries: readonly ParsedEntry[],
  rows: ReadonlyMap<number, readonly ParsedEntry[]>,
): ParsedEntry[] {
  const ordered: ParsedEntry[] = [];
  for (let i = 0; i < entries.length; i += 1) {
    ordered.push(entries[i]!);
    const added = rows.get(i);
    if (!added) continue;
    const group = [...added];
    while (i + 1 < entries.length && isAttachmentOf(entries[i + 1]!, entries[i]!)) {
      i += 1;
      group.push(entries[i]!);
    }
    ordered.push(...group.sort((a, b) => a.attachment! - b.attachment!));
  }
  return ordered;
}

function isAttachmentOf(entry: ParsedEntry, before: ParsedEntry): boolean {
  return entry.attachment !== null && entry.number === before.number;
}

function keyOf(number: number, attachment: number | null): string {
  return `${number}-${attachment ?? ''}`;
}
