import { describe, expect, test } from 'vitest';
import { acceleratorOf, isAccelerator, signatureOf, type Keystroke } from './accelerator.ts';
import { codingKeyOf } from './coding-keys.ts';
import { commandKeyOf, giveKey, holderOf } from './given-keys.ts';
import { refusalOf } from './reserved-keys.ts';

const defaults = {
  'go.docket': { accelerator: 'CmdOrCtrl+1' },
  'palette.open': { accelerator: 'CmdOrCtrl+K' },
  'history.undo': { accelerator: 'CmdOrCtrl+Z' },
  'reader.nextTab': { accelerator: 'Ctrl+Tab' },
  'help.about': {},
};
const stroke = (key: string, held: Partial<Keystroke> = {}): Keystroke => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('keys as they are pressed', () => {
  test('are written as an accelerator of the platform', () => {
    expect(acceleratorOf(stroke('k', { ctrlKey: true, shiftKey: true }), 'linux')).toBe('CmdOrCtrl+Shift+K');
    expect(acceleratorOf(stroke('k', { metaKey: true }), 'darwin')).toBe('CmdOrCtrl+K');
    expect(acceleratorOf(stroke('!', { ctrlKey: true, shiftKey: true, code: 'Digit1' }), 'linux')).toBe(
      'CmdOrCtrl+Shift+1',
    );
    expect(acceleratorOf(stroke('ß', { metaKey: true, altKey: true, code: 'KeyS' }), 'darwin')).toBe(
      'CmdOrCtrl+Alt+S',
    );
  });

  test('are none yet while only modifiers are held, and none for keys that move or edit', () => {
    for (const key of ['Control', 'Shift', 'ArrowLeft', 'Delete', ' ', '+', 'Enter', 'é'])
      expect(acceleratorOf(stroke(key, { ctrlKey: true }), 'linux'), key).toBeNull();
    expect(acceleratorOf(stroke('k', { metaKey: true }), 'win32')).toBeNull();
  });

  test('are the same keys, however they are written', () => {
    expect(signatureOf('Ctrl+Tab', 'linux')).toBe(signatureOf('CmdOrCtrl+Tab', 'linux'));
    expect(signatureOf('Ctrl+Tab', 'darwin')).not.toBe(signatureOf('CmdOrCtrl+Tab', 'darwin'));
    for (const text of ['', 'Ctrl', 'CmdOrCtrl+', 'CmdOrCtrl+Enter', 'F25', 'CmdOrCtrl+K+L', 'x'])
      expect(isAccelerator(text), text).toBe(false);
  });
});

test('keys of the system, of editing and of the window are refused, and a key alone', () => {
  expect(refusalOf('CmdOrCtrl+Q', 'linux')).toBe('system');
  expect(refusalOf('CmdOrCtrl+Alt+F3', 'linux')).toBe('system');
  expect(refusalOf('CmdOrCtrl+H', 'darwin')).toBe('system');
  expect(refusalOf('CmdOrCtrl+H', 'win32')).toBeNull();
  expect(refusalOf('CmdOrCtrl+C', 'win32')).toBe('editing');
  expect(refusalOf('Shift+F6', 'linux')).toBe('window');
  expect(refusalOf('K', 'linux')).toBe('no-modifier');
  expect(refusalOf('Alt+K', 'linux')).toBe('no-modifier');
  expect(refusalOf('CmdOrCtrl+Shift+/', 'linux')).toBe('sign-with-shift');
  expect(refusalOf('F9', 'linux')).toBeNull();
  expect(refusalOf('CmdOrCtrl+Alt+K', 'linux')).toBeNull();
});

describe('a key that is given', () => {
  test('is taken from who had it, who is told before', () => {
    expect(holderOf('CmdOrCtrl+K', 'go.docket', defaults, {}, 'linux')).toBe('palette.open');
    expect(holderOf('CmdOrCtrl+Tab', 'go.docket', defaults, {}, 'linux')).toBe('reader.nextTab');
    const changed = giveKey('go.docket', 'CmdOrCtrl+K', defaults, {}, 'linux');
    expect(changed).toEqual({ 'go.docket': 'CmdOrCtrl+K', 'palette.open': '' });
    expect(commandKeyOf('go.docket', defaults, changed, 'linux')).toBe('CmdOrCtrl+K');
    expect(commandKeyOf('palette.open', defaults, changed, 'linux')).toBe('');
    expect(holderOf('CmdOrCtrl+1', 'help.about', defaults, changed, 'linux')).toBeNull();
  });

  test('is not kept once it is the one it came with', () => {
    expect(giveKey('go.docket', 'CmdOrCtrl+1', defaults, { 'go.docket': 'F9' }, 'linux')).toEqual({});
    expect(giveKey('help.about', '', defaults, { 'help.about': 'F9' }, 'linux')).toEqual({});
  });

  test('stays with whom a person gave it to, where another comes with it', () => {
    const changed = { 'help.about': 'CmdOrCtrl+K' };
    expect(commandKeyOf('help.about', defaults, changed, 'linux')).toBe('CmdOrCtrl+K');
    expect(commandKeyOf('palette.open', defaults, changed, 'linux')).toBe('');
  });

  test('of a later version is left alone', () => {
    expect(giveKey('go.docket', 'F9', defaults, { 'later.thing': 'F3' }, 'linux')).toEqual({
      'later.thing': 'F3',
      'go.docket': 'F9',
    });
  });

  test('counts as unsaid where it can be no key', () => {
    for (const bad of ['constructor', 'CmdOrCtrl+C', 'K', '💥'])
      expect(commandKeyOf('go.docket', defaults, { 'go.docket': bad }, 'linux'), bad).toBe('CmdOrCtrl+1');
    expect(commandKeyOf('history.undo', defaults, { 'history.undo': 'F9' }, 'linux')).toBe('CmdOrCtrl+Z');
    expect(codingKeyOf('coding.hot', { 'coding.hot': '7' })).toBe('H');
  });

  test('in the review is a letter among the review’s own', () => {
    expect(holderOf('R', 'coding.hot', defaults, {}, 'linux')).toBe('coding.responsive');
    const changed = giveKey('coding.hot', 'R', defaults, {}, 'linux');
    expect(codingKeyOf('coding.hot', changed)).toBe('R');
    expect(codingKeyOf('coding.responsive', changed)).toBe('');
  });
});
