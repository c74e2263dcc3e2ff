import { drawBanner, drawDesignation, drawNumber, drawSticker } from '../../draw/marks.ts';
import type { Typesetter } from '../../draw/typesetter.ts';
import type { MarkStyle } from '../plan.ts';
import type { PagePlan, PlacedMark } from './page-plan.ts';

/**
 * Draws the marks of a page with an output's typesetter.
 *
 * @returns operators in the page's own space that leave the graphics state as it was, and the entries of a resource
 *   dictionary's Font they need; no operators where the page bears nothing
 */
export function drawMarks(
  plan: PagePlan,
  style: MarkStyle,
  type: Typesetter,
): { readonly content: string; readonly fonts: string } {
  const content = plan.marks.map((mark) => `q ${mark.matrix} cm\n${drawMark(mark, style, type)}Q\n`).join('');
  return { content, fonts: content === '' ? '' : type.fontResources() };
}

function drawMark({ kind, lines }: PlacedMark, style: MarkStyle, type: Typesetter): string {
  switch (kind) {
    case 'number':
      return drawNumber(lines[0]!, type).content;
    case 'designation':
      return drawDesignation(lines, type).content;
    case 'banner':
      return drawBanner(lines, type).content;
    case 'sticker':
      return drawSticker(lines.at(-1)!, { colour: style.stickerColour, words: style.stickerWords }, type)
        .content;
  }
}
