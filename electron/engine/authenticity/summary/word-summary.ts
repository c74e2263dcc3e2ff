import { formatNumber } from '../../../../shared/domain/amounts.ts';
import { summaryMark } from '../../../../shared/domain/authenticity/index.ts';
import type { MessageCount } from '../../../../shared/model/authenticity.ts';
import type { WordBlock, WordDocument } from '../../formats/word/index.ts';
import { captionLines } from '../caption-lines.ts';
import { signedBy, summaryHeadings as words, type DrawnSummary } from './drawn-summary.ts';

const space: WordBlock = { kind: 'plain', text: '' };

/** A summary as a Word document, for counsel to work on. */
export function wordSummary({ text, summary }: DrawnSummary): WordDocument {
  const { caption, title, rule, paragraphs, columns, rows, notice } = text;
  const table = (
    heads: readonly (readonly [head: string, share: number, isRight?: boolean])[],
    cells: readonly (readonly string[])[],
  ): WordBlock => ({
    kind: 'table',
    columns: heads.map(([head, share, isRight = false]) => ({ head, share, isRight })),
    rows: cells.map((each) => ({ cells: each, isInset: false })),
  });
  const counted = (heads: readonly [string, string], counts: readonly MessageCount[]): WordBlock[] =>
    counts.length === 0
      ? []
      : [
          space,
          table(
            [
              [heads[0], 4],
              [heads[1], 1, true],
            ],
            counts.map(({ of, messages }) => [of, formatNumber(messages)]),
          ),
        ];
  const [number, item, bates, sha256] = words.scheduled;
  return {
    title: `${title}, ${rule}`,
    isLandscape: true,
    blocks: [
      { kind: 'centered', text: summaryMark },
      space,
      ...captionLines(caption).map((line): WordBlock => ({ kind: 'centered', text: line })),
      { kind: 'title', text: title },
      { kind: 'centered', text: rule },
      ...paragraphs.flatMap((paragraph): WordBlock[] => [space, { kind: 'plain', text: paragraph }]),
      space,
      {
        kind: 'table',
        columns: columns.map(({ head, width }) => ({ head, share: width })),
        rows: rows.map((cells) => ({ cells, isInset: false })),
      },
      { kind: 'title', text: words.counts },
      ...summary.totals.map(({ label, words: said }): WordBlock => ({
        kind: 'plain',
        text: `${label}: ${said}`,
      })),
      ...counted(words.bySender, summary.bySender),
      ...counted(words.byMonth, summary.byMonth),
      { kind: 'title', text: words.schedule },
      table(
        [
          [number, 2],
          [item, 16],
          [bates, 10],
          [sha256, 16],
        ],
        summary.rows.map(({ name, file, cells }, at) => [
          String(at + 1),
          `${name}\n${file}`,
          cells.bates,
          cells.sha256,
        ]),
      ),
      ...signedBy.flatMap((label): WordBlock[] => [space, { kind: 'plain', text: `${label}: ______` }]),
      space,
      { kind: 'title', text: words.notice },
      { kind: 'plain', text: notice },
    ],
  };
}
