import { identity, multiply, pointBy, type Matrix } from '../objects/index.ts';
import { matrixOf, type Pdfium, type PdfPage } from '../pdfium/index.ts';

/** A straight line along the page's edges, in points from the top left of the page as shown. */
export interface Rule {
  readonly isVertical: boolean;
  /** Its x where it is vertical, else its y. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

const pathObject = 2;
const formObject = 5;
const lineSegment = 0;
const bezierSegment = 1;
/** Objects and segments of one page that are looked at. */
const maxObjects = 50_000;
const maxSegments = 200;
/** Segments of an oblong that is closed by a line back to its start. */
const oblong = 5;
const deepestForm = 8;
/** What is thinner than this, in points, is a line and no area. */
const thickest = 2.5;
const shortest = 4;

/** The lines a page draws: borders of tables, underlines, lines across. */
export function readRules(pdfium: Pdfium, page: PdfPage): Rule[] {
  const reader = new RuleReader(pdfium, page);
  pdfium.guard(() => reader.readPage());
  return reader.rules;
}

class RuleReader {
  readonly rules: Rule[] = [];
  readonly #pdfium: Pdfium;
  readonly #page: PdfPage;
  #left = maxObjects;

  constructor(pdfium: Pdfium, page: PdfPage) {
    this.#pdfium = pdfium;
    this.#page = page;
  }

  readPage(): void {
    const { api } = this.#pdfium;
    const count = api.FPDFPage_CountObjects(this.#page.handle);
    for (let i = 0; i < count && this.#left-- > 0; i++)
      this.#visit(api.FPDFPage_GetObject(this.#page.handle, i), identity, 0);
  }

  /** @param around what leads from the space that the object stands in to the page's */
  #visit(object: number, around: Matrix, depth: number): void {
    const { api } = this.#pdfium;
    const type = api.FPDFPageObj_GetType(object);
    if (type === pathObject) return this.#readPath(object, this.#matrixFrom(object, around));
    if (type !== formObject || depth >= deepestForm) return;
    const inner = this.#matrixFrom(object, around);
    const count = api.FPDFFormObj_CountObjects(object);
    for (let i = 0; i < count && this.#left-- > 0; i++)
      this.#visit(api.FPDFFormObj_GetObject(object, i), inner, depth + 1);
  }

  #readPath(path: number, matrix: Matrix): void {
    const points = this.#pointsOf(path, matrix);
    if (points.length < 2) return;
    const xs = points.map(({ x }) => x);
    const ys = points.map(({ y }) => y);
    const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    // A border is often filled as a thin oblong, whose two long sides are one line.
    if (Math.min(x1 - x0, y1 - y0) <= thickest) return this.#add(x0, y0, x1, y1);
    // The ground of a page or a cell, whose sides nobody sees as lines.
    if (points.length <= oblong && !this.#isStroked(path)) return;
    for (const [i, point] of points.entries()) {
      const before = points[i - 1];
      if (before && point.isLine) this.#add(before.x, before.y, point.x, point.y);
    }
  }

  #pointsOf(path: number, matrix: Matrix): { x: number; y: number; isLine: boolean }[] {
    const { api, memory } = this.#pdfium;
    const segments = Math.min(api.FPDFPath_CountSegments(path), maxSegments);
    return memory.withBytes(8, (out) =>
      Array.from({ length: segments }, (_, i) => api.FPDFPath_GetPathSegment(path, i)).flatMap((segment) => {
        const type = api.FPDFPathSegment_GetType(segment);
        if (type === bezierSegment || !api.FPDFPathSegment_GetPoint(segment, out, out + 4)) return [];
        const [x, y] = pointBy(matrix, memory.float32(out), memory.float32(out + 4));
        return { x, y, isLine: type === lineSegment };
      }),
    );
  }

  #add(ax: number, ay: number, bx: number, by: number): void {
    const one = this.#page.pointToShown(ax, ay);
    const other = this.#page.pointToShown(bx, by);
    const [width, height] = [Math.abs(one.x - other.x), Math.abs(one.y - other.y)];
    if (Math.min(width, height) > thickest || Math.max(width, height) < shortest) return;
    const isVertical = height > width;
    const [across, along] = isVertical ? (['x', 'y'] as const) : (['y', 'x'] as const);
    this.rules.push({
      isVertical,
      at: (one[across] + other[across]) / 2,
      from: Math.min(one[along], other[along]),
      to: Math.max(one[along], other[along]),
    });
  }

  #isStroked(path: number): boolean {
    const { api, memory } = this.#pdfium;
    return memory.withBytes(
      8,
      (out) => !api.FPDFPath_GetDrawMode(path, out, out + 4) || memory.int32(out + 4) !== 0,
    );
  }

  #matrixFrom(object: number, around: Matrix): Matrix {
    const own = this.#pdfium.memory.withBytes(24, (out) => matrixOf(this.#pdfium, object, out));
    return multiply(own ?? identity, around);
  }
}
