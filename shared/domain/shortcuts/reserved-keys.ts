import { signatureOf, type Platform } from './accelerator.ts';

/** Why keys cannot be given to a command. */
export type Refusal = 'no-modifier' | 'sign-with-shift' | 'system' | 'editing' | 'window';

const editing = ['A', 'C', 'V', 'X', 'Z', 'Shift+Z', 'Y'].map((key) => `CmdOrCtrl+${key}`);
/** Previous pane, the menu bar, the menu of a row. */
const window = ['Shift+F6', 'F10', 'Shift+F10'];
const system: Readonly<Record<Platform, readonly string[]>> = {
  darwin: [
    ...['Q', 'H', 'M', 'Tab', '`', 'Alt+H', 'Alt+M', 'Alt+D', 'Shift+Q'].map((key) => `CmdOrCtrl+${key}`),
    ...['Shift+3', 'Shift+4', 'Shift+5', 'Alt+Shift+W', 'Ctrl+F', 'Ctrl+Q'].map((key) => `CmdOrCtrl+${key}`),
    'F11',
  ],
  win32: ['CmdOrCtrl+Q', 'CmdOrCtrl+M', 'Alt+F4', 'Alt+Tab', 'CmdOrCtrl+Alt+Tab', 'F11'],
  linux: [
    ...['Q', 'M', 'Alt+Tab', 'Alt+T', 'Alt+L', 'Alt+D'].map((key) => `CmdOrCtrl+${key}`),
    'Alt+F4',
    'Alt+Tab',
    'Alt+F1',
    'Alt+F2',
    'F11',
  ],
};

/**
 * Why an accelerator cannot be a command's key, or null where it can: the system, text fields and the window keep some for
 * themselves, and a key alone would be triggered by typing.
 *
 * @example refusalOf('CmdOrCtrl+C', 'linux') // 'editing'
 */
export function refusalOf(accelerator: string, platform: Platform): Refusal | null {
  const parts = accelerator.split('+');
  const key = parts.at(-1) ?? '';
  const isFunctionKey = /^F\d+$/.test(key);
  const isOneOf = (list: readonly string[]) =>
    list.some((each) => signatureOf(each, platform) === signatureOf(accelerator, platform));
  if (isOneOf(system[platform])) return 'system';
  // On Linux these switch consoles.
  if (platform === 'linux' && isFunctionKey && parts.includes('Alt') && parts.includes('CmdOrCtrl'))
    return 'system';
  if (isOneOf(editing)) return 'editing';
  if (isOneOf(window)) return 'window';
  const isTab = key === 'Tab' && parts.includes('Ctrl');
  if (!isFunctionKey && !isTab && !parts.includes('CmdOrCtrl')) return 'no-modifier';
  return parts.includes('Shift') && !isFunctionKey && !/^(?:[A-Z0-9]|Tab)$/.test(key)
    ? 'sign-with-shift'
    : null;
}
