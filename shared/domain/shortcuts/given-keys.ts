import { isAccelerator, signatureOf, type ChangedKeys, type Platform } from './accelerator.ts';
import { codingKeyDefaults, codingKeyOf, isCodingKeyId, type CodingKeyId } from './coding-keys.ts';
import { refusalOf } from './reserved-keys.ts';

/** Commands whose keys may be changed, with their default accelerators. */
export type DefaultKeys = Readonly<
  Record<string, { readonly title?: string; readonly accelerator?: string }>
>;

/** These apply to the text while somebody types, so their keys are the system's. */
export const fixedCommands: ReadonlySet<string> = new Set(['history.undo', 'history.redo']);

/**
 * A command's current accelerator; an empty text for none. A value in a settings file that cannot be a key is ignored. A key
 * that a person gave to one command belongs to no other, even if a later version makes it another's default.
 *
 * @example commandKeyOf('go.docket', commands, { 'go.docket': 'F9' }, 'linux') // 'F9'
 */
export function commandKeyOf(
  id: string,
  defaults: DefaultKeys,
  changed: ChangedKeys,
  platform: Platform,
): string {
  const own = chosenKeyOf(id, defaults, changed, platform);
  if (own !== null) return own;
  const came = defaults[id]?.accelerator ?? '';
  if (came === '') return '';
  const signature = signatureOf(came, platform);
  const isTaken = Object.keys(changed).some((other) => {
    const key = chosenKeyOf(other, defaults, changed, platform);
    return key !== null && key !== '' && signatureOf(key, platform) === signature;
  });
  return isTaken ? '' : came;
}

/** What a person chose for a command; null for nothing, or nothing that can be a key. */
function chosenKeyOf(
  id: string,
  defaults: DefaultKeys,
  changed: ChangedKeys,
  platform: Platform,
): string | null {
  if (!Object.hasOwn(changed, id) || !Object.hasOwn(defaults, id) || fixedCommands.has(id)) return null;
  const own = changed[id] ?? '';
  return own === '' || (isAccelerator(own) && refusalOf(own, platform) === null) ? own : null;
}

/**
 * Who has a key now, other than the one it is meant for; null where it is free. Commands are checked against commands, the review's
 * single keys against each other.
 */
export function holderOf(
  key: string,
  wantedFor: string,
  defaults: DefaultKeys,
  changed: ChangedKeys,
  platform: Platform,
): string | null {
  if (isCodingKeyId(wantedFor)) {
    const ids = Object.keys(codingKeyDefaults) as CodingKeyId[];
    return ids.find((id) => id !== wantedFor && codingKeyOf(id, changed) === key) ?? null;
  }
  const wanted = signatureOf(key, platform);
  const isHeld = (id: string) => {
    const own = commandKeyOf(id, defaults, changed, platform);
    return own !== '' && signatureOf(own, platform) === wanted;
  };
  return Object.keys(defaults).find((id) => id !== wantedFor && isHeld(id)) ?? null;
}

/**
 * The changes with one more: the key is given, and taken from the command that had it. A key that is back at its default is not kept.
 *
 * @param key an accelerator, a letter for a single key, or an empty text to leave it without
 * @example giveKey('go.docket', 'F9', commands, {}, 'linux') // { 'go.docket': 'F9' }
 */
export function giveKey(
  id: string,
  key: string,
  defaults: DefaultKeys,
  changed: ChangedKeys,
  platform: Platform,
): ChangedKeys {
  const holder = key === '' ? null : holderOf(key, id, defaults, changed, platform);
  const next = { ...changed, [id]: key, ...(holder !== null && { [holder]: '' }) };
  return Object.fromEntries(
    Object.entries(next).filter(([each, own]) => own !== defaultKeyOf(each, defaults)),
  );
}

/** The default key of something; undefined for what this version does not know, an empty text for none. */
export function defaultKeyOf(id: string, defaults: DefaultKeys): string | undefined {
  if (isCodingKeyId(id)) return codingKeyDefaults[id].key;
  return Object.hasOwn(defaults, id) ? (defaults[id]?.accelerator ?? '') : undefined;
}
