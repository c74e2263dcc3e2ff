import type { Command } from 'commander';
import { formatStamp } from '../../../../shared/domain/court-words.ts';
import { exhibitsByLabel } from '../../../../shared/domain/exhibits/exhibits-by-label.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { AffectedCitation, Exhibit, LabelChange } from '../../../../shared/model/exhibits.ts';
import { table } from '../../table.ts';
import { wholeNumber, type Run } from '../command.ts';
import { findItems, itemsHelp } from '../evidence/items.ts';
import { printExhibits, withFoundSet, withSet, type SetOptions } from './set.ts';
import { invalid } from '../../invalid.ts';

interface InsertOptions {
  after?: string;
  place: 'between' | 'sub' | 'push';
}

/** `exhibits add|reserve|relabel|history`. */
export function addLabelCommands(exhibits: Command, run: Run): void {
  addAdd(exhibits, run);
  addReserve(exhibits, run);
  addRelabel(exhibits, run);
  addHistory(exhibits, run);
}

function addAdd(exhibits: Command, run: Run): void {
  withSet(exhibits.command('add'))
    .argument('<ids...>', itemsHelp)
    .description('add evidence at the end, or after a label without moving later labels')
    .option('--after <label>', 'after this one; at the end if omitted')
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
          const { client } = context;
          const { place, after: afterLabel, pages: pageRanges, dryRun } = options;
          if (dryRun) {
            const plan = await withFoundSet(context, path, options, 'read', async (matterId, { id: setId }) =>
              client['exhibits.planAdd']({
                matterId,
                setId,
                place,
                afterLabel,
                pageRanges,
                evidenceIds: await findItems(context, matterId, ids),
              }),
            );
            context.print(options, plan, () => describePlan(plan));
            return;
          }
          const list = await withFoundSet(context, path, options, 'write', async (matterId, { id: setId }) =>
            client['exhibits.add']({
              matterId,
              setId,
              place,
              afterLabel,
              pageRanges,
              evidenceIds: await findItems(context, matterId, ids),
            }),
          );
          printExhibits(context, options, list);
        },
      ),
    );
}

function addReserve(exhibits: Command, run: Run): void {
  withSet(exhibits.command('reserve'))
    .description('reserve labels for exhibits still to come')
    .option('--count <n>', 'how many', wholeNumber(1, 500), 1)
    .option('--after <label>', 'after this one; at the end if omitted')
    .option('--place <place>', 'between, sub or push', 'between')
    .option('--note <note>', 'what they are kept for', '')
    .action(
      run(
        async (
          context,
          path: string,
          options: SetOptions<InsertOptions & { count: number; note: string }>,
        ) => {
          const { place, note, after: afterLabel, count } = options;
          const list = await withFoundSet(context, path, options, 'write', (matterId, { id: setId }) =>
            context.client['exhibits.reserve']({
              matterId,
              setId,
              place,
              note,
              afterLabel,
              count,
            }),
          );
          printExhibits(context, options, list);
        },
      ),
    );
}

function addRelabel(exhibits: Command, run: Run): void {
  withSet(exhibits.command('relabel'))
    .description('assign labels again in the present order, or change one')
    .option('--from <label>', 'the exhibit to change')
    .option('--to <label>', 'its new label')
    .option('--dry-run', 'only show what each label was and would be')
    .action(
      run(
        async (context, path: string, options: SetOptions<{ from?: string; to?: string; dryRun?: true }>) => {
          const { from, to, dryRun } = options;
          if ((from === undefined) !== (to === undefined)) {
            throw invalid('--from and --to go together');
          }
          if (dryRun && from !== undefined)
            throw invalid('--dry-run shows what relabeling in order would change; leave --from and --to out');
          const { client } = context;
          if (dryRun) {
            const plan = await withFoundSet(context, path, options, 'read', (matterId, { id: setId }) =>
              client['exhibits.planRelabel']({ matterId, setId }),
            );
            context.print(options, plan, () => describePlan(plan));
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
}

function addHistory(exhibits: Command, run: Run): void {
  withSet(exhibits.command('history'))
    .description('what each label was and is, for every time labels changed')
    .action(
      run(async (context, path: string, options: SetOptions) => {
        const { client } = context;
        const { history, timezone } = await withFoundSet(
          context,
          path,
          options,
          'read',
          async (matterId, { id: setId }) => ({
            history: await client['exhibits.labelHistory']({ matterId, setId }),
            timezone: (await client['matter.get']({ matterId })).timezone,
          }),
        );
        context.print(options, history, () =>
          history
            .map(({ at, by, changes }) => `${formatStamp(at, timezone)}, by ${by}\n${wasNow(changes)}`)
            .join('\n\n'),
        );
      }),
    );
}

/** The exhibit of a label, however it is written: in any case, `PX 3` for PX-3. @throws AppError NOT_FOUND */
export function byLabel(exhibits: readonly Exhibit[], label: string): Exhibit {
  const at = exhibitsByLabel(exhibits.map((exhibit) => exhibit.label))(label);
  if (at === null) throw new AppError('NOT_FOUND', { what: `exhibit ${label}` });
  return exhibits[at]!;
}

function describePlan(plan: {
  readonly changes: readonly LabelChange[];
  readonly affectedCitations: readonly AffectedCitation[];
}): string {
  return [wasNow(plan.changes), ...affectedLines(plan.affectedCitations)].join('\n');
}

/**
 * A line for each citation that would no longer be right.
 *
 * @param goneBy what happens to exhibits that would be gone, or happened: “would be withdrawn”, “were removed”
 */
export function affectedLines(
  citations: readonly Pick<AffectedCitation, 'briefTitle' | 'page' | 'text' | 'shouldSay' | 'gone'>[],
  goneBy = '',
): string[] {
  const inOneLine = (text: string) => text.replaceAll(/\s+/gu, ' ');
  return citations.map(({ briefTitle, page, text, shouldSay, gone }) => {
    const wrong =
      gone.length > 0
        ? `cites ${gone.join(', ')}, which ${goneBy}`
        : `would have to say “${inOneLine(shouldSay)}”`;
    return `“${briefTitle}”, page ${page}: “${inOneLine(text)}” ${wrong}.`;
  });
}

function wasNow(changes: readonly LabelChange[]): string {
  return table(
    ['Was', 'Now', 'Title'],
    changes.map(({ was, now, title }) => [was, now === '' ? 'removed' : now, title]),
  );
}
