import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { degrees, PDFDocument } from 'pdf-lib';

/** A PDF of ours: pages of text, sizes and rotations as told. */
export async function makePdf(
  pages: readonly { text?: string; size?: [number, number]; rotation?: number }[],
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (const { text, size, rotation = 0 } of pages) {
    const page = document.addPage(size ?? [612, 792]);
    page.setRotation(degrees(rotation));
    if (text !== undefined) page.drawText(text, { x: 72, y: page.getHeight() / 2, size: 12 });
  }
  return document.save();
}

/** Writes a PDF of one page per text. */
export async function writePdf(path: string, ...texts: string[]): Promise<void> {
  writeFileSync(path, await makePdf(texts.map((text) => ({ text }))));
}

/** Encrypts a PDF with qpdf, another program than the one that reads it here. An empty password opens by itself. */
export function encryptPdf(from: string, to: string, userPassword: string): void {
  execFileSync('qpdf', ['--encrypt', userPassword, 'owner', '256', '--', from, to]);
}

/** Whether qpdf is there to make and check files with. */
export function hasQpdf(): boolean {
  try {
    execFileSync('qpdf', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
