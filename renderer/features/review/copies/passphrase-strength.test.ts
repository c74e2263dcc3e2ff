import { expect, test } from 'vitest';
import { strengthOf } from './passphrase-strength.ts';

test.each([
  ['', 'weak'],
  ['secret', 'weak'],
  ['Fairwater2021', 'weak'],
  ['aaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['abcdefghijklmnopqrstuvwxyz', 'weak'],
  ['12345678901234567890', 'weak'],
  ['secret secret secret secret secret', 'weak'],
  ['late notice window thirty', 'weak'],
  ['late notice window thirty days', 'fair'],
  ['late notice window thirty days today', 'strong'],
  ['8Fq!z2Lw#0', 'fair'],
  ['8Fq!z2Lw#0xV7', 'strong'],
])('“%s” is %s', (passphrase, strength) => {
  expect(strengthOf(passphrase)).toBe(strength);
});
