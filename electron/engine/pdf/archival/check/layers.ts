import { PdfArray, PdfName, PdfReference, referencesIn, type PdfDict } from '../../objects/index.ts';
import { itemsOf, type FileCheck } from './file-check.ts';
import { asDict, type Located } from './located.ts';

const maxLayers = 200_000;
const maxCategories = 1_000;
const maxDepth = 64;

/**
 * The layers of a file (ISO 19005-2 §6.9): their configuration gets a name, its list names all layers, and none of them changes
 * by itself any more: they stay as a screen would have shown them.
 */
export function checkLayers(check: FileCheck, catalog: Located<PdfDict>): void {
  const { file } = check;
  const properties = file.dict(catalog, 'OCProperties');
  if (!properties) return;
  file.drop(properties, 'Configs');
  const start = file.dict(properties, 'D');
  if (!start) return check.tell('layers');
  const all = referencesIn(file.array(properties, 'OCGs')?.value);
  file.set(start, 'Name', '(Layers)');
  const order = file.array(start, 'Order');
  if (order) {
    const listed = new Set<number>();
    const visit = (array: Located<PdfArray>, depth: number): void => {
      if (depth > maxDepth) return;
      for (const item of array.value) {
        if (item instanceof PdfReference) listed.add(item.id);
        else if (item instanceof PdfArray) visit({ ...array, value: item }, depth + 1);
      }
    };
    visit(order, 0);
    const missing = all.filter((id) => !listed.has(id));
    if (missing.length > 0) {
      const { bytes, start: from, end } = order.value;
      const text = bytes.toString('latin1', from, end - 1);
      file.set(start, 'Order', `${text} ${missing.map((id) => `${id} 0 R`).join(' ')}]`);
    }
  }
  if (!file.array(start, 'AS')) return file.drop(start, 'AS');
  const off = new Set(referencesIn(file.array(start, 'OFF')?.value));
  const before = idsOf(off);
  applyUsage(check, start, 'View', off);
  const printed = new Set(off);
  applyUsage(check, start, 'Print', printed);
  if (idsOf(off) !== idsOf(printed)) check.tell('layers');
  file.drop(start, 'AS');
  if (idsOf(off) !== before) file.set(start, 'OFF', `[${[...off].map((id) => `${id} 0 R`).join(' ')}]`);
}

/** How layers change automatically on an event (ISO 32000-1 §8.11.4.4). */
function applyUsage(
  check: FileCheck,
  start: Located<PdfDict>,
  event: 'View' | 'Print',
  off: Set<number>,
): void {
  const { file } = check;
  for (const item of itemsOf(file, file.array(start, 'AS'), maxLayers)) {
    const usage = asDict(item);
    if (!usage || file.name(usage, 'Event') !== event) continue;
    const categories = itemsOf(file, file.array(usage, 'Category'), maxCategories).flatMap(({ value }) =>
      value instanceof PdfName ? [value.text] : [],
    );
    for (const id of referencesIn(file.array(usage, 'OCGs')?.value)) {
      const group = asDict(file.object(id));
      const own = group && file.dict(group, 'Usage');
      if (!own || !categories.includes(event)) continue;
      const category = file.dict(own, event);
      const state = category && file.name(category, `${event}State`);
      if (state === 'OFF') off.add(id);
      else if (state === 'ON') off.delete(id);
    }
  }
}

/** Object numbers in a fixed order. */
const idsOf = (ids: ReadonlySet<number>) => [...ids].toSorted((a, b) => a - b).join();
