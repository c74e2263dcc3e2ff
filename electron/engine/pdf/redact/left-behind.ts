import { PdfStream, type PdfObjects, type SourcePage } from '../objects/index.ts';
import type { PdfOriginal } from '../assemble/source/open-item.ts';
import { appearancesOn, intersects, isForm, namedBy } from '../assemble/source/shown/named-streams.ts';
import { shownBy } from '../assemble/source/shown/shown-streams.ts';
import { lastParameters } from '../assemble/pictures/picture-entries.ts';

/** What stays behind with the pages that are drawn anew. */
export interface LeftBehind {
  /** Object numbers of contents, pictures and forms that no page which is carried over shows. */
  readonly streams: ReadonlySet<number>;
  /** Pages that are carried over, by their positions from 0, whose resources name any of these. */
  readonly sharing: readonly number[];
  /**
   * Pages of which cannot be told what they show, though they share resources with those drawn anew, and scans that share with them a table of
   * shapes, which may be whole words and signatures (ITU-T T.88 §6.5): they must be drawn anew too.
   */
  readonly unclear: readonly number[];
}

/**
 * Many programs give all pages one dictionary of resources, in which each names what only others show, or nobody does. That must not come
 * along with a page that loses nothing itself.
 *
 * @param redrawn positions from 0
 */
export function leftBehind({ objects, pages }: PdfOriginal, redrawn: ReadonlySet<number>): LeftBehind {
  const lost = new Set<number>();
  for (const index of redrawn) {
    const page = pages.at(index);
    for (const id of drawingsOf(objects, page)) lost.add(id);
  }
  const streams = new Set(lost);
  const lostTables = tablesOf(objects, lost);
  const kept = new Set<number>();
  const unclear: number[] = [];
  const ownOf = new Map<number, Set<number>>();
  for (const page of pages) {
    if (redrawn.has(page.index)) continue;
    const own = drawingsOf(objects, page);
    for (const id of own) streams.add(id);
    const shown = shownBy(objects, page, appearancesOn(objects, page).shown);
    const isUnclear = shown === null && (intersects(own, lost) || namesDrawings(objects, own));
    if (isUnclear || intersects(tablesOf(objects, shown ?? own), lostTables)) {
      unclear.push(page.index);
      continue;
    }
    ownOf.set(page.index, own);
    for (const id of shown ?? own) kept.add(id);
  }
  for (const id of kept) streams.delete(id);
  const sharing = [...ownOf].flatMap(([index, own]) => (intersects(own, streams) ? index : []));
  return { streams, sharing, unclear };
}

/** Object numbers of a page's content, and of all that its resources and its annotations name. */
function drawingsOf(objects: PdfObjects, page: SourcePage): Set<number> {
  return new Set([...namedBy(objects, page).drawings, ...appearancesOn(objects, page).named.drawings]);
}

/** Whether any of a page's streams is a form, which may say it in letters of codes that only its font reads. */
const namesDrawings = (objects: PdfObjects, ids: ReadonlySet<number>) =>
  [...ids].some((id) => {
    const stream = objects.object(id);
    return stream instanceof PdfStream && isForm(objects, stream);
  });

/** Object numbers of the tables from which scans take their shapes (ISO 32000-1 §7.4.7). */
function tablesOf(objects: PdfObjects, ids: ReadonlySet<number>): Set<number> {
  const tables = new Set<number>();
  for (const id of ids) {
    const stream = objects.object(id);
    const parameters = stream instanceof PdfStream ? lastParameters(objects, stream.dict) : undefined;
    const table = parameters && objects.streamAt(parameters, 'JBIG2Globals');
    if (table) tables.add(table.id);
  }
  return tables;
}
