import { vocabularyOf } from '../../../../shared/domain/search/words.ts';
import type { MatterSession } from '../../store/session.ts';
import { beginBulkIndexing, endBulkIndexing } from './page-index.ts';
import { areTermsNoted, isBulkIndexing, noteTerms, relistTerms } from './page-terms.ts';
import { listRowsBehind, renewRow, rowsBehind, subjectKinds } from './renew-rows.ts';
import { subjectTexts, type Subject } from './subject-texts.ts';

/** Milliseconds one step takes, and rows between two looks at the clock. */
const stepMs = 25;
const rowsPerLook = 32;
/**
 * From this many pages to fold again, the index is written in large pieces and merged at the end: otherwise it merges by itself, in one go,
 * of which a tenth was removed.
 */
const bulkPages = 500;

/**
 * Folds rows again that an earlier version folded, in short steps, and removes those whose text is gone. What a crash or a
 * cancel leaves is done the next time.
 *
 * @param pause lets others work between two steps; returns whether to go on
 * @param tell how many rows are done, and of how many
 * @returns whether every row is in step
 */
export async function renewIndex(
  session: MatterSession,
  pause: () => Promise<boolean>,
  tell: (done: number, total: number) => void,
): Promise<boolean> {
  const total = rowsBehind(session);
  let done = 0;
  let changedPages = 0;
  for (const kind of subjectKinds)
    for (;;) {
      const step = session.db.transaction(renewSome)(session, kind);
      if (step.looked === 0) break;
      done += step.looked;
      if (kind === 'page') changedPages += step.changed;
      if (changedPages >= bulkPages && !isBulkIndexing(session)) beginBulkIndexing(session);
      tell(done, Math.max(done, total));
      if (!(await pause())) return false;
    }
  if (isBulkIndexing(session)) await endBulkIndexing(session, pause);
  // The words of pages were noted again, so each counted twice.
  else if (changedPages > 0) await relistTerms(session, pause);
  return true;
}

/** Brings rows of one kind in step for as long as a step takes. */
function renewSome(session: MatterSession, kind: Subject['kind']): { looked: number; changed: number } {
  const until = performance.now() + stepMs;
  const textOf = subjectTexts(session);
  const pages: string[] = [];
  let looked = 0;
  let changed = 0;
  do {
    const rows = listRowsBehind(session, kind, rowsPerLook);
    if (rows.length === 0) break;
    for (const row of rows) {
      const folded = renewRow(session, row, textOf(row));
      if (folded === null) continue;
      changed++;
      if (kind === 'page') pages.push(folded);
    }
    looked += rows.length;
  } while (performance.now() < until);
  if (pages.length > 0 && areTermsNoted(session)) noteTerms(session, pages.map(vocabularyOf));
  return { looked, changed };
}
