import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { degrees, PDFDocument, PDFName, PDFString, rgb, StandardFonts } from 'pdf-lib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { courtCopy, type CourtCopy } from '../../testing/court-copy.ts';
import { makeLockedPdf, makePdf } from '../../testing/pdf-files.ts';
import { pictures } from '../../testing/scans.ts';
import { beginTest } from '../../testing/shared-engine.ts';
import type { TestEngine } from '../../testing/temp-matter.ts';

let t: TestEngine;
beforeEach(async () => void (t = await beginTest()));
afterEach(() => t.dispose());

const write = (name: string, bytes: Uint8Array | string) => {
  const path = join(t.folder, name);
  writeFileSync(path, bytes);
  return { path };
};
const letters = ['first', 'second', 'third', 'fourth', 'fifth'];
const sentences = letters.map((which) => `This is the ${which} page of the declaration of Jane Roe`);
const declaration = () => makePdf(sentences.map((text) => ({ text })));

async function check(sent: Uint8Array, returned: Uint8Array) {
  return t.client['filing.asFiled']({
    sent: write('Sent.pdf', sent),
    returned: write('Returned.pdf', returned),
  });
}
const told = ({ findings }: Awaited<ReturnType<typeof check>>) =>
  findings.map(
    ({ code, severity, page, returnedPage }) =>
      `${severity} ${code.replace('AS_FILED_', '')} ${page ?? '-'} ${returnedPage ?? '-'}`,
  );

test('a stamped copy is the same outside its stamp, which is read', async () => {
  const sent = await declaration();
  expect(await check(sent, await courtCopy(sent))).toMatchObject({
    status: 'same',
    samePages: 5,
    sentPages: 5,
    returnedPages: 5,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    stamp: {
      caseNumber: '2:21-cv-00031-BJR',
      number: 12,
      attachment: 3,
      filedOn: '2021-01-12',
      pageCount: 5,
    },
    findings: [],
    problem: null,
  });
});

test.each<[string, CourtCopy, number, string[]]>([
  ['a page is left out', { pages: [0, 1, 3, 4] }, 4, ['error PAGE_MISSING 3 -']],
  ['pages are swapped', { pages: [0, 2, 1, 3, 4] }, 4, ['error PAGE_MOVED 3 2']],
  [
    'a cover comes before it',
    {
      change: (document) =>
        void document.insertPage(0, [612, 792]).drawText('NOTICE OF FILING', { x: 72, y: 600 }),
    },
    5,
    ['error PAGE_EXTRA - 1'],
  ],
])('%s', async (_what, copy, samePages, expected) => {
  const sent = await declaration();
  const checked = await check(sent, await courtCopy(sent, copy));
  expect(checked).toMatchObject({ status: 'different', samePages });
  expect(told(checked)).toEqual(expected);
});

test('a stamp that counts otherwise than the file, or is missing, or another, is told', async () => {
  const sent = await declaration();
  const shifted = await check(sent, await courtCopy(sent, { stampPage: (page) => page + 1, stampCount: 6 }));
  expect(shifted).toMatchObject({ status: 'same', samePages: 5 });
  expect(told(shifted)).toEqual(['warning STAMP_PAGES 1 1', 'warning STAMP_COUNT 1 1']);

  const bare = await check(sent, await courtCopy(sent, { stampPage: (page) => (page < 4 ? page : null) }));
  expect(told(bare)).toEqual(['warning STAMP_MISSING 4 4']);
  expect(bare.findings[0]!.message).toBe('No court’s stamp on pages 4–5 of the returned file.');

  expect(told(await check(sent, sent))).toEqual(['warning STAMP_NONE - -']);
});

test('a second document joined to it is told, by its pages and by its stamp', async () => {
  const sent = await declaration();
  const first = await courtCopy(sent);
  const joined = await PDFDocument.load(first, { updateMetadata: false });
  const second = await courtCopy(await makePdf([{ text: 'Another paper altogether' }]), { document: '12-4' });
  const [page] = await joined.copyPages(await PDFDocument.load(second), [0]);
  joined.addPage(page);
  const checked = await check(sent, await joined.save());
  expect(told(checked)).toEqual(['error PAGE_EXTRA - 6', 'warning STAMP_COUNT 1 1']);
  expect(checked.stamp).toMatchObject({ number: 12, attachment: 3 });
});

/** A page of small print with the words of an order, one of them as told. */
async function order(word: string, size = 12) {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.TimesRoman);
  const page = document.addPage([612, 792]);
  for (let line = 0; line < 30; line += 1) {
    const text = `Line ${line} of the agreement says that notice is given ${line === 17 ? word : 'thirty'} days before`;
    page.drawText(text, { x: 72, y: 720 - line * 20, size, font });
  }
  return document.save();
}

test('one letter that is another is told, by its words', async () => {
  const sent = await order('eight');
  const checked = await check(sent, await courtCopy(await order('eighl')));
  expect(checked).toMatchObject({
    status: 'different',
    samePages: 0,
    findings: [{ code: 'AS_FILED_WORDS', page: 1, returnedPage: 1 }],
  });
  expect(checked.findings[0]!.message).toMatch(/^Other words: “eight.*” was sent, “eighl.*” came back\.$/);
});

/** A file whose pages became pictures, as JPEG; stamped before. */
async function flattened(bytes: Uint8Array, dpi = 200): Promise<Uint8Array> {
  const stamped = await courtCopy(bytes);
  const document = await PDFDocument.create({ updateMetadata: false });
  for (const { pixels, width, height } of await pictures(stamped, dpi)) {
    const jpeg = await sharp(pixels, { raw: { width, height, channels: 1 } })
      .jpeg({ quality: 75 })
      .toBuffer();
    const image = await document.embedJpg(jpeg);
    document.addPage([612, 792]).drawImage(image, { x: 0, y: 0, width: 612, height: 792 });
  }
  return document.save();
}

describe('a file that became pictures', () => {
  test('is compared by its looks alone, and its text and stamp are told as lost', async () => {
    const sent = await order('eight');
    const checked = await check(sent, await flattened(sent));
    expect(checked).toMatchObject({ status: 'same', samePages: 1, stamp: null });
    expect(told(checked)).toEqual(['warning STAMP_UNREAD 1 1', 'warning TEXT_LOST 1 1']);
  });

  test.each(['ninety', 'eighc', 'cight', 'eigh'])(
    'with %s in place of eight looks different',
    async (word) => {
      const checked = await check(await order('eight'), await flattened(await order(word)));
      expect(checked).toMatchObject({ status: 'different', samePages: 0 });
      expect(checked.findings[0]).toMatchObject({ code: 'AS_FILED_PICTURE', page: 1 });
    },
  );
});

/** A page changed by some means, and what it is found to be. */
test.each<[string, string[], (document: PDFDocument) => void]>([
  [
    'a highlight that is gone under a white box',
    ['error PICTURE 1 1'],
    (document) =>
      document.getPage(0).drawRectangle({ x: 60, y: 300, width: 200, height: 20, color: rgb(1, 1, 1) }),
  ],
  [
    'words painted over',
    ['error PICTURE 1 1'],
    (document) =>
      document.getPage(0).drawRectangle({ x: 70, y: 390, width: 90, height: 20, color: rgb(0, 0, 0) }),
  ],
  [
    'a page made smaller',
    ['error WORDS_MOVED 1 1'],
    (document) => document.getPage(0).scaleContent(0.96, 0.96),
  ],
  ['another paper', ['error PAGE_SIZE 1 1'], (document) => document.getPage(0).setMediaBox(0, 0, 595, 792)],
  [
    'a page turned on its side',
    ['error PAGE_TURNED 1 1'],
    (document) => document.getPage(0).setRotation(degrees(90)),
  ],
])('%s is told', async (_what, expected, change) => {
  const source = await PDFDocument.create({ updateMetadata: false });
  const page = source.addPage([612, 792]);
  page.drawRectangle({ x: 70, y: 300, width: 100, height: 16, color: rgb(1, 1, 0.6) });
  page.drawText('Thirty days before the service is suspended', { x: 72, y: 396, size: 12 });
  const sent = await source.save();
  const document = await PDFDocument.load(sent, { updateMetadata: false });
  change(document);
  const checked = await check(sent, await document.save());
  expect(told(checked).filter((each) => each.startsWith('error'))).toEqual(expected);
  expect(checked).toMatchObject({ status: 'different', samePages: 0 });
});

test('what stands beneath the stamp is told, by its words or as a part of the picture', async () => {
  const source = await PDFDocument.create({ updateMetadata: false });
  source.addPage([612, 792]).drawText('NG000001', { x: 280, y: 776, size: 10 });
  source.addPage([612, 792]).drawRectangle({ x: 280, y: 760, width: 60, height: 30, color: rgb(0.5, 0, 0) });
  const sent = await source.save();
  const checked = await check(sent, await courtCopy(sent));
  expect(checked.status).toBe('same');
  expect(checked.findings.map(({ page, message }) => `${page}: ${message}`)).toEqual([
    '1: The court’s stamp stands over “NG000001”.',
    '2: The court’s stamp stands over a part of the picture.',
  ]);
});

test('of a page that bears the stamp of another filing the stamp is read that came since, even where it stands over the older', async () => {
  const older = await courtCopy(await declaration(), { document: '1' });
  const beside = await check(older, await courtCopy(older, { stampDown: 28 }));
  expect(beside).toMatchObject({ status: 'same', stamp: { number: 12, attachment: 3 }, findings: [] });
  const over = await check(older, await courtCopy(older));
  expect(over).toMatchObject({ status: 'same', stamp: { number: 12, attachment: 3 } });
  expect(over.findings[0]!.message).toContain(
    'The court’s stamp stands over “Case 2:21-cv-00031-BJR Document 1',
  );
});

test('bookmarks, links and page labels that are gone are told, and do not make it another file', async () => {
  const source = await PDFDocument.load(await declaration(), { updateMetadata: false });
  const { context, catalog } = source;
  const link = context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [72, 300, 144, 320],
    Border: [0, 0, 0],
    Dest: [source.getPage(1).ref, 'Fit'],
  });
  source.getPage(0).node.set(PDFName.of('Annots'), context.obj([link]));
  const outlines = context.nextRef();
  const bookmark = context.register(
    context.obj({ Title: PDFString.of('Exhibit A'), Parent: outlines, Dest: [source.getPage(1).ref, 'Fit'] }),
  );
  context.assign(outlines, context.obj({ Type: 'Outlines', First: bookmark, Last: bookmark, Count: 1 }));
  catalog.set(PDFName.of('Outlines'), outlines);
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: [0, { P: PDFString.of('NG0001') }] }));
  const sent = await source.save();
  const returned = await courtCopy(sent, {
    change(document) {
      document.catalog.delete(PDFName.of('Outlines'));
      document.catalog.delete(PDFName.of('PageLabels'));
      document.getPage(0).node.delete(PDFName.of('Annots'));
    },
  });
  const checked = await check(sent, returned);
  expect(checked).toMatchObject({ status: 'same', samePages: 5 });
  expect(told(checked)).toEqual(['info BOOKMARKS_LOST - -', 'info LINKS_LOST - -', 'info LABELS_LOST - -']);
});

test('sideways pages are compared as they are looked at', async () => {
  const sent = await makePdf([
    { text: 'A table on its side', rotation: 90 },
    { text: 'A wide drawing', size: [792, 612] },
  ]);
  expect(await check(sent, await courtCopy(sent))).toMatchObject({
    status: 'same',
    samePages: 2,
    stamp: { number: 12 },
    findings: [],
  });
});

test('a stamp that is longer than a small page is wide is read all the same', async () => {
  const sent = await makePdf([{ text: 'A receipt', size: [280, 400] }]);
  expect(await check(sent, await courtCopy(sent))).toMatchObject({ status: 'same', stamp: { pageCount: 1 } });
});

test('files that cannot be read end in the error that says why', async () => {
  const sent = await declaration();
  await expect(check(sent, makeLockedPdf('secret', 'Words'))).rejects.toMatchObject({
    code: 'PDF_ENCRYPTED',
  });
  await expect(check(sent, Buffer.from('%PDF-1.7 torn'))).rejects.toMatchObject({ code: 'PDF_DAMAGED' });
  await expect(check(Buffer.from('Dear counsel'), sent)).rejects.toMatchObject({ code: 'PDF_NOT_A_PDF' });
  await expect(
    t.client['filing.asFiled']({
      sent: { path: join(t.folder, 'gone.pdf') },
      returned: { path: join(t.folder, 'gone.pdf') },
    }),
  ).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
});
