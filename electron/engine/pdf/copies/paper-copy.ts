import { PdfOutput } from '../assemble/output/pdf-output.ts';
import {
  KeySet,
  PdfDict,
  PdfReference,
  SourceUnreadable,
  type PageList,
  type PdfObjects,
} from '../objects/index.ts';
import { WholeCopy } from '../assemble/output/whole-copy.ts';

/** How a document differs on paper. Pages are from 0, ascending. */
export interface PaperPlan {
  /** First page of each part that begins on the front of a sheet; empty for a copy for one side of the paper. */
  readonly beginnings: readonly number[];
  /** Pages that are left out; what leads to one leads to the page after it. */
  readonly leftOut: readonly number[];
}

/** A copy for paper. */
export interface PaperCopy {
  readonly bytes: number;
  /** In hex. */
  readonly sha256: string;
  /** With the blank ones. */
  readonly pages: number;
  readonly blankPages: number;
}

/** A node of the page tree whose pages change. */
interface ChangedNode {
  readonly dict: PdfDict;
  /** Blank pages under it, however deep, less those left out. */
  added: number;
  /** Object number of the blank page, by that of the page it goes before. */
  readonly before: Map<number, number>;
  /** Object numbers of its pages that are left out. */
  readonly leftOut: Set<number>;
}

interface Copying {
  readonly objects: PdfObjects;
  readonly pages: PageList;
  readonly output: PdfOutput;
  readonly copy: WholeCopy;
  readonly nodes: Map<number, ChangedNode>;
}

const nodeKeys = new KeySet(['Kids', 'Count']);
const labelsKey = new KeySet(['PageLabels']);
/** Deeper than any page tree of ours. */
const maxDepth = 64;

/**
 * Before which pages a blank one goes, so that each part of a document begins on the front of a sheet.
 *
 * @example blanksBefore({ beginnings: [0, 3, 4], leftOut: [] }) // [3]: pages 0–2 take a front, a back and a front, so that 3 would come on a back
 */
export function blanksBefore({ beginnings, leftOut }: PaperPlan): number[] {
  const blanks: number[] = [];
  let left = 0;
  for (const page of beginnings) {
    while (left < leftOut.length && leftOut[left]! < page) left += 1;
    if (leftOut[left] !== page && (page - left + blanks.length) % 2 === 1) blanks.push(page);
  }
  return blanks;
}

/**
 * Writes a copy of a PDF to be printed: on both sides each of its parts begins on the front of a sheet, and the page before ends on a
 * blank back; pages may be left out. All else stays as it is, byte for byte; what leads to a page still leads there, and pages
 * keep their labels.
 *
 * @param emit takes each part of the file, in order, and must be done with it when it returns
 * @throws SourceUnreadable where its pages stand in no tree; the source's and `emit`'s own errors
 */
export function writePaperCopy(
  objects: PdfObjects,
  pages: PageList,
  plan: PaperPlan,
  emit: (bytes: Uint8Array) => void,
): PaperCopy {
  const output = new PdfOutput(emit);
  const copy = new WholeCopy(objects, output);
  const nodes = new Map<number, ChangedNode>();
  const copying: Copying = { objects, pages, output, copy, nodes };
  const blanks = blanksBefore(plan);
  const leftOut = new Set(plan.leftOut);
  for (const at of blanks) {
    let before = at - 1;
    while (leftOut.has(before)) before -= 1;
    insertBlank(at, before, copying);
  }
  for (const at of leftOut) leavePageOut(at, copying);
  for (const [id, node] of nodes)
    copy.replace(id, (outputId) => output.writeDict(outputId, () => writeNode(node, objects, output, copy)));
  const written = copy.writeDocument(() => {
    copy.entries(objects.catalog, labelsKey);
    output.text(shiftedLabels(objects, copy, blanks, leftOut));
  });
  return { ...written, pages: pages.length + blanks.length - leftOut.size, blankPages: blanks.length };
}

/** Writes a blank page before one, of the size of the page it comes after, and counts it in the tree's nodes above. */
function insertBlank(at: number, after: number, { objects, pages, output, copy, nodes }: Copying): void {
  const next = pages.at(at);
  const { shownBox, turns, userUnit } = pages.at(after);
  const box = shownBox.map((side) => Number(side.toFixed(4))).join(' ');
  const blankId = output.allocate();
  output.writeObject(
    blankId,
    `<</Type/Page/Parent ${copy.reference(referenceAt(next.dict, 'Parent'))} 0 R/MediaBox[${box}]/Rotate ${turns * 90}/UserUnit ${userUnit}/Resources<<>>>>`,
  );
  changeNodes(next.dict, 1, objects, nodes).before.set(next.id!, blankId);
}

/** Removes a page from the tree's nodes above it, and has what leads to it lead to the next. */
function leavePageOut(at: number, { objects, pages, copy, nodes }: Copying): void {
  const { dict, id } = pages.at(at);
  changeNodes(dict, -1, objects, nodes).leftOut.add(id!);
  copy.place(id!, copy.reference(pages.at(at + 1).id!));
}

/** Counts a page more or less in the nodes above one. @returns the node that it stands in */
function changeNodes(
  page: PdfDict,
  added: 1 | -1,
  objects: PdfObjects,
  nodes: Map<number, ChangedNode>,
): ChangedNode {
  const parent = referenceAt(page, 'Parent');
  let id: number | undefined = parent;
  for (let depth = 0; id !== undefined; depth += 1) {
    const dict = objects.object(id);
    if (!(dict instanceof PdfDict) || depth > maxDepth) throw new SourceUnreadable('its page tree is broken');
    let node = nodes.get(id);
    if (!node) nodes.set(id, (node = { dict, added: 0, before: new Map(), leftOut: new Set() }));
    node.added += added;
    id = dict.has('Parent') ? referenceAt(dict, 'Parent') : undefined;
  }
  return nodes.get(parent)!;
}

/** Writes a node's entries. */
function writeNode(
  { dict, added, before, leftOut }: ChangedNode,
  objects: PdfObjects,
  output: PdfOutput,
  copy: WholeCopy,
): void {
  const kids: string[] = [];
  for (const kid of objects.arrayAt(dict, 'Kids') ?? []) {
    if (!(kid instanceof PdfReference)) throw new SourceUnreadable('its page tree is broken');
    const blankId = before.get(kid.id);
    if (blankId !== undefined) kids.push(`${blankId} 0 R`);
    if (!leftOut.has(kid.id)) kids.push(`${copy.reference(kid.id)} 0 R`);
  }
  copy.entries(dict, nodeKeys);
  output.text(`/Count ${objects.numberAt(dict, 'Count')! + added}/Kids[${kids.join(' ')}]`);
}

/**
 * The document's page labels (ISO 32000-1 §12.4.2), each with its page, as an entry of the catalog; a blank page says that it is
 * one. Empty where the document has none.
 */
function shiftedLabels(
  objects: PdfObjects,
  copy: WholeCopy,
  blanks: readonly number[],
  leftOut: ReadonlySet<number>,
): string {
  const runs = labelRuns(objects);
  if (runs.length === 0) return '';
  const isBlank = new Set(blanks);
  const begins = new Set([...runs.map(({ from }) => from), ...blanks]);
  for (const page of leftOut) begins.add(page).add(page + 1);
  let moved = 0;
  const entries = [...begins]
    .toSorted((a, b) => a - b)
    .map((page) => {
      if (leftOut.has(page)) {
        moved -= 1;
        return '';
      }
      const blank = isBlank.has(page) ? `${page + moved++} <</P(blank)>>` : '';
      const run = runs.findLast(({ from }) => from <= page);
      return `${blank}${run ? ` ${page + moved} ${labelFrom(run, page, objects, copy)}` : ''}`;
    });
  return `/PageLabels<</Nums[${entries.join(' ')}]>>`;
}

/** Pages whose labels go on from each other. */
interface LabelRun {
  /** First of them, from 0. */
  readonly from: number;
  readonly dict: PdfDict;
}

function labelRuns(objects: PdfObjects): LabelRun[] {
  const tree = objects.dictAt(objects.catalog, 'PageLabels');
  const numbers = [...((tree && objects.arrayAt(tree, 'Nums')) ?? [])];
  return numbers.flatMap((from, i) => {
    const dict = objects.resolve(numbers[i + 1]);
    return i % 2 === 0 && typeof from === 'number' && dict instanceof PdfDict ? [{ from, dict }] : [];
  });
}

/** A run's label as it goes on at one of its pages. */
function labelFrom({ from, dict }: LabelRun, page: number, objects: PdfObjects, copy: WholeCopy): string {
  const prefix = dict.range('P');
  const style = objects.nameAt(dict, 'S');
  const number = (objects.numberAt(dict, 'St') ?? 1) + page - from;
  return `<<${prefix ? `/P ${copy.text(prefix)}` : ''}${style === undefined ? '' : `/S/${style}/St ${number}`}>>`;
}

function referenceAt(dict: PdfDict, key: string): number {
  const value = dict.get(key);
  if (!(value instanceof PdfReference)) throw new SourceUnreadable(`it has no /${key}`);
  return value.id;
}
