import { join } from 'node:path';
import { planBinder, type BinderPlan } from '../../../../shared/domain/binder-plan.ts';
import { FontShelf } from '../draw/font-shelf.ts';
import { drawIndex, type IndexText } from '../draw/index-pages.ts';
import { drawNumber, drawSticker } from '../draw/marks.ts';
import { drawSlipSheet } from '../draw/slip-sheet.ts';
import { Typesetter } from '../draw/typesetter.ts';
import { Carrier } from './source/carrier.ts';
import { Destinations } from './source/destinations.ts';
import { tallyDocument } from './source/document-parts.ts';
import { openItem, type ItemKind, type OpenedItem } from './source/open-item.ts';
import { readBookmarks, type Bookmark } from './outline.ts';
import { OutputDocument, type WrittenFile } from './output-document.ts';
import { PageCarrier, type Stamp } from './source/page-carrier.ts';
import type { PageLabel } from './page-labels.ts';
import { pdfString } from './pdf-output.ts';
import { placeMark, type NumberPosition } from './placement.ts';
import { readBack, type ExpectedMark, type ExpectedSheet } from './read-back.ts';
import { SourceUnreadable, type SourcePage } from './source/source-document.ts';
import { Tally, type AssemblyFinding } from './source/tally.ts';

export interface AssembleItem {
  /** Empty where exhibits bear none. */
  readonly label: string;
  readonly title: string;
  /** Where it comes from, for the slip sheet. */
  readonly source: string;
  readonly kind: ItemKind;
  readonly pages: number;
  /** Bates number of each page as printed; null where pages bear none. */
  readonly numbers: readonly string[] | null;
  /** Its range as printed in the index. */
  readonly numberRange: string;
  /** File to write the exhibit alone into; null for none. */
  readonly filePath: string | null;
}

export interface AssembleOptions {
  readonly title: string;
  readonly hasSlipSheets: boolean;
  readonly hasStickers: boolean;
  readonly hasOutline: boolean;
  readonly numberPosition: NumberPosition;
  /** Null for no index. */
  readonly index: IndexText | null;
  readonly binderPath: string;
  /** File to write the index alone into; null for none. */
  readonly indexPath: string | null;
}

export interface AssembleTools {
  readonly assetsDirectory: string;
  readonly pdfiumWasmPath: string;
  /** The bytes of an item's original, by its place from 0. */
  read(item: number): Promise<Uint8Array>;
  /** @param done pages done of all that will be looked at */
  progress(done: number, total: number, item: number): void;
}

export interface AssembledItem {
  /** Pages of the binder, from 1: its slip sheet (or first page), its own first and last. */
  readonly startPage: number;
  readonly firstPage: number;
  readonly lastPage: number;
  readonly file: WrittenFile | null;
  readonly filePages: number;
  readonly findings: readonly AssemblyFinding[];
}

export interface Assembled {
  readonly binder: WrittenFile;
  readonly pages: number;
  readonly indexPages: number;
  readonly index: WrittenFile | null;
  readonly items: readonly AssembledItem[];
  /** Characters no bundled font has. */
  readonly missingCharacters: readonly string[];
}

/** Builds that differ from what the index says, or stamps that do not read, are put right and built again this often. */
const maxPasses = 3;

/**
 * Makes one PDF of many: index, slip sheets, exhibits with their stamps, links, bookmarks and page labels; and each exhibit
 * alone. What is written is read back with PDFium: every stamp, and the page where every slip sheet really is.
 *
 * The same inputs give the same bytes. Memory is bounded by the largest original.
 *
 * @throws SourceUnreadable, naming the item, when something in an original cannot be carried after all; the file system's own errors
 */
export async function assemble(
  items: readonly AssembleItem[],
  options: AssembleOptions,
  tools: AssembleTools,
): Promise<Assembled> {
  const shelf = new FontShelf(join(tools.assetsDirectory, 'fonts'));
  const scratch = new Typesetter(shelf, () => 0);
  const plan = planBinder(items, options.hasSlipSheets, (parts) =>
    options.index === null
      ? 0
      : drawIndex(
          options.index,
          indexRows(
            items,
            parts.map((part) => part.startPage),
          ),
          scratch,
        ).length,
  );
  let startPages = plan.parts.map((part) => part.startPage);
  const wrapped = new Set<string>();
  for (let pass = 1; ; pass += 1) {
    const built = await build({ items, options, tools, shelf, plan, startPages, wrapped });
    const found = await readBack(options.binderPath, tools.pdfiumWasmPath, built);
    const really = found.sheetPages.map((page, i) => (page === null ? startPages[i]! : page + 1));
    const isTrue = really.every((page, i) => page === startPages[i]);
    const unread = found.unread.filter((mark) => !wrapped.has(String(mark.page)));
    if ((isTrue && unread.length === 0) || pass === maxPasses) {
      if (!isTrue || found.pages !== plan.totalPages || found.sheetPages.includes(null))
        throw new Error('the binder’s pages are not where its index says');
      tallyMarks(plan, built.tallies, found);
      return {
        binder: built.binder,
        pages: plan.totalPages,
        indexPages: plan.indexPages,
        index: built.index,
        items: plan.parts.map(({ startPage, firstPage, lastPage }, i) => ({
          startPage,
          firstPage,
          lastPage,
          file: built.files[i] ?? null,
          filePages: lastPage - startPage + 1,
          findings: built.tallies[i]!.findings(),
        })),
        missingCharacters: [...built.missing].sort(),
      };
    }
    startPages = really;
    for (const mark of unread) wrapped.add(String(mark.page));
  }
}

function indexRows(items: readonly AssembleItem[], startPages: readonly number[]) {
  return items.map(({ label, title, numberRange }, i) => ({
    label,
    title,
    bates: numberRange,
    page: startPages[i]!,
  }));
}

interface Building {
  readonly items: readonly AssembleItem[];
  readonly options: AssembleOptions;
  readonly tools: AssembleTools;
  readonly shelf: FontShelf;
  readonly plan: BinderPlan;
  /** What the index says. */
  readonly startPages: readonly number[];
  /** Pages of the binder, from 0, whose content gets a form of its own. */
  readonly wrapped: ReadonlySet<string>;
}

async function build({ items, options, tools, shelf, plan, startPages, wrapped }: Building) {
  const tallies = items.map(() => new Tally());
  const marks: ExpectedMark[] = [];
  const sheets: ExpectedSheet[] = [];
  const files: (WrittenFile | null)[] = [];
  const bookmarks: Bookmark[] = [];
  const missing = new Set<string>();
  const binder = new OutputDocument(options.binderPath, shelf, plan.totalPages);
  const open: OutputDocument[] = [binder];
  let current = 0;
  try {
    for (const [i, item] of items.entries()) {
      current = i;
      const part = plan.parts[i]!;
      const opened = await openItem(item.kind, await tools.read(i), tools.pdfiumWasmPath);
      if (opened.pages !== item.pages)
        throw new Error('an original has other pages than when it was measured');
      const inBinder = carryItem(opened, item, options, binder, {
        firstAt: part.firstPage - 1,
        tally: tallies[i]!,
        isWrapped: (at) => wrapped.has(String(part.firstPage - 1 + at)),
      });
      marks.push(...inBinder.marks);
      bookmarks.push(
        exhibitBookmark(item, binder.tree.pageIds[part.startPage - 1]!, inBinder.bookmarks, false),
      );
      if (options.hasSlipSheets) sheets.push({ page: part.startPage - 1, words: `EXHIBIT ${item.label}` });
      if (item.filePath !== null) {
        const lead = options.hasSlipSheets ? 1 : 0;
        const alone = new OutputDocument(item.filePath, shelf, lead + item.pages);
        open.push(alone);
        const carried = carryItem(opened, item, options, alone, {
          firstAt: lead,
          tally: new Tally(),
          isWrapped: (at) => wrapped.has(String(part.firstPage - 1 + at)),
        });
        if (lead === 1)
          alone.writeDrawn(0, drawSlipSheet({ ...item, hasIndex: false }, alone.type), () => null);
        files[i] = alone.finish({
          title: exhibitTitle(item),
          labels: [...(lead === 1 ? [slipLabel(item)] : []), ...pageLabels(item, lead + 1)],
          bookmarks: options.hasOutline
            ? [exhibitBookmark(item, alone.tree.pageIds[0]!, carried.bookmarks, true)]
            : [],
        });
        open.pop();
        for (const character of alone.type.missing) missing.add(character);
      }
      tools.progress(part.lastPage, plan.totalPages, i);
    }
    const labels = finishPages(binder, { items, options, plan, startPages });
    const binderFile = binder.finish({
      title: options.title,
      labels,
      bookmarks: options.hasOutline
        ? [...(plan.indexPages > 0 ? [indexBookmark(binder.tree.pageIds[0]!)] : []), ...bookmarks]
        : [],
    });
    open.pop();
    for (const character of binder.type.missing) missing.add(character);
    const index = writeIndexAlone(items, options, shelf, startPages);
    return { binder: binderFile, files, index, tallies, marks, sheets, missing };
  } catch (error) {
    for (const document of open) document.abandon();
    if (error instanceof SourceUnreadable) error.item ??= current;
    throw error;
  }
}

/** Writes an item's pages into one output; answers the marks drawn and the item's own bookmarks. */
function carryItem(
  opened: OpenedItem,
  item: AssembleItem,
  options: AssembleOptions,
  output: OutputDocument,
  { firstAt, tally, isWrapped }: { firstAt: number; tally: Tally; isWrapped: (at: number) => boolean },
): { marks: ExpectedMark[]; bookmarks: Bookmark[] } {
  const marks: ExpectedMark[] = [];
  const stampOf = (page: Pick<SourcePage, 'shownBox' | 'turns' | 'userUnit'>, at: number): Stamp | null => {
    const number = item.numbers?.[at];
    const drawn = [
      ...(number === undefined ? [] : [{ kind: 'number' as const, mark: drawNumber(number, output.type) }]),
      ...(at === 0 && options.hasStickers
        ? [{ kind: 'sticker' as const, mark: drawSticker(item.label, output.type) }]
        : []),
    ];
    let content = '';
    for (const { kind, mark } of drawn) {
      const isUnder = kind === 'sticker' && number !== undefined && options.numberPosition === 'right';
      const placed = placeMark(page, mark, {
        position: kind === 'sticker' ? 'right' : options.numberPosition,
        below: isUnder ? numberHeight : 0,
      });
      content += `q ${placed.matrix} cm\n${mark.content}Q\n`;
      marks.push({ page: firstAt + at, kind, text: mark.text, area: placed.area });
    }
    return content === '' ? null : { content, fonts: output.type.fontResources() };
  };
  if (opened.kind === 'image') {
    if (opened.image.isTruncated) tally.add('truncatedImage');
    const { width, height } = opened.image;
    const stamp = stampOf({ shownBox: [0, 0, width, height], turns: 0, userUnit: 1 }, 0);
    const { imageId, content } = opened.image.write(output.pdf);
    const id = output.tree.pageIds[firstAt]!;
    const contentId = output.pdf.allocate();
    output.pdf.writeStream(contentId, '', Buffer.from(content('FwImage') + (stamp?.content ?? ''), 'latin1'));
    output.pdf.writeObject(
      id,
      `<</Type/Page/Parent ${output.tree.parentOf(id)} 0 R/MediaBox[0 0 ${width} ${height}]/Resources<</XObject<</FwImage ${imageId} 0 R>>/Font<<${stamp?.fonts ?? ''}>>>>/Contents ${contentId} 0 R>>`,
    );
    return { marks, bookmarks: [] };
  }
  const { source, rewritten } = opened;
  if (rewritten === 'protected') tally.add('rewrittenProtected');
  if (rewritten === 'damaged') tally.add('rewrittenDamaged');
  tallyDocument(source, tally);
  const pageIds = output.tree.pageIds.slice(firstAt, firstAt + opened.pages);
  const carrier = new Carrier(source.context, output.pdf);
  const destinations = new Destinations(source);
  const pages = new PageCarrier({
    source,
    carrier,
    destinations,
    sink: output.pdf,
    tally,
    pageIds,
    openingId: output.openingId,
  });
  source.pages.forEach((page, at) => {
    pages.carry(at, output.tree.parentOf(pageIds[at]!), stampOf(page, at), isWrapped(at));
  });
  output.layers.add(source, carrier, tally);
  const bookmarks = options.hasOutline
    ? readBookmarks(source, { carrier, destinations, pageIds, tally })
    : [];
  carrier.flush();
  tally.add('embeddedFiles', carrier.droppedFiles);
  return { marks, bookmarks };
}

const numberHeight = 12;

/** Index pages, slip sheets, and what every page is called. */
function finishPages(
  binder: OutputDocument,
  { items, options, plan, startPages }: Pick<Building, 'items' | 'options' | 'plan' | 'startPages'>,
): PageLabel[] {
  const labels: PageLabel[] = [];
  const pageOf = (target: number | 'index') =>
    target === 'index' ? (plan.indexPages > 0 ? 0 : null) : plan.parts[target]!.startPage - 1;
  if (options.index !== null) {
    const pages = drawIndex(options.index, indexRows(items, startPages), binder.type);
    if (pages.length > plan.indexPages) throw new Error('the index is longer than its plan');
    for (let at = 0; at < plan.indexPages; at += 1) {
      const page = pages[at] ?? { width: 612, height: 792, content: '', links: [] };
      binder.writeDrawn(at, page, pageOf);
      labels.push({ kind: 'roman', number: at + 1 });
    }
  }
  items.forEach((item, i) => {
    const part = plan.parts[i]!;
    if (options.hasSlipSheets) {
      const sheet = drawSlipSheet({ ...item, hasIndex: options.index !== null }, binder.type);
      binder.writeDrawn(part.startPage - 1, sheet, pageOf);
      labels.push(slipLabel(item));
    }
    labels.push(...pageLabels(item, part.firstPage));
  });
  return labels;
}

function writeIndexAlone(
  items: readonly AssembleItem[],
  options: AssembleOptions,
  shelf: FontShelf,
  startPages: readonly number[],
): WrittenFile | null {
  if (options.indexPath === null || options.index === null) return null;
  const count = drawIndex(options.index, indexRows(items, startPages), new Typesetter(shelf, () => 0)).length;
  const output = new OutputDocument(options.indexPath, shelf, count);
  try {
    const pages = drawIndex(options.index, indexRows(items, startPages), output.type);
    pages.forEach((page, at) => output.writeDrawn(at, page, () => null));
    return output.finish({
      title: options.index.title,
      labels: pages.map((_, at) => ({ kind: 'roman', number: at + 1 })),
      bookmarks: [],
    });
  } catch (error) {
    output.abandon();
    throw error;
  }
}

function tallyMarks(
  plan: BinderPlan,
  tallies: readonly Tally[],
  found: { unread: readonly ExpectedMark[]; overText: readonly ExpectedMark[] },
): void {
  const tallyOf = (page: number) =>
    tallies[plan.parts.findIndex((part) => page + 1 >= part.startPage && page + 1 <= part.lastPage)]!;
  for (const { page, kind } of found.unread)
    tallyOf(page).add(kind === 'number' ? 'numbersUnread' : 'stickerUnread');
  for (const { page, kind } of found.overText)
    tallyOf(page).add(kind === 'number' ? 'numbersOverText' : 'stickerOverText');
}

const exhibitTitle = ({ label, title }: AssembleItem) =>
  label === '' ? title : `Exhibit ${label} – ${title}`;
const slipLabel = ({ label }: AssembleItem): PageLabel => ({ kind: 'text', text: `Ex. ${label}` });

/** Pages bear their Bates number, or the number they have in the file. */
function pageLabels(item: AssembleItem, firstPage: number): PageLabel[] {
  return Array.from({ length: item.pages }, (_, at) =>
    item.numbers ? { kind: 'text', text: item.numbers[at]! } : { kind: 'number', number: firstPage + at },
  );
}

function exhibitBookmark(
  item: AssembleItem,
  pageId: number,
  children: readonly Bookmark[],
  isOpen: boolean,
): Bookmark {
  return { title: pdfString(exhibitTitle(item)), target: `/Dest[${pageId} 0 R/Fit]`, isOpen, children };
}

const indexBookmark = (pageId: number): Bookmark => ({
  title: '(Index)',
  target: `/Dest[${pageId} 0 R/Fit]`,
  isOpen: false,
  children: [],
});
