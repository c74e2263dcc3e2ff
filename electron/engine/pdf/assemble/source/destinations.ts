import {
  namesIn,
  PdfArray,
  PdfDict,
  PdfName,
  PdfReference,
  PdfString,
  shortNumber,
  type PdfObjects,
  type PdfValue,
} from '../../objects/index.ts';
import type { PdfOriginal } from './open-item.ts';

/** A place in a source: a page by its position from 0, and how it is shown ("/XYZ 72 700 null"). */
export interface Destination {
  readonly page: number;
  readonly view: string;
}

const views = new Set(['XYZ', 'Fit', 'FitH', 'FitV', 'FitR', 'FitB', 'FitBH', 'FitBV']);

const pageTurns = new Set(['FirstPage', 'LastPage', 'NextPage', 'PrevPage']);

/** Finds where links and bookmarks of one source lead; named destinations become explicit. */
export class Destinations {
  readonly #objects: PdfObjects;
  readonly #pages: PdfOriginal['pages'];
  #names: Map<string, PdfValue> | null = null;

  constructor({ objects, pages }: Pick<PdfOriginal, 'objects' | 'pages'>) {
    this.#objects = objects;
    this.#pages = pages;
  }

  /**
   * @param value a Dest, or the D of a GoTo action
   * @returns null when it leads nowhere in this document
   */
  resolve(value: PdfValue | undefined, depth = 0): Destination | null {
    const found = this.#objects.resolve(value);
    if (depth > 4) return null;
    if (found instanceof PdfDict) return this.resolve(found.get('D'), depth + 1);
    if (found instanceof PdfName || found instanceof PdfString)
      return this.resolve(this.#named().get(keyOf(found)), depth + 1);
    if (!(found instanceof PdfArray) || found.length === 0) return null;
    const page = this.#pageOf(found.at(0));
    return page === null ? null : { page, view: this.#viewOf(found) };
  }

  /**
   * Where a link or a bookmark leads, and its action where it has one; a place of its own counts before that.
   *
   * @param from position of the page it stands on, from 0; left out where it stands on none
   */
  of(owner: PdfDict, from?: number): { target: Destination | null; action: PdfDict | undefined } {
    const action = this.#objects.dictAt(owner, 'A');
    const isDirect = !action || this.#objects.get(owner, 'Dest') !== undefined;
    return { target: isDirect ? this.resolve(owner.get('Dest')) : this.#ofAction(action, from), action };
  }

  /**
   * Where an action leads inside the document; null when it leads elsewhere or is none. “First page” and its like become that page of this
   * document: by themselves they would lead to one of the whole binder.
   */
  #ofAction(action: PdfDict, from = NaN): Destination | null {
    const kind = this.#objects.nameAt(action, 'S');
    if (kind === 'GoTo') return this.resolve(action.get('D'));
    const page = this.isPageTurn(action) ? this.#turnFrom(from, this.#objects.nameAt(action, 'N')!) : -1;
    return page >= 0 && page < this.#pages.length ? { page, view: '/XYZ null null null' } : null;
  }

  /** Whether an action leads to a page by its name (ISO 32000-1 table 211). */
  isPageTurn(action: PdfDict): boolean {
    return (
      this.#objects.nameAt(action, 'S') === 'Named' && pageTurns.has(this.#objects.nameAt(action, 'N') ?? '')
    );
  }

  #turnFrom(from: number, name: string): number {
    if (name === 'FirstPage') return 0;
    if (name === 'LastPage') return this.#pages.length - 1;
    return name === 'NextPage' ? from + 1 : from - 1;
  }

  #pageOf(target: PdfValue | undefined): number | null {
    if (target instanceof PdfReference) {
      const at = this.#pages.indexOf(target.id);
      if (at >= 0) return at;
      // A page's number kept as an object of its own.
      const number = this.#objects.resolve(target);
      return typeof number === 'number' ? this.#pageOf(number) : null;
    }
    // A page number is meant for other files, but programs write it for their own.
    if (typeof target !== 'number') return null;
    return Number.isInteger(target) && target >= 0 && target < this.#pages.length ? target : null;
  }

  #viewOf(place: PdfArray): string {
    const kind = this.#objects.resolve(place.at(1));
    if (!(kind instanceof PdfName) || !views.has(kind.text)) return '/Fit';
    let view = `/${kind.text}`;
    for (let i = 2; i < Math.min(place.length, 6); i += 1) {
      const value = this.#objects.resolve(place.at(i));
      view += typeof value === 'number' ? ` ${shortNumber(value, 4)}` : ' null';
    }
    return view;
  }

  #named(): Map<string, PdfValue> {
    if (this.#names) return this.#names;
    const objects = this.#objects;
    const names = new Map<string, PdfValue>();
    const old = objects.dictAt(objects.catalog, 'Dests');
    for (const key of old?.keys() ?? []) names.set(key, old!.get(key)!);
    const tree = objects.dictAt(objects.catalog, 'Names');
    for (const [name, value] of namesIn(objects, tree?.get('Dests'))) names.set(keyOf(name), value);
    return (this.#names = names);
  }
}

/** Names and strings are two name spaces by the standard, but real links mix them. */
function keyOf(key: PdfName | PdfString): string {
  return key instanceof PdfName ? key.text : key.bytes.toString('latin1');
}
