import { Comment, Document, Element, Text, type ChildNode, type ParentNode } from 'domhandler';
import { Tokenizer } from 'htmlparser2';
import { withoutUnseenMarks } from './html-text.ts';

/** Elements without content. `form` is one of them here: forms are written across table rows, where no tree can hold them. */
const empty = new Set(
  'area base basefont br col command embed form frame hr img input isindex keygen link meta param source track wbr'.split(
    ' ',
  ),
);
/** Elements whose tags are passed over: pages glued together have several of each. */
const passedOver = new Set(['html', 'head', 'body']);
/** Browsers write into a saved page where it came from; the page itself may name its court nowhere else. */
const savedFrom = /^\s*saved from url=/i;
/** What no closing tag of an inner element reaches out of. */
const scopes = new Set(['table', 'td', 'th', 'caption']);
const sections = new Set(['tbody', 'thead', 'tfoot']);
const cells = new Set(['td', 'th']);
const paragraphEnds = new Set(
  'address article aside blockquote center div dl fieldset h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'.split(
    ' ',
  ),
);
/** Elements opened deeper than this are kept where they stand, and what they hold is put beside them. */
const maxDepth = 400;
const maxInlineDepth = 100;
const structural = new Set(['table', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th']);

/**
 * The text of a page's bytes: UTF-16 by its mark or its zeros, as UTF-8 where it is UTF-8 (no other text is, except by accident, whatever
 * the page declares; a few bytes that are not, as where a page was cut within a letter, spoil only themselves), else as
 * Windows-1252, which old pages mean by ISO-8859-1 as browsers do.
 */
export function decodePage(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    const spoilt = text.match(/\ufffd/g)?.length ?? 0;
    const whole = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
    return whole > spoilt ? text : new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Letters from which it is seen whether every other byte is zero. */
const lettersLooked = 64;

/** The order of bytes of a text in UTF-16, by its mark or, where a program left that out, by the zeros beside Latin letters; else null. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.length < lettersLooked * 2) return null;
  const zeros = [0, 0];
  for (let i = 0; i < lettersLooked * 2; i += 1) if (bytes[i] === 0) zeros[i % 2]! += 1;
  const [first, second] = zeros as [number, number];
  if (first === 0 && second >= lettersLooked - 2) return 'utf-16le';
  return second === 0 && first >= lettersLooked - 2 ? 'utf-16be' : null;
}

/**
 * Parses a page into a tree as a browser would lay its tables out: cells and rows whose end is missing end where the next begins,
 * and a stray closing tag inside a cell closes nothing outside of it. Comments are left out, except the one that says where a
 * page was saved from. Never fails and never recurses;
 * nesting is cut at a depth no page of a court comes near.
 *
 * @param html the page's text
 * @example parseHtml('<table><tr><td>1<td>Complaint</table>')
 */
export function parseHtml(html: string): Document {
  const document = new Document([]);
  const open: Element[] = [];
  let opening: Element | null = null;
  let attribute = '';
  let value = '';

  const parent = (): ParentNode => open.at(-1) ?? document;
  const append = (node: ChildNode): void => appendTo(parent(), node);
  let hasKeptLines = false;
  const addPrinted = (printed: string): void => {
    const text = withoutUnseenMarks(printed);
    if (!hasKeptLines || !/[\r\n]/.test(text) || !open.some(keepsLines)) return addText(text);
    for (const [i, line] of text.split(/\r\n|\r|\n/).entries()) {
      if (i > 0) append(new Element('br', {}));
      addText(line);
    }
  };
  const addText = (text: string): void => {
    if (text === '') return;
    const last = parent().children.at(-1);
    if (last instanceof Text) last.data += text;
    else append(new Text(text));
  };
  const openElement = (element: Element): void => {
    hasKeptLines ||= keepsLines(element);
    makeRoom(open, element.name);
    append(element);
    const limit = structural.has(element.name) ? maxDepth : maxInlineDepth;
    if (!empty.has(element.name) && open.length < limit) open.push(element);
  };
  const finish = (): void => {
    if (opening && !passedOver.has(opening.name)) openElement(opening);
    opening = null;
  };

  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => addPrinted(html.slice(start, end)),
      ontextentity: (codepoint) => addPrinted(String.fromCodePoint(codepoint)),
      onopentagname: (start, end) => {
        opening = new Element(html.slice(start, end).toLowerCase(), {});
      },
      onattribname: (start, end) => {
        attribute = html.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata: (start, end) => {
        value += html.slice(start, end);
      },
      onattribentity: (codepoint) => {
        value += String.fromCodePoint(codepoint);
      },
      onattribend: () => {
        if (opening && !Object.hasOwn(opening.attribs, attribute)) opening.attribs[attribute] = value;
      },
      onopentagend: finish,
      onselfclosingtag: finish,
      onclosetag: (start, end) => {
        const name = html.slice(start, end).toLowerCase();
        if (name === 'br') openElement(new Element('br', {}));
        else closeElement(open, name);
      },
      oncdata: (start, end, endOffset) => addPrinted(html.slice(start, end - endOffset)),
      oncomment: (start, end, endOffset) => {
        const comment = html.slice(start, Math.min(end - endOffset, start + 2_000));
        if (savedFrom.test(comment)) append(new Comment(comment));
      },
      ondeclaration: () => undefined,
      onend: () => undefined,
      onprocessinginstruction: () => undefined,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return document;
}

/** Whether a browser shows the lines of an element's text as they were written. */
export function keepsLines({ name, attribs }: Element): boolean {
  return name === 'pre' || /\bwhite-space\s*:\s*(?:pre|break-spaces)/i.test(attribs['style'] ?? '');
}

/** Ends what the start of an element ends, as browsers do for tables, paragraphs, links and list items. */
function makeRoom(open: Element[], name: string): void {
  if (cells.has(name)) {
    enter(open, (each) => each === 'tr' || each === 'table' || sections.has(each), isCell);
    const around = open.at(-1)?.name ?? '';
    return around === 'table' || sections.has(around) ? openRow(open) : undefined;
  }
  if (name === 'tr') return enter(open, (each) => each === 'table' || sections.has(each), isRow);
  if (sections.has(name)) return enter(open, (each) => each === 'table', isSection);
  if (name === 'a' || name === 'option') return closeWithin(open, (each) => each === name, isScope);
  if (name === 'li') return closeWithin(open, isItem, untilList);
  if (name === 'dt' || name === 'dd') return closeWithin(open, isTerm, untilList);
  if (paragraphEnds.has(name)) closeWithin(open, (each) => each === 'p', isScope);
  // A table outside of any cell of the table around it ends that one.
  if (name === 'table' && isOutsideCells(open))
    closeWithin(
      open,
      (each) => each === 'table',
      (each) => isCell(each) || each === 'caption',
    );
}

const isRow = (name: string): boolean => name === 'tr';
const isCell = (name: string): boolean => cells.has(name);
const isSection = (name: string): boolean => sections.has(name);
const isScope = (name: string): boolean => scopes.has(name);
const isItem = (name: string): boolean => name === 'li';
const isTerm = (name: string): boolean => name === 'dt' || name === 'dd';
const untilList = (name: string): boolean =>
  scopes.has(name) || name === 'ul' || name === 'ol' || name === 'dl';

/** Closes everything inside the nearest container; where there is none, the part itself with what is in it. */
function enter(
  open: Element[],
  isContainer: (name: string) => boolean,
  isPart: (name: string) => boolean,
): void {
  const at = open.findLastIndex(({ name }) => isContainer(name));
  if (at !== -1) open.length = at + 1;
  else closeWithin(open, isPart, isScope);
}

/** A cell right in a table stands in a row that nobody wrote. */
function openRow(open: Element[]): void {
  const row = new Element('tr', {});
  appendTo(open.at(-1)!, row);
  open.push(row);
}

function appendTo(parent: ParentNode, node: ChildNode): void {
  const before = parent.children.at(-1) ?? null;
  if (before) before.next = node;
  node.prev = before;
  node.parent = parent;
  parent.children.push(node);
}

function isOutsideCells(open: readonly Element[]): boolean {
  const nearest = open.findLast(({ name }) => structural.has(name) || name === 'caption')?.name;
  return nearest !== undefined && !isCell(nearest) && nearest !== 'caption';
}

/** Closes the outermost match that no bound hides, with everything in it. */
function closeWithin(
  open: Element[],
  matches: (name: string) => boolean,
  bounds: (name: string) => boolean,
): void {
  let at = -1;
  for (let i = open.length - 1; i >= 0; i -= 1) {
    if (matches(open[i]!.name)) at = i;
    else if (bounds(open[i]!.name)) break;
  }
  if (at !== -1) open.length = at;
}

function closeElement(open: Element[], name: string): void {
  const isBound = structural.has(name) ? (each: string) => each === 'table' : isScope;
  for (let i = open.length - 1; i >= 0; i -= 1) {
    if (open[i]!.name === name) {
      open.length = i;
      return;
    }
    if (isBound(open[i]!.name)) return;
  }
}
