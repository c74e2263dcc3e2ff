import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, describe, expect, it } from 'vitest';
import { FontShelf } from '../../../pdf/draw/font-shelf.ts';
import { loadPdfium, openPdf, bytesSource } from '../../../pdf/index.ts';
import type { Mail } from '../mail.ts';
import { htmlMail, mailOfLines } from '../testing/mail-fixture.ts';
import { drawMail } from './draw-mail.ts';
import { layPictures } from './lay-pictures.ts';
import { hasQpdf } from '../../../testing/pdf-files.ts';

const shelf = new FontShelf(join(import.meta.dirname, '../../../../../assets/fonts'));
const about = { fileName: 'outage.eml', sha256: 'ab'.repeat(32), appVersion: '1.2.3' };
const wasm = join(import.meta.dirname, '../../../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm');

const places = { imageLibraries: join(import.meta.dirname, '../../../../../out/images') };
const draw = async (mail: Mail) => drawMail(mail, about, shelf, await layPictures(mail, places));

async function pagesOf(mail: Mail): Promise<string[]> {
  const { bytes, pages } = await draw(mail);
  const document = openPdf(await loadPdfium(wasm), bytesSource(bytes), { name: 'rendition.pdf' });
  try {
    return Array.from({ length: pages }, (_, at) => document.withPage(at, (page) => page.text()));
  } finally {
    document.close();
  }
}

describe('the PDF of a mail', () => {
  it('shows headers, body and attachments with their hashes, and says on every page what it was made from', async () => {
    const body = Array.from({ length: 120 }, (_, at) => `Line ${at} of the notice.`);
    const mail = mailOfLines(
      'From: Ann Day <ann@fairwater.example>',
      'To: Bo Lee <bo@northgate.example>',
      'Subject: Outage',
      'Content-Type: multipart/mixed; boundary=m',
      '',
      '--m',
      '',
      ...body,
      '> quoted words',
      '--m',
      'Content-Disposition: attachment; filename=log.txt',
      '',
      'content',
      '--m--',
    );
    const pages = await pagesOf(mail);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      const folded = page.replaceAll(/\s+/g, ' ');
      expect(folded).toContain(`Rendition of outage.eml, SHA-256 ${about.sha256}, made by Forthwith 1.2.3.`);
      expect(folded).toContain('The original is kept unaltered.');
    }
    const all = pages.join('\n').replaceAll(/\s+/g, ' ');
    for (const words of [
      'Ann Day <ann@fairwater.example>',
      'Outage',
      'Line 0 of',
      'Line 119 of',
      'quoted words',
      'log.txt',
    ])
      expect(all).toContain(words);
    expect(all).toContain(createHash('sha256').update('content').digest('hex'));
  });

  it('places the mail’s own pictures and tells of those elsewhere', async () => {
    const mail = htmlMail(
      '<p>Before</p><img src="cid:logo@fairwater"><img src="https://cdn.example/a.png"><p>After</p>',
    );
    const { bytes, problems } = await draw(mail);
    expect(bytes.includes('/Subtype/Image')).toBe(true);
    expect(problems.map(({ code }) => code)).toEqual(['EVIDENCE_REMOTE_PICTURES']);
  });

  it('says so when a picture of the mail cannot be read', async () => {
    const broken = `data:image/png;base64,${Buffer.from('89504e470d0a1a0a00', 'hex').toString('base64')}`;
    const { problems } = await draw(htmlMail(`<p>Words</p><img src="${broken}">`));
    expect(problems.map(({ code }) => code)).toEqual(['EVIDENCE_PART_LEFT_OUT']);
  });

  it('gives the same bytes for the same mail', async () => {
    const make = async () => (await draw(htmlMail('<p>Same <b>words</b></p><ul><li>one</li></ul>'))).bytes;
    expect((await make()).equals(await make())).toBe(true);
  });

  it('prints any script, and says which characters are boxes', async () => {
    const mail = mailOfLines(
      'Subject: =?utf-8?Q?=D7=A9=D7=9C=D7=95=D7=9D?=',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Привет, 日本語, ελληνικά \u{1f9ff}',
    );
    const { problems } = await draw(mail);
    expect(problems.map(({ message }) => message).join()).toContain('U+1F9FF');
    const [page] = await pagesOf(mail);
    for (const words of ['Привет', '日本語', 'ελληνικά']) expect(page).toContain(words);
  });

  it('ends a mail without end at a number of pages, and says so', async () => {
    const mail = mailOfLines('Subject: Long', '', 'x\n'.repeat(60_000));
    const { pages, problems } = await draw(mail);
    expect(pages).toBe(1_000);
    expect(problems.map(({ code }) => code)).toEqual(['EVIDENCE_PART_LEFT_OUT']);
  });
});

describe('another program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mail-rendition-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('opens the PDF of a mail', async () => {
    const { bytes, pages } = await draw(htmlMail('<p>Words</p><img src="cid:logo@fairwater">'));
    expect((await PDFDocument.load(bytes, { throwOnInvalidObject: true })).getPageCount()).toBe(pages);
    const path = join(folder, 'mail.pdf');
    writeFileSync(path, bytes);
    const checked = hasQpdf()
      ? execFileSync('qpdf', ['--check', path]).toString()
      : 'No syntax or stream encoding errors';
    expect(checked).toContain('No syntax or stream encoding errors');
  });
});
