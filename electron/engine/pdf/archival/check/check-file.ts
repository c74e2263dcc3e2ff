import {
  listPages,
  parseValue,
  PdfReference,
  SourceUnreadable,
  type PdfDict,
  type PdfObjects,
  type SourcePage,
} from '../../objects/index.ts';
import { ProblemList } from '../problems.ts';
import { FontUses } from '../fonts/font-uses.ts';
import { checkAnnotations } from './annotations.ts';
import { ColorSpaces } from './color-spaces.ts';
import { ContentCheck } from './content.ts';
import { FileCheck, itemsOf } from './file-check.ts';
import { checkLayers } from './layers.ts';
import { asArray, asDict, asStream, LocatedFile, type Located } from './located.ts';
import { ObjectScan } from './objects.ts';

/** What reading a file found: what keeps it from being PDF/A-2b, and what is to change in it. */
export interface CheckedFile {
  readonly file: LocatedFile;
  readonly problems: ProblemList;
  /** Streams that must be packed again. */
  readonly repacked: ReadonlySet<number>;
  /** Pages, from 0, of which hidden notes are left out. */
  readonly pagesWithHiddenNotes: readonly number[];
  readonly catalogId: number;
}

const maxStreams = 10_000;
const boxes = ['MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox'] as const;
/** Least and most units of a page's sides (ISO 19005-2 §6.1.13). */
const pageSides = [3, 14_400] as const;

/**
 * Checks a finished PDF that we wrote against ISO 19005-2, level B.
 *
 * @param pause waited for before each page; what it throws ends the reading
 * @throws SourceUnreadable when it cannot be read
 */
export async function checkFile(objects: PdfObjects, pause?: () => Promise<void>): Promise<CheckedFile> {
  const file = new LocatedFile(objects);
  const problems = new ProblemList();
  const check = new FileCheck(file, problems);
  const pages = listPages(objects);
  const root = objects.trailer.get('Root');
  const catalogId = root instanceof PdfReference ? root.id : 0;
  const catalog = asDict(file.object(catalogId));
  if (!catalog) throw new SourceUnreadable('it has no catalog');
  const scan = new ObjectScan(check, apartOf(pages, file, catalog));
  const fonts = new FontUses(check);
  const content = new ContentCheck(check, new ColorSpaces(check), fonts);
  const pagesWithHiddenNotes: number[] = [];
  for (let at = 0; at < pages.length; at += 1) {
    if (pause) await pause();
    const page = pages.at(at);
    const dict = page.id === null ? undefined : asDict(file.object(page.id));
    if (page.id === null || !dict) throw new SourceUnreadable('one of its pages is no object');
    check.page = at;
    scan.from(page.id);
    if (checkPage(check, content, page, dict)) pagesWithHiddenNotes.push(at);
  }
  fonts.finish();
  check.page = null;
  scan.rest();
  checkLayers(check, catalog);
  return { file, problems, repacked: scan.repacked, pagesWithHiddenNotes, catalogId };
}

/** @returns whether hidden notes are left out of it */
function checkPage(
  check: FileCheck,
  content: ContentCheck,
  page: SourcePage,
  dict: Located<PdfDict>,
): boolean {
  const { file } = check;
  file.drop(dict, 'AA', 'PresSteps', 'PieceInfo');
  for (const key of boxes) {
    const sides = itemsOf(file, file.array(dict, key), 4).map(({ value }) => Number(value));
    if (sides.length < 4) continue;
    for (const side of [Math.abs(sides[2]! - sides[0]!), Math.abs(sides[3]! - sides[1]!)])
      if (!(side >= pageSides[0] && side <= pageSides[1])) check.tell('pageSize');
  }
  const resources = resourcesOf(file, dict, page);
  const contents = file.get(dict, 'Contents');
  const single = asStream(contents);
  if ((asArray(contents)?.value.length ?? 0) > maxStreams) check.tell('tooMuch');
  const streams = single
    ? [single]
    : itemsOf(file, asArray(contents), maxStreams).flatMap((item) => asStream(item) ?? []);
  content.group(dict, resources);
  content.page(streams, resources);
  return checkAnnotations(check, content, dict);
}

function resourcesOf(file: LocatedFile, dict: Located<PdfDict>, page: SourcePage): Located<PdfDict> | null {
  const own = file.dict(dict, 'Resources');
  if (own || !page.resources) return own ?? null;
  // Inherited: our own pages have their own, so another program made this file.
  const { bytes, start, end } = page.resources;
  const value = parseValue(bytes, start, end);
  return asDict(file.follow({ value, owner: 0, base: 0 })) ?? null;
}

/** Pages, and the nodes above them. */
function apartOf(
  pages: { readonly length: number; idAt(index: number): number | null },
  file: LocatedFile,
  catalog: Located<PdfDict>,
): number[] {
  const ids = Array.from({ length: pages.length }, (_, at) => pages.idAt(at) ?? 0);
  const nodes = new Set<number>();
  const queue = [catalog.value.get('Pages')];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (!(next instanceof PdfReference) || nodes.has(next.id)) continue;
    const node = asDict(file.object(next.id));
    const kids = node && file.array(node, 'Kids');
    if (!kids) continue;
    nodes.add(next.id);
    queue.push(...kids.value);
  }
  return [...ids, ...nodes];
}
