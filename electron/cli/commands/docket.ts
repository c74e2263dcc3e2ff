import type { Command } from 'commander';
import { z } from 'zod';
import { AppError } from '../../../shared/errors/app-error.ts';
import { DocketEntryFields, type DocketEntry } from '../../../shared/model/docket.ts';
import { EvidenceId } from '../../../shared/model/common.ts';
import { readText } from '../context.ts';
import { table } from '../table.ts';
import { withGlobals, type Options, type Run } from './command.ts';
import { addDocketSourceCommands } from './docket-import.ts';

const AddedEntries = z.array(
  DocketEntryFields.partial()
    .required({ text: true })
    .extend({ evidenceId: EvidenceId.nullable().optional() }),
);

/** `docket import|parse|add|list`. */
export function addDocketCommands(program: Command, run: Run): Command {
  const docket = program.command('docket').description('the record of filings');
  addDocketSourceCommands(docket, run);

  withGlobals(docket.command('add'))
    .argument('<matter>')
    .description('add entries by hand, from a JSON array')
    .requiredOption(
      '--from <file>',
      'JSON: [{number, attachment, filedOn, enteredOn, text, filer, isTextOnly, isSealed, evidenceId}]',
    )
    .action(
      run(async (context, path: string, options: Options<{ from: string }>) => {
        const entries = parseEntries(readText(options.from));
        const added = await context.withMatter(path, options, 'write', (matterId) =>
          context.connection.client['docket.add']({ matterId, entries }),
        );
        context.print(options, added.map(publicEntry), () => entryTable(added));
      }),
    );

  withGlobals(docket.command('list'))
    .argument('<matter>')
    .description('entries in docket order')
    .option('--filter <words>', 'only entries with all these words')
    .action(
      run(async (context, path: string, options: Options<{ filter?: string }>) => {
        const entries = await context.withMatter(path, options, 'read', (matterId) =>
          context.connection.client['docket.list']({ matterId, filter: options.filter }),
        );
        context.print(options, entries.map(publicEntry), () =>
          entries.length === 0 ? 'No docket entries yet.' : entryTable(entries),
        );
      }),
    );
  return docket;
}

function parseEntries(text: string): z.infer<typeof AddedEntries> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new AppError('INVALID_INPUT', { summary: 'the --from file is not JSON' }, { cause });
  }
  const parsed = AddedEntries.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new AppError('INVALID_INPUT', { summary: z.prettifyError(parsed.error) });
}

/** What the command line tells of an entry: all of it but its place in the app's lists. */
function publicEntry({ createdAt: _createdAt, evidenceTitle: _evidenceTitle, ...entry }: DocketEntry) {
  return entry;
}

function entryTable(entries: readonly DocketEntry[]): string {
  return table(
    ['>No.', 'Filed', 'Text', 'Filer', 'Document'],
    entries.map(({ number, attachment, filedOn, text, filer, evidenceTitle }) => [
      number === null ? '' : attachment === null ? number : `${number}-${attachment}`,
      filedOn,
      text.length > 90 ? `${text.slice(0, 89)}…` : text,
      filer,
      evidenceTitle ?? '',
    ]),
  );
}
