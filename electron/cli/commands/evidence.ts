import { resolve } from 'node:path';
import type { Command } from 'commander';
import { count, size, table } from '../table.ts';
import { withGlobals, type Options, type Run } from './command.ts';
import { addIntakeCommands } from './evidence/intake.ts';
import { findItems, publicItem } from './evidence/items.ts';
import { addOriginalCommands } from './evidence/originals.ts';
import { addRecordingCommands } from './evidence/recordings.ts';
import { addTextCommands } from './evidence/text.ts';

interface ExportOptions {
  readonly out: string;
  readonly rendition?: true;
  readonly both?: true;
}

/** `evidence …`. */
export function addEvidenceCommands(program: Command, run: Run): Command {
  const evidence = program.command('evidence').description('originals, kept byte for byte');

  addIntakeCommands(evidence, run);
  addOriginalCommands(evidence, run);
  addRecordingCommands(evidence, run);
  addTextCommands(evidence, run);
  addList(evidence, run);
  addShow(evidence, run);
  addExport(evidence, run);
  return evidence;
}

function addList(evidence: Command, run: Run): void {
  withGlobals(evidence.command('list'))
    .argument('<matter>')
    .description('all items')
    .option('--filter <words>', 'only items with all these words')
    .option('--archived', 'archived items too')
    .action(
      run(async (context, path: string, options: Options<{ filter?: string; archived?: true }>) => {
        const items = await context.withMatter(path, options, 'read', (matterId) =>
          context.connection.client['evidence.list']({
            matterId,
            filter: options.filter,
            includesArchived: options.archived ?? false,
          }),
        );
        context.print(options, items.map(publicItem), () =>
          items.length === 0
            ? 'No evidence yet.'
            : table(
                ['Id', 'Kind', '>Pages', '>Size', 'Title', 'Custodian', 'Problems'],
                items.map((item) => [
                  item.id,
                  item.kind,
                  item.pages,
                  size(item.sizeBytes),
                  item.title,
                  item.custodian,
                  item.problems.map(({ code }) => code).join(' '),
                ]),
              ),
        );
      }),
    );
}

function addShow(evidence: Command, run: Run): void {
  withGlobals(evidence.command('show'))
    .argument('<matter>')
    .argument('<id>')
    .description('one item with its custody history')
    .action(
      run(async (context, path: string, id: string, options: Options) => {
        const item = await context.withMatter(path, options, 'read', async (matterId) => {
          const [found] = await findItems(context, matterId, [id]);
          return context.connection.client['evidence.get']({ matterId, id: found! });
        });
        context.print(options, { ...publicItem(item), custody: item.custody }, () =>
          [
            `${item.title} (${item.originalName})`,
            `${item.kind}, ${item.pages === null ? 'pages unknown' : count(item.pages, 'page')}, ${size(item.sizeBytes)}`,
            `SHA-256 ${item.sha256}`,
            ...item.problems.map(({ message }) => `Problem: ${message}`),
            'Custody:',
            ...item.custody.map(
              (event) =>
                `  ${event.at}  ${event.action.replaceAll('_', ' ')}  ${event.person.name}  ${event.machine}`,
            ),
          ].join('\n'),
        );
      }),
    );
}

function addExport(evidence: Command, run: Run): void {
  withGlobals(evidence.command('export'))
    .argument('<matter>')
    .argument('<ids...>')
    .description('write the original bytes')
    .requiredOption('--out <folder>')
    .option('--rendition', 'for originals that are not PDFs, the PDF made from them instead of the original')
    .option('--both', 'the original and the PDF made from it')
    .action(
      run(async (context, path: string, ids: string[], options: Options<ExportOptions>) => {
        const folder = resolve(options.out);
        const { files } = await context.withMatter(path, options, 'write', async (matterId) =>
          context.runJob('evidence.export', {
            matterId,
            ids: await findItems(context, matterId, ids),
            target: { path: folder },
            form: options.both ? 'both' : options.rendition ? 'rendition' : 'original',
          }),
        );
        const written = files.map(({ id, path: file, sha256 }) => ({ id, path: file, sha256 }));
        context.print(options, { files: written }, () =>
          table(
            ['SHA-256', 'File'],
            written.map(({ sha256, path: file }) => [sha256, file ?? '']),
          ),
        );
      }),
    );
}
