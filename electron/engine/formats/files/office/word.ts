import { bytesSource } from '../../../pdf/pdf-source.ts';
import { decodeText } from '../text/encoding.ts';
import type { TextCollector } from '../text/extraction.ts';
import { collectHtml, decodeHtml } from '../text/html.ts';
import { extractRtf } from '../text/rtf.ts';
import { struckOut } from '../text/struck-out.ts';
import { extractFigures, writeAltText } from './drawings.ts';
import { attribute, OfficePackage, relationId, type XmlHandler } from './package.ts';

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
        wordHandler(text, styles, {
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
    pack.read(part, wordHandler(text, styles, { chunk }));
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

const hidden = { begin: '[hidden: ', end: ']' } as const;

/** What a run is beside its words (§17.3.2.41, 37 and 9): Word neither shows nor prints hidden text, and draws a line through struck text. */
interface RunTraits {
  isHidden?: boolean;
  isStruck?: boolean;
  isStruckTwice?: boolean;
}

const traits: Readonly<Record<string, keyof RunTraits>> = {
  vanish: 'isHidden',
  strike: 'isStruck',
  dstrike: 'isStruckTwice',
};

/** Takes the trait that a property of a run gives, or takes back. @param name of the element, without prefix */
function takeTrait(run: RunTraits, name: string, attributes: Readonly<Record<string, string>>): void {
  if (!Object.hasOwn(traits, name)) return;
  run[traits[name]!] = !/^(?:0|false|off)$/.test(attribute(attributes, 'val') ?? '');
}

/** Traits that styles of characters give, by the style's id: programs that compare documents strike out by a style of theirs. */
function styleTraits(pack: OfficePackage): ReadonlyMap<string, RunTraits> {
  const styles = new Map<string, RunTraits>();
  let style: RunTraits | null = null;
  pack.read('word/styles.xml', {
    open(name, attributes) {
      const id = attribute(attributes, 'styleId');
      if (name === 'style' && id !== undefined && attribute(attributes, 'type') === 'character')
        styles.set(id, (style = {}));
      else if (style !== null) takeTrait(style, name, attributes);
    },
    close(name) {
      if (name === 'style') style = null;
    },
  });
  return styles;
}

/**
 * @param styles traits that styles of characters give
 * @param begin called before the first text of a part
 * @param chunk called where another document is taken over
 */
function wordHandler(
  text: TextCollector,
  styles: ReadonlyMap<string, RunTraits>,
  { begin, chunk }: { readonly begin?: () => void; readonly chunk?: (relation: string) => void },
): XmlHandler {
  let isText = false;
  let isBegun = begin === undefined;
  let deletions = 0;
  let isDeletionShown = false;
  /** Of each run that is open, what the page does not say as it stands there. */
  const runs: RunTraits[] = [];
  let shown: typeof hidden | typeof struckOut | null = null;
  /** What describes the mark of a paragraph, and what a run was before, describe no words. */
  let otherProperties = 0;
  let fallbacks = 0;
  let cells = 0;
  let form: FormField | null = null;
  const write = (piece: string) => {
    if (fallbacks > 0) return;
    if (!isBegun) begin?.();
    isBegun = true;
    text.write(piece);
  };
  const mark = (wanted: typeof shown) => {
    if (shown === wanted) return;
    if (shown) write(shown.end);
    shown = wanted;
    if (shown) write(shown.begin);
  };
  return {
    open(name, attributes) {
      const run = otherProperties === 0 ? runs.at(-1) : undefined;
      if (run && name === 'rStyle') Object.assign(run, styles.get(attribute(attributes, 'val') ?? ''));
      else if (run) takeTrait(run, name, attributes);
      if (name === 'r') runs.push({});
      else if (name === 'pPr' || name === 'rPrChange') otherProperties++;
      else if (name === 't' || name === 'delText') isText = true;
      else if ((name === 'tab' && attribute(attributes, 'val') === undefined) || name === 'ptab') write('\t');
      else if (name === 'br' || name === 'cr') write('\n');
      else if (name === 'noBreakHyphen') write('-');
      else if (name === 'del' || name === 'moveFrom') deletions++;
      else if (name === 'Fallback') fallbacks++;
      else if (name === 'tc') cells++;
      // A box stands in the paragraph that it is anchored to.
      else if (name === 'txbxContent' && isBegun && fallbacks === 0) text.endLine();
      else if (name === 'docPr') writeAltText(attributes, write);
      else if (name === 'textpath') writeArtText(attributes, write);
      else if (name === 'ffData') form = { choices: [], chosen: 0, isTicked: null };
      else if (form !== null) takeFormField(form, name, attribute(attributes, 'val'));
      else if (name === 'sym') write(signOf(attributes));
      else if (name === 'altChunk') chunk?.(relationId(attributes));
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
      const { isHidden, isStruck, isStruckTwice } = runs.at(-1) ?? {};
      mark(isHidden ? hidden : isStruck || isStruckTwice ? struckOut : null);
      write(data);
    },
    close(name) {
      if (name === 'r') runs.pop();
      else if (name === 'pPr' || name === 'rPrChange') otherProperties = Math.max(0, otherProperties - 1);
      else if (name === 't' || name === 'delText') isText = false;
      else if (name === 'del' || name === 'moveFrom') {
        deletions = Math.max(0, deletions - 1);
        if (deletions === 0 && isDeletionShown) {
          mark(null);
          write(']');
          isDeletionShown = false;
        }
      } else if (name === 'ffData' && form !== null) {
        const { choices, chosen, isTicked } = form;
        write(isTicked === null ? (choices[chosen] ?? '') : isTicked ? '☒' : '☐');
        form = null;
      } else if (name === 'Fallback') fallbacks = Math.max(0, fallbacks - 1);
      else if (name === 'tc') {
        cells = Math.max(0, cells - 1);
        if (isBegun) write('\t');
      } else if (name === 'p' && isBegun) {
        mark(null);
        if (cells > 0) text.space();
        else write('\n');
      } else if (name === 'tr' && isBegun) write('\n');
    },
  };
}

/** Words drawn as a picture, as watermarks are (ISO/IEC 29500-4 §19.1.2.23): “CONFIDENTIAL” across a page is in none of its paragraphs. */
function writeArtText(attributes: Readonly<Record<string, string>>, write: (words: string) => void): void {
  const words = attribute(attributes, 'string')?.trim() ?? '';
  if (words !== '') write(`[drawn: ${words}] `);
}

/** A field of a form as it was before content controls (§17.16.9, §17.16.7): its state stands beside the text. */
interface FormField {
  readonly choices: string[];
  chosen: number;
  /** Null of what is no box to tick. */
  isTicked: boolean | null;
}

function takeFormField(form: FormField, name: string, value: string | undefined): void {
  if (name === 'checkBox') form.isTicked = false;
  else if (name === 'listEntry') form.choices.push(value ?? '');
  else if (name === 'default' || name === 'checked' || name === 'result') {
    form.chosen = Number(value);
    if (form.isTicked !== null) form.isTicked = !/^(?:0|false|off)$/.test(value ?? '');
  }
}

/** Boxes to tick and marks among the signs of Windows' fonts, by the last byte of their number. */
const signs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wingdings: { '6F': '☐', A8: '☐', '78': '☒', FD: '☒', FE: '☑', FB: '✗', FC: '✓' },
  'wingdings 2': { A3: '☐', '51': '☒', '53': '☒', '54': '☒', '52': '☑', '4F': '✗', '50': '✓' },
};

function signOf(attributes: Readonly<Record<string, string>>): string {
  const font = attribute(attributes, 'font')?.toLowerCase() ?? '';
  const code = attribute(attributes, 'char')?.slice(-2).toUpperCase() ?? '';
  return Object.hasOwn(signs, font) ? (signs[font]![code] ?? '') : '';
}
