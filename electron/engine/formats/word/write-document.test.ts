import { expect, test } from 'vitest';
import { bytesSource } from '../../pdf/index.ts';
import { extractText } from '../files/extract.ts';
import { writeWordDocument, type WordDocument } from './index.ts';

const index: WordDocument = {
  title: 'Index of “Exhibits” & <more>',
  isLandscape: true,
  blocks: [
    { kind: 'title', text: 'Index of Exhibits' },
    { kind: 'centered', text: 'Fairwater LLC v. Northgate Hosting, Inc.' },
    {
      kind: 'table',
      columns: [
        { head: 'Exhibit', share: 1 },
        { head: 'Page', share: 1, isRight: true },
      ],
      rows: [
        { cells: ['A', '3'], isInset: false },
        { cells: ['A-1', 'four\u0000\ud800 & <five>\nsix'], isInset: true },
      ],
    },
  ],
};

test('a Word document reads back as it was written, without the characters that XML cannot hold', async () => {
  const { sections, problems } = extractText(bytesSource(await writeWordDocument(index)), 'word', 100_000);
  expect(problems).toEqual([]);
  const text = sections.join('');
  expect(text).toContain('Index of Exhibits\nFairwater LLC v. Northgate Hosting, Inc.\n');
  expect(text).toMatch(/Exhibit \tPage \t\nA \t3 \t\nA-1 \tfour . & <five>\s*six/);
});

test('the same document gives the same bytes', async () => {
  expect(await writeWordDocument(index)).toEqual(await writeWordDocument(index));
});
