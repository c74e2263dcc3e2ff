import { describe, expect, test } from 'vitest';
import { findCitations, type CitationOptions } from './find-citations.ts';

const body = (words: string) => `It was so agreed in the letter of May.\n${words}`;
const after = (words: string) => `${words}\nNothing else was said of it.`;
/** What was found: label, pin, and the pages it is on. */
const read = (pages: readonly string[], options?: CitationOptions) =>
  findCitations(pages, options).map(({ label, declarant, pin, page, next, further }) =>
    [
      label ?? '–',
      ...(declarant === null ? [] : [`<${declarant}>`]),
      ...(pin === null ? [] : [`@${pin}`]),
      next ? `p. ${page}–${(further.at(-1) ?? next).page}` : `p. ${page}`,
    ].join(' '),
  );

describe('a citation that runs over from one page to the next', () => {
  test.each([
    ['See Ex.', 'B at 4.', ['B @4 p. 1–2']],
    ['See Ex. B', 'at 4.', ['B @4 p. 1–2']],
    ['See Ex-', 'hibit B at 4.', ['B @4 p. 1–2']],
    ['See PX-', '12 at 3.', ['PX-12 @3 p. 1–2']],
    ['See Ex. B at 4–', '6.', ['B @4–6 p. 1–2']],
    ['See Exs. A, B', 'and C.', ['A p. 1–2', 'B p. 1–2', 'C p. 1–2']],
    ['See Exs. A,', 'B and C at 2.', ['A p. 1–2', 'B p. 1–2', 'C @2 p. 1–2']],
    ['See Exs. A–', 'C.', ['A p. 1–2', 'B p. 1–2', 'C p. 1–2']],
    ['See Exs. A through', 'C.', ['A p. 1–2', 'B p. 1–2', 'C p. 1–2']],
    ['(Smith Decl. ¶ 7,', 'Ex. B at 4).', ['B <Smith> @4 p. 1–2']],
    ['See Exhibit A to the Declaration of', 'Jane Smith.', ['A <Jane Smith> p. 1–2']],
    ['See Ex. A at 2. Id.', 'at 4.', ['A @2 p. 1', 'A @4 p. 1–2']],
    ['See Ex. A at 2. It ends here.', 'See Ex. B.', ['A @2 p. 1', 'B p. 2']],
    ['See Ex. A at 2.', 'Ex. B says so too.', ['A @2 p. 1', 'B p. 2']],
    ['See Ex. B,', 'Ex. C and Ex. D.', ['B p. 1', 'C p. 2', 'D p. 2']],
    ['It was sent on May', '4.', []],
    ['See ECF No. 22-4', '(Ex. B) at 3.', ['B @3 p. 2']],
    ['As page 4 of', 'Exhibit B says.', ['B @4 p. 1–2']],
  ])('%s | %s', (end, beginning, found) =>
    expect(read([body(end), after(beginning)], { labels: ['A', 'B', 'C'] })).toEqual(found),
  );

  test('past page numbers, the court’s header and lines that stand alike on the pages near it', () => {
    const header = (page: number) => `Case 2:21-cv-00031-BJR Document 5 Filed 01/11/21 Page ${page} of 9`;
    const footer = (page: number) => `MOTION FOR TRO (No. 2:21-cv-00031) – ${page}\nFairwater LLC\n${page}`;
    const page = (number: number, words: string) => `${header(number)}\n${words}\n${footer(number)}`;
    expect(read([page(1, body('See Exs. A, B and')), page(2, after('C at 4.'))])).toEqual([
      'A p. 1–2',
      'B p. 1–2',
      'C @4 p. 1–2',
    ]);
    expect(read([`${body('See Ex.')}\n- 1 -`, `ii\n${after('B at 4.')}`])).toEqual(['B @4 p. 1–2']);
  });

  test.each([
    ['See Ex. 7', '- 9 -', 'It was so.', ['7 p. 1']],
    ['See Ex. 7 at 4', '- 9 -', 'It was so.', ['7 @4 p. 1']],
    ['See Ex. 7 at 4,', '9', 'Ex. 8 says so too.', ['7 @4 p. 1', '8 p. 2']],
    ['See PX-7,', '9', 'which says so.', ['PX-7 p. 1']],
    ['It was exhibit A', '- 9 -', 'that said so.', ['A p. 1']],
    ['It was so.8 See Ex. 7 at 4,', '8 It was a note.\n9', 'which says so.', ['7 @4 p. 1']],
  ])('not with the number of its page or of a footnote: %s | %s', (end, number, beginning, found) => {
    expect(read([`${body(end)}\n${number}`, after(beginning)], { labels: ['7', '8', '9'] })).toEqual(found);
  });

  test.each(['\n', ' '])(
    'numbers of pleading paper are no marks and begin no footnotes: parted by “%s”',
    (parting) => {
      const words = [
        'See p.5; Ex. A at 3.',
        'So',
        'it was',
        'all',
        'See Ex. D at',
        '2 North',
        'piers.',
        'So be it.',
        'x',
      ];
      const lines = words.map((line, at) => `${at + 1}${parting}${line}`);
      expect(read([lines.join('\n'), after('Id. at 5.')])).toEqual(['A @3 p. 1', 'D @2 p. 1', 'D @5 p. 2']);
    },
  );

  test('past the numbers of pleading paper, in a block of their own or before each line', () => {
    const numbers = Array.from({ length: 28 }, (_, line) => line + 1);
    const lines = (words: readonly string[]) => numbers.map((n) => `${n} ${words[n - 1] ?? ''}`.trim());
    const first = [...Array.from({ length: 27 }, (_, n) => `line ${n} of it`), 'as shown by Ex.'];
    expect(read([lines(first).join('\n'), lines(['B at 4, and so on', 'to the end']).join('\n')])).toEqual([
      'B @4 p. 1–2',
    ]);
    const block = numbers.join('\n');
    expect(read([`${body('See Ex.')}\n${block}`, `${block}\n${after('B at 4.')}`])).toEqual(['B @4 p. 1–2']);
  });

  test('past the footnotes at the foot of the page, whose own citations stay', () => {
    const foot = '1 See Ex. D at 2.\n2 The rest is in\nthe reply.';
    expect(read([`${body('That is so, see Ex.')}\n${foot}\n3`, after('B at 4.')])).toEqual([
      'B @4 p. 1–2',
      'D @2 p. 1',
    ]);
    expect(read([`${body('That is so, as Ex. B shows.')}\n${foot}`, after('at 4 of it.')])).toEqual([
      'B p. 1',
      'D @2 p. 1',
    ]);
  });

  test('past footnotes whose raised numbers are lines of their own', () => {
    const foot = '5\n(Exhibit C, p. 4.)\n6\nSee Ex. D at 2.';
    expect(read([`${body('It was so (Ex. B')}\n${foot}`, after('at 4).')])).toEqual([
      'B @4 p. 1–2',
      'C @4 p. 1',
      'D @2 p. 1',
    ]);
  });

  test('“id.” in a footnote means the exhibit cited before it in footnotes, where there is one', () => {
    const pages = [
      `${body('See Ex. A at 3.1')}\n1 Id. at 9.`,
      `${body('It is so.2 See Ex. B at 3.')}\n2 See Ex. D at 2.`,
      `${body('Id. at 4.\n3\nIt is so.')}\n3\nId. at 5.\n9`,
    ];
    expect(read(pages)).toEqual(['A @3 p. 1', 'B @3 p. 2', 'D @2 p. 2', 'B @4 p. 3', 'D @5 p. 3']);
    expect(read(['See Ex. A at 3.\n\nFootnotes\n[1] Id. at 9. See Ex. B.\n[2] Id. at 4.'])).toEqual([
      'A @3 p. 1',
      'B p. 1',
      'B @4 p. 1',
    ]);
  });

  test.each([
    ['It was so.\n5\nSee Ex. A at 3.', '5\nSee Ex. D at 2.', 'A'],
    ['It was so.5 See Ex. A at 3.', '5 See Ex. D at 2.', 'A'],
    // A numbered paragraph is no footnote, nor is a line that begins with another number.
    ['It was so.5 See Ex. A at 3.', '5. See Ex. D at 2.', 'D'],
    ['It was so.1 See Ex. A at 3.', '15. See Ex. D at 2.', 'D'],
    ['See Ex. A at 3. He lives at', '12 Harbor Street. See Ex. D at 2.', 'D'],
  ])('“id.” means the exhibit before the footnotes: %s | %s', (text, foot, label) => {
    expect(read([`${body(text)}\n${foot}`, after('Id. at 5.')]).at(-1)).toBe(`${label} @5 p. 2`);
  });

  test('is one citation with a part on each page, and one for each letter that is printed', () => {
    const pages = ['It was kept, see Exs. A, B\n1', 'and C.\n2'];
    const found = findCitations(pages);
    const part = ({ page, start, end }: { page: number; start: number; end: number }) =>
      pages[page - 1]!.slice(start, end);
    expect(found.map((each) => each.ownSpans.map(part))).toEqual([['Exs. A'], ['B'], ['C']]);
    const [first] = found;
    expect([first!.text, part(first!), part(first!.next!)]).toEqual([
      'Exs. A, B\nand C',
      'Exs. A, B',
      'and C',
    ]);
    const pinned = findCitations(['See Ex. B at\n1', '4.\n2']).flatMap(({ ownSpans }) => ownSpans);
    expect(pinned).toEqual([
      { page: 1, start: 4, end: 12 },
      { page: 2, start: 0, end: 1 },
    ]);
  });

  test('from page to page to page, each with the next', () => {
    expect(read([body('See Ex.'), 'A at 2. See Ex.', 'B at 3. See Ex.', after('C at 4.')])).toEqual([
      'A @2 p. 1–2',
      'B @3 p. 2–3',
      'C @4 p. 3–4',
    ]);
  });

  test('over pages of few words, as many as it takes up to eight', () => {
    expect(read([body('See Exs. A,'), 'B,\n2', 'C\n3', after('and D at 4. See Ex. B.')])).toEqual([
      'A p. 1–4',
      'B p. 1–4',
      'C p. 1–4',
      'D @4 p. 1–4',
      'B p. 4',
    ]);
    const [found] = findCitations(['See Ex.', 'B', 'at', '4.']);
    expect(found).toMatchObject({
      text: 'Ex.\nB\nat\n4',
      next: { page: 2, start: 0, end: 1 },
      further: [
        { page: 3, start: 0, end: 2 },
        { page: 4, start: 0, end: 1 },
      ],
    });
    const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'];
    const long = findCitations(['See Exs.', ...letters.map((letter) => `${letter},`)]);
    expect(long[0]!.further.at(-1)!.page).toBe(8);
    expect(read([body('See Exs. A,'), 'B,', after('C.')], { partings: new Set([2]) })[0]).toBe('A p. 1–2');
  });

  test('not over pages that are left out, nor over a page without text', () => {
    expect(read([body('See Ex.'), after('B at 4.')], { partings: new Set([1]) })).toEqual([]);
    expect(read([body('See Ex.'), ' \n3\n', after('B at 4.')])).toEqual([]);
  });

  test('not from a slip sheet to the page behind it', () => {
    expect(read(['EXHIBIT A', after('to the Declaration of Jane Smith is this letter.')])).toEqual([]);
  });

  test('takes time in proportion to the text, also where lines at the edges are long or many', () => {
    const pages = [`${'1\n'.repeat(50_000)}`, 'x'.repeat(300_000), `${'9 See Ex. A\n'.repeat(20_000)}`];
    expect(findCitations([...pages, ...pages]).length).toBeGreaterThan(0);
  });
});
