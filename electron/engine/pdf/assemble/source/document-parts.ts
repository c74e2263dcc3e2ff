import {
  KeySet,
  layersOf,
  namesIn,
  PdfArray,
  PdfDict,
  PdfName,
  PdfReference,
  PdfStream,
  PdfString,
  referencesIn,
  type PdfObjects,
  type PdfValue,
} from '../../objects/index.ts';
import { pdfString, type PdfOutput } from '../output/pdf-output.ts';
import type { PdfOriginal } from './open-item.ts';
import type { Tally } from './tally.ts';
import type { Carrier } from './carrier.ts';
import { countAction, countScripts } from './scripts.ts';

const maxFields = 100_000;
const maxFieldDepth = 32;
/** More than any drawing has. */
const maxLayers = 200_000;
/** Headings beneath headings. */
const maxOrderDepth = 32;
/** Groups of which one shows, locked ones, what changes by itself. */
const listKeys = ['RBGroups', 'Locked', 'AS'];

/** Counts what belongs to a source as a whole and is left behind: scripts, tags, what runs on opening. */
export function tallyDocument({ objects }: Pick<PdfOriginal, 'objects'>, tally: Tally): void {
  const { catalog } = objects;
  const names = objects.dictAt(catalog, 'Names');
  tally.add('scripts', [...namesIn(objects, names?.get('JavaScript'))].length);
  const counting = { objects, tally };
  const opening = objects.dictAt(catalog, 'OpenAction');
  if (opening) countAction(counting, opening);
  countScripts(counting, catalog);
  visitFields(objects, (field) => {
    // What a page shows of a field is counted with its page.
    if (!field.has('Subtype')) countScripts(counting, field);
    return true;
  });
  if (objects.dictAt(catalog, 'StructTreeRoot')) tally.add('tags');
  const form = objects.dictAt(catalog, 'AcroForm');
  const dynamic = form && objects.get(form, 'XFA');
  if (dynamic instanceof PdfStream || dynamic instanceof PdfArray) tally.add('dynamicForm');
}

/**
 * Counts the signatures of a source's form (ISO 32000-1 §12.7.4.5), wherever they stand: also those that no page shows, and those of
 * pages that are left out. Any copy breaks them.
 */
export function countSignatures({ objects }: Pick<PdfOriginal, 'objects'>): number {
  let count = 0;
  visitFields(objects, (field, isSignature) => {
    if (!isSignature || objects.get(field, 'V') === undefined) return true;
    count += 1;
    // Its widgets, where they stand apart, say nothing more.
    return false;
  });
  return count;
}

/** Goes through the fields of a source's form, from the top. @param look returns whether those under it are to be looked at */
function visitFields(objects: PdfObjects, look: (field: PdfDict, isSignature: boolean) => boolean): void {
  const form = objects.dictAt(objects.catalog, 'AcroForm');
  let fields = 0;
  const seen = new Set<number>();
  const visit = (value: PdfValue | undefined, isAboveSignature: boolean, depth: number): void => {
    if (value instanceof PdfReference) {
      if (seen.has(value.id)) return;
      seen.add(value.id);
    }
    fields += 1;
    const field = objects.resolve(value);
    if (!(field instanceof PdfDict) || fields > maxFields || depth > maxFieldDepth) return;
    const type = objects.get(field, 'FT');
    const isSignature = type instanceof PdfName ? type.text === 'Sig' : isAboveSignature;
    if (look(field, isSignature))
      for (const kid of objects.arrayAt(field, 'Kids') ?? []) visit(kid, isSignature, depth + 1);
  };
  for (const field of (form && objects.arrayAt(form, 'Fields')) ?? []) visit(field, false, 0);
}

/** What says who made a layer, or whom it is for; the rest of its usage has no words (ISO 32000-1 table 102). */
const namingUsage = new KeySet(['CreatorInfo', 'User', 'Language']);
const renamedKeys = new KeySet(['Type', 'Name', 'Usage']);

/** Has layers carried under a number instead of their names where their words must not come along. */
export function renameLayers(
  { objects }: Pick<PdfOriginal, 'objects'>,
  carrier: Carrier,
  output: PdfOutput,
  isUnwanted: (layer: PdfDict) => boolean,
): void {
  for (const [at, id] of layersOf(objects).slice(0, maxLayers).entries()) {
    const layer = objects.object(id);
    if (!(layer instanceof PdfDict) || !isUnwanted(layer)) continue;
    const usage = objects.dictAt(layer, 'Usage');
    carrier.replace(id, (outputId) =>
      output.writeDict(outputId, () => {
        output.text(`/Type/OCG/Name${pdfString(`Layer ${at + 1}`)}`);
        carrier.entries(layer, renamedKeys);
        output.text('/Usage<<');
        if (usage) carrier.entries(usage, namingUsage);
        output.text('>>');
      }),
    );
  }
}

/** Layers of one source, as references and lists of the output. */
interface CarriedLayers {
  readonly all: readonly string[];
  readonly off: readonly string[];
  readonly order: string;
  readonly lists: readonly (readonly [key: string, text: string])[];
}

/**
 * Carries a source's layers, each shown or hidden as its document begins, listed as it lists them.
 *
 * @param options.name what they are listed under
 * @param options.isUnwanted whether their list has headings that must not come along; left out where none is
 */
export function carryLayers(
  { objects }: Pick<PdfOriginal, 'objects'>,
  carrier: Carrier,
  { name, isUnwanted }: { name: string; isUnwanted?: ((list: PdfArray) => boolean) | undefined },
): CarriedLayers {
  const properties = objects.dictAt(objects.catalog, 'OCProperties');
  const start = properties && objects.dictAt(properties, 'D');
  const on = new Set(referencesIn(start && objects.arrayAt(start, 'ON')));
  const off = new Set(referencesIn(start && objects.arrayAt(start, 'OFF')));
  const isOffByDefault = start !== undefined && objects.nameAt(start, 'BaseState') === 'OFF';
  const hidden: string[] = [];
  const carried = new Map<number, string>();
  for (const group of new Set(layersOf(objects).slice(0, maxLayers))) {
    const id = carrier.reference(group);
    if (id === null) continue;
    carried.set(group, `${id} 0 R`);
    if (isOffByDefault ? !on.has(group) : off.has(group)) hidden.push(`${id} 0 R`);
  }
  const textOf = (key: string, write: (list: PdfArray) => string) => {
    const list = start && carried.size > 0 ? objects.arrayAt(start, key) : undefined;
    return list && list.length > 0 && !isUnwanted?.(list) ? write(list) : '';
  };
  const order = textOf('Order', (list) => orderOf(objects, list, carried));
  const lists = listKeys.map((key) => [key, textOf(key, (list) => carrier.text(list).slice(1, -1))] as const);
  carrier.flush();
  return {
    all: [...carried.values()],
    off: hidden,
    order: order === '' ? '' : `[${pdfString(name)}${order}]`,
    lists: lists.filter(([, text]) => text !== ''),
  };
}

/** Layers of the output, gathered from its sources (ISO 32000-1 §8.11.4). */
export class Layers {
  readonly #sources: CarriedLayers[] = [];

  add(layers: CarriedLayers): void {
    this.#sources.push(layers);
  }

  /** The catalog's entry; empty when there are no layers. */
  entry(): string {
    const all = this.#sources.flatMap((source) => source.all);
    if (all.length === 0) return '';
    const off = this.#sources.flatMap((source) => source.off);
    const order = this.#sources.map((source) => source.order).join('');
    // Lists of one kind are laid one after the other.
    const kinds = Map.groupBy(
      this.#sources.flatMap(({ lists }) => lists),
      ([key]) => key,
    );
    const lists = [...kinds].map(([key, parts]) => `/${key}[${parts.map(([, text]) => text).join(' ')}]`);
    return `/OCProperties<</OCGs[${all.join(' ')}]/D<</Order[${order}]/OFF[${off.join(' ')}]${lists.join('')}>>>>`;
  }
}

/**
 * The order in which layers are listed, without its brackets: those that are carried, under the headings that have any.
 *
 * @param carried references in the output by the source's object numbers
 */
function orderOf(
  objects: PdfObjects,
  list: PdfArray,
  carried: ReadonlyMap<number, string>,
  depth = 0,
): string {
  let heading = '';
  let layers = '';
  for (const item of list) {
    const layer = item instanceof PdfReference ? carried.get(item.id) : undefined;
    const value = layer === undefined ? objects.resolve(item) : item;
    if (layer !== undefined) layers += ` ${layer}`;
    else if (value instanceof PdfString && layers === '') heading = pdfString(value.text);
    else if (value instanceof PdfArray && depth < maxOrderDepth) {
      const inner = orderOf(objects, value, carried, depth + 1);
      if (inner !== '') layers += `[${inner}]`;
    }
  }
  return layers === '' ? '' : heading + layers;
}
