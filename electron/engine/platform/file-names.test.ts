import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberedName, safeFileName } from './file-names.ts';

test.each([
  ['Exhibit C.pdf', 'Exhibit C.pdf'],
  ['a/b:c?.pdf', 'a_b_c_.pdf'],
  ['..', '_'],
  ['../../etc/passwd', '.._.._etc_passwd'],
  ['CON.pdf', '_CON.pdf'],
  ['report. . ', 'report'],
  ['line\nbreak.pdf', 'line_break.pdf'],
  ['invoice\u202efdp.exe', 'invoice_fdp.exe'],
  ['Señor.pdf', 'Señor.pdf'],
])('%j is written as %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
});

test('any name becomes one that names a file in its own folder, of a length that every file system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (name) => {
      const safe = safeFileName(name);
      expect(safe).not.toMatch(/[/\\:*?"<>|\p{Cc}]|[. ]$/u);
      expect(['', '.', '..']).not.toContain(safe);
      expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(201);
      expect(safe.isWellFormed()).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test('a long name keeps its extension', () => {
  expect(safeFileName(`${'ä'.repeat(300)}.pdf`)).toMatch(/^ä+\.pdf$/);
});

test('a number goes before the extension', () => {
  expect([1, 2, 10].map((n) => numberedName('a.b.pdf', n))).toEqual([
    'a.b.pdf',
    'a.b (2).pdf',
    'a.b (10).pdf',
  ]);
  expect(numberedName('README', 2)).toBe('README (2)');
});
