import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { formatBates } from '../../../shared/domain/bates.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { CommandContext } from '../handlers.ts';
import { sql } from '../store/query-builder.ts';
import { planNumbers, useNumbers } from './bates-ledger.ts';
import { getSet, listExhibits, sealSet } from './exhibit-repository.ts';
import { planHash } from './exhibits-view.ts';

/**
 * Seals a set as it was last built: its numbers are used for good. Sealing again makes the numbers of late exhibits used.
 *
 * @throws AppError NOT_FOUND, EXHIBIT_SET_EMPTY, EXHIBIT_BUILD_MISSING when the set was never built as it stands, or its files are
 *   gone; EXHIBIT_SET_SEALED when nothing was added since
 */
export function seal(
  setId: string,
  { session, platform, describe }: CommandContext,
): { sealedAt: string; batesFirst: string | null; batesLast: string | null } {
  const set = getSet(session, setId);
  const exhibits = listExhibits(session, setId);
  if (exhibits.length === 0) throw new AppError('EXHIBIT_SET_EMPTY');
  const isLate = exhibits.some(({ createdAt }) => set.sealedAt !== null && createdAt > set.sealedAt);
  if (set.sealedAt !== null && !isLate) throw new AppError('EXHIBIT_SET_SEALED');
  const build = session.get(
    sql
      .selectFrom('build')
      .selectAll()
      .where('set_id', '=', setId)
      .orderBy('built_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1),
  );
  if (
    !build ||
    build.plan_sha256 !== planHash(session, set, exhibits) ||
    !existsSync(join(build.folder, 'manifest.json'))
  )
    throw new AppError('EXHIBIT_BUILD_MISSING');
  describe(`seal exhibit set “${set.name}”`);
  const sealedAt = platform.now();
  sealSet(session, setId, sealedAt);
  const { bates } = set;
  if (!bates) return { sealedAt, batesFirst: null, batesLast: null };
  const items = exhibits.map(({ evidenceId }) => ({
    evidenceId,
    pages: reservedPages(session, bates.prefix, evidenceId),
  }));
  useNumbers(session, bates.prefix, items);
  const numbers = planNumbers(session, bates, items)
    .flat()
    .sort((a, b) => a.number - b.number);
  const print = (page: (typeof numbers)[number] | undefined) =>
    page ? formatBates({ prefix: bates.prefix, digits: page.digits }, page.number) : null;
  return { sealedAt, batesFirst: print(numbers[0]), batesLast: print(numbers.at(-1)) };
}

/** How many pages of an item bear numbers: what the build found there, not what intake counted. */
function reservedPages(session: CommandContext['session'], prefix: string, evidenceId: string): number {
  const row = session.get(
    sql
      .selectFrom('bates_number')
      .select(({ fn }) => fn.max('page').as('pages'))
      .where('prefix', '=', prefix)
      .where('evidence_id', '=', evidenceId)
      .where('state', '<>', 'void'),
  );
  return row?.pages ?? 0;
}
