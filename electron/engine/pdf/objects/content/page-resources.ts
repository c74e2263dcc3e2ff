import { boxOf } from '../list-pages.ts';
import { resourcesOf } from '../page-parts.ts';
import type { PdfObjects } from '../pdf-objects.ts';
import { PdfArray, PdfDict, PdfName, PdfStream, type ByteRange } from '../syntax/values.ts';
import {
  identity,
  ordinaryReach,
  type ContentResources,
  type FontReach,
  type FormPlace,
  type Matrix,
  type StateChange,
} from './content-resources.ts';

/** Wider than any character of the standard fonts, whose widths need not be given. */
const standardWidth = 1.1;
const maxWidths = 100_000;
/** Reaches farther than any character's, which a font's box that was never filled in may give. */
const maxReach = 4;
/** Names that are remembered of each kind: a content may name millions that do not exist. */
const maxRemembered = 4_096;

/**
 * What the names in a page's content stand for.
 *
 * @param resources the page's own or inherited resources, as written
 * @example scanContent(content, contentResources(objects, page.resources));
 */
export function contentResources(objects: PdfObjects, resources: ByteRange | null): ContentResources {
  const dict = resourcesOf(objects, { resources });
  return {
    xobject: remembered((name) => readXobject(objects, dict, name)),
    font: remembered((name) => readFont(objects, dict, name)),
    graphicsState: remembered((name) => readGraphicsState(objects, dict, name)),
  };
}

function remembered<T>(read: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const value = read(name);
    if (known.size < maxRemembered) known.set(name, value);
    return value;
  };
}

function readXobject(
  objects: PdfObjects,
  resources: PdfDict | undefined,
  name: string,
): 'image' | FormPlace | null {
  const group = resources && objects.dictAt(resources, 'XObject');
  const stream = group && objects.streamAt(group, name);
  if (!stream) return null;
  const kind = objects.nameAt(stream.dict, 'Subtype');
  if (kind === 'Image') return 'image';
  const box = kind === 'Form' ? boxOf(objects, stream.dict.get('BBox')) : undefined;
  const matrix = matrixOf(objects, stream.dict);
  return box === undefined || matrix === null ? null : { box, matrix };
}

/** A form's Matrix; null when it is no matrix. */
export function matrixOf(objects: PdfObjects, dict: PdfDict): Matrix | null {
  const array = objects.get(dict, 'Matrix');
  if (array === undefined) return identity;
  if (!(array instanceof PdfArray) || array.length !== 6) return null;
  const [a, b, c, d, e, f] = [...array].map((item) => objects.resolve(item));
  const isMatrix =
    typeof a === 'number' &&
    typeof b === 'number' &&
    typeof c === 'number' &&
    typeof d === 'number' &&
    typeof e === 'number' &&
    typeof f === 'number';
  return isMatrix ? [a, b, c, d, e, f] : null;
}

function readGraphicsState(
  objects: PdfObjects,
  resources: PdfDict | undefined,
  name: string,
): StateChange | null {
  const group = resources && objects.dictAt(resources, 'ExtGState');
  const dict = group && objects.dictAt(group, name);
  if (!dict) return null;
  const mode = objects.get(dict, 'BM');
  const isNormal =
    mode === undefined || (mode instanceof PdfName && ['Normal', 'Compatible'].includes(mode.text));
  return {
    lineWidth: dict.has('LW') ? (objects.numberAt(dict, 'LW') ?? NaN) : null,
    isOdd: !isNormal || dict.has('TR') || dict.has('TR2'),
    setsFont: dict.has('Font'),
  };
}

function readFont(objects: PdfObjects, resources: PdfDict | undefined, name: string): FontReach | null {
  const group = resources && objects.dictAt(resources, 'Font');
  const font = group && objects.dictAt(group, name);
  if (!font) return null;
  const kind = objects.nameAt(font, 'Subtype');
  if (kind === 'Type0') return readComposite(objects, font);
  // Its characters are drawings of any size.
  if (kind === 'Type3') return null;
  const given = objects.arrayAt(font, 'Widths');
  if (given === undefined)
    return { widths: null, longest: standardWidth, bytesPerCharacter: 1, ...ordinaryReach };
  const descriptor = objects.dictAt(font, 'FontDescriptor');
  const missing = (descriptor && objects.numberAt(descriptor, 'MissingWidth')) ?? 0;
  const first = objects.numberAt(font, 'FirstChar') ?? 0;
  const widths = new Float64Array(256).fill(missing / 1_000);
  for (let byte = Math.max(0, first); byte < Math.min(256, first + given.length); byte += 1) {
    const width = objects.resolve(given.at(byte - first));
    widths[byte] = typeof width === 'number' ? width / 1_000 : NaN;
  }
  const reach = kind === 'Type1' && descriptor ? reachOf(objects, descriptor) : ordinaryReach;
  return { widths, longest: Infinity, bytesPerCharacter: 1, ...reach };
}

/**
 * How far characters of a Type 1 font reach from their baseline: those of mathematics hang brackets of several lines on it. Boxes of other
 * kinds of fonts are those of thousands of characters that no string shows.
 */
function reachOf(objects: PdfObjects, descriptor: PdfDict): Pick<FontReach, 'below' | 'above'> {
  const [, bottom = 0, , top = 0] = boxOf(objects, descriptor.get('FontBBox')) ?? [];
  return {
    below: Math.min(maxReach, Math.max(ordinaryReach.below, -bottom / 1_000)),
    above: Math.min(maxReach, Math.max(ordinaryReach.above, top / 1_000)),
  };
}

/** A font of more bytes a character (ISO 32000-1 §9.7); null for vertical writing. */
function readComposite(objects: PdfObjects, font: PdfDict): FontReach | null {
  const encoding = objects.get(font, 'Encoding');
  if (encoding instanceof PdfName && encoding.text.endsWith('V')) return null;
  if (encoding instanceof PdfStream && objects.numberAt(encoding.dict, 'WMode') !== 0) {
    // If it does not say, a character map may follow one that is vertical.
    const isVertical = objects.numberAt(encoding.dict, 'WMode') !== undefined || encoding.dict.has('UseCMap');
    if (isVertical) return null;
  }
  const isTwoBytes = encoding instanceof PdfName && encoding.text.startsWith('Identity');
  const descendants = objects.arrayAt(font, 'DescendantFonts');
  const descendant = objects.resolve(descendants?.at(0));
  const longest = descendant instanceof PdfDict ? longestOf(objects, descendant) : Infinity;
  return { widths: null, longest, bytesPerCharacter: isTwoBytes ? 2 : 1, ...ordinaryReach };
}

/** The longest width of a descendant font: `c [w …]` and `first last w` (ISO 32000-1 §9.7.4.3). */
function longestOf(objects: PdfObjects, descendant: PdfDict): number {
  let longest = objects.numberAt(descendant, 'DW') ?? 1_000;
  const list = objects.arrayAt(descendant, 'W');
  if (list === undefined) return longest / 1_000;
  if (list.length > maxWidths) return Infinity;
  let left = maxWidths;
  for (let i = 0; i < list.length;) {
    const second = objects.resolve(list.at(i + 1));
    const widths = second instanceof PdfArray ? second : [objects.resolve(list.at(i + 2)) ?? null];
    for (const item of widths) {
      const width = objects.resolve(item);
      left -= 1;
      if (typeof width !== 'number' || left < 0) return Infinity;
      longest = Math.max(longest, width);
    }
    i += second instanceof PdfArray ? 2 : 3;
  }
  return longest / 1_000;
}
