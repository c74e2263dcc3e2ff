import {
  PdfArray,
  PdfDict,
  PdfReference,
  PdfStream,
  parseValue,
  scanContent,
  type ByteRange,
  type PdfObjects,
  type PdfValue,
  type SourcePage,
} from '../objects/index.ts';
import type { PdfOriginal } from '../assemble/source/open-item.ts';
import { PageContent } from '../assemble/source/page-content.ts';

const maxContentBytes = 64 * 1024 * 1024;
const maxDepth = 24;

/** What pages that lose something show and no other page does. */
export interface OnlyRedacted {
  /** Object numbers of their content, pictures and forms. */
  readonly streams: ReadonlySet<number>;
  /** Other pages, by their positions from 0, whose resources name any of what redacted pages have. */
  readonly sharing: readonly number[];
  /** Those of them of which cannot be told what they show. */
  readonly unclear: readonly number[];
}

/**
 * Many programs give all pages one dictionary of resources, in which each names what only others show. What only redacted pages show must
 * not come along with it.
 *
 * @param redacted positions from 0
 */
export function onlyRedacted({ objects, pages }: PdfOriginal, redacted: ReadonlySet<number>): OnlyRedacted {
  const streams = new Set<number>();
  for (const index of redacted) for (const id of reachable(objects, pages.at(index))) streams.add(id);
  const known = new Set(streams);
  const sharing: number[] = [];
  const unclear: number[] = [];
  for (const page of pages) {
    if (redacted.has(page.index)) continue;
    if (![...reachable(objects, page)].some((id) => known.has(id))) continue;
    sharing.push(page.index);
    const shown = shownBy(objects, page);
    if (shown === null) unclear.push(page.index);
    else for (const id of shown) streams.delete(id);
  }
  return { streams, sharing, unclear };
}

/** Streams of a page's content, and pictures and forms that its resources name at any depth, shown or not. */
function reachable(objects: PdfObjects, page: SourcePage): Set<number> {
  const found = new Set<number>();
  for (const { id } of new PageContent(objects, page, {}).streams) found.add(id);
  const seen = new Set<number>();
  const read = (value: PdfValue | undefined, depth: number): void => {
    if (depth > maxDepth) return;
    if (value instanceof PdfReference) {
      if (seen.has(value.id)) return;
      seen.add(value.id);
      return read(objects.resolve(value), depth);
    }
    if (value instanceof PdfStream) {
      if (isDrawing(objects, value)) found.add(value.id);
      return read(value.dict, depth + 1);
    }
    if (value instanceof PdfArray) for (const item of value) read(item, depth + 1);
    else if (value instanceof PdfDict && !isTree(objects, value))
      for (const key of value.keys()) read(value.get(key), depth + 1);
  };
  read(valueOf(page.resources), 0);
  return found;
}

const isDrawing = (objects: PdfObjects, { dict }: PdfStream) =>
  ['Form', 'Image'].includes(objects.nameAt(dict, 'Subtype') ?? '');
const isTree = (objects: PdfObjects, dict: PdfDict) =>
  ['Page', 'Pages', 'Catalog'].includes(objects.nameAt(dict, 'Type') ?? '');
const valueOf = (range: ByteRange | null) =>
  range === null ? undefined : parseValue(range.bytes, range.start, range.end);

/** Streams that a page shows, at any depth; null where its content, or that of a form it shows, cannot be read. */
function shownBy(objects: PdfObjects, page: SourcePage): Set<number> | null {
  const shown = new Set<number>();
  const content = new PageContent(objects, page, {});
  for (const { id } of content.streams) shown.add(id);
  const bytes = content.decoded();
  const read = (part: Uint8Array | null, resources: PdfDict | undefined, depth: number): boolean => {
    if (part === null || depth > maxDepth) return false;
    const names = new Set<string>();
    if (!scanContent(part, { drawn: (name) => void names.add(name) }).isBalanced) return false;
    const group = resources && objects.dictAt(resources, 'XObject');
    for (const name of names) {
      const stream = group && objects.streamAt(group, name);
      if (!stream || shown.has(stream.id)) continue;
      shown.add(stream.id);
      addParts(objects, stream, shown);
      if (objects.nameAt(stream.dict, 'Subtype') !== 'Form') continue;
      const own = objects.dictAt(stream.dict, 'Resources') ?? resources;
      if (!read(objects.decode(stream, maxContentBytes)?.bytes ?? null, own, depth + 1)) return false;
    }
    return true;
  };
  const value = objects.resolve(valueOf(page.resources));
  return read(bytes, value instanceof PdfDict ? value : undefined, 0) ? shown : null;
}

/** What a picture is made of besides itself: its masks. */
function addParts(objects: PdfObjects, { dict }: PdfStream, shown: Set<number>): void {
  for (const key of ['SMask', 'Mask']) {
    const mask = objects.streamAt(dict, key);
    if (mask) shown.add(mask.id);
  }
}
