import { commands, menus, type CommandId } from '../../../shared/contract/commands.ts';
import type { ChangedKeys, Platform } from '../../../shared/domain/shortcuts/accelerator.ts';
import {
  codingKeyDefaults,
  codingKeyOf,
  isCodingKeyId,
  type CodingKeyId,
} from '../../../shared/domain/shortcuts/coding-keys.ts';
import { commandKeyOf, defaultKeyOf, fixedCommands } from '../../../shared/domain/shortcuts/given-keys.ts';
import { keysOf } from '../../client/index.ts';
import { inPlace } from './keys-in-place.ts';
import { keyboardWords as words } from './words.ts';

export interface SheetLine {
  readonly title: string;
  readonly keys: readonly string[];
  /** The command whose key may be changed; null where it is fixed. */
  readonly id: CommandId | CodingKeyId | null;
  readonly isChanged: boolean;
}

export interface SheetGroup {
  readonly title: string;
  readonly lines: readonly SheetLine[];
}

/** What a command or a single key is called on the sheet. */
export function titleOf(id: string): string {
  if (isCodingKeyId(id)) return codingKeyDefaults[id].title;
  return Object.hasOwn(commands, id) ? commands[id as CommandId].title.replace('…', '') : id;
}

/**
 * Every key there is as it is now, by menu and by place.
 *
 * @param changed keys changed from their defaults
 * @param hasSingleKeys whether keys that are pressed alone do anything
 */
export function sheetGroups(
  changed: ChangedKeys,
  platform: Platform,
  hasSingleKeys: boolean,
): readonly SheetGroup[] {
  const isChanged = (id: string) => Object.hasOwn(changed, id) && changed[id] !== defaultKeyOf(id, commands);
  const ofCommand = (id: CommandId): SheetLine => ({
    id: fixedCommands.has(id) ? null : id,
    title: titleOf(id),
    keys: keysOf(commandKeyOf(id, commands, changed, platform), platform),
    isChanged: isChanged(id),
  });
  const inMenus = Object.entries(menus).map(([title, groups]) => ({
    title,
    lines: groups.flatMap((group) => (Object.keys(group) as CommandId[]).map(ofCommand)),
  }));
  const coding: SheetGroup = {
    title: words.reviewGroup,
    lines: [
      ...(Object.keys(codingKeyDefaults) as CodingKeyId[]).map((id) => ({
        id,
        title: titleOf(id),
        keys: keysOf(codingKeyOf(id, changed), platform),
        isChanged: isChanged(id),
      })),
      fixed(words.issues, ['1', '…', '9']),
      fixed(words.next, ['Enter']),
    ],
  };
  const places = inPlace.map(({ title, keys }) => ({
    title,
    lines: keys.map(([what, which]) => fixed(what, which)),
  }));
  const groups = [...inMenus, coding, ...places];
  if (hasSingleKeys) return groups;
  return groups.map(({ title, lines }) => ({
    title,
    lines: lines.map((line) => (line.keys.every(isSingleKey) ? { ...line, keys: [] } : line)),
  }));
}

/** Whether a key writes a character, as letters, digits and signs do: the key itself, not another held with it. */
function isSingleKey(key: string): boolean {
  return /^[A-Z0-9+−…]$/.test(key);
}

function fixed(title: string, keys: readonly string[]): SheetLine {
  return { id: null, title, keys, isChanged: false };
}

/**
 * Narrows the groups by words typed: each must occur in what a key does, in its group's name or among its keys.
 *
 * @example narrowGroups(groups, 'ctrl k')
 */
export function narrowGroups(groups: readonly SheetGroup[], query: string): readonly SheetGroup[] {
  const wanted = query
    .toLowerCase()
    .split(/[\s+]+/)
    .filter(Boolean);
  if (wanted.length === 0) return groups;
  return groups
    .map(({ title, lines }) => ({
      title,
      lines: lines.filter((line) => {
        const text = `${title} ${line.title}`.toLowerCase();
        const keys = line.keys.map((key) => key.toLowerCase());
        // One character is a key: as a part of words it would find nearly everything.
        return wanted.every((word) => (word.length > 1 && text.includes(word)) || keys.includes(word));
      }),
    }))
    .filter(({ lines }) => lines.length > 0);
}
