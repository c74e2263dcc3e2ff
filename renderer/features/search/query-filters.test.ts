import { expect, test } from 'vitest';
import { hasFilter, setFilter, toggleFilter, valueOf } from './query-filters.ts';

test('a filter is put into the query, and taken out again', () => {
  expect(toggleFilter('breach', 'kind', 'pdf')).toBe('breach kind:pdf');
  expect(toggleFilter('breach kind:pdf notice', 'kind', 'pdf')).toBe('breach notice');
  expect(toggleFilter('', 'custodian', 'Ann Lee')).toBe('custodian:"Ann Lee"');
  expect(toggleFilter('custodian:"ann lee"', 'custodian', 'Ann Lee')).toBe('');
  expect(toggleFilter('x', 'custodian', 'The "A" team')).toBe('x custodian:"The  A  team"');
});

test('a field is told and replaced, and words in quotes are no filter', () => {
  expect(hasFilter('"kind:pdf"', 'kind', 'pdf')).toBe(false);
  expect(valueOf('a date:2021-01', 'date')).toBe('2021-01');
  expect(setFilter('date:2021 a date:2022', 'date', '2021-01-08..')).toBe('a date:2021-01-08..');
  expect(setFilter('date:2021 a', 'date', null)).toBe('a');
});
