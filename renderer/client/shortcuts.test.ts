import { describe, expect, it, test } from 'vitest';
import { commands } from '../../shared/contract/commands.ts';
import type { Keystroke } from '../../shared/domain/shortcuts/accelerator.ts';
import { commandOf as find, keysOf } from './shortcuts.ts';

const stroke = (key: string, held: Partial<Keystroke> = {}): Keystroke => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

const asTheyCome = {};
const commandOf = (event: Keystroke, platform: 'linux' | 'win32' | 'darwin', changed = asTheyCome) =>
  find(event, platform, changed);

describe('a keystroke', () => {
  it('stands for the command with that accelerator', () => {
    expect(commandOf(stroke('k', { ctrlKey: true }), 'linux')).toBe('palette.open');
    expect(commandOf(stroke('F6'), 'win32')).toBe('go.nextPane');
  });

  it('is read with Command on a Mac and with Control elsewhere', () => {
    expect(commandOf(stroke('k', { metaKey: true }), 'darwin')).toBe('palette.open');
    expect(commandOf(stroke('k', { ctrlKey: true }), 'darwin')).toBeNull();
    expect(commandOf(stroke('k', { metaKey: true }), 'linux')).toBeNull();
  });

  it('tells a held Shift apart, whatever letter case arrives', () => {
    expect(commandOf(stroke('Z', { ctrlKey: true, shiftKey: true }), 'linux')).toBe('history.redo');
    expect(commandOf(stroke('z', { ctrlKey: true }), 'linux')).toBe('history.undo');
  });

  it('does again by Control-Y too, where that is the system’s way', () => {
    expect(commandOf(stroke('y', { ctrlKey: true }), 'win32')).toBe('history.redo');
    expect(commandOf(stroke('y', { metaKey: true }), 'darwin')).toBeNull();
  });

  it('is nobody’s when another modifier is held too', () => {
    expect(commandOf(stroke('k', { ctrlKey: true, altKey: true }), 'linux')).toBeNull();
  });

  it('with Control itself is Control on every keyboard', () => {
    for (const platform of ['linux', 'darwin'] as const)
      expect(commandOf(stroke('Tab', { ctrlKey: true }), platform)).toBe('reader.nextTab');
    expect(commandOf(stroke('Tab'), 'linux')).toBeNull();
  });

  it('with a digit is told by the key itself, on keyboards that need Shift for digits', () => {
    expect(commandOf(stroke('&', { ctrlKey: true, code: 'Digit1' }), 'linux')).toBe('go.docket');
  });
});

test('a key that was changed stands for its command, and the one before for none', () => {
  const changed = { 'palette.open': 'F9', 'go.docket': '' };
  expect(commandOf(stroke('F9'), 'linux', changed)).toBe('palette.open');
  expect(commandOf(stroke('k', { ctrlKey: true }), 'linux', changed)).toBeNull();
  expect(commandOf(stroke('1', { ctrlKey: true, code: 'Digit1' }), 'linux', changed)).toBeNull();
  expect(commandOf(stroke('F6'), 'linux', changed)).toBe('go.nextPane');
});

describe('accelerators', () => {
  it('are shown in the words of the platform', () => {
    expect(keysOf('CmdOrCtrl+Shift+Z', 'linux')).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(keysOf('CmdOrCtrl+Shift+Z', 'darwin')).toEqual(['⌘', '⇧', 'Z']);
    expect(keysOf('', 'linux')).toEqual([]);
  });

  it('are never given to two commands', () => {
    const all = Object.values(commands).flatMap((c) => ('accelerator' in c ? [c.accelerator] : []));
    expect(new Set(all).size).toBe(all.length);
  });
});
