import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decidedFields, differingFields, type Decided } from './differing-fields.ts';

const none: Decided = {
  isResponsive: null,
  relevance: null,
  privilege: null,
  privilegeNote: '',
  issueIds: [],
};

test.each([
  ['nobody', [], []],
  ['one reviewer alone', [{ relevance: 3 }], []],
  ['the same decision', [{ relevance: 3 }, { relevance: 3 }], []],
  ['one who has not decided', [{ relevance: 3 }, {}], []],
  ['not relevant, which is a decision', [{ relevance: 0 }, { relevance: 3 }], ['relevance']],
  ['not responsive, which is one too', [{ isResponsive: false }, { isResponsive: true }], ['isResponsive']],
  [
    'not privileged against privileged',
    [{ privilege: 'none' }, { privilege: 'work_product' }],
    ['privilege'],
  ],
  ['issues in another order', [{ issueIds: ['a', 'b'] }, { issueIds: ['b', 'a'] }], []],
  ['other issues', [{ issueIds: ['a', 'b'] }, { issueIds: ['a'] }], ['issueIds']],
  ['a third who differs', [{ privilegeNote: 'x' }, {}, { privilegeNote: 'y' }], ['privilegeNote']],
] as const)('reviewers differ or not: %s', (_name, codes, fields) => {
  expect(differingFields(codes.map((each) => ({ ...none, ...each })))).toEqual(fields);
});

const decided: fc.Arbitrary<Decided> = fc.record({
  isResponsive: fc.constantFrom(null, true, false),
  relevance: fc.constantFrom(null, 0, 3),
  privilege: fc.constantFrom(null, 'none' as const, 'work_product' as const),
  privilegeNote: fc.constantFrom('', 'Advice on the notice'),
  issueIds: fc.subarray(['a', 'b']),
});

test('who comes first, and who decided nothing, changes nothing', () => {
  fc.assert(
    fc.property(fc.array(decided, { maxLength: 4 }), (codes) => {
      const fields = differingFields(codes);
      expect(differingFields(codes.toReversed())).toEqual(fields);
      expect(differingFields([...codes, none])).toEqual(fields);
      expect(fields.every((field) => decidedFields.includes(field))).toBe(true);
    }),
  );
});
