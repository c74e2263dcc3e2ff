import { writeDeflated } from '../../draw/font-subset.ts';
import {
  KeySet,
  MemorySink,
  type PdfDict,
  rewriteEntries,
  scanContent,
  type PdfObjects,
  type PdfStream,
} from '../../objects/index.ts';
import type { Carrier } from './carrier.ts';
import type { ItemContext } from './item-context.ts';

/** Content past this size is not read: what is drawn by tools that leave marks open is small. */
const maxContentBytes = 16 * 1024 * 1024;
/** Forms and glyphs of one source that are read. */
const maxRead = 50_000;
/** Forms within forms. */
const maxDepth = 16;
/** What marked content begins with (ISO 32000-1 table 320). */
const openings = ['BDC', 'BMC'];
const unpackedKeys = new KeySet(
  'Length Filter DecodeParms F FFilter FDecodeParms AF StructParent StructParents'.split(' '),
);
/** No area is asked for. */
const nowhere = [0, 0, 0, 0] as const;

/**
 * Closes marked content that the forms and drawn glyphs of pages leave open. Marked content ends with its stream (ISO 32000-1 §14.6.1);
 * to some readers what a page draws afterward, and so our marks, would be a part of it: hidden with its layer, or read as its ActualText.
 */
export class OpenMarks {
  readonly #objects: PdfObjects;
  readonly #output: ItemContext['output'];
  readonly #carrier: Carrier;
  readonly #seen = new Set<number>();

  constructor({ objects, output, carrier }: Pick<ItemContext, 'objects' | 'output' | 'carrier'>) {
    this.#objects = objects;
    this.#output = output;
    this.#carrier = carrier;
  }

  /** Has what a page or a form may draw carried with its marked content closed. Must run before that is carried. */
  close(resources: PdfDict | undefined, depth = 0): void {
    if (!resources || depth > maxDepth) return;
    const objects = this.#objects;
    for (const stream of streamsIn(objects, objects.dictAt(resources, 'XObject')))
      if (objects.nameAt(stream.dict, 'Subtype') === 'Form') this.#closeStream(stream, depth);
    const fonts = objects.dictAt(resources, 'Font');
    for (const key of fonts?.keys() ?? []) {
      const font = objects.dictAt(fonts!, key);
      if (!font || objects.nameAt(font, 'Subtype') !== 'Type3') continue;
      for (const glyph of streamsIn(objects, objects.dictAt(font, 'CharProcs')))
        this.#closeStream(glyph, depth);
      this.close(objects.dictAt(font, 'Resources'), depth + 1);
    }
  }

  #closeStream(stream: PdfStream, depth: number): void {
    if (this.#seen.has(stream.id) || this.#seen.size >= maxRead) return;
    this.#seen.add(stream.id);
    this.close(this.#objects.dictAt(stream.dict, 'Resources'), depth + 1);
    const decoded = this.#objects.decode(stream, maxContentBytes);
    if (decoded === null || decoded.isDamaged || !openings.some((word) => decoded.bytes.includes(word)))
      return;
    const { openMarks } = scanContent(decoded.bytes, {}, nowhere);
    if (openMarks === 0) return;
    const ends = Buffer.from('\nEMC'.repeat(openMarks));
    this.#carrier.replace(stream.id, (outputId) => {
      const entries = new MemorySink();
      rewriteEntries(stream.dict, entries, this.#carrier.rules, unpackedKeys);
      const bytes = Buffer.concat([decoded.bytes, ends]);
      writeDeflated(this.#output, outputId, entries.written().toString('latin1'), bytes);
    });
  }
}

function streamsIn(objects: PdfObjects, group: PdfDict | undefined): PdfStream[] {
  return (group?.keys() ?? []).flatMap((key) => objects.streamAt(group!, key) ?? []);
}
