import { expect, test } from 'vitest';
import { commands } from '../../../shared/contract/commands.ts';
import { narrowGroups, sheetGroups } from './sheet-groups.ts';

const changed = { 'go.docket': 'F9', 'coding.hot': '' };
const groups = sheetGroups(changed, 'linux', true);
const lines = groups.flatMap((group) => group.lines);
const titles = (query: string) =>
  narrowGroups(groups, query).flatMap((group) => group.lines.map(({ title }) => title));

test('every command is on the sheet once, with the key it has now', () => {
  const ids = lines.flatMap(({ id }) => (id !== null && Object.hasOwn(commands, id) ? [id] : []));
  expect(new Set(ids).size).toBe(ids.length);
  // Undo and Redo are there too, and cannot be changed.
  expect(ids.length).toBe(Object.keys(commands).length - 2);
  expect(lines.find(({ id }) => id === 'go.docket')).toMatchObject({ keys: ['F9'], isChanged: true });
  expect(lines.find(({ id }) => id === 'coding.hot')).toMatchObject({ keys: [], isChanged: true });
  expect(lines.find(({ id }) => id === 'go.evidence')).toMatchObject({
    keys: ['Ctrl', '4'],
    isChanged: false,
  });
});

test('words find what a key does, its place, and the key', () => {
  expect(titles('palette')).toEqual(['Command Palette']);
  expect(titles('ctrl+k')).toContain('Command Palette');
  expect(titles('ctrl k')).toContain('Search Matter');
  expect(titles('timeline lane')).toEqual(['Lane above or below']);
  expect(titles('no such words')).toEqual([]);
});

test('single keys that are switched off stand on the sheet without a key, all others with theirs', () => {
  const keysOf = (list: typeof groups) =>
    list.flatMap((group) => group.lines).filter(({ keys }) => keys.length > 0);
  const off = keysOf(sheetGroups(changed, 'linux', false));
  const left = new Set(off.map(({ title }) => title));
  const gone = keysOf(groups).filter(({ title }) => !left.has(title));
  expect(gone.length).toBeGreaterThan(15);
  for (const { keys } of gone) expect(keys.join(' ')).toMatch(/^\S( \S)*$/);
  expect(gone.map(({ title }) => title)).not.toContain('Go up or down');
  expect(off.filter(({ keys }) => keys.length === 1 && /^[A-Z0-9]$/.test(keys[0]!))).toEqual([]);
});
