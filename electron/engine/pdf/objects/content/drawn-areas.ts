import type { Box } from '../list-pages.ts';

/** Areas past this count are not told apart any more: then nothing is free. */
const maxAreas = 250_000;

/** Where a page's operators may draw, as boxes in the page's own space. */
export class DrawnAreas {
  /** Four numbers each. A plain array: most pages have few, and one is made for each page. */
  readonly #boxes: number[] = [];
  /** Set once it cannot be told where something draws. */
  #isAnywhere = false;

  /** Notes that something may draw anywhere. */
  addAnywhere(): void {
    this.#isAnywhere = true;
  }

  /** Notes an area; one without numbers is anywhere. */
  add(left: number, bottom: number, right: number, top: number): void {
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
