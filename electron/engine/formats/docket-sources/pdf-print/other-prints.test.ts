import { expect, test } from 'vitest';
import { wasmPath } from '../../../pdf/reader/testing.ts';
import { readDocketSource } from '../read-source.ts';
import { gridOf, placedPrint, type PlacedPage } from './placed-print.ts';

const read = async (pages: readonly PlacedPage[]) =>
  readDocketSource(await placedPrint(pages), 'Docket.pdf', { pdfiumWasmPath: wasmPath });
const box = (top: number, bottom: number) => gridOf([34, 578], [top, bottom]);
const columns = [34, 106, 154, 578];

const appeal: PlacedPage[] = [
  {
    words: [
      [248, 46, '*General Docket*'],
      [112, 62, '*United States Court of Appeals for the Fifth Circuit*'],
      [40, 82, '*Court of Appeals Docket #:* 23-30221'],
      [504, 75, '*Docketed:*'],
      [503, 89, '04/10/2023'],
      [40, 99, '*Nature of Suit:* 2440 Other Civil Rights'],
      [40, 116, 'Delta Parish Council v. Moreau, in his official capacity as'],
      [40, 130, 'Clerk of the Court'],
      [38, 175, '*Originating Court Information:*'],
      [40, 190, '*District:* 0536-3 : 3:22-cv-01213'],
      [40, 230, 'Delta Parish Council'],
      [354, 230, 'Jules P. Arceneaux'],
      [74, 244, 'Plaintiff - Appellee,'],
      [354, 244, 'Direct: 318-555-0100'],
      [354, 258, '[COR LD NTC Retained]'],
      [354, 272, 'Arceneaux Law'],
      [40, 300, 'v.'],
      [40, 316, 'Ray Moreau, in his official capacity as Clerk of the Fourth'],
      [354, 316, 'Elle Tran, Assistant Attorney General for'],
      [40, 330, 'District Court'],
      [354, 330, 'Louisiana'],
      [55, 344, 'Defendant - Appellant'],
      [354, 344, '[COR NTC Gvt State]'],
      [354, 358, 'Department of Justice'],
      [354, 386, 'Kit Boone, Esq.'],
      [354, 400, '*Terminated:* 05/30/2023'],
      [354, 414, '[COR NTC Gvt State]'],
      [354, 428, 'see above'],
      [38, 470, 'Delta Parish Council,'],
      [53, 484, 'Plaintiff - Appellee'],
      [36, 712, '04/10/2023'],
      [108, 712, '12 pg,'],
      [156, 712, 'CIVIL RIGHTS CASE docketed. NOA filed by Appellant Mr. Ray'],
    ],
    borders: [
      ...box(66, 160),
      ...box(161, 200),
      ...box(215, 440),
      ...box(455, 500),
      ...columns.map((x) => [x, 700, x, 764] as const),
      [34, 700, 578, 700],
    ],
  },
  {
    words: [
      [108, 40, '1.02 MB'],
      [156, 40, 'Moreau [23-30221] (AAA) [Entered: 04/10/2023 11:42 AM]'],
      [36, 62, '04/12/2023'],
      [156, 62, 'ORDER consolidating cases [10-2] (AAA) [Entered: 04/12/2023 04:58 PM]'],
      [36, 82, '04/20/2023'],
      [108, 82, '15'],
      [156, 82, 'LETTER. The next date is 05/01/2023. [Entered: 04/20/2023 09:01 AM]'],
      [239, 120, '*Transaction Receipt*'],
      [233, 136, '06/01/2023 10:02:11'],
    ],
    borders: [
      ...columns.map((x) => [x, 28, x, 90] as const),
      ...[48, 68, 90].map((y) => [34, y, 578, y] as const),
    ],
  },
];

test('a court of appeals’ general docket has its head, parties with attorneys, and entries over pages', async () => {
  const { kind, printedAt, dockets, warnings } = await read(appeal);
  expect([kind, printedAt, warnings]).toEqual(['docket_print', '2023-06-01T10:02', []]);
  expect(dockets).toHaveLength(1);
  expect(dockets[0]!.header).toMatchObject({
    court: 'ca5',
    number: '23-30221',
    title: 'Delta Parish Council v. Moreau, in his official capacity as Clerk of the Court',
    filedOn: '2023-04-10',
    natureOfSuit: '2440 Other Civil Rights',
    relatedCases: ['3:22-cv-01213'],
  });
  expect(dockets[0]!.parties).toMatchObject([
    {
      name: 'Delta Parish Council',
      role: 'Plaintiff - Appellee',
      attorneys: [
        {
          name: 'Jules P. Arceneaux',
          phone: '318-555-0100',
          contact: 'Direct: 318-555-0100\nArceneaux Law',
          roles: ['COR LD NTC Retained'],
        },
      ],
    },
    {
      name: 'Ray Moreau, in his official capacity as Clerk of the Fourth District Court',
      role: 'Defendant - Appellant',
      attorneys: [
        { name: 'Elle Tran, Assistant Attorney General for Louisiana', contact: 'Department of Justice' },
        { name: 'Kit Boone, Esq.', terminatedOn: '2023-05-30' },
      ],
    },
  ]);
  expect(
    dockets[0]!.entries.map((e) => [e.number, e.filedOn, e.enteredAt, e.pageCount, e.isTextOnly, e.text]),
  ).toEqual([
    [
      null,
      '2023-04-10',
      '2023-04-10T11:42',
      12,
      false,
      'CIVIL RIGHTS CASE docketed. NOA filed by Appellant Mr. Ray Moreau [23-30221] (AAA) [Entered: 04/10/2023 11:42 AM]',
    ],
    [
      null,
      '2023-04-12',
      '2023-04-12T16:58',
      null,
      true,
      'ORDER consolidating cases [10-2] (AAA) [Entered: 04/12/2023 04:58 PM]',
    ],
    [
      15,
      '2023-04-20',
      '2023-04-20T09:01',
      null,
      false,
      'LETTER. The next date is 05/01/2023. [Entered: 04/20/2023 09:01 AM]',
    ],
  ]);
});

test('boxes to tick within cells are no borders of columns', async () => {
  const ticked = appeal.map(({ words, borders = [] }) => ({
    words,
    borders: [
      ...borders,
      ...words.flatMap(([x, y, text]) =>
        x === 36 && /^\d\d\/\d\d\/\d{4}$/.test(text)
          ? [116, 124].map((at) => [at, y - 8, at, y - 1] as const)
          : [],
      ),
    ],
  }));
  expect(await read(ticked)).toEqual(await read(appeal));
});

test('a column of boxes to tick, which a print shows empty, changes nothing', async () => {
  const ticked = appeal.map(({ words, borders = [] }) => ({
    words,
    borders: [
      ...borders,
      ...borders.flatMap(([x, y, toX, toY]) => (x === 106 ? [[100, y, toX - 6, toY] as const] : [])),
    ],
  }));
  expect(await read(ticked)).toEqual(await read(appeal));
});

test('general dockets of two appeals in one PDF are read each by itself', async () => {
  const other = appeal.map((page) => ({
    ...page,
    words: page.words.map(([x, y, text]) => [x, y, text.replace('#:* 23-30221', '#:* 23-30245')] as const),
  }));
  const { dockets } = await read([...appeal, ...other]);
  expect(dockets.map(({ header, entries }) => [header.number, entries.length])).toEqual([
    ['23-30221', 3],
    ['23-30245', 3],
  ]);
});

test('a general docket whose entries stand in no borders is refused', async () => {
  await expect(read(appeal.map(({ words }) => ({ words })))).rejects.toMatchObject({
    code: 'DOCKET_PRINT_TABLE_UNREAD',
  });
});

test('a bankruptcy docket has its parties, and the end of a trustee’s part is not that of the case', async () => {
  const { dockets, warnings } = await read([
    {
      words: [
        [221, 81, '*U.S. Bankruptcy Court*'],
        [170, 97, '*District of Nebraska (Omaha Office)*'],
        [166, 113, '*Bankruptcy Petition #: 24-80417-TLS*'],
        [36, 143, '_Assigned to:_ Chief Judge Thea L. Sand'],
        [437, 143, '_Date filed:_ 03/18/2024'],
        [36, 157, 'Chapter 11'],
        [36, 190, '_Debtor_'],
        [290, 190, 'represented'],
        [361, 190, '*Mila Korth*'],
        [36, 204, '*Prairie Dental Supply, LLC*'],
        [318, 204, 'by'],
        [361, 204, 'Korth & Bell, P.C.'],
        [36, 218, 'Omaha, NE 68131'],
        [361, 218, '402-555-0190'],
        [36, 232, 'DOUGLAS-NE'],
        [36, 246, '_aka_'],
        [36, 260, '*PDS Holdings*'],
        [36, 280, '_Trustee_'],
        [36, 294, '-----------------------'],
        [36, 308, '*Gus Weller*'],
        [36, 322, '_TERMINATED: 04/02/2024_'],
        [43, 420, '*Filing Date*'],
        [130, 420, '*#*'],
        [200, 420, '*Docket Text*'],
        [43, 440, '03/18/2024'],
        [130, 440, '1'],
        [200, 440, 'Chapter 7 Voluntary Petition (Entered: 03/18/2024)'],
      ],
      borders: gridOf([40, 120, 190, 570], [408, 428, 448]),
    },
  ]);
  expect(warnings).toEqual([]);
  const [docket] = dockets;
  expect(docket!.header).toMatchObject({
    number: '24-80417-TLS',
    title: 'Prairie Dental Supply, LLC',
    judge: 'Chief Judge Thea L. Sand',
    filedOn: '2024-03-18',
    terminatedOn: null,
    chapter: '11',
  });
  expect(docket!.parties).toMatchObject([
    {
      role: 'Debtor',
      name: 'Prairie Dental Supply, LLC',
      details: 'Omaha, NE 68131\nDOUGLAS-NE\naka\nPDS Holdings',
      attorneys: [{ name: 'Mila Korth', phone: '402-555-0190' }],
    },
    { role: 'Trustee', name: 'Gus Weller', terminatedOn: '2024-04-02', attorneys: [] },
  ]);
});

test('parties of an adversary proceeding are read whole, though each has columns of its own places', async () => {
  const rule = '-----------------------';
  const { dockets, warnings } = await read([
    {
      words: [
        [221, 61, '*U.S. Bankruptcy Court*'],
        [170, 77, '*District of Nebraska (Omaha Office)*'],
        [166, 93, '*Adversary Proceeding #: 24-08012-TLS*'],
        [36, 113, '_Assigned to:_ Chief Bankruptcy Judge Thea Wilhelmina Abernathy Featherstone'],
        [437, 113, '_Date Filed:_ 03/18/2024'],
        [36, 127, 'Sand'],
        [36, 141, '_Lead BK Case:_ 24-80417'],
        [36, 160, '_Nature[s] of Suit:_'],
        [170, 160, '12'],
        [210, 160, 'Recovery of money/property - 547 preference'],
        [170, 176, '14'],
        [210, 176, 'Recovery of money/property - other'],
        // A narrow table: what stands on the left is broken wherever it can be.
        [36, 200, '_Plaintiff/Counter-_'],
        [120, 200, 'represented by'],
        [210, 200, '*Mila Korth*'],
        [36, 214, '_Defendant_'],
        [36, 228, rule.slice(0, 12)],
        [36, 242, rule.slice(12)],
        [36, 256, '*Prairie Dental*'],
        [210, 256, 'Korth & Bell, P.C.'],
        [36, 270, '*Supply, LLC*'],
        [36, 284, 'Omaha, NE 68131-'],
        [36, 298, '4412'],
        [36, 312, '_TERMINATED:_'],
        [36, 326, '_04/02/2024_'],
        [36, 345, 'V.'],
        // A wide one: its words go beyond where counsel stood above.
        [36, 364, '_Defendant_'],
        [36, 378, rule],
        [36, 392, '*Board of Trustees of the Amalgamated Carpenters Pension and*'],
        [36, 406, '*Health Benefit Fund*'],
        [36, 420, '12 West Dodge Road, Suite 1200, Tower B'],
        [43, 520, '*Filing Date*'],
        [130, 520, '*#*'],
        [200, 520, '*Docket Text*'],
        [43, 540, '03/18/2024'],
        [130, 540, '1'],
        [200, 540, 'Complaint (Entered: 03/18/2024)'],
      ],
      borders: gridOf([40, 120, 190, 570], [508, 528, 548]),
    },
  ]);
  expect(warnings).toEqual([]);
  const [docket] = dockets;
  expect(docket!.header).toMatchObject({
    judge: 'Chief Bankruptcy Judge Thea Wilhelmina Abernathy Featherstone Sand',
    filedOn: '2024-03-18',
    natureOfSuit: '12 Recovery of money/property - 547 preference; 14 Recovery of money/property - other',
    relatedCases: ['24-80417'],
  });
  expect(docket!.parties).toMatchObject([
    {
      role: 'Plaintiff/Counter-Defendant',
      name: 'Prairie Dental Supply, LLC',
      details: 'Omaha, NE 68131-4412\nTERMINATED: 04/02/2024',
      terminatedOn: '2024-04-02',
      attorneys: [{ name: 'Mila Korth', contact: 'Korth & Bell, P.C.' }],
    },
    {
      role: 'Defendant',
      name: 'Board of Trustees of the Amalgamated Carpenters Pension and Health Benefit Fund',
      details: '12 West Dodge Road, Suite 1200, Tower B',
      attorneys: [],
    },
  ]);
});

test('the judge of a criminal defendant goes on in the next line', async () => {
  const { dockets } = await read([
    {
      words: [
        [213, 81, '*U.S. District Court*'],
        [170, 97, '*District of Nebraska (8 Omaha)*'],
        [150, 113, '*CRIMINAL DOCKET FOR CASE #: 8:24-cr-00117-TLS*'],
        [36, 140, 'Case title: USA v. Ng'],
        [361, 140, 'Date Filed: 03/18/2024'],
        [36, 180, '*USA*'],
        [290, 180, 'represented by'],
        [380, 180, '*Louise C Uhl*'],
        [36, 220, 'Assigned to: Judge Quill'],
        [36, 234, 'R. Stone'],
        [36, 248, 'Referred to: Magistrate Judge Ada'],
        [36, 262, 'Fenn'],
        [43, 420, '*Date Filed*'],
        [110, 420, '*#*'],
        [130, 420, '*Docket Text*'],
        [43, 440, '03/18/2024'],
        [110, 440, '1'],
        [130, 440, 'INDICTMENT.'],
      ],
      borders: gridOf([40, 105, 125, 330], [408, 428, 448]),
    },
  ]);
  expect(dockets[0]!.header).toMatchObject({
    judge: 'Judge Quill R. Stone',
    referredTo: 'Magistrate Judge Ada Fenn',
  });
});

test('the receipt of a docket without entries is none of its entries', async () => {
  const { dockets, warnings } = await read([
    {
      words: [
        [213, 81, '*U.S. District Court*'],
        [170, 97, '*District of Nebraska (8 Omaha)*'],
        [150, 113, '*CIVIL DOCKET FOR CASE #: 8:24-cv-00417-TLS*'],
        [36, 160, 'Prairie Dental Supply, LLC v. Korth'],
        [361, 160, 'Date Filed: 03/18/2024'],
        [60, 200, '*There are proceedings for case 8:24-cv-00417-TLS but none satisfy the criteria.*'],
        [213, 240, '*PACER Service Center*'],
        [219, 256, '*Transaction Receipt*'],
        [233, 272, '05/10/2025 02:10:53'],
        [116, 290, '*Description:*'],
        [190, 290, 'Docket Report'],
        [280, 290, '*Search Criteria:*'],
        [380, 290, '8:24-cv-00417-TLS Starting with document: 78'],
        [116, 310, '*Billable Pages:*'],
        [210, 310, '3'],
      ],
      borders: [
        ...gridOf([110, 580], [228, 244, 260, 280]),
        ...gridOf([110, 188, 278, 375, 580], [280, 296, 316]),
      ],
    },
  ]);
  expect(warnings).toEqual([]);
  expect(dockets).toMatchObject([{ header: { title: 'Prairie Dental Supply, LLC v. Korth' }, entries: [] }]);
});

test('the number of a case and a label may be broken', async () => {
  const { dockets } = await read([
    {
      words: [
        [118, 81, '*U.S. District Court*'],
        [90, 97, '*District of Nebraska (4 Omaha)*'],
        [43, 113, '*CIVIL DOCKET FOR CASE #: 8:24-cv-00417-*'],
        [153, 129, '*TLS*'],
        [36, 160, 'Prairie Dental Supply, LLC v. Korth'],
        [36, 190, 'Referred to: Magistrate'],
        [36, 204, 'Judge Ada Fenn'],
        [36, 224, 'Appeals court case'],
        [36, 238, 'number: 24-1187 Eighth'],
        [36, 252, 'Circuit'],
        [43, 420, '*Date Filed*'],
        [110, 420, '*#*'],
        [130, 420, '*Docket Text*'],
        [43, 440, '03/18/2024'],
        [110, 440, '1'],
        [130, 440, 'COMPLAINT.'],
      ],
      borders: gridOf([40, 105, 125, 330], [408, 428, 448]),
    },
  ]);
  expect(dockets[0]!.header).toMatchObject({
    number: '8:24-cv-00417-TLS',
    referredTo: 'Magistrate Judge Ada Fenn',
    relatedCases: ['24-1187 Eighth Circuit'],
  });
});

test('a party whose name fills its column, or whose part is broken, is one, and hyphens between parties are none', async () => {
  const { dockets } = await read([
    {
      words: [
        [248, 46, '*General Docket*'],
        [112, 62, '*United States Court of Appeals for the Fifth Circuit*'],
        [40, 82, '*Court of Appeals Docket #:* 23-30221'],
        [40, 116, 'Delta Parish Council v. Moreau'],
        [40, 230, 'DELTA PARISH COUNCIL, a political subdivision'],
        [310, 230, 'Jules P. Arceneaux'],
        [40, 244, 'Plaintiff - Appellee,'],
        [310, 244, '[COR LD NTC Retained]'],
        [40, 262, '------------------------------'],
        [40, 280, 'STATE OF TEXAS,'],
        [310, 280, 'Kit Boone'],
        [58, 294, 'Intervenor Defendant -'],
        [310, 294, '[NTC Gvt State]'],
        [40, 308, 'Appellant'],
        [36, 712, '04/10/2023'],
        [156, 712, 'CASE docketed. [Entered: 04/10/2023 11:42 AM]'],
      ],
      borders: [
        ...box(66, 160),
        ...box(215, 440),
        ...columns.map((x) => [x, 700, x, 764] as const),
        [34, 700, 578, 700],
        [34, 764, 578, 764],
      ],
    },
  ]);
  expect(dockets[0]!.parties.map(({ name, role }) => [name, role])).toEqual([
    ['DELTA PARISH COUNCIL, a political subdivision', 'Plaintiff - Appellee'],
    ['STATE OF TEXAS', 'Intervenor Defendant - Appellant'],
  ]);
});
