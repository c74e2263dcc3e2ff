import { expect, test } from 'vitest';
import { readDocketSource } from '../read-source.ts';

const read = async (text: string) => {
  const { kind, dockets } = await readDocketSource(new TextEncoder().encode(text), 'history.txt');
  const entries = dockets[0]!.entries.map((one) => [
    one.number,
    one.attachment,
    one.filedOn,
    one.enteredOn,
    one.shortText,
    one.text,
  ]);
  return { kind, entries };
};

test('a history that was pasted as text keeps its dates, names and texts', async () => {
  const { kind, entries } = await read(`History
Doc. No. \tDates \tDescription
1\tFiled: \t01/11/2021
Entered: \t01/12/2021\t Complaint
Docket Text: COMPLAINT against Northgate Hosting, Inc.
filed by Fairwater LLC.
\tFiled & Entered: \t01/12/2021\t Order Setting Hearing
Docket Text: MINUTE ORDER setting hearing.
`);
  expect(kind).toBe('docket_history');
  expect(entries).toEqual([
    [
      1,
      null,
      '2021-01-11',
      '2021-01-12',
      'Complaint',
      'COMPLAINT against Northgate Hosting, Inc. filed by Fairwater LLC.',
    ],
    [null, null, '2021-01-12', '2021-01-12', 'Order Setting Hearing', 'MINUTE ORDER setting hearing.'],
  ]);
});

test('numbers may stand on lines of their own', async () => {
  const { entries } = await read(`Doc. No.\tDates\tDescription
1 
Filed & Entered: \t01/11/2021
\tComplaint
2 
Filed: \t01/11/2021
Entered: \t01/12/2021
\tMotion for TRO
`);
  expect(entries).toEqual([
    [1, null, '2021-01-11', '2021-01-11', 'Complaint', ''],
    [2, null, '2021-01-11', '2021-01-12', 'Motion for TRO', ''],
  ]);
});

test('its case and the receipt come along; an event of a bankruptcy court is opened by a word', async () => {
  const text = `Query
Reports
2:21-cv-00031-BJR Fairwater LLC v. Northgate Hosting, Inc.
Ana Prado, presiding
Date filed: 01/11/2021

History
Doc. No.\tDates\tDescription
1\t
Filed & Entered: \t01/11/2021\tComplaint
doc\t
Filed & Entered: \t01/12/2021\tHearing Held
PACER Service Center
Transaction Receipt
01/15/2021 10:22:33
PACER Login:\tana\tClient Code:\t
Description:\tHistory/Documents\tSearch Criteria:\t2:21-cv-00031-BJR
`;
  const { printedAt, dockets, warnings } = await readDocketSource(new TextEncoder().encode(text), 'x.txt');
  const { header, entries } = dockets[0]!;
  expect([printedAt, header.number, header.judge, header.filedOn, warnings]).toEqual([
    '2021-01-15T10:22',
    '2:21-cv-00031-BJR',
    'Ana Prado',
    '2021-01-11',
    [],
  ]);
  expect(entries.map((e) => [e.number, e.filedOn, e.shortText])).toEqual([
    [1, '2021-01-11', 'Complaint'],
    [null, '2021-01-12', 'Hearing Held'],
  ]);
});
