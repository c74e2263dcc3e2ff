import { identity, pointBy } from '../../../objects/index.ts';
import type { PagePlan } from '../../marks/index.ts';
import { linkTo, pageTarget } from '../../output/output-document.ts';
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
  const corner = (x: number, y: number) => pointBy(contentMatrix ?? identity, x, y).map(rounded);
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
    const sides = [...corner(left, bottom), ...corner(right, top)];
    output.pdf.writeObject(id, linkTo(pageTarget(output.tree.pageIds[to]!), sides));
    ids.push(id);
  }
  return ids;
}

const rounded = (value: number) => Number(value.toFixed(3));
