import { letter } from '../drawn-page.ts';
import type { Weight } from '../font-shelf.ts';
import { point, type Typesetter } from '../typesetter.ts';

const margin = 72;
const textWidth = letter.width - 2 * margin;
/** Where a sheet's words begin that has no caption above them. */
export const headStart = letter.height - 210;
/** Where all of them end: marks and the way back to the index have their place below. */
const foot = 110;
/** The heading is as large as it may be on one line, down to this; then it wraps. */
const headingSizes = { most: 48, least: 22 } as const;
/** Everything below the heading shrinks together, from the first to the last of these, until it fits the sheet. */
const shrinks = [1, 0.85, 0.7, 0.6, 0.5, 0.4];

/** Words of one kind, one under the other in the middle of the sheet. */
interface Block {
  readonly texts: readonly string[];
  readonly size: number;
  readonly weight: Weight;
  /** Room above, in points. */
  readonly above: number;
  readonly isFramed?: boolean;
}

/** A sheet of words in its middle, filled from the top. */
export class Sheet {
  readonly #type: Typesetter;
  content: string;

  /** @param above operators of what stands above the words */
  constructor(type: Typesetter, above = '') {
    this.#type = type;
    this.content = `0 g 0 G\n${above}`;
  }

  /**
   * Sets a heading and what belongs below it.
   *
   * @returns the heading's area
   */
  layOut(
    start: number,
    heading: string,
    blocks: readonly Block[],
  ): readonly [number, number, number, number] {
    const full =
      (headingSizes.most * textWidth) / Math.max(1, this.#type.width(heading, headingSizes.most, 'bold'));
    const size = Math.max(headingSizes.least, Math.min(headingSizes.most, Math.floor(full * 10) / 10));
    const lines = this.#type.wrap(heading, textWidth, size, 'bold');
    let y = start - size * 0.72;
    let widest = 0;
    for (const line of lines) {
      const [left, , right] = this.centered(line, y, size, 'bold');
      widest = Math.max(widest, right - left);
      y -= size * 1.15;
    }
    const bottom = y + size * 1.15 - size * 0.25;
    const shown = blocks
      .map((block) => ({ ...block, texts: block.texts.filter((text) => text.trim() !== '') }))
      .filter(({ texts }) => texts.length > 0);
    const shrink = shrinks.find((by) => bottom - this.#height(shown, by) >= foot) ?? shrinks.at(-1)!;
    y = bottom;
    for (const block of shown) y = this.#setBlock(block, y, shrink);
    const half = widest / 2;
    return [letter.width / 2 - half, bottom, letter.width / 2 + half, start + 4];
  }

  /** Sets a line in the middle; returns its area. */
  centered(text: string, y: number, size: number, weight: Weight): readonly [number, number, number, number] {
    const width = this.#type.width(text, size, weight);
    const x = (letter.width - width) / 2;
    this.content += this.#type.draw(text, x, y, size, weight);
    return [x - 4, y - 4, x + width + 4, y + size];
  }

  #lines({ texts, size, weight }: Block, shrink: number): string[] {
    return texts.flatMap((text) => this.#type.wrap(text, textWidth, size * shrink, weight));
  }

  #height(blocks: readonly Block[], shrink: number): number {
    return blocks.reduce(
      (sum, block) =>
        sum +
        block.above * shrink +
        this.#lines(block, shrink).length * block.size * shrink * 1.35 +
        (block.isFramed ? 12 : 0),
      0,
    );
  }

  #setBlock(block: Block, start: number, shrink: number): number {
    const size = block.size * shrink;
    const lines = this.#lines(block, shrink);
    const top = start - block.above * shrink;
    let y = top - size;
    for (const line of lines) {
      this.centered(line, y, size, block.weight);
      y -= size * 1.35;
    }
    const end = y + size * 1.35 - size * 0.35;
    if (!block.isFramed) return end;
    const width = Math.max(...lines.map((line) => this.#type.width(line, size, block.weight))) + 28;
    const [x, low] = [(letter.width - width) / 2, end - 6];
    this.content += `1 w ${point(x)} ${point(low)} ${point(width)} ${point(top + 5 - low)} re S\n`;
    return low;
  }
}
