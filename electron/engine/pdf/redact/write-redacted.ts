import { join } from 'node:path';
import { unlink } from 'node:fs/promises';
import { carryPdf } from '../assemble/binding/carry/carry-pdf.ts';
import type { RedrawnPages } from '../assemble/binding/carry/exhibit-place.ts';
import { Exhibit } from '../assemble/binding/exhibit.ts';
import type { AssembleOptions, PictureReduction, WrittenFile } from '../assemble/assembly.ts';
import { measureOriginal } from '../assemble/measure.ts';
import { OutputDocument } from '../assemble/output/output-document.ts';
import type { Bookmark } from '../assemble/output/outline.ts';
import { fileTarget, orAbandon } from '../assemble/output/output-target.ts';
import { pdfString } from '../assemble/output/pdf-output.ts';
import { usualMarks, type AssembleItem } from '../assemble/plan.ts';
import type { ItemSource, PdfOriginal } from '../assemble/source/open-item.ts';
import { warmShelf } from '../draw/font-shelf.ts';
import { termFinder } from '../../../../shared/domain/redaction/index.ts';
import { KeySet, parseValue, PdfString } from '../objects/index.ts';
import { fileSource } from '../pdf-source.ts';
import { leftBehind, type LeftBehind } from './left-behind.ts';
import {
  planRedactions,
  withSaying,
  type PagePlan,
  type PlanTools,
  type RedactionPlan,
} from './plan-redactions.ts';
import { pagesSaying, stringsIn } from './unseen/index.ts';
import { writeRedrawn } from './redrawn-page.ts';
import {
  copyTitle,
  removedTitle,
  says,
  titlesSaying,
  unwantedFinder,
  type FindUnwanted,
  type RedactionWishes,
} from './wishes.ts';

/**
 * What programs keep beside what is shown (ISO 32000-1 §14.3.2, §14.5, table 89; ISO 32000-2 §14.13): nobody sees it on a page, and it can
 * hold the whole of an earlier version, another picture or another page, in any form.
 */
const unseenKeys = new KeySet(['AF', 'Alternates', 'LastModified', 'Metadata', 'OPI', 'PieceInfo']);

/** A name or a number, as a title has it. */
const nameLike = /[\p{Lu}\p{N}][\p{L}\p{N}\p{M}’'.-]+/gu;

const options: AssembleOptions = {
  marks: usualMarks,
  hasOutline: true,
  flattensForms: true,
};

/** What redacting is done with. */
export interface RedactTools extends PlanTools {
  readonly assetsDirectory: string;
  readonly pdfiumWasmPath: string;
  readonly scale: PictureReduction['scale'];
}

/** A copy that was written, not yet proven. */
export interface WrittenCopy {
  readonly file: WrittenFile;
  readonly plan: RedactionPlan;
  /** What speaks against it, in words: what its objects say, read anew. */
  readonly doubts: readonly string[];
}

/**
 * Looks for what is to be removed and writes a copy without it. Pages that lose nothing are carried over as they are; pages that lose
 * something are drawn anew, and so are those that say it unseen once they are written. Scripts, attachments, metadata, tags and earlier revisions stay behind, form fields become print.
 *
 * @param source of a PDF
 * @param filePath of a new file; another may stand beside it meanwhile
 * @param use is given the original as it was copied and what came of it, while both are open
 * @throws SourceUnreadable; AppError as `planRedactions` does; the file system's own errors
 */
export async function writeRedacted<T>(
  source: ItemSource,
  filePath: string,
  wishes: RedactionWishes,
  tools: RedactTools,
  use: (copy: WrittenCopy, original: PdfOriginal, left: LeftBehind) => Promise<T>,
): Promise<T> {
  const item = itemOf((await measureOriginal('pdf', source, tools.pdfiumWasmPath)).pages);
  const printed = await printFields(source, item, `${filePath}.print`, tools);
  try {
    return await withOriginal(printed ?? source, item, tools, async (exhibit, original) => {
      const found = await planRedactions(original, wishes, tools);
      const find = unwantedFinder(wishes, found.termsFound);
      for (let plan = found; ;) {
        const left = leftBehind(original, new Set(plan.pages.keys()));
        plan = { ...plan, pages: withRedrawn(plan.pages, left.unclear) };
        const own = new Set<number>();
        const file = await writeCopy(exhibit, original, filePath, tools, { plan, find, left, own });
        const { pdfium } = await original.document();
        const { recognize } = tools;
        const search = { pdfium, find, recognize, own, open: openPictures(plan) };
        const saying = await pagesSaying(filePath, wishes, search);
        const others = saying.all.filter((index) => !plan.pages.has(index));
        if (others.length === 0) return use({ file, plan, doubts: saying.doubts }, original, left);
        plan = await withSaying(plan, original, wishes, { ...saying, all: others }, tools.recognize);
      }
    });
  } finally {
    printed?.close();
    if (printed) await unlink(`${filePath}.print`);
  }
}

/** Pictures that pages which are carried over show as they are. */
const openPictures = ({ pages, open }: RedactionPlan): Set<string> =>
  new Set(open.flatMap((hashes, index) => (pages.has(index) ? [] : [...hashes])));

/** With pages that must be drawn anew although nothing is removed of what they show. */
function withRedrawn(pages: RedactionPlan['pages'], others: readonly number[]): RedactionPlan['pages'] {
  return new Map([
    ...pages,
    ...others.map((index): [number, PagePlan] => [index, { index, redactions: [] }]),
  ]);
}

/** Form fields that nothing draws are drawn by the assembler alone: a form becomes print before its pages are looked at. */
async function printFields(source: ItemSource, item: AssembleItem, path: string, tools: RedactTools) {
  const hasForm = await withOriginal(source, item, tools, async (exhibit, original) => {
    if (!original.objects.catalog.has('AcroForm')) return false;
    await writeCopy(exhibit, original, path, tools, null);
    return true;
  });
  return hasForm ? fileSource(path) : null;
}

function withOriginal<T>(
  source: ItemSource,
  item: AssembleItem,
  { assetsDirectory, pdfiumWasmPath }: RedactTools,
  use: (exhibit: Exhibit, original: PdfOriginal) => Promise<T>,
): Promise<T> {
  const exhibit = new Exhibit(0, item, options.marks, warmShelf(join(assetsDirectory, 'fonts')));
  const original = () => ({
    sizeBytes: source.sizeBytes,
    readAt: (position: number, target: Uint8Array) => source.readAt(position, target),
    password: source.password,
    close: () => {},
  });
  return exhibit.withOriginal(
    { pdfiumWasmPath, original },
    (opened) => {
      if (opened.kind !== 'pdf') throw new Error('a PDF was asked for');
      return use(exhibit, opened);
    },
    () => {},
  );
}

async function writeCopy(
  exhibit: Exhibit,
  original: PdfOriginal,
  path: string,
  { assetsDirectory, scale }: RedactTools,
  removed: { plan: RedactionPlan; find: FindUnwanted; left: LeftBehind; own: Set<number> } | null,
): Promise<WrittenFile> {
  const document = await original.document();
  const output = new OutputDocument(
    fileTarget(path),
    warmShelf(join(assetsDirectory, 'fonts')),
    original.pageCount,
  );
  const redrawn: RedrawnPages | undefined = removed
    ? {
        leftBehind: removed.left.streams,
        leftOut: unseenKeys,
        isUnwanted: (value) => stringsIn(value).some((text) => says(removed.find, text)),
        has: (index) => removed.plan.pages.has(index),
        write: async (page, pageId) => {
          const redrawn = removed.plan.pages.get(page.index)!;
          removed.own.add(await writeRedrawn(redrawn, page, pageId, { document, output, scale }));
        },
      }
    : undefined;
  const beforeLook = () => Promise.resolve();
  const place = { output, firstAt: 0, only: null, pageOf: () => null, beforeLook, redrawn };
  return orAbandon(output, async () => {
    const { bookmarks } = await carryPdf(exhibit, original, place, options);
    const kept = removed ? withoutUnwanted(bookmarks, removed, output.tree.pageIds) : bookmarks;
    return output.finish({ title: copyTitle, labels: [], bookmarks: kept });
  });
}

/**
 * Bookmarks lead where they led, unless that is an address which says what was removed; their titles say nothing of it. Of one that leads to a page
 * with areas the title says what they took away if it has a name or a number of it: it is the heading once more.
 *
 * @param pageIds object numbers of the pages
 */
function withoutUnwanted(
  bookmarks: readonly Bookmark[],
  { plan, find }: { plan: RedactionPlan; find: FindUnwanted },
  pageIds: readonly number[],
): Bookmark[] {
  const findWhole = termFinder(plan.wordsOfAreas);
  const findPart = termFinder(plan.wordsOfAreas.flatMap((words) => words.match(nameLike) ?? []));
  const leadsToArea = (target: string) => {
    const page = plan.pages.get(pageIds.indexOf(Number(/^\/Dest\s*\[\s*(\d+) 0 R/.exec(target)?.[1])));
    return page?.redactions.some(({ kind }) => kind === 'area') ?? false;
  };
  const inOrder: Bookmark[] = [];
  const collect = (bookmark: Bookmark) => {
    inOrder.push(bookmark);
    bookmark.children.forEach(collect);
  };
  bookmarks.forEach(collect);
  const titles = inOrder.map(({ title: own }) => new PdfString(Buffer.from(own.slice(1, -1), 'hex')).text);
  const unwanted = new Set([...titlesSaying(find, titles)].map((at) => inOrder[at]));
  for (const [at, text] of titles.entries())
    if (findWhole(text).length > 0 || (leadsToArea(inOrder[at]!.target) && findPart(text).length > 0))
      unwanted.add(inOrder[at]);
  const without = (bookmark: Bookmark): Bookmark => {
    const target = Buffer.from(`<<${bookmark.target}>>`, 'latin1');
    const isAddressUnwanted = stringsIn(parseValue(target, 0, target.length)).some((text) =>
      says(find, text),
    );
    return {
      ...bookmark,
      ...(unwanted.has(bookmark) && { title: pdfString(removedTitle) }),
      ...(isAddressUnwanted && { target: '' }),
      children: bookmark.children.map(without),
    };
  };
  return bookmarks.map(without);
}

function itemOf(pages: number): AssembleItem {
  return {
    label: '',
    title: copyTitle,
    parent: null,
    original: { kind: 'pdf', pageCount: pages, selected: null },
    standIn: null,
    pages,
    sheet: null,
    hasSticker: false,
    numbers: null,
    numberRange: '',
    designation: '',
    banner: '',
    citeLinks: [],
    filePath: null,
  };
}
