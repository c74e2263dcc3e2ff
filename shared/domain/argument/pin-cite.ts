import { mediaClock } from '../evidence/media-clock.ts';

/** What a pin cite is made of. */
export interface PinCiteParts {
  /** The page's cite as an exhibit; null where no set carries it. */
  readonly exhibit: string | null;
  /** The number printed on the page, where no set carries it; null for none. */
  readonly bates: string | null;
  /** The number under which the item is on the docket: 2, 2-1; null where it is not. */
  readonly docketNumber: string | null;
  readonly title: string;
  /** From 1; null for the item as a whole and for a moment. */
  readonly page: number | null;
  /** Of a recording, in milliseconds. */
  readonly atMs: number | null;
  readonly paragraph: string;
}

/**
 * How a place is cited: as the exhibit it is; else by its number on the docket; else by the item's title.
 *
 * @example pinCiteText({ exhibit: null, bates: null, docketNumber: '2-2', title: 'Declaration', page: 3, atMs: null, paragraph: '7' })
 * // 'Dkt. 2-2 at 3, ¶ 7'
 */
export function pinCiteText(parts: PinCiteParts): string {
  const { exhibit, bates, docketNumber, title, page, atMs, paragraph } = parts;
  const paper = docketNumber === null ? title : `Dkt. ${docketNumber}`;
  const place = page === null ? '' : ` at ${page}`;
  const base = exhibit ?? `${paper}${place}${bates === null ? '' : `, ${bates}`}`;
  const moment = atMs === null ? '' : ` at ${mediaClock(atMs)}`;
  return `${base}${moment}${paragraph === '' ? '' : `, ${paragraphText(paragraph)}`}`;
}

/** A number gets its sign, several numbers two; what has a sign of its own, as "§ 4.1", is left as it is. */
function paragraphText(paragraph: string): string {
  if (!/^\d/.test(paragraph)) return paragraph;
  return `${/\d\s*(?:[-–,&]|and|to)\s*\d/.test(paragraph) ? '¶¶' : '¶'} ${paragraph}`;
}
