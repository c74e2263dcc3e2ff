import { expect, test } from 'vitest';
import { roleOf } from '../../../docket/threads/role.ts';
import { filedPapers } from './filed-papers.ts';
import { motionsOfEntries } from './motions-of.ts';

const entries = [
  'COMPLAINT against Northgate Hosting, Inc. and Rivergate LLC by Fairwater LLC.',
  'SUMMONS Returned Executed. Northgate Hosting, Inc. served on 1/8/2027, answer due 1/29/2027.',
  'MOTION for Preliminary Injunction by Fairwater LLC.',
  'MOTION to Dismiss by Rivergate LLC.',
  'ORDER: Responses to 3 Motion and 4 Motion due 1/18/2027. Replies due 1/25/2027.',
  'RESPONSE in opposition re 3 MOTION for Preliminary Injunction filed by Northgate Hosting, Inc.',
  'REPLY in support of 3 MOTION for Preliminary Injunction by Fairwater LLC.',
  'ANSWER to 1 Complaint by Northgate Hosting, Inc.',
  'ORDER: Supplemental response to 3 Motion due 2/1/2027.',
].map((text, i) => ({
  number: i + 1,
  attachment: null,
  text,
  shortText: '',
  filedOn: '2027-01-04',
  enteredOn: '2027-01-04',
  enteredAt: null,
  role: roleOf({ text, shortText: '', attachment: null }),
}));
const papers = filedPapers(entries, motionsOfEntries(entries));
const filed = (...asked: Parameters<typeof papers>) => papers(...asked)[0]?.said ?? null;

test('what was filed since is told of what was due', () => {
  expect(filed(2, 'response', '')).toBe(
    'Entry 6 says “RESPONSE in opposition re 3 MOTION for Preliminary Injunction filed by Northgate Hosting, Inc”.',
  );
  expect(filed(2, 'reply', '')).toContain('Entry 7');
  expect(filed(5, 'reply', '')).toContain('Entry 7');
  expect(filed(1, 'answer', 'Northgate Hosting, Inc.')).toContain('Entry 8');
});

test('what is still due is not', () => {
  // Of another motion, of another party, of two motions of which one is answered, and of an order behind the paper.
  expect(filed(3, 'response', '')).toBeNull();
  expect(filed(2, 'response', 'Rivergate LLC')).toBeNull();
  expect(filed(1, 'answer', 'Rivergate LLC')).toBeNull();
  expect(filed(4, 'response', '')).toBeNull();
  expect(filed(8, 'response', '')).toBeNull();
  expect(filed(2, 'hearing', '')).toBeNull();
});

test('each motion’s papers are given with the minute that their entry tells of the same day', () => {
  const motion = entries[2]!;
  const response = { ...entries[5]!, enteredAt: '2027-01-04T15:05' };
  const later = { ...response, number: 9, filedOn: '2027-01-03' };
  const docket = [motion, response, later];
  const found = filedPapers(docket, motionsOfEntries(docket))(0, 'response', '');
  expect(found.map(({ at }) => at)).toEqual(['2027-01-04T15:05', '2027-01-03']);
});
