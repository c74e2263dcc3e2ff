import { point } from '../../draw/typesetter.ts';
import type { Spot } from './line-places.ts';
import { boxOfCorners, pointBy, type Box, type Matrix } from '../../objects/index.ts';
import type { PageSpace } from './page-look.ts';

/**
 * The shorter side of a sheet of 11 by 17 inches, in points. Larger pages, as photographs and plans have, are read and printed
 * fitted to paper: marks are as large on them as if they were such a sheet.
 */
const widestSheet = 792;
/** As high as lines of marks at the foot stand, the room around them included; in points. */
const footHeight = 76;

/** A page as it is looked at: points of the sheet from its lower left corner, upright whatever its rotation and unit. */
export class PageView {
  readonly width: number;
  readonly height: number;
  readonly #space: PageSpace;
  readonly #unit: number;
  readonly #turn: Matrix;
  /** The place that was asked for last. */
  #placed: { readonly spot: Spot; readonly matrix: string; readonly area: Box } | null = null;

  constructor(space: PageSpace) {
    const { shownBox, turns, userUnit } = space;
    const [left, bottom, right, top] = shownBox;
    const isSideways = turns % 2 === 1;
    this.#space = { shownBox, turns, userUnit };
    const shorter = Math.min(right - left, top - bottom);
    this.#unit = Math.min(userUnit, widestSheet / shorter);
    this.width = (isSideways ? top - bottom : right - left) * this.#unit;
    this.height = (isSideways ? right - left : top - bottom) * this.#unit;
    this.#turn = turnOf(shownBox, turns);
  }

  /** Whether a page lies just as this one does, so that all of this holds for it. */
  isOf({ shownBox, turns, userUnit }: PageSpace): boolean {
    const own = this.#space;
    return (
      own.turns === turns &&
      own.userUnit === userUnit &&
      own.shownBox[0] === shownBox[0] &&
      own.shownBox[1] === shownBox[1] &&
      own.shownBox[2] === shownBox[2] &&
      own.shownBox[3] === shownBox[3]
    );
  }

  /** Where a mark at a spot stands in the page's own space: the operand of cm that takes it there, and what it covers. */
  place(spot: Spot): { readonly matrix: string; readonly area: Box } {
    // On page after page the number stands in one and the same spot.
    if (this.#placed?.spot !== spot)
      this.#placed = {
        spot,
        matrix: this.matrix(spot.x, spot.y, spot.scale),
        area: this.toPage(spot.area),
      };
    return this.#placed;
  }

  /** An area of the view, in the page's own space. */
  toPage([left, bottom, right, top]: Box): Box {
    return boxOfCorners(...this.#pointToPage(left, bottom), ...this.#pointToPage(right, top));
  }

  /** An area of the page's own space, as looked at. */
  fromPage([left, bottom, right, top]: Box): Box {
    const [a, b, c, d, e, f] = this.#turn;
    // A quarter turn's inverse is its transpose.
    const backX = (x: number, y: number) => (a * (x - e) + b * (y - f)) * this.#unit;
    const backY = (x: number, y: number) => (c * (x - e) + d * (y - f)) * this.#unit;
    return boxOfCorners(backX(left, bottom), backY(left, bottom), backX(right, top), backY(right, top));
  }

  /** Operand of cm that sets a mark upright with its lower left corner at a point of the view. */
  matrix(x: number, y: number, scale: number): string {
    const [a, b, c, d] = this.#turn;
    const s = scale / this.#unit;
    return [a * s, b * s, c * s, d * s, ...this.#pointToPage(x, y)].map(preciseNumber).join(' ');
  }

  /** Operand of cm that draws the page's content smaller toward the middle of its upper edge. */
  shrinking(scale: number): Matrix {
    const [x, y] = this.#pointToPage(this.width / 2, this.height);
    return [scale, 0, 0, scale, rounded(x * (1 - scale)), rounded(y * (1 - scale))];
  }

  /** For an area of the view: where the content that it shows once drawn smaller was before, as far as the view goes; null beside it. */
  beforeShrinking([left, bottom, right, top]: Box, scale: number): Box | null {
    const { width, height } = this;
    const x = (at: number) => width / 2 + (at - width / 2) / scale;
    const y = (at: number) => height - (height - at) / scale;
    if (x(left) >= width || x(right) <= 0 || y(top) <= 0) return null;
    return [
      within(x(left), width),
      within(y(bottom), height),
      within(x(right), width),
      within(y(top), height),
    ];
  }

  #pointToPage(x: number, y: number): [number, number] {
    return pointBy(this.#turn, x / this.#unit, y / this.#unit);
  }
}

/** A page's foot as looked at, in its own space: where its marks stand unless they find no room there. */
export function footOf(space: PageSpace): Box {
  const view = new PageView(space);
  return view.toPage([0, 0, view.width, footHeight]);
}

/** From the page as looked at (origin at its lower left) into its own space (ISO 32000-1 §7.7.3.3, Rotate). */
function turnOf([left, bottom, right, top]: Box, turns: number) {
  switch (turns) {
    case 1:
      return [0, 1, -1, 0, right, bottom] as const;
    case 2:
      return [-1, 0, 0, -1, right, top] as const;
    case 3:
      return [0, -1, 1, 0, left, top] as const;
    default:
      return [1, 0, 0, 1, left, bottom] as const;
  }
}

const within = (value: number, end: number) => Math.min(end, Math.max(0, value));
const rounded = (value: number) => Number(value.toFixed(6));

/** Small scales, as on a page of large units, need more than three decimals. */
function preciseNumber(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return Math.abs(value) >= 10 ? point(value) : plainDecimal(Number(value.toFixed(6)));
}

/** PDF has no exponents: what is too small for decimals is nothing. */
function plainDecimal(value: number): string {
  return Math.abs(value) < 1e-6 ? '0' : value.toString();
}
