import {
  PdfArray,
  PdfDict,
  PdfReference,
  PdfStream,
  type PdfObjects,
  type PdfValue,
} from '../../objects/index.ts';
import { isOfTree } from './strings-in.ts';

const maxDepth = 64;

/**
 * Whether something leads to what is looked for, or is it itself; not through a page or what stands above it.
 *
 * @param isSought told of an object also its number
 * @param isPassedOver entries of dictionaries that are not followed
 */
export function leadsTo(
  objects: PdfObjects,
  from: PdfValue | undefined,
  isSought: (value: PdfValue, id: number | null) => boolean,
  isPassedOver: (key: string, dict: PdfDict) => boolean = () => false,
): boolean {
  const seen = new Set<number>();
  const read = (value: PdfValue | undefined, depth: number, id: number | null = null): boolean => {
    if (value === undefined || depth > maxDepth) return false;
    if (value instanceof PdfReference) {
      if (seen.has(value.id)) return false;
      seen.add(value.id);
      const object = objects.resolve(value);
      return !(object instanceof PdfDict && isOfTree(object)) && read(object, depth, value.id);
    }
    if (isSought(value, id)) return true;
    if (value instanceof PdfArray) return [...value].some((item) => read(item, depth + 1));
    const dict = value instanceof PdfStream ? value.dict : value;
    return (
      dict instanceof PdfDict &&
      dict.keys().some((key) => !isPassedOver(key, dict) && read(dict.get(key), depth + 1))
    );
  };
  return read(from, 0);
}
