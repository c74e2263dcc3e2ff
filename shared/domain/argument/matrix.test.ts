import { expect, test } from 'vitest';
import type { Argument, Bearing, Fact } from '../../model/argument.ts';
import { matrixOf } from './matrix.ts';
import { pinCiteText } from './pin-cite.ts';
import { chronologyTable, matrixTable } from './tables.ts';

const elements = [
  { id: 'e1', claim: 'TRO', name: 'Harm', standard: 'Likely' },
  { id: 'e2', claim: 'TRO', name: 'Merits', standard: '' },
  { id: 'e3', claim: 'Count I', name: 'Breach', standard: '' },
];
const fact = (text: string, bearings: Record<string, Bearing['side']>, items: readonly string[]): Fact =>
  ({
    id: text,
    text,
    date: { kind: 'on', from: '2021-01-09', to: null },
    dispute: 'disputed',
    allegation: 'Compl. ¶ 3',
    bearings: Object.entries(bearings).map(([elementId, side]) => ({ elementId, side })),
    pinCites: items.map((evidenceId) => ({ evidenceId, cite: `Ex. ${evidenceId} at 1` })),
  }) as unknown as Fact;
const argument = {
  elements,
  facts: [
    fact('Offline', { e1: 'for', e3: 'for' }, ['A', 'A']),
    fact('Users left', { e1: 'for' }, ['B']),
    fact('Other hosts', { e1: 'against', e2: 'for' }, []),
    fact('Founded', {}, ['C']),
  ],
} as unknown as Argument;

test('each element has its facts on either side, and says how broadly they rest on evidence', () => {
  const { claims, unplaced } = matrixOf(argument);
  const seen = claims.map(({ claim, rows }) => [
    claim,
    ...rows.map((row) => [row.element.name, row.for.state, row.for.items, row.against.state]),
  ]);
  expect(seen).toEqual([
    ['TRO', ['Harm', 'several', 2, 'uncited'], ['Merits', 'uncited', 0, 'empty']],
    // Two pages of one item are one source.
    ['Count I', ['Breach', 'single', 1, 'empty']],
  ]);
  expect(unplaced.map(({ text }) => text)).toEqual(['Founded']);
});

test('the tables that are written out say the same', () => {
  expect(chronologyTable(argument, 'UTC').rows[2]).toEqual([
    'Sat, Jan 9, 2021',
    'Other hosts',
    '',
    'Compl. ¶ 3',
    'Disputed',
    'Harm (against); Merits',
  ]);
  expect(matrixTable(argument).rows).toEqual([
    ['TRO', 'Harm\nLikely', 'Offline (Ex. A at 1; Ex. A at 1)\nUsers left (Ex. B at 1)', 'Other hosts', ''],
    ['TRO', 'Merits', 'Other hosts', '', 'No pin cite yet'],
    ['Count I', 'Breach', 'Offline (Ex. A at 1; Ex. A at 1)', '', 'One source only'],
  ]);
});

test.each([
  [{ exhibit: 'Ex. C at 4, AMZ000123', paragraph: '7' }, 'Ex. C at 4, AMZ000123, ¶ 7'],
  [{ docketNumber: '2-2', page: 3, paragraph: '7-9' }, 'Dkt. 2-2 at 3, ¶¶ 7-9'],
  [{ page: 2, bates: 'AMZ000123' }, 'Letter at 2, AMZ000123'],
  [{ page: 1, paragraph: '7.1' }, 'Letter at 1, ¶ 7.1'],
  [{ page: 1, paragraph: '§ 4.1' }, 'Letter at 1, § 4.1'],
  [{ atMs: 61_000 }, 'Letter at 1:01'],
  [{}, 'Letter'],
])('%o is cited as %s', (parts, cite) => {
  const none = { exhibit: null, bates: null, docketNumber: null, page: null, atMs: null, paragraph: '' };
  expect(pinCiteText({ ...none, title: 'Letter', ...parts })).toBe(cite);
});
