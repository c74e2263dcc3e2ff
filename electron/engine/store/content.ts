import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { ByteSource } from '../pdf/byte-source.ts';
import { releaseBytes } from './release-bytes.ts';

/** Bytes of every chunk but the last of its content. */
export const chunkBytes = 1024 * 1024;

/** Chunks a source keeps in memory: enough for PDFium's hops between the cross-reference, a page and its fonts. */
const cachedChunks = 8;

/**
 * Stored content as bytes to read anywhere. Memory is bounded by a few chunks, whatever the content's size; `close` gives
 * them back.
 *
 * @param db any connection to the matter: the engine's, or a reader's own
 * @throws AppError NOT_FOUND when there is no such content; MATTER_DAMAGED from `readAt` when a chunk is missing
 * @example const document = await openPdf(pdfium, contentSource(session.db, contentId));
 */
export function contentSource(db: Database.Database, contentId: number): ByteSource & { close(): void } {
  const content = db.prepare('SELECT size_bytes FROM content WHERE id = ?').get(contentId) as
    | { size_bytes: number }
    | undefined;
  if (!content) throw new AppError('NOT_FOUND', { what: 'original' });
  const sizeBytes = content.size_bytes;
  const statement = db
    .prepare('SELECT bytes FROM content_chunk WHERE content_id = ? AND position = ?')
    .pluck();
  // A Map keeps the order of insertion: the first key is the least recently used.
  const cache = new Map<number, Uint8Array>();

  function chunkAt(position: number): Uint8Array {
    let bytes = cache.get(position);
    if (bytes) cache.delete(position);
    else {
      bytes = statement.get(contentId, position) as Uint8Array | undefined;
      if (!bytes) throw new AppError('MATTER_DAMAGED', { reason: 'part of an original is missing' });
      if (cache.size >= cachedChunks) forget(cache.keys().next().value!);
    }
    cache.set(position, bytes);
    return bytes;
  }

  function forget(position: number): void {
    releaseBytes(cache.get(position)!);
    cache.delete(position);
  }

  return {
    sizeBytes,
    readAt(position, target) {
      const end = Math.min(position + target.length, sizeBytes);
      let at = position;
      while (at < end) {
        const start = Math.floor(at / chunkBytes) * chunkBytes;
        const part = chunkAt(start).subarray(at - start, end - start);
        if (part.length === 0)
          throw new AppError('MATTER_DAMAGED', { reason: 'part of an original is missing' });
        target.set(part, at - position);
        at += part.length;
      }
      return Math.max(0, at - position);
    },
    close: () => [...cache.keys()].forEach(forget),
  };
}

/** The chunks of stored content, in order, one in memory at a time: each is released when the next is requested. */
export function* contentChunks(db: Database.Database, contentId: number): Generator<Uint8Array> {
  const statement = db
    .prepare('SELECT bytes FROM content_chunk WHERE content_id = ? AND position = ?')
    .pluck();
  // One statement per chunk: an open cursor would block every write on this connection.
  for (let position = 0; ;) {
    const bytes = statement.get(contentId, position) as Uint8Array | undefined;
    if (!bytes) return;
    position += bytes.length;
    yield bytes;
    releaseBytes(bytes);
  }
}

/**
 * Hashes stored content again.
 *
 * @returns lower-case hexadecimal SHA-256 of the bytes as they are stored now, and how many they are
 */
export function hashContent(db: Database.Database, contentId: number): { sha256: string; sizeBytes: number } {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for (const bytes of contentChunks(db, contentId)) {
    hash.update(bytes);
    sizeBytes += bytes.length;
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}
