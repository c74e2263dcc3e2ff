import type { NoticeDocument } from './sections.ts';

/** A document of a transaction, and which of its filing it is: 0 for the lead document. */
export interface PlacedDocument {
  readonly attachment: number;
  readonly document: NoticeDocument;
}

/**
 * The documents of a transaction, a list for each filing it made: one filing in several cases is listed once for each, or once for
 * all. A stamp's file number ends in the attachment's number; without stamps they stand in order.
 */
export function placeDocuments(documents: readonly NoticeDocument[]): PlacedDocument[][] {
  const filings: PlacedDocument[][] = [];
  let file = '';
  for (const document of documents) {
    const stamped = fileNumberOf(document.stamp);
    const last = filings.at(-1);
    const isLead = /^Main Document$/i.test(document.description);
    const startsFiling = last === undefined || (stamped ? stamped.file !== file : isLead);
    file = stamped?.file ?? file;
    const attachment = stamped?.attachment ?? (startsFiling ? 0 : last.at(-1)!.attachment + 1);
    if (startsFiling) filings.push([{ attachment, document }]);
    else last.push({ attachment, document });
  }
  return filings;
}

function fileNumberOf(stamp: string): { file: string; attachment: number } | null {
  const found = /FileNumber=(\d{1,12})-(\d{1,4})\]/.exec(stamp.slice(0, 400).replace(/\s+/g, ''));
  return found ? { file: found[1]!, attachment: Number(found[2]) } : null;
}

/** What a document is called: its description, else the name of its file without folder. */
export function documentName({ description, fileName }: NoticeDocument): string {
  if (description !== '') return description;
  // Courts write “n/a” where they do not tell it, which is no file “a” in a folder “n”.
  return /^\s*n\/?a\s*$/i.test(fileName) ? '' : fileName.split(/[\\/]/).at(-1)!.trim();
}
