import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { courtCitation } from '../../../shared/domain/court-citation.ts';
import { formatStamp, formatTimeZone } from '../../../shared/domain/court-words.ts';
import { AppError, isAppError } from '../../../shared/errors/app-error.ts';
import type { JobResult } from '../../../shared/contract/api.ts';
import type { Matter } from '../../../shared/model/matter.ts';
import { publish, removeDatabase, removeLeftovers, stagedPath } from '../../engine/host.ts';
import { fullPath, readPassphrase, withMatterWritableIfFree, type CliContext } from '../context.ts';
import { exitCodes } from '../io.ts';
import { count, size } from '../table.ts';
import { type Options, type Run, withGlobals, withMatterPath } from './command.ts';
import { publicMatter } from './matter/public-matter.ts';
import { addSettingCommands } from './matter/settings.ts';
import { invalid } from '../invalid.ts';

interface CreateOptions {
  title: string;
  court?: string;
  number?: string;
  judge?: string;
  timezone?: string;
  encrypt?: true;
}

/** `matter create|sample|info|update|passphrase|verify|backup|restore`. */
export function addMatterCommands(program: Command, run: Run): void {
  const matter = program.command('matter').description('make, check and copy matter files');

  addCreate(matter, run);
  addSample(matter, run);
  addInfo(matter, run);
  addSettingCommands(matter, run);
  addVerify(matter, run);
  addBackup(matter, run);
  addRestore(matter, run);
}

function addCreate(matter: Command, run: Run): void {
  withMatterPath(matter.command('create'))
    .description('make a new matter; never overwrites')
    .requiredOption('--title <title>', 'what the matter is called')
    .option('--court <code>', 'court, such as wawd')
    .option('--number <number>', 'docket number, such as 2:21-cv-00031')
    .option('--judge <name>', 'the judge, as the docket names them')
    .option(
      '--timezone <zone>',
      'the court’s IANA time zone; where left out that of --court, without a court America/Los_Angeles',
    )
    .option('--encrypt', 'encrypt it with the passphrase of --passphrase-file')
    .action(
      run(async (context, path: string, options: Options<CreateOptions>) => {
        const { title, court, number, judge, timezone, encrypt } = options;
        const passphrase = readPassphrase(options);
        if (encrypt && passphrase === undefined) {
          throw invalid('--encrypt needs a passphrase: name its file with --passphrase-file');
        }
        if (!encrypt && passphrase !== undefined) {
          throw invalid('--passphrase-file makes sense here only with --encrypt');
        }
        const { client } = context;
        const created = await client['matter.create']({
          target: { path: fullPath(path) },
          fields: { title, court, number, judge, timezone },
          ...(passphrase !== undefined && { passphrase }),
        });
        await client['matter.close']({ matterId: created.id });
        context.print(options, publicMatter(created), () => `Made “${created.title}” in ${path}.`);
      }),
    );
}

function addSample(matter: Command, run: Run): void {
  withMatterPath(matter.command('sample'))
    .description('make the sample matter')
    .action(
      run(async (context, path: string, options: Options) => {
        const made = await makeSample(context, fullPath(path));
        context.print(options, publicMatter(made), () => `Made the sample matter in ${path}.`);
      }),
    );
}

function addInfo(matter: Command, run: Run): void {
  withMatterPath(matter.command('info'))
    .description('counts and settings')
    .action(
      run(async (context, path: string, options: Options) => {
        const info = await context.withMatter(path, options, 'read', (matterId) =>
          context.client['matter.get']({ matterId }),
        );
        const { counts, sizeBytes, verifiedAt, reviewCopy } = info;
        context.print(
          options,
          {
            ...publicMatter(info),
            counts,
            sizeBytes,
            schemaVersion: info.schemaVersion,
            verifiedAt,
            reviewCopy,
          },
          () =>
            [
              info.title,
              reviewCopy &&
                `Review copy “${reviewCopy.name}”, ${reviewCopy.mode === 'read' ? 'to read' : 'for comments'}`,
              [courtCitation(info.court) ?? info.court, info.number, info.judge].filter(Boolean).join(' · '),
              `${count(counts.docketEntries, 'docket entry', 'docket entries')}, ${count(counts.evidence, 'evidence item')}${counts.archivedEvidence > 0 ? ` (${counts.archivedEvidence} archived)` : ''}, ${count(counts.exhibits, 'exhibit')}, ${count(counts.deadlines, 'deadline')} (${counts.openDeadlines} open)`,
              `${size(sizeBytes)}, ${info.isEncrypted ? 'encrypted' : 'not encrypted'}, court time: ${formatTimeZone(info.timezone)}`,
              verifiedAt === null
                ? 'Originals not verified yet.'
                : `Originals last verified ${formatStamp(verifiedAt, info.timezone)}.`,
            ]
              .filter(Boolean)
              .join('\n'),
        );
      }),
    );
}

function addVerify(matter: Command, run: Run): void {
  withMatterPath(matter.command('verify'))
    .description(
      'check the database, rehash every original, walk custody and audit chains; exit 6 if anything is wrong',
    )
    .action(
      run(async (context, path: string, options: Options) => {
        const result = await withMatterWritableIfFree(context, path, options, (matterId) =>
          context.runJob('matter.verify', { matterId }),
        );
        if (!result.ok) context.exitCode = exitCodes.problemsFound;
        const { evidence, bytes, custodyEvents } = result.checked;
        context.print(options, result, () =>
          [
            ...result.problems.map(({ subject, message }) => `${subject}: ${message}`),
            `${result.ok ? 'All in order' : count(result.problems.length, 'problem')}: ${count(evidence, 'original')} (${size(bytes)}) and ${count(custodyEvents, 'custody event')} checked.`,
          ].join('\n'),
        );
      }),
    );
}

function addBackup(matter: Command, run: Run): void {
  withMatterPath(matter.command('backup'))
    .argument('<dest>', 'the new file')
    .description('write a verified copy; never overwrites')
    .action(
      run(async (context, path: string, destination: string, options: Options) => {
        const written = await withMatterWritableIfFree(context, path, options, (matterId) =>
          context.runJob('matter.backup', { matterId, target: { path: fullPath(destination) } }),
        );
        printCopy(context, options, 'Backed up', written);
      }),
    );
}

function addRestore(matter: Command, run: Run): void {
  withGlobals(matter.command('restore'))
    .argument('<backup>', 'a backup of a matter')
    .argument('<dest>', 'the new matter file')
    .description('restore a backup as a matter; never overwrites')
    .action(
      run(async (context, backup: string, destination: string, options: Options) => {
        const passphrase = readPassphrase(options);
        const written = await context.client['matter.restore']({
          backup: { path: fullPath(backup) },
          target: { path: fullPath(destination) },
          ...(passphrase !== undefined && { passphrase }),
        });
        printCopy(context, options, 'Restored', written);
      }),
    );
}

function printCopy(
  context: CliContext,
  options: Options,
  done: 'Backed up' | 'Restored',
  { path, sha256, bytes }: JobResult<'matter.backup'>,
): void {
  context.print(
    options,
    { path, sha256, bytes },
    () => `${done} to ${path} (${size(bytes)}).\nSHA-256 ${sha256}`,
  );
}

/**
 * Makes the sample matter under a temporary name beside its own and renames it once it is filled: a partial sample would be
 * taken for a complete one, and block the next try. The next try removes what a crash leaves behind.
 *
 * @param path the full path of the matter
 * @throws AppError MATTER_EXISTS, FILE_UNWRITABLE, DISK_FULL, CANCELLED
 */
async function makeSample(context: CliContext, path: string): Promise<Matter> {
  const { client } = context;
  const name = basename(path);
  if (existsSync(path)) throw new AppError('MATTER_EXISTS', { name });
  const staged = stagedPath(path, context.platform.newId());
  removeLeftovers(path);
  try {
    await fillSampleAt(context, staged);
    if (!publish(staged, path)) throw new AppError('MATTER_EXISTS', { name });
    return await context.withMatter(path, {}, 'read', async (_matterId, matter) => matter);
  } catch (error) {
    const isNamed = error instanceof AppError && error.details['name'] === basename(staged);
    throw isNamed ? new AppError(error.code, { ...error.details, name }, { cause: error }) : error;
  } finally {
    removeDatabase(staged);
    // Including one left by a run that was killed.
    for (const { fileName, isMissing, recentId } of await client['matter.listRecent']({}))
      if (isMissing && fileName.endsWith('.partial')) await client['matter.forgetRecent']({ recentId });
  }
}

async function fillSampleAt(context: CliContext, path: string): Promise<void> {
  const { client } = context;
  const { matter, jobId } = await client['matter.createSample']({ target: { path } });
  try {
    if (jobId !== null) await context.waitForJob(matter.id, jobId);
  } catch (error) {
    // An intake's report about its files is useless without the matter.
    throw isAppError(error, 'CANCELLED') ? new AppError('CANCELLED', {}, { cause: error }) : error;
  } finally {
    await client['matter.close']({ matterId: matter.id });
  }
}
