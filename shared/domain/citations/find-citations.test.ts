import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCitations, type CitationOptions } from './find-citations.ts';
import type { PageSpan } from './reading/found-citation.ts';
import { maxCitations } from './reading/page-reading.ts';

/** What was found, each as `label`, then what else there is: `<declarant>`, `[party]`, `{document}`, `@pin`, `id`. */
function read(text: string, options?: CitationOptions): string[] {
  return findCitations([text], options).map(({ label, declarant, party, document, pin, isShort }) =>
    [
      label ?? '–',
      declarant && `<${declarant}>`,
      party && `[${party}]`,
      document && `{${document}}`,
      pin && `@${pin}`,
      isShort && 'id',
    ]
      .filter((part) => typeof part === 'string')
      .join(' '),
  );
}

describe('labels', () => {
  test.each([
    ['See Ex. C at 4.', ['C @4']],
    ['See Exhibit C.', ['C']],
    ['See Exh. C.', ['C']],
    ['See Exhs. C, D.', ['C', 'D']],
    ['See Ex C at 4.', ['C @4']],
    ['See ex. C at 4.', ['C @4']],
    ['as exhibit C shows', ['C']],
    ['See Ex. c at 4.', ['c @4']],
    ['See Exhibit “C” at 4.', ['C @4']],
    ["See Exhibit 'C'.", ['C']],
    ['See Exhibit "12" to it.', ['12']],
    ['See Exhibit “C,” p. 4.', ['C @4']],
    ['attached hereto as\nEXHIBIT C\nis the letter', ['C']],
    ['Exhibit C’s third page', ['C']],
    ['See Ex. 7.', ['7']],
    ['See Exhibit No. 7 at 2.', ['7 @2']],
    ['See Exhibit #7.', ['7']],
    ['See Ex. 10A at 2.', ['10A @2']],
    ['See Ex. 10-A.', ['10-A']],
    ['See Ex. C-1 at 2.', ['C-1 @2']],
    ['See Ex. 10-1.', ['10-1']],
    ['See Ex. A1.', ['A1']],
    ['See Ex. 3.1 at 9.', ['3.1 @9']],
    ['See Ex. AA.', ['AA']],
    ['See Ex. AB.', ['AB']],
    ['See Ex. ZZZ.', ['ZZZ']],
    ['See Exhibit XII.', ['XII']],
    ['PX-12 at 3.', ['PX-12 @3']],
    ['See PX 12 at 3.', ['PX-12 @3']],
    ['See DX5.', ['DX5']],
    ['See JX-3, and DX-4.', ['JX-3', 'DX-4']],
    ['See Ex. PX-12 at 5.', ['PX-12 @5']],
    ['See EX. C AT 4.', ['C @4']],
    ['as EXHIBIT C at 4 shows', ['C @4']],
    ['attached hereto as Exhibit A', ['A']],
    ['See Ex. D (the Terms of Use).', ['D']],
  ])('%s', (text, found) => expect(read(text)).toEqual(found));

  test.each([
    'The ex parte order was entered.',
    'See Ex. Order at 4.',
    'for ex. A',
    'Executive A signed.',
    'the exhibit shows it',
    'The defendant exhibits a pattern.',
    'The exhibit’s 3 pages show it.',
    'an exhibit A man made',
    'In this exhibit I show the fees.',
    'Exhibit A-grade conduct',
    'EXHIBIT TO DECLARATION',
    'EXHIBITS AND WITNESSES',
    'EX PARTE APPLICATION',
    'State ex rel. Fairwater',
    'Dkt. 12-3 at 4',
    'His ex C left.'.replace(' C', ' called'),
    'Austin, TX 78701',
    'Exhibits and briefs',
    'an exhibition A',
    'Ex. 1,000 pages',
    'Ex. A_draft',
    'annex A',
    'Exhibit the goods.',
    'EXHIBIT NO',
  ])('none in: %s', (text) => expect(read(text)).toEqual([]));
});

describe('lists and ranges', () => {
  test.each([
    ['See Exs. A–C.', ['A', 'B', 'C']],
    ['See Exs. A-C for it.', ['A', 'B', 'C']],
    ['See Exs. A — C.', ['A', 'B', 'C']],
    ['See Exhibits A through D.', ['A', 'B', 'C', 'D']],
    ['See Exhibits A to C.', ['A', 'B', 'C']],
    ['See Ex. A-B.', ['A', 'B']],
    ['Exhibits 1, 3 and 5 show it.', ['1', '3', '5']],
    ['Exhibits 1, 3, and 5', ['1', '3', '5']],
    ['Exs. 1-5', ['1', '2', '3', '4', '5']],
    ['Exs. 1–3, 5, 7–9', ['1', '2', '3', '5', '7', '8', '9']],
    ['Exs. A, C & D at 4', ['A', 'C', 'D @4']],
    ['Exs. A at 4, B at 6, and C.', ['A @4', 'B @6', 'C']],
    ['Exs. 1 at 4, 3 at 6.', ['1 @4', '3 @6']],
    ['Exs. 1 at 4, 6.', ['1 @4, 6']],
    ['Exs. A at 3 (email) and B at 5 (“sold”).', ['A @3', 'B @5']],
    ['Exs. 1 at 3 (emphasis added), 2 at 5.', ['1 @3', '2 @5']],
    ['Exs. 1–2 at 3 (email), 6.', ['1', '2 @3']],
    ['Exs. A at 3 (citing Ex. D at 5).', ['A @3', 'D @5']],
    ['PX-1 through PX-3', ['PX-1', 'PX-2', 'PX-3']],
    ['See PX-1–3.', ['PX-1', 'PX-2', 'PX-3']],
    ['Exhibits PX-1, PX-2', ['PX-1', 'PX-2']],
    ['Exs. A-1 through A-3', ['A-1', 'A-2', 'A-3']],
    ['Exs. A-1, A-2', ['A-1', 'A-2']],
    ['Exs. C-1, D and E at 2', ['C-1', 'D', 'E @2']],
    ['Exs. B-1, C-1 and AA', ['B-1', 'C-1', 'AA']],
    ['Exs. B-1 and I will go', ['B-1']],
    ['Exs. PX-1, DX-2', ['PX-1', 'DX-2']],
    ['Exs. 10A–10C', ['10A', '10B', '10C']],
    ['Exs. AA–CC', ['AA', 'BB', 'CC']],
    ['Exs. AA–AC', ['AA', 'AB', 'AC']],
    ['Exs. 1 and 2, 15 U.S.C. § 1', ['1', '2']],
    ['Exhibits A and I will return.', ['A']],
    ['Exhibits A and B will do.', ['A', 'B']],
    ['Exs. A and 5 days', ['A']],
    ['See Ex. A at 4; Ex. B at 5.', ['A @4', 'B @5']],
    ['Exs. C–A', ['C', 'A']],
  ])('%s', (text, found) => expect(read(text)).toEqual(found));

  test('a range takes in the late exhibits of the set that stand in it', () => {
    const labels = ['A', 'B', 'B-1', 'C', 'D'];
    expect(read('See Exs. A–C.', { labels })).toEqual(['A', 'B', 'B-1', 'C']);
  });

  test.each([
    ['See Exs. A–C-1.', ['A', 'B', 'C', 'C-1']],
    ['See Exs. A through C-2, E.', ['A', 'B', 'C', 'C-1', 'C-2', 'E']],
    ['See Exs. C-1 to E.', ['C-1', 'C-2', 'D', 'E']],
    ['See Exs. C–C-2 at 3.', ['C', 'C-1', 'C-2 @3']],
    ['See Exs. 9–10-1.', ['9', '10', '10-1']],
    ['See Exs. PX-9–10A.', ['PX-9', 'PX-10', 'PX-10A']],
    ['See PX 10A at 2.', ['PX-10A @2']],
    ['See Ex. C-1–D.', ['C-1', 'C-2', 'D']],
    ['See Exs. A–PX-9.', ['A', 'PX-9']],
  ])('a range may begin and end with a late exhibit: %s', (text, found) => {
    const labels = ['A', 'B', 'C', 'C-1', 'C-2', 'D', 'E', '9', '10', '10-1', 'PX-9', 'PX-10', 'PX-10A'];
    expect(read(text, { labels })).toEqual(found);
  });

  test.each([
    ['See Exs. 10A–C at 4.', ['10A', '10B', '10C @4']],
    ['See Exs. 10A, B.', ['10A', '10B']],
    ['See Exs. 10A and I saw it.', ['10A']],
    ['See Ex. 10A – B is another.', ['10A', '10B']],
    ['See Ex. 10A – C is another.', ['10A']],
    ['See Exs. PX-10A-10C.', ['PX-10A', 'PX-10B', 'PX-10C']],
    ['See Ex. PX-10A–B at 4.', ['PX-10A', 'PX-10B @4']],
    ['See PX-10A–B.', ['PX-10A', 'PX-10B']],
    ['See PX-10A–D.', ['PX-10A', 'PX-10B', 'PX-10C', 'PX-10D']],
  ])('late exhibits of one number may be written as letters: %s', (text, found) => {
    const labels = ['10', '10A', '10B', '11', 'PX-10', 'PX-10A', 'PX-10B'];
    expect(read(text, { labels })).toEqual(found);
  });

  test('a late exhibit that the set lacks is told of a range all the same', () => {
    expect(read('See Exs. A–C-1.', { labels: ['A', 'B', 'C'] })).toEqual(['A', 'B', 'C', 'C-1']);
  });

  test.each([
    ['See Exs. a–d.', ['a', 'B', 'C', 'd']],
    ['See exs. b-d at 2.', ['b', 'C', 'd @2']],
    ['See Exhibits b and c.', ['b', 'c']],
    ['See exs. b & c at 2, d.', ['b', 'c @2', 'd']],
    ['See Exs. a, b, and c.', ['a', 'b', 'c']],
    ['The fees were paid (ex. c).', ['c']],
    ['See exs. a through c.', ['a', 'B', 'c']],
    ['See exs. b and a letter.', ['b']],
    ['It was paid to his ex. a, b and z were there.', []],
    ['See exs. z and y.', []],
    ['Exhibits a good b c', []],
  ])('small letters that the set has: %s', (text, found) => {
    expect(read(text, { labels: ['A', 'B', 'C', 'D'] })).toEqual(found);
  });

  test('the set tells a part from a range', () => {
    expect(read('See Exs. 1-2.', { labels: ['1', '1-2', '2'] })).toEqual(['1-2']);
    const coded = ['PX-1', 'PX-2', 'PX-2-1', 'PX-3', 'PX-4', 'PX-7'];
    expect(read('See PX 1, 3-4, and 7.', { labels: coded })).toEqual(['PX-1', 'PX-3', 'PX-4', 'PX-7']);
    expect(read('See PX 1, 2-1 at 4.', { labels: coded })).toEqual(['PX-1', 'PX-2-1 @4']);
    expect(read('See Ex. 1-3.', { labels: ['1', '2', '3'] })).toEqual(['1', '2', '3']);
    expect(read('See Ex. TO at 4.', { labels: ['TO'] })).toEqual(['TO @4']);
  });
});

describe('whose exhibit', () => {
  test.each([
    ['(Smith Decl. ¶ 7, Ex. B)', ['B <Smith> @¶ 7']],
    ['(Smith Decl. ¶ 7, Ex. B at 4)', ['B <Smith> @4']],
    ['Smith Decl. Ex. B at 4-6', ['B <Smith> @4-6']],
    ['Smith Decl., Ex. B', ['B <Smith>']],
    ['Smith Decl. ¶¶ 7–9 & Exs. B, C', ['B <Smith>', 'C <Smith>']],
    ['Smith Decl. ¶ 7 and Ex. B', ['B <Smith> @¶ 7']],
    ['Smith Decl. Ex. B at 4, Ex. C at 6.', ['B <Smith> @4', 'C <Smith> @6']],
    ['Smith Decl. Ex. B at 4. See also Ex. C at 6.', ['B <Smith> @4', 'C @6']],
    ['Jane Smith Decl. Ex. B', ['B <Jane Smith>']],
    ['J. Smith Decl. Ex. B', ['B <J. Smith>']],
    ['See Second Smith Decl. Ex. B', ['B <Smith>']],
    ['Smith Suppl. Decl. Ex. B', ['B <Smith>']],
    ...[
      'First',
      'Third',
      'Fourth',
      'Fifth',
      'Supplemental',
      'Suppl.',
      'Supp.',
      'Reply',
      'Amended',
      'Am.',
    ].map((word): [string, string[]] => [`See ${word} Smith Decl. Ex. B`, ['B <Smith>']]),
    ['Smith Declaration, Exhibit B', ['B <Smith>']],
    ['O’Brien Decl. Ex. D', ["D <O'Brien>"]],
    ['van der Berg Decl. Ex. 3', ['3 <van der Berg>']],
    ['SMITH DECL. EX. B AT 4', ['B <SMITH> @4']],
    ['Smith Aff. Exh. 7 at 2', ['7 <Smith> @2']],
    ['See Smith Dec. ¶ 7, Ex. B', ['B <Smith> @¶ 7']],
    ['SMITH DEC., EX. B', ['B <SMITH>']],
    ['Ex. B to the Smith Dec. at 5', ['B <Smith> @5']],
    ['Jones Dec. Ex. A; Smith Dec. Ex. B', ['A <Jones>', 'B <Smith>']],
    ['On Dec. 3 it was paid, Ex. B; in Nov. and Dec., Ex. C', ['B', 'C']],
    ['Plaintiff paid in Dec. Ex. 3 at 2', ['3 @2']],
    ['Smith Affirm. Ex. B', ['B <Smith>']],
    ['Smith Aff’t Ex. B', ['B <Smith>']],
    ['Smith Aff’n Ex. B', ['B <Smith>']],
    ['Smith 2/3/21 Decl. Ex. B', ['B <Smith>']],
    ['Declaration of Jane Smith dated March 3, 2021, Exhibit B at 2', ['B <Jane Smith> @2']],
    ['Exhibit B to Smith’s declaration', ['B <Smith>']],
    ['RJN Ex. B', ['B {RJN}']],
    ['Ex. B to Request for Judicial Notice', ['B {Request for Judicial Notice}']],
    ['Notice of Removal, Ex. B', ['B {Notice of Removal}']],
    ['Decl. of Jane Smith, Ex. B', ['B <Jane Smith>']],
    ['Declaration of Jane Smith (“Smith Decl.”), Dkt. 5, ¶ 7, Ex. B', ['B <Jane Smith> @¶ 7']],
    ['Declaration of Jane Smith in Support of Motion, Ex. A', ['A <Jane Smith>']],
    ['Smith Decl. (Dkt. 12-3), Ex. B', ['B <Smith>']],
    ['attached to the Smith Declaration as Exhibit B', ['B <Smith>']],
    ['Ex. B to Smith Decl.', ['B <Smith>']],
    ['Ex. B to Smith Decl. at 5', ['B <Smith> @5']],
    ['Ex. B at 5 to the Smith Declaration', ['B <Smith> @5']],
    ['Exhibit A to the Declaration of Jane Smith. The fees', ['A <Jane Smith>']],
    ['Exhibit A of the Declaration of Jane Q. Smith at ¶ 4', ['A <Jane Q. Smith> @¶ 4']],
    ['Exs. A–B to the Declaration of Jane Smith', ['A <Jane Smith>', 'B <Jane Smith>']],
    ['See Smith Decl. ¶ 5. Id., Ex. C at 2', ['C <Smith> @2']],
    ['Decl. Ex. B', ['B']],
    ['See Ex. A. Smith Decl. Ex. B', ['A', 'B <Smith>']],
    ['Pls.’ Ex. 4', ['4 [plaintiff]']],
    ['Pl.’s Ex. 4', ['4 [plaintiff]']],
    ['Plaintiff’s Exhibit 7 at 104-06', ['7 [plaintiff] @104-06']],
    ['Plaintiffs’ Trial Exhibit 7', ['7 [plaintiff]']],
    ['Def. Ex. AA', ['AA [defendant]']],
    ['Defs.’ Ex. 4', ['4 [defendant]']],
    ['Joint Ex. 4', ['4 [joint]']],
    ['Compl. Ex. A', ['A {Compl.}']],
    ['Compl. ¶ 5, Ex. A at 3', ['A {Compl.} @3']],
    ['First Am. Compl. Ex. A', ['A {First Am. Compl.}']],
    ['Smith Dep. Ex. 4', ['4 {Dep.}']],
    ['(Dkt. 12, Ex. A)', ['A {Dkt. 12}']],
    ['ECF No. 12-3, Ex. A', ['A {ECF No. 12-3}']],
    ['Ex. A to the Complaint', ['A {Complaint}']],
    ['Compl. Exs. B and Z', ['B {Compl.}', 'Z {Compl.}']],
    ['Compl. Ex. B and Ex. Z', ['B {Compl.}', 'Z']],
    ['Compl. Ex. B, Ex. Z at 4', ['B {Compl.}', 'Z @4']],
    ['Compl. Ex. B and Compl. Ex. Z', ['B {Compl.}', 'Z {Compl.}']],
    ['Exhibit B to the Hosting Services Agreement', ['B {Hosting Services Agreement}']],
    ['Mot. Ex. A at 3', ['A {Mot.} @3']],
    ['the motion, and Exhibit A', ['A']],
  ])('%s', (text, found) => expect(read(text)).toEqual(found));
});

describe('pins', () => {
  test.each([
    ['Ex. A, at 4', ['A @4']],
    ['Ex. A, p. 4', ['A @4']],
    ['Ex. A p. 4', ['A @4']],
    ['Ex. A at p. 4', ['A @4']],
    ['Ex. A, pp. 4–6, 9', ['A @4–6, 9']],
    ['Ex. A at 4 and 6.', ['A @4 and 6']],
    ['Ex. A at 4 & 6', ['A @4 & 6']],
    ['Ex. A at page 4', ['A @4']],
    // The foot of a page.
    ['see Ex. A\nPage 4', ['A']],
    ['Ex. A, Page 4', ['A @4']],
    ['Ex. A at 3:14', ['A @3:14']],
    ['Ex. A at 3:14-22', ['A @3:14-22']],
    ['Ex. A at 3:14–4:2', ['A @3:14–4:2']],
    ['Ex. A, Tr. 45:3', ['A @45:3']],
    ['Ex. A ¶ 7', ['A @¶ 7']],
    ['Ex. A ¶¶ 7–9, 12', ['A @¶¶ 7–9, 12']],
    ['Ex. A at ¶ 7', ['A @¶ 7']],
    ['Ex. A § 2.1', ['A @§ 2.1']],
    ['Ex. A ¶ 7, § 3 at 4', ['A @¶ 7, § 3 at 4']],
    ['Ex. A (WSBA 12345)', ['A']],
    ['Ex. A at 3 (email) to the Smith Decl.', ['A <Smith> @3']],
    ['Ex. A at 4 n.2', ['A @4 n.2']],
    ['Ex. A at iv', ['A @iv']],
    ['Ex. A at *4', ['A @4']],
    ['Ex. A (at 4)', ['A @4']],
    ['Ex. A (AMZ000123)', ['A @AMZ000123']],
    ['Ex. A at AMZ000123–25', ['A @AMZ000123–25']],
    ['Ex. A at AMZ000123-AMZ000125', ['A @AMZ000123-AMZ000125']],
    ['Ex. A at AMZ000123-R', ['A @AMZ000123-R']],
    ['Ex. A at FW_00000123', ['A @FW_00000123']],
    ['Ex. A, Dkt. 12-3 at 4', ['A @4']],
    ['Ex. A (Dkt. 12-3) at 4', ['A @4']],
    ['Ex. A (Jones Dep.) at 45:3-14', ['A @45:3-14']],
    ['Ex. A at 3 and 5 days later', ['A @3']],
    ['Ex. A at 4, 15 U.S.C. § 1', ['A @4']],
    ['Ex. A at least twice', ['A']],
    ['Ex. A, January 2021', ['A']],
    ['Ex. A, and 4 more', ['A']],
    ['Ex. A [AMZ000123]', ['A @AMZ000123']],
    ['Exhibits (“Exs.”) A and B at 4', ['A', 'B @4']],
    ['Plaintiffs’ Exhibits (“PX”) 1 through 3', ['1 [plaintiff]', '2 [plaintiff]', '3 [plaintiff]']],
  ])('%s', (text, found) => expect(read(text)).toEqual(found));
});

test.each([
  ['Exs. 3 and 4 at 5 and 7, respectively', [[5], [7]]],
  ['Exs. 3–5 to the Smith Decl. at 5–6, 8, and 9 respectively', [[5], [8], [9]]],
  ['Exs. 3 and 4 at 5, 6 and 7, respectively', [[], [5, 6, 7]]],
  ['Exs. 3 and 4 at 5 and 7', [[], [5, 7]]],
])('each exhibit has its own pin: %s', (text, firsts) => {
  const places = findCitations([text]).map((cited) =>
    cited.places.map((place) => 'first' in place && place.first),
  );
  expect(places).toEqual(firsts);
});

describe('“id.”', () => {
  test.each([
    ['See Ex. A at 4. Id. at 5.', ['A @4', 'A @5 id']],
    ['Smith Decl. Ex. A; id. ¶ 4; id. at 5', ['A <Smith>', 'A <Smith> @¶ 4 id', 'A <Smith> @5 id']],
    ['See Ex. A at 4. Ibid. at 5.', ['A @4', 'A @5 id']],
    ['See Ex. A at 4. Id., at 5.', ['A @4', 'A @5 id']],
    ['See Ex. A at 4. Fair v. North, 1 F.3d 2. Id. at 5.', ['A @4']],
    ['See Ex. A at 4. 15 U.S.C. § 1. Id. at 5.', ['A @4']],
    ['See Ex. A at 4. Smith Decl. ¶ 5. Id. at 5.', ['A @4']],
    ['See Ex. A at 4. Smith Dec. ¶ 5. Id. at 5.', ['A @4']],
    ['See Ex. A at 4. Dkt. 12 at 3. Id. at 5.', ['A @4']],
    ['See Exs. A, B. Id. at 5.', ['A', 'B']],
    ...[
      "Opp'n at 4.",
      'Defs. Mem. at 4.',
      'Lease at 4.',
      'Complaint ¶ 4.',
      'Whitlock Rep., at 4.',
      'L.R. 7(b).',
      'Whitlock, 12 Cal.5th at 34.',
      'Whitlock, 12 N.E.3d at 34.',
      'Whitlock, supra, at 4.',
      'In re Whitlock.',
      'H.R. Rep. No. 104-1, at 3.',
      'Slip op. at 4.',
    ].map((other): [string, string[]] => [`See Ex. A at 4. ${other} Id. at 5.`, ['A @4']]),
    ['See Ex. A at 4. Id at 5.', ['A @4', 'A @5 id']],
    ['See Ex. A at 4. They met at 9 A.M. Id. at 5.', ['A @4', 'A @5 id']],
    ['Smith Decl. Ex. A. Id. at Ex. B; id., Exs. C–D.', ['A <Smith>', 'B <Smith>', 'C <Smith>', 'D <Smith>']],
    ['Id. at 5.', []],
    ['See Ex. A. Id.', ['A']],
  ])('%s', (text, found) => expect(read(text)).toEqual(found));

  test('goes on over the end of a page', () => {
    expect(findCitations(['See Ex. A at 4.', 'Id. at 5.']).map(({ page, pin }) => [page, pin])).toEqual([
      [1, '4'],
      [2, '5'],
    ]);
  });
});

describe('Bates numbers alone', () => {
  const options = { batesPrefixes: ['AMZ'] };
  test.each([
    ['See AMZ000123.', ['– @AMZ000123']],
    ['See AMZ000123-126 and AMZ000130.', ['– @AMZ000123-126', '– @AMZ000130']],
    ['See XYZ000123.', []],
    ['text\nAMZ000123\nmore', []],
    ['text\nCONFIDENTIAL AMZ000123\nmore', []],
  ])('%s', (text, found) => expect(read(text, options)).toEqual(found));

  test('a prefix may be one letter', () => {
    const found = read('See W000004–W000006. See Ex. C at 2, W000007.', { batesPrefixes: ['W'] });
    expect(found).toEqual(['– @W000004–W000006', 'C @2, W000007']);
    expect(read('See Ex. C, and Ex. B1234.', { batesPrefixes: ['W'] })).toEqual(['C', 'B1234']);
  });
});

describe('text as PDFs have it', () => {
  test.each([
    ['parted at a line’s end', 'See Ex.\nC\nat 4.', ['C @4']],
    ['parted within a word', 'See Ex-\nhibit C at 4', ['C @4']],
    ['parted by PDFium’s sign', 'See Ex\u0002\nhibit PX\u0002\n12 at 4', ['PX-12 @4']],
    ['a label parted', 'See PX-\n12 at 4', ['PX-12 @4']],
    ['a range parted', 'See Exs. A–\nC', ['A', 'B', 'C']],
    ['a pin parted', 'See Ex. A at 4-\n6', ['A @4-6']],
    ['spaces that do not break', 'See Ex.\u00a0C at\u202f4', ['C @4']],
    ['soft hyphens', 'See Ex\u00adhibit C', ['C']],
    ['soft hyphens at a line’s end', 'See Ex\u00ad\nhibit C', ['C']],
    ['characters without width', 'See Ex.\u200b\ufeff C', ['C']],
    ['ends of lines of Windows', 'See Ex.\r\nC at\r\n4.', ['C @4']],
    ['a declaration parted', '(Smith\nDecl. ¶\n7, Ex. B)', ['B <Smith> @¶ 7']],
  ])('%s', (_name, text, found) => expect(read(text)).toEqual(found));

  test('the line numbers of pleading paper are read over', () => {
    const words = ['The parties agree, see Ex.', 'C at 4, and PX-', '12 at 3. See Ex-', 'hibit D.'];
    const lines = Array.from({ length: 24 }, (_, at) => `${at + 1} ${words[at] ?? 'and so it went on'}`);
    expect(read(lines.join('\n'))).toEqual(['C @4', 'PX-12 @3', 'D']);
  });

  test.each([
    ['a slip sheet', 'EXHIBIT A'],
    ['a slip sheet with a title', 'EXHIBIT A\nHosting Agreement'],
    ['a slip sheet of a declaration', 'EXHIBIT A\nTO DECLARATION OF JANE SMITH'],
    ['a caption', 'EXHIBIT A TO DECLARATION OF JANE SMITH'],
    ['a caption with a title', 'EXHIBIT A – HOSTING AGREEMENT'],
    ['a sheet in small letters', 'Exhibit A\nHosting Agreement'],
    ['a sticker', 'Agreed on 1 May.\nPLAINTIFF’S\nEXHIBIT\n12\nThe parties'],
    ...[
      'TABLE OF EXHIBITS',
      'INDEX TO EXHIBITS',
      'Index of Attached Exhibits',
      'PLAINTIFF’S EXHIBIT LIST',
      'EXHIBITS',
      'TABLE OF EXHIBITS (cont.)',
      'Exhibit Index:',
    ].map((head): [string, string] => [
      head,
      `${head}\nExhibit A Agreement 4\nExhibit B Invoice 9\nPX-1 Log 12`,
    ]),
    [
      'a table of contents',
      'TABLE OF CONTENTS\nI. FACTS ........ 2\nA. Exhibit A Shows\nthe Breach ........ 3\nB. Exhibits B and C . . . . . . . 4',
    ],
  ])('%s is no citation', (_name, text) => expect(read(text)).toEqual([]));

  test('an index of exhibits goes on over the page, until a page that does not begin with a row', () => {
    const pages = [
      'TABLE OF EXHIBITS\nExhibit A Lease 4\nExhibit B Notice 9',
      'Exhibit C Letter 12\nExhibit D Bill 14',
      'Exhibit E shows it, and so does\nthe log.',
    ];
    expect(findCitations(pages).map(({ label }) => label)).toEqual(['E']);
  });

  test('a citation that begins a line is one', () => {
    expect(read('The fees were paid, as the ledger says. See\nEX. C\nat 4.')).toEqual(['C @4']);
  });

  test.each([
    'A copy of the lease is attached as\nEXHIBIT A\nand was signed in May.',
    'A copy of the lease is attached as\nEXHIBIT A.\nIt was signed.',
    'A copy of the lease is attached hereto as\nExhibit “A.”',
  ])('a sentence may end in one on a line of its own: %s', (text) => expect(read(text)).toEqual(['A']));

  test('what Word deleted or hides is not read, so that what replaced it is', () => {
    expect(
      read('See Ex. [deleted: C [sic]]D at 2. [hidden: See Ex. G at 4.]It is Ex. B[deleted: -1] at 3.'),
    ).toEqual(['D @2', 'B @3']);
  });

  test('places are those of the page as it stands', () => {
    const text = 'It was “paid” (Smith\nDecl. ¶ 7, Ex-\nhibit B at 4), and\u00a0on.';
    const [found] = findCitations([text]);
    expect(text.slice(found!.start, found!.end)).toBe('Smith\nDecl. ¶ 7, Ex-\nhibit B at 4');
    expect(found!.text).toBe(text.slice(found!.start, found!.end));
    expect(found!.text.slice(found!.labelSpan!.start, found!.labelSpan!.end)).toBe('B');
    expect(found!.ownSpans.map(({ start, end }) => text.slice(start, end))).toEqual(['Ex-\nhibit B at 4']);
  });
});

describe('whatever the text', () => {
  const piece = fc.constantFrom(
    'Ex. ',
    'Exs. ',
    'EXHIBIT ',
    'exhibit ',
    'A',
    'C-1',
    '10A',
    '12',
    ', ',
    ' and ',
    '–',
    '-',
    '-\n',
    '\n',
    ' at ',
    '¶ 7',
    '4',
    'Smith Decl. ',
    'Id. ',
    '(',
    ')',
    '“',
    '”',
    '. ',
    'PX-',
    'AMZ000123',
    ' to the ',
    'Compl. ',
    '\u00ad',
  );
  const text = fc
    .array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 40 })
    .map((parts) => parts.join(''));

  test('every citation is where it says, and its parts are in it', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (pages) => {
        let before: PageSpan = { page: 0, start: 0, end: 0 };
        for (const found of findCitations(pages, { batesPrefixes: ['AMZ'] })) {
          const textOf = ({ page, start, end }: PageSpan) => pages[page - 1]!.slice(start, end);
          const parts = [found, ...(found.next ? [found.next] : []), ...found.further];
          expect(found.text.replaceAll(/\s+/gu, ' ')).toBe(
            parts.map(textOf).join('\n').replaceAll(/\s+/gu, ' '),
          );
          for (const { start, end } of parts) expect(start).toBeLessThan(end);
          for (const span of found.ownSpans) {
            const part = parts.find(({ page }) => page === span.page)!;
            expect(span.start).toBeGreaterThanOrEqual(part.start);
            expect(span.end).toBeLessThanOrEqual(part.end);
          }
          if (found.page === before.page && found.end !== before.end)
            expect(found.start).toBeGreaterThanOrEqual(before.end);
          before = parts.at(-1)!;
        }
      }),
    );
  });

  test('what many citations say together stays in proportion to the text', () => {
    const pins = `at ${'1, '.repeat(2_000)}1`;
    for (const raw of [`Exs. ${'A, '.repeat(50_000)}`, `Exs. A ${pins}, ${`B ${pins}, `.repeat(20)}`]) {
      const said = findCitations([raw]).reduce((sum, found) => sum + found.text.length, 0);
      expect(said).toBeLessThan(100 * raw.length);
    }
  });

  test('a citation is found wherever its lines break', () => {
    const words = ['Smith', 'Decl.', '¶', '7,', 'Ex.', 'B', 'at', '4–6'];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(' ', '\n', ' \n', '\u00a0', '\r\n'), { minLength: 7, maxLength: 7 }),
        (gaps) => {
          const written = words.map((word, at) => word + (gaps[at] ?? '')).join('');
          expect(read(`It was paid. See ${written}, and so on.`)).toEqual(['B <Smith> @4–6']);
        },
      ),
    );
  });

  test.each([
    ['many words', 'Smith '.repeat(200_000)],
    ['names before nothing', `${'A. '.repeat(300_000)}Decl.`],
    ['one label after another', `Exs. ${'A, '.repeat(300_000)}`],
    ['one range after another', `Exs. ${'1-500, '.repeat(100_000)}`],
    ['digits', `Ex. ${'1'.repeat(1_000_000)}`],
    ['hyphens', '-\n'.repeat(500_000)],
    ['white space', `Ex.${' '.repeat(1_000_000)}A`],
    ['headings without an end', 'EXHIBIT A '.repeat(100_000)],
    ['anchors', 'Ex. Ex. Id. PX- Decl. '.repeat(50_000)],
    ['brackets', 'Ex. A ('.repeat(100_000)],
    ['declarations', 'Smith Decl. ¶ 1, '.repeat(60_000)],
  ])('takes time in proportion to a text of %s', (_name, hostile) => {
    expect(findCitations([hostile], { batesPrefixes: ['AMZ'] }).length).toBeLessThanOrEqual(maxCitations);
  });
});
