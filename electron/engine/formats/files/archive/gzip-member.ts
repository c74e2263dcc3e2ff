import { posix } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import { AppError, isAppError } from '../../../../../shared/errors/app-error.ts';
import type { ByteSource } from '../../../pdf/index.ts';
import { uninterrupted } from '../../../jobs/uninterrupted.ts';
import { problemOf, type MemberBatch } from '../../reading.ts';
import { readRange } from '../bytes.ts';
import { decodeText } from '../text/encoding.ts';
import { maxInflatedBytes, maxMemberBytes } from './zip-entry.ts';
import { safeName } from './zip-members.ts';

const nameFlag = 8;
const extraFlag = 4;

/** Whether a file begins as gzip does, deflated (RFC 1952 §2.3). */
export function isGzip(head: Buffer): boolean {
  return head.length > 18 && head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

/**
 * Takes out the one file that a gzip file is, which may be an archive in turn (.tar.gz, .tgz). Of one that is cut short what stands
 * before the cut comes out, under a name that says so, and a problem beside it.
 *
 * @param name of the gzip file: tells what is in it where it does not say itself
 */
export function gzipMember(source: ByteSource, name: string): MemberBatch {
  const member = safeName(memberName(source, name));
  try {
    const { bytes, isCut } = inflate(source, member);
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

function inflate(source: ByteSource, name: string): { bytes: Buffer; isCut: boolean } {
  if (source.sizeBytes > maxMemberBytes) throw new AppError('EVIDENCE_MEMBER_TOO_LARGE', { name });
  const compressed = readRange(source, 0, source.sizeBytes);
  const maxOutputLength = maxInflatedBytes(compressed.length);
  try {
    return { bytes: uninterrupted(() => gunzipSync(compressed, { maxOutputLength })), isCut: false };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new AppError('EVIDENCE_MEMBER_TOO_LARGE', { name });
    // What is not merely cut yields nothing that could be relied on.
    const bytes = code === 'Z_BUF_ERROR' ? inflateToCut(compressed, maxOutputLength, name) : noBytes;
    if (bytes.length === 0) throw new AppError('EVIDENCE_MEMBER_DAMAGED', { name });
    return { bytes, isCut: true };
  }
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
  const head = readRange(source, 0, 1_024);
  const start = 10 + ((head[3]! & extraFlag) === 0 ? 0 : 2 + head.readUInt16LE(10));
  const end = (head[3]! & nameFlag) === 0 ? -1 : head.indexOf(0, start);
  return end > start ? decodeText(head.subarray(start, end)) : `${name} unpacked`;
}
