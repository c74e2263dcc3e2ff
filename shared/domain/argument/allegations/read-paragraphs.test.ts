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
      { number: 1, page: 1, text: 'Fairwater LLC runs ferries.', opening: 'Fairwater LLC runs ferries.' },
      {
        number: 2,
        page: 1,
        text: 'Harbor Trust owns the only pier. It leases it by the year.',
        opening: 'Harbor Trust owns the only pier. It leases it',
      },
      {
        number: 3,
        page: 2,
        text: 'The lease forbids entry without 30 days’ notice.',
        opening: 'The lease forbids entry without 30 days’ notice.',
      },
      { number: 4, page: 3, text: 'Harbor Trust gave none.', opening: 'Harbor Trust gave none.' },
      { number: 5, page: 3, text: 'Fairwater repeats ¶¶ 1-4.', opening: 'Fairwater repeats ¶¶ 1-4.' },
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

  it('may leave out a number or begin later', () => {
    expect(numbersOf('7. A.\n8. B.\n10. D.\n11. E.')).toEqual([7, 8, 10, 11]);
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

  it('are none in a letter, and in a page of pleading paper without text', () => {
    expect(numbersOf('Dear Ms. Peikoff,\n1. We suspend.\n2. We regret.')).toEqual([]);
    expect(numbersOf(Array.from({ length: 28 }, (_, at) => `${at + 1}`).join('\n'), '')).toEqual([]);
  });
});
