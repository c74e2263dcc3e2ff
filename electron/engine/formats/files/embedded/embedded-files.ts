import { groupOf, type EvidenceKind } from '../../../../../shared/model/evidence.ts';
import { bytesSource } from '../../../pdf/pdf-source.ts';
import type { ByteSource } from '../../../pdf/index.ts';
import type { Member, MemberBatch } from '../../reading.ts';
import { readZipDirectory, type ZipEntry } from '../archive/zip-directory.ts';
import { zipMembers } from '../archive/zip-members.ts';
import { isBeyondEnd, readRange } from '../bytes.ts';
import { isCompoundFile, openCompoundFile } from '../office/compound-file.ts';
import { partName } from '../office/package.ts';
import { fileOfObject, objectsOf } from './embedded-objects.ts';
import { objectSigns } from './object-signs.ts';
import { isRtf, rtfFiles } from './rtf-files.ts';

/** Folders of a package in which files stand that were put into a document (ISO/IEC 29500-1 §15.2.10 to §15.2.15; OpenDocument 1.3 part 2 §3.16). */
const folders = /(?:^|\/)(?:embeddings|media|pictures)\/[^/]+$/;
/** Objects of other programs in OpenDocument. */
const openDocumentObject = /^object \d+$/;
/** Drawings that are there again as a picture in dots. */
const twin = /\.svg$/;
/** Drawings of Windows: a chart or a plan that was pasted as a picture, or what shows an object. */
const drawing = /\.(?:emf|wmf|emz|wmz)$/;

/** Whether files were put into an Office document: other documents, mails, pictures, recordings. */
export function hasEmbedded(source: ByteSource, kind: EvidenceKind): boolean {
  if (groupOf(kind) !== 'office') return false;
  if (isPackage(source)) return readZipDirectory(source)?.entries.some(embeddedIn(source)) ?? false;
  if (isRtf(source)) return rtfFiles(source).next().done !== true;
  return compoundObjects(source).length > 0;
}

/**
 * Extracts the files that were put into an Office document, one after the other; each is its bytes or says why there are none.
 *
 * @param from the file to begin with, 0 for the first
 * @param maxBytes of the members of this batch together; the first comes whatever its size
 */
export function embeddedMembers(source: ByteSource, from: number, maxBytes: number): MemberBatch {
  if (isRtf(source)) return batchOf(rtfFiles(source), from, maxBytes);
  if (!isPackage(source)) return { members: compoundObjects(source).slice(from), next: null };
  const { members, next } = zipMembers(source, from, maxBytes, embeddedIn(source));
  return { members: members.flatMap(unwrapped), next };
}

function batchOf(all: Iterable<Member>, from: number, maxBytes: number): MemberBatch {
  const members: Member[] = [];
  let at = 0;
  let bytes = 0;
  for (const member of all) {
    if (at++ < from) continue;
    const size = 'bytes' in member ? member.bytes.length : 0;
    if (members.length > 0 && bytes + size > maxBytes) return { members, next: at - 1 };
    members.push(member);
    bytes += size;
  }
  return { members, next: null };
}

function isPackage(source: ByteSource): boolean {
  return readRange(source, 0, 2).toString('latin1') === 'PK';
}

/** Which entries of a package are files that were put into it. */
function embeddedIn(source: ByteSource): (entry: ZipEntry) => boolean {
  let signs: ReadonlySet<string> | null = null;
  return ({ name, isFolder }) => {
    const part = partName(name);
    if (isFolder || twin.test(part)) return false;
    if (!folders.test(part)) return openDocumentObject.test(part);
    return !drawing.test(part) || !(signs ??= objectSigns(source)).has(part);
  };
}

/** What another program put into a document stands in a compound file around it. */
function unwrapped(member: Member): Member | Member[] {
  if (!('bytes' in member) || !isCompoundFile(member.bytes)) return member;
  const object = fileOfObject(openCompoundFile(bytesSource(member.bytes)));
  if (object === 'formula') return [];
  return object ? { name: object.name ?? member.name, bytes: object.bytes } : member;
}

function compoundObjects(source: ByteSource): Member[] {
  try {
    const file = isCompoundFile(readRange(source, 0, 8)) ? openCompoundFile(source) : null;
    return file ? objectsOf(file) : [];
  } catch (error) {
    if (!isBeyondEnd(error)) throw error;
    return [];
  }
}
