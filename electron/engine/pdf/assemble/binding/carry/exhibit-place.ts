import type { KeySet, PdfValue, SourcePage } from '../../../objects/index.ts';
import type { DrawAhead } from '../../ahead/look-ahead.ts';
import type { PagePlan } from '../../marks/index.ts';
import type { Bookmark } from '../../output/outline.ts';
import type { OutputDocument } from '../../output/output-document.ts';
import { Tally } from '../../source/tally.ts';
import type { Exhibit } from '../exhibit.ts';
import type { ExpectedMark } from '../read-back.ts';

/** Pages of an original that are rewritten instead of being carried over. */
export interface RedrawnPages {
  /** Object numbers of what only they show: it stays behind. */
  readonly leftBehind: Iterable<number>;
  /** Entries of dictionaries that are not carried, wherever they are. */
  readonly leftOut: KeySet;
  /** Whether a value's own words must not come along, as names of layers may. */
  isUnwanted(value: PdfValue): boolean;
  /** @param source position in the original, from 0 */
  has(source: number): boolean;
  /** Writes one of them as an object of the output. */
  write(page: SourcePage, pageId: number): Promise<void>;
}

/** Where an exhibit's pages go. */
export interface ExhibitPlace {
  readonly output: OutputDocument;
  /** Position from 0 of its first own page. */
  readonly firstAt: number;
  /** Which of its pages, from 0; null for all of them. */
  readonly only: number | null;
  /** Position from 0 of a page of another exhibit; null when it is not in this file. */
  pageOf(item: number, itemPage: number): number | null;
  /**
   * Waited for before a page is drawn to see what is on it, which takes long enough to report progress and to be stopped.
   *
   * @param pages of the exhibit that are written
   * @throws what ends the work
   */
  beforeLook(pages: number): Promise<void>;
  /** Draws pages of its original in other threads; left out where this one does. */
  readonly drawPages?: DrawAhead | undefined;
  /** Left out where all pages are carried over. */
  readonly redrawn?: RedrawnPages | undefined;
}

/** What came of an exhibit's own pages in one output. */
export interface CarriedExhibit {
  readonly tally: Tally;
  /** Marks to be read back, of the pages that are looked at again. */
  readonly marks: readonly ExpectedMark[];
  readonly bookmarks: readonly Bookmark[];
}

/** What comes of an exhibit without pages. */
export function carriedNothing(): CarriedExhibit {
  return { tally: new Tally(), marks: [], bookmarks: [] };
}

/**
 * What must be found on a page when it is read back.
 *
 * @param page its position in the output, from 0
 * @param itemPage which of the exhibit's pages it is, from 0
 * @param isDoubtful whether there is reason to check that it is there
 */
export function expectedMarks(
  { marks }: PagePlan,
  page: number,
  { at: item }: Exhibit,
  itemPage: number,
  isDoubtful: boolean,
): ExpectedMark[] {
  return marks.map(({ kind, text, area }) => ({ page, kind, text, area, item, itemPage, isDoubtful }));
}
