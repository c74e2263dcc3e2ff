import type { Relevance } from './decision.ts';

/** What a single key asks for in the review area. */
export type CodingAct =
  | { readonly kind: 'responsive'; readonly value: boolean }
  | { readonly kind: 'relevance'; readonly value: Relevance }
  | { readonly kind: 'issue'; /** From 0. */ readonly at: number }
  | { readonly kind: 'privilege' | 'reviewed' | 'flagged' | 'next' | 'previous' | 'several' };

/** The key of each code, as it is shown on its button. */
export const codingKeys = {
  responsive: 'R',
  notResponsive: 'N',
  relevance: ['X', 'S', 'L', 'H'],
  privilege: 'P',
  reviewed: 'V',
  flagged: 'F',
  next: 'J',
  previous: 'K',
  several: 'B',
  /** Issues beyond these have no key. */
  issues: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
} as const;

const acts = new Map<string, CodingAct>([
  [codingKeys.responsive, { kind: 'responsive', value: true }],
  [codingKeys.notResponsive, { kind: 'responsive', value: false }],
  ...codingKeys.relevance.map(
    (key, value) => [key, { kind: 'relevance', value: value as Relevance }] as const,
  ),
  [codingKeys.privilege, { kind: 'privilege' }],
  [codingKeys.reviewed, { kind: 'reviewed' }],
  [codingKeys.flagged, { kind: 'flagged' }],
  [codingKeys.next, { kind: 'next' }],
  [codingKeys.previous, { kind: 'previous' }],
  [codingKeys.several, { kind: 'several' }],
  ...codingKeys.issues.map((key, at) => [key, { kind: 'issue', at }] as const),
]);

/** What a keystroke is, and where it fell. */
export interface CodingKeystroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * What a keystroke asks for, or null. Upper case through Caps Lock counts; a modifier makes it another key.
 *
 * @param isOnControl whether the focus is on something that Enter presses
 * @example codingActOf({ key: 'h', … }, false) // { kind: 'relevance', value: 3 }
 */
export function codingActOf(event: CodingKeystroke, isOnControl: boolean): CodingAct | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null;
  if (event.key === 'Enter') return isOnControl ? null : { kind: 'next' };
  return acts.get(event.key.toUpperCase()) ?? null;
}
