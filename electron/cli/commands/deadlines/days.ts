import type { Command } from 'commander';
import type { CourtDayId } from '../../../../shared/model/common.ts';
import type { CourtDay } from '../../../../shared/model/deadlines.ts';
import { AddedDay } from '../../../../shared/model/time-counting.ts';
import { table } from '../../table.ts';
import { type Options, type Run, withMatterPath } from '../command.ts';
import { Day, parse } from '../../input.ts';

/** `deadlines day list|add|delete`: what a person adds to the court's calendar in a matter. */
export function addDayCommands(deadlines: Command, run: Run): void {
  const day = deadlines.command('day').description('days added to the court’s calendar');

  withMatterPath(day.command('list'))
    .description('the days that were added')
    .action(
      run(async (context, path: string, options: Options) => {
        const days = await context.withMatter(path, options, 'read', (matterId) =>
          context.client['deadlines.day.list']({ matterId }),
        );
        context.print(options, days, () => dayTable(days));
      }),
    );

  withMatterPath(day.command('add'))
    .argument('<date>', 'the day, such as 2021-01-18')
    .description('a day the clerk’s office was inaccessible, or one declared a holiday')
    .requiredOption('--kind <kind>', 'closed or holiday')
    .requiredOption('--name <text>', 'such as “Snow” or “Day of mourning”')
    .option('--note <text>', 'its source')
    .action(
      run(async (context, path: string, date: string, options: Options<DayOptions>) => {
        const on = parse(Day, date, 'the date');
        const kind = parse(AddedDay.shape.kind, options.kind, '--kind');
        const { name, note = '' } = options;
        const added = await context.withMatter(path, options, 'write', (matterId) =>
          context.client['deadlines.day.add']({ matterId, day: { on, kind, name, note } }),
        );
        context.print(options, added, () => dayTable([added]));
      }),
    );

  withMatterPath(day.command('delete'))
    .argument('<id>', 'of the day; see deadlines day list')
    .description('remove an added day; deadlines are counted again')
    .action(
      run(async (context, path: string, id: CourtDayId, options: Options) => {
        await context.withMatter(path, options, 'write', (matterId) =>
          context.client['deadlines.day.delete']({ matterId, id }),
        );
        context.print(options, { deleted: id }, () => 'Taken out of the court’s calendar.');
      }),
    );
}

interface DayOptions {
  readonly kind: string;
  readonly name: string;
  readonly note?: string;
}

function dayTable(days: readonly CourtDay[]): string {
  if (days.length === 0) return 'No day was added.';
  return table(
    ['Day', 'Kind', 'Name', 'Note', 'Id'],
    days.map(({ on, kind, name, note, id }) => [on, kind, name, note, id]),
  );
}
