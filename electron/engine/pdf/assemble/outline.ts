import { PDFHexString, PDFName, PDFRef, PDFString, type PDFDict } from 'pdf-lib';
import type { ObjectSink } from '../draw/font-subset.ts';
import type { Carrier } from './source/carrier.ts';
import type { Destinations } from './source/destinations.ts';
import { dictOf, nameOf, readNumber, type SourceDocument } from './source/source-document.ts';
import type { Tally } from './source/tally.ts';

export interface Bookmark {
  /** As a PDF string. */
  readonly title: string;
  /** Entries that say where it leads: a Dest, an A, or nothing. */
  readonly target: string;
  /** Entries of how it looks. */
  readonly style?: string;
  readonly isOpen: boolean;
  readonly children: readonly Bookmark[];
}

const maxBookmarks = 50_000;
const maxDepth = 40;

/**
 * A source's own bookmarks, leading to its carried pages.
 *
 * @param pageIds object numbers of the carried pages, in the source's order
 */
export function readBookmarks(
  source: SourceDocument,
  {
    carrier,
    destinations,
    pageIds,
    tally,
  }: {
    carrier: Carrier;
    destinations: Destinations;
    pageIds: readonly number[];
    tally: Tally;
  },
): Bookmark[] {
  const { context, catalog } = source;
  const seen = new Set<PDFDict>();
  const readList = (parent: PDFDict, depth: number): Bookmark[] => {
    const list: Bookmark[] = [];
    let node = dictOf(context, parent, 'First');
    while (node && !seen.has(node) && depth < maxDepth && seen.size < maxBookmarks) {
      seen.add(node);
      list.push(readOne(node, depth));
      node = dictOf(context, node, 'Next');
    }
    return list;
  };
  const readOne = (node: PDFDict, depth: number): Bookmark => {
    const title = context.lookup(node.get(PDFName.of('Title')));
    const style = [...node.entries()]
      .filter(([key, value]) => ['/C', '/F'].includes(key.toString()) && !(value instanceof PDFRef))
      .map(([key, value]) => `${key.toString()} ${carrier.serialise(value)}`)
      .join('');
    return {
      title: title instanceof PDFString || title instanceof PDFHexString ? title.toString() : '()',
      target: targetOf(node),
      style,
      isOpen: (readNumber(context, node.get(PDFName.of('Count'))) ?? 0) > 0,
      children: readList(node, depth + 1),
    };
  };
  const targetOf = (node: PDFDict): string => {
    const action = dictOf(context, node, 'A');
    const place = node.has(PDFName.of('Dest'))
      ? destinations.resolve(node.get(PDFName.of('Dest')))
      : action && destinations.ofAction(action);
    if (place) return `/Dest[${pageIds[place.page]} 0 R ${place.view}]`;
    const kind = action && nameOf(context, action, 'S');
    if (kind === 'URI') return `/A<</S/URI/URI ${carrier.serialise(action!.get(PDFName.of('URI')))}>>`;
    if (kind === 'JavaScript') tally.add('scripts');
    else if (kind === 'Launch') tally.add('launches');
    else if (action || node.has(PDFName.of('Dest'))) tally.add('bookmarksDropped');
    return '';
  };
  const root = dictOf(context, catalog, 'Outlines');
  return root ? readList(root, 0) : [];
}

/**
 * Writes an outline.
 *
 * @returns its object number; null when there are no bookmarks
 */
export function writeOutline(sink: ObjectSink, bookmarks: readonly Bookmark[]): number | null {
  if (bookmarks.length === 0) return null;
  const rootId = sink.allocate();
  const writeList = (list: readonly Bookmark[], parentId: number) => {
    const ids = list.map(() => sink.allocate());
    let shown = 0;
    list.forEach((bookmark, i) => {
      let body = `<</Title ${bookmark.title}/Parent ${parentId} 0 R${bookmark.target}${bookmark.style ?? ''}`;
      if (i > 0) body += `/Prev ${ids[i - 1]} 0 R`;
      if (i + 1 < ids.length) body += `/Next ${ids[i + 1]} 0 R`;
      shown += 1;
      if (bookmark.children.length > 0) {
        const kids = writeList(bookmark.children, ids[i]!);
        body += `/First ${kids.first} 0 R/Last ${kids.last} 0 R/Count ${bookmark.isOpen ? kids.shown : -kids.shown}`;
        if (bookmark.isOpen) shown += kids.shown;
      }
      sink.writeObject(ids[i]!, `${body}>>`);
    });
    return { first: ids[0]!, last: ids.at(-1)!, shown };
  };
  const { first, last, shown } = writeList(bookmarks, rootId);
  sink.writeObject(rootId, `<</Type/Outlines/First ${first} 0 R/Last ${last} 0 R/Count ${shown}>>`);
  return rootId;
}
