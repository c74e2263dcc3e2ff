import type { FilingRule } from '../../../../shared/model/court-profile.ts';

/**
 * What is wrong with a name that everybody who gets the notice of electronic filing sees.
 *
 * @param name without folder
 * @returns what it gives away, and which of its signs filing systems may refuse; empty for a good name
 */
export function faultsOfName(
  name: string,
  { words = [], signs = '' }: FilingRule,
): { readonly told: readonly string[]; readonly odd: readonly string[] } {
  const stem = name.replace(/\.pdf$/i, '');
  const spoken = ` ${stem
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  const told = words.filter((word) => spoken.includes(` ${word.toLowerCase()} `));
  const odd = [...new Set(stem.match(/[^\p{L}\p{N}\p{M}]/gu) ?? [])].filter((sign) => !signs.includes(sign));
  return { told, odd };
}
