import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffWords, type DiffPart } from './word-diff.ts';

/** As a redline prints it: [-gone-] and {+new+}. */
function written(before: string, after: string): string {
  const marks = { same: ['', ''], gone: ['[-', '-]'], new: ['{+', '+}'] } as const;
  return diffWords(before, after)
    .map(({ kind, text }) => marks[kind][0] + text + marks[kind][1])
    .join('');
}

const folded = (text: string) => text.replaceAll(/\s+/g, '');
const without = (parts: readonly DiffPart[], kind: DiffPart['kind']) =>
  folded(
    parts
      .filter((part) => part.kind !== kind)
      .map(({ text }) => text)
      .join(''),
  );

describe('diffWords', () => {
  test.each([
    ['', '', ''],
    ['ORDER', 'ORDER', 'ORDER'],
    ['', 'ORDER granting stay', '{+ORDER granting stay+}'],
    ['ORDER granting stay', '', '[-ORDER granting stay-]'],
    ['MOTION for Order', 'MOTION for Sanctions', 'MOTION for[- Order-]{+ Sanctions+}'],
    [
      'NOTICE of Hearing on January 14, 2021',
      'AMENDED NOTICE of Hearing on January 15, 2021',
      '{+AMENDED+} NOTICE of Hearing on January[- 14-]{+ 15+}, 2021',
    ],
    ['AMENDED NOTICE of Hearing', 'NOTICE of Hearing', '[-AMENDED-] NOTICE of Hearing'],
    ['on 1/11/2021.', 'on 1/12/2021.', 'on[- 1/11/2021-]{+ 1/12/2021+}.'],
    ['No. 2:26-cv-00107-RA', 'No. 2:26-cv-00108-RA', 'No.[- 2:26-cv-00107-RA-]{+ 2:26-cv-00108-RA+}'],
    [
      'ORDER (14 pages) (Entered: 01/21/2026)',
      'ORDER (14 pages) (Modified on 1/25/2026) (Entered: 01/21/2026)',
      'ORDER (14 pages){+ (Modified on 1/25/2026)+} (Entered: 01/21/2026)',
    ],
    [
      'ORDER (14 pages) (Modified on 1/25/2026) (Entered: 01/21/2026)',
      'ORDER (14 pages) (Entered: 01/21/2026)',
      'ORDER (14 pages)[- (Modified on 1/25/2026)-] (Entered: 01/21/2026)',
    ],
    [
      '(Attachments: # 1 Exhibit A)',
      '(Attachments: # 1 Exhibit A)(Vale, J) (Entered: 01/11/2026)',
      '(Attachments: # 1 Exhibit A){+(Vale, J) (Entered: 01/11/2026)+}',
    ],
    ['re 2 Motion', 're 2-1 Motion', 're[- 2-]{+ 2-1+} Motion'],
    [
      'filed by Fairwater LLC.',
      'filed by Fairwater LLC. (Entered: 03/02/2026)',
      'filed by Fairwater LLC.{+ (Entered: 03/02/2026)+}',
    ],
  ])('%j → %j', (before, after, expected) => {
    expect(written(before, after)).toBe(expected);
  });

  test('white space alone is no change', () => {
    expect(diffWords('ORDER  re\n12', ' ORDER re 12 ')).toEqual([{ kind: 'same', text: 'ORDER re 12' }]);
  });

  test('what is only a mark or an accent apart is another word', () => {
    expect(written('José Álvarez', 'Jose Álvarez')).toBe('[-José-]{+Jose+} Álvarez');
  });

  test('a single word that happens to be in both does not break a replaced phrase up', () => {
    expect(written('heard before the clerk of court', 'sent to counsel of Fairwater')).toBe(
      '[-heard before the clerk of court-]{+sent to counsel of Fairwater+}',
    );
  });

  test('several changes far apart are each shown, with what stayed between them', () => {
    const between = 'the parties shall meet and confer within seven days of this order';
    expect(written(`GRANTED ${between} by Monday`, `DENIED ${between} by Friday`)).toBe(
      `[-GRANTED-]{+DENIED+} ${between} by[- Monday-]{+ Friday+}`,
    );
  });

  test('texts with little in common are one text gone and one new, between a like beginning and end', () => {
    const words = (stem: string) => Array.from({ length: 3_000 }, (_, at) => `${stem}${at}`).join(' ');
    const parts = diffWords(`ORDER ${words('a')} so ordered`, `ORDER ${words('b')} so ordered`);
    expect(parts.map(({ kind }) => kind)).toEqual(['same', 'gone', 'new', 'same']);
  });

  test('a text of fifty thousand marks against another is answered', () => {
    const parts = diffWords('( '.repeat(50_000), ') '.repeat(50_000));
    expect(parts.map(({ kind }) => kind)).toEqual(['gone', 'new']);
  });

  // Reading in more than linear time would not finish here.
  test('a text that ends in much white space is answered', () => {
    expect(written(`ORDER${' '.repeat(300_000)}`, 'ORDER stay')).toBe('ORDER{+ stay+}');
  });

  test('both texts can be read back from the parts, and nothing else is in them', () => {
    const text = fc
      .array(
        fc.constantFrom('ORDER', 'MOTION', 're', '12', '12-3', 'of', 'stay', ',', '(', ')', 'Hosting’s'),
        {
          maxLength: 40,
        },
      )
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffWords(before, after);
        expect(without(parts, 'new')).toBe(folded(before));
        expect(without(parts, 'gone')).toBe(folded(after));
        expect(parts.every((part) => part.text !== '')).toBe(true);
        parts.forEach((part, at) => expect(part.kind).not.toBe(parts[at + 1]?.kind));
      }),
      { numRuns: 500 },
    );
  });

  test('a text against itself has nothing gone or new', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(diffWords(text, text).every(({ kind }) => kind === 'same')).toBe(true);
      }),
    );
  });
});
