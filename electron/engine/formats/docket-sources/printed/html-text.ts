import { Document, Element, Text, type AnyNode, type ParentNode } from 'domhandler';

/** Elements whose text no browser shows as text of the page. */
const unseen = new Set(['script', 'style', 'noscript', 'title', 'select', 'textarea', 'template', 'iframe']);
/** Elements that stand on lines of their own. */
const blocks = new Set(
  'address blockquote center dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);

/** Whether an element stands on lines of its own. */
export function isBlock({ name }: Element): boolean {
  return blocks.has(name);
}

/** Whether no browser shows an element's text as text of the page. */
export function isUnseen({ name }: Element): boolean {
  return unseen.has(name);
}

/** Whether an element is hidden by its own style, as sort keys of tables are, or stands raised as the sign of a footnote does. */
function isBesidePrint({ name, attribs }: Element): boolean {
  return (
    name === 'sup' ||
    attribs['hidden'] !== undefined ||
    /\bdisplay\s*:\s*none\b/i.test(attribs['style'] ?? '')
  );
}

/** Where a line may be broken, or may not, inside of a word: soft hyphens and spaces without width, which nobody sees. */
const unseenMarks = /[\u00ad\u200b-\u200d\u2060]+/g;

/** A text as it is seen, without marks of where its lines may be broken. */
export function withoutUnseenMarks(text: string): string {
  return text.replace(unseenMarks, '');
}

/** White space of every sort, non-breaking ones with it, becomes single spaces; none stays at the ends. */
export function foldSpace(text: string): string {
  return withoutUnseenMarks(text)
    .replace(/[\s\u00a0\ufeff]+/g, ' ')
    .trim();
}

/**
 * Text of a node on one line, as a browser shows it: line breaks and cells separate words, scripts are left out.
 *
 * @example textOf(parseHtml('<td>re <a href="#">105</a><br>MOTION</td>')) // 're 105 MOTION'
 */
export function textOf(node: AnyNode | readonly AnyNode[] | undefined): string {
  return node === undefined ? '' : foldSpace(rawText(node));
}

/**
 * Text of a cell that holds a date or a number, see `textOf`, without what a browser hides in it and signs of footnotes: they would become
 * digits of it.
 *
 * @example printedIn(parseHtml('<td><span style="display:none">000012</span>12<sup>1</sup></td>')) // '12'
 */
export function printedIn(cell: AnyNode | undefined): string {
  return cell === undefined ? '' : foldSpace(rawText(cell, Infinity, isBesidePrint));
}

/** The beginning of a node's text, folded; the work is bounded by the limit, whatever the node holds. */
export function beginningOf(node: AnyNode, limit: number): string {
  return foldSpace(rawText(node, limit * 4)).slice(0, limit);
}

/**
 * Lines of a node's text as a browser breaks them, folded; empty lines are left out.
 *
 * @param limit characters after which no more is read
 */
export function linesOf(node: AnyNode | readonly AnyNode[] | undefined, limit = Infinity): string[] {
  if (node === undefined) return [];
  return rawText(node, limit)
    .split('\n')
    .map(foldSpace)
    .filter((each) => each !== '');
}

/** Lines of an element's text with all white space as it was written, of one whose lines a browser shows so. */
export function writtenLinesOf(element: Element): string[] {
  let text = '';
  const waiting: AnyNode[] = [element];
  while (waiting.length > 0) {
    const next = waiting.pop()!;
    if (next instanceof Text) text += next.data;
    else if (next instanceof Element && next.name === 'br') text += '\n';
    else if (next instanceof Element && !unseen.has(next.name)) waiting.push(...next.children.toReversed());
  }
  return text.split('\n');
}

/** Lines of a node's text, see `linesOf`, in groups that an empty line or the end of a block parts. */
export function paragraphsOf(node: AnyNode): string[][] {
  const groups: string[][] = [[]];
  for (const line of rawText(node).split('\n').map(foldSpace))
    if (line === '') groups.push([]);
    else groups.at(-1)!.push(line);
  return groups.filter((lines) => lines.length > 0);
}

/**
 * Text with a line feed for each break and a space for each cell; white space of the source is folded to spaces within each text
 * node. It ends early once a limit is passed.
 *
 * @param isLeftOut elements whose text is left out besides those that no browser shows
 */
function rawText(
  root: AnyNode | readonly AnyNode[],
  limit = Infinity,
  isLeftOut: (element: Element) => boolean = () => false,
): string {
  let text = '';
  const waiting: (AnyNode | string)[] = Array.isArray(root) ? root.toReversed() : [root];
  while (waiting.length > 0 && text.length <= limit) {
    const next = waiting.pop()!;
    if (typeof next === 'string') text += next;
    else if (next instanceof Text) text += next.data.replace(/\s+/g, ' ');
    else if (next instanceof Element || next instanceof Document) {
      if (next instanceof Element) {
        if (unseen.has(next.name) || isLeftOut(next)) continue;
        const mark = next.name === 'td' || next.name === 'th' ? ' ' : blocks.has(next.name) ? '\n' : '';
        text += next.name === 'br' ? '\n' : mark;
        if (mark !== '') waiting.push(mark);
      }
      for (let i = next.children.length - 1; i >= 0; i -= 1) waiting.push(next.children[i]!);
    }
  }
  return text;
}

/** Elements below a node, in the order of the page, that a test accepts; those inside an accepted one only where asked. */
export function findAll(root: ParentNode, accepts: (element: Element) => boolean, isDeep = true): Element[] {
  const found: Element[] = [];
  const waiting = root.children.toReversed();
  while (waiting.length > 0) {
    const next = waiting.pop()!;
    if (!(next instanceof Element)) continue;
    const isFound = accepts(next);
    if (isFound) found.push(next);
    if (isFound && !isDeep) continue;
    for (let i = next.children.length - 1; i >= 0; i -= 1) waiting.push(next.children[i]!);
  }
  return found;
}

/** Elements of a name below a node. */
export function elementsNamed(root: ParentNode, name: string): Element[] {
  return findAll(root, (element) => element.name === name);
}

/** Rows of a table, those of tables inside it left out. */
export function rowsOf(table: Element): Element[] {
  const rows: Element[] = [];
  const waiting = table.children.toReversed();
  while (waiting.length > 0) {
    const next = waiting.pop()!;
    if (!(next instanceof Element) || next.name === 'table') continue;
    if (next.name === 'tr') rows.push(next);
    else for (let i = next.children.length - 1; i >= 0; i -= 1) waiting.push(next.children[i]!);
  }
  return rows;
}

/** Cells of a row. */
export function cellsOf(row: Element): Element[] {
  return row.children.filter(
    (child): child is Element => child instanceof Element && (child.name === 'td' || child.name === 'th'),
  );
}

/** The title of a page, folded. */
export function titleOf(document: Document): string {
  const title = elementsNamed(document, 'title')[0];
  return title
    ? foldSpace(title.children.map((child) => (child instanceof Text ? child.data : '')).join(''))
    : '';
}
