import { groupOf, type EvidenceKind } from '../../../../shared/model/evidence.ts';
import type { Problem } from '../../../../shared/model/common.ts';
import type { ByteSource } from '../../pdf/index.ts';
import { problemOf, textBatch, type TextBatch } from '../reading.ts';
import { extractText, isDocumentKind, type DocumentKind } from './extract.ts';
import { partCharacters, splitParts } from '../../../../shared/domain/evidence/text-parts.ts';
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
    return readDocument(source, kind, fromPage, maxCharacters);
  }
  if (groupOf(kind) === 'text') return readPlainText(source, fromPage, maxCharacters);
  return { pages: [], next: null };
}

/** Reads a document from its beginning, and no further than the batch needs: a workbook of a million rows takes its time. */
function readDocument(
  source: ByteSource,
  kind: DocumentKind,
  fromPage: number,
  maxCharacters: number,
): TextBatch {
  // The last part of what is read beyond the batch may go on.
  const needed = (fromPage + 1) * partCharacters + maxCharacters;
  for (const limit of needed < maxDocumentCharacters
    ? [needed, maxDocumentCharacters]
    : [maxDocumentCharacters]) {
    const { sections, problems, isCut } = extractText(source, kind, limit);
    const parts = sections.flatMap((section) => splitParts(section));
    if (!isCut) return batchOf(parts, problems, fromPage, maxCharacters);
    if (limit === maxDocumentCharacters)
      return batchOf(parts, [...problems, problemOf('EVIDENCE_TEXT_CUT')], fromPage, maxCharacters);
    // Sheets of nothing but blanks are characters, and no parts.
    if (parts.length > fromPage) return batchOf(parts.slice(0, -1), null, fromPage, maxCharacters);
  }
  return { pages: [], next: null };
}

/** @param problems null where more of the document follows */
function batchOf(
  parts: readonly string[],
  problems: readonly Problem[] | null,
  fromPage: number,
  maxCharacters: number,
): TextBatch {
  // Problems need a page to stand on, also where no text could be read.
  const all = parts.length === 0 && problems !== null && problems.length > 0 ? [''] : parts;
  const { pages, next } = textBatch(all, fromPage, maxCharacters);
  if (next !== null) return { pages, next };
  if (problems === null) return { pages, next: all.length + 1 };
  const [problem] = problems;
  return {
    pages: pages.map((each) => (problem && each.page === all.length ? { ...each, problem } : each)),
    next,
  };
}
