import { dirname, extname } from 'node:path';
import type { KnownEvidence } from '../evidence-repository.ts';
import { FilesInArchive, productionsIn, productionsOf } from './production/archived.ts';
import { loadFileEndings, type LoadFiles } from './production/load-files.ts';
import { FilesTogether, type FilesOnDisk, type ProductionFiles } from './production/production-files.ts';
import { partsOf } from './production/with-productions.ts';
import { isOfTheFile, type Unpacking } from './receiving/unpack.ts';

/** Archives of one folder that are looked into together. */
const maxTogether = 100;

/** A load file on the disk. */
export interface LooseProduction {
  readonly loadFiles: LoadFiles;
  readonly place: FilesOnDisk;
}

/**
 * Files that may belong to one production though they came apart: archives, and load files beside them, added together from one folder.
 *
 * @param paths of all files that are added
 * @returns those whose contents wait until all are here
 */
export function comeTogether(paths: readonly string[]): ReadonlySet<string> {
  const endsIn = (path: string, endings: readonly string[]) => endings.includes(extname(path).toLowerCase());
  const folders = Map.groupBy(paths, (path) => dirname(path));
  return new Set(
    [...folders.values()].flatMap((beside) => {
      const archives = beside.filter((path) => endsIn(path, ['.zip', '.tar']));
      if (archives.length === 0 || archives.length > maxTogether) return [];
      const loadFiles = beside.filter((path) => endsIn(path, loadFileEndings));
      return archives.length + loadFiles.length > 1 ? [...archives, ...loadFiles] : [];
    }),
  );
}

/**
 * One production over several archives. Only where one of those that came together has load files can the others be told to be its
 * parts: of two productions each has its own, and files of the same names.
 */
export class PartedProduction {
  readonly #leader: FilesInArchive | null;
  readonly #parts: ReadonlyMap<string, ReadonlySet<number>>;
  /** Where its files are. */
  readonly place: ProductionFiles;

  private constructor(
    leader: FilesInArchive | null,
    parts: ReadonlyMap<string, ReadonlySet<number>>,
    place: ProductionFiles,
  ) {
    this.#leader = leader;
    this.#parts = parts;
    this.place = place;
  }

  /**
   * @param items archives, as evidence
   * @param loose productions whose load files are on the disk beside them
   * @returns null where they are no parts of one production
   * @throws AppError CANCELLED; what `gate` throws
   */
  static async among(
    items: readonly KnownEvidence[],
    loose: readonly LooseProduction[],
    work: Unpacking,
  ): Promise<PartedProduction | null> {
    const spelled = new Map<string, string>();
    const leaders: FilesInArchive[] = [];
    const lenders: FilesInArchive[] = [];
    // Two copies of an archive are one item.
    for (const item of new Map(items.map((each) => [each.id, each])).values()) {
      work.gate();
      const files = await openArchive(item, work, spelled);
      if (files) ((await files.productions()).length > 0 ? leaders : lenders).push(files);
    }
    if (leaders.length + loose.length !== 1 || lenders.length === 0) return null;
    const [leader = null] = leaders;
    const productions = leader === null ? [loose[0]!.loadFiles] : await leader.productions();
    const own = leader ?? loose[0]!.place;
    const at = leader === null ? dirname((productions[0]!.table ?? productions[0]!.images)!) : '.';
    const place = new FilesTogether(own, lenders, at);
    const parts = new Map<string, Set<number>>();
    for (const production of productions)
      for (const path of await partsOf(production, place, work.context)) {
        const lent = place.lent(path);
        if (lent === null) continue;
        const { itemId } = lent.lender;
        parts.set(itemId, (parts.get(itemId) ?? new Set()).add(lent.lender.positionOf(lent.path)!));
      }
    return parts.size === 0 ? null : new PartedProduction(leader, parts, place);
  }

  /** Whether an item leads the production, or is an archive that has parts of it. */
  has(itemId: string): boolean {
    return this.#parts.has(itemId) || this.#leader?.itemId === itemId;
  }

  /** As `productionsIn` of one archive: what one lends are no items by themselves. */
  readonly productionsIn: typeof productionsIn = (item, place, work) => {
    const isWhole = place.chain.length > 1 || !this.has(item.id);
    if (isWhole) return productionsIn(item, place, work);
    const parts = this.#parts.get(item.id);
    if (!parts) return productionsOf(this.#leader!, this.place, work);
    return Promise.resolve({ parts, take: () => Promise.resolve() });
  };
}

/** Null where it cannot be read, which is told where it is unpacked. */
async function openArchive(
  item: KnownEvidence,
  work: Unpacking,
  spelled: Map<string, string>,
): Promise<FilesInArchive | null> {
  try {
    return await FilesInArchive.open(
      item,
      { status: 'added', chain: [item.id], path: [item.name] },
      work,
      spelled,
    );
  } catch (error) {
    if (!isOfTheFile(error, work.context)) throw error;
    return null;
  }
}
