import { formatBates, maxBatesNumber } from '../../../../shared/domain/exhibits/bates.ts';
import { selectPages } from '../../../../shared/domain/page-ranges.ts';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { BatesRange, LedgerPrefix } from '../../../../shared/model/bates-ledger.ts';
import type { MatterSession } from '../../store/session.ts';

/** A run of numbers: of consecutive pages of one item in one state, or of a range used elsewhere. */
interface Run {
  readonly prefix: string;
  readonly first: number;
  last: number;
  readonly digits: number;
  readonly suffix: string;
  readonly state: BatesRange['state'];
  readonly evidenceId: string | null;
  readonly evidenceTitle: string | null;
  /** The one exhibit that a page stands for; null for pages of the item. */
  readonly exhibitId: string | null;
  readonly firstPage: number | null;
  lastPage: number | null;
  readonly reason: string | null;
}

/** One row a number, and one a range used elsewhere, in order. */
const selectNumbers = /* sql */ `
  SELECT n.prefix, n.number AS first, n.number AS last, n.digits, n.suffix, n.state, n.evidence_id AS evidenceId,
         d.title AS evidenceTitle, n.exhibit_id AS exhibitId, nullif(n.page, 0) AS firstPage, nullif(n.page, 0) AS lastPage, n.reason
    FROM bates_number n JOIN evidence_description d ON d.id = n.evidence_id
  UNION ALL
  SELECT prefix, first, last, digits, suffix, state, NULL, NULL, NULL, NULL, NULL, nullif(note, '') FROM bates_elsewhere
  ORDER BY 1, 2`;

/** Every exhibit with evidence behind it that is in a set with numbers, in the order of its set; the older set first. */
const selectExhibits = /* sql */ `
  SELECT e.id, e.evidence_id AS evidenceId, e.label, e.page_ranges AS pageRanges, s.name AS setName, s.bates_prefix AS prefix
    FROM exhibit e JOIN exhibit_set s ON s.id = e.set_id
   WHERE e.evidence_id IS NOT NULL AND s.bates_prefix IS NOT NULL
   ORDER BY s.created_at, s.id, e.position`;

interface NamedExhibit {
  readonly id: string;
  readonly evidenceId: string;
  readonly label: string;
  /** Pages of its item, from 1; null for all. */
  readonly pages: ReadonlySet<number> | null;
  readonly setName: string;
  readonly prefix: string;
}

/** Every number ever given or known to be used elsewhere, by prefix, in runs, with the next free one. */
export function readLedger(session: MatterSession): LedgerPrefix[] {
  const parties = new Map(
    (session.prepare('SELECT id, party FROM bates_prefix').all() as { id: string; party: string }[]).map(
      ({ id, party }) => [id, party],
    ),
  );
  const exhibits = Map.groupBy(namedExhibits(session), placeOf);
  const ledger: LedgerPrefix[] = [];
  let open: Run | null = null;
  const close = (run: Run | null) => {
    if (run) ledger.at(-1)!.ranges.push(toRange(run, exhibits.get(placeOf(run)) ?? []));
  };
  for (const row of session.prepare(selectNumbers).iterate() as IterableIterator<Run>) {
    if (open && isContinued(open, row)) {
      open.last = row.last;
      open.lastPage = row.lastPage;
    } else {
      close(open);
      open = { ...row };
    }
    if (ledger.at(-1)?.prefix !== row.prefix)
      ledger.push({
        prefix: row.prefix,
        suffix: '',
        digits: 0,
        party: parties.get(row.prefix) ?? '',
        nextFree: null,
        ranges: [],
      });
    const entry = ledger.at(-1)!;
    entry.suffix = row.suffix;
    entry.digits = row.digits;
    entry.nextFree = row.last < maxBatesNumber ? formatBates(row, row.last + 1) : null;
  }
  close(open);
  return ledger;
}

function isContinued(run: Run, row: Run): boolean {
  return (
    run.prefix === row.prefix &&
    run.last + 1 === row.first &&
    run.digits === row.digits &&
    run.suffix === row.suffix &&
    run.state === row.state &&
    run.evidenceId === row.evidenceId &&
    run.reason === row.reason &&
    // Pages that stand for exhibits are each one of their own.
    (run.lastPage === null
      ? run.evidenceId === null && row.firstPage === null
      : run.lastPage + 1 === row.firstPage)
  );
}

/** What is numbered together: an item in a prefix. */
const placeOf = ({ prefix, evidenceId }: Pick<Run, 'prefix' | 'evidenceId'>) => `${prefix} ${evidenceId}`;

/** Every exhibit that numbers may be of; one whose ranges its item cannot have brings no page. */
function namedExhibits(session: MatterSession): NamedExhibit[] {
  const rows = session.prepare(selectExhibits).all() as (NamedExhibit & { pageRanges: string })[];
  return rows.map(({ pageRanges, ...exhibit }) => {
    if (pageRanges === '') return { ...exhibit, pages: null };
    const selected = selectPages(pageRanges, Number.MAX_SAFE_INTEGER);
    return { ...exhibit, pages: new Set('pages' in selected ? selected.pages : []) };
  });
}

/** Whether an exhibit brings any page of a run. */
function bringsPageOf({ firstPage, lastPage }: Run, { pages }: NamedExhibit): boolean {
  if (pages === null || firstPage === null || lastPage === null) return true;
  for (let page = firstPage; page <= lastPage; page += 1) if (pages.has(page)) return true;
  return false;
}

function toRange(run: Run, exhibits: readonly NamedExhibit[]): BatesRange {
  return {
    first: formatBates(run, run.first),
    last: formatBates(run, run.last),
    prefix: run.prefix,
    state: run.state,
    evidenceId: run.evidenceId as EvidenceId | null,
    evidenceTitle: run.evidenceTitle,
    exhibits: exhibits
      .filter((exhibit) =>
        run.exhibitId === null ? bringsPageOf(run, exhibit) : exhibit.id === run.exhibitId,
      )
      .map(({ label, setName }) => ({ label, setName })),
    firstPage: run.firstPage,
    lastPage: run.lastPage,
    reason: run.reason,
  };
}
