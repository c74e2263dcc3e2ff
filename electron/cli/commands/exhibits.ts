import type { Command } from 'commander';
import { batesRun } from '../../../shared/domain/exhibits/bates.ts';
import { withGlobals, type Run } from './command.ts';
import { addBuildAction, addCompareAction } from './exhibits/build.ts';
import { addCitesAction } from './exhibits/cites.ts';
import { addExhibitCommands } from './exhibits/edit.ts';
import { addLabelCommands } from './exhibits/labels.ts';
import { addLedgerCommands } from './exhibits/ledger.ts';
import { addPrintAction } from './exhibits/print.ts';
import { addSetCommands } from './exhibits/set-commands.ts';
import { printExhibits, withFoundSet, withSet, type SetOptions } from './exhibits/set.ts';
import { addTakeOutCommands } from './exhibits/take-out.ts';

/** `exhibits …`. */
export function addExhibitsCommands(program: Command, run: Run): void {
  const exhibits = program.command('exhibits').description('exhibit sets, built into court-ready PDFs');
  addSetCommands(exhibits, run);

  withSet(exhibits.command('list'))
    .description('exhibits in order')
    .action(
      run(async (context, path: string, options: SetOptions) => {
        const list = await withFoundSet(context, path, options, 'read', (matterId, found) =>
          context.client['exhibits.list']({ matterId, setId: found.id }),
        );
        printExhibits(context, options, list);
      }),
    );

  addLabelCommands(exhibits, run);
  addExhibitCommands(exhibits, run);
  addTakeOutCommands(exhibits, run);
  addLedgerCommands(exhibits, run);

  addBuildAction(withSet(exhibits.command('build')), run);
  addPrintAction(withSet(exhibits.command('print')), run);
  addCompareAction(withGlobals(exhibits.command('compare')), run);

  addCitesAction(withSet(exhibits.command('cites')), run);

  withSet(exhibits.command('seal'))
    .description('mark the reserved Bates numbers as used, permanently')
    .action(
      run(async (context, path: string, options: SetOptions) => {
        const sealed = await withFoundSet(context, path, options, 'write', (matterId, found) =>
          context.runJob('exhibits.seal', { matterId, setId: found.id }),
        );
        context.print(options, sealed, () =>
          sealed.batesRanges.length === 0
            ? 'Sealed. It has no Bates numbers.'
            : `Sealed. Used for good: Bates ${sealed.batesRanges.map(({ first, last }) => batesRun(first, last)).join(', ')}.`,
        );
      }),
    );
}
