import type { ObjectSink } from '../../draw/font-subset.ts';
import { PdfDict, PdfReference, PdfString } from '../../objects/index.ts';
import { uriAction } from '../source/annotations.ts';
import type { ItemContext } from '../source/item-context.ts';
import { countAction, countChained } from '../source/scripts.ts';

/** A bookmark with those under it. */
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
/** Levels; books have six or so. */
const maxDepth = 64;

/**
 * A source's own bookmarks, leading to its carried pages; of an excerpt those alone that lead to its pages, and what these stand
 * beneath. What goes past 50,000 bookmarks or 64 levels is left out, and counted.
 */
export function readBookmarks(context: ItemContext): Bookmark[] {
  const { objects, carrier, tally, targets } = context;
  const isExcerpt = !targets.isWhole;
  const seen = new Set<number>();
  let count = 0;
  const readList = (parent: PdfDict, depth: number): Bookmark[] => {
    const list: Bookmark[] = [];
    let next = parent.get('First');
    // They should be objects of their own; some are written within one another, and readers show them.
    while (next instanceof PdfDict || (next instanceof PdfReference && !seen.has(next.id))) {
      if (depth === maxDepth || count === maxBookmarks) {
        tally.add('bookmarksLeftOut');
        break;
      }
      count += 1;
      if (next instanceof PdfReference) seen.add(next.id);
      const node = objects.resolve(next);
      if (!(node instanceof PdfDict)) break;
      const bookmark = readOne(node, depth);
      if (bookmark) list.push(bookmark);
      next = node.get('Next');
    }
    return list;
  };
  const readOne = (node: PdfDict, depth: number): Bookmark | null => {
    const children = readList(node, depth + 1);
    const target = targetOf(node);
    // The headings of pages that are left out say what is on them.
    if (!target && children.length === 0 && isExcerpt) {
      tally.add('bookmarksOutside');
      return null;
    }
    if (target === null) tally.add('bookmarksDropped');
    const title = objects.get(node, 'Title');
    const style = ['C', 'F']
      .map((key) => {
        const range = node.range(key);
        return range && !(node.get(key) instanceof PdfReference) ? `/${key} ${carrier.text(range)}` : '';
      })
      .join('');
    return {
      title: title instanceof PdfString ? `<${title.bytes.toString('hex')}>` : '()',
      target: target ?? '',
      style,
      isOpen: (objects.numberAt(node, 'Count') ?? 0) > 0,
      children,
    };
  };
  /** Null where it leads nowhere, though it should. */
  const targetOf = (node: PdfDict): string | null => {
    const { target, action } = context.destinations.of(node);
    const entry = target && targets.entryOf(target);
    if (entry) {
      if (action) countChained(context, action);
      return entry;
    }
    const isCounted = action !== undefined && countAction(context, action);
    if (action && objects.nameAt(action, 'S') === 'URI') return uriAction(context, action);
    return !isCounted && (action || node.has('Dest')) ? null : '';
  };
  const root = objects.dictAt(objects.catalog, 'Outlines');
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
