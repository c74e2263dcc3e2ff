import type { Command } from 'commander';
import { fullPath, readText, withMatterWritableIfFree } from '../../context.ts';
import { exitCodes } from '../../io.ts';
import { count, size, table } from '../../table.ts';
import { onMatter, type Options, type Run, withMatterPath } from '../command.ts';
import { findItems, itemHelp, publicItem } from './items.ts';
import { invalid } from '../../invalid.ts';

/** `evidence verify|match|unlock`. */
export function addOriginalCommands(evidence: Command, run: Run): void {
  addVerify(evidence, run);
  addMatch(evidence, run);
  addUnlock(evidence, run);
}

function addVerify(evidence: Command, run: Run): void {
  onMatter(
    withMatterPath(evidence.command('verify'))
      .argument('[ids...]', 'all if omitted')
      .description('hash originals again and record the result in their custody'),
    run,
    'write',
    async ({ context, matterId }, _options, names: string[]) => {
      const ids = names.length === 0 ? undefined : await findItems(context, matterId, names);
      const report = await context.runJob('evidence.verify', { matterId, ...(ids && { ids }) });
      if (report.altered.length > 0) context.exitCode = exitCodes.problemsFound;
      return report;
    },
    (report) =>
      [
        `${count(report.verified, 'original')} unaltered, ${report.altered.length} altered (${size(report.bytes)} hashed).`,
        ...report.altered.map(({ id, title }) => `ALTERED  ${id}  ${title}`),
      ].join('\n'),
  );
}

function addMatch(evidence: Command, run: Run): void {
  withMatterPath(evidence.command('match'))
    .argument('<list>', 'SHA-256, SHA-1 or MD5, as sha256sum writes it, or CSV')
    .description('compare a list of hashes with the originals')
    .action(
      run(async (context, path: string, list: string, options: Options) => {
        const report = await withMatterWritableIfFree(context, path, options, (matterId) =>
          context.runJob('evidence.matchHashes', { matterId, source: { path: fullPath(list) } }),
        );
        if (report.missing.length > 0) context.exitCode = exitCodes.problemsFound;
        context.print(options, report, () =>
          [
            `${report.listed} listed: ${report.matched.length} in the matter, ${report.missing.length} not.`,
            `${count(report.unlisted.length, 'original')} not in the list.`,
            ...(report.unread.length > 0 ? [`Lines without a hash: ${report.unread.join(', ')}`] : []),
            ...(report.missing.length > 0
              ? [
                  table(
                    ['>Line', 'Not in the matter', 'Name'],
                    report.missing.map(({ line, hash, name }) => [line, hash, name]),
                  ),
                ]
              : []),
          ].join('\n'),
        );
      }),
    );
}

function addUnlock(evidence: Command, run: Run): void {
  withMatterPath(evidence.command('unlock'))
    .argument('<id>', itemHelp)
    .description('open a locked original with its password')
    .requiredOption('--password-file <file>', 'a file whose first line is the password')
    .option('--keep', 'keep the password in the matter')
    .action(
      run(
        async (
          context,
          path: string,
          name: string,
          options: Options<{ passwordFile: string; keep?: true }>,
        ) => {
          const [password = ''] = readText(options.passwordFile).split(/\r?\n/);
          if (password === '') throw invalid('the password file is empty');
          const item = await context.withMatter(path, options, 'write', async (matterId) => {
            const [id] = await findItems(context, matterId, [name]);
            return context.client['evidence.unlock']({
              matterId,
              id: id!,
              password,
              isKept: options.keep ?? false,
            });
          });
          context.print(
            options,
            publicItem(item),
            () =>
              `${item.title}: ${item.pages === null ? 'opened' : `opened, ${count(item.pages, 'page')}`}.`,
          );
        },
      ),
    );
}
