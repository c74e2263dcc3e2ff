import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PDFDocument, PDFName } from 'pdf-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeJpeg, makePng } from '../../testing/images.ts';
import { encryptPdf, hasQpdf, makePdf, writePdf } from '../../testing/pdf-files.ts';
import { createTestEngine, type TestEngine } from '../../testing/temp-matter.ts';

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

describe.skipIf(!hasQpdf())('pdf.assemble', () => {
  it('joins PDFs and images, and leaves out, with its error, what cannot be read', async () => {
    await writePdf(at('one.pdf'), 'first', 'second');
    writeFileSync(at('broken.pdf'), 'nothing at all');
    encryptPdf(at('one.pdf'), at('locked.pdf'), 'secret');
    writeFileSync(at('picture.png'), makePng(40, 30));
    writeFileSync(at('photo.jpg'), makeJpeg(40, 30, 6));
    const result = await assemble([
      'one.pdf',
      'broken.pdf',
      'locked.pdf',
      'picture.png',
      'photo.jpg',
      'none.pdf',
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
    ]);
    expect(text(8)).toContain('ABC000004');
  });

  it('never overwrites, and leaves nothing behind when nothing can be read', async () => {
    writeFileSync(at('broken.pdf'), 'nothing at all');
    await expect(assemble(['broken.pdf'])).rejects.toMatchObject({ code: 'PDF_DAMAGED' });
    expect(readdirSync(t.folder).filter((name) => name.startsWith('out'))).toEqual([]);
    writeFileSync(at('out.pdf'), 'mine');
    await expect(assemble(['broken.pdf'])).rejects.toMatchObject({ code: 'FILE_EXISTS' });
    expect(readFileSync(at('out.pdf'), 'utf8')).toBe('mine');
  });

  it('refuses what is no Bates number, and a folder that is not there', async () => {
    await writePdf(at('one.pdf'), 'first');
    await expect(assemble(['one.pdf'], { bates: '12' })).rejects.toMatchObject({
      code: 'BATES_START_INVALID',
    });
    const target = { path: at('nowhere/out.pdf') };
    await expect(assemble(['one.pdf'], { target })).rejects.toMatchObject({ code: 'FILE_UNWRITABLE' });
  });

  it('carries a copy of what is protected against changes only', async () => {
    await writePdf(at('one.pdf'), 'protected words');
    encryptPdf(at('one.pdf'), at('owner.pdf'), '');
    await assemble(['owner.pdf']);
    execFileSync('qpdf', ['--check', at('out.pdf')], { stdio: 'ignore' });
    expect(text(3)).toContain('protected words');
    expect(text(3)).toContain('ABC000001');
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
