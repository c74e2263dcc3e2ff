import type { PdfDict, PdfObjects, PdfValue } from '../../../objects/index.ts';

const maxDepth = 32;

/** A field's own or inherited entry (§12.7.3.1). */
export function inherited(objects: PdfObjects, widget: PdfDict, key: string): PdfValue | undefined {
  let node: PdfDict | undefined = widget;
  for (let depth = 0; node && depth < maxDepth; depth += 1) {
    const value = objects.get(node, key);
    if (value !== undefined && value !== null) return value;
    node = objects.dictAt(node, 'Parent');
  }
  return undefined;
}
