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
} from '../../../objects/index.ts';
import { appearanceOf } from '../../source/fields/field-picture.ts';
import type { PdfOriginal } from '../../source/open-item.ts';
import { PageContent } from '../../source/page-content.ts';

const maxContentBytes = 64 * 1024 * 1024;
const maxDepth = 24;
/** Through these the whole document would be read. */
const treeTypes = ['Page', 'Pages', 'Catalog'];

/** What an excerpt must not take along. */
export interface Unshown {
  /** Object numbers of pictures and forms that its pages name, and do not show. */
  readonly streams: ReadonlySet<number>;
  /** Positions, from 0, of pages that name what pages left out name too, and of which cannot be told what they show. */
  readonly unclear: readonly number[];
}

/**
 * Many programs give all pages one dictionary of resources, in which each names what only others show. Of an excerpt, these may be the pages that
 * were left out because nobody is to see them.
 *
 * @param carried positions from 0 of the pages of the excerpt
 */
export function unshownIn({ objects, pages }: PdfOriginal, carried: ReadonlySet<number>): Unshown {
  const streams = new Set<number>();
  const kept = new Set<number>();
  const unread = new Map<number, ReadonlySet<number>>();
  for (const index of carried) {
    const page = pages.at(index);
    const own = named(objects, page);
    const shown = shownBy(objects, page, appearances(objects, page).all);
    if (shown === null) unread.set(index, own);
    for (const id of own) streams.add(id);
    for (const id of shown ?? own) kept.add(id);
  }
  for (const id of kept) streams.delete(id);
  if (unread.size === 0) return { streams, unclear: [] };
  const others = new Set<number>();
  for (const page of pages)
    if (!carried.has(page.index)) for (const id of named(objects, page)) others.add(id);
  return { streams, unclear: [...unread].flatMap(([index, own]) => (intersects(own, others) ? index : [])) };
}

export const intersects = (one: ReadonlySet<number>, other: ReadonlySet<number>): boolean =>
  [...one].some((id) => other.has(id));

const hiddenFlag = 2;

/**
 * Drawings of a page's annotations: all that they name, and those that are shown. One that is hidden shows none; of others the state that
 * they are in is shown, and what a pointer over it or a click would show is not (ISO 32000-1 §12.5.3, §12.5.5).
 */
export function appearances(
  objects: PdfObjects,
  { dict }: SourcePage,
): { named: ReadonlySet<number>; all: readonly PdfStream[]; shown: readonly PdfStream[] } {
  const named = new Set<number>();
  const all: PdfStream[] = [];
  const shown: PdfStream[] = [];
  for (const item of objects.arrayAt(dict, 'Annots') ?? []) {
    const annotation = objects.resolve(item);
    const states = annotation instanceof PdfDict && objects.dictAt(annotation, 'AP');
    if (!(annotation instanceof PdfDict) || !states) continue;
    const drawn = states.keys().flatMap((key) => {
      const state = objects.get(states, key);
      return state instanceof PdfDict ? state.keys().map((name) => objects.get(state, name)) : [state];
    });
    for (const stream of drawn)
      if (stream instanceof PdfStream) {
        named.add(stream.id);
        all.push(stream);
      }
    for (const id of drawingsIn(objects, [states])) named.add(id);
    const isHidden = ((objects.numberAt(annotation, 'F') ?? 0) & hiddenFlag) !== 0;
    const picture = isHidden ? null : appearanceOf(objects, annotation);
    if (picture) shown.push(picture);
  }
  return { named, all, shown };
}

/** Streams of a page's content, and pictures and forms that its resources name at any depth. */
export function named(objects: PdfObjects, page: SourcePage): Set<number> {
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
    else if (value instanceof PdfDict && !isOf(objects, value, 'Type', ...treeTypes))
      for (const key of value.keys()) read(value.get(key), depth + 1);
  };
  for (const value of values) read(value, 0);
  return found;
}

/** Whether an entry is one of some names. */
export const isOf = (objects: PdfObjects, dict: PdfDict, key: string, ...names: string[]) =>
  names.includes(objects.nameAt(dict, key) ?? '');

/**
 * Streams that a page shows, at any depth; of its patterns, fonts and states what these may draw. Null where its content, or that of a form it
 * shows, cannot be read to the end.
 *
 * @param pictures that its annotations show, or may show
 */
export function shownBy(
  objects: PdfObjects,
  page: SourcePage,
  pictures: readonly PdfStream[],
): Set<number> | null {
  const content = new PageContent(objects, page, {});
  const shown = new Set(content.streams.map(({ id }) => id));
  const read = (part: Uint8Array | null, resources: PdfDict | undefined, depth: number): boolean => {
    if (part === null || depth > maxDepth) return false;
    const names = new Set<string>();
    if (scanContent(part, { drawn: (name) => void names.add(name) }).isBroken) return false;
    if (!resources) return true;
    for (const key of resources.keys()) if (key !== 'XObject') reach(resources.get(key), resources, depth);
    const group = objects.dictAt(resources, 'XObject');
    for (const name of names) {
      const stream = group && objects.streamAt(group, name);
      if (!stream || shown.has(stream.id)) continue;
      shown.add(stream.id);
      if (!isOf(objects, stream.dict, 'Subtype', 'Form')) {
        for (const id of drawingsIn(objects, [stream.dict])) shown.add(id);
        continue;
      }
      if (!readForm(stream, resources, depth)) return false;
    }
    return true;
  };
  const readForm = (form: PdfStream, resources: PdfDict | undefined, depth: number): boolean => {
    const own = objects.dictAt(form.dict, 'Resources') ?? resources;
    return read(objects.decode(form, maxContentBytes)?.bytes ?? null, own, depth + 1);
  };
  const addAll = (value: PdfValue | undefined) => {
    for (const id of drawingsIn(objects, [value])) shown.add(id);
  };
  const reached = new Set<number>();
  /** A mask's form, a pattern and a font of drawings may all have the dictionary of the page: what they draw is what their contents name. */
  const reach = (value: PdfValue | undefined, resources: PdfDict, depth: number): void => {
    if (depth > maxDepth) return;
    if (value instanceof PdfReference) {
      if (reached.has(value.id)) return;
      reached.add(value.id);
      reach(objects.resolve(value), resources, depth);
    } else if (value instanceof PdfStream) {
      const isForm = isOf(objects, value.dict, 'Subtype', 'Form');
      if (isForm || isOf(objects, value.dict, 'Subtype', 'Image')) shown.add(value.id);
      if (!isForm && objects.numberAt(value.dict, 'PatternType') !== 1)
        reach(value.dict, resources, depth + 1);
      else if (!readForm(value, resources, depth)) addAll(value);
    } else if (value instanceof PdfArray) for (const item of value) reach(item, resources, depth + 1);
    else if (value instanceof PdfDict && isOf(objects, value, 'Subtype', 'Type3')) {
      const own = objects.dictAt(value, 'Resources');
      const letters = objects.dictAt(value, 'CharProcs');
      if (!own?.has('XObject')) return;
      const isRead = letters?.keys().every((key) => {
        const letter = objects.streamAt(letters, key);
        return !letter || readForm(letter, own, depth);
      });
      if (!isRead) addAll(own);
    } else if (value instanceof PdfDict && !isOf(objects, value, 'Type', ...treeTypes))
      for (const key of value.keys()) reach(value.get(key), resources, depth + 1);
  };
  for (const { id } of pictures) shown.add(id);
  const isRead =
    read(content.whole(), resourcesOf(objects, page), 0) &&
    pictures.every((picture) => readForm(picture, undefined, 0));
  return isRead ? shown : null;
}
