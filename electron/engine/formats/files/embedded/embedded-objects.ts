import { inflateSync } from 'node:zlib';
import { bytesSource } from '../../../pdf/pdf-source.ts';
import { uninterrupted } from '../../../jobs/uninterrupted.ts';
import { writeCompoundFile } from '../../mail/outlook/compound-writer.ts';
import { copyOfStorage, storageTree, type Storage } from '../../mail/outlook/storage.ts';
import { problemOf, type Member } from '../../reading.ts';
import { maxInflatedBytes } from '../archive/zip-entry.ts';
import { safeName } from '../archive/zip-members.ts';
import { isDocumentStorage } from '../kind/container-kind.ts';
import { openCompoundFile, type CompoundFile } from '../office/compound-file.ts';
import { decodeText } from '../text/encoding.ts';
import { drawingsOfWorkbook, picturesIn } from './embedded-pictures.ts';

/** A file as Windows packs one of any kind to put it into a document. */
const packagedFile = '\u0001Ole10Native';
/** Streams that are a file as it is: an Office document of today, one of OpenDocument, a PDF. */
const wholeFiles = ['Package', 'EmbeddedOdf', 'CONTENTS'];
const formula = 'Equation Native';
const maxObjectBytes = 256 * 1024 * 1024;
/** Storages within storages that are looked through. */
const deepest = 8;

interface ObjectFile {
  /** The name it was put in under; null where it has none. */
  readonly name: string | null;
  readonly bytes: Uint8Array;
}

/**
 * The file that an object in a document is, where the object is a compound file of its own.
 *
 * @returns `formula` for a formula, whose picture the document shows; null where the object is its own program's
 */
export function fileOfObject(file: CompoundFile | null): ObjectFile | 'formula' | null {
  const root = file && storageTree(file);
  return root ? fileIn(file, root) : null;
}

/**
 * The files that were put into a document of Office 97 to 2003, in the order of their storages' names, and its pictures. Documents that stand within it become
 * compound files of their own.
 */
export function objectsOf(file: CompoundFile): Member[] {
  const root = storageTree(file);
  if (root === null) return [];
  const members: Member[] = [];
  const visit = (storage: Storage, depth: number) => {
    const inOrder = [...storage.storages].toSorted(([one], [other]) => (one < other ? -1 : 1));
    for (const [name, inner] of inOrder) {
      const found = fileIn(file, inner) ?? ownDocument(file, inner);
      if (found !== null && found !== 'formula') members.push(memberOf(found, name));
      else if (depth < deepest) visit(inner, depth + 1);
    }
  };
  visit(root, 0);
  const slides = root.streams.get('PowerPoint Document');
  if (slides) members.push(...objectsOfSlides(file.read(slides, maxObjectBytes)));
  members.push(...picturesOf(file, root));
  return members;
}

/** Streams in which Word keeps pictures that stand in a line and that float, and PowerPoint all of its own. */
const pictureStreams = ['Data', 'WordDocument', 'Pictures'];

function picturesOf(file: CompoundFile, root: Storage): Member[] {
  const taken = new Set<string>();
  const read = (name: string) => {
    const stream = root.streams.get(name);
    return stream ? file.read(stream, maxObjectBytes) : Buffer.alloc(0);
  };
  return [...pictureStreams.map(read), drawingsOfWorkbook(read('Workbook'))].flatMap((stream) =>
    picturesIn(stream, taken),
  );
}

function memberOf({ name, bytes }: ObjectFile, place: string): Member {
  return { name: safeName(name ?? `embedded ${place}`), bytes };
}

function fileIn(file: CompoundFile, storage: Storage): ObjectFile | 'formula' | null {
  if (storage.streams.has(formula)) return 'formula';
  const packaged = storage.streams.get(packagedFile);
  if (packaged) return fileOfPackage(file.read(packaged, maxObjectBytes), 6);
  for (const name of wholeFiles) {
    const stream = storage.streams.get(name);
    const bytes = stream && file.read(stream, maxObjectBytes);
    if (bytes && /^(?:PK|%PDF|\xd0\xcf\x11\xe0)/.test(bytes.toString('latin1', 0, 4)))
      return { name: null, bytes };
  }
  return null;
}

function ownDocument(file: CompoundFile, storage: Storage): ObjectFile | null {
  if (!isDocumentStorage(storage.streams.keys())) return null;
  return { name: null, bytes: writeCompoundFile(copyOfStorage(file, storage)) };
}

/**
 * The file in what Windows' packager writes: a label, where the file was and where a copy was kept, each ended by zero, before the file ([MS-OLEDS] §2.3.6 leaves that to it).
 *
 * @param labelAt where the label begins: after two bytes, and the size before them where there is one
 * @returns null where the file is not all there
 */
export function fileOfPackage(stream: Buffer, labelAt: 2 | 6): ObjectFile | null {
  let at: number = labelAt;
  const text = () => {
    const start = at;
    const end = stream.indexOf(0, start);
    at = end < 0 ? stream.length : end + 1;
    return stream.subarray(start, at - 1);
  };
  const label = text();
  text();
  at += 8;
  text();
  if (stream.length < at + 4) return null;
  const size = stream.readUInt32LE(at);
  const bytes = stream.subarray(at + 4, at + 4 + size);
  return bytes.length === size ? { name: decodeText(label) || null, bytes } : null;
}

const objectRecord = 4_113;

/** Objects on slides ([MS-PPT] §2.10.34): compound files, deflated after their size where the record's instance is 1. */
function objectsOfSlides(stream: Buffer): Member[] {
  const members: Member[] = [];
  for (let at = 0; at + 8 <= stream.length;) {
    const head = stream.readUInt16LE(at);
    const size = stream.readUInt32LE(at + 4);
    const body = stream.subarray(at + 8, at + 8 + size);
    if (stream.readUInt16LE(at + 2) === objectRecord)
      members.push(...objectOfSlide(body, head >> 4 === 1, members.length + 1));
    at += 8 + ((head & 0x0f) === 0x0f ? 0 : size);
  }
  return members;
}

function objectOfSlide(body: Buffer, isDeflated: boolean, number: number): Member[] {
  const name = `embedded ${number}`;
  let bytes = body;
  try {
    const maxOutputLength = maxInflatedBytes(body.length);
    if (isDeflated) bytes = uninterrupted(() => inflateSync(body.subarray(4), { maxOutputLength }));
  } catch {
    return [{ name, problem: problemOf('EVIDENCE_MEMBER_DAMAGED', { name }) }];
  }
  const found = fileOfObject(openCompoundFile(bytesSource(bytes)));
  if (found === 'formula') return [];
  return [found ? memberOf(found, `${number}`) : { name, bytes }];
}
