import type { MenuItemConstructorOptions } from 'electron/main';
import { expect, test, vi } from 'vitest';
import type { MenuState } from '../../../shared/contract/bridge.ts';
import { commands, type CommandId } from '../../../shared/contract/commands.ts';
import { createMenuTemplate, initialMenuState, parseMenuState, type MenuOptions } from './menu.ts';

function itemsOf(
  options: Partial<MenuOptions> = {},
  state: Partial<MenuState> = {},
): MenuItemConstructorOptions[] {
  const flatten = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])]);
  return flatten(
    createMenuTemplate({
      platform: 'linux',
      appName: 'Forthwith',
      state: { ...initialMenuState, ...state },
      isTextFocused: false,
      theme: 'system',
      isDevelopment: false,
      onCommand: () => {},
      ...options,
    }),
  );
}

function item(id: CommandId, options: Partial<MenuOptions> = {}, state: Partial<MenuState> = {}) {
  return itemsOf(options, state).find((each) => each.id === id)!;
}

/** Everything can be used. */
const inMatter = { disabled: [] };

test.each(['linux', 'win32', 'darwin'] as const)(
  'on %s every command stands in the menu exactly once',
  (platform) => {
    const ids = itemsOf({ platform }).flatMap(({ id }) => (id === undefined ? [] : [id]));
    expect(ids.toSorted()).toEqual(Object.keys(commands).toSorted());
  },
);

test('every item says and does what its command says', () => {
  const onCommand = vi.fn<MenuOptions['onCommand']>();
  const add = item('evidence.add', { onCommand }, inMatter);
  expect(add).toMatchObject({ label: 'Add Evidence…', accelerator: 'CmdOrCtrl+I', enabled: true });
  add.click!({} as never, undefined, {} as never);
  expect(onCommand).toHaveBeenCalledWith('evidence.add');
});

test('no two commands share a key', () => {
  const keys = itemsOf().flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]));
  expect(new Set(keys).size).toBe(keys.length);
});

test('a key that was changed stands in the menu, and one that can be none does not', () => {
  const shortcuts = { 'evidence.add': 'F9', 'palette.open': '', 'go.docket': 'Nonsense+Key' };
  expect(item('evidence.add', {}, { shortcuts })).toMatchObject({ accelerator: 'F9' });
  expect(item('palette.open', {}, { shortcuts })).not.toHaveProperty('accelerator');
  expect(item('go.docket', {}, { shortcuts })).toMatchObject({ accelerator: 'CmdOrCtrl+1' });
});

test('without a matter only what needs none can be used', () => {
  expect(item('matter.open').enabled).toBe(true);
  expect(item('evidence.add').enabled).toBe(false);
});

test('what a window says cannot be used is grayed', () => {
  const state = { disabled: ['evidence.add'] };
  expect(item('evidence.add', {}, state).enabled).toBe(false);
  expect(item('matter.backup', {}, state).enabled).toBe(true);
});

test('Undo names its step and is off when there is none', () => {
  const state = { ...inMatter, undo: 'relabel Exhibits B & C' };
  expect(item('history.undo', {}, state)).toMatchObject({
    label: 'Undo: relabel Exhibits B && C',
    enabled: true,
  });
  expect(item('history.redo', {}, state)).toMatchObject({ label: 'Redo', enabled: false });
});

test('a title that turns the direction of what follows stands in the menu as it is read', () => {
  const state = { ...inMatter, undo: 'rename “invoice\u202efdp.exe”' };
  expect(item('history.undo', {}, state).label).toBe('Undo: rename “invoicefdp.exe”');
});

test('in a text field Undo is the text’s own, matter or not', () => {
  expect(item('history.undo', { isTextFocused: true }, { undo: 'add entry 3' })).toMatchObject({
    label: 'Undo',
    enabled: true,
  });
});

test('developer tools are there only in a checkout', () => {
  const roles = (isDevelopment: boolean) => itemsOf({ isDevelopment }).map(({ role }) => role);
  expect(roles(true)).toContain('toggleDevTools');
  expect(roles(false)).not.toContain('toggleDevTools');
});

test.each([
  null,
  1,
  {},
  { ...initialMenuState, undo: 7 },
  { ...initialMenuState, disabled: [1] },
  { ...initialMenuState, shortcuts: { 'go.docket': 1 } },
])('a window saying %j changes nothing', (value) => expect(parseMenuState(value)).toBeNull());
