import type { ByteSource } from '../byte-source.ts';
import { bytesSource } from '../pdf-source.ts';
import { packed, plain } from './file/object-table.ts';
import { isNoKid, listPages } from './list-pages.ts';
import { PdfObjects } from './pdf-objects.ts';
import { MemorySink } from './rewrite/byte-sink.ts';
import { KeySet } from './rewrite/key-set.ts';
import { rewriteEntries, rewriteValue, type RewriteRules } from './rewrite/rewrite.ts';
import { whereReadable } from './source-unreadable.ts';
import { PdfDict } from './syntax/values.ts';

/** A row of the table: kind, place, index (ISO 32000-1 §7.5.8.3). */
const widths = [1, 5, 4] as const;
const rowBytes = widths[0] + widths[1] + widths[2];
/** A database says what it is in as many bytes, zeros among them; archives, pictures and programs in fewer. */
const signatureBytes = 16;
const treeKeys = new KeySet(['Count', 'Kids']);

/**
 * A damaged PDF with one more table of objects after its last byte, which says where they were found: programs that find fewer
 * by themselves can then read it. Nodes of its page tree with a wrong page count, or with null where a page should be, are written there
 * again, with the right number and without null: programs trust it. A header is put before a file that has none where programs look for
 * it. Nothing of its own bytes is changed.
 *
 * @returns null where pages are not found, a file of another format holds the PDF, or it is encrypted; or anything is missing that an object refers
 *   to in a file whose objects had to be searched for (a torn file would be shown with parts missing)
 */
export function mendSource(source: ByteSource): ByteSource | null {
  const opened = whereReadable(() => openWhole(source));
  if (opened === null) return null;
  const hasHeader = opened.objects.headerPosition !== null;
  if (!hasHeader && holdsOtherFormat(source)) return null;
  const before = hasHeader ? none : header;
  return joined([bytesSource(before), source, bytesSource(sectionOf(opened, source.sizeBytes))]);
}

const header = Buffer.from('%PDF-1.7\n');
const none = Buffer.alloc(0);

/** What stands before a PDF by mistake is text, as its own beginning is. */
function holdsOtherFormat(source: ByteSource): boolean {
  const head = Buffer.alloc(Math.min(signatureBytes, source.sizeBytes));
  return head.subarray(0, source.readAt(0, head)).includes(0);
}

/** Sources one after the other. */
function joined(parts: readonly ByteSource[]): ByteSource {
  return {
    sizeBytes: parts.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    readAt(position, target) {
      let done = 0;
      let start = 0;
      for (const part of parts) {
        const at = position + done - start;
        const wanted = Math.min(target.length - done, part.sizeBytes - at);
        start += part.sizeBytes;
        if (wanted <= 0) continue;
        const read = part.readAt(at, target.subarray(done, done + wanted));
        done += read;
        if (read < wanted) break;
      }
      return done;
    },
  };
}

const asItIs: RewriteRules = { mapReference: (id) => id };

interface WholeFile {
  readonly objects: PdfObjects;
  /** Nodes of its page tree with a wrong count or null among their kids, and how many pages each has. */
  readonly miscounted: ReadonlyMap<number, number>;
}

/** @throws SourceUnreadable */
function openWhole(source: ByteSource): WholeFile | null {
  const objects = PdfObjects.open(source);
  if (objects.catalogId === null) return null;
  // To walk the pages is to search for those that are not where they should be, too.
  const { miscounted } = listPages(objects);
  if (miscounted === null) return null;
  // In a file that says where its objects are, what is not there was deleted.
  const isMiscountOnly = miscounted.size > 0 && !objects.isRebuilt;
  return isMiscountOnly || hasAllParts(objects) ? { objects, miscounted } : null;
}

/** Whether all that objects of a source refer to can be read. What nothing refers to may be torn. */
export function hasAllParts(objects: PdfObjects): boolean {
  const read = new Set<number>();
  const wanted = new Set<number>();
  const rules: RewriteRules = {
    mapReference(id) {
      wanted.add(id);
      return null;
    },
  };
  const nowhere = { bytes: () => {}, text: () => {}, integer: () => {} };
  for (const id of idsInUse(objects.places)) {
    const raw = objects.raw(id);
    if (raw === null) continue;
    read.add(id);
    rewriteValue(raw, nowhere, rules);
  }
  return [...wanted].every((id) => read.has(id));
}

/** What is added after a file: recounted nodes, then a cross-reference stream of all objects in use. Positions count from the header. */
function sectionOf({ objects, miscounted }: WholeFile, end: number): Buffer {
  const origin = objects.headerPosition ?? -header.length;
  const nodes = new MemorySink();
  const moved = new Map<number, number>();
  for (const [id, count] of miscounted) {
    nodes.text('\n');
    moved.set(id, end + nodes.written().length - origin);
    nodes.text(`${id} 0 obj\n<<`);
    const node = new PdfDict(objects.raw(id)!);
    rewriteEntries(node, nodes, asItIs, treeKeys);
    nodes.text(`/Count ${count}/Kids[`);
    const kids = objects.arrayAt(node, 'Kids')!;
    for (let i = 0; i < kids.length; i += 1) {
      const kid = kids.rangeAt(i)!;
      if (isNoKid(objects, kid)) continue;
      rewriteValue(kid, nodes, asItIs);
      nodes.text(' ');
    }
    nodes.text(']>>\nendobj\n');
  }
  const written = Buffer.from(nodes.written());
  return Buffer.concat([written, tableOf(objects, end + written.length - origin, { origin, moved })]);
}

/**
 * @param position where it will stand, counted from the origin
 * @param others.origin where positions count from, in the file
 * @param others.moved where objects stand that are rewritten
 */
function tableOf(
  { places, catalogId }: PdfObjects,
  position: number,
  { origin, moved }: { readonly origin: number; readonly moved: ReadonlyMap<number, number> },
): Buffer {
  const ids = idsInUse(places);
  const rows = Buffer.alloc(ids.length * rowBytes);
  ids.forEach((id, at) => {
    const isPlain = places.kind(id) === plain || moved.has(id);
    const place = moved.get(id) ?? places.place(id) - (isPlain ? origin : 0);
    let next = rows.writeUIntBE(isPlain ? 1 : 2, at * rowBytes, widths[0]);
    next = rows.writeUIntBE(place, next, widths[1]);
    rows.writeUIntBE(isPlain ? 0 : places.index(id), next, widths[2]);
  });
  const { size } = places;
  const entries = `/Type/XRef/Size ${size + 1}/W[${widths.join(' ')}]/Index[${rangesOf(ids)}]/Root ${catalogId} 0 R`;
  return Buffer.concat([
    Buffer.from(`\n${size} 0 obj\n<<${entries}/Length ${rows.length}>>\nstream\n`),
    rows,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${position + 1}\n%%EOF\n`),
  ]);
}

function idsInUse(places: PdfObjects['places']): number[] {
  const ids: number[] = [];
  for (let id = 1; id < places.size; id += 1) {
    const kind = places.kind(id);
    if (kind === plain || kind === packed) ids.push(id);
  }
  return ids;
}

/** Numbers as pairs of a first one and how many follow it, itself included. */
function rangesOf(ids: readonly number[]): string {
  const ranges: string[] = [];
  let from = 0;
  ids.forEach((id, at) => {
    if (ids[at + 1] === id + 1) return;
    ranges.push(`${ids[from]} ${at + 1 - from}`);
    from = at + 1;
  });
  return ranges.join(' ');
}
