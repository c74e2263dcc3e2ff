import { expect, test } from 'vitest';
import { parseCharacterMap } from './character-codes.ts';

const mapOf = (spaces: string, cids = '1 begincidrange <20> <7e> 1 endcidrange') =>
  parseCharacterMap(Buffer.from(`begincmap begincodespacerange ${spaces} endcodespacerange ${cids} endcmap`));

test('codes are taken apart by the code space, and what is in none is a missing character', () => {
  const map = mapOf('<20> <7e> <8140> <9ffc>', '2 begincidrange <20> <7e> 1 <8140> <817e> 633 endcidrange');
  const cids: number[] = [];
  map!.read(Buffer.from([0x41, 0x81, 0x42, 0xff, 0x20]), (cid) => cids.push(cid));
  expect(cids).toEqual([34, 635, 0, 1]);
});

test('a map whose code space has codes of no bytes, or is past all measure, is not read', () => {
  expect(mapOf('<20> <7e>')).not.toBeNull();
  expect(mapOf('<> <> <20> <7e>')).toBeNull();
  expect(mapOf('<20> <7e> '.repeat(101))).toBeNull();
});
