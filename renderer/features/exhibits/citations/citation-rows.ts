import type { CitationReport, Exhibit } from '../../../../shared/model/exhibits.ts';

export type CitationFilter = 'all' | 'wrong' | CitationReport['citations'][number]['status'];
export type CitationRow = CitationReport['citations'][number] & { readonly id: string };

/** Citations of a brief as they are there, each with an id of its own. */
export function rowsOf(report: CitationReport, filter: CitationFilter): readonly CitationRow[] {
  return report.citations
    .map((citation, at) => ({ ...citation, id: String(at) }))
    .filter(
      ({ status }) => filter === 'all' || (filter === 'wrong' ? status !== 'found' : status === filter),
    );
}

/** How many citations there are of each kind, those that need a look together first. */
export function countsOf(report: CitationReport): Readonly<Record<CitationFilter, number>> {
  const counts = { all: report.citations.length, wrong: 0, found: 0, absent: 0, outOfRange: 0, ambiguous: 0 };
  for (const { status } of report.citations) {
    counts[status] += 1;
    if (status !== 'found') counts.wrong += 1;
  }
  return counts;
}

/**
 * Pages as they are listed: runs with a dash.
 *
 * @example pageRuns([2, 3, 4, 9]) // '2–4, 9'
 */
export function pageRuns(pages: readonly number[]): string {
  const runs: string[] = [];
  let first = pages[0];
  for (const [at, page] of pages.entries()) {
    if (pages[at + 1] === page + 1) continue;
    runs.push(first === page ? `${page}` : `${first}–${page}`);
    first = pages[at + 1];
  }
  return runs.join(', ');
}

/** The pages a citation is on: several where it runs over to the next. */
export function pagesOf({
  page,
  next,
  further = [],
}: Pick<CitationRow, 'page' | 'next' | 'further'>): readonly number[] {
  return next ? [page, next.page, ...further.map((span) => span.page)] : [page];
}

/** The part of a citation on the page where it begins: all of it, unless it runs over. */
export function onFirstPage({ text, start, end }: Pick<CitationRow, 'text' | 'start' | 'end'>): string {
  return text.slice(0, end - start);
}

/** Whether exhibits came, went or were withdrawn since a brief was checked, so that what was found may no longer hold. */
export function isOutdated(
  { citations, neverCited }: Pick<CitationReport, 'citations' | 'neverCited'>,
  exhibits: readonly Pick<Exhibit, 'id' | 'status'>[],
): boolean {
  const known = new Set([...citations.map(({ exhibitId }) => exhibitId), ...neverCited.map(({ id }) => id)]);
  const active = new Set(exhibits.filter(({ status }) => status === 'active').map(({ id }) => id));
  return (
    [...active].some((id) => !known.has(id)) ||
    neverCited.some(({ id }) => !active.has(id)) ||
    citations.some(
      ({ exhibitId, status }) => status === 'found' && exhibitId !== null && !active.has(exhibitId),
    )
  );
}
