import { expect, test } from 'vitest';
import { circuitNames } from '../court-zone.ts';
import { circuitTests } from './circuit-tests.ts';
import { elementsOf, missingOf, standardTests, testOfCourt } from './standards.ts';

test.each([
  ['med', 'ca1'],
  ['nysd', 'ca2'],
  ['njd', 'ca3'],
  ['vaed', 'ca4'],
  ['txwd', 'ca5'],
  ['ohnd', 'ca6'],
  ['ilnd', 'ca7'],
  ['mnd', 'ca8'],
  ['wawd', 'slidingScale'],
  ['cod', 'ca10'],
  ['gand', 'ca11'],
  ['dcd', 'cadc'],
  ['ca9', 'slidingScale'],
  ['cafc', 'cafc'],
  ['uscfc', null],
  ['', null],
] as const)('a matter in %s is offered the test %s', (court, id) => {
  expect(testOfCourt(court)).toBe(id);
});

test('every circuit has a test, whose authorities are its own or the Supreme Court’s', () => {
  expect(Object.keys(circuitTests)).toHaveLength(circuitNames.length);
  for (const [id, { court = id, factors }] of Object.entries(circuitTests)) {
    const number = /^ca(\d+)$/.exec(court)?.[1];
    const ending = { 1: 'st', 2: 'd', 3: 'd' }[number ?? ''] ?? 'th';
    const cited = { cadc: 'D.C.', cafc: 'Fed.' }[court] ?? `${number}${ending}`;
    for (const [name, standard] of factors) {
      const courts = [...standard.matchAll(/\(([^()]*?) ?Cir\. \d{4}\)/g)].map(([, own]) => own);
      expect(courts.length > 0 || standard.includes('555 U.S. 7'), `${court}: ${name}`).toBe(true);
      expect(
        courts.every((own) => own === cited),
        `${court}: ${standard}`,
      ).toBe(true);
    }
  }
});

test('no test lists an element twice, and a test added again adds nothing', () => {
  for (const [id, { elements }] of standardTests) {
    expect(new Set(elements.map(({ name }) => name)).size).toBe(elements.length);
    expect(missingOf(id, elements)).toEqual([]);
  }
  expect(missingOf('slidingScale', elementsOf('winter')).map(({ name }) => name)).toEqual([
    'Serious questions going to the merits',
    'Balance of hardships',
  ]);
});
