import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, PDFString } from 'pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  encryptPdf,
  hasQpdf,
  makeCoveredPdf,
  makeOverfullPdf,
  makePdf,
  writePdf,
} from '../testing/pdf-files.ts';
import { makePng } from '../testing/images.ts';
import { beginTest } from '../testing/shared-engine.ts';
import type { TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
beforeAll(async () => {
  t = await beginTest();
  await writePdf(at('two.pdf'), 'first page', 'second page');
  writeFileSync(at('words.pdf'), 'plain words');
});
afterAll(() => t.dispose());

const at = (name: string) => join(t.folder, name);
const inspect = (...names: string[]) =>
  t.client['pdf.inspect']({ sources: names.map((name) => ({ path: at(name) })) });

test('each file has its own report, readable or not', async () => {
  const reports = await inspect('two.pdf', 'words.pdf', 'missing.pdf');
  expect(
    reports.map(({ path, ok, pages, problems }) => [path, ok, pages, problems.map(({ code }) => code)]),
  ).toEqual([
    [at('two.pdf'), true, 2, []],
    [at('words.pdf'), false, null, ['PDF_NOT_A_PDF']],
    [at('missing.pdf'), false, null, ['FILE_NOT_FOUND']],
  ]);
});

test('an empty file is told as such', async () => {
  writeFileSync(at('empty.pdf'), '');
  const message = '“empty.pdf” is empty (0 bytes). Ask for the file again.';
  expect(await inspect('empty.pdf')).toMatchObject([{ problems: [{ code: 'PDF_NOT_A_PDF', message }] }]);
  await expect(t.client['pdf.text']({ source: { path: at('empty.pdf') } })).rejects.toMatchObject({
    message,
  });
});

test('turned pages are listed by number', async () => {
  writeFileSync(
    at('turned.pdf'),
    await makePdf([{ text: 'a' }, { text: 'b', rotation: 90 }, { text: 'c', rotation: 270 }]),
  );
  expect(await inspect('turned.pdf')).toMatchObject([{ ok: true, rotatedPages: [2, 3] }]);
});

test('a scan is told from a page with text, even when a court stamped it', async () => {
  const document = await PDFDocument.create();
  const image = await document.embedPng(makePng(60, 80));
  const page = document.addPage([600, 800]);
  page.drawImage(image, { x: 0, y: 0, width: 600, height: 800 });
  page.drawText('Case 2:21-cv-00031 Document 1-1 Filed 01/11/21 Page 1 of 3');
  writeFileSync(at('scan.pdf'), await document.save());
  expect(await inspect('scan.pdf')).toMatchObject([{ hasText: true, problems: [{ code: 'PDF_NO_TEXT' }] }]);
});

test('a small picture beside text makes no scan', async () => {
  const document = await PDFDocument.create();
  const image = await document.embedPng(makePng(60, 80));
  const page = document.addPage([600, 800]);
  page.drawImage(image, { x: 0, y: 0, width: 60, height: 80 });
  page.drawText('Letterhead');
  writeFileSync(at('letter.pdf'), await document.save());
  expect(await inspect('letter.pdf')).toMatchObject([{ hasText: true, problems: [] }]);
});

test('thousands of pages are all looked at', async () => {
  writeFileSync(
    at('many.pdf'),
    await makePdf(Array.from({ length: 2_000 }, () => ({ size: [200, 200] as [number, number] }))),
  );
  expect(await inspect('many.pdf')).toMatchObject([{ ok: true, pages: 2_000, hasText: false, problems: [] }]);
});

test.skipIf(!hasQpdf())(
  'a file behind a password says so; one that only restricts printing is read',
  async () => {
    encryptPdf(at('two.pdf'), at('locked.pdf'), 'secret');
    encryptPdf(at('two.pdf'), at('restricted.pdf'), '');
    expect(await inspect('locked.pdf', 'restricted.pdf')).toMatchObject([
      { ok: false, encrypted: true, problems: [{ code: 'PDF_ENCRYPTED' }] },
      { ok: true, encrypted: true, pages: 2, problems: [] },
    ]);
  },
);

test('texts come for the pages asked for', async () => {
  const source = { path: at('two.pdf') };
  expect(await t.client['pdf.text']({ source, pages: '2' })).toEqual([{ page: 2, text: 'second page' }]);
  expect(await t.client['pdf.text']({ source })).toHaveLength(2);
  await expect(t.client['pdf.text']({ source, pages: '3' })).rejects.toMatchObject({
    code: 'PDF_PAGE_NOT_FOUND',
  });
});

test.each([
  ['words.pdf', 'PDF_NOT_A_PDF'],
  ['missing.pdf', 'FILE_NOT_FOUND'],
])('text of %s ends in %s', async (name, code) => {
  await expect(t.client['pdf.text']({ source: { path: at(name) } })).rejects.toMatchObject({ code });
});

test('a window sees names in reports, not paths', async () => {
  const { client } = t.engine.connect({ isTrusted: false });
  const reports = await client['pdf.inspect']({ sources: [{ token: t.engine.grantFile(at('two.pdf')) }] });
  expect(reports).toMatchObject([{ path: 'two.pdf', ok: true }]);
});

test('words that a black box covers are told, file by file', async () => {
  writeFileSync(at('covered.pdf'), await makeCoveredPdf('Declaration', 'Jane Roe, 123-45-6789'));
  const sources = ['covered.pdf', 'two.pdf', 'words.pdf'].map((name) => ({ path: at(name) }));
  const finding = { page: 2, kind: 'covered', text: 'Jane Roe, 123-45-6789' };
  expect(await t.client['pdf.checkRedactions']({ sources })).toMatchObject([
    { path: at('covered.pdf'), pages: 2, findings: [finding], problems: [] },
    { path: at('two.pdf'), pages: 2, findings: [], problems: [] },
    { path: at('words.pdf'), pages: null, findings: [], problems: [{ code: 'PDF_NOT_A_PDF' }] },
  ]);
});

test('a page that holds too much to be looked at is not passed over as clean', async () => {
  writeFileSync(at('full.pdf'), makeOverfullPdf());
  const [inspected] = await inspect('full.pdf');
  expect(inspected).toMatchObject({ ok: true, problems: [{ code: 'PDF_REDACTIONS_NOT_CHECKED' }] });
  expect(inspected!.problems[0]!.message).toContain('1 of its pages was not checked');
  expect(await t.client['pdf.checkRedactions']({ sources: [{ path: at('full.pdf') }] })).toMatchObject([
    { pages: 1, findings: [], problems: [{ code: 'PDF_LIMIT_EXCEEDED' }] },
  ]);
});

test('an inspection names the pages with words beneath a box', async () => {
  writeFileSync(at('beneath.pdf'), await makeCoveredPdf('Declaration', 'Jane Roe'));
  const [inspected] = await inspect('beneath.pdf');
  expect(inspected).toMatchObject({ ok: true, problems: [{ code: 'PDF_REDACTION_FAILED', pages: [2] }] });
  expect(inspected!.problems[0]!.message).toContain('on page 2 can');
});

test('a page’s text has, after its own words and its comments, those that only a stamp shows', async () => {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage();
  page.drawText('Order');
  const { context } = document;
  const look = context.stream('BT /F 12 Tf 2 5 Td (Received by chambers) Tj ET', {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, 200, 20],
    Resources: { Font: { F: { Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' } } },
  });
  page.node.addAnnot(
    context.register(
      context.obj({
        Type: 'Annot',
        Subtype: 'Stamp',
        Rect: [72, 400, 272, 420],
        Contents: PDFString.of('By hand'),
        AP: { N: context.register(look) },
      }),
    ),
  );
  writeFileSync(at('stamped.pdf'), await document.save());
  expect(await t.client['pdf.text']({ source: { path: at('stamped.pdf') } })).toEqual([
    { page: 1, text: 'Order\nBy hand\nReceived by chambers' },
  ]);
});
