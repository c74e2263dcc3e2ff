import { PDFDocument, PDFName, PDFString, rgb, StandardFonts, type PDFFont, type PDFPage } from 'pdf-lib';
import { fairwaterRows, type SheetRow } from '../sheet/sheet-fixture.ts';

/** How a docket is printed; each of these is met on prints, and none changes what they say. In points. */
export interface PrintLayout {
  readonly paper: readonly [number, number];
  readonly size: number;
  /** What the browser prints around each page. */
  readonly hasHeads: boolean;
  readonly hasBorders: boolean;
  /** Whether the names of the columns are printed again on each page. */
  readonly hasNamesAgain: boolean;
  readonly hasLinks: boolean;
  /** Whether date and number stand half way down their row. */
  readonly isCentered: boolean;
  /** Where links lead to; a page that was saved and printed from the disk leads there. */
  readonly server: string;
  /** Of the case. */
  readonly number: string;
  readonly hasReceipt: boolean;
  /** Of the defendant; where there are any, no line of the parties' column is longer than the day one was terminated. */
  readonly otherNames: readonly string[];
  /** Whether the browser was told to print background graphics: courts give their pages one. */
  readonly hasBackground: boolean;
  /** Whether it was filed as a document, and has the court's stamp. */
  readonly isStamped: boolean;
}

export const usualPrint: PrintLayout = {
  paper: [612, 792],
  size: 11,
  hasHeads: true,
  hasBorders: true,
  hasNamesAgain: false,
  hasLinks: true,
  isCentered: false,
  server: 'https://ecf.wawd.uscourts.gov',
  number: '2:21-cv-00931-QRS',
  hasReceipt: true,
  otherNames: [],
  hasBackground: false,
  isStamped: false,
};

const margin = 36;
const pad = 4;

interface Fonts {
  readonly plain: PDFFont;
  readonly bold: PDFFont;
  readonly italic: PDFFont;
}

interface Piece {
  readonly text: string;
  readonly href?: string;
}

/**
 * Draws the docket of `sheetPage` as a browser prints it: lines broken where they are full, rows broken between pages.
 *
 * @param layout how it is printed
 * @param parts rows other than those of `sheetPage`, and pages (from 1) that are left out
 */
export async function printedSheet(
  layout: Partial<PrintLayout> = {},
  parts: { readonly rows?: readonly SheetRow[]; readonly without?: readonly number[] } = {},
): Promise<Uint8Array> {
  const how = { ...usualPrint, ...layout };
  const pdf = await PDFDocument.create();
  const fonts: Fonts = {
    plain: await pdf.embedFont(StandardFonts.TimesRoman),
    bold: await pdf.embedFont(StandardFonts.TimesRomanBold),
    italic: await pdf.embedFont(StandardFonts.TimesRomanItalic),
  };
  const print = new Print(pdf, fonts, how);
  print.head();
  print.parties();
  print.table(parts.rows ?? fairwaterRows);
  if (how.hasReceipt) print.receipt();
  if (how.hasHeads) print.runningHeads();
  if (how.isStamped) print.stamp();
  for (const page of (parts.without ?? []).toSorted((a, b) => b - a)) pdf.removePage(page - 1);
  return pdf.save();
}

class Print {
  #page: PDFPage;
  /** From the top of the page to the line that is written next. */
  #y = margin;
  readonly #leading: number;
  private readonly pdf: PDFDocument;
  private readonly fonts: Fonts;
  private readonly how: PrintLayout;

  constructor(pdf: PDFDocument, fonts: Fonts, how: PrintLayout) {
    this.pdf = pdf;
    this.fonts = fonts;
    this.how = how;
    this.#page = this.#newPage();
    this.#leading = how.size * 1.2;
  }

  #newPage(): PDFPage {
    const page = this.pdf.addPage([...this.how.paper]);
    if (!this.how.hasBackground) return page;
    const [width, height] = this.how.paper;
    page.drawRectangle({
      x: margin,
      y: margin,
      width: width - 2 * margin,
      height: height - 2 * margin,
      color: rgb(0.976, 0.976, 0.976),
    });
    return page;
  }

  get #width(): number {
    return this.how.paper[0] - 2 * margin;
  }

  #put(text: string, x: number, y: number, font: PDFFont, size = this.how.size): void {
    this.#page.drawText(text, { x, y: this.how.paper[1] - y, font, size });
  }

  #line(from: readonly [number, number], to: readonly [number, number]): void {
    const [, height] = this.how.paper;
    const [start, end] = [from, to].map(([x, y]) => ({ x, y: height - y }));
    this.#page.drawLine({ start: start!, end: end!, thickness: 0.75 });
  }

  #centered(text: string): void {
    const width = this.fonts.bold.widthOfTextAtSize(text, this.how.size + 2);
    this.#put(text, (this.how.paper[0] - width) / 2, this.#y, this.fonts.bold, this.how.size + 2);
    this.#y += this.#leading * 1.2;
  }

  head(): void {
    const flags = 'CLOSED,JURY';
    const width = this.fonts.plain.widthOfTextAtSize(flags, this.how.size);
    this.#y += this.#leading;
    this.#put(flags, margin + this.#width - width, this.#y, this.fonts.plain);
    this.#y += this.#leading * 2;
    this.#centered('U.S. District Court');
    this.#centered('Western District of Washington (Seattle)');
    this.#centered(`CIVIL DOCKET FOR CASE #: ${this.how.number}`);
    this.#y += this.#leading;
    const top = this.#y;
    const left = [
      'Fairwater LLC v. Northgate Hosting, Inc.',
      'Assigned to: Judge Quill R. Stone',
      'Referred to: Magistrate Judge Ada Fenn',
      'Demand: $5,000,000',
      'Related Cases:   2:20-cv-00777-QRS',
      '                           2:20-cv-00778-QRS',
      'Cause: 28:1332 Diversity-Breach of Contract',
    ];
    const right = [
      'Date Filed: 01/11/2021',
      'Date Terminated: 03/02/2022',
      'Jury Demand: Plaintiff',
      'Nature of Suit: 190 Contract: Other',
      'Jurisdiction: Diversity',
    ];
    for (const [i, text] of left.entries())
      this.#put(text, margin, top + i * this.#leading, this.fonts.plain);
    const middle = margin + this.#width * 0.6;
    for (const [i, text] of right.entries())
      this.#put(text, middle, top + i * this.#leading, this.fonts.plain);
    this.#y = top + (left.length + 1) * this.#leading;
  }

  parties(): void {
    const { plain, bold, italic } = this.fonts;
    const counsel = margin + this.#width * 0.6;
    const role = (text: string): void => {
      this.#put(text, margin, this.#y, bold);
      const width = bold.widthOfTextAtSize(text, this.how.size);
      this.#line([margin, this.#y + 1.5], [margin + width, this.#y + 1.5]);
      this.#y += this.#leading * 1.4;
    };
    const block = (x: number, lines: readonly (readonly [string, PDFFont] | null)[]): number => {
      for (const [i, line] of lines.entries())
        if (line) this.#put(line[0], x, this.#y + i * this.#leading, line[1]);
      return lines.length;
    };
    const by = (): void => {
      const width = plain.widthOfTextAtSize('represented by', this.how.size);
      this.#put('represented by', counsel - width - pad, this.#y, plain);
    };
    role('Plaintiff');
    by();
    const hasOtherNames = this.how.otherNames.length > 0;
    block(margin, [
      ['Fairwater LLC', bold],
      hasOtherNames ? null : ['a Delaware limited liability company', italic],
    ]);
    this.#y +=
      this.#leading *
      block(counsel, [
        ['Tilda B. Orne', bold],
        ['Orne & Pell', plain],
        ['1 Quay Street', plain],
        ['Seattle, WA 98101', plain],
        ['206-555-0101', plain],
        ['Fax: 206-555-0102', plain],
        ['Email: tilda@orne.example', plain],
        ['LEAD ATTORNEY', italic],
        ['ATTORNEY TO BE NOTICED', italic],
        null,
        ['Jun Abel', bold],
        ['Orne & Pell', plain],
        ['206-555-0103', plain],
        ['TERMINATED: 02/01/2021', italic],
        ['PRO HAC VICE', italic],
      ]);
    this.#y += this.#leading * 2;
    this.#put('V.', margin, this.#y, plain);
    this.#y += this.#leading * 2;
    role('Defendant');
    by();
    const own = block(margin, [
      ['Northgate Hosting, Inc.', bold],
      ['TERMINATED: 02/15/2022', italic],
      ...this.how.otherNames.flatMap((name): [string, PDFFont][] => [
        ['doing business as', italic],
        [name, plain],
        ['TERMINATED: 02/15/2022', italic],
      ]),
    ]);
    const counselled = block(counsel, [
      ['Tilda B. Orne', bold],
      ['(See above for address)', plain],
      ['ATTORNEY TO BE NOTICED', italic],
    ]);
    this.#y += this.#leading * (1 + Math.max(own, counselled));
  }

  table(rows: readonly SheetRow[]): void {
    const edges = [0, 70, 100].map((x) => margin + x).concat(margin + this.#width);
    this.#names(edges);
    for (const [i, { date, number, text }] of rows.entries()) {
      const href = (id: string) => (this.how.hasLinks ? { href: `${this.how.server}/doc1/${id}` } : {});
      const own = number === '' ? [] : [{ text: number, ...href(`1971900${i}`) }];
      const pieces = text.split(/(\{[AL]\d+\})/).map((part): Piece => {
        const [, kind, n] = /^\{([AL])(\d+)\}$/.exec(part) ?? [];
        if (n === undefined) return { text: part };
        return { text: n, ...href(kind === 'A' ? `1971900${i}${n}0` : `1970900${n}`) };
      });
      this.#row(edges, [[{ text: date }], own, pieces], this.fonts.plain);
    }
  }

  #names(edges: readonly number[]): void {
    if (this.how.hasBorders) this.#line([edges[0]!, this.#y], [edges.at(-1)!, this.#y]);
    this.#row(edges, [[{ text: 'Date Filed' }], [{ text: '#' }], [{ text: 'Docket Text' }]], this.fonts.bold);
  }

  /** Cells side by side, broken between pages where they do not fit. */
  #row(edges: readonly number[], cells: readonly (readonly Piece[])[], font: PDFFont): void {
    const lines = cells.map((cell, i) => this.#broken(cell, edges[i + 1]! - edges[i]! - 2 * pad, font));
    const count = Math.max(...lines.map(({ length }) => length), 1);
    let top = this.#y;
    const borders = (bottom: number): void => {
      if (this.how.hasBorders) for (const x of edges) this.#line([x, top], [x, bottom]);
    };
    this.#y += pad + this.how.size;
    for (let at = 0; at < count; at += 1) {
      if (this.#y > this.how.paper[1] - margin - pad) {
        borders(this.#y - this.#leading + pad);
        this.#page = this.#newPage();
        this.#y = margin;
        if (this.how.hasNamesAgain) this.#names(edges);
        top = this.#y;
        this.#y += this.how.size;
      }
      const first = this.how.isCentered ? Math.floor((count - 1) / 2) : 0;
      for (const [i, column] of lines.entries())
        this.#words(column[i === 2 ? at : at - first] ?? [], edges[i]! + pad, font);
      this.#y += this.#leading;
    }
    this.#y += pad - this.how.size;
    borders(this.#y);
    if (this.how.hasBorders) this.#line([edges[0]!, this.#y], [edges.at(-1)!, this.#y]);
  }

  /** Words of a cell in lines, as browsers break them: at spaces, and after hyphens. */
  #broken(pieces: readonly Piece[], width: number, font: PDFFont): Piece[][] {
    const lines: Piece[][] = [[]];
    let used = 0;
    for (const { text, href } of pieces)
      for (const word of text.match(/\s+|[^\s-]+-?|-/g) ?? []) {
        const isSpace = word.trim() === '';
        const wide = font.widthOfTextAtSize(isSpace ? ' ' : word, this.how.size);
        if (!isSpace && used + wide > width) {
          lines.push([]);
          used = 0;
        }
        if (isSpace && used === 0) continue;
        lines.at(-1)!.push({ text: isSpace ? ' ' : word, ...(href !== undefined && { href }) });
        used += wide;
      }
    return lines;
  }

  #words(line: readonly Piece[], left: number, font: PDFFont): void {
    let x = left;
    for (const { text, href } of line) {
      const wide = font.widthOfTextAtSize(text, this.how.size);
      if (text !== ' ') this.#put(text, x, this.#y, font);
      if (href !== undefined) this.#link(href, x, wide);
      x += wide;
    }
  }

  #link(href: string, x: number, width: number): void {
    const y = this.how.paper[1] - this.#y;
    const { context } = this.pdf;
    const link = context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [x, y - 2, x + width, y + this.how.size],
      A: { Type: 'Action', S: 'URI', URI: PDFString.of(href) },
    });
    const annots = this.#page.node.Annots() ?? context.obj([]);
    annots.push(context.register(link));
    this.#page.node.set(PDFName.of('Annots'), annots);
  }

  receipt(): void {
    const { plain, bold } = this.fonts;
    this.#y += this.#leading * 2;
    if (this.#y > this.how.paper[1] - margin - this.#leading * 8) {
      this.#page = this.#newPage();
      this.#y = margin * 2;
    }
    this.#centered('PACER Service Center');
    this.#centered('Transaction Receipt');
    this.#centered('03/04/2022 09:15:40');
    this.#put('Description:', margin + 90, this.#y, bold);
    this.#put('Docket Report', margin + 160, this.#y, plain);
    this.#put('Search Criteria:', margin + 250, this.#y, bold);
    this.#put(this.how.number, margin + 340, this.#y, plain);
    this.#y += this.#leading;
    this.#put('Billable Pages:', margin + 90, this.#y, bold);
    this.#put('3', margin + 180, this.#y, plain);
  }

  stamp(): void {
    const pages = this.pdf.getPages();
    for (const [i, page] of pages.entries()) {
      const text = `Case 2:21-cv-00955-QRS   Document 12-3   Filed 04/05/22   Page ${i + 1} of ${pages.length}`;
      page.drawText(text, { x: 120, y: this.how.paper[1] - 10, font: this.fonts.plain, size: 9 });
    }
  }

  runningHeads(): void {
    const pages = this.pdf.getPages();
    const [width, height] = this.how.paper;
    const small = { font: this.fonts.plain, size: 7 };
    for (const [i, page] of pages.entries()) {
      page.drawText('3/4/22, 9:20 AM', { x: 20, y: height - 18, ...small });
      page.drawText('CM/ECF - wawd', { x: width / 2 - 20, y: height - 18, ...small });
      const address = 'https://ecf.wawd.uscourts.gov/cgi-bin/DktRpt.pl?298765';
      page.drawText(address, { x: 20, y: 14, ...small });
      page.drawText(`${i + 1}/${pages.length}`, { x: width - 40, y: 14, ...small });
    }
  }
}
