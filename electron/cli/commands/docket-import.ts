import type { Command } from 'commander';
import { docketNumber } from '../../../shared/domain/docket/filters.ts';
import { splitCaseNumber } from '../../../shared/domain/docket/merge/case-number.ts';
import { entryFieldWords } from '../../../shared/domain/docket/merge/entry-field-words.ts';
import type {
  DocketChange,
  DocketPreview,
  DocketSourceReport,
  DocketVersion,
  DocketWarning,
  ParsedDocket,
  ParsedSource,
} from '../../../shared/model/docket.ts';
import { clip, count, table } from '../table.ts';
import { type Options, type Run, withGlobalsAlone, withMatterPath } from './command.ts';

/** `docket import|parse`. */
export function addDocketSourceCommands(docket: Command, run: Run): void {
  withMatterPath(docket.command('import'))
    .argument(
      '<source...>',
      'docket sheets (HTML or PDF), notices, feeds, CSV or JSON; told apart by their content',
    )
    .description('import docket sources and merge them with the docket')
    .option('--dry-run', 'show the redline, change nothing')
    .action(
      run(async (context, path: string, sources: string[], options: Options<{ dryRun?: true }>) => {
        const preview = await context.withMatter(path, options, 'write', async (matterId) => {
          const { client } = context;
          const read = await context.runJob('docket.import.read', {
            matterId,
            sources: sources.map((source) => ({ path: source })),
          });
          const { importId } = read;
          const found = await client['docket.import.preview']({ matterId, importId });
          if (options.dryRun || read.readable === 0)
            await client['docket.import.discard']({ matterId, importId });
          else await client['docket.import.apply']({ matterId, importId, planHash: found.planHash });
          return { ...found, sources: withPaths(found.sources, read.sources) };
        });
        const failed = preview.sources.flatMap(({ error }) => error ?? []);
        context.print(options, publicPreview(preview), () =>
          readablePreview(preview, options.dryRun === true),
        );
        context.finishBatch(preview.sources.length, failed);
      }),
    );

  withGlobalsAlone(docket.command('parse'))
    .argument('<source...>', 'as for import')
    .description('read docket sources without a matter')
    .action(
      run(async (context, sources: string[], options: Options) => {
        const parsed = await context.client['docket.parse']({
          sources: sources.map((path) => ({ path })),
        });
        const results = parsed.map(({ path, source, error }) => publicSource(path, source, error));
        context.print(options, results, () => results.map(readableSource).join('\n\n'));
        context.finishBatch(
          parsed.length,
          parsed.flatMap(({ error }) => error ?? []),
        );
      }),
    );
}

/** The preview knows names only; the paths are the caller's own. */
function withPaths(
  counted: readonly DocketSourceReport[],
  read: readonly DocketSourceReport[],
): DocketSourceReport[] {
  return counted.map((report, at) => ({ ...report, path: read[at]!.path }));
}

function publicPreview({ sources, changes, questions, matterFields, warnings, unchanged }: DocketPreview) {
  return {
    sources,
    changes: changes.map(({ kind, before, after, fields }) => ({
      entry: nameOf((after ?? before)!),
      kind,
      before,
      after,
      fields,
    })),
    questions: questions.map(({ key: _key, ...question }) => question),
    matterFields,
    warnings,
    unchanged,
  };
}

function readablePreview(preview: DocketPreview, isDry: boolean): string {
  const { sources, changes, questions, warnings } = preview;
  const lines = sources.map(({ path, kind, added, updated, unchanged, error, warnings: own }) =>
    error
      ? `${path}: ${error.message}`
      : [
          `${path} (${String(kind).replaceAll('_', ' ')}): ${added} added, ${updated} updated, ${unchanged} unchanged`,
          ...own.map(warningLine),
        ].join('\n'),
  );
  const redline = table(
    ['No.', 'Change', 'Text'],
    changes.map((change) => [
      nameOf((change.after ?? change.before)!),
      changeWords(change),
      clip(textOf(change)),
    ]),
  );
  return [
    ...lines,
    ...warnings.map(({ message }) => `! ${message}`),
    ...(changes.length > 0 ? [redline] : ['Nothing differs from the docket as it stands.']),
    ...(questions.length > 0
      ? [
          `${count(questions.length, 'pair')} of rows may be one entry each; they were kept apart. Decide in the app.`,
        ]
      : []),
    ...(isDry ? ['Dry run: nothing was changed.'] : []),
  ].join('\n');
}

function warningLine({ message, raw }: DocketWarning): string {
  return `  ! ${message}${raw === '' ? '' : ` “${clip(raw)}”`}`;
}

function changeWords({ kind, fields }: DocketChange): string {
  const names = new Set(fields.map((field) => (entryFieldWords[field] ?? field).toLowerCase()));
  return names.size === 0 ? kind : `${kind}: ${[...names].join(', ')}`;
}

function textOf({ after, before }: DocketChange): string {
  const version = (after ?? before)!;
  return version.text || version.shortText;
}

function nameOf(version: DocketVersion): string {
  return docketNumber(version) ?? `without number, ${version.filedOn ?? version.enteredOn ?? 'undated'}`;
}

/** One source as the command line shows it: the first case at the top, entries of all cases in one list. */
function publicSource(
  path: string,
  source: ParsedSource | null,
  error: { code: string; message: string } | undefined,
) {
  if (!source) return { path, kind: null, case: null, parties: [], entries: [], warnings: [], error };
  const { kind, printedAt, dockets, warnings } = source;
  const cases = dockets.map(publicCase);
  const isSeveral = dockets.length > 1;
  return {
    path,
    kind,
    printedAt,
    case: cases[0]!,
    ...(isSeveral && { cases }),
    parties: dockets.flatMap(({ parties }) => parties),
    entries: dockets.flatMap(({ header, entries }) =>
      entries.map((entry) =>
        isSeveral ? { ...entry, caseNumber: header.number, court: header.court } : entry,
      ),
    ),
    warnings,
  };
}

function publicCase({ header, isComplete }: ParsedDocket) {
  return { ...header, ...splitCaseNumber(header.number), isComplete };
}

function readableSource(source: ReturnType<typeof publicSource>): string {
  if (source.case === null) return `${source.path}: ${source.error?.message ?? ''}`;
  const { number, court, title } = source.case;
  return [
    `${source.path} (${String(source.kind).replaceAll('_', ' ')}): ${[number, court, title].filter(Boolean).join(' · ')}`,
    ...source.warnings.map(warningLine),
    table(
      ['No.', 'Filed', 'Text'],
      source.entries.map((entry) => [
        docketNumber(entry),
        entry.filedOn ?? entry.enteredOn,
        clip(entry.text || entry.shortText),
      ]),
    ),
  ].join('\n');
}
