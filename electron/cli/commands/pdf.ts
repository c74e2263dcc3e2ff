import { resolve } from 'node:path';
import type { Command } from 'commander';
import { count, size, table } from '../table.ts';
import { withGlobals, type Options, type Run } from './command.ts';

interface AssembleOptions {
  out: string;
  bates?: string;
  labels?: string;
  slipSheets?: true;
  stickers?: true;
  index?: true;
  outline?: true;
}

/** `pdf inspect|text` and `assemble`: PDF work without a matter. */
export function addPdfCommands(program: Command, run: Run): Command {
  const pdf = program.command('pdf').description('look into PDFs');

  withGlobals(pdf.command('inspect'))
    .argument('<in...>')
    .description('what a clerk or a paralegal would trip over')
    .action(
      run(async (context, inputs: string[], options: Options) => {
        const inspected = await context.connection.client['pdf.inspect']({
          sources: inputs.map((path) => ({ path: resolve(path) })),
        });
        context.finishBatch(
          inspected.length,
          inspected.flatMap(({ ok, problems }) => (ok ? [] : [{ code: problems[0]?.code ?? 'PDF_DAMAGED' }])),
        );
        context.print(options, inspected, () =>
          inspected
            .map((found) =>
              [
                `${found.path}: ${found.pages === null ? 'pages unknown' : count(found.pages, 'page')}${found.encrypted ? ', encrypted' : ''}${found.hasText ? '' : ', no text'}`,
                [
                  found.rotatedPages.length > 0 && count(found.rotatedPages.length, 'rotated page'),
                  found.forms && 'form fields',
                  found.scripts && 'scripts',
                  found.embeddedFiles > 0 && count(found.embeddedFiles, 'embedded file'),
                  count(found.outline, 'bookmark'),
                  count(found.links, 'link'),
                ]
                  .filter(Boolean)
                  .map((fact) => `  ${fact}`)
                  .join('\n'),
                ...found.problems.map(({ message }) => `  Problem: ${message}`),
              ].join('\n'),
            )
            .join('\n'),
        );
      }),
    );

  withGlobals(pdf.command('text'))
    .argument('<in>')
    .description('page texts')
    .option('--pages <pages>', 'such as 1-3,7')
    .action(
      run(async (context, input: string, options: Options<{ pages?: string }>) => {
        const pages = await context.connection.client['pdf.text']({
          source: { path: resolve(input) },
          pages: options.pages,
        });
        context.print(options, pages, () => pages.map(({ text }) => text).join('\n\f\n'));
      }),
    );

  withGlobals(program.command('assemble'))
    .argument('<in...>', 'PDFs and images, in order')
    .description('join PDFs and images into one court-ready PDF; no matter needed')
    .requiredOption('--out <file>')
    .option('--bates <first>', 'first Bates number, such as ABC000001')
    .option('--labels <scheme>', 'A, 1, or a prefix such as PX-1')
    .option('--slip-sheets', 'a slip sheet before each')
    .option('--stickers', 'a sticker on each first page')
    .option('--index', 'an index with links')
    .option('--outline', 'a bookmark for each')
    .action(
      run(async (context, inputs: string[], options: Options<AssembleOptions>) => {
        const assembly = await context.connection.client['pdf.assemble']({
          sources: inputs.map((path) => ({ path: resolve(path) })),
          target: { path: resolve(options.out) },
          bates: options.bates,
          labels: options.labels,
          hasSlipSheets: options.slipSheets ?? false,
          hasStickers: options.stickers ?? false,
          hasIndex: options.index ?? false,
          hasOutline: options.outline ?? false,
        });
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
                item.batesFirst === null ? '' : `${item.batesFirst}–${item.batesLast}`,
                item.error ? `${item.input}: ${item.error.message}` : item.input,
              ]),
            ),
            `${count(assembly.pages, 'page')}, ${size(assembly.bytes)}, SHA-256 ${assembly.sha256}`,
          ].join('\n'),
        );
      }),
    );
  return pdf;
}
