import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { PDFDocument, PDFName, PDFString, degrees } from 'pdf-lib';
import { beforeEach, describe, expect, test } from 'vitest';
import { encryptPdf, hasQpdf, makePdf, pdfWithoutPages } from '../../testing/pdf-files.ts';
import type { ByteSource } from '../byte-source.ts';
import { pdfOf } from '../objects/testing.ts';
import { bytesSource } from '../pdf-source.ts';
import {
  createGeometry,
  geometryOf,
  loadPdfium,
  openPdf,
  readFeatures,
  readLinks,
  readOutline,
  type Pdfium,
} from './index.ts';

const wasmPath = join(import.meta.dirname, '../../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm');
let pdfium: Pdfium;
beforeEach(async () => {
  pdfium = await loadPdfium(wasmPath);
});

test('starts once what stood in its way is gone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'forthwith-pdfium-'));
  const path = join(folder, 'pdfium.wasm');
  try {
    await expect(loadPdfium(path)).rejects.toMatchObject({ code: 'ENOENT' });
    writeFileSync(path, 'half');
    await expect(loadPdfium(path)).rejects.toMatchObject({ name: 'CompileError' });
    copyFileSync(wasmPath, path);
    expect((await loadPdfium(path)).isBroken).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('calls go straight to the module, text given as UTF-8 and truths answered as such', async () => {
  const { api } = pdfium;
  const { wasmExports } = api.pdfium as unknown as { wasmExports: Record<string, unknown> };
  expect(wasmExports['FPDFText_GetCharAngle']).toBeTypeOf('function');
  expect(api.FPDFText_GetCharAngle).toBe(wasmExports['FPDFText_GetCharAngle']);
  const opened = openPdf(pdfium, bytesSource(await makePdf([{ text: 'x' }])));
  pdfium.memory.withBytes(4, (value) => {
    pdfium.memory.setInt32(value, 0x78);
    expect(api.EPDF_SetMetaText(opened.handle, 'Übersicht', value)).toBe(true);
  });
  expect(['Übersicht', 'Ubersicht'].map((key) => api.EPDF_HasMetaText(opened.handle, key))).toEqual([
    true,
    false,
  ]);
  expect(api.FPDF_DocumentHasValidCrossReferenceTable(opened.handle)).toBe(true);
  opened.close();
});

test('pages are as shown: cropped and rotated', async () => {
  const document = await PDFDocument.load(await makePdf([{ text: 'x', size: [600, 800], rotation: 90 }]));
  document.getPage(0).setCropBox(50, 100, 400, 500);
  const opened = openPdf(pdfium, bytesSource(await document.save()));
  expect(opened.pageCount).toBe(1);
  expect(opened.pageSize(0)).toEqual({ width: 500, height: 400 });
  opened.withPage(0, (page) => {
    expect([page.width, page.height, page.rotation]).toEqual([500, 400, 1]);
    // The corner at the top left of the crop box is at the top right once turned.
    expect(page.pointToShown(50, 600)).toEqual({ x: 500, y: 0 });
    expect(geometryOf(pdfium, opened.handle, 0).point(50, 600)).toEqual({ x: 500, y: 0 });
  });
  opened.close();
});

test('a box stays a box of the same area inside the page, whichever way the page is turned', () => {
  const box = { left: 10, bottom: 20, right: 110, top: 220 };
  fc.assert(
    fc.property(
      fc.nat(3),
      fc.tuple(fc.nat(100), fc.nat(200), fc.nat(100), fc.nat(200)),
      (rotation, [a, b, c, d]) => {
        const inner = {
          left: 10 + Math.min(a, c),
          right: 10 + Math.max(a, c),
          bottom: 20 + Math.min(b, d),
          top: 20 + Math.max(b, d),
        };
        const shown = createGeometry(box, rotation).rect(inner);
        const [width, height] = rotation % 2 === 0 ? [100, 200] : [200, 100];
        expect(shown.width * shown.height).toBe((inner.right - inner.left) * (inner.top - inner.bottom));
        expect(shown.x).toBeGreaterThanOrEqual(0);
        expect(shown.y).toBeGreaterThanOrEqual(0);
        expect(shown.x + shown.width).toBeLessThanOrEqual(width);
        expect(shown.y + shown.height).toBeLessThanOrEqual(height);
      },
    ),
  );
});

test('text comes in reading order, with its accents', async () => {
  const opened = openPdf(pdfium, bytesSource(await makePdf([{ text: 'Señor Müller — § 230' }, {}])));
  expect(opened.withPage(0, (page) => page.text())).toBe('Señor Müller — § 230');
  expect(opened.withPage(1, (page) => page.text())).toBe('');
  expect(opened.withPage(1, (page) => page.content())).toEqual({ hasText: false, imageShare: 0, paths: 0 });
  opened.close();
});

test('a page is drawn in RGBA on white', async () => {
  const document = await PDFDocument.create();
  const page = document.addPage([20, 10]);
  page.drawRectangle({
    x: 0,
    y: 0,
    width: 10,
    height: 10,
    color: { type: 'RGB', red: 1, green: 0, blue: 0 } as never,
  });
  const opened = openPdf(pdfium, bytesSource(await document.save()));
  const { width, height, rgba } = opened.withPage(0, (p) => p.render(2));
  const pixel = (x: number, y: number) => [...rgba.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
  expect([width, height, rgba.length]).toEqual([40, 20, 3_200]);
  expect([pixel(5, 10), pixel(35, 10)]).toEqual([
    [255, 0, 0],
    [255, 255, 255],
  ]);
  opened.close();
});

test('a page that would need too many pixels is refused', async () => {
  const opened = openPdf(pdfium, bytesSource(await makePdf([{ size: [14_400, 14_400] }])));
  expect(() => opened.withPage(0, (page) => page.render(8))).toThrow(
    expect.objectContaining({ code: 'PDF_LIMIT_EXCEEDED' }),
  );
  opened.close();
});

test('bookmarks, links, labels, scripts and attachments are found', async () => {
  const document = await PDFDocument.create();
  const [first, second] = [document.addPage([600, 800]), document.addPage([600, 800])];
  second.setRotation(degrees(180));
  const { context, catalog } = document;
  const goal = [second.ref, PDFName.of('XYZ'), 0, 700, 0];
  const leaf = context.register(context.obj({ Title: PDFString.of('Inner'), Dest: goal }));
  const top = context.register(
    context.obj({ Title: PDFString.of('Outer'), First: leaf, Last: leaf, Count: 1 }),
  );
  catalog.set(PDFName.of('Outlines'), context.register(context.obj({ First: top, Last: top, Count: 2 })));
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: [0, { S: 'r', St: 4 }] }));
  const link = (extra: object) =>
    context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [100, 600, 200, 620], ...extra }));
  const uri = { Type: 'Action', S: 'URI', URI: PDFString.of('https://example.com/a') };
  first.node.set(PDFName.of('Annots'), context.obj([link({ Dest: goal }), link({ A: uri })]));
  document.addJavaScript('hello', 'app.alert(1)');
  await document.attach(new Uint8Array([1, 2, 3]), 'a.bin');
  const source = bytesSource(await document.save());
  const opened = openPdf(pdfium, source);
  // The target page is upside down: 700 from its bottom is 700 from the top as shown.
  const destination = { page: 1, y: 700 };
  expect(readOutline(opened)).toEqual([
    { title: 'Outer', destination: null, children: [{ title: 'Inner', destination, children: [] }] },
  ]);
  const rect = { x: 100, y: 180, width: 100, height: 20 };
  expect(opened.withPage(0, (page) => readLinks(opened, page))).toEqual([
    { rect, destination, uri: null },
    { rect, destination: null, uri: 'https://example.com/a' },
  ]);
  expect([opened.pageLabel(0), opened.pageLabel(1)]).toEqual(['iv', 'v']);
  expect(readFeatures(opened, source)).toEqual({ hasForms: false, hasScripts: true, embeddedFiles: 1 });
  opened.close();
});

const withPageAction = (kind: string, form: 'stream' | 'table') =>
  bytesSource(
    pdfOf(
      [
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Count 1/Kids[3 0 R]>>',
        '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/AA<</O 4 0 R>>>>',
        `<</S${kind}/JS(1)>>`,
      ],
      form,
    ),
  );

test.each([
  ['a page’s script packed with other objects is seen', '/JavaScript', true],
  ['also where letters of its name are escaped', '/J#61vaScript', true],
  ['and no other action for one', '/Named', false],
])('%s', (_, kind, hasScripts) => {
  const source = withPageAction(kind, 'stream');
  const opened = openPdf(pdfium, source);
  expect(readFeatures(opened, source).hasScripts).toBe(hasScripts);
  expect(readFeatures(opened, source, false).hasScripts).toBe(hasScripts);
  opened.close();
});

test('a script in plain sight is seen where letters of its name are escaped', () => {
  const source = withPageAction('/#4A#61vaScrip#74', 'table');
  const opened = openPdf(pdfium, source);
  expect(readFeatures(opened, source).hasScripts).toBe(true);
  opened.close();
});

test('bookmarks that run in a circle end', async () => {
  const document = await PDFDocument.create();
  document.addPage();
  const { context, catalog } = document;
  const ref = context.nextRef();
  context.assign(ref, context.obj({ Title: PDFString.of('again'), First: ref, Next: ref }));
  catalog.set(PDFName.of('Outlines'), context.obj({ First: ref, Last: ref, Count: 1 }));
  const opened = openPdf(pdfium, bytesSource(await document.save()));
  expect(readOutline(opened)).toHaveLength(1);
  opened.close();
});

test('what is no PDF, a torn one, one without pages and a missing page are told apart', async () => {
  const bytes = await makePdf([{ text: 'x' }]);
  const open = (part: Uint8Array) => () => openPdf(pdfium, bytesSource(part), { name: 'a.pdf' });
  const code = (expected: string) => expect.objectContaining({ code: expected, details: { name: 'a.pdf' } });
  expect(open(Buffer.from('plain words'))).toThrow(code('PDF_NOT_A_PDF'));
  expect(open(bytes.subarray(0, 200))).toThrow(code('PDF_DAMAGED'));
  expect(open(Buffer.from(pdfWithoutPages))).toThrow(code('PDF_NO_PAGES'));
  expect(open(Buffer.from(pdfWithoutPages.replace('/Count 0', '/Count_')))).toThrow(code('PDF_DAMAGED'));
  const opened = openPdf(pdfium, bytesSource(bytes));
  for (const page of [-1, 1, 0.5, Number.NaN])
    expect(() => opened.withPage(page, () => null)).toThrow(
      expect.objectContaining({ code: 'PDF_PAGE_NOT_FOUND' }),
    );
  opened.close();
});

test.skipIf(!hasQpdf())('a PDF without pages is told as such behind a password too', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forthwith-pdfium-'));
  const [plain, locked] = [join(folder, 'empty.pdf'), join(folder, 'locked.pdf')];
  try {
    writeFileSync(plain, pdfWithoutPages);
    for (const password of ['', 'sesame']) {
      encryptPdf(plain, locked, password);
      const bytes = readFileSync(locked);
      const open = (part: Uint8Array) => () => openPdf(pdfium, bytesSource(part), { password });
      expect(open(bytes)).toThrow(expect.objectContaining({ code: 'PDF_NO_PAGES' }));
      const torn = bytes.toString('latin1').replace('startxref', 'startxxxx');
      expect(open(Buffer.from(torn, 'latin1'))).toThrow(expect.objectContaining({ code: 'PDF_DAMAGED' }));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('a PDF that lost its table of objects', () => {
  const text = (bytes: Uint8Array, page: number) => {
    const opened = openPdf(pdfium, bytesSource(bytes), { name: 'a.pdf' });
    try {
      return [opened.isRepaired, opened.pageCount, opened.withPage(page, (shown) => shown.text())];
    } finally {
      opened.close();
    }
  };
  const saved = async (useObjectStreams: boolean) => {
    const document = await PDFDocument.load(await makePdf([{ text: 'one' }, { text: 'two' }]));
    return Buffer.from(await document.save({ useObjectStreams }));
  };
  const cutAt = (bytes: Buffer, word: string) =>
    bytes.subarray(0, bytes.lastIndexOf(word, undefined, 'latin1'));

  test.each([
    ['a table', false, 'xref\n0 '],
    ['a stream', true, '/Type /XRef'],
  ])('%s, is read as its objects are found', async (_, useObjectStreams, word) => {
    const bytes = cutAt(await saved(useObjectStreams), word);
    expect(text(bytes, 1)).toEqual([true, 2, 'two']);
    expect(text(Buffer.concat([Buffer.from('words before it\n'), bytes]), 0)).toEqual([true, 2, 'one']);
  });

  test('and part of what its pages show with it, is not shown as if it were whole', async () => {
    const written = cutAt(await saved(false), 'xref\n0 ').toString('latin1');
    const contents = /\/Contents \[ (\d+) 0 R \]/.exec(written)![1];
    const torn = written.replace(`\n${contents} 0 obj`, `\n${contents} 0 lost`);
    expect(torn).not.toBe(written);
    expect(() => text(Buffer.from(torn, 'latin1'), 0)).toThrow(
      expect.objectContaining({ code: 'PDF_DAMAGED', details: { name: 'a.pdf' } }),
    );
  });
});

test('any bytes at all end in a document or in a declared error, and the next document is read', async () => {
  const good = await makePdf([{ text: 'still here' }]);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 }),
      async (changes) => {
        const bytes = Uint8Array.from(good);
        for (const [at, value] of changes) bytes[at] = value;
        const instance = await loadPdfium(wasmPath);
        try {
          const opened = openPdf(instance, bytesSource(bytes));
          opened.withPage(0, (page) => [page.text(), page.content(), page.render(0.2)]);
          opened.close();
        } catch (error) {
          expect(error).toMatchObject({ name: 'AppError', code: expect.stringMatching(/^PDF_/) });
        }
        const after = openPdf(await loadPdfium(wasmPath), bytesSource(good));
        expect(after.withPage(0, (page) => page.text())).toBe('still here');
        after.close();
      },
    ),
    { numRuns: 150 },
  );
});

test('a document that asks for more memory than allowed is given up, and a new instance takes over', async () => {
  const small = await loadPdfium(wasmPath, { maxMemoryBytes: 24 * 1024 * 1024 });
  const opened = openPdf(small, bytesSource(await makePdf([{ text: 'x' }])));
  expect(() => opened.withPage(0, (page) => page.render(4))).toThrow(
    expect.objectContaining({ code: 'PDF_LIMIT_EXCEEDED' }),
  );
  opened.close();
});

test('what reading the source throws comes out as it was, not as damage', async () => {
  const bytes = await makePdf([{ text: 'x' }]);
  const broken: ByteSource = {
    sizeBytes: bytes.length,
    readAt() {
      throw new Error('the disk is gone');
    },
  };
  expect(() => openPdf(pdfium, broken)).toThrow('the disk is gone');
});

test('only what is needed of a large file is read', async () => {
  const document = await PDFDocument.load(await makePdf([{ text: 'a page' }]));
  await document.attach(randomBytes(8_000_000), 'large.bin');
  const bytes = await document.save({ useObjectStreams: false });
  let read = 0;
  const inner = bytesSource(bytes);
  const opened = openPdf(pdfium, {
    sizeBytes: inner.sizeBytes,
    readAt: (position, target) => ((read += target.length), inner.readAt(position, target)),
  });
  expect(opened.withPage(0, (page) => page.text())).toBe('a page');
  expect(read).toBeLessThan(500_000);
  opened.close();
});

test('memory does not grow however often a document is opened', async () => {
  const bytes = await makePdf([{ text: 'x' }, { text: 'y' }]);
  const heap = () => (pdfium.api.pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8.length;
  const round = () => {
    const opened = openPdf(pdfium, bytesSource(bytes));
    opened.withPage(1, (page) => [page.text(), page.render(1)]);
    readOutline(opened);
    opened.close();
  };
  for (let i = 0; i < 20; i++) round();
  const before = heap();
  for (let i = 0; i < 300; i++) round();
  expect(heap()).toBe(before);
});
