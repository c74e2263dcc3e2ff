import type { Api } from '../../../../shared/contract/api.ts';
import type { OutputOf } from '../../../../shared/contract/define.ts';

export type PageCite = OutputOf<Api, 'exhibits.pageCites'>[number];

/** A page, and how exhibits cite it. */
export interface CitedPage {
  /** From 1. */
  readonly page: number;
  /** As printed, where it differs from the number. */
  readonly label: string | null;
  readonly cites: readonly PageCite[];
}

/**
 * How words on a page, or on pages that follow one another, are cited: as the first exhibit that has both pages, else by the
 * document's title and its pages.
 *
 * @example citeOf('Agreement', first, first) // 'Ex. C at 4, AMZ000123'
 * @example citeOf('Agreement', first, last) // 'Ex. C at 4–5, AMZ000123–AMZ000124'
 */
export function citeOf(title: string, first: CitedPage, last: CitedPage): string {
  for (const cite of first.cites) {
    if (!isCarried(cite)) continue;
    if (first.page === last.page) return cite.cite;
    const end = last.cites.find(
      (each) => each.setId === cite.setId && each.label === cite.label && isCarried(each),
    );
    if (end) return rangeOf(cite, end);
  }
  const [from, to] = [first, last].map(({ page, label }) => label ?? `${page}`);
  return from === to ? `${title} at ${from}` : `${title} at ${from}–${to}`;
}

/** Whether an exhibit has the page, or the page has a number of its own; an exhibit may leave pages out. */
function isCarried({ setId, page }: PageCite): boolean {
  return page !== null || setId === null;
}

function rangeOf(from: PageCite, to: PageCite): string {
  if (from.page === null) return `${from.cite}–${to.cite}`;
  const pages = from.cite.replace(` at ${from.page}`, ` at ${from.page}–${to.page}`);
  if (pages === from.cite) return `${from.cite} to ${to.cite}`;
  if (from.bates === null || to.bates === null || !pages.includes(from.bates)) return pages;
  return pages.replace(from.bates, `${from.bates}–${to.bates}`);
}

/**
 * Words as they are put into a brief: on one line, followed by their cite.
 *
 * @example quoteWithCite('notice of\nthirty days', 'Ex. C at 4') // '“notice of thirty days” (Ex. C at 4)'
 */
export function quoteWithCite(text: string, cite: string): string {
  return `“${text.replaceAll(/\s+/g, ' ').trim()}” (${cite})`;
}
