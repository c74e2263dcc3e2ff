import { inflateSync, constants } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from 'pdf-lib';
import { writeDeflated, type ObjectSink } from '../../draw/font-subset.ts';
import { fontPrefix } from '../../draw/typesetter.ts';
import { carryAnnotations, type CarriedAnnotations, type FieldPicture } from './annotations.ts';
import type { Carrier } from './carrier.ts';
import { balanceOf } from './content-balance.ts';
import type { Destinations } from './destinations.ts';
import { dictOf, type SourceDocument, type SourcePage } from './source-document.ts';
import type { Tally } from './tally.ts';

/** What is drawn over a carried page: operators, and the fonts they name. */
export interface Stamp {
  readonly content: string;
  /** Entries of a resource dictionary's Font. */
  readonly fonts: string;
}

/** Entries of a page that are written anew, run something, or lead out of the page. */
const pageKeys = new Set(
  'Type Parent Kids Count Contents Resources MediaBox CropBox Rotate UserUnit Annots AA B PieceInfo Metadata Thumb LastModified Trans Dur PresSteps DPart'
    .split(' ')
    .map((name) => PDFName.of(name)),
);
/** Content past this size is not read for its balance; reading the stamp back must do. */
const maxContentBytes = 64 * 1024 * 1024;

/** Carries the pages of one source into one output. */
export class PageCarrier {
  readonly #source: SourceDocument;
  readonly #carrier: Carrier;
  readonly #sink: ObjectSink;
  readonly #tally: Tally;
  readonly #pageIds: readonly number[];
  readonly #opening: number;
  readonly #annotations: readonly CarriedAnnotations[];
  readonly #resources = new Map<string, string>();

  constructor(options: {
    source: SourceDocument;
    carrier: Carrier;
    destinations: Destinations;
    sink: ObjectSink;
    tally: Tally;
    /** Object numbers of the output's pages, in the source's order. */
    pageIds: readonly number[];
    /** Object number of the output's shared "q" stream. */
    openingId: number;
  }) {
    this.#source = options.source;
    this.#carrier = options.carrier;
    this.#sink = options.sink;
    this.#tally = options.tally;
    this.#pageIds = options.pageIds;
    this.#opening = options.openingId;
    const { source, carrier, destinations, pageIds, tally } = options;
    source.pages.forEach(({ ref }, at) => ref && carrier.place(ref, pageIds[at]!));
    // All of them before any page is written: one page may refer to what stands on a later one.
    this.#annotations = source.pages.map((page, at) =>
      carryAnnotations(source.context, page, pageIds[at]!, { carrier, destinations, pageIds, tally }),
    );
  }

  /**
   * Writes one page of the source.
   *
   * @param at its position from 0
   * @param parentId object number of its node in the page tree
   * @param stamp null where nothing is drawn over it
   * @param isWrapped encloses the content in a form of its own even if it looks tidy
   */
  carry(at: number, parentId: number, stamp: Stamp | null, isWrapped: boolean): void {
    const page = this.#source.pages[at]!;
    const id = this.#pageIds[at]!;
    const { items, fields } = this.#annotations[at]!;
    const { contents, resources } = this.#drawing(page, stamp, fields, isWrapped);
    const box = (name: string, [l, b, r, t]: readonly number[]) => `/${name}[${l} ${b} ${r} ${t}]`;
    const body = [
      `<</Type/Page/Parent ${parentId} 0 R`,
      box('MediaBox', page.mediaBox),
      page.hasCropBox ? box('CropBox', page.shownBox) : '',
      page.turns === 0 ? '' : `/Rotate ${page.turns * 90}`,
      page.userUnit === 1 ? '' : `/UserUnit ${page.userUnit}`,
      `/Resources ${resources}`,
      contents === '' ? '' : `/Contents ${contents}`,
      items.length === 0 ? '' : `/Annots[${items.join(' ')}]`,
      this.#carrier.entries(page.dict, pageKeys),
      '>>',
    ];
    this.#sink.writeObject(id, body.join(''));
    this.#carrier.flush();
  }

  #drawing(
    page: SourcePage,
    stamp: Stamp | null,
    fields: readonly FieldPicture[],
    isWrapped: boolean,
  ): { contents: string; resources: string } {
    const streams = this.#streams(page);
    if (!stamp && fields.length === 0) {
      const resources = page.resources ? this.#carrier.serialise(page.resources) : '<<>>';
      return { contents: this.#refs(streams), resources };
    }
    const decoded = decodeAll(this.#source.context, streams);
    const isUntidy = isWrapped || (decoded !== null && !balanceOf(decoded).isClean);
    // A page we stamped before has our names in its resources already; a form of its own keeps them apart.
    const wrapped = isUntidy || this.#hasOurFonts(page) ? this.#wrap(page, streams, decoded) : null;
    if (wrapped !== null && isUntidy) this.#tally.add('wrappedPages');
    const base = wrapped === null ? this.#resourceDict(page) : undefined;
    const names = this.#freeNames(base, fields.length);
    let operators = wrapped === null ? 'Q\n' : `q/${names.frame} Do Q\n`;
    let xobjects = wrapped === null ? '' : `/${names.frame} ${wrapped} 0 R`;
    fields.forEach((field, i) => {
      operators += `q ${field.matrix} cm/${names.fields[i]} Do Q\n`;
      xobjects += `/${names.fields[i]} ${this.#picture(field.stream)}`;
    });
    operators += stamp ? `q\n${stamp.content}Q\n` : '';
    const drawing = this.#sink.allocate();
    this.#sink.writeStream(drawing, '', Buffer.from(operators, 'latin1'));
    const resources = this.#augmented(page, base, stamp?.fonts ?? '', xobjects);
    return {
      contents:
        wrapped === null
          ? `[${this.#opening} 0 R ${this.#refs(streams).slice(1, -1)} ${drawing} 0 R]`
          : `${drawing} 0 R`,
      resources,
    };
  }

  #streams(page: SourcePage): PDFRef[] {
    const { context } = this.#source;
    const entry = page.dict.get(PDFName.of('Contents'));
    const resolved = context.lookup(entry);
    const items: (PDFObject | undefined)[] = resolved instanceof PDFArray ? resolved.asArray() : [entry];
    return items.filter(
      (item): item is PDFRef => item instanceof PDFRef && context.lookup(item) instanceof PDFStream,
    );
  }

  #refs(streams: readonly PDFRef[]): string {
    return streams.length === 0 ? '' : `[${streams.map((ref) => this.#carrier.reference(ref)).join(' ')}]`;
  }

  #resourceDict(page: SourcePage): PDFDict | undefined {
    const resources = this.#source.context.lookup(page.resources);
    return resources instanceof PDFDict ? resources : undefined;
  }

  #hasOurFonts(page: SourcePage): boolean {
    const resources = this.#resourceDict(page);
    const fonts = resources && dictOf(this.#source.context, resources, 'Font');
    return fonts?.keys().some((key) => key.decodeText().startsWith(fontPrefix)) ?? false;
  }

  /**
   * Puts the page's content into a form, whose state ends with it. Several streams are joined, which needs them decoded.
   *
   * @returns the form's object number; null when the content cannot be decoded
   */
  #wrap(page: SourcePage, streams: readonly PDFRef[], decoded: Uint8Array | null): number | null {
    const [left, bottom, right, top] = page.mediaBox;
    const resources = page.resources ? this.#carrier.serialise(page.resources) : '<<>>';
    const entries = `/Type/XObject/Subtype/Form/BBox[${left} ${bottom} ${right} ${top}]/Resources ${resources}`;
    const only = streams.length === 1 ? this.#source.context.lookup(streams[0]) : undefined;
    if (!(only instanceof PDFStream) && decoded === null) return null;
    const id = this.#sink.allocate();
    if (only instanceof PDFStream) {
      const own = new Set(
        ['Length', 'Type', 'Subtype', 'BBox', 'Resources', 'Matrix'].map((key) => PDFName.of(key)),
      );
      this.#sink.writeStream(id, `${this.#carrier.entries(only.dict, own)}${entries}`, only.getContents());
    } else if (decoded) {
      writeDeflated(this.#sink, id, entries, decoded);
    }
    return id;
  }

  /** A field's picture as a form: many lack what makes them one. */
  #picture(ref: PDFRef): string {
    const stream = this.#source.context.lookup(ref);
    if (stream instanceof PDFStream && !stream.dict.has(PDFName.of('Subtype')))
      stream.dict.set(PDFName.of('Subtype'), PDFName.of('Form'));
    return this.#carrier.reference(ref);
  }

  #freeNames(resources: PDFDict | undefined, fields: number) {
    const taken = new Set<string>();
    if (resources) {
      for (const key of dictOf(this.#source.context, resources, 'XObject')?.keys() ?? [])
        taken.add(key.decodeText());
    }
    const free = (name: string) => {
      let candidate = name;
      for (let n = 2; taken.has(candidate); n += 1) candidate = `${name}_${n}`;
      taken.add(candidate);
      return candidate;
    };
    return {
      frame: free('FwPage'),
      fields: Array.from({ length: fields }, (_, i) => free(`FwField${i + 1}`)),
    };
  }

  /** The page's resources with ours added; one object for all pages that share both. */
  #augmented(page: SourcePage, base: PDFDict | undefined, fonts: string, xobjects: string): string {
    const isShared = page.resources instanceof PDFRef && base !== undefined;
    const key = isShared ? `${page.resources.toString()} ${fonts} ${xobjects}` : null;
    const present = key === null ? undefined : this.#resources.get(key);
    if (present !== undefined) return present;
    const group = (name: string, added: string) => {
      const own = base && dictOf(this.#source.context, base, name);
      return own || added !== '' ? `/${name}<<${own ? this.#carrier.entries(own) : ''}${added}>>` : '';
    };
    const others = base
      ? this.#carrier.entries(base, new Set([PDFName.of('Font'), PDFName.of('XObject')]))
      : '';
    const body = `<<${others}${group('Font', fonts)}${group('XObject', xobjects)}>>`;
    if (key === null) return body;
    const id = this.#sink.allocate();
    this.#sink.writeObject(id, body);
    this.#resources.set(key, `${id} 0 R`);
    return `${id} 0 R`;
  }
}

/** The streams' content, joined; null when one cannot be decoded or it is too large. */
function decodeAll(context: PDFContext, refs: readonly PDFRef[]): Uint8Array | null {
  const parts: Uint8Array[] = [];
  let total = 0;
  for (const ref of refs) {
    const stream = context.lookup(ref);
    if (!(stream instanceof PDFRawStream)) return null;
    const bytes = decode(stream);
    if (bytes === null) return null;
    parts.push(bytes, Buffer.from('\n'));
    total += bytes.length;
    if (total > maxContentBytes) return null;
  }
  return Buffer.concat(parts);
}

function decode(stream: PDFRawStream): Uint8Array | null {
  const filter = stream.dict.get(PDFName.of('Filter'));
  const isPlainFlate =
    filter?.toString().replaceAll(/[[\] ]/g, '') === '/FlateDecode' &&
    !stream.dict.has(PDFName.of('DecodeParms'));
  try {
    if (filter === undefined) return stream.getContents();
    if (isPlainFlate)
      return inflateSync(stream.getContents(), {
        maxOutputLength: maxContentBytes,
        // A stream cut short still draws what there is of it.
        finishFlush: constants.Z_SYNC_FLUSH,
      });
    return decodePDFRawStream(stream).decode();
  } catch {
    // Not decodable here; viewers may do better, so the stream is carried as it is.
    return null;
  }
}
