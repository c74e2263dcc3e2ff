import { expect, test } from 'vitest';
import { findIdentifiers } from '../index.ts';

const found = (text: string) =>
  findIdentifiers(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

test.each([
  ['Her account at Chase is 12345678.', '12345678'],
  ['Her account at Wells Fargo, 12345678, was closed', '12345678'],
  ['my checking account with Chase (12345678)', '12345678'],
  ['an account held at Bank of America, numbered 00123456789', '00123456789'],
  ['account in the name of Roe, No. 12345678', '12345678'],
  ['bank account of plaintiff: 123456789', '123456789'],
  ['Account ID 12345678', '12345678'],
  ['AccountID: 12345678', '12345678'],
  ['Account ID is 12345678', '12345678'],
  ['número de cuenta 12345678', '12345678'],
  ['cuenta bancaria núm. 12345678', '12345678'],
  ['cuenta número: 000123456789', '000123456789'],
  ['Account No. 4NB-12345', '4NB-12345'],
  ['Account No. 5AB123456', '5AB123456'],
  ['acct. #ABC12345', 'ABC12345'],
  ['brokerage account 5AB-12345-1-9 RR', '5AB-12345-1-9'],
])('an account’s number: %j', (text, number) => {
  expect(found(text)).toEqual([`account: ${number}`]);
});

test.each([
  '⑆021000021⑆ 12345678901⑈ 1001',
  '⑈001001⑈ ⑆021000021⑆ 12345678901⑈',
  ':021000021: 12345678901" 1001',
  'c1001c a021000021a 12345678901c',
  'C1001C A021000021A 12345678901C',
  '\ufffd021000021\ufffd 12345678901\ufffd',
  '|:021000021|: 12345678901|| 1001',
])('the numbers at the foot of a check: %j', (text) => {
  expect(found(text)).toEqual(['account: 021000021', 'account: 12345678901']);
});

test.each([
  'account at Chase is overdrawn by $12345678',
  'account at Chase is governed by 12 C.F.R. 1005.12',
  'account at Chase, a bank, since 2012',
  'The Account ID shall be kept for 30 days',
  'Account ID requirements effective 20240314',
  'the account 24CV12345',
  'Account No. EXHIBIT-A',
  ':021000022: 12345678901" 1001',
  'Case No. 24-1234567',
  'https://example.com/021000021/12345678901/',
])('no account’s number: %j', (text) => {
  expect(found(text)).toEqual([]);
});

test.each(['A098-765-432', '(A-098-765-432)', 'In re Roe, A098 765 432'])(
  'an alien’s number that no word names: %j',
  (text) => {
    expect(found(text)).toEqual([`alien: ${/A-?098.765.432/.exec(text)![0]}`]);
  },
);
