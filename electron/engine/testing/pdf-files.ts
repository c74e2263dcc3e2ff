import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { degrees, PDFDocument } from 'pdf-lib';
import { pdfOf } from '../pdf/objects/testing.ts';

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

/** Two pages of words; those of the second are covered by a black box and can be copied all the same. */
export async function makeCoveredPdf(seen: string, covered: string): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage([612, 792]).drawText(seen, { x: 72, y: 700, size: 12 });
  const page = document.addPage([612, 792]);
  page.drawText(covered, { x: 72, y: 700, size: 12 });
  page.drawRectangle({ x: 70, y: 694, width: 400, height: 20 });
  return document.save();
}

/** A page of words with so many notes that it is not looked at for failed redactions. */
export function makeOverfullPdf(): Buffer {
  const content = 'BT /F 12 Tf 72 700 Td (Declaration) Tj ET';
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>/Annots[${'6 0 R '.repeat(5_001)}]>>`,
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    '<</Type/Annot/Subtype/Text/Rect[500 700 520 720]>>',
  ]);
}

/** A sound PDF whose page tree is empty. */
export const pdfWithoutPages =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\nxref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \ntrailer<</Size 3/Root 1 0 R>>\nstartxref\n96\n%%EOF\n';

/** Encrypts a PDF with qpdf, another program than the one that reads it here. With an empty password it opens without being asked for one. */
export function encryptPdf(from: string, to: string, userPassword: string): void {
  execFileSync('qpdf', ['--encrypt', userPassword, 'owner', '256', '--', from, to]);
}

/** One page behind a password, locked as ISO 32000-1 §7.6.3 tells for 40-bit keys; empty where no text is given. */
export function makeLockedPdf(password: string, text = ''): Buffer {
  const md5 = (...parts: Uint8Array[]) => createHash('md5').update(Buffer.concat(parts)).digest();
  const id = Buffer.alloc(16, 7);
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), passwordPadding]).subarray(0, 32);
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const key = md5(padded, owner, Buffer.from([0xfc, 0xff, 0xff, 0xff]), id).subarray(0, 5);
  const user = rc4(key, passwordPadding);
  // Each stream has a key of its own, of the file's and the object's number.
  const streamKey = md5(key, Uint8Array.of(5, 0, 0, 0, 0)).subarray(0, 10);
  const drawn = rc4(streamKey, Buffer.from(text && `BT /F 12 Tf 72 396 Td (${text}) Tj ET`, 'latin1'));
  const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F ${font}>>>>/Contents 5 0 R>>`,
    `<</Filter/Standard/V 1/R 2/Length 40/P -4/O<${owner.toString('hex')}>/U<${user.toString('hex')}>>>`,
    `<</Length ${drawn.length}>>stream\n${drawn.toString('latin1')}\nendstream `,
  ];
  let pdf = '%PDF-1.4\n';
  const entries = objects.map((object, index) => {
    const entry = `${String(pdf.length).padStart(10, '0')} 00000 n \n`;
    pdf += `${index + 1} 0 obj${object}endobj\n`;
    return entry;
  });
  const trailer = `<</Size 6/Root 1 0 R/Encrypt 4 0 R/ID[<${id.toString('hex')}><${id.toString('hex')}>]>>`;
  const table = `xref\n0 6\n0000000000 65535 f \n${entries.join('')}trailer${trailer}\n`;
  return Buffer.from(`${pdf}${table}startxref\n${pdf.length}\n%%EOF\n`, 'latin1');
}

/** What the standard fills passwords up with. */
const passwordPadding = Buffer.from(
  '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
  'hex',
);

function rc4(key: Uint8Array, bytes: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at);
  const swap = (a: number, b: number) => ([state[a], state[b]] = [state[b]!, state[a]!]);
  for (let a = 0, b = 0; a < 256; a++) {
    b = (b + state[a]! + key[a % key.length]!) & 255;
    swap(a, b);
  }
  let [a, b] = [0, 0];
  return Buffer.from(bytes).map((byte) => {
    a = (a + 1) & 255;
    b = (b + state[a]!) & 255;
    swap(a, b);
    return byte ^ state[(state[a]! + state[b]!) & 255]!;
  }) as Buffer;
}

/** Whether qpdf is there to make and check files with. */
export const hasQpdf = (): boolean => runs('qpdf', '--version');

/** Whether pdftotext is there to read files back with. */
export const hasPoppler = (): boolean => runs('pdftotext', '-v');

/** A PDF's text as pdftotext reads it: by another program than ours. @param args such as `-layout` */
export const popplerText = (path: string, ...args: string[]): string =>
  execFileSync('pdftotext', [...args, path, '-'], { encoding: 'utf8' });

function runs(program: string, argument: string): boolean {
  try {
    execFileSync(program, [argument], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
