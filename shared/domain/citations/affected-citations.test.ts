import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExhibitId } from '../../model/common.ts';
import type { Citation } from '../../model/exhibits.ts';
import { affectedCitations, lostCitations } from './affected-citations.ts';
import { findCitations } from './find-citations.ts';

const labels = ['A', 'B', 'C', 'D'];

/** Citations in a text as a report has them; the exhibit's id is its label. */
function reported(text: string): Citation[] {
  return findCitations([text], { labels }).map(({ page, text: whole, start, end, label, declarant, pin }) => {
    const isKnown = labels.includes(label!);
    return {
      page,
      text: whole,
      start,
      end,
      label: label!,
      declarant,
      pin,
      exhibitId: isKnown ? (label as ExhibitId) : null,
      status: isKnown ? 'found' : 'absent',
    };
  });
}

/** After a new exhibit between A and B, where those after it move up. */
const pushed = new Map([
  ['B', 'C'],
  ['C', 'D'],
  ['D', 'E'],
]);

const corrections = (text: string, now: ReadonlyMap<string, string> = pushed) =>
  affectedCitations(reported(text), now, labels).map(({ shouldSay }) => shouldSay);

test.each([
  ['See Ex. A at 4.', []],
  ['See Ex. B at 4.', ['Ex. C at 4']],
  ['(Smith Decl. ¶ 7, Ex. B at 4)', ['Smith Decl. ¶ 7, Ex. C at 4']],
  ['See Exs. A, B and D.', ['Exs. A, C and E']],
  ['See Exs. B–D.', ['Exs. C–E']],
  ['See Exs. A–C.', ['Exs. A, C, D']],
  ['See Exs. A–C and D.', ['Exs. A, C, D and E']],
  ['See Ex. Z.', []],
  ['See Exs. B at 4, C at 6.', ['Exs. C at 4, D at 6']],
  ['See Ex. B at 4. Id. at 5. Ex. B at 7.', ['Ex. C at 4', 'Ex. C at 7']],
  ['See Exhibit “B”', ['Exhibit “C”']],
  ['See Ex-\nhibit B', ['Ex-\nhibit C']],
])('%s', (text, expected) => expect(corrections(text)).toEqual(expected));

test('a number alone stays one where the set has it with its code', () => {
  const [found] = reported('See Pls.’ Ex. 4 at 2.');
  const citation = { ...found!, exhibitId: 'PX-4' as ExhibitId };
  const now = new Map([['PX-4', 'PX-5']]);
  const shouldSay = (own: string[]) => affectedCitations([citation], now, own).map((each) => each.shouldSay);
  expect(shouldSay(['PX-3', 'PX-4'])).toEqual(['Pls.’ Ex. 5 at 2']);
  expect(shouldSay(['3', '4'])).toEqual(['Pls.’ Ex. PX-5 at 2']);
});

test('a range that ends with a late exhibit is put right with it', () => {
  const own = ['A', 'B', 'B-1', 'C'];
  const found = findCitations(['See Exs. A–B-1.'], { labels: own }).map(
    ({ label, page, start, end, text }) =>
      ({
        page,
        start,
        end,
        text,
        label,
        declarant: null,
        pin: null,
        exhibitId: label,
        status: 'found',
      }) as Citation,
  );
  const now = new Map([
    ['B', 'C'],
    ['B-1', 'C-1'],
  ]);
  expect(affectedCitations(found, now, own).map(({ shouldSay }) => shouldSay)).toEqual(['Exs. A, C, C-1']);
  expect(lostCitations(found, new Map([['B-1', 'B-1']])).map(({ gone }) => gone)).toEqual([['B-1']]);
});

test('a range of which the exhibits between its ends went elsewhere is written out', () => {
  const apart = new Map([
    ['B', 'D'],
    ['C', 'B'],
    ['D', 'C'],
  ]);
  expect(corrections('See Exs. A–C.', apart)).toEqual(['Exs. A, D, B']);
});

test('one that already says what it has to say is not told', () => {
  expect(corrections('See Ex. C.', new Map([['C', 'C']]))).toEqual([]);
});

test('every citation that is put right cites the exhibits it cited', () => {
  const cited = fc.uniqueArray(fc.constantFrom(...labels), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(cited, fc.shuffledSubarray(labels, { minLength: 4 }), (some, order) => {
      const now = new Map(labels.map((label, at) => [label, order[at]!]));
      const text = `See Exs. ${some.join(', ')}.`;
      const [said = text] = corrections(text, now);
      const read = findCitations([said], { labels, isCutOut: true }).map(({ label }) => label);
      expect(read).toEqual(some.map((label) => now.get(label)));
    }),
  );
});

test.each([
  ['See Ex. A at 4.', []],
  ['See Ex. B at 4. Id. at 5. See Ex. A.', ['Ex. B at 4: B', 'Id. at 5: B']],
  ['See Exs. A–C and D.', ['Exs. A–C and D: B, D']],
  ['See Exs. B, C. See Ex. Z.', ['Exs. B, C: B']],
])('without B and D, %s leads nowhere where it cites them', (text, lost) => {
  const gone = new Map([
    ['B', 'B'],
    ['D', 'D'],
  ]);
  const told = lostCitations(reported(text), gone).map(
    (one) => `${one.citation.text}: ${one.gone.join(', ')}`,
  );
  expect(told).toEqual(lost);
});
