import { codingKeyOf, type CodingKeyId } from '../../../../shared/domain/shortcuts/coding-keys.ts';
import type { ChangedKeys, Keystroke } from '../../../../shared/domain/shortcuts/accelerator.ts';
import type { Relevance } from './decision.ts';

/** What a single key asks for in the review area. */
export type CodingAct =
  | { readonly kind: 'responsive'; readonly value: boolean }
  | { readonly kind: 'relevance'; readonly value: Relevance }
  | { readonly kind: 'issue'; /** From 0. */ readonly at: number }
  | { readonly kind: 'privilege' | 'reviewed' | 'flagged' | 'next' | 'previous' | 'several' };

/** The key of each code, as it is shown on its button; an empty text where a person left it without one. */
export interface CodingKeys {
  readonly responsive: string;
  readonly notResponsive: string;
  /** From not relevant to hot. */
  readonly relevance: readonly string[];
  readonly privilege: string;
  readonly reviewed: string;
  readonly flagged: string;
  readonly next: string;
  readonly previous: string;
  readonly several: string;
  /** Issues beyond these have no key. */
  readonly issues: readonly string[];
}

/**
 * The single keys as they are now.
 *
 * @param changed keys changed from their defaults
 * @param isOn whether single keys do anything
 * @example codingKeysOf({ 'coding.hot': 'G' }, true).relevance[3] // 'G'
 */
export function codingKeysOf(changed: ChangedKeys, isOn: boolean): CodingKeys {
  const key = (id: CodingKeyId) => (isOn ? codingKeyOf(id, changed) : '');
  return {
    responsive: key('coding.responsive'),
    notResponsive: key('coding.notResponsive'),
    relevance: [key('coding.notRelevant'), key('coding.somewhat'), key('coding.relevant'), key('coding.hot')],
    privilege: key('coding.privilege'),
    reviewed: key('coding.reviewed'),
    flagged: key('coding.flagged'),
    next: key('coding.next'),
    previous: key('coding.previous'),
    several: key('coding.several'),
    issues: isOn ? ['1', '2', '3', '4', '5', '6', '7', '8', '9'] : [],
  };
}

function actsOf(keys: CodingKeys): ReadonlyMap<string, CodingAct> {
  return new Map<string, CodingAct>([
    [keys.responsive, { kind: 'responsive', value: true }],
    [keys.notResponsive, { kind: 'responsive', value: false }],
    ...keys.relevance.map((key, value) => [key, { kind: 'relevance', value: value as Relevance }] as const),
    [keys.privilege, { kind: 'privilege' }],
    [keys.reviewed, { kind: 'reviewed' }],
    [keys.flagged, { kind: 'flagged' }],
    [keys.next, { kind: 'next' }],
    [keys.previous, { kind: 'previous' }],
    [keys.several, { kind: 'several' }],
    ...keys.issues.map((key, at) => [key, { kind: 'issue', at }] as const),
  ]);
}

/**
 * What a keystroke asks for, or null. Upper case through Caps Lock counts; a modifier makes it another key.
 *
 * @param isOnControl whether the focus is on something that Enter presses
 * @param keys the single keys as they are now
 * @example codingActOf({ key: 'h', … }, false, codingKeysOf({}, true)) // { kind: 'relevance', value: 3 }
 */
export function codingActOf(
  event: Omit<Keystroke, 'code'>,
  isOnControl: boolean,
  keys: CodingKeys,
): CodingAct | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.key === '') return null;
  if (event.key === 'Enter') return isOnControl ? null : { kind: 'next' };
  return actsOf(keys).get(event.key.toUpperCase()) ?? null;
}
