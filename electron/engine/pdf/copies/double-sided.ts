import { PdfOutput } from '../assemble/output/pdf-output.ts';
import {
  KeySet,
  PdfDict,
  PdfReference,
  SourceUnreadable,
  type PageList,
  type PdfObjects,
} from '../objects/index.ts';
import { WholeCopy } from './whole-copy.ts';

/** A copy for printing on both sides of the paper. */
export interface DoubleSidedCopy {
  readonly bytes: number;
  /** In hex. */
  readonly sha256: string;
  /** Those of the document and the blank ones. */
  readonly pages: number;
  readonly blankPages: number;
}

/** A node of the page tree that gets more pages. */
interface GrownNode {
  readonly dict: PdfDict;
  /** Blank pages under it, however deep. */
  added: number;
  /** Object number of the blank page, by that of the page it goes before. */
  readonly before: Map<number, number>;
}

const nodeKeys = new KeySet(['Kids', 'Count']);
const labelsKey = new KeySet(['PageLabels']);
/** Deeper than any page tree of ours. */
const maxDepth = 64;

/**
 * Before which pages a blank one goes, so that each part of a document begins on the front of a sheet.
 *
 * @param beginnings first page of each part, from 0, ascending
 * @example blanksBefore([0, 3, 4]) // [3]: pages 0–2 take a front, a back and a front, so that 3 would come on a back
 */
export function blanksBefore(beginnings: readonly number[]): number[] {
  const blanks: number[] = [];
  for (const page of beginnings) if ((page + blanks.length) % 2 === 1) blanks.push(page);
  return blanks;
}

/**
 * Writes a copy of a PDF in which each of its parts begins on the front of a sheet when it is printed on both sides: the page
 * before ends on a blank back. All else stays as it is, byte for byte; what leads to a page still leads there, and pages keep
 * their labels.
 *
 * @param beginnings first page of each part, from 0, ascending
 * @param emit takes each part of the file, in order, and must be done with it when it returns
 * @throws SourceUnreadable where its pages stand in no tree; the source's and `emit`'s own errors
 */
export function writeDoubleSided(
  objects: PdfObjects,
  pages: PageList,
  beginnings: readonly number[],
  emit: (bytes: Uint8Array) => void,
): DoubleSidedCopy {
  const output = new PdfOutput(emit);
  const copy = new WholeCopy(objects, output);
  const blanks = blanksBefore(beginnings);
  const nodes = new Map<number, GrownNode>();
  for (const at of blanks) insertBlank(at, { objects, pages, output, copy, nodes });
  for (const [id, node] of nodes)
    copy.replace(id, (outputId) => {
      output.begin(outputId);
      writeNode(node, objects, output, copy);
      output.end();
    });
  const root = referenceAt(objects.trailer, 'Root');
  copy.replace(root, (outputId) => {
    output.begin(outputId);
    output.text('<<');
    copy.entries(objects.catalog, labelsKey);
    output.text(`${shiftedLabels(objects, copy, blanks)}>>`);
    output.end();
  });
  const catalogId = copy.reference(root)!;
  const infoId = copy.reference(referenceAt(objects.trailer, 'Info'))!;
  copy.flush();
  return {
    ...output.finish(catalogId, infoId),
    pages: pages.length + blanks.length,
    blankPages: blanks.length,
  };
}

/** Writes a blank page of the size of the page it follows, and has the tree's nodes above it know of it. */
function insertBlank(
  at: number,
  {
    objects,
    pages,
    output,
    copy,
    nodes,
  }: {
    readonly objects: PdfObjects;
    readonly pages: PageList;
    readonly output: PdfOutput;
    readonly copy: WholeCopy;
    readonly nodes: Map<number, GrownNode>;
  },
): void {
  const next = pages.at(at);
  const { shownBox, turns, userUnit } = pages.at(at - 1);
  const box = shownBox.map((side) => Number(side.toFixed(4))).join(' ');
  const parent = referenceAt(next.dict, 'Parent');
  const blankId = output.allocate();
  output.writeObject(
    blankId,
    `<</Type/Page/Parent ${copy.reference(parent)} 0 R/MediaBox[${box}]/Rotate ${turns * 90}/UserUnit ${userUnit}/Resources<<>>>>`,
  );
  let id: number | undefined = parent;
  for (let depth = 0; id !== undefined; depth += 1) {
    const dict = objects.object(id);
    if (!(dict instanceof PdfDict) || depth > maxDepth) throw new SourceUnreadable('its page tree is broken');
    let node = nodes.get(id);
    if (!node) nodes.set(id, (node = { dict, added: 0, before: new Map() }));
    node.added += 1;
    if (id === parent) node.before.set(next.id!, blankId);
    id = dict.has('Parent') ? referenceAt(dict, 'Parent') : undefined;
  }
}

function writeNode(
  { dict, added, before }: GrownNode,
  objects: PdfObjects,
  output: PdfOutput,
  copy: WholeCopy,
): void {
  const kids: string[] = [];
  for (const kid of objects.arrayAt(dict, 'Kids') ?? []) {
    if (!(kid instanceof PdfReference)) throw new SourceUnreadable('its page tree is broken');
    const blankId = before.get(kid.id);
    if (blankId !== undefined) kids.push(`${blankId} 0 R`);
    kids.push(`${copy.reference(kid.id)} 0 R`);
  }
  output.text('<<');
  copy.entries(dict, nodeKeys);
  output.text(`/Count ${objects.numberAt(dict, 'Count')! + added}/Kids[${kids.join(' ')}]>>`);
}

/**
 * The document's page labels (ISO 32000-1 §12.4.2), each with its page, as an entry of the catalogue; a blank page says that it is
 * one. Empty where the document has none.
 */
function shiftedLabels(objects: PdfObjects, copy: WholeCopy, blanks: readonly number[]): string {
  const runs = labelRuns(objects);
  if (runs.length === 0) return '';
  const isBlank = new Set(blanks);
  const begins = [...new Set([...runs.map(({ from }) => from), ...blanks])].toSorted((a, b) => a - b);
  let moved = 0;
  const entries = begins.map((page) => {
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
