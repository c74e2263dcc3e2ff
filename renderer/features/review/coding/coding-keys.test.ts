import { expect, test } from 'vitest';
import { codingActOf, codingKeysOf } from './coding-keys.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const codingKeys = codingKeysOf({}, true);
const press = (key: string, isOnControl = false) => codingActOf({ ...plain, key }, isOnControl, codingKeys);

test('each code has a key of its own', () => {
  const keys = Object.values(codingKeys).flat();
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) expect(press(key), key).not.toBeNull();
});

test('a key means the same with Caps Lock and without', () => {
  expect(press('h')).toEqual({ kind: 'relevance', value: 3 });
  expect(press('H')).toEqual({ kind: 'relevance', value: 3 });
  expect(press('n')).toEqual({ kind: 'responsive', value: false });
  expect(press('9')).toEqual({ kind: 'issue', at: 8 });
});

test('a key with a modifier belongs to others', () => {
  for (const modifier of ['ctrlKey', 'metaKey', 'altKey', 'shiftKey'])
    expect(codingActOf({ ...plain, key: 'r', [modifier]: true }, false, codingKeys)).toBeNull();
});

test('Enter goes on, except on what it presses', () => {
  expect(press('Enter')).toEqual({ kind: 'next' });
  expect(press('Enter', true)).toBeNull();
});

test('a key that was changed means its code, and the one before nothing', () => {
  const changed = codingKeysOf({ 'coding.hot': 'G', 'coding.privilege': '' }, true);
  const pressed = (key: string) => codingActOf({ ...plain, key }, false, changed);
  expect(pressed('g')).toEqual({ kind: 'relevance', value: 3 });
  expect(pressed('h')).toBeNull();
  expect(pressed('p')).toBeNull();
  expect(pressed('')).toBeNull();
});

test('other keys ask for nothing', () => {
  for (const key of ['q', '0', 'Escape', 'ArrowDown', ' ', 'ß']) expect(press(key)).toBeNull();
});

test('switched off, no key alone does anything; Enter goes on', () => {
  const off = codingKeysOf({ 'coding.hot': 'G' }, false);
  for (const key of 'abcdefghijklmnopqrstuvwxyz0123456789')
    expect(codingActOf({ ...plain, key }, false, off)).toBeNull();
  expect(codingActOf({ ...plain, key: 'Enter' }, false, off)).toEqual({ kind: 'next' });
});
