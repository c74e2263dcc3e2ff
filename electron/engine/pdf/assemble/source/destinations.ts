import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
  type PDFObject,
} from 'pdf-lib';
import { arrayOf, dictOf, nameOf, type SourceDocument } from './source-document.ts';

/** A place in a source: a page by its position from 0, and how it is shown ("/XYZ 72 700 null"). */
export interface Destination {
  readonly page: number;
  readonly view: string;
}

const maxNames = 200_000;
const maxDepth = 32;

/** Finds where links and bookmarks of one source lead; named destinations become explicit. */
export class Destinations {
  readonly #source: SourceDocument;
  readonly #pages = new Map<PDFRef, number>();
  #names: Map<string, PDFObject> | null = null;

  constructor(source: SourceDocument) {
    this.#source = source;
    source.pages.forEach((page, at) => {
      if (page.ref && !this.#pages.has(page.ref)) this.#pages.set(page.ref, at);
    });
  }

  /**
   * @param object a Dest, or the D of a GoTo action
   * @returns null when it leads nowhere in this document
   */
  resolve(object: PDFObject | undefined, depth = 0): Destination | null {
    const { context } = this.#source;
    const value = context.lookup(object);
    if (depth > 4) return null;
    if (value instanceof PDFDict) return this.resolve(value.get(PDFName.of('D')), depth + 1);
    if (value instanceof PDFName || value instanceof PDFString || value instanceof PDFHexString)
      return this.resolve(this.#named().get(keyOf(value)), depth + 1);
    if (!(value instanceof PDFArray) || value.size() === 0) return null;
    const [target, ...view] = value.asArray();
    const page = this.#pageOf(target);
    if (page === undefined) return null;
    const words = view.map((item) => {
      const word = context.lookup(item);
      return word instanceof PDFName || word instanceof PDFNumber ? word.toString() : 'null';
    });
    return { page, view: words[0]?.startsWith('/') ? words.join(' ') : '/Fit' };
  }

  /** Where an action leads inside the document; null when it leads elsewhere or is none. */
  ofAction(action: PDFDict): Destination | null {
    return nameOf(this.#source.context, action, 'S') === 'GoTo'
      ? this.resolve(action.get(PDFName.of('D')))
      : null;
  }

  #pageOf(target: PDFObject | undefined): number | undefined {
    if (target instanceof PDFRef) return this.#pages.get(target);
    // A page number is meant for other files, but programs write it for their own.
    if (target instanceof PDFNumber) {
      const at = target.asNumber();
      return Number.isInteger(at) && at >= 0 && at < this.#source.pages.length ? at : undefined;
    }
    return undefined;
  }

  #named(): Map<string, PDFObject> {
    if (this.#names) return this.#names;
    const { context, catalog } = this.#source;
    const names = new Map<string, PDFObject>();
    for (const [key, value] of dictOf(context, catalog, 'Dests')?.entries() ?? [])
      names.set(keyOf(key), value);
    const seen = new Set<PDFDict>();
    const visit = (node: PDFDict | undefined, depth: number): void => {
      if (!node || seen.has(node) || depth > maxDepth || names.size > maxNames) return;
      seen.add(node);
      const pairs = arrayOf(context, node, 'Names');
      for (let i = 0; i + 1 < pairs.length; i += 2) {
        const key = context.lookup(pairs[i]);
        if (key instanceof PDFString || key instanceof PDFHexString) names.set(keyOf(key), pairs[i + 1]!);
      }
      for (const kid of arrayOf(context, node, 'Kids')) {
        const child = context.lookup(kid);
        if (child instanceof PDFDict) visit(child, depth + 1);
      }
    };
    const tree = dictOf(context, catalog, 'Names');
    visit(tree && dictOf(context, tree, 'Dests'), 0);
    return (this.#names = names);
  }
}

function keyOf(key: PDFName | PDFString | PDFHexString): string {
  // Names and strings are two name spaces by the standard, but real links mix them.
  return key instanceof PDFName ? key.decodeText() : Buffer.from(key.asBytes()).toString('latin1');
}
