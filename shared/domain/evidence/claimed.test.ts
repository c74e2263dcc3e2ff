import { expect, test } from 'vitest';
import { claimedDays, claimedOf } from './claimed.ts';

test('a mail’s own date and sender count before those of the program that saved it', () => {
  expect(
    claimedOf([
      { field: 'author', value: 'Mail program' },
      { field: 'createdAt', value: '2021-02-01' },
      { field: 'sentAt', value: '2021-01-09T03:07:00.000Z' },
      { field: 'from', value: 'Robin Okafor <r@fairwater.example>' },
      { field: 'to', value: 'trust@northgate.example' },
      { field: 'to', value: 'legal@northgate.example' },
    ]),
  ).toEqual({
    at: '2021-01-09T03:07:00.000Z',
    from: 'Robin Okafor <r@fairwater.example>',
    to: 'trust@northgate.example, legal@northgate.example',
  });
});

test('a date that could not be read is passed over, and nothing claimed is null', () => {
  expect(
    claimedOf([
      { field: 'sentAt', value: 'last Tuesday' },
      { field: 'takenAt', value: '2021-01-08T18:09:55' },
    ]).at,
  ).toBe('2021-01-08T18:09:55');
  expect(claimedOf([])).toEqual({ at: null, from: null, to: null });
});

test('an instant falls on the day of the court’s clock; a time without zone on the day it prints', () => {
  const dayOf = claimedDays('America/Los_Angeles');
  expect(dayOf('2021-01-11T03:00:00.000Z')).toBe('2021-01-10');
  expect(dayOf('2021-01-11T08:00:00.000Z')).toBe('2021-01-11');
  expect(dayOf('2021-01-11T01:00:00+09:00')).toBe('2021-01-10');
  expect(dayOf('2021-01-11T03:00:00')).toBe('2021-01-11');
  expect(dayOf('2021-01-11')).toBe('2021-01-11');
  expect(claimedDays('Asia/Kolkata')('2021-01-10T18:30:00.000Z')).toBe('2021-01-11');
});
