import type { Allegation, Allegations, Fact } from '../../../model/argument.ts';
import { supportOf, type MatrixCell } from '../matrix.ts';
import { pleadedAt, pleadingName, type PleadedAt } from './pleaded-at.ts';
import { isOnBelief } from './verification.ts';

/** An allegation, and the facts that are pleaded there with what shows them. */
export interface TracedAllegation {
  readonly allegation: Allegation;
  /** The pleading itself does not count here: it is what is to be shown. */
  readonly support: MatrixCell;
  /** What the oath of a verified pleading makes of it; null where the pleading is not verified. */
  readonly oath: 'sworn' | 'on_belief' | null;
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
  const isOwn = ({ pleading: named }: PleadedAt) =>
    named === null || own === null || (named.kind === own.kind && named.amended === own.amended);
  const byNumber = new Map<number, Fact[]>(allegations.map(({ number }) => [number, []]));
  const astray: Fact[] = [];
  for (const fact of facts) {
    const places = [
      ...pleadedAt(fact.allegation).filter(isOwn),
      ...fact.pinCites
        .filter(({ evidenceId }) => evidenceId === pleading.evidenceId)
        .flatMap(({ paragraph }) => pleadedAt(paragraph)),
    ];
    const named = allegations.filter(({ number }) =>
      places.some(({ first, last }) => first <= number && number <= last),
    );
    for (const { number } of named) byNumber.get(number)!.push(fact);
    if (places.length > 0 && named.length === 0) astray.push(fact);
  }
  const rows = allegations.map((allegation): TracedAllegation => ({
    allegation,
    support: supportOf(byNumber.get(allegation.number)!, lost, pleading.evidenceId),
    oath: verifiedOn === null ? null : isOnBelief(allegation.text) ? 'on_belief' : 'sworn',
  }));
  return { rows, astray };
}
