import { drawLines, drawSticker } from '../../draw/marks.ts';
import type { Typesetter } from '../../draw/typesetter.ts';
import type { MarkStyle } from '../plan.ts';
import type { PagePlan, PlacedMark } from './page-plan.ts';

/** What is drawn over a page: operators, and the fonts they name. */
export interface Stamp {
  /** In the page's own space; leaves the graphics state as it was. Empty where the page gets no marks. */
  readonly content: string;
  /** Entries of a resource dictionary's Font. */
  readonly fonts: string;
}

/** Draws the marks of a page. @param type of the output that the page goes into */
export function drawMarks(plan: PagePlan, style: MarkStyle, type: Typesetter): Stamp {
  const content = plan.marks.map((mark) => `q ${mark.matrix} cm\n${drawMark(mark, style, type)}Q\n`).join('');
  return { content, fonts: content === '' ? '' : type.fontResources() };
}

function drawMark({ kind, lines }: PlacedMark, style: MarkStyle, type: Typesetter): string {
  if (kind !== 'sticker') return drawLines(kind, lines, type);
  return drawSticker(lines.at(-1)!, { color: style.stickerColour, words: style.stickerWords }, type);
}
