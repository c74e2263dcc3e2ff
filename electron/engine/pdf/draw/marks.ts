import type { StickerColour } from '../../../../shared/model/exhibits.ts';
import { point, type Typesetter } from './typesetter.ts';

/** Distance of our marks from the page's edges, in points. */
export const markMargin = 18;

export interface MarkSize {
  readonly width: number;
  readonly height: number;
}

/** How lines of words on a white ground look. */
interface LineLook {
  readonly size: number;
  readonly leading: number;
  readonly padding: number;
  /** Width of the rule around them in points; 0 for none. */
  readonly rule: number;
}

/** Words on a white ground: a Bates number, a confidentiality designation, the words at the top of a first page. */
export type LineKind = 'number' | 'designation' | 'banner';

const looks: Readonly<Record<LineKind, LineLook>> = {
  // Bold, in a thin rule: nobody takes it for a number that stood there before.
  number: { size: 10, leading: 14, padding: 4, rule: 0.5 },
  designation: { size: 9, leading: 11.5, padding: 3, rule: 0 },
  banner: { size: 12, leading: 17, padding: 7, rule: 1 },
};

/** Lines are not broken narrower than this, in points: on a page smaller than that the whole mark is drawn smaller. */
const leastLine = 80;

const sticker = { width: 92, maxWidth: 128, height: 46, padding: 6 } as const;
const stickerWordSize = 8.5;
const minStickerWordSize = 6.5;
const stickerLabelSize = 20;

export interface StickerLook {
  readonly color: Exclude<StickerColour, 'party'>;
  /** Words over the label; EXHIBIT where they are empty. */
  readonly words: string;
}

/** Grounds light enough that black words on them print black on white without colors. */
const grounds: Readonly<Record<StickerLook['color'], string>> = {
  white: '1 1 1',
  yellow: '1 0.92 0.35',
  blue: '0.7 0.86 1',
  green: '0.74 0.93 0.72',
  pink: '1 0.8 0.87',
};

/** The lines of words, none wider than `maxWidth` points. */
export function breakLines(kind: LineKind, words: string, maxWidth: number, type: Typesetter): string[] {
  const { size, padding } = looks[kind];
  return type.wrap(words, Math.max(leastLine, maxWidth - 2 * padding), size, 'bold');
}

/** The size of lines, as `breakLines` broke them, with their ground. */
export function measureLines(kind: LineKind, lines: readonly string[], type: Typesetter): MarkSize {
  const { size, padding, leading } = looks[kind];
  const widest = lines.reduce((most, line) => Math.max(most, type.width(line, size, 'bold')), 0);
  return { width: widest + 2 * padding, height: leading * lines.length };
}

/** Operators that draw lines with their ground, from its lower left corner. */
export function drawLines(kind: LineKind, lines: readonly string[], type: Typesetter): string {
  const { size, padding, leading, rule } = looks[kind];
  const widths = lines.map((line) => type.width(line, size, 'bold'));
  const [width, height] = [Math.max(0, ...widths) + 2 * padding, leading * lines.length];
  const half = rule / 2;
  let content =
    rule === 0
      ? `1 g 0 0 ${point(width)} ${point(height)} re f 0 g\n`
      : `1 g 0 G ${rule} w ${half} ${half} ${point(width - rule)} ${point(height - rule)} re B 0 g\n`;
  lines.forEach((line, i) => {
    const x = (width - widths[i]!) / 2;
    const y = height - leading * (i + 1) + (leading - size * 0.72) / 2;
    content += type.draw(line, x, y, size, 'bold');
  });
  return content;
}

/** The size of an exhibit sticker: wider than usual for a long label, up to a limit. */
export function measureSticker(label: string, type: Typesetter): MarkSize {
  // A long label widens the sticker before it gets small.
  const wanted = type.width(label, 14, 'bold') + 2 * sticker.padding;
  return { width: Math.min(sticker.maxWidth, Math.max(sticker.width, wanted)), height: sticker.height };
}

/** Operators that draw an exhibit sticker: words such as EXHIBIT over the label, on the party's color, in a double frame. */
export function drawSticker(label: string, { color, words: wanted }: StickerLook, type: Typesetter): string {
  const { width, height } = measureSticker(label, type);
  const inside = width - 2 * sticker.padding;
  const fit = (text: string, most: number) =>
    floor2(Math.min(most, (most * inside) / Math.max(1, type.width(text, most, 'bold'))));
  const centered = (text: string, y: number, at: number) =>
    type.draw(text, (width - type.width(text, at, 'bold')) / 2, y, at, 'bold');

  const words = stickerHeading(wanted);
  const oneLine = fit(words, stickerWordSize);
  const lines =
    oneLine >= minStickerWordSize ? [words] : type.wrap(words, inside, stickerWordSize, 'bold').slice(0, 2);
  const isWhole = lines.join(' ').length >= words.trim().length;
  const head = isWhole ? lines : [words];
  const wordSize = Math.min(...head.map((line) => fit(line, stickerWordSize)));
  const labelSize = fit(label, head.length > 1 ? 16 : stickerLabelSize);
  // The label stands in the middle of what the words leave.
  const room = height - 9 - head.length * (wordSize + 1.5);
  let content = `${grounds[color]} rg 0 G 1 w 0.5 0.5 ${point(width - 1)} ${height - 1} re B 0.4 w 2.5 2.5 ${point(width - 5)} ${height - 5} re S 0 g\n`;
  head.forEach((line, i) => {
    content += centered(line, height - 6 - wordSize * 0.8 - i * (wordSize + 1.5), wordSize);
  });
  content += centered(label, 4 + Math.max(0, room - labelSize * 0.72) / 2, labelSize);
  return content;
}

/** What stands over the label; EXHIBIT where nothing else is wanted. */
export function stickerHeading(words: string): string {
  return words.trim() === '' ? 'EXHIBIT' : words.trim();
}

const floor2 = (size: number) => Math.floor(size * 100) / 100;
