import { groupOf, type EvidenceKind } from '../../../../shared/model/evidence.ts';
import type { Problem } from '../../../../shared/model/common.ts';
import type { ByteSource } from '../../pdf/index.ts';
import { problemOf, type TextBatch } from '../reading.ts';
import { extractText, isDocumentKind } from './extract.ts';
import { splitParts } from './text/parts.ts';
import { readPlainText } from './text/plain.ts';

/** Characters of one document that are read: a shelf of books. */
const maxDocumentCharacters = 20_000_000;

/**
 * Reads the text of an original that is neither PDF, image nor mail, in parts of at most 20,000 characters; a sheet and a
 * slide begin a part. What stood in the way is a problem of the last part.
 *
 * @param fromPage part to begin with, from 1
 * @param maxCharacters of this batch together; the first part comes whatever its length
 */
export function readText(
  source: ByteSource,
  kind: EvidenceKind,
  fromPage: number,
  maxCharacters: number,
): TextBatch {
  if (isDocumentKind(kind)) {
    const { sections, problems, isCut } = extractText(source, kind, maxDocumentCharacters);
    const all = isCut ? [...problems, problemOf('EVIDENCE_TEXT_CUT')] : problems;
    const parts = sections.flatMap((section) => splitParts(section));
    return batchOf(parts, all, fromPage, maxCharacters);
  }
  if (groupOf(kind) === 'text') return readPlainText(source, fromPage, maxCharacters);
  return { pages: [], next: null };
}

function batchOf(
  parts: readonly string[],
  problems: readonly Problem[],
  fromPage: number,
  maxCharacters: number,
): TextBatch {
  // Problems need a page to stand on, also where no text could be read.
  const all = parts.length === 0 && problems.length > 0 ? [''] : parts;
  const pages: { page: number; text: string; problem?: Problem }[] = [];
  let characters = 0;
  for (let at = fromPage - 1; at < all.length; at++) {
    const text = all[at]!;
    if (pages.length > 0 && characters + text.length > maxCharacters) return { pages, next: at + 1 };
    const isLast = at === all.length - 1;
    pages.push({ page: at + 1, text, ...(isLast && problems[0] && { problem: problems[0] }) });
    characters += text.length;
  }
  return { pages, next: null };
}
