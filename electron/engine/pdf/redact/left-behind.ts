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
import { appearanceOf } from '../assemble/source/fields/field-picture.ts';
import { lastParameters } from '../assemble/pictures/picture-entries.ts';
import { PageContent } from '../assemble/source/page-content.ts';

const maxContentBytes = 64 * 1024 * 1024;
const maxDepth = 24;

/** What stays behind with the pages that are drawn anew. */
export interface LeftBehind {
  /** Object numbers of contents, pictures and forms that no page which is carried over shows. */
  readonly streams: ReadonlySet<number>;
  /** Pages that are carried over, by their positions from 0, whose resources name any of these. */
  readonly sharing: readonly number[];
  /**
   * Pages of which cannot be told what they show, though they share resources with those drawn anew, and scans that share with them a table of
   * shapes, which may be whole words and signatures (ITU-T T.88 §6.5): they must be drawn anew too.
   */
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
  for (const index of redrawn) {
    const page = pages.at(index);
    for (const id of [...named(objects, page), ...appearances(objects, page).named]) lost.add(id);
  }
  const streams = new Set(lost);
  const lostTables = tablesOf(objects, lost);
  const kept = new Set<number>();
  const unclear: number[] = [];
  const namedBy = new Map<number, Set<number>>();
  for (const page of pages) {
    if (redrawn.has(page.index)) continue;
    const pictures = appearances(objects, page);
    const own = new Set([...named(objects, page), ...pictures.named]);
    for (const id of own) streams.add(id);
    const shown = shownBy(objects, page, pictures.shown);
    const isUnclear = shown === null && (intersects(own, lost) || namesDrawings(objects, own));
    if (isUnclear || intersects(tablesOf(objects, shown ?? own), lostTables)) {
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

/** Whether any of a page's streams is a form, which may say it in letters of codes that only its font reads. */
const namesDrawings = (objects: PdfObjects, ids: ReadonlySet<number>) =>
  [...ids].some((id) => {
    const stream = objects.object(id);
    return stream instanceof PdfStream && isOf(objects, stream.dict, 'Subtype', 'Form');
  });

/** Object numbers of the tables from which scans take their shapes (ISO 32000-1 §7.4.7). */
function tablesOf(objects: PdfObjects, ids: ReadonlySet<number>): Set<number> {
  const tables = new Set<number>();
  for (const id of ids) {
    const stream = objects.object(id);
    const parameters = stream instanceof PdfStream ? lastParameters(objects, stream.dict) : undefined;
    const table = parameters && objects.streamAt(parameters, 'JBIG2Globals');
    if (table) tables.add(table.id);
  }
  return tables;
}

const hiddenFlag = 2;

/**
 * Drawings of a page's annotations: all that they name, and those that are shown. One that is hidden shows none; of others the state that
 * they are in is shown, and what a pointer over it or a click would show is not (ISO 32000-1 §12.5.3, §12.5.5).
 */
function appearances(
  objects: PdfObjects,
  { dict }: SourcePage,
): { named: ReadonlySet<number>; shown: readonly PdfStream[] } {
  const named = new Set<number>();
  const shown: PdfStream[] = [];
  for (const item of objects.arrayAt(dict, 'Annots') ?? []) {
    const annotation = objects.resolve(item);
    const states = annotation instanceof PdfDict && objects.dictAt(annotation, 'AP');
    if (!(annotation instanceof PdfDict) || !states) continue;
    const all = states.keys().flatMap((key) => {
      const state = objects.get(states, key);
      return state instanceof PdfDict ? state.keys().map((name) => objects.get(state, name)) : [state];
    });
    for (const stream of all) if (stream instanceof PdfStream) named.add(stream.id);
    for (const id of drawingsIn(objects, [states])) named.add(id);
    const isHidden = ((objects.numberAt(annotation, 'F') ?? 0) & hiddenFlag) !== 0;
    const picture = isHidden ? null : appearanceOf(objects, annotation);
    if (picture) shown.push(picture);
  }
  return { named, shown };
}

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
 *
 * @param pictures that its annotations show
 */
function shownBy(objects: PdfObjects, page: SourcePage, pictures: readonly PdfStream[]): Set<number> | null {
  const content = new PageContent(objects, page, {});
  const shown = new Set(content.streams.map(({ id }) => id));
  const read = (part: Uint8Array | null, resources: PdfDict | undefined, depth: number): boolean => {
    if (part === null || depth > maxDepth) return false;
    const names = new Set<string>();
    if (scanContent(part, { drawn: (name) => void names.add(name) }).isBroken) return false;
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
      if (!readForm(stream, resources, depth)) return false;
    }
    return true;
  };
  const readForm = (form: PdfStream, resources: PdfDict | undefined, depth: number): boolean => {
    const own = objects.dictAt(form.dict, 'Resources') ?? resources;
    return read(objects.decode(form, maxContentBytes)?.bytes ?? null, own, depth + 1);
  };
  for (const { id } of pictures) shown.add(id);
  const isRead =
    read(content.whole(), resourcesOf(objects, page), 0) &&
    pictures.every((picture) => readForm(picture, undefined, 0));
  return isRead ? shown : null;
}
