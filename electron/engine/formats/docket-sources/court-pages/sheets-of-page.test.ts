import { expect, test } from 'vitest';
import { readDocketSource } from '../read-source.ts';
import { sheetPage } from '../sheet/sheet-fixture.ts';

const read = (page: string) => readDocketSource(new TextEncoder().encode(page), 'page.html');

const member = sheetPage(
  { hasLinks: false },
  { rows: [{ date: '02/01/2021', number: '1', text: 'NOTICE OF REMOVAL (Entered: 02/01/2021)' }] },
)
  .replaceAll('2:21-cv-00931-QRS', '2:21-cv-00955-QRS')
  .replaceAll('Fairwater LLC v. Northgate', 'Fairwater LLC v. Southgate')
  .replace('<span>CLOSED</span>,<span>JURY</span>', 'MEMBER');

const bodyOf = (page: string): string => /<body[^>]*>([^]*)<\/body>/.exec(page)![1]!;

test.each<[string, string]>([
  ['one page after the other', sheetPage() + member],
  ['both in one body', sheetPage().replace('</body>', `${bodyOf(member)}</body>`)],
  [
    'both in one element of one body',
    sheetPage().replace(
      '</div></body>',
      `${/<div id="cmecfMainContent">([^]*)<\/div>/.exec(member)![1]!}</div></body>`,
    ),
  ],
  [
    'each in a cell of a table',
    `<table><tr><td>${bodyOf(sheetPage())}</td></tr><tr><td>${bodyOf(member)}</td></tr></table>`,
  ],
])('sheets of two cases in one file are read each by itself: %s', async (_how, page) => {
  const [alone, other] = [await read(sheetPage()), await read(member)];
  const { kind, dockets, warnings } = await read(page);
  expect(kind).toBe('docket_sheet');
  expect(dockets).toEqual([...alone.dockets, ...other.dockets]);
  expect(dockets.map(({ header }) => header.flags)).toEqual([['CLOSED', 'JURY'], ['MEMBER']]);
  expect(warnings).toEqual([]);
});

test('a heading that names the same case again, and words in an entry, begin no further sheet', async () => {
  const again = await read(
    sheetPage().replace(
      '<br><center>',
      '<center><b>U.S. District Court<br>CIVIL DOCKET FOR CASE #: 2:21-cv-00931-QRS</b></center><center>',
    ),
  );
  expect(again.dockets).toEqual((await read(sheetPage())).dockets);
  const said = await read(
    sheetPage().replace(
      'COMPLAINT against',
      'U.S. District Court<br>CIVIL DOCKET FOR CASE #: 2:20-cv-00001 transferred, COMPLAINT against',
    ),
  );
  expect(said.dockets).toHaveLength(1);
  expect(said.dockets[0]!.entries).toHaveLength(6);
});
