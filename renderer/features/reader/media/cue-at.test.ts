import { expect, test } from 'vitest';
import { cueAt, spokenAt } from './cue-at.ts';

test('the line spoken is the last one that has begun', () => {
  const cues = [{ startMs: 1_000 }, { startMs: 2_000 }, { startMs: 5_000 }];
  expect([0, 1_000, 1_999, 4_000, 9_000].map((ms) => cueAt(cues, ms))).toEqual([-1, 0, 0, 1, 2]);
  expect(cueAt([], 10)).toBe(-1);
});

test('what is said at a time ends a little after its line does', () => {
  const cue = (startMs: number, endMs: number) => ({ startMs, endMs, speaker: '', text: `${startMs}` });
  const cues = [cue(1_000, 3_000), cue(20_000, 21_000)];
  expect([500, 1_000, 4_900, 5_100, 20_500].map((ms) => spokenAt(cues, ms)?.text)).toEqual([
    undefined,
    '1000',
    '1000',
    undefined,
    '20000',
  ]);
});
