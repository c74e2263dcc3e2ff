import { expect, test } from 'vitest';
import { readDocketSource } from '../../read-source.ts';

test('a table that a spreadsheet saved as a page is read by its columns, with nothing lost', async () => {
  const html = `<html><body><table><tr><th>Dkt</th><th>Date</th><th>Description</th></tr>
<tr><td>1</td><td>1/11/2021</td><td>Complaint "as filed"</td></tr>
<tr><td>2.1</td><td>1/12/2021</td><td>Declaration of Rees</td></tr></table></body></html>`;
  const { kind, dockets } = await readDocketSource(new TextEncoder().encode(html), 'docket.xls');
  expect(kind).toBe('csv');
  expect(dockets[0]!.entries).toMatchObject([
    { number: 1, filedOn: '2021-01-11', text: 'Complaint "as filed"' },
    { number: 2, attachment: 1, filedOn: '2021-01-12', text: 'Declaration of Rees' },
  ]);
});
