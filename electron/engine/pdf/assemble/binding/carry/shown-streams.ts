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
/** Layers, and what shows with several of them (ISO 32000-1 §8.11.2). */
const layerTypes = ['OCG', 'OCMD'];

/** What an excerpt must not take along. */
export interface Unshown {
  /** Object numbers of pictures, forms, property lists and layers that its pages name or the document lists, and its pages do not show. */
  readonly ids: ReadonlySet<number>;
  /** Positions, from 0, of pages that name what pages left out name too, and of which cannot be told what they show. */
  readonly unclear: readonly number[];
}

/**
 * Many programs give all pages one dictionary of resources, in which each names what only others show. Of an excerpt, these may be the pages that
 * were left out because nobody is to see them. Property lists hold words that stand for others (ActualText), layers have names.
 *
 * @param carried positions from 0 of the pages of the excerpt
 */
export function unshownIn({ objects, pages }: PdfOriginal, carried: ReadonlySet<number>): Unshown {
  const ids = new Set(layersOf(objects));
  const kept = new Set<number>();
  const unread = new Map<number, ReadonlySet<number>>();
  for (const index of carried) {
    const page = pages.at(index);
    const own = ownOf(objects, page);
    const shown = shownBy(objects, page, appearances(objects, page).all);
    if (shown === null) unread.set(index, own);
    for (const id of own) ids.add(id);
    for (const id of [...(shown ?? own), ...layersOfAnnotations(objects, page)]) kept.add(id);
  }
  for (const id of kept) ids.delete(id);
  if (unread.size === 0) return { ids, unclear: [] };
  const others = new Set<number>();
  for (const page of pages)
    if (!carried.has(page.index)) for (const id of ownOf(objects, page)) others.add(id);
  return { ids, unclear: [...unread].flatMap(([index, own]) => (intersects(own, others) ? index : [])) };
}

/** Object numbers of all layers of a document. */
function layersOf(objects: PdfObjects): number[] {
  const properties = objects.dictAt(objects.catalog, 'OCProperties');
  const groups = properties && objects.arrayAt(properties, 'OCGs');
  return [...(groups ?? [])].flatMap((group) => (group instanceof PdfReference ? group.id : []));
}

/** Object numbers of the layers with which a page's annotations are shown. */
function layersOfAnnotations(objects: PdfObjects, { dict }: SourcePage): Set<number> {
  const layers = [...(objects.arrayAt(dict, 'Annots') ?? [])].map((item) => {
    const annotation = objects.resolve(item);
    return annotation instanceof PdfDict ? annotation.get('OC') : undefined;
  });
  return namedIn(objects, layers).lists;
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

/** These, and property lists and layers that its resources name at any depth. */
function ownOf(objects: PdfObjects, page: SourcePage): Set<number> {
  const { lists } = namedIn(objects, [resourcesOf(objects, page)]);
  return new Set([...named(objects, page), ...lists]);
}

function resourcesOf(objects: PdfObjects, { resources }: SourcePage): PdfDict | undefined {
  const value = resources && objects.resolve(parseValue(resources.bytes, resources.start, resources.end));
  return value instanceof PdfDict ? value : undefined;
}

/** Pictures and forms that values lead to. */
const drawingsIn = (objects: PdfObjects, values: readonly (PdfValue | undefined)[]): Set<number> =>
  namedIn(objects, values).drawings;

/** Pictures and forms, property lists and layers that values lead to. */
function namedIn(
  objects: PdfObjects,
  values: readonly (PdfValue | undefined)[],
): { drawings: Set<number>; lists: Set<number> } {
  const drawings = new Set<number>();
  const lists = new Set<number>();
  const seen = new Set<number>();
  const read = (value: PdfValue | undefined, depth: number): void => {
    if (depth > maxDepth) return;
    if (value instanceof PdfReference) {
      if (seen.has(value.id)) return;
      seen.add(value.id);
      const target = objects.resolve(value);
      if (target instanceof PdfDict && isOf(objects, target, 'Type', ...layerTypes)) lists.add(value.id);
      return read(target, depth);
    }
    if (value instanceof PdfStream) {
      if (isOf(objects, value.dict, 'Subtype', 'Form', 'Image')) drawings.add(value.id);
      return read(value.dict, depth + 1);
    }
    if (value instanceof PdfArray) for (const item of value) read(item, depth + 1);
    else if (value instanceof PdfDict && !isOf(objects, value, 'Type', ...treeTypes)) {
      for (const id of listsOf(objects, value)) lists.add(id);
      for (const key of value.keys()) read(value.get(key), depth + 1);
    }
  };
  for (const value of values) read(value, 0);
  return { drawings, lists };
}

/** Object numbers of the property lists that resources name. */
function listsOf(objects: PdfObjects, resources: PdfDict): number[] {
  if (!resources.has('Properties')) return [];
  const group = objects.dictAt(resources, 'Properties');
  return (group?.keys() ?? []).flatMap((key) => {
    const list = group!.get(key);
    return list instanceof PdfReference ? list.id : [];
  });
}

/** Whether an entry is one of some names. */
export const isOf = (objects: PdfObjects, dict: PdfDict, key: string, ...names: string[]) =>
  names.includes(objects.nameAt(dict, key) ?? '');

/**
 * Streams that a page shows, at any depth, and property lists and layers of their marks; of its patterns, fonts and states what these may draw. Null where its content, or that of a form it
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
    const marks = new Set<string>();
    const noted = {
      drawn: (name: string) => void names.add(name),
      marked: (name: string) => void marks.add(name),
    };
    if (scanContent(part, noted).isBroken) return false;
    if (!resources) return true;
    const lists = marks.size > 0 ? objects.dictAt(resources, 'Properties') : undefined;
    if (lists) for (const name of marks) addList(lists.get(name));
    for (const key of resources.keys()) if (key !== 'XObject') reach(resources.get(key), resources, depth);
    const group = objects.dictAt(resources, 'XObject');
    for (const name of names) {
      const stream = group && objects.streamAt(group, name);
      if (!stream || shown.has(stream.id)) continue;
      shown.add(stream.id);
      if (!isOf(objects, stream.dict, 'Subtype', 'Form')) {
        addAll(stream.dict);
        continue;
      }
      if (!readForm(stream, resources, depth)) return false;
    }
    return true;
  };
  const readForm = (form: PdfStream, resources: PdfDict | undefined, depth: number): boolean => {
    const own = objects.dictAt(form.dict, 'Resources') ?? resources;
    addList(form.dict.get('OC'));
    return read(objects.decode(form, maxContentBytes)?.bytes ?? null, own, depth + 1);
  };
  const addAll = (value: PdfValue | undefined) => {
    const { drawings, lists } = namedIn(objects, [value]);
    for (const id of [...drawings, ...lists]) shown.add(id);
  };
  const addList = (value: PdfValue | undefined) => {
    if (value instanceof PdfReference) shown.add(value.id);
    for (const id of namedIn(objects, [value]).lists) shown.add(id);
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
      if (!own?.has('XObject') && !own?.has('Properties')) return;
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
