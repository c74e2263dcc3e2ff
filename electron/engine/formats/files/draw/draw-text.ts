import { groupOf, type EvidenceKind } from '../../../../../shared/model/evidence.ts';
import type { Problem } from '../../../../../shared/model/common.ts';
import { drawnBytes } from '../../../pdf/draw/drawn-bytes.ts';
import type { FontShelf } from '../../../pdf/draw/font-shelf.ts';
import { fixedColumns, MailPaper } from '../../mail/rendition/mail-paper.ts';
import { problemOf } from '../../reading.ts';

/** What a rendition says it was made from. */
export interface RenditionSource {
  /** Name the original came with. */
  readonly fileName: string;
  readonly kind: EvidenceKind;
  /** SHA-256 of the original, lower-case hexadecimal. */
  readonly sha256: string;
  readonly appVersion: string;
}

/** A PDF that stands for an original that is not a PDF. The same original gives the same bytes. */
export interface Rendition {
  readonly bytes: Buffer;
  readonly pages: number;
  readonly problems: readonly Problem[];
}

const maxPages = 2_000;
const tabColumns = 8;
/** Characters that take the room of two. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]/u;

/**
 * A PDF that shows a text: plain texts and tables in letters of one width, with their columns kept; web pages and Office
 * documents as paragraphs, with their cells separated by bars. Every page says what it was made from.
 *
 * @param parts the text as `formats.text` reads it
 * @param shelf the bundled fonts
 * @example drawText(['Server log\n'], { fileName: 'a.txt', kind: 'text', sha256, appVersion: '1.0' }, new FontShelf(folder)).bytes
 */
export function drawText(parts: readonly string[], source: RenditionSource, shelf: FontShelf): Rendition {
  const problems: Problem[] = [];
  const isFixed = groupOf(source.kind) === 'text' && source.kind !== 'html';
  let isCut = false;
  const { bytes, pages, missing } = drawnBytes(shelf, source.fileName, (type) => {
    const paper = new MailPaper(type, maxPages);
    let rest = '';
    for (const part of parts) {
      const lines = (rest + part).split('\n');
      // A part may end within a line.
      rest = isFixed ? lines.pop()! : '';
      for (const line of lines) drawLine(paper, line, isFixed);
      if (paper.isCut) break;
    }
    if (rest !== '') drawLine(paper, rest, isFixed);
    isCut = paper.isCut;
    return paper.finish(footOf(source));
  });
  if (isCut)
    problems.push(
      problemOf('EVIDENCE_PART_LEFT_OUT', { what: `what would follow page ${maxPages} of the PDF` }),
    );
  if (missing.size > 0) problems.push(missingGlyphs(missing));
  return { bytes, pages, problems };
}

/** The line at the foot of each page of a rendition. */
export function footOf({ fileName, sha256, appVersion }: Omit<RenditionSource, 'kind'>): string {
  return `Rendition of ${fileName}, SHA-256 ${sha256}, made by Forthwith ${appVersion}. The original is kept unaltered.`;
}

/** The problem that some characters have no place in any font of ours. */
export function missingGlyphs(missing: ReadonlySet<string>): Problem {
  const points = [...missing].slice(0, 20).map((character) => {
    const number = character.codePointAt(0)!.toString(16).toUpperCase();
    return `U+${number.padStart(4, '0')}`;
  });
  return problemOf('EVIDENCE_GLYPHS_MISSING', { characters: points.join(', ') });
}

function drawLine(paper: MailPaper, line: string, isFixed: boolean): void {
  if (isFixed) {
    for (const piece of fixedPieces(line)) paper.fixedLine(piece);
    return;
  }
  const words = line.replace(/\t+$/, '');
  const indent = /^[ \t]*/.exec(words)![0].replaceAll('\t', '    ').length;
  paper.bodyLine(words.trimStart().replaceAll('\t', '  |  '), 0, indent);
}

/** A line cut to what fits on paper, tabs as spaces up to the next eighth column. */
function fixedPieces(line: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let column = 0;
  for (const character of line) {
    const width = character === '\t' ? tabColumns - (column % tabColumns) : wide.test(character) ? 2 : 1;
    if (column + width > fixedColumns) {
      pieces.push(piece);
      piece = '';
      column = 0;
    }
    piece += character === '\t' ? ' '.repeat(width) : character;
    column += width;
  }
  return [...pieces, piece];
}
