import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareLabels,
  formatLabel,
  insertionLabel,
  isValidLabel,
  lettersOf,
  nextLabel,
  ordinalOf,
  parseLabel,
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
    expect(nextLabel(of, taken)).toBe(expected);
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
  ])('inserts in scheme %s after %s of %j: %s', (of, after, taken, expected) => {
    expect(insertionLabel(of, after, taken)).toBe(expected);
  });

  it('reads back every label it writes', () => {
    fc.assert(
      fc.property(scheme, fc.integer({ min: 1, max: 18_278 }), insertion, (of, n, i) => {
        const label = formatLabel(of, n, i);
        expect(parseLabel(of, label)).toEqual({ scheme: of, ordinal: n, insertion: i });
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
          expect(taken).not.toContain(nextLabel(of, taken));
          const [first] = places[0]!;
          const inserted = insertionLabel(of, formatLabel(of, first, places[0]![1]), taken);
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
  });

  it.each(['', ' A', 'A B', '-A', 'A-', 'Ä', 'A/B', 'A'.repeat(21)])('refuses “%s” as a label', (text) => {
    expect(isValidLabel(text)).toBe(false);
  });

  it('plans new labels in the present order and says what each was', () => {
    expect(
      planRelabel('A', [
        { id: 'x', label: 'C' },
        { id: 'y', label: 'B' },
      ]),
    ).toEqual([
      { id: 'x', was: 'C', now: 'A' },
      { id: 'y', was: 'B', now: 'B' },
    ]);
  });
});
