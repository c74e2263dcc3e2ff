import { letter, topMargin } from '../drawn-page.ts';
import { point, type Typesetter } from '../typesetter.ts';

/** Of a sheet; a paper whose text begins elsewhere has its caption begin there too. */
const sheetMargin = 72;
/** The rule between the parties and the number stands a little right of the middle, as on the courts' forms: this much of the width. */
const ruleShare = 324 / letter.width;
const courtSize = 12;
const size = 11.5;
const leading = 15;
/** A caption takes at most this much of the sheet's height; longer ones are set smaller. */
const maxHeight = 250;

/**
 * A court's caption: its name in capitals across the page, the parties left of a rule, the number right of it.
 *
 * @param lines the court's name first, the number last, the parties' lines between; none for no caption
 * @param options.margin left and right of it, in points
 * @param options.top what stays free above it
 * @param options.width of the paper
 * @returns operators, and where it ends above the paper's lower edge in points; null for no caption
 */
export function drawCaption(
  lines: readonly string[],
  type: Typesetter,
  {
    margin = sheetMargin,
    top = topMargin,
    width = letter.width,
  }: { readonly margin?: number; readonly top?: number; readonly width?: number } = {},
): { readonly content: string; readonly bottom: number | null } {
  const words = lines.map((line) => line.trim());
  if (words.every((line) => line === '')) return { content: '', bottom: null };
  const [court = '', ...rest] = words;
  const number = rest.length > 0 ? rest.at(-1)! : '';
  const parties = rest.slice(0, -1).filter((line) => line !== '');
  for (const shrink of [1, 0.85, 0.7, 0.55]) {
    const laid = layCaption({ court, number, parties }, shrink, { type, margin, top, width });
    if (laid.height <= maxHeight || shrink === 0.55)
      return { content: laid.content, bottom: letter.height - top - laid.height };
  }
  return { content: '', bottom: null };
}

function layCaption(
  { court, number, parties }: { court: string; number: string; parties: readonly string[] },
  shrink: number,
  {
    type,
    margin,
    top: above,
    width: paperWidth,
  }: { readonly type: Typesetter; readonly margin: number; readonly top: number; readonly width: number },
): { content: string; height: number } {
  const ruleAt = paperWidth * ruleShare;
  let content = '';
  let y = letter.height - above - 18 * shrink - courtSize;
  // “United States District Court” on a line of its own, as the courts print it.
  const courtLines = court
    .toLocaleUpperCase('en-US')
    .split(/\s+(?=FOR THE )/)
    .flatMap((line) => type.wrap(line, paperWidth - 2 * margin, courtSize * shrink, 'bold'));
  for (const line of courtLines) {
    const width = type.width(line, courtSize * shrink, 'bold');
    content += type.draw(line, (paperWidth - width) / 2, y, courtSize * shrink, 'bold');
    y -= leading * shrink;
  }
  y -= 20 * shrink;
  const top = y + size * shrink + 4;
  const step = leading * shrink;
  let left = y;
  for (const party of parties) {
    const indent = indentOf(party) * shrink;
    for (const line of type.wrap(party, ruleAt - 14 - margin - indent, size * shrink, 'regular')) {
      content += type.draw(line, margin + indent, left, size * shrink, 'regular');
      left -= step;
    }
    // A role closes a party; what follows stands apart from it.
    if (indent > 0) left -= 5 * shrink;
  }
  const numberLines = type.wrap(number, paperWidth - margin - ruleAt - 16, size * shrink, 'regular');
  const lowest = Math.min(left, y - step * numberLines.length);
  const bottom = lowest + step - 8 * shrink;
  // The number stands at the middle of the rule's height.
  let right = (top + bottom) / 2 + ((numberLines.length - 1) * step) / 2 - size * shrink * 0.36;
  for (const line of numberLines) {
    content += type.draw(line, ruleAt + 16, right, size * shrink, 'regular');
    right -= step;
  }
  if (parties.length > 0 || numberLines.length > 0)
    content += `0.75 w ${point(ruleAt)} ${point(top)} m ${point(ruleAt)} ${point(bottom)} l S ${margin} ${point(bottom)} m ${point(ruleAt)} ${point(bottom)} l S\n`;
  return { content, height: letter.height - above - bottom };
}

/** Roles and “v.” stand to the right of the names they belong to. */
function indentOf(line: string): number {
  if (/^vs?\.?$/i.test(line)) return 60;
  return /^(?:plaintiffs?|defendants?|petitioners?|respondents?)\b[^a-z]*$/i.test(line) ? 130 : 0;
}
