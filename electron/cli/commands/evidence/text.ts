import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import type { EvidenceId, MatterId } from '../../../../shared/model/common.ts';
import type { PageOfText } from '../../../../shared/model/evidence.ts';
import { withMatterWritableIfFree, type CliContext } from '../../context.ts';
import { exitCodes } from '../../io.ts';
import { table } from '../../table.ts';
import { onMatter, type Options, type Run, withMatterPath } from '../command.ts';
import { findItems, itemHelp } from './items.ts';
import { invalid } from '../../invalid.ts';

/** Pages of text asked for at a time. */
const pagesAtOnce = 200;

/** `evidence ocr|text`. */
export function addTextCommands(evidence: Command, run: Run): void {
  addOcr(evidence, run);
  addText(evidence, run);
}

function addOcr(evidence: Command, run: Run): void {
  onMatter(
    withMatterPath(evidence.command('ocr'))
      .argument('[ids...]', 'if omitted, all that have pages that are pictures of text')
      .description('recognize text on pages that are pictures of it')
      .option('--pages <pages>', 'these pages of one item, again if need be: 1-3,7', readPages),
    run,
    'write',
    async ({ context, matterId }, options: { pages?: readonly PageRange[] }, names: string[]) => {
      const ids = names.length === 0 ? undefined : await findItems(context, matterId, names);
      const pages = options.pages && listPages(options.pages);
      const result = await context.runJob('evidence.ocr', {
        matterId,
        ...(ids && { ids }),
        ...(pages && { pages }),
      });
      if (result.items.some(({ problems }) => problems.length > 0)) context.exitCode = exitCodes.partlyDone;
      return result;
    },
    (result) =>
      result.items.length === 0
        ? 'No page waits to be recognized.'
        : [
            table(
              ['Id', '>Pages', '>Recognized'],
              result.items.map((item) => [item.id, item.pages, item.recognised]),
            ),
            ...result.items.flatMap(({ id, problems }) =>
              problems.map(({ message }) => `Problem: ${id}: ${message}`),
            ),
          ].join('\n'),
  );
}

function addText(evidence: Command, run: Run): void {
  withMatterPath(evidence.command('text'))
    .argument('<id>', itemHelp)
    .description('the text of an item, page by page; recognized text is marked')
    .option('--pages <pages>', 'such as 1-3,7', readPages)
    .action(
      run(async (context, path: string, name: string, options: Options<{ pages?: readonly PageRange[] }>) => {
        const pages = await withMatterWritableIfFree(context, path, options, async (matterId) => {
          const [id] = await findItems(context, matterId, [name]);
          const { client } = context;
          // An older version's matter may hold text that was never read; if it is open elsewhere, it is read there.
          await context.runJob('evidence.readText', { matterId }).catch((error: unknown) => {
            if (!isAppError(error, 'MATTER_READ_ONLY')) throw error;
          });
          const found: PageOfText[] = [];
          let hasText = false;
          for (let fromPage = 1; ;) {
            const batch = await client['evidence.text']({ matterId, id: id!, fromPage, limit: pagesAtOnce });
            found.push(...batch.pages.filter(({ page }) => isAsked(page, options.pages)));
            hasText ||= batch.pages.some(({ text }) => text !== '');
            const last = batch.pages.at(-1);
            if (!last || batch.pages.length < pagesAtOnce) break;
            fromPage = last.page + 1;
          }
          if (!hasText) await refuseUnreadable(context, matterId, id!);
          return found;
        });
        context.print(options, pages, () =>
          pages
            .map(({ page, origin, text }) =>
              origin === 'ocr' ? `[page ${page}, recognized text]\n${text}` : text,
            )
            .join('\n\f\n'),
        );
      }),
    );
}

/** Why an original has no text at all, in the order they are listed. */
const unreadable = [
  'EVIDENCE_ENCRYPTED',
  'EVIDENCE_DAMAGED',
  'EVIDENCE_NO_PAGES',
  'EVIDENCE_EMPTY_FILE',
  'EVIDENCE_TOO_DEMANDING',
  'EVIDENCE_TEXT_NOT_READ',
] as const;

/** @throws AppError why nothing of an item could be read, if known: a page may legitimately have no text */
async function refuseUnreadable({ client }: CliContext, matterId: MatterId, id: EvidenceId) {
  const { problems } = await client['evidence.get']({ matterId, id });
  for (const code of unreadable) {
    const found = problems.find((problem) => problem.code === code);
    if (found) throw new AppError(code, {}, { message: found.message });
  }
}

interface PageRange {
  readonly first: number;
  readonly last: number;
}

/** Pages that can be named in one range to be recognized. */
const maxRange = 100_000;

/** Reads `1-3,7`; a range without an end goes on to the last page. */
function readPages(value: string): PageRange[] {
  return value.split(',').map((part) => {
    const [, from, dash, to] = /^\s*(\d{1,7})\s*(?:(-)\s*(\d{1,7})?)?\s*$/.exec(part) ?? [];
    const first = Number(from);
    const last = dash === undefined ? first : to === undefined ? Infinity : Number(to);
    if (from === undefined || first < 1 || last < first)
      throw new InvalidArgumentError('Pages are written as 1-3,7.');
    return { first, last };
  });
}

function isAsked(page: number, ranges: readonly PageRange[] | undefined): boolean {
  return !ranges || ranges.some(({ first, last }) => page >= first && page <= last);
}

/** Every page of the ranges, in order, each once. @throws AppError INVALID_INPUT */
function listPages(ranges: readonly PageRange[]): number[] {
  const pages = new Set<number>();
  for (const { first, last } of ranges) {
    if (last - first >= maxRange) throw invalid('--pages: name the last page to be recognized');
    for (let page = first; page <= last; page++) pages.add(page);
  }
  return [...pages];
}
