import type { CustodyEvent } from '../../model/evidence.ts';

/** A file that was made of an original and left the matter. */
export interface RecordedCopy {
  readonly at: string;
  /** What was done, in a phrase. */
  readonly what: string;
  readonly sha256: string | null;
}

/**
 * Files that custody knows were made of an item, in order: copies byte for byte, and others with what was done to them.
 *
 * @param custody of one item, oldest first
 */
export function recordedCopies(custody: readonly CustodyEvent[]): RecordedCopy[] {
  return custody.flatMap((event) => {
    const what = madeBy(event);
    if (what === null) return [];
    const { sha256 } = event.details;
    return [{ at: event.at, what, sha256: typeof sha256 === 'string' ? sha256 : null }];
  });
}

function madeBy({ action, details }: CustodyEvent): string | null {
  const named = (key: string) => (typeof details[key] === 'string' ? details[key] : '');
  const folder = named('folder') && ` in the folder “${named('folder')}”`;
  if (action === 'used_in_exhibit') {
    if (named('file') === '') return null;
    return `Made into the file “${named('file')}” of Exhibit ${named('label')} of “${named('set')}”${folder}, with the labels, numbers and other marks of that set`;
  }
  if (action !== 'exported') return null;
  if (details['reviewCopy'] !== undefined)
    return `Copied byte for byte into the review copy “${named('reviewCopyName')}”`;
  const file = named('fileName') && ` as “${named('fileName')}”${folder}`;
  if (details['form'] === 'rendition') return `Converted to a PDF and exported${file}`;
  if (details['form'] === 'notes')
    return `Copied as a PDF with notes written on its pages and exported${file}`;
  if (details['form'] === 'redacted') return `Copied as a PDF without what was redacted and exported${file}`;
  return `Copied byte for byte and exported${file}`;
}
