import { Option, type Command } from 'commander';
import { summaryColumns, usualSummaryColumns } from '../../../shared/domain/authenticity/summary/columns.ts';
import type { CertificateRule, SummaryColumn } from '../../../shared/model/authenticity.ts';
import type { EvidenceId, MatterId } from '../../../shared/model/common.ts';
import { fullPath, type CliContext } from '../context.ts';
import { exitCodes } from '../io.ts';
import { count } from '../table.ts';
import { onMatter, type Options, type Run, withMatterPath } from './command.ts';
import { findItems, itemHelp, itemsHelp } from './evidence/items.ts';
import { findTags, tagsOf } from './evidence/tags.ts';
import { findSet } from './exhibits/set.ts';
import { invalid } from '../invalid.ts';

interface CertificateOptions {
  readonly rule: CertificateRule;
  readonly out: string;
  readonly certifier: string;
  readonly title: string;
  readonly organization: string;
  readonly outsideUs?: true;
}

const rules = ['902(11)', '902(13)', '902(14)'] satisfies CertificateRule[];

interface SummaryOptions {
  readonly out: string;
  readonly columns: string;
  readonly title: string;
  readonly tag: string[];
  readonly set: string[];
}

/** `authenticity custody|certificate|summary|describe`. */
export function addAuthenticityCommands(program: Command, run: Run): Command {
  const authenticity = program
    .command('authenticity')
    .description('papers that show where evidence came from, and that it is unaltered');

  withMatterPath(authenticity.command('custody'))
    .argument('<ids...>', itemsHelp)
    .description('write the custody report of items, with their originals rehashed')
    .requiredOption('--out <file>', 'a new PDF')
    .action(
      run(async (context, path: string, names: string[], options: Options<{ out: string }>) => {
        const written = await context.withMatter(path, options, 'read', async (matterId) =>
          context.runJob('authenticity.custody', {
            matterId,
            ids: await findItems(context, matterId, names),
            target: { path: fullPath(options.out) },
          }),
        );
        const { fileName, pages, altered, alteredRecords, isCustodyWhole } = written;
        if (altered.length > 0 || alteredRecords.length > 0 || !isCustodyWhole)
          context.exitCode = exitCodes.problemsFound;
        context.print(options, written, () =>
          [
            `Wrote ${fileName}, ${count(pages, 'page')}.`,
            ...altered.map(({ id, title }) => `ALTERED  ${id}  ${title}`),
            ...alteredRecords.map(
              ({ id, title, what }) => `RECORD ALTERED  ${id}  ${title}: not what its custody says (${what})`,
            ),
            ...(isCustodyWhole ? [] : ['The custody record is broken; matter verify names each event.']),
          ].join('\n'),
        );
      }),
    );

  onMatter(
    withMatterPath(authenticity.command('certificate'))
      .argument('<ids...>', itemsHelp)
      .description('draft the certification of a qualified person, to be reviewed and signed')
      .addOption(
        new Option('--rule <rule>', 'of the Federal Rules of Evidence').choices(rules).makeOptionMandatory(),
      )
      .requiredOption('--out <file>', 'a new PDF')
      .option('--certifier <name>', 'who is to sign; left blank if not given, as are the options below', '')
      .option('--title <title>', 'the signer’s title or role', '')
      .option('--organization <name>', 'the signer’s organization', '')
      .option('--outside-us', 'the declaration is signed outside the United States (28 U.S.C. § 1746(1))'),
    run,
    'read',
    async ({ context, matterId }, options: CertificateOptions, names: string[]) =>
      context.runJob('authenticity.certificate', {
        matterId,
        ids: await findItems(context, matterId, names),
        rule: options.rule,
        certifier: {
          name: options.certifier,
          title: options.title,
          organization: options.organization,
          isAbroad: options.outsideUs ?? false,
        },
        target: { path: fullPath(options.out) },
      }),
    (written) =>
      [
        `Wrote ${written.fileName}, ${count(written.pages, 'page')}. A qualified person must review and sign it.`,
        ...written.missing.map((line) => `- ${line}`),
      ].join('\n'),
  );

  addSummary(authenticity, run);
  return authenticity;
}

const forms = ['docx', 'pdf', 'csv'] as const;

function addSummary(authenticity: Command, run: Run): void {
  withMatterPath(authenticity.command('summary'))
    .argument('[ids...]', itemsHelp)
    .description('draft a summary of items under FRE 1006, with the schedule of the items')
    .requiredOption('--out <file>', 'a new .docx, .pdf or .csv')
    .option('--tag <name>', 'items with a tag or an issue, besides those named; more than once', collect, [])
    .option('--set <name>', 'items of an exhibit set, likewise', collect, [])
    .option(
      '--columns <list>',
      `separated by commas, of ${Object.keys(summaryColumns).join(', ')}`,
      usualSummaryColumns.join(','),
    )
    .option('--title <title>', 'of the summary', '')
    .action(
      run(async (context, path: string, names: string[], options: Options<SummaryOptions>) => {
        const columns = columnsOf(options.columns);
        const form = forms.find((each) => options.out.toLowerCase().endsWith(`.${each}`));
        if (form === undefined) throw invalid('--out must end in .docx, .pdf or .csv');
        const written = await context.withMatter(path, options, 'read', async (matterId) => {
          const ids = await chosenItems(context, matterId, names, options);
          return context.runJob('authenticity.summary', {
            matterId,
            ids,
            title: options.title,
            columns,
            form,
            target: { path: fullPath(options.out) },
          });
        });
        context.print(options, written, () =>
          [
            `Wrote ${written.fileName}, ${count(written.rows, 'item')}. Counsel must confirm it.`,
            ...written.missing.map((line) => `- ${line}`),
          ].join('\n'),
        );
      }),
    );

  withMatterPath(authenticity.command('describe'))
    .argument('<id>', itemHelp)
    .argument('<words>', 'what it shows, for summaries; empty to take it back')
    .description('say what an item shows')
    .action(
      run(async (context, path: string, name: string, words: string, options: Options) => {
        const id = await context.withMatter(path, options, 'write', async (matterId) => {
          const [found] = await findItems(context, matterId, [name]);
          await context.client['authenticity.summary.describe']({
            matterId,
            id: found!,
            shows: words,
          });
          return found!;
        });
        context.print(options, { id, shows: words.trim() }, () => 'Kept.');
      }),
    );
}

const collect = (name: string, before: string[]) => [...before, name];

/** @throws AppError INVALID_INPUT */
function columnsOf(list: string): SummaryColumn[] {
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !Object.hasOwn(summaryColumns, name));
  if (unknown !== undefined) throw invalid(`there is no column “${unknown.slice(0, 80)}”`);
  return names as SummaryColumn[];
}

/** Items that are named, have a tag, or are in a set; each once. @throws AppError NOT_FOUND; INVALID_INPUT for none */
async function chosenItems(
  context: CliContext,
  matterId: MatterId,
  names: readonly string[],
  { tag, set }: SummaryOptions,
): Promise<EvidenceId[]> {
  const { client } = context;
  const ids = await findItems(context, matterId, names);
  if (tag.length > 0) {
    const tags = await tagsOf(context, matterId);
    const tagIds = tag.flatMap((name) => findTags(tags, name));
    const items = await client['evidence.list']({ matterId });
    ids.push(...items.filter((item) => item.tagIds.some((id) => tagIds.includes(id))).map(({ id }) => id));
  }
  if (set.length > 0) {
    const sets = await client['exhibits.set.list']({ matterId });
    for (const { id: setId } of set.map((name) => findSet(sets, name))) {
      const exhibits = await client['exhibits.list']({ matterId, setId });
      ids.push(
        ...exhibits.flatMap(({ evidenceId, status }) =>
          evidenceId && status !== 'withdrawn' ? [evidenceId] : [],
        ),
      );
    }
  }
  if (ids.length === 0) throw invalid('no items are named, tagged or in the set');
  return [...new Set(ids)];
}
