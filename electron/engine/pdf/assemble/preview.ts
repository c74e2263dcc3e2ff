import { join } from 'node:path';
import { warmShelf, type FontShelf } from '../draw/font-shelf.ts';
import type { AssembleOptions, PreviewTools } from './assembly.ts';
import { writeSheet } from './binding/binding.ts';
import { carryExhibit } from './binding/carry/carry-exhibit.ts';
import type { ExhibitPlace } from './binding/carry/exhibit-place.ts';
import { Exhibit } from './binding/exhibit.ts';
import { exhibitTitle } from './binding/exhibit-names.ts';
import { OutputDocument } from './output/output-document.ts';
import { memoryTarget } from './output/output-target.ts';
import type { AssembleItem } from './plan.ts';

/** Exhibits of which every page is looked at, by all that decides where their marks stand; the latest is last. */
const surveyed = new Map<string, { readonly exhibit: Exhibit; idle: Promise<unknown> }>();
const maxSurveyed = 4;

/**
 * One finished page of an exhibit, as a PDF of one page in memory, made by the same code as the whole.
 *
 * @param page which of the pages it brings, from 0; `sheet` for its slip sheet
 * @throws SourceUnreadable; RangeError for a page it does not have
 */
export async function previewPage(
  item: AssembleItem,
  page: number | 'sheet',
  options: AssembleOptions,
  tools: PreviewTools,
): Promise<Uint8Array> {
  const isThere =
    page === 'sheet' ? item.sheet !== null : Number.isInteger(page) && page >= 0 && page < item.pages;
  if (!isThere) throw new RangeError('the exhibit has no such page');
  const folder = join(tools.assetsDirectory, 'fonts');
  const shelf = warmShelf(folder);
  const make = () => new Exhibit(0, item, options.marks, shelf);
  const write = (exhibit: Exhibit) => writePage(exhibit, page, shelf, options, tools);
  // Looking at two dozen pages before each would take a second. Where only some are looked at, a page shown would take a look from those that a build has.
  if (!options.marks.looksAtEveryPage || page === 'sheet') return write(make());
  const key = JSON.stringify([tools.originalKey, item, options.marks]);
  const known = surveyed.get(key) ?? { exhibit: make(), idle: Promise.resolve() };
  surveyed.delete(key);
  surveyed.set(key, known);
  if (surveyed.size > maxSurveyed) surveyed.delete(surveyed.keys().next().value!);
  const written = known.idle.then(() => write(known.exhibit)).finally(() => known.exhibit.rest());
  known.idle = written.catch(() => {});
  return written;
}

async function writePage(
  exhibit: Exhibit,
  page: number | 'sheet',
  shelf: FontShelf,
  options: AssembleOptions,
  tools: PreviewTools,
): Promise<Uint8Array> {
  const { item } = exhibit;
  const target = memoryTarget();
  let output = new OutputDocument(target, shelf, 1);
  if (page === 'sheet') writeSheet(output, 0, exhibit, false, () => null);
  else {
    const place = (): ExhibitPlace => ({
      output,
      firstAt: 0,
      only: page,
      pageOf: () => null,
      beforeLook: () => Promise.resolve(),
    });
    if (item.original === null) await carryExhibit(exhibit, null, place(), options);
    else
      await exhibit.withOriginal(
        tools,
        (opened) => carryExhibit(exhibit, opened, place(), options),
        () => {
          target.truncate(0);
          output = new OutputDocument(target, shelf, 1);
        },
      );
  }
  output.finish({ title: exhibitTitle(item), labels: [], bookmarks: [] });
  return target.bytes();
}
