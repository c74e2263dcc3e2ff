import {
  letter,
  topMargin,
  type DrawnIndex,
  type DrawnLink,
  type DrawnPage,
  type TagNode,
} from './drawn-page.ts';
import { pdfString } from '../assemble/output/pdf-output.ts';
import { hasRightToLeft } from './text-order.ts';
import { point, type Typesetter } from './typesetter.ts';
import type { Weight } from './font-shelf.ts';

export interface IndexRow {
  readonly label: string;
  readonly title: string;
  /** Bates range as printed; empty where there is none. */
  readonly bates: string;
  /** What stands there instead of its pages: Withdrawn, Filed under seal; empty for an ordinary exhibit. */
  readonly note: string;
  /** Whether it is a part of the exhibit above, and stands indented. */
  readonly isPart: boolean;
  /** The volume it stands in; empty in an index of one volume. */
  readonly volume: string;
  /** Page of that volume, from 1, where the exhibit begins; null for one without pages. */
  readonly page: number | null;
  /** Place of the exhibit a click leads to; null where it stands in another file. */
  readonly target: number | null;
}

/**
 * Rows of exhibits without more to say of them.
 *
 * @param startPages page from 1 of each; null for one without pages
 * @param from place of the first of them
 */
export function plainRows(
  items: readonly { readonly label: string; readonly title: string; readonly numberRange: string }[],
  startPages: readonly (number | null)[],
  from = 0,
): IndexRow[] {
  return items.map(({ label, title, numberRange }, at) => ({
    label,
    title,
    bates: numberRange,
    note: '',
    isPart: false,
    volume: '',
    page: startPages[at]!,
    target: from + at,
  }));
}

export interface IndexText {
  readonly title: string;
  /** Lines under the title: the matter's name and number. */
  readonly caption: readonly string[];
}

const margin = 54;
const bottom = 60;
const rowSize = 10;
const leading = 13;
const rowGap = 7;
const headSize = 9;
const indent = 14;
const noPage = '–';

interface Line {
  readonly text: string;
  readonly weight: Weight;
  /** Points it is indented from its column. */
  readonly inset: number;
}

interface Column {
  readonly head: string;
  readonly x: number;
  readonly width: number;
  readonly isRight: boolean;
  lines(row: IndexRow): Line[];
}

/**
 * The index: label, title, Bates range, volume and page of each exhibit, each row leading to it. Long titles wrap; a row that
 * does not fit the page goes to the next, with its heads again. A title longer than a page goes on over the break.
 *
 * It is tagged as a heading and a table, so that screen readers tell which cell stands under which head; heads that are
 * repeated, rules and page numbers are left out of that (ISO 32000-1 §14.8).
 *
 * @returns at least one page
 * @example drawIndex({ title: 'Index of Exhibits', caption: [] }, rows, type).pages.length
 */
export function drawIndex(text: IndexText, rows: readonly IndexRow[], type: Typesetter): DrawnIndex {
  const columns = layColumns(rows, type);
  const sheet = new IndexSheet(type, columns);
  sheet.begin(text);
  for (const row of rows) sheet.addRow(row);
  return sheet.end();
}

/** Pages as they fill, with the tags of what was put on them. */
class IndexSheet {
  readonly #type: Typesetter;
  readonly #columns: readonly Column[];
  readonly #pages: DrawnPage[] = [];
  readonly #table: TagNode[] = [];
  readonly #front: TagNode[] = [];
  #content = '';
  #links: DrawnLink[] = [];
  #mcid = 0;
  #hasRows = false;
  #y = 0;

  constructor(type: Typesetter, columns: readonly Column[]) {
    this.#type = type;
    this.#columns = columns;
  }

  begin({ title, caption }: IndexText): void {
    this.#beginPage();
    const width = letter.width - 2 * margin;
    this.#front.push(this.#paragraph('H1', this.#type.wrap(title, width, 16, 'bold'), 16, 21, 'bold'));
    for (const line of caption)
      this.#front.push(
        this.#paragraph('P', this.#type.wrap(line, width, 10, 'regular'), 10, leading, 'regular'),
      );
    this.#y -= 10;
    const heads = this.#columns.map((column): TagNode => {
      const tag = this.#mark('TH');
      this.#drawHead(column);
      return { ...this.#close(tag), entries: '/A<</O/Table/Scope/Column>>' };
    });
    this.#table.push({ type: 'TR', children: heads });
    this.#rule();
  }

  addRow(row: IndexRow): void {
    const cells = this.#columns.map((column) => column.lines(row));
    const height = Math.max(1, ...cells.map((lines) => lines.length));
    if (this.#y - (height - 1) * leading < bottom && this.#hasRows) this.#turn();
    const tagged: TagNode['children'][number][][] = cells.map(() => []);
    const links: TagNode['children'][number][] = [];
    for (let from = 0; from < height;) {
      if (this.#y < bottom) this.#turn();
      const room = Math.max(1, Math.floor((this.#y - bottom) / leading) + 1);
      const to = Math.min(height, from + room);
      const top = this.#y + rowSize;
      cells.forEach((lines, at) => {
        const part = lines.slice(from, to);
        if (part.length > 0) tagged[at]!.push(...this.#drawCell(this.#columns[at]!, part));
      });
      this.#y -= (to - from) * leading;
      if (row.target !== null) {
        const area = [margin, this.#y + leading - 4, letter.width - margin, top] as const;
        links.push({ page: this.#pages.length, link: this.#links.push({ area, target: row.target }) - 1 });
      }
      this.#hasRows = true;
      from = to;
    }
    this.#y -= rowGap;
    this.#table.push({
      type: 'TR',
      children: tagged.map((children, at): TagNode => {
        const isTitle = at === titleColumn;
        const inside: TagNode['children'] =
          isTitle && links.length > 0 ? [{ type: 'Link', children: [...children, ...links] }] : children;
        return at === 0
          ? { type: 'TH', entries: '/A<</O/Table/Scope/Row>>', children: inside }
          : { type: 'TD', children: inside };
      }),
    });
  }

  end(): DrawnIndex {
    this.#endPage();
    const table: TagNode = { type: 'Table', children: this.#table };
    return {
      pages: this.#pages,
      tags: { type: 'Document', children: [...this.#front, table] },
    };
  }

  #beginPage(): void {
    this.#content = '0 g 0 G\n';
    this.#links = [];
    this.#mcid = 0;
    this.#hasRows = false;
    this.#y = letter.height - topMargin - 14;
  }

  /** Goes to the next page, with the heads again. */
  #turn(): void {
    this.#endPage();
    this.#beginPage();
    this.#content += '/Artifact<</Type/Pagination>>BDC\n';
    for (const column of this.#columns) this.#drawHead(column);
    this.#content += 'EMC\n';
    this.#rule();
  }

  #endPage(): void {
    const number = romanOf(this.#pages.length + 1);
    const width = this.#type.width(number, headSize, 'regular');
    const drawn = this.#type.draw(number, (letter.width - width) / 2, 36, headSize, 'regular');
    this.#content += `/Artifact<</Type/Pagination>>BDC\n${drawn}EMC\n`;
    this.#pages.push({ ...letter, content: this.#content, links: this.#links });
  }

  #rule(): void {
    this.#y -= 5;
    this.#content += `/Artifact BMC\n0.75 w ${margin} ${point(this.#y)} m ${letter.width - margin} ${point(this.#y)} l S\nEMC\n`;
    this.#y -= leading;
  }

  #paragraph(tagType: string, lines: readonly string[], size: number, step: number, weight: Weight): TagNode {
    const tag = this.#mark(tagType);
    for (const line of lines) {
      this.#content += this.#type.draw(line, margin, this.#y, size, weight);
      this.#y -= step;
    }
    return this.#close(tag);
  }

  #drawHead({ head, x, width, isRight }: Column): void {
    const shift = isRight ? width - this.#type.width(head, headSize, 'bold') : 0;
    this.#content += this.#type.draw(head, x + shift, this.#y, headSize, 'bold');
  }

  #drawCell({ x, width, isRight }: Column, lines: readonly Line[]): TagNode['children'] {
    const tag = this.#mark('Span');
    lines.forEach(({ text, weight, inset }, at) => {
      const shift = isRight ? width - this.#type.width(text, rowSize, weight) : inset;
      this.#content += this.#type.draw(text, x + shift, this.#y - at * leading, rowSize, weight);
    });
    const drawn = this.#close(tag);
    const read = lines.map(({ text }) => text).join(' ');
    // What runs from right to left is drawn as it is printed, from left to right: a screen reader is told how it is read.
    return hasRightToLeft(read) ? [{ ...drawn, entries: `/ActualText ${pdfString(read)}` }] : drawn.children;
  }

  #mark(type: string): { type: string; mcid: number } {
    const mcid = this.#mcid;
    this.#mcid += 1;
    this.#content += `/${type}<</MCID ${mcid}>>BDC\n`;
    return { type, mcid };
  }

  #close({ type, mcid }: { type: string; mcid: number }): TagNode {
    this.#content += 'EMC\n';
    return { type, children: [{ page: this.#pages.length, mcid }] };
  }
}

/** Small roman numerals, as index pages are numbered: 4 → iv. */
export function romanOf(number: number): string {
  const numerals: readonly [number, string][] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let rest = number;
  let roman = '';
  for (const [value, numeral] of numerals) for (; rest >= value; rest -= value) roman += numeral;
  return roman;
}

const titleColumn = 1;
const gap = 12;

function layColumns(rows: readonly IndexRow[], type: Typesetter): Column[] {
  const widest = (head: string, texts: readonly string[], weight: Weight, most: number) =>
    Math.min(
      most,
      texts.reduce(
        (width, text) => Math.max(width, type.width(text, rowSize, weight)),
        type.width(head, headSize, 'bold'),
      ),
    );
  const partIndent = (row: IndexRow) => (row.isPart ? indent : 0);
  const labelWidth = Math.min(
    120,
    rows.reduce(
      (width, row) => Math.max(width, partIndent(row) + type.width(row.label, rowSize, 'bold')),
      type.width('Exhibit', headSize, 'bold'),
    ),
  );
  const narrow: { head: string; most: number; isRight: boolean; text: (row: IndexRow) => string }[] = [
    // A range may wrap at its hyphen, never inside a number.
    { head: 'Bates range', most: 190, isRight: false, text: (row) => row.bates },
    { head: 'Volume', most: 60, isRight: false, text: (row) => row.volume },
    {
      head: 'Page',
      most: 60,
      isRight: true,
      text: (row) => (row.page === null ? noPage : String(row.page)),
    },
  ];
  const columns: Column[] = [];
  let right = letter.width - margin;
  for (const { head, most, isRight, text } of narrow.toReversed()) {
    const texts = rows.map(text);
    if (head !== 'Page' && texts.every((each) => each === '')) continue;
    const width = widest(head, texts, 'regular', most);
    columns.unshift({
      head,
      x: right - width,
      width,
      isRight,
      lines: (row) => linesOf(type.wrap(text(row), width, rowSize, 'regular'), 'regular', 0),
    });
    right -= width + gap;
  }
  const titleX = margin + labelWidth + gap;
  const titleWidth = right - titleX;
  const labels: Column = {
    head: 'Exhibit',
    x: margin,
    width: labelWidth,
    isRight: false,
    lines: (row) =>
      linesOf(type.wrap(row.label, labelWidth - partIndent(row), rowSize, 'bold'), 'bold', partIndent(row)),
  };
  const titles: Column = {
    head: 'Description',
    x: titleX,
    width: titleWidth,
    isRight: false,
    lines: (row) => {
      const width = titleWidth - partIndent(row);
      return [
        ...linesOf(type.wrap(row.title, width, rowSize, 'regular'), 'regular', partIndent(row)),
        ...linesOf(type.wrap(row.note, width, rowSize, 'bold'), 'bold', partIndent(row)),
      ];
    },
  };
  return [labels, titles, ...columns];
}

function linesOf(texts: readonly string[], weight: Weight, inset: number): Line[] {
  return texts.map((text) => ({ text, weight, inset }));
}
