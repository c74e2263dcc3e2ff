import { createHash } from 'node:crypto';
import type { ByteSource } from '../../byte-source.ts';
import { listPages, PdfStream, type PdfObjects } from '../../objects/index.ts';
import type { PdfOriginal } from '../../assemble/source/open-item.ts';
import { PageContent } from '../../assemble/source/page-content.ts';
import type { LeftBehind } from '../left-behind.ts';
import type { RedactionPlan } from '../plan-redactions.ts';

const maxStreamBytes = 64 * 1024 * 1024;

/** Whether a stream of a copy, whether anything leads to it or not, is one that should have been left behind. */
export function hasLeftBehind(
  objects: PdfObjects,
  { original, left }: { original: PdfOriginal; left: LeftBehind },
): boolean {
  const removed = hashesOf(original.objects, left.streams);
  for (let id = 1; id < objects.size; id += 1) {
    const value = objects.object(id);
    const hash = value instanceof PdfStream ? hashOf(objects, value) : null;
    if (hash !== null && removed.has(hash)) return true;
  }
  return false;
}

/** Hashes of streams that stay behind, but for those that another one of the original, which comes along, is equal to. */
function hashesOf(objects: PdfObjects, ids: ReadonlySet<number>): Set<string> {
  const lengths = new Set<number>();
  const behind = new Set<string>();
  for (const id of ids) {
    const stream = objects.object(id);
    if (!(stream instanceof PdfStream)) continue;
    const hash = hashOf(objects, stream);
    if (hash === null) continue;
    behind.add(hash);
    lengths.add(stream.length);
  }
  if (behind.size === 0) return behind;
  for (let id = 1; id < objects.size; id += 1) {
    const stream = ids.has(id) ? undefined : objects.object(id);
    if (!(stream instanceof PdfStream) || !lengths.has(stream.length)) continue;
    behind.delete(hashOf(objects, stream) ?? '');
  }
  return behind;
}

/** Shorter ones show nothing: we write `q` alone before the content of many a page. */
const leastBytes = 3;

/** Of a stream's bytes as they are stored; null for one that shows nothing. */
function hashOf(objects: PdfObjects, stream: PdfStream): string | null {
  if (stream.length < leastBytes) return null;
  const bytes = objects.body(stream, maxStreamBytes);
  return bytes && createHash('sha256').update(bytes).digest('hex');
}

const endOfObject = Buffer.from('\nendobj\n');
const endOfFile = Buffer.from('\n%%EOF\n');

/**
 * Whether a file that we wrote has one revision and nothing between its objects: every one begins where another ends, and nothing
 * follows the end of the file.
 */
export function hasOneRevision(objects: PdfObjects, source: ByteSource): boolean {
  const { trailer, isRebuilt, problems, places } = objects;
  if (isRebuilt || problems.length > 0 || trailer.has('Prev') || trailer.has('XRefStm')) return false;
  const offsets: number[] = [];
  for (let id = 1; id < places.size; id += 1) if (objects.has(id)) offsets.push(places.place(id));
  offsets.sort((a, b) => a - b);
  const endsWith = (position: number, expected: Buffer) => {
    const bytes = Buffer.alloc(expected.length);
    source.readAt(position - expected.length, bytes);
    return bytes.equals(expected);
  };
  return (
    offsets.slice(1).every((offset) => endsWith(offset, endOfObject)) && endsWith(source.sizeBytes, endOfFile)
  );
}

/** Operators that move letters apart, within a line or one by one. */
const fineMoves = /\b(?:T[JcwsD]\b|T\*)/;
const placed = /(\S+) (\S+) cm 3 Tr/g;

/** Whether unseen words on redrawn pages stand on whole points, and their letters where the font puts them. */
export function isCoarse(objects: PdfObjects, { pages }: RedactionPlan): boolean {
  const list = listPages(objects);
  for (const index of pages.keys()) {
    const content = new PageContent(objects, list.at(index), {}).whole()?.toString('latin1');
    if (content === undefined || fineMoves.test(content.replaceAll(/<[\da-fA-F]*>/g, ''))) return false;
    for (const [, x, y] of content.matchAll(placed))
      if (!/^-?\d+$/.test(x!) || !/^-?\d+$/.test(y!)) return false;
  }
  return true;
}
