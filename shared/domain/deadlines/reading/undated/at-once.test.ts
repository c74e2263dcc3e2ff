import { expect, test } from 'vitest';
import { readUndatedDuties } from './read-undated.ts';

const read = (text: string) => readUndatedDuties(text).map(({ label }) => label);

test.each([
  ['ORDER: Northgate shall produce the logs forthwith.', 'Northgate shall produce the logs forthwith'],
  [
    'ORDER granting 2 Motion for TRO. Northgate shall immediately restore access to the account.',
    'Northgate shall immediately restore access to the account',
  ],
  [
    'ORDER: Fairwater LLC is directed to serve this Order immediately and file proof of service forthwith.',
    'Fairwater LLC is directed to serve this Order immediately and file proof of service forthwith',
  ],
  ['ORDER: Northgate must comply without delay.', 'Northgate must comply without delay'],
  [
    'ORDER: Fairwater LLC shall file proof of service promptly.',
    'Fairwater LLC shall file proof of service promptly',
  ],
])('what is ordered to be done at once is asked for: %s', (text, label) => {
  expect(read(text)).toEqual([label]);
});

test.each([
  'ORDER: The Clerk is directed to enter judgment forthwith.',
  'ORDER: The Clerk of Court shall immediately transmit the record.',
  'ORDER: Northgate is immediately restrained and enjoined from deleting data.',
  'ORDER: This Order shall be served by the Marshal forthwith.',
  'ORDER: This Order shall take effect immediately.',
  'ORDER: The parties shall promptly notify the Court if the case settles.',
  'ORDER: Fairwater LLC must immediately inform the Court of any change of address.',
  'ORDER denying motion. Fairwater LLC must show immediate and irreparable injury.',
  'ORDER: Northgate argues that it must immediately delete the accounts.',
  'ORDER: Counsel must be ready to proceed without delay.',
  'ORDER: The conference shall begin immediately following the hearing.',
  'RESPONSE: Northgate shall comply forthwith.',
  'ORDER: Northgate shall immediately, and no later than January 6, 2027, restore access.',
])('nothing is due at once, or a day is given: %s', (text) => {
  expect(read(text)).toEqual([]);
});
