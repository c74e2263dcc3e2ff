import { expect, test } from 'vitest';
import { shareOfSequences, sketchOf } from './text-likeness.ts';

/** Words of our own, the same for the same seed. */
function words(seed: number, count: number): string[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return `w${(state >>> 16) % 900}`;
  });
}
const alike = (one: string, other: string) => {
  const bands = new Set(sketchOf([one])!.bands);
  return sketchOf([other])!.bands.some((band) => bands.has(band));
};

test('the same words in other case, accents and spacing are the same text', () => {
  const text = `Señor Müller wrote: ${words(1, 60).join(' ')}`;
  const other = text.toUpperCase().normalize('NFD').replaceAll(' ', '\n ');
  expect(sketchOf([text])).toEqual(sketchOf([other]));
  expect(shareOfSequences([text], [other])).toBe(1);
});

test('where pages end makes no difference', () => {
  const all = words(2, 80);
  expect(sketchOf([all.slice(0, 33).join(' '), all.slice(33).join(' ')])).toEqual(sketchOf([all.join(' ')]));
});

test('drafts that differ in a few words are found by their bands, and say how much they share', () => {
  const draft = words(3, 600);
  for (let seed = 0; seed < 20; seed++) {
    const other = draft.with(50 + seed, 'changed').with(300 + seed, 'twice');
    expect(alike(draft.join(' '), other.join(' '))).toBe(true);
    expect(shareOfSequences([draft.join(' ')], [other.join(' ')])).toBeCloseTo(586 / 606, 1);
  }
});

test('texts of the same vocabulary in another order have nothing in common', () => {
  for (let seed = 10; seed < 40; seed++) {
    const one = words(seed, 400).join(' ');
    const other = words(seed + 1_000, 400).join(' ');
    expect(alike(one, other)).toBe(false);
    expect(shareOfSequences([one], [other])).toBeLessThan(0.05);
  }
});

test('a text of a few words is like no other', () => {
  expect(sketchOf(['Please see attached. Thank you.'])).toBeNull();
  expect(shareOfSequences(['See attached.'], ['See attached.'])).toBe(0);
});
