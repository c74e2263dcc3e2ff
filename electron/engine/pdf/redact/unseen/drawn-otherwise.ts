import {
  parseValue,
  PdfDict,
  PdfStream,
  type PdfObjects,
  type PdfValue,
  type SourcePage,
} from '../../objects/index.ts';
import { leadsTo } from './leads-to.ts';

const maxStreamBytes = 64 * 1024 * 1024;
/** A picture of fewer dots holds no word: a pattern repeats small ones to hatch and to shade. */
const leastDots = 4_000;
const showsText = /T[jJ]|['"]\s/;

/**
 * Tells of a page whether it may show words, or pictures of words, that are not part of its text: in patterns, in masks that its colors
 * shine through, in letters that are drawn by other letters (ISO 32000-1 §8.7.3, §11.5.2, §9.6.5). What a page only names counts as shown.
 */
export function drawsOtherwiseFinder(objects: PdfObjects): (page: SourcePage) => boolean {
  const known = new Map<number, boolean>();
  const byResources = new Map<string, boolean>();
  const holds = (stream: PdfStream, hasPictures: boolean): boolean => {
    const told =
      known.get(stream.id) ??
      leadsTo(objects, stream, (part) => shows(objects, part, hasPictures), isParentOfWidget);
    known.set(stream.id, told);
    return told;
  };
  const isOne = (value: PdfValue): boolean => {
    if (value instanceof PdfStream)
      return objects.numberAt(value.dict, 'PatternType') === 1 && holds(value, true);
    if (!(value instanceof PdfDict)) return false;
    const letters = objects.nameAt(value, 'Subtype') === 'Type3' && objects.dictAt(value, 'CharProcs');
    if (letters) return streamsIn(objects, letters).some((letter) => holds(letter, false));
    const mask = objects.dictAt(value, 'SMask');
    const group = mask && objects.streamAt(mask, 'G');
    return group !== undefined && holds(group, true);
  };
  return ({ dict, resources, resourcesKey }) => {
    const annotations = dict.get('Annots');
    if (annotations !== undefined && leadsTo(objects, annotations, isOne, isParentOfWidget)) return true;
    const told = resourcesKey === null ? undefined : byResources.get(resourcesKey);
    if (told !== undefined) return told;
    const own = resources && parseValue(resources.bytes, resources.start, resources.end);
    const isFound = own !== null && leadsTo(objects, own, isOne);
    if (resourcesKey !== null) byResources.set(resourcesKey, isFound);
    return isFound;
  };
}

const streamsIn = (objects: PdfObjects, dict: PdfDict): PdfStream[] =>
  dict.keys().flatMap((key) => objects.streamAt(dict, key) ?? []);

function shows(objects: PdfObjects, value: PdfValue, hasPictures: boolean): boolean {
  if (!(value instanceof PdfStream)) return false;
  if (objects.nameAt(value.dict, 'Subtype') === 'Image') {
    const [width, height] = [objects.numberAt(value.dict, 'Width'), objects.numberAt(value.dict, 'Height')];
    return hasPictures && (width ?? 0) * (height ?? 0) >= leastDots;
  }
  if (value.dict.has('Length1')) return false;
  const bytes = objects.decode(value, maxStreamBytes)?.bytes;
  return bytes !== undefined && showsText.test(bytes.toString('latin1'));
}

/** A field's parent leads to its widgets on all pages. */
const isParentOfWidget = (key: string, dict: PdfDict) => key === 'Parent' && dict.has('Rect');
