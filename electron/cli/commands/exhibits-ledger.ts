import type { Command } from 'commander';
import type { LedgerPrefix } from '../../../shared/model/exhibits.ts';
import { table } from '../table.ts';
import { withGlobals, type Options, type Run } from './command.ts';

/** `exhibits ledger [show|import|void]`. */
export function addLedgerCommands(exhibits: Command, run: Run): void {
  const ledger = exhibits.command('ledger').description('every Bates number ever given');
  withGlobals(ledger.command('show', { isDefault: true }))
    .argument('<matter>')
    .description('all numbers, with the next free one of each prefix')
    .action(
      run(async (context, path: string, options: Options) => {
        const all = await context.withMatter(path, options, 'read', (matterId) =>
          context.connection.client['exhibits.ledger']({ matterId }),
        );
        context.print(options, all, () => describeLedger(all));
      }),
    );
  withGlobals(ledger.command('import'))
    .argument('<matter>')
    .argument('<ranges...>', 'such as AMZ000001-AMZ000500')
    .description('enter ranges used elsewhere, so that nothing here takes them')
    .option('--note <note>', 'where they were used', '')
    .action(
      run(async (context, path: string, ranges: string[], options: Options<{ note: string }>) => {
        const all = await context.withMatter(path, options, 'write', (matterId) =>
          context.connection.client['exhibits.ledger.import']({
            matterId,
            ranges: ranges.map((range) => ({ range, note: options.note })),
          }),
        );
        context.print(options, all, () => describeLedger(all));
      }),
    );
  withGlobals(ledger.command('void'))
    .argument('<matter>')
    .argument('<range>', 'such as AMZ000001-AMZ000500')
    .description('make reserved or used numbers void, for good')
    .requiredOption('--reason <reason>')
    .action(
      run(async (context, path: string, range: string, options: Options<{ reason: string }>) => {
        const { reason } = options;
        const all = await context.withMatter(path, options, 'write', (matterId) =>
          context.connection.client['exhibits.ledger.void']({ matterId, range, reason }),
        );
        context.print(options, all, () => describeLedger(all));
      }),
    );
}

function describeLedger(ledger: readonly LedgerPrefix[]): string {
  if (ledger.length === 0) return 'No Bates numbers were given yet.';
  return ledger
    .map(({ prefix, party, nextFree, ranges }) =>
      [
        `${prefix}${party === '' ? '' : ` (${party})`}: next free ${nextFree}`,
        table(
          ['First', 'Last', 'State', 'Of', 'Reason'],
          ranges.map(({ first, last, state, evidenceTitle, reason }) => [
            first,
            last,
            state,
            evidenceTitle ?? 'used elsewhere',
            reason ?? '',
          ]),
        ),
      ].join('\n'),
    )
    .join('\n\n');
}
