import type { Allegation, Allegations, Fact } from '../../../model/argument.ts';
import { supportOf, type MatrixCell } from '../matrix.ts';
import { citedAs, paragraphPlace, pleadedAt, pleadingName, type PleadedAt } from './pleaded-at.ts';
import { isOnBelief } from './verification.ts';

/** An allegation, and the facts that are pleaded there with what shows them. */
export interface TracedAllegation {
  readonly allegation: Allegation;
  /** The pleading itself does not count here: it is what is to be shown. */
  readonly support: MatrixCell;
  /** What the oath of a verified pleading makes of it; null where the pleading is not verified. */
  readonly oath: 'sworn' | 'on_belief' | null;
}

/** How an allegation is named in its pleading: “14”, “3.1”, “Countercl. 14”. */
export function allegationNumber(allegation: Allegation): string {
  const number = numberText(allegation);
  return allegation.isCounterclaim ? `${citedAs.counterclaim} ${number}` : number;
}

function numberText({ section, number }: Allegation): string {
  return section === null ? `${number}` : `${section}.${number}`;
}

/** How an allegation is cited: “Answer ¶ 14”, “Countercl. ¶ 14”. @param cite that of its pleading */
export function allegationCite(cite: string, allegation: Allegation): string {
  return `${allegation.isCounterclaim ? citedAs.counterclaim : cite} ¶ ${numberText(allegation)}`.trimStart();
}

/** Whether evidence shows an allegation, the oath of a verified pleading included. */
export function isShown({ support, oath }: Pick<TracedAllegation, 'support' | 'oath'>): boolean {
  return oath === 'sworn' || support.items > 0;
}

/**
 * Which facts belong to each allegation, and whether evidence shows them: those whose “Pleaded at” names the paragraph, and those
 * that cite it.
 *
 * @param facts all of the matter, in the order they are shown
 * @param lost ids of pin cites whose words are not on their page
 * @returns the allegations in their order, and the facts that name paragraphs which this pleading does not have
 */
export function traceAllegations(
  { pleading, verifiedOn, allegations }: Pick<Allegations, 'pleading' | 'verifiedOn' | 'allegations'>,
  facts: readonly Fact[],
  lost: ReadonlySet<string> = new Set(),
): { readonly rows: readonly TracedAllegation[]; readonly astray: readonly Fact[] } {
  if (pleading === null) return { rows: [], astray: [] };
  const own = pleadingName(pleading.cite);
  const counterclaims = allegations.find(({ isCounterclaim }) => isCounterclaim);
  const ofCounterclaims = ({ pleading: named }: PleadedAt) =>
    counterclaims !== undefined && named?.kind === 'counterclaim';
  const isOwn = (place: PleadedAt) => {
    const { pleading: named, docketNumber } = place;
    // “ECF No. 12 ¶ 14” is of another paper.
    if (named === null)
      return (
        docketNumber === null || pleading.docketNumber === null || docketNumber === pleading.docketNumber
      );
    if (own === null || ofCounterclaims(place)) return true;
    return named.kind === own.kind && named.amended === own.amended;
  };
  const factsOf = new Map<Allegation, Fact[]>(allegations.map((each) => [each, []]));
  const astray: Fact[] = [];
  for (const fact of facts) {
    const places = [
      ...pleadedAt(fact.allegation)
        .filter(isOwn)
        .map((place) => ({ ...place, isCounterclaim: ofCounterclaims(place) })),
      ...fact.pinCites
        .filter(({ evidenceId }) => evidenceId === pleading.evidenceId)
        .flatMap(({ paragraph, anchor }) =>
          pleadedAt(paragraph).map((place) => ({
            ...place,
            isCounterclaim: counterclaims !== undefined && (anchor.page ?? 0) >= counterclaims.page,
          })),
        ),
    ];
    const named = allegations.filter(({ section, number, isCounterclaim }) => {
      const own = paragraphPlace(section, number);
      return places.some(
        (place) => place.first <= own && own <= place.last && place.isCounterclaim === isCounterclaim,
      );
    });
    for (const allegation of named) factsOf.get(allegation)!.push(fact);
    if (places.length > 0 && named.length === 0) astray.push(fact);
  }
  const rows = allegations.map((allegation): TracedAllegation => ({
    allegation,
    support: supportOf(factsOf.get(allegation)!, lost, pleading.evidenceId),
    oath: verifiedOn === null ? null : isOnBelief(allegation.text) ? 'on_belief' : 'sworn',
  }));
  return { rows, astray };
}
