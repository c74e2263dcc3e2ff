import { resolve } from 'node:path';
import type { Command } from 'commander';
import { loadTextReader } from '../../engine/host.ts';
import { count } from '../table.ts';
import { withGlobalsAlone, type Options, type Run, type RunPlain } from './command.ts';

/** `pdf inspect|text`: looks into PDFs without a matter. */
export function addPdfCommands(program: Command, run: Run, runPlain: RunPlain): Command {
  const pdf = program.command('pdf').description('look into PDFs');

  withGlobalsAlone(pdf.command('inspect'))
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

  withGlobalsAlone(pdf.command('text'))
    .argument('<in>')
    .description('page texts')
    .option('--pages <pages>', 'such as 1-3,7')
    .action(
      runPlain(async (context, input: string, options: Options<{ pages?: string }>) => {
        const { readTextAlone } = await loadTextReader();
        const pages = await readTextAlone(resolve(input), options.pages, context.platform, context.io.signal);
        context.print(options, pages, () => pages.map(({ text }) => text).join('\n\f\n'));
      }),
    );

  return pdf;
}
