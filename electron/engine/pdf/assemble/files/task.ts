import { basename, parse } from 'node:path';
import {
  describeNumbers,
  formatBates,
  maxBatesNumber,
  type BatesNumber,
} from '../../../../../shared/domain/exhibits/bates.ts';
import { formatLabel } from '../../../../../shared/domain/exhibits/exhibit-label.ts';
import { pageWords } from '../../../../../shared/domain/exhibits/page-words.ts';
import { AppError, isAppError } from '../../../../../shared/errors/app-error.ts';
import type { Finding } from '../../../../../shared/model/exhibits.ts';
import type { Assembly } from '../../../../../shared/model/pdf.ts';
import { closeWorkers } from '../../../jobs/worker-pool.ts';
import type { WorkerPlatform } from '../../../jobs/worker-thread.ts';
import { declaredError } from '../../../platform/system-errors.ts';
import { drawIndex, plainRows } from '../../draw/index-pages.ts';
import { SourceUnreadable } from '../../objects/index.ts';
import { workElsewhere } from '../ahead/work-elsewhere.ts';
import { assemble } from '../assemble.ts';
import type { Assembled } from '../assembly.ts';
import { GivenFiles } from './given-files.ts';
import { usualMarks, type AssembleItem } from '../plan.ts';

/** Files to be joined: plain data, to be sent to a thread. */
export interface AssembleFilesInput {
  /** Each file and what the caller calls it in the answer. */
  readonly files: readonly { readonly path: string; readonly shownAs: string }[];
  /** A file that does not exist yet. */
  readonly target: string;
  readonly title: string;
  readonly bates: BatesNumber | null;
  /** Null for exhibits without labels. */
  readonly scheme: string | null;
  readonly hasSlipSheets: boolean;
  readonly hasStickers: boolean;
  readonly hasIndex: boolean;
  readonly hasOutline: boolean;
  /** Whether every page that is a picture is looked at before anything is printed on it; left out for some of each file’s. */
  readonly looksAtEveryPage?: boolean;
  /** Whether pages show their place in the exhibit where they have no Bates number; left out for no. */
  readonly numbersPages?: boolean;
  /** Whether form fields stay fields, but for PDF/A; left out where they become print. */
  readonly keepsForms?: boolean;
  /** Whether it is made PDF/A-2b where it can be; left out for no. */
  readonly isArchival?: boolean;
}

/** What it is done with: a thread's context, or a process of its own. */
export interface AssembleFilesContext {
  readonly platform: WorkerPlatform;
  /**
   * Waited for before each file is opened, and while the result is made PDF/A, to let other work in the thread run.
   * @throws what ends the work
   */
  readonly pause?: () => Promise<void>;
}

type Item = Assembly['items'][number];

/**
 * Joins files into one PDF. A file that cannot be read is left out, with its error; its label stays its own, so that the
 * others keep theirs when it is mended.
 *
 * @throws AppError BATES_NUMBERS_USED_UP; the first file's error when none can be read
 */
export async function assembleFilesTask(
  input: AssembleFilesInput,
  context: AssembleFilesContext,
): Promise<Assembly> {
  try {
    return await assembleGiven(input, context);
  } finally {
    await closeWorkers(context.platform);
  }
}

async function assembleGiven(input: AssembleFilesInput, context: AssembleFilesContext): Promise<Assembly> {
  const refused = new Map<number, AppError>();
  for (;;) {
    const measured = await measure(input, refused, context);
    const { answers, items, given, places } = measured;
    if (items.length === 0) throw [...refused.values()][0]!;
    try {
      const assembled = await assembleItems(input, measured, context);
      assembled.items.forEach(({ firstPage, findings }, i) => {
        const place = places[i]!;
        const answer = answers[place]!;
        answer.firstPage = firstPage;
        const problems = given.problemsOf(input.files[place]!.path);
        const told = [
          ...problems.map((problem) => ({ ...problem, severity: 'warning' as const })),
          ...findings.filter((finding) => !isArchival(finding)),
        ];
        if (told.length > 0) answer.findings = told;
      });
      const { pages, file } = assembled.volumes[0]!;
      return {
        pages,
        bytes: file.bytes,
        sha256: file.sha256,
        items: answers,
        ...(input.isArchival === true && { archival: archivalOf(assembled, items) }),
      };
    } catch (error) {
      if (!(error instanceof SourceUnreadable) || error.item === null) throw error;
      // They could be opened, but not carried: the others are assembled without them.
      for (const each of [error, ...error.others]) {
        const place = places[each.item!]!;
        refused.set(place, explain(each, basename(input.files[place]!.path)));
      }
    }
  }
}

/** Whether it became PDF/A-2b, and what prevented it. */
function archivalOf({ volumes, items }: Assembled, planned: readonly AssembleItem[]): Assembly['archival'] {
  return {
    isMet: volumes[0]!.file.isArchival === true,
    findings: items.flatMap(({ findings }, at) =>
      findings
        .filter(isArchival)
        .map((finding) => ({ ...finding, label: planned[at]!.label || planned[at]!.title })),
    ),
  };
}

function isArchival({ code }: Pick<Finding, 'code'>): boolean {
  return code.startsWith('PDFA');
}

interface MeasuredFiles {
  readonly answers: Item[];
  readonly items: AssembleItem[];
  readonly given: GivenFiles;
  /** Place of each item among the files. */
  readonly places: number[];
}

async function measure(
  input: AssembleFilesInput,
  refused: Map<number, AppError>,
  { platform, pause }: AssembleFilesContext,
): Promise<MeasuredFiles> {
  const answers: Item[] = [];
  const items: AssembleItem[] = [];
  const given = new GivenFiles(platform);
  const places: number[] = [];
  let next = input.bates?.number ?? 0;
  for (const [place, { path, shownAs }] of input.files.entries()) {
    const label = input.scheme === null ? null : formatLabel(input.scheme, place + 1);
    const answer: Item = {
      input: shownAs,
      label,
      firstPage: null,
      pages: 0,
      batesFirst: null,
      batesLast: null,
    };
    answers.push(answer);
    await pause?.();
    const measured = refused.get(place) ?? (await measureOne(given, path));
    if (isAppError(measured)) {
      refused.set(place, measured);
      answer.error = { code: measured.code, message: measured.message };
      continue;
    }
    const item = itemOf(input, path, label, measured, next);
    next += item.pages;
    assertReadable(input.bates, next - 1);
    answer.pages = item.pages;
    if (input.bates !== null) {
      answer.batesFirst = item.numbers?.[0] ?? null;
      answer.batesLast = item.numbers?.at(-1) ?? null;
    }
    items.push(item);
    places.push(place);
  }
  return { answers, items, given, places };
}

/** @throws AppError BATES_NUMBERS_USED_UP for a last number that could not be read back */
function assertReadable(bates: BatesNumber | null, last: number): void {
  if (bates && last > maxBatesNumber)
    throw new AppError('BATES_NUMBERS_USED_UP', {
      prefix: bates.prefix,
      last: formatBates(bates, maxBatesNumber),
    });
}

type Measured = Awaited<ReturnType<GivenFiles['measure']>>;

async function measureOne(given: GivenFiles, path: string): Promise<Measured | AppError> {
  try {
    return await given.measure(path);
  } catch (error) {
    return explain(error, basename(path));
  }
}

/** A file as the assembler is given it. @param first number of its first page, where pages have any */
function itemOf(
  { bates, hasSlipSheets, hasStickers, numbersPages }: AssembleFilesInput,
  path: string,
  label: string | null,
  { kind, pages }: Measured,
  first: number,
): AssembleItem {
  const title = parse(path).name;
  const own = Array.from({ length: pages }, (_, page) => first + page);
  const sheet = {
    caption: [],
    heading: `EXHIBIT ${label ?? ''}`,
    belonging: '',
    title,
    lines: [basename(path)],
    notice: '',
  };
  return {
    label: label ?? '',
    title,
    parent: null,
    original: { kind, pageCount: pages, selected: null },
    standIn: null,
    pages,
    sheet: hasSlipSheets ? sheet : null,
    hasSticker: hasStickers,
    numbers: bates
      ? own.map((number) => formatBates(bates, number))
      : numbersPages
        ? pageWords(label ?? '', pages)
        : null,
    numberRange: bates ? describeNumbers(bates, own) : '',
    designation: '',
    banner: '',
    citeLinks: [],
    filePath: null,
  };
}

function assembleItems(
  input: AssembleFilesInput,
  { items, given, places }: MeasuredFiles,
  { platform, pause }: AssembleFilesContext,
): Promise<Assembled> {
  const volume = { title: input.title, from: 0, to: items.length, path: input.target };
  return assemble(
    items,
    {
      marks: { ...usualMarks, looksAtEveryPage: input.looksAtEveryPage ?? false },
      hasOutline: input.hasOutline,
      flattensForms: input.keepsForms !== true || input.isArchival === true,
      isArchival: input.isArchival === true,
    },
    {
      assetsDirectory: platform.assetsDirectory,
      pdfiumWasmPath: platform.pdfiumWasmPath,
      original: async (item) => {
        await pause?.();
        return given.open(input.files[places[item]!]!.path);
      },
      elsewhere: workElsewhere(platform, (item) => given.locationOf(input.files[places[item]!]!.path)),
      planVolumes: (_, written) => (written ? null : [volume]),
      drawIndex: input.hasIndex
        ? (_, startPages, type) =>
            drawIndex({ title: 'Index of Exhibits', caption: [] }, plainRows(items, startPages), type)
        : null,
      pause,
      // Nobody waits for word of it.
      progress: () => {},
    },
  );
}

function explain(error: unknown, name: string): AppError {
  if (error instanceof SourceUnreadable) return new AppError(error.code, { name }, { cause: error });
  if (isAppError(error)) return error;
  const declared = declaredError(error);
  if (declared) return declared;
  throw error;
}
