import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { PDFDocument, StandardFonts } from 'pdf-lib';

/**
 * Makes a folder of documents for a journey: readable PDFs of known text, a damaged one, one under a password, an image and
 * an empty file. The app runs as another account, so everything is made readable by all.
 */
export class MadeDocuments {
  readonly folder: string;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o755);
    this.folder = folder;
  }

  /** A PDF whose pages say `text`, then their number. Answers its path. */
  async pdf(name: string, pages: number, text: string): Promise<string> {
    const document = await PDFDocument.create({ updateMetadata: false });
    const font = await document.embedFont(StandardFonts.TimesRoman);
    for (let page = 1; page <= pages; page += 1) {
      const sheet = document.addPage([612, 792]);
      sheet.drawText(text, { x: 72, y: 700, size: 16, font });
      sheet.drawText(`Page ${page} of ${pages}`, { x: 72, y: 670, size: 11, font });
    }
    return this.#write(name, await document.save());
  }

  /** A page on which a black box only covers `words`: they can be copied. */
  async coveredPdf(name: string, words: string): Promise<string> {
    const document = await PDFDocument.create({ updateMetadata: false });
    const font = await document.embedFont(StandardFonts.TimesRoman);
    const sheet = document.addPage([612, 792]);
    sheet.drawText('Declaration of Jordan Pell', { x: 72, y: 700, size: 16, font });
    sheet.drawText(words, { x: 72, y: 660, size: 12, font });
    sheet.drawRectangle({ x: 70, y: 655, width: 200, height: 18 });
    return this.#write(name, await document.save());
  }

  /** A PDF as a court gives it back: `stamp` is along the top of each page, with the page's number in place of `{page}`. */
  async stampedPdf(name: string, pages: number, stamp: string): Promise<string> {
    const document = await PDFDocument.create({ updateMetadata: false });
    const font = await document.embedFont(StandardFonts.Helvetica);
    for (let page = 1; page <= pages; page += 1) {
      const sheet = document.addPage([612, 792]);
      sheet.drawText(stamp.replace('{page}', String(page)), { x: 90, y: 775, size: 10, font });
      sheet.drawText(`${name}, page ${page}`, { x: 72, y: 640, size: 12, font });
    }
    return this.#write(name, await document.save());
  }

  /**
   * A file as it comes back from a court, stamped along the top of every page and saved again.
   *
   * @param document as the stamp has it: 12-3
   * @param pages those that come back, from 0; left out for all
   */
  async courtCopy(
    name: string,
    bytes: Uint8Array,
    document: string,
    pages?: readonly number[],
  ): Promise<string> {
    const sent = await PDFDocument.load(bytes, { updateMetadata: false });
    const copy = await PDFDocument.create({ updateMetadata: false });
    const font = await copy.embedFont(StandardFonts.Helvetica);
    const wanted = pages ?? sent.getPageIndices();
    for (const [at, page] of (await copy.copyPages(sent, [...wanted])).entries()) {
      const stamp = `Case 2:21-cv-00031-BJR Document ${document} Filed 01/12/21 Page ${at + 1} of ${wanted.length}`;
      copy.addPage(page).drawText(stamp, { x: 120, y: 775, size: 10, font });
    }
    return this.#write(name, await copy.save());
  }

  /** A text file such as a saved page. */
  text(name: string, content: string): string {
    return this.#write(name, Buffer.from(content));
  }

  /** A PDF that needs a password to be read. */
  async encryptedPdf(name: string): Promise<string> {
    const open = await this.pdf(`open ${name}`, 1, 'Under a password');
    const path = join(this.folder, name);
    execFileSync('qpdf', ['--encrypt', 'secret', 'owner', '256', '--', open, path]);
    chmodSync(path, 0o644);
    return path;
  }

  /** Begins as a PDF does, and holds no page that could be found. */
  damagedPdf(name: string): string {
    return this.#write(name, Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 9 0 R >>\nendob'));
  }

  /** A mail with one attachment, its body and people in our own words. */
  mail(
    name: string,
    subject: string,
    attachment: { readonly name: string; readonly content: string },
  ): string {
    const boundary = 'part-of-a-made-mail';
    const lines = [
      'From: Robin Okafor <r.okafor@fairwater.example>',
      'To: Trust Desk <trust@northgate.example>',
      `Subject: ${subject}`,
      'Date: Sat, 09 Jan 2021 19:07:00 -0800',
      `Message-ID: <${subject.replaceAll(/\W+/g, '-')}@fairwater.example>`,
      'MIME-Version: 1.0',
      `Content-Type: multipart/mixed; boundary="${boundary}"`,
      '',
      `--${boundary}`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Please see the table of posts attached.',
      `--${boundary}`,
      `Content-Type: text/csv; name="${attachment.name}"`,
      `Content-Disposition: attachment; filename="${attachment.name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(attachment.content).toString('base64'),
      `--${boundary}--`,
      '',
    ];
    return this.#write(name, Buffer.from(lines.join('\r\n')));
  }

  /** A zip archive of files given by name and content. */
  async zip(name: string, files: Readonly<Record<string, Uint8Array>>): Promise<string> {
    const archive = new ZipFile();
    for (const [path, bytes] of Object.entries(files))
      archive.addBuffer(Buffer.from(bytes), path, { mtime: new Date(Date.UTC(2021, 0, 9)) });
    archive.end();
    return this.#write(name, await buffer(archive.outputStream as Readable));
  }

  /** A picture given as its bytes, such as a screenshot. */
  picture(name: string, bytes: Uint8Array): string {
    return this.#write(name, bytes);
  }

  /** A picture of a page that says `text`, as a scanner or a screenshot makes one. */
  async scan(name: string, text: string): Promise<string> {
    const page = await this.pdf('page to be scanned.pdf', 1, text);
    const path = join(this.folder, name);
    execFileSync('pdftoppm', ['-png', '-r', '150', '-singlefile', page, path.replace(/\.png$/, '')]);
    rmSync(page);
    chmodSync(path, 0o644);
    return path;
  }

  /** A file of 0 bytes. */
  emptyFile(name: string): string {
    return this.#write(name, Buffer.alloc(0));
  }

  /** Bytes of no known kind, different for each seed. */
  filler(name: string, sizeBytes: number, seed: number): string {
    return this.#write(name, Buffer.alloc(sizeBytes, `filler ${seed} `));
  }

  #write(name: string, bytes: Uint8Array): string {
    const path = join(this.folder, name);
    writeFileSync(path, bytes, { mode: 0o644 });
    return path;
  }
}
