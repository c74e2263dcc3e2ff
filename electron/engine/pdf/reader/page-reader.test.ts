import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { degrees, PDFDocument, StandardFonts } from 'pdf-lib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createClient } from '../../../../shared/contract/client.ts';
import type { Client } from '../../../../shared/contract/define.ts';
import { readerContract } from '../../../../shared/contract/reader.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import type { EvidenceId, MatterId } from '../../../../shared/model/common.ts';
import { pdfOf } from '../objects/testing.ts';
import { createNodePlatform } from '../../platform/node-platform.ts';
import { makePng } from '../../testing/images.ts';
import { encryptPdf, makeLockedPdf, pdfWithoutPages } from '../../testing/pdf-files.ts';
import { createTestEngine, type TestEngine } from '../../testing/temp-matter.ts';
import { createPageReader, type PageReader } from './page-reader.ts';
import { ReaderMatters } from './documents/reader-matters.ts';
import { imageLibraries, wasmPath } from './testing.ts';
import { workerUrl } from '../../testing/worker-url.ts';

type ReaderClient = Client<typeof readerContract>;

let t: TestEngine;
let matters: ReaderMatters;
let reader: PageReader;
let client: ReaderClient;
let matterId: MatterId;
let filePath: string;

beforeEach(async () => {
  const platform = createNodePlatform({
    assetsDirectory: import.meta.dirname,
    workerUrl,
    pdfiumWasmPath: wasmPath,
    imageLibraries,
  });
  matters = new ReaderMatters(platform);
  t = await createTestEngine({
    readerHost: {
      opened: (matter) => matters.opened(matter),
      passwordGiven: (...given) => matters.passwordGiven(...given),
      release: async (id) => matters.release(id),
    },
  });
  const matter = await t.createMatter('Reader', 'a passphrase');
  matterId = matter.id;
  filePath = join(t.folder, matter.fileName);
  reader = createPageReader({ platform, matters });
  client = createClient(readerContract, reader.connect().call);
});
afterEach(async () => {
  matters.releaseAll();
  await t.dispose();
});

async function addFile(name: string, bytes: Uint8Array): Promise<EvidenceId> {
  writeFileSync(join(t.folder, name), bytes);
  const { items } = await t.runJob('evidence.add', {
    matterId,
    sources: [{ path: join(t.folder, name) }],
  });
  return items[0]!.id as EvidenceId;
}

async function makePdf(...pages: string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.TimesRoman);
  for (const text of pages) document.addPage([612, 792]).drawText(text, { x: 72, y: 700, size: 14, font });
  document.getPages()[0]?.setRotation(degrees(90));
  return document.save();
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => new Error('it went well'),
    (reason: unknown) => reason,
  );
  return isAppError(error) ? error.code : String(error);
}

test('bookmarks have their titles in one line, and only links that lead somewhere are links', async () => {
  const bytes = pdfOf([
    '<</Type/Catalog/Pages 2 0 R/Outlines<</First 4 0 R/Last 4 0 R>>>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Annots[5 0 R 6 0 R]>>',
    `<</Title(Exhibit  B ${'x'.repeat(600)})/Dest[3 0 R/Fit]>>`,
    '<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F(run.exe)>>>>',
    '<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI( https://example.com )>>>>',
  ]);
  const source = { matterId, evidenceId: await addFile('Binder.pdf', bytes) };
  const { documentId, outline, isOutlineCut } = await client['reader.open']({ source });
  expect([outline[0]!.title.slice(0, 12), outline[0]!.title.length, isOutlineCut]).toEqual([
    'Exhibit B xx',
    500,
    false,
  ]);
  const links = await client['reader.links']({ documentId, page: 0 });
  expect(links.map(({ uri }) => uri)).toEqual(['https://example.com']);
});

test('an item of an encrypted matter is opened, drawn and read page by page', async () => {
  const evidenceId = await addFile('letter.pdf', await makePdf('We suspend the account', 'in thirty days'));
  const opened = await client['reader.open']({ source: { matterId, evidenceId } });
  expect(opened).toMatchObject({
    kind: 'pdf',
    title: 'letter',
    pages: [
      { width: 792, height: 612, label: null },
      { width: 612, height: 792, label: null },
    ],
    outline: [],
  });
  const { documentId } = opened;
  const picture = await client['reader.render']({ documentId, page: 1, scale: 0.5 });
  expect([picture.width, picture.height, picture.pixels.length]).toEqual([306, 396, 306 * 396 * 4]);
  const dark = picture.pixels.filter((value, index) => index % 4 === 0 && value < 128).length;
  expect(dark).toBeGreaterThan(10);
  const runs = await client['reader.text']({ documentId, page: 1 });
  expect(runs.map(({ text }) => text)).toEqual(['in thirty days']);
});

test('a page is drawn with what stands in its form fields, and with its signatures, also where no form lists them', async () => {
  const ink = '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 13>>\nstream\n0 0 9 9 re f \nendstream';
  const field = (kind: string, left: number) =>
    `<</Type/Annot/Subtype/Widget/FT/${kind}/T(a)/F 4/Rect[${left} 600 ${left + 20} 620]/AP<</N 6 0 R>>>>`;
  const bytes = pdfOf([
    '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 612 792]>>',
    '<</Type/Page/Parent 2 0 R/Annots[4 0 R 5 0 R]>>',
    field('Tx', 100),
    field('Sig', 300),
    ink,
  ]);
  const evidenceId = await addFile('signed.pdf', bytes);
  const { documentId } = await client['reader.open']({ source: { matterId, evidenceId } });
  const { width, pixels } = await client['reader.render']({ documentId, page: 0, scale: 1 });
  const dotAt = (x: number) => pixels[((792 - 610) * width + x) * 4];
  expect([110, 200, 310].map(dotAt)).toEqual([0, 255, 0]);
});

test('what stands in form fields, stamps and signatures is found where it stands, and can be selected and noted', async () => {
  const stream = (content: string, entries = '') =>
    `<<${entries}/Length ${content.length}>>\nstream\n${content}\nendstream`;
  const font = '/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>';
  const look = (words: string) =>
    stream(
      `/Tx BMC q BT /F 12 Tf 2 5 Td (${words}) Tj ET Q EMC`,
      `/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<<${font}>>`,
    );
  const annotation = (kind: string, bottom: number, rest: string) =>
    `<</Type/Annot/Subtype/${kind}/F 4/Rect[300 ${bottom} 500 ${bottom + 20}]${rest}>>`;
  const bytes = pdfOf([
    `<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R 6 0 R]/NeedAppearances true/DA(/F 12 Tf 0 g)/DR<<${font}>>>>>>`,
    '<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 612 792]>>',
    `<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<${font}>>/Annots[5 0 R 6 0 R 7 0 R]>>`,
    stream('BT /F 12 Tf 72 605 Td (Name of movant) Tj ET'),
    annotation('Widget', 600, '/FT/Tx/T(a)/V(Jane Whitlock)/DA(/F 12 Tf 0 g)/AP<</N 8 0 R>>'),
    annotation('Widget', 500, '/FT/Tx/T(b)/V(Laundromat)/DA(/F 12 Tf 0 g)'),
    annotation('Stamp', 400, '/AP<</N 9 0 R>>'),
    look('Jane Whitlock'),
    look('Received by chambers'),
  ]);
  const evidenceId = await addFile('form.pdf', bytes);
  const { documentId } = await client['reader.open']({ source: { matterId, evidenceId } });
  const findAll = async (query: string) =>
    (await client['reader.find']({ documentId, query, marks: [], fromPage: 0, limit: 9 })).hits;
  const [name, ...more] = await findAll('jane whitlock');
  expect(more).toEqual([]);
  expect(Math.abs(name!.rects[0]!.x - 302)).toBeLessThan(2);
  expect(name!.rects[0]!.y).toBeGreaterThan(792 - 620);
  expect(name!.snippet).toContain('Name of movant Jane Whitlock');
  for (const words of ['Laundromat', 'received by chambers', 'movant'])
    expect(await findAll(words), words).toHaveLength(1);
  const runs = await client['reader.text']({ documentId, page: 0 });
  expect(runs.map(({ text }) => text.trim())).toEqual([
    'Name of movant',
    'Jane Whitlock',
    'Laundromat',
    'Received by chambers',
  ]);
});

test('a search goes on from page to page and finds every hit once', async () => {
  const pages = Array.from({ length: 300 }, (_, page) =>
    page % 10 === 0 ? 'breach of contract' : 'nothing',
  );
  const evidenceId = await addFile('long.pdf', await makePdf(...pages));
  const { documentId } = await client['reader.open']({ source: { matterId, evidenceId } });
  const found: number[] = [];
  let page: number | null = 0;
  while (page !== null) {
    const part: Awaited<ReturnType<ReaderClient['reader.find']>> = await client['reader.find']({
      documentId,
      query: 'Breach  of',
      fromPage: page,
    });
    found.push(...part.hits.map((hit) => hit.page));
    page = part.nextPage;
  }
  expect(found).toEqual(pages.flatMap((text, index) => (text.startsWith('breach') ? [index] : [])));
});

test('a protected PDF asks for its password and opens with it', async () => {
  const plain = join(t.folder, 'plain.pdf');
  writeFileSync(plain, await makePdf('under seal'));
  const sealed = join(t.folder, 'sealed.pdf');
  encryptPdf(plain, sealed, 'open sesame');
  const evidenceId = await addFile('kept.pdf', readFileSync(sealed));
  const source = { matterId, evidenceId };
  expect(await codeOf(client['reader.open']({ source }))).toBe('PDF_ENCRYPTED');
  expect(await codeOf(client['reader.open']({ source, password: 'wrong' }))).toBe('PDF_ENCRYPTED');
  const { documentId } = await client['reader.open']({ source, password: 'open sesame' });
  expect(await client['reader.text']({ documentId, page: 0 })).toMatchObject([{ text: 'under seal' }]);
});

test('a password given for an original opens it in the reader too, until the matter closes', async () => {
  const evidenceId = await addFile('locked.pdf', makeLockedPdf('open sesame'));
  const source = { matterId, evidenceId };
  const open = async () => (await client['reader.open']({ source })).pages.length;
  // The matter is read already when the password comes.
  expect(await codeOf(open())).toBe('PDF_ENCRYPTED');
  await t.client['evidence.unlock']({ matterId, id: evidenceId, password: 'open sesame', isKept: false });
  expect(await open()).toBe(1);
  // A changed passphrase closes the reader's connection, not the matter.
  await t.client['matter.setPassphrase']({ matterId, current: 'a passphrase', next: null });
  expect(await open()).toBe(1);
  await t.client['matter.close']({ matterId });
  await t.client['matter.open']({ source: { path: filePath } });
  expect(await codeOf(open())).toBe('PDF_ENCRYPTED');
});

test('a damaged PDF, one without pages and a page that is not there are told by their codes', async () => {
  const blank = await addFile('blank.pdf', Buffer.from(pdfWithoutPages));
  expect(await codeOf(client['reader.open']({ source: { matterId, evidenceId: blank } }))).toBe(
    'PDF_NO_PAGES',
  );
  const damaged = await addFile('damaged.pdf', Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>'));
  expect(await codeOf(client['reader.open']({ source: { matterId, evidenceId: damaged } }))).toBe(
    'PDF_DAMAGED',
  );
  const evidenceId = await addFile('one.pdf', await makePdf('one'));
  const { documentId } = await client['reader.open']({ source: { matterId, evidenceId } });
  expect(await codeOf(client['reader.render']({ documentId, page: 1, scale: 1 }))).toBe('PDF_PAGE_NOT_FOUND');
});

test('a picture has a page; what has none is told by its kind, for the window to show in its own way', async () => {
  const picture = await addFile('screen.png', makePng(8, 4));
  const table = await addFile('posts.csv', Buffer.from('a,b\n1,2\n'));
  const opened = async (evidenceId: EvidenceId) => {
    const { kind, pages } = await client['reader.open']({ source: { matterId, evidenceId } });
    return [kind, pages.length];
  };
  expect([await opened(picture), await opened(table)]).toEqual([
    ['png', 1],
    ['csv', 0],
  ]);
});

test('slices of an original are its bytes, and stop at its end', async () => {
  const bytes = makePng(64, 64);
  const evidenceId = await addFile('slice.png', bytes);
  const source = { matterId, evidenceId };
  const size = await reader.readBytes(source, 0, 0);
  expect(size).toMatchObject({ ok: true, value: { sizeBytes: bytes.length, kind: 'png' } });
  const slice = await reader.readBytes(source, bytes.length - 10, 100);
  expect(slice.ok && Buffer.from(slice.value.bytes)).toEqual(Buffer.from(bytes.subarray(-10)));
});

test('a released matter is closed at once, and what was open of it is gone', async () => {
  const evidenceId = await addFile('one.pdf', await makePdf('one'));
  const { documentId } = await client['reader.open']({ source: { matterId, evidenceId } });
  matters.release(matterId);
  // With a reader still on the file this would leave a journal beside it.
  await t.client['matter.close']({ matterId });
  expect(await codeOf(client['reader.text']({ documentId, page: 0 }))).not.toBe('it went well');
  await t.client['matter.open']({ source: { path: filePath }, passphrase: 'a passphrase' });
});

test('a window that asks before the engine has told waits for it', async () => {
  const evidenceId = await addFile('early.pdf', await makePdf('early'));
  matters.release(matterId);
  const opening = client['reader.open']({ source: { matterId, evidenceId } });
  matters.opened({ matterId, filePath, passphrase: 'a passphrase', passwords: [] });
  expect((await opening).title).toBe('early');
});

test('one window cannot use what another opened', async () => {
  const evidenceId = await addFile('mine.pdf', await makePdf('mine'));
  const { documentId } = await client['reader.open']({ source: { matterId, evidenceId } });
  const other = createClient(readerContract, reader.connect().call);
  expect(await codeOf(other['reader.text']({ documentId, page: 0 }))).toBe('NOT_FOUND');
});

test('input that is not of the contract is refused', async () => {
  const { call } = reader.connect();
  expect(await call('reader.render', { documentId: 'x', page: -1, scale: 1 })).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT' },
  });
  expect(await call('matter.close', {})).toMatchObject({ ok: false, error: { code: 'UNKNOWN_OPERATION' } });
});
