import {
  planBinder,
  type BinderPlan,
  type PlannedPart,
} from '../../../../../shared/domain/exhibits/binder-plan.ts';
import { Typesetter } from '../../draw/typesetter.ts';
import type { AssembleTools } from '../assembly.ts';
import { carryInto, writeSheet, type Binding, type BoundFile } from './binding.ts';
import { carriedNothing, type CarriedExhibit } from './carry/exhibit-place.ts';
import type { Exhibit } from './exhibit.ts';
import { finishFile, type PageOwner } from './finished-file.ts';
import { exhibitBookmark, exhibitTitle, labelsOf } from './exhibit-names.ts';
import type { Bookmark } from '../output/outline.ts';
import { OutputDocument, pageTarget } from '../output/output-document.ts';
import { fileTarget, orAbandon } from '../output/output-target.ts';
import type { PageLabel } from '../output/page-labels.ts';
import type { AssembleVolume } from '../plan.ts';
import type { ExpectedSheet } from './read-back.ts';
import { UnreadableSources } from './unreadable-sources.ts';

/** A volume that was written and read back. */
export interface BoundVolume extends BoundFile {
  readonly plan: BinderPlan;
}

/** A file that is being written. */
interface FileInHand {
  readonly output: OutputDocument;
  readonly binding: Binding;
  readonly volume: AssembleVolume;
  readonly exhibits: readonly Exhibit[];
  readonly plan: BinderPlan;
  readonly drawIndex: AssembleTools['drawIndex'];
  /** Whether it is an exhibit's own file, whose links lead nowhere else. */
  readonly isAlone: boolean;
}

/**
 * Writes an exhibit alone: its slip sheet and its pages, as they stand in its volume.
 *
 * @throws as `writeVolume`
 */
export function writeAlone(binding: Binding, { at, item }: Exhibit, path: string): Promise<BoundFile> {
  return writeVolume(binding, { title: exhibitTitle(item), from: at, to: at + 1, path }, true);
}

/**
 * Writes a volume: its index, and of each of its exhibits the slip sheet and the pages, with links, bookmarks and page labels.
 * Nothing in it depends on what other volumes hold.
 *
 * @param isAlone whether it is an exhibit's own file, without an index
 * @throws SourceUnreadable, naming the item and all others of the volume that cannot be carried; the file system's own errors
 */
export async function writeVolume(
  binding: Binding,
  volume: AssembleVolume,
  isAlone = false,
): Promise<BoundVolume> {
  const exhibits = binding.exhibits.slice(volume.from, volume.to);
  const scratch = new Typesetter(binding.shelf, () => 0);
  const drawIndex = isAlone ? null : binding.tools.drawIndex;
  const plan = planBinder(
    exhibits.map(({ item }) => ({ pages: item.pages, hasSlipSheet: item.sheet !== null })),
    (parts) =>
      drawIndex
        ? drawIndex(
            volume,
            parts.map(({ startPage }) => startPage),
            scratch,
          ).pages.length
        : 0,
  );
  const bound = await finishFile(
    binding,
    exhibits,
    volume.path,
    () => {
      const output = new OutputDocument(
        fileTarget(volume.path, binding.syncs),
        binding.shelf,
        plan.totalPages,
      );
      const file = { output, binding, volume, exhibits, plan, drawIndex, isAlone };
      return orAbandon(output, () => writeOnce(file));
    },
    (page) => ownerOf(plan, page + 1),
  );
  return { ...bound, plan };
}

/** Whose a page of a volume is, from 1; null for the index. */
function ownerOf({ parts }: BinderPlan, page: number): PageOwner | null {
  const place = parts.findLastIndex(({ startPage }) => startPage !== null && startPage <= page);
  const part = parts[place];
  if (!part) return null;
  return { place, page: part.firstPage === null || page < part.firstPage ? null : page - part.firstPage };
}

async function writeOnce(file: FileInHand) {
  const { output, binding, volume, plan } = file;
  const sheets: ExpectedSheet[] = [];
  const carried = await carryAll(file);
  const labels = writeOwnPages(file, sheets);
  const inner = carried.map(({ bookmarks }) => bookmarks);
  const written = output.finish({
    title: volume.title,
    labels,
    bookmarks: binding.options.hasOutline ? bookmarksOf(file, inner) : [],
    ...(plan.indexPages > 0 && { language: 'en-US' }),
  });
  return {
    file: written,
    pages: plan.totalPages,
    tallies: carried.map(({ tally }) => tally),
    missing: output.type.missing,
    expected: { marks: carried.flatMap(({ marks }) => marks), sheets },
    placesApartFrom: (pages: ReadonlySet<number>) => output.placesApartFrom(pages),
  };
}

/**
 * Writes the exhibits' own pages.
 *
 * @returns what came of each of them
 * @throws SourceUnreadable, naming all that cannot be carried
 */
async function carryAll({
  output,
  binding,
  volume,
  exhibits,
  plan,
  isAlone,
}: FileInHand): Promise<CarriedExhibit[]> {
  const all: CarriedExhibit[] = [];
  const unreadable = new UnreadableSources();
  const pageOf = (item: number, itemPage: number) => {
    const part = isAlone ? undefined : partOf(item, volume, plan);
    return part && part.firstPage !== null && itemPage < part.pages ? part.firstPage - 1 + itemPage : null;
  };
  for (const [i, exhibit] of exhibits.entries()) {
    const { firstPage } = plan.parts[i]!;
    if (firstPage === null) {
      all.push(carriedNothing());
      continue;
    }
    const place = { output, firstAt: firstPage - 1, only: null, pageOf };
    const carried = await unreadable.collect(carryInto(binding, exhibit, place));
    if (carried === null) continue;
    all.push(carried);
    if (!isAlone) binding.progress.add(exhibit);
  }
  unreadable.assertNone();
  return all;
}

/** Where an exhibit stands in a volume, by its place in the whole assembly. */
function partOf(item: number, { from, to }: AssembleVolume, { parts }: BinderPlan): PlannedPart | undefined {
  return item >= from && item < to ? parts[item - from] : undefined;
}

/** Index pages and slip sheets, and what every page is called. */
function writeOwnPages(
  { output, volume, exhibits, plan, drawIndex }: FileInHand,
  sheets: ExpectedSheet[],
): PageLabel[] {
  const labels: PageLabel[] = [];
  const pageOf = (target: number | 'index') => {
    if (target === 'index') return plan.indexPages > 0 ? 0 : null;
    const part = partOf(target, volume, plan);
    return part?.startPage ? part.startPage - 1 : null;
  };
  if (drawIndex) {
    const startPages = plan.parts.map(({ startPage }) => startPage);
    const index = drawIndex(volume, startPages, output.type);
    if (index.pages.length > plan.indexPages) throw new Error('the index is longer than its plan');
    output.writeIndex(index, plan.indexPages, pageOf);
    for (let at = 0; at < plan.indexPages; at += 1) labels.push({ kind: 'roman', number: at + 1 });
  }
  for (const [i, exhibit] of exhibits.entries()) {
    const { startPage, firstPage, hasSlipSheet } = plan.parts[i]!;
    if (hasSlipSheet) {
      writeSheet(output, startPage! - 1, exhibit, plan.indexPages > 0, pageOf);
      sheets.push({ page: startPage! - 1, words: exhibit.item.sheet!.heading, item: exhibit.at });
    }
    labels.push(...labelsOf(exhibit.item, firstPage ?? 0));
  }
  return labels;
}

/** A bookmark for the index and each exhibit; parts of an exhibit stand under it, after its own bookmarks. */
function bookmarksOf(
  { output, exhibits, plan, isAlone }: FileInHand,
  inner: readonly (readonly Bookmark[])[],
): Bookmark[] {
  const first = exhibits[0]?.at ?? 0;
  const hasBookmark = (at: number) => plan.parts[at]?.startPage !== null && plan.parts[at] !== undefined;
  const parts = new Map<number, number[]>();
  const top: number[] = [];
  for (const [i, { item }] of exhibits.entries()) {
    if (!hasBookmark(i)) continue;
    const parent = item.parent === null ? -1 : item.parent - first;
    if (parent < 0 || parent >= i || !hasBookmark(parent)) top.push(i);
    else parts.set(parent, [...(parts.get(parent) ?? []), i]);
  }
  const build = (i: number): Bookmark => {
    const children = [...inner[i]!, ...(parts.get(i) ?? []).map(build)];
    return exhibitBookmark(
      exhibits[i]!.item,
      output.tree.pageIds[plan.parts[i]!.startPage! - 1]!,
      children,
      isAlone,
    );
  };
  const index: Bookmark[] =
    plan.indexPages > 0
      ? [{ title: '(Index)', target: pageTarget(output.tree.pageIds[0]!), isOpen: false, children: [] }]
      : [];
  return [...index, ...top.map(build)];
}
