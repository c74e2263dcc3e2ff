import { Option, type Command } from 'commander';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { fullPath } from '../../context.ts';
import { count } from '../../table.ts';
import type { Run } from '../command.ts';
import { onSet } from './set.ts';

interface PrintOptions {
  out: string;
  volume?: string;
  exhibit?: string;
  slipSheets?: true;
  tabs?: true;
  oneSided?: boolean;
  withoutSlipSheets?: boolean;
}

/** What was written. */
interface Printed {
  readonly fileName: string;
  readonly pages: number;
  readonly blankPages?: number;
}

/**
 * `exhibits print MATTER --set S --out FILE [--volume N | --exhibit LABEL | --slip-sheets | --tabs] [--one-sided] [--without-slip-sheets]`.
 *
 * @param command `print`, with the options that name the matter and the set
 */
export function addPrintAction(command: Command, run: Run): void {
  onSet(
    command
      .description('write what goes on paper: what was built last, for both sides; slip sheets; tabs')
      .requiredOption('--out <file>', 'a new PDF')
      .option('--volume <name>', 'which volume, if there are several')
      .addOption(new Option('--exhibit <label>', 'only this exhibit').conflicts('volume'))
      .addOption(
        new Option('--slip-sheets', 'only the slip sheets, as the set stands').conflicts([
          'volume',
          'exhibit',
        ]),
      )
      .addOption(
        new Option('--tabs', 'only the list that tabs are made from').conflicts([
          'volume',
          'exhibit',
          'slipSheets',
        ]),
      )
      .addOption(
        new Option('--one-sided', 'for one side of the paper: without blank backs').conflicts([
          'slipSheets',
          'tabs',
        ]),
      )
      .addOption(
        new Option(
          '--without-slip-sheets',
          'leave slip sheets out, for tabs that are put between the exhibits',
        ).conflicts(['slipSheets', 'tabs']),
      ),
    run,
    'read',
    async (
      { context, where },
      { out, volume, exhibit, slipSheets, tabs, oneSided = false, withoutSlipSheets = false }: PrintOptions,
    ): Promise<Printed> => {
      const target = { path: fullPath(out) };
      if (slipSheets || tabs)
        return context.runJob('exhibits.printSheets', {
          ...where,
          sheets: tabs ? 'tabs' : 'slipSheets',
          target,
        });
      const [build] = await context.client['exhibits.build.list'](where);
      if (!build) throw new AppError('EXHIBIT_BUILD_MISSING', { isToBePrinted: true });
      const output = build.outputs.find(({ role, label, ...each }) =>
        exhibit === undefined
          ? role === 'volume' && (volume === undefined || each.volume === volume)
          : role === 'exhibit' && label === exhibit,
      );
      if (!output)
        throw new AppError('NOT_FOUND', {
          what: exhibit === undefined ? `volume “${volume}”` : `exhibit “${exhibit}”`,
        });
      return context.runJob('exhibits.printCopy', {
        matterId: where.matterId,
        buildOutputId: output.id,
        target,
        isDoubleSided: !oneSided,
        hasSlipSheets: !withoutSlipSheets,
      });
    },
    readable,
  );
}

function readable({ fileName, pages, blankPages }: Printed): string {
  const blank = blankPages === undefined ? '' : `, ${count(blankPages, 'blank one')} among them`;
  return `${fileName}: ${count(pages, 'page')}${blank}.`;
}
