import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import { PDFDocument, rgb, type PDFFont, type PDFPage } from 'pdf-lib';
import type { Block, SampleDocument } from './markup.ts';

/** What stands on every page beside the document's own words. */
export interface SampleFrame {
  /** "Illustrative reconstruction, not a court record". */
  readonly pageMark: string;
  readonly judge: string;
  readonly caption: {
    readonly court: readonly string[];
    readonly plaintiff: string;
    readonly defendant: string;
    readonly number: string;
  };
}

/** Points; letter paper. LCR 10: 12-point type, 24-point spacing, numbered lines, footer with title and page. */
const page = { width: 612, height: 792 } as const;
const forms = {
  pleading: { left: 100, right: 558, top: 724, bottom: 128, leading: 24, size: 12 },
  letter: { left: 90, right: 522, top: 700, bottom: 96, leading: 16, size: 11.5 },
  plain: { left: 72, right: 540, top: 700, bottom: 96, leading: 16, size: 11 },
} as const;
const ink = rgb(0.1, 0.1, 0.12);
const faint = rgb(0.42, 0.42, 0.46);

/**
 * Sets one sample document as a PDF. The same words give the same bytes: fixed dates, no randomness.
 *
 * @param fontsDirectory folder with LiberationSerif-Regular.ttf and -Bold.ttf
 */
export async function typesetSample(
  source: SampleDocument,
  frame: SampleFrame,
  fontsDirectory: string,
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.registerFontkit(fontkit);
  const embed = (file: string) =>
    document.embedFont(readFileSync(join(fontsDirectory, file)), { subset: true });
  const regular = await embed('LiberationSerif-Regular.ttf');
  const bold = await embed('LiberationSerif-Bold.ttf');
  const setter = new Setter(document, source, frame, regular, bold);
  setter.setAll();
  document.setTitle(`${source.title} (${frame.pageMark.toLowerCase()})`);
  document.setLanguage('en-US');
  document.setProducer('Forthwith');
  const fixed = new Date('2021-01-12T00:00:00Z');
  document.setCreationDate(fixed);
  document.setModificationDate(fixed);
  return document.save({ useObjectStreams: true });
}

/** Sets blocks one below the other, beginning pages as they fill. */
class Setter {
  readonly #document: PDFDocument;
  readonly #source: SampleDocument;
  readonly #frame: SampleFrame;
  readonly #regular: PDFFont;
  readonly #bold: PDFFont;
  readonly #form: (typeof forms)[keyof typeof forms];
  #page!: PDFPage;
  #y = 0;

  constructor(
    document: PDFDocument,
    source: SampleDocument,
    frame: SampleFrame,
    regular: PDFFont,
    bold: PDFFont,
  ) {
    this.#document = document;
    this.#source = source;
    this.#frame = frame;
    this.#regular = regular;
    this.#bold = bold;
    this.#form = forms[source.form];
  }

  setAll(): void {
    this.#beginPage();
    if (this.#source.form === 'pleading') this.#caption();
    else this.#heading(this.#source.title, this.#form.size + 2);
    for (const block of this.#source.blocks) this.#block(block);
    this.#document.getPages().forEach((p, index) => this.#footer(p, index + 1));
  }

  #block(block: Block): void {
    const { leading, size, left } = this.#form;
    const indent = this.#source.form === 'pleading' ? 36 : 0;
    switch (block.kind) {
      case 'heading':
        return this.#heading(block.text, size);
      case 'subheading':
        this.#keepTogether(3);
        return this.#lines(block.text, { font: this.#bold, indent: 0 });
      case 'numbered':
        return this.#lines(`${block.number}.\u2003${block.text}`, { indent: indent || 18 });
      case 'line':
        return block.text === '' ? void (this.#y -= leading) : this.#lines(block.text, { indent: 0 });
      case 'paragraph':
        this.#lines(block.text, { indent });
        if (this.#source.form !== 'pleading') this.#y -= leading / 2;
        return;
      case 'table':
        return this.#table(block.rows, left);
    }
  }

  #heading(text: string, size: number): void {
    this.#keepTogether(3);
    if (this.#source.form !== 'pleading') this.#y -= 6;
    for (const line of wrap(text, this.#bold, size, this.#form.right - this.#form.left, 0)) {
      this.#room();
      this.#centered(line, this.#bold, size);
      this.#y -= this.#form.leading;
    }
  }

  #lines(text: string, { font = this.#regular, indent }: { font?: PDFFont; indent: number }): void {
    const { left, right, size, leading } = this.#form;
    wrap(text, font, size, right - left, indent).forEach((line, index) => {
      this.#room();
      this.#draw(line, left + (index === 0 ? indent : 0), font, size);
      this.#y -= leading;
    });
  }

  #table(rows: readonly (readonly string[])[], left: number): void {
    const { right } = this.#form;
    const size = 9.5;
    const rowLeading = 12;
    const widths = columnWidths(rows, this.#regular, size, right - left);
    rows.forEach((row, index) => {
      const font = index === 0 ? this.#bold : this.#regular;
      const cells = row.map((cell, column) => wrap(cell, font, size, widths[column]! - 8, 0));
      const height = Math.max(...cells.map((lines) => lines.length)) * rowLeading + 7;
      this.#room(height);
      let x = left;
      cells.forEach((lines, column) => {
        lines.forEach((line, n) =>
          this.#page.drawText(line, { x: x + 4, y: this.#y - n * rowLeading, size, font, color: ink }),
        );
        x += widths[column]!;
      });
      this.#y -= height;
      this.#page.drawLine({
        start: { x: left, y: this.#y + rowLeading - 1 },
        end: { x: right, y: this.#y + rowLeading - 1 },
        thickness: index === 0 ? 0.9 : 0.35,
        color: index === 0 ? ink : faint,
      });
    });
    this.#y -= this.#form.leading / 2;
    // Back onto the numbered lines.
    if (this.#source.form === 'pleading') this.#y = 724 - Math.ceil((724 - this.#y) / 24) * 24;
  }

  #caption(): void {
    const { court, plaintiff, defendant, number } = this.#frame.caption;
    const { left, right } = this.#form;
    const middle = left + (right - left) / 2;
    const judge = `The Honorable ${this.#frame.judge}`;
    this.#draw(judge, right - this.#regular.widthOfTextAtSize(judge, 12), this.#regular, 12);
    this.#y -= 5 * 24;
    for (const line of court) {
      this.#centered(line, this.#bold, 12);
      this.#y -= 24;
    }
    const top = this.#y + 12;
    const side = [
      `${plaintiff},`,
      '\u2003\u2003\u2003\u2003Plaintiff,',
      '\u2003v.',
      `${defendant},`,
      '\u2003\u2003\u2003\u2003Defendant.',
    ];
    const other = [number, ...wrap(this.#source.title, this.#bold, 12, right - middle - 24, 0)];
    const count = Math.max(side.length, other.length);
    for (let n = 0; n < count; n++) {
      this.#draw(side[n] ?? '', left, this.#regular, 12);
      this.#draw(other[n] ?? '', middle + 16, n === 0 ? this.#regular : this.#bold, 12);
      this.#y -= 24;
    }
    const base = this.#y + 16;
    this.#page.drawLine({
      start: { x: middle, y: top },
      end: { x: middle, y: base },
      thickness: 0.7,
      color: ink,
    });
    this.#page.drawLine({
      start: { x: left, y: base },
      end: { x: middle, y: base },
      thickness: 0.7,
      color: ink,
    });
    this.#y -= 24;
  }

  #footer(target: PDFPage, pageNumber: number): void {
    const { left, right } = this.#form;
    const isPleading = this.#source.form === 'pleading';
    const at = (text: string, x: number, y: number, size: number, font: PDFFont, color = faint) =>
      target.drawText(text, { x, y, size, font, color });
    const mark = this.#frame.pageMark;
    const short = fit(this.#source.title, this.#regular, 8.5, right - left - 60);
    at(`${short} – ${pageNumber}`, left, 84, 8.5, this.#regular, ink);
    if (isPleading) at(this.#frame.caption.number, left, 73, 8.5, this.#regular, ink);
    at(mark, (page.width - this.#bold.widthOfTextAtSize(mark, 9)) / 2, 52, 9, this.#bold);
    if (!isPleading) return;
    for (let line = 1; line <= 25; line++) {
      const text = String(line);
      at(text, 80 - this.#regular.widthOfTextAtSize(text, 10), 724 - (line - 1) * 24, 10, this.#regular);
    }
    target.drawLine({ start: { x: 88, y: 752 }, end: { x: 88, y: 112 }, thickness: 0.5, color: faint });
  }

  #beginPage(): void {
    this.#page = this.#document.addPage([page.width, page.height]);
    this.#y = this.#form.top;
  }

  #room(height = 0): void {
    if (this.#y - height < this.#form.bottom) this.#beginPage();
  }

  /** Begins a new page unless so many lines still fit: a heading must not stand alone at the foot. */
  #keepTogether(lines: number): void {
    if (this.#y - (lines - 1) * this.#form.leading < this.#form.bottom) this.#beginPage();
  }

  #draw(text: string, x: number, font: PDFFont, size: number): void {
    this.#page.drawText(text, { x, y: this.#y, size, font, color: ink });
  }

  #centered(text: string, font: PDFFont, size: number): void {
    const { left, right } = this.#form;
    this.#draw(text, left + (right - left - font.widthOfTextAtSize(text, size)) / 2, font, size);
  }
}

function wrap(text: string, font: PDFFont, size: number, width: number, firstIndent: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    const room = width - (lines.length === 0 ? firstIndent : 0);
    if (line !== '' && font.widthOfTextAtSize(longer, size) > room) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

function fit(text: string, font: PDFFont, size: number, width: number): string {
  if (font.widthOfTextAtSize(text, size) <= width) return text;
  let end = text.length;
  while (font.widthOfTextAtSize(`${text.slice(0, end).trimEnd()}…`, size) > width) end--;
  return `${text.slice(0, end).trimEnd()}…`;
}

/** Shares the width out by the longest cell of each column, none below a sixth of its fair share. */
function columnWidths(
  rows: readonly (readonly string[])[],
  font: PDFFont,
  size: number,
  width: number,
): number[] {
  const wanted = rows[0]!.map(
    (_, column) =>
      Math.max(...rows.map((row) => Math.min(font.widthOfTextAtSize(row[column] ?? '', size), width / 3))) +
      10,
  );
  const total = wanted.reduce((sum, each) => sum + each, 0);
  return wanted.map((each) => (each / total) * width);
}
