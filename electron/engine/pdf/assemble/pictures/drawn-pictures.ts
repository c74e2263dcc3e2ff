import {
  matrixOf,
  multiply,
  resourcesOf,
  scanContent,
  type Matrix,
  type PdfDict,
  type PdfObjects,
  type PdfStream,
  type SourcePage,
} from '../../objects/index.ts';
import { PageContent } from '../source/page-content.ts';

const maxFormDepth = 12;
const maxFormBytes = 64 * 1024 * 1024;
/** Pictures placed, in pages and forms together; a document that goes past this keeps all as they are. */
const maxPlacements = 4_000_000;
const pointsPerInch = 72;

/** How large a picture is drawn, in inches. */
export interface DrawnSize {
  readonly width: number;
  readonly height: number;
}

interface PlacedXobject {
  readonly id: number;
  readonly matrix: Matrix;
}

/**
 * The pictures that pages draw, in forms within forms too, each with the largest size it is drawn at. Pictures in patterns and
 * in the looks of annotations are not among them unless a page draws them too.
 */
export class DrawnPictures {
  readonly #objects: PdfObjects;
  readonly #sizes = new Map<number, DrawnSize>();
  /** What each form draws in its own space; empty while it is read, so that none draws itself. */
  readonly #forms = new Map<number, readonly PlacedXobject[]>();
  #left = maxPlacements;
  #isKnown = true;

  constructor(objects: PdfObjects) {
    this.#objects = objects;
  }

  /** @throws SourceUnreadable when the source ends early */
  addPage(page: SourcePage): void {
    const objects = this.#objects;
    const resources = resourcesOf(objects, page);
    const whole = new PageContent(objects, page, {}).whole();
    // What cannot be read may draw anything, at any size.
    if (whole === null) this.#isKnown = false;
    else if (resources)
      for (const { id, matrix } of this.#placed(whole, resources, 0)) this.#add(id, matrix, page.userUnit);
  }

  /** By object number; null where it is not known what is drawn. */
  sizes(): ReadonlyMap<number, DrawnSize> | null {
    return this.#isKnown ? this.#sizes : null;
  }

  #add(id: number, [a, b, c, d]: Matrix, userUnit: number): void {
    const before = this.#sizes.get(id) ?? { width: 0, height: 0 };
    this.#sizes.set(id, {
      width: Math.max(before.width, (Math.hypot(a, b) * userUnit) / pointsPerInch),
      height: Math.max(before.height, (Math.hypot(c, d) * userUnit) / pointsPerInch),
    });
  }

  #placed(content: Buffer, resources: PdfDict, depth: number): PlacedXobject[] {
    const objects = this.#objects;
    const group = objects.dictAt(resources, 'XObject');
    const streams = new Map<string, PdfStream | null>();
    /** The largest placement of each picture: others of the same cannot matter. */
    const largest = new Map<number, Matrix>();
    const place = (id: number, matrix: Matrix) => {
      this.#left -= 1;
      if (this.#left < 0) this.#isKnown = false;
      const before = largest.get(id);
      if (!before || !(reach(matrix) <= reach(before))) largest.set(id, matrix);
    };
    scanContent(content, {
      drawn: (name, matrix) => {
        if (!this.#isKnown) return;
        let stream = streams.get(name);
        if (stream === undefined)
          streams.set(name, (stream = (group && objects.streamAt(group, name)) ?? null));
        if (stream === null) return;
        const kind = objects.nameAt(stream.dict, 'Subtype');
        if (kind === 'Image') return place(stream.id, matrix);
        if (kind !== 'Form') return;
        const within = this.#formOf(stream, resources, depth + 1);
        const own = within.length === 0 ? null : matrixOf(objects, stream.dict);
        if (own) for (const inner of within) place(inner.id, multiply(inner.matrix, multiply(own, matrix)));
      },
    });
    return Array.from(largest, ([id, matrix]) => ({ id, matrix }));
  }

  #formOf(stream: PdfStream, outer: PdfDict, depth: number): readonly PlacedXobject[] {
    const known = this.#forms.get(stream.id);
    if (known) return known;
    this.#forms.set(stream.id, []);
    const decoded = depth > maxFormDepth ? null : this.#objects.decode(stream, maxFormBytes);
    if (decoded === null) {
      this.#isKnown = false;
      return [];
    }
    const content = Buffer.from(decoded.bytes.buffer, decoded.bytes.byteOffset, decoded.bytes.byteLength);
    // Old files leave a form's resources to the page (ISO 32000-1 §7.8.3).
    const placed = this.#placed(content, this.#objects.dictAt(stream.dict, 'Resources') ?? outer, depth);
    this.#forms.set(stream.id, placed);
    return placed;
  }
}

const reach = ([a, b, c, d]: Matrix) => Math.hypot(a, b) * Math.hypot(c, d);
