import { commands, type AppCommand, type CommandId } from '../../shared/contract/commands.ts';

type Platform = 'darwin' | 'win32' | 'linux';

/** The parts of a keyboard event that choose a command. */
export interface Keystroke {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const shown: Readonly<Record<string, string>> = { CmdOrCtrl: 'Ctrl', Plus: '+' };
const shownOnMac: Readonly<Record<string, string>> = { CmdOrCtrl: '⌘', Shift: '⇧', Alt: '⌥' };

/**
 * The keys of an accelerator as they are written on this platform's keyboard.
 *
 * @example keysOf('CmdOrCtrl+Shift+Z', 'linux') // ['Ctrl', 'Shift', 'Z']
 */
export function keysOf(accelerator: string, platform: Platform): readonly string[] {
  const names = platform === 'darwin' ? shownOnMac : shown;
  return accelerator.split('+').map((key) => names[key] ?? key);
}

const byKeystroke = {
  darwin: new Map<string, CommandId>(),
  other: new Map<string, CommandId>(),
};
for (const [id, { accelerator }] of Object.entries<AppCommand>(commands)) {
  if (!accelerator) continue;
  const parts = accelerator.split('+');
  const key = parts.at(-1)?.toLowerCase() ?? '';
  const has = (part: string) => parts.includes(part);
  for (const platform of ['darwin', 'other'] as const) {
    const command = has('CmdOrCtrl');
    byKeystroke[platform].set(
      signature(
        key,
        (command && platform !== 'darwin') || has('Ctrl'),
        command && platform === 'darwin',
        has('Shift'),
        has('Alt'),
      ),
      id as CommandId,
    );
  }
}

/**
 * The command a keystroke stands for, or null.
 *
 * @example commandOf({ key: 'k', code: 'KeyK', ctrlKey: true, … }, 'linux') // 'palette.open'
 */
export function commandOf(event: Keystroke, platform: Platform): CommandId | null {
  const map = byKeystroke[platform === 'darwin' ? 'darwin' : 'other'];
  const { ctrlKey, metaKey, shiftKey, altKey } = event;
  // With Shift a digit or a sign arrives as another character; the physical key is then the better witness.
  const physical = /^Digit\d$/.test(event.code) ? event.code.slice(5) : event.key.toLowerCase();
  return map.get(signature(physical, ctrlKey, metaKey, shiftKey, altKey)) ?? null;
}

function signature(key: string, ctrl: boolean, meta: boolean, shift: boolean, alt: boolean): string {
  return [ctrl && 'ctrl', meta && 'meta', alt && 'alt', shift && 'shift', key].filter(Boolean).join('+');
}
