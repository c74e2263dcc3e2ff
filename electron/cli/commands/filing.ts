import type { Command } from 'commander';
import { courtCitation } from '../../../shared/domain/court-citation.ts';
import { formatDay } from '../../../shared/domain/court-words.ts';
import { asFiledInWords, asFiledStatuses } from '../../../shared/domain/filing/as-filed-words.ts';
import type { AsFiledCheck, AsFiledFile } from '../../../shared/model/as-filed.ts';
import type { FilingCheck, FilingFinding } from '../../../shared/model/filing.ts';
import { fullPath, type CliContext } from '../context.ts';
import { exitCodes } from '../io.ts';
import { count } from '../table.ts';
import { withGlobals, type Options, type Run } from './command.ts';
import { withFoundSet } from './exhibits/set.ts';
import { invalid } from '../invalid.ts';

const severities = { error: 'error', warning: 'warning', info: 'information' } as const;

type FilingOptions = Options<{ set?: string; court?: string }>;

/**
 * `filing check (MATTER --set S | FILE…) [--court C]`: exits 6 where something prevents filing.
 * `filing as-filed (SENT RETURNED | MATTER --set S RETURNED…)`: exits 6 where one is not what was sent, or not all could be compared.
 */
export function addFilingCommands(program: Command, run: Run): void {
  const filing = program
    .command('filing')
    .description('check that files are ready to file, and that they came back as sent');

  withGlobals(filing.command('check'))
    .argument('<matter or file...>', 'a matter with --set, or PDFs')
    .description('check the exact files against a court’s requirements')
    .option('--set <set>', 'the files of the newest build of this set: its name or id')
    .option('--court <court>', 'a court with a profile, such as wawd; the matter’s own if omitted')
    .action(
      run(async (context, paths: string[], options: FilingOptions) => {
        const checked = await check(context, paths, options);
        if (checked.findings.some(({ severity }) => severity === 'error'))
          context.exitCode = exitCodes.problemsFound;
        const files = checked.files.map(({ file, pages }) => ({ file, pages }));
        context.print(options, { ...checked, files }, () => readable(checked));
      }),
    );

  withGlobals(filing.command('as-filed'))
    .argument('<sent or matter>', 'the PDF that was sent, or a matter with --set')
    .argument('<returned...>', 'the stamped PDF that came back; with --set also several')
    .description('compare what came back from the court with what was sent')
    .option('--set <set>', 'against the files of the newest build of this set, and keep it: its name or id')
    .action(
      run(async (context, sent: string, returned: string[], options: Options<{ set?: string }>) => {
        const checked = await checkAsFiled(context, sent, returned, options);
        const files = 'files' in checked ? checked.files : [checked];
        if (files.some(({ status }) => status !== 'same')) context.exitCode = exitCodes.problemsFound;
        const shown = files.map(({ outputId: _outputId, ...file }) => file);
        context.print(options, 'files' in checked ? { ...checked, files: shown } : shown[0], () =>
          [
            ...('files' in checked ? checked.disturbed : []).map(
              (file) => `${file}: not there as it was built, so nothing was compared with it`,
            ),
            ...files.flatMap(readableReturned),
          ].join('\n'),
        );
      }),
    );
}

function checkAsFiled(
  context: CliContext,
  sent: string,
  returned: readonly string[],
  options: Options<{ set?: string }>,
): Promise<AsFiledFile | AsFiledCheck> {
  const { set } = options;
  const files = returned.map((path) => ({ path: fullPath(path) }));
  if (set !== undefined)
    return withFoundSet(context, sent, { ...options, set }, 'write', (matterId, { id: setId }) =>
      context.runJob('exhibits.checkAsFiled', { matterId, setId, returned: files }),
    );
  refuseMatters([sent]);
  if (files.length > 1)
    throw invalid('name the file that was sent and the one that came back, or a matter with --set');
  return context.client['filing.asFiled']({
    sent: { path: fullPath(sent) },
    returned: files[0]!,
  });
}

const asFiledSeverities = { ...severities, error: 'different', unchecked: 'not compared' } as const;

function readableReturned(file: AsFiledFile): string[] {
  const compared = file.sent === null ? '' : `, compared with ${file.sent}`;
  return [
    `${file.returned}${compared}: ${asFiledStatuses[file.status].toLowerCase()}`,
    `  ${asFiledInWords(file)}`,
    ...file.findings.map(
      ({ severity, page, returnedPage, message }) =>
        `  ${asFiledSeverities[severity]}${placeInWords(page, returnedPage)}: ${message}`,
    ),
  ];
}

function placeInWords(page: number | null, returnedPage: number | null): string {
  if (page !== null) return `, page ${page}`;
  return returnedPage === null ? '' : `, page ${returnedPage} of what came back`;
}

function check(context: CliContext, paths: readonly string[], options: FilingOptions): Promise<FilingCheck> {
  const { set, court } = options;
  if (set === undefined) {
    refuseMatters(paths);
    if (court === undefined) throw invalid('name the court: --court wawd');
    const sources = paths.map((path) => ({ path: fullPath(path) }));
    return context.client['filing.check']({ sources, court });
  }
  const [matter] = paths;
  if (matter === undefined || paths.length > 1) throw invalid('with --set name one matter and no file');
  return withFoundSet(context, matter, { ...options, set }, 'read', (matterId, { id: setId }) =>
    context.runJob('exhibits.checkFiling', { matterId, setId, ...(court !== undefined && { court }) }),
  );
}

/** Refuses a matter without `--set`: it would be reported as a PDF that is none. @throws AppError INVALID_INPUT */
function refuseMatters(paths: readonly string[]): void {
  if (paths.some((path) => path.endsWith('.matter')))
    throw invalid('of a matter name the exhibit set, with --set');
}

function readable({ court, profileDate, files, findings }: FilingCheck): string {
  const lineOf = ({ severity, message, source }: FilingFinding) =>
    `  ${severities[severity]}: ${message} [${source}]`;
  const known = court === null ? 'what all courts ask for' : `what ${courtCitation(court) ?? court} asks for`;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const names = new Set([...files.map(({ file }) => file), ...findings.flatMap(({ file }) => file ?? [])]);
  return [
    ...findings.filter(({ file }) => file === null).map((finding) => lineOf(finding).trimStart()),
    ...[...names].flatMap((name) => {
      const own = findings.filter(({ file }) => file === name);
      return [own.length === 0 ? `${name}: nothing found` : `${name}:`, ...own.map(lineOf)];
    }),
    `${count(files.length, 'file')} checked against ${known}, as of ${formatDay(profileDate)}: ${errors === 0 ? 'nothing stands in the way' : count(errors, 'error')}. Names of minors are not looked for.`,
  ].join('\n');
}
