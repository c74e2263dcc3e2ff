import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { JobContext } from '../../../handlers.ts';
import { scriptMark, type SourceLocation } from '../../../pdf/index.ts';
import { withStableFile } from '../intake-files.ts';
import type { Unpacking } from '../receiving/unpack.ts';
import { discardStaged, fileReader, stage, type StagedContent } from '../receiving/staging.ts';

/** The names in a folder, without links. */
export interface FolderNames {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/** Bytes of a produced file, and what custody says of where they were. */
export interface StagedFile {
  readonly staged: StagedContent;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Where the files of productions are: on the disk, or in an archive that is evidence already. */
export interface ProductionFiles {
  /** @returns no names for what is no folder */
  list(folder: string): Promise<FolderNames>;
  /** @throws AppError why a file cannot be read; DISK_FULL, CANCELLED */
  stage(path: string, context: JobContext): Promise<StagedFile>;
  /** Where a worker finds a load file. */
  locationOf(loadFile: string): SourceLocation;
}

/** Files on the disk. */
export class FilesOnDisk implements ProductionFiles {
  readonly #own: ReadonlySet<string>;

  /** @param own the open matter's own files, which must not be opened */
  constructor(own: ReadonlySet<string>) {
    this.#own = own;
  }

  async list(folder: string): Promise<FolderNames> {
    const entries: Dirent[] = await readdir(folder, { withFileTypes: true }).catch(() => []);
    return {
      folders: entries.filter((entry) => entry.isDirectory()).map(({ name }) => name),
      files: entries.filter((entry) => entry.isFile()).map(({ name }) => name),
    };
  }

  /** @param onBytes told how many bytes came, after each batch */
  async stage(
    path: string,
    { session, signal }: JobContext,
    onBytes?: (bytes: number) => void,
  ): Promise<StagedFile> {
    const options = { signal, mark: scriptMark, ...(onBytes && { onBytes }) };
    let staged: StagedContent | null = null;
    try {
      let modifiedAt = '';
      await withStableFile(path, this.#own, async (handle, modified) => {
        modifiedAt = modified;
        return (staged = await stage(session, await fileReader(handle), options));
      });
      return { staged: staged!, details: { modifiedAt } };
    } catch (error) {
      if (staged) await discardStaged(session, staged);
      throw error;
    }
  }

  locationOf(loadFile: string): SourceLocation {
    return { filePath: loadFile };
  }
}

/** Files of a production with those of archives that came beside it, as they stand where all are unpacked into one folder. */
export class FilesTogether<Lender extends ProductionFiles> implements ProductionFiles {
  readonly #own: ProductionFiles;
  readonly #lenders: readonly Lender[];
  readonly #at: string;
  readonly #lent = new Map<string, Lender>();

  /** @param at the folder into which the archives are as if unpacked */
  constructor(own: ProductionFiles, lenders: readonly Lender[], at: string) {
    this.#own = own;
    this.#lenders = lenders;
    this.#at = at;
  }

  async list(folder: string): Promise<FolderNames> {
    const { folders, files } = await this.#own.list(folder);
    const known = { folders: new Set(folders), files: new Set(files) };
    const lent = new Map<string, Lender[]>();
    for (const lender of this.#lenders) {
      const within = await lender.list(this.#within(folder));
      for (const name of within.folders) known.folders.add(name);
      for (const name of within.files)
        if (!known.files.has(name)) lent.set(name, [...(lent.get(name) ?? []), lender]);
    }
    for (const [name, [lender, other]] of lent) {
      // Which of two is meant nobody can tell: it is missing.
      if (other) continue;
      this.#lent.set(join(folder, name), lender!);
      known.files.add(name);
    }
    return { folders: [...known.folders], files: [...known.files] };
  }

  stage(path: string, context: JobContext): Promise<StagedFile> {
    const lent = this.lent(path);
    return lent === null ? this.#own.stage(path, context) : lent.lender.stage(lent.path, context);
  }

  locationOf(loadFile: string): SourceLocation {
    return this.#own.locationOf(loadFile);
  }

  /** The archive that lends a file of `list`, and what it is called there; null where it is the production's own. */
  lent(path: string): { readonly lender: Lender; readonly path: string } | null {
    const lender = this.#lent.get(path);
    return lender ? { lender, path: this.#within(path) } : null;
  }

  #within(path: string): string {
    return join(relative(this.#at, path), '.');
  }
}

/** The intake that a production is taken in by. */
export interface ProductionWork extends Pick<Unpacking, 'provenance' | 'context' | 'gate'> {
  /** Where the files of the production are. */
  readonly place: ProductionFiles;
  /** Begins to extract what came in a document; of an archive, within the limits of the whole. */
  readonly beginUnpacking: () => Unpacking;
}
