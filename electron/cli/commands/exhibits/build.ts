import type { Command } from 'commander';
import type { AppError } from '../../../../shared/errors/app-error.ts';
import { ExhibitManifest } from '../../../../shared/model/exhibit-manifest.ts';
import type { BuildComparison, BuildResult } from '../../../../shared/model/exhibits.ts';
import { fullPath, readText } from '../../context.ts';
import { exitCodes } from '../../io.ts';
import { batesRun } from '../../../../shared/domain/exhibits/bates.ts';
import { count, table } from '../../table.ts';
import { onMatter, type Run } from '../command.ts';
import { choicesFor, withChoices, type ChoiceOptions } from './build-choices.ts';
import { onSet } from './set.ts';
import { passwordFileHelp } from '../evidence/passwords.ts';
import { withPasswords } from './with-passwords.ts';

type BuildOptions = { out: string; passwordFile?: string; pdfa?: boolean } & ChoiceOptions;

/**
 * `exhibits build MATTER --set S --out DIR [--volume-mb N] [--court C] [--downsample DPI] [--[no-]pdfa] [--password-file F]`.
 *
 * @param command `build`, with the options that name the matter and the set
 */
export function addBuildAction(command: Command, run: Run): void {
  onSet(
    withChoices(command)
      .description('write volumes, one PDF per exhibit, indexes, load files and manifest')
      .requiredOption('--out <folder>', 'where the folder of the set is written')
      .option('--pdfa', 'PDF/A-2b where the exhibits allow it; otherwise the set’s own choice')
      .option('--no-pdfa', 'ordinary PDFs')
      .option('--password-file <file>', passwordFileHelp),
    run,
    'write',
    async ({ context, client, where }, options: BuildOptions) => {
      const { buildId: _buildId, ...built } = await withPasswords(
        context,
        where.matterId,
        options.passwordFile,
        async ({ details }) => {
          const labels = new Set(refusedLabels(details));
          return (await client['exhibits.list'](where)).flatMap(({ label, evidenceId }) =>
            labels.has(label) && evidenceId !== null ? [evidenceId] : [],
          );
        },
        async () =>
          context.runJob('exhibits.build', {
            ...where,
            target: { path: fullPath(options.out) },
            ...(await choicesFor(context, where, options)),
            ...(options.pdfa !== undefined && { isArchival: options.pdfa }),
          }),
      );
      return built;
    },
    readableBuild,
  );
}

/** `exhibits compare MATTER MANIFEST`: builds again and compares; exits 6 where a file is not the same. */
export function addCompareAction(command: Command, run: Run): void {
  onMatter(
    command
      .argument('<manifest>', 'manifest.json of a build')
      .description('build again what a manifest describes and compare every file')
      .option('--password-file <file>', passwordFileHelp),
    run,
    'write',
    async ({ context, client, matterId }, options: { passwordFile?: string }, manifest: string) => {
      const compared = await withPasswords(
        context,
        matterId,
        options.passwordFile,
        async () => {
          const hashes = hashesOpenedByPassword(readText(manifest));
          const items = await client['evidence.list']({ matterId, includesArchived: true });
          return items.filter(({ sha256 }) => hashes.has(sha256)).map(({ id }) => id);
        },
        () => context.runJob('exhibits.compare', { matterId, manifest: { path: fullPath(manifest) } }),
      );
      if (!compared.isSame) context.exitCode = exitCodes.problemsFound;
      return compared;
    },
    readableComparison,
  );
}

/** Labels of the exhibits that a build was refused for. */
function refusedLabels({ label, others }: AppError['details']): unknown[] {
  const more = Array.isArray(others) ? others.map((other: { readonly label: unknown }) => other.label) : [];
  return [label, ...more];
}

/** Hashes of the originals that a build opened with a password. */
function hashesOpenedByPassword(manifest: string): ReadonlySet<string> {
  const { exhibits } = ExhibitManifest.parse(JSON.parse(manifest));
  return new Set(
    exhibits.flatMap(({ isOpenedByPassword, source }) =>
      isOpenedByPassword && source ? [source.sha256] : [],
    ),
  );
}

function readableBuild({ volumes, exhibits, findings }: Omit<BuildResult, 'buildId'>): string {
  return [
    ...volumes.map((volume) => `Built ${volume}`),
    table(
      ['Exhibit', '>Pages', 'Bates', 'File'],
      exhibits.map(({ label, pages, batesFirst, batesLast, file }) => [
        label,
        pages,
        batesRun(batesFirst, batesLast),
        file,
      ]),
    ),
    ...findings.map(
      ({ severity, label, message }) =>
        `${severity}: ${label === null ? '' : `Exhibit ${label}: `}${message}`,
    ),
  ].join('\n');
}

function readableComparison({ isSame, files, changes }: BuildComparison): string {
  const outcome = isSame
    ? `All the same: ${count(files.length, 'file')}.`
    : table(
        ['File', 'Status', 'Why'],
        files
          .filter(({ status }) => status !== 'same')
          .map(({ file, status, reasons }) => [file, status, reasons.join(' ')]),
      );
  const other = changes.map(
    ({ label, message }) => `${label === null ? '' : `Exhibit ${label}: `}${message}`,
  );
  return [outcome, ...(other.length > 0 ? ['Other now than the manifest says:', ...other] : [])].join('\n');
}
