import { formatNumber } from '../../../../shared/domain/amounts.ts';
import { summaryMark } from '../../../../shared/domain/authenticity/index.ts';
import type { MessageCount } from '../../../../shared/model/authenticity.ts';
import type { DrawnPage } from '../../pdf/draw/drawn-page.ts';
import { margin, Paper, type Cell, type Style } from '../../pdf/draw/paper.ts';
import type { Typesetter } from '../../pdf/draw/typesetter.ts';
import { captionLines } from '../caption-lines.ts';
import { signedBy, summaryHeadings as words, type DrawnSummary } from './drawn-summary.ts';

const body: Style = { size: 10.5, weight: 'regular', gap: 7 };
/** Lines of a row that stand on one page: with more, it goes on over the break. */
const keptLines = 12;
/** A table's heading and heads with its first row, in points. */
const beginningOfTable = 110;
/** Free room between two columns, in points. */
const gutter = 8;

/** @param total pages there will be; lay out once to count them */
export function layOutSummary(drawn: DrawnSummary, type: Typesetter, total: number): DrawnPage[] {
  const { text, summary } = drawn;
  const { caption, title, rule, paragraphs, notice } = text;
  const paper = new Paper(type, {
    total,
    running: [caption.number, title, rule].join('  ·  '),
    foot: summaryMark,
    isLandscape: true,
  });
  paper.paragraph(summaryMark, { size: 10, weight: 'bold', gap: 8, isGray: true });
  paper.caption(captionLines(caption));
  paper.paragraph(title, { size: 13, weight: 'bold', gap: 1 });
  paper.paragraph(rule, { size: 11, weight: 'bold', gap: 10 });
  for (const paragraph of paragraphs) paper.paragraph(paragraph, body);
  drawRows(text, paper);
  paper.keepTogether(beginningOfTable);
  paper.heading(words.counts);
  for (const { label, words: said } of summary.totals) paper.labeled(label, said);
  drawCounts(words.bySender, summary.bySender, paper);
  drawCounts(words.byMonth, summary.byMonth, paper);
  drawSchedule(summary, paper);
  paper.keepTogether(80);
  paper.space(44);
  signedBy.forEach((label, at) => paper.blank(label, margin + at * 220, 200));
  paper.space(30);
  paper.keepTogether(120);
  paper.heading(words.notice);
  paper.paragraph(notice, { size: 10, weight: 'regular', gap: 0 });
  return paper.finish();
}

function drawRows({ columns, rows }: DrawnSummary['text'], paper: Paper): void {
  let x = margin;
  const places = columns.map(({ width }) => {
    const from = x;
    x += width;
    return { x: from, right: x - gutter };
  });
  paper.keepTogether(beginningOfTable);
  paper.space(6);
  paper.table(columns.map(({ head }, at) => ({ ...places[at]!, text: head })));
  for (const cells of rows)
    paper.row(
      cells.map((words, at): Cell => {
        const [text = '', ...below] = words.split('\n');
        return { ...places[at]!, text, below: below.map((line) => ({ text: line })) };
      }),
      keptLines,
    );
  paper.table([]);
}

function drawCounts(
  [of, messages]: readonly [string, string],
  counts: readonly MessageCount[],
  paper: Paper,
): void {
  if (counts.length === 0) return;
  paper.space(10);
  paper.keepTogether(beginningOfTable);
  const [left, right] = [
    { x: margin, right: margin + 400 - gutter },
    { x: margin + 400, right: margin + 480 },
  ];
  paper.table([
    { ...left, text: of },
    { ...right, text: messages },
  ]);
  for (const count of counts)
    paper.row([
      { ...left, text: count.of },
      { ...right, text: formatNumber(count.messages) },
    ]);
  paper.table([]);
}

function drawSchedule({ rows }: DrawnSummary['summary'], paper: Paper): void {
  // Wide enough for a hash in one line: whoever looks for it finds it.
  const hash = { x: paper.right - 310 };
  const bates = { x: hash.x - 130, right: hash.x - gutter };
  const item = { x: margin + 34, right: bates.x - gutter };
  const number = { x: margin, right: item.x - 4 };
  paper.keepTogether(beginningOfTable);
  paper.heading(words.schedule);
  paper.table([number, item, bates, hash].map((place, at) => ({ ...place, text: words.scheduled[at]! })));
  rows.forEach(({ name, file, cells }, at) =>
    paper.row(
      [
        { ...number, text: String(at + 1) },
        { ...item, text: name, below: [{ text: file, isGray: true }] },
        { ...bates, text: cells.bates },
        { ...hash, text: '', below: [{ text: cells.sha256, size: 8, weight: 'mono' }] },
      ],
      keptLines,
    ),
  );
  paper.table([]);
}
