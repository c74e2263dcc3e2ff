import type { Command } from 'commander';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { ExhibitSetId, MatterId } from '../../../../shared/model/common.ts';
import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import type { CliContext } from '../../context.ts';
import { batesRun } from '../../../../shared/domain/exhibits/bates.ts';
import { count, table } from '../../table.ts';
import { withGlobals, type Options } from '../command.ts';

export type SetOptions<T = object> = Options<T & { set: string }>;

/** Adds what every command on one set takes: the matter, and the set. */
export function withSet(command: Command): Command {
  return withGlobals(command).argument('<matter>').requiredOption('--set <set>', 'the set: its name or id');
}

/** Finds the set by its name or id. @throws AppError NOT_FOUND */
export async function withFoundSet<T>(
  context: CliContext,
  path: string,
  options: SetOptions,
  access: 'read' | 'write',
  use: (matterId: MatterId, set: ExhibitSet & { id: ExhibitSetId }) => Promise<T>,
): Promise<T> {
  return context.withMatter(path, options, access, async (matterId) => {
    const sets = await context.connection.client['exhibits.set.list']({ matterId });
    const matching = sets.filter(({ id, name }) => id === options.set || name === options.set);
    if (matching.length === 0) throw new AppError('NOT_FOUND', { what: `exhibit set “${options.set}”` });
    if (matching.length > 1)
      throw new AppError(
        'NOT_FOUND',
        { what: `exhibit set “${options.set}”` },
        {
          message: `${matching.length} exhibit sets are called “${options.set}”. Name the one meant by its id: ${matching.map(({ id }) => id).join(', ')}.`,
        },
      );
    return use(matterId, matching[0]!);
  });
}

/** The exhibits as JSON, or as a table. */
export function printExhibits(context: CliContext, options: Options, list: readonly Exhibit[]): void {
  context.print(options, list, () => describeExhibits(list));
}

/** Exhibits as a table. */
export function describeExhibits(list: readonly Exhibit[]): string {
  if (list.length === 0) return 'No exhibits in this set yet.';
  return [
    table(
      ['Exhibit', 'Title', '>Pages', 'Bates', 'Id'],
      list.map((e) => [e.label, e.title, e.pages, numbersOf(e), e.id]),
    ),
    `${count(list.length, 'exhibit')}.`,
  ].join('\n');
}

/** Its numbers, or why it has none. */
function numbersOf({ status, batesFirst, batesLast, batesState }: Exhibit): string {
  if (status !== 'active') return status;
  return batesFirst === null ? '' : `${batesRun(batesFirst, batesLast)} (${batesState})`;
}
