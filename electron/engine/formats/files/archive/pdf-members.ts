import type { ByteSource } from '../../../pdf/index.ts';
import { readEmbeddedFiles, type EmbeddedFile } from '../../../pdf/embedded-files.ts';
import { memberBatch, problemOf, type Member, type MemberBatch } from '../../reading.ts';
import { maxInflatedBytes } from './zip-entry.ts';
import { safeName } from './zip-members.ts';

/**
 * Extracts the files in a PDF, a portfolio or not, one after the other; each is its bytes or says why there are none.
 *
 * @param from the file to begin with, 0 for the first
 * @param maxBytes of the members of this batch together; the first comes whatever its size
 */
export function pdfMembers(source: ByteSource, from: number, maxBytes: number): MemberBatch {
  const files = readEmbeddedFiles(source);
  return memberBatch(
    files.length,
    { from, maxBytes },
    (at) => files[at]!.storedBytes,
    (at) => [takeOut(files[at]!)],
  );
}

function takeOut(file: EmbeddedFile): Member {
  const name = safeName(file.name);
  const bytes = file.read(maxInflatedBytes(file.storedBytes));
  return bytes ? { name, bytes } : { name, problem: problemOf('EVIDENCE_MEMBER_DAMAGED', { name }) };
}
