import type { Command } from 'commander';
import { parsePastedRanges, type PastedRange } from '../../../../shared/domain/exhibits/pasted-ranges.ts';
import type { LedgerPrefix } from '../../../../shared/model/bates-ledger.ts';
import { readText } from '../../context.ts';
import { table } from '../../table.ts';
import { onMatter, type Run, withMatterPath } from '../command.ts';

/** `exhibits ledger [show|import|void|take-back|party]`: each prints the ledger as it stands then. */
export function addLedgerCommands(exhibits: Command, run: Run): void {
  const ledger = exhibits.command('ledger').description('every Bates number ever given');
  onMatter(
    withMatterPath(ledger.command('show', { isDefault: true })).description(
      'all numbers, with the next free one of each prefix',
    ),
    run,
    'read',
    ({ client, matterId }) => client['exhibits.ledger']({ matterId }),
    describeLedger,
  );
  onMatter(
    withMatterPath(ledger.command('import'))
      .argument('<ranges...>', 'such as AMZ000001-AMZ000500, or a CSV file with one range and note per line')
      .description('enter ranges used elsewhere, so that nothing here takes them')
      .option('--note <note>', 'where they were used', ''),
    run,
    'write',
    ({ client, matterId }, { note }: { note: string }, ranges: string[]) =>
      client['exhibits.ledger.import']({
        matterId,
        ranges: ranges.flatMap((range) => readRanges(range, note)),
      }),
    describeLedger,
  );
  const acts = [
    ['void', 'exhibits.ledger.void', 'void reserved or used numbers, permanently'],
    [
      'take-back',
      'exhibits.ledger.takeBack',
      'take back numbers that were entered as used elsewhere by mistake',
    ],
  ] as const;
  for (const [name, operation, description] of acts)
    onMatter(
      withMatterPath(ledger.command(name))
        .argument('<range>', 'such as AMZ000001-AMZ000500')
        .description(description)
        .requiredOption('--reason <reason>', 'why, for the record'),
      run,
      'write',
      ({ client, matterId }, { reason }: { reason: string }, range: string) =>
        client[operation]({ matterId, range, reason }),
      describeLedger,
    );
  onMatter(
    withMatterPath(ledger.command('party'))
      .argument('<prefix>', 'such as AMZ')
      .argument('<name>', 'whose numbers they are; "" for nobody’s')
      .description('record whose numbers have a prefix'),
    run,
    'write',
    ({ client, matterId }, _options, prefix: string, party: string) =>
      client['exhibits.ledger.setParty']({ matterId, prefix, party }),
    describeLedger,
  );
}

/** What an argument of `import` says: a range, or the ranges of a file. */
function readRanges(argument: string, note: string): readonly PastedRange[] {
  if (!/\.(?:csv|tsv|txt)$/i.test(argument)) return [{ range: argument, note }];
  const ranges = parsePastedRanges(readText(argument));
  return ranges.map((each) => ({ range: each.range, note: each.note === '' ? note : each.note }));
}

function describeLedger(ledger: readonly LedgerPrefix[]): string {
  if (ledger.length === 0) return 'No Bates numbers were given yet.';
  const sets = new Set(
    ledger.flatMap(({ ranges }) => ranges.flatMap(({ exhibits }) => exhibits.map((each) => each.setName))),
  );
  // Each set has its own Exhibit A.
  const nameOf = ({ label, setName }: { label: string; setName: string }) =>
    sets.size > 1 ? `${label} (${setName})` : label;
  return ledger
    .map(({ prefix, party, nextFree, ranges }) =>
      [
        `${prefix}${party === '' ? '' : ` (${party})`}: ${nextFree === null ? 'no number is left' : `next free ${nextFree}`}`,
        table(
          ['First', 'Last', 'State', 'Exhibit now', 'Of', 'Reason'],
          ranges.map(({ first, last, state, exhibits, evidenceTitle, reason }) => [
            first,
            last,
            state,
            exhibits.map(nameOf).join(', '),
            evidenceTitle ?? 'used elsewhere',
            reason ?? '',
          ]),
        ),
      ].join('\n'),
    )
    .join('\n\n');
}
