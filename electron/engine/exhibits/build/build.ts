import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  describePages,
  isOneRun,
  overflowsDigits,
  printedEnds,
} from '../../../../shared/domain/exhibits/bates.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { BuildId } from '../../../../shared/model/common.ts';
import type { BuildResult, Finding } from '../../../../shared/model/exhibits.ts';
import type { JobContext } from '../../handlers.ts';
import { runInWorker } from '../../jobs/worker-pool.ts';
import { safeFileName } from '../../platform/file-names.ts';
import type { MatterSession } from '../../store/session.ts';
import { numbersInOrder, reserveNumbers, type ExhibitNumbers } from '../bates-ledger.ts';
import { numberedItem } from '../carried-pages.ts';
import { citeLinks } from '../citations/index.ts';
import { getSet, listExhibits, type ExhibitRow, type SetRow } from '../exhibit-repository.ts';
import { planHash } from '../exhibits-view.ts';
import type { BuiltSet, WrittenOutput } from './files/assemble-set.ts';
import { writeManifest } from './files/manifest.ts';
import { planSet } from './plan/plan-set.ts';
import { recordBuild } from './record-build.ts';
import type { SetPlan } from './plan/set-plan.ts';
import { setWords } from './plan/set-words.ts';
import { findSources, renditionFindings, type ExhibitSource } from './sources.ts';
import { beginStaging, publishFolder } from './staging-folder.ts';
import type { AssembleSetInput } from './tasks.ts';
import { volumeLimit, type VolumeChoice } from './plan/volume-limit.ts';

const baseTimeoutMs = 600_000;
/** What a page may take at most, reading, writing and reading back. */
const pageTimeoutMs = 500;

/** Characters of a list of numbers that a finding quotes. */
const maxShownRange = 200;

/** Labels that a finding names at most. */
const mostNamed = 20;

const manifestName = 'manifest.json';

export interface BuildChoice extends VolumeChoice {
  /** Null where pictures stay as they are. */
  readonly downsampleDpi: number | null;
  /** Whether files are made PDF/A; null for what the set says. */
  readonly isArchival: boolean | null;
}

/**
 * Builds a set: volumes, one PDF an exhibit, indexes, load files and manifest, in a new folder inside the chosen one. The folder
 * appears when all of it is finished and read back; a build that fails, is cancelled or killed leaves nothing but reserved
 * numbers.
 *
 * @param target the chosen folder; made if it is not there
 * @throws AppError NOT_FOUND, EXHIBIT_SET_EMPTY, EXHIBIT_SOURCE_UNREADABLE, COURT_PROFILE_NOT_FOUND, BATES_NUMBER_TAKEN,
 *   BATES_NUMBERS_USED_UP, FILE_UNWRITABLE, DISK_FULL
 */
export async function buildSet(
  setId: string,
  target: string,
  choice: BuildChoice,
  context: JobContext,
): Promise<BuildResult> {
  const { session, platform } = context;
  let read = readSet(session, setId);
  const limit = volumeLimit(session, choice);
  let sources: (ExhibitSource | null)[];
  let planned: string;
  // What is withdrawn while the originals are read must not be published. From the last reading on nothing is awaited until all is planned.
  do {
    planned = read.planSha256;
    sources = await findSources(read.exhibits, context);
    read = readSet(session, setId);
  } while (read.planSha256 !== planned);
  const { set, exhibits, planSha256 } = read;
  const numbers = reserve(set, exhibits, sources, context);
  const { plan, findings: ofCitations } = await linkCitations(
    planSet({
      set,
      words: setWords(session, set),
      exhibits,
      sources,
      numbers,
      volumeLimitBytes: limit.limitBytes,
      volumeLimitSource: limit.source,
      downsampleDpi: choice.downsampleDpi,
      isArchival: choice.isArchival ?? set.isArchival,
    }),
    { set, exhibits, sources },
    context,
  );
  const staging = await beginStaging(session, target, platform.newId());
  const staged = staging.path;
  try {
    const built = await runAssembler(
      { ...contentsOf(plan, exhibits, sources), plan, folder: staged },
      context,
    );
    const told = [
      ...built.findings,
      ...renditionFindings(exhibits, sources),
      ...ofCitations,
      ...runFindings(set, exhibits, numbers),
      ...setFindings(set, exhibits, numbers),
    ];
    const manifest = writeManifest(plan, built, told, platform.appVersion);
    await writeFile(join(staged, manifestName), manifest, { flush: true });
    // Not in the manifest: whether there is such a program changes no byte of a build.
    const findings = [...told, ...(await validated(plan, built, staged, context.signal))];
    context.signal.throwIfAborted();
    const folder = await publishFolder(staged, target, safeFileName(set.name));
    const outputs = [...built.outputs, manifestOutput(manifest)];
    try {
      const record = { set, exhibits, planSha256, sources, built, outputs, findings, folder };
      return describeResult(recordBuild(record, context), folder, { plan, outputs, findings }, context);
    } catch (error) {
      // A folder that the matter knows nothing of would be taken for a finished build.
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  } catch (error) {
    if (context.signal.aborted) throw new AppError('CANCELLED', {}, { cause: error });
    throw error;
  } finally {
    await staging.drop();
  }
}

/** A set as it stands, and the hash of what a build would be made from now. @throws AppError NOT_FOUND, EXHIBIT_SET_EMPTY */
function readSet(session: MatterSession, setId: string) {
  const set = getSet(session, setId);
  const exhibits = listExhibits(session, setId);
  if (exhibits.length === 0) throw new AppError('EXHIBIT_SET_EMPTY');
  return { set, exhibits, planSha256: planHash(session, set, exhibits) };
}

function reserve(
  set: SetRow,
  exhibits: readonly ExhibitRow[],
  sources: readonly (ExhibitSource | null)[],
  context: JobContext,
): ExhibitNumbers[] | null {
  const { bates } = set;
  if (!bates) return null;
  const items = exhibits.map((exhibit, at) => numberedItem(exhibit, sources[at]?.pages));
  return context.commit(`reserve Bates numbers for “${set.name}”`, () =>
    reserveNumbers(context.session, bates, items),
  );
}

/** What an independent program says of the files that say they are PDF/A. */
async function validated(
  { isArchival }: SetPlan,
  { archivalFiles }: BuiltSet,
  staged: string,
  signal: AbortSignal,
): Promise<Finding[]> {
  if (!isArchival || archivalFiles.length === 0) return [];
  // Loaded where it is asked for: most builds go without.
  const { validateArchival, validationFindings } = await import('../../pdf/archival/index.ts');
  const validation = await validateArchival(
    archivalFiles.map((file) => join(staged, file)),
    signal,
  );
  return validationFindings(validation, (path) => basename(path)).map((finding) => ({
    ...finding,
    label: null,
  }));
}

/** The plan with links where exhibits cite others. */
async function linkCitations(
  plan: SetPlan,
  made: {
    readonly set: SetRow;
    readonly exhibits: readonly ExhibitRow[];
    readonly sources: readonly (ExhibitSource | null)[];
  },
  context: JobContext,
): Promise<{ readonly plan: SetPlan; readonly findings: readonly Finding[] }> {
  const { links, findings } = await citeLinks(
    context,
    made.set.id,
    made.exhibits.map(({ id, label, linksCitations }, at) => {
      const { item } = plan.exhibits[at]!;
      const source = made.sources[at] ?? null;
      const isCarriedPdf = item.original?.kind === 'pdf';
      return {
        id,
        label,
        linksCitations,
        contentId: isCarriedPdf && source ? source.contentId : null,
        password: source?.password,
        selected: item.original?.selected ?? null,
        pages: item.pages,
      };
    }),
  );
  const exhibits = plan.exhibits.map((planned, at) => ({
    ...planned,
    item: { ...planned.item, citeLinks: links[at] ?? [] },
  }));
  return { plan: { ...plan, exhibits }, findings };
}

/** Where in the matter the bytes of each exhibit of a plan are. */
function contentsOf(
  plan: SetPlan,
  exhibits: readonly ExhibitRow[],
  sources: readonly (ExhibitSource | null)[],
): Pick<AssembleSetInput, 'contents' | 'passwords' | 'originals'> {
  const placeOf = new Map(exhibits.map(({ label }, at) => [label, at]));
  const places = plan.exhibits.map(({ item }) => placeOf.get(item.label)!);
  return {
    contents: places.map((place) => sources[place]?.contentId ?? null),
    passwords: places.map((place) => sources[place]?.password),
    originals: places.map((place) => exhibits[place]!.original?.contentId ?? null),
  };
}

/** Assembles in a thread, and tells how far it is. */
export function runAssembler(
  input: Omit<AssembleSetInput, 'matter'>,
  { session, platform, signal, progress }: Pick<JobContext, 'session' | 'platform' | 'signal' | 'progress'>,
): Promise<BuiltSet> {
  const { exhibits } = input.plan;
  const pages = exhibits.reduce((sum, { item }) => sum + item.pages, 0);
  const { filePath, passphrase } = session;
  return runInWorker(
    platform,
    'exhibits.assemble',
    { ...input, matter: { filePath, passphrase } },
    {
      signal,
      timeoutMs: baseTimeoutMs + pages * pageTimeoutMs,
      onProgress: (value) => {
        const { done, total, place } = value as { done: number; total: number; place: number };
        const { label, title } = exhibits[place]!.item;
        progress(done, total, `Exhibit ${label}: ${title}`);
      },
    },
  );
}

/** Exhibits whose pages bear no single rising run: a begin and an end do not say which numbers are theirs. */
function runFindings(
  { bates }: SetRow,
  exhibits: readonly ExhibitRow[],
  numbers: readonly ExhibitNumbers[] | null,
): Finding[] {
  return exhibits.flatMap(({ label }, at): Finding[] => {
    const pages = numbers?.[at]?.pages ?? [];
    if (!bates || isOneRun(pages)) return [];
    const range = describePages(bates.prefix, pages);
    const shown = range.length > maxShownRange ? `${range.slice(0, maxShownRange)}…` : range;
    return [
      {
        code: 'BATES_NOT_ONE_RUN',
        severity: 'warning',
        message: `The numbers of its pages are not one run: ${shown}. Load files and the index for spreadsheets name the lowest and the highest of them; numbers between may be another exhibit’s.`,
        label,
      },
    ];
  });
}

function setFindings(
  { bates }: SetRow,
  exhibits: readonly ExhibitRow[],
  numbers: readonly ExhibitNumbers[] | null,
): Finding[] {
  const findings: Finding[] = [];
  const reserved = exhibits.filter(({ status }) => status === 'reserved').map(({ label }) => label);
  if (reserved.length > 0) {
    const more = reserved.length > mostNamed ? ` and ${reserved.length - mostNamed} more` : '';
    findings.push({
      code: 'LABELS_WITHOUT_EXHIBITS',
      severity: 'warning',
      message: `Labels are kept for exhibits that are to come, which the index calls “Reserved” and the binder has no pages of: ${reserved.slice(0, mostNamed).join(', ')}${more}.`,
      label: null,
    });
  }
  const last = (numbers ?? [])
    .flatMap((each) => numbersInOrder(each))
    .reduce((most, { number }) => Math.max(most, number), 0);
  if (bates && overflowsDigits(bates.digits, last))
    findings.push({
      code: 'BATES_DIGITS_OVERFLOW',
      severity: 'warning',
      message: `Numbers of ${bates.prefix} have outgrown their ${bates.digits} digits and no longer sort in order. Choose more digits for the next set.`,
      label: null,
    });
  findings.push({
    code: 'PRIVACY_NOT_CHECKED',
    severity: 'info',
    message: 'Privacy identifiers: not checked yet. Look for them before filing (Rule 5.2).',
    label: null,
  });
  return findings;
}

function manifestOutput(manifest: string): WrittenOutput {
  return {
    role: 'manifest',
    volume: null,
    label: null,
    file: manifestName,
    pages: null,
    sizeBytes: Buffer.byteLength(manifest),
    sha256: createHash('sha256').update(manifest).digest('hex'),
  };
}

function describeResult(
  buildId: BuildId,
  folder: string,
  {
    plan,
    outputs,
    findings,
  }: {
    readonly plan: SetPlan;
    readonly outputs: readonly WrittenOutput[];
    readonly findings: readonly Finding[];
  },
  { isTrusted }: JobContext,
): BuildResult {
  const place = (file: string) => (isTrusted ? join(folder, file) : file);
  const ofRole = (role: WrittenOutput['role']) =>
    outputs.filter((output) => output.role === role).map(({ file }) => place(file));
  const itemOf = new Map(plan.exhibits.flatMap(({ file, item }) => (file === null ? [] : [[file, item]])));
  const named = new Set(['volume', 'exhibit', 'manifest', 'index']);
  return {
    buildId,
    binder: ofRole('volume')[0]!,
    volumes: ofRole('volume'),
    exhibits: outputs
      .filter(({ role }) => role === 'exhibit')
      .map(({ label, file, sha256 }) => {
        const { pages, numbers } = itemOf.get(file)!;
        const ends = numbers && printedEnds(plan.batesPrefix ?? '', numbers);
        return {
          label: label!,
          file: place(file),
          pages,
          batesFirst: ends?.lowest ?? null,
          batesLast: ends?.highest ?? null,
          sha256,
        };
      }),
    manifest: ofRole('manifest')[0]!,
    index: ofRole('index')[0]!,
    others: outputs
      .filter(({ role }) => !named.has(role))
      .map(({ role, file }) => ({ role, file: place(file) })),
    findings: [...findings],
  };
}
