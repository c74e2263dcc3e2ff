import type { SlipSheetText } from '../../assemble/plan.ts';
import { drawCaption } from './caption.ts';
import { letter, topMargin, type DrawnPage } from '../drawn-page.ts';
import { headStart, Sheet } from './sheet.ts';
import type { Typesetter } from '../typesetter.ts';

/**
 * The sheet before an exhibit. Words of any length wrap and shrink; none are cut short.
 *
 * @param options.hasIndex whether the sheet stands in a file with an index to lead back to
 */
export function drawSlipSheet(
  text: SlipSheetText,
  type: Typesetter,
  { hasIndex }: { readonly hasIndex: boolean },
): DrawnPage {
  const caption = drawCaption(text.caption, type);
  const sheet = new Sheet(type, caption.content);
  const start = caption.bottom === null ? headStart : Math.min(headStart, caption.bottom - 56);
  const headingArea = sheet.layOut(start, text.heading, [
    { texts: [text.belonging], size: 14, weight: 'regular', above: 10 },
    { texts: [text.title], size: 20, weight: 'regular', above: 26 },
    { texts: text.lines, size: 10.5, weight: 'regular', above: 20 },
    { texts: [text.notice], size: 15, weight: 'bold', above: 34, isFramed: true },
  ]);
  if (!hasIndex) return { ...letter, content: sheet.content, links: [] };
  const back = sheet.centered('Back to index', topMargin, 9, 'regular');
  return {
    ...letter,
    content: sheet.content,
    links: [
      { area: headingArea, target: 'index' },
      { area: back, target: 'index' },
    ],
  };
}
