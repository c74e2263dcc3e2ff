import { Option, type Command } from 'commander';
import { fullPath, readPassphrase } from '../context.ts';
import { count } from '../table.ts';
import { type Options, type Run, withMatterPath } from './command.ts';
import { findItems, itemsHelp } from './evidence/items.ts';
import { invalid } from '../invalid.ts';

interface CopyFlags {
  copyPassphraseFile?: string;
}

interface ExportFlags extends CopyFlags {
  out: string;
  name: string;
  mode: 'read' | 'comment';
  includeNotes?: true;
  includeWorkProduct?: true;
  includeCoding?: true;
  includeDocket?: true;
}

/** `review export` and `review merge`. */
export function addReviewCopyCommands(review: Command, run: Run): void {
  withCopyPassphrase(review.command('export'))
    .argument('<ids...>', itemsHelp)
    .description('one encrypted matter file with these items, for a colleague')
    .requiredOption('--out <file>', 'the new file')
    .requiredOption('--name <name>', 'what the copy is called, such as whom it is for')
    .addOption(
      new Option('--mode <mode>', 'whether notes and coding can be added in it')
        .choices(['read', 'comment'])
        .makeOptionMandatory(),
    )
    .option('--include-notes', 'with the notes on the items, work product left out')
    .option('--include-work-product', 'with all notes on the items')
    .option('--include-coding', 'with what reviewers decided')
    .option('--include-docket', 'with the docket')
    .action(
      run(async (context, path: string, ids: string[], options: Options<ExportFlags>) => {
        const passphrase = copyPassphrase(options);
        const made = await context.withMatter(path, options, 'write', async (matterId) =>
          context.runJob('review.copy.export', {
            matterId,
            ids: await findItems(context, matterId, ids),
            target: { path: fullPath(options.out) },
            name: options.name,
            passphrase,
            mode: options.mode,
            includesNotes: options.includeNotes === true || options.includeWorkProduct === true,
            includesWorkProduct: options.includeWorkProduct === true,
            includesCoding: options.includeCoding === true,
            includesDocket: options.includeDocket === true,
          }),
        );
        context.print(options, made, () =>
          [
            `${count(made.items, 'item')} and ${count(made.notes, 'note')} in ${made.path ?? made.fileName}`,
            ...(made.leftOut > 0 ? [`${count(made.leftOut, 'note')} left out as work product.`] : []),
            `SHA-256 ${made.sha256}`,
          ].join('\n'),
        );
      }),
    );

  withCopyPassphrase(review.command('merge'))
    .argument('<copy>', 'the review copy that came back')
    .description('take a colleague’s notes and coding back; doing it twice changes nothing')
    .action(
      run(async (context, path: string, copy: string, options: Options<CopyFlags>) => {
        const passphrase = copyPassphrase(options);
        const merged = await context.withMatter(path, options, 'write', (matterId) =>
          context.runJob('review.copy.merge', { matterId, source: { path: fullPath(copy) }, passphrase }),
        );
        const { notes, codings, skipped, tagsAdded } = merged;
        context.print(options, merged, () =>
          [
            ...(merged.isApart
              ? ['Two files of this copy were changed apart: what both changed is to decide.']
              : []),
            `Notes: ${notes.added} added, ${notes.updated} updated, ${notes.unchanged} unchanged, ${notes.conflicts} to decide.`,
            `Coding: ${codings.added} added, ${codings.updated} updated, ${codings.unchanged} unchanged, ${count(codings.conflicts, 'item')} in conflict.`,
            ...(tagsAdded.length > 0 ? [`New tags: ${tagsAdded.join(', ')}.`] : []),
            ...(skipped > 0 ? [`${count(skipped, 'row')} could not be taken.`] : []),
          ].join('\n'),
        );
      }),
    );
}

function withCopyPassphrase(command: Command): Command {
  return withMatterPath(command).option(
    '--copy-passphrase-file <file>',
    'a file whose first line unlocks the copy, where it is another than the matter’s',
  );
}

/** The copy's passphrase: its own, else the one given for the matter. */
function copyPassphrase(options: Options<CopyFlags>): string {
  const passphraseFile = options.copyPassphraseFile ?? options.passphraseFile;
  const passphrase = passphraseFile === undefined ? undefined : readPassphrase({ passphraseFile });
  if (passphrase === undefined) throw invalid('a review copy is always encrypted: give --passphrase-file');
  return passphrase;
}
