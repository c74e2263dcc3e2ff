import { degrees, PDFDocument, StandardFonts } from 'pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { NoteAnchor } from '../../../../../shared/model/notes.ts';
import { readPageText, type PageText } from '../text/page-text.ts';
import { textOfWords } from '../text/recognized-text.ts';
import { withPdf } from '../testing.ts';
import { anchorOf } from './anchor-of.ts';
import { locateAnchors } from './locate-anchors.ts';

const lines = [
  'The host gives thirty days of notice before it suspends',
  'an account. On January 10 the host suspended the account',
  'without thirty days of notice.',
];

async function pageOf(shift = 0, rotation = 0): Promise<PageText> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.TimesRoman);
  const page = document.addPage([612, 792]);
  for (const [index, line] of lines.entries())
    page.drawText(line, { x: 100, y: 600 - shift - index * 18, size: 12, font });
  page.setRotation(degrees(rotation));
  return withPdf(await document.save(), (pdf) =>
    pdf.withPage(0, (opened) => readPageText(pdf.pdfium, opened)),
  );
}

/** The places of words, as a selection in the window gives them. */
function select(text: PageText, first: string, last: string, nth = 0): NoteAnchor {
  const runs = text.runs.map((run) => run.text);
  const starts = runs.flatMap((line, run) => {
    const offset = line.indexOf(first);
    return offset < 0 ? [] : [{ run, offset }];
  });
  const from = starts[nth]!;
  const end = runs.findIndex((line, run) => run >= from.run && line.includes(last));
  return anchorOf(text, 0, from, { run: end, offset: runs[end]!.indexOf(last) + last.length });
}

let text: PageText;
beforeAll(async () => {
  text = await pageOf();
});

test('a selection over two lines keeps its words in one line, what stands around them, and a rectangle a line', () => {
  const anchor = select(text, 'suspends', 'account.');
  expect(anchor).toMatchObject({ page: 1, quote: 'suspends an account.', atMs: null });
  expect(anchor.prefix).toMatch(/of notice before it$/);
  expect(anchor.suffix).toMatch(/^On January 10/);
  expect(anchor.rects).toHaveLength(2);
  expect(anchor.rects[0]!.y).toBeLessThan(anchor.rects[1]!.y);
});

test('white space at the ends is no part of it, and a selection made backwards is the same', () => {
  const forwards = anchorOf(text, 0, { run: 2, offset: 0 }, { run: 2, offset: 8 });
  expect(forwards.quote).toBe('without');
  expect(anchorOf(text, 0, { run: 2, offset: 8 }, { run: 2, offset: 0 })).toEqual(forwards);
});

test('places outside the page are taken to its edge', () => {
  const anchor = anchorOf(text, 0, { run: 2, offset: 0 }, { run: 900, offset: 900 });
  expect(anchor.quote).toBe('without thirty days of notice.');
  expect(anchorOf({ glyphs: [], runs: [] }, 0, { run: 0, offset: 0 }, { run: 3, offset: 1 })).toMatchObject({
    quote: '',
    rects: [],
  });
});

describe('words are found again', () => {
  test('where they stood', () => {
    const anchor = select(text, 'thirty', 'notice', 1);
    expect(locateAnchors(text, [anchor])).toEqual([{ rects: anchor.rects, state: 'exact' }]);
  });

  test('of two places that read alike, the one they were marked at', () => {
    const [first, second] = [select(text, 'thirty', 'notice'), select(text, 'thirty', 'notice', 1)];
    const [one, other] = locateAnchors(text, [first, second]);
    expect(one!.rects[0]!.y).toBeCloseTo(first.rects[0]!.y);
    expect(other!.rects[0]!.y).toBeCloseTo(second.rects[0]!.y);
  });

  test('elsewhere on the page, and on a page turned since', async () => {
    const anchor = select(text, 'On January', 'suspended');
    const [moved] = locateAnchors(await pageOf(100), [anchor]);
    expect(moved!.state).toBe('moved');
    expect(moved!.rects[0]!.y - anchor.rects[0]!.y).toBeCloseTo(100, 0);
    const [turned] = locateAnchors(await pageOf(0, 90), [anchor]);
    expect(turned!.state).toBe('moved');
    expect(turned!.rects[0]!.height).toBeGreaterThan(turned!.rects[0]!.width);
  });

  test('after the page was recognized anew with a letter read wrong', () => {
    const words = (read: string) =>
      textOfWords(
        read.split(' ').map((word, at) => [word, 50 + at * 40, 70, 36, 12, 90, 0]),
        0,
      );
    const before = words('The host suspended the account without notice');
    const anchor = anchorOf(before, 0, { run: 2, offset: 0 }, { run: 4, offset: 7 });
    expect(anchor.quote).toBe('suspended the account');
    const [located] = locateAnchors(words('The host suspendcd the accounl without notice'), [anchor]);
    expect(located!.state).toBe('exact');
    expect(located!.rects).toHaveLength(3);
  });
});

test('words that are gone leave their place; an area needs no words', () => {
  const gone: NoteAnchor = { ...select(text, 'thirty', 'notice'), quote: 'sixty days of grace for payment' };
  expect(locateAnchors(text, [gone])).toEqual([{ rects: gone.rects, state: 'lost' }]);
  const area = { ...gone, quote: '', rects: [{ x: 10, y: 10, width: 90, height: 40 }] };
  expect(locateAnchors({ glyphs: [], runs: [] }, [area])).toEqual([{ rects: area.rects, state: 'exact' }]);
});
