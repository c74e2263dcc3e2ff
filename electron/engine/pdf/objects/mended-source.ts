import type { ByteSource } from '../byte-source.ts';
import { packed, plain } from './file/object-table.ts';
import { listPages } from './list-pages.ts';
import { PdfObjects } from './pdf-objects.ts';
import { rewriteValue, type RewriteRules } from './rewrite/rewrite.ts';
import { SourceUnreadable } from './source-unreadable.ts';

/** A row of the table: kind, place, index (ISO 32000-1 §7.5.8.3). */
const widths = [1, 5, 4] as const;
const rowBytes = widths[0] + widths[1] + widths[2];

/**
 * A damaged PDF with one more table of objects behind its last byte, which says where they were found: programs that find fewer
 * by themselves can then read it. Nothing of its own bytes is changed.
 *
 * @returns null where pages or anything an object refers to are not found (a torn file would be shown with parts missing), or it
 *   is encrypted
 */
export function mendSource(source: ByteSource): ByteSource | null {
  const objects = openWhole(source);
  if (objects === null) return null;
  const more = tableOf(objects, source.sizeBytes, objects.catalogId!);
  return {
    sizeBytes: source.sizeBytes + more.length,
    readAt(position, target) {
      const own = Math.min(target.length, Math.max(0, source.sizeBytes - position));
      const read = own === 0 ? 0 : source.readAt(position, target.subarray(0, own));
      if (read < own) return read;
      const from = Math.max(0, position - source.sizeBytes);
      const rest = more.subarray(from, from + target.length - own);
      target.set(rest, own);
      return own + rest.length;
    },
  };
}

function openWhole(source: ByteSource): PdfObjects | null {
  try {
    const objects = PdfObjects.open(source);
    // To walk the pages is to search for those that are not where they should be, too.
    if (objects.catalogId === null || listPages(objects).isSuspicious) return null;
    return hasAllParts(objects) ? objects : null;
  } catch (error) {
    if (error instanceof SourceUnreadable) return null;
    throw error;
  }
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

/** A cross-reference stream of all objects in use, to stand at a position; positions count from the header. */
function tableOf({ places, headerPosition }: PdfObjects, position: number, catalogId: number): Buffer {
  const ids = idsInUse(places);
  const rows = Buffer.alloc(ids.length * rowBytes);
  ids.forEach((id, at) => {
    const isPlain = places.kind(id) === plain;
    let next = rows.writeUIntBE(isPlain ? 1 : 2, at * rowBytes, widths[0]);
    next = rows.writeUIntBE(places.place(id) - (isPlain ? headerPosition : 0), next, widths[1]);
    rows.writeUIntBE(isPlain ? 0 : places.index(id), next, widths[2]);
  });
  const { size } = places;
  const entries = `/Type/XRef/Size ${size + 1}/W[${widths.join(' ')}]/Index[${rangesOf(ids)}]/Root ${catalogId} 0 R`;
  return Buffer.concat([
    Buffer.from(`\n${size} 0 obj\n<<${entries}/Length ${rows.length}>>\nstream\n`),
    rows,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${position + 1 - headerPosition}\n%%EOF\n`),
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
