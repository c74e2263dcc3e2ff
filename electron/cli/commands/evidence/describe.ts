import type { Command } from 'commander';
import type { EvidenceId, MatterId } from '../../../../shared/model/common.ts';
import type { Collected } from '../../../../shared/model/evidence.ts';
import type { CliContext } from '../../context.ts';
import { count } from '../../table.ts';
import { assertChanges, onMatter, type Options, type Run, withMatterPath } from '../command.ts';
import { findItems, itemsHelp } from './items.ts';
import { invalid } from '../../invalid.ts';

interface UpdateOptions {
  readonly title?: string;
  readonly custodian?: string;
  readonly source?: string;
  readonly note?: string;
  readonly collectedAt?: string;
  readonly collectedBy?: string;
  readonly collectedWhere?: string;
  readonly collectedHow?: string;
  readonly flagged?: boolean;
  readonly reviewed?: boolean;
}

/** `evidence update|archive|unarchive`: what people record about items. Originals are never changed. */
export function addDescribeCommands(evidence: Command, run: Run): void {
  addUpdate(evidence, run);
  addArchive(evidence, run, true);
  addArchive(evidence, run, false);
}

function addUpdate(evidence: Command, run: Run): void {
  withMatterPath(evidence.command('update'))
    .argument('<ids...>', itemsHelp)
    .description('change what is recorded about items, as one step; what is not given stays, "" empties it')
    .option('--title <title>', 'what it is called, for one item')
    .option('--custodian <name>', 'whose files these are')
    .option('--source <text>', 'where they came from')
    .option('--note <text>', 'anything else about them')
    .option('--collected-at <date>', 'when they were collected: 2021-01-11, or an instant')
    .option('--collected-by <name>', 'who collected them')
    .option('--collected-where <text>', 'where they were collected')
    .option('--collected-how <text>', 'how they were collected')
    .option('--flagged', 'flag them')
    .option('--no-flagged', 'take the flag off')
    .option('--reviewed', 'mark them reviewed')
    .option('--no-reviewed', 'mark them not reviewed')
    .action(
      run(async (context, path: string, names: string[], options: Options<UpdateOptions>) => {
        const { title, custodian, source, note, flagged: isFlagged, reviewed: isReviewed } = options;
        const fields = { title, custodian, source, note, isFlagged, isReviewed };
        const isAbout = collectedParts(options).some(([, value]) => value !== undefined);
        if (!isAbout) assertChanges(fields);
        const done = await context.withMatter(path, options, 'write', async (matterId) => {
          const ids = await findItems(context, matterId, names);
          if (title !== undefined && new Set(ids).size > 1) throw invalid('--title is for one item');
          const collected = isAbout ? await collectedOf(context, matterId, ids, options) : undefined;
          return context.client['evidence.update']({
            matterId,
            ids,
            fields: { ...fields, collected },
          });
        });
        context.print(options, done, () => `Changed ${count(done.updated, 'item')}.`);
      }),
    );
}

function addArchive(evidence: Command, run: Run, isArchived: boolean): void {
  onMatter(
    withMatterPath(evidence.command(isArchived ? 'archive' : 'unarchive'))
      .argument('<ids...>', itemsHelp)
      .description(
        isArchived ? 'put items out of sight; nothing is ever removed' : 'bring archived items back',
      ),
    run,
    'write',
    async ({ context, client, matterId }, _options, names: string[]) =>
      client['evidence.archive']({
        matterId,
        ids: await findItems(context, matterId, names),
        isArchived,
      }),
    (done) => `${isArchived ? 'Archived' : 'Brought back'} ${count(done.updated, 'item')}.`,
  );
}

function collectedParts(options: UpdateOptions): readonly (readonly [keyof Collected, string | undefined])[] {
  return [
    ['at', options.collectedAt],
    ['by', options.collectedBy],
    ['where', options.collectedWhere],
    ['how', options.collectedHow],
  ];
}

/**
 * How the items were collected, with the options merged in: the engine stores the four parts as one value.
 *
 * @throws AppError INVALID_INPUT where items differ in a part that is not given, which would be lost
 */
async function collectedOf(
  context: CliContext,
  matterId: MatterId,
  ids: readonly EvidenceId[],
  options: UpdateOptions,
): Promise<Collected> {
  const wanted = new Set(ids);
  const all = await context.client['evidence.list']({ matterId, includesArchived: true });
  const items = all.filter(({ id }) => wanted.has(id));
  const known = collectedParts(options).map(([part, given]) => {
    const values = new Set(given === undefined ? items.map(({ collected }) => collected[part]) : [given]);
    if (values.size > 1)
      throw invalid(`these items differ in --collected-${part}; give it too, or change them one by one`);
    return [part, [...values][0] ?? ''];
  });
  return Object.fromEntries(known) as Collected;
}
