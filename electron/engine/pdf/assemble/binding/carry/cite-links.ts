import { identity } from '../../../objects/index.ts';
import type { PagePlan } from '../../marks/index.ts';
import type { Tally } from '../../source/tally.ts';
import type { Exhibit } from '../exhibit.ts';
import type { ExhibitPlace } from './exhibit-place.ts';

/**
 * Writes links over a page's citations of other exhibits. A citation that leads out of this file gets none, and is counted.
 *
 * @param at which of the exhibit's pages, from 0
 * @returns their object numbers
 */
export function writeCiteLinks(
  exhibit: Exhibit,
  at: number,
  { output, pageOf }: ExhibitPlace,
  { contentMatrix }: PagePlan,
  tally: Tally,
): number[] {
  const [a, b, c, d, e, f] = contentMatrix ?? identity;
  const corner = (x: number, y: number) => `${rounded(a * x + c * y + e)} ${rounded(b * x + d * y + f)}`;
  const ids: number[] = [];
  for (const { sourcePage, area, exhibit: target, exhibitPage } of exhibit.item.citeLinks) {
    if (sourcePage !== exhibit.sourceOf(at)) continue;
    const to = pageOf(target, exhibitPage);
    if (to === null) {
      tally.add('citeLinksAcross');
      continue;
    }
    const [left, bottom, right, top] = area;
    const id = output.pdf.allocate();
    output.pdf.writeObject(
      id,
      `<</Type/Annot/Subtype/Link/Rect[${corner(left, bottom)} ${corner(right, top)}]/Border[0 0 0]/F 4/Dest[${output.tree.pageIds[to]} 0 R/Fit]>>`,
    );
    ids.push(id);
  }
  return ids;
}

const rounded = (value: number) => Number(value.toFixed(3));
