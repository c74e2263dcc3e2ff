import { expect, test } from 'vitest';
import { buildListedRule } from './rule-fixture.ts';
import { ruleInForce, rulesInForce } from './rules-in-force.ts';

const rules = [
  buildListedRule({ count: 10, effectiveTo: '2009-11-30' }),
  buildListedRule({ count: 14, effectiveFrom: '2009-12-01', effectiveTo: '2018-11-30' }),
  buildListedRule({ count: 30, effectiveFrom: '2018-12-02' }),
  buildListedRule({ id: 'pier_notice', pack: 'pier', courts: ['wawd'], count: 2 }),
];

test.each([
  ['1999-01-01', 10],
  ['2009-11-30', 10],
  ['2009-12-01', 14],
  ['2018-11-30', 14],
  ['2018-12-02', 30],
  ['2040-01-01', 30],
])('on %s the version of that day counts, its first and last day included: %i', (on, count) => {
  expect(ruleInForce(rules, 'harbor_notice', on, null)?.count).toBe(count);
});

test('on a day between two versions no rule is in force', () => {
  expect(ruleInForce(rules, 'harbor_notice', '2018-12-01', null)).toBeNull();
  expect(rulesInForce(rules, '2018-12-01', null)).toEqual([]);
});

test('of each rule at most one version is in force', () => {
  expect(rulesInForce(rules, '2021-01-11', 'wawd').map(({ count }) => count)).toEqual([30, 2]);
});

test('a local rule holds in its court only, and nowhere while the court is not known', () => {
  expect(rulesInForce(rules, '2021-01-11', 'cand').map(({ id }) => id)).toEqual(['harbor_notice']);
  expect(rulesInForce(rules, '2021-01-11', null).map(({ id }) => id)).toEqual(['harbor_notice']);
  expect(ruleInForce(rules, 'pier_notice', '2021-01-11', 'cand')).toBeNull();
  expect(ruleInForce(rules, 'harbor_notice', '2021-01-11', 'cand')?.count).toBe(30);
});

test('a local rule asked for by name is found without a court', () => {
  expect(ruleInForce(rules, 'pier_notice', '2021-01-11', null)?.pack).toBe('pier');
});

test.each(['pier.pier_notice', 'pier:pier_notice', 'pier_notice'])('%s names the rule', (id) => {
  expect(ruleInForce(rules, id, '2021-01-11', 'wawd')?.id).toBe('pier_notice');
});

test.each(['harbor.pier_notice', 'pier.', '', 'pier', '.pier_notice', 'pier_notice\n', 'x'.repeat(50_000)])(
  'another name finds nothing',
  (id) => {
    expect(ruleInForce(rules, id, '2021-01-11', 'wawd')).toBeNull();
  },
);
