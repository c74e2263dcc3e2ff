import { safeStack } from '../../../../../shared/errors/scrub.ts';
import { createHash, type Hash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import { kindPrefixBytes } from '../../../formats/kind.ts';
import { chunkBytes } from '../../../store/content.ts';
import { releaseBytes } from '../../../store/release-bytes.ts';
import type { MatterSession } from '../../../store/session.ts';

/**
 * Chunks written in one transaction: each transaction costs a sync of the disk, and holds the engine's thread while it
 * lasts. Chosen by measurement (docs/adr/0012-evidence-intake.md).
 */
const chunksPerTransaction = 4;
/** Chunks of an abandoned intake removed in one transaction. */
const chunksPerSweep = 64;
/** A file up to this size is kept in memory until it is published, which saves it a transaction of its own. */
const bufferedBytes = 4 * chunkBytes;

/** Bytes taken from outside and not yet evidence: in memory when few, else in staged rows. */
export type StagedContent = {
  readonly sha256: string;
  readonly sizeBytes: number;
  /** The first bytes, for telling the kind. */
  readonly prefix: Uint8Array;
} & ({ readonly bytes: Uint8Array } | { readonly contentId: number });

/** Bytes to be staged, read from their beginning to their end. */
export interface StagingReader {
  /** As far as known before reading. */
  readonly sizeBytes: number;
  /** Fills the target as far as there are bytes; answers how many came. Not called again before it has answered. */
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
 * Reads to the end, hashing, into memory or into staged chunks. Never more than two batches are in memory.
 *
 * @param onBytes told how many bytes came, after each batch
 * @throws AppError CANCELLED; the reader's and SQLite's own errors. What was staged is then gone.
 */
export async function stage(
  session: MatterSession,
  reader: StagingReader,
  { signal, onBytes }: { signal: AbortSignal; onBytes?: (bytes: number) => void },
): Promise<StagedContent> {
  const hash = createHash('sha256');
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
    hash.update(first);
    onBytes?.(first.length);
    return { sha256: hash.digest('hex'), sizeBytes: first.length, prefix, bytes: first };
  }

  const contentId = beginContent(session);
  const batches = readBatches(reader, chunksPerTransaction * chunkBytes);
  try {
    let sizeBytes = 0;
    for (let batch = first; batch.length > 0; batch = await batches.next()) {
      signal.throwIfAborted();
      batches.prefetch();
      writeBatch(session, contentId, sizeBytes, batch, hash);
      sizeBytes += batch.length;
      onBytes?.(batch.length);
    }
    return { sha256: hash.digest('hex'), sizeBytes, prefix, contentId };
  } catch (error) {
    await batches.settle();
    await discardContent(session, contentId);
    throw error;
  } finally {
    batches.release();
    releaseBytes(first);
  }
}

/** Reads ahead by one batch: the next is read by a thread of its own while the present one is hashed and written. */
function readBatches(reader: StagingReader, batchBytes: number) {
  const buffers = [Buffer.allocUnsafeSlow(batchBytes), Buffer.allocUnsafeSlow(batchBytes)] as const;
  let turn: 0 | 1 = 0;
  let ahead: Promise<Buffer> | null = null;
  const batches = {
    prefetch(): void {
      ahead ??= readBatch(reader, buffers[turn]);
    },
    async next(): Promise<Buffer> {
      batches.prefetch();
      const batch = await ahead!;
      ahead = null;
      turn = turn === 0 ? 1 : 0;
      return batch;
    },
    /** Waits for a read under way, whatever becomes of it: the file must not be closed meanwhile. */
    async settle(): Promise<void> {
      await Promise.allSettled([ahead]);
    },
    /** Gives the memory back, once nothing is read into it any more. */
    release: () => buffers.forEach(releaseBytes),
  };
  return batches;
}

async function readBatch(reader: StagingReader, buffer: Buffer): Promise<Buffer> {
  return buffer.subarray(0, await reader.read(buffer));
}

function writeBatch(
  session: MatterSession,
  contentId: number,
  position: number,
  batch: Buffer,
  hash: Hash,
): void {
  hash.update(batch);
  session.db.transaction(() => insertChunks(session, contentId, position, batch))();
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
  const stored = session.db
    .prepare("SELECT id FROM content WHERE sha256 = ? AND state = 'stored'")
    .pluck()
    .get(staged.sha256) as number | undefined;
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

/** Lets readers on other connections know how much is staged, so that it can be inspected before it is published. */
export function markStagedSize(session: MatterSession, staged: StagedContent): void {
  if ('contentId' in staged)
    session.db
      .prepare('UPDATE content SET size_bytes = ? WHERE id = ?')
      .run(staged.sizeBytes, staged.contentId);
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
