import { bytesSource } from '../../../../pdf/pdf-source.ts';
import { decodeText } from '../../text/encoding.ts';
import type { TextCollector } from '../../text/extraction.ts';
import { collectHtml, decodeHtml } from '../../text/html.ts';
import { extractRtf } from '../../text/rtf.ts';
import { extractFigures } from '../drawings.ts';
import { OfficePackage } from '../package.ts';
import { styleTraits, WordPart } from './part.ts';

const mainParts = /^word\/document\d*\.xml$/;
/** Documents taken over into documents that were taken over themselves. */
const deepestChunks = 3;

/**
 * Reads the text of a Word document (ISO/IEC 29500 WordprocessingML): paragraphs and tables in their order, with the
 * documents taken over whole between them, then charts, notes, comments, headers and footers. What was deleted under tracking is still in the file, and stands here marked as
 * deleted; so do hidden text and what is struck out, marked as such.
 */
export function extractWord(pack: OfficePackage, text: TextCollector): void {
  const styles = styleTraits(pack);
  extractBody(pack, text, 0, styles);
  const others: readonly [RegExp, string][] = [
    [/^(?:[^/]+\/)?footnotes\d*\.xml$/, 'Footnotes'],
    [/^(?:[^/]+\/)?endnotes\d*\.xml$/, 'Endnotes'],
    [/^(?:[^/]+\/)?comments\d*\.xml$/, 'Comments'],
    [/^(?:[^/]+\/)?header\d*\.xml$/, 'Page headers'],
    [/^(?:[^/]+\/)?footer\d*\.xml$/, 'Page footers'],
  ];
  for (const [pattern, heading] of others) {
    let isHeaded = false;
    for (const part of pack.names(pattern))
      pack.read(
        part,
        new WordPart(text, styles, {
          begin() {
            text.endLine();
            if (!isHeaded) text.write(`\n${heading}\n`);
            isHeaded = true;
          },
        }),
      );
  }
}

/** Reads the words of the document itself, without notes, comments and what stands around its pages. */
export function extractBody(
  pack: OfficePackage,
  text: TextCollector,
  depth: number,
  styles = styleTraits(pack),
): void {
  for (const part of new Set([pack.mainPart('word/document.xml'), ...pack.names(mainParts)])) {
    const relations = pack.relations(part);
    const chunk = (id: string) => {
      const target = relations.get(id)?.target;
      if (target !== undefined) extractChunk(pack, target, text, depth + 1);
    };
    pack.read(part, new WordPart(text, styles, { chunk }));
    extractFigures(pack, part, text);
  }
}

/** A document of another format that Word takes over when it opens this one (§17.17.2, altChunk). */
function extractChunk(pack: OfficePackage, part: string, text: TextCollector, depth: number): void {
  const bytes = pack.bytes(part);
  if (bytes === null) return;
  text.endLine();
  const ending = part.slice(part.lastIndexOf('.') + 1).toLowerCase();
  if (/^x?html?$/.test(ending)) collectHtml(decodeHtml(bytes), text);
  else if (ending === 'txt') text.write(decodeText(bytes));
  else if (ending === 'rtf') extractRtf(bytesSource(bytes), text);
  else if (ending === 'docx' && depth <= deepestChunks)
    extractBody(new OfficePackage(bytesSource(bytes), text), text, depth);
  else text.problem('EVIDENCE_PART_LEFT_OUT', { what: 'a document within the document' });
  text.endLine();
}
