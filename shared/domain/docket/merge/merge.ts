import type { DocketHeader, DocketParty, DocketWarning } from '../../../model/docket.ts';
import { inDocketOrder } from '../docket-order.ts';
import { clusterRows, type Answers, type Cluster, type Question } from './cluster.ts';
import { similarity } from './normal-text.ts';
import { combine, filedOnOf, type MergedEntry } from './combine.ts';
import {
  authority,
  collectRows,
  disagree,
  inOrderOfAge,
  isSheet,
  type MergeSource,
  type Row,
} from './rows.ts';

export interface MergedDocket {
  /** Null where no source has one. */
  readonly header: DocketHeader | null;
  readonly parties: readonly DocketParty[];
  /** In docket order. */
  readonly entries: readonly MergedEntry[];
  readonly questions: readonly Question[];
  readonly warnings: readonly DocketWarning[];
  /** The sources in order of age; `MergedEntry.sources` are indexes of it. */
  readonly sources: readonly MergeSource[];
}

/**
 * The docket that a set of sources gives together. A function of the set: whatever order sources are imported in, and however
 * often, the docket is the same; and removing one restores the docket as it was without it.
 *
 * @param given sources of one lawsuit, in any order
 * @param answers what a person said of rows that may be one entry
 * @example mergeSources([notice, sheet], {}).entries // one entry for what both list
 */
export function mergeSources(given: readonly MergeSource[], answers: Answers): MergedDocket {
  const warnings: DocketWarning[] = [];
  const sources = inOrderOfAge(ofOneCase(given, warnings));
  const kinds = sources.map(({ kind }) => kind);
  const { clusters, questions } = clusterRows(collectRows(sources, warnings), answers, warnings);
  const isGone = createGoneTest(sources);
  const entries = clusters.map((cluster) => {
    const merged = combine(cluster, kinds);
    const dates = new Set(cluster.rows.flatMap(({ entry }) => filedOnOf(entry) ?? []));
    if (dates.size > 1)
      warnings.push(disagree(merged.entry.number, `dates of filing: ${[...dates].sort().join(', ')}`));
    const rival = findRival(cluster, merged, sources);
    if (rival !== null)
      warnings.push(disagree(merged.entry.number, 'texts, and nothing tells which is the later', rival));
    const stranger = findStranger(cluster, merged);
    if (stranger !== null)
      warnings.push(disagree(merged.entry.number, 'texts that have little in common', stranger));
    return { ...merged, isGone: isGone(merged) };
  });
  const gone = new Set(entries.filter((one) => one.isGone).map(({ entry }) => entry.number));
  return {
    ...mergeHeads(sources),
    entries: inOrder(
      // An attachment is on the sheet only through its entry.
      entries.map((one) =>
        one.entry.attachment !== null && gone.has(one.entry.number) ? { ...one, isGone: true } : one,
      ),
    ),
    questions,
    warnings,
    sources,
  };
}

function inOrder(entries: readonly MergedEntry[]): MergedEntry[] {
  const placed = entries.map((merged) => ({
    ...merged.entry,
    id: merged.keys.join(),
    position: merged.position,
    merged,
  }));
  return inDocketOrder(placed).map(({ merged }) => merged);
}

/** Pages that print no docket number but the court's own id of the case, and it is another case's, are left out. */
function ofOneCase(given: readonly MergeSource[], warnings: DocketWarning[]): MergeSource[] {
  const ids = new Set(
    given.flatMap(({ header }) =>
      header.number !== '' && header.courtCaseId !== '' ? header.courtCaseId : [],
    ),
  );
  return given.filter(({ header, entries }) => {
    if (header.number !== '' || header.courtCaseId === '' || ids.size === 0 || ids.has(header.courtCaseId))
      return true;
    warnings.push({
      code: 'DOCKET_SOURCE_WITHOUT_CASE',
      message: 'A page without a docket number belongs to another case of the court, and was left out.',
      raw: entries[0]?.text ?? '',
    });
    return false;
  });
}

/**
 * An entry is gone when a later whole sheet does not list it and it is of the kind that sheet lists: it was in an earlier
 * whole sheet of that kind, or a notice gave it a number. A history lists events that no sheet ever does.
 */
function createGoneTest(sources: readonly MergeSource[]) {
  const days = sources.map(({ madeAt }) => madeAt.slice(0, 10));
  return ({ entry, sources: listedIn }: Omit<MergedEntry, 'isGone'>): boolean => {
    if (entry.attachment !== null) return false;
    const last = listedIn.at(-1)!;
    const later = sources.findLastIndex(({ isComplete }, at) => isComplete && days[at]! > days[last]!);
    if (later === -1) return false;
    const { kind } = sources[later]!;
    return listedIn.some((at) => {
      const source = sources[at]!;
      const isAlike = source.kind === kind || (isSheet(source.kind) && isSheet(kind));
      return (isAlike && source.isComplete) || (source.kind === 'notice' && entry.number !== null);
    });
  };
}

type Head = Pick<MergeSource, 'id' | 'kind' | 'madeAt' | 'header' | 'parties'>;

/**
 * Header and parties that sources give together: each field from the newest of the most authoritative that say it, the parties
 * from the newest that lists any. The header is null where no source says anything of the case, as a table of entries does not.
 *
 * @param given sources of one lawsuit, in any order
 */
export function mergeHeads(given: readonly Head[]): Pick<MergedDocket, 'header' | 'parties'> {
  if (given.length === 0) return { header: null, parties: [] };
  const sources = inOrderOfAge(given);
  const ranked = sources
    .map((source, age) => ({
      ...source,
      rank: authority[isSheet(source.kind) ? 'docket_sheet' : source.kind],
      age,
    }))
    .sort((a, b) => b.rank - a.rank || b.age - a.age);
  const [{ header: top, kind }] = ranked as [(typeof ranked)[number]];
  const merged: Record<string, unknown> = {};
  for (const field of Object.keys(top) as (keyof DocketHeader)[])
    merged[field] = ranked.map(({ header }) => header[field]).find(isSaid) ?? top[field];
  // A sheet that no longer says CLOSED says that the case was opened again.
  const standing = isSheet(kind) && { flags: top.flags, terminatedOn: top.terminatedOn };
  const header: DocketHeader = { ...(merged as DocketHeader), ...standing };
  return {
    header: Object.values(header).some(isSaid) ? header : null,
    parties: ranked.find(({ parties }) => parties.length > 0)?.parties ?? [],
  };
}

/** How little texts of one entry have in common that may be of two, and how many words they have at least. */
const strange = 0.2;
const leastWords = 5;

/**
 * Other words under an entry's number that hardly share any with those that were followed, and that nothing but the number makes the same entry's; null
 * where there are none.
 */
function findStranger({ rows }: Cluster, { entry }: Omit<MergedEntry, 'isGone'>): string | null {
  if (entry.number === null || entry.attachment !== null) return null;
  const followed = rows.find(({ entry: one }) => one.text === entry.text);
  const isLong = ({ entry: one, normal }: Row) => one.text !== '' && normal.split(' ').length >= leastWords;
  if (!followed || !isLong(followed)) return null;
  const isKnown = ({ entry: one }: Row) =>
    (['documentId', 'sequence'] as const).some(
      (field) => one[field] !== null && one[field] === followed.entry[field],
    );
  const stranger = rows.find(
    (row) => isLong(row) && !isKnown(row) && similarity(row.normal, followed.normal) < strange,
  );
  return stranger?.entry.text ?? null;
}

function isSaid(value: DocketHeader[keyof DocketHeader]): boolean {
  return value !== null && value.length > 0;
}

/** Other words for the same entry in a source of the same kind and age as the one that was followed; null where there are none. */
function findRival(
  { rows }: Cluster,
  { entry }: Omit<MergedEntry, 'isGone'>,
  sources: readonly MergeSource[],
): string | null {
  if (rows.length === 1 || entry.attachment !== null) return null;
  const newestOf = ({ places }: Row) => sources[Math.max(...places.keys())]!;
  const followed = rows.find(({ entry: one }) => one.text === entry.text);
  if (!followed || entry.text === '') return null;
  const { kind, madeAt } = newestOf(followed);
  const rival = rows.find((row) => {
    const source = newestOf(row);
    const isOther = row.entry.text !== '' && row.normal !== followed.normal;
    return isOther && source.kind === kind && source.madeAt === madeAt;
  });
  return rival?.entry.text ?? null;
}
