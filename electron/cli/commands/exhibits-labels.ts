import type { Command } from 'commander';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { MatterId } from '../../../shared/model/common.ts';
import type { Exhibit, ExhibitFields, LabelChange } from '../../../shared/model/exhibits.ts';
import type { CliContext } from '../context.ts';
import { table } from '../table.ts';
import type { Run } from './command.ts';
import { findItems } from './evidence/items.ts';
import { printExhibits, withFoundSet, withSet, type SetOptions } from './exhibits-set.ts';

interface InsertOptions {
  after?: string;
  place: 'between' | 'sub' | 'push';
}

/** What a command on exhibits works on. */
interface Picked {
  readonly client: CliContext['connection']['client'];
  readonly matterId: MatterId;
  readonly setId: Exhibit['setId'];
  readonly ids: Exhibit['id'][];
}

/** `exhibits add|reserve|withdraw|reinstate|move|update|relabel|history`. */
export function addLabelCommands(exhibits: Command, run: Run): void {
  withSet(exhibits.command('add'))
    .argument('<ids...>', 'evidence ids')
    .description('add evidence at the end, or after a label without moving later labels')
    .option('--after <label>')
    .option('--place <place>', 'between (10A), sub (10-1), or push, which moves later labels up', 'between')
    .option('--pages <ranges>', 'pages of each item that are carried, such as 3-7,12')
    .option('--dry-run', 'only show what each label was and would be')
    .action(
      run(
        async (
          context,
          path: string,
          ids: string[],
          options: SetOptions<InsertOptions & { pages?: string; dryRun?: true }>,
        ) => {
          const { client } = context.connection;
          const { place, after: afterLabel, pages: pageRanges, dryRun } = options;
          if (dryRun) {
            const plan = await withFoundSet(context, path, options, 'read', async (matterId, { id: setId }) =>
              client['exhibits.planAdd']({
                ...{ matterId, setId, place, afterLabel },
                evidenceIds: await findItems(context, matterId, ids),
              }),
            );
            context.print(options, plan, () => wasNow(plan.changes));
            return;
          }
          const list = await withFoundSet(context, path, options, 'write', async (matterId, { id: setId }) =>
            client['exhibits.add']({
              ...{ matterId, setId, place, afterLabel, pageRanges },
              evidenceIds: await findItems(context, matterId, ids),
            }),
          );
          printExhibits(context, options, list);
        },
      ),
    );

  withSet(exhibits.command('reserve'))
    .description('keep labels for exhibits that are to come')
    .option('--count <n>', 'how many', '1')
    .option('--after <label>')
    .option('--place <place>', 'between, sub or push', 'between')
    .option('--note <note>', 'what they are kept for', '')
    .action(
      run(
        async (
          context,
          path: string,
          options: SetOptions<InsertOptions & { count: string; note: string }>,
        ) => {
          const { place, note, after: afterLabel, count } = options;
          const list = await withFoundSet(context, path, options, 'write', (matterId, { id: setId }) =>
            context.connection.client['exhibits.reserve']({
              ...{ matterId, setId, place, note, afterLabel },
              count: Number(count),
            }),
          );
          printExhibits(context, options, list);
        },
      ),
    );

  const onLabels = <O extends object>(
    command: Command,
    act: (picked: Picked, options: SetOptions<O>) => Promise<Exhibit[]>,
  ) =>
    command.argument('<labels...>', 'labels of the set').action(
      run(async (context, path: string, labels: string[], options: SetOptions<O>) => {
        const { client } = context.connection;
        const list = await withFoundSet(context, path, options, 'write', async (matterId, { id: setId }) => {
          const all = await client['exhibits.list']({ matterId, setId });
          const picked = labels.map((label) => byLabel(all, label));
          return act({ client, matterId, setId, ids: picked.map(({ id }) => id) }, options);
        });
        printExhibits(context, options, list);
      }),
    );

  onLabels<{ reason: string }>(
    withSet(exhibits.command('withdraw'))
      .description('withdraw exhibits: labels stay taken, numbers become void')
      .requiredOption('--reason <reason>'),
    ({ client, matterId, setId, ids }, { reason }) =>
      client['exhibits.withdraw']({ matterId, setId, ids, reason }),
  );
  onLabels(
    withSet(exhibits.command('reinstate')).description('bring withdrawn exhibits back'),
    ({ client, matterId, setId, ids }) => client['exhibits.reinstate']({ matterId, setId, ids }),
  );
  onLabels<{ to: string }>(
    withSet(exhibits.command('move'))
      .description('move exhibits to a position, counted from 1; labels stay')
      .requiredOption('--to <position>'),
    ({ client, matterId, setId, ids }, { to }) =>
      client['exhibits.move']({ matterId, setId, ids, position: Number(to) - 1 }),
  );
  onLabels<{ evidence: string }>(
    withSet(exhibits.command('assign'))
      .description('put evidence behind a reserved label')
      .requiredOption('--evidence <id>', 'evidence id'),
    async ({ client, matterId, ids }, { evidence }) => {
      const items = await client['evidence.list']({ matterId });
      const item = items.find(({ id }) => id === evidence);
      if (!item) throw new AppError('NOT_FOUND', { what: 'evidence' });
      return [await client['exhibits.assign']({ matterId, id: ids[0]!, evidenceId: item.id })];
    },
  );
  onLabels<{ title?: string; pages?: string; treatment?: ExhibitFields['treatment']; note?: string }>(
    withSet(exhibits.command('update'))
      .description('change what exhibits are')
      .option('--title <title>')
      .option('--pages <ranges>', 'such as 3-7,12; empty for all')
      .option('--treatment <treatment>', 'pages, withheld, sealed or native')
      .option('--note <note>', 'why it is withheld, or under which order it is sealed'),
    async ({ client, matterId, ids }, { title, pages: pageRanges, treatment, note: treatmentNote }) => {
      const fields = { title, pageRanges, treatment, treatmentNote };
      const changed: Exhibit[] = [];
      for (const id of ids) changed.push(await client['exhibits.update']({ matterId, id, fields }));
      return changed;
    },
  );

  withSet(exhibits.command('relabel'))
    .description('give labels anew in the present order, or change one')
    .option('--from <label>', 'the exhibit to change')
    .option('--to <label>', 'its new label')
    .option('--dry-run', 'only show what each label was and would be')
    .action(
      run(
        async (context, path: string, options: SetOptions<{ from?: string; to?: string; dryRun?: true }>) => {
          const { from, to, dryRun } = options;
          if ((from === undefined) !== (to === undefined)) {
            throw new AppError('INVALID_INPUT', { summary: '--from and --to go together' });
          }
          const { client } = context.connection;
          if (dryRun) {
            const plan = await withFoundSet(context, path, options, 'read', (matterId, { id: setId }) =>
              client['exhibits.planRelabel']({ matterId, setId }),
            );
            context.print(options, plan, () => wasNow(plan.changes));
            return;
          }
          const list = await withFoundSet(context, path, options, 'write', async (matterId, found) => {
            const setId = found.id;
            if (from === undefined || to === undefined)
              return client['exhibits.relabel']({ matterId, setId });
            const { id } = byLabel(await client['exhibits.list']({ matterId, setId }), from);
            await client['exhibits.update']({ matterId, id, fields: { label: to } });
            return client['exhibits.list']({ matterId, setId });
          });
          printExhibits(context, options, list);
        },
      ),
    );

  withSet(exhibits.command('history'))
    .description('what each label was and is, for every time labels changed')
    .action(
      run(async (context, path: string, options: SetOptions) => {
        const history = await withFoundSet(context, path, options, 'read', (matterId, { id: setId }) =>
          context.connection.client['exhibits.labelHistory']({ matterId, setId }),
        );
        context.print(options, history, () =>
          history.map(({ at, by, changes }) => `${at} ${by}\n${wasNow(changes)}`).join('\n\n'),
        );
      }),
    );
}

function byLabel(exhibits: readonly Exhibit[], label: string): Exhibit {
  const found = exhibits.find((exhibit) => exhibit.label.toLowerCase() === label.toLowerCase());
  if (!found) throw new AppError('NOT_FOUND', { what: `exhibit ${label}` });
  return found;
}

function wasNow(changes: readonly LabelChange[]): string {
  return table(
    ['Was', 'Now', 'Title'],
    changes.map(({ was, now, title }) => [was, now === '' ? 'taken out' : now, title]),
  );
}
