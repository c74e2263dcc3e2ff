import type { Box } from '../list-pages.ts';

/** Areas past this count are not told apart any more: then nothing is free. */
const maxAreas = 250_000;

/** Where a page's operators may draw, as boxes in the page's own space. */
export class DrawnAreas {
  #boxes = new Float64Array(256);
  #count = 0;
  /** Set once it cannot be told where something draws. */
  #isAnywhere = false;

  /** Notes that something may draw anywhere. */
  addAnywhere(): void {
    this.#isAnywhere = true;
  }

  /** Notes an area; one without numbers is anywhere. */
  add(left: number, bottom: number, right: number, top: number): void {
    if (left > right || bottom > top) return;
    if (Number.isNaN(left + bottom + right + top) || this.#count === maxAreas) {
      this.#isAnywhere = true;
      return;
    }
    const boxes = this.#boxes;
    const last = (this.#count - 1) * 4;
    // Words of a line come one by one, each within the reach of the one before.
    const isWithinLast =
      this.#count > 0 &&
      left >= boxes[last]! &&
      bottom >= boxes[last + 1]! &&
      right <= boxes[last + 2]! &&
      top <= boxes[last + 3]!;
    if (isWithinLast) return;
    if (this.#count * 4 === boxes.length) {
      this.#boxes = new Float64Array(boxes.length * 2);
      this.#boxes.set(boxes);
    }
    const at = this.#count * 4;
    this.#boxes[at] = left;
    this.#boxes[at + 1] = bottom;
    this.#boxes[at + 2] = right;
    this.#boxes[at + 3] = top;
    this.#count += 1;
  }

  /** Whether nothing draws into an area; areas that only touch do not count. */
  isFree([left, bottom, right, top]: Box): boolean {
    if (this.#isAnywhere) return false;
    const boxes = this.#boxes;
    for (let i = 0; i < this.#count * 4; i += 4) {
      const isApart =
        boxes[i]! >= right || boxes[i + 2]! <= left || boxes[i + 1]! >= top || boxes[i + 3]! <= bottom;
      if (!isApart) return false;
    }
    return true;
  }
}
