import type { Command } from 'commander';
import { batesRun } from '../../../../shared/domain/exhibits/bates.ts';
import type { VoidRange } from '../../../../shared/model/bates-ledger.ts';
import type { AffectedCitation, Exhibit } from '../../../../shared/model/exhibits.ts';
import type { Run } from '../command.ts';
import { accessOf, affectedLines, byLabel } from './labels.ts';
import { describeExhibits, onSet, withSet } from './set.ts';

interface TakeOutOptions {
  reason?: string;
  dryRun?: true;
}

/** What was done, or would be. */
interface TakenOut {
  /** Of `withdraw` those that were withdrawn, of `remove` those left in the set; nothing of a dry run. */
  readonly exhibits?: readonly Exhibit[];
  /** Citations of checked briefs that lead nowhere now, or would. */
  readonly affectedCitations: readonly AffectedCitation[];
  /** Of `withdraw` the Bates numbers that became void by it, or would, of every prefix. */
  readonly voidNumbers?: readonly VoidRange[];
}

/** `exhibits withdraw|remove`: both report citations in checked briefs that then lead nowhere, `withdraw` also numbers that become void. */
export function addTakeOutCommands(exhibits: Command, run: Run): void {
  addTakeOut(
    withSet(exhibits.command('withdraw'))
      .description('withdraw exhibits: labels stay taken, numbers become void')
      .requiredOption('--reason <reason>', 'why, for the record'),
    run,
    true,
  );
  addTakeOut(
    withSet(exhibits.command('remove')).description('take exhibits out of the set; the evidence stays'),
    run,
    false,
  );
}

function addTakeOut(command: Command, run: Run, isWithdrawal: boolean): void {
  const done = isWithdrawal ? 'withdrawn' : 'removed';
  onSet(
    command
      .argument('<labels...>', 'labels of the set')
      .option(
        '--dry-run',
        isWithdrawal
          ? 'only show which citations of checked briefs would lead nowhere, and which numbers become void'
          : 'only show which citations of checked briefs would lead nowhere',
      ),
    run,
    accessOf,
    async (
      { client, where },
      { reason = '', dryRun }: TakeOutOptions,
      labels: string[],
    ): Promise<TakenOut> => {
      const all = await client['exhibits.list'](where);
      const which = { ...where, ids: labels.map((label) => byLabel(all, label).id) };
      const { affectedCitations, voidNumbers } = await client['exhibits.planTakeOut'](which);
      const told = { affectedCitations, ...(isWithdrawal && { voidNumbers }) };
      if (dryRun) return told;
      if (isWithdrawal) return { exhibits: await client['exhibits.withdraw']({ ...which, reason }), ...told };
      await client['exhibits.remove'](which);
      return { exhibits: await client['exhibits.list'](where), ...told };
    },
    ({ exhibits, affectedCitations, voidNumbers = [] }, { dryRun }) =>
      [
        ...(exhibits ? [describeExhibits(exhibits)] : []),
        ...affectedLines(affectedCitations, `${dryRun ? 'would be' : 'now is'} ${done}`),
        ...(affectedCitations.length === 0
          ? [
              'No checked brief of the evidence cites them. Check briefs that are files again: what they cite is not kept.',
            ]
          : []),
        ...voidLines(voidNumbers, dryRun ? 'would become' : 'became'),
      ].join('\n'),
  );
}

function voidLines(numbers: readonly VoidRange[], become: string): string[] {
  if (numbers.length === 0) return [];
  const runs = numbers.map(({ first, last }) => batesRun(first, last));
  return [`Bates numbers that ${become} void for good: ${runs.join(', ')}.`];
}
