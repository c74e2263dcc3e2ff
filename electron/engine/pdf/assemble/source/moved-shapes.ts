import {
  boxOfCorners,
  PdfArray,
  pointBy,
  shortNumber,
  type Matrix,
  type PdfDict,
  type PdfObjects,
  type PdfValue,
} from '../../objects/index.ts';

/** Entries of an annotation that are places on its page (ISO 32000-1 §12.5.6). */
export const movedKeys = ['Rect', 'QuadPoints', 'L', 'Vertices', 'InkList', 'Path', 'CL', 'RD'];
const pointLists = ['QuadPoints', 'L', 'Vertices', 'CL'];
const listsOfPointLists = ['InkList', 'Path'];
const maxNumbers = 200_000;

/** An annotation's places, moved with the page's content, as entries. */
export function moveShapes(objects: PdfObjects, annotation: PdfDict, matrix: Matrix): string {
  let entries = '';
  const rectangle = numbersOf(objects, annotation.get('Rect'));
  if (rectangle && rectangle.length >= 4) {
    const [x1, y1, x2, y2] = movePoints(rectangle.slice(0, 4), matrix) as [number, number, number, number];
    entries += `/Rect[${written(boxOfCorners(x1, y1, x2, y2))}]`;
  }
  for (const key of pointLists) {
    const points = numbersOf(objects, annotation.get(key));
    if (points) entries += `/${key}[${written(movePoints(points, matrix))}]`;
  }
  for (const key of listsOfPointLists) {
    const strokes = objects.arrayAt(annotation, key);
    if (!strokes) continue;
    const moved = [...strokes].map((stroke) => numbersOf(objects, stroke) ?? []);
    entries += `/${key}[${moved.map((stroke) => `[${written(movePoints(stroke, matrix))}]`).join('')}]`;
  }
  const differences = numbersOf(objects, annotation.get('RD'));
  if (differences) {
    const scale = Math.hypot(matrix[0], matrix[1]);
    entries += `/RD[${written(differences.map((n) => n * scale))}]`;
  }
  return entries;
}

/** What each number of a view is (ISO 32000-1 table 151). */
const viewNumbers: Readonly<Record<string, string>> = {
  XYZ: 'xy',
  FitH: 'y',
  FitV: 'x',
  FitR: 'xyxy',
  FitBH: 'y',
  FitBV: 'x',
};

/**
 * How a destination is shown, once the content of its page is drawn elsewhere on it, never turned.
 *
 * @example moveView('/XYZ 72 700 null', [0.9, 0, 0, 0.9, 30.6, 79.2]) // '/XYZ 95.4 709.2 null'
 */
export function moveView(view: string, [a, , , d, e, f]: Matrix): string {
  const [kind, ...numbers] = view.split(' ');
  const axes = viewNumbers[kind!.slice(1)] ?? '';
  const moved = numbers.map((text, i) => {
    if (text === 'null' || axes[i] === undefined) return text;
    return written([axes[i] === 'x' ? a * Number(text) + e : d * Number(text) + f]);
  });
  return [kind, ...moved].join(' ');
}

function movePoints(numbers: readonly number[], matrix: Matrix): number[] {
  const moved: number[] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2)
    moved.push(...pointBy(matrix, numbers[i]!, numbers[i + 1]!));
  return moved;
}

function numbersOf(objects: PdfObjects, value: PdfValue | undefined): number[] | null {
  const array = objects.resolve(value);
  if (!(array instanceof PdfArray) || array.length > maxNumbers) return null;
  return [...array].map((item) => {
    const number = objects.resolve(item);
    return typeof number === 'number' ? number : 0;
  });
}

const written = (numbers: readonly number[]) => numbers.map((n) => shortNumber(n, 4)).join(' ');
