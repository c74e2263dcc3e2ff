import type { EvidenceKind } from '../../../../shared/model/evidence.ts';
import type { ByteSource } from '../../pdf/index.ts';
import { isBeyondEnd, readRange } from './bytes.ts';
import { isCompoundFile } from './office/compound-file.ts';
import { extractLegacy } from './office/legacy.ts';
import { extractOpenDocument } from './office/open-document.ts';
import { OfficePackage, untilEnough } from './office/package.ts';
import { extractPresentation } from './office/presentation.ts';
import { readProperties } from './office/properties.ts';
import { extractSpreadsheet } from './office/workbook/spreadsheet.ts';
import { extractWord } from './office/word/document.ts';
import { TextCollector, type Extraction } from './text/extraction.ts';
import { extractHtml } from './text/html.ts';
import { extractRtf } from './text/rtf.ts';

/** Kinds whose text is extracted from a structure; plain text is read where it stands. */
export type DocumentKind = Extract<EvidenceKind, 'html' | 'word' | 'spreadsheet' | 'presentation'>;

/** Whether the text of a kind is inside a structure that has to be read first. */
export function isDocumentKind(kind: EvidenceKind): kind is DocumentKind {
  return kind === 'html' || kind === 'word' || kind === 'spreadsheet' || kind === 'presentation';
}

/**
 * Reads the text of a web page or an Office document, whatever program and time it is from.
 *
 * @param maxCharacters after these the reading stops
 * @returns what was read, and whether there was more
 */
export function extractText(
  source: ByteSource,
  kind: DocumentKind,
  maxCharacters: number,
): Extraction & { readonly isCut: boolean } {
  const text = new TextCollector(maxCharacters);
  let isCut = false;
  try {
    isCut = untilEnough(() => readDocument(source, kind, text));
  } catch (error) {
    if (!isBeyondEnd(error)) throw error;
    text.problem('EVIDENCE_DAMAGED');
  }
  return { ...text.finish(), isCut };
}

function readDocument(source: ByteSource, kind: DocumentKind, text: TextCollector): void {
  const head = readRange(source, 0, 8);
  if (kind === 'html') extractHtml(source, text);
  else if (head.toString('latin1').startsWith('PK')) readPackage(source, kind, text);
  else if (isCompoundFile(head)) extractLegacy(source, kind, text);
  else extractRtf(source, text);
}

/** The parts of a package that hold what a document is about, where they usually are. */
const mainPart = {
  word: /^(?:word\/document\d*|content)\.xml$/,
  spreadsheet: /^(?:xl\/workbook\.(?:xml|bin)|content\.xml)$/,
  presentation: /^(?:ppt\/presentation|content)\.xml$/,
} as const;

const usualPart = {
  word: 'word/document.xml',
  spreadsheet: 'xl/workbook.xml',
  presentation: 'ppt/presentation.xml',
} as const;

function readPackage(source: ByteSource, kind: Exclude<DocumentKind, 'html'>, text: TextCollector): void {
  const pack = new OfficePackage(source, text);
  readProperties(pack, text);
  // Without its main part a document has no text, and that is not how it was written.
  const hasMainPart = pack.has(pack.mainPart(usualPart[kind])) || pack.names(mainPart[kind]).length > 0;
  if (!hasMainPart) text.problem('EVIDENCE_DAMAGED');
  if (pack.has('content.xml')) extractOpenDocument(pack, text);
  else if (kind === 'word') extractWord(pack, text);
  else if (kind === 'spreadsheet') extractSpreadsheet(pack, text);
  else extractPresentation(pack, text);
}
