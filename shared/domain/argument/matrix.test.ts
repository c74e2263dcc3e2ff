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
    pinCites: items.map((evidenceId) => ({
      id: `${evidenceId} at 1`,
      evidenceId,
      cite: `Ex. ${evidenceId} at 1`,
    })),
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
  const harm = claims[0]!.rows[0]!;
  expect([harm.for.uncited, harm.against.uncited]).toEqual([0, 1]);
  // A cite whose words are not there is no source.
  const [{ rows }] = matrixOf(argument, new Set(['B at 1'])).claims as [(typeof claims)[0]];
  expect(rows[0]!.for).toMatchObject({ state: 'single', items: 1, uncited: 1 });
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
    ['TRO', 'Merits', 'Other hosts', '', 'No source yet'],
    ['Count I', 'Breach', 'Offline (Ex. A at 1; Ex. A at 1)', '', 'One source only'],
  ]);
  const lost = matrixTable(argument, new Set(['B at 1'])).rows[0]!;
  expect(lost[2]).toContain('Users left (Ex. B at 1 [words not found there])');
  expect(lost[4]).toBe('One source only; 1 fact without a source');
});

const page = (number: number) => ({ place: { number, isPage: true } });
const part = (number: number) => ({ place: { number, isPage: false } });

test.each([
  [{ exhibit: 'Ex. C at 4, AMZ000123', ...page(9), paragraph: '7' }, 'Ex. C at 4, AMZ000123, ¶ 7'],
  [{ docketNumber: '2-2', ...page(3), paragraph: '7-9' }, 'Dkt. 2-2 at 3, ¶¶ 7-9'],
  [{ ...page(2), bates: 'AMZ000123' }, 'Letter at 2, AMZ000123'],
  [{ ...page(1), paragraph: '7.1' }, 'Letter at 1, ¶ 7.1'],
  [{ ...page(1), paragraph: '§ 4.1' }, 'Letter at 1, § 4.1'],
  [{ ...page(1), paragraph: '7(a)-(c)' }, 'Letter at 1, ¶¶ 7(a)-(c)'],
  [{ ...page(1), paragraph: '7; 9' }, 'Letter at 1, ¶¶ 7; 9'],
  [{ ...page(1), paragraph: '7 through 9' }, 'Letter at 1, ¶¶ 7 through 9'],
  [{ ...part(1) }, 'Letter'],
  [{ ...part(2), exhibit: 'Ex. A' }, 'Ex. A, part 2'],
  [{ atMs: 61_000, exhibit: 'Ex. A' }, 'Ex. A at 1:01'],
  [{ atMs: 61_000 }, 'Letter at 1:01'],
  [{}, 'Letter'],
])('%o is cited as %s', (parts, cite) => {
  const none = { exhibit: null, bates: null, docketNumber: null, place: null, atMs: null, paragraph: '' };
  expect(pinCiteText({ ...none, title: 'Letter', ...parts })).toBe(cite);
});
