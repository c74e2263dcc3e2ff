/** Where the keys are pressed. */
export type Platform = 'darwin' | 'win32' | 'linux';

/** The parts of a keyboard event that choose a command. */
export interface Keystroke {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Keys that a person changed: an accelerator by the id of its command; an empty one means no key. */
export type ChangedKeys = Readonly<Record<string, string>>;

const grammar =
  /^(?:CmdOrCtrl\+)?(?:Ctrl\+)?(?:Alt\+)?(?:Shift\+)?(?:[A-Z0-9]|F(?:[1-9]|1\d|2[0-4])|Tab|[,./\\\-=;'[\]`])$/;
const modifierKeys = new Set(['Control', 'Meta', 'Shift', 'Alt', 'AltGraph', 'CapsLock', 'Dead', 'Process']);

/**
 * Whether a text is an accelerator that may be given to a command: a settings file may hold anything.
 *
 * @example isAccelerator('CmdOrCtrl+Alt+K') // true
 */
export function isAccelerator(text: string): boolean {
  return grammar.test(text);
}

/**
 * The accelerator a keystroke would be written as; null while only modifiers are held, or for a key that has no name here.
 *
 * @example acceleratorOf({ key: 'K', ctrlKey: true, shiftKey: true, … }, 'linux') // 'CmdOrCtrl+Shift+K'
 */
export function acceleratorOf(event: Keystroke, platform: Platform): string | null {
  if (modifierKeys.has(event.key)) return null;
  const isMac = platform === 'darwin';
  const key = keyOf(event);
  // The Windows key is reserved for the system.
  if (!isMac && event.metaKey) return null;
  const parts = [
    (isMac ? event.metaKey : event.ctrlKey) && 'CmdOrCtrl',
    isMac && event.ctrlKey && 'Ctrl',
    event.altKey && 'Alt',
    event.shiftKey && 'Shift',
    key.length === 1 ? key.toUpperCase() : key,
  ];
  const accelerator = parts.filter(Boolean).join('+');
  return isAccelerator(accelerator) ? accelerator : null;
}

/**
 * The same text for every way of writing the same keys on a platform, to look commands up by.
 *
 * @example signatureOf('Ctrl+Shift+Tab', 'linux') === signatureOf('CmdOrCtrl+Shift+Tab', 'linux') // true
 */
export function signatureOf(accelerator: string, platform: Platform): string {
  const command = platform === 'darwin' ? 'Cmd' : 'Ctrl';
  const parts = accelerator.split('+').map((part) => (part === 'CmdOrCtrl' ? command : part));
  return parts.toSorted().join('+').toLowerCase();
}

/** The signature of a keystroke, whatever its key: what `signatureOf` gives for the accelerator that it presses. */
export function signatureOfStroke(event: Keystroke, platform: Platform): string {
  const parts = [
    event.ctrlKey && 'Ctrl',
    event.metaKey && (platform === 'darwin' ? 'Cmd' : 'Super'),
    event.altKey && 'Alt',
    event.shiftKey && 'Shift',
    keyOf(event).toUpperCase(),
  ];
  return parts
    .filter((part) => typeof part === 'string')
    .toSorted()
    .join('+')
    .toLowerCase();
}

/**
 * With Shift a digit arrives as another character, and with Alt on some keyboards a letter does; the physical key is then
 * more reliable.
 */
function keyOf({ key, code, altKey }: Keystroke): string {
  if (/^Digit\d$/.test(code)) return code.slice(5);
  if (altKey && /^Key[A-Z]$/.test(code) && !/^[a-z]$/i.test(key)) return code.slice(3);
  return key;
}
