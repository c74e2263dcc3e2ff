import { writeDeflated } from '../../draw/font-subset.ts';
import {
  annotationsOf,
  type KeySet,
  MemorySink,
  parseValue,
  PdfDict,
  PdfStream,
  referenceId,
  rewriteEntries,
  scanContent,
  type PdfObjects,
  type PdfValue,
  type SourcePage,
} from '../../objects/index.ts';
import { streamKeys, type Carrier } from './carrier.ts';
import { appearanceOf } from './fields/field-picture.ts';
import type { ItemContext } from './item-context.ts';

/** Content past this size is not read: what is drawn by tools that leave marks open is small. */
const maxContentBytes = 16 * 1024 * 1024;
/** Forms, pictures, fonts and glyphs of one source that are looked at. */
const maxRead = 50_000;
/** Forms within forms. */
const maxDepth = 16;
/** What marked content begins with (ISO 32000-1 table 320). */
const openings = ['BDC', 'BMC'];
const packing = ['Filter', 'DecodeParms'];
const unpackedKeys = streamKeys(...packing);
/** Of a form with another around it, and of that one. */
const framedKeys = streamKeys(...packing, 'Matrix', 'Group', 'OC');
const frameKeys = streamKeys(...packing, 'Resources');
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
  readonly #seenGlyphs = new Set<number>();
  /** By object number of a stream, what it leaves open as it is stored. */
  readonly #left = new Map<number, number>();

  constructor({ objects, output, carrier }: Pick<ItemContext, 'objects' | 'output' | 'carrier'>) {
    this.#objects = objects;
    this.#output = output;
    this.#carrier = carrier;
  }

  /** Has what a page or a form may draw carried with its marked content closed. Must run before that is carried. */
  close(resources: PdfDict | undefined, depth = 0): void {
    if (!resources || depth > maxDepth) return;
    const objects = this.#objects;
    for (const value of this.#unseenIn(objects.dictAt(resources, 'XObject'), this.#seen))
      if (value instanceof PdfStream && objects.nameAt(value.dict, 'Subtype') === 'Form')
        this.#closeStream(value, depth);
    for (const font of this.#unseenIn(objects.dictAt(resources, 'Font'), this.#seen)) {
      if (!(font instanceof PdfDict) || objects.nameAt(font, 'Subtype') !== 'Type3') continue;
      for (const glyph of this.#unseenIn(objects.dictAt(font, 'CharProcs'), this.#seenGlyphs))
        if (glyph instanceof PdfStream) this.#closeStream(glyph, depth);
      this.close(objects.dictAt(font, 'Resources'), depth + 1);
    }
  }

  /** The same for what the annotations of a page show. */
  closeAppearances(page: SourcePage): void {
    for (const annotation of annotationsOf(this.#objects, page)) {
      const picture = appearanceOf(this.#objects, annotation);
      if (!picture || this.#seen.has(picture.id)) continue;
      this.#seen.add(picture.id);
      this.#closeStream(picture, 0);
    }
  }

  /** What closes marked content behind a picture that is carried as it is stored. */
  endsOf({ id }: PdfStream): string {
    return 'EMC\n'.repeat(this.#left.get(id) ?? 0);
  }

  /** The values of a dictionary; of those that are objects by themselves, which pages share, each once. */
  *#unseenIn(group: PdfDict | undefined, seen: Set<number>): Iterable<PdfValue | undefined> {
    const places = group?.entryPlaces() ?? [];
    for (let i = 0; i < places.length && seen.size < maxRead; i += 4) {
      const [start, end] = [places[i + 2]!, places[i + 3]!];
      const id = referenceId(group!.bytes, start, end);
      if (seen.has(id)) continue;
      if (id >= 0) seen.add(id);
      yield this.#objects.resolve(parseValue(group!.bytes, start, end));
    }
  }

  #closeStream(stream: PdfStream, depth: number): void {
    this.close(this.#objects.dictAt(stream.dict, 'Resources'), depth + 1);
    const decoded = this.#objects.decode(stream, maxContentBytes);
    if (decoded === null || decoded.isDamaged || !openings.some((word) => decoded.bytes.includes(word)))
      return;
    const { openMarks, marksAtStop } = scanContent(decoded.bytes, {}, nowhere);
    if (openMarks === 0 && marksAtStop === 0) return;
    this.#left.set(stream.id, Math.max(openMarks, marksAtStop));
    const bytes = Buffer.concat([decoded.bytes, endsOf(openMarks)]);
    // What has no resources of its own, as glyphs, has those of what draws it.
    const isFramed = marksAtStop > 0 && this.#objects.dictAt(stream.dict, 'Resources') !== undefined;
    this.#carrier.replace(stream.id, (outputId) => {
      if (!isFramed) return this.#write(outputId, stream.dict, unpackedKeys, '', bytes);
      // Where a reader stops within it, it never reads the ends: a form around it has them.
      const inner = this.#output.allocate();
      this.#write(inner, stream.dict, framedKeys, '', bytes);
      const resources = `/Resources<</XObject<</FwForm ${inner} 0 R>>>>`;
      const drawing = Buffer.concat([Buffer.from('/FwForm Do'), endsOf(marksAtStop)]);
      this.#write(outputId, stream.dict, frameKeys, resources, drawing);
    });
  }

  #write(outputId: number, dict: PdfDict, except: KeySet, added: string, bytes: Buffer): void {
    const entries = new MemorySink();
    rewriteEntries(dict, entries, this.#carrier.rules, except);
    writeDeflated(this.#output, outputId, `${entries.written().toString('latin1')}${added}`, bytes);
  }
}

const endsOf = (marks: number) => Buffer.from('\nEMC'.repeat(marks));
