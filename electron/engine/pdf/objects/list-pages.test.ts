import { describe, expect, test } from 'vitest';
import { bytesSource } from '../pdf-source.ts';
import { hasNoPages, listPages, PdfObjects, SourceUnreadable } from './index.ts';
import { pagesOf, pdfOf } from './testing.ts';

const list = (...bodies: string[]) => listPages(PdfObjects.open(bytesSource(pdfOf([catalog, ...bodies]))));
const catalog = '<</Type/Catalog/Pages 2 0 R>>';
const page = (entries: string) => `<</Type/Page/Parent 2 0 R${entries}>>`;
const tree = (entries: string) => `<</Type/Pages${entries}>>`;

describe('listPages', () => {
  test('gives pages what they inherit and what is their own', () => {
    const pages = list(
      tree(
        '/Count 2/Kids[3 0 R 4 0 R]/MediaBox[0 0 612 792]/CropBox[10 10 2000 400]/Rotate 90/Resources<</A 1>>',
      ),
      page(''),
      page('/MediaBox[100 100 0 0]/CropBox[0 0 50 50]/Rotate -90/Resources 5 0 R/UserUnit 2'),
      '<</B 2>>',
    );
    expect(pages.isSuspicious).toBe(false);
    expect(pages.at(0)).toMatchObject({
      id: 3,
      mediaBox: [0, 0, 612, 792],
      shownBox: [10, 10, 612, 400],
      hasCropBox: true,
      turns: 1,
      userUnit: 1,
      resourcesKey: 'node 0',
    });
    expect(pages.at(1)).toMatchObject({
      id: 4,
      mediaBox: [0, 0, 100, 100],
      shownBox: [0, 0, 50, 50],
      turns: 3,
      userUnit: 2,
      resourcesKey: 'object 5',
    });
    expect([pages.indexOf(4), pages.indexOf(2), pages.idAt(1)]).toEqual([1, -1, 4]);
    expect(() => pages.at(2)).toThrow(RangeError);
  });

  test('inherits what a page or a node has as null, or as a reference to nothing', () => {
    const pages = list(
      tree('/Count 2/Kids[3 0 R]/MediaBox[0 0 300 400]/Rotate 90/Resources<</A 1>>'),
      tree('/Parent 2 0 R/Count 2/Kids[4 0 R 5 0 R]/MediaBox null/Rotate null/Resources 9 0 R'),
      '<</Type/Page/Parent 3 0 R>>',
      '<</Type/Page/Parent 3 0 R/MediaBox 9 0 R/Rotate null/Resources null>>',
    );
    for (const { mediaBox, turns, resourcesKey } of pages)
      expect({ mediaBox, turns, resourcesKey }).toEqual({
        mediaBox: [0, 0, 300, 400],
        turns: 1,
        resourcesKey: 'node 0',
      });
  });

  test.each([
    ['one above', '/Parent 2 0 R', [0, 0, 300, 400], 0, 'node 2', true],
    ['one of another tree', '/Parent 5 0 R', [0, 0, 90, 90], 3, 'none', true],
    [
      'one of another tree, and has all by itself',
      '/Parent 5 0 R/MediaBox[0 0 300 400]/Rotate 90/Resources 6 0 R',
      [0, 0, 300, 400],
      1,
      'object 6',
      false,
    ],
    ['none', '', [0, 0, 300, 400], 1, 'node 0', false],
    ['one that is not there', '/Parent 9 0 R', [0, 0, 300, 400], 1, 'node 0', false],
    ['itself', '/Parent 4 0 R', [0, 0, 612, 792], 0, 'none', true],
  ])(
    'takes what a page inherits as PDFium does where it names %s as its parent, and tells',
    (_, entries, shownBox, turns, resourcesKey, hasOddBox) => {
      const pages = list(
        tree('/Count 1/Kids[3 0 R]/MediaBox[0 0 300 400]/Resources<</A 1>>'),
        tree('/Parent 2 0 R/Count 1/Kids[4 0 R]/Rotate 90'),
        `<</Type/Page${entries}>>`,
        tree('/Count 7/Kids[]/MediaBox[0 0 90 90]/Rotate 270'),
        '<</B 2>>',
      );
      expect(pages.isSuspicious).toBe(false);
      expect(pages.at(0)).toMatchObject({ shownBox, turns, resourcesKey, hasOddBox });
    },
  );

  test.each([
    ['no box', '', [0, 0, 612, 792], 0],
    ['a box of three numbers', '/MediaBox[0 0 100]', [0, 0, 612, 792], 0],
    ['a box without area', '/MediaBox[5 5 5 5]', [0, 0, 612, 792], 0],
    ['a crop box outside the media box', '/MediaBox[0 0 9 9]/CropBox[20 20 30 30]', [0, 0, 9, 9], 0],
    ['part of a quarter turn', '/Rotate 100', [0, 0, 612, 792], 1, true],
    ['many turns', '/Rotate 810', [0, 0, 612, 792], 1],
    ['a turn backward', '/Rotate -90', [0, 0, 612, 792], 3],
    ['a turn that is no number', '/Rotate/Left', [0, 0, 612, 792], 0, true],
  ])('takes a page with %s as PDFium does', (_, entries, shownBox, turns, hasOddTurn = false) => {
    expect(list(tree('/Count 1/Kids[3 0 R]'), page(entries)).at(0)).toMatchObject({
      shownBox,
      turns,
      hasOddTurn,
    });
  });

  test.each([
    ['', false],
    ['/MediaBox[0 0 612. .5]/CropBox[0 0 +9 9]', false],
    ['/MediaBox[612 792 0 0]/CropBox null', false],
    ['/MediaBox[0 0 --612 792]', true],
    ['/MediaBox[0 0 6-12 792]', true],
    ['/MediaBox[0 0 6.12e2 792]', true],
    ['/MediaBox[0 0 612 792 5]', true],
    ['/MediaBox[0 0 612 792]/CropBox[5 5 5 5]', true],
    ['/MediaBox[0 0 9 9]/CropBox[20 20 30 30]', true],
  ])('tells whether every program reads the same boxes in “%s”', (entries, hasOddBox) => {
    expect(list(tree('/Count 1/Kids[3 0 R]'), page(entries)).at(0).hasOddBox).toBe(hasOddBox);
  });

  test('takes no unit for a size that nothing has', () => {
    expect(list(tree('/Count 1/Kids[3 0 R]'), page(`/UserUnit ${'9'.repeat(400)}`)).at(0).userUnit).toBe(1);
  });

  test.each([
    ['counts too many', ['/Count 5/Kids[3 0 R]', page('')], 1],
    ['has a kid that is not there', ['/Count 1/Kids[3 0 R 77 0 R]', page('')], 1],
    ['has a kid twice', ['/Count 2/Kids[3 0 R 3 0 R]', page('')], 2],
    ['has itself as a kid', ['/Count 1/Kids[3 0 R 2 0 R]', page('')], 1],
    ['has a kid that does not say what it is', ['/Count 1/Kids[3 0 R]', '<<>>'], 1],
    ['calls a node with kids a page', ['/Count 2/Kids[3 0 R]', page('/Kids[4 0 R 4 0 R]'), page('')], 1],
    ['has a page written in it', ['/Count 1/Kids[<</Type/Page>>]'], 1],
  ] as const)('reads a tree that %s, and calls it suspicious', (_, [entries, ...others], length) => {
    const pages = list(tree(entries), ...others);
    expect([...pages]).toHaveLength(length);
    expect(pages.isSuspicious).toBe(true);
  });

  test('reads a tree without any Type, and calls it sound: kids and parents tell pages from nodes', () => {
    const pages = list('<</Count 1/Kids[3 0 R]>>', '<</Parent 2 0 R/Rotate 90>>');
    expect([...pages].map(({ turns }) => turns)).toEqual([1]);
    expect(pages.isSuspicious).toBe(false);
  });

  test('reads a tree whose nodes say by reference what they are, and calls it sound', () => {
    const pages = list(
      '<</Type 4 0 R/Count 1/Kids[3 0 R]>>',
      '<</Type 5 0 R/Parent 2 0 R>>',
      '/Pages',
      '/Page',
    );
    expect([...pages]).toHaveLength(1);
    expect(pages.isSuspicious).toBe(false);
  });

  test('refuses a tree without pages, or nested past its bound', () => {
    expect(() => list(tree('/Count 0/Kids[]'))).toThrow(SourceUnreadable);
    const nested = (levels: number) =>
      list(...Array.from({ length: levels }, (_, i) => tree(`/Count 1/Kids[${i + 3} 0 R]`)), page(''));
    expect(nested(1_000).isSuspicious).toBe(false);
    expect(() => nested(1_100)).toThrow(SourceUnreadable);
  });

  test.each([
    ['has none', true, [catalog, tree('/Count 0/Kids[]')]],
    ['has branches without any', true, [catalog, tree('/Count 0/Kids[3 0 R]'), tree('/Count 0/Kids[]')]],
    ['counts some that are not there', false, [catalog, tree('/Count 3/Kids[]')]],
    ['lost the branch they hang on', false, [catalog, tree('/Count 0/Kids[3 0 R]')]],
    ['counts nothing', false, [catalog, tree('/Kids[]')]],
    ['lost its tree', false, [catalog]],
    ['names no tree', false, ['<</Type/Catalog>>']],
    ['has one', false, [catalog, tree('/Count 1/Kids[3 0 R]'), page('')]],
  ] as const)('knows whether a PDF was made without pages: one that %s', (_, isEmpty, bodies) => {
    expect(hasNoPages(bytesSource(pdfOf(bodies)))).toBe(isEmpty);
    // What has to be searched for may have been torn off.
    expect(hasNoPages(bytesSource(pdfOf(bodies, 'none')))).toBe(false);
  });

  test('lists a great many pages in order', () => {
    const pages = listPages(PdfObjects.open(bytesSource(pdfOf(pagesOf(5_000), 'table')), 0));
    expect(pages).toHaveLength(5_000);
    expect(pages.idAt(4_999)).toBe(3 + 4_999 * 2);
    expect(pages.at(4_999).turns).toBe(1);
  });
});
