import type { TagColor } from '../../model/evidence.ts';

/** The colors of tags and notes, in the order they are offered for tags. */
export const colorWords: Readonly<Record<TagColor, string>> = {
  grey: 'Gray',
  red: 'Red',
  orange: 'Orange',
  yellow: 'Yellow',
  green: 'Green',
  blue: 'Blue',
  purple: 'Purple',
};
