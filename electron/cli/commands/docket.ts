import type { Command } from 'commander';
import { z } from 'zod';
import { docketNumber } from '../../../shared/domain/docket/filters.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { EvidenceId, type MatterId } from '../../../shared/model/common.ts';
import { DocketEntryFields, type DocketEntry, type StampPlan } from '../../../shared/model/docket.ts';
import type { EvidenceItem } from '../../../shared/model/evidence.ts';
import { fullPath, readText, type CliContext } from '../context.ts';
import { parse, parseJson } from '../input.ts';
import { invalid } from '../invalid.ts';
import { exitCodes } from '../io.ts';
import { clip, count, table } from '../table.ts';
import { type Options, type Run, withMatterPath } from './command.ts';
import { addDocketSourceCommands } from './docket-import.ts';
import { findItems, itemsHelp } from './evidence/items.ts';

const AddedEntries = z.array(
  DocketEntryFields.partial()
    .required({ text: true })
    .extend({ evidenceId: EvidenceId.nullable().optional() }),
);

/** `docket import|parse|add|list|export|documents|print|file|sources`. */
export function addDocketCommands(program: Command, run: Run): Command {
  const docket = program.command('docket').description('the record of filings');
  addDocketSourceCommands(docket, run);
  addAdd(docket, run);
  addList(docket, run);
  addExport(docket, run);
  addDocuments(docket, run);
  addPrint(docket, run);
  addFile(docket, run);
  addSources(docket, run);
  return docket;
}

function addAdd(docket: Command, run: Run): void {
  withMatterPath(docket.command('add'))
    .description('add entries by hand, from a JSON array')
    .requiredOption(
      '--from <file>',
      'JSON: [{number, attachment, filedOn, enteredOn, text, filer, isTextOnly, isSealed, evidenceId}]',
    )
    .action(
      run(async (context, path: string, options: Options<{ from: string }>) => {
        const entries = parse(AddedEntries, parseJson(readText(options.from), '--from'), '');
        const added = await context.withMatter(path, options, 'write', (matterId) =>
          context.client['docket.add']({ matterId, entries }),
        );
        context.print(options, added.map(publicEntry), () => entryTable(added));
      }),
    );
}

function addList(docket: Command, run: Run): void {
  withMatterPath(docket.command('list'))
    .description('entries in docket order')
    .option('--filter <words>', 'only entries with all these words')
    .action(
      run(async (context, path: string, options: Options<{ filter?: string }>) => {
        const entries = await context.withMatter(path, options, 'read', (matterId) =>
          context.client['docket.list']({ matterId, filter: options.filter }),
        );
        context.print(options, entries.map(publicEntry), () =>
          entries.length === 0 ? 'No docket entries yet.' : entryTable(entries),
        );
      }),
    );
}

function addExport(docket: Command, run: Run): void {
  withMatterPath(docket.command('export'))
    .description('the docket as CSV or JSON')
    .requiredOption('--format <format>', 'csv or json')
    .option('--out <file>', 'a new file; printed if omitted')
    .action(
      run(async (context, path: string, options: Options<{ format: string; out?: string }>) => {
        const { format, out } = options;
        if (format !== 'csv' && format !== 'json') throw invalid('--format is csv or json');
        const target = out === undefined ? undefined : { path: fullPath(out) };
        const { entries, content } = await context.withMatter(path, options, 'read', (matterId) =>
          context.client['docket.export']({
            matterId,
            format,
            ...(target && { target }),
          }),
        );
        if (content === null)
          context.print(
            options,
            { entries, path: target?.path },
            () => `Wrote ${count(entries, 'entry', 'entries')}.`,
          );
        else if (options.json)
          context.print(options, format === 'json' ? JSON.parse(content) : { content }, () => '');
        else context.io.stdout(content);
      }),
    );
}

function addDocuments(docket: Command, run: Run): void {
  withMatterPath(docket.command('documents'))
    .argument('[entries...]', entriesHelp)
    .description('write the documents of entries, named by number and title')
    .requiredOption('--out <folder>', 'where to write them; files there stay as they are')
    .action(
      run(async (context, path: string, entries: string[], options: Options<{ out: string }>) => {
        const { files, withoutDocument } = await context.withMatter(
          path,
          options,
          'write',
          async (matterId) => {
            const ids = await findEntries(context, matterId, entries);
            if (ids.length === 0) return { files: [], withoutDocument: 0 };
            return context.runJob('docket.exportDocuments', {
              matterId,
              ids,
              target: { path: fullPath(options.out) },
            });
          },
        );
        const written = files.map(({ entryId, path: file, sha256 }) => ({ entryId, path: file, sha256 }));
        context.print(options, { files: written, withoutDocument }, () =>
          [
            ...(written.length === 0
              ? []
              : [
                  table(
                    ['SHA-256', 'File'],
                    written.map(({ sha256, path: file }) => [sha256, file ?? '']),
                  ),
                ]),
            `Wrote ${count(written.length, 'document', 'documents')}${withoutDocument === 0 ? '' : `; ${count(withoutDocument, 'entry has', 'entries have')} none in this matter`}.`,
          ].join('\n'),
        );
      }),
    );
}

function addPrint(docket: Command, run: Run): void {
  withMatterPath(docket.command('print'))
    .argument('[entries...]', entriesHelp)
    .description('the docket sheet as a PDF: header, parties, entries')
    .requiredOption('--out <file>', 'a new file')
    .action(
      run(async (context, path: string, entries: string[], options: Options<{ out: string }>) => {
        const printed = await context.withMatter(path, options, 'read', async (matterId) =>
          context.runJob('docket.print', {
            matterId,
            ...(entries.length > 0 && { ids: await findEntries(context, matterId, entries) }),
            target: { path: fullPath(options.out) },
          }),
        );
        context.print(
          options,
          printed,
          () => `Wrote ${printed.path ?? printed.fileName}: ${count(printed.pages, 'page', 'pages')}.`,
        );
      }),
    );
}

const entriesHelp = 'by number (34 with its attachments, 34-1 for one of them) or id; if omitted, all';

/**
 * Docket entries as people name them, in docket order.
 *
 * @param wanted none for all
 * @throws AppError NOT_FOUND for a number or id that no entry has
 */
async function findEntries(
  context: CliContext,
  matterId: MatterId,
  wanted: readonly string[],
): Promise<DocketEntry['id'][]> {
  const all = await context.client['docket.list']({ matterId });
  if (wanted.length === 0) return all.map(({ id }) => id);
  const names = all.map((entry): string[] => [
    entry.id,
    `${entry.number ?? entry.id}`,
    docketNumber(entry) ?? entry.id,
  ]);
  const missing = wanted.find((name) => !names.some((each) => each.includes(name)));
  if (missing !== undefined) throw new AppError('NOT_FOUND', { what: `docket entry ${missing}` });
  return all.flatMap(({ id }, at) => (names[at]!.some((name) => wanted.includes(name)) ? [id] : []));
}

function addFile(docket: Command, run: Run): void {
  withMatterPath(docket.command('file'))
    .argument('[id...]', `${itemsHelp}; if omitted, every PDF not yet filed under an entry`)
    .description('file court-stamped documents under the entries their stamps name')
    .option('--dry-run', 'show where each belongs, change nothing')
    .action(
      run(async (context, path: string, names: string[], options: Options<{ dryRun?: true }>) => {
        const plans = await context.withMatter(path, options, 'write', async (matterId) => {
          const { client } = context;
          const wanted =
            names.length > 0
              ? await findItems(context, matterId, names)
              : (await client['evidence.list']({ matterId })).filter(isUnfiled).map(({ id }) => id);
          if (wanted.length === 0) return [];
          const found = await client['docket.stamp.plan']({ matterId, evidenceIds: wanted });
          const filings = found.flatMap((plan) =>
            plan.action !== 'none' && plan.conflicts.length === 0 ? [{ ...plan, action: plan.action }] : [],
          );
          if (filings.length > 0 && !options.dryRun)
            await client['docket.stamp.file']({
              matterId,
              filings: filings.map(({ title: _title, conflicts: _conflicts, ...filing }) => filing),
            });
          return found;
        });
        context.print(options, plans.map(publicPlan), () => planTable(plans));
        if (plans.some(({ conflicts }) => conflicts.length > 0)) context.exitCode = exitCodes.partlyDone;
      }),
    );
}

function addSources(docket: Command, run: Run): void {
  withMatterPath(docket.command('sources'))
    .description('imported sources, newest first')
    .option('--out <folder>', 'write them there as they came, byte for byte')
    .action(
      run(async (context, path: string, options: Options<{ out?: string }>) => {
        const { sources, files } = await context.withMatter(path, options, 'read', async (matterId) => {
          const { client } = context;
          const listed = await client['docket.source.list']({ matterId });
          if (options.out === undefined || listed.length === 0) return { sources: listed, files: [] };
          const written = await client['docket.source.export']({
            matterId,
            ids: listed.map(({ id }) => id),
            target: { path: fullPath(options.out) },
          });
          return { sources: listed, files: written.files };
        });
        const paths = new Map(files.map((file) => [file.id, file.path]));
        context.print(
          options,
          sources.map((source) => ({
            ...source,
            ...(paths.has(source.id) && { path: paths.get(source.id) }),
          })),
          () =>
            sources.length === 0
              ? 'Nothing was imported yet.'
              : table(
                  ['Imported', 'Printed', 'Kind', '>Entries', 'Name'],
                  sources.map((source) => [
                    source.importedAt.slice(0, 10),
                    source.printedAt,
                    source.kind.replaceAll('_', ' '),
                    source.entries,
                    source.name,
                  ]),
                ),
        );
      }),
    );
}

/** An entry as the command line prints it: everything but its place in the app's lists. */
function publicEntry({ createdAt: _createdAt, evidenceTitle: _evidenceTitle, ...entry }: DocketEntry) {
  return entry;
}

/** A PDF that is not yet the document of any entry. */
function isUnfiled({ kind, docketNumbers }: EvidenceItem): boolean {
  return kind === 'pdf' && docketNumbers.length === 0;
}

function publicPlan({ evidenceId, title, stamp, action, conflicts }: StampPlan) {
  const isFiled = action !== 'none' && conflicts.length === 0;
  return {
    evidenceId,
    title,
    stamp,
    entry: stamp && docketNumber(stamp),
    action: isFiled ? action : 'none',
    conflicts,
  };
}

function planTable(plans: readonly StampPlan[]): string {
  if (plans.length === 0) return 'Every PDF is an entry’s document already.';
  const outcome = ({ stamp, action, conflicts }: StampPlan) => {
    if (conflicts.length > 0) return conflicts.map(({ message }) => message).join(' ');
    if (action !== 'none') return action === 'add' ? 'filed under a new entry' : 'filed';
    return stamp ? 'nothing to file' : 'no court stamp';
  };
  return table(
    ['>Entry', 'Document', 'Outcome'],
    plans.map((plan) => [plan.stamp && docketNumber(plan.stamp), plan.title, outcome(plan)]),
  );
}

function entryTable(entries: readonly DocketEntry[]): string {
  return table(
    ['>No.', 'Filed', 'Text', 'Filer', 'Document'],
    entries.map((entry) => [
      docketNumber(entry),
      entry.filedOn,
      clip(entry.text || entry.shortText),
      entry.filer,
      entry.evidenceTitle,
    ]),
  );
}
