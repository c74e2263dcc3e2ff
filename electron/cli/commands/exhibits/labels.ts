import type { Command } from 'commander';
import { formatStamp } from '../../../../shared/domain/court-words.ts';
import { exhibitsByLabel } from '../../../../shared/domain/exhibits/exhibits-by-label.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { AffectedCitation, Exhibit, LabelChange } from '../../../../shared/model/exhibits.ts';
import { table } from '../../table.ts';
import { wholeNumber, type Run } from '../command.ts';
import { findItems, itemsHelp } from '../evidence/items.ts';
import { describeExhibits, onSet, withSet } from './set.ts';
import { invalid } from '../../invalid.ts';

interface InsertOptions {
  after?: string;
  place: 'between' | 'sub' | 'push';
}

interface RelabelOptions {
  from?: string;
  to?: string;
  dryRun?: true;
}

/** What a change of labels would do. */
interface LabelPlan {
  readonly changes: readonly LabelChange[];
  readonly affectedCitations: readonly AffectedCitation[];
}

/** `exhibits add|reserve|relabel|history`. */
export function addLabelCommands(exhibits: Command, run: Run): void {
  addAdd(exhibits, run);
  addReserve(exhibits, run);
  addRelabel(exhibits, run);
  addHistory(exhibits, run);
}

function addAdd(exhibits: Command, run: Run): void {
  onSet(
    withSet(exhibits.command('add'))
      .argument('<ids...>', itemsHelp)
      .description('add evidence at the end, or after a label without moving later labels')
      .option('--after <label>', 'after this one; at the end if omitted')
      .option('--place <place>', 'between (10A), sub (10-1), or push, which moves later labels up', 'between')
      .option('--pages <ranges>', 'pages of each item that are carried, such as 3-7,12')
      .option('--dry-run', 'only show what each label was and would be'),
    run,
    accessOf,
    async (
      { context, client, where },
      { place, after, pages, dryRun }: InsertOptions & { pages?: string; dryRun?: true },
      ids: string[],
    ): Promise<LabelPlan | Exhibit[]> => {
      const evidenceIds = await findItems(context, where.matterId, ids);
      const input = { ...where, place, afterLabel: after, pageRanges: pages, evidenceIds };
      return dryRun ? client['exhibits.planAdd'](input) : client['exhibits.add'](input);
    },
    planOrList,
  );
}

function addReserve(exhibits: Command, run: Run): void {
  onSet(
    withSet(exhibits.command('reserve'))
      .description('reserve labels for exhibits still to come')
      .option('--count <n>', 'how many', wholeNumber(1, 500), 1)
      .option('--after <label>', 'after this one; at the end if omitted')
      .option('--place <place>', 'between, sub or push', 'between')
      .option('--note <note>', 'what they are kept for', ''),
    run,
    'write',
    ({ client, where }, { place, note, after, count }: InsertOptions & { count: number; note: string }) =>
      client['exhibits.reserve']({ ...where, place, note, afterLabel: after, count }),
    describeExhibits,
  );
}

function addRelabel(exhibits: Command, run: Run): void {
  onSet(
    withSet(exhibits.command('relabel'))
      .description('assign labels again in the present order, or change one')
      .option('--from <label>', 'the exhibit to change')
      .option('--to <label>', 'its new label')
      .option('--dry-run', 'only show what each label was and would be'),
    run,
    (options: RelabelOptions) => {
      const { from, to, dryRun } = options;
      if ((from === undefined) !== (to === undefined)) throw invalid('--from and --to go together');
      if (dryRun && from !== undefined)
        throw invalid('--dry-run shows what relabeling in order would change; leave --from and --to out');
      return accessOf(options);
    },
    async ({ client, where }, { from, to, dryRun }): Promise<LabelPlan | Exhibit[]> => {
      if (dryRun) return client['exhibits.planRelabel'](where);
      if (from === undefined || to === undefined) return client['exhibits.relabel'](where);
      const { id } = byLabel(await client['exhibits.list'](where), from);
      await client['exhibits.update']({ matterId: where.matterId, id, fields: { label: to } });
      return client['exhibits.list'](where);
    },
    planOrList,
  );
}

function addHistory(exhibits: Command, run: Run): void {
  let timezone = '';
  onSet(
    withSet(exhibits.command('history')).description(
      'what each label was and is, for every time labels changed',
    ),
    run,
    'read',
    async ({ client, where }) => {
      ({ timezone } = await client['matter.get']({ matterId: where.matterId }));
      return client['exhibits.labelHistory'](where);
    },
    (history) =>
      history
        .map(({ at, by, changes }) => `${formatStamp(at, timezone)}, by ${by}\n${wasNow(changes)}`)
        .join('\n\n'),
  );
}

/** What is only shown changes nothing. */
export const accessOf = ({ dryRun }: { readonly dryRun?: true }) => (dryRun ? 'read' : 'write');

/** The exhibit of a label, however it is written: in any case, `PX 3` for PX-3. @throws AppError NOT_FOUND */
export function byLabel(exhibits: readonly Exhibit[], label: string): Exhibit {
  const at = exhibitsByLabel(exhibits.map((exhibit) => exhibit.label))(label);
  if (at === null) throw new AppError('NOT_FOUND', { what: `exhibit ${label}` });
  return exhibits[at]!;
}

function planOrList(outcome: LabelPlan | Exhibit[]): string {
  if (Array.isArray(outcome)) return describeExhibits(outcome);
  return [wasNow(outcome.changes), ...affectedLines(outcome.affectedCitations)].join('\n');
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
