import { expect, test } from 'vitest';
import { readDocketSource } from './read-source.ts';

const read = async (numbers: readonly string[]) => {
  const rows = numbers.map((number) => `03/01/2027,${number},ORDER ${number}`);
  const table = ['Date Filed,#,Docket Text', ...rows].join('\n');
  const { dockets, warnings } = await readDocketSource(new TextEncoder().encode(table), 'docket.csv');
  return {
    numbers: dockets[0]!.entries.map((e) => `${e.number}${e.attachment === null ? '' : `-${e.attachment}`}`),
    ranges: warnings.flatMap(({ message }) => /further numbers of entry (\S+)/.exec(message)?.[1] ?? []),
  };
};

test.each([
  [['8', '9-11', '12'], ['8', '9', '12'], ['9-11']],
  [['12', '9-11', '8'], ['12', '9', '8'], ['9-11']],
  [['1-3', '4'], ['1', '4'], ['1-3']],
  [['1', '2-4'], ['1', '2'], ['2-4']],
])('%j names several entries', async (printed, numbers, ranges) => {
  expect(await read(printed)).toEqual({ numbers, ranges });
});

test.each([
  ['beside its entry', ['8', '9', '9-11', '12']],
  ['beside others of its entry', ['8', '9-10', '9-11', '12']],
  ['where one of the numbers is an entry', ['8', '9-11', '10', '12']],
  ['where a number is missing after it', ['8', '9-11', '13']],
  ['where a number is missing before it', ['7', '9-11', '12']],
  ['with a lower number than its entry', ['1', '2-1', '3']],
  ['alone', ['9-11']],
])('a number is an attachment’s %s', async (_where, printed) => {
  expect(await read(printed)).toEqual({ numbers: printed, ranges: [] });
});
