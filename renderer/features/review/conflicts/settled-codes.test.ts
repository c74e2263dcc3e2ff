import { expect, test } from 'vitest';
import type { TagId } from '../../../../shared/model/common.ts';
import type { Codes } from '../../../../shared/model/review.ts';
import { chooseAll, isSameChoice, settledCodes } from './settled-codes.ts';

const undecided: Codes = {
  isResponsive: null,
  relevance: null,
  privilege: null,
  privilegeNote: '',
  issueIds: [],
};
const alex: Codes = { ...undecided, isResponsive: true, relevance: 3 };
const kim: Codes = {
  ...undecided,
  isResponsive: false,
  privilege: 'work_product',
  privilegeNote: 'Draft',
  issueIds: ['notice' as TagId],
};

const sources = [{ ...undecided, relevance: 1, privilege: 'other' as const }, alex, kim];

test('all codes of a reviewer are taken, and what the reviewer left open stays as it is in the matter', () => {
  expect(settledCodes(sources, chooseAll(sources, 2))).toEqual({ ...kim, relevance: 1 });
  expect(settledCodes(sources, chooseAll(sources, 1))).toEqual({ ...alex, privilege: 'other' });
});

test('each field can be taken from another reviewer, undecided too', () => {
  const choice = { ...chooseAll(sources, 1), privilege: 1, privilegeNote: 2 };
  expect(settledCodes(sources, choice)).toEqual({ ...alex, privilege: null, privilegeNote: 'Draft' });
});

test('it is known whether all is taken from one reviewer', () => {
  const all = chooseAll(sources, 1);
  expect(isSameChoice(all, chooseAll(sources, 1))).toBe(true);
  expect(isSameChoice({ ...all, relevance: 2 }, all)).toBe(false);
});
