import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocketText } from './text.ts';

function linksOf(text: string): string[] {
  return readDocketText(text).links.map(({ number, attachment }) =>
    attachment === null ? `${number}` : `${number}-${attachment}`,
  );
}

function attachmentsOf(text: string): string[] {
  return readDocketText(text).attachments.map((one) => `${one.attachment}: ${one.text}`);
}

describe('attachments listed in a text', () => {
  test.each<[string, string[]]>([
    [
      'MOTION for TRO (Attachments: # 1 Exhibit A, # 2 Proposed Order)',
      ['1: Exhibit A', '2: Proposed Order'],
    ],
    [
      'ANSWER (Attachments: # (1) Exhibit A, # (2) Exhibit B (sealed), # (3) Affidavit Smith, John)(Rees, Ann)',
      ['1: Exhibit A', '2: Exhibit B (sealed)', '3: Affidavit Smith, John'],
    ],
    [
      'BRIEF. (Attachments: (1) Exhibit "A" (2) Exhibit "B") (Rees, Ann)',
      ['1: Exhibit "A"', '2: Exhibit "B"'],
    ],
    ['LETTER (Attachments: [1] Proof of Service, [2] Map)', ['1: Proof of Service', '2: Map']],
    [
      'NOTICE (Attachments: #(1)State Court Complaint; #(2)State Court Answer)',
      ['1: State Court Complaint', '2: State Court Answer'],
    ],
    [
      'MOTION (Attachments: # 1 Exhibits 1-4# 2 Proposed Order)(Rees, Ann)',
      ['1: Exhibits 1-4', '2: Proposed Order'],
    ],
    ['MOTION (Attachments: # 1)(Rees, Ann) (Entered: 02/03/2026)', ['1: ']],
    ['RESPONSE (Attachments: # 1 # 2)(Rees, Ann)', ['1: ', '2: ']],
    [
      'CERTIFICATE (Attachments: 1 Certificate of Credit Counseling)(Rees, Ann)',
      ['1: Certificate of Credit Counseling'],
    ],
    ['EXHIBITS Attachments: # 1 Photograph, # 2 Map (Rees, Ann)', ['1: Photograph', '2: Map']],
    [
      'DECLARATION (Attachments: # 1 Exhibit D(1), # 2 Exhibit D(2) (w/Exhibits 8 and 41))(Rees, Ann)',
      ['1: Exhibit D(1)', '2: Exhibit D(2) (w/Exhibits 8 and 41)'],
    ],
    ['BILL (Attachments: # 1 Check # 2, # 2 Check # 17)', ['1: Check # 2', '2: Check # 17']],
    [
      'BRIEF (Attachments: # 1 Exhibit A) part, # 2 Exhibit B)(Rees, Ann)',
      ['1: Exhibit A) part', '2: Exhibit B'],
    ],
    [
      'BRIEF (Attachments: # 1 Exhibit A, # 2 Exhibit B (part)(Rees, Ann)',
      ['1: Exhibit A', '2: Exhibit B (part'],
    ],
    [
      'INDICTMENT (Attachments: # 1 Cover) (jm). (Additional attachment(s) added on 6/9/2017: # (2) indictment part 2) (jm).',
      ['1: Cover', '2: indictment part 2'],
    ],
    ['LETTER [Attachments: # 1 Map, # 2 Deed](Rees, Ann)', ['1: Map', '2: Deed']],
    ['MOTION (Attachments # (1) Order, # (2) Brief)(Rees, Ann)', ['1: Order', '2: Brief']],
    ['MOTION (Attachments: 1. Order; 2. Brief)(Rees, Ann)', ['1: Order', '2: Brief']],
    ['MOTION (Attachments: 1) Order, 2) Brief)(Rees, Ann)', ['1: Order', '2: Brief']],
    // A range has no description that is any one attachment's.
    ['MOTION (Attachments: # 1-3 Exhibits A to C)(Rees, Ann)', []],
    // A number that nothing follows is the end of a description.
    ['X (Attachments: # 1 Photo #2, # 2 Photo #3)', ['1: Photo #2', '2: Photo #3']],
    ['X (Attachments: # 1 Declaration of Rees #2, # 3 Order)', ['1: Declaration of Rees #2', '3: Order']],
    // A parenthesis that a description closes but never opened belongs to it.
    ['MOTION (Attachments: # 1 Exhibit D) Odd)(Rees, Ann) (Entered: 02/03/2026)', ['1: Exhibit D) Odd']],
    ['MOTION (Attachments: # 1 Exhibit A, # 2 1) Lease; 2) Deed)', ['1: Exhibit A', '2: 1) Lease; 2) Deed']],
    ['MOTION (Attachments: # 1 Exhibit A) as to Roe (1), Doe (2) (Rees, Ann)', ['1: Exhibit A']],
    ['(MOTION (Attachments: # 1 Exhibit A) filed by Fairwater LLC) (Rees, Ann)', ['1: Exhibit A']],
    // A number without a sign belongs to the list only in sequence.
    [
      'LETTER (Attachments: 1 Map, 2 Letter of June 3, 2020, 3 Photos of 4, 14 and 15 May)(Rees, Ann)',
      ['1: Map', '2: Letter of June 3, 2020', '3: Photos of 4, 14 and 15 May'],
    ],
    ['LETTER with three attachments: see below', []],
    ['NOTICE. Additional attachment(s) added on 8/6/2007 (bw, COURT STAFF).', []],
  ])('%s', (text, expected) => {
    expect(attachmentsOf(text)).toEqual(expected);
  });

  test('however many there are, each listed attachment comes back with its name', () => {
    const name = fc.stringMatching(
      /^[A-Z][a-z]{1,8}( [A-Z][a-z]{0,8}){0,2}(, [A-Z][a-z]{1,6})?( \([a-z]{1,8}\))?$/,
    );
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 40 }), fc.boolean(), (names, isBracketed) => {
        const list = names.map((one, i) => `# ${isBracketed ? `(${i + 1})` : i + 1} ${one}`).join(', ');
        const text = `MOTION by Fairwater LLC. (Attachments: ${list})(Rees, Ann) (Entered: 02/03/2026)`;
        expect(attachmentsOf(text)).toEqual(names.map((one, i) => `${i + 1}: ${one}`));
        expect(readDocketText(text)).toMatchObject({ filer: 'Fairwater LLC', attorney: 'Rees, Ann' });
      }),
    );
  });
});

describe('entries a text refers to', () => {
  test.each<[string, string[]]>([
    ['RESPONSE re 105', ['105']],
    ['RESPONSE in Opposition re 12 MOTION for TRO filed by Fairwater LLC', ['12']],
    ['REPLY re: [7] Motion', ['7']],
    ['RE: [608-1] Order', ['608-1']],
    ['BRIEF in reply to Docket No. 12-3', ['12-3']],
    ['LETTER about the schedule (Dkt. 5) and [Docket No.60]', ['5', '60']],
    ['ORDER granting 2 Motion for TRO', ['2']],
    ['ELECTRONIC ORDER entered allowing 2 Motion for TRO and 3 depositions', ['2']],
    ['ORDER granting in part and denying in part [71] Motion to Stay', ['71']],
    ['ORDER granting in part and denying in part 71 Motion to Stay', ['71']],
    ['ANSWER to 1 Complaint, by Northgate Hosting, Inc.', ['1']],
    ['OBJECTION to 34 Order', ['34']],
    ['NOTICE of Hearing (Re: related document(s)32 Order on Motion, 33 Brief)', ['32', '33']],
    ['CERTIFICATE (Related document(s) 12, 13 and 14)', ['12', '13', '14']],
    ['ORDER denying as moot DE 7', ['7']],
    ['ORDER on D.E. 8 and [DE 9]', ['8', '9']],
    [
      'Notice of hearing re 32 Memorandum in Support, 31 MOTION to Dismiss, 35 MOTION for Sanctions',
      ['32', '31', '35'],
    ],
    ['ORDER granting 30 and 31 .', ['30', '31']],
    ['ORDER denying 48 . The application fails.', ['48']],
    ["ORDER granting Defendants' 84 Motion to Seal", ['84']],
    ['MEMORANDUM re 12-1 Declaration', ['12-1']],
    ['SUPPLEMENT to ECF Nos. 12-14', ['12', '13', '14']],
    ['SUPPLEMENT to ECF Nos. 12-1, 12-2', ['12-1', '12-2']],
    ['SUPPLEMENT to ECF No. 12-14', ['12-14']],
    ['EXHIBIT re order (docket entries 15, 16, & 17)', ['15', '16', '17']],
    ['MOTION to Strike 1 Complaint', ['1']],
    ['MEMORANDUM re 12 MOTION and again re 12 MOTION', ['12']],
  ])('%s', (text, expected) => {
    expect(linksOf(text)).toEqual(expected);
  });

  test.each([
    'MOTION for Extension of Time to 1/25/2026, granting 30 days',
    'NOTICE of Removal from state court. Complaint 21-01234 by Fairwater LLC',
    'ORDER: discovery closes on 12 June 2026; trial set for January 27, 2027',
    'COMPLAINT under 18 U.S.C. 1030 and 28:1331, Rule 65(b) and § 1983',
    'COMPLAINT against Northgate Hosting, Inc. (Filing fee $ 402, receipt number AXYZDC-14125450)',
    'NOTICE of related case 2:25-cv-00031-XYZ, and to 24-cv-12',
    'BRIEF (Attachments: # 1 Exhibit A, # 2 Exhibit B)',
    'DECLARATION with Exhibits 5 and 6, re Exhibit 7',
    'INDICTMENT as to Defendant One (1) count(s) 1, 2-5',
    'TRANSCRIPT: call 555-0100 and dial 16; page 12 of 30',
    'REPLY filed. [1001214590] [25-1919]',
    'MOTION to exceed 10 pages; of 5 witnesses, re 3 missing boxes',
    'ORDER in MDL No. 2967; Chapter 13 Plan',
    'NOTICE of Change of Address re 123 Main Street, Seattle; mail returned re 77 N. LAKE SHORE AVENUE',
    '3.2 Declaration',
    'MINUTE ENTRY: hearing held on 3/4/2026 from 9:00 to 10:30',
  ])('none in: %s', (text) => {
    expect(linksOf(text)).toEqual([]);
  });
});

describe('who filed', () => {
  test.each([
    ['MOTION for TRO by Fairwater LLC.', 'Fairwater LLC'],
    ['PROPOSED ORDER filed by Fairwater LLC.', 'Fairwater LLC'],
    ['JOINT PRETRIAL ORDER filed by Fairwater LLC.', 'Fairwater LLC'],
    ['STIPULATION AND PROPOSED ORDER filed by Fairwater LLC.', 'Fairwater LLC'],
    ['SUMMARY JUDGMENT MOTION filed by Fairwater LLC.', 'Fairwater LLC'],
    ['OBJECTIONS TO ORDER filed by Fairwater LLC.', 'Fairwater LLC'],
    ['ENTRY OF APPEARANCE filed by Fairwater LLC.', 'Fairwater LLC'],
    ['PRELIMINARY INJUNCTION BRIEF filed by Fairwater LLC.', 'Fairwater LLC'],
    ['OFFER OF JUDGMENT filed by Fairwater LLC.', 'Fairwater LLC'],
    ['NOTICE OF APPEAL by Northgate, Inc. Filing fee $ 605, receipt number 7012345.', 'Northgate, Inc.'],
    ['MOTION to stay filed by Appellant. Date of service: 01/14/2026. [12013311]', 'Appellant'],
    ['ANSWER to 1 Complaint, by Northgate Hosting, Inc..(Rees, Ann)', 'Northgate Hosting, Inc.'],
    ['RESPONSE re 12 MOTION filed by Plaintiff Fairwater LLC. (Rees, Ann)', 'Fairwater LLC'],
    [
      'BRIEF filed by Defendants Northgate Hosting, Inc., Owen Birch. (Birch, Ida)',
      'Northgate Hosting, Inc., Owen Birch',
    ],
    ['CITATION filed by Appellant Ida Birch, Appellant City of Fairwater.', 'Ida Birch, City of Fairwater'],
    ['NOTICE of Appearance by Ann B. Rees on behalf of Fairwater LLC (Rees, Ann)', 'Fairwater LLC'],
    ['MOTION to Compel. Document filed by Trustees of Birch College.', 'Trustees of Birch College'],
    ['RESPONSE to Motion by USA as to Owen Birch re 9 MOTION', 'USA'],
    [
      'COMPLAINT against Northgate Hosting, Inc., filed by Fairwater LLC. (Attachments: # 1 Exhibit by Nobody)',
      'Fairwater LLC',
    ],
    ['MOTION to Extend by 5 days by Fairwater LLC d/b/a Clear Water.', 'Fairwater LLC d/b/a Clear Water'],
    ['NOTICE by NORTHGATE HOSTING, INC. re 20 Order', 'NORTHGATE HOSTING, INC.'],
    ['MOTION to Stay by All Defendants.', 'All Defendants'],
    ['REPLY, filed by Plaintiff Fairwater LLC, TO RESPONSE to 2 MOTION for TRO (Rees, Ann)', 'Fairwater LLC'],
    ['REPLY by FAIRWATER LLC TO RESPONSE TO 4 MOTION', 'FAIRWATER LLC'],
    ['MOTION by FAIRWATER LLC TO STRIKE 4 Answer', 'FAIRWATER LLC'],
    ['RESPONSE by Fairwater LLC, AGAINST 4 MOTION', 'Fairwater LLC'],
    ['MEMORANDUM filed by Fairwater LLC, IN SUPPORT OF 4 MOTION', 'Fairwater LLC'],
    ['LETTER by Birch Against Waste re 4 Order', 'Birch Against Waste'],
    ['NOTICE by BIRCH AGAINST WASTE re 4 Order', 'BIRCH AGAINST WASTE'],
    ['MOTION by CENTER FOR CLEAN WATER to intervene', 'CENTER FOR CLEAN WATER'],
    ['MOTION to compel by pltf Fairwater LLC in 1:95-cv-00141', 'Fairwater LLC'],
    ['BRIEF by defts Northgate Hosting, Owen Birch in opposition', 'Northgate Hosting, Owen Birch'],
    ['ANSWER by Dft. Northgate Hosting to 1 Complaint', 'Northgate Hosting'],
    ['APPLICATION filed by Debtor(s) Ana Prado.', 'Ana Prado'],
    ['MOTION filed by pltfs Fairwater LLC, to dismiss', 'Fairwater LLC'],
    [
      'Objection by Northgate Hosting, Inc. (related document(s)12 Motion to Sell (In Part) filed by Debtor Ana Prado).',
      'Northgate Hosting, Inc.',
    ],
    ['Motion for Relief from Stay Filed by Fairwater LLC Hearing scheduled for 1/12/2027.', 'Fairwater LLC'],
    ['Motion to Sell Filed by Debtor Fairwater LLC Objections due by 1/12/2027.', 'Fairwater LLC'],
  ])('%s', (text, filer) => {
    expect(readDocketText(text).filer).toBe(filer);
  });

  test.each([
    'ORDER granting 12 MOTION to Dismiss filed by Fairwater LLC. Signed by Judge Owen Birch.',
    'MEMO ENDORSEMENT on re: 12 Letter filed by Fairwater LLC. ENDORSEMENT: granted.',
    'PROTECTIVE ORDER re 12 MOTION filed by Fairwater LLC.',
    'NUNC PRO TUNC ORDER on 12 MOTION filed by Fairwater LLC.',
    'RULE 16 ORDER re 12 Report filed by Fairwater LLC.',
    'MARGINAL ENTRY ORDER granting motion by Fairwater LLC',
    'STIPULATION AND ORDER of 12 Letter filed by Fairwater LLC. (Signed by Judge Owen Birch on 1/5/2026)',
    'NOTICE TO ATTORNEY re 12 MOTION filed by Fairwater LLC.',
    'Docket Annotation: 12 MOTION filed by Fairwater LLC.',
    'DECISION AND ORDER on 12 MOTION filed by Fairwater LLC.',
    'Document endorsed NOTED by Judge Birch: 22 Position filed by Fairwater LLC.',
    'MINUTE ENTRY for proceedings held before Judge Birch. Response due by Fairwater LLC.',
    'JUDGMENT entered by Judge Owen Birch.',
    'SUMMONS served by Certified Mail',
    'BNC Certificate of Notice (related document:1 Petition (Chapter 11) Filed by Debtor Ana Prado). No. of Notices: 5. (Admin.)',
    'MEMORANDUM by pltfs in 1:95-cv-00141 to motion to dismiss [31-1]',
    'NOTICE of service by mail, due by January 5, 2026',
    'REPORT lodged and viewable by ONLY the attorney for the government',
    'NOTICE to counsel to confer by 5:00 PM on Friday',
    'PROPOSED ORDER to be submitted by COB 3/4/2026',
    'Exhibit A',
    'STIPULATION of dismissal without prejudice by Fed. R. Civ. P. 41(a)(1)(A)(ii)',
    'STIPULATION of dismissal by FRCP 41(a)(1)(A)(ii)',
    'NOTICE of dismissal by Rule 41(a)(1)(A)(i)',
  ])('nobody, where it is not said plainly: %s', (text) => {
    expect(readDocketText(text).filer).toBe('');
  });

  test.each([
    ['MOTION (Rees, Ann) (Entered: 02/03/2026)', 'Rees, Ann'],
    ['MOTION (REES, ANNETTE)', 'REES, ANNETTE'],
    ['MOTION (Rees, Ann) Modified on 2/4/2026 to correct the text (Clerkson, Joan).', 'Rees, Ann'],
    ["BRIEF (Attachments: # 1 Exhibit A)(O'Brien-Rees, Ann B.)", "O'Brien-Rees, Ann B."],
    ['MOTION (jpp) (Entered: 02/03/2026)', ''],
    [
      'MOTION (Attachments: # 1 Exhibit A)(Rees, Ann) (Additional attachment(s) added on 3/5/2026: # 2 Exhibit B) (ab).',
      'Rees, Ann',
    ],
    ['PROPOSED ORDER (Rees, Ann) Proposed Order to be reviewed by Clerk’s Office staff.', 'Rees, Ann'],
    ['COMPLAINT (Rees, Ann) Service on USA made. (Entered: 02/03/2026)', 'Rees, Ann'],
    ['MOTION (LMR, LOA)', ''],
    ['MOTION (gm, COURT STAFF) (Filed on 2/3/2026)', ''],
    ['MOTION (mll, )', ''],
    ['ORDER granting 3 Motion. Signed by Judge Owen Birch. (Clerkson, Joan)', ''],
    ['LETTER endorsed by Judge Owen Birch (Birch, Owen)', ''],
  ])('attorney in %s', (text, attorney) => {
    expect(readDocketText(text).attorney).toBe(attorney);
  });
});

describe('fee, dates and flags', () => {
  test.each([
    [
      'COMPLAINT (Filing fee $ 402, receipt number AWAWDC-123)',
      'Filing fee $ 402, receipt number AWAWDC-123',
    ],
    [
      'COMPLAINT ( Filing and Admin fee $ 402 receipt number ANJDC-14125450), filed',
      'Filing and Admin fee $ 402 receipt number ANJDC-14125450',
    ],
    ['COMPLAINT. Receipt No: 0645-4642301 - Fee: $ 400. County', 'Receipt No: 0645-4642301 - Fee: $ 400'],
    ['NOTICE OF APPEAL. Fee paid.', 'Fee paid'],
    ['COMPLAINT (IFP pending)', 'IFP pending'],
    ['Motion for Relief from Stay. Fee Amount $1,188, Filed by Fairwater LLC', 'Fee Amount $1,188'],
    ['MOTION for attorney fees', ''],
    ['RETURN (Attachments: # 1 Return receipt number 5)', ''],
    ['ORDER granting 2 Motion for IFP status', ''],
  ])('fee in %s', (text, feeNote) => {
    expect(readDocketText(text).feeNote).toBe(feeNote);
  });

  test('dates that close a text are read, to the minute where it is printed', () => {
    expect(readDocketText('MOTION (Entered: 1/5/26)')).toMatchObject({
      enteredOn: '2026-01-05',
      enteredAt: null,
    });
    for (const more of ['', '--Edited 07/26/2025 by AB', ' -- edited 7/26/2025 09:01 AM'])
      expect(readDocketText(`MOTION [Entered: 07/25/2025 08:08 PM${more}]`)).toMatchObject({
        enteredOn: '2025-07-25',
        enteredAt: '2025-07-25T20:08',
      });
    expect(
      readDocketText('MOTION (gm, COURT STAFF) (Filed on 2/6/2013) (Entered: 02/08/2013)'),
    ).toMatchObject({
      filedOn: '2013-02-06',
      enteredOn: '2013-02-08',
    });
    expect(readDocketText('Complaint (Entered: 01/11/2021 at 15:04:05)')).toMatchObject({
      enteredOn: '2021-01-11',
      enteredAt: '2021-01-11T15:04',
    });
    for (const entered of ['(Entered on 1/5/2026)', '(Date Entered: 01/05/2026)', '(Entered:01/05/2026)'])
      expect(readDocketText(`MOTION ${entered}`).enteredOn).toBe('2026-01-05');
    expect(readDocketText('MOTION (Entered: 13/45/2026)').enteredOn).toBeNull();
  });

  test.each<[string, boolean | null]>([
    ['SEALED MOTION to Seal Document', true],
    ['**SEALED DOCUMENT**Sealed Entry', true],
    ['Sealed Exhibit re 154', true],
    ['STATEMENT OF REASONS (Sealed) as to Owen Birch', true],
    ['***FILED UNDER SEAL*** DECLARATION', true],
    ['MOTION to Seal 1 Complaint', null],
    ['MOTION for leave to file under seal', null],
    ['ORDER granting [530] SEALED REQUEST', null],
    ['ORDER unsealing 5 SEALED INDICTMENT', null],
    ['SEALED DOCUMENT Modified by unsealing entry per order 120', null],
    ['BRIEF (Attachments: # 1 Exhibit A (sealed))', null],
  ])('sealed: %s', (text, isSealed) => {
    expect(readDocketText(text).isSealed).toBe(isSealed);
  });

  test.each<[string, boolean | null]>([
    ['** RESTRICTED DOCUMENT ** RETURN OF SERVICE', true],
    ['MINUTE ENTRY (PDF available for court use only)', true],
    ['EXHIBIT viewable only by the parties', true],
    ['TRANSCRIPT. Release of Transcript Restriction set for 5/15/2024.', null],
    ['TEMPORARY RESTRAINING ORDER', null],
  ])('restricted: %s', (text, isRestricted) => {
    expect(readDocketText(text).isRestricted).toBe(isRestricted);
  });

  test.each([
    'Notice (no document attached) (bjb)',
    'ORDER. This is a TEXT ENTRY ONLY. There is no PDF document associated with this entry.',
    'ORDER (Text Only Order)',
    'ORDER. (NO PDF ATTACHED)',
    'PAPERLESS ORDER granting 3 Motion',
  ])('no document behind: %s', (text) => {
    expect(readDocketText(text).saysNoDocument).toBe(true);
  });

  test('a minute entry often has no document, and does not say so', () => {
    expect(readDocketText('MINUTE ENTRY: hearing held')).toMatchObject({
      saysNoDocument: false,
      isOftenTextOnly: true,
    });
    expect(readDocketText('MOTION for TRO').isOftenTextOnly).toBe(false);
  });

  test('a text order hardly ever has a document', () => {
    expect(readDocketText('(TEXT ONLY ORDER) hearing held').isUsuallyTextOnly).toBe(true);
    expect(readDocketText('MINUTE ENTRY: hearing held').isUsuallyTextOnly).toBe(false);
  });
});

describe('hostile texts', () => {
  const pieces = [
    '(Attachments: # 1 ',
    '# 2 ',
    '((((',
    '))))',
    ' by ',
    'filed by ',
    're 1, ',
    '[1]',
    'ECF Nos. 1-2, ',
    ' and ',
    'fee ',
    '(Rees, ',
    'A. ',
    '12 ',
    '12/',
    'motion ',
    'sealed ',
    'receipt no ',
  ];

  // Reading in more than linear time would not finish here.
  test.each(pieces)('100,000 characters of “%s” are read', (piece) => {
    const reading = readDocketText(piece.repeat(Math.ceil(100_000 / piece.length)));
    expect(reading.filer.length).toBeLessThanOrEqual(300);
  });

  test('any text is read without an error, and every link and attachment has a number', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 30 }), (parts) => {
        const reading = readDocketText(parts.join(''));
        for (const { number } of reading.links) expect(number).toBeGreaterThan(0);
        for (const { attachment } of reading.attachments) expect(attachment).toBeGreaterThan(0);
      }),
    );
  });
});
