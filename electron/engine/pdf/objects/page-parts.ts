import type { SourcePage } from './list-pages.ts';
import type { PdfObjects } from './pdf-objects.ts';
import { parseValue, PdfDict, PdfReference, type PdfArray } from './syntax/values.ts';

/** What the names in a page's content stand for; undefined where it has no resources. */
export function resourcesOf(
  objects: PdfObjects,
  { resources }: Pick<SourcePage, 'resources'>,
): PdfDict | undefined {
  const value = resources && objects.resolve(parseValue(resources.bytes, resources.start, resources.end));
  return value instanceof PdfDict ? value : undefined;
}

/** The annotations in a page's list, in its order; of a longer list those among its first `most`. */
export function* annotationsOf(
  objects: PdfObjects,
  { dict }: Pick<SourcePage, 'dict'>,
  most = Infinity,
): Generator<PdfDict> {
  const list = objects.arrayAt(dict, 'Annots');
  for (let at = 0; list && at < Math.min(list.length, most); at += 1) {
    const annotation = objects.resolve(list.at(at));
    if (annotation instanceof PdfDict) yield annotation;
  }
}

/** Object numbers of all layers of a document (ISO 32000-1 §8.11.4). */
export function layersOf(objects: PdfObjects): number[] {
  const properties = objects.dictAt(objects.catalog, 'OCProperties');
  return referencesIn(properties && objects.arrayAt(properties, 'OCGs'));
}

/** Object numbers that an array refers to. */
export function referencesIn(array: PdfArray | undefined): number[] {
  return [...(array ?? [])].flatMap((item) => (item instanceof PdfReference ? item.id : []));
}
