import { expect, test } from 'vitest';
import type { TagId } from '../../../../shared/model/common.ts';
import type { Codes } from '../../../../shared/model/review.ts';
import { chooseAll, onlySourceOf, settledCodes } from './settled-codes.ts';

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

test('all codes of one reviewer can be taken', () => {
  expect(settledCodes([undecided, alex, kim], chooseAll(2))).toEqual(kim);
});

test('each field can be taken from another reviewer', () => {
  const choice = { ...chooseAll(1), privilege: 2, privilegeNote: 2, issueIds: 0 };
  expect(settledCodes([undecided, alex, kim], choice)).toEqual({
    ...alex,
    privilege: 'work_product',
    privilegeNote: 'Draft',
    issueIds: [],
  });
});

test('it is known whether the fields come from one source', () => {
  expect(onlySourceOf(chooseAll(1))).toBe(1);
  expect(onlySourceOf({ ...chooseAll(1), relevance: 0 })).toBeNull();
});
