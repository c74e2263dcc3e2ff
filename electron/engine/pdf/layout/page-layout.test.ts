import { PDFDocument, PDFName, rgb, StandardFonts } from 'pdf-lib';
import { expect, test } from 'vitest';
import { withPdf } from '../reader/testing.ts';
import { readPageLayout } from './page-layout.ts';

test('words stand where they are drawn, with the look of their type and the lines around them', async () => {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([612, 792]);
  const bold = await pdf.embedFont(StandardFonts.TimesRomanBoldItalic);
  page.drawText('Defendant (1)', { x: 72, y: 700, size: 12, font: bold });
  page.drawLine({ start: { x: 72, y: 698.5 }, end: { x: 150, y: 698.5 }, thickness: 0.75 });
  page.drawRectangle({ x: 72, y: 500, width: 200, height: 100, borderWidth: 1, borderColor: rgb(0, 0, 0) });
  const { words, rules } = await withPdf(await pdf.save(), (document) => readPageLayout(document, 0));
  expect(
    words.map(({ text, isBold, isItalic, isUnderlined }) => [text, isBold, isItalic, isUnderlined]),
  ).toEqual([
    ['Defendant', true, true, true],
    ['(1)', true, true, true],
  ]);
  expect(words[0]).toMatchObject({ size: 12, href: null, isGlued: false });
  // Slanted letters reach a little beyond their place.
  expect(Math.abs(words[0]!.left - 72)).toBeLessThan(1);
  expect(words[0]!.baseline).toBeCloseTo(92, 0);
  const box = rules
    .filter(({ at }) => at > 100 || at === 72)
    .map(({ isVertical, at, from, to }) => [isVertical, ...[at, from, to].map(Math.round)]);
  expect(box).toEqual(
    expect.arrayContaining([
      [true, 72, 192, 292],
      [true, 272, 192, 292],
      [false, 192, 72, 272],
      [false, 292, 72, 272],
    ]),
  );
});

test('the ground of a page has no lines, and a border filled as a thin oblong is one', async () => {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([612, 792]);
  page.drawRectangle({ x: 36, y: 36, width: 540, height: 720, color: rgb(1, 1, 1) });
  page.drawRectangle({ x: 72, y: 300, width: 0.75, height: 200, color: rgb(0, 0, 0) });
  const { rules } = await withPdf(await pdf.save(), (document) => readPageLayout(document, 0));
  expect(rules.map(({ isVertical, at }) => [isVertical, Math.round(at)])).toEqual([[true, 72]]);
});

test('a word with a ligature is one word', async () => {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([612, 792]);
  const { context } = pdf;
  // One sign that reads as two letters, both of which then stand in the same place.
  const meaning =
    'begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <7E> <00660066> endbfchar endcmap';
  const font = context.obj({
    Type: 'Font',
    Subtype: 'Type1',
    BaseFont: 'Times-Roman',
    Encoding: 'WinAnsiEncoding',
    ToUnicode: context.register(context.stream(meaning)),
  });
  page.node.set(PDFName.of('Resources'), context.obj({ Font: { F1: font } }));
  const content = 'BT /F1 12 Tf 72 700 Td (The plainti~ of O~ice) Tj ET';
  page.node.set(PDFName.of('Contents'), context.register(context.stream(content)));
  const { words } = await withPdf(await pdf.save(), (document) => readPageLayout(document, 0));
  expect(words.map(({ text }) => text)).toEqual(['The', 'plaintiff', 'of', 'Office']);
});
