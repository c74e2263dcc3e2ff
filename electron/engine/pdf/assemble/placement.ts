import { markMargin, type Mark } from '../draw/marks.ts';
import { point } from '../draw/typesetter.ts';
import type { Box, SourcePage } from './source/source-document.ts';

export type NumberPosition = 'right' | 'centre';
export type MarkKind = 'number' | 'sticker';

/** Where a mark stands on a page. */
export interface Placement {
  /** Operand of cm: from the mark's own space into the page's. */
  readonly matrix: string;
  /** What it covers, in the page's own space. */
  readonly area: Box;
}

/** Room between the number and the sticker above it, in points. */
const gap = 6;

/**
 * Places a mark at the foot of a page as it is looked at: upright whatever the page's rotation, inside what is shown of it,
 * at its true size whatever the page's unit, smaller only where the page is too small for it.
 *
 * @param below height of the number the sticker stands above, in points; 0 where there is none
 */
export function placeMark(
  page: Pick<SourcePage, 'shownBox' | 'turns' | 'userUnit'>,
  mark: Pick<Mark, 'width' | 'height'>,
  { position, below }: { position: NumberPosition; below: number },
): Placement {
  const [left, bottom, right, top] = page.shownBox;
  const isSideways = page.turns % 2 === 1;
  const width = isSideways ? top - bottom : right - left;
  const height = isSideways ? right - left : top - bottom;
  const unit = 1 / page.userUnit;
  const needed = { width: mark.width + 2 * markMargin, height: mark.height + below + gap + markMargin };
  const scale = unit * Math.min(1, width / (needed.width * unit), height / (needed.height * unit));
  const x =
    position === 'right' ? width - (mark.width + markMargin) * scale : (width - mark.width * scale) / 2;
  const y = (markMargin + (below === 0 ? 0 : below + gap)) * scale;
  const [a, b, c, d, e, f] = toPage(page);
  const matrix = [a * scale, b * scale, c * scale, d * scale, a * x + c * y + e, b * x + d * y + f];
  const corner = (px: number, py: number) => [a * px + c * py + e, b * px + d * py + f] as const;
  const [x1, y1] = corner(x, y);
  const [x2, y2] = corner(x + mark.width * scale, y + mark.height * scale);
  return {
    matrix: matrix.map(preciseNumber).join(' '),
    area: [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)],
  };
}

/** From the page as looked at (origin at its lower left) into its own space (ISO 32000-1 §7.7.3.3, Rotate). */
function toPage({
  shownBox,
  turns,
}: Pick<SourcePage, 'shownBox' | 'turns'>): readonly [number, number, number, number, number, number] {
  const [left, bottom, right, top] = shownBox;
  switch (turns) {
    case 1:
      return [0, 1, -1, 0, right, bottom];
    case 2:
      return [-1, 0, 0, -1, right, top];
    case 3:
      return [0, -1, 1, 0, left, top];
    default:
      return [1, 0, 0, 1, left, bottom];
  }
}

/** Small scales, as on a page of large units, need more than three decimals. */
function preciseNumber(value: number): string {
  return Math.abs(value) >= 10 ? point(value) : Number(value.toFixed(6)).toString();
}
