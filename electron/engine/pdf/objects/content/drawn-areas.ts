import type { Box } from '../box.ts';
import type { Matrix } from './content-resources.ts';
import { state, type GraphicsStates } from './graphics-state.ts';

/** Areas past this count are not told apart any more: then nothing is free. */
const maxAreas = 250_000;

/** Where a page's operators may draw, as boxes in the page's own space. */
export class DrawnAreas {
  readonly #states: GraphicsStates;
  /** Four numbers each. A plain array: most pages have few, and one is made for each page. */
  readonly #boxes: number[] = [];
  /** Set once it cannot be told where something draws. */
  #isAnywhere = false;

  /** @param states the current one says what is clipped away */
  constructor(states: GraphicsStates) {
    this.#states = states;
  }

  /** Notes that something may draw anywhere. */
  addAnywhere(): void {
    this.#isAnywhere = true;
  }

  /** Notes that something may draw wherever it is not clipped away. */
  addWithinClip(): void {
    const states = this.#states;
    this.#add(
      states.get(state.clip),
      states.get(state.clip + 1),
      states.get(state.clip + 2),
      states.get(state.clip + 3),
    );
  }

  /** Notes the part of an area of the page's space that is not clipped away; one without numbers is anywhere. */
  add(left: number, bottom: number, right: number, top: number): void {
    const states = this.#states;
    this.#add(
      Math.max(left, states.get(state.clip)),
      Math.max(bottom, states.get(state.clip + 1)),
      Math.min(right, states.get(state.clip + 2)),
      Math.min(top, states.get(state.clip + 3)),
    );
  }

  /** Notes a rectangle of some space. @param matrix takes it into the page's */
  addBox([left, bottom, right, top]: Box, [a, b, c, d, e, f]: Matrix): void {
    // The least and the most of each product: what a corner adds to one does not change the other.
    const ax = a * left;
    const bx = a * right;
    const cy = c * bottom;
    const dy = c * top;
    const bl = b * left;
    const br = b * right;
    const db = d * bottom;
    const dt = d * top;
    this.add(
      Math.min(ax, bx) + Math.min(cy, dy) + e,
      Math.min(bl, br) + Math.min(db, dt) + f,
      Math.max(ax, bx) + Math.max(cy, dy) + e,
      Math.max(bl, br) + Math.max(db, dt) + f,
    );
  }

  #add(left: number, bottom: number, right: number, top: number): void {
    if (left > right || bottom > top) return;
    const boxes = this.#boxes;
    if (Number.isNaN(left + bottom + right + top) || boxes.length === maxAreas * 4) {
      this.#isAnywhere = true;
      return;
    }
    const last = boxes.length - 4;
    // Words of a line come one by one, each within the reach of the one before, or where that ends.
    const isWithinLast =
      last >= 0 &&
      left >= boxes[last]! &&
      bottom >= boxes[last + 1]! &&
      right <= boxes[last + 2]! &&
      top <= boxes[last + 3]!;
    if (isWithinLast) return;
    const goesOn =
      last >= 0 &&
      bottom === boxes[last + 1] &&
      top === boxes[last + 3] &&
      left <= boxes[last + 2]! &&
      right >= boxes[last]!;
    if (goesOn) {
      boxes[last] = Math.min(left, boxes[last]!);
      boxes[last + 2] = Math.max(right, boxes[last + 2]!);
      return;
    }
    boxes.push(left, bottom, right, top);
  }

  /** Whether nothing draws into an area; areas that only touch do not count. */
  isFree([left, bottom, right, top]: Box): boolean {
    if (this.#isAnywhere) return false;
    const boxes = this.#boxes;
    for (let i = 0; i < boxes.length; i += 4) {
      const isApart =
        boxes[i]! >= right || boxes[i + 2]! <= left || boxes[i + 1]! >= top || boxes[i + 3]! <= bottom;
      if (!isApart) return false;
    }
    return true;
  }
}
