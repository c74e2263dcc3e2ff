import { basename } from 'node:path';
import type { Command } from 'commander';
import { labelSchemeForms } from '../../../shared/domain/exhibits/exhibit-label.ts';
import { loadAssembler } from '../../engine/host.ts';
import type { Assembly } from '../../../shared/model/pdf.ts';
import { batesRun } from '../../../shared/domain/exhibits/bates.ts';
import { fullPath } from '../context.ts';
import { count, size, table } from '../table.ts';
import { withGlobalsAlone, type Options, type RunPlain } from './command.ts';

interface AssembleOptions {
  out: string;
  bates?: string;
  labels?: string;
  slipSheets?: true;
  stickers?: true;
  index?: true;
  outline?: true;
  lookAtEveryPage?: true;
  keepForms?: true;
  pageNumbers?: true;
  pdfa?: true;
}

/** `assemble`: joins files without a matter, and without the engine, which would take longer to start than a binder to make. */
export function addAssembleCommand(program: Command, run: RunPlain): void {
  withGlobalsAlone(program.command('assemble'))
    .argument('<in...>', 'PDFs and images, in order')
    .description('join PDFs and images into one court-ready PDF; no matter file needed')
    .requiredOption('--out <file>', 'a new file')
    .option('--bates <first>', 'first Bates number, such as ABC000001')
    .option('--page-numbers', 'where pages bear no Bates number: “Exhibit A – Page 3 of 12”')
    .option('--labels <scheme>', labelSchemeForms)
    .option('--slip-sheets', 'a slip sheet before each')
    .option('--stickers', 'a sticker on each first page')
    .option('--index', 'an index with links')
    .option('--outline', 'a bookmark for each')
    .option(
      '--look-at-every-page',
      'find free places on every scanned page, not only on some of each file; takes longer',
    )
    .option('--keep-forms', 'keep form fields fillable; otherwise their values are printed in place')
    .option('--pdfa', 'PDF/A-2b where the files allow it')
    .action(
      run(async (context, inputs: string[], options: Options<AssembleOptions>) => {
        const { assembleAlone } = await loadAssembler();
        const files = inputs.map((input) => {
          const path = fullPath(input);
          return { path, shownAs: path };
        });
        const assembly = await assembleAlone(
          {
            files,
            target: fullPath(options.out),
            bates: options.bates,
            labels: options.labels,
            hasSlipSheets: options.slipSheets ?? false,
            hasStickers: options.stickers ?? false,
            hasIndex: options.index ?? false,
            hasOutline: options.outline ?? false,
            looksAtEveryPage: options.lookAtEveryPage ?? false,
            numbersPages: options.pageNumbers ?? false,
            keepsForms: options.keepForms ?? false,
            isArchival: options.pdfa ?? false,
          },
          context.platform,
          context.io.signal,
        );
        context.finishBatch(
          assembly.items.length,
          assembly.items.flatMap(({ error }) => (error ? [error] : [])),
        );
        context.print(options, assembly, () =>
          [
            table(
              ['Label', '>Page', '>Pages', 'Bates', 'Input'],
              assembly.items.map((item) => [
                item.label ?? '',
                item.firstPage,
                item.pages,
                batesRun(item.batesFirst, item.batesLast),
                item.error ? `${item.input}: ${item.error.message}` : item.input,
              ]),
            ),
            ...assembly.items.flatMap(readableFindings),
            `${count(assembly.pages, 'page')}, ${size(assembly.bytes)}, SHA-256 ${assembly.sha256}`,
            ...readableArchival(assembly),
          ].join('\n'),
        );
      }),
    );
}

function readableFindings({ input, label, findings = [] }: Assembly['items'][number]): string[] {
  return findings.map(({ severity, message }) => `${severity}: ${label ?? basename(input)}: ${message}`);
}

function readableArchival({ archival }: Assembly): string[] {
  if (!archival) return [];
  return [
    archival.isMet ? 'It is PDF/A-2b.' : 'It is not PDF/A, and does not say that it is.',
    ...archival.findings.map(
      ({ severity, label, message }) => `${severity}: ${label === null ? '' : `${label}: `}${message}`,
    ),
  ];
}
