import { lstatSync, realpathSync } from 'node:fs';
import { sep } from 'node:path';
import type { Command } from 'commander';
import type { InputOf } from '../../../../shared/contract/define.ts';
import type { Api } from '../../../../shared/contract/api.ts';
import type { IntakeId, MatterId } from '../../../../shared/model/common.ts';
import type { Intake, IntakeItem } from '../../../../shared/model/evidence.ts';
import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import { fullPath, type CliContext } from '../../context.ts';
import { hintFor } from '../../hints.ts';
import { table } from '../../table.ts';
import { onMatter, type Options, type Run, withMatterPath } from '../command.ts';

type AddOptions = Options<{
  custodian: string;
  source: string;
  collectedAt: string;
  collectedBy: string;
  collectedWhere: string;
  collectedHow: string;
  recursive?: true;
}>;

/** `evidence add|intakes|resume|retry`. */
export function addIntakeCommands(evidence: Command, run: Run): void {
  addAdd(evidence, run);
  addIntakes(evidence, run);
  const isUnfinished = ({ state }: Intake) => state !== 'ended';
  addGoOn(evidence, run, 'resume', 'go on with what a pause, a cancel or a crash left', isUnfinished);
  const hasFailures = ({ failed }: Intake) => failed > 0;
  addGoOn(evidence, run, 'retry', 'try again what failed, and nothing else', hasFailures);
}

function addAdd(evidence: Command, run: Run): void {
  withMatterPath(evidence.command('add'))
    .argument(
      '<paths...>',
      'files, and with --recursive folders; links are followed, those inside folders not',
    )
    .description('add files; a damaged or locked file is kept and its problems are named')
    .option('--custodian <name>', 'whose files these are', '')
    .option('--source <text>', 'where they came from', '')
    .option('--collected-at <date>', 'when they were collected: 2021-01-11, or an instant', '')
    .option('--collected-by <name>', 'who collected them', '')
    .option('--collected-where <text>', 'where they were collected', '')
    .option('--collected-how <text>', 'how they were collected', '')
    .option('--recursive', 'add folders with everything in them')
    .action(
      run(async (context, path: string, paths: string[], options: AddOptions) => {
        const named = paths.map(followLink);
        const { items } = await context.withMatter(path, options, 'write', (matterId) =>
          namingResume(context.runJob('evidence.add', { matterId, ...addInput(named, options) })),
        );
        finishIntake(
          context,
          options,
          items.map((item) => asNamed(item, named)),
        );
      }),
    );
}

function addIntakes(evidence: Command, run: Run): void {
  onMatter(
    withMatterPath(evidence.command('intakes')).description('intakes that were not finished or had failures'),
    run,
    'read',
    ({ client, matterId }) => client['evidence.intake.list']({ matterId }),
    (intakes) =>
      intakes.length === 0
        ? 'Every intake is finished.'
        : table(
            ['Id', 'Started', 'State', '>Files', '>Done', '>Failed', 'Custodian', 'Source'],
            intakes.map((intake) => [
              intake.id,
              intake.startedAt,
              intake.state,
              intake.total,
              intake.done,
              intake.failed,
              intake.custodian,
              intake.source,
            ]),
          ),
  );
}

/** @param isMeant which intakes the command is about */
function addGoOn(
  evidence: Command,
  run: Run,
  name: 'resume' | 'retry',
  description: string,
  isMeant: (intake: Intake) => boolean,
): void {
  withMatterPath(evidence.command(name))
    .argument('[intake]', 'all of them if omitted')
    .description(description)
    .action(
      run(async (context, path: string, id: string | undefined, options: Options) => {
        const items = await context.withMatter(path, options, 'write', async (matterId) => {
          const chosen = await chooseIntakes(context, matterId, id, isMeant);
          const found: IntakeItem[] = [];
          for (const intakeId of chosen) {
            // A file added by one intake is no longer missing from the others; an intake with nothing missing leaves the list.
            if (intakeId !== chosen[0] && !(await isListed(context, matterId, intakeId))) continue;
            found.push(
              ...(await namingResume(context.runJob(`evidence.intake.${name}`, { matterId, intakeId })))
                .items,
            );
          }
          return found;
        });
        finishIntake(context, options, items);
      }),
    );
}

/** @throws AppError CANCELLED, with the command that continues if files are left */
async function namingResume<T>(taking: Promise<T>): Promise<T> {
  try {
    return await taking;
  } catch (error) {
    if (!isAppError(error, 'CANCELLED') || !error.details['left']) throw error;
    const message = `${error.message} “evidence resume” does so.`;
    throw new AppError('CANCELLED', error.details, { cause: error, message });
  }
}

/** A path from the command line, and the target it resolves to. */
interface NamedPath {
  readonly given: string;
  readonly real: string;
}

/** Links that are named are followed, as programs do; those met inside folders are not, since they may lead anywhere. */
function followLink(path: string): NamedPath {
  const given = fullPath(path);
  try {
    return { given, real: lstatSync(given).isSymbolicLink() ? realpathSync(given) : given };
  } catch {
    // A path that does not exist, or a dangling link, is reported with the others.
    return { given, real: given };
  }
}

/** An item under the path that was given, where a link led to it. */
function asNamed(item: IntakeItem, named: readonly NamedPath[]): IntakeItem {
  const by = named.find(({ real }) => item.path === real || item.path.startsWith(real + sep));
  return by ? { ...item, path: by.given + item.path.slice(by.real.length) } : item;
}

function addInput(
  named: readonly NamedPath[],
  options: AddOptions,
): Omit<InputOf<Api, 'evidence.add'>, 'matterId'> {
  const collected = {
    at: options.collectedAt,
    by: options.collectedBy,
    where: options.collectedWhere,
    how: options.collectedHow,
  };
  return {
    sources: named.map(({ real }) => ({ path: real })),
    custodian: options.custodian,
    source: options.source,
    collected,
    isRecursive: options.recursive ?? false,
  };
}

/** The intake with an id or an unambiguous id prefix; without one, all that apply, oldest first. */
async function chooseIntakes(
  context: CliContext,
  matterId: MatterId,
  id: string | undefined,
  isMeant: (intake: Intake) => boolean,
): Promise<IntakeId[]> {
  const intakes = await context.client['evidence.intake.list']({ matterId });
  if (id === undefined)
    return intakes
      .filter(isMeant)
      .map((intake) => intake.id)
      .toReversed();
  const matching = intakes.filter(
    (intake) => intake.id === id || (id.length >= 8 && intake.id.startsWith(id)),
  );
  if (matching.length !== 1) throw new AppError('NOT_FOUND', { what: `intake “${id}”` });
  return [matching[0]!.id];
}

async function isListed(context: CliContext, matterId: MatterId, id: IntakeId): Promise<boolean> {
  const intakes = await context.client['evidence.intake.list']({ matterId });
  return intakes.some((intake) => intake.id === id);
}

/** Prints what became of the files and their contents, and sets the exit code. */
function finishIntake(context: CliContext, options: Options, items: readonly IntakeItem[]): void {
  const all = items.flatMap(withMembers);
  context.finishBatch(
    all.length,
    all.flatMap(({ error }) => (error ? [error] : [])),
  );
  context.print(options, { items: items.map(publicItem) }, () =>
    [...items.flatMap((item) => itemLines(item, '')), summary(all)].join('\n'),
  );
}

/** An item as scripts read it; fields unknown for a failed one are null. */
function publicItem({ path, status, id, sha256, kind, children, ...rest }: IntakeItem): object {
  return {
    path,
    status,
    ...(id !== undefined && { id }),
    sha256: sha256 ?? null,
    kind: kind ?? null,
    ...rest,
    ...(children && { children: children.map(publicItem) }),
  };
}

function withMembers(item: IntakeItem): IntakeItem[] {
  return [item, ...(item.children ?? []).flatMap(withMembers)];
}

function itemLines(item: IntakeItem, indent: string): string[] {
  const reasons = [...(item.error ? [item.error] : []), ...item.problems];
  return [
    // A line break in a name would make its rest look like an item of its own.
    `${item.status.padEnd(9)}  ${indent}${item.path.replaceAll(/[\r\n]+/g, ' ')}`,
    ...reasons.map(({ code, message }) =>
      [`           ${indent}${message}`, hintFor(code)].filter(Boolean).join(' '),
    ),
    ...(item.children ?? []).flatMap((child) => itemLines(child, `${indent}  `)),
  ];
}

function summary(items: readonly IntakeItem[]): string {
  const having = (status: IntakeItem['status']) => items.filter((item) => item.status === status).length;
  return `${having('added')} added, ${having('duplicate')} already there, ${having('failed')} failed.`;
}
