import { join } from 'node:path';
import { FontShelf } from '../draw/font-shelf.ts';
import { loadPdfium } from '../pdfium/index.ts';
import { PlanAhead } from './ahead/plan-ahead.ts';
import type { Assembled, AssembledItem, AssembleOptions, AssembleTools, WrittenVolume } from './assembly.ts';
import type { Binding, BoundFile } from './binding/binding.ts';
import { Exhibit } from './binding/exhibit.ts';
import { Progress } from './binding/progress.ts';
import { UnreadableSources } from './binding/unreadable-sources.ts';
import { Syncs } from './output/syncs.ts';
import type { AssembleItem, AssembleVolume } from './plan.ts';
import { charactersNotPrintable, Tally, type AssemblyFinding } from './source/tally.ts';
import { writeAlone, writeVolume, type BoundVolume } from './binding/volume-file.ts';

/** Volumes are planned again at most this often when those written turn out too large. */
const maxPlans = 8;

/**
 * Makes an exhibit set: a file for each exhibit that asks for one, then volumes of many with index, slip sheets, marks, links,
 * bookmarks and page labels. What is written is read back with PDFium: every sheet, every first page, every page that gave
 * reason to doubt, and a sample of the others.
 *
 * The same inputs give the same bytes. Memory is one original's table of objects and a buffer, whatever the size of it all.
 *
 * @throws SourceUnreadable, naming the item and all others of which something cannot be carried after all; the file system's own errors
 */
export async function assemble(
  items: readonly AssembleItem[],
  options: AssembleOptions,
  tools: AssembleTools,
): Promise<Assembled> {
  const shelf = new FontShelf(join(tools.assetsDirectory, 'fonts'));
  const exhibits = items.map((item, at) => new Exhibit(at, item, options.marks, shelf));
  // PDFium compiles while files are written, if anything will be read back; a failure is reported where it is first used.
  if (exhibits.some(({ item, isMarked }) => isMarked || item.sheet !== null))
    loadPdfium(tools.pdfiumWasmPath).catch(() => {});
  const progress = new Progress(items, (done, total, at) => tools.progress(done, total, at));
  const syncs = new Syncs();
  // Looking at only some pages is too quick to be worth the memory of other threads.
  const planAhead =
    options.marks.looksAtEveryPage && tools.elsewhere
      ? new PlanAhead(exhibits, options.marks, tools.elsewhere)
      : undefined;
  try {
    const assembled = await write({ exhibits, options, tools, shelf, progress, planAhead, syncs });
    await syncs.settle();
    return assembled;
  } catch (error) {
    // Close all files before the caller removes what was written.
    await syncs.settle().catch(() => {});
    throw error;
  }
}

/** Writes the exhibits' own files, then the volumes. */
async function write(binding: Binding): Promise<Assembled> {
  const { exhibits, tools, progress } = binding;
  const alone: (BoundFile | null)[] = [];
  const revisions: number[] = [];
  const unreadable = new UnreadableSources();
  for (const exhibit of exhibits) {
    const { filePath } = exhibit.item;
    alone.push(filePath === null ? null : await unreadable.collect(writeAlone(binding, exhibit, filePath)));
    if (filePath !== null) progress.add(exhibit);
    revisions.push(exhibit.revision);
  }
  unreadable.assertNone();
  const sizes = alone.map((bound) => bound && bound.file.bytes - (bound.file.fontBytes ?? 0));
  const volumes = await writeVolumes(binding, tools.planVolumes(sizes, null) ?? [], sizes);
  for (const exhibit of exhibits) {
    const { at } = exhibit;
    // A page that needed a form of its own in the volume gets one in the exhibit's own file too.
    if (exhibit.item.filePath !== null && exhibit.revision !== revisions[at])
      alone[at] = await writeAlone(binding, exhibit, exhibit.item.filePath);
  }
  return describeAssembled(exhibits, alone, volumes);
}

interface VolumeOfAssembly {
  readonly volume: AssembleVolume;
  readonly bound: BoundVolume;
}

async function writeVolumes(
  binding: Binding,
  planned: readonly AssembleVolume[],
  sizes: readonly (number | null)[],
): Promise<VolumeOfAssembly[]> {
  let plan = planned;
  for (let round = 1; ; round += 1) {
    const written: VolumeOfAssembly[] = [];
    for (const volume of plan) written.push({ volume, bound: await writeVolume(binding, volume) });
    const next = binding.tools.planVolumes(sizes, written.map(describeVolume));
    if (next === null || plan.length === 0 || round === maxPlans) return written;
    plan = next;
  }
}

const describeVolume = ({ volume, bound }: VolumeOfAssembly): WrittenVolume => ({
  volume,
  file: bound.file,
  pages: bound.pages,
  indexPages: bound.plan.indexPages,
});

function describeAssembled(
  exhibits: readonly Exhibit[],
  alone: readonly (BoundFile | null)[],
  volumes: readonly VolumeOfAssembly[],
): Assembled {
  const missing = new Set<string>();
  for (const bound of [...alone, ...volumes.map((volume) => volume.bound)])
    for (const character of bound?.missing ?? []) missing.add(character);
  const items = exhibits.map(({ at, item }): AssembledItem => {
    const which = volumes.findIndex(({ volume }) => at >= volume.from && at < volume.to);
    const found = volumes[which];
    const part = found?.bound.plan.parts[at - found.volume.from];
    const own = alone[at];
    const tally = found?.bound.tallies[at - found.volume.from] ?? own?.tallies[0] ?? new Tally();
    // Its own file may be PDF/A where the volume is not, and may have been fixed for that.
    if (own?.tallies[0]) tally.archival.merge(own.tallies[0].archival);
    return {
      volume: which < 0 ? null : which,
      startPage: part?.startPage ?? null,
      firstPage: part?.firstPage ?? null,
      lastPage: part?.lastPage ?? null,
      file: own?.file ?? null,
      filePages: (item.sheet ? 1 : 0) + item.pages,
      findings: [...tally.findings(), ...characterFindings(item, missing)],
    };
  });
  return { volumes: volumes.map(describeVolume), items, missingCharacters: [...missing].sort() };
}

/** That what is printed of an exhibit, on its sheet, in the index or as a mark, has characters that cannot be. */
function characterFindings(
  { label, title, sheet, standIn, designation, banner }: AssembleItem,
  missing: ReadonlySet<string>,
): AssemblyFinding[] {
  const printed = JSON.stringify([label, title, sheet, standIn, designation, banner]);
  return charactersNotPrintable(
    [...missing].filter((character) => printed.includes(JSON.stringify(character).slice(1, -1))),
  );
}
