import { resolve } from 'node:path';
import type { Command } from 'commander';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { ExhibitSetId, MatterId } from '../../../shared/model/common.ts';
import type { Exhibit, ExhibitSet } from '../../../shared/model/exhibits.ts';
import type { CliContext } from '../context.ts';
import { count, table } from '../table.ts';
import { withGlobals, type Options, type Run } from './command.ts';
import { findItems } from './evidence/items.ts';
import { addBuildAction, addCompareAction } from './exhibits-build.ts';
import { addCitesAction } from './exhibits-cites.ts';

type SetOptions<T = object> = Options<T & { set: string }>;

/** `exhibits set create|list`, `exhibits add|list|relabel|build|seal`. */
export function addExhibitsCommands(program: Command, run: Run): void {
  const exhibits = program.command('exhibits').description('exhibit sets, built into court-ready PDFs');
  const set = exhibits.command('set').description('exhibit sets');

  withGlobals(set.command('create'))
    .argument('<matter>')
    .description('make an empty set')
    .requiredOption('--name <name>')
    .option('--scheme <scheme>', 'A, 1, or a prefix such as PX-1', 'A')
    .option(
      '--bates <first>',
      'first Bates number, such as AMZ000001, or "none"; else named after the matter',
    )
    .option('--no-slip-sheets', 'no slip sheet before each exhibit')
    .option('--no-stickers', 'no sticker on first pages')
    .action(
      run(
        async (
          context,
          path: string,
          options: Options<{
            name: string;
            scheme: string;
            bates?: string;
            slipSheets: boolean;
            stickers: boolean;
          }>,
        ) => {
          const { client } = context.connection;
          const created = await context.withMatter(path, options, 'write', async (matterId) =>
            client['exhibits.set.create']({
              matterId,
              fields: {
                name: options.name,
                scheme: options.scheme,
                hasSlipSheets: options.slipSheets,
                hasStickers: options.stickers,
                bates:
                  options.bates === undefined
                    ? batesNamedAfter((await client['matter.get']({ matterId })).title)
                    : parseBates(options.bates),
              },
            }),
          );
          context.print(options, created, () => `Made exhibit set “${created.name}” (${created.id}).`);
        },
      ),
    );

  withGlobals(set.command('list'))
    .argument('<matter>')
    .description('all sets')
    .action(
      run(async (context, path: string, options: Options) => {
        const sets = await context.withMatter(path, options, 'read', (matterId) =>
          context.connection.client['exhibits.set.list']({ matterId }),
        );
        context.print(options, sets, () =>
          sets.length === 0
            ? 'No exhibit sets yet.'
            : table(
                ['Id', 'Name', 'Scheme', '>Exhibits', '>Pages', 'Sealed'],
                sets.map((s) => [s.id, s.name, s.scheme, s.exhibits, s.pages, s.sealedAt ?? '']),
              ),
        );
      }),
    );

  withSet(exhibits.command('add'))
    .argument('<ids...>', 'evidence ids')
    .description('add evidence at the end, or after a label without moving later labels')
    .option('--after <label>')
    .action(
      run(async (context, path: string, ids: string[], options: SetOptions<{ after?: string }>) => {
        const list = await withFoundSet(context, path, options, 'write', async (matterId, found) =>
          context.connection.client['exhibits.add']({
            matterId,
            setId: found.id,
            evidenceIds: await findItems(context, matterId, ids),
            ...(options.after !== undefined && { afterLabel: options.after }),
          }),
        );
        printExhibits(context, options, list);
      }),
    );

  withSet(exhibits.command('list'))
    .description('exhibits in order')
    .action(
      run(async (context, path: string, options: SetOptions) => {
        const list = await withFoundSet(context, path, options, 'read', (matterId, found) =>
          context.connection.client['exhibits.list']({ matterId, setId: found.id }),
        );
        printExhibits(context, options, list);
      }),
    );

  withSet(exhibits.command('relabel'))
    .description('give labels anew in the present order, or change one')
    .option('--from <label>', 'the exhibit to change')
    .option('--to <label>', 'its new label')
    .action(
      run(async (context, path: string, options: SetOptions<{ from?: string; to?: string }>) => {
        const { from, to } = options;
        if ((from === undefined) !== (to === undefined)) {
          throw new AppError('INVALID_INPUT', { summary: '--from and --to go together' });
        }
        const { client } = context.connection;
        const list = await withFoundSet(context, path, options, 'write', async (matterId, found) => {
          const setId = found.id;
          if (from === undefined || to === undefined) return client['exhibits.relabel']({ matterId, setId });
          const exhibit = (await client['exhibits.list']({ matterId, setId })).find(
            ({ label }) => label === from,
          );
          if (!exhibit) throw new AppError('NOT_FOUND', { what: `exhibit ${from}` });
          await client['exhibits.update']({ matterId, id: exhibit.id, fields: { label: to } });
          return client['exhibits.list']({ matterId, setId });
        });
        printExhibits(context, options, list);
      }),
    );

  addBuildAction(withSet(exhibits.command('build')), run, withFoundSet);
  addCompareAction(withGlobals(exhibits.command('compare')), run);

  addCitesAction(withSet(exhibits.command('cites')), run, withFoundSet);

  withSet(exhibits.command('seal'))
    .description('make the reserved Bates numbers used, for good')
    .action(
      run(async (context, path: string, options: SetOptions) => {
        const sealed = await withFoundSet(context, path, options, 'write', (matterId, found) =>
          context.connection.client['exhibits.seal']({ matterId, setId: found.id }),
        );
        context.print(
          options,
          sealed,
          () =>
            `Sealed. Bates ${sealed.batesFirst ?? 'none'}–${sealed.batesLast ?? 'none'} are used for good.`,
        );
      }),
    );
}

function withSet(command: Command): Command {
  return withGlobals(command).argument('<matter>').requiredOption('--set <set>', 'the set: its name or id');
}

async function withFoundSet<T>(
  context: CliContext,
  path: string,
  options: SetOptions,
  access: 'read' | 'write',
  use: (matterId: MatterId, set: ExhibitSet & { id: ExhibitSetId }) => Promise<T>,
): Promise<T> {
  return context.withMatter(path, options, access, async (matterId) => {
    const sets = await context.connection.client['exhibits.set.list']({ matterId });
    const matching = sets.filter(({ id, name }) => id === options.set || name === options.set);
    if (matching.length !== 1) {
      throw new AppError('NOT_FOUND', {
        what:
          matching.length === 0
            ? `exhibit set “${options.set}”`
            : `single exhibit set “${options.set}”; use its id`,
      });
    }
    return use(matterId, matching[0]!);
  });
}

/** Numbers named after the matter's first party: PARLER000001. A prefix that has numbers already goes on from them. */
function batesNamedAfter(title: string): { prefix: string; digits: number; start: number } {
  const word = /[A-Za-z][A-Za-z0-9]*/.exec(title)?.[0] ?? 'EX';
  return { prefix: word.toUpperCase().slice(0, 8), digits: 6, start: 1 };
}

/** A first number such as AMZ000001 as the prefix, digits and start of a set. */
function parseBates(first: string): { prefix: string; digits: number; start: number } | null {
  if (first === 'none') return null;
  const match = /^(.*\D)(\d{3,10})$/.exec(first);
  if (!match) throw new AppError('BATES_START_INVALID', { start: first });
  return { prefix: match[1]!, digits: match[2]!.length, start: Number(match[2]) };
}

function printExhibits(context: CliContext, options: Options, list: readonly Exhibit[]): void {
  context.print(options, list, () =>
    list.length === 0
      ? 'No exhibits in this set yet.'
      : [
          table(
            ['Exhibit', 'Title', '>Pages', 'Bates', 'Id'],
            list.map((e) => [
              e.label,
              e.title,
              e.pages,
              e.batesFirst === null ? '' : `${e.batesFirst}–${e.batesLast} (${e.batesState})`,
              e.id,
            ]),
          ),
          `${count(list.length, 'exhibit')}.`,
        ].join('\n'),
  );
}
