import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { basename, parse } from 'node:path';
import { describeNumbers, formatBates, type BatesNumber } from '../../../../shared/domain/bates.ts';
import { formatLabel } from '../../../../shared/domain/exhibit-label.ts';
import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import type { Assembly } from '../../../../shared/model/pdf.ts';
import type { WorkerContext } from '../../jobs/worker-thread.ts';
import { declaredError } from '../../platform/system-errors.ts';
import { assemble, type Assembled, type AssembleItem } from './assemble.ts';
import { openItem, type ItemKind } from './source/open-item.ts';
import { SourceUnreadable } from './source/source-document.ts';

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
}

type Item = Assembly['items'][number];

/**
 * Joins files into one PDF. A file that cannot be read is left out, with its error; its label stays its own, so that the
 * others keep theirs when it is mended.
 *
 * @throws AppError the first file's error when none can be read
 */
export async function assembleFilesTask(
  input: AssembleFilesInput,
  context: WorkerContext,
): Promise<Assembly> {
  const refused = new Map<number, AppError>();
  for (;;) {
    const { answers, items, places } = await measure(input, refused, context);
    if (items.length === 0) throw [...refused.values()][0]!;
    try {
      const assembled = await assembleItems(input, items, places, context);
      assembled.items.forEach(({ firstPage }, i) => (answers[places[i]!]!.firstPage = firstPage));
      const { pages, binder } = assembled;
      return { pages, bytes: binder.bytes, sha256: binder.sha256, items: answers };
    } catch (error) {
      if (!(error instanceof SourceUnreadable) || error.item === null) throw error;
      // It opened, but something in it cannot be carried: the others are assembled without it.
      const place = places[error.item]!;
      refused.set(place, explain(error, basename(input.files[place]!.path)));
    }
  }
}

interface MeasuredFiles {
  readonly answers: Item[];
  readonly items: AssembleItem[];
  /** Place of each item among the files. */
  readonly places: number[];
}

async function measure(
  input: AssembleFilesInput,
  refused: Map<number, AppError>,
  context: WorkerContext,
): Promise<MeasuredFiles> {
  const answers: Item[] = [];
  const items: AssembleItem[] = [];
  const places: number[] = [];
  let next = input.bates?.number ?? 0;
  for (const [i, { path, shownAs }] of input.files.entries()) {
    const label = input.scheme === null ? null : formatLabel(input.scheme, i + 1);
    const answer: Item = {
      input: shownAs,
      label,
      firstPage: null,
      pages: 0,
      batesFirst: null,
      batesLast: null,
    };
    answers.push(answer);
    let kind: ItemKind = 'pdf';
    try {
      const present = refused.get(i);
      if (present) throw present;
      kind = kindOf(path);
      answer.pages = (await openItem(kind, readFileSync(path), context.platform.pdfiumWasmPath)).pages;
    } catch (error) {
      const declared = explain(error, basename(path));
      refused.set(i, declared);
      answer.error = { code: declared.code, message: declared.message };
      continue;
    }
    const given = Array.from({ length: answer.pages }, (_, page) => next + page);
    const numbers = input.bates && given.map((number) => formatBates(input.bates!, number));
    next += answer.pages;
    answer.batesFirst = numbers?.[0] ?? null;
    answer.batesLast = numbers?.at(-1) ?? null;
    items.push({
      label: label ?? '',
      title: parse(path).name,
      source: basename(path),
      kind,
      pages: answer.pages,
      numbers,
      numberRange: input.bates ? describeNumbers(input.bates, given) : '',
      filePath: null,
    });
    places.push(i);
  }
  return { answers, items, places };
}

function assembleItems(
  input: AssembleFilesInput,
  items: readonly AssembleItem[],
  places: readonly number[],
  context: WorkerContext,
): Promise<Assembled> {
  return assemble(
    items,
    {
      title: input.title,
      hasSlipSheets: input.hasSlipSheets,
      hasStickers: input.hasStickers,
      hasOutline: input.hasOutline,
      numberPosition: 'right',
      index: input.hasIndex ? { title: 'Index of Exhibits', caption: [] } : null,
      binderPath: input.target,
      indexPath: null,
    },
    {
      assetsDirectory: context.platform.assetsDirectory,
      pdfiumWasmPath: context.platform.pdfiumWasmPath,
      read: (item) => Promise.resolve(readFileSync(input.files[places[item]!]!.path)),
      progress: (done, total) => context.progress({ done, total }),
    },
  );
}

/** Told from the first bytes, never from the name; what is neither image is left to the PDF readers. */
function kindOf(path: string): ItemKind {
  const start = Buffer.alloc(8);
  const file = openSync(path, 'r');
  try {
    readSync(file, start, 0, 8, 0);
  } finally {
    closeSync(file);
  }
  if (start.toString('latin1', 1, 4) === 'PNG') return 'png';
  return start[0] === 0xff && start[1] === 0xd8 ? 'jpeg' : 'pdf';
}

function explain(error: unknown, name: string): AppError {
  if (error instanceof SourceUnreadable)
    return new AppError(error.isEncrypted ? 'PDF_ENCRYPTED' : 'PDF_DAMAGED', { name }, { cause: error });
  if (isAppError(error)) return error;
  const declared = declaredError(error);
  if (declared) return declared;
  throw error;
}
