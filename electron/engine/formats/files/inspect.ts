import { groupOf, type EvidenceKind } from '../../../../shared/model/evidence.ts';
import type { ByteSource } from '../../pdf/index.ts';
import { emptyReading, problemOf, type Reading } from '../reading.ts';
import { readRange } from './bytes.ts';
import { hasIworkMembers } from './archive/iwork-members.ts';
import { inspectTar } from './archive/tar-members.ts';
import { inspectZip, isArchivePiece } from './archive/zip-members.ts';
import { hasEmbedded } from './embedded/embedded-files.ts';
import { hasEncodedFiles } from './embedded/encoded-values.ts';
import { extractText, isDocumentKind } from './extract.ts';
import { otherKindOf } from './kind/other-kinds.ts';
import { inspectRecording } from './media/inspect-recording.ts';
import { inspectPlainText } from './text/plain.ts';

/** Characters of a document that are read to see whether it has any, and what it says of itself. */
const lookCharacters = 20_000;

/** What is not shown of a drawing in SVG. */
export const drawingLeftOut = 'the drawing itself, of which only the source text is shown';

/**
 * Looks over an original that is neither PDF, image nor mail.
 *
 * @param name file name without folder
 */
export function inspectFile(source: ByteSource, kind: EvidenceKind, name: string): Reading {
  if (kind === 'zip') return inspectZip(source, name);
  if (kind === 'tar') return inspectTar(source);
  if (kind === 'gzip') return { ...emptyReading, hasMembers: true };
  if (isDocumentKind(kind)) {
    const { sections, claims, problems, isCut } = extractText(source, kind, lookCharacters);
    const hasText = isCut || sections.length > 0;
    return {
      ...emptyReading,
      claims,
      problems,
      hasText,
      hasMembers: hasEmbedded(source, kind) || (kind === 'html' && hasEncodedFiles(source, kind)),
    };
  }
  const group = groupOf(kind);
  if (group === 'text') {
    const { hasWords, isGuessed, isDrawing, hasCountedTime } = inspectPlainText(source);
    const problems = isGuessed ? [problemOf('EVIDENCE_CHARSET_GUESSED', { what: 'file' })] : [];
    if (isDrawing) problems.push(problemOf('EVIDENCE_PART_LEFT_OUT', { what: drawingLeftOut }));
    if (hasCountedTime) problems.push(problemOf('EVIDENCE_DATES_ADDED'));
    return { ...emptyReading, hasText: hasWords, hasMembers: hasEncodedFiles(source, kind), problems };
  }
  if (group === 'media') return inspectRecording(source);
  const helper = helperOf(source, name);
  if (helper !== null)
    return { ...emptyReading, problems: [problemOf('EVIDENCE_NO_DOCUMENT', { what: helper })] };
  const isPiece = isArchivePiece(name);
  return {
    ...emptyReading,
    hasMembers: hasIworkMembers(source),
    problems: [
      isPiece
        ? problemOf('EVIDENCE_ARCHIVE_PIECE')
        : problemOf('EVIDENCE_UNSUPPORTED_KIND', { ...otherKindOf(source) }),
    ],
  };
}

/** Bytes of the file by which Word, PowerPoint and Excel tell others who has a document open. */
const ownerFileBytes = [162, 165];

/** What a file is that programs write beside those of people: macOS, whose archives have one for each, and Office. Null for every other file. */
function helperOf(source: ByteSource, name: string): string | null {
  const head = readRange(source, 0, 8).toString('latin1');
  if (name.startsWith('~$') && ownerFileBytes.includes(source.sizeBytes))
    return 'a note that Office keeps beside a document while somebody has it open, with that person’s name';
  // AppleDouble (RFC 1740 appendix B): all of a file but its content.
  if (head.startsWith('\0\x05\x16\x07'))
    return 'data that macOS keeps beside another file, such as labels and where it was downloaded from';
  return head === '\0\0\0\x01Bud1' ? 'a note of macOS on how the window of a folder looks' : null;
}
