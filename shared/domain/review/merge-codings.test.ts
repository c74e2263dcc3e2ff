import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EvidenceId, ReviewCopyId, TagId } from '../../model/common.ts';
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
    null,
  ],
  ['taken back here since', coding(1, { relevance: 1 }), null, coding(1, { relevance: 1 }), null],
  ['new', null, null, coding(2, { relevance: 1 }), coding(2, { relevance: 1 })],
  ['newer there', coding(1, {}), coding(1, {}), coding(2, { relevance: 1 }), coding(2, { relevance: 1 })],
  ['newer here', null, coding(3, { relevance: 2 }), coding(2, { relevance: 1 }), null],
  [
    'taken back there',
    coding(1, { relevance: 1 }),
    coding(1, { relevance: 1 }),
    coding(2, {}),
    coding(2, {}),
  ],
  ['taken already', null, coding(2, { relevance: 1 }), coding(2, { relevance: 1 }), null],
] as const)('of what one reviewer decided twice the newer holds: %s', (_name, base, ours, theirs, merged) => {
  expect(mergeCoding({ base, ours, theirs })).toEqual(merged);
});

test.each([
  ['only read here since', null, coding(3, {}), coding(2, { relevance: 3 }), { relevance: 3 }],
  [
    'another field, later there',
    coding(1, { relevance: 1 }),
    coding(2, { relevance: 1, privilege: 'attorney_client', privilegeNote: 'Letter' }),
    coding(3, { relevance: 3 }),
    { relevance: 3, privilege: 'attorney_client', privilegeNote: 'Letter' },
  ],
  [
    'changed here, and not touched there',
    coding(1, { relevance: 1 }),
    coding(2, { relevance: 2 }),
    coding(3, { relevance: 1, isResponsive: true }),
    { relevance: 2, isResponsive: true },
  ],
  [
    'each its issue; one that was on both goes where either takes it off',
    coding(1, { issueIds: ['c' as TagId] }),
    coding(3, { issueIds: ['a' as TagId, 'c' as TagId] }),
    coding(2, { issueIds: ['b' as TagId] }),
    { issueIds: ['a', 'b'] },
  ],
  [
    'no note beside another privilege',
    coding(1, { privilege: 'attorney_client' }),
    coding(2, { privilege: 'attorney_client', privilegeNote: 'Letter of counsel' }),
    coding(3, { privilege: 'work_product' }),
    { privilege: 'work_product', privilegeNote: '' },
  ],
] as const)('what only one side decided is kept from either: %s', (_name, base, ours, theirs, codes) => {
  const merged = mergeCoding({ base, ours, theirs });
  expect(merged?.codes).toEqual({ ...none, ...codes });
  expect(mergeCoding({ base, ours: merged, theirs })).toBeNull();
});

test('what a copy said last takes the place of what it said before, with what was taken back', () => {
  const copyId = 'copy' as ReviewCopyId;
  const [before, now] = [
    { ...coding(2, { relevance: 3 }), copyId },
    { ...coding(3, { isResponsive: true }), copyId },
  ];
  expect(mergeCoding({ base: null, ours: before, theirs: now })).toBe(now);
  expect(mergeCoding({ base: null, ours: now, theirs: before })).toBeNull();
});

const anyCoding = fc
  .record({
    day: fc.integer({ min: 1, max: 3 }),
    relevance: fc.constantFrom(null, 0, 3),
    issueIds: fc.subarray(['a' as TagId, 'b' as TagId]),
  })
  .map(({ day, ...codes }) => coding(day, codes));

test('two copies of the same reviewer, in any order: no decision is lost to nothing, and a second time nothing changes', () => {
  const [first, second] = ['first', 'second'] as ReviewCopyId[];
  const take = (ours: Coding | null, theirs: Coding) => mergeCoding({ base: null, ours, theirs }) ?? ours;
  fc.assert(
    fc.property(fc.option(anyCoding), anyCoding, anyCoding, (ours, one, other) => {
      const copies = [
        { ...one, copyId: first! },
        { ...other, copyId: second! },
      ] as const;
      const taken = take(take(ours, copies[0]), copies[1])!;
      expect(take(take(taken, copies[0]), copies[1])).toEqual(taken);
      const all = [ours, one, other].flatMap((each) => each?.codes ?? []);
      expect(taken.codes.issueIds).toEqual([...new Set(all.flatMap(({ issueIds }) => issueIds))].toSorted());
      const said = all.map(({ relevance }) => relevance).filter((relevance) => relevance !== null);
      expect(said.length === 0 ? [null] : said).toContain(taken.codes.relevance);
      if (ours === null) expect(take(take(ours, copies[1]), copies[0])?.codes).toEqual(taken.codes);
    }),
  );
});

const everything: Partial<Codes> = {
  isResponsive: true,
  privilege: 'attorney_client',
  privilegeNote: 'Letter of counsel',
  issueIds: ['a' as TagId],
};
const otherwise: Partial<Codes> = {
  isResponsive: false,
  privilege: 'work_product',
  privilegeNote: 'Memo',
  issueIds: ['b' as TagId],
};

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
  [
    'nor where what holds is not what that reviewer decided',
    { relevance: 1 },
    { relevance: 0 },
    [],
    { relevance: 3 },
    { relevance: 1 },
  ],
  ['fills all that was open', none, null, [], everything, everything],
  ['leaves all that was decided here', otherwise, null, [], everything, otherwise],
  [
    'adds a note where it names no privilege itself',
    { privilege: 'work_product' },
    null,
    [],
    { privilegeNote: 'Memo' },
    { privilege: 'work_product', privilegeNote: 'Memo' },
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
