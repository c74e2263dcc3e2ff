import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

  /** A PDF as a court gives it back: `stamp` stands along the top of each page, with the page's number in place of `{page}`. */
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
