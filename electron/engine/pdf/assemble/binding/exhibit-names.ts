import type { Bookmark } from '../output/outline.ts';
import { pageTarget } from '../output/output-document.ts';
import type { PageLabel } from '../output/page-labels.ts';
import { pdfString } from '../output/pdf-output.ts';
import type { AssembleItem } from '../plan.ts';

/** What an exhibit is called in bookmarks and as a document. */
export function exhibitTitle({ label, title }: AssembleItem): string {
  return label === '' ? title : `Exhibit ${label} – ${title}`;
}

/** What a viewer calls an exhibit's pages: its slip sheet, then the Bates numbers or the numbers they have in the file. */
export function labelsOf(item: AssembleItem, firstPage: number): PageLabel[] {
  const sheet: PageLabel[] = item.sheet ? [{ kind: 'text', text: `Ex. ${item.label}` }] : [];
  const pages = Array.from({ length: item.pages }, (_, at): PageLabel =>
    item.numbers ? { kind: 'text', text: item.numbers[at]! } : { kind: 'number', number: firstPage + at },
  );
  return [...sheet, ...pages];
}

/** A bookmark for a whole exhibit. */
export function exhibitBookmark(
  item: AssembleItem,
  pageId: number,
  children: readonly Bookmark[],
  isOpen: boolean,
): Bookmark {
  return { title: pdfString(exhibitTitle(item)), target: pageTarget(pageId), isOpen, children };
}
