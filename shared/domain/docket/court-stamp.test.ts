import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCourtStamp, parseCourtStamps } from './court-stamp.ts';

/** Case number, entry, filed, page/count, page id: what a stamp says, in a line. */
function said(text: string): string | null {
  const stamp = parseCourtStamp(text);
  if (!stamp) return null;
  const entry = stamp.attachment === null ? stamp.number : `${stamp.number}-${stamp.attachment}`;
  return [stamp.caseNumber, entry, stamp.filedOn, `${stamp.page}/${stamp.pageCount}`, stamp.pageId]
    .join(' ')
    .trim();
}

describe('forms of the stamp', () => {
  test.each([
    [
      'Case 2:26-cv-00031-ABC   Document 34   Filed 01/21/26   Page 1 of 14',
      '2:26-cv-00031-ABC 34 2026-01-21 1/14',
    ],
    [
      'Case 2:26-cv-00031-ABC Document 34-1 Filed 01/21/2026 Page 3 of 14',
      '2:26-cv-00031-ABC 34-1 2026-01-21 3/14',
    ],
    [
      'Case 1:26-cv-01061-KLM Document 110-1 Filed 12/10/25 USDC Colorado Page 1 of 28',
      '1:26-cv-01061-KLM 110-1 2025-12-10 1/28',
    ],
    [
      'Case 1:26-cv-00001-XYZ Document 5 Filed 01/02/26 Page 1 of 10 PageID #: 23488',
      '1:26-cv-00001-XYZ 5 2026-01-02 1/10 23488',
    ],
    [
      'Case 2:26-cv-00240-SMJ    ECF No. 80    filed 04/07/26    PageID.2169   Page 8 of 31',
      '2:26-cv-00240-SMJ 80 2026-04-07 8/31 2169',
    ],
    [
      'Case 2:26-cr-00595-CAS Document 123 Filed 03/24/26 Page 3 of 26 Page ID #:992',
      '2:26-cr-00595-CAS 123 2026-03-24 3/26 992',
    ],
    [
      'Case: 1:26-cv-01234 Document #: 1 Filed: 02/20/26 Page 1 of 15 PageID #:1',
      '1:26-cv-01234 1 2026-02-20 1/15 1',
    ],
    [
      'Case: 1:26-cv-00145-DRC Doc #: 1 Filed: 02/20/26 Page: 1 of 15  PAGEID #: 1',
      '1:26-cv-00145-DRC 1 2026-02-20 1/15 1',
    ],
    [
      'Case: 5:26-cv-00001-JRA  Doc #: 1  Filed:  01/02/26  1 of 10.  PageID #: 1',
      '5:26-cv-00001-JRA 1 2026-01-02 1/10 1',
    ],
    [
      'USDC IN/ND case 3:26-cv-00001-JD document 1 filed 01/02/26 page 1 of 10',
      '3:26-cv-00001-JD 1 2026-01-02 1/10',
    ],
    [
      'Case 9:26-cv-80005-ABC   Document 34   Entered on FLSD Docket 01/21/2026   Page 1 of 14',
      '9:26-cv-80005-ABC 34 2026-01-21 1/14',
    ],
    [
      'Case 20-12345-abc    Doc 12    Filed 01/02/26    Entered 01/02/26 12:00:00    Desc Main Document Page 1 of 3',
      '20-12345-abc 12 2026-01-02 1/3',
    ],
    [
      'Case 09-00429 Doc 83 Filed 03/09/26 Entered 03/09/26 09:03:58 Desc Main\n Document Page 1 of 4',
      '09-00429 83 2026-03-09 1/4',
    ],
    [
      'Case 2:26-bk-12345-BR Doc 12-3 Filed 01/02/26 Entered 01/02/26 12:00:00 Desc Exhibit A Page 2 of 3',
      '2:26-bk-12345-BR 12-3 2026-01-02 2/3',
    ],
    [
      '20-12345-abc Doc 12 Filed 01/02/26 Entered 01/02/26 12:00:00 Main Document Pg 1 of 3',
      '20-12345-abc 12 2026-01-02 1/3',
    ],
    ['Case: 26-16499, 08/08/2026, ID: 12512322, DktEntry: 34-1, Page 1 of 5', '26-16499 34-1 2026-08-08 1/5'],
    [
      '(1 of 15)\nCase: 26-16276, 08/05/2026, ID: 11778722, DktEntry: 19, Page 1 of 15',
      '26-16276 19 2026-08-05 1/15',
    ],
    ['Case: 26-1689, 07/15/2026, DktEntry: 28.1, Page 1 of 2', '26-1689 28-1 2026-07-15 1/2'],
    ['USCA4 Appeal: 26-1234 Doc: 12 Filed: 01/02/2026 Pg: 1 of 9', '26-1234 12 2026-01-02 1/9'],
    [
      'USCA4 Appeal: 26-1234 Doc: 12 Filed: 01/02/2026 Pg: 1 of 9 Total Pages:(1 of 20)',
      '26-1234 12 2026-01-02 1/9',
    ],
    [
      'USCA11 Case: 26-10000     Document: 12-1     Date Filed: 01/02/2026     Page: 1 of 10',
      '26-10000 12-1 2026-01-02 1/10',
    ],
    ['USCA Case #26-5143 Document #1234567 Filed: 01/02/2026 Page 1 of 10', '26-5143  2026-01-02 1/10'],
    ['Case 26-3510, Document 1-1, 10/31/2026, 2161300, Page1 of 2', '26-3510 1-1 2026-10-31 1/2'],
    ['Case: 26-1326 Document: 3 Page: 1 Filed: 03/18/2026', '26-1326 3 2026-03-18 1/null'],
    [
      'Case: 26-1507 Document: 00117684624 Page: 1 Date Filed: 12/22/2025 Entry ID: 6390389',
      '26-1507  2025-12-22 1/null',
    ],
    [
      'Appellate Case: 26-1801 Page: 1 Date Filed: 01/19/2026 Entry ID: 5237514',
      '26-1801  2026-01-19 1/null',
    ],
    [
      'Case 2:26-cv-04544-DMG-AGR Document 569-10 Filed 06/26/26 Page 6 of 11 Page ID\n#:20482',
      '2:26-cv-04544-DMG-AGR 569-10 2026-06-26 6/11 20482',
    ],
    ['Case2:26-cv-00031-ABCDocument34-1Filed01/21/26Page1of14', '2:26-cv-00031-ABC 34-1 2026-01-21 1/14'],
    [
      'Page 1 of 14   Filed 01/21/26   Document 34   Case 2:26-cv-00031-ABC',
      '2:26-cv-00031-ABC 34 2026-01-21 1/14',
    ],
    [
      'Case 2:26-cv-00031-ABC\nDocument 34\nFiled 01/21/26\nPage 1 of 14',
      '2:26-cv-00031-ABC 34 2026-01-21 1/14',
    ],
    [
      'C a s e 2 : 2 6 - c v - 0 0 0 3 1 - A B C D o c u m e n t 3 4 F i l e d 0 1 / 2 1 / 2 6 P a g e 1 o f 1 4',
      '2:26-cv-00031-ABC 34 2026-01-21 1/14',
    ],
    [
      'Case 2:26-cv-00031-ABC *SEALED* Document 34 Filed 01/21/26 Page 1 of 14',
      '2:26-cv-00031-ABC 34 2026-01-21 1/14',
    ],
  ])('%s', (line, expected) => {
    expect(said(line)?.replaceAll(/\s+/g, ' ')).toBe(expected.replaceAll(/\s+/g, ' '));
  });

  test('one whose date does not exist is read without it', () => {
    expect(parseCourtStamp('Case 2:26-cv-00031 Document 34 Filed 13/41/26 Page 1 of 14')).toMatchObject({
      number: 34,
      filedOn: null,
    });
  });
});

const body = Array.from({ length: 30 }, (_, i) => `This is line ${i + 1} of the brief.`);
const stamp = 'Case 2:26-cv-00031-ABC Document 34 Filed 01/21/26 Page 1 of 14';

describe('where on the page', () => {
  test('at the top and at the bottom a stamp is read', () => {
    expect(parseCourtStamp([stamp, ...body].join('\n'))?.raw).toBe(stamp);
    expect(parseCourtStamp([...body, stamp].join('\r\n'))?.raw).toBe(stamp);
    expect(parseCourtStamp([...body, stamp, '', '1'].join('\n'))?.number).toBe(34);
  });

  test('in the midst of the text it is a citation', () => {
    expect(parseCourtStamp([...body, stamp, ...body].join('\n'))).toBeNull();
  });

  test.each([
    `See ${stamp}.`,
    `${stamp} and what follows there`,
    'Case 2:26-cv-00031-ABC',
    'Case No. 2:26-cv-00031-ABC Document 34',
    'Document 34 Filed 01/21/26 Page 1 of 14',
    'Page 1 of 14',
    '(Case: 26-1689, Doc. 5 at 3)',
    'the complaint (Doc. 1) filed 01/21/26',
    '',
  ])('not the whole form: %s', (line) => {
    expect(parseCourtStamp(line)).toBeNull();
  });

  test('of several stamps on a page the last counts; all can be had', () => {
    const earlier = 'Case 3:25-cv-00007-DEF Document 12-2 Filed 05/06/25 Page 4 of 9';
    const page = [earlier, ...body, stamp].join('\n');
    expect(parseCourtStamp(page)?.number).toBe(34);
    expect(parseCourtStamps(page).map(({ caseNumber }) => caseNumber)).toEqual([
      '3:25-cv-00007-DEF',
      '2:26-cv-00031-ABC',
    ]);
    expect(parseCourtStamps([earlier, stamp].join('\n'))).toHaveLength(2);
  });
});

test('what a court prints in its usual form is read back', () => {
  const two = (n: number) => String(n).padStart(2, '0');
  fc.assert(
    fc.property(
      fc.record({
        number: fc.integer({ min: 1, max: 9_999 }),
        attachment: fc.option(fc.integer({ min: 1, max: 400 })),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 28 }),
        serial: fc.integer({ min: 1, max: 99_999 }),
        pages: fc.integer({ min: 1, max: 2_000 }),
        isLongYear: fc.boolean(),
        space: fc.constantFrom(' ', '   ', '', '\n'),
      }),
      ({ number, attachment, month, day, serial, pages, isLongYear, space }) => {
        const caseNumber = `2:26-cv-${String(serial).padStart(5, '0')}-ABC`;
        const entry = attachment === null ? `${number}` : `${number}-${attachment}`;
        const filed = `${two(month)}/${two(day)}/${isLongYear ? '2026' : '26'}`;
        const line = [
          'Case ',
          caseNumber,
          space,
          'Document ',
          entry,
          space,
          'Filed ',
          filed,
          space,
          `Page 1 of ${pages}`,
        ];
        expect(parseCourtStamp(line.join(''))).toMatchObject({
          caseNumber,
          number,
          attachment,
          filedOn: `2026-${two(month)}-${two(day)}`,
          page: 1,
          pageCount: pages,
        });
      },
    ),
  );
});

test('long and odd pages are read to the end', () => {
  for (const piece of [
    'Case ',
    'Case 2:26-cv-1 Document 1 ',
    'Desc A ',
    'USDC Aa ',
    '1-',
    '1 ',
    'Page ID ',
    ', ',
    '\n',
  ])
    expect(parseCourtStamp(piece.repeat(50_000))).toBeNull();
});
