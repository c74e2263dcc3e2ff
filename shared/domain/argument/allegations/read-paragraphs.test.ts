import { describe, expect, it } from 'vitest';
import { readParagraphs } from './read-paragraphs.ts';

const numbersOf = (...pages: string[]) => readParagraphs(pages).map(({ number }) => number);
const textsOf = (...pages: string[]) => readParagraphs(pages).map(({ text }) => text);

describe('the paragraphs of a pleading', () => {
  it('go on over pages, without running lines, headings, and numbers of pleading paper', () => {
    const lineNumbers = Array.from({ length: 24 }, (_, at) => `${at + 1}`).join('\n');
    const foot = (page: number) => `COMPLAINT – ${page}\nNo. 2:26-cv-00101-ABC\n${lineNumbers}`;
    const head = (page: number) => `Case 2:26-cv-00101-ABC Document 1 Filed 11/02/26 Page ${page} of 3`;
    expect(
      readParagraphs([
        `${head(1)}\nPlaintiff alleges as follows:\nI. THE PARTIES\n1. Fairwater LLC runs ferries.\n2. Harbor Trust owns the\nonly pier. It leases it\n${foot(1)}`,
        `${head(2)}\nby the year.\nII. FACTS\nA. The lease\n3. The lease forbids entry without\n30 days’ notice.\n${foot(2)}`,
        `${head(3)}\n4. Harbor Trust gave none.\nFIRST CLAIM FOR RELIEF\nBreach of contract\n5. Fairwater repeats ¶¶ 1-4.\nPRAYER FOR RELIEF\nWHEREFORE Fairwater asks for:\n1. An order.\n2. Damages.\n${foot(3)}`,
      ]),
    ).toEqual([
      {
        section: null,
        number: 1,
        page: 1,
        text: 'Fairwater LLC runs ferries.',
        opening: 'Fairwater LLC runs ferries.',
        isCounterclaim: false,
      },
      {
        section: null,
        number: 2,
        page: 1,
        text: 'Harbor Trust owns the only pier. It leases it by the year.',
        opening: 'Harbor Trust owns the only pier. It leases it',
        isCounterclaim: false,
      },
      {
        section: null,
        number: 3,
        page: 2,
        text: 'The lease forbids entry without 30 days’ notice.',
        opening: 'The lease forbids entry without 30 days’ notice.',
        isCounterclaim: false,
      },
      {
        section: null,
        number: 4,
        page: 3,
        text: 'Harbor Trust gave none.',
        opening: 'Harbor Trust gave none.',
        isCounterclaim: false,
      },
      {
        section: null,
        number: 5,
        page: 3,
        text: 'Fairwater repeats ¶¶ 1-4.',
        opening: 'Fairwater repeats ¶¶ 1-4.',
        isCounterclaim: false,
      },
    ]);
  });

  it.each([
    ['numbers that stand alone', '1.\nOne.\n2.\nTwo.\n3.\nThree.'],
    ['signs', '¶ 1 One.\n¶ 2 Two.\n¶ 3 Three.'],
    ['parentheses, and no space before a capital', '1) One.\n2) Two.\n3.Three.'],
    [
      'numbers of pleading paper before each line',
      'x\n1. One.\n2. Two.\n3. Three.'
        .split('\n')
        .concat(Array(9).fill(''))
        .map((line, at) => `${at + 1} ${line}`)
        .join('\n'),
    ],
  ])('are read with %s', (_, page) => {
    expect(textsOf(page).slice(0, 2)).toEqual(['One.', 'Two.']);
    expect(numbersOf(page)).toEqual([1, 2, 3]);
  });

  it('are not begun anew by a list within one, by a wrapped cite, or by the table of contents', () => {
    expect(
      textsOf(
        '1. Parties ........ 2\n2. Facts ........ 3\n3. Claims ........ 4',
        '1. One, as shown by:\n1. a letter;\n2. a bill.\n2. Two; see Ex.\n3. Then see Dkt.\n4. It is so.\n3. Three.\n4. Four.\n5. Five.',
      ),
    ).toEqual([
      'One, as shown by: 1. a letter; 2. a bill.',
      'Two; see Ex. 3. Then see Dkt. 4. It is so.',
      'Three.',
      'Four.',
      'Five.',
    ]);
  });

  const row = (count: number, words: string) =>
    Array.from({ length: count }, (_, at) => `${at + 1}. ${words} ${at + 1}.`).join('\n');
  const placesOf = (...pages: string[]) =>
    readParagraphs(pages).map(
      ({ number, page, isCounterclaim }) => `${isCounterclaim ? 'c' : ''}${number}@${page}`,
    );

  it('end where a longer paper attached to it, a prayer or a list of defenses counts anew', () => {
    const own = ['1@1', '2@1', '3@1', '4@1'];
    for (const head of ['EXHIBIT A\n1-page copy', 'Exhibit A', 'Declaration of Ann Whitlock', 'LEASE'])
      expect(
        placesOf(`COMPLAINT\nFairwater alleges:\n${row(4, 'It is so')}`, `${head}\n${row(9, 'It was so')}`),
      ).toEqual(own);
    expect(placesOf(`${row(4, 'It is so')}\nPRAYER FOR RELIEF\n${row(7, 'An order')}`)).toEqual(own);
    expect(textsOf(`${row(4, 'It is so')}\nPRAYER FOR RELIEF\n${row(7, 'An order')}`).at(-1)).toBe(
      'It is so 4.',
    );
  });

  it('go on behind a list in one of them that has a heading', () => {
    const list = '5. It read:\nNOTICE OF CLOSURE\n1. The gate is locked.\n2. Nobody lands.';
    expect(numbersOf(`${row(4, 'It is so')}\n${list}\n6. So it was.\n7. So it is.`)).toEqual([
      1, 2, 3, 4, 5, 6, 7,
    ]);
  });

  it('are not the list of claims in a caption', () => {
    const caption = 'COMPLAINT FOR:\n1. BREACH OF CONTRACT\n2. FRAUD\n3. NEGLIGENCE\nDEMAND FOR JURY TRIAL';
    expect(textsOf(`${caption}\nI. PARTIES\n${row(5, 'It is so')}`)).toHaveLength(5);
    expect(textsOf(`${caption}\nI. PARTIES\n${row(5, 'It is so')}`)[0]).toBe('It is so 1.');
  });

  it.each([
    [4, 9],
    [9, 4],
  ])('of an answer are followed by its counterclaims, which count anew: %i and %i', (denied, alleged) => {
    const counted = (count: number, page: string) =>
      Array.from({ length: count }, (_, at) => `${page.replace('#', `${at + 1}`)}`);
    expect(
      placesOf(
        `ANSWER AND COUNTERCLAIMS\n${row(denied, 'Denied')}\nAFFIRMATIVE DEFENSES\n${row(3, 'Waiver')}`,
        `COUNTERCLAIMS\nHarbor Trust alleges:\n${row(alleged, 'It is so')}\nDated May 1, 2026.`,
        `EXHIBIT A\n${row(12, 'It was so')}`,
      ),
    ).toEqual([...counted(denied, '#@1'), ...counted(alleged, 'c#@2')]);
  });

  it('stay where two pages begin with the same words', () => {
    const repeats = 'Plaintiff repeats and realleges the paragraphs above.';
    expect(
      numbersOf(
        `1. One.\n2. Two.\nCOUNT I\n3. ${repeats}\n4. Four.`,
        `5. ${repeats}\n6. Six.\n7. Seven.`,
        `8. ${repeats}\n9. Nine.`,
      ),
    ).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('end as they do where another page has nearly the same words elsewhere', () => {
    const repeats = (last: number) => `Plaintiff repeats paragraphs 1\nthrough ${last}.`;
    const pages = [`1. A.\n2. ${repeats(1)}`, `3. C.\n4. ${repeats(3)}\n5. E.\n6. F.\n7. G.\n8. H.`];
    expect(textsOf(...pages)[1]).toBe('Plaintiff repeats paragraphs 1 through 1.');
  });

  it('may leave out a number or begin later', () => {
    expect(numbersOf('7. A.\n8. B.\n10. D.\n11. E.')).toEqual([7, 8, 10, 11]);
  });

  it('go on past pages without text, which leave out more', () => {
    const before = '1. A.\n2. B.\n3. C.\n4. D.\n5. E.';
    const after = '12. L.\n13. M.\n14. N.';
    const all = [1, 2, 3, 4, 5, 12, 13, 14];
    expect(numbersOf(before, '', after)).toEqual(all);
    expect(numbersOf(before, 'Case 2:26-cv-00101 Document 1 Filed 11/02/26 Page 2 of 3', after)).toEqual(all);
    expect(numbersOf(before, after)).toEqual([1, 2, 3, 4, 5]);
  });

  it('keep an end without a full stop', () => {
    expect(textsOf('1. One.\n2. The host wrote: no notice is\nrequired of\n3. Three.')[1]).toBe(
      'The host wrote: no notice is required of',
    );
  });

  it('are read from a long document in no time, without what follows the last of them', () => {
    const exhibit = Array.from({ length: 40 }, (_, at) => `Line ${at} of the exhibit.`).join('\n');
    const read = readParagraphs(['1. A.\n2. B.\n3. C.', ...Array<string>(3_000).fill(exhibit)]);
    expect(read.map(({ text }) => text.length < 10_000)).toEqual([true, true, true]);
  });

  it('may be counted in their sections, whose numbers are headings, up to the prayer', () => {
    const parts = ['Parties', 'Facts', 'Claims'].map(
      (head, at) =>
        `${at + 1}. ${head}\n${at + 1}.1 It is so.\n${at + 1}.2. It was so under\n4.1 of the lease.`,
    );
    const read = readParagraphs([parts.join('\n'), 'PRAYER FOR RELIEF\n4.1 An order.\n4.2 Damages.']);
    expect(read.map(({ section, number, page }) => `${section}.${number}@${page}`)).toEqual([
      '1.1@1',
      '1.2@1',
      '2.1@1',
      '2.2@1',
      '3.1@1',
      '3.2@1',
    ]);
    expect(read.at(-1)!.text).toBe('It was so under 4.1 of the lease.');
  });

  it('are none in a letter, and in a page of pleading paper without text', () => {
    expect(numbersOf('Dear Ms. Peikoff,\n1. We suspend.\n2. We regret.')).toEqual([]);
    expect(numbersOf(Array.from({ length: 28 }, (_, at) => `${at + 1}`).join('\n'), '')).toEqual([]);
  });
});
