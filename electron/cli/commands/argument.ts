import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { factDateText, parseFactDate } from '../../../shared/domain/argument/fact-date.ts';
import { matrixOf, type MatrixCell } from '../../../shared/domain/argument/matrix.ts';
import { missingOf, standardTests, type StandardTest } from '../../../shared/domain/argument/standards.ts';
import { citesOf, disputeWords, gapText } from '../../../shared/domain/argument/tables.ts';
import { courtNow, zoneLettersOf } from '../../../shared/domain/court-words.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type {
  Argument,
  Element,
  Fact,
  FactDate,
  PinCiteFields,
  PinCiteFinding,
} from '../../../shared/model/argument.ts';
import type { FactId, MatterId } from '../../../shared/model/common.ts';
import type { CliContext } from '../context.ts';
import { exitCodes } from '../io.ts';
import { count, table } from '../table.ts';
import { withGlobals, type Options, type Run } from './command.ts';
import { findItems } from './evidence/items.ts';

interface FactFlags {
  text: string;
  date?: string;
  cite?: string[];
  for?: string[];
  against?: string[];
  allegation?: string;
  dispute: Fact['dispute'];
  note?: string;
}

interface ElementFlags {
  claim?: string;
  name?: string;
  standard?: string;
  test?: StandardTest;
}

interface ExportFlags {
  what: 'chronology' | 'matrix';
  form: 'csv' | 'docx';
  out: string;
}

/** `argument facts|matrix|check|fact add|fact delete|element add|element delete|export`. */
export function addArgumentCommands(program: Command, run: Run): void {
  const argument = program
    .command('argument')
    .description('facts with pin cites, and what they show: chronology and matrix');
  addLists(argument, run);
  addCheck(argument, run);
  addFact(argument.command('fact').description('statements that the record shows'), run);
  addElement(
    argument.command('element').description('what must be shown: factors of a test, elements of a claim'),
    run,
  );
  addExport(argument, run);
}

function addLists(argument: Command, run: Run): void {
  withGlobals(argument.command('facts'))
    .argument('<matter>')
    .description('the facts by date, with their pin cites')
    .action(
      run(async (context, path: string, options: Options) => {
        const { facts, timezone, lost } = await read(context, path, options);
        context.print(options, facts, () =>
          facts.length === 0
            ? 'No facts yet.'
            : table(
                ['Date', 'Fact', 'Shown by', 'Pleaded', ''],
                facts.map((fact) => [
                  fact.date === null ? '' : factDateText(fact.date, timezone),
                  fact.text,
                  citesOf(fact, lost),
                  fact.allegation,
                  fact.dispute === 'unknown' ? '' : disputeWords[fact.dispute],
                ]),
              ),
        );
      }),
    );

  withGlobals(argument.command('matrix'))
    .argument('<matter>')
    .description('for each element the facts for and against it, and what is wanting')
    .action(
      run(async (context, path: string, options: Options) => {
        const { lost, ...argument } = await read(context, path, options);
        const matrix = matrixOf(argument, lost);
        const cell = ({ facts, ...rest }: MatrixCell) => ({ factIds: facts.map(({ id }) => id), ...rest });
        const shown = {
          claims: matrix.claims.map(({ claim, rows }) => ({
            claim,
            elements: rows.map(({ element, ...sides }) => ({
              ...element,
              for: cell(sides.for),
              against: cell(sides.against),
            })),
          })),
          unplaced: matrix.unplaced.map(({ id }) => id),
        };
        context.print(options, shown, () =>
          matrix.claims.length === 0
            ? 'Nothing to show yet. Add elements with: argument element add'
            : matrix.claims
                .map(({ claim, rows }) =>
                  [
                    claim,
                    table(
                      ['Element', '>For', '>Against', '>Items for', 'Wanting'],
                      rows.map((row) => [
                        row.element.name,
                        row.for.facts.length,
                        row.against.facts.length,
                        row.for.items,
                        gapText(row.for),
                      ]),
                    ),
                  ].join('\n'),
                )
                .join('\n\n'),
        );
      }),
    );
}

function addCheck(argument: Command, run: Run): void {
  withGlobals(argument.command('check'))
    .argument('<matter>')
    .description(
      'hold the words of each pin cite against the page it names; exit code 6 where one does not hold',
    )
    .action(
      run(async (context, path: string, options: Options) => {
        const { findings, facts } = await context.withMatter(path, options, 'read', async (matterId) => ({
          findings: await context.connection.client['argument.check']({ matterId }),
          ...(await context.connection.client['argument.get']({ matterId })),
        }));
        const shown = findings.map((finding) => {
          const fact = facts.find(({ id }) => id === finding.factId);
          const pinCite = fact?.pinCites.find(({ id }) => id === finding.pinCiteId);
          return { ...finding, cite: pinCite?.cite ?? '', fact: fact?.text ?? '' };
        });
        // What has no text yet may hold.
        if (shown.some(({ state }) => state !== 'unread')) context.exitCode = exitCodes.problemsFound;
        context.print(options, shown, () =>
          shown.length === 0
            ? 'Every pin cite with words has them on its page.'
            : shown
                .map(({ cite, fact, ...finding }) => `${cite}: ${findingText(finding)}\n  ${fact}`)
                .join('\n'),
        );
      }),
    );
}

function findingText({ state, page, text }: PinCiteFinding): string {
  if (state === 'moved') return `its words are on page ${page}`;
  if (state === 'differs') return `the page reads “${text}”`;
  return state === 'lost'
    ? 'its words are not there'
    : 'the page has no text, so its words cannot be checked';
}

function addFact(fact: Command, run: Run): void {
  withGlobals(fact.command('add'))
    .argument('<matter>')
    .description('add a fact')
    .requiredOption('--text <statement>', 'one statement that the record shows')
    .option('--date <when>', '“Jan 9, 2021 6:30 pm”, “about Jan 2021”, “between 2019 and 2020”')
    .option('--cite <place...>', 'an item, or ITEM:PAGE, or ITEM:PAGE:words on that page')
    .option('--for <element...>', 'elements it supports, by name or id')
    .option('--against <element...>', 'elements it tells against')
    .option('--allegation <place>', 'where it is pleaded: “Compl. ¶ 14”')
    .addOption(
      new Option('--dispute <state>', 'whether it is disputed')
        .choices(['unknown', 'undisputed', 'disputed'])
        .default('unknown'),
    )
    .option('--note <words>', 'anything else')
    .action(
      run(async (context, path: string, options: Options<FactFlags>) => {
        const added = await context.withMatter(path, options, 'write', async (matterId) => {
          const { elements } = await context.connection.client['argument.get']({ matterId });
          const { timezone } = await context.connection.client['matter.get']({ matterId });
          const both = (options.for ?? []).find((name) => options.against?.includes(name));
          if (both !== undefined)
            throw new AppError('INVALID_INPUT', { summary: `“${both}” is given for and against` });
          const bearing = (side: 'for' | 'against') => (name: string) => ({
            elementId: findElement(elements, name).id,
            side,
          });
          return context.connection.client['argument.fact.add']({
            matterId,
            fields: {
              text: options.text,
              date: options.date === undefined ? null : dateOf(options.date, timezone),
              dispute: options.dispute,
              allegation: options.allegation ?? '',
              note: options.note ?? '',
              bearings: [
                ...(options.for ?? []).map(bearing('for')),
                ...(options.against ?? []).map(bearing('against')),
              ],
            },
            pinCites: await pinCitesOf(context, matterId, options.cite ?? []),
          });
        });
        context.print(options, added, () => `Added ${added.id}: ${added.text}`);
      }),
    );

  withGlobals(fact.command('delete'))
    .argument('<matter>')
    .argument('<ids...>', 'of facts; see argument facts --json')
    .description('delete facts; what they cite stays')
    .action(
      run(async (context, path: string, ids: FactId[], options: Options) => {
        await context.withMatter(path, options, 'write', (matterId) =>
          context.connection.client['argument.fact.delete']({ matterId, ids }),
        );
        context.print(options, { deleted: ids.length }, () => `Deleted ${count(ids.length, 'fact')}.`);
      }),
    );
}

function addElement(element: Command, run: Run): void {
  withGlobals(element.command('add'))
    .argument('<matter>')
    .description('add an element, or all of a test')
    .option('--claim <words>', 'the claim or relief it belongs to')
    .option('--name <words>', 'what must be shown')
    .option('--standard <words>', 'the standard, with its authority')
    .addOption(
      new Option('--test <test>', 'the Winter factors, or those of the Ninth Circuit’s sliding scale')
        .choices(Object.keys(standardTests))
        .conflicts(['claim', 'name', 'standard']),
    )
    .action(
      run(
        async (context, path: string, { test, claim, name, standard, ...options }: Options<ElementFlags>) => {
          if (test === undefined && (claim === undefined || name === undefined))
            throw new AppError('INVALID_INPUT', { summary: 'give --claim and --name, or --test' });
          const own = { claim: claim ?? '', name: name ?? '', standard: standard ?? '' };
          const added = await context.withMatter(path, options, 'write', async (matterId) => {
            const { elements: listed } = await context.connection.client['argument.get']({ matterId });
            const elements = test === undefined ? [own] : missingOf(test, listed);
            return elements.length === 0
              ? []
              : context.connection.client['argument.element.add']({ matterId, elements });
          });
          context.print(options, added, () =>
            added.length === 0
              ? 'All of them are there already.'
              : added.map((one) => `Added ${one.id}: ${one.name}`).join('\n'),
          );
        },
      ),
    );

  withGlobals(element.command('delete'))
    .argument('<matter>')
    .argument('<element>', 'by name or id')
    .description('delete an element; the facts stay')
    .action(
      run(async (context, path: string, name: string, options: Options) => {
        const deleted = await context.withMatter(path, options, 'write', async (matterId) => {
          const { elements } = await context.connection.client['argument.get']({ matterId });
          const found = findElement(elements, name);
          await context.connection.client['argument.element.delete']({ matterId, id: found.id });
          return found;
        });
        context.print(options, deleted, () => `Deleted ${deleted.name}.`);
      }),
    );
}

function addExport(argument: Command, run: Run): void {
  withGlobals(argument.command('export'))
    .argument('<matter>')
    .description('write the chronology or the matrix')
    .addOption(new Option('--what <table>', 'which').choices(['chronology', 'matrix']).makeOptionMandatory())
    .addOption(new Option('--form <form>', 'CSV or Word').choices(['csv', 'docx']).makeOptionMandatory())
    .requiredOption('--out <file>', 'the new file')
    .action(
      run(async (context, path: string, options: Options<ExportFlags>) => {
        const { what, form, out } = options;
        const written = await context.withMatter(path, options, 'read', (matterId) =>
          context.runJob('argument.export', { matterId, what, form, target: { path: resolve(out) } }),
        );
        context.print(
          options,
          written,
          () => `Wrote ${written.path ?? written.fileName}, ${count(written.rows, 'row')}.`,
        );
      }),
    );
}

function read(
  context: CliContext,
  path: string,
  options: Options,
): Promise<Argument & { readonly timezone: string; readonly lost: ReadonlySet<string> }> {
  return context.withMatter(path, options, 'read', async (matterId) => {
    const { timezone } = await context.connection.client['matter.get']({ matterId });
    const findings = await context.connection.client['argument.check']({ matterId });
    const lost = new Set(findings.filter(({ state }) => state === 'lost').map(({ pinCiteId }) => pinCiteId));
    return { ...(await context.connection.client['argument.get']({ matterId })), timezone, lost };
  });
}

/** @throws AppError NOT_FOUND; INVALID_INPUT where several have the name */
function findElement(elements: readonly Element[], wanted: string): Element {
  const named = elements.filter(
    ({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase(),
  );
  if (named.length === 0) throw new AppError('NOT_FOUND', { what: `element “${wanted}”` });
  if (named.length > 1)
    throw new AppError('INVALID_INPUT', { summary: `several elements are named “${wanted}”; give the id` });
  return named[0]!;
}

/** @throws AppError INVALID_INPUT */
function dateOf(text: string, timezone: string): FactDate {
  const today = courtNow(timezone, Date.now()).slice(0, 10);
  const date = parseFactDate(text, today, zoneLettersOf(timezone));
  if (date === null) throw new AppError('INVALID_INPUT', { summary: `“${text.slice(0, 80)}” is no date` });
  return date;
}

/** @throws AppError NOT_FOUND for an item; INVALID_INPUT for a page that is no number */
async function pinCitesOf(
  context: CliContext,
  matterId: MatterId,
  places: readonly string[],
): Promise<PinCiteFields[]> {
  const parts = places.map((place) => /^([^:]+)(?::([^:]*))?(?::(.*))?$/s.exec(place) ?? []);
  const ids = await findItems(
    context,
    matterId,
    parts.map(([, item = '']) => item),
  );
  return parts.map(([place = '', , page, words = ''], at) => {
    if (page !== undefined && !/^[1-9]\d{0,8}$/.test(page))
      throw new AppError('INVALID_INPUT', { summary: `“${place.slice(0, 80)}” names no page` });
    const quote = words.replaceAll(/\s+/g, ' ').trim();
    return {
      evidenceId: ids[at]!,
      anchor: { page: page === undefined ? null : Number(page), quote, prefix: '', suffix: '', atMs: null },
      paragraph: '',
    };
  });
}
