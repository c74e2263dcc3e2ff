import { drawSlipSheet } from '../../draw/sheets/slip-sheet.ts';
import type { FontShelf } from '../../draw/font-shelf.ts';
import { fileSource } from '../../pdf-source.ts';
import type { PlanAhead } from '../ahead/plan-ahead.ts';
import type { AssembleOptions, AssembleTools, WrittenFile } from '../assembly.ts';
import { carryExhibit } from './carry/carry-exhibit.ts';
import type { CarriedExhibit, ExhibitPlace } from './carry/exhibit-place.ts';
import type { Exhibit } from './exhibit.ts';
import type { Progress } from './progress.ts';
import type { OutputDocument, PageOf } from '../output/output-document.ts';
import { readBack, sampled, withoutObjects, type NotReadBack, type ReadBack } from './read-back.ts';
import type { Syncs } from '../output/syncs.ts';
import type { Tally } from '../source/tally.ts';

/** What all files of an assembly are made with. */
export interface Binding {
  readonly exhibits: readonly Exhibit[];
  readonly options: AssembleOptions;
  readonly tools: AssembleTools;
  readonly shelf: FontShelf;
  readonly progress: Progress;
  /** Left out where this thread does it all. */
  readonly planAhead?: PlanAhead | undefined;
  readonly syncs: Syncs;
}

/** A file that was written and read back. */
export interface BoundFile {
  readonly file: WrittenFile;
  readonly pages: number;
  /** By place of the exhibit among those in the file. */
  readonly tallies: readonly Tally[];
  readonly missing: ReadonlySet<string>;
}

/** One that was written and not read yet. */
interface WrittenFileToRead extends BoundFile {
  readonly expected: ReadBack;
  /** Where it marks objects as in use that reading some pages does not need. */
  placesApartFrom(pages: ReadonlySet<number>): Float64Array;
}

/** Writes a file again, and returns what must be found in it. */
export type WriteFile = () => Promise<WrittenFileToRead>;

/** Fewer pages than this are drawn in this thread: other threads take longer to start. */
const leastLookedElsewhere = 24;
/** How often a file is rewritten to fix marks that do not read back. */
const maxPasses = 3;

/** Writes an exhibit's own pages; what was written of an original that turned out to be broken is taken back first. */
export async function carryInto(
  { options, tools, progress, planAhead }: Binding,
  exhibit: Exhibit,
  at: Omit<ExhibitPlace, 'beforeLook' | 'drawPages'>,
): Promise<CarriedExhibit> {
  if (progress.looks >= leastLookedElsewhere) await planAhead?.before(exhibit);
  const isWorthIt = progress.looks + exhibit.item.pages >= leastLookedElsewhere;
  const location = tools.elsewhere?.locationOf(exhibit.at) ?? null;
  const place: ExhibitPlace = {
    ...at,
    ...(isWorthIt &&
      location && { drawPages: (pages, tell) => tools.elsewhere!.drawPages(location, pages, tell) }),
    beforeLook: async (pages) => {
      progress.look(exhibit, pages);
      await tools.pause?.();
    },
  };
  if (exhibit.item.original === null) return carryExhibit(exhibit, null, place, options);
  const checkpoint = place.output.checkpoint();
  return exhibit.withOriginal(
    tools,
    (opened) => carryExhibit(exhibit, opened, place, options),
    () => place.output.rollBack(checkpoint),
  );
}

/** Draws an exhibit's slip sheet. */
export function writeSheet(
  output: OutputDocument,
  at: number,
  { item }: Exhibit,
  hasIndex: boolean,
  pageOf: PageOf,
): void {
  output.writeDrawn(at, drawSlipSheet(item.sheet!, output.type, { hasIndex }), pageOf);
}

/**
 * Writes a file until everything drawn in it reads back: pages on which something does not are enclosed in a form of their own.
 *
 * @param exhibits those in the file, in order
 */
export async function bindFile(
  { tools }: Pick<Binding, 'tools'>,
  exhibits: readonly Exhibit[],
  filePath: string,
  write: WriteFile,
): Promise<BoundFile> {
  const first = exhibits[0]?.at ?? 0;
  for (let pass = 1; ; pass += 1) {
    const bound = await write();
    const { marks, sheets } = sampled(bound.expected);
    if (marks.length + sheets.length === 0) return bound;
    const looked = new Set([...marks, ...sheets].map(({ page }) => page));
    const source = fileSource(filePath);
    let missed: NotReadBack;
    try {
      missed = await readBack(withoutObjects(source, bound.placesApartFrom(looked)), tools.pdfiumWasmPath, {
        pages: bound.pages,
        marks,
        sheets,
      });
    } finally {
      source.close();
    }
    const exhibitOf = (item: number) => exhibits[item - first]!;
    const unwrapped = missed.marks.filter(
      ({ page, item, itemPage }) => !missed.unreadable.has(page) && !exhibitOf(item).wrapped.has(itemPage),
    );
    if (unwrapped.length === 0 || pass === maxPasses) {
      tallyMissed(missed, (item) => bound.tallies[item - first]!);
      return bound;
    }
    for (const { item, itemPage } of unwrapped) exhibitOf(item).wrap(itemPage);
  }
}

const unreadKeys = {
  number: 'numbersUnread',
  sticker: 'stickerUnread',
  designation: 'wordsUnread',
  banner: 'wordsUnread',
} as const;

function tallyMissed({ marks, sheets }: ReadBack, tallyOf: (item: number) => Tally): void {
  for (const { kind, item } of marks) tallyOf(item).add(unreadKeys[kind]);
  for (const { item } of sheets) tallyOf(item).add('sheetUnread');
}
