import { basename, dirname, join, relative, sep } from 'node:path';
import type { ProductionFiles } from './production-files.ts';

/** A file that a load file names: where it is, or why it is not to be had. */
export type FoundFile = { readonly path: string } | { readonly reason: 'missing' | 'outside' };

/** Names of folders in which load files lie beside the folders they name. */
export const folderOfLoadFiles = /^(?:data|dat|load[ _-]?files?|loads?|opt)$/i;
/** Folders whose names are kept in memory. */
const maxFolders = 2_000;

interface Folder {
  /** By name in lower case. */
  readonly folders: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, string>;
}

const noFolder: Folder = { folders: new Map(), files: new Map() };

/**
 * The folder of a production, in which its load files name files as Windows programs do: with backslashes, in other case, with a
 * drive, from the folder of the load file, from the folder of the volume, or from one above it. Links are not followed, and nothing outside is read.
 */
export class ProductionFolder {
  /** The folder of the load file, and that of the whole volume. */
  readonly #own: string;
  readonly #root: string;
  readonly #files: Pick<ProductionFiles, 'list'>;
  readonly #known = new Map<string, Folder>();

  /** @param loadFile path of one of its load files */
  constructor(loadFile: string, files: Pick<ProductionFiles, 'list'>) {
    this.#files = files;
    this.#own = dirname(loadFile);
    this.#root = folderOfLoadFiles.test(basename(this.#own)) ? dirname(this.#own) : this.#own;
  }

  /** @param named as a load file writes it */
  async find(named: string): Promise<FoundFile> {
    const parts = named
      .replace(/^[A-Za-z]:/, '')
      .split(/[\\/]+/)
      .map((part) => part.trim())
      .filter((part) => part !== '' && part !== '.');
    // Above the folder of the load file there may be the rest of its volume, and no more.
    const starts = this.#own === this.#root ? [[]] : [relative(this.#root, this.#own).split(sep), []];
    let isOutside = false;
    for (const start of starts) {
      const within = withoutSteps([...start, ...parts]);
      if (within === null) isOutside = true;
      else {
        const path = await this.#at(within);
        if (path !== null) return { path };
      }
    }
    if (parts.includes('..')) return { reason: isOutside ? 'outside' : 'missing' };
    // “D:\Productions\VOL001\IMAGES\…” names folders above the volume, which are not here.
    for (let from = 1; from < parts.length; from++) {
      const path = await this.#at(parts.slice(from));
      if (path !== null) return { path };
    }
    return { reason: 'missing' };
  }

  /** The file at a place below the root, whatever the case of its names; null for none. */
  async #at(parts: readonly string[]): Promise<string | null> {
    let path = this.#root;
    for (const part of parts.slice(0, -1)) {
      const name = nameIn((await this.#folder(path)).folders, part);
      if (name === null) return null;
      path = join(path, name);
    }
    const name = nameIn((await this.#folder(path)).files, parts.at(-1) ?? '');
    return name === null ? null : join(path, name);
  }

  async #folder(path: string): Promise<Folder> {
    const known = this.#known.get(path);
    if (known) return known;
    if (this.#known.size >= maxFolders) this.#known.clear();
    const { folders, files } = await this.#files.list(path);
    const folder =
      folders.length + files.length === 0 ? noFolder : { folders: named(folders), files: named(files) };
    this.#known.set(path, folder);
    return folder;
  }
}

function named(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    names.flatMap((name) => [[name.toLowerCase(), name] as const, [exactly(name), name] as const]),
  );
}

/** No name has a slash, so none is taken for one in lower case. */
const exactly = (name: string) => `/${name}`;

/** The name as it is there: exactly as asked for, else in other case. */
function nameIn(names: ReadonlyMap<string, string>, asked: string): string | null {
  return names.get(exactly(asked)) ?? names.get(asked.toLowerCase()) ?? null;
}

/** A path without its steps back; null where they lead out of it. */
function withoutSteps(parts: readonly string[]): string[] | null {
  const within: string[] = [];
  for (const part of parts) {
    if (part !== '..') within.push(part);
    else if (within.pop() === undefined) return null;
  }
  return within;
}
