import type { PageStamp } from '../../../../shared/domain/docket/court-stamp.ts';
import type { AsFiledFinding } from '../../../../shared/model/as-filed.ts';
import { pagesInWords } from '../../../../shared/domain/page-ranges.ts';

/** The stamp on a page that came back. Pages are from 1. */
export interface StampedPage {
  readonly page: number;
  readonly returnedPage: number;
  readonly stamp: PageStamp | null;
  /** Whether something along its top is no text and could not be read. */
  readonly isUnread: boolean;
}

/** The stamp of a document: the one that most of its pages have; null where none was read. */
export function stampOfDocument(stamps: readonly (PageStamp | null)[]): PageStamp | null {
  const counts = new Map<string, { readonly stamp: PageStamp; count: number }>();
  for (const stamp of stamps) {
    if (!stamp) continue;
    const known = counts.get(documentOf(stamp));
    if (known) known.count += 1;
    else counts.set(documentOf(stamp), { stamp, count: 1 });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count)[0]?.stamp ?? null;
}

/** What is the same in the stamps of one document. */
function documentOf({ caseNumber, number, attachment, filedOn }: PageStamp): string {
  return JSON.stringify([caseNumber, number, attachment, filedOn]);
}

/**
 * What is odd about the stamps of a file: that pages have none, or those of another document, or count otherwise than the file.
 *
 * @param returnedPages how many pages the file has
 */
export function stampFindings(pages: readonly StampedPage[], returnedPages: number): AsFiledFinding[] {
  const inOrder = pages.toSorted((a, b) => a.returnedPage - b.returnedPage);
  const main = stampOfDocument(inOrder.map(({ stamp }) => stamp));
  const warn = (code: string, at: StampedPage | undefined, message: string): AsFiledFinding => ({
    code,
    severity: 'warning',
    page: at?.page ?? null,
    returnedPage: at?.returnedPage ?? null,
    message,
  });
  /** A warning about pages; none where there are none. */
  const warnOf = (code: string, pages: readonly StampedPage[], message: (listed: string) => string) =>
    pages.length === 0
      ? []
      : [warn(code, pages[0], message(pagesInWords(pages.map(({ returnedPage }) => returnedPage))))];
  const unread = inOrder.filter(({ isUnread }) => isUnread);
  const unreadable = warnOf(
    'AS_FILED_STAMP_UNREAD',
    unread,
    (listed) =>
      `Along the top of ${listed} something was added that is no text: presumably the court’s stamp. It could not be read, and nothing that stood there was compared.`,
  );
  if (main === null) {
    if (unread.length > 0) return unreadable;
    const none = 'No court’s stamp was found. It may not be the copy that was filed.';
    return [warn('AS_FILED_STAMP_NONE', undefined, none)];
  }
  const isOwn = ({ stamp }: StampedPage) => stamp !== null && documentOf(stamp) === documentOf(main);
  const bare = inOrder.filter(({ stamp, isUnread }) => stamp === null && !isUnread);
  const others = inOrder.filter((page) => page.stamp !== null && !isOwn(page));
  const own = inOrder.filter(isOwn);
  const odd = own.find(({ stamp, returnedPage }) => stamp!.page !== null && stamp!.page !== returnedPage);
  const miscounted = own.find(({ stamp }) => stamp!.pageCount !== null && stamp!.pageCount !== returnedPages);
  return [
    ...unreadable,
    ...warnOf(
      'AS_FILED_STAMP_MISSING',
      bare,
      (listed) => `No court’s stamp on ${listed} of the returned file.`,
    ),
    ...warnOf(
      'AS_FILED_STAMP_OTHER',
      others,
      (listed) => `Another stamp on ${listed} of the returned file: “${others[0]!.stamp!.raw}”.`,
    ),
    ...warnOf(
      'AS_FILED_STAMP_PAGES',
      odd ? [odd] : [],
      () => `The stamp calls page ${odd!.returnedPage} of the returned file page ${odd!.stamp!.page}.`,
    ),
    ...warnOf(
      'AS_FILED_STAMP_COUNT',
      miscounted ? [miscounted] : [],
      () => `The stamp counts ${miscounted!.stamp!.pageCount} pages; the returned file has ${returnedPages}.`,
    ),
  ];
}
