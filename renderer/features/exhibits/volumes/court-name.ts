import type { CourtProfile } from '../../../../shared/model/court-profile.ts';

/**
 * A court's everyday name: the last line of its caption, in small letters, with its code.
 *
 * @example courtName(profile) // 'Western District of Washington (wawd)'
 */
export function courtName({ id, name }: Pick<CourtProfile, 'id' | 'name'>): string {
  const words = name.at(-1)!.toLowerCase().split(' ');
  const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
  return `${words.map((word) => (word === 'of' || word === 'the' ? word : capital(word))).join(' ')} (${id})`;
}
