import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareLabels,
  formatLabel,
  insertionLabels,
  isLabelScheme,
  isValidLabel,
  lettersOf,
  maxLabelLength,
  nextLabels,
  ordinalOf,
  splitExhibitLabel,
  parseLabel,
  partLabels,
  planPush,
  planRelabel,
} from './exhibit-label.ts';

const scheme = fc.constantFrom('A', '1', 'PX-1', 'DX-1');
const ordinal = fc.integer({ min: 1, max: 5000 });
const insertion = fc.integer({ min: 0, max: 60 });

describe('exhibit labels', () => {
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [28, 'AB'],
    [52, 'AZ'],
    [53, 'BA'],
    [702, 'ZZ'],
    [703, 'AAA'],
  ])('counts letters as spreadsheet columns are counted: %i is %s', (n, letters) => {
    expect(lettersOf(n)).toBe(letters);
    expect(ordinalOf(letters)).toBe(n);
  });

  it.each([
    ['A', [], 'A'],
    ['A', ['A', 'B'], 'C'],
    ['A', ['A', 'C'], 'D'],
    ['A', ['Z'], 'AA'],
    ['A', ['A', 'A-1', 'A-2'], 'B'],
    ['1', ['9', '10', '10A'], '11'],
    ['PX-1', ['PX-1'], 'PX-2'],
    ['PX-1', ['A', 'Deposition'], 'PX-1'],
  ])('gives the label after the greatest in scheme %s of %j: %s', (of, taken, expected) => {
    expect(nextLabels(of, taken, 1)).toEqual([expected]);
  });

  it.each([
    ['1', '10', ['10', '11'], '10A'],
    ['1', '10', ['10', '10A', '11'], '10B'],
    ['1', '10A', ['10', '10A', '11'], '10B'],
    ['A', 'C', ['C', 'D'], 'C-1'],
    ['A', 'C', ['C', 'C-1', 'D'], 'C-2'],
    ['PX-1', 'PX-10', ['PX-10'], 'PX-10A'],
    ['A', 'Smith-2', ['Smith-2'], 'Smith-2A'],
    ['A', 'Smith', ['Smith'], 'Smith-1'],
    ['A', 'Smith', ['SMITH', 'smith-1'], 'Smith-2'],
  ])('inserts in scheme %s after %s of %j: %s', (of, after, taken, expected) => {
    expect(insertionLabels(of, after, taken, 1)).toEqual([expected]);
  });

  it('reads back every label it writes', () => {
    fc.assert(
      fc.property(scheme, fc.integer({ min: 1, max: 18_278 }), insertion, (of, n, i) => {
        const label = formatLabel(of, n, i);
        expect(parseLabel(of, label)).toEqual({ scheme: of, ordinal: n, insertion: i, part: 0 });
        expect(isValidLabel(label)).toBe(true);
      }),
    );
  });

  it('never gives a label that is taken, and sorts an insertion after its family and before the next', () => {
    fc.assert(
      fc.property(
        scheme,
        fc.array(fc.tuple(ordinal, insertion), { minLength: 1, maxLength: 30 }),
        (of, places) => {
          const taken = [...new Set(places.map(([n, i]) => formatLabel(of, n, i)))];
          expect(taken).not.toContain(nextLabels(of, taken, 1)[0]);
          const [first] = places[0]!;
          const inserted = insertionLabels(of, formatLabel(of, first, places[0]![1]), taken, 1)[0]!;
          expect(taken).not.toContain(inserted);
          for (const label of taken) {
            const isLater = parseLabel(of, label)!.ordinal > first;
            expect(Math.sign(compareLabels(of, inserted, label))).toBe(isLater ? -1 : 1);
          }
        },
      ),
    );
  });

  it('orders labels totally, hand-written ones by digits and letters', () => {
    expect(['10', '2', '1', '10A', '9'].toSorted((a, b) => compareLabels('1', a, b))).toEqual([
      '1',
      '2',
      '9',
      '10',
      '10A',
    ]);
    expect(['AA', 'B', 'A-2', 'A', 'A-1'].toSorted((a, b) => compareLabels('A', a, b))).toEqual([
      'A',
      'A-1',
      'A-2',
      'B',
      'AA',
    ]);
    expect(['X10', 'X9'].toSorted((a, b) => compareLabels('A', a, b))).toEqual(['X9', 'X10']);
    for (const [of, first, second] of [
      ['A', 'C-1-1', 'C-1-2'],
      ['1', '10-9', '10-10'],
      ['A', 'B', 'Smith'],
      ['A', 'Jones', 'Smith'],
      ['A', 'Smith', 'Smith-2'],
    ] as const) {
      expect(compareLabels(of, first, second)).toBeLessThan(0);
      expect(compareLabels(of, second, first)).toBeGreaterThan(0);
      expect(compareLabels(of, first, first)).toBe(0);
    }
  });

  it.each([
    ['A', 'A-2-3', { ordinal: 1, insertion: 2, part: 3 }],
    ['A', 'AAAA', null],
    ['A', '1A', null],
    ['A', 'A-0', null],
    ['1', '10B-3', { ordinal: 10, insertion: 2, part: 3 }],
    ['1', '10B-3x', null],
    ['1', '10ABCD', null],
    ['PX-1', 'DX-12', null],
    ['PX-1', 'PX-12', { ordinal: 12, insertion: 0, part: 0 }],
  ])('takes apart in scheme %s %s: %j', (of, label, expected) => {
    expect(parseLabel(of, label)).toEqual(expected && { scheme: of, ...expected });
  });

  it.each(['', ' A', 'A B', '-A', 'A-', 'Ä', 'A/B', 'A'.repeat(21)])('refuses “%s” as a label', (text) => {
    expect(isValidLabel(text)).toBe(false);
  });

  it('plans new labels in the present order and says what each was', () => {
    expect(planRelabel('A', [labeled('x', 'C'), labeled('y', 'B')])).toEqual([
      { id: 'x', was: 'C', now: 'A' },
      { id: 'y', was: 'B', now: 'B' },
    ]);
  });

  it('goes around reserved and withdrawn labels and counts parts within their exhibit', () => {
    const plan = planRelabel('A', [
      labeled('x', 'D'),
      labeled('part', 'Q', 'x'),
      { ...labeled('gone', 'B'), isFixed: true },
      labeled('y', 'C-1'),
    ]);
    expect(plan.map(({ id, now }) => [id, now])).toEqual([
      ['x', 'A'],
      ['part', 'A-1'],
      ['gone', 'B'],
      ['y', 'C'],
    ]);
  });

  it('gives no other exhibit the letter of a part that is withdrawn', () => {
    const set = [
      labeled('a', 'A'),
      labeled('c', 'C'),
      { ...labeled('c1', 'C-1', 'c'), isFixed: true },
      labeled('d', 'D'),
    ];
    expect(planRelabel('A', set).map(({ now }) => now)).toEqual(['A', 'C', 'C-1', 'B']);
  });

  it('leaves reserved labels that were written by hand, and gives none of theirs again', () => {
    const set = [
      { ...labeled('px', 'PX'), isFixed: true },
      labeled('part', 'old', 'px'),
      { ...labeled('s1', 'smith-1'), isFixed: true },
      { ...labeled('s', 'Smith'), isFixed: true },
      labeled('of s', 'other', 's'),
      labeled('x', 'PX-9'),
    ];
    expect(planRelabel('PX-1', set).map(({ now }) => now)).toEqual([
      'PX',
      'PX-2',
      'smith-1',
      'Smith',
      'Smith-2',
      'PX-1',
    ]);
  });

  it('moves labels around a letter of which only a part is reserved, and around those written by hand', () => {
    const [a, b, b1] = [labeled('a', 'A'), labeled('b', 'B'), labeled('b1', 'B-1', 'b')];
    expect(planPush('A', 'A', [a, { ...b1, isFixed: true }], 1).labels).toEqual(['C']);
    expect(planPush('A', 'A', [a, labeled('hand', 'b')], 1).labels).toEqual(['C']);
    expect(planPush('A', 'A', [a, b, b1, labeled('hand', 'c-1')], 1)).toEqual({
      labels: ['B'],
      moved: [
        { id: 'b', was: 'B', now: 'D' },
        { id: 'b1', was: 'B-1', now: 'D-1' },
      ],
    });
  });

  it('moves labels up with their parts, no further than they must, around those that stay', () => {
    const set = [
      labeled('a', 'A'),
      labeled('b', 'B'),
      labeled('b1', 'B-1', 'b'),
      { ...labeled('kept', 'C'), isFixed: true },
      labeled('f', 'F'),
    ];
    expect(planPush('A', 'A', set, 1)).toEqual({
      labels: ['B'],
      moved: [
        { id: 'b', was: 'B', now: 'D' },
        { id: 'b1', was: 'B-1', now: 'D-1' },
      ],
    });
  });

  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [28, 'BB'],
    [52, 'ZZ'],
    [53, 'AAA'],
  ])('doubles letters in the scheme AA: %i is %s', (n, label) => {
    expect(formatLabel('AA', n)).toBe(label);
    expect(parseLabel('AA', label)).toMatchObject({ ordinal: n, insertion: 0, part: 0 });
  });

  it('counts parts on from the greatest', () => {
    expect(partLabels('PX-10', ['PX-10', 'PX-10-1', 'PX-10-4'], 2)).toEqual(['PX-10-5', 'PX-10-6']);
    expect(partLabels('Smith', ['SMITH', 'smith-3', 'Smith-9x'], 1)).toEqual(['Smith-4']);
  });

  it('keeps labels unique and in order, whatever is inserted where', () => {
    const step = fc.record({
      how: fc.constantFrom('next', 'between', 'sub', 'push'),
      at: fc.nat(),
      count: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(fc.constantFrom('A', 'AA', '1', 'PX-1'), fc.array(step, { maxLength: 12 }), (of, steps) => {
        let set = [labeled('first', formatLabel(of, 1))];
        for (const { how, at, count } of steps) {
          const after = set[at % set.length]!;
          const taken = set.map(({ label }) => label);
          const before = set;
          const push = planPush(of, after.label, set, count);
          const added =
            how === 'next'
              ? nextLabels(of, taken, count)
              : how === 'between'
                ? insertionLabels(of, after.label, taken, count)
                : how === 'sub'
                  ? partLabels(after.label, taken, count)
                  : push.labels;
          if (how === 'push') {
            const now = new Map(push.moved.map((move) => [move.id, move.now]));
            set = set.map((each) => ({ ...each, label: now.get(each.id) ?? each.label }));
            const ordered = (all: typeof set) =>
              all.toSorted((a, b) => compareLabels(of, a.label, b.label)).map(({ id }) => id);
            const parsed = before.filter(({ label }) => parseLabel(of, label));
            expect(ordered(set.filter(({ id }) => parsed.some((each) => each.id === id)))).toEqual(
              ordered(parsed),
            );
          }
          set = [...set, ...added.map((label, i) => labeled(`${set.length + i}`, label))];
          expect(new Set(set.map(({ label }) => label.toUpperCase())).size).toBe(set.length);
        }
      }),
    );
  });
});

function labeled(id: string, label: string, parentId: string | null = null) {
  return { id, label, parentId, isFixed: false };
}

it.each([
  ['A', true],
  ['AA', true],
  ['1', true],
  ['PX-1', true],
  ['PLAINT-1', true],
  ['PX-2', false],
  ['AAA', false],
  ['px-1', false],
  ['PLAINTS-1', false],
  ['', false],
])('“%s” names a scheme: %s', (text, isScheme) => {
  expect(isLabelScheme(text)).toBe(isScheme);
});

it('a label has 20 characters at most', () => {
  expect(isValidLabel('A'.repeat(maxLabelLength))).toBe(true);
  expect(isValidLabel('A'.repeat(maxLabelLength + 1))).toBe(false);
  expect(parseLabel('AA', 'B'.repeat(maxLabelLength))?.ordinal).toBe(26 * (maxLabelLength - 1) + 2);
  expect(parseLabel('AA', 'B'.repeat(maxLabelLength + 1))).toBeNull();
});

it('a label is taken off a set name that itself holds a colon', () => {
  expect(splitExhibitLabel('Reply: second round: C-1')).toEqual({
    set: 'Reply: second round',
    label: 'C-1',
  });
});
