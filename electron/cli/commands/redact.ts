import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { Api } from '../../../shared/contract/api.ts';
import type { InputOf, ResultOf } from '../../../shared/contract/define.ts';
import { pagesInWords } from '../../../shared/domain/page-ranges.ts';
import { identifierWords, isSaying, namesOf, termsOf } from '../../../shared/domain/redaction/index.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { unwritable } from '../../engine/host.ts';
import { fullPath, readText } from '../context.ts';
import { count, size } from '../table.ts';
import { withGlobalsAlone, type Options, type Run } from './command.ts';

interface RedactOptions {
  out: string;
  termsFile?: string;
  identifiers?: true;
  areasFile?: string;
  report?: string;
}

/** `pdf redact`: a copy without some words and places, and the proof. */
export function addRedactCommand(pdf: Command, run: Run): void {
  withGlobalsAlone(pdf.command('redact'))
    .argument('<in>', 'a PDF, which stays as it is')
    .description('make a copy with words and areas removed, and prove that they are gone')
    .requiredOption('--out <file>', 'a new file')
    .option(
      '--terms-file <file>',
      'words to remove, one per line; a word that ends in * stands for all that begin so',
    )
    .option(
      '--identifiers',
      'remove the identifiers of Rule 5.2(a): Social Security and taxpayer numbers, birth dates, accounts',
    )
    .option(
      '--areas-file <file>',
      'places to remove, as JSON: [{"page":1,"area":{"x":72,"y":72,"width":200,"height":14}}], in points from the top left',
    )
    .option('--report <file>', 'what was removed where and how it was proven, as JSON, in a new file')
    .action(
      run(async (context, input: string, options: Options<RedactOptions>) => {
        const terms = options.termsFile === undefined ? [] : termsOf(readText(options.termsFile));
        const sought = { terms, hasIdentifiers: options.identifiers ?? false };
        const redact = () =>
          context.client['pdf.redact']({
            source: { path: fullPath(input) },
            target: { path: fullPath(options.out) },
            ...sought,
            areas: options.areasFile === undefined ? [] : areasOf(readText(options.areasFile)),
          });
        const copy =
          options.report === undefined
            ? await redact()
            : await withReport(fullPath(options.report), redact, (made) =>
                reportOf(
                  isSaying(basename(input), sought) ? null : basename(input),
                  made,
                  context.platform.appVersion,
                ),
              );
        context.print(options, copy, () =>
          [
            ...redactedLines(copy, terms),
            ...(isSaying(basename(options.out), sought)
              ? ['The name of the copy says what was removed: rename it.']
              : []),
          ].join('\n'),
        );
      }),
    );
}

type Redacted = ResultOf<Api, 'pdf.redact'>;

/** @throws AppError INVALID_INPUT; its content is checked by the contract */
function areasOf(json: string): InputOf<Api, 'pdf.redact'>['areas'] {
  try {
    return JSON.parse(json) as InputOf<Api, 'pdf.redact'>['areas'];
  } catch (cause) {
    throw new AppError('INVALID_INPUT', { summary: 'the --areas-file is not JSON' }, { cause });
  }
}

/**
 * What was removed, without the words themselves: kept beside the copy.
 *
 * @param source name of the original; null where it says what was removed
 */
function reportOf(source: string | null, copy: Redacted, appVersion: string): string {
  const report = { source, ...copy, tool: `Forthwith ${appVersion}` };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/**
 * Makes a copy with its report, whose file is created first: without a report there is no copy.
 *
 * @param path of the report: a new file, removed again where no copy is made
 * @throws AppError FILE_EXISTS, FILE_UNWRITABLE; what `make` throws
 */
async function withReport<T>(path: string, make: () => Promise<T>, tell: (made: T) => string): Promise<T> {
  let file: number;
  try {
    file = openSync(path, 'wx');
  } catch (error) {
    throw unwritable(error, basename(path));
  }
  let isMade = false;
  try {
    const made = await make();
    isMade = true;
    writeFileSync(file, tell(made));
    return made;
  } finally {
    closeSync(file);
    if (!isMade) rmSync(path, { force: true });
  }
}

function redactedLines(
  {
    redactions,
    redrawnPages,
    recognisedPages,
    sameWordsOn,
    misplacedWordsOn,
    termsNotFound,
    pages,
    bytes,
    sha256,
  }: Redacted,
  terms: readonly string[],
): string[] {
  const byPage = Map.groupBy(redactions, ({ page }) => page);
  return [
    redactions.length === 0
      ? 'Nothing was found to remove.'
      : `${count(redactions.length, 'redaction')} on ${count(byPage.size, 'page')}`,
    ...Array.from(byPage, ([page, own]) => `  page ${page}: ${kindsOf(own)}`),
    'Proven clean: text, pixels, objects, revisions, places of letters.',
    redrawnPages.length > 0 &&
      `Drawn anew as pictures, with their words to search: ${pagesInWords(redrawnPages)}.`,
    recognisedPages.length > 0 &&
      `Words were recognized in pictures on ${pagesInWords(recognisedPages)}: recognition may miss some. Look at these pages.`,
    sameWordsOn.length > 0 && `Words of the areas still stand on ${pagesInWords(sameWordsOn)}.`,
    misplacedWordsOn.length > 0 &&
      `Recognized words that lay beside what they were read from were left out, and cannot be searched, on ${pagesInWords(misplacedWordsOn)}.`,
    termsNotFound.length > 0 &&
      `Not found: ${namesOf(terms, termsNotFound)}. Check how they are spelled: each line is one name.`,
    `${count(pages, 'page')}, ${size(bytes)}, SHA-256 ${sha256}`,
  ].filter((line) => line !== false);
}

function kindsOf(redactions: Redacted['redactions']): string {
  const kinds = Map.groupBy(redactions, ({ kind }) => kind);
  return Array.from(kinds, ([kind, own]) => `${redactionWords[kind]} (${own.length})`).join(', ');
}

const redactionWords = { ...identifierWords, term: 'words', area: 'area', comment: 'comment or link' };
