import { formatShare } from '../../../../shared/domain/amounts.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import { safeStack } from '../../../../shared/errors/scrub.ts';
import { groupOf } from '../../../../shared/model/evidence.ts';
import { problemOf, type TextBatch } from '../../formats/reading.ts';
import type { JobContext, MatterContext } from '../../handlers.ts';
import {
  beginBulkIndexing,
  endBulkIndexing,
  isBulkIndexing,
  renewIndex,
  rowsBehind,
} from '../../search/index.ts';
import { runInWorker, type WorkerLimits } from '../../jobs/worker-pool.ts';
import { readTextInParts } from '../../pdf/index.ts';
import { passwordOf } from '../../store/passwords.ts';
import type { MatterSession } from '../../store/session.ts';
import { withGivenText } from './given-text.ts';
import { locationOf } from '../content/originals.ts';
import { evidenceCodes } from '../intake/receiving/inspection.ts';
import {
  findUnread,
  hasUnread,
  listOutdated,
  listUnread,
  storePagesBefore,
  storeText,
  type ReadPage,
  type TextOfContent,
  type TextProblem,
  type UnreadContent,
} from './page-repository.ts';

/** Originals under way at once: enough that two worker threads never wait for the writing of what was read. */
const maxPending = 4;
/** From this size on what may be text all through is read alone: its text is held until it is stored. In bytes. */
const heavyBytes = 16 * 1024 * 1024;
/** What a worker may take for some pages of one original, in milliseconds. */
const timeoutMs = 20_000;
/** Characters a worker answers with at a time. */
const batchCharacters = 2_000_000;
/** Characters held of one original before they are stored, so that a long text costs no more memory than a short one. */
const heldCharacters = 4_000_000;
/** Characters kept of one original: a thousand times a long brief. */
const maxCharacters = 200_000_000;

/** From how many pages on the index is written in large pieces, and merged at the end. */
const bulkPages = 5_000;

/** The reading that is under way in a matter, so that there are never two at once. */
const underWay = new WeakMap<MatterSession, Promise<unknown>>();

/**
 * Reads the text of every original that was not read yet, small ones first, and makes it findable. Each original is stored
 * whole or not at all, so a cancel or a crash leaves the rest for the next time.
 *
 * @returns how many originals and pages were read
 * @throws AppError CANCELLED, DISK_FULL
 */
export async function readPendingText(context: JobContext): Promise<{ items: number; pages: number }> {
  return alone(context, () => readAll(context, listUnread(context.session)));
}

/**
 * Reads what `readPendingText` reads, and then brings in step with this version what an earlier one left: the index as it folded
 * it, and texts as its readers read them.
 *
 * @returns how many originals and pages were read
 * @throws AppError CANCELLED, DISK_FULL
 * @example 'evidence.readText': (_input, context) => bringTextsUpToDate(context)
 */
export async function bringTextsUpToDate(context: JobContext): Promise<{ items: number; pages: number }> {
  const { session, signal } = context;
  return alone(context, async () => {
    const first = await readAll(context, listUnread(session));
    await renewIndex(
      session,
      () => pauseUnlessAborted(signal),
      (done, total) => context.progress(done, total, `Updating the index: ${formatShare(done, total)}`),
    );
    signal.throwIfAborted();
    const anew = await readAll(context, listOutdated(session));
    return { items: first.items + anew.items, pages: first.pages + anew.pages };
  });
}

/** Whether `bringTextsUpToDate` has anything to do. */
export function isTextPending(session: MatterSession): boolean {
  return hasUnread(session) || rowsBehind(session) > 0 || isBulkIndexing(session);
}

/** Reads when no other reading of the matter is under way. */
async function alone<T>({ session, signal }: JobContext, read: () => Promise<T>): Promise<T> {
  for (let other = underWay.get(session); other; other = underWay.get(session)) {
    await Promise.race([other.catch(() => undefined), untilAborted(signal)]);
    signal.throwIfAborted();
  }
  const reading = read();
  underWay.set(session, reading);
  try {
    return await reading;
  } finally {
    underWay.delete(session);
  }
}

/**
 * Reads the text of one original at once, unless it was read already: its password may be gone at the next reading. A reading
 * that fails by our fault is logged, and repeated at the next.
 */
export async function readTextNow(contentId: number, context: MatterContext): Promise<void> {
  const { session, platform } = context;
  const content = findUnread(session, contentId);
  if (!content) return;
  try {
    storeText(session, content, await readContent(content, { session, platform, signal: session.closing }));
  } catch (error) {
    platform.log.warn('a text was not read', { reason: safeStack(error) });
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

async function readAll(
  context: JobContext,
  contents: readonly UnreadContent[],
): Promise<{ items: number; pages: number }> {
  const { session, signal } = context;
  const read = { items: 0, pages: 0 };
  const pending = new Set<Promise<void>>();
  let failure: unknown = null;
  const pages = contents.reduce((sum, content) => sum + (content.pages ?? 1), 0);
  const isBulk = pages >= bulkPages || isBulkIndexing(session);
  if (isBulk) beginBulkIndexing(session);
  try {
    for (const content of contents) {
      signal.throwIfAborted();
      // Small ones come first, so what follows a heavy one waits for it too.
      while (pending.size >= (isHeavy(content) ? 1 : maxPending)) await Promise.race(pending);
      if (failure !== null) break;
      const one = readContent(content, context)
        .then((text) => {
          signal.throwIfAborted();
          storeText(session, content, text);
          read.items++;
          read.pages += (text.before?.pages ?? 0) + text.pages.length;
          const share = formatShare(read.items, contents.length);
          context.progress(read.items, contents.length, `Reading text: ${share}`);
        })
        .catch((error: unknown) => void (failure ??= error))
        .finally(() => pending.delete(one));
      pending.add(one);
    }
  } finally {
    await Promise.all(pending);
    if (isBulk && session.db.open) await endBulkIndexing(session, () => pauseUnlessAborted(signal));
  }
  signal.throwIfAborted();
  if (failure !== null) throw failure;
  return read;
}

function isHeavy({ kind, sizeBytes }: UnreadContent): boolean {
  const group = groupOf(kind);
  return sizeBytes >= heavyBytes && group !== 'pdf' && group !== 'image';
}

/** Lets others work between two steps of a merge; returns whether to go on. */
async function pauseUnlessAborted(signal: AbortSignal): Promise<boolean> {
  await new Promise((resolve) => setImmediate(resolve));
  return !signal.aborted;
}

/** What one original is read with. */
type ReadingContext = Pick<JobContext, 'session' | 'platform' | 'signal'>;

/** Reads one original, or what was produced as its text. What stands in the way is a problem of the answer; only a cancel is thrown. */
async function readContent(content: UnreadContent, context: ReadingContext): Promise<TextOfContent> {
  const read = await readOwnText(content, context);
  return read.before
    ? read
    : { ...read, pages: withGivenText(context.session, content.contentId, read.pages) };
}

async function readOwnText(content: UnreadContent, context: ReadingContext): Promise<TextOfContent> {
  const { platform, signal } = context;
  try {
    switch (groupOf(content.kind)) {
      case 'pdf':
        return await readPdf(content, context);
      case 'image':
        return {
          pages: Array.from({ length: content.pages ?? 0 }, (_, index) => ({
            page: index + 1,
            text: '',
            needsOcr: true,
          })),
          problems: [],
        };
      case 'other':
        return { pages: [], problems: [] };
      default:
        return await readParts(content, context);
    }
  } catch (error) {
    if (signal.aborted || isAppError(error, 'CANCELLED')) throw error;
    if (isAppError(error)) {
      const code = evidenceCodes[error.code];
      const problem = code ? problemOf(code, error.details) : { code: error.code, message: error.message };
      return { pages: [], problems: [{ page: null, ...problem }] };
    }
    platform.log.error('text not read', { kind: content.kind, reason: safeStack(error) });
    return { pages: [], problems: [{ page: null, ...problemOf('EVIDENCE_TEXT_NOT_READ') }] };
  }
}

function limitsFor({ name }: UnreadContent, signal: AbortSignal): WorkerLimits {
  return { timeoutMs, limitCode: 'EVIDENCE_TOO_DEMANDING', name, signal };
}

async function readPdf(
  content: UnreadContent,
  { session, platform, signal }: ReadingContext,
): Promise<TextOfContent> {
  const password = passwordOf(session, content.contentId);
  const read = await readTextInParts(
    platform,
    {
      location: locationOf(content.contentId, session),
      name: content.name,
      pages: undefined,
      password,
      knownPages: content.pages ?? undefined,
    },
    limitsFor(content, signal),
  );
  return {
    pages: read.map(({ page, text, isPicture }) => ({ page, text, needsOcr: isPicture })),
    problems: read.flatMap(({ page, problem }) => (problem ? [{ page, ...problem }] : [])),
  };
}

/** Reads mail, office files, text: parts, which count as pages. */
async function readParts(
  content: UnreadContent,
  { session, platform, signal }: ReadingContext,
): Promise<TextOfContent> {
  const { kind, name } = content;
  const location = locationOf(content.contentId, session);
  let pages: ReadPage[] = [];
  let before: TextOfContent['before'];
  const problems: TextProblem[] = [];
  let characters = 0;
  let held = 0;
  for (let fromPage: number | null = 1; fromPage !== null;) {
    let batch: TextBatch;
    try {
      batch = await readBatch(fromPage);
    } catch (error) {
      // What was read before the reader failed is kept.
      if ((pages.length === 0 && !before) || !isAppError(error, 'EVIDENCE_TOO_DEMANDING')) throw error;
      problems.push({ page: null, code: error.code, message: error.message });
      break;
    }
    for (const { page, text, problem } of batch.pages) {
      pages.push({ page, text, needsOcr: false });
      if (problem) problems.push({ page, ...problem });
      characters += text.length;
      held += text.length;
    }
    if (batch.next !== null && held >= heldCharacters) {
      signal.throwIfAborted();
      storePagesBefore(session, content.contentId, pages, !before);
      before = { pages: (before?.pages ?? 0) + pages.length, first: before?.first ?? pages };
      pages = [];
      held = 0;
    }
    if (batch.next !== null && characters > maxCharacters) {
      problems.push({ page: null, ...problemOf('EVIDENCE_TOO_DEMANDING', { name, limit: 'text' }) });
      break;
    }
    // A reader that makes no progress would go on forever.
    fromPage = batch.next !== null && batch.next > fromPage ? batch.next : null;
  }
  return { pages, problems, ...(before && { before }) };

  function readBatch(fromPage: number): Promise<TextBatch> {
    return runInWorker(
      platform,
      'formats.text',
      { location, kind, name, fromPage, maxCharacters: batchCharacters },
      limitsFor(content, signal),
    );
  }
}
