import { Document, Text, type ChildNode, type Element } from 'domhandler';
import { beginningOf, findAll } from '../printed/html-text.ts';
import { appealNumbers } from '../sheet/appellate-sheet.ts';
import { ancestorsOf, docketTables } from '../sheet/entries-table.ts';
import { docketHeadings, type DocketHeading } from '../sheet/heading.ts';
import { isReceipt } from './receipt.ts';

/**
 * The docket sheets of a page, each as a page of its own: people put the sheets of related cases together in one file. The page itself
 * where it has the sheet of one case, however often that is named.
 *
 * @param document the page; where it has several sheets its parts are moved into the pages returned
 */
export function sheetsOf(document: Document): Document[] {
  const places = docketHeadings(document);
  const ofAppeals = places.length === 0 ? generalDockets(document) : [];
  if (places.length + ofAppeals.length < 2) return [document];
  const tables = docketTables(document).map(({ table }) => table);
  const headings = ofAppeals.length > 0 ? ofAppeals : headingsOfCases(places, tables);
  return headings.length < 2 ? [document] : split(document, headings, new Set(tables));
}

/** Where dockets of several appeals begin, each of which is called a general docket and has a number of its own; none where there is one. */
function generalDockets(document: Document): Element[] {
  const headings = findAll(document, ({ children }) =>
    children.some(
      (child) => child instanceof Text && /^\s*general docket\s*$/i.test(child.data.slice(0, 200)),
    ),
  );
  if (headings.length < 2) return [];
  return new Set(appealNumbers(document)).size === headings.length ? headings : [];
}

/** The first heading, and each that names another case than the one above it; words in the text of an entry are none. */
function headingsOfCases(headings: readonly DocketHeading[], tables: readonly Element[]): Element[] {
  let number = '';
  return headings.flatMap((heading, i) => {
    const isOther = heading.number !== '' && heading.number !== number;
    const isInEntry = ancestorsOf(heading.element).some((up) => tables.includes(up));
    if (i > 0 && (!isOther || isInEntry || !/\bcourt\b/i.test(heading.courtName))) return [];
    number = heading.number;
    return [heading.element];
  });
}

/** Cuts below the innermost element around all headings, behind the entries and the receipt of each sheet. */
function split(root: Document, headings: readonly Element[], tables: ReadonlySet<Element>): Document[] {
  const paths = headings.map((heading) => [...ancestorsOf(heading).toReversed(), heading]);
  const shared = paths[0]!.findIndex((element, depth) => paths.some((path) => path[depth] !== element));
  const { children } = shared > 0 ? paths[0]![shared - 1]! : root;
  const groups = new Map<ChildNode, Element[]>();
  headings.forEach((heading, i) => {
    const child = paths[i]![shared]!;
    groups.set(child, [...(groups.get(child) ?? []), heading]);
  });
  const starts = [...groups.keys()].map((child) => children.indexOf(child));
  const cuts = starts.slice(1).map((start, i) => {
    const before = children.slice(0, start);
    const end = before.findLastIndex((child, at) => at >= starts[i]! && endsSheet(child, tables));
    return end === -1 ? start : end + 1;
  });
  return [...groups.values()].flatMap((own, i) => {
    const part = pageWith(children.slice(cuts[i - 1] ?? 0, cuts[i]));
    // What says where the page was saved from stands above everything.
    if (i === 0 && shared > 0) part.children.unshift(...root.children.filter(isComment));
    return own.length < 2 ? [part] : split(part, own, tables);
  });
}

const isComment = ({ type }: ChildNode): boolean => type === 'comment';

function endsSheet(child: ChildNode, tables: ReadonlySet<Element>): boolean {
  if (isReceipt(beginningOf(child, 400))) return true;
  const waiting: ChildNode[] = [child];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (tables.has(next as Element)) return true;
    if ('children' in next) waiting.push(...next.children);
  }
  return false;
}

function pageWith(children: readonly ChildNode[]): Document {
  const page = new Document([...children]);
  for (const child of children) child.parent = page;
  return page;
}
