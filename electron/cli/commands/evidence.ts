import type { Command } from 'commander';
import { fullPath } from '../context.ts';
import { count, size, table } from '../table.ts';
import { type Options, type Run, withMatterPath } from './command.ts';
import { addDescribeCommands } from './evidence/describe.ts';
import { addIntakeCommands } from './evidence/intake.ts';
import { findItems, itemHelp, itemsHelp, publicItem } from './evidence/items.ts';
import { addOverlayCommand } from './evidence/overlay.ts';
import { addOriginalCommands } from './evidence/originals.ts';
import { addRecordingCommands } from './evidence/recordings.ts';
import { addTagCommands, findTags, tagNames, tagsOf } from './evidence/tags.ts';
import { addTextCommands } from './evidence/text.ts';

interface ListOptions {
  readonly filter?: string;
  readonly tag?: readonly string[];
  readonly archived?: true;
}

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
  addDescribeCommands(evidence, run);
  addTagCommands(evidence, run);
  addOverlayCommand(evidence, run);
  addExport(evidence, run);
  return evidence;
}

function addList(evidence: Command, run: Run): void {
  withMatterPath(evidence.command('list'))
    .description('all items')
    .option('--filter <words>', 'only items with all these words')
    .option('--tag <name...>', 'only items with any of these tags or issue codes')
    .option('--archived', 'archived items too')
    .action(
      run(async (context, path: string, options: Options<ListOptions>) => {
        const { items, tags } = await context.withMatter(path, options, 'read', async (matterId) => {
          const known = await tagsOf(context, matterId);
          const wanted = options.tag?.flatMap((name) => findTags(known, name));
          const listed = await context.client['evidence.list']({
            matterId,
            filter: options.filter,
            includesArchived: options.archived ?? false,
          });
          const passing = wanted
            ? listed.filter(({ tagIds }) => wanted.some((id) => tagIds.includes(id)))
            : listed;
          return { items: passing, tags: known };
        });
        const answer = items.map((item) => ({ ...publicItem(item), ...tagNames(item, tags) }));
        context.print(options, answer, () =>
          items.length === 0
            ? options.filter === undefined && options.tag === undefined
              ? 'No evidence yet.'
              : 'No such items.'
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
  withMatterPath(evidence.command('show'))
    .argument('<id>', itemHelp)
    .description('one item with its custody history')
    .action(
      run(async (context, path: string, id: string, options: Options) => {
        const { item, words, related } = await context.withMatter(path, options, 'read', async (matterId) => {
          const [found] = await findItems(context, matterId, [id]);
          const shown = await context.client['evidence.get']({ matterId, id: found! });
          return {
            item: shown,
            words: tagNames(shown, await tagsOf(context, matterId)),
            related: await context.client['evidence.related']({ matterId, id: shown.id }),
          };
        });
        const others = related.map(({ item: other, ...how }) => ({
          id: other.id,
          title: other.title,
          ...how,
        }));
        context.print(
          options,
          { ...publicItem(item), ...words, related: others, custody: item.custody },
          () =>
            [
              `${item.title} (${item.originalName})${item.isArchived ? ', archived' : ''}`,
              `${item.kind}, ${item.pages === null ? 'pages unknown' : count(item.pages, 'page')}, ${size(item.sizeBytes)}`,
              `SHA-256 ${item.sha256}`,
              ...[
                ['Custodian', item.custodian],
                ['Source', item.source],
                ['Note', item.note],
                ['Tags', [...words.issues, ...words.tags].join(', ')],
              ].flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])),
              ...item.problems.map(({ message }) => `Problem: ${message}`),
              ...(related.length > 0 ? ['Belongs with:'] : []),
              ...related.map(
                ({ likeness, item: { id: otherId, title, claimedAt } }) =>
                  `  ${likeness.replaceAll('_', ' ')}  ${otherId}  ${title}${claimedAt === null ? '' : `  ${claimedAt}`}`,
              ),
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
  withMatterPath(evidence.command('export'))
    .argument('<ids...>', itemsHelp)
    .description('write the original bytes')
    .requiredOption('--out <folder>', 'where to write them; files there stay as they are')
    .option('--rendition', 'for originals that are not PDFs, the PDF made from them instead of the original')
    .option('--both', 'the original and the PDF made from it')
    .action(
      run(async (context, path: string, ids: string[], options: Options<ExportOptions>) => {
        const folder = fullPath(options.out);
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
