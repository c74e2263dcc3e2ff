import { useCallback } from 'react';
import { commands, type CommandId } from '../../shared/contract/commands.ts';
import {
  signatureOf,
  signatureOfStroke,
  type ChangedKeys,
  type Keystroke,
  type Platform,
} from '../../shared/domain/shortcuts/accelerator.ts';
import { commandKeyOf } from '../../shared/domain/shortcuts/given-keys.ts';
import { useEngineQuery } from './engine/engine-provider.tsx';

const shown: Readonly<Record<string, string>> = { CmdOrCtrl: 'Ctrl', Plus: '+' };
const shownOnMac: Readonly<Record<string, string>> = { CmdOrCtrl: '⌘', Shift: '⇧', Alt: '⌥' };
const noChanges: ChangedKeys = {};

/**
 * The keys of an accelerator as they are written on this platform's keyboard; none for an empty one.
 *
 * @example keysOf('CmdOrCtrl+Shift+Z', 'linux') // ['Ctrl', 'Shift', 'Z']
 */
export function keysOf(accelerator: string, platform: Platform): readonly string[] {
  if (accelerator === '') return [];
  const names = platform === 'darwin' ? shownOnMac : shown;
  return accelerator.split('+').map((key) => names[key] ?? key);
}

/** The command of each keystroke, by its signature; built again only when the user's keys change. */
const maps = { darwin: createCache(), win32: createCache(), linux: createCache() };

/**
 * The command of a keystroke, or null.
 *
 * @param changed keys changed from their defaults; each change is a new object
 * @example commandOf({ key: 'k', code: 'KeyK', ctrlKey: true, … }, 'linux', {}) // 'palette.open'
 */
export function commandOf(event: Keystroke, platform: Platform, changed: ChangedKeys): CommandId | null {
  const cache = maps[platform];
  const map = cache.get(changed) ?? createMap(changed, platform);
  cache.set(changed, map);
  return map.get(signatureOfStroke(event, platform)) ?? null;
}

function createCache(): WeakMap<ChangedKeys, Map<string, CommandId>> {
  return new WeakMap();
}

function createMap(changed: ChangedKeys, platform: Platform): Map<string, CommandId> {
  const map = new Map<string, CommandId>();
  for (const id of Object.keys(commands) as CommandId[]) {
    const accelerator = commandKeyOf(id, commands, changed, platform);
    if (accelerator !== '') map.set(signatureOf(accelerator, platform), id);
  }
  // Familiar from Word. It is an editing key there, so no other command can have it.
  if (platform !== 'darwin') map.set(signatureOf('CmdOrCtrl+Y', platform), 'history.redo');
  return map;
}

/** The keys that the person changed from their defaults; none until they have been read. */
export function useChangedKeys(): ChangedKeys {
  return useEngineQuery('settings.get', {}).data?.shortcuts ?? noChanges;
}

/** Whether a letter, digit or sign pressed alone does something; it does until the settings have been read. */
export function useHasSingleKeys(): boolean {
  return useEngineQuery('settings.get', {}).data?.hasSingleKeys ?? true;
}

/**
 * Returns how a single key is written beside what it does: not at all where single keys are switched off.
 *
 * @example const singleKey = useSingleKey(); singleKey('R') // ['R']
 */
export function useSingleKey(): (key: string) => readonly string[] {
  const isOn = useHasSingleKeys();
  return useCallback((key) => (isOn ? [key] : []), [isOn]);
}

/**
 * Returns the current keys of a command as written on this platform; an empty list where it has none.
 *
 * @example const commandKeys = useCommandKeys(); commandKeys('palette.open') // ['Ctrl', 'K']
 */
export function useCommandKeys(): (id: CommandId) => readonly string[] {
  const changed = useChangedKeys();
  const { platform } = window.forthwith;
  return useCallback(
    (id) => keysOf(commandKeyOf(id, commands, changed, platform), platform),
    [changed, platform],
  );
}
