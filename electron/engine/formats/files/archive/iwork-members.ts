import type { ByteSource } from '../../../pdf/index.ts';
import type { MemberBatch } from '../../reading.ts';
import { readRange } from '../bytes.ts';
import { readZipDirectory } from './zip-directory.ts';
import { zipMembers } from './zip-members.ts';

/** Where Pages, Numbers and Keynote keep a document: since 2013, as they send it, and before. */
const documents = /^(?:index\/document\.iwa|index\.zip|index\.apxl|buildversionhistory\.plist)$/i;
/** What a person can look at: the preview, all pages of it in documents of 2009, and pictures and films put into the document. */
const viewable =
  /^(?:quicklook\/preview\.pdf|preview\.jpg|data\/(?!.*-small-)[^/]+\.(?:jpe?g|png|heic|tiff?|gif|pdf|mov|mp4|m4v|m4a|mp3))$/i;

/**
 * Whether files of these names, packed together, are one document of Pages, Numbers or Keynote.
 *
 * @example isIwork(['Index/Document.iwa', 'preview.jpg']) // true
 */
export function isIwork(names: readonly string[]): boolean {
  return names.some((name) => documents.test(name));
}

/** Whether a file is a document of Pages, Numbers or Keynote. */
export function isIworkFile(source: ByteSource): boolean {
  return isIwork(namesIn(source));
}

/** Whether such a document has anything in it that can be looked at. */
export function hasIworkMembers(source: ByteSource): boolean {
  const names = namesIn(source);
  return isIwork(names) && names.some((name) => viewable.test(name));
}

/** Takes the preview, pictures and films out of such a document; of every other file nothing. See `zipMembers`. */
export function iworkMembers(source: ByteSource, from: number, maxBytes: number): MemberBatch {
  if (!isIworkFile(source)) return { members: [], next: null };
  return zipMembers(source, from, maxBytes, ({ name }) => viewable.test(name));
}

function namesIn(source: ByteSource): string[] {
  if (readRange(source, 0, 2).toString('latin1') !== 'PK') return [];
  return readZipDirectory(source)?.entries.map(({ name }) => name) ?? [];
}
