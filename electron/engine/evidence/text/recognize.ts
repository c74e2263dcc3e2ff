import type { Api, JobResult } from '../../../../shared/contract/api.ts';
import type { ParsedInputOf } from '../../../../shared/contract/define.ts';
import { formatCount, formatNumber } from '../../../../shared/domain/amounts.ts';
import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import { safeStack } from '../../../../shared/errors/scrub.ts';
import type { EvidenceId, Problem } from '../../../../shared/model/common.ts';
import { problemOf } from '../../formats/reading.ts';
import type { JobContext } from '../../handlers.ts';
import { poolThreads, runInWorker } from '../../jobs/worker-pool.ts';
import { passwordOf } from '../../store/passwords.ts';
import { readPendingText } from './read-pending.ts';
import { locationOf } from '../content/originals.ts';
import {
  listRecognizable,
  pageStandings,
  renewDerived,
  storeRecognition,
  type RecognizableItem,
} from './recognition-repository.ts';

type RecognizedItem = JobResult<'evidence.ocr'>['items'][number];

/** Pages read at once. With more than two worker threads, one is left free for showing pages meanwhile. */
const atOnce = Math.max(2, poolThreads - 1);
/** What one page may take, in milliseconds by the clock: a hundred times the usual, since a busy machine is no fault of the page. */
const timeoutMs = 300_000;

interface PageOfItem {
  readonly item: RecognizableItem;
  readonly page: number;
  readonly outcome: RecognizedItem;
}

/**
 * Recognizes the text of pages that are pictures of it. Each page is stored separately: a cancel keeps what is done, and a page
 * that fails is a problem of its item while the rest goes on. Text of the files' own is never replaced.
 *
 * @throws AppError NOT_FOUND, INVALID_INPUT, CANCELLED, DISK_FULL
 * @example 'evidence.ocr': (options, context) => recognizeEvidence(options, context)
 */
export async function recognizeEvidence(
  { ids, pages }: Omit<ParsedInputOf<Api, 'evidence.ocr'>, 'matterId'>,
  context: JobContext,
): Promise<{ items: RecognizedItem[] }> {
  if (pages !== undefined && ids?.length !== 1)
    throw new AppError('INVALID_INPUT', { summary: 'pages can be named for one item at a time' });
  const { session, signal } = context;
  // What has not been looked at page by page is not known to need recognition.
  await readPendingText(context);
  const items = listRecognizable(session, ids && [...new Set(ids)]);
  if (ids && items.length < new Set(ids).size) throw new AppError('NOT_FOUND', { what: 'item of evidence' });
  const outcomes = items.map((item) => ({
    id: item.id as EvidenceId,
    pages: item.pages,
    recognised: 0,
    problems: [] as Problem[],
  }));
  const queue = items.flatMap((item, index) => planPages(item, pages, outcomes[index]!, context));
  const left = new Map<number, number>();
  for (const { item } of queue) left.set(item.contentId, (left.get(item.contentId) ?? 0) + 1);
  const touched = new Set<number>();
  // As soon as an item is done: a crash later in a long run leaves no item without what follows from its text.
  const endPage = (contentId: number) => {
    const more = left.get(contentId)! - 1;
    left.set(contentId, more);
    if (more > 0) touched.add(contentId);
    else {
      touched.delete(contentId);
      renewDerived(session, contentId);
    }
  };
  let done = 0;
  const total = queue.length;
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      signal.throwIfAborted();
      const { item, page } = next;
      context.progress(done, total, `Recognizing page ${formatNumber(page)} of “${item.name}”`);
      await recognizeOne(next, context);
      endPage(item.contentId);
      context.progress(++done, total, `Recognized ${formatNumber(done)} of ${formatCount(total, 'page')}`);
    }
  };
  try {
    const ends = await Promise.allSettled(Array.from({ length: atOnce }, work));
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
  } catch (error) {
    const recognized = outcomes.reduce((sum, { recognised }) => sum + recognised, 0);
    if (signal.aborted && recognized > 0)
      throw new AppError('CANCELLED', { recognized, of: total }, { cause: error });
    throw error;
  } finally {
    for (const contentId of touched) renewDerived(session, contentId);
  }
  signal.throwIfAborted();
  return { items: outcomes };
}

/** The pages of an item to be recognized now: those asked for, else those that wait. */
function planPages(
  item: RecognizableItem,
  asked: readonly number[] | undefined,
  outcome: RecognizedItem,
  { session }: JobContext,
): PageOfItem[] {
  const standings = pageStandings(session, item.contentId);
  if (asked === undefined)
    return standings.filter(({ needsOcr }) => needsOcr).map(({ page }) => ({ item, page, outcome }));
  const byPage = new Map(standings.map((standing) => [standing.page, standing]));
  return [...new Set(asked)].flatMap((page) => {
    const standing = byPage.get(page);
    if (!standing) {
      outcome.problems.push(problemOf('PDF_PAGE_NOT_FOUND', { page }));
      return [];
    }
    if (!standing.hasFileText) return [{ item, page, outcome }];
    outcome.problems.push(problemOf('EVIDENCE_PAGE_HAS_TEXT', { page }));
    return [];
  });
}

async function recognizeOne({ item, page, outcome }: PageOfItem, context: JobContext): Promise<void> {
  const { session, platform, signal } = context;
  const { contentId, kind, name } = item;
  let recognised;
  try {
    recognised = await runInWorker(
      platform,
      'ocr.recognize',
      {
        location: locationOf(contentId, session),
        kind,
        name,
        page,
        password: passwordOf(session, contentId),
      },
      { timeoutMs, limitCode: 'EVIDENCE_TOO_DEMANDING', name, signal },
    );
  } catch (error) {
    if (signal.aborted || isAppError(error, 'CANCELLED')) throw error;
    if (!isAppError(error)) platform.log.error('page not recognised', { kind, reason: safeStack(error) });
    outcome.problems.push(problemOf('EVIDENCE_PAGE_NOT_RECOGNISED', { page, reason: reasonOf(error) }));
    return;
  }
  storeRecognition(session, contentId, page, recognised);
  if (recognised.words.length > 0) outcome.recognised++;
}

function reasonOf(error: unknown): string {
  if (isAppError(error, 'EVIDENCE_TOO_DEMANDING'))
    return `it took more ${String(error.details['limit'] ?? 'time or memory')} than allowed`;
  if (isAppError(error, 'PDF_ENCRYPTED')) return 'the file is protected by a password';
  return 'the page is damaged';
}
