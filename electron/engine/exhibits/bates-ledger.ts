import { assignNumbers, formatBates, nextFreeNumber } from '../../../shared/domain/bates.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { BatesRange, BatesSettings } from '../../../shared/model/exhibits.ts';
import type { EvidenceId } from '../../../shared/model/common.ts';
import { sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';

/** A page's number: given (reserved, used), or what it would be given now (planned). */
export interface PageNumber {
  readonly number: number;
  /** Digits it was given with; padding may change later, what was printed may not. */
  readonly digits: number;
  readonly state: 'planned' | 'reserved' | 'used';
}

interface PageKey {
  readonly evidenceId: string;
  /** From 1. */
  readonly page: number;
}

const keyOf = ({ evidenceId, page }: PageKey) => `${evidenceId} ${page}`;

/**
 * The numbers of some items' pages, in order: each page keeps the number it once got in the prefix, in whatever set; the
 * others are given the next free ones.
 *
 * @param items pages of each, in the order of the set
 */
export function planNumbers(
  session: MatterSession,
  bates: BatesSettings,
  items: readonly { readonly evidenceId: string; readonly pages: number }[],
): PageNumber[][] {
  const given = new Map<string, PageNumber>();
  const rows = session.all(
    sql
      .selectFrom('bates_number')
      .select(['number', 'digits', 'evidence_id', 'page', 'state'])
      .where('prefix', '=', bates.prefix),
  );
  for (const { number, digits, evidence_id, page, state } of rows)
    if (state !== 'void') given.set(keyOf({ evidenceId: evidence_id, page }), { number, digits, state });
  const next = nextFreeNumber(
    rows.map((row) => row.number),
    bates.start,
  );
  const wanted = new Map<string, PageNumber | null>();
  for (const { evidenceId, pages } of items)
    for (let page = 1; page <= pages; page += 1) {
      const key = keyOf({ evidenceId, page });
      wanted.set(key, given.get(key) ?? null);
    }
  const numbers = assignNumbers(
    [...wanted.values()].map((present) => present?.number ?? null),
    next,
  );
  [...wanted.keys()].forEach((key, i) => {
    if (wanted.get(key) === null)
      wanted.set(key, { number: numbers[i]!, digits: bates.digits, state: 'planned' });
  });
  return items.map(({ evidenceId, pages }) =>
    Array.from({ length: pages }, (_, i) => wanted.get(keyOf({ evidenceId, page: i + 1 }))!),
  );
}

/**
 * Reserves what is only planned. Must run inside a transaction.
 *
 * @throws AppError BATES_NUMBER_TAKEN when a number would print the same as one of another prefix (AMZ1 + 001, AMZ + 1001),
 *   in capitals or not: people and search programs take Amz001 for AMZ001
 */
export function reserveNumbers(
  session: MatterSession,
  bates: BatesSettings,
  items: readonly { readonly evidenceId: string; readonly pages: number }[],
): PageNumber[][] {
  const planned = planNumbers(session, bates, items);
  const printed = numbersOfOtherPrefixes(session, bates.prefix);
  const done = new Set<number>();
  planned.forEach((pages, i) =>
    pages.forEach(({ number, digits, state }, at) => {
      if (state !== 'planned' || done.has(number)) return;
      done.add(number);
      const text = formatBates({ prefix: bates.prefix, digits }, number);
      if (printed.has(text.toLowerCase())) throw new AppError('BATES_NUMBER_TAKEN', { number: text });
      session.run(
        sql.insertInto('bates_number').values({
          prefix: bates.prefix,
          number,
          digits,
          evidence_id: items[i]!.evidenceId,
          page: at + 1,
          state: 'reserved',
          reason: null,
        }),
      );
    }),
  );
  return planNumbers(session, bates, items);
}

/** Makes reserved numbers used, for good. Must run inside a transaction. */
export function useNumbers(
  session: MatterSession,
  prefix: string,
  items: readonly { readonly evidenceId: string; readonly pages: number }[],
): void {
  for (const { evidenceId, pages } of items)
    session.run(
      sql
        .updateTable('bates_number')
        .set({ state: 'used' })
        .where('prefix', '=', prefix)
        .where('evidence_id', '=', evidenceId)
        .where('page', '<=', pages)
        .where('state', '=', 'reserved'),
    );
}

/** Printed numbers, in small letters, of prefixes that are this one in other letters, begin it, or are begun by it, with digits after. */
function numbersOfOtherPrefixes(session: MatterSession, prefix: string): Set<string> {
  const isConfusable = (other: string) => {
    if (other === prefix) return false;
    const [short, long] = [other, prefix]
      .map((each) => each.toLowerCase())
      .toSorted((a, b) => a.length - b.length) as [string, string];
    return long.startsWith(short) && /^\d*$/.test(long.slice(short.length));
  };
  const prefixes = session
    .all(sql.selectFrom('bates_number').select('prefix').distinct())
    .map((row) => row.prefix)
    .filter(isConfusable);
  if (prefixes.length === 0) return new Set();
  return new Set(
    session
      .all(
        sql.selectFrom('bates_number').select(['prefix', 'digits', 'number']).where('prefix', 'in', prefixes),
      )
      .map((row) => formatBates(row, row.number).toLowerCase()),
  );
}

export interface LedgerPrefix {
  prefix: string;
  digits: number;
  nextFree: string;
  ranges: BatesRange[];
}

/** Every number ever given, by prefix, in runs of consecutive pages of one item in one state. */
export function readLedger(session: MatterSession): LedgerPrefix[] {
  const rows = session.all(
    sql
      .selectFrom('bates_number')
      .innerJoin('evidence_description', 'evidence_description.id', 'bates_number.evidence_id')
      .select([
        'bates_number.prefix',
        'bates_number.number',
        'bates_number.digits',
        'bates_number.evidence_id',
        'bates_number.page',
        'bates_number.state',
        'bates_number.reason',
        'evidence_description.title',
      ])
      .orderBy('bates_number.prefix')
      .orderBy('bates_number.number'),
  );
  const ledger: LedgerPrefix[] = [];
  let last: { number: number; digits: number; range: BatesRange } | null = null;
  for (const row of rows) {
    let entry = ledger.at(-1);
    if (entry?.prefix !== row.prefix) {
      entry = { prefix: row.prefix, digits: row.digits, nextFree: '', ranges: [] };
      ledger.push(entry);
      last = null;
    }
    const printed = formatBates(row, row.number);
    const range = last?.range;
    if (
      last &&
      range &&
      last.number + 1 === row.number &&
      last.digits === row.digits &&
      range.evidenceId === row.evidence_id &&
      range.lastPage + 1 === row.page &&
      range.state === row.state &&
      range.reason === row.reason
    ) {
      range.last = printed;
      range.lastPage = row.page;
      last.number = row.number;
    } else {
      const begun: BatesRange = {
        first: printed,
        last: printed,
        prefix: row.prefix,
        state: row.state,
        evidenceId: row.evidence_id as EvidenceId,
        evidenceTitle: row.title,
        firstPage: row.page,
        lastPage: row.page,
        reason: row.reason,
      };
      entry.ranges.push(begun);
      last = { number: row.number, digits: row.digits, range: begun };
    }
    entry.digits = row.digits;
    entry.nextFree = formatBates(row, row.number + 1);
  }
  return ledger;
}
