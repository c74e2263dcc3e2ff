import { PdfArray, type Box, type PdfObjects, type PdfValue } from '../../objects/index.ts';

/** A rectangle in any order of its corners; null when it is none or has no area. */
export function readBox(objects: PdfObjects, value: PdfValue | undefined): Box | null {
  const array = objects.resolve(value);
  if (!(array instanceof PdfArray) || array.length < 4) return null;
  const [a, b, c, d] = [0, 1, 2, 3].map((i) => objects.resolve(array.at(i)));
  if (typeof a !== 'number' || typeof b !== 'number' || typeof c !== 'number' || typeof d !== 'number')
    return null;
  const box: Box = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  return box[2] > box[0] && box[3] > box[1] ? box : null;
}
