import { gunzipSync } from 'node:zlib';
import { AppError, isAppError } from '../../../../../shared/errors/app-error.ts';
import type { ByteSource } from '../../../pdf/index.ts';
import { uninterrupted } from '../../../jobs/uninterrupted.ts';
import type { MemberBatch } from '../../reading.ts';
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
 * Takes out the one file that a gzip file is, which may be an archive in turn (.tar.gz, .tgz).
 *
 * @param name of the gzip file: tells what is in it where it does not say itself
 */
export function gzipMember(source: ByteSource, name: string): MemberBatch {
  const member = safeName(memberName(source, name));
  try {
    return { members: [{ name: member, bytes: inflate(source, member) }], next: null };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { members: [{ name: member, problem: { code: error.code, message: error.message } }], next: null };
  }
}

function inflate(source: ByteSource, name: string): Buffer {
  if (source.sizeBytes > maxMemberBytes) throw new AppError('EVIDENCE_MEMBER_TOO_LARGE', { name });
  const compressed = readRange(source, 0, source.sizeBytes);
  try {
    const maxOutputLength = maxInflatedBytes(compressed.length);
    return uninterrupted(() => gunzipSync(compressed, { maxOutputLength }));
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
