import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EvidenceId, TagId } from '../../model/common.ts';
import type { Codes, Coding } from '../../model/review.ts';
import { adoptCodes, mergeCoding } from './merge-codings.ts';

const none: Codes = {
  isResponsive: null,
  relevance: null,
  privilege: null,
  privilegeNote: '',
  issueIds: [],
};
const coding = (day: number, codes: Partial<Codes>): Coding => ({
  evidenceId: 'e' as EvidenceId,
  reviewer: { name: 'B. Lindqvist', role: '', barNumber: '' },
  codes: { ...none, ...codes },
  codedAt: `2021-01-0${day}T00:00:00.000Z`,
  copyId: null,
});

test.each([
  [
    'as it was handed out',
    coding(1, { relevance: 1 }),
    coding(3, { relevance: 2 }),
    coding(1, { relevance: 1 }),
    'unchanged',
  ],
  ['taken back here since', coding(1, { relevance: 1 }), null, coding(1, { relevance: 1 }), 'unchanged'],
  ['new', null, null, coding(2, { relevance: 1 }), 'added'],
  ['newer there', coding(1, {}), coding(1, {}), coding(2, { relevance: 1 }), 'updated'],
  ['newer here', coding(1, {}), coding(3, {}), coding(2, { relevance: 1 }), 'unchanged'],
  ['taken already', null, coding(2, { relevance: 1 }), coding(2, { relevance: 1 }), 'unchanged'],
] as const)('of a reviewer’s decisions the newer one holds: %s', (_name, base, ours, theirs, outcome) => {
  expect(mergeCoding({ base, ours, theirs })).toBe(outcome);
});

const anyCoding = fc
  .record({
    day: fc.integer({ min: 1, max: 3 }),
    relevance: fc.constantFrom(null, 0, 3),
    issueIds: fc.subarray(['a' as TagId, 'b' as TagId]),
  })
  .map(({ day, ...codes }) => coding(day, codes));

test('two copies of the same reviewer come to the same in any order, and a second time change nothing', () => {
  const take = (ours: Coding | null, theirs: Coding) =>
    mergeCoding({ base: null, ours, theirs }) === 'unchanged' ? ours : theirs;
  fc.assert(
    fc.property(fc.option(anyCoding), anyCoding, anyCoding, (ours, one, other) => {
      const taken = take(take(ours, one), other);
      expect(take(take(ours, other), one)).toEqual(taken);
      expect(take(take(taken, one), other)).toEqual(taken);
    }),
  );
});

test.each([
  ['fills what was open', none, null, [], { relevance: 3 }, { relevance: 3 }],
  ['leaves what was decided here', { relevance: 1 }, null, [], { relevance: 3 }, { relevance: 1 }],
  [
    'takes the place of the same reviewer’s own',
    { relevance: 1 },
    { relevance: 1 },
    [],
    { relevance: 3 },
    { relevance: 3 },
  ],
  [
    'but not where another decided it too',
    { relevance: 1 },
    { relevance: 1 },
    [{ relevance: 1 }],
    { relevance: 3 },
    { relevance: 1 },
  ],
  ['takes nothing away', { relevance: 1 }, { relevance: 1 }, [], {}, { relevance: 1 }],
  [
    'puts no note to another privilege',
    { privilege: 'work_product' },
    null,
    [],
    { privilege: 'attorney_client', privilegeNote: 'Letter of counsel' },
    { privilege: 'work_product' },
  ],
] as const)('a coding that comes back %s', (_name, holding, before, others, taken, result) => {
  const whole = (codes: Partial<Codes>): Codes => ({ ...none, ...codes });
  expect(
    adoptCodes(whole(holding), {
      taken: whole(taken),
      before: before === null ? null : whole(before),
      others: others.map(whole),
    }),
  ).toEqual(whole(result));
});
