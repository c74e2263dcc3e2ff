import { carryInto, writeSheet, type Binding, type BoundFile } from './binding.ts';
import { carriedNothing } from './carry/exhibit-place.ts';
import type { Exhibit } from './exhibit.ts';
import { finishFile } from './finished-file.ts';
import { exhibitBookmark, exhibitTitle, labelsOf } from './exhibit-names.ts';
import { OutputDocument } from '../output/output-document.ts';
import { fileTarget } from '../output/output-target.ts';

/**
 * Writes an exhibit alone: its slip sheet and its pages, as they stand in its volume.
 *
 * @throws SourceUnreadable, naming the item; the file system's own errors
 */
export function writeAlone(binding: Binding, exhibit: Exhibit, filePath: string): Promise<BoundFile> {
  const { item } = exhibit;
  const lead = item.sheet ? 1 : 0;
  const pages = lead + item.pages;
  const write = async () => {
    const output = new OutputDocument(fileTarget(filePath, binding.syncs), binding.shelf, pages);
    try {
      const carried =
        item.pages === 0
          ? carriedNothing()
          : await carryInto(binding, exhibit, { output, firstAt: lead, only: null, pageOf: () => null });
      if (lead === 1) writeSheet(output, 0, exhibit, false, () => null);
      const file = output.finish({
        title: exhibitTitle(item),
        labels: labelsOf(item, lead + 1),
        bookmarks: binding.options.hasOutline
          ? [exhibitBookmark(item, output.tree.pageIds[0]!, carried.bookmarks, true)]
          : [],
      });
      const sheets = item.sheet ? [{ page: 0, words: item.sheet.heading, item: exhibit.at }] : [];
      return {
        file,
        pages,
        tallies: [carried.tally],
        missing: output.type.missing,
        expected: { marks: carried.marks, sheets },
        placesApartFrom: (pages: ReadonlySet<number>) => output.placesApartFrom(pages),
      };
    } catch (error) {
      output.abandon();
      throw error;
    }
  };
  const ownerOf = (page: number) => ({ place: 0, page: page < lead ? null : page - lead });
  return finishFile(binding, [exhibit], filePath, write, ownerOf);
}
