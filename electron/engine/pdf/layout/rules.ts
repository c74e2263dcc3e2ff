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
  const { api, memory } = pdfium;
  const rules: Rule[] = [];
  let left = maxObjects;

  const matrixFrom = (object: number, around: Matrix): Matrix =>
    multiply(memory.withBytes(24, (out) => matrixOf(pdfium, object, out)) ?? identity, around);
  const add = (ax: number, ay: number, bx: number, by: number): void => {
    const one = page.pointToShown(ax, ay);
    const other = page.pointToShown(bx, by);
    const [width, height] = [Math.abs(one.x - other.x), Math.abs(one.y - other.y)];
    if (Math.min(width, height) > thickest || Math.max(width, height) < shortest) return;
    const isVertical = height > width;
    const [across, along] = isVertical ? (['x', 'y'] as const) : (['y', 'x'] as const);
    rules.push({
      isVertical,
      at: (one[across] + other[across]) / 2,
      from: Math.min(one[along], other[along]),
      to: Math.max(one[along], other[along]),
    });
  };
  const isStroked = (path: number): boolean =>
    memory.withBytes(
      8,
      (out) => !api.FPDFPath_GetDrawMode(path, out, out + 4) || memory.int32(out + 4) !== 0,
    );
  const readPath = (object: number, around: Matrix): void => {
    const segments = Math.min(api.FPDFPath_CountSegments(object), maxSegments);
    const matrix = matrixFrom(object, around);
    const points: { x: number; y: number; isLine: boolean }[] = [];
    memory.withBytes(8, (out) => {
      for (let i = 0; i < segments; i++) {
        const segment = api.FPDFPath_GetPathSegment(object, i);
        const type = api.FPDFPathSegment_GetType(segment);
        if (type === bezierSegment || !api.FPDFPathSegment_GetPoint(segment, out, out + 4)) continue;
        const [x, y] = pointBy(matrix, memory.float32(out), memory.float32(out + 4));
        points.push({ x, y, isLine: type === 0 });
      }
    });
    if (points.length < 2) return;
    const xs = points.map(({ x }) => x);
    const ys = points.map(({ y }) => y);
    const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    // A border is often filled as a thin oblong, whose two long sides are one line.
    if (Math.min(x1 - x0, y1 - y0) <= thickest) return add(x0, y0, x1, y1);
    // The ground of a page or a cell, whose sides nobody sees as lines.
    if (points.length <= oblong && !isStroked(object)) return;
    for (const [i, point] of points.entries()) {
      const before = points[i - 1];
      if (before && point.isLine) add(before.x, before.y, point.x, point.y);
    }
  };
  const visit = (object: number, around: Matrix, depth: number): void => {
    const type = api.FPDFPageObj_GetType(object);
    if (type === pathObject) return readPath(object, around);
    if (type !== formObject || depth >= deepestForm) return;
    const inner = matrixFrom(object, around);
    const count = api.FPDFFormObj_CountObjects(object);
    for (let i = 0; i < count && left-- > 0; i++)
      visit(api.FPDFFormObj_GetObject(object, i), inner, depth + 1);
  };

  pdfium.guard(() => {
    const count = api.FPDFPage_CountObjects(page.handle);
    for (let i = 0; i < count && left-- > 0; i++) visit(api.FPDFPage_GetObject(page.handle, i), identity, 0);
  });
  return rules;
}
