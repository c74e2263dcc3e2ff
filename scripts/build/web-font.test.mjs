import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withoutEmptyTables } from './web-font.mjs';

/** Name, place and length of each table, as the font's own list says. */
function tablesOf(font) {
  const bytes = Buffer.from(font);
  return Array.from({ length: bytes.readUInt16BE(4) }, (_, index) => {
    const at = 12 + index * 16;
    return [
      bytes.toString('latin1', at, at + 4),
      bytes.readUInt32BE(at + 8),
      bytes.readUInt32BE(at + 12),
    ].join(' ');
  });
}

it('a font keeps its tables where they are, without those that hold nothing and its names', () => {
  const font = readFileSync(join(import.meta.dirname, '../../assets/fonts/NanumGothic.ttf'));
  const made = Buffer.from(withoutEmptyTables(font));
  const before = tablesOf(font);
  expect(before.some((table) => table.endsWith(' 0'))).toBe(true);
  const isName = (table) => table.startsWith('name');
  const kept = before.filter((table) => !table.endsWith(' 0'));
  expect(tablesOf(made).filter((table) => !isName(table))).toEqual(kept.filter((table) => !isName(table)));
  expect(tablesOf(made).find(isName)).toMatch(/ 6$/);
  const firstTable = 12 + before.length * 16;
  const others = Buffer.from(font);
  const nameAt = Number(before.find(isName).split(' ')[1]);
  others.set([0, 0, 0, 0, 0, 6], nameAt);
  expect(made.subarray(firstTable).equals(others.subarray(firstTable))).toBe(true);
  expect([made.readUInt16BE(6), made.readUInt16BE(8), made.readUInt16BE(10)]).toEqual([256, 4, 48]);
});
