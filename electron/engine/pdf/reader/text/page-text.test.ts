import { degrees, PDFDocument, PDFName, StandardFonts } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import type { Rect } from '../../../../../shared/contract/reader.ts';
import { unite } from '../../../../../shared/domain/rect.ts';
import { readPageText, type PageText } from './page-text.ts';
import { popplerWords, withPdf } from '../testing.ts';

const lines = [
  'On January 10, 2021 the host suspended the account',
  'without the thirty days that the contract promised.',
  'See Exhibit B at AMZ000012 and the declaration below.',
];

async function makePage({
  rotation = 0,
  crop,
  userUnit,
  textTurn = 0,
}: {
  rotation?: number;
  crop?: [number, number, number, number];
  userUnit?: number;
  textTurn?: number;
}): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.TimesRoman);
  const page = document.addPage([612, 792]);
  for (const [index, line] of lines.entries()) {
    const along = { x: 120, y: 600 - index * 18 };
    // Turned about the middle of the page, so that it stays on it.
    const angle = (textTurn * Math.PI) / 180;
    const [dx, dy] = [along.x - 306, along.y - 396];
    page.drawText(line, {
      x: 306 + dx * Math.cos(angle) - dy * Math.sin(angle),
      y: 396 + dx * Math.sin(angle) + dy * Math.cos(angle),
      size: 12,
      font,
      rotate: degrees(textTurn),
    });
  }
  page.setRotation(degrees(rotation));
  if (crop) page.setCropBox(...crop);
  if (userUnit !== undefined) page.node.set(PDFName.of('UserUnit'), document.context.obj(userUnit));
  return document.save();
}

async function textOf(bytes: Uint8Array): Promise<PageText> {
  return withPdf(bytes, (pdf) => pdf.withPage(0, (page) => readPageText(pdf.pdfium, page)));
}

/** The words of a page with the boxes of their glyphs. */
function wordsOf({ glyphs }: PageText): { text: string; rect: Rect }[] {
  const words: { text: string; rect: Rect }[] = [];
  let open: { text: string; rect: Rect } | null = null;
  for (const glyph of glyphs) {
    if (glyph.rect === null || glyph.text.trim() === '') open = null;
    else if (open) {
      open.text += glyph.text;
      open.rect = unite(open.rect, glyph.rect);
    } else words.push((open = { text: glyph.text, rect: glyph.rect }));
  }
  return words;
}

describe.each([0, 90, 180, 270])('on a page turned by %i degrees', (rotation) => {
  test.each([
    ['uncropped', {}],
    ['cropped', { crop: [80, 500, 480, 200] as [number, number, number, number] }],
    ['in larger units', { userUnit: 2 }],
    ['with text turned to be upright as shown', { textTurn: rotation }],
  ])('words stand where poppler finds them, within 2 points: %s', async (_name, options) => {
    const bytes = await makePage({ rotation, ...options });
    const found = wordsOf(await textOf(bytes));
    const expected = popplerWords(bytes);
    expect(expected.length).toBeGreaterThan(15);
    for (const word of expected) {
      const match = found.find(
        ({ text, rect }) =>
          text === word.text && Math.abs(rect.x - word.rect.x) < 2 && Math.abs(rect.y - word.rect.y) < 2,
      );
      expect(match, `${word.text} at ${JSON.stringify(word.rect)}`).toBeDefined();
      expect(Math.abs(match!.rect.width - word.rect.width)).toBeLessThan(2);
      expect(Math.abs(match!.rect.height - word.rect.height)).toBeLessThan(2);
    }
  });

  test('lines are read in order, whichever way the text lies', async () => {
    for (const textTurn of [0, 90, 180, 270]) {
      const { runs } = await textOf(await makePage({ rotation, textTurn }));
      expect(runs.map(({ text }) => text.trim())).toEqual(lines);
      expect(new Set(runs.map(({ angle }) => angle))).toEqual(new Set([(rotation - textTurn + 360) % 360]));
    }
  });
});

test('each line is a run with its size, and ends its line', async () => {
  const { runs } = await textOf(await makePage({}));
  expect(runs.map(({ fontSize, isLineEnd }) => [Math.round(fontSize), isLineEnd])).toEqual([
    [12, true],
    [12, true],
    [12, true],
  ]);
});

test('text outside the crop is neither shown nor read', async () => {
  const { runs } = await textOf(await makePage({ crop: [80, 560, 480, 30] }));
  expect(runs.map(({ text }) => text.trim())).toEqual([lines[1], lines[2]]);
});

test('columns far apart on one line are runs of their own, kept apart when copied', async () => {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage();
  page.drawText('Left', { x: 72, y: 700, size: 10, font });
  page.drawText('Right', { x: 400, y: 700, size: 10, font });
  const { runs } = await textOf(await document.save());
  expect(runs.map(({ text, isLineEnd }) => [text, isLineEnd])).toEqual([
    ['Left ', false],
    ['Right', true],
  ]);
});

test('a hyphen at the end of a line is shown as a hyphen', async () => {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage();
  page.drawText('the plan of dis-', { x: 72, y: 700, size: 10, font });
  page.drawText('covery', { x: 72, y: 686, size: 10, font });
  const { runs } = await textOf(await document.save());
  expect(runs.map(({ text }) => text)).toEqual(['the plan of dis-', 'covery']);
});

test('a page without text has no runs', async () => {
  const document = await PDFDocument.create();
  document.addPage();
  expect((await textOf(await document.save())).runs).toEqual([]);
});
