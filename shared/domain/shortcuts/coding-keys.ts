import type { ChangedKeys } from './accelerator.ts';

/** Default single keys of the review that a person may change. The digits are for issues. */
export const codingKeyDefaults = {
  'coding.responsive': { title: 'Responsive', key: 'R' },
  'coding.notResponsive': { title: 'Not responsive', key: 'N' },
  'coding.notRelevant': { title: 'Not relevant', key: 'X' },
  'coding.somewhat': { title: 'Somewhat relevant', key: 'S' },
  'coding.relevant': { title: 'Relevant', key: 'L' },
  'coding.hot': { title: 'Hot', key: 'H' },
  'coding.privilege': { title: 'Privilege', key: 'P' },
  'coding.reviewed': { title: 'Reviewed', key: 'V' },
  'coding.flagged': { title: 'Flag or remove flag', key: 'F' },
  'coding.next': { title: 'Next item', key: 'J' },
  'coding.previous': { title: 'Previous item', key: 'K' },
  'coding.several': { title: 'Code several at once', key: 'B' },
} as const;

export type CodingKeyId = keyof typeof codingKeyDefaults;

/** Whether an id is that of a single key of the review. */
export function isCodingKeyId(id: string): id is CodingKeyId {
  return Object.hasOwn(codingKeyDefaults, id);
}

/**
 * The current letter for a code; an empty text for none. A value in a settings file that is not a letter is ignored.
 *
 * @example codingKeyOf('coding.hot', { 'coding.hot': 'G' }) // 'G'
 */
export function codingKeyOf(id: CodingKeyId, changed: ChangedKeys): string {
  const own = Object.hasOwn(changed, id) ? changed[id] : undefined;
  return own !== undefined && /^[A-Z]?$/.test(own) ? own : codingKeyDefaults[id].key;
}
