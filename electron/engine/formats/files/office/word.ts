import type { TextCollector } from '../text/extraction.ts';
import { attribute, type OfficePackage, type XmlHandler } from './package.ts';

/**
 * Reads the text of a Word document (ISO/IEC 29500 WordprocessingML): paragraphs and tables in their order, then notes,
 * comments, headers and footers. What was deleted under tracking is still in the file, and stands here marked as deleted.
 */
export function extractWord(pack: OfficePackage, text: TextCollector): void {
  for (const part of pack.names(/^word\/document\d*\.xml$/)) pack.read(part, wordHandler(text));
  const others: readonly [RegExp, string][] = [
    [/^word\/footnotes\d*\.xml$/, 'Footnotes'],
    [/^word\/endnotes\d*\.xml$/, 'Endnotes'],
    [/^word\/comments\d*\.xml$/, 'Comments'],
    [/^word\/header\d*\.xml$/, 'Page headers'],
    [/^word\/footer\d*\.xml$/, 'Page footers'],
  ];
  for (const [pattern, heading] of others) {
    let isHeaded = false;
    for (const part of pack.names(pattern))
      pack.read(
        part,
        wordHandler(text, () => {
          text.endLine();
          if (!isHeaded) text.write(`\n${heading}\n`);
          isHeaded = true;
        }),
      );
  }
}

/** @param begin called before the first text of a part */
function wordHandler(text: TextCollector, begin?: () => void): XmlHandler {
  let isText = false;
  let isBegun = begin === undefined;
  let deletions = 0;
  let isDeletionShown = false;
  let fallbacks = 0;
  let cells = 0;
  const write = (piece: string) => {
    if (fallbacks > 0) return;
    if (!isBegun) begin?.();
    isBegun = true;
    text.write(piece);
  };
  return {
    open(name, attributes) {
      if (name === 't' || name === 'delText') isText = true;
      else if (name === 'tab' && attribute(attributes, 'val') === undefined) write('\t');
      else if (name === 'br' || name === 'cr') write('\n');
      else if (name === 'noBreakHyphen') write('-');
      else if (name === 'del' || name === 'moveFrom') deletions++;
      else if (name === 'Fallback') fallbacks++;
      else if (name === 'tc') cells++;
      else if (name === 'footnoteReference' || name === 'endnoteReference')
        write(`[${attribute(attributes, 'id') ?? ''}]`);
      else if (name === 'footnote' || name === 'endnote') {
        // The separators between text and notes are notes by form only.
        if (attribute(attributes, 'type') === undefined) write(`[${attribute(attributes, 'id') ?? ''}] `);
      } else if (name === 'comment') {
        const author = attribute(attributes, 'author') ?? '';
        const date = attribute(attributes, 'date') ?? '';
        write(`[comment: ${[author, date].filter((each) => each !== '').join(', ')}] `);
      }
    },
    text(data) {
      if (!isText) return;
      if (deletions > 0 && !isDeletionShown) {
        write('[deleted: ');
        isDeletionShown = true;
      }
      write(data);
    },
    close(name) {
      if (name === 't' || name === 'delText') isText = false;
      else if (name === 'del' || name === 'moveFrom') {
        deletions = Math.max(0, deletions - 1);
        if (deletions === 0 && isDeletionShown) {
          write(']');
          isDeletionShown = false;
        }
      } else if (name === 'Fallback') fallbacks = Math.max(0, fallbacks - 1);
      else if (name === 'tc') {
        cells = Math.max(0, cells - 1);
        if (isBegun) write('\t');
      } else if (name === 'p' && isBegun) {
        if (cells > 0) text.space();
        else write('\n');
      } else if (name === 'tr' && isBegun) write('\n');
    },
  };
}
