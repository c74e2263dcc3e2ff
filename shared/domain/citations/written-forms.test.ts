import { describe, expect, test } from 'vitest';
import { findCitations } from './find-citations.ts';
import { matchCitations, type CitableSet } from './match-citations.ts';

const labels = ['A', 'A-1', 'A-2', 'B', 'C', '1', '1-1', '2-B', '10A', 'PX-3', 'NGX-4'];
const set: CitableSet = {
  name: 'TRO exhibits',
  batesPrefix: null,
  purpose: 'motion',
  declarant: '',
  party: 'plaintiff',
  exhibits: labels.map((label) => ({
    id: label,
    label,
    isThere: true,
    itemPages: 50,
    selected: null,
    numbers: [],
  })),
};

/** Each citation as the exhibit of the set it leads to, or what it names with `?` where there is none; then its pin. */
function read(text: string): string {
  const found = findCitations([`So it was. ${text} Then it went on.`], { labels });
  return matchCitations(found, set, [])
    .own.map(({ exhibitId, label, pin }) =>
      [exhibitId ?? `${label}?`, pin && `@${pin}`].filter(Boolean).join(' '),
    )
    .join(', ');
}

describe('parts, however they are joined', () => {
  test.each([
    ['See Ex. A-1 at 4.', 'A-1 @4'],
    ['See Ex. A.1 at 4.', 'A-1 @4'],
    ['See Ex. A(1) at 4.', 'A-1 @4'],
    ['See Ex. A (1) at 4.', 'A-1 @4'],
    ['See Ex. A1 at 4.', 'A-1 @4'],
    ['See Ex. A–1 at 4.', 'A-1 @4'],
    ['See Exhibit “A-1.”', 'A-1'],
    ['See Ex. 1.1 at 4.', '1-1 @4'],
    ['See Ex. 1(1).', '1-1'],
    ['See Exh. 2-B.', '2-B'],
    ['See Exh. 2B at 3.', '2-B @3'],
    ['See Ex. 2(b).', '2-B'],
    ['See Ex. 2b at 3.', '2-B @3'],
    ['See Ex. 10.A.', '10A'],
    ['See Exs. A(1) and A(2).', 'A-1, A-2'],
    ['See Exs. A(1)–(2) at 3.', 'A-1, A-2 @3'],
    ['See Exs. A-1, -2.', 'A-1, A-2'],
    ['See Ex. A-1-a at 4.', 'A-1-a? @4'],
  ])('%s', (text, found) => expect(read(text)).toBe(found));

  test.each([
    ['See Ex. 1(a) at 4.', '1(a)? @4'],
    ['See Exs. 1(a)–1(c).', '1(a)?, 1(b)?, 1(c)?'],
    ['See Exs. 1(a), (b).', '1(a)?, 1(b)?'],
    ['See Ex. A.7 at 2.', 'A.7? @2'],
    ['See Ex. A(7).', 'A(7)?'],
    ['See Ex. C-1(b).', 'C-1(b)?'],
    ['See Ex. A.1.2.', 'A.1.2?'],
    ['See Ex. 10a.', '10A'],
    ['See Ex. 12a.', '12a?'],
  ])('one that the set lacks is told: %s', (text, found) => expect(read(text)).toBe(found));

  test.each([
    ['See Ex. C.12 The rest is known.', 'C'],
    ['See Ex. 1.12 The rest is known.', '1'],
    ['See Ex. C at 4.12 The rest is known.', 'C @4'],
  ])('the mark of a footnote is none: %s', (text, found) => expect(read(text)).toBe(found));
});

describe('lists and ranges', () => {
  test.each([
    ['See Exs. A and B.', 'A, B'],
    ['See Ex.’s A and B.', 'A, B'],
    ['See Ex’s A and B.', 'A, B'],
    ['See Ex.s A and B.', 'A, B'],
    ['See Exhibit’s A and B.', 'A, B'],
    ['See Exhib. A.', 'A'],
    ['See Exhibits A through C.', 'A, A-1, A-2, B, C'],
    ['See Exhibits ‘A’ and ‘B’.', 'A, B'],
    ['See Exhibits “A”–“C”.', 'A, A-1, A-2, B, C'],
    ['the exhibits marked A and B.', 'A, B'],
    ['Exhibits numbered 1 through 3', '1, 2?, 3?'],
    ['Exhibits 10A-10C', '10A, 10B?, 10C?'],
    ['See Ex. B-1, B-2, and B-3 at 4.', 'B-1?, B-2?, B-3? @4'],
    ['See Ex. A, B, and Z.', 'A, B, Z?'],
    ['See Ex. A, J. Smith says.', 'A'],
    ['See Ex. A and I went.', 'A'],
    ['See PX 3, 5, 7.', 'PX-3, PX-5?, PX-7?'],
    ['See PXs 3, 4 and 5.', 'PX-3, PX-4?, PX-5?'],
    ['See PX 3, 5 days on.', 'PX-3'],
    ['See NGX-4 at 2, and NGX 5.', 'NGX-4 @2, NGX-5?'],
    ['See P.X. 3 at 4.', 'PX-3 @4'],
    ['See P. X. 3, 5 and P.X.3.', 'PX-3, PX-5?, PX-3'],
    ['See PX #3 and PX-3/3A.', 'PX-3, PX-3, PX-3A?'],
    ['See Exs. A--C at 2.', 'A, A-1, A-2, B, C @2'],
    ['See Exhibit A through Exhibit C.', 'A, A-1, A-2, B, C'],
    ['See Ex. A–Ex. B at 2.', 'A, A-1, A-2, B @2'],
    ['See Exs. A, 1, and PX-3 at 2.', 'A, 1, PX-3 @2'],
    ['See Exs. 1, A and C.', '1, A, C'],
    ['See Exs. 1 and C.', '1, C'],
    ['See Exhibits 1 and C to the Motion.', '1, C'],
    ['See Exs. 1, C. Smith says so.', '1'],
    ['See Exs. A and B, 1 of which.', 'A, B'],
    ['SEE EX. A AT 3; EX. B AT 4.', 'A @3, B @4'],
    ['SEE EX. A, EXS. B, C.', 'A, B, C'],
    ['See Exs. A and 1 day on.', 'A'],
    ['See Exs. A and 10.', 'A'],
    ['See Ex. A—I saw it.', 'A'],
    ['See Exhibits nos. 1 and 2-B.', '1, 2-B'],
    ['See exhibit no. 1.', '1'],
    ['See Exhibit ("A") at 4, and Exhibit (“B”).', 'A @4, B'],
    ['See Exhibits “A” through “B”, inclusive, and “C”.', 'A, A-1, A-2, B, C'],
    ['See Exs. A as well as C.', 'A, C'],
    ['See Exs. 1 (Smith Dep.) at 45:3–9, 2 (Roe Dep.) at 12:1, and C § 4.', '1 @45:3–9, 2? @12:1, C @§ 4'],
    ['SEE EXS. A, B, AND C AT 2.', 'A, B, C @2'],
  ])('%s', (text, found) => expect(read(text)).toBe(found));
});

describe('pins', () => {
  test.each([
    ['See Ex. A, p. 3.', 'A @3'],
    ['See Ex. A @ 3.', 'A @3'],
    ['See Ex. A:3.', 'A @3'],
    ['See Ex. A at 3 through 5.', 'A @3 through 5'],
    ['See Ex. A at pages 3 to 5.', 'A @3 to 5'],
    ['See Ex. A, 45:3-14.', 'A @45:3-14'],
    ['See Ex. A (Smith Dep.) 45:3-14.', 'A @45:3-14'],
    ['See Ex. A (Smith Dep. Tr. 45:3-14).', 'A @45:3-14'],
    ['See Ex. A, Smith Dep. at 45:3.', 'A @45:3'],
    ['See Ex. A, Bates No. NGX000012.', 'A @NGX000012'],
    ['See Ex. A at 3 p.m. that day.', 'A'],
    ['See Ex. A hereto at 4.', 'A @4'],
    ['See Ex. A, filed under seal, at 4.', 'A @4'],
    ['See Ex. A, supra note 2, at 4.', 'A @4'],
    ['See Ex. A, § 4.2, at 3.', 'A @§ 4.2, at 3'],
    ['See Ex. A ¶ 7 (NGX000012).', 'A @¶ 7 (NGX000012'],
    ['See page 4 of Exhibit A.', 'A @4'],
    ['See Ex. A, § IV.B, p. 3.', 'A @§ IV.B, p. 3'],
    ['See Ex. A ¶ 3, I saw it.', 'A @¶ 3'],
    ['See Ex. A at 3, ll. 4–9 & 5, line 2.', 'A @3, ll. 4–9 & 5, line 2'],
    ['See Ex. A at 3 nn.5 & 6, 7.', 'A @3 nn.5 & 6, 7'],
    ['See Ex. A at 5:00 PM, and Ex. B at 5 percent.', 'A, B'],
    ['SEE EX. A, EMAIL FROM JONES AT 2.', 'A @2'],
    ['See Ex. 1 at 5/10, and Ex. A at 0:35.', '1 @5/10, A @0:35'],
    ['See Ex. A, dated May 3, 2021, at 4.', 'A @4'],
    ['SEE EX. A, JONES DECL. AT 2.', 'A'],
    ['See pp. 4–6 of the Plaintiffs’ Exhibit A at 9.', 'A @9'],
    ['See pp. 4–6 and 9 of Plaintiffs’ Exhibit A.', 'A @4–6 and 9'],
    ['see ex. c at 3.', 'C @3'],
    ['See Ex. A, supra n.2, at 4.', 'A @4'],
    ['See Ex. A pp 3-4.', 'A @3-4'],
    // What the exhibit is stands before its page.
    ['See Ex. A, Email from Whitlock to Jones, at 60.', 'A @60'],
    ['See Ex. A – Lease Agreement, at 4.', 'A @4'],
    ['See Ex. A, Lease Agreement § 4.2 at 3.', 'A @§ 4.2 at 3'],
    ['See Ex. A, Oct. 3, 2026 Email, at 2.', 'A @2'],
    ['See Ex. A, Section 5.2, p. 3.', 'A @3'],
    ['See Ex. A, Whitlock arrived at 5.', 'A'],
    ['See Exs. A, B at 3.', 'A, B @3'],
    ['See Ex. A, See Ex. B at 3.', 'A, B @3'],
    // What the brackets say is the exhibit of the paper before them.
    ['See Smith Dep. Tr. (Ex. A) at 45:3–9.', 'A @45:3–9'],
    ['See Smith Dep. 45:3–9 (Ex. A).', 'A @45:3–9'],
    ['See Whitlock Decl. (Ex. A) ¶ 3.', 'A @¶ 3'],
    ['See Ex. A [at 3], and Ex. B [p. 4].', 'A @3, B @4'],
    ['He went to the Pier (Ex. A) at 4 North Street.', 'A'],
    // Of an attachment, which is the exhibit.
    ['See Dkt. 5-1 at 3 (Ex. 1).', '1 @3'],
    ['See Dkt. 5 at 30 (Ex. 1).', '1'],
    // The court's own count is none of the exhibit's pages.
    ['See Ex. A, PageID.123-25.', 'A @PageID.123-25'],
    ['See Ex. A at PageID #: 123.', 'A @PageID #: 123'],
    // Bates numbers by their last digits.
    ['See Ex. A at 000123.', 'A @000123'],
    ['See Ex. A at -012 to -014, -020.', 'A @-012 to -014, -020'],
    ['See Ex. A at ’012–14.', 'A @’012–14'],
    ['See Ex. A at Bates 123, and Ex. B (Bates-stamped 123-25).', 'A @123, B @123-25'],
    ['See Ex. A at NGX000012 through NGX000014.', 'A @NGX000012 through NGX000014'],
    ['See Ex. A at NGX000012 to -014.', 'A @NGX000012 to -014'],
    // Pages by the number stamped on them.
    ['See PX3-003.', 'PX-3 @003'],
    ['See PX-003.0003–0005.', 'PX-3 @0003–0005'],
    ['See Ex. 1-001.', '1-1'],
    ['See PX-3-012 to -014; Exs. 1-003 and 10A.', 'PX-3 @012 to -014, 1 @003, 10A'],
  ])('%s', (text, found) => expect(read(text)).toBe(found));

  test.each([
    ['See Ex. A at 45:3-9, 12-14; 50:1.', [45, 50]],
    ['See Ex. A at 45:3–46:2, 12.', [45, 46]],
    ['See Ex. A at 45:13, 12, 30.', [45, 12, 30]],
    ['See Ex. A at 3 nn.5 & 6, 7.', [3, 7]],
  ])('are pages, not their lines and notes: %s', (text, pages) => {
    const named = findCitations([text]).flatMap(({ places }) =>
      places.flatMap((place) => (place.kind === 'page' ? [place.first, place.last] : [])),
    );
    expect([...new Set(named)]).toEqual(pages);
  });

  test('are out of range where the exhibit is described before them', () => {
    const found = findCitations(['See Ex. A, Email from Whitlock to Jones, at 60; Ex. B at PageID.123.'], {
      labels,
    });
    expect(matchCitations(found, set, []).own.map(({ status }) => status)).toEqual(['outOfRange', 'found']);
  });
});

describe('numbers that are no labels, and pins after a semicolon', () => {
  const numbers = ['1', '2', '3', '14', '15'];
  const readNumbers = (text: string) =>
    findCitations([`So it was. ${text} Then it went on.`], { labels: numbers }).map(({ label, pin }) =>
      pin === null ? label : `${label} @${pin}`,
    );
  test.each([
    ['See Ex. 14, 15 pages of messages.', ['14']],
    ['See Ex. 14, 15 days later.', ['14']],
    ['See Ex. 14, 15.', ['14', '15']],
    ['See Ex. 14, 15 at 2.', ['14', '15 @2']],
    ['See Ex. 1, 2 and 3.', ['1', '2', '3']],
    ['See Exs. 14, 15 attached.', ['14', '15']],
    ['See Ex. 1 at 4; 2; 3 at 6.', ['1 @4', '2', '3 @6']],
  ])('%s', (text, found) => expect(readNumbers(text)).toEqual(found));

  test.each([
    ['See Ex. C at 4; 6–7.', 'C @4; 6–7'],
    ['See Ex. C at 4:5-10; 6:2-9; Ex. B.', 'C @4:5-10; 6:2-9, B'],
    ['See Ex. C ¶ 4; 7.', 'C @¶ 4; 7'],
    ['See Ex. C at 4; 5 U.S.C. § 552.', 'C @4'],
    ['See PX-3 at 4; 9.', 'PX-3 @4; 9'],
    ['See PX-3 at 4; 9 at 2.', 'PX-3 @4, PX-9? @2'],
    ['See NGX-5 at 4; 4.', 'NGX-5? @4, NGX-4'],
    ['See Exs. 1 at 4; 9.', '1 @4, 9?'],
  ])('%s', (text, found) => expect(read(text)).toBe(found));
});

describe('text that a PDF has broken', () => {
  test.each([
    ['See Ex. A- 1 at 4.', 'A-1 @4'],
    ['See Ex. A -1 at 4.', 'A-1 @4'],
    ['See Ex. A – 1 at 4.', 'A-1 @4'],
    ['See Ex. A – 7 at 4.', 'A'],
    ['See PX- 3 at 4.', 'PX-3 @4'],
    ['See PX – 3 at 4.', 'PX-3 @4'],
    ['See PX No. 3 at 4.', 'PX-3 @4'],
    ['See PX Nos. 3, 5 and 9.', 'PX-3, PX-5?, PX-9?'],
    ['See Ex . A at 4.', 'A @4'],
    ['See ExhibitA.', 'A'],
    ['See Exhibits1 and A.', '1, A'],
  ])('%s', (text, found) => expect(read(text)).toBe(found));
});

test.each([
  'Ex. parte',
  'EX PARTE',
  'Exhibit List',
  'EXHIBIT LIST',
  'Exhibit Index',
  'Exhibit Book 2',
  'the exhibit’s A-frame',
  'In this Exhibit I show the fees.',
  'Exhibition A',
  'ex. a copy',
  'Exhibits were filed.',
  'NGXT 4',
])('none in: %s', (text) => expect(read(text)).toBe(''));

test.each([
  ['See PX-12 at 3, and PX-112 at 4.', 'PX-12 @3 | PX-112 @4'],
  ['See PX-12, PX-112, and then PX000123.', 'PX-12 | PX-112 | PX000123'],
  ['In No. 2:21-PX-12 the court ruled.', ''],
])(
  'labels whose code is a Bates prefix too are told from its numbers, and from dockets: %s',
  (text, read) => {
    const options = { labels: ['PX-12', 'PX-112'], batesPrefixes: ['PX', 'PX-'] };
    const found = findCitations([text], options);
    expect(
      found
        .map(({ label, pin }) => [label, label ? pin && `@${pin}` : pin].filter(Boolean).join(' '))
        .join(' | '),
    ).toBe(read);
  },
);

describe('marks of footnotes and capitals', () => {
  test.each([
    ['See Ex. C¹ at 4.', 'C @4'],
    ['See Ex. C,² at 4.', 'C @4'],
    ['See Ex. C.³', 'C'],
    ['See Ex. C at 4.¹²', 'C @4'],
    ['See Exs. B¹\nand C at 4.', 'B, C @4'],
    ['SEE EX. C, P. 4.', 'C @4'],
    ['SEE EX. C, PG. 4; EX. B, PAGES 3–4.', 'C @4, B @3–4'],
    ['SEE EXS. A, B, AND/OR C; AND 1.', 'A, B, C, 1'],
    ['SEE EX. C AT PP. 4–6.', 'C @4–6'],
    ['See Exhibit Number 1 at 4.', '1 @4'],
    ['See Exhibit Numbers 1-3.', '1, 2?, 3?'],
    ['See Exhibits numbered as 1 at 4.', '1 @4'],
  ])('%s', (text, found) => expect(read(text)).toBe(found));
});

test.each([
  [['P-1', 'P-2', 'P-3'], 'See P-1; P-2 at 4, and P-1–P-3. D-4 is not theirs.', 'P-1, P-2 @4, P-1, P-2, P-3'],
  // A late exhibit of A.
  [['A', 'A-1', 'A-2'], 'The A-1 visa was his.', ''],
  [['B-747', 'A'], 'He flew a B-747.', ''],
])('numbers of one letter are read without “Ex.” where a set counts so: %s', (own, text, found) => {
  const read = findCitations([text], { labels: own }).map(({ label, pin }) =>
    pin ? `${label} @${pin}` : label,
  );
  expect(read.join(', ')).toBe(found);
});

describe('small letters in labels', () => {
  test.each([
    ['The letter is exhibit a-1 and exhibit a-2 at 4.', 'A-1, A-2 @4'],
    ['See exhibits a-1 and a-2.', 'A-1, A-2'],
    ['It is exhibit b, at 3.', 'B @3'],
    ['The log is PX-3a, and PX 3b.', 'PX-3a?, PX-3b?'],
    ['It exhibits a pattern, and an exhibit b not yet made.', ''],
    ['It exhibits b-2 vitamins.', ''],
    ['See exhibit “a” at 4.', 'A @4'],
    ['See Exhibits “a” and ‘b’.', 'A, B'],
    ['See Exhibit “a-1” at 4.', 'A-1 @4'],
    ['They exhibit ‘a pattern’.', ''],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  test('and late exhibits of a code are found however they are written', () => {
    const found = (text: string) =>
      matchCitations(
        findCitations([`So it was. ${text} Then it went on.`], { labels: ['PX-10', 'PX-10A'] }),
        {
          ...set,
          exhibits: ['PX-10', 'PX-10A'].map((label) => ({ ...set.exhibits[0]!, id: label, label })),
        },
        [],
      ).own.map(({ exhibitId }) => exhibitId);
    for (const written of ['PX-10a', 'PX 10a', 'PX10A', 'PX-10-A', 'Exhibit PX-10-A', '“PX-10a”'])
      expect([written, ...found(`See ${written}.`)]).toEqual([written, 'PX-10A']);
  });
});

test('the pin behind the brackets of an exhibit that a docket number names is its pin', () => {
  expect(read('See ECF No. 12-3 (Ex. C) at 4.')).toBe('C @4');
  expect(read('See Dkt. 12-3 (Smith Decl. Ex. C), ¶ 7.')).toBe('C @¶ 7');
  expect(read('It is there (Ex. C) at 4 North Street.')).toBe('C');
});

test.each([
  ['W', 'See W0004–06 and W-0009.', 'W0004–06, W-0009'],
  ['W', 'See Ex. B at W0004.', 'W0004'],
  ['W', 'He flew a W-747 to W 14268 Street.', ''],
  ['Amz', 'See Amz0012.', 'Amz0012'],
  ['X1_', 'See Ex. B (X1_0003).', 'X1_0003'],
  ['AMZ-', 'See AMZ-0012–AMZ-0014.', 'AMZ-0012–AMZ-0014'],
])('Bates numbers of the prefix %s of the matter: %s', (prefix, text, pins) => {
  const found = findCitations([`So it was. ${text} Then it went on.`], { labels, batesPrefixes: [prefix] });
  expect(found.map(({ pin }) => pin).join(', ')).toBe(pins);
});

describe('several exhibits, joined by signs', () => {
  test.each([
    ['See Exs. A+B.', 'A, B'],
    ['See Exs. A + B at 2.', 'A, B @2'],
    ['See Exs. A&B.', 'A, B'],
    ['See Exs. A, B+C.', 'A, B, C'],
    ['See exs. a+b.', 'A, B'],
    ['See Exs. A plus C.', 'A, C'],
    ['See Ex. A + B.', 'A, B'],
    ['See Exs. #1, #10A.', '1, 10A'],
    ['See Exs. #A-#C.', 'A, A-1, A-2, B, C'],
    ['See Ex. A&E Television.', 'A'],
  ])('%s', (text, found) => expect(read(text)).toBe(found));
});

test.each([
  ['The fee (Whitlock Decl. ¶ 3 (Ex. A), ¶ 4 (Ex. B at 2)).', ['A Whitlock', 'B Whitlock']],
  ['The fee (Whitlock Decl. ¶¶ 3–5 [Exs. A, B]).', ['A Whitlock', 'B Whitlock']],
  ['See Whitlock Decl. at Ex. A.', ['A Whitlock']],
  ['See Complaint at Ex. A.', ['A Complaint']],
  ['See Ex. A, C to the Whitlock Declaration.', ['A Whitlock', 'C Whitlock']],
  ['See Exhibits A and B, respectively, to the Whitlock Declaration.', ['A Whitlock', 'B Whitlock']],
  ['See Exhibits A and B, respectively, to the Complaint.', ['A Complaint', 'B Complaint']],
  ['See Exs. A–C, inclusive, to that Complaint.', ['A Complaint', 'B Complaint', 'C Complaint']],
  ['See Dkt. 22 (Whitlock Decl. ¶ 3), Ex. A.', ['A Whitlock']],
  ['See it all (Whitlock Decl.), Ex. A.', ['A']],
  [
    'See Whitlock Decl. ISO TRO, Ex. A; Decl. of Ann Whitlock ISO Mot. Ex. B.',
    ['A Whitlock', 'B Ann Whitlock'],
  ],
  ['See Decl. of Ann Whitlock (“Whitlock Decl.”), filed herewith, ¶ 3, Ex. A.', ['A Ann Whitlock']],
  ['See Whitlock Decl. in Opp. to Mot., filed concurrently, Ex. A.', ['A Whitlock']],
  ['See Whitlock Cert. ¶ 3, Ex. A; Certification of Ann Whitlock, Ex. B.', ['A Whitlock', 'B Ann Whitlock']],
  ['See Ex. A to the Whitlock Certification; Pet. for Cert., Ex. B.', ['A Whitlock', 'B']],
  ['See VC ¶ 4, Ex. A; V.C., Ex. B; Jones Rpt. Ex. C.', ['A VC', 'B V.C.', 'C Rpt.']],
  ['See D.I. 5, Ex. A; DE 12-3, Ex. B.', ['A D.I. 5', 'B DE 12-3']],
  ['See Docket Entry No. 4, Ex. A; Filing No. 9, Ex. B.', ['A Docket Entry No. 4', 'B Filing No. 9']],
  ['It is in Dover, DE 19901, Ex. A. See D.I. 5 at 3. Id. at 4.', ['A']],
  ['See Whitlock Aﬀ. Ex. A, and Whitlock Affid. Ex. B.', ['A Whitlock', 'B Whitlock']],
  ['See Whitlock Decl., supra, Ex. A.', ['A Whitlock']],
  ['Ms. Whitlock says so. Whitlock Decl. ¶ 3. See Ex. A to her declaration.', ['A Whitlock']],
  ['See Exhibit A to my declaration.', ['A']],
  ['See Exhibit A of the Complaint.', ['A Complaint']],
  ['See EX. B to EX. 1, and Exh. C to Exhibit 2.', ['B EX. 1', 'C Exhibit 2']],
  ['See Compl. Ex. A at 3; id., Ex. B at 4.', ['A Compl.', 'B Compl.']],
  ['See Ex. A to Pls.’ Emergency Mot. at 3.', ['A Mot.']],
  ['See Ex. A to the 2019 Lease, and Ex. B to Smith’s Expert Report.', ['A Lease', 'B Report']],
  [
    'See Ex. 4 to Whitlock Dep., and Exhibit 5 to the deposition of Ann Whitlock.',
    ['4 Dep.', '5 deposition'],
  ],
  ['See Exhibit A to Harbor Trust’s verified complaint.', ['A complaint']],
  ['See Exhibit A to the lease, and Exhibit B to this motion.', ['A lease', 'B']],
  ['See FAC ¶ 12 & Ex. A; Depo. Ex. 4.', ['A FAC', '4 Depo.']],
  ["SEE COMPL. EX. A; OPP'N EX. B; WHITLOCK DEP. EX. 4.", ['A COMPL.', "B OPP'N", '4 DEP.']],
  [
    'See Pet’r’s Ex. 3; Counter-Pl.’s Ex. 4; Respondent’s Exhibit 5.',
    ['3 plaintiff', '4 defendant', '5 defendant'],
  ],
  ['See Third-Party Def. Ex. 4.', ['4']],
  // The declaration may itself be that exhibit.
  ['See Whitlock Decl. (Ex. A) ¶ 3.', ['A']],
  ['See (Whitlock Decl. ¶ 3 (Ex. A)) (Ex. B).', ['A Whitlock', 'B']],
])('whose it is: %s', (text, found) => {
  const read = findCitations([text]).map(({ label, declarant, document, party }) =>
    [label, declarant ?? document ?? party].filter(Boolean).join(' '),
  );
  expect(read).toEqual(found);
});

test.each([
  ['See PX-10A/10B at 3.', ['PX-10A', 'PX-10B']],
  ['See PX-10A/B at 3.', ['PX-10A', 'PX-10B']],
  ['See PX-10A & B.', ['PX-10A', 'PX-10B']],
  ['See PX-10A, B. Smith says so.', ['PX-10A']],
  ["See Exhibit ''10C'' and Exhibit ``10C''.", ['10C', '10C']],
  ['See DX-001-003.', ['DX-001', 'DX-002', 'DX-003']],
])('late exhibits without their code, numbers filled up, and quotes made of two: %s', (text, found) => {
  const labels = ['PX-10A', 'PX-10B', '10C', 'DX-001', 'DX-002', 'DX-003'];
  expect(findCitations([text], { labels }).map(({ label }) => label)).toEqual(found);
});

test.each([
  ['See Whitlock Ex. 1 at 4.', '1 Whitlock @4'],
  ['See Whitlock’s Exs. 1 and 3.', '1 Whitlock, 3 Whitlock'],
  ['See Jones Ex. 1.', '1'],
  ['See Ex. 1. Whitlock Exhibited the goods.', '1'],
  ['They showed Whitlock Exhibit 1.', '1'],
])('the name of a declarant of the matter, without its declaration: %s', (text, found) => {
  const read = findCitations([text], { labels: ['1', '3'], declarants: ['Ann B. Whitlock'] }).map(
    ({ label, declarant, pin }) => [label, declarant, pin && `@${pin}`].filter(Boolean).join(' '),
  );
  expect(read.join(', ')).toBe(found);
});
