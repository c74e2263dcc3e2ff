import type { Argument, BearingSide, Element, Fact, PinCiteFinding } from '../../model/argument.ts';
import type { EvidenceId } from '../../model/common.ts';

/** The facts on one side of an element. */
export interface MatrixCell {
  readonly facts: readonly Fact[];
  /** Items of evidence that show any of them; a pin cite whose words are not there shows nothing. */
  readonly items: number;
  /** Facts that nothing shows. */
  readonly uncited: number;
  /** `uncited`: facts, but none of them has a pin cite; `single`: all rests on one item. */
  readonly state: 'empty' | 'uncited' | 'single' | 'several';
}

export interface MatrixRow {
  readonly element: Element;
  readonly for: MatrixCell;
  readonly against: MatrixCell;
}

/** The elements of one claim, in their order. */
export interface MatrixClaim {
  readonly claim: string;
  readonly rows: readonly MatrixRow[];
}

/** The pin cites whose words are not on their page, or not said at their moment: they show nothing. */
export function lostIds(findings: Iterable<PinCiteFinding>): ReadonlySet<string> {
  return new Set([...findings].filter(({ state }) => state === 'lost').map(({ pinCiteId }) => pinCiteId));
}

/**
 * What must be shown, next to what shows it: for each element the facts for and against, by date, and how broadly they rest on
 * evidence.
 *
 * @param lost ids of pin cites whose words are not on their page
 * @returns the claims in their order, and the facts that bear on no element
 */
export function matrixOf(
  { elements, facts }: Argument,
  lost: ReadonlySet<string> = new Set(),
): {
  readonly claims: readonly MatrixClaim[];
  readonly unplaced: readonly Fact[];
} {
  const claims = Map.groupBy(elements, ({ claim }) => claim);
  return {
    claims: [...claims].map(([claim, own]) => ({
      claim,
      rows: own.map((element) => ({
        element,
        for: cellOf(facts, element, 'for', lost),
        against: cellOf(facts, element, 'against', lost),
      })),
    })),
    unplaced: facts.filter(({ bearings }) => bearings.length === 0),
  };
}

function cellOf(
  facts: readonly Fact[],
  { id }: Element,
  side: BearingSide,
  lost: ReadonlySet<string>,
): MatrixCell {
  const bears = ({ bearings }: Fact) =>
    bearings.some((bearing) => bearing.elementId === id && bearing.side === side);
  return supportOf(facts.filter(bears), lost);
}

/**
 * How broadly facts rest on evidence.
 *
 * @param lost ids of pin cites whose words are not on their page
 * @param notCounted an item that shows nothing here, such as the pleading that says so itself
 */
export function supportOf(
  facts: readonly Fact[],
  lost: ReadonlySet<string>,
  notCounted: EvidenceId | null = null,
): MatrixCell {
  const shownBy = facts.map(({ pinCites }) =>
    pinCites
      .filter(({ id, evidenceId }) => !lost.has(id) && evidenceId !== notCounted)
      .map(({ evidenceId }) => evidenceId),
  );
  const items = new Set(shownBy.flat()).size;
  const uncited = shownBy.filter((shown) => shown.length === 0).length;
  const state = facts.length === 0 ? 'empty' : items === 0 ? 'uncited' : items === 1 ? 'single' : 'several';
  return { facts, items, uncited, state };
}
