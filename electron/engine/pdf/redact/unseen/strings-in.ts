import { PdfArray, PdfDict, PdfName, PdfReference, PdfString, type PdfValue } from '../../objects/index.ts';

/** Deeper than anything but a trap lies. */
const maxDepth = 12;

/**
 * All strings of a value, as text.
 *
 * @param resolve follows references; left out where they are not followed
 * @param isPassedOver keys of dictionaries that are not read
 */
export function stringsIn(
  value: PdfValue | undefined,
  resolve?: (value: PdfValue) => PdfValue | undefined,
  isPassedOver: (key: string) => boolean = () => false,
): string[] {
  const strings: string[] = [];
  const seen = new Set<number>();
  const read = (part: PdfValue | undefined, depth: number): void => {
    if (part === undefined || depth > maxDepth) return;
    if (part instanceof PdfString) strings.push(part.text);
    else if (part instanceof PdfReference) {
      if (!resolve || seen.has(part.id)) return;
      seen.add(part.id);
      read(resolve(part), depth);
    } else if (part instanceof PdfArray) for (const item of part) read(item, depth + 1);
    else if (part instanceof PdfDict && !(resolve && isOfTree(part)))
      for (const key of part.keys()) if (!isPassedOver(key)) read(part.get(key), depth + 1);
  };
  read(value, 0);
  return strings;
}

/** A page or a node above it: through it the whole document would be read. */
export function isOfTree(dict: PdfDict): boolean {
  const type = dict.get('Type');
  return (
    type instanceof PdfName && (type.text === 'Page' || type.text === 'Pages' || type.text === 'Catalog')
  );
}
