import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  KeySet,
  MemorySink,
  parseValue,
  PdfArray,
  PdfDict,
  PdfName,
  PdfReference,
  PdfString,
  rewriteEntries,
  rewriteValue,
  SourceUnreadable,
  type PdfValue,
} from '../index.ts';
import { formatNumber } from './write-token.ts';

function rewritten(value: string, dropped?: string[]): string {
  const bytes = Buffer.from(value, 'latin1');
  const output = new MemorySink();
  rewriteValue({ bytes, start: 0, end: bytes.length }, output, {
    mapReference: (id) => (id === 9 ? null : id + 100),
    ...(dropped ? { dropped: new KeySet(dropped) } : {}),
  });
  return output.written().toString('latin1');
}

describe('rewriteValue', () => {
  test.each([
    ['a reference', '5 0 R', '105 0 R'],
    ['a reference to nothing', '9 0 R', 'null'],
    ['references in an array', '[1 0 R 2  3\nR(1 0 R)]', '[101 0 R 102 0 R(1 0 R)]'],
    ['numbers that are no reference', '[1 0 2 0 R]', '[1 0 102 0 R]'],
    [
      'strings with what looks like references',
      '<</A(\\)1 0 R(2 0 R))/B<31203020>>>',
      '<</A(\\)1 0 R(2 0 R))/B<31203020>>>',
    ],
    ['comments', '[1 % 2 0 R\n3 0 R]', '[1  103 0 R]'],
    ['a value that is missing', '<</A 1/B>>', '<</A 1/B null>>'],
    ['a key that is none', '<</A 1 2 /B 3>>', '<</A 1  /B 3>>'],
    ['a dictionary where a key should be', '<</A 1<</B 2 0 R>>/C 3>>', '<</A 1/C 3>>'],
    ['keys that stand twice', '<</A 1/B[<</C 1/C 2>>]/A 3>>', '<</A 3/B [<</C 2>> ]>>'],
    ['numbers with signs within', '[1e5 +-3 12-3 1.50.2 ..5 12..5]', '[null 3 12 1.5 0 12]'],
    ['numbers of any length', '[0.0000001 99999999999999999999]', '[0.0000001 99999999999999999999]'],
    ['odd numbers', '[--5 1.2.3 . +7 -.5 4.]', '[-5 1.2 0 +7 -.5 4.]'],
    ['words that mean nothing', '[true foo null]', '[true null null]'],
    ['names with a lone #', '[/A#20B /C#]', '[/A#20B /C#23]'],
    ['names with # before one digit or none', '[/A#4 /B#zz /C#4z]', '[/A#234 /B#23zz /C#234z]'],
    ['hex strings with what is no digit', '<4x1>', '<41>'],
    ['hex strings with white space', '[<4 1\n> <4> <4g>]', '[<4 1\n> <4> <40>]'],
    ['nothing', '', 'null'],
  ])('writes %s as readers take it', (_, value, expected) => {
    expect(rewritten(value)).toBe(expected);
  });

  test('finds a key that stands twice among many, in a dictionary within others too', () => {
    const many = Array.from({ length: 60 }, (_, at) => `/K${at} ${at}`).join('');
    expect(rewritten(`<<${many}>>`)).toBe(`<<${many}>>`);
    for (const [before, after] of [
      ['', ''],
      ['<</A 1/B ', '/C 2>>'],
      ['[(x) ', ' 3]'],
    ])
      expect(rewritten(`${before}<<${many}/K7 99 0 R>>${after}`).match(/\/K7 [^/>]*/g)).toEqual([
        '/K7 199 0 R',
      ]);
    // The same key in another dictionary is another.
    const two = '[<</A 1/B 2>><</A 3/B<</A 4>>/C 5>>]';
    expect(rewritten(two)).toBe(two);
  });

  test.each([
    [100, '100'],
    [-3, '-3'],
    [10.5, '10.5'],
    [0.25, '0.25'],
    [-0.5, '-0.5'],
    [1 / 3, '0.333333'],
    [100.000_000_4, '100'],
    [1e-7, '0'],
    [-1e-7, '0'],
    [-0, '0'],
    [NaN, '0'],
    [Infinity, '0'],
  ])('a number of ours, %d, is written %s', (value, written) => {
    expect(formatNumber(value)).toBe(written);
  });

  test('leaves out entries however deep', () => {
    expect(rewritten('<</A<</EF 1 0 R/B 2>>/E#46[3]/C/EF>>', ['EF'])).toBe('<</A<</B 2>>/C/EF>>');
    // Also where keys stand twice, and where that is what stands twice.
    expect(rewritten('<</A 1/EF 1 0 R/B[<</EF 2 0 R/C 1/C 2>> 3]/EF 4/A 2>>', ['EF'])).toBe(
      '<</A 2/B [<</C 2>> 3 ]>>',
    );
    const bytes = Buffer.from('<</A 1/EF 1 0 R/B<</E#46 2>>>>');
    const output = new MemorySink();
    rewriteEntries(new PdfDict({ bytes, start: 0, end: bytes.length }), output, {
      mapReference: (id) => id,
      dropped: new KeySet(['EF']),
    });
    expect(output.written().toString()).toBe('/A 1/B <<>>');
  });

  test('refuses what is not closed or nested too deeply', () => {
    expect(() => rewritten('<</A [1')).toThrow(SourceUnreadable);
    const deep = (levels: number) =>
      `<</A ${'['.repeat(levels)}1${']'.repeat(levels)}/A ${'['.repeat(levels)}2${']'.repeat(levels)}>>`;
    expect(rewritten(deep(200))).toContain('2');
    expect(() => rewritten(deep(300))).toThrow(SourceUnreadable);
    expect(() => rewritten('<</A 1/A [2')).toThrow(SourceUnreadable);
    expect(rewritten('<</A 1/A>>')).toBe('<</A null>>');
    expect(() => rewritten(`<</A 1/A(${'x'.repeat(1024 * 1024)})>>`)).toThrow(SourceUnreadable);
    expect(() => rewritten('['.repeat(300) + ']'.repeat(300))).toThrow(SourceUnreadable);
  });

  test('copies the entries of a dictionary but those left out', () => {
    const bytes = Buffer.from('<</Type/Page/Parent 3 0 R/A[1 0 R]>>');
    const output = new MemorySink();
    const dict = new PdfDict({ bytes, start: 0, end: bytes.length });
    rewriteEntries(dict, output, { mapReference: (id) => id }, new KeySet(['Parent']));
    expect(output.written().toString()).toBe('/Type /Page/A [1 0 R]');
  });

  const value: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(
        'true',
        'null',
        '-1.5',
        '7',
        '/Name',
        '/A#20B',
        '12 0 R',
        '(a\\(b)',
        '(a(b)c)',
        '<0aF>',
      ),
      fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(' ')}]`),
      fc
        .array(fc.tuple(fc.constantFrom('A', 'B', 'C', 'D#41'), tie('value')), { maxLength: 4 })
        .map((entries) => `<<${entries.map(([key, item]) => `/${key} ${item}`).join('\n')}>>`),
    ),
  })).value;

  test('means the same when no reference changes', () => {
    fc.assert(
      fc.property(value, (written) => {
        const bytes = Buffer.from(written);
        const output = new MemorySink();
        rewriteValue({ bytes, start: 0, end: bytes.length }, output, { mapReference: (id) => id });
        const copy = Buffer.from(output.written());
        expect(plain(parseValue(copy, 0, copy.length))).toEqual(plain(parseValue(bytes, 0, bytes.length)));
      }),
    );
  });
});

/** A value as JavaScript values. */
function plain(item: PdfValue | undefined): unknown {
  if (item instanceof PdfArray) return [...item].map(plain);
  if (item instanceof PdfDict)
    return Object.fromEntries(item.keys().map((key) => [key, plain(item.get(key))]));
  if (item instanceof PdfName) return `/${item.text}`;
  if (item instanceof PdfString) return `(${item.bytes.toString('hex')})`;
  return item instanceof PdfReference ? `${item.id} R` : item;
}
