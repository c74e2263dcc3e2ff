import { capitalized } from '../../../../shared/domain/capitalized.ts';
import type { CourtProfile } from '../../../../shared/model/court-profile.ts';

/**
 * A court's everyday name: the last line of its caption, in small letters, with its code.
 *
 * @example courtName(profile) // 'Western District of Washington (wawd)'
 */
export function courtName({ id, name }: Pick<CourtProfile, 'id' | 'name'>): string {
  const words = name.at(-1)!.toLowerCase().split(' ');
  return `${words.map((word) => (word === 'of' || word === 'the' ? word : capitalized(word))).join(' ')} (${id})`;
}
