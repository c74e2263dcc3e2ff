import { formatCount } from '../../../shared/domain/amounts.ts';
import { pagesInWords } from '../../../shared/domain/page-ranges.ts';
import type { EvidenceId } from '../../../shared/model/common.ts';
import type { Finding } from '../../../shared/model/exhibits.ts';
import { readRedactionMarks } from '../store/redaction-marks.ts';
import type { MatterSession } from '../store/session.ts';
import { carriedPages, hasCarriedPages } from './carried-pages.ts';
import type { ExhibitRow } from './exhibit-repository.ts';
import { isUnderSeal } from './under-seal.ts';

/** What is to be known of an exhibit before it is built or filed. */
export type ToldOfExhibit = Omit<Finding, 'code'> & { readonly label: string };

/** Exhibits that carry pages of items on which something is marked for redaction: what they bring is the original, with all of it. */
export function unappliedMarks(session: MatterSession, exhibits: readonly ExhibitRow[]): ToldOfExhibit[] {
  const bringing = exhibits.flatMap((exhibit) => {
    const { status, original } = exhibit;
    return status === 'active' && original && hasCarriedPages(exhibit)
      ? [{ exhibit, evidenceId: original.evidenceId as EvidenceId }]
      : [];
  });
  const marks = Map.groupBy(
    readRedactionMarks(
      session,
      bringing.map(({ evidenceId }) => evidenceId),
    ),
    ({ evidenceId }) => evidenceId,
  );
  return bringing.flatMap(({ exhibit, evidenceId }) => {
    const onItem = marks.get(evidenceId);
    if (!onItem) return [];
    const { pages: selected } = carriedPages(exhibit);
    // All pages of an item may be carried if nobody has counted them.
    const placeOf = (page: number) => (selected ? selected.indexOf(page) + 1 : page);
    const own = onItem.filter(({ page }) => placeOf(page) > 0);
    if (own.length === 0) return [];
    const were = [...new Set(own.map(({ page }) => page))];
    const pages = were.map(placeOf).toSorted((one, other) => one - other);
    const named = pagesInWords(pages);
    const original = pagesInWords(were);
    const where = named === original ? named : `${named} (${original} of the original)`;
    const are = own.length === 1 ? 'is' : 'are';
    return [
      {
        label: exhibit.label,
        // Under seal, everything that was marked may be seen.
        severity: isUnderSeal(exhibit) ? ('info' as const) : ('error' as const),
        message: `${formatCount(own.length, 'mark')} for redaction on ${where} ${are} not applied: the exhibit shows what is marked. Redact a copy of the item, take it in and offer that instead, or remove what should not be marked.`,
        page: pages[0]!,
      },
    ];
  });
}
