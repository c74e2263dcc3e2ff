import { safeStack } from '../../../../../shared/errors/scrub.ts';
import type { FileHandle } from 'node:fs/promises';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import { kindPrefixBytes } from '../../../formats/kind.ts';
import { chunkBytes, contentChunks } from '../../../store/content.ts';
import { releaseBytes } from '../../../store/release-bytes.ts';
import type { MatterSession } from '../../../store/session.ts';
import { beginDigests, digestsOf, type AllDigests } from '../../content/digests.ts';
import type { OtherDigests } from '../../evidence-repository.ts';
import { streamHashes } from './stream-hashes.ts';

/**
 * Chunks written in one transaction, which holds the engine's thread while it lasts. Chosen by measurement
 * (docs/adr/0012-evidence-intake.md).
 */
const chunksPerTransaction = 4;
/** Chunks of an abandoned intake removed in one transaction. */
const chunksPerSweep = 64;
/** A file up to this size is kept in memory until it is published, which saves it a transaction of its own. */
const bufferedBytes = 4 * chunkBytes;

/** Bytes taken from outside and not yet evidence: in memory when few, else in staged rows. */
export type StagedContent = {
  readonly sha256: string;
  readonly others: OtherDigests;
  readonly sizeBytes: number;
  /** The first bytes, for telling the kind. */
  readonly prefix: Uint8Array;
  /** Whether the mark that was looked for stands in the bytes; left out where nobody looked. */
  readonly hasMark?: boolean;
} & ({ readonly bytes: Uint8Array } | { readonly contentId: number });

/** Bytes to be staged, read from their beginning to their end. */
export interface StagingReader {
  /** As far as known before reading. */
  readonly sizeBytes: number;
  /** Fills the target as far as there are bytes; returns how many came. Not called again before it has returned. */
  read(target: Buffer): Promise<number>;
}

/** An open file, to be read from its beginning. */
export async function fileReader(file: FileHandle): Promise<StagingReader> {
  return {
    sizeBytes: (await file.stat()).size,
    async read(target) {
      let done = 0;
      while (done < target.length) {
        const { bytesRead } = await file.read(target, done, target.length - done, null);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return done;
    },
  };
}

/** Bytes in memory. */
export function bytesReader(bytes: Uint8Array): StagingReader {
  let position = 0;
  return {
    sizeBytes: bytes.length,
    read(target) {
      const part = bytes.subarray(position, position + target.length);
      target.set(part);
      position += part.length;
      return Promise.resolve(part.length);
    },
  };
}

/**
 * Reads to the end, hashing, into memory or into staged chunks. Of a large file three batches are in memory: one is read, one
 * written, one hashed, each by a thread of its own.
 *
 * @param onBytes told how many bytes came, after each batch
 * @param mark PDF name to look for while the bytes of a large file pass by, which saves reading them again
 * @throws AppError CANCELLED; the reader's and SQLite's own errors. What was staged is then gone.
 */
export async function stage(
  session: MatterSession,
  reader: StagingReader,
  { signal, onBytes, mark }: { signal: AbortSignal; onBytes?: (bytes: number) => void; mark?: string },
): Promise<StagedContent> {
  // One byte more than there is shows that the end was reached; buffers of 4 MiB for small files keep the collector busy.
  const firstBytes = Math.min(bufferedBytes, reader.sizeBytes + 1);
  let first = await readBatch(reader, Buffer.allocUnsafeSlow(firstBytes));
  if (first.length === firstBytes && firstBytes < bufferedBytes) {
    const rest = await readBatch(reader, Buffer.allocUnsafeSlow(bufferedBytes - firstBytes));
    first = Buffer.concat([first, rest]);
  }
  const prefix = new Uint8Array(first.subarray(0, kindPrefixBytes));
  if (first.length < bufferedBytes) {
    signal.throwIfAborted();
    onBytes?.(first.length);
    const { sha256, ...others } = digestsOf(first);
    return { sha256, others, sizeBytes: first.length, prefix, bytes: first };
  }

  const contentId = writeStaged(session, () => beginContent(session));
  const hashes = streamHashes(session, { batchBytes: chunksPerTransaction * chunkBytes, signal, mark });
  const readNext = async () => readBatch(reader, await hashes.nextBuffer());
  let ahead: Promise<Buffer> | null = null;
  try {
    let sizeBytes = 0;
    const buffer = await hashes.nextBuffer();
    first.copy(buffer);
    let batch = buffer.subarray(0, first.length);
    releaseBytes(first);
    while (batch.length > 0) {
      signal.throwIfAborted();
      hashes.hash(batch.length);
      ahead = readNext();
      writeStaged(session, () => insertChunks(session, contentId, sizeBytes, batch));
      sizeBytes += batch.length;
      onBytes?.(batch.length);
      batch = await ahead;
    }
    const seen = await hashes.finish();
    const { sha256, ...others } = seen?.digests ?? (await hashStaged(session, contentId, signal));
    const hasMark = mark === undefined ? undefined : seen?.hasMark;
    return {
      sha256,
      others,
      sizeBytes,
      prefix,
      contentId,
      ...(hasMark !== undefined && { hasMark }),
    };
  } catch (error) {
    // The file must not be closed while it is read.
    await Promise.allSettled([ahead]);
    await hashes.finish();
    await discardContent(session, contentId);
    throw error;
  }
}

async function readBatch(reader: StagingReader, buffer: Buffer): Promise<Buffer> {
  return buffer.subarray(0, await reader.read(buffer));
}

/** Hashes staged chunks as they stand, letting other work in between. */
async function hashStaged(
  session: MatterSession,
  contentId: number,
  signal: AbortSignal,
): Promise<AllDigests> {
  const digests = beginDigests();
  for (const bytes of contentChunks(session.db, contentId)) {
    digests.update(bytes);
    await new Promise(setImmediate);
    signal.throwIfAborted();
  }
  return digests.finish();
}

/**
 * One transaction of what is not evidence yet. It does not wait for the disk: SQLite's log is written in order, and the
 * transaction that publishes waits until the log is on the disk up to itself. What a power cut takes away is swept or
 * staged again either way.
 */
function writeStaged<T>(session: MatterSession, write: () => T): T {
  session.db.pragma('synchronous = NORMAL');
  try {
    return session.db.transaction(write)();
  } finally {
    session.db.pragma('synchronous = FULL');
  }
}

/** Inserts bytes as chunks; `position` is a multiple of the chunk size. */
function insertChunks(session: MatterSession, contentId: number, position: number, bytes: Uint8Array): void {
  const insert = session.db.prepare(
    'INSERT INTO content_chunk (content_id, position, bytes) VALUES (?, ?, ?)',
  );
  for (let offset = 0; offset < bytes.length; offset += chunkBytes)
    insert.run(contentId, position + offset, bytes.subarray(offset, offset + chunkBytes));
}

function beginContent(session: MatterSession): number {
  const { lastInsertRowid } = session.db.prepare("INSERT INTO content (state) VALUES ('staged')").run();
  return Number(lastInsertRowid);
}

/**
 * Turns staged bytes into stored content, for good. Must run inside the transaction that also says what they are.
 *
 * @returns the content's id; of bytes that are stored already (a PDF made here that comes back as evidence), theirs, and
 *   then the staged ones are still to be dropped
 * @throws AppError MATTER_IN_USE when staged bytes are gone: another program took the matter over, and swept them
 */
export function storeContent(session: MatterSession, staged: StagedContent): number {
  const stored = storedContent(session, staged);
  if (stored !== undefined) return stored;
  let contentId: number;
  if ('bytes' in staged) {
    contentId = beginContent(session);
    insertChunks(session, contentId, 0, staged.bytes);
  } else {
    contentId = staged.contentId;
    const kept = session.db
      .prepare('SELECT total(length(bytes)) FROM content_chunk WHERE content_id = ?')
      .pluck()
      .get(contentId);
    if (kept !== staged.sizeBytes) throw new AppError('MATTER_IN_USE');
  }
  session.db
    .prepare("UPDATE content SET state = 'stored', sha256 = ?, size_bytes = ? WHERE id = ?")
    .run(staged.sha256, staged.sizeBytes, contentId);
  return contentId;
}

/** The content that has the same bytes and is stored already, if any. */
export function storedContent(
  session: MatterSession,
  { sha256 }: Pick<StagedContent, 'sha256'>,
): number | undefined {
  return session.db
    .prepare("SELECT id FROM content WHERE sha256 = ? AND state = 'stored'")
    .pluck()
    .get(sha256) as number | undefined;
}

/** Lets readers on other connections know how much is staged, so that it can be inspected before it is published. */
export function markStagedSize(session: MatterSession, staged: StagedContent): void {
  if (!('contentId' in staged)) return;
  const { contentId, sizeBytes } = staged;
  writeStaged(session, () =>
    session.db.prepare('UPDATE content SET size_bytes = ? WHERE id = ?').run(sizeBytes, contentId),
  );
}

/** Removes staged bytes in short transactions, letting other work in between. A full disk leaves them to the next sweep. */
export async function discardContent(session: MatterSession, contentId: number): Promise<void> {
  try {
    while (deleteSomeChunks(session, contentId) > 0) await new Promise(setImmediate);
    session.db.prepare("DELETE FROM content WHERE id = ? AND state = 'staged'").run(contentId);
  } catch (error) {
    session.platform.log.warn('staged content was left for the next sweep', {
      reason: safeStack(error),
    });
  }
}

/** Drops what was staged, if it went beyond memory. */
export async function discardStaged(session: MatterSession, staged: StagedContent): Promise<void> {
  if ('contentId' in staged) await discardContent(session, staged.contentId);
}

function deleteSomeChunks(session: MatterSession, contentId: number): number {
  return session.db
    .prepare(
      `DELETE FROM content_chunk WHERE id IN
         (SELECT id FROM content_chunk WHERE content_id = ? ORDER BY position DESC LIMIT ${chunksPerSweep})`,
    )
    .run(contentId).changes;
}

/**
 * Removes what an intake that never ended left behind. Runs when a matter is opened to write, before any job.
 *
 * @returns how many bytes were removed
 */
export function sweepStagedContent(session: MatterSession): number {
  const ids = session.db.prepare("SELECT id FROM content WHERE state = 'staged'").pluck().all() as number[];
  const size = session.db
    .prepare('SELECT total(length(bytes)) FROM content_chunk WHERE content_id = ?')
    .pluck();
  let bytes = 0;
  for (const id of ids) {
    bytes += size.get(id) as number;
    while (deleteSomeChunks(session, id) > 0);
    session.db.prepare('DELETE FROM content WHERE id = ?').run(id);
  }
  return bytes;
}
