import { toAppError } from '../../platform/to-app-error.ts';
import { basename, extname } from 'node:path';
import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import type { FileRef } from '../../../../shared/model/common.ts';
import type { Collected, EvidenceKind, IntakeItem } from '../../../../shared/model/evidence.ts';
import { kindPrefixBytes } from '../../formats/kind.ts';
import { emptyReading, problemOf, type Reading } from '../../formats/reading.ts';
import type { JobContext } from '../../handlers.ts';
import { appendCustody } from '../../store/custody.ts';
import { findBySha256, insertEvidence } from '../evidence-repository.ts';
import { inspectContent, tellKind, type Inspectable } from './inspection.ts';
import { findFiles, intakeError, ownFiles, withStableFile, type IntakeFile } from './intake-files.ts';
import { discardStaged, markStagedSize, stageFile, storeContent, type StagedContent } from './staging.ts';

/** Files whose inspection may be under way while the next is read: enough to keep two worker threads busy. */
const maxPending = 4;
const maxTitleLength = 300;
const notSaid: Collected = { at: '', by: '', where: '', how: '' };

export interface IntakeOptions {
  readonly sources: readonly FileRef[];
  readonly custodian: string;
  readonly source: string;
  readonly collected?: Collected | undefined;
  readonly isRecursive: boolean;
}

/**
 * Takes files in: bytes and hash first, then what they are, then one transaction that makes them evidence. Each file
 * ends as added, duplicate or failed; none stops the rest. Cancelling keeps what was published and drops the rest.
 *
 * @throws AppError CANCELLED
 */
export async function addEvidence(
  options: IntakeOptions,
  context: JobContext,
): Promise<{ items: IntakeItem[] }> {
  const { signal } = context;
  const files = await resolveSources(options, context);
  const own = await ownFiles(context.session.filePath);
  const total = files.reduce((sum, file) => sum + ('sizeBytes' in file ? file.sizeBytes : 0), 0);
  const items: IntakeItem[] = Array.from({ length: files.length });
  const pending = new Set<Promise<void>>();
  let bytes = 0;
  let isDiskFull = false;
  // Inspections overlap; publishing keeps the order of the files, so that the same folder gives the same history.
  let previous: Promise<void> = Promise.resolve();

  const fail = (index: number, file: IntakeFile, error: AppError) => {
    if (error.code === 'DISK_FULL') isDiskFull = true;
    items[index] = {
      path: shownPath(file, context),
      status: 'failed',
      problems: [],
      error: { code: error.code, message: error.message },
      ...(!context.isTrusted && file.path !== '' && { retryToken: context.services.tokens.grant(file.path) }),
    };
  };

  try {
    for (const [index, file] of files.entries()) {
      signal.throwIfAborted();
      if ('error' in file || isDiskFull) {
        fail(index, file, 'error' in file ? file.error : new AppError('DISK_FULL'));
        continue;
      }
      const note = files.length === 1 ? file.name : `${index + 1} of ${files.length}: ${file.name}`;
      context.progress(bytes, total, note);
      try {
        const read = await readFile(file, own, context, (count) =>
          context.progress((bytes += count), total, note),
        );
        const finished = publish(read, file, options, context, previous)
          .then((item) => void (items[index] = item))
          .catch((error: unknown) => fail(index, file, itemError(error, file, context)))
          .finally(() => pending.delete(finished));
        previous = finished;
        pending.add(finished);
      } catch (error) {
        fail(index, file, itemError(error, file, context));
      }
      if (pending.size >= maxPending) await Promise.race(pending);
    }
    await Promise.all(pending);
    signal.throwIfAborted();
    return { items };
  } catch (error) {
    await Promise.all(pending);
    throw signal.aborted ? new AppError('CANCELLED', {}, { cause: error }) : error;
  }
}

async function resolveSources(
  options: IntakeOptions,
  { resolveFile, signal }: JobContext,
): Promise<IntakeFile[]> {
  const files: IntakeFile[] = [];
  for (const source of options.sources) {
    try {
      const path = resolveFile(source);
      files.push(...(await findFiles(path, { isRecursive: options.isRecursive, signal })));
    } catch (error) {
      if (!isAppError(error, 'FILE_REFERENCE_EXPIRED')) throw error;
      files.push({ path: '', name: '', folderPath: null, error });
    }
  }
  return files;
}

interface ReadFile {
  readonly staged: StagedContent;
  readonly modifiedAt: string;
}

async function readFile(
  file: IntakeFile,
  own: ReadonlySet<string>,
  { session, signal }: JobContext,
  onBytes: (bytes: number) => void,
): Promise<ReadFile> {
  let staged: StagedContent | null = null;
  try {
    let modifiedAt = '';
    await withStableFile(file.path, own, async (handle, modified) => {
      modifiedAt = modified;
      return (staged = await stageFile(session, handle, {
        signal,
        onBytes,
        prefixBytes: kindPrefixBytes,
      }));
    });
    return { staged: staged!, modifiedAt };
  } catch (error) {
    if (staged) await discardStaged(session, staged);
    throw error;
  }
}

/** Inspects what was read and, in its turn, makes it evidence, or finds that it is evidence already. */
async function publish(
  { staged, modifiedAt }: ReadFile,
  file: IntakeFile,
  options: IntakeOptions,
  context: JobContext,
  turn: Promise<void>,
): Promise<IntakeItem> {
  const { session, platform, signal, person } = context;
  const { name } = file;
  const { sha256, sizeBytes } = staged;
  const received = {
    name,
    ...(file.folderPath !== null && { folderPath: file.folderPath }),
    modifiedAt,
    custodian: options.custodian,
    source: options.source,
  };
  let isPublished = false;
  const asDuplicate = (existing: {
    id: string;
    kind: IntakeItem['kind'];
    pages: number | null;
  }): IntakeItem => {
    appendCustody(session, { evidenceId: existing.id, action: 'received_again', person, details: received });
    const { id, kind, pages } = existing;
    return { path: shownPath(file, context), status: 'duplicate', id, sha256, kind, pages, problems: [] };
  };
  try {
    const isKnown = findBySha256(session, sha256) !== undefined;
    const looked = isKnown ? null : await lookInto(staged, name, context);
    await turn;
    signal.throwIfAborted();
    // The same bytes may have come twice in one intake.
    const twin = findBySha256(session, sha256);
    if (twin) return context.commit(`receive “${name}” again`, () => asDuplicate(twin));

    return context.commit(`add evidence “${name}”`, () => {
      const id = platform.newId();
      const contentId = storeContent(session, staged);
      isPublished = true;
      const { kind, reading } = looked!;
      insertEvidence(session, {
        id,
        contentId,
        kind,
        originalName: name,
        title: titleOf(name),
        custodian: options.custodian,
        source: options.source,
        collected: options.collected ?? notSaid,
        reading,
      });
      const details = { sha256, sizeBytes, ...received };
      appendCustody(session, { evidenceId: id, action: 'received', person, details });
      const { pages, problems } = reading;
      const path = shownPath(file, context);
      return { path, status: 'added', id, sha256, kind, pages, problems: [...problems] };
    });
  } catch (error) {
    isPublished = false;
    throw error;
  } finally {
    if (!isPublished) await discardStaged(session, staged);
  }
}

/** What staged bytes are, and what a reader finds in them. */
async function lookInto(
  staged: StagedContent,
  name: string,
  { session, platform, signal }: JobContext,
): Promise<{ kind: EvidenceKind; reading: Reading }> {
  if (staged.sizeBytes === 0)
    return {
      kind: 'native',
      reading: { ...emptyReading, problems: [problemOf('EVIDENCE_EMPTY_FILE', { name })] },
    };
  markStagedSize(session, staged);
  const { filePath, passphrase } = session;
  const location =
    'bytes' in staged
      ? { bytes: staged.bytes }
      : { matter: { filePath, passphrase }, contentId: staged.contentId };
  const input: Inspectable = { name, location, signal };
  const kind = await tellKind(platform, input, staged.prefix);
  return { kind, reading: await inspectContent(platform, kind, input) };
}

/** The declared error of one item; what is a fault of ours is logged and told as such, and the rest goes on. */
function itemError(error: unknown, file: IntakeFile, { platform, signal }: JobContext): AppError {
  if (signal.aborted) return new AppError('CANCELLED');
  try {
    return intakeError(error, file.name);
  } catch (fault) {
    return toAppError(fault, 'evidence.add', platform);
  }
}

/** Paths are for those who gave them; a window sees names. */
function shownPath(file: IntakeFile, { isTrusted }: JobContext): string {
  return isTrusted ? file.path : file.name;
}

/** The name without its extension, as the first title. */
function titleOf(name: string): string {
  const title = basename(name, extname(name)).normalize('NFC').trim() || name;
  return [...title].slice(0, maxTitleLength).join('');
}
