import type { PageBox, Pdfium, PdfPage } from '../pdfium/index.ts';
import { annotationsOver } from './annotations.ts';
import { BoxIndex } from './box-index.ts';
import type { Letter } from './letters.ts';
import type { Color, PaintedObject } from './painted-objects.ts';

/** Something that lies over a page's words, or beneath them, or marks them. */
export interface Cover {
  /** In the page's own space. */
  readonly areas: readonly PageBox[];
  /** Among all that the page paints, from 0; annotations come last. */
  readonly order: number;
  readonly kind: 'drawing' | 'annotation' | 'picture' | 'scan' | 'mark';
  /** Of what the page paints. */
  readonly object: PaintedObject | null;
}

/** Narrower and lower ones cover no letter alone, in points. */
const leastSide = 3;
/** A picture that covers this share of its page is a scan, and words beneath it are what was recognized of it; a drawing is what the page is drawn on. */
const largeShare = 0.5;
/** Colors that differ by no more look the same, of 255; no box is told from paper by one that is lighter. */
const sameColor = 24;
const paperColor = 230;

/** Where a text stands among all that a page paints. */
interface PlacedText extends PaintedObject {
  readonly order: number;
}

/** What lies about a letter. */
export interface Surroundings {
  readonly text: PlacedText;
  /** The lowest picture painted over it; of recognized words also one beneath them, for they stand behind their scan. */
  readonly scan: Cover | undefined;
  /** What was painted later, from the topmost; over recognized words, what was painted after the scan. */
  readonly above: readonly Cover[];
  /** What was painted before, in the color of the letter. */
  readonly ground: Cover | undefined;
  /** A mark for redaction on it. */
  readonly mark: Cover | undefined;
}

/**
 * Finds what a page paints over its words.
 *
 * @param options.isThorough whether fine lines count, of which only many cover a letter, and pictures beneath words
 * @throws AppError PDF_LIMIT_EXCEEDED where too much of the page lies over each other
 */
export function findCovers(
  pdfium: Pdfium,
  page: PdfPage,
  objects: readonly PaintedObject[],
  { isThorough }: { isThorough: boolean },
): Covers {
  const large = largeShare * page.width * page.height;
  const texts = new Map<number, PlacedText>();
  const covers: Cover[] = [];
  for (const [order, object] of objects.entries()) {
    const { kind, box, handle } = object;
    if (kind === 'text') texts.set(handle, { ...object, order });
    else if (isThorough || (!object.isFine && isBroad(box)))
      covers.push({
        areas: [box],
        order,
        kind: kind === 'picture' && sizeOf(box) >= large ? 'scan' : kind,
        object,
      });
  }
  const over = isThorough ? textsOverOthers([...texts.values()]) : [];
  for (const text of over)
    covers.push({ areas: [text.box], order: text.order, kind: 'drawing', object: text });
  for (const { areas, isRedaction } of annotationsOver(pdfium, page))
    covers.push({ areas, order: objects.length, kind: isRedaction ? 'mark' : 'annotation', object: null });
  return new Covers(texts, covers, { over, large, isThorough });
}

/** What lies over a page's words. */
class Covers {
  /** Texts that lie over others, as FPDF_PAGEOBJECTs: what they show are no words. */
  readonly texts: ReadonlySet<number>;
  /** Whether anything does, or marks them, for all that their boxes tell: only then are letters worth reading. */
  readonly isAny: boolean;
  readonly #placed: ReadonlyMap<number, PlacedText>;
  readonly #index: BoxIndex<Cover>;
  /** From this size on what is painted is what the page is drawn on, in square points. */
  readonly #large: number;
  readonly #isThorough: boolean;

  constructor(
    placed: ReadonlyMap<number, PlacedText>,
    covers: readonly Cover[],
    { over, large, isThorough }: { over: readonly PlacedText[]; large: number; isThorough: boolean },
  ) {
    this.texts = new Set(over.map(({ handle }) => handle));
    this.#placed = placed;
    this.#large = large;
    this.#isThorough = isThorough;
    const texts = [...placed.values()];
    this.#index = new BoxIndex(
      covers.flatMap((cover) => cover.areas.map((area) => [area, cover] as const)),
      around(texts.map(({ box }) => box)),
    );
    this.isAny = texts.some((text) =>
      this.#index.near(text.box).some((cover) => this.#matters(cover, text) && isTouched(cover, text.box)),
    );
  }

  /** What lies about a letter; null for one of a text that is not known. */
  about({ box, object }: Letter): Surroundings | null {
    const text = this.#placed.get(object);
    if (!text) return null;
    const middle = middleOf(box);
    const near = this.#index.near(this.#isThorough ? box : middle);
    const isOn = (cover: Cover) => isTouched(cover, middle);
    const scan = lowest(
      near.filter(
        (cover) =>
          cover.object?.kind === 'picture' && (text.isInkless || cover.order > text.order) && isOn(cover),
      ),
    );
    const lower = text.isInkless ? (scan?.order ?? text.order) : text.order;
    const isOver = (cover: Cover) =>
      cover.kind !== 'mark' &&
      cover.order > lower &&
      // A page that is drawn on a ground of its own and then on a picture of it shows the picture.
      !(scan && cover.order < scan.order && sizeOf(cover.areas[0]!) >= this.#large) &&
      (this.#isThorough ? isTouched(cover, box) : isOn(cover));
    return {
      text,
      scan,
      above: near.filter(isOver).toSorted((a, b) => b.order - a.order),
      ground: near.find((cover) => this.#isGround(cover, text) && isOn(cover)),
      mark: near.find((cover) => cover.kind === 'mark' && isOn(cover)),
    };
  }

  #matters(cover: Cover, text: PlacedText): boolean {
    return (
      cover.kind === 'mark' ||
      cover.order > text.order ||
      // A scan alone is looked at only thoroughly.
      (text.isInkless && cover.order < text.order && (this.#isThorough || cover.kind !== 'scan')) ||
      this.#isGround(cover, text)
    );
  }

  #isGround({ order, kind, object, areas }: Cover, { color, order: place }: PlacedText): boolean {
    if (order >= place || !object || sizeOf(areas[0]!) >= this.#large) return false;
    return kind === 'picture' ? this.#isThorough : isSameInk(object.color, color);
  }
}

/** Share of the smaller of two texts that lies in the other's place where one is drawn over the other: lines and words touch by less. */
const leastOver = 0.5;

/** Texts that are drawn in the place of an earlier one: rows of blocks, and boxes that are letters of a font. */
function textsOverOthers(texts: readonly PlacedText[]): PlacedText[] {
  const index = new BoxIndex(
    texts.map((text) => [text.box, text] as const),
    around(texts.map(({ box }) => box)),
  );
  return texts.filter((text) =>
    index.near(text.box).some((other) => {
      if (other.order >= text.order) return false;
      const width = Math.min(text.box.right, other.box.right) - Math.max(text.box.left, other.box.left);
      const height = Math.min(text.box.top, other.box.top) - Math.max(text.box.bottom, other.box.bottom);
      const least = leastOver * Math.min(sizeOf(text.box), sizeOf(other.box));
      return width > 0 && height > 0 && width * height > least;
    }),
  );
}

const isTouched = ({ areas }: Cover, box: PageBox) => areas.some((area) => doMeet(area, box));

const isBroad = ({ left, bottom, right, top }: PageBox) =>
  right - left >= leastSide && top - bottom >= leastSide;

const lowest = (covers: readonly Cover[]) =>
  covers.reduce<Cover | undefined>((low, cover) => (low && low.order < cover.order ? low : cover), undefined);

const sizeOf = ({ left, bottom, right, top }: PageBox) => (right - left) * (top - bottom);

function isSameInk(a: Color | null, b: Color | null): boolean {
  if (!a || !b || a.every((value) => value >= paperColor)) return false;
  return a.every((value, at) => Math.abs(value - b[at]!) <= sameColor);
}

function doMeet(a: PageBox, b: PageBox): boolean {
  return a.left <= b.right && b.left <= a.right && a.bottom <= b.top && b.bottom <= a.top;
}

function middleOf({ left, bottom, right, top }: PageBox): PageBox {
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  return { left: x, right: x, bottom: y, top: y };
}

function around(boxes: readonly PageBox[]): PageBox {
  return boxes.reduce(
    (all, box) => ({
      left: Math.min(all.left, box.left),
      bottom: Math.min(all.bottom, box.bottom),
      right: Math.max(all.right, box.right),
      top: Math.max(all.top, box.top),
    }),
    { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity },
  );
}
