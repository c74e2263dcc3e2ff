import { drawStandIn } from '../../draw/sheets/stand-in.ts';
import { SourceUnreadable } from '../../objects/index.ts';
import type { AssembleOptions } from '../assembly.ts';
import { ContentsOfPages } from './contents-of-pages.ts';
import type { Exhibit } from './exhibit.ts';
import { drawMarks, lookOfAreas, noMarks, type PagePlan, type PageSpace } from '../marks/index.ts';
import { readBookmarks, type Bookmark } from '../output/outline.ts';
import type { OutputDocument } from '../output/output-document.ts';
import type { ExpectedMark } from './read-back.ts';
import { Carrier } from '../source/carrier.ts';
import { Destinations } from '../source/destinations.ts';
import { countSignatures, tallyDocument } from '../source/document-parts.ts';
import { FormFields } from '../source/fields/form-fields.ts';
import { reduceImage } from '../pictures/reduce-image.ts';
import { reduceDrawnPictures } from '../pictures/reduce-pictures.ts';
import { PageTargets, type ItemContext } from '../source/item-context.ts';
import type { ImageOriginal, OpenedItem, PdfOriginal } from '../source/open-item.ts';
import { PageCarrier } from '../source/page-carrier.ts';
import { Tally } from '../source/tally.ts';

/** Where an exhibit's pages go. */
export interface ExhibitPlace {
  readonly output: OutputDocument;
  /** Position from 0 of its first own page. */
  readonly firstAt: number;
  /** Which of its pages, from 0; null for all of them. */
  readonly only: number | null;
  /** Position from 0 of a page of another exhibit; null when it is not in this file. */
  pageOf(item: number, itemPage: number): number | null;
  /**
   * Waited for before a page is drawn to see what is on it, which takes long enough to be told of and to be stopped.
   *
   * @param pages of the exhibit that are written
   * @throws what ends the work
   */
  beforeLook(pages: number): Promise<void>;
}

export interface CarriedExhibit {
  readonly tally: Tally;
  /** Marks to be read back, of the pages that are looked at again. */
  readonly marks: readonly ExpectedMark[];
  readonly bookmarks: readonly Bookmark[];
}

/** Of the pages that give no reason to doubt, one in so many is read back. */
const sampleEvery = 50;
const drawnSpace = { shownBox: [0, 0, 612, 792], turns: 0, userUnit: 1 } as const;
/** What stands on a stand-in keeps clear of this much of the sheet’s foot. */
const standInFoot = 90;

/** Writes an exhibit's own pages into one output, from its original or from its stand-in. */
export async function carryExhibit(
  exhibit: Exhibit,
  opened: OpenedItem | null,
  place: ExhibitPlace,
  options: AssembleOptions,
): Promise<CarriedExhibit> {
  if (opened === null) return carryStandIn(exhibit, place, options);
  if (opened.kind === 'image') return carryImage(exhibit, opened, place, options);
  return carryPdf(exhibit, opened, place, options);
}

async function carryStandIn(
  exhibit: Exhibit,
  { output, firstAt }: ExhibitPlace,
  options: AssembleOptions,
): Promise<CarriedExhibit> {
  const tally = new Tally();
  const [left, , right, top] = drawnSpace.shownBox;
  const look = lookOfAreas([[left, standInFoot, right, top]]);
  const plan = await exhibit.planOf(0, () => ({ page: drawnSpace, look }));
  const stamp = drawMarks(plan, options.marks, output.type);
  output.writeDrawn(firstAt, drawStandIn(exhibit.item.standIn!, output.type), () => null, stamp);
  return { tally, marks: expected(plan, firstAt, 0, exhibit), bookmarks: [] };
}

async function carryImage(
  exhibit: Exhibit,
  { image }: ImageOriginal,
  { output, firstAt }: ExhibitPlace,
  options: AssembleOptions,
): Promise<CarriedExhibit> {
  const tally = new Tally();
  if (image.isTruncated) tally.add('truncatedImage');
  const { width, height, area } = image;
  const space: PageSpace = { shownBox: [0, 0, width, height], turns: 0, userUnit: 1 };
  const look = lookOfAreas([[area.x, area.y, area.x + area.width, area.y + area.height]]);
  const plan = await exhibit.planOf(0, () => ({ page: space, look }));
  for (const finding of plan.findings) tally.add(finding);
  const stamp = drawMarks(plan, options.marks, output.type);
  const smaller = options.pictures && (await reduceImage(image, options.pictures, tally.pictures));
  const { imageId, content } = image.write(output.pdf, smaller);
  output.pdf.noteUnread(imageId);
  const id = output.tree.pageIds[firstAt]!;
  const contentId = output.pdf.allocate();
  const drawn = plan.contentMatrix
    ? `q ${plan.contentMatrix.join(' ')} cm\n${content('FwImage')}Q\n`
    : content('FwImage');
  output.pdf.writeStream(contentId, '', Buffer.from(drawn + stamp.content, 'latin1'));
  output.pdf.writeObject(
    id,
    `<</Type/Page/Parent ${output.tree.parentOf(id)} 0 R/MediaBox[0 0 ${width} ${height}]/Resources<</XObject<</FwImage ${imageId} 0 R>>/Font<<${stamp.fonts}>>>>/Contents ${contentId} 0 R>>`,
  );
  return { tally, marks: expected(plan, firstAt, 0, exhibit), bookmarks: [] };
}

async function carryPdf(
  exhibit: Exhibit,
  opened: PdfOriginal,
  place: ExhibitPlace,
  options: AssembleOptions,
): Promise<CarriedExhibit> {
  const { item } = exhibit;
  const { output, firstAt, only } = place;
  const { objects, pages } = opened;
  const selected = item.original!.selected;
  const ats = only === null ? Array.from({ length: item.pages }, (_, at) => at) : [only];
  const sourceAt = (at: number) => exhibit.sourceOf(at);
  for (const at of ats)
    if (!(sourceAt(at) < pages.length))
      throw new SourceUnreadable('it has fewer pages than when it was measured');
  if (selected === null && only === null && pages.length !== item.pages)
    throw new SourceUnreadable('it has other pages than when it was measured');

  const tally = new Tally();
  if (opened.rewritten === 'protected') tally.add('rewrittenProtected');
  if (opened.rewritten === 'opened') tally.add('rewrittenOpened');
  if (opened.rewritten === 'damaged') tally.add('rewrittenDamaged');
  tallyDocument(opened, tally);
  if (Number(objects.version) >= 2) output.needVersion2();
  const pageIds = ats.map((_, i) => output.tree.pageIds[firstAt + i]!);
  const carrier = new Carrier(objects, output.pdf, opened.rewritten !== null);
  const targets = new PageTargets(pages.length, pageIds, ats.map(sourceAt));
  for (let at = 0; at < pages.length; at += 1) {
    const id = pages.idAt(at);
    if (id !== null) carrier.place(id, targets.idOf(at));
  }
  const fields: FormFields | null = options.flattensForms ? null : new FormFields(output.pdf, () => context);
  const context: ItemContext = {
    objects,
    output: output.pdf,
    carrier,
    destinations: new Destinations(opened),
    targets,
    tally,
    type: output.type,
    fields,
  };

  if (options.pictures) await reduceDrawnPictures(context, pages, ats.map(sourceAt), options.pictures);
  const carriage = new PageCarrier(context, output.openingId);
  const marks: ExpectedMark[] = [];
  const seen = new Set<number>();
  let written = 0;
  const contents = new ContentsOfPages(opened, () => place.beforeLook(written));
  for (const [i, at] of ats.entries()) {
    const source = sourceAt(at);
    const { page, content } = contents.take(source, exhibit.states[at]);
    const plan = exhibit.isMarked
      ? await exhibit.planOf(at, (other) => contents.see(sourceAt(other)))
      : noMarks;
    for (const finding of plan.findings) tally.add(finding);
    const stamp = drawMarks(plan, options.marks, output.type);
    const pageId = pageIds[i]!;
    if (plan.contentMatrix && !seen.has(source)) targets.move(source, plan.contentMatrix);
    const { isWrapped } = carriage.carry(page, content, {
      pageId,
      parentId: output.tree.parentOf(pageId),
      matrix: plan.contentMatrix,
      isRepeated: seen.has(source),
      stamp: stamp.content === '' ? null : stamp,
      isWrapped: exhibit.wrapped.has(at),
      links: citeLinks(exhibit, at, place, plan, tally),
    });
    seen.add(source);
    written = i + 1;
    if (isWrapped) tally.add('wrappedPages');
    if (stamp.content === '') continue;
    const state = (exhibit.states[at] = content.state());
    const isDoubtful = isWrapped || plan.contentMatrix !== null || state === 'unknown';
    if (isDoubtful || at % sampleEvery === 0)
      marks.push(...expected(plan, firstAt + i, at, exhibit, isDoubtful));
  }
  const name = item.label === '' ? item.title : `Exhibit ${item.label}`;
  const bookmarks = options.hasOutline && only === null ? readBookmarks(context) : [];
  carrier.finish();
  output.layers.add(opened, carrier, tally, name);
  fields?.finish(output.form, name);
  const unshown = countSignatures(opened) - tally.get('signatures');
  tally.add(selected === null ? 'signatures' : 'signaturesLeftOut', unshown);
  tally.add('embeddedFiles', carrier.droppedFiles);
  tally.add('foreignActions', carrier.droppedActions);
  if (opened.rewritten === null && objects.problems.length > 0)
    throw new SourceUnreadable('one of its objects is broken');
  return { tally, marks, bookmarks };
}

function expected(
  plan: PagePlan,
  page: number,
  itemPage: number,
  { at }: Exhibit,
  isDoubtful = false,
): ExpectedMark[] {
  return plan.marks.map(({ kind, text, area }) => ({
    page,
    kind,
    text,
    area,
    item: at,
    itemPage,
    isDoubtful,
  }));
}

/** Links on a page's citations of other exhibits. */
function citeLinks(
  exhibit: Exhibit,
  at: number,
  { output, pageOf }: ExhibitPlace,
  { contentMatrix }: PagePlan,
  tally: Tally,
): number[] {
  const ids: number[] = [];
  for (const link of exhibit.item.citeLinks) {
    if (link.sourcePage !== exhibit.sourceOf(at)) continue;
    const { area } = link;
    const to = pageOf(link.exhibit, link.exhibitPage);
    if (to === null) {
      tally.add('citeLinksAcross');
      continue;
    }
    const [a, b, c, d, e, f] = contentMatrix ?? [1, 0, 0, 1, 0, 0];
    const corner = (x: number, y: number) => `${round(a * x + c * y + e)} ${round(b * x + d * y + f)}`;
    const id = output.pdf.allocate();
    output.pdf.writeObject(
      id,
      `<</Type/Annot/Subtype/Link/Rect[${corner(area[0], area[1])} ${corner(area[2], area[3])}]/Border[0 0 0]/F 4/Dest[${output.tree.pageIds[to]} 0 R/Fit]>>`,
    );
    ids.push(id);
  }
  return ids;
}

const round = (value: number) => Number(value.toFixed(3));
