import { point, type Typesetter } from './typesetter.ts';

/** Distance of our marks from the page's edges, in points. */
export const markMargin = 18;
const numberSize = 10;
const numberHeight = 12;
const stickerWidth = 92;
const stickerHeight = 46;

/** A mark in the page as it is looked at: its area from the visible page's lower left corner, and its operators. */
export interface Mark {
  readonly width: number;
  readonly height: number;
  /** Operators with the origin at the mark's own lower left corner. */
  readonly content: string;
  /** What must read back. */
  readonly text: string;
}

/**
 * A Bates number. A white ground keeps it legible on dark scans.
 */
export function drawNumber(number: string, type: Typesetter): Mark {
  const width = type.width(number, numberSize, 'bold') + 6;
  return {
    width,
    height: numberHeight,
    content: `1 g 0 0 ${point(width)} ${numberHeight} re f 0 g\n${type.draw(number, 3, 2.6, numberSize, 'bold')}`,
    text: number,
  };
}

/** An exhibit sticker: EXHIBIT over the label, in a frame. */
export function drawSticker(label: string, type: Typesetter): Mark {
  const labelSize = Math.min(20, (20 * (stickerWidth - 10)) / type.width(label, 20, 'bold'));
  const centred = (text: string, y: number, size: number) =>
    type.draw(text, (stickerWidth - type.width(text, size, 'bold')) / 2, y, size, 'bold');
  return {
    width: stickerWidth,
    height: stickerHeight,
    content: `1 g 0 G 1 w 0.5 0.5 ${stickerWidth - 1} ${stickerHeight - 1} re B 0 g\n${centred('EXHIBIT', 32, 9)}${centred(label, 9, point2(labelSize))}`,
    text: label,
  };
}

const point2 = (size: number) => Math.floor(size * 100) / 100;
