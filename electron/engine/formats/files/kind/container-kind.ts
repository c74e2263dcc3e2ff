import type { EvidenceKind } from '../../../../../shared/model/evidence.ts';
import { isAppError } from '../../../../../shared/errors/app-error.ts';
import type { ByteSource } from '../../../pdf/index.ts';
import { extensionOf } from '../../kind.ts';
import { isIwork } from '../archive/iwork-members.ts';
import { readZipDirectory, type ZipEntry } from '../archive/zip-directory.ts';
import { readZipEntry } from '../archive/zip-entry.ts';
import { readRange } from '../bytes.ts';
import { openCompoundFile } from '../office/compound-file.ts';
import { partName } from '../office/package.ts';

/** The part of a package in which each Office program keeps its document (ISO/IEC 29500). */
const packageParts = [
  ['word/', 'word'],
  ['xl/', 'spreadsheet'],
  ['ppt/', 'presentation'],
] as const;

/** What the media type of a program's document has in its name (ISO/IEC 29500-1 §11.3.10, §12.3.23, §13.3.6), with macros or without. */
const packageTypes = [
  [/(?:wordprocessingml|ms-word)\.[a-z.]+\.main\+xml/i, 'word'],
  [/(?:spreadsheetml|ms-excel)\.[a-z.]+\.main\+xml/i, 'spreadsheet'],
  [/(?:presentationml|ms-powerpoint)\.[a-z.]+\.main\+xml/i, 'presentation'],
] as const;

/** Media types of OpenDocument files, with what they begin with (OASIS OpenDocument 1.3 part 2 §3.3). */
const documentTypes = [
  ['application/vnd.oasis.opendocument.text', 'word'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'spreadsheet'],
  ['application/vnd.oasis.opendocument.presentation', 'presentation'],
  // A drawing has pages of shapes as a presentation has.
  ['application/vnd.oasis.opendocument.graphics', 'presentation'],
] as const;

/** The kind of what begins like a zip archive: a document in a package, or an archive. */
export function zipKindOf(source: ByteSource): EvidenceKind {
  const directory = readZipDirectory(source);
  if (directory === null) return 'zip';
  const { entries } = directory;
  const names = entries.map(({ name }) => partName(name));
  const mimetype = entries.find(({ name }) => name === 'mimetype');
  if (mimetype !== undefined) {
    const type = shortText(source, mimetype, 200).trim();
    const document = documentTypes.find(([start]) => type.startsWith(start));
    if (document) return document[1];
    // A book, a formula or a database is one work: its chapters, pictures and settings are not items of evidence of their own.
    if (/^application\/(?:epub\+zip|vnd\.oasis\.opendocument\.)/.test(type)) return 'native';
  }
  // What is in it can be read by Apple's programs alone.
  if (isIwork(names)) return 'native';
  const types = names.indexOf('[content_types].xml');
  if (types < 0) return 'zip';
  for (const [folder, kind] of packageParts) if (names.some((name) => name.startsWith(folder))) return kind;
  // Programs may keep it elsewhere, and say so.
  const stated = shortText(source, entries[types]!, 1024 * 1024);
  const said = packageTypes.find(([type]) => type.test(stated));
  if (said) return said[1];
  // So is a package of another program (ISO/IEC 29500-2), a drawing of Visio or a print in XPS.
  return names.includes('_rels/.rels') ? 'native' : 'zip';
}

/** The text of a member; empty where it is damaged, or has more bytes than expected. */
function shortText(source: ByteSource, entry: ZipEntry, maxBytes: number): string {
  try {
    return readZipEntry(source, entry, maxBytes).toString('latin1');
  } catch (error) {
    if (!isAppError(error)) throw error;
    return '';
  }
}

/** Streams and storages by which each program's compound files are known, in capitals. */
const compoundNames: Readonly<Record<string, EvidenceKind>> = {
  '__PROPERTIES_VERSION1.0': 'msg',
  WORDDOCUMENT: 'word',
  WORKBOOK: 'spreadsheet',
  BOOK: 'spreadsheet',
  'POWERPOINT DOCUMENT': 'presentation',
  PP97_DUALSTORAGE: 'presentation',
};

/** The kind that a compound file's name promises, for one whose directory is cut off or whose content is locked. */
function promisedKind(name: string): EvidenceKind | null {
  const extension = extensionOf(name);
  if (extension === 'msg') return 'msg';
  if (/^do[ct]/.test(extension)) return 'word';
  if (extension.startsWith('xl')) return 'spreadsheet';
  return extension.startsWith('pp') ? 'presentation' : null;
}

/** Whether streams of these names are those of a document or a mail. */
export function isDocumentStorage(names: Iterable<string>): boolean {
  return [...names].some((name) => Object.hasOwn(compoundNames, name.toUpperCase()));
}

/** The kind of a compound file (OLE): a mail of Outlook, a document of old Office, or an encrypted one of new Office. */
export function compoundKindOf(source: ByteSource, name: string): EvidenceKind {
  const names = compoundEntryNames(source);
  for (const each of names) {
    const kind = compoundNames[each.toUpperCase()];
    if (kind !== undefined) return kind;
  }
  if (names.length === 0) return promisedKind(name) ?? 'native';
  return names.includes('EncryptedPackage') ? (promisedKind(name) ?? 'word') : 'native';
}

/** Names in the directory; where its chain is cut, names found in the first megabytes. */
function compoundEntryNames(source: ByteSource): string[] {
  const listed = openCompoundFile(source)?.entries.map((entry) => entry.name) ?? [];
  if (listed.length > 1) return listed;
  const start = readRange(source, 0, 4 * 1024 * 1024);
  const wanted = ['__properties_version1.0', 'WordDocument', 'Workbook', 'PowerPoint Document'];
  return wanted.filter((each) => start.includes(Buffer.from(`${each}\0`, 'utf16le')));
}
