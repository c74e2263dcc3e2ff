import { PDFDocument, StandardFonts } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { findInText, findOnPage, findPattern, foldPage, mayHold, soughtOf } from './find.ts';
import { lineHyphen, type Glyph } from './glyphs.ts';
import { readPageText } from './page-text.ts';
import { withPdf } from '../testing.ts';

function findIn(text: string, query: string): string[] {
  const glyphs: Glyph[] = Array.from(text, (char) => ({ text: char, rect: null }));
  const search = foldPage({ glyphs });
  const pattern = findPattern(query);
  if (!pattern) return [];
  return findInText(search, pattern, 100).map(([from, to]) =>
    Array.from(text)
      .slice(search.sources[from], search.sources[to - 1]! + 1)
      .join(''),
  );
}

describe('words are found', () => {
  test.each([
    ['whatever their case', 'The MOTION of movant', 'motion', ['MOTION']],
    [
      'over the end of a line',
      'temporary\nrestraining order',
      'temporary restraining',
      ['temporary\nrestraining'],
    ],
    [
      'over a hyphen at the end of a line',
      `dis${lineHyphen}\ncovery`,
      'discovery',
      [`dis${lineHyphen}\ncovery`],
    ],
    ['with the hyphen a line broke at', `well${lineHyphen}known`, 'well-known', [`well${lineHyphen}known`]],
    ['without their accents', 'Señor Müller', 'senor muller', ['Señor Müller']],
    ['in ligatures', 'the ﬁnal ofﬁce', 'office', ['ofﬁce']],
    ['with curly quotes typed straight', 'AMZ’s “notice”', `amz's "notice"`, ['AMZ’s “notice”']],
    ['with any dash', 'pages 12–14', '12-14', ['12–14']],
    [
      'with signs that mean something in patterns',
      'is (a.k.a.) $5.00?',
      '(a.k.a.) $5.00?',
      ['(a.k.a.) $5.00?'],
    ],
    ['each time they occur', 'a host, the host', 'host', ['host', 'host']],
    ['with figures raised or lowered', 'H₂O and m²', 'h2o', ['H₂O']],
    ['with raised figures', 'H₂O and m²', 'm2', ['m²']],
    ['in Korean', '계약서를', '계약', ['계약']],
    ['as emoji', 'ok 👍🏽', '👍', ['👍']],
    ['as letters that are two', 'Straße', 'strasse', ['Straße']],
    ['beyond the basic plane', 'signed 𝒜lpha', 'alpha', ['𝒜lpha']],
  ])('%s', (_name, text, query, expected) => {
    expect(findIn(text, query)).toEqual(expected);
    expect(mayHold(text.replaceAll(lineHyphen, '-'), query)).toBe(true);
  });
});

test('a docket number is not found in another number', () => {
  expect(findIn('see 121 and 12 1', '12-1')).toEqual([]);
});

test('a query of nothing but white space finds nothing', () => {
  expect(findPattern(' \n')).toBeNull();
});

test('a page without one of the words is passed over by the quick look', () => {
  expect(mayHold('motion for an order', 'motion opposed')).toBe(false);
});

test('what is found over two lines has a rectangle on each, and the words around it', async () => {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([612, 792]);
  page.drawText('We ask for a temporary', { x: 72, y: 700, size: 12, font });
  page.drawText('restraining order today.', { x: 72, y: 684, size: 12, font });
  const [hit] = await withPdf(await document.save(), (pdf) =>
    pdf.withPage(0, (opened) =>
      findOnPage(0, readPageText(pdf.pdfium, opened), findPattern('temporary restraining')!, 1),
    ),
  );
  expect(hit!.snippet).toBe('We ask for a temporary restraining order today.');
  expect(hit!.rects).toHaveLength(2);
  const [first, second] = hit!.rects;
  const prefix = font.widthOfTextAtSize('We ask for a ', 12);
  expect(Math.abs(first!.x - (72 + prefix))).toBeLessThan(1.5);
  expect(Math.abs(first!.width - font.widthOfTextAtSize('temporary', 12))).toBeLessThan(1.5);
  expect(Math.abs(second!.x - 72)).toBeLessThan(1.5);
  expect(Math.abs(second!.width - font.widthOfTextAtSize('restraining', 12))).toBeLessThan(1.5);
  expect(second!.y - first!.y).toBeCloseTo(16, 0);
});

describe('marks are found as whole words', () => {
  const marked = (text: string, marks: string[]) => {
    const glyphs: Glyph[] = Array.from(text, (char) => ({ text: char, rect: null }));
    const sought = soughtOf({ query: '', marks })!;
    expect(sought.mayBeIn(text)).toBe(true);
    const search = foldPage({ glyphs });
    return findInText(search, sought.pattern, 100).map(([from, to]) =>
      Array.from(text)
        .slice(search.sources[from], search.sources[to - 1]! + 1)
        .join(''),
    );
  };

  test.each([
    ['any of them', 'stay or appeal, Stayed', ['stay', 'appeal'], ['stay', 'appeal']],
    ['the longer phrase where both would do', 'stay put, stay', ['stay', 'stay put'], ['stay put', 'stay']],
    [
      'with what stands between their words on the page',
      'at 9:41, U.S.C.',
      ['9 41', 'u s c'],
      ['9:41', 'U.S.C'],
    ],
    [
      'over a hyphen at a line end',
      'a termi-\nnation, well-\nknown',
      ['termination', 'well known'],
      ['termi-\nnation', 'well-\nknown'],
    ],
    ['letters of scripts without spaces', '契約は東京で', ['東 京'], ['東京']],
    ['Korean nouns before their particles', '계약서를 위반', ['계 약 서'], ['계약서']],
    ['emoji', 'great 👍🏽 work', ['👍'], ['👍']],
    ['signs that are shown as emoji', 'done ✔\uFE0F', ['✔\uFE0F'], ['✔']],
    ['beside the mark of a note', 'was terminated³ then', ['terminated'], ['terminated']],
    ['with figures raised or lowered', 'CO₂, 90 m²', ['co2', 'm 2'], ['CO₂', 'm²']],
    ['letters that are two', 'the Straße', ['strasse'], ['Straße']],
    ['Greek, whatever its accents', 'Η Σύμβαση', ['συμβαση'], ['Σύμβαση']],
    ['whatever signs are in them', 'a (b) [c]', ['(b)', '[c]', '*'], ['b', 'c']],
  ])('%s', (_name, text, marks, found) => {
    expect(marked(text, marks)).toEqual(found);
  });

  test('nothing is looked for without a word', () => {
    expect(soughtOf({ query: '', marks: ['§', '…'] })).toBeNull();
    expect(soughtOf({ query: '  ', marks: [] })).toBeNull();
  });
});
