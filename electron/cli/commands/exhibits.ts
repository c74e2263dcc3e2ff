import type { Command } from 'commander';
import { batesRun } from '../../../shared/domain/exhibits/bates.ts';
import { type Run, withMatterPath } from './command.ts';
import { addBuildAction, addCompareAction } from './exhibits/build.ts';
import { addCitesAction } from './exhibits/cites.ts';
import { addExhibitCommands } from './exhibits/edit.ts';
import { addLabelCommands } from './exhibits/labels.ts';
import { addLedgerCommands } from './exhibits/ledger.ts';
import { addPrintAction } from './exhibits/print.ts';
import { addSetCommands } from './exhibits/set-commands.ts';
import { describeExhibits, onSet, withSet } from './exhibits/set.ts';
import { addTakeOutCommands } from './exhibits/take-out.ts';

/** `exhibits …`. */
export function addExhibitsCommands(program: Command, run: Run): void {
  const exhibits = program.command('exhibits').description('exhibit sets, built into court-ready PDFs');
  addSetCommands(exhibits, run);

  onSet(
    withSet(exhibits.command('list')).description('exhibits in order'),
    run,
    'read',
    ({ client, where }) => client['exhibits.list'](where),
    describeExhibits,
  );

  addLabelCommands(exhibits, run);
  addExhibitCommands(exhibits, run);
  addTakeOutCommands(exhibits, run);
  addLedgerCommands(exhibits, run);

  addBuildAction(withSet(exhibits.command('build')), run);
  addPrintAction(withSet(exhibits.command('print')), run);
  addCompareAction(withMatterPath(exhibits.command('compare')), run);

  addCitesAction(withSet(exhibits.command('cites')), run);

  onSet(
    withSet(exhibits.command('seal')).description('mark the reserved Bates numbers as used, permanently'),
    run,
    'write',
    ({ context, where }) => context.runJob('exhibits.seal', where),
    ({ batesRanges }) =>
      batesRanges.length === 0
        ? 'Sealed. It has no Bates numbers.'
        : `Sealed. Used for good: Bates ${batesRanges.map(({ first, last }) => batesRun(first, last)).join(', ')}.`,
  );
}
