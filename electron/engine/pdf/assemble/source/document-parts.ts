import { PDFArray, PDFDict, PDFName, PDFRef, type PDFObject } from 'pdf-lib';
import type { Carrier } from './carrier.ts';
import { arrayOf, dictOf, nameOf, type SourceDocument } from './source-document.ts';
import type { Tally } from './tally.ts';

const maxNodes = 10_000;

/** Counts what belongs to a source as a whole and is left behind: scripts, files, tags, what runs on opening. */
export function tallyDocument({ context, catalog }: SourceDocument, tally: Tally): void {
  const names = dictOf(context, catalog, 'Names');
  if (names) {
    tally.add('scripts', countNames(context.lookup(names.get(PDFName.of('JavaScript'))), context));
    tally.add('embeddedFiles', countNames(context.lookup(names.get(PDFName.of('EmbeddedFiles'))), context));
  }
  const opening = context.lookup(catalog.get(PDFName.of('OpenAction')));
  if (opening instanceof PDFDict) {
    const kind = nameOf(context, opening, 'S');
    if (kind === 'JavaScript') tally.add('scripts');
    else if (kind === 'Launch') tally.add('launches');
  }
  tally.add('scripts', dictOf(context, catalog, 'AA')?.entries().length ?? 0);
  if (catalog.has(PDFName.of('StructTreeRoot'))) tally.add('tags');
}

function countNames(root: PDFObject | undefined, context: SourceDocument['context']): number {
  let count = 0;
  const seen = new Set<PDFDict>();
  const visit = (node: PDFObject | undefined): void => {
    if (!(node instanceof PDFDict) || seen.has(node) || seen.size > maxNodes) return;
    seen.add(node);
    count += Math.floor(arrayOf(context, node, 'Names').length / 2);
    for (const kid of arrayOf(context, node, 'Kids')) visit(context.lookup(kid));
  };
  visit(root);
  return count;
}

/** Layers of the output, gathered from its sources (ISO 32000-1 §8.11.4). */
export class Layers {
  readonly #all: string[] = [];
  readonly #off: string[] = [];

  /** Takes over a source's layers, each shown or hidden as its document begins. */
  add({ context, catalog }: SourceDocument, carrier: Carrier, tally: Tally): void {
    const properties = dictOf(context, catalog, 'OCProperties');
    if (!properties) return;
    const groups = refsOf(context.lookup(properties.get(PDFName.of('OCGs'))));
    const start = dictOf(context, properties, 'D');
    const on = new Set(start ? refsOf(context.lookup(start.get(PDFName.of('ON')))) : []);
    const off = new Set(start ? refsOf(context.lookup(start.get(PDFName.of('OFF')))) : []);
    const isOffByDefault = start !== undefined && nameOf(context, start, 'BaseState') === 'OFF';
    for (const group of groups) {
      const reference = carrier.reference(group);
      if (reference === 'null') continue;
      this.#all.push(reference);
      if (isOffByDefault ? !on.has(group) : off.has(group)) this.#off.push(reference);
    }
    tally.add('layers', groups.length);
    carrier.flush();
  }

  /** The catalogue's entry; empty when there are no layers. */
  entry(): string {
    if (this.#all.length === 0) return '';
    return `/OCProperties<</OCGs[${this.#all.join(' ')}]/D<</Order[${this.#all.join(' ')}]/OFF[${this.#off.join(' ')}]>>>>`;
  }
}

function refsOf(object: PDFObject | undefined): PDFRef[] {
  return object instanceof PDFArray
    ? object.asArray().filter((item): item is PDFRef => item instanceof PDFRef)
    : [];
}
