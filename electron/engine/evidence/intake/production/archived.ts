import { basename, dirname, join } from 'node:path';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../../../shared/errors/error-codes.ts';
import type { IntakeItem } from '../../../../../shared/model/evidence.ts';
import { loadFileHeadBytes, loadFileOf } from '../../../formats/load-files/index.ts';
import type { Member } from '../../../formats/reading.ts';
import type { JobContext } from '../../../handlers.ts';
import { runInWorker } from '../../../jobs/worker-pool.ts';
import { scriptMark, type SourceLocation } from '../../../pdf/index.ts';
import { getKnown, type KnownEvidence } from '../../evidence-repository.ts';
import { bytesReader, stage } from '../receiving/staging.ts';
import { locationOf } from '../../content/originals.ts';
import { readBatch } from '../receiving/read-batch.ts';
import { isOfTheFile, originOf, type Place, type Unpacking } from '../receiving/unpack.ts';
import { isFirstOfItsForm, mayBeLoadFile, nameBeside, type LoadFiles } from './load-files.ts';
import type { FolderNames, ProductionFiles, StagedFile } from './production-files.ts';
import { takeProduction } from './take-production.ts';
import { partsOf } from './with-productions.ts';

/** Bytes that are read from an archive at once: most files are wanted in the order in which they stand there. */
const aheadBytes = 4 * 1024 * 1024;
/** Bytes read ahead that are kept. */
const maxKeptBytes = 64 * 1024 * 1024;
const timeoutMs = 60_000;
const maxMemoryMb = 1_024;

/** Productions that came in an archive. */
export interface ArchivedProductions {
  /** Members of the archive, by their positions, that are parts of documents and no items by themselves. */
  readonly parts: ReadonlySet<number>;
  /**
   * Takes the documents in, once the load files are items.
   *
   * @param children of the archive, load files among them: the documents become children of these
   */
  take(children: readonly IntakeItem[]): Promise<void>;
}

/**
 * The productions whose load files are in a zip or tape archive; null where there are none.
 *
 * @param item the archive
 * @param place where it stands
 * @throws AppError why the archive cannot be read; CANCELLED
 */
export async function productionsIn(
  item: KnownEvidence,
  place: Place,
  work: Unpacking,
): Promise<ArchivedProductions | null> {
  const files = await FilesInArchive.open(item, place, work);
  return files && productionsOf(files, files, work);
}

/**
 * The productions of an archive that is open; null where there are none.
 *
 * @param together where their files are: in the archive, or in those that came beside it too
 */
export async function productionsOf(
  files: FilesInArchive,
  together: ProductionFiles,
  work: Unpacking,
): Promise<ArchivedProductions | null> {
  const productions = await files.productions();
  if (productions.length === 0) return null;
  const parts = new Set<number>();
  for (const production of productions)
    for (const path of await partsOf(production, together, work.context)) {
      const position = files.positionOf(path);
      if (position !== undefined) parts.add(position);
    }
  for (const { table, images } of productions)
    for (const path of [table, images]) if (path !== null) parts.delete(files.positionOf(path)!);
  const taking = { ...work, place: together, beginUnpacking: () => work };
  return {
    parts,
    async take(children) {
      for (const production of productions) {
        const name = files.nameOf((production.table ?? production.images)!);
        const child = children.find(({ path, id }) => path === name && id !== undefined);
        if (!child) continue;
        const leading = getKnown(work.context.session, child.id!);
        const status = child.status === 'duplicate' ? 'duplicate' : 'added';
        const documents: IntakeItem[] = (child.children ??= []);
        child.problems = [...(await takeProduction(leading, production, status, taking, documents))];
      }
    },
  };
}

/** A file in an archive. */
interface ArchivedFile {
  /** As members have it. */
  readonly name: string;
  /** With the system's separators. */
  readonly path: string;
  /** What a batch of members that begins with it is asked for with. */
  readonly from: number;
}

/** The files of an archive that is evidence. Of several with the same name the first counts; the others are members of the archive. */
export class FilesInArchive implements ProductionFiles {
  readonly #item: KnownEvidence;
  readonly #place: Place;
  readonly #work: Unpacking;
  readonly #files: readonly ArchivedFile[];
  readonly #positions = new Map<string, number>();
  readonly #folders = new Map<string, { folders: Set<string>; files: Set<string> }>();
  readonly #loadFiles = new Map<string, Uint8Array>();
  #productions: readonly LoadFiles[] | null = null;
  /** Members that were read ahead, by their positions. */
  readonly #kept = new Map<number, Member>();
  #keptBytes = 0;

  private constructor(item: KnownEvidence, place: Place, work: Unpacking, files: readonly ArchivedFile[]) {
    this.#item = item;
    this.#place = place;
    this.#work = work;
    this.#files = files;
    for (const [position, { path }] of files.entries()) {
      if (this.#positions.has(path)) continue;
      this.#positions.set(path, position);
      this.#folder(dirname(path)).files.add(basename(path));
    }
  }

  /**
   * @param spelled how folders are spelled in archives that belong to it; added to
   * @returns null where the item is no archive whose files are listed
   * @throws AppError why it cannot be read; CANCELLED
   */
  static async open(
    item: KnownEvidence,
    place: Place,
    work: Unpacking,
    spelled = new Map<string, string>(),
  ): Promise<FilesInArchive | null> {
    const { kind } = item;
    if (kind !== 'zip' && kind !== 'tar') return null;
    const { context } = work;
    const names = await runInWorker(
      context.platform,
      'formats.archiveNames',
      { location: locationOf(item.contentId, context.session), kind },
      {
        timeoutMs,
        maxMemoryMb,
        limitCode: 'EVIDENCE_TOO_DEMANDING',
        name: item.name,
        signal: context.signal,
      },
    );
    const files = names.map((file) => ({ ...file, path: pathOf(file.name, spelled) }));
    return new FilesInArchive(item, place, work, files);
  }

  /** The load files of each production in the archive, the one that leads first. */
  async productions(): Promise<readonly LoadFiles[]> {
    return (this.#productions ??= await this.#findProductions());
  }

  async #findProductions(): Promise<LoadFiles[]> {
    const forms = new Map<string, 'table' | 'images'>();
    for (const [path, position] of this.#positions) {
      const folder = dirname(path);
      if (!mayBeLoadFile(path, folder === '.')) continue;
      if (!isFirstOfItsForm(path, [...this.#folder(folder).files])) continue;
      this.#work.gate();
      const member = await this.#readToTell(position);
      if (member === null || !('bytes' in member)) continue;
      const form = loadFileOf(member.bytes.subarray(0, loadFileHeadBytes));
      if (form === null) continue;
      forms.set(path, form);
      this.#loadFiles.set(path, member.bytes);
    }
    const productions = new Map<string, LoadFiles>();
    for (const [path, form] of forms) {
      const other = this.#besideOf(path, form === 'table' ? 'images' : 'table', forms);
      const files = form === 'table' ? { table: path, images: other } : { table: other, images: path };
      productions.set((files.table ?? files.images)!, files);
    }
    return [...productions.values()];
  }

  #besideOf(path: string, form: 'table' | 'images', forms: ReadonlyMap<string, string>): string | null {
    const folder = dirname(path);
    const name = nameBeside(basename(path), form, [...this.#folder(folder).files]);
    const other = name === undefined ? null : join(folder, name);
    return other !== null && forms.get(other) === form ? other : null;
  }

  /** The archive, as evidence. */
  get itemId(): string {
    return this.#item.id;
  }

  /** @returns undefined where there is no such file */
  positionOf(path: string): number | undefined {
    return this.#positions.get(path);
  }

  nameOf(path: string): string {
    return this.#files[this.#positions.get(path)!]!.name;
  }

  list(folder: string): Promise<FolderNames> {
    const { folders = [], files = [] } = this.#folders.get(folder) ?? {};
    return Promise.resolve({ folders: [...folders], files: [...files] });
  }

  async stage(path: string, { session, signal }: JobContext): Promise<StagedFile> {
    const member = await this.#read(this.#positions.get(path)!);
    if ('problem' in member) {
      const { code, message } = member.problem;
      throw new AppError(code as ErrorCode, {}, { message });
    }
    const staged = await stage(session, bytesReader(member.bytes), { signal, mark: scriptMark });
    return { staged, details: originOf(this.#item, this.#place, member.name) };
  }

  locationOf(loadFile: string): SourceLocation {
    return { bytes: this.#loadFiles.get(loadFile)! };
  }

  /** A folder of the archive; it and those above it are made where they are not there yet. */
  #folder(path: string): { folders: Set<string>; files: Set<string> } {
    const known = this.#folders.get(path);
    if (known) return known;
    const folder = { folders: new Set<string>(), files: new Set<string>() };
    this.#folders.set(path, folder);
    const above = dirname(path);
    if (above !== path) this.#folder(above).folders.add(basename(path));
    return folder;
  }

  /** A file that may be a load file; null where it cannot be read, which is told where members are extracted. */
  async #readToTell(position: number): Promise<Member | null> {
    try {
      return await this.#read(position);
    } catch (error) {
      if (!isOfTheFile(error, this.#work.context)) throw error;
      return null;
    }
  }

  async #read(position: number): Promise<Member> {
    const kept = this.#kept.get(position);
    if (kept) {
      this.#forget(position, kept);
      return kept;
    }
    const { from } = this.#files[position]!;
    const { members } = await readBatch(this.#item, from, this.#work.context, aheadBytes);
    for (const [at, member] of members.entries()) if (at > 0) this.#keep(position + at, member);
    return members[0]!;
  }

  #keep(position: number, member: Member): void {
    if (this.#kept.has(position)) return;
    this.#kept.set(position, member);
    this.#keptBytes += bytesIn(member);
    for (const [oldest, other] of this.#kept) {
      if (this.#keptBytes <= maxKeptBytes) break;
      this.#forget(oldest, other);
    }
  }

  #forget(position: number, member: Member): void {
    this.#kept.delete(position);
    this.#keptBytes -= bytesIn(member);
  }
}

/**
 * The path of a file in an archive. Folders that differ in case alone are one, as they become where such an archive is unpacked.
 *
 * @param spelled folders by their paths in lower case, as they were first met; added to
 */
function pathOf(name: string, spelled: Map<string, string>): string {
  const parts = name.split('/');
  let folder = '';
  for (const part of parts.slice(0, -1)) {
    const path = join(folder, part);
    const key = path.toLowerCase();
    folder = spelled.get(key) ?? path;
    spelled.set(key, folder);
  }
  return join(folder, parts.at(-1)!);
}

function bytesIn(member: Member): number {
  return 'bytes' in member ? member.bytes.length : 0;
}
