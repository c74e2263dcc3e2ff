import { parseBates } from '../../../../shared/domain/exhibits/bates.ts';
import {
  barePrefix,
  matchCitations,
  ownDeclarant,
  type CitableExhibit,
  type CitableSet,
  type CitationOptions,
  type FoundCitation,
  type MatchedCitations,
} from '../../../../shared/domain/citations/index.ts';
import type { MatterSession } from '../../store/session.ts';
import { givenAs, givenPrefixes, type ExhibitNumbers } from '../bates-ledger.ts';
import { carriedPages, hasCarriedPages } from '../carried-pages.ts';
import { listExhibits, type ExhibitRow } from '../exhibit-repository.ts';
import { planSetNumbers } from '../set-numbers.ts';
import { getSet, listSets, showsPlaces, type SetRow } from '../set-repository.ts';

/** A set with the other sets of its matter and its ledger, as citations are checked against them. */
export interface CitableMatter {
  readonly exhibits: readonly ExhibitRow[];
  /** What citations are read by. */
  readonly known: Required<Pick<CitationOptions, 'labels' | 'batesPrefixes' | 'declarants'>>;
  /** Checks the citations of a paper against the set. @param firstPage its first page's text, which may say whose declaration it is */
  match<C extends FoundCitation>(found: readonly C[], firstPage: string): MatchedCitations<C>;
  /** Whether a number was given and is void. */
  isVoid(prefix: string, number: number): boolean;
}

/** @throws AppError NOT_FOUND */
export function readCitableMatter(session: MatterSession, setId: string): CitableMatter {
  const set = getSet(session, setId);
  const exhibits = listExhibits(session, setId);
  const numbers = planSetNumbers(session, set, exhibits);
  const seen = batesSeenOn(session, exhibits);
  const sets = listSets(session);
  const ofSets = sets.flatMap(({ bates }) => bates?.prefix ?? []);
  const batesPrefixes = [...new Set([...ofSets, ...givenPrefixes(session)])].toSorted();
  const statesOf = (prefix: string, number: number) =>
    batesPrefixes
      .filter((own) => barePrefix(own) === barePrefix(prefix))
      .flatMap((own) => givenAs(session, own, number).map(({ state }) => state));
  const prefix = set.bates?.prefix ?? null;
  const voided = voidNumbersOf(session, prefix, exhibits);
  const citable: CitableSet = {
    name: set.name,
    batesPrefix: prefix,
    purpose: set.purpose,
    declarant: set.declarant,
    party: set.party,
    exhibits: exhibits.map((exhibit, at) =>
      toCitable(
        exhibit,
        set,
        numbers?.[at] ?? null,
        seen.get(exhibit.original?.contentId ?? -1) ?? [],
        voided.get(exhibit.id) ?? [],
      ),
    ),
  };
  const others = sets
    .filter(({ id }) => id !== setId)
    .map(({ id, name, declarant, party }) => ({
      name,
      declarant,
      party,
      labels: listExhibits(session, id).map(({ label }) => label),
    }));
  const isGiven = (of: string, number: number) => statesOf(of, number).some((state) => state !== 'void');
  return {
    exhibits,
    known: {
      labels: exhibits.map(({ label }) => label),
      batesPrefixes,
      declarants: [
        ...new Set(sets.map(({ declarant }) => declarant).filter((declarant) => declarant !== '')),
      ],
    },
    match: (found, firstPage) =>
      matchCitations(found, citable, others, { isGiven, ownDeclarant: ownDeclarant(firstPage) }),
    isVoid: (of, number) => statesOf(of, number).includes('void'),
  };
}

function toCitable(
  exhibit: ExhibitRow,
  set: SetRow,
  numbers: ExhibitNumbers | null,
  seen: readonly SeenNumber[],
  voided: readonly number[],
): CitableExhibit {
  const { id, label, status, original, pageRanges } = exhibit;
  const prefix = set.bates?.prefix ?? null;
  const { pages } = carriedPages(exhibit);
  const isExcerpt = pageRanges !== '' && pages !== null;
  // Pages that show their place in the exhibit are cited by it, as those of a whole item are.
  const pinned =
    isExcerpt && showsPlaces(set)
      ? { itemPages: pages.length, selected: null }
      : {
          itemPages: original?.itemPages ?? null,
          selected: isExcerpt ? pages.map((page) => page - 1) : null,
        };
  const places = new Map((pages ?? []).map((page, at) => [page, at]));
  const own = prefix === null || !numbers ? [] : numbers.pages;
  const standIn =
    prefix !== null && numbers?.standIn ? [{ prefix, number: numbers.standIn.number, page: 0 }] : [];
  return {
    id,
    label,
    isThere: status === 'active' && original !== null,
    ...pinned,
    numbers: [
      ...standIn,
      ...voided.map((number) => ({ prefix: prefix!, number, page: 0 })),
      ...own.map(({ number }, page) => ({ prefix: prefix!, number, page })),
      // On a page that stands for an exhibit nobody sees the original's numbers.
      ...(hasCarriedPages(exhibit) ? seen : []).flatMap(({ page, ...number }) => {
        const place = places.get(page);
        return place === undefined ? [] : [{ ...number, page: place }];
      }),
    ],
  };
}

/** The void numbers that pages of withdrawn exhibits had, by exhibit: whoever cites one alone cites that exhibit. */
function voidNumbersOf(
  session: MatterSession,
  prefix: string | null,
  exhibits: readonly ExhibitRow[],
): Map<string, number[]> {
  const voided = new Map<string, number[]>();
  if (prefix === null) return voided;
  const select = session.prepare(
    `SELECT number, page FROM bates_number WHERE prefix = ? AND state = 'void' AND evidence_id = ?
        AND ifnull(exhibit_id, ?) = ?`,
  );
  for (const exhibit of exhibits) {
    const { id, status, original } = exhibit;
    if (status !== 'withdrawn' || !original) continue;
    const carried = new Set(carriedPages(exhibit).pages);
    const rows = select.all(prefix, original.evidenceId, id, id) as { number: number; page: number }[];
    voided.set(
      id,
      rows.filter(({ page }) => page === 0 || carried.has(page)).map(({ number }) => number),
    );
  }
  return voided;
}

interface SeenNumber {
  readonly prefix: string;
  readonly number: number;
  /** Page of the item, from 1. */
  readonly page: number;
}

/** Bates numbers that originals already had when they were taken in, by content. */
function batesSeenOn(session: MatterSession, exhibits: readonly ExhibitRow[]): Map<number, SeenNumber[]> {
  const ids = [...new Set(exhibits.flatMap(({ original }) => original?.contentId ?? []))];
  const rows = session
    .prepare(
      'SELECT content_id, page, label FROM bates_seen WHERE content_id IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(ids)) as { content_id: number; page: number; label: string }[];
  const seen = rows.flatMap(({ content_id: contentId, page, label }) => {
    const read = parseBates(label.replaceAll(' ', ''));
    return read ? [{ contentId, prefix: read.prefix, number: read.number, page }] : [];
  });
  return Map.groupBy(seen, ({ contentId }) => contentId);
}
