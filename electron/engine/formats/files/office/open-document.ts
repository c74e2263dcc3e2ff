import type { TextCollector } from '../text/extraction.ts';
import { attribute, type OfficePackage } from './package.ts';

/** Repeated cells and spaces that are written out; sheets are often filled to their edge with empty ones. */
const maxRepeats = 20;

/**
 * Reads the text of an OpenDocument file (OASIS OpenDocument 1.3): paragraphs, tables row by row, notes and comments;
 * each sheet and each slide is a section. What was deleted under tracking stands marked as deleted.
 */
export function extractOpenDocument(pack: OfficePackage, text: TextCollector): void {
  if (isEncrypted(pack)) {
    text.problem('EVIDENCE_ENCRYPTED', { what: 'document' });
    return;
  }
  const isText = readContent(pack, 'content.xml', text);
  if (isText) extractMargins(pack, text);
  // Charts and other objects stand beside, each in a folder of its own.
  for (const part of pack.names(/^object[^/]*\/content\.xml$/)) {
    text.endLine();
    readContent(pack, part, text);
  }
}

/** @returns whether it is a text, and no sheet or slide */
function readContent(pack: OfficePackage, part: string, text: TextCollector): boolean {
  let isWorkbook = false;
  let slides = 0;
  let cells = 0;
  let deletions = 0;
  let paragraphs = 0;
  let isText = false;
  let annotations = 0;
  /** Paragraphs around the annotation: who wrote it and when stand in none of its own. */
  let around = 0;
  let facts = 0;
  let initials = 0;
  let style = '';
  const hidden = new Set<string>();
  const markOf = (attributes: Readonly<Record<string, string>>) =>
    hidden.has(attribute(attributes, 'style-name') ?? '') ? ' (hidden)' : '';
  const isFact = (name: string) =>
    annotations > 0 && paragraphs === around && (name === 'creator' || name === 'date');
  pack.read(part, {
    open(name, attributes) {
      if (name === 'spreadsheet') isWorkbook = true;
      else if (name === 'text') isText = true;
      else if (name === 'style') style = attribute(attributes, 'name') ?? '';
      else if (hidesSheetOrSlide(name, attributes)) hidden.add(style);
      else if (name === 'table' && isWorkbook && cells === 0) {
        text.startSection();
        text.write(`Sheet: ${attribute(attributes, 'name') ?? ''}${markOf(attributes)}\n`);
      } else if (name === 'page') {
        text.startSection();
        text.write(`Slide ${++slides}${markOf(attributes)}\n`);
      } else if (name === 'notes' && slides > 0) {
        text.endLine();
        text.write('Notes:\n');
      } else if (name === 'table-cell') cells++;
      else if (name === 'p' || name === 'h') paragraphs++;
      else if (name === 'tab') text.write('\t');
      else if (name === 'line-break') text.write('\n');
      else if (name === 's') text.write(' '.repeat(repeats(attribute(attributes, 'c'))));
      else if (name === 'annotation') {
        annotations++;
        around = paragraphs;
        text.write('[comment: ');
      } else if (isFact(name)) facts++;
      else if (name.endsWith('-initials')) initials++;
      else if (name === 'note-body') text.write(' [note: ');
      else if (name === 'deletion') {
        deletions++;
        text.write('[deleted: ');
      }
    },
    text(data) {
      if ((paragraphs > 0 || facts > 0) && initials === 0) text.write(data.replace(/\s+/g, ' '));
    },
    close(name) {
      if (name === 'p' || name === 'h') {
        paragraphs--;
        if (cells > 0 || deletions > 0) text.space();
        else text.endLine();
      } else if (name === 'table-cell') {
        cells--;
        text.write('\t');
      } else if (name === 'table-row') text.endLine();
      else if (name.endsWith('-initials')) initials--;
      else if (isFact(name)) {
        facts--;
        text.write(', ');
      } else if (name === 'annotation' || name === 'note-body') {
        if (name === 'annotation') annotations--;
        text.write('] ');
      } else if (name === 'deletion') {
        deletions--;
        text.write(']\n');
      }
    },
  });
  return isText;
}

/** Whether a style has this: sheets are hidden by theirs (OpenDocument 1.3 part 3 §20.410), and slides (§20.250). */
function hidesSheetOrSlide(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (name === 'table-properties') return attribute(attributes, 'display') === 'false';
  return name === 'drawing-page-properties' && attribute(attributes, 'visibility') === 'hidden';
}

const margins = /^(header|footer)(?:-left|-first)?$/;

/** What stands above and below the pages of a text; it is among the styles. */
function extractMargins(pack: OfficePackage, text: TextCollector): void {
  let margin: string | null = null;
  let isBegun = false;
  pack.read('styles.xml', {
    open(name) {
      margin ??= margins.exec(name)?.[1] ?? null;
      if (margin !== null && name === 'tab') text.write('\t');
    },
    text(data) {
      if (margin === null || data.trim() === '') return;
      if (!isBegun) {
        text.endLine();
        text.write(`\nPage ${margin}s\n`);
      }
      isBegun = true;
      text.write(data.replace(/\s+/g, ' '));
    },
    close(name) {
      if (isBegun && name === 'p') text.endLine();
      if (!margins.test(name)) return;
      margin = null;
      isBegun = false;
    },
  });
}

function repeats(count: string | undefined): number {
  const number = Number(count ?? 1);
  return Number.isInteger(number) && number > 0 ? Math.min(number, maxRepeats) : 1;
}

function isEncrypted(pack: OfficePackage): boolean {
  let isFound = false;
  pack.read('META-INF/manifest.xml', {
    open(name) {
      if (name === 'encryption-data') isFound = true;
    },
  });
  return isFound;
}
