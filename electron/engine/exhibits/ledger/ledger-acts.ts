import {
  formatBates,
  isRangeMiswritten,
  parseBatesRange,
  uncoveredRanges,
  type BatesSpan,
  type NumberRange,
} from '../../../../shared/domain/exhibits/bates.ts';
import { firstIndex } from '../../../../shared/domain/first-index.ts';
import type { LedgerPrefix } from '../../../../shared/model/bates-ledger.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { CommandContext } from '../../handlers.ts';
import { sql } from '../../store/query-builder.ts';
import type { MatterSession } from '../../store/session.ts';
import { confusablePrefixes } from '../bates-ledger.ts';
import { readLedger } from './ledger-view.ts';

/** A range as somebody wrote it. */
interface WrittenRange {
  readonly range: string;
  /** Where it was used. */
  readonly note: string;
}

/**
 * Enters ranges used elsewhere, so that nothing here takes them. What was entered before, in capitals or
 * not, is left as it is; only the rest is added.
 *
 * @returns the ledger as it stands then, as all acts on it do
 *
 * @throws AppError BATES_RANGE_INVALID; BATES_NUMBER_TAKEN when a number in one of them was given here
 */
export function importRanges(
  ranges: readonly WrittenRange[],
  { session, describe }: Pick<CommandContext, 'session' | 'describe'>,
): LedgerPrefix[] {
  const known = knownPrefixes(session);
  const alike = Map.groupBy(
    ranges.map(({ range, note }) => ({ ...readRange(range, known), note })),
    ({ prefix, digits }) => `${digits} ${prefix}`,
  );
  for (const spans of alike.values()) {
    const { prefix, digits: printedDigits } = spans[0]!;
    assertNoneGiven(session, prefix, spans);
    // Printed alike but for capitals, a person reads the same number: amz0005 of a second list is AMZ0005 of the first.
    const covered = session
      .prepare(
        `SELECT first, last FROM bates_elsewhere
           WHERE prefix = @prefix OR (prefix = @prefix COLLATE NOCASE AND digits = @printedDigits)`,
      )
      .all({ prefix, printedDigits }) as NumberRange[];
    uncoveredRanges(spans, covered).forEach((parts, at) => {
      const { digits, suffix, note } = spans[at]!;
      for (const part of parts)
        insertElsewhere(session, { prefix, ...part, digits, suffix, state: 'used', note });
    });
  }
  describe(
    ranges.length === 1
      ? `enter ${ranges[0]!.range} as used elsewhere`
      : `enter ${ranges.length} ranges of Bates numbers used elsewhere`,
  );
  return readLedger(session);
}

/**
 * Makes every reserved or used number of a range void, for good. Planned numbers are in no ledger, and stay free.
 *
 * @throws AppError BATES_RANGE_INVALID, NOT_FOUND when no number of the range was given
 */
export function voidRange(
  range: string,
  reason: string,
  { session, describe }: Pick<CommandContext, 'session' | 'describe'>,
): LedgerPrefix[] {
  const isDone = readings(range, knownPrefixes(session)).some(
    (span) => voidOwn(session, span, reason) + voidElsewhere(session, span, reason) > 0,
  );
  if (!isDone) throw new AppError('NOT_FOUND', { what: `Bates number ${range}` });
  describe(`void Bates numbers ${range}`);
  return readLedger(session);
}

/**
 * Takes back a range, or a part of one, that was wrongly entered as used elsewhere: the ledger no longer knows of it,
 * and the next free number follows what is left. What was given here and what is void stays. The reason stays in the history.
 *
 * @throws AppError BATES_RANGE_INVALID, NOT_FOUND when no number of the range stands as used elsewhere
 */
export function takeBackRange(
  range: string,
  reason: string,
  { session, describe }: Pick<CommandContext, 'session' | 'describe'>,
): LedgerPrefix[] {
  const isDone = readings(range, knownPrefixes(session)).some(
    (span) => cutElsewhere(session, span).length > 0,
  );
  if (!isDone) throw new AppError('NOT_FOUND', { what: `Bates number ${range} as used elsewhere` });
  describe(`take back ${range} as used elsewhere: ${reason}`);
  return readLedger(session);
}

/** Says whose numbers a prefix counts. @throws AppError NOT_FOUND when neither the ledger nor a set has the prefix */
export function setParty(
  prefix: string,
  party: string,
  { session, describe }: CommandContext,
): LedgerPrefix[] {
  if (!knownPrefixes(session).some((known) => known.prefix === prefix))
    throw new AppError('NOT_FOUND', { what: `Bates prefix ${prefix}` });
  describe(`say whose Bates numbers ${prefix} counts`);
  session.run(
    sql
      .insertInto('bates_prefix')
      .values({ id: prefix, party })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ party })),
  );
  return readLedger(session);
}

/** Prefixes of the ledger and of sets, with how many digits follow them. */
function knownPrefixes(session: MatterSession): { prefix: string; digits: number }[] {
  return session
    .prepare(
      `SELECT prefix, digits FROM bates_number UNION SELECT prefix, digits FROM bates_elsewhere
         UNION SELECT bates_prefix, bates_digits FROM exhibit_set WHERE bates_prefix IS NOT NULL`,
    )
    .all() as { prefix: string; digits: number }[];
}

/**
 * What a written range can mean: of SMITH2000001 only the prefixes in use tell SMITH2 from SMITH, and of AMZ2021-2500 whether it is one
 * number or two, so those that fit are tried first.
 *
 * @throws AppError BATES_RANGE_INVALID
 */
function readings(range: string, known: ReturnType<typeof knownPrefixes>): BatesSpan[] {
  const fitting = known.flatMap(({ prefix, digits }) => {
    const span = /\d[._-]*$/.test(prefix) ? parseBatesRange(range, prefix) : null;
    return span?.digits === digits ? [span] : [];
  });
  const spans = [...fitting.toSorted((a, b) => b.prefix.length - a.prefix.length), parseBatesRange(range)];
  const read = spans.filter((span) => span !== null);
  if (read.length === 0) throw new AppError('BATES_RANGE_INVALID', { range });
  return read;
}

/** @throws AppError BATES_RANGE_INVALID, for what only a prefix that nobody uses would make one number too */
function readRange(range: string, known: ReturnType<typeof knownPrefixes>): BatesSpan {
  const span = readings(range, known)[0]!;
  if (isRangeMiswritten(span) && !known.some(({ prefix }) => prefix === span.prefix))
    throw new AppError('BATES_RANGE_INVALID', { range });
  return span;
}

/** @returns how many numbers became void */
function voidOwn(session: MatterSession, { prefix, first, last }: BatesSpan, reason: string): number {
  return session.run(
    sql
      .updateTable('bates_number')
      .set({ state: 'void', reason })
      .where('prefix', '=', prefix)
      .where('number', '>=', first)
      .where('number', '<=', last)
      .where('state', '<>', 'void'),
  );
}

/** @returns how many ranges used elsewhere had numbers that became void */
function voidElsewhere(session: MatterSession, span: BatesSpan, reason: string): number {
  const parts = cutElsewhere(session, span);
  for (const part of parts) insertElsewhere(session, { ...part, state: 'void', note: reason });
  return parts.length;
}

/** Cuts numbers out of the ranges used elsewhere; what stands before and after them stays. @returns what was cut out */
function cutElsewhere(session: MatterSession, { prefix, first, last }: BatesSpan): BatesSpan[] {
  const touched = session.all(
    sql
      .selectFrom('bates_elsewhere')
      .selectAll()
      .where('prefix', '=', prefix)
      .where('state', '=', 'used')
      .where('first', '<=', last)
      .where('last', '>=', first),
  );
  return touched.map(({ id, ...row }) => {
    session.run(sql.deleteFrom('bates_elsewhere').where('id', '=', id));
    const [from, to] = [Math.max(first, row.first), Math.min(last, row.last)];
    if (row.first < from) insertElsewhere(session, { ...row, last: from - 1 });
    if (row.last > to) insertElsewhere(session, { ...row, first: to + 1 });
    return { ...row, first: from, last: to };
  });
}

function insertElsewhere(
  session: MatterSession,
  row: BatesSpan & { readonly state: 'used' | 'void'; readonly note: string },
): void {
  session
    .prepare(
      `INSERT INTO bates_elsewhere (prefix, first, last, digits, suffix, state, note)
         VALUES (@prefix, @first, @last, @digits, @suffix, @state, @note)`,
    )
    .run(row);
}

/** @throws AppError BATES_NUMBER_TAKEN when one of the ranges has a number that was given here, or prints like one */
function assertNoneGiven(session: MatterSession, prefix: string, spans: readonly BatesSpan[]): void {
  const ranges = uncoveredRanges(spans, [])
    .flat()
    .toSorted((a, b) => a.first - b.first);
  for (const other of [prefix, ...confusablePrefixes(session, prefix)]) {
    const rows = session
      .prepare('SELECT number, digits, suffix FROM bates_number WHERE prefix = ? ORDER BY number')
      .iterate(other) as IterableIterator<{ number: number; digits: number; suffix: string }>;
    for (const { number, digits, suffix } of rows) {
      const printed = formatBates({ prefix: other, digits }, number);
      const read = other === prefix ? number : readAs(prefix, printed);
      if (read !== null && isWithin(ranges, read))
        throw new AppError('BATES_NUMBER_TAKEN', { number: `${printed}${suffix}` });
    }
  }
}

/** A printed number as one of a prefix it can be taken for. */
function readAs(prefix: string, printed: string): number | null {
  const run = printed.slice(prefix.length);
  const isOne = printed.toLowerCase().startsWith(prefix.toLowerCase()) && /^\d+$/.test(run);
  return isOne ? Number(run) : null;
}

/** Whether a number stands in one of some ranges. @param ranges in order, none overlapping another */
function isWithin(ranges: readonly NumberRange[], number: number): boolean {
  const range = ranges[firstIndex(ranges.length, (at) => ranges[at]!.last >= number)];
  return range !== undefined && range.first <= number;
}
