import {
  annotationsOf,
  PdfArray,
  PdfDict,
  PdfReference,
  PdfStream,
  resourcesOf,
  type PdfObjects,
  type PdfValue,
  type SourcePage,
} from '../../../objects/index.ts';
import { appearanceOf } from '../fields/field-picture.ts';
import { PageContent } from '../page-content.ts';

/** How deep values are followed. */
export const maxDepth = 24;
/** Through these the whole document would be read. */
const treeTypes = ['Page', 'Pages', 'Catalog'];
/** Layers, and what shows with several of them (ISO 32000-1 §8.11.2). */
const layerTypes = ['OCG', 'OCMD'];
const hiddenFlag = 2;

/** What a page's resources name at any depth, shown or not, with the streams of its content. */
export function namedBy(objects: PdfObjects, page: SourcePage): Named {
  const { drawings, lists } = namedIn(objects, resourcesOf(objects, page));
  const { streams } = new PageContent(objects, page, {});
  return { drawings: new Set([...drawings, ...streams.map(({ id }) => id)]), lists };
}

/**
 * Drawings of a page's annotations: all of them, what these name with themselves, and those that are shown. One that is hidden
 * shows none; of others the state that they are in is shown, and what a pointer over it or a click would show is not (ISO 32000-1
 * §12.5.3, §12.5.5).
 */
export function appearancesOn(
  objects: PdfObjects,
  page: SourcePage,
): { named: Named; all: readonly PdfStream[]; shown: readonly PdfStream[] } {
  const drawings = new Set<number>();
  const lists = new Set<number>();
  const all: PdfStream[] = [];
  const shown: PdfStream[] = [];
  for (const annotation of annotationsOf(objects, page)) {
    const states = objects.dictAt(annotation, 'AP');
    if (!states) continue;
    for (const key of states.keys()) {
      const state = objects.get(states, key);
      const drawn = state instanceof PdfDict ? state.keys().map((name) => objects.get(state, name)) : [state];
      all.push(...drawn.filter((value) => value instanceof PdfStream));
    }
    const named = namedIn(objects, states);
    for (const id of named.drawings) drawings.add(id);
    for (const id of named.lists) lists.add(id);
    const isHidden = ((objects.numberAt(annotation, 'F') ?? 0) & hiddenFlag) !== 0;
    const picture = isHidden ? null : appearanceOf(objects, annotation);
    if (picture) shown.push(picture);
  }
  for (const { id } of all) drawings.add(id);
  return { named: { drawings, lists }, all, shown };
}

/** Object numbers of what a value leads to. */
export interface Named {
  /** Pictures, forms and patterns that are drawn. */
  readonly drawings: ReadonlySet<number>;
  /** Property lists and layers. */
  readonly lists: ReadonlySet<number>;
}

/** What a value leads to at any depth, shown or not. */
export function namedIn(objects: PdfObjects, value: PdfValue | undefined): Named {
  const drawings = new Set<number>();
  const lists = new Set<number>();
  const seen = new Set<number>();
  const read = (part: PdfValue | undefined, depth: number): void => {
    if (depth > maxDepth) return;
    if (part instanceof PdfReference) {
      if (seen.has(part.id)) return;
      seen.add(part.id);
      const target = objects.resolve(part);
      if (target instanceof PdfDict && isLayer(objects, target)) lists.add(part.id);
      read(target, depth);
    } else if (part instanceof PdfStream) {
      if (isForm(objects, part) || isPicture(objects, part) || isTile(objects, part)) drawings.add(part.id);
      read(part.dict, depth + 1);
    } else {
      if (part instanceof PdfDict) for (const id of propertyLists(objects, part)) lists.add(id);
      for (const inner of innerValues(objects, part)) read(inner, depth + 1);
    }
  };
  read(value, 0);
  return { drawings, lists };
}

/** Object numbers of the property lists that resources name. */
function propertyLists(objects: PdfObjects, resources: PdfDict): number[] {
  const lists = resources.has('Properties') ? objects.dictAt(resources, 'Properties') : undefined;
  return (lists?.keys() ?? []).flatMap((key) => {
    const list = lists!.get(key);
    return list instanceof PdfReference ? list.id : [];
  });
}

const isLayer = (objects: PdfObjects, dict: PdfDict): boolean =>
  layerTypes.includes(objects.nameAt(dict, 'Type') ?? '');

/** Values of an array or a dictionary; none of the document's tree. */
export function innerValues(
  objects: PdfObjects,
  value: PdfValue | undefined,
): Iterable<PdfValue | undefined> {
  if (value instanceof PdfArray) return value;
  if (!(value instanceof PdfDict) || treeTypes.includes(objects.nameAt(value, 'Type') ?? '')) return [];
  return value.keys().map((key) => value.get(key));
}

/** Whether a stream is a form: content of its own. */
export const isForm = (objects: PdfObjects, { dict }: PdfStream): boolean =>
  objects.nameAt(dict, 'Subtype') === 'Form';

/** Whether a stream is a picture. */
export const isPicture = (objects: PdfObjects, { dict }: PdfStream): boolean =>
  objects.nameAt(dict, 'Subtype') === 'Image';

/** Whether a stream is a pattern that is drawn: content of its own (ISO 32000-1 §8.7.3). */
export const isTile = (objects: PdfObjects, { dict }: PdfStream): boolean =>
  objects.numberAt(dict, 'PatternType') === 1;

/** Whether two sets have any in common. */
export const intersects = (one: ReadonlySet<number>, other: ReadonlySet<number>): boolean =>
  [...one].some((id) => other.has(id));
