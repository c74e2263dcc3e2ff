import { SourceUnreadable } from '../../../objects/index.ts';
import { LookAhead } from '../../ahead/look-ahead.ts';
import type { AssembleOptions } from '../../assembly.ts';
import { drawMarks, noMarks } from '../../marks/index.ts';
import { readBookmarks } from '../../output/outline.ts';
import { reduceDrawnPictures } from '../../pictures/reduce-pictures.ts';
import { Carrier } from '../../source/carrier.ts';
import { Destinations } from '../../source/destinations.ts';
import { carryLayers, countSignatures, renameLayers, tallyDocument } from '../../source/document-parts.ts';
import { FormFields } from '../../source/fields/form-fields.ts';
import { PageTargets, type ItemContext } from '../../source/item-context.ts';
import type { PdfOriginal } from '../../source/open-item.ts';
import { PageCarrier } from '../../source/page-carrier.ts';
import { Tally } from '../../source/tally.ts';
import type { Exhibit } from '../exhibit.ts';
import type { ExpectedMark } from '../read-back.ts';
import { writeCiteLinks } from './cite-links.ts';
import { ContentsOfPages } from './contents-of-pages.ts';
import { expectedMarks, type CarriedExhibit, type ExhibitPlace } from './exhibit-place.ts';
import { unshownIn, withoutUnusedLists, type Unshown } from './unshown.ts';

/** One in this many of the pages that give no reason to doubt is read back. */
const sampleEvery = 50;

/** How an original that had to be rewritten is counted. */
const rewrittenKeys = {
  protected: 'rewrittenProtected',
  opened: 'rewrittenOpened',
  damaged: 'rewrittenDamaged',
} as const;

/** A page of the exhibit on its way. */
interface OwnPage {
  /** Which of the exhibit's pages, from 0. */
  readonly at: number;
  /** Position in the original, from 0. */
  readonly source: number;
  /** Position in the output, from 0, and object number there. */
  readonly position: number;
  readonly pageId: number;
}

/** An exhibit's PDF on its way into one output. */
interface Carriage {
  readonly exhibit: Exhibit;
  readonly opened: PdfOriginal;
  readonly place: ExhibitPlace;
  readonly options: AssembleOptions;
  readonly own: readonly OwnPage[];
  readonly context: ItemContext;
  /** Null where all pages come along. */
  readonly unshown: Unshown | null;
}

/**
 * Writes pages of a PDF with their marks, and what belongs to them: links, annotations, fields, layers, bookmarks.
 *
 * @throws SourceUnreadable when something in it cannot be carried, or it has other pages than when it was measured
 */
export async function carryPdf(
  exhibit: Exhibit,
  opened: PdfOriginal,
  place: ExhibitPlace,
  options: AssembleOptions,
): Promise<CarriedExhibit> {
  const { output, only } = place;
  const { objects, pages } = opened;
  const own = ownPages(exhibit, place);
  assertAsMeasured(exhibit, opened, own, only);
  const tally = new Tally();
  if (opened.rewritten !== null) tally.add(rewrittenKeys[opened.rewritten]);
  tallyDocument(opened, tally);
  if (Number(objects.version) >= 2) output.needVersion2();

  const sources = own.map(({ source }) => source);
  const targets = new PageTargets(
    pages.length,
    own.map(({ pageId }) => pageId),
    sources,
  );
  const carrier = new Carrier(objects, output.pdf, opened.rewritten !== null, place.redrawn?.leftOut);
  carrier.files.addDocument();
  for (let source = 0; source < pages.length; source += 1) {
    const id = pages.idAt(source);
    if (id !== null) carrier.place(id, targets.idOf(source));
  }
  const unshown = targets.isWhole || only !== null ? null : unshownIn(opened, new Set(sources));
  for (const id of place.redrawn?.leftBehind ?? unshown?.ids ?? []) carrier.place(id, null);
  tally.add('unclearPages', unshown?.unclear.length ?? 0);
  if (place.redrawn) renameLayers(opened, carrier, output.pdf, place.redrawn.isUnwanted);
  const parts = { objects, output: output.pdf, carrier, tally };
  const fields = options.flattensForms ? null : new FormFields(parts);
  const destinations = new Destinations(opened);
  const context: ItemContext = { ...parts, destinations, targets, type: output.type, fields };
  if (options.pictures) await reduceDrawnPictures(context, pages, sources, options.pictures);
  const marks = await carryPages({ exhibit, opened, place, options, own, context, unshown });

  const { label, title } = exhibit.item;
  const name = label === '' ? title : `Exhibit ${label}`;
  const bookmarks = options.hasOutline && only === null ? readBookmarks(context) : [];
  // A note that stands on a page left out comes along with no reply to it.
  carrier.finish(unshown === null);
  const layers = carryLayers(opened, carrier, { name, isUnwanted: place.redrawn?.isUnwanted });
  const form = fields?.finish(output.form.freeName(name));
  tally.add('layers', layers.all.length);
  tallyLeftBehind(exhibit, opened, carrier, tally);
  if (opened.rewritten === null && objects.problems.length > 0)
    throw new SourceUnreadable('one of its objects is broken');
  // All of it is written before any of it is named: an original that turns out to be broken must leave nothing.
  output.layers.add(layers);
  if (form) output.form.add(form);
  return { tally, marks, bookmarks };
}

function ownPages(exhibit: Exhibit, { output, firstAt, only }: ExhibitPlace): OwnPage[] {
  const ats = only === null ? Array.from({ length: exhibit.item.pages }, (_, at) => at) : [only];
  return ats.map((at, i) => {
    const position = firstAt + i;
    return { at, source: exhibit.sourceOf(at), position, pageId: output.tree.pageIds[position]! };
  });
}

/** @throws SourceUnreadable when it has other pages than it was planned with */
function assertAsMeasured(
  { item }: Exhibit,
  { pages }: PdfOriginal,
  own: readonly OwnPage[],
  only: number | null,
): void {
  if (own.some(({ source }) => !(source < pages.length)))
    throw new SourceUnreadable('it has fewer pages than when it was measured');
  if (item.original!.selected === null && only === null && pages.length !== item.pages)
    throw new SourceUnreadable('it has other pages than when it was measured');
}

/** Writes the pages one by one. @returns the marks to be read back */
async function carryPages({
  exhibit,
  opened,
  place,
  options,
  own,
  context,
  unshown,
}: Carriage): Promise<ExpectedMark[]> {
  const { output } = place;
  const { tally, targets } = context;
  const pageCarrier = new PageCarrier(context, output.openingId);
  const marks: ExpectedMark[] = [];
  const seen = new Set<number>();
  let written = 0;
  const ahead =
    options.marks.looksAtEveryPage && opened.rewritten === null && place.drawPages
      ? new LookAhead(place.drawPages)
      : null;
  const contents = new ContentsOfPages(opened, () => place.beforeLook(written), ahead);
  for (const { at, source, position, pageId } of own) {
    if (place.redrawn?.has(source)) {
      await place.redrawn.write(opened.pages.at(source), pageId);
      continue;
    }
    const { page, content } = contents.take(source, exhibit.states[at]);
    const plan = exhibit.isMarked
      ? await exhibit.planOf(at, (other) => contents.see(exhibit.sourceOf(other)), ahead !== null)
      : noMarks;
    for (const finding of plan.findings) tally.add(finding);
    if (opened.lostPages.has(source)) tally.add('lostPages');
    const stamp = drawMarks(plan, options.marks, output.type);
    const isRepeated = seen.has(source);
    if (plan.contentMatrix && !isRepeated) targets.move(source, plan.contentMatrix);
    const carried = unshown ? withoutUnusedLists(page, context.carrier, unshown) : page;
    const { isWrapped } = pageCarrier.carry(carried, content, {
      pageId,
      parentId: output.tree.parentOf(pageId),
      matrix: plan.contentMatrix,
      isRepeated,
      stamp: stamp.content === '' ? null : stamp,
      isWrapped: exhibit.wrapped.has(at),
      links: writeCiteLinks(exhibit, at, place, plan, tally),
    });
    seen.add(source);
    written += 1;
    if (isWrapped) tally.add(content.state() === 'damaged' ? 'damagedPages' : 'wrappedPages');
    if (stamp.content === '') continue;
    const state = content.state();
    exhibit.states[at] = state;
    const isDoubtful = isWrapped || plan.contentMatrix !== null || state === 'unknown';
    if (isDoubtful || at % sampleEvery === 0)
      marks.push(...expectedMarks(plan, position, exhibit, at, isDoubtful));
  }
  return marks;
}

/** Counts what of the original is not carried at all. */
function tallyLeftBehind(
  { item }: Exhibit,
  opened: PdfOriginal,
  { files, droppedActions, swollenStreams }: Carrier,
  tally: Tally,
): void {
  const unshown = countSignatures(opened) - tally.get('signatures');
  tally.add(item.original!.selected === null ? 'signatures' : 'signaturesLeftOut', unshown);
  tally.add('embeddedFiles', files.count);
  tally.add('foreignActions', droppedActions);
  tally.add('swollenStreams', swollenStreams);
}
