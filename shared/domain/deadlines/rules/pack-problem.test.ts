import { expect, test } from 'vitest';
import { assertPacks, findPackProblem } from './pack-problem.ts';
import { buildPack, buildRule } from './rule-fixture.ts';

const harbor = buildPack([buildRule({ combine: { key: 'mooring', take: 'latest' } })]);

test('packs with ids of their own stand beside each other', () => {
  const pier = buildPack([buildRule({ id: 'pier_notice' })], { id: 'pier' });
  expect(findPackProblem(pier, [harbor])).toBeNull();
  const tide = { key: 'tide', take: 'earliest' } as const;
  const both = [buildRule({ id: 'ebb', combine: tide }), buildRule({ id: 'flood', combine: tide })];
  expect(findPackProblem(buildPack(both, { id: 'pier' }), [harbor])).toBeNull();
  expect(() => assertPacks([harbor, pier])).not.toThrow();
});

test('a pack may not take the id of another pack, of its rules or of its combinations', () => {
  expect(findPackProblem(buildPack([buildRule({ id: 'pier_notice' })]), [harbor])).toBe(
    'the pack id “harbor” is taken',
  );
  expect(findPackProblem(buildPack([buildRule()], { id: 'pier' }), [harbor])).toBe(
    'the rule id “harbor_notice” is taken by the pack “harbor”',
  );
  const competing = buildRule({ id: 'pier_notice', combine: { key: 'mooring', take: 'latest' } });
  expect(findPackProblem(buildPack([competing], { id: 'pier' }), [harbor])).toBe(
    'the combine key “mooring” is taken by the pack “harbor”',
  );
});

test.each([
  ['two without dates', [{}, {}]],
  ['a shared last day', [{ effectiveTo: '2009-12-01' }, { effectiveFrom: '2009-12-01' }]],
  [
    'one inside an open one',
    [{ effectiveFrom: '2000-01-01' }, { effectiveFrom: '2009-12-01', effectiveTo: '2010-01-01' }],
  ],
  [
    'the later written first',
    [
      { effectiveFrom: '2005-01-01' },
      { effectiveFrom: '2009-12-01' },
      { effectiveFrom: null, effectiveTo: '2004-12-31' },
    ],
  ],
])('versions of one rule that overlap are refused: %s', (_, versions) => {
  expect(findPackProblem(buildPack(versions.map((dates) => buildRule(dates))), [])).toBe(
    'two versions of the rule “harbor_notice” hold on the same day',
  );
});

test('versions that overlap are found with another rule’s version between them', () => {
  const rules = [
    buildRule({ effectiveFrom: '2000-01-01', effectiveTo: '2010-01-01' }),
    buildRule({ id: 'pier_notice', effectiveFrom: '2005-01-01' }),
    buildRule({ effectiveFrom: '2009-12-01' }),
  ];
  expect(findPackProblem(buildPack(rules), [])).toBe(
    'two versions of the rule “harbor_notice” hold on the same day',
  );
});

test('versions of one rule may follow each other, with days between them or without', () => {
  const versions = [
    buildRule({ effectiveFrom: '2018-12-01' }),
    buildRule({ effectiveTo: '2009-11-30' }),
    buildRule({ effectiveFrom: '2009-12-01', effectiveTo: '2015-12-31' }),
  ];
  expect(findPackProblem(buildPack(versions), [])).toBeNull();
});

test('one combination cannot take both the earliest and the latest', () => {
  const rules = [
    buildRule({ combine: { key: 'mooring', take: 'latest' } }),
    buildRule({ id: 'pier_notice', combine: { key: 'mooring', take: 'earliest' } }),
  ];
  expect(findPackProblem(buildPack(rules), [])).toBe(
    'the rule “pier_notice” takes the earliest of “mooring”, another the latest',
  );
});

test('asserting names the pack and the problem', () => {
  expect(() => assertPacks([harbor, harbor])).toThrow(
    expect.objectContaining({
      code: 'DEADLINE_RULE_PACK_INVALID',
      details: { name: 'harbor', reason: 'the pack id “harbor” is taken' },
    }),
  );
});
