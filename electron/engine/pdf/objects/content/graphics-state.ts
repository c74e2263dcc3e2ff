import type { Matrix } from './content-resources.ts';

/** The parts of the graphics state that say where something is drawn (ISO 32000-1 §8.4), by place in the array. */
export const state = {
  matrix: 0,
  fontSize: 6,
  leading: 7,
  rise: 8,
  /** Horizontal scaling: 1 for 100 %. */
  scale: 9,
  characterSpace: 10,
  wordSpace: 11,
  renderMode: 12,
  /** NaN when it is not known. */
  lineWidth: 13,
  miterLimit: 14,
  /** Left, bottom, right, top in the page's space. */
  clip: 15,
  /** 1 while fills are white, which shows nothing that was not there. */
  isWhite: 19,
  /** 1 when a parameter dictionary may change how white shows. */
  isOdd: 20,
  /** Place among the fonts met; -1 before any, and where nothing is known of it. */
  font: 21,
} as const;

const stride = 22;
/** States within each other; more than any sane page needs. */
export const maxDepth = 4_096;
/** Farther than any page reaches, in points. */
export const farAway = 1e6;

/** Where every page begins, and room for what its first q saves. */
const initial = Array.from({ length: stride * 2 }, () => 0);
// Once it held a fraction it stays an array of doubles, and so do its copies: else each would be changed into one.
initial[state.scale] = 0.5;
for (const key of [state.matrix, state.matrix + 3, state.scale, state.lineWidth]) initial[key] = 1;
initial[state.miterLimit] = 10;
for (const [i, side] of [-farAway, -farAway, farAway, farAway].entries()) initial[state.clip + i] = side;
initial[state.font] = -1;

/** The graphics state and those saved by q. */
export class GraphicsStates {
  /** The saved ones, then the current. A plain array: one is made for each page. */
  readonly #values = initial.slice();
  #depth = 0;
  /** Where the current one begins. */
  #at = 0;

  /** How many are saved. */
  get depth(): number {
    return this.#depth;
  }

  get(key: number): number {
    return this.#values[this.#at + key]!;
  }

  set(key: number, value: number): void {
    this.#values[this.#at + key] = value;
  }

  /** q. @returns false when there are too many */
  save(): boolean {
    if (this.#depth === maxDepth) return false;
    const values = this.#values;
    const from = this.#at;
    const to = from + stride;
    if (to === values.length) for (let i = from; i < to; i += 1) values.push(values[i]!);
    else for (let i = 0; i < stride; i += 1) values[to + i] = values[from + i]!;
    this.#at = to;
    this.#depth += 1;
    return true;
  }

  /** Q. @returns false when none is saved */
  restore(): boolean {
    if (this.#depth === 0) return false;
    this.#depth -= 1;
    this.#at -= stride;
    return true;
  }

  /** cm. */
  transform(matrix: Matrix): void {
    multiply(matrix, this.matrix()).forEach((value, i) => this.set(i, value));
  }

  /** The current transformation. */
  matrix(): Matrix {
    const at = this.#at;
    const values = this.#values;
    return [values[at]!, values[at + 1]!, values[at + 2]!, values[at + 3]!, values[at + 4]!, values[at + 5]!];
  }
}

/** Where a matrix takes a point. */
export function pointBy([a, b, c, d, e, f]: Matrix, x: number, y: number): [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The matrix that does first `a`, then `b`. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ];
}
