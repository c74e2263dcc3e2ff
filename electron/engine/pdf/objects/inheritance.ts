import type { PdfObjects } from './pdf-objects.ts';
import { SourceUnreadable } from './source-unreadable.ts';
import { referenceId } from './syntax/lexer.ts';
import { PdfDict, PdfReference, type ByteRange, type PdfValue } from './syntax/values.ts';

/** Nodes that are looked at above those that name others as their parents, in all: a chain is long, and pages are many. */
const maxAbove = 1_000_000;

const inheritedKeys = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;
export type InheritedKey = (typeof inheritedKeys)[number];

type InheritedValues = {
  readonly [key in InheritedKey]?: { readonly range: ByteRange; readonly node: number };
};

/** What pages inherit from a node of the tree. */
export interface Inherited {
  /** Its place among the nodes, for keys. */
  readonly node: number;
  /** Its object number; −1 for none. */
  readonly id: number;
  /** By `/Parent`, as PDFium and most others have it. */
  readonly values: InheritedValues;
  /** By where it stands, as others have it: the same object where nothing says otherwise. */
  readonly byPlace: InheritedValues;
}

const nothing: InheritedValues = {};
/** What the root of the tree inherits. */
export const inheritsNothing: Inherited = { node: -1, id: -1, values: nothing, byPlace: nothing };

/**
 * What nodes and pages of a tree inherit (ISO 32000-1 §7.7.3.4). Most programs look for it by `/Parent`, some by where a page stands; in files
 * that were taken apart and put together the two are not always the same.
 */
export class Inheritance {
  readonly nodes: Inherited[] = [];
  readonly #objects: PdfObjects;
  /** What is inherited from nodes that are named as parents by what stands under others; by both. */
  readonly #byParent = new Map<string, Inherited>();
  #above = 0;

  constructor(objects: PdfObjects) {
    this.#objects = objects;
  }

  /**
   * What the kids of a node inherit.
   *
   * @param id its object number; −1 for none
   * @param inherited what the node itself inherits from the one it stands under
   */
  below(id: number, dict: PdfDict, inherited: Inherited): Inherited {
    const above = this.of(dict, inherited);
    const node = this.nodes.length;
    const own = this.#valuesOf(dict, node);
    const values = { ...above.values, ...own };
    const isPlain = above.byPlace === above.values;
    const below = { node, id, values, byPlace: isPlain ? values : { ...above.byPlace, ...own } };
    this.nodes.push(below);
    return below;
  }

  #valuesOf(dict: PdfDict, node: number): InheritedValues {
    const values: { -readonly [key in InheritedKey]?: InheritedValues[key] } = {};
    for (const key of inheritedKeys) {
      const range = entryOf(this.#objects, dict, key);
      if (range !== null) values[key] = { range: copyOf(range), node };
    }
    return values;
  }

  /** What a node or a page inherits: from the node that it names as its parent, where that is another than the one it stands under. */
  of(dict: PdfDict, inherited: Inherited): Inherited {
    const named = dict.get('Parent') ?? null;
    if (named === null || (named instanceof PdfReference && named.id === inherited.id)) return inherited;
    if (!(named instanceof PdfReference)) return this.#byName(named, inherited);
    const key = `${named.id} ${inherited.node}`;
    const above = this.#byParent.get(key) ?? this.#byName(named, inherited);
    this.#byParent.set(key, above);
    return above;
  }

  #byName(named: PdfValue, inherited: Inherited): Inherited {
    const node = this.nodes.length;
    const seen = new Set<number>();
    const chain: InheritedValues[] = [];
    for (let next: PdfValue | undefined = named; ;) {
      this.#above += 1;
      if (this.#above > maxAbove) throw new SourceUnreadable('its page tree is broken');
      if (next instanceof PdfReference) {
        if (seen.has(next.id)) break;
        seen.add(next.id);
      }
      const dict = this.#objects.resolve(next);
      if (!(dict instanceof PdfDict)) break;
      chain.push(this.#valuesOf(dict, node));
      next = dict.get('Parent');
    }
    if (chain.length === 0) return inherited;
    const values = chain.reduceRight((above, own) => ({ ...above, ...own }), nothing);
    const above = { ...inherited, node, values };
    this.nodes.push(above);
    return above;
  }
}

/** Whether a page inherits something else by `/Parent` than by its place in the tree. */
export function isInheritedOddly(objects: PdfObjects, dict: PdfDict, node: Inherited | undefined): boolean {
  if (!node || node.values === node.byPlace) return false;
  const textOf = (value: InheritedValues[InheritedKey]) =>
    value?.range.bytes.toString('latin1', value.range.start, value.range.end);
  return inheritedKeys.some(
    (key) => entryOf(objects, dict, key) === null && textOf(node.values[key]) !== textOf(node.byPlace[key]),
  );
}

/**
 * An entry as it is written; null where it is missing, null, or a reference to no object, which all say the same (ISO 32000-1 §7.3.7,
 * §7.3.10): it is inherited. What it refers to is not read: pages may share a large dictionary.
 */
export function entryOf(objects: PdfObjects, dict: PdfDict, key: InheritedKey): ByteRange | null {
  const range = dict.range(key);
  if (range === null) return null;
  const id = referenceId(range.bytes, range.start, range.end);
  const isNothing = id >= 0 ? !objects.has(id) : dict.get(key) === null;
  return isNothing ? null : range;
}

/** A range on a buffer of its own. */
export function copyOf({ bytes, start, end }: ByteRange): ByteRange {
  const copy = Buffer.from(bytes.subarray(start, end));
  return { bytes: copy, start: 0, end: copy.length };
}
