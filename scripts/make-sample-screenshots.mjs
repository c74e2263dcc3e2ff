// Draws the sample matter's two screenshots into assets/sample/documents. Run by hand when they should look different; needs
// poppler's pdftoppm. No real post, person or product is shown: every text is a placeholder.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import { PDFDocument, rgb } from 'pdf-lib';

const root = join(import.meta.dirname, '..');
const target = join(root, 'assets', 'sample', 'documents');
const shots = [
  {
    file: 'screenshot-1',
    format: 'png',
    seen: 'Jan 4, 2021 · 9:12 PM',
    number: 'Post no. 1',
    counts: ['14 replies', '61 shares'],
  },
  {
    file: 'screenshot-2',
    format: 'jpeg',
    seen: 'Jan 7, 2021 · 10:26 AM',
    number: 'Post no. 5',
    counts: ['203 replies', '88 shares'],
  },
];

const work = mkdtempSync(join(tmpdir(), 'sample-screenshots-'));
for (const shot of shots) {
  const pdf = join(work, `${shot.file}.pdf`);
  writeFileSync(pdf, await draw(shot));
  execFileSync('pdftoppm', [`-${shot.format}`, '-r', '144', '-singlefile', pdf, join(target, shot.file)]);
}
rmSync(work, { recursive: true });

async function draw({ seen, number, counts }) {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  const fonts = join(root, 'assets', 'fonts');
  const regular = await document.embedFont(readFileSync(join(fonts, 'LiberationSans-Regular.ttf')));
  const bold = await document.embedFont(readFileSync(join(fonts, 'LiberationSans-Bold.ttf')));
  const page = document.addPage([390, 560]);
  const ink = rgb(0.13, 0.14, 0.17);
  const faint = rgb(0.45, 0.47, 0.52);
  const write = (text, x, y, size, font = regular, color = ink) =>
    page.drawText(text, { x, y, size, font, color });
  page.drawRectangle({ x: 0, y: 0, width: 390, height: 560, color: rgb(0.95, 0.95, 0.96) });
  page.drawRectangle({ x: 0, y: 508, width: 390, height: 52, color: rgb(0.23, 0.25, 0.3) });
  write('Post', 24, 527, 16, bold, rgb(1, 1, 1));
  write('9:41', 342, 528, 11, regular, rgb(0.85, 0.86, 0.9));
  page.drawRectangle({
    x: 16,
    y: 150,
    width: 358,
    height: 338,
    color: rgb(1, 1, 1),
    borderColor: rgb(0.86, 0.87, 0.89),
    borderWidth: 1,
  });
  page.drawCircle({ x: 52, y: 450, size: 18, color: rgb(0.8, 0.82, 0.86) });
  write('[account withheld]', 82, 454, 13, bold);
  write(seen, 82, 437, 10.5, regular, faint);
  page.drawRectangle({
    x: 32,
    y: 250,
    width: 326,
    height: 160,
    color: rgb(0.965, 0.965, 0.97),
    borderColor: rgb(0.8, 0.82, 0.85),
    borderWidth: 1,
    borderDashArray: [4, 3],
  });
  write(
    '[post text omitted]',
    195 - bold.widthOfTextAtSize('[post text omitted]', 16) / 2,
    326,
    16,
    bold,
    faint,
  );
  write(number, 32, 222, 10.5, regular, faint);
  page.drawLine({
    start: { x: 32, y: 205 },
    end: { x: 358, y: 205 },
    thickness: 0.7,
    color: rgb(0.88, 0.89, 0.91),
  });
  counts.forEach((text, index) => write(text, 32 + index * 110, 180, 11, regular, faint));
  page.drawRectangle({ x: 0, y: 0, width: 390, height: 84, color: rgb(1, 0.97, 0.88) });
  const mark = 'Illustrative reconstruction, not a court record';
  write(mark, 195 - bold.widthOfTextAtSize(mark, 12) / 2, 46, 12, bold, rgb(0.42, 0.3, 0.02));
  const note = 'Drawn for a software sample. No real post is shown.';
  write(note, 195 - regular.widthOfTextAtSize(note, 10) / 2, 26, 10, regular, rgb(0.42, 0.3, 0.02));
  return document.save();
}
