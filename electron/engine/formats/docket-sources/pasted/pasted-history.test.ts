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
