import { AppError } from '../../../../../shared/errors/app-error.ts';
import type { ByteSource } from '../../../pdf/index.ts';
import { readRange } from '../bytes.ts';
import { tarNumber } from './tar-number.ts';
import { maxInflatedBytes } from './zip-entry.ts';

const blockBytes = 512;
/** Runs of one file that are read. */
const maxRuns = 100_000;
/** Bytes of a map that stands before the runs. */
const maxMapBytes = 4 * 1024 * 1024;

/** A file kept without its holes: long runs of zeros that disks, and archives of them, leave out. */
export interface SparseFile {
  /** Where its runs are kept, one after the other. */
  readonly position: number;
  /** With its holes. */
  readonly sizeBytes: number;
  /** Place in the file and length in turn, in bytes. */
  readonly runs: readonly number[];
}

/**
 * A file with holes as GNU tar wrote it at first: a type of its own, with four runs in its header and more in blocks after it, which
 * its size does not count.
 *
 * @param position after the header
 * @returns with where its runs begin
 */
export function sparseFileOfHeader(source: ByteSource, header: Buffer, position: number): SparseFile {
  const runs: number[] = [];
  const take = (block: Buffer, start: number, count: number) => {
    for (let at = start; at < start + count * 24 && block[at] !== 0; at += 24)
      runs.push(tarNumber(block, at), tarNumber(block, at + 12));
  };
  take(header, 386, 4);
  let hasMore = header[482] !== 0;
  let at = position;
  for (; hasMore && runs.length < maxRuns; at += blockBytes) {
    const block = readRange(source, at, blockBytes);
    if (block.length < blockBytes) break;
    take(block, 0, 21);
    hasMore = block[504] !== 0;
  }
  return { position: at, sizeBytes: tarNumber(header, 483), runs };
}

/**
 * A file with holes as `tar` writes it now, by what its extended header says (GNU tar manual, "PAX Format"): versions 0.0 and 0.1 have the
 * map there, 1.0 before the runs.
 *
 * @param said keys and values of the extended header; repeated places of version 0.0 joined as version 0.1 has them
 * @param position after the header
 * @returns null for a file without holes
 */
export function sparseFileOfRecords(
  source: ByteSource,
  said: ReadonlyMap<string, string>,
  position: number,
): SparseFile | null {
  const sizeBytes = Number(said.get('GNU.sparse.realsize') ?? said.get('GNU.sparse.size'));
  if (Number.isNaN(sizeBytes)) return null;
  if (said.get('GNU.sparse.major') !== '1') {
    const map = said.get('GNU.sparse.map') ?? '';
    return { position, sizeBytes, runs: map === '' ? [] : map.split(',').map(Number) };
  }
  const map = readRange(source, position, maxMapBytes).toString('latin1');
  const count = Number(/^\d{1,10}\n/.exec(map)?.[0]);
  const lines = map.split('\n', Math.min(maxRuns, count * 2) + 1);
  const mapBytes = lines.reduce((sum, line) => sum + line.length + 1, 0);
  return {
    position: position + Math.ceil(mapBytes / blockBytes) * blockBytes,
    sizeBytes,
    runs: lines.slice(1).map(Number),
  };
}

/**
 * The bytes of a file with its holes filled.
 *
 * @param within where what is kept of it ends, and its name for what is reported
 * @throws AppError EVIDENCE_MEMBER_TOO_LARGE; EVIDENCE_MEMBER_DAMAGED where its runs do not fit into it, or are not what is kept
 */
export function fillHoles(
  source: ByteSource,
  { position, sizeBytes, runs }: SparseFile,
  { end, name }: { readonly end: number; readonly name: string },
): Buffer {
  const keptBytes = runs.reduce((sum, length, at) => sum + (at % 2 === 1 ? length : 0), 0);
  if (sizeBytes > maxInflatedBytes(keptBytes)) throw new AppError('EVIDENCE_MEMBER_TOO_LARGE', { name });
  const damaged = () => new AppError('EVIDENCE_MEMBER_DAMAGED', { name });
  if (keptBytes !== end - position || !Number.isSafeInteger(sizeBytes) || sizeBytes < 0) throw damaged();
  const bytes = Buffer.alloc(sizeBytes);
  let from = position;
  for (let at = 0; at + 1 < runs.length; at += 2) {
    const [start, length] = [runs[at]!, runs[at + 1]!];
    const isWithin = start >= 0 && length >= 0 && start + length <= sizeBytes;
    const run = isWithin ? readRange(source, from, length) : null;
    if (run?.length !== length) throw damaged();
    run.copy(bytes, start);
    from += length;
  }
  return bytes;
}
