import type { Matrix } from './content-resources.ts';

/** What of the graphics state says where something is drawn (ISO 32000-1 §8.4), by place in the array. */
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
  /** Place among the fonts met; -1 before any. */
  font: 21,
} as const;

const stride = 22;
/** States within each other; more than any sane page needs. */
export const maxDepth = 4_096;
/** Farther than any page reaches, in points. */
export const farAway = 1e6;

/** Where every page begins. */
const initial = new Float64Array(stride);
initial.set([1, 0, 0, 1, 0, 0]);
initial[state.scale] = 1;
initial[state.lineWidth] = 1;
initial[state.miterLimit] = 10;
initial.set([-farAway, -farAway, farAway, farAway], state.clip);
initial[state.font] = -1;

/** The graphics state and those saved by q. */
export class GraphicsStates {
  #values = new Float64Array(stride * 4);
  #depth = 0;

  constructor() {
    this.#values.set(initial);
  }

  /** How many are saved. */
  get depth(): number {
    return this.#depth;
  }

  get(key: number): number {
    return this.#values[this.#depth * stride + key]!;
  }

  set(key: number, value: number): void {
    this.#values[this.#depth * stride + key] = value;
  }

  /** q. @returns false when there are too many */
  save(): boolean {
    if (this.#depth === maxDepth) return false;
    const from = this.#depth * stride;
    if (from + stride * 2 > this.#values.length) {
      const larger = new Float64Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values.copyWithin(from + stride, from, from + stride);
    this.#depth += 1;
    return true;
  }

  /** Q. @returns false when none is saved */
  restore(): boolean {
    if (this.#depth === 0) return false;
    this.#depth -= 1;
    return true;
  }

  /** cm. */
  transform(matrix: Matrix): void {
    const at = this.#depth * stride;
    this.#values.set(multiply(matrix, this.matrix()), at);
  }

  /** The current transformation. */
  matrix(): Matrix {
    const at = this.#depth * stride;
    const values = this.#values;
    return [values[at]!, values[at + 1]!, values[at + 2]!, values[at + 3]!, values[at + 4]!, values[at + 5]!];
  }
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
