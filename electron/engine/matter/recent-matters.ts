import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/errors/app-error.ts';
import { instant, type MatterId } from '../../../shared/model/common.ts';
import type { RecentMatter } from '../../../shared/model/matter.ts';
import type { Platform } from '../platform/platform.ts';
import { writeFileWhole } from '../platform/write-file.ts';
import { systemErrorCode } from '../platform/system-errors.ts';

const Entry = z.object({
  recentId: z.string(),
  path: z.string(),
  title: z.string(),
  number: z.string(),
  openedAt: instant,
  isEncrypted: z.boolean(),
});
type Entry = z.infer<typeof Entry>;

/** How many matters are remembered. */
const limit = 30;

/** The matters most recently opened on this machine, in one JSON file. Clients see ids, never paths. */
export class RecentMatters {
  readonly #platform: Platform;
  readonly #file: string;

  constructor(platform: Platform) {
    this.#platform = platform;
    this.#file = join(platform.appDirectory, 'recent.json');
  }

  /**
   * Newest first; one whose file is gone stays in the list, marked as missing.
   *
   * @param openIdOf which open matter a file is, or null
   */
  list(openIdOf: (path: string) => string | null): RecentMatter[] {
    const entries = this.#read();
    return entries.map(({ path, ...entry }) => {
      const alike = entries.filter(
        (other) =>
          other.path !== path && other.title === entry.title && basename(other.path) === basename(path),
      );
      return {
        ...entry,
        fileName: basename(path),
        folderName: folderApart(
          path,
          alike.map((other) => other.path),
        ),
        isMissing: !existsSync(path),
        openId: openIdOf(path) as MatterId | null,
      };
    });
  }

  /** @throws AppError MATTER_NOT_FOUND */
  getPath(recentId: string): string {
    const entry = this.#read().find((one) => one.recentId === recentId);
    if (!entry) throw new AppError('MATTER_NOT_FOUND', { name: 'the matter' });
    return entry.path;
  }

  /**
   * Puts a matter at the top; returns its id in this list. Nothing from inside an encrypted matter is kept here: it is
   * listed by its file name.
   */
  remember(path: string, matter: { title: string; number: string; isEncrypted: boolean }): string {
    const entries = this.#read();
    const known = entries.find((entry) => entry.path === path);
    const shown = matter.isEncrypted ? { title: basename(path, '.matter'), number: '' } : matter;
    const entry: Entry = {
      recentId: known?.recentId ?? this.#platform.newId(),
      path,
      title: shown.title,
      number: shown.number,
      openedAt: this.#platform.now(),
      isEncrypted: matter.isEncrypted,
    };
    this.#write([entry, ...entries.filter((one) => one.path !== path)].slice(0, limit));
    return entry.recentId;
  }

  forget(recentId: string): void {
    this.#write(this.#read().filter((entry) => entry.recentId !== recentId));
  }

  #read(): Entry[] {
    try {
      return z.array(Entry).parse(JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch {
      // Missing or unreadable: the list starts over. Only a convenience is lost.
      return [];
    }
  }

  /** A list that cannot be written must not keep a matter from opening. */
  #write(entries: readonly Entry[]): void {
    try {
      mkdirSync(this.#platform.appDirectory, { recursive: true, mode: 0o700 });
      writeFileWhole(this.#file, JSON.stringify(entries, null, 2));
    } catch (error) {
      const code = systemErrorCode(error);
      this.#platform.log.warn('the list of recent matters was not kept', { code });
    }
  }
}

/**
 * The name of the nearest folder of a file by which it differs from others of its name: of `/smith/2021/tro.matter` and
 * `/jones/2021/tro.matter` it is `smith`, not `2021`. Empty where there are no others.
 */
export function folderApart(path: string, others: readonly string[]): string {
  if (others.length === 0) return '';
  const folders = foldersOf(path);
  const taken = others.map(foldersOf);
  return folders.find((name, depth) => taken.every((other) => other[depth] !== name)) ?? folders[0] ?? '';
}

/** The names of the folders a file is in, the nearest first. */
const foldersOf = (path: string) => dirname(path).split(sep).filter(Boolean).toReversed();
