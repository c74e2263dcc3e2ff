import { formatShare } from '../../../../shared/domain/amounts.ts';
import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import type { BuildOutputId } from '../../../../shared/model/common.ts';
import type { AsFiledFile } from '../../../../shared/model/as-filed.ts';
import type { JobContext } from '../../handlers.ts';
import { splitProgress } from '../../jobs/split-progress.ts';
import { runInWorker } from '../../jobs/worker-pool.ts';
import type { PagePrint } from '../../pdf/as-filed/page-prints.ts';
import type { PdfFile } from '../../pdf/read-pages.ts';
import { declaredError } from '../../platform/system-errors.ts';
import { alignPages, type Alignment } from './align-pages.ts';
import { compareReturned, readPrints } from './compare-returned.ts';

/** What hashing a file may take, in milliseconds. */
const hashTimeoutMs = 300_000;

/** A file that was sent to the court. */
export interface SentFile {
  readonly file: PdfFile;
  /** What it is called in the answer. */
  readonly shownName: string;
  readonly outputId: BuildOutputId | null;
}

/** A file that came back. */
export type ReturnedFile = Omit<SentFile, 'outputId'>;

type Context = Pick<JobContext, 'platform' | 'progress' | 'signal'>;

/** How alike two documents must be, at least, to be one and the same. */
const leastLikeness = 0.3;
/** Share of the work that reading all pages takes; comparing them takes the rest. */
const readingShare = 0.3;

/**
 * Compares files as they came back from the court with those that were sent: each with the one that it is most like, and each of
 * those once. One that cannot be read, or is like none, is reported as such; the others go on.
 *
 * @returns one for each returned file, in their order
 * @throws AppError of a file that was sent and cannot be read; CANCELLED
 */
export async function checkReturned(
  sent: readonly SentFile[],
  returned: readonly ReturnedFile[],
  context: Context,
): Promise<AsFiledFile[]> {
  const [reading, comparing] = splitProgress(context.progress, readingShare);
  const all = sent.length + returned.length;
  let done = 0;
  const read = async ({ file }: ReturnedFile) => {
    const prints = await readPrints(file, {
      ...context,
      onPage: ({ pages, of }) => reading(done + pages / of, all, `Reading ${file.name}`),
    });
    done += 1;
    return prints;
  };
  const sentPrints: (readonly PagePrint[])[] = [];
  for (const file of sent) sentPrints.push(await read(file));
  const files: AsFiledFile[] = [];
  const returnedPrints: (readonly PagePrint[] | null)[] = [];
  for (const [at, each] of returned.entries()) {
    files.push(blankResult(each));
    try {
      files[at] = { ...files[at]!, sha256: await hashOf(each.file, context) };
      const prints = await read(each);
      returnedPrints.push(prints);
      files[at] = { ...files[at], status: 'unmatched', returnedPages: prints.length };
    } catch (error) {
      files[at] = { ...files[at]!, problem: problemOf(error, context.signal) };
      returnedPrints.push(null);
    }
  }
  const matches = matchFiles(sentPrints, returnedPrints);
  for (const [step, { sentAt, returnedAt, alignment }] of matches.entries()) {
    const [file, back] = [sent[sentAt]!, returned[returnedAt]!];
    const onPage = ({ pages, of }: { readonly pages: number; readonly of: number }) =>
      comparing(step + pages / of, matches.length, `Page ${formatShare(pages, of)} of ${back.file.name}`);
    const known: AsFiledFile = {
      ...files[returnedAt]!,
      sent: file.shownName,
      outputId: file.outputId,
      sentPages: sentPrints[sentAt]!.length,
    };
    try {
      const { length } = returnedPrints[returnedAt]!;
      const compared = await compareReturned(file.file, back.file, alignment, length, { ...context, onPage });
      files[returnedAt] = { ...known, ...compared };
    } catch (error) {
      files[returnedAt] = { ...known, status: 'unread', problem: problemOf(error, context.signal) };
    }
  }
  return files;
}

/**
 * Compares one file as it came back with the one that was sent, however unlike they are.
 *
 * @throws AppError PDF_DAMAGED, PDF_ENCRYPTED, PDF_NO_PAGES, PDF_NOT_A_PDF, PDF_LIMIT_EXCEEDED, CANCELLED; the file system's own errors
 */
export async function checkTwo(
  sent: SentFile,
  returned: ReturnedFile,
  context: Pick<Context, 'platform' | 'signal'>,
): Promise<AsFiledFile> {
  const watched = { ...context, onPage: () => undefined };
  const [before, after] = await Promise.all([
    readPrints(sent.file, watched),
    readPrints(returned.file, watched),
  ]);
  const alignment = alignPages(before, after);
  return {
    ...blankResult(returned),
    sha256: await hashOf(returned.file, context),
    returnedPages: after.length,
    sent: sent.shownName,
    sentPages: before.length,
    ...(await compareReturned(sent.file, returned.file, alignment, after.length, watched)),
  };
}

function blankResult({ shownName }: ReturnedFile): AsFiledFile {
  return {
    returned: shownName,
    sha256: null,
    returnedPages: null,
    sent: null,
    outputId: null,
    sentPages: null,
    status: 'unread',
    samePages: 0,
    stamp: null,
    findings: [],
    problem: null,
  };
}

async function hashOf(
  { location, name }: PdfFile,
  { platform, signal }: Pick<Context, 'platform' | 'signal'>,
): Promise<string> {
  const { sha256 } = await runInWorker(
    platform,
    'content.digest',
    { location, names: ['sha256'] },
    { name, signal, timeoutMs: hashTimeoutMs },
  );
  return sha256!;
}

/** @throws what is no error of the file's, and CANCELLED */
function problemOf(error: unknown, signal: AbortSignal): AsFiledFile['problem'] {
  if (signal.aborted) throw new AppError('CANCELLED');
  const declared = isAppError(error) ? error : declaredError(error);
  if (!declared) throw error;
  return { code: declared.code, message: declared.message };
}

interface Match {
  readonly sentAt: number;
  readonly returnedAt: number;
  readonly alignment: Alignment;
}

/** Which file came back as which: those that are most alike first. */
function matchFiles(
  sent: readonly (readonly PagePrint[])[],
  returned: readonly (readonly PagePrint[] | null)[],
): Match[] {
  const matches = returned
    .flatMap((back, returnedAt) =>
      back === null
        ? []
        : sent.map((pages, sentAt) => ({ sentAt, returnedAt, alignment: alignPages(pages, back) })),
    )
    .filter(({ alignment }) => alignment.likeness >= leastLikeness)
    .toSorted((a, b) => b.alignment.likeness - a.alignment.likeness);
  const chosen: Match[] = [];
  for (const match of matches)
    if (!chosen.some(({ sentAt, returnedAt }) => sentAt === match.sentAt || returnedAt === match.returnedAt))
      chosen.push(match);
  return chosen.toSorted((a, b) => a.returnedAt - b.returnedAt);
}
