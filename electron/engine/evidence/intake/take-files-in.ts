import { dirname } from 'node:path';
import { formatShare } from '../../../../shared/domain/amounts.ts';
import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import type { IntakeId } from '../../../../shared/model/common.ts';
import type { EvidenceKind, IntakeItem } from '../../../../shared/model/evidence.ts';
import type { JobContext } from '../../handlers.ts';
import { toAppError } from '../../platform/to-app-error.ts';
import { getKnown } from '../evidence-repository.ts';
import { inOrder } from './receiving/in-order.ts';
import { intakeError, ownFiles } from './intake-files.ts';
import {
  getProvenance,
  listPendingFiles,
  recordDone,
  recordFailed,
  recordReceived,
  type Provenance,
  type RecordedFile,
} from './intake-record.ts';
import { lookInto, receive, type LookedInto } from './receiving/receive.ts';
import { comeTogether, PartedProduction } from './parted-production.ts';
import { productionsIn } from './production/archived.ts';
import { productionLedBy, type LoadFiles } from './production/load-files.ts';
import { FilesOnDisk, type StagedFile } from './production/production-files.ts';
import { takeProduction } from './production/take-production.ts';
import { nameAt, rawNameAt, readablePath } from './stored-path.ts';
import { IntakePaused, type RunningIntake } from './running-intakes.ts';
import { discardStaged } from './receiving/staging.ts';
import { beginUnpacking, told, unpack } from './receiving/unpack.ts';

/** How often, in milliseconds, it is told that there is more evidence: lists are read anew each time. */
const tellEveryMs = 2_000;
/** Files that may be read ahead of the one being published: enough to keep two worker threads busy. */
const maxPending = 4;

interface ReadFile extends StagedFile {
  readonly looked: LookedInto | null;
}

/** A file that is evidence, in which others came, or which lists them. */
interface Leading {
  readonly file: RecordedFile;
  readonly item: IntakeItem;
  readonly production: LoadFiles | null;
}

/**
 * Takes the pending files of an intake in, in their order. Inspections overlap; publishing and unpacking do not, so that
 * the same files give the same history, however often the work was interrupted.
 *
 * @returns what became of each, and whether some were left: it was paused, or the disk is full
 * @throws AppError CANCELLED
 */
export async function takeFilesIn(
  id: IntakeId,
  running: RunningIntake,
  context: JobContext,
): Promise<{ items: IntakeItem[]; hasLeftOff: boolean }> {
  const intake = new FilesIntake(id, running, context);
  const hasLeftOff = await intake.run(await ownFiles(context.session.filePath));
  return { items: intake.items, hasLeftOff };
}

class FilesIntake {
  readonly items: IntakeItem[] = [];
  readonly #provenance: Provenance;
  readonly #files: readonly RecordedFile[];
  readonly #running: RunningIntake;
  readonly #context: JobContext;
  readonly #tried = new Set<number>();
  /** Paths of files that may be parts of one production, and those of them that are here by now. */
  readonly #together: ReadonlySet<string>;
  readonly #waiting: Leading[] = [];
  #own: ReadonlySet<string> = new Set();
  readonly #totalBytes: number;
  #bytes = 0;
  #isDiskFull = false;
  #toldAt = -Infinity;
  /** Files are read one after the other. */
  #reading: Promise<unknown> = Promise.resolve();

  constructor(id: IntakeId, running: RunningIntake, context: JobContext) {
    this.#running = running;
    this.#context = context;
    this.#provenance = getProvenance(context.session, id);
    this.#files = listPendingFiles(context.session, id);
    this.#together = comeTogether(this.#files.map(({ path }) => path));
    this.#totalBytes = this.#files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  }

  /** @returns whether files were left */
  async run(own: ReadonlySet<string>): Promise<boolean> {
    const { session } = this.#context;
    this.#own = own;
    try {
      await inOrder<RecordedFile, ReadFile | null>(this.#files, {
        ahead: maxPending,
        prepare: (file, index) => this.#prepare(file, index),
        use: async (read, file) => {
          try {
            this.#gate();
          } catch (error) {
            if (read.status === 'fulfilled' && read.value) await discardStaged(session, read.value.staged);
            throw error;
          }
          this.items.push(await this.#publish(read, file));
          if (performance.now() - this.#toldAt >= tellEveryMs) this.#tellTaken();
        },
        drop: async (read) => {
          if (read) await discardStaged(session, read.staged);
        },
      });
      await this.#unpackWaiting();
    } catch (error) {
      if (!(error instanceof IntakePaused)) throw error;
      return true;
    }
    // Reading their texts may take longer than taking them in.
    this.#tellTaken();
    return this.#isDiskFull;
  }

  /** What is in the matter can be seen before the intake ends. */
  #tellTaken(): void {
    this.#toldAt = performance.now();
    this.#context.emit({ name: 'evidence.changed', matterId: this.#context.session.id });
  }

  #gate = (): void => {
    this.#context.signal.throwIfAborted();
    if (this.#running.isPausing) throw new IntakePaused();
  };

  async #prepare(file: RecordedFile, index: number): Promise<ReadFile | null> {
    if (file.evidenceId !== null) return null;
    const read = this.#reading.then(() => this.#read(file, index));
    this.#reading = read.catch(() => undefined);
    const { staged, details } = await read;
    try {
      return { staged, details, looked: await lookInto(staged, nameAt(file.path), this.#context) };
    } catch (error) {
      await discardStaged(this.#context.session, staged);
      throw error;
    }
  }

  async #read({ path }: RecordedFile, index: number): Promise<StagedFile> {
    this.#gate();
    if (this.#isDiskFull) throw new AppError('DISK_FULL');
    if (path === '') throw new AppError('FILE_REFERENCE_EXPIRED');
    const name = nameAt(path);
    const note = this.#files.length === 1 ? name : `${formatShare(index + 1, this.#files.length)}: ${name}`;
    const tell = (bytes: number) => {
      this.#bytes += bytes;
      this.#context.progress(this.#bytes, this.#totalBytes, note);
    };
    tell(0);
    return new FilesOnDisk(this.#own).stage(path, this.#context, tell);
  }

  async #publish(read: PromiseSettledResult<ReadFile | null>, file: RecordedFile): Promise<IntakeItem> {
    const { session } = this.#context;
    if (read.status === 'rejected') return this.#fail(file, read.reason);
    const item: IntakeItem = { path: shownPath(file, this.#context), status: 'added', problems: [] };
    try {
      if (read.value === null) {
        const known = getKnown(session, file.evidenceId!);
        const production = await productionLedBy(file.path, file.folderPath, this.#own);
        const isWaiting = this.#waits(file, known.kind, production);
        // Nothing came in it: it was the load file of a production that is no longer where it was.
        if (!known.isPartial && !production && !isWaiting)
          throw new AppError('FILE_NOT_FOUND', { name: nameAt(file.path) });
        Object.assign(item, told(known));
        await this.#unpackOrWait({ file, item, production }, isWaiting);
        return item;
      }
      const production = await productionLedBy(file.path, file.folderPath, this.#own);
      const { staged, looked, details } = read.value;
      const nameBytes = rawNameAt(file.path);
      const arrival = {
        name: nameAt(file.path),
        provenance: this.#provenance,
        details: {
          ...(file.folderPath !== null && { folderPath: file.folderPath }),
          ...(nameBytes !== null && { nameBytes }),
          ...details,
        },
      };
      const received = await receive(staged, looked, arrival, this.#context, ({ id, isPartial, kind }) => {
        if (isPartial || production || this.#waits(file, kind, production))
          recordReceived(session, file.id, id);
        else recordDone(session, file.id);
      });
      Object.assign(item, { status: received.status, ...told(received) });
      const isWaiting = this.#waits(file, received.kind, production);
      if (received.isPartial || production || isWaiting)
        await this.#unpackOrWait({ file, item, production }, isWaiting);
      return item;
    } catch (error) {
      return this.#fail(file, error);
    }
  }

  /** Whether what came in a file, or what it lists, waits for others that may belong to it. */
  #waits({ path }: RecordedFile, kind: EvidenceKind, production: LoadFiles | null): boolean {
    return this.#together.has(path) && (production !== null || kind === 'zip' || kind === 'tar');
  }

  async #unpackOrWait(leading: Leading, isWaiting: boolean): Promise<void> {
    if (isWaiting) this.#waiting.push(leading);
    else if (await this.#unpack(leading, null)) recordDone(this.#context.session, leading.file.id);
  }

  /** Extracts what waited, folder by folder; one that was left is begun again whole, for its parts know each other by being here. */
  async #unpackWaiting(): Promise<void> {
    const { session } = this.#context;
    for (const group of Map.groupBy(this.#waiting, ({ file }) => dirname(file.path)).values()) {
      const known = new Map(group.map(({ file, item }) => [file, getKnown(session, item.id!)]));
      const archives = group.flatMap(({ file, production }) => (production ? [] : [known.get(file)!]));
      const loose = group.flatMap(({ production }) =>
        production ? [{ loadFiles: production, place: new FilesOnDisk(this.#own) }] : [],
      );
      const parted = await PartedProduction.among(archives, loose, beginUnpacking(this.#work()));
      const done: RecordedFile[] = [];
      for (const leading of group) {
        const { file, production } = leading;
        const { id, isPartial } = known.get(file)!;
        const hasMore = production !== null || isPartial || parted?.has(id) === true;
        if (!hasMore || (await this.#unpack(leading, parted))) done.push(file);
      }
      for (const { id } of done) recordDone(session, id);
    }
  }

  #work(): Parameters<typeof beginUnpacking>[0] {
    return {
      provenance: this.#provenance,
      context: this.#context,
      gate: this.#gate,
      tell: (note: string) => this.#context.progress(this.#bytes, this.#totalBytes, note),
      tried: this.#tried,
      productionsIn,
    };
  }

  /**
   * Extracts what came in a file, or takes in the production that it lists; whatever happens, the file itself is evidence.
   *
   * @param parted the production of which it is a part
   * @returns whether nothing stopped it
   */
  async #unpack({ file, item, production }: Leading, parted: PartedProduction | null): Promise<boolean> {
    const { session } = this.#context;
    const work = { ...this.#work(), ...(parted && { productionsIn: parted.productionsIn }) };
    item.children = [];
    try {
      const status = item.status === 'duplicate' ? 'duplicate' : 'added';
      item.problems = [...(await unpack(item.id!, status, beginUnpacking(work), item.children))];
      if (production) {
        const leading = getKnown(session, item.id!);
        const taking = {
          ...work,
          place: parted?.place ?? new FilesOnDisk(this.#own),
          beginUnpacking: () => beginUnpacking(work),
        };
        item.problems = [...(await takeProduction(leading, production, status, taking, item.children))];
      }
      return true;
    } catch (error) {
      const { code, message } = this.#errorOf(error, file);
      item.problems.push({ code, message });
      // On a full disk its row stays pending, and the intake is resumed from there.
      if (code !== 'DISK_FULL') recordFailed(session, file.id, code, item.id!);
      return false;
    }
  }

  #fail(file: RecordedFile, thrown: unknown): IntakeItem {
    const error = this.#errorOf(thrown, file);
    if (error.code !== 'DISK_FULL') recordFailed(this.#context.session, file.id, error.code, null);
    return failedItem(file, error, this.#context);
  }

  /** The declared error of one file; a fault of ours is logged and reported as such, and the rest goes on. @throws what stops the intake */
  #errorOf(thrown: unknown, { path }: RecordedFile): AppError {
    const { signal, platform } = this.#context;
    if (signal.aborted || thrown instanceof IntakePaused || isAppError(thrown, 'CANCELLED')) throw thrown;
    let error: AppError;
    try {
      error = intakeError(thrown, nameAt(path));
    } catch (fault) {
      error = toAppError(fault, 'evidence.add', platform);
    }
    if (error.code === 'DISK_FULL') this.#isDiskFull = true;
    return error;
  }
}

/** An item that was not taken in; a window also gets a token with which to try it again. */
export function failedItem(
  file: { readonly path: string },
  { code, message }: AppError,
  context: JobContext,
): IntakeItem {
  return {
    path: shownPath(file, context),
    status: 'failed',
    problems: [],
    error: { code, message },
    ...(!context.isTrusted && file.path !== '' && { retryToken: context.services.tokens.grant(file.path) }),
  };
}

/** Paths are for those who gave them; a window sees names. */
function shownPath({ path }: { readonly path: string }, { isTrusted }: JobContext): string {
  return isTrusted ? readablePath(path) : nameAt(path);
}
