import type { Command } from 'commander';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { ExhibitSetId, MatterId } from '../../../../shared/model/common.ts';
import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import type { CliContext } from '../../context.ts';
import { batesRun } from '../../../../shared/domain/exhibits/bates.ts';
import { count, table } from '../../table.ts';
import { onMatter, type Options, type Run, withMatterPath } from '../command.ts';

export type SetOptions<T = object> = Options<T & { set: string }>;

/** Adds what every command on one set takes: the matter, and the set. */
export function withSet(command: Command): Command {
  return withMatterPath(command).requiredOption('--set <set>', 'the set: its name or id');
}

/** The set that a command works on. */
export interface FoundSet {
  readonly context: CliContext;
  readonly client: CliContext['client'];
  readonly where: { readonly matterId: MatterId; readonly setId: ExhibitSetId };
  readonly set: ExhibitSet;
}

/** What a command on one set does, as `onMatter`. @param command as `withSet` made it */
export function onSet<O extends object, A extends unknown[], T>(
  command: Command,
  run: Run,
  access: 'read' | 'write' | ((options: SetOptions<O>) => 'read' | 'write'),
  act: (found: FoundSet, options: SetOptions<O>, ...args: A) => Promise<T>,
  words: (value: T, options: SetOptions<O>) => string,
): void {
  onMatter<O & { set: string }, A, T>(
    command,
    run,
    access,
    async ({ context, client, matterId }, options, ...args) => {
      const set = findSet(await client['exhibits.set.list']({ matterId }), options.set);
      return act({ context, client, where: { matterId, setId: set.id }, set }, options, ...args);
    },
    words,
  );
}

/** Opens a matter and finds the set of `--set` in it. @throws AppError NOT_FOUND */
export async function withFoundSet<T>(
  context: CliContext,
  path: string,
  options: SetOptions,
  access: 'read' | 'write',
  use: (matterId: MatterId, set: ExhibitSet & { id: ExhibitSetId }) => Promise<T>,
): Promise<T> {
  return context.withMatter(path, options, access, async (matterId) => {
    const sets = await context.client['exhibits.set.list']({ matterId });
    return use(matterId, findSet(sets, options.set));
  });
}

/** The set of a name, in any case, or of an id. @throws AppError NOT_FOUND, which names the sets there are */
export function findSet<T extends Pick<ExhibitSet, 'id' | 'name'>>(sets: readonly T[], wanted: string): T {
  const spelled = wanted.trim().toLowerCase();
  const [set, ...others] = sets.filter(({ id, name }) => id === wanted || name.toLowerCase() === spelled);
  if (set && others.length === 0) return set;
  const all = sets.map(({ name }) => `“${name}”`).join(', ');
  const message = set
    ? `${others.length + 1} exhibit sets are called “${wanted}”. Name the one meant by its id: ${[set, ...others].map(({ id }) => id).join(', ')}.`
    : `There is no exhibit set “${wanted}” in this matter. ${all === '' ? 'It has none yet.' : `It has ${all}.`}`;
  throw new AppError('NOT_FOUND', { what: `exhibit set “${wanted}”` }, { message });
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
