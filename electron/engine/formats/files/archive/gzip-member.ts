import { posix } from 'node:path';
import { constants, gunzipSync, inflateRawSync } from 'node:zlib';
import { AppError, isAppError } from '../../../../../shared/errors/app-error.ts';
import type { ByteSource } from '../../../pdf/index.ts';
import { uninterrupted } from '../../../jobs/uninterrupted.ts';
import { problemOf, type MemberBatch } from '../../reading.ts';
import { readRange } from '../bytes.ts';
import { decodeText } from '../text/encoding.ts';
import { maxInflatedBytes, maxMemberBytes } from './zip-entry.ts';
import { safeName } from './zip-members.ts';

const checksumFlag = 2;
const extraFlag = 4;
const nameFlag = 8;
const commentFlag = 16;
/** Checksum and size after what is packed. */
const trailerBytes = 8;

/** Whether a file begins as gzip does, deflated (RFC 1952 §2.3). */
export function isGzip(head: Buffer): boolean {
  return head.length > 18 && head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

/**
 * Extracts the one file that a gzip file holds, which may be an archive in turn (.tar.gz, .tgz). Of one that is cut short what stands
 * before the cut comes out, under a name that says so, and a problem beside it; of one that something else follows, all that was packed.
 *
 * @param name of the gzip file: tells what is in it where it does not say itself
 */
export function gzipMember(source: ByteSource, name: string): MemberBatch {
  const member = safeName(memberName(source, name));
  try {
    if (source.sizeBytes > maxMemberBytes) throw new AppError('EVIDENCE_MEMBER_TOO_LARGE', { name: member });
    const { bytes, isCut, isFollowed } = inflate(readRange(source, 0, source.sizeBytes), member);
    if (isFollowed) {
      const problem = problemOf('EVIDENCE_MEMBER_FOLLOWED', { name: member });
      return {
        members: [
          { name: member, bytes },
          { name: member, problem },
        ],
        next: null,
      };
    }
    if (!isCut) return { members: [{ name: member, bytes }], next: null };
    const problem = problemOf('EVIDENCE_MEMBER_CUT', { name: member });
    const part = { name: cutName(member), bytes };
    return { members: [part, { name: member, problem }], next: null };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { members: [{ name: member, problem: { code: error.code, message: error.message } }], next: null };
  }
}

/** Half a file must not be taken for a whole one wherever its name stands. Its ending stays: it says how the file is read. */
function cutName(name: string): string {
  const { dir, name: stem, ext } = posix.parse(name);
  return safeName(posix.join(dir, `${stem} (cut short)${ext}`));
}

interface Inflated {
  readonly bytes: Buffer;
  readonly isCut: boolean;
  /** Whether something that was not packed follows it. */
  readonly isFollowed: boolean;
}

function inflate(compressed: Buffer, name: string): Inflated {
  const maxOutputLength = maxInflatedBytes(compressed.length);
  try {
    const bytes = uninterrupted(() => gunzipSync(compressed, { maxOutputLength }));
    return { bytes, isCut: false, isFollowed: false };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new AppError('EVIDENCE_MEMBER_TOO_LARGE', { name });
    const end = code === 'Z_DATA_ERROR' ? endOfPacked(compressed, maxOutputLength) : 0;
    if (end > 0 && end < compressed.length)
      return { ...inflate(compressed.subarray(0, end), name), isFollowed: true };
    // What is neither cut nor followed yields nothing that could be relied on.
    const bytes = code === 'Z_BUF_ERROR' ? inflateToCut(compressed, maxOutputLength, name) : noBytes;
    if (bytes.length === 0) throw new AppError('EVIDENCE_MEMBER_DAMAGED', { name });
    return { bytes, isCut: true, isFollowed: false };
  }
}

/** Where what is packed ends, in bytes: after the last file that begins as gzip does and has an end; 0 where none has. */
function endOfPacked(compressed: Buffer, maxOutputLength: number): number {
  let end = 0;
  try {
    while (isGzip(compressed.subarray(end))) {
      const body = compressed.subarray(end + headerOf(compressed.subarray(end)).bytes);
      // With `info` zlib says how far it read: to the end of the stream. The types do not know that.
      const { engine } = uninterrupted(() =>
        inflateRawSync(body, { maxOutputLength, info: true }),
      ) as unknown as { engine: { bytesWritten: number } };
      end = compressed.length - body.length + engine.bytesWritten + trailerBytes;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
  return end;
}

const noBytes = Buffer.alloc(0);

/** What stands before the cut: zlib gives what it has where it is not asked for the end. */
function inflateToCut(compressed: Buffer, maxOutputLength: number, name: string): Buffer {
  try {
    return uninterrupted(() =>
      gunzipSync(compressed, { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH }),
    );
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new AppError(isTooLarge ? 'EVIDENCE_MEMBER_TOO_LARGE' : 'EVIDENCE_MEMBER_DAMAGED', { name });
  }
}

/** The name it was packed under; else that of the gzip file without its ending. */
function memberName(source: ByteSource, name: string): string {
  const bare = /^(.+)\.gz(?:ip)?$/i.exec(name)?.[1] ?? /^(.+)\.t[ag]z$/i.exec(name)?.[1]?.concat('.tar');
  if (bare !== undefined) return bare;
  const packedAs = headerOf(readRange(source, 0, 1_024)).name;
  return packedAs.length > 0 ? decodeText(packedAs) : `${name} unpacked`;
}

/** The name in a header, and the header's length (RFC 1952 §2.3). */
function headerOf(head: Buffer): { name: Buffer; bytes: number } {
  const flags = head[3]!;
  let at = 10 + ((flags & extraFlag) === 0 ? 0 : 2 + head.readUInt16LE(10));
  const text = (flag: number) => {
    const end = (flags & flag) === 0 ? -1 : head.indexOf(0, at);
    if (end < 0) return noBytes;
    const found = head.subarray(at, end);
    at = end + 1;
    return found;
  };
  const name = text(nameFlag);
  text(commentFlag);
  return { name, bytes: at + ((flags & checksumFlag) === 0 ? 0 : 2) };
}
