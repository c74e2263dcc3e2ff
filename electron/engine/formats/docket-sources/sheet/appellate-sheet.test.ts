import { expect, test } from 'vitest';
import { readDocketSource } from '../read-source.ts';

const read = (html: string) => readDocketSource(new TextEncoder().encode(html), 'page.html');

const row = (date: string, number: string, text: string) =>
  `<tr><td>${date}</td><td>${number === '' ? '' : `<a href="https://ecf.ca9.uscourts.gov/docs1/00903222546${number}">${number}</a><br>3 pg, 120 KB`}</td><td>${text}</td></tr>`;
const page = (rows: string) => `<html><head><title>21-16499 Docket</title></head><body>
<center><b>General Docket<br>United States Court of Appeals for the Ninth Circuit</b></center>
<table><tr><td><b>Court of Appeals Docket #:</b> 21-16499</td><td><b>Docketed:</b> 09/09/2021</td></tr>
<tr><td>Fairwater LLC v. Northgate Hosting, Inc.</td></tr>
<tr><td><b>Appeal From:</b> U.S. District Court for Western Washington, Seattle</td></tr></table>
<table border=1>${rows}</table></body></html>`;
const rows = [
  row(
    '09/09/2021',
    '1',
    'DOCKETED CAUSE. Opening brief due 12/17/2021. [12225463] (JBS) [Entered: 09/09/2021 02:32 PM]',
  ),
  row(
    '09/10/2021',
    '',
    'Filed clerk order: the motion is referred. [12226463] (WL) [Entered: 09/10/2021 11:58 PM]',
  ),
  row(
    '09/13/2021',
    '3',
    'Filed order: The response is due September 15, 2021. [12227777] (WL) [Entered: 09/13/2021 09:01 AM]',
  ),
].join('');

test('a general docket of a court of appeals gives its head and its entries to the minute', async () => {
  const { kind, dockets, warnings } = await read(page(rows));
  expect([kind, warnings]).toEqual(['docket_sheet', []]);
  expect(dockets[0]).toMatchObject({
    isComplete: false,
    header: {
      court: 'ca9',
      number: '21-16499',
      title: 'Fairwater LLC v. Northgate Hosting, Inc.',
      courtName: 'United States Court of Appeals for the Ninth Circuit',
      filedOn: '2021-09-09',
    },
  });
  expect(dockets[0]!.entries.map((e) => [e.number, e.filedOn, e.enteredAt, e.documentId])).toEqual([
    [1, '2021-09-09', '2021-09-09T14:32', '009032225461'],
    [null, '2021-09-10', '2021-09-10T23:58', null],
    [3, '2021-09-13', '2021-09-13T09:01', '009032225463'],
  ]);
});

test('the title is told from what stands around it in one cell', async () => {
  const inOneCell = page(rows).replace(
    '<tr><td>Fairwater LLC v. Northgate Hosting, Inc.</td></tr>',
    '<tr><td><b>Nature of Suit:</b> 3190 Contract<br>Fairwater LLC v. Northgate Hosting, Inc.<br><b>Fee Status:</b> Paid</td></tr>',
  );
  const { header } = (await read(inOneCell)).dockets[0]!;
  expect(header.title).toBe('Fairwater LLC v. Northgate Hosting, Inc.');
});

test('one without entries is no docket', async () => {
  await expect(read(page(''))).rejects.toMatchObject({ code: 'DOCKET_SOURCE_NOT_RECOGNISED' });
});
