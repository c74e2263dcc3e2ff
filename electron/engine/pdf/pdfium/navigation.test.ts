import { degrees, PDFDocument, PDFName, PDFString, type PDFPage, type PDFRef } from 'pdf-lib';
import { expect, test } from 'vitest';
import { nestedBookmarks } from '../objects/testing.ts';
import { withPdf } from '../reader/testing.ts';
import type { PdfDocument } from './document.ts';
import { readLinks, readOutline } from './navigation.ts';

function addLink(page: PDFPage, rect: readonly number[], entries: Record<string, unknown>): void {
  const { context } = page.doc;
  const link = context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [...rect], ...entries }));
  page.node.addAnnot(link);
}

/** Three pages: plain; turned by 90 degrees; cropped. */
async function makePages(): Promise<{ document: PDFDocument; pages: PDFPage[] }> {
  const document = await PDFDocument.create();
  const pages = [0, 1, 2].map(() => document.addPage([600, 800]));
  pages[1]!.setRotation(degrees(90));
  pages[2]!.setCropBox(50, 100, 500, 600);
  return { document, pages };
}

const xyz = (page: PDFPage, x: number | null, y: number | null) => [page.ref, PDFName.of('XYZ'), x, y, null];

test('links lead to pages and places, as those pages are shown', async () => {
  const { document, pages } = await makePages();
  const [first, second, third] = pages as [PDFPage, PDFPage, PDFPage];
  const rect = [72, 700, 172, 720];
  addLink(first, rect, { Dest: xyz(first, 0, 500) });
  addLink(first, rect, { A: { S: 'GoTo', D: xyz(second, 150, 800) } });
  addLink(first, rect, { Dest: [third.ref, PDFName.of('FitH'), 400] });
  addLink(first, rect, { Dest: [third.ref, PDFName.of('Fit')] });
  const links = await withPdf(await document.save(), (pdf) =>
    pdf.withPage(0, (page) => readLinks(pdf, page)),
  );
  expect(links[0]!.rect).toEqual({ x: 72, y: 80, width: 100, height: 20 });
  expect(links.map(({ destination }) => destination)).toEqual([
    { page: 0, y: 300 },
    // Turned by 90 degrees, the page's own x runs down.
    { page: 1, y: 150 },
    { page: 2, y: 300 },
    { page: 2, y: null },
  ]);
});

test('links by name are resolved, from the name tree and from the older dictionary', async () => {
  const { document, pages } = await makePages();
  const [first, second] = pages as [PDFPage, PDFPage];
  const { context, catalog } = document;
  const names = context.obj({ Names: [PDFString.of('exhibit-b'), xyz(second, 0, 0)] });
  catalog.set(PDFName.of('Names'), context.obj({ Dests: context.register(names) }));
  catalog.set(PDFName.of('Dests'), context.obj({ old: xyz(first, 0, 700) }));
  addLink(first, [0, 0, 10, 10], { Dest: PDFString.of('exhibit-b') });
  addLink(first, [0, 0, 10, 10], { A: { S: 'GoTo', D: PDFName.of('old') } });
  const links = await withPdf(await document.save(), (pdf) =>
    pdf.withPage(0, (page) => readLinks(pdf, page)),
  );
  expect(links.map(({ destination }) => destination)).toEqual([
    { page: 1, y: 0 },
    { page: 0, y: 100 },
  ]);
});

test('addresses are told, and what would run something is no link', async () => {
  const { document, pages } = await makePages();
  const [first] = pages as [PDFPage];
  addLink(first, [0, 0, 10, 10], { A: { S: 'URI', URI: PDFString.of('https://example.com/a?b=c') } });
  addLink(first, [0, 0, 10, 10], { A: { S: 'Launch', F: PDFString.of('run.exe') } });
  addLink(first, [0, 0, 10, 10], { A: { S: 'JavaScript', JS: PDFString.of('app.alert(1)') } });
  const links = await withPdf(await document.save(), (pdf) =>
    pdf.withPage(0, (page) => readLinks(pdf, page)),
  );
  expect(links.map(({ uri, destination }) => ({ uri, destination }))).toEqual([
    { uri: 'https://example.com/a?b=c', destination: null },
    { uri: null, destination: null },
    { uri: null, destination: null },
  ]);
});

function outlineOf(pdf: PdfDocument) {
  let isOutlineCut = false;
  const outline = readOutline(pdf, () => (isOutlineCut = true));
  return { outline, isOutlineCut };
}

function addOutline(document: PDFDocument, page: PDFPage, { isLooped = false } = {}): void {
  const { context, catalog } = document;
  const [root, part, chapter] = [0, 1, 2].map(() => context.nextRef()) as [PDFRef, PDFRef, PDFRef];
  context.assign(root, context.obj({ Type: 'Outlines', First: part, Last: part, Count: 2 }));
  context.assign(
    part,
    context.obj({
      Title: PDFString.of('Exhibit  B'),
      Parent: root,
      First: chapter,
      Last: chapter,
      Dest: xyz(page, 0, 700),
      ...(isLooped && { Next: part }),
    }),
  );
  context.assign(
    chapter,
    context.obj({ Title: PDFString.of('Letter'), Parent: part, ...(isLooped && { First: part }) }),
  );
  catalog.set(PDFName.of('Outlines'), root);
}

test('bookmarks keep their order, their levels and where they lead', async () => {
  const { document, pages } = await makePages();
  addOutline(document, pages[0]!);
  const { outline, isOutlineCut } = await withPdf(await document.save(), outlineOf);
  expect(isOutlineCut).toBe(false);
  expect(outline).toEqual([
    {
      title: 'Exhibit  B',
      destination: { page: 0, y: 100 },
      children: [{ title: 'Letter', destination: null, children: [] }],
    },
  ]);
});

test('bookmarks that loop are read once', async () => {
  const { document, pages } = await makePages();
  addOutline(document, pages[0]!, { isLooped: true });
  const { outline, isOutlineCut } = await withPdf(await document.save(), outlineOf);
  expect(isOutlineCut).toBe(false);
  expect(outline.map(({ title, children }) => [title, children.length])).toEqual([['Exhibit  B', 1]]);
});

test('bookmarks are read through 64 levels, and that there are deeper ones is told', async () => {
  const read = (levels: number) =>
    withPdf(nestedBookmarks(levels), (pdf) => {
      const { outline, isOutlineCut } = outlineOf(pdf);
      let depth = 0;
      for (let [node] = outline; node; [node] = node.children) depth += 1;
      return { depth, isOutlineCut };
    });
  expect(await read(64)).toEqual({ depth: 64, isOutlineCut: false });
  expect(await read(65)).toEqual({ depth: 64, isOutlineCut: true });
});
