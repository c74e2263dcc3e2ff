import {
  PdfArray,
  PdfDict,
  PdfReference,
  PdfStream,
  parseValue,
  scanContent,
  type PdfObjects,
  type PdfValue,
  type SourcePage,
} from '../objects/index.ts';
import type { PdfOriginal } from '../assemble/source/open-item.ts';
import { PageContent } from '../assemble/source/page-content.ts';

const maxContentBytes = 64 * 1024 * 1024;
const maxDepth = 24;

/** What stays behind with the pages that are drawn anew. */
export interface LeftBehind {
  /** Object numbers of contents, pictures and forms that no page which is carried over shows. */
  readonly streams: ReadonlySet<number>;
  /** Pages that are carried over, by their positions from 0, whose resources name any of these. */
  readonly sharing: readonly number[];
  /** Pages of which cannot be told what they show, though they share resources with those drawn anew: they must be drawn anew too. */
  readonly unclear: readonly number[];
}

/**
 * Many programs give all pages one dictionary of resources, in which each names what only others show, or nobody does. That must not come
 * along with a page that loses nothing itself.
 *
 * @param redrawn positions from 0
 */
export function leftBehind({ objects, pages }: PdfOriginal, redrawn: ReadonlySet<number>): LeftBehind {
  const lost = new Set<number>();
  for (const index of redrawn) for (const id of named(objects, pages.at(index))) lost.add(id);
  const streams = new Set(lost);
  const kept = new Set<number>();
  const unclear: number[] = [];
  const namedBy = new Map<number, Set<number>>();
  for (const page of pages) {
    if (redrawn.has(page.index)) continue;
    const own = named(objects, page);
    for (const id of own) streams.add(id);
    const shown = shownBy(objects, page);
    if (shown === null && intersects(own, lost)) {
      unclear.push(page.index);
      continue;
    }
    namedBy.set(page.index, own);
    for (const id of shown ?? own) kept.add(id);
  }
  for (const id of kept) streams.delete(id);
  const sharing = [...namedBy].flatMap(([index, own]) => (intersects(own, streams) ? index : []));
  return { streams, sharing, unclear };
}

const intersects = (one: ReadonlySet<number>, other: ReadonlySet<number>) =>
  [...one].some((id) => other.has(id));

/** Streams of a page's content, and pictures and forms that its resources name at any depth. */
function named(objects: PdfObjects, page: SourcePage): Set<number> {
  const found = drawingsIn(objects, [resourcesOf(objects, page)]);
  for (const { id } of new PageContent(objects, page, {}).streams) found.add(id);
  return found;
}

function resourcesOf(objects: PdfObjects, { resources }: SourcePage): PdfDict | undefined {
  const value = resources && objects.resolve(parseValue(resources.bytes, resources.start, resources.end));
  return value instanceof PdfDict ? value : undefined;
}

/** Pictures and forms that values lead to. */
function drawingsIn(objects: PdfObjects, values: readonly (PdfValue | undefined)[]): Set<number> {
  const found = new Set<number>();
  const seen = new Set<number>();
  const read = (value: PdfValue | undefined, depth: number): void => {
    if (depth > maxDepth) return;
    if (value instanceof PdfReference) {
      if (seen.has(value.id)) return;
      seen.add(value.id);
      return read(objects.resolve(value), depth);
    }
    if (value instanceof PdfStream) {
      if (isOf(objects, value.dict, 'Subtype', 'Form', 'Image')) found.add(value.id);
      return read(value.dict, depth + 1);
    }
    if (value instanceof PdfArray) for (const item of value) read(item, depth + 1);
    else if (value instanceof PdfDict && !isOf(objects, value, 'Type', 'Page', 'Pages', 'Catalog'))
      for (const key of value.keys()) read(value.get(key), depth + 1);
  };
  for (const value of values) read(value, 0);
  return found;
}

const isOf = (objects: PdfObjects, dict: PdfDict, key: string, ...names: string[]) =>
  names.includes(objects.nameAt(dict, key) ?? '');

/**
 * Streams that a page shows, at any depth; all that patterns, fonts and states of it lead to. Null where its content, or that of a form it
 * shows, cannot be read to the end.
 */
function shownBy(objects: PdfObjects, page: SourcePage): Set<number> | null {
  const content = new PageContent(objects, page, {});
  const shown = new Set(content.streams.map(({ id }) => id));
  const read = (part: Uint8Array | null, resources: PdfDict | undefined, depth: number): boolean => {
    if (part === null || depth > maxDepth) return false;
    const names = new Set<string>();
    if (!scanContent(part, { drawn: (name) => void names.add(name) }).isBalanced) return false;
    if (!resources) return true;
    const others = resources.keys().filter((key) => key !== 'XObject');
    for (const id of drawingsIn(
      objects,
      others.map((key) => resources.get(key)),
    ))
      shown.add(id);
    const group = objects.dictAt(resources, 'XObject');
    for (const name of names) {
      const stream = group && objects.streamAt(group, name);
      if (!stream || shown.has(stream.id)) continue;
      shown.add(stream.id);
      if (!isOf(objects, stream.dict, 'Subtype', 'Form')) {
        for (const id of drawingsIn(objects, [stream.dict])) shown.add(id);
        continue;
      }
      const own = objects.dictAt(stream.dict, 'Resources') ?? resources;
      if (!read(objects.decode(stream, maxContentBytes)?.bytes ?? null, own, depth + 1)) return false;
    }
    return true;
  };
  return read(content.whole(), resourcesOf(objects, page), 0) ? shown : null;
}
