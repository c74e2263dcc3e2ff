import type { PageBox, Pdfium, PdfPage } from '../pdfium/index.ts';
import { annotationsOver } from './annotations.ts';
import type { Letter } from './letters.ts';
import type { PaintedObject } from './painted-objects.ts';

/** Something that lies over a page's words, or marks them. */
export interface Cover {
  /** In the page's own space. */
  readonly areas: readonly PageBox[];
  /** Among all that the page paints, from 0; annotations come last. */
  readonly order: number;
  readonly kind: 'drawing' | 'annotation' | 'picture' | 'scan' | 'mark';
}

/** Narrower and lower ones cover no letter, in points. */
const leastSide = 3;
/** Of more than so many, the largest are looked at. */
const maxCovers = 2_000;
/** A picture that covers this share of its page is a scan, and words beneath it are what was recognised of it. */
const scanShare = 0.5;

/** What lies over a page's words. */
export interface Covers {
  /** Whether anything does, or marks them, for all that their boxes tell: only then are letters worth reading. */
  readonly isAny: boolean;
  over(letter: Letter): Covered;
}

/** What lies over a letter. */
export interface Covered {
  /** Of several the topmost. */
  readonly over: Cover | undefined;
  /** Whether the letter was recognised in the scan it stands behind. */
  readonly isRecognised: boolean;
  /** A mark for redaction on it. */
  readonly mark: Cover | undefined;
}

/** Finds what a page paints over its words. Over recognised words lies also what was painted before them: they stand behind their scan. */
export function findCovers(pdfium: Pdfium, page: PdfPage, objects: readonly PaintedObject[]): Covers {
  const leastScan = scanShare * page.width * page.height;
  const painted = objects.flatMap(({ kind, box }, order): Cover[] => {
    if (kind === 'text' || box.right - box.left < leastSide || box.top - box.bottom < leastSide) return [];
    const isScan = kind === 'picture' && sizeOf(box) >= leastScan;
    return [{ areas: [box], order, kind: isScan ? 'scan' : kind }];
  });
  const largest =
    painted.length <= maxCovers
      ? painted
      : painted.toSorted((a, b) => sizeOf(b.areas[0]!) - sizeOf(a.areas[0]!)).slice(0, maxCovers);
  const annotations = annotationsOver(pdfium, page).map(({ areas, isRedaction }): Cover => ({
    areas,
    order: objects.length,
    kind: isRedaction ? 'mark' : 'annotation',
  }));
  const marks = annotations.filter(({ kind }) => kind === 'mark');
  const covers = [...largest, ...annotations.filter(({ kind }) => kind !== 'mark')].toSorted(
    (a, b) => b.order - a.order,
  );
  const texts = new Map(
    objects.flatMap((object, order) =>
      object.kind === 'text' ? [[object.handle, { ...object, order }]] : [],
    ),
  );
  const mayCover = (cover: Cover, text: { order: number; isInkless: boolean }) =>
    text.isInkless || cover.order > text.order;
  return {
    isAny:
      marks.length > 0 ||
      [...texts.values()].some((text) =>
        covers.some((cover) => mayCover(cover, text) && cover.areas.some((area) => doMeet(area, text.box))),
      ),
    over({ box, object }) {
      const text = texts.get(object);
      const isOn = ({ areas }: Cover) => areas.some((area) => isOver(area, box));
      const over = text && covers.find((cover) => mayCover(cover, text) && isOn(cover));
      return {
        over,
        isRecognised: text?.isInkless === true || over?.kind === 'scan',
        mark: marks.find(isOn),
      };
    },
  };
}

const sizeOf = ({ left, bottom, right, top }: PageBox) => (right - left) * (top - bottom);

function doMeet(a: PageBox, b: PageBox): boolean {
  return a.left <= b.right && b.left <= a.right && a.bottom <= b.top && b.bottom <= a.top;
}

/** Whether the middle of a letter lies within an area. */
function isOver(area: PageBox, { left, bottom, right, top }: PageBox): boolean {
  const x = (left + right) / 2;
  const y = (bottom + top) / 2;
  return area.left <= x && x <= area.right && area.bottom <= y && y <= area.top;
}
