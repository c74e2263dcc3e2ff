import { readLinks, type PdfDocument, type PdfPage, type Pdfium } from '../pdfium/index.ts';
import { readRules, type Rule } from './rules.ts';
import { readStyledGlyphs, type StyledGlyph } from './styled-glyphs.ts';

/** A word, or a part of one that is linked or set apart, in points from the top left of the page as shown. */
export interface PlacedWord {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isUnderlined: boolean;
  /** Where its link leads; null where it has none. */
  readonly href: string | null;
  /** Whether no white space stands between it and the word before. */
  readonly isGlued: boolean;
}

/** What a page shows: its words, in the order drawn, and the lines between them. */
export interface PageLayout {
  readonly width: number;
  readonly height: number;
  readonly words: readonly PlacedWord[];
  readonly rules: readonly Rule[];
}

/** Parts of an em: a gap that separates words, and how far a letter may step back where letters are drawn over one another. */
const wordGap = 0.12;
const stepBack = 0.5;
/** Parts of an em below the baseline within which a line is drawn under a word. */
const underlineDepth = 0.24;

/**
 * Reads where a page's words stand, how they look and lead, and what lines are drawn. Text that is not upright is left out.
 *
 * @param page from 0
 * @throws AppError PDF_PAGE_NOT_FOUND, PDF_PAGE_UNREADABLE
 */
export function readPageLayout(document: PdfDocument, page: number): PageLayout {
  return document.withPage(page, (opened) => {
    const { width, height } = opened;
    const rules = readRules(document.pdfium, opened);
    return { width, height, rules, words: wordsOf(document, document.pdfium, opened, rules) };
  });
}

interface Link {
  readonly uri: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function wordsOf(document: PdfDocument, pdfium: Pdfium, page: PdfPage, rules: readonly Rule[]): PlacedWord[] {
  const links = readLinks(document, page).flatMap(({ uri, rect: { x, y, width, height } }): Link[] =>
    uri === null ? [] : [{ uri, left: x, right: x + width, top: y, bottom: y + height }],
  );
  const level = rules.filter(({ isVertical }) => !isVertical);
  const words: PlacedWord[] = [];
  let open: { glyphs: StyledGlyph[]; href: string | null; isGlued: boolean } | null = null;
  const close = (): void => {
    if (open) words.push(wordOf(open.glyphs, open.href, open.isGlued, level));
    open = null;
  };
  let before: StyledGlyph | null = null;
  for (const glyph of readStyledGlyphs(pdfium, page)) {
    if (glyph.text.trim() === '') {
      close();
      before = null;
      continue;
    }
    const href = linkAt(glyph, links);
    const isJoined = before !== null && follows(before, glyph);
    if (!open || !isJoined || open.href !== href || !isSameLook(before!, glyph)) {
      close();
      open = { glyphs: [], href, isGlued: isJoined };
    }
    open.glyphs.push(glyph);
    before = glyph;
  }
  close();
  return words;
}

function linkAt({ left, right, baseline, style }: StyledGlyph, links: readonly Link[]): string | null {
  const x = (left + right) / 2;
  const y = baseline - style.size * 0.25;
  return (
    links.find((link) => x >= link.left && x <= link.right && y >= link.top && y <= link.bottom)?.uri ?? null
  );
}

function follows(one: StyledGlyph, other: StyledGlyph): boolean {
  const em = Math.max(one.style.size, other.style.size, 1);
  if (Math.abs(one.baseline - other.baseline) >= em * 0.3) return false;
  const gap = other.left - one.right;
  // Letters of one ligature stand in one place.
  const isLigature = Math.abs(other.left - one.left) < em * 0.02;
  return isLigature || (gap < em * wordGap && gap > -em * stepBack);
}

function isSameLook({ style: one }: StyledGlyph, { style: other }: StyledGlyph): boolean {
  return one.isBold === other.isBold && one.isItalic === other.isItalic;
}

function wordOf(
  glyphs: readonly StyledGlyph[],
  href: string | null,
  isGlued: boolean,
  level: readonly Rule[],
): PlacedWord {
  const { baseline, style } = glyphs[0]!;
  const left = Math.min(...glyphs.map((glyph) => glyph.left));
  const right = Math.max(...glyphs.map((glyph) => glyph.right));
  const middle = (left + right) / 2;
  const isUnderlined = level.some(
    ({ at, from, to }) =>
      from <= middle && to >= middle && at > baseline && at <= baseline + style.size * underlineDepth,
  );
  const text = glyphs.map((glyph) => glyph.text).join('');
  return { text, left, right, baseline, ...style, isUnderlined, href, isGlued };
}
