import { describe, expect, test } from 'vitest';
import type { CustodyEvent } from '../../model/evidence.ts';
import { judgeCustody, judgeOriginal, type HashedOriginal } from './custody-findings.ts';

const zone = 'America/New_York';
const at = '2026-01-16T01:00:12.000Z';
const [value, other] = ['a'.repeat(64), 'b'.repeat(64)];
const received = { action: 'received', at, details: { sha256: value } } as unknown as CustodyEvent;
const kept = { sha256: value, sha1: 'c'.repeat(40), md5: 'd'.repeat(32), sizeBytes: 1_204 };
const sound: HashedOriginal = { kept, now: kept, custody: [received] };

describe('an original', () => {
  test('with the hash, the size and the digests it came in with is unaltered', () => {
    expect(judgeOriginal(sound, at, zone)).toEqual({
      isSound: true,
      verdict: 'The original is unaltered.',
      detail: `All 1,204 bytes were rehashed on Thu, Jan 15, 2026, 8:00:12 PM EST (UTC−05:00). Their SHA-256 is ${value}; it was the same value when the item was received on Thu, Jan 15, 2026, 8:00:12 PM EST (UTC−05:00). The two are equal.`,
    });
    const unknown = { ...kept, sha1: null, md5: null };
    expect(judgeOriginal({ ...sound, kept: unknown }, at, zone).isSound).toBe(true);
  });

  test.each<[string, Partial<HashedOriginal>, string]>([
    [
      'whose bytes are others',
      { now: { ...kept, sha256: other } },
      `Their SHA-256 is ${other}; it was ${value}`,
    ],
    ['whose bytes cannot be read', { now: null }, 'could not be read to their end'],
    ['whose receipt is not recorded', { custody: [] }, 'holds no event of the item’s receipt'],
    [
      'whose receipt names no hash',
      { custody: [{ ...received, details: {} }] },
      'holds no event of the item’s receipt',
    ],
    [
      'whose kept hash was changed',
      { kept: { ...kept, sha256: other } },
      'the hash or the size kept beside them is another',
    ],
    [
      'whose size is another',
      { now: { ...kept, sizeBytes: 3 } },
      'the hash or the size kept beside them is another',
    ],
    [
      'whose kept SHA-1 is another',
      { kept: { ...kept, sha1: 'e'.repeat(40) } },
      `not the SHA-1 that is kept of them`,
    ],
    [
      'whose kept MD5 is another',
      { kept: { ...kept, md5: 'e'.repeat(32) } },
      `not the MD5 that is kept of them`,
    ],
  ])('%s is not shown to be what came in', (_, more, said) => {
    const { isSound, verdict, detail } = judgeOriginal({ ...sound, ...more }, at, zone);
    expect([isSound, verdict]).toEqual([false, 'THE ORIGINAL IS NOT SHOWN TO BE WHAT CAME IN.']);
    expect(detail).toContain(said);
  });
});

describe('a custody record', () => {
  test('that is whole names its last hash, by which a cut at the end can be seen', () => {
    const { isSound, detail } = judgeCustody({ checked: 12, broken: [], lastHash: other }, at, zone);
    expect(isSound).toBe(true);
    expect(detail).toContain(`compare the last hash, ${other},`);
  });

  test('that is broken names where, of many breaks the first', () => {
    const judge = (broken: number[]) => judgeCustody({ checked: 99, broken, lastHash: other }, at, zone);
    expect(judge([4])).toMatchObject({ isSound: false, verdict: 'THE CUSTODY RECORD IS BROKEN.' });
    expect(judge([4, 9]).detail).toContain('It breaks at event 4, 9:');
    expect(judge(Array.from({ length: 22 }, (_, i) => i + 1)).detail).toContain('19, 20 and at 2 more:');
  });
});
