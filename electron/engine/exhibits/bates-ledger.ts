import {
  describePages,
  formatBates,
  maxBatesNumber,
  nextFreeNumber,
  type NumberedPage,
} from '../../../shared/domain/exhibits/bates.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { BatesSettings } from '../../../shared/model/exhibits.ts';
import type { MatterSession } from '../store/session.ts';

/** A page's number: assigned (reserved, used), or the one it would be assigned now (planned). */
export interface PageNumber {
  readonly number: number;
  /** Digits and suffix it was assigned with: settings may change later, printed numbers may not. */
  readonly digits: number;
  readonly suffix: string;
  readonly state: 'planned' | 'reserved' | 'used';
}

/** Which pages of an exhibit are numbered. */
export interface NumberedItem {
  readonly exhibitId: string;
  /** Null for an exhibit without evidence: a reserved or withdrawn label. */
  readonly evidenceId: string | null;
  /** Who owns the number of the page that stands for it: this exhibit alone, or the item in every set; null without one. */
  readonly standIn: 'exhibit' | 'item' | null;
  /** Pages of the item that are carried, from 1, each once. */
  readonly pages: readonly number[];
}

/** The numbers of an exhibit. */
export interface ExhibitNumbers {
  readonly standIn: PageNumber | null;
  /** One for each page carried, in order. */
  readonly pages: readonly PageNumber[];
}

/** The numbers of an exhibit in the order they were given: that of the page that stands for it first. */
export function numbersInOrder({ standIn, pages }: ExhibitNumbers): readonly PageNumber[] {
  return standIn ? [standIn, ...pages] : pages;
}

/** A number as printed. @example printNumber({ prefix: 'AMZ' }, number) // 'AMZ000012' */
export function printNumber(
  { prefix }: Pick<BatesSettings, 'prefix'>,
  { number, digits, suffix }: Pick<PageNumber, 'number' | 'digits' | 'suffix'>,
): string {
  return formatBates({ prefix, digits, suffix }, number);
}

/** Item (its place in the list), page, number, digits, suffix, whether it is used, exhibit. Few and short columns: there are many rows. */
type GivenRow = [number, number, number, number, string, 0 | 1, string | null];

/** CROSS JOIN has it look up each item; left to choose, SQLite goes through the whole prefix, and for each number through all items. */
const selectGiven = /* sql */ `
  SELECT item.key, page, number, digits, suffix, state = 'used', exhibit_id
    FROM json_each(?) item CROSS JOIN bates_number ON evidence_id = item.value
    WHERE prefix = ? AND state <> 'void'`;

/** Numbers of some items in a prefix: of each item, by page, and by exhibit for pages that stand for one. */
class GivenNumbers {
  readonly #items = new Map<string, Map<number | string, PageNumber>>();

  /** @param items whose numbers are read; of others nothing is known */
  constructor(session: MatterSession, prefix: string, items: readonly NumberedItem[]) {
    const ids = [...new Set(items.flatMap(({ evidenceId }) => evidenceId ?? []))];
    const places = ids.map(() => new Map<number | string, PageNumber>());
    ids.forEach((id, at) => this.#items.set(id, places[at]!));
    const rows = session.prepare(selectGiven).raw().iterate(JSON.stringify(ids), prefix);
    for (const [at, page, number, digits, suffix, isUsed, exhibitId] of rows as IterableIterator<GivenRow>)
      places[at]!.set(exhibitId ?? page, {
        number,
        digits,
        suffix,
        state: isUsed === 1 ? 'used' : 'reserved',
      });
  }

  /** @param place a page of the item, from 1, 0 for a page that stands for it in every set; or the exhibit it stands for */
  get(evidenceId: string, place: number | string): PageNumber | undefined {
    return this.#items.get(evidenceId)?.get(place);
  }

  /** As `get`. @param evidenceId of one of the items that were read */
  set(evidenceId: string, place: number | string, number: PageNumber): void {
    this.#items.get(evidenceId)!.set(place, number);
  }
}

/** Where the number of the page that stands for an item is kept: under its exhibit, or under page 0 of the item. */
const placeOfStandIn = ({ standIn, exhibitId }: NumberedItem) => (standIn === 'exhibit' ? exhibitId : 0);

/**
 * The numbers of some exhibits, in order: each page keeps the number it once got in the prefix, in whatever set; the others
 * get the next free ones. The cost grows with the pages requested, not with the ledger.
 *
 * @param items exhibits in the order of the set
 */
export function planNumbers(
  session: MatterSession,
  bates: BatesSettings,
  items: readonly NumberedItem[],
): ExhibitNumbers[] {
  const given = new GivenNumbers(session, bates.prefix, items);
  let next = nextFreeNumber(lastNumbers(session, bates.prefix), bates.start);
  const { digits, suffix } = bates;
  const numberOf = (evidenceId: string, place: number | string): PageNumber => {
    const present = given.get(evidenceId, place);
    if (present) return present;
    const planned: PageNumber = { number: next, digits, suffix, state: 'planned' };
    next += 1;
    given.set(evidenceId, place, planned);
    return planned;
  };
  return items.map((item) => {
    const { evidenceId, standIn, pages } = item;
    if (evidenceId === null) return { standIn: null, pages: [] };
    return {
      standIn: standIn && numberOf(evidenceId, placeOfStandIn(item)),
      pages: pages.map((page) => numberOf(evidenceId, page)),
    };
  });
}

/**
 * Reserves the planned numbers. Must run inside a transaction.
 *
 * @throws AppError BATES_NUMBER_TAKEN when a number would print the same as one of another prefix (AMZ1 + 001, AMZ + 1001),
 *   in capitals or not: people and search programs take Amz001 for AMZ001; BATES_NUMBERS_USED_UP when the last number of the
 *   prefix is not enough
 */
export function reserveNumbers(
  session: MatterSession,
  bates: BatesSettings,
  items: readonly NumberedItem[],
): ExhibitNumbers[] {
  const planned = planNumbers(session, bates, items);
  const clashes = confusablePrefixes(session, bates.prefix);
  const insert = session.prepare(/* sql */ `
    INSERT INTO bates_number (prefix, number, digits, suffix, evidence_id, page, exhibit_id, state)
      VALUES (?, ?, ?, ?, ?, ?, ?, 'reserved')`);
  const done = new Set<number>();
  const reserve = (page: PageNumber, evidenceId: string, at: number, exhibitId: string | null) => {
    if (page.state !== 'planned' || done.has(page.number)) return;
    done.add(page.number);
    if (page.number > maxBatesNumber) throw numbersUsedUp(bates);
    if (clashes.some((other) => isGivenInPrefix(session, other, bates.prefix, page)))
      throw new AppError('BATES_NUMBER_TAKEN', { number: printNumber(bates, page) });
    insert.run(bates.prefix, page.number, page.digits, page.suffix, evidenceId, at, exhibitId);
  };
  planned.forEach(({ standIn, pages }, i) => {
    const item = items[i]!;
    const { evidenceId } = item;
    if (evidenceId === null) return;
    if (standIn) reserve(standIn, evidenceId, 0, item.standIn === 'exhibit' ? item.exhibitId : null);
    pages.forEach((page, at) => reserve(page, evidenceId, item.pages[at]!, null));
  });
  return planNumbers(session, bates, items);
}

/** The error that numbers would have more digits than can be read back. */
export function numbersUsedUp({ prefix, suffix }: BatesSettings): AppError {
  const last = printNumber({ prefix }, { number: maxBatesNumber, digits: 0, suffix });
  return new AppError('BATES_NUMBERS_USED_UP', { prefix, last });
}

/**
 * Marks the reserved numbers of some exhibits as used, permanently. Must run inside a transaction.
 *
 * @param items as a build found them: what it counted of their pages
 */
export function useNumbers(
  session: MatterSession,
  bates: BatesSettings,
  items: readonly NumberedItem[],
): void {
  const use = session.prepare(
    `UPDATE bates_number SET state = 'used' WHERE prefix = ? AND number = ? AND state = 'reserved'`,
  );
  for (const numbers of planNumbers(session, bates, items))
    for (const { number, state } of numbersInOrder(numbers))
      if (state === 'reserved') use.run(bates.prefix, number);
}

/** A number that becomes void with an exhibit. */
export interface GoingNumber extends Pick<PageNumber, 'number' | 'digits' | 'suffix'> {
  readonly exhibitId: string;
}

/**
 * The numbers of exhibits that become void when these are withdrawn: what they have now, and what else was given to their items,
 * for pages that were carried once and no longer are; except those that other exhibits have too. Each number once.
 *
 * @param others exhibits, of all sets with the prefix, that go on
 */
export function goingNumbers(
  session: MatterSession,
  prefix: string,
  withdrawn: readonly NumberedItem[],
  others: readonly NumberedItem[],
): GoingNumber[] {
  const kept = new Set(givenNumbersOf(session, prefix, others).flatMap(numbersOf));
  const going = new Map<number, GoingNumber>();
  const take = (exhibitId: string, numbers: readonly Omit<GoingNumber, 'exhibitId'>[]) => {
    for (const { number, digits, suffix } of numbers)
      if (!kept.has(number) && !going.has(number)) going.set(number, { number, digits, suffix, exhibitId });
  };
  // Each exhibit's own numbers first, so that of two excerpts of an item each leaves its own reason.
  givenNumbersOf(session, prefix, withdrawn).forEach((given, at) => take(withdrawn[at]!.exhibitId, given));
  const selectEver = session.prepare(
    `SELECT number, digits, suffix FROM bates_number WHERE state <> 'void'
       AND prefix = @prefix AND evidence_id = @evidenceId AND ifnull(exhibit_id, @exhibitId) = @exhibitId`,
  );
  for (const { evidenceId, exhibitId } of withdrawn)
    take(exhibitId, selectEver.all({ prefix, evidenceId, exhibitId }) as PageNumber[]);
  return [...going.values()];
}

/** Voids numbers of a prefix, permanently. Must run inside a transaction. */
export function voidNumbers(
  session: MatterSession,
  prefix: string,
  numbers: readonly { readonly number: number; readonly reason: string }[],
): void {
  const makeVoid = session.prepare(
    `UPDATE bates_number SET state = 'void', reason = ? WHERE prefix = ? AND number = ? AND state <> 'void'`,
  );
  for (const { number, reason } of numbers) makeVoid.run(reason, prefix, number);
}

const numbersOf = (pages: readonly PageNumber[]) => pages.map(({ number }) => number);

/** The numbers that exhibits have in a prefix: those assigned, without those only planned. */
function givenNumbersOf(
  session: MatterSession,
  prefix: string,
  items: readonly NumberedItem[],
): PageNumber[][] {
  const given = new GivenNumbers(session, prefix, items);
  return items.map((item) => {
    const { evidenceId, standIn, pages } = item;
    if (evidenceId === null) return [];
    const places = standIn ? [placeOfStandIn(item), ...pages] : pages;
    return places.flatMap((place) => given.get(evidenceId, place) ?? []);
  });
}

/** Bates numbers that the pages of an item have or that are reserved for them, each prefix in words. */
export function numbersOfItem(session: MatterSession, id: string): string[] {
  return describeNumbersOfItem(session, id, `state <> 'void'`);
}

/** Bates numbers that pages of an item once had and that are void now, each prefix in words. */
export function voidNumbersOfItem(session: MatterSession, id: string): string[] {
  return describeNumbersOfItem(session, id, `state = 'void'`);
}

function describeNumbersOfItem(session: MatterSession, id: string, condition: string): string[] {
  const rows = session
    .prepare(
      `SELECT prefix, number, digits, suffix FROM bates_number WHERE evidence_id = ? AND ${condition}
         ORDER BY prefix, page, number`,
    )
    .all(id) as (NumberedPage & { prefix: string })[];
  return [...Map.groupBy(rows, ({ prefix }) => prefix)].map(([prefix, pages]) =>
    describePages(prefix, pages),
  );
}

/** The greatest number of a prefix given here, and the greatest used elsewhere. */
function lastNumbers(session: MatterSession, prefix: string): number[] {
  const rows = session
    .prepare(
      `SELECT max(number) FROM bates_number WHERE prefix = ? UNION ALL SELECT max(last) FROM bates_elsewhere WHERE prefix = ?`,
    )
    .pluck()
    .all(prefix, prefix) as (number | null)[];
  return rows.filter((number) => number !== null);
}

/** Prefixes with numbers, here or elsewhere. */
export function givenPrefixes(session: MatterSession): string[] {
  return session
    .prepare('SELECT prefix FROM bates_number UNION SELECT prefix FROM bates_elsewhere')
    .pluck()
    .all() as string[];
}

/** Other prefixes with numbers that are this one in other letters, begin it, or are begun by it, with digits after. */
export function confusablePrefixes(session: MatterSession, prefix: string): string[] {
  return givenPrefixes(session).filter((other) => {
    if (other === prefix) return false;
    const [short, long] = [other, prefix]
      .map((each) => each.toLowerCase())
      .toSorted((a, b) => a.length - b.length) as [string, string];
    return long.startsWith(short) && /^\d*$/.test(long.slice(short.length));
  });
}

/** Where a number was given: here, or in a range used elsewhere. */
export function givenAs(
  session: MatterSession,
  prefix: string,
  number: number,
): { readonly state: 'reserved' | 'used' | 'void'; readonly digits: number }[] {
  return session
    .prepare(
      // Ranges of a prefix never overlap: the last one that begins by then is the only one to look at.
      `SELECT state, digits FROM bates_number WHERE prefix = @prefix AND number = @number
         UNION ALL SELECT state, digits FROM (SELECT state, digits, last FROM bates_elsewhere
           WHERE prefix = @prefix AND first <= @number ORDER BY first DESC LIMIT 1) WHERE last >= @number`,
    )
    .all({ prefix, number }) as ReturnType<typeof givenAs>;
}

/** Whether a number of one prefix, read as one of a prefix it can be taken for, was given there and printed alike. */
function isGivenInPrefix(
  session: MatterSession,
  other: string,
  prefix: string,
  { number, digits }: PageNumber,
): boolean {
  const printed = formatBates({ prefix, digits }, number);
  const run = printed.slice(other.length);
  if (!printed.toLowerCase().startsWith(other.toLowerCase())) return false;
  if (!/^\d{1,15}$/.test(run)) return false;
  return givenAs(session, other, Number(run)).some(
    (theirs) => String(Number(run)).padStart(theirs.digits, '0') === run,
  );
}
