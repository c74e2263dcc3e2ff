import { listPages, PdfObjects, type PdfValue } from '../../objects/index.ts';
import { picturesSaying, type PictureSearch } from '../pictures/index.ts';
import { fileSource } from '../../pdf-source.ts';
import { leadsTo } from './leads-to.ts';
import { doubtFinder, drawingSays } from './object-words.ts';
import type { RedactionWishes } from '../wishes.ts';

/** Pages by their positions from 0. */
export interface SayingPages {
  readonly all: readonly number[];
  /** Those of which a drawing says it, which they may show. */
  readonly drawn: ReadonlySet<number>;
  /** Those that lead to a picture which says it: they may show it faintly. */
  readonly pictured: ReadonlySet<number>;
  /** In words, how anything in it says it, whether a page leads there or not. */
  readonly doubts: readonly string[];
}

/**
 * Opens a written copy anew and reads every object of it, whether anything leads there or not: pages that lead to something which says what is to
 * be removed, though no reader's text has it, as words that stand for others, remarks and names in drawings, what pictures hold and do not show.
 *
 * @param path of the copy
 * @throws SourceUnreadable; as `picturesSaying` does
 */
export async function pagesSaying(
  path: string,
  wishes: RedactionWishes,
  search: PictureSearch,
): Promise<SayingPages> {
  const source = fileSource(path);
  try {
    const objects = PdfObjects.open(source);
    const doubtOf = doubtFinder(wishes);
    const pictures = await picturesSaying(objects, search);
    const [saying, drawings] = [new Set(pictures), new Set<number>()];
    const doubts = new Set(pictures.size > 0 ? ['a picture in it says it'] : []);
    for (let id = 1; id < objects.size; id += 1) {
      const doubt = doubtOf(objects, objects.object(id));
      if (doubt === null) continue;
      saying.add(id);
      doubts.add(doubt);
      if (doubt === drawingSays) drawings.add(id);
    }
    const pagesOf = (ids: ReadonlySet<number>) => (ids.size === 0 ? [] : pagesLeadingTo(objects, ids));
    return {
      all: pagesOf(saying),
      drawn: new Set(pagesOf(drawings)),
      pictured: new Set(pagesOf(pictures)),
      doubts: [...doubts],
    };
  } finally {
    source.close();
  }
}

/** Pages that lead to any of some objects, by their positions from 0. @throws SourceUnreadable */
export function pagesLeadingTo(objects: PdfObjects, ids: ReadonlySet<number>): number[] {
  const pages = listPages(objects);
  return Array.from({ length: pages.length }, (_, index) => index).filter((index) => {
    const page = pages.idAt(index);
    if (page === null) return false;
    const isSought = (_: PdfValue, id: number | null) => id !== null && ids.has(id);
    return ids.has(page) || leadsTo(objects, objects.object(page), isSought);
  });
}
