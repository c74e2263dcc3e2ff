import { expect, test } from 'vitest';
import { Tally, type TallyKey } from './tally.ts';

function toldOf(key: TallyKey, times: number): string {
  const tally = new Tally();
  tally.add(key, times);
  return tally.findings()[0]!.message;
}

test('what is told of several agrees with their number', () => {
  expect(toldOf('numbersUnread', 1)).toBe(
    '1 page whose printed number could not be read back. Look at it before filing.',
  );
  expect(toldOf('numbersUnread', 1_200)).toBe(
    '1,200 pages whose printed number could not be read back. Look at them before filing.',
  );
  expect(toldOf('valuesDrawn', 2)).toMatch(/^2 form fields have values /);
  expect(toldOf('media', 2)).toBe('2 sounds and films left out; their still pictures stay.');
  expect(toldOf('citeLinksAcross', 3)).toMatch(/^3 citations .* are not links; the words stay\.$/);
});
