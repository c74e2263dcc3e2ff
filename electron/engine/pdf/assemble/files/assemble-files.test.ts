import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type PDFArray, PDFDocument, PDFName, type PDFNumber } from 'pdf-lib';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodedTestPicture } from '../../../formats/images/testing.ts';
import { makeTiff } from '../../../formats/images/tiff/testing.ts';
import { makeJpeg, makePng } from '../../../testing/images.ts';
import { makeZip } from '../../../testing/files/zip-files.ts';
import { leaveHalfWritten } from '../../../testing/leftover.ts';
import { encryptPdf, hasQpdf, makePdf, pdfWithoutPages, writePdf } from '../../../testing/pdf-files.ts';
import { createTestEngine, type TestEngine } from '../../../testing/temp-matter.ts';

let t: TestEngine;
beforeEach(async () => void (t = await createTestEngine()));
afterEach(() => t.dispose());

const at = (name: string) => join(t.folder, name);
const everything = { hasSlipSheets: true, hasStickers: true, hasIndex: true, hasOutline: true };

const assemble = (names: readonly string[], options: object = everything) =>
  t.client['pdf.assemble']({
    sources: names.map((name) => ({ path: at(name) })),
    target: { path: at('out.pdf') },
    bates: 'ABC000001',
    ...options,
  });
const text = (page: number) =>
  execFileSync('pdftotext', ['-f', String(page), '-l', String(page), at('out.pdf'), '-']).toString();

/** A bitmap of two pixels. @param compression 0 for none; 4 for a JPEG inside, as only printers take it */
function makeBitmap(compression: number): Buffer {
  const bytes = Buffer.alloc(62, 0x80);
  bytes.write('BM', 'latin1');
  bytes.fill(0, 2, 54);
  bytes.writeUInt32LE(62, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(2, 18);
  bytes.writeInt32LE(1, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(compression === 0 ? 24 : 0, 28);
  bytes.writeUInt32LE(compression, 30);
  bytes.writeUInt32LE(8, 34);
  return bytes;
}

describe.skipIf(!hasQpdf())('pdf.assemble', () => {
  it('joins PDFs and images, and leaves out, with its error, what cannot be read', async () => {
    await writePdf(at('one.pdf'), 'first', 'second');
    writeFileSync(at('broken.pdf'), 'nothing at all');
    writeFileSync(at('blank.pdf'), pdfWithoutPages);
    encryptPdf(at('one.pdf'), at('locked.pdf'), 'secret');
    writeFileSync(at('picture.png'), makePng(40, 30));
    writeFileSync(at('photo.jpg'), makeJpeg(40, 30, 6));
    writeFileSync(
      at('papers.zip'),
      await makeZip({ 'one.pdf': readFileSync(at('one.pdf')) }, { isStored: true }),
    );
    const result = await assemble([
      'one.pdf',
      'broken.pdf',
      'locked.pdf',
      'picture.png',
      'photo.jpg',
      'none.pdf',
      'papers.zip',
      'blank.pdf',
    ]);
    expect(result.pages).toBe(1 + 3 + 2 + 2);
    expect(result.bytes).toBe(readFileSync(at('out.pdf')).length);
    expect(
      result.items.map(({ input, label, firstPage, batesFirst, batesLast, error }) => [
        basename(input),
        label,
        firstPage,
        batesFirst,
        batesLast,
        error?.code,
      ]),
    ).toEqual([
      ['one.pdf', 'A', 3, 'ABC000001', 'ABC000002', undefined],
      ['broken.pdf', 'B', null, null, null, 'PDF_DAMAGED'],
      ['locked.pdf', 'C', null, null, null, 'PDF_ENCRYPTED'],
      ['picture.png', 'D', 6, 'ABC000003', 'ABC000003', undefined],
      ['photo.jpg', 'E', 8, 'ABC000004', 'ABC000004', undefined],
      ['none.pdf', 'F', null, null, null, 'FILE_NOT_FOUND'],
      ['papers.zip', 'G', null, null, null, 'PDF_NOT_A_PDF'],
      ['blank.pdf', 'H', null, null, null, 'PDF_NO_PAGES'],
    ]);
    expect(text(8)).toContain('ABC000004');
  });

  it('takes pictures that no PDF holds as they are stored, page by page, and says of what is neither that it is no PDF', async () => {
    const page = (width: number, height: number, orientation: number) => {
      const samples = new Uint8Array(width * height).map((_, i) => i % 251);
      return { width, height, samples, orientation };
    };
    await writePdf(at('one.pdf'), 'first');
    writeFileSync(at('scan.tif'), makeTiff([page(48, 32, 1), page(32, 48, 6)]));
    writeFileSync(at('plan.bmp'), makeBitmap(0));
    writeFileSync(at('printer.bmp'), makeBitmap(4));
    writeFileSync(at('empty.pdf'), '');
    writeFileSync(at('letter.docx'), 'PK\x03\x04 and so on');
    const result = await assemble(
      ['scan.tif', 'plan.bmp', 'printer.bmp', 'letter.docx', 'one.pdf', 'empty.pdf'],
      {},
    );
    expect(result.items.map(({ pages, batesFirst, error }) => [pages, batesFirst, error?.code])).toEqual([
      [2, 'ABC000001', undefined],
      [1, 'ABC000003', undefined],
      [0, null, 'PDF_NOT_A_PDF'],
      [0, null, 'PDF_NOT_A_PDF'],
      [1, 'ABC000004', undefined],
      [0, null, 'PDF_NOT_A_PDF'],
    ]);
    expect(result.items.at(-1)!.error!.message).toBe(
      '“empty.pdf” is empty (0 bytes). Ask for the file again.',
    );
    expect(text(2)).toContain('Rendition of scan.tif');
    const images = execFileSync('pdfimages', ['-list', at('out.pdf')]).toString();
    expect(
      images
        .split('\n')
        .slice(2, -1)
        .map((row) => row.trim().split(/\s+/).slice(0, 5)),
    ).toEqual([
      ['1', '0', 'image', '48', '32'],
      ['2', '1', 'image', '48', '32'],
      ['3', '2', 'image', '2', '1'],
    ]);
  });

  it('never overwrites, and leaves nothing behind when nothing can be read', async () => {
    writeFileSync(at('broken.pdf'), 'nothing at all');
    await expect(assemble(['broken.pdf'])).rejects.toMatchObject({ code: 'PDF_DAMAGED' });
    expect(readdirSync(t.folder).filter((name) => name.startsWith('out'))).toEqual([]);
    writeFileSync(at('out.pdf'), 'mine');
    await expect(assemble(['broken.pdf'])).rejects.toMatchObject({ code: 'FILE_EXISTS' });
    expect(readFileSync(at('out.pdf'), 'utf8')).toBe('mine');
  });

  it('numbers pages within each exhibit where there are no Bates numbers', async () => {
    await writePdf(at('one.pdf'), 'first', 'second');
    const { items } = await assemble(['one.pdf'], {
      numbersPages: true,
      bates: undefined,
      labels: 'PX-1',
    });
    expect(items).toMatchObject([{ label: 'PX-1', batesFirst: null, batesLast: null }]);
    expect([text(1), text(2)]).toEqual([
      expect.stringContaining('Exhibit PX-1 – Page 1 of 2'),
      expect.stringContaining('Exhibit PX-1 – Page 2 of 2'),
    ]);
  });

  it('refuses what is no Bates number, one too many for ten digits, and a folder that is not there', async () => {
    await writePdf(at('one.pdf'), 'first', 'second');
    await expect(assemble(['one.pdf'], { bates: 'ABC9999999999' })).rejects.toMatchObject({
      code: 'BATES_NUMBERS_USED_UP',
    });
    await expect(assemble(['one.pdf'], { bates: '12' })).rejects.toMatchObject({
      code: 'BATES_START_INVALID',
    });
    const target = { path: at('nowhere/out.pdf') };
    await expect(assemble(['one.pdf'], { target })).rejects.toMatchObject({ code: 'FILE_UNWRITABLE' });
    await expect(assemble(['one.pdf'], { target: { path: at('one.pdf/out.pdf') } })).rejects.toMatchObject({
      message: expect.stringContaining('“out.pdf” could not be written (a part of its path is a file'),
    });
  });

  it('writes a file of as long a name as there can be, and says of a longer one what to do', async () => {
    await writePdf(at('one.pdf'), 'first');
    const name = `${'a'.repeat(251)}.pdf`;
    const made = await assemble(['one.pdf'], { target: { path: at(name) }, isArchival: true });
    expect(made.pages).toBe(1);
    expect(readdirSync(t.folder).filter((each) => /aaa/.test(each))).toEqual([name]);
    await expect(assemble(['one.pdf'], { target: { path: at(`a${name}`) } })).rejects.toMatchObject({
      code: 'FILE_UNWRITABLE',
      message: expect.stringMatching(
        /could not be written \(its name is too long\)\. Give it a shorter name\.$/,
      ),
    });
  });

  it('takes away what a killed assembly left half written', async () => {
    await writePdf(at('one.pdf'), 'first');
    leaveHalfWritten(at('out.pdf'));
    await assemble(['one.pdf']);
    expect(readdirSync(t.folder).filter((name) => name.includes('out.pdf'))).toEqual(['out.pdf']);
  });

  it('carries a copy of what is protected against changes only', async () => {
    await writePdf(at('one.pdf'), 'protected words');
    encryptPdf(at('one.pdf'), at('owner.pdf'), '');
    await assemble(['owner.pdf']);
    execFileSync('qpdf', ['--check', at('out.pdf')], { stdio: 'ignore' });
    expect(text(3)).toContain('protected words');
    expect(text(3)).toContain('ABC000001');
  });

  it('keeps the size of pages of such a copy, which PDFium writes in numbers of half the precision', async () => {
    const document = await PDFDocument.create();
    const box = [0, 10.1, 595.2, 841.8] as const;
    const page = document.addPage([box[2], box[3]]);
    page.drawText('A4', { x: 72, y: 600 });
    page.setCropBox(box[0], box[1], box[2], box[3] - box[1]);
    writeFileSync(at('one.pdf'), await document.save());
    encryptPdf(at('one.pdf'), at('owner.pdf'), '');
    await assemble(['owner.pdf']);
    const made = (await PDFDocument.load(readFileSync(at('out.pdf')))).getPage(2);
    const numbersOf = (array: PDFArray | undefined) =>
      array?.asArray().map((number) => (number as PDFNumber).asNumber());
    expect(numbersOf(made.node.MediaBox())).toEqual([0, 0, 595.2, 841.8]);
    expect(numbersOf(made.node.CropBox())).toEqual([...box]);
  });

  it('tells of each file what was changed in it, and of PDF/A apart', async () => {
    await writePdf(at('one.pdf'), 'first');
    encryptPdf(at('one.pdf'), at('owner.pdf'), '');
    const { items, archival } = await assemble(['one.pdf', 'owner.pdf'], { isArchival: true });
    expect(items.map(({ findings }) => findings?.map(({ code }) => code))).toEqual([
      undefined,
      ['PROTECTION_REMOVED'],
    ]);
    expect(archival?.findings.map(({ code }) => code)).toContain('PDFA_NOT_MET');
  });

  it('makes print of form fields, unless they are to be kept and it is not to be PDF/A', async () => {
    const document = await PDFDocument.create();
    const field = document.getForm().createTextField('name');
    field.setText('Jane Doe');
    field.addToPage(document.addPage(), { x: 72, y: 600 });
    writeFileSync(at('form.pdf'), await document.save());
    const fieldsOf = async (more: object) => {
      const target = { path: at(`out-${Object.keys(more).join('-')}.pdf`) };
      const { items } = await assemble(['form.pdf'], { target, ...more });
      const made = await PDFDocument.load(readFileSync(target.path));
      const isPrint = (items[0]!.findings ?? []).some(({ code }) => code === 'FORM_FLATTENED');
      return { fields: made.getForm().getFields().length, isPrint };
    };
    expect(await fieldsOf({})).toEqual({ fields: 0, isPrint: true });
    expect(await fieldsOf({ keepsForms: true })).toEqual({ fields: 1, isPrint: false });
    expect(await fieldsOf({ keepsForms: true, isArchival: true })).toEqual({ fields: 0, isPrint: true });
  });

  it('draws what there is of a damaged photo, and tells of it; one of which nothing is to be seen is refused', async () => {
    const photo = Buffer.from(await encodedTestPicture('jpeg'));
    const end = photo.subarray(-2);
    // Viewers show gray, or nothing at all, where pixels are missing.
    writeFileSync(at('cut.jpg'), photo.subarray(0, -20));
    writeFileSync(at('torn.jpg'), Buffer.concat([photo.subarray(0, -20), end]));
    writeFileSync(at('none.jpg'), Buffer.concat([photo.subarray(0, photo.indexOf('ffc4', 'hex')), end]));
    const { items } = await assemble(['cut.jpg', 'torn.jpg'], {});
    for (const { findings } of items)
      expect(findings?.map(({ code }) => code)).toEqual(['EVIDENCE_REPAIRED_TO_READ']);
    execFileSync('qpdf', ['--check', at('out.pdf')], { stdio: 'ignore' });
    const words = execFileSync('pdftotext', [at('out.pdf'), '-']).toString();
    expect(words.match(/The original is damaged/g)).toHaveLength(2);
    await expect(assemble(['none.jpg'], { target: { path: at('none.pdf') } })).rejects.toMatchObject({
      code: 'PDF_DAMAGED',
    });
  });

  it('tells of a screenshot of any kind so long that its words are too small on a page, and of no scan or strip of plain size', async () => {
    const grey = (width: number, height: number) => {
      const samples = new Uint8Array(width * height).map((_, i) => i % 251);
      return { width, height, samples, orientation: 1, density: [96, 96] as const };
    };
    writeFileSync(at('scroll.tif'), makeTiff([grey(200, 100), grey(200, 3800), grey(200, 3800)]));
    writeFileSync(at('scroll.webp'), await sharp(makePng(200, 3800)).webp().toBuffer());
    writeFileSync(at('scan.tif'), makeTiff([grey(600, 848)]));
    writeFileSync(at('scroll.png'), makePng(540, 9000));
    writeFileSync(at('sideways.jpg'), makeJpeg(540, 9000, 6));
    writeFileSync(at('scan.png'), makePng(4960, 7016));
    writeFileSync(at('strip.png'), makePng(200, 1000));
    const { items } = await assemble(
      ['scroll.png', 'sideways.jpg', 'scroll.tif', 'scroll.webp', 'scan.png', 'scan.tif', 'strip.png'],
      {},
    );
    const small = ['IMAGE_PRINTED_SMALL'];
    expect(items.map(({ findings }) => findings?.map(({ code }) => code))).toEqual([
      small,
      small,
      small,
      small,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('tells of a picture of which a part cannot be shown', async () => {
    const page = { width: 60, height: 40, samples: new Uint8Array(60 * 40).fill(9), orientation: 1 };
    const tiff = makeTiff([page, page]);
    writeFileSync(at('torn.tif'), tiff.subarray(0, tiff.length - 60 * 40));
    const { items } = await assemble(['torn.tif'], {});
    expect(items[0]!.findings?.map(({ code }) => code)).toEqual(['EVIDENCE_REPAIRED_TO_READ']);
  });

  it('prints what form fields show, and leaves no form', async () => {
    const document = await PDFDocument.load(await makePdf([{ text: 'a form' }]));
    const field = document.getForm().createTextField('name');
    field.setText('Filled in by hand');
    field.addToPage(document.getPage(0), { x: 72, y: 500, width: 200, height: 20 });
    writeFileSync(at('form.pdf'), await document.save());
    await assemble(['form.pdf'], {});
    expect(text(1)).toContain('Filled in by hand');
    const bound = await PDFDocument.load(readFileSync(at('out.pdf')));
    expect(bound.catalog.has(PDFName.of('AcroForm'))).toBe(false);
    expect(bound.getPage(0).node.Annots()).toBeUndefined();
    expect(existsSync(at('form.pdf'))).toBe(true);
  });
});
