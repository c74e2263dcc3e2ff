import {
  annotationsOf,
  KeySet,
  layersOf,
  MemorySink,
  PdfReference,
  referenceId,
  resourcesOf,
  rewriteEntries,
  type PdfObjects,
  type SourcePage,
} from '../../../objects/index.ts';
import type { Carrier } from '../../source/carrier.ts';
import type { PdfOriginal } from '../../source/open-item.ts';
import { appearancesOn, intersects, namedBy, namedIn } from '../../source/shown/named-streams.ts';
import { shownBy } from '../../source/shown/shown-streams.ts';

/** What an excerpt must not take along. */
export interface Unshown {
  /** Object numbers of pictures, forms, patterns, property lists and layers that its pages and their annotations name or the document lists, and its pages do not show. */
  readonly ids: ReadonlySet<number>;
  /** Positions, from 0, of pages that name what pages left out name too, and of which cannot be told what they show. */
  readonly unclear: readonly number[];
  /** Names of the property lists that its pages use; null where that cannot be told. */
  readonly marks: ReadonlySet<string> | null;
}

/**
 * Many programs give all pages one dictionary of resources, in which each names what only others show. Of an excerpt, these may be the
 * pages that were left out because nobody is to see them. Property lists hold words that stand for others (ActualText), layers have names.
 *
 * @param carried positions from 0 of the pages of the excerpt
 */
export function unshownIn({ objects, pages }: PdfOriginal, carried: ReadonlySet<number>): Unshown {
  const ids = new Set(layersOf(objects));
  const kept = new Set<number>();
  const unread = new Map<number, ReadonlySet<number>>();
  const marks = new Set<string>();
  for (const index of carried) {
    const page = pages.at(index);
    const own = ownOf(objects, page);
    const shown = shownBy(objects, page, appearancesOn(objects, page).all, marks);
    if (shown === null) unread.set(index, own);
    for (const id of own) ids.add(id);
    for (const id of [...(shown ?? own), ...layersOfAnnotations(objects, page)]) kept.add(id);
  }
  for (const id of kept) ids.delete(id);
  if (unread.size === 0) return { ids, unclear: [], marks };
  const others = new Set<number>();
  for (const page of pages)
    if (!carried.has(page.index)) for (const id of ownOf(objects, page)) others.add(id);
  const unclear = [...unread].flatMap(([index, own]) => (intersects(own, others) ? index : []));
  return { ids, unclear, marks: null };
}

const asItIs = { mapReference: (id: number) => id };
const listsKey = new KeySet(['Properties']);

/**
 * A page of an excerpt without the property lists that are written into its resources and that no page of the excerpt uses. Forms
 * that share these resources are carried with the same.
 */
export function withoutUnusedLists(page: SourcePage, carrier: Carrier, { marks }: Unshown): SourcePage {
  const { objects, output } = carrier;
  const resources = resourcesOf(objects, page);
  const lists = resources && objects.dictAt(resources, 'Properties');
  const unused = lists?.keys().filter((key) => !marks?.has(key) && !(lists.get(key) instanceof PdfReference));
  if (marks === null || !resources || !lists || !unused?.length) return page;
  const [whole, kept] = [new MemorySink(), new MemorySink()];
  kept.text('<<');
  rewriteEntries(lists, kept, asItIs, new KeySet(unused));
  kept.text('>>');
  whole.text('<<');
  rewriteEntries(resources, whole, asItIs, listsKey);
  whole.text(`/Properties${kept.written().toString('latin1')}>>`);
  const range = (sink: MemorySink) => ({ bytes: sink.written(), start: 0, end: sink.written().length });
  for (const [from, sink] of [
    [page.resources, whole],
    [resources.range('Properties'), kept],
  ] as const) {
    const id = from && referenceId(from.bytes, from.start, from.end);
    if (id !== null && id > 0)
      carrier.replace(id, (outputId) => {
        output.begin(outputId);
        carrier.value(range(sink));
        output.end();
      });
  }
  return { ...page, resources: range(whole) };
}

/** What a page and the looks of its annotations name, shown or not, property lists and layers with it. */
function ownOf(objects: PdfObjects, page: SourcePage): ReadonlySet<number> {
  const [own, looks] = [namedBy(objects, page), appearancesOn(objects, page).named];
  return new Set([...own.drawings, ...own.lists, ...looks.drawings, ...looks.lists]);
}

/** Object numbers of the layers with which a page's annotations are shown. */
function layersOfAnnotations(objects: PdfObjects, page: SourcePage): number[] {
  return [...annotationsOf(objects, page)].flatMap((annotation) => [
    ...namedIn(objects, annotation.get('OC')).lists,
  ]);
}
