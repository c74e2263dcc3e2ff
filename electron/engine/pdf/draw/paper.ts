import { letter, topMargin, type DrawnPage } from './drawn-page.ts';
import type { Weight } from './font-shelf.ts';
import { drawCaption } from './sheets/caption.ts';
import { point, type Typesetter } from './typesetter.ts';

/** Sides of the text, in points. */
export const margin = 54;
export const right = letter.width - margin;
const bottom = 64;
const gray = '0.4 g\n';
const black = '0 g\n';

export interface Style {
  readonly size: number;
  readonly weight: Weight;
  /** Free room below, in points. */
  readonly gap: number;
  readonly indent?: number;
  readonly isGray?: boolean;
}

/** Words of one column of a row. */
export interface Cell {
  /** Left and right side, in points from the left of the sheet. */
  readonly x: number;
  readonly right?: number;
  readonly text: string;
  readonly weight?: Weight;
  /** A bold line above the words: "Sealed". */
  readonly mark?: string;
  /** More below the words, each on lines of its own. */
  readonly below?: readonly CellLine[];
}

interface CellLine {
  readonly text: string;
  readonly size?: number;
  readonly weight?: Weight;
  readonly isGray?: boolean;
}

const cellSize = 9.5;

/** Letter pages that fill from the top; what does not fit goes on the next. */
export class Paper {
  readonly #type: Typesetter;
  readonly #options: { readonly total: number; readonly running: string; readonly foot: string };
  readonly #sheet: { readonly width: number; readonly height: number };
  /** Right side of the text, in points. */
  readonly right: number;
  readonly #pages: DrawnPage[] = [];
  #content = '';
  #y = 0;
  #heads: readonly Cell[] = [];

  /**
   * @param options `total`: pages there will be, for "Page 2 of 9"; lay out once to count them. `running`: head of every page
   *   after the first. `foot`: left of the page's number. `isLandscape`: the long side is horizontal, for wide tables.
   */
  constructor(
    type: Typesetter,
    options: { total: number; running: string; foot: string; isLandscape?: boolean },
  ) {
    this.#type = type;
    this.#options = options;
    this.#sheet = options.isLandscape ? { width: letter.height, height: letter.width } : letter;
    this.right = this.#sheet.width - margin;
    this.#begin();
  }

  /** A court's caption, at the head of the first page. @param lines as for `drawCaption` */
  caption(lines: readonly string[]): void {
    const { content, bottom } = drawCaption(lines, this.#type, {
      margin,
      // Counted from the head of upright paper, whatever this one is.
      top: letter.height - 12 - this.#y,
      width: this.#sheet.width,
    });
    if (bottom === null) return;
    this.#content += content;
    this.#y = bottom - 30;
  }

  /** Words broken into lines and over pages. */
  paragraph(text: string, { size, weight, gap, indent = 0, isGray = false }: Style): void {
    if (text.trim() === '') return;
    const leading = size * 1.3;
    for (const line of this.#type.wrap(text, this.right - margin - indent, size, weight)) {
      this.#room(leading);
      this.#draw(line, margin + indent, size, weight, isGray);
      this.#y -= leading;
    }
    this.#y -= gap;
  }

  /** A label in gray with its words beside it. */
  labeled(label: string, words: string, weight: Weight = 'regular'): void {
    const lines = this.#type.wrap(words, this.right - margin - 96, 9.5, weight);
    for (const [at, line] of lines.entries()) {
      this.#room(13);
      if (at === 0) this.#draw(label, margin, 9.5, 'regular', true);
      this.#draw(line, margin + 96, 9.5, weight);
      this.#y -= 13;
    }
  }

  heading(text: string): void {
    this.space(14);
    this.#room(60);
    this.#draw(text, margin, 12, 'bold');
    this.#y -= 18;
  }

  /** Begins a table, whose headings are repeated on every page it continues on. An empty list ends it. */
  table(heads: readonly Cell[]): void {
    this.#heads = heads;
    this.#tableHead();
  }

  /**
   * A row of the table, with a thin line below. Where it goes on to another page, its last line is not alone there.
   *
   * @param keptLines how many of its first lines stay together, if it has that many: two at least
   */
  row(cells: readonly Cell[], keptLines = 2): void {
    const leading = 12.5;
    const columns = cells.map(
      ({ x, right: end = this.right, text, weight = 'regular', mark, below = [] }) => ({
        x,
        lines: [
          ...(mark ? [{ text: mark, size: 8.5, weight: 'bold', isGray: true } as const] : []),
          ...[{ text, weight }, ...below].flatMap((part: CellLine) => this.#cellLines(part, end - x)),
        ],
      }),
    );
    const height = Math.max(1, ...columns.map(({ lines }) => lines.length));
    this.#room(leading * (height <= keptLines + 1 ? height : keptLines));
    for (let at = 0; at < height; at += 1) {
      this.#room(leading * (height - at === 2 ? 2 : 1));
      for (const { x, lines } of columns) {
        const line = lines[at];
        if (line) this.#draw(line.text, x, line.size, line.weight, line.isGray);
      }
      this.#y -= leading;
    }
    this.#rule(margin, this.right, this.#y + leading - 5, 0.4, '0.8 G');
    this.#y -= 6;
  }

  /** A line to write on, with what belongs there below it. */
  blank(label: string, x: number, width: number): void {
    this.#rule(x, x + width, this.#y, 0.5, '0 G');
    const written = this.#y;
    this.#y -= 10;
    this.#draw(label, x, 8, 'regular', true);
    this.#y = written;
  }

  newPage(): void {
    this.#end();
    this.#begin();
  }

  /** Begins a new page unless that many points are left on this one. */
  keepTogether(points: number): void {
    this.#room(points);
  }

  space(points: number): void {
    this.#y -= points;
  }

  finish(): DrawnPage[] {
    this.#end();
    return this.#pages;
  }

  #begin(): void {
    this.#content = black;
    this.#y = this.#sheet.height - topMargin - 12;
    if (this.#pages.length === 0) return;
    const [line] = this.#type.wrap(this.#options.running, this.right - margin, 8.5, 'regular');
    if (line) this.#draw(line, margin, 8.5, 'regular', true);
    this.#y -= 22;
    this.#tableHead();
  }

  #end(): void {
    const page = `Page ${this.#pages.length + 1} of ${this.#options.total}`;
    this.#y = 38;
    this.#draw(this.#options.foot, margin, 8.5, 'regular', true);
    this.#draw(page, this.right - this.#type.width(page, 8.5, 'regular'), 8.5, 'regular', true);
    this.#pages.push({ ...this.#sheet, content: this.#content, links: [] });
  }

  #tableHead(): void {
    if (this.#heads.length === 0) return;
    for (const { x, text } of this.#heads) this.#draw(text, x, 8.5, 'bold');
    this.#rule(margin, this.right, this.#y - 5, 0.75, '0 G');
    this.#y -= 19;
  }

  #room(height: number): void {
    if (this.#y - height + 12 < bottom) this.newPage();
  }

  #cellLines({ text, size = cellSize, weight = 'regular', isGray = false }: CellLine, width: number) {
    return text === ''
      ? []
      : this.#type.wrap(text, width, size, weight).map((line) => ({ text: line, size, weight, isGray }));
  }

  #draw(text: string, x: number, size: number, weight: Weight, isGray = false): void {
    if (text === '') return;
    const drawn = this.#type.draw(text, x, this.#y, size, weight);
    this.#content += isGray ? `${gray}${drawn}${black}` : drawn;
  }

  #rule(from: number, to: number, y: number, width: number, color: string): void {
    this.#content += `${color} ${width} w ${point(from)} ${point(y)} m ${point(to)} ${point(y)} l S\n`;
  }
}
