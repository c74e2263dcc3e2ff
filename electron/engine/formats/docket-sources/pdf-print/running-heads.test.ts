import { expect, test } from 'vitest';
import type { PageLayout, PlacedWord } from '../../../pdf/layout/index.ts';
import { textOfLine } from './printed-lines.ts';
import { withoutRunningHeads } from './running-heads.ts';

/** Words in type of one size, parted by "|" into what stands on the left and on the right. */
function lineAt(baseline: number, printed: string): PlacedWord[] {
  return printed.split('|').flatMap((part, side) =>
    part.split(' ').map((text, at) => {
      const left = 40 + side * 280 + at * 36;
      const look = { isBold: false, isItalic: false, isUnderlined: false, href: null, isGlued: false };
      return { text, left, right: left + 34, baseline, size: 10, ...look };
    }),
  );
}

function pageOf(...lines: readonly (readonly [number, string])[]): PageLayout {
  return { width: 612, height: 792, rules: [], words: lines.flatMap((line) => lineAt(...line)) };
}

const address = 'https://ecf.wawd.uscourts.gov/cgi-bin/DktRpt.pl?9-L_1_0-1';

test.each([
  ['Chrome, Edge', ['12/1/26, 4:30 PM|CM/ECF - wawd'], [`${address}|2/3`]],
  ['Firefox', [`CM/ECF - wawd|${address}`], ['2 of 3|12/1/2026, 4:30 PM']],
  ['Safari', ['CM/ECF - wawd|12/1/26, 4:30 PM'], [`${address}|Page 2 of 3`]],
  ['Internet Explorer', ['CM/ECF - wawd|Page 2 of 3'], [`${address}|12/1/2026`]],
])('what %s prints around a page is told from its words, in type of whatever size', (_name, head, foot) => {
  const [top, bottom] = [head.map((line) => [20, line] as const), foot.map((line) => [780, line] as const)];
  const body = [
    [40, 'Suite 9|LEAD ATTORNEY'],
    [60, '1/2 of the fee'],
    [740, `see ${address}`],
    [760, '04/15/2021|55 MINUTES'],
  ] as const;
  const read = withoutRunningHeads([pageOf(...top, ...body, ...bottom)]);
  expect(read).toMatchObject({ address, numbers: [2], total: 3 });
  expect(read.pages[0]!.map(textOfLine)).toEqual(body.map(([, line]) => line.replace('|', ' ')));
});
