/** Browsers lay out no more than some 33 million pixels; spacers of very long texts are shrunk to stay well below. */
const mostPixels = 12_000_000;
const firstGuess = 600;

/** How tall the parts of a text are: as measured, else the average of those measured so far. In CSS pixels. */
export class PartLayout {
  readonly total: number;
  readonly #measured = new Map<number, number>();
  #sum = 0;

  constructor(total: number) {
    this.total = total;
  }

  measure(part: number, height: number): void {
    this.#sum += height - (this.#measured.get(part) ?? 0);
    this.#measured.set(part, height);
  }

  /** Forgets all: the width changed. */
  clear(): void {
    this.#measured.clear();
    this.#sum = 0;
  }

  /** Height of a part that is not in the document. */
  heightOf(part: number): number {
    const average = this.#measured.size === 0 ? firstGuess : this.#sum / this.#measured.size;
    return Math.min(this.#measured.get(part) ?? average, mostPixels / this.total);
  }

  /** Height of all parts from one to another, both included; 0 where there are none. */
  between(first: number, last: number): number {
    let height = 0;
    for (let part = first; part <= last; part += 1) height += this.heightOf(part);
    return height;
  }

  /** The part at a height from the top of all of them, from 1. */
  partAt(y: number): number {
    let end = 0;
    for (let part = 1; part <= this.total; part += 1) {
      end += this.heightOf(part);
      if (y < end) return part;
    }
    return Math.max(1, this.total);
  }
}
