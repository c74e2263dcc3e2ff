import { letter, topMargin, type DrawnPage } from './drawn-page.ts';
import type { Typesetter } from './typesetter.ts';

export interface SlipSheet {
  readonly label: string;
  readonly title: string;
  /** Where the exhibit comes from, in a line. */
  readonly source: string;
  /** Whether the sheet stands in a binder with an index to lead back to. */
  readonly hasIndex: boolean;
}

const margin = 72;
const textWidth = letter.width - 2 * margin;
/** The title shrinks from the first to the last of these sizes until it fits its lines. */
const titleSizes = [22, 18, 15, 12, 10];
const maxTitleHeight = 330;

/**
 * The sheet before an exhibit: EXHIBIT and its label, title, source. The title wraps and shrinks; it is never cut short.
 */
export function drawSlipSheet(sheet: SlipSheet, type: Typesetter): DrawnPage {
  let content = '0 g\n';
  const centred = (text: string, y: number, size: number, weight: 'regular' | 'bold') => {
    const width = type.width(text, size, weight);
    content += type.draw(text, (letter.width - width) / 2, y, size, weight);
    return width;
  };
  const heading = `EXHIBIT ${sheet.label}`;
  const headingSize = Math.min(48, (48 * textWidth) / type.width(heading, 48, 'bold'));
  const headingY = letter.height - 260;
  const headingWidth = centred(heading, headingY, headingSize, 'bold');

  const { lines, size, leading } = fit(sheet.title, type);
  let y = headingY - 48;
  for (const line of lines) {
    centred(line, y, size, 'regular');
    y -= leading;
  }
  const sourceSize = 10;
  y -= 14;
  for (const line of type.wrap(sheet.source, textWidth, sourceSize, 'regular').slice(0, 4)) {
    centred(line, y, sourceSize, 'regular');
    y -= sourceSize * 1.4;
  }
  if (!sheet.hasIndex) return { ...letter, content, links: [] };
  const backY = topMargin;
  const backWidth = centred('Back to index', backY, 9, 'regular');
  const around = (width: number, bottom: number, height: number) =>
    [(letter.width - width) / 2 - 4, bottom - 4, (letter.width + width) / 2 + 4, bottom + height] as const;
  return {
    ...letter,
    content,
    links: [
      { area: around(headingWidth, headingY, headingSize), target: 'index' },
      { area: around(backWidth, backY, 12), target: 'index' },
    ],
  };
}

function fit(title: string, type: Typesetter): { lines: string[]; size: number; leading: number } {
  for (const size of titleSizes) {
    const lines = type.wrap(title, textWidth, size, 'regular');
    const leading = size * 1.35;
    if (lines.length * leading <= maxTitleHeight || size === titleSizes.at(-1))
      return { lines, size, leading };
  }
  return { lines: [], size: 10, leading: 13.5 };
}
