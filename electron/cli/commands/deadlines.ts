import type { Command } from 'commander';
import { courtPlace } from '../../../shared/domain/court-zone.ts';
import { isDoubted } from '../../../shared/domain/deadlines/doubted.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { DeadlineId, MatterId } from '../../../shared/model/common.ts';
import type { Deadline } from '../../../shared/model/deadlines.ts';
import type { ListedRule } from '../../../shared/model/rule-pack.ts';
import { fullPath, withMatterWritableIfFree, type CliContext } from '../context.ts';
import { count, table } from '../table.ts';
import { type Options, type Run, withGlobalsAlone, withMatterPath } from './command.ts';
import { addAddCommand } from './deadlines/add.ts';
import { addComputeCommand } from './deadlines/compute.ts';
import { addDayCommands } from './deadlines/days.ts';
import { counselNote, deadlineTable, proposalTable, publicDeadline } from './deadlines/view.ts';
import { findEntryId } from './docket-entry.ts';
import { findItem } from './evidence/items.ts';
import { Day, Moment, parse } from '../input.ts';
import { invalid } from '../invalid.ts';

/** `deadlines rules|compute|list|propose|add|override|done|dismiss|reopen|acknowledge|delete|day|ics|sheet|pack`. */
export function addDeadlinesCommands(program: Command, run: Run): Command {
  const deadlines = program.command('deadlines').description('due dates, and how each is computed');
  addRulesCommands(deadlines, run);
  addComputeCommand(deadlines, run);

  withMatterPath(deadlines.command('list'))
    .description('deadlines, soonest first, computed from the current triggers')
    .option('--open', 'only those that are neither done nor dismissed')
    .action(
      run(async (context, path: string, options: Options<{ open?: true }>) => {
        const { listed, timezone } = await context.withMatter(
          path,
          options,
          'read',
          async (matterId, matter) => ({
            listed: await context.client['deadlines.list']({ matterId }),
            timezone: matter.timezone,
          }),
        );
        const shown = listed.filter(({ status }) => !options.open || status === 'open');
        context.print(options, shown.map(publicDeadline), () =>
          deadlineTable(shown, timezone, context.platform.now()),
        );
      }),
    );

  withMatterPath(deadlines.command('propose'))
    .description('deadlines found in the docket: periods its events start, and dates the clerk printed')
    .action(
      run(async (context, path: string, options: Options) => {
        await context.withMatter(path, options, 'read', async (matterId, { timezone }) => {
          const proposals = await context.client['deadlines.propose']({ matterId });
          context.print(options, proposals, () => proposalTable(proposals, timezone));
        });
      }),
    );

  addAddCommand(deadlines, run);
  addEditCommands(deadlines, run);
  addDayCommands(deadlines, run);
  addFileCommands(deadlines, run);
  return deadlines;
}

async function noSuchPack({ client }: CliContext, pack: string): Promise<AppError> {
  const { packs } = await client['deadlines.rules']({});
  const message = `There is no rule pack “${pack}”. Name one of ${packs.map(({ id }) => id).join(', ')}.`;
  return new AppError('NOT_FOUND', { what: `rule pack “${pack}”` }, { message });
}

/** Whether there is such a court: a federal one, or one that a rule pack is for. */
function isKnownCourt(court: string, rules: readonly ListedRule[]): boolean {
  const code = court.toLowerCase();
  const { timezone, states } = courtPlace(code);
  return timezone !== null || states.length > 0 || rules.some(({ courts }) => courts.includes(code));
}

function addRulesCommands(deadlines: Command, run: Run): void {
  withGlobalsAlone(deadlines.command('rules'))
    .description('the rules that deadlines are computed by, with their versions')
    .option('--pack <id>', 'only those of one pack: frcp, frap, wawd, …')
    .option('--court <code>', 'only those that hold in a court')
    .option('--on <date>', 'only the versions in force on a day')
    .action(
      run(async (context, options: Options<{ pack?: string; court?: string; on?: string }>) => {
        const { pack, court, on } = options;
        const { packs, rules } = await context.client['deadlines.rules']({
          pack,
          court,
          on: on === undefined ? undefined : parse(Day, on, '--on'),
        });
        if (pack !== undefined && packs.length === 0) throw await noSuchPack(context, pack);
        // Of a court that is misspelled only the rules of all courts would be listed, as if it had none of its own.
        if (court !== undefined && !isKnownCourt(court, rules))
          throw invalid(`there is no court “${court}”; write it like wawd`);
        const problems = packs.flatMap(({ problem }) => problem ?? []);
        context.print(options, rules, () =>
          [
            table(
              ['Rule', 'Title', 'Runs from', 'Period', 'Cite', 'In force', 'Checked'],
              rules.map((rule) => [
                `${rule.pack}.${rule.id}`,
                rule.title,
                rule.triggerText,
                rule.count === null ? 'with the event' : `${rule.count} ${rule.unit} ${rule.direction}`,
                rule.cite,
                `${rule.effectiveFrom ?? ''}–${rule.effectiveTo ?? ''}`,
                rule.confidence === 'unverified' ? 'confirm against the court’s site' : rule.confidence,
              ]),
            ),
            ...problems.map(({ message }) => message),
            '',
            counselNote,
          ].join('\n'),
        );
      }),
    );

  const pack = deadlines.command('pack').description('rule packs of your own');
  withGlobalsAlone(pack.command('add'))
    .argument('<file>', 'a rule pack as JSON')
    .description('import a rule pack; one with the same id is replaced')
    .action(
      run(async (context, file: string, options: Options) => {
        const added = await context.client['deadlines.pack.import']({
          source: { path: fullPath(file) },
        });
        context.print(options, added, () => `Added ${added.title}: ${count(added.rules, 'rule')}.`);
      }),
    );
  withGlobalsAlone(pack.command('remove'))
    .argument('<id>', 'of the pack; see deadlines rules')
    .description('delete a rule pack of your own; deadlines computed from it keep what they cite')
    .action(
      run(async (context, id: string, options: Options) => {
        await context.client['deadlines.pack.remove']({ pack: id });
        context.print(options, { removed: id }, () => `Removed ${id}.`);
      }),
    );
}

function addEditCommands(deadlines: Command, run: Run): void {
  addOverride(deadlines, run);
  addDone(deadlines, run);

  for (const [name, status, description] of [
    ['dismiss', 'dismissed', 'say that a deadline is not needed'],
    ['reopen', 'open', 'open a deadline again'],
  ] as const)
    withMatterPath(deadlines.command(name))
      .argument('<id>', 'of the deadline; see deadlines list')
      .description(description)
      .action(
        run((context, path: string, id: DeadlineId, options: Options) =>
          edit(context, path, options, async (matterId) => [
            await context.client['deadlines.setStatus']({ matterId, id, status }),
          ]),
        ),
      );

  addAcknowledge(deadlines, run);
  addDelete(deadlines, run);
}

function addOverride(deadlines: Command, run: Run): void {
  withMatterPath(deadlines.command('override'))
    .argument('<id>', 'of the deadline; see deadlines list')
    .description('let a court’s order set the due time; the computed one is kept beside it')
    .requiredOption('--due <moment>', '2021-01-12T17:00, or a day')
    .option('--entry <number>', 'the order on the docket')
    .option('--note <text>', 'anything else about the order')
    .action(
      run(async (context, path: string, id: DeadlineId, options: Options<OverrideOptions>) => {
        const due = parse(Moment, options.due, '--due');
        const note = options.note ?? '';
        await edit(context, path, options, async (matterId) => [
          await context.client['deadlines.override']({
            matterId,
            id,
            due,
            entryId: await findEntryId(context, matterId, options.entry),
            note,
          }),
        ]);
      }),
    );
}

function addDone(deadlines: Command, run: Run): void {
  withMatterPath(deadlines.command('done'))
    .argument('<id>', 'of the deadline; see deadlines list')
    .description('mark a deadline as done, with its proof')
    .requiredOption('--at <moment>', 'when it was done')
    .option('--note <text>', 'anything else about how it was done')
    .option('--entry <number>', 'what was filed, on the docket')
    .option('--evidence <id>', 'the proof among the evidence')
    .action(
      run(async (context, path: string, id: DeadlineId, options: Options<DoneOptions>) => {
        const at = parse(Moment, options.at, '--at');
        const note = options.note ?? '';
        await edit(context, path, options, async (matterId) => {
          const entryId = await findEntryId(context, matterId, options.entry);
          const evidenceId = await findItem(context, matterId, options.evidence);
          const proof = { at, note, entryId, evidenceId };
          const { client } = context;
          return [await client['deadlines.setStatus']({ matterId, id, status: 'done', proof })];
        });
      }),
    );
}

function addAcknowledge(deadlines: Command, run: Run): void {
  withMatterPath(deadlines.command('acknowledge'))
    .argument('[id...]', 'every deadline that moved and that no entry speaks against, if omitted')
    .description('acknowledge dates that moved, or that an entry of the docket speaks against')
    .action(
      run((context, path: string, ids: DeadlineId[], options: Options) =>
        edit(context, path, options, async (matterId) => {
          const { client } = context;
          const moved = async () =>
            (await client['deadlines.list']({ matterId }))
              .filter((one) => one.moved && !isDoubted(one))
              .map(({ id }) => id);
          const wanted = ids.length > 0 ? ids : await moved();
          return wanted.length === 0 ? [] : client['deadlines.acknowledge']({ matterId, ids: wanted });
        }),
      ),
    );
}

function addDelete(deadlines: Command, run: Run): void {
  withMatterPath(deadlines.command('delete'))
    .argument('<id...>', 'of deadlines; see deadlines list')
    .description('delete deadlines; what ran from one keeps the moment last known')
    .action(
      run(async (context, path: string, ids: DeadlineId[], options: Options) => {
        const done = await context.withMatter(path, options, 'write', (matterId) =>
          context.client['deadlines.delete']({ matterId, ids }),
        );
        context.print(options, done, () => `Deleted ${count(done.deleted, 'deadline')}.`);
      }),
    );
}

interface OverrideOptions {
  readonly due: string;
  readonly entry?: string;
  readonly note?: string;
}

interface DoneOptions {
  readonly at: string;
  readonly note?: string;
  readonly entry?: string;
  readonly evidence?: string;
}

async function edit(
  context: CliContext,
  path: string,
  options: Options,
  change: (matterId: MatterId) => Promise<Deadline[]>,
): Promise<void> {
  const { timezone, changed } = await context.withMatter(
    path,
    options,
    'write',
    async (matterId, matter) => ({ timezone: matter.timezone, changed: await change(matterId) }),
  );
  context.print(options, changed.map(publicDeadline), () =>
    changed.length === 0 ? 'Nothing moved.' : deadlineTable(changed, timezone, context.platform.now()),
  );
}

function addFileCommands(deadlines: Command, run: Run): void {
  withMatterPath(deadlines.command('ics'))
    .argument('[id...]', 'every deadline if omitted')
    .description('an export for other calendars; a later export replaces what they imported before')
    .option('--out <file>', 'a new file; printed if omitted')
    .action(
      run(async (context, path: string, ids: DeadlineId[], options: Options<{ out?: string }>) => {
        const target = options.out === undefined ? undefined : { path: fullPath(options.out) };
        const { events, content } = await withMatterWritableIfFree(context, path, options, (matterId) =>
          context.client['deadlines.ics']({
            matterId,
            ...(ids.length > 0 && { ids }),
            ...(target && { target }),
          }),
        );
        if (content === null)
          context.print(
            options,
            { events, path: target?.path },
            () => `Wrote ${count(events, 'event')}. ${counselNote}`,
          );
        else if (options.json) context.print(options, { events, content }, () => '');
        else context.io.stdout(content);
      }),
    );

  withMatterPath(deadlines.command('sheet'))
    .description('a control sheet for a second person’s check, as PDF')
    .requiredOption('--out <file>', 'a new PDF')
    .action(
      run(async (context, path: string, options: Options<{ out: string }>) => {
        const written = await context.withMatter(path, options, 'read', (matterId) =>
          context.runJob('deadlines.controlSheet', { matterId, target: { path: fullPath(options.out) } }),
        );
        context.print(options, written, () => `Wrote ${count(written.pages, 'page')}. ${counselNote}`);
      }),
    );
}
