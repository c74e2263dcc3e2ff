import { letter, topMargin, type DrawnLink, type DrawnPage } from './drawn-page.ts';
import { point, type Typesetter } from './typesetter.ts';

export interface IndexRow {
  readonly label: string;
  readonly title: string;
  /** Bates range as printed; empty where there is none. */
  readonly bates: string;
  /** Page of the binder, from 1, where the exhibit begins. */
  readonly page: number;
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

/**
 * The index: label, title, Bates range and page of each exhibit, each row leading to it. Long titles wrap; a row that does
 * not fit the page goes to the next, with its heads again. A title longer than a page goes on over the break.
 *
 * @returns at least one page
 */
export function drawIndex(text: IndexText, rows: readonly IndexRow[], type: Typesetter): DrawnPage[] {
  const columns = layColumns(rows, type);
  const pages: DrawnPage[] = [];
  let content = '';
  let links: DrawnLink[] = [];
  let y = 0;

  const begin = () => {
    content = '0 g 0 G\n';
    links = [];
    y = letter.height - topMargin - 14;
    if (pages.length === 0) {
      for (const line of type.wrap(text.title, letter.width - 2 * margin, 16, 'bold')) {
        content += type.draw(line, margin, y, 16, 'bold');
        y -= 21;
      }
      for (const line of text.caption.flatMap((l) =>
        type.wrap(l, letter.width - 2 * margin, 10, 'regular'),
      )) {
        content += type.draw(line, margin, y, 10, 'regular');
        y -= leading;
      }
      y -= 10;
    }
    const heads: [string, number][] = [
      ['Exhibit', columns.label],
      ['Description', columns.title],
      ['Page', columns.pageRight - type.width('Page', headSize, 'bold')],
    ];
    if (columns.batesWidth > 0) heads.push(['Bates range', columns.bates]);
    for (const [head, x] of heads) content += type.draw(head, x, y, headSize, 'bold');
    y -= 5;
    content += `0.75 w ${margin} ${point(y)} m ${letter.width - margin} ${point(y)} l S\n`;
    y -= leading;
  };
  const end = () => {
    const number = romanOf(pages.length + 1);
    const width = type.width(number, headSize, 'regular');
    content += type.draw(number, (letter.width - width) / 2, 36, headSize, 'regular');
    pages.push({ ...letter, content, links });
  };

  begin();
  for (const [at, row] of rows.entries()) {
    const cells = {
      label: type.wrap(row.label, columns.labelWidth, rowSize, 'bold'),
      title: type.wrap(row.title, columns.titleWidth, rowSize, 'regular'),
      bates: type.wrap(row.bates, columns.batesWidth, rowSize, 'regular'),
    };
    const height = Math.max(1, cells.label.length, cells.title.length, cells.bates.length);
    const isFirstOfPage = links.length === 0;
    if (y - (height - 1) * leading < bottom && !isFirstOfPage) {
      end();
      begin();
    }
    let top = y + rowSize;
    const link = () =>
      links.push({ area: [margin, y + leading - 4, letter.width - margin, top], target: at });
    for (let line = 0; line < height; line += 1) {
      if (y < bottom) {
        link();
        end();
        begin();
        top = y + rowSize;
      }
      if (cells.label[line]) content += type.draw(cells.label[line]!, columns.label, y, rowSize, 'bold');
      if (cells.title[line]) content += type.draw(cells.title[line]!, columns.title, y, rowSize, 'regular');
      if (cells.bates[line]) content += type.draw(cells.bates[line]!, columns.bates, y, rowSize, 'regular');
      if (line === 0) {
        const page = String(row.page);
        content += type.draw(
          page,
          columns.pageRight - type.width(page, rowSize, 'regular'),
          y,
          rowSize,
          'regular',
        );
      }
      y -= leading;
    }
    link();
    y -= rowGap;
  }
  end();
  return pages;
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

function layColumns(rows: readonly IndexRow[], type: Typesetter) {
  const widest = (texts: readonly string[], weight: 'regular' | 'bold') =>
    texts.reduce((most, text) => Math.max(most, type.width(text, rowSize, weight)), 0);
  const labelWidth = Math.min(
    110,
    Math.max(
      type.width('Exhibit', headSize, 'bold'),
      widest(
        rows.map((r) => r.label),
        'bold',
      ),
    ),
  );
  const hasBates = rows.some((row) => row.bates !== '');
  // A range may wrap at its hyphen, never inside a number.
  const batesWidth = hasBates
    ? Math.min(
        190,
        Math.max(
          type.width('Bates range', headSize, 'bold'),
          widest(
            rows.map((r) => r.bates),
            'regular',
          ),
        ),
      )
    : 0;
  const pageWidth = 40;
  const pageRight = letter.width - margin;
  const bates = pageRight - pageWidth - batesWidth;
  const title = margin + labelWidth + 12;
  return {
    label: margin,
    labelWidth,
    title,
    titleWidth: bates - title - (hasBates ? 12 : 0),
    bates,
    batesWidth,
    pageRight,
  };
}
