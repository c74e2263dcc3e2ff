import type { ByteSource } from '../byte-source.ts';
import { boxOfCorners, intersect, type Box } from './box.ts';
import {
  copyOf,
  entryOf,
  Inheritance,
  inheritsNothing,
  isInheritedOddly,
  type Inherited,
  type InheritedKey,
} from './inheritance.ts';
import { referenceId } from './syntax/lexer.ts';
import { PdfObjects } from './pdf-objects.ts';
import { SourceUnreadable } from './source-unreadable.ts';
import { parseValue, PdfArray, PdfDict, type ByteRange, type PdfValue } from './syntax/values.ts';

/** A page with what it inherits (ISO 32000-1 §7.7.3.4), read as PDFium reads it. */
export interface SourcePage {
  /** From 0. */
  readonly index: number;
  /** Object number; null for one that is written within its parent. */
  readonly id: number | null;
  readonly dict: PdfDict;
  /** Own or inherited, as written (mostly a reference); null for none. */
  readonly resources: ByteRange | null;
  /** Equal for pages that share one resource dictionary, or have the same; null where that is not known. */
  readonly resourcesKey: string | null;
  readonly mediaBox: Box;
  /** What is shown: crop box within media box. */
  readonly shownBox: Box;
  readonly hasCropBox: boolean;
  /**
   * Whether a box is written so that each program makes something else of it, nothing of the page is within both, or the page inherits
   * something else by `/Parent` than by its place.
   */
  readonly hasOddBox: boolean;
  /** Quarter turns clockwise, 0 to 3. */
  readonly turns: 0 | 1 | 2 | 3;
  /** Whether it states a turn that is no quarter turn (ISO 32000-1 table 30), of which each program makes something else. */
  readonly hasOddTurn: boolean;
  /** Points a unit: 1 unless the page says otherwise. */
  readonly userUnit: number;
}

/** The pages of a PDF in order; a few bytes a page until one is asked for. */
export interface PageList extends Iterable<SourcePage> {
  readonly length: number;
  /** Whether another reader may see other pages: /Count is wrong, a kid cannot be read, stands twice, or does not say what it is. */
  readonly isSuspicious: boolean;
  /** Nodes with a wrong /Count, or with null among their kids, by object number, and how many pages each has; null where anything else is suspicious. */
  readonly miscounted: ReadonlyMap<number, number> | null;
  /** One page from 0. @throws RangeError past the end */
  at(index: number): SourcePage;
  /** Object number of a page; null for one written within its parent. */
  idAt(index: number): number | null;
  /** Position of the first page with an object number; -1 when it is no page. */
  indexOf(id: number): number;
}

/** Resources written within a page are compared up to this size. */
const maxSharedBytes = 512;
/** Units smaller or larger than this are no size of anything. */
const leastUnit = 1e-4;
const mostUnit = 1e6;
const letterBox: Box = [0, 0, 612, 792];
const maxPages = 200_000;
/** As PDFium has it: a tree may be a mere chain. */
const maxDepth = 1_024;
/** Kids looked at in all: dead ends may not cost more than pages. */
const maxKids = 4_000_000;

/**
 * Walks the page tree.
 *
 * @param options.isCopy whether PDFium wrote the file: it writes 595.2 as 595.20001, and the boxes are those of its original again
 * @throws SourceUnreadable when there are no pages, more than 200,000, or the file is encrypted
 * @example for (const page of listPages(objects)) console.log(page.shownBox);
 */
export function listPages(objects: PdfObjects, options: { readonly isCopy?: boolean } = {}): PageList {
  if (objects.isEncrypted)
    throw new SourceUnreadable('it is protected by a password', { code: 'PDF_ENCRYPTED' });
  const walk = new TreeWalk(objects);
  walk.run();
  if (walk.ids.length > 0) return new ListedPages(objects, walk, options.isCopy === true);
  // Where anything had to be guessed, pages may have been lost.
  if (walk.isSuspicious || objects.isRebuilt) throw new SourceUnreadable('its pages cannot be found');
  throw new SourceUnreadable('it has no pages', { code: 'PDF_NO_PAGES' });
}

/** Whether a PDF is sound and was made without any page; one whose pages are lost was not. @throws what the source throws */
export function hasNoPages(source: ByteSource): boolean {
  try {
    listPages(PdfObjects.open(source));
    return false;
  } catch (error) {
    if (error instanceof SourceUnreadable) return error.code === 'PDF_NO_PAGES';
    throw error;
  }
}

/**
 * Whether a kid is none: null, or a number under which null stands, as where a page was deleted. One that leads to no object at all
 * may be a page that was lost.
 */
export function isNoKid(objects: PdfObjects, { bytes, start, end }: ByteRange): boolean {
  const id = referenceId(bytes, start, end);
  const object = id < 0 ? { bytes, start, end } : objects.raw(id);
  return object !== null && parseValue(object.bytes, object.start, object.end) === null;
}

class TreeWalk {
  readonly ids: number[] = [];
  /** Which of `nodes` each page stands under. */
  readonly parents: number[] = [];
  readonly inheritance: Inheritance;
  /** Pages written within their parents, by position. */
  readonly direct = new Map<number, PdfDict>();
  /** Nodes whose count is wrong, or that have null among their kids, and how many pages each has. */
  readonly miscounted = new Map<number, number>();
  /** Whether anything but that is wrong. */
  isOdd = false;
  readonly #objects: PdfObjects;
  readonly #ancestors = new Set<number>();
  readonly #seen = new Set<number>();
  #kids = 0;

  constructor(objects: PdfObjects) {
    this.#objects = objects;
    this.inheritance = new Inheritance(objects);
  }

  get isSuspicious(): boolean {
    return this.isOdd || this.miscounted.size > 0;
  }

  run(): void {
    const range = this.#objects.catalog.range('Pages');
    if (range === null || !this.#visit(range, inheritsNothing, 0)) this.isOdd = true;
  }

  /** Looks at one kid of a node, or the root. @returns whether it is anything but null */
  #visit(range: ByteRange, inherited: Inherited, depth: number): boolean {
    this.#kids += 1;
    if (this.#kids > maxKids) throw new SourceUnreadable('its page tree is broken');
    const id = referenceId(range.bytes, range.start, range.end);
    const value = this.#objects.resolve(parseValue(range.bytes, range.start, range.end));
    const isLoop = id >= 0 && this.#ancestors.has(id);
    if (!(value instanceof PdfDict) || isLoop || depth > maxDepth) {
      const isNothing = isNoKid(this.#objects, range);
      if (!isNothing) this.isOdd = true;
      return !isNothing;
    }
    if (id < 0 || this.#seen.has(id)) this.isOdd = true;
    if (id >= 0) this.#seen.add(id);
    const typeName = this.#objects.nameAt(value, 'Type') ?? null;
    const kids = this.#objects.arrayAt(value, 'Kids');
    const isNode = kids !== undefined && typeName !== 'Page';
    // A page with kids is a node to PDFium, and to us a page: there may be pages under it.
    // Without a Type, kids or a parent tell what it is, to every program.
    const isTold = kids !== undefined || value.has('Parent');
    if (typeName === null ? !isTold : typeName !== (kids ? 'Pages' : 'Page')) this.isOdd = true;
    if (isNode) this.#visitKids(id, value, kids, inherited, depth);
    else this.#addPage(id, value, inherited);
    return true;
  }

  #visitKids(id: number, dict: PdfDict, kids: PdfArray, inherited: Inherited, depth: number): void {
    const before = this.ids.length;
    const own = this.inheritance.below(id, dict, inherited);
    // What is kept for the whole walk must not hold a block of the file.
    const list = detached(kids);
    const count = this.#objects.numberAt(dict, 'Count');
    if (id >= 0) this.#ancestors.add(id);
    let hasNull = false;
    for (const kid of list) hasNull = !this.#visit(kid, own, depth + 1) || hasNull;
    if (id >= 0) this.#ancestors.delete(id);
    if (hasNull || count !== this.ids.length - before) this.miscounted.set(id, this.ids.length - before);
  }

  #addPage(id: number, dict: PdfDict, inherited: Inherited): void {
    if (this.ids.length >= maxPages) throw new SourceUnreadable('it has too many pages');
    if (id < 0) this.direct.set(this.ids.length, dict.detached());
    this.ids.push(id);
    this.parents.push(this.inheritance.of(dict, inherited).node);
  }
}

/** The items of an array, on a buffer of their own. */
function detached(array: PdfArray): Iterable<ByteRange> {
  const own = new PdfArray(copyOf(array));
  return {
    *[Symbol.iterator]() {
      for (let i = 0, { length } = own; i < length; i += 1) yield own.rangeAt(i)!;
    },
  };
}

class ListedPages implements PageList {
  readonly isSuspicious: boolean;
  readonly miscounted: ReadonlyMap<number, number> | null;
  readonly #objects: PdfObjects;
  readonly #ids: Int32Array;
  readonly #parents: Int32Array;
  readonly #nodes: readonly Inherited[];
  readonly #direct: ReadonlyMap<number, PdfDict>;
  readonly #isCopy: boolean;
  #positions: Map<number, number> | null = null;

  constructor(objects: PdfObjects, walk: TreeWalk, isCopy: boolean) {
    this.#objects = objects;
    this.#isCopy = isCopy;
    this.#ids = Int32Array.from(walk.ids);
    this.#parents = Int32Array.from(walk.parents);
    this.#nodes = walk.inheritance.nodes;
    this.#direct = walk.direct;
    this.isSuspicious = walk.isSuspicious;
    this.miscounted = walk.isOdd ? null : walk.miscounted;
  }

  get length(): number {
    return this.#ids.length;
  }

  idAt(index: number): number | null {
    const id = this.#ids[index];
    return id === undefined || id < 0 ? null : id;
  }

  indexOf(id: number): number {
    if (this.#positions === null) {
      this.#positions = new Map();
      for (let i = this.#ids.length - 1; i >= 0; i -= 1) this.#positions.set(this.#ids[i]!, i);
    }
    return id < 0 ? -1 : (this.#positions.get(id) ?? -1);
  }

  at(index: number): SourcePage {
    if (!(index >= 0 && index < this.length)) throw new RangeError(`no page ${index}`);
    const id = this.idAt(index);
    const value = this.#direct.get(index) ?? (id === null ? undefined : this.#objects.object(id));
    // A page was a dictionary when the tree was walked, by one reference or more.
    const dict = this.#objects.resolve(value);
    if (!(dict instanceof PdfDict)) throw new SourceUnreadable('one of its pages is broken');
    const node = this.#nodes[this.#parents[index]!];
    const page = describePage(this.#objects, index, id, dict, node);
    if (!this.#isCopy) return page;
    return { ...page, mediaBox: asGiven(page.mediaBox), shownBox: asGiven(page.shownBox) };
  }

  *[Symbol.iterator](): IterableIterator<SourcePage> {
    for (let i = 0; i < this.length; i += 1) yield this.at(i);
  }
}

function describePage(
  objects: PdfObjects,
  index: number,
  id: number | null,
  dict: PdfDict,
  node: Inherited | undefined,
): SourcePage {
  const valueOf = (key: InheritedKey): PdfValue | undefined => {
    const range = entryOf(objects, dict, key) ?? node?.values[key]?.range;
    return range ? objects.resolve(parseValue(range.bytes, range.start, range.end)) : undefined;
  };
  const own = entryOf(objects, dict, 'Resources');
  const inherited = own === null ? node?.values.Resources : undefined;
  const resources = own ?? inherited?.range ?? null;
  const boxes = [valueOf('MediaBox'), valueOf('CropBox')] as const;
  const mediaBox = boxOf(objects, boxes[0]) ?? letterBox;
  const cropBox = boxOf(objects, boxes[1]);
  const shown = cropBox && intersect(mediaBox, cropBox);
  const rotate = valueOf('Rotate');
  const unit = objects.numberAt(dict, 'UserUnit') ?? 1;
  return {
    index,
    id,
    dict,
    resources,
    resourcesKey: keyOf(resources, inherited?.node),
    mediaBox,
    shownBox: shown ?? mediaBox,
    hasCropBox: shown !== undefined,
    hasOddBox:
      isInheritedOddly(objects, dict, node) ||
      boxes.some((box) => (box ?? null) !== null && !isPlainBox(objects, box)) ||
      (cropBox !== undefined && shown === undefined),
    turns: quarterTurns(typeof rotate === 'number' ? rotate : 0),
    hasOddTurn: typeof rotate === 'number' ? rotate % 90 !== 0 : (rotate ?? null) !== null,
    userUnit: unit >= leastUnit && unit <= mostUnit ? unit : 1,
  };
}

/** A box in the shortest numbers of the same single precision, which is all that a copy keeps of them. */
function asGiven(box: Box): Box {
  const [left, bottom, right, top] = box.map((number) => {
    const single = Math.fround(number);
    for (let digits = 1; digits < 9; digits += 1) {
      const shorter = Number(number.toPrecision(digits));
      if (Math.fround(shorter) === single) return shorter;
    }
    return number;
  });
  return [left!, bottom!, right!, top!];
}

function keyOf(resources: ByteRange | null, node: number | undefined): string | null {
  if (resources === null) return 'none';
  const id = referenceId(resources.bytes, resources.start, resources.end);
  if (id >= 0) return `object ${id}`;
  if (node !== undefined) return `node ${node}`;
  // Many programs write the same few words into every page: what says the same is the same.
  const { bytes, start, end } = resources;
  return end - start > maxSharedBytes ? null : bytes.toString('latin1', start, end);
}

/** Parts of a quarter turn do not count. */
function quarterTurns(degrees: number): 0 | 1 | 2 | 3 {
  const turns = Math.trunc(Math.trunc(degrees) / 90) % 4;
  const positive = turns < 0 ? turns + 4 : turns;
  return positive === 1 || positive === 2 || positive === 3 ? positive : 0;
}

const plainNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

/** Whether a box is four numbers, written as the format has them (ISO 32000-1 §7.3.3), with an area: every program reads it. */
function isPlainBox(objects: PdfObjects, value: PdfValue | undefined): boolean {
  if (!(value instanceof PdfArray) || boxOf(objects, value) === undefined) return false;
  return [0, 1, 2, 3].every((at) => {
    const { bytes, start, end } = value.rangeAt(at)!;
    if (referenceId(bytes, start, end) >= 0) return typeof objects.resolve(value.at(at)) === 'number';
    return plainNumber.test(bytes.toString('latin1', start, end));
  });
}

/**
 * A rectangle in any order of its corners (ISO 32000-1 §7.9.5), as PDFium reads it: what is no number counts as 0.
 *
 * @returns undefined when it is no array of four, or has no area
 */
export function boxOf(objects: PdfObjects, value: PdfValue | undefined): Box | undefined {
  const sides = objects.resolve(value);
  if (!(sides instanceof PdfArray) || sides.length !== 4) return undefined;
  const numberAt = (index: number) => {
    const number = objects.resolve(sides.at(index));
    return typeof number === 'number' ? number : 0;
  };
  const box = boxOfCorners(numberAt(0), numberAt(1), numberAt(2), numberAt(3));
  return box[2] > box[0] && box[3] > box[1] ? box : undefined;
}
