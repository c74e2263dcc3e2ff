import type { PdfObjects } from './pdf-objects.ts';
import { PdfDict, PdfReference, PdfString, type PdfValue } from './syntax/values.ts';

const maxNames = 200_000;
const maxDepth = 32;

/**
 * The names of a tree with what they stand for, as they follow each other (ISO 32000-1 §7.9.6): 200,000 at most, each node once.
 *
 * @example for (const [name, value] of namesIn(objects, names.get('Dests'))) places.set(name.text, value);
 */
export function* namesIn(
  objects: PdfObjects,
  root: PdfValue | undefined,
): Generator<readonly [PdfString, PdfValue]> {
  const seen = new Set<number>();
  const waiting: { readonly value: PdfValue | undefined; readonly depth: number }[] = [
    { value: root, depth: 0 },
  ];
  let left = maxNames;
  for (let next = waiting.pop(); next !== undefined && left > 0; next = waiting.pop()) {
    const { value, depth } = next;
    if (value instanceof PdfReference) {
      if (seen.has(value.id)) continue;
      seen.add(value.id);
    }
    const node = objects.resolve(value);
    if (!(node instanceof PdfDict) || depth > maxDepth) continue;
    const pairs = objects.arrayAt(node, 'Names');
    for (let at = 0; pairs && at + 1 < pairs.length && left > 0; at += 2, left -= 1) {
      const name = objects.resolve(pairs.at(at));
      if (name instanceof PdfString) yield [name, pairs.at(at + 1)!];
    }
    const kids = [...(objects.arrayAt(node, 'Kids') ?? [])].slice(0, maxNames);
    for (const kid of kids.toReversed()) waiting.push({ value: kid, depth: depth + 1 });
  }
}
