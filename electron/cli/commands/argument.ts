import { Option, type Command } from 'commander';
import { factDateText } from '../../../shared/domain/argument/fact-date.ts';
import { matrixOf, type MatrixCell } from '../../../shared/domain/argument/matrix.ts';
import { citesOf, disputeWords, gapText } from '../../../shared/domain/argument/tables.ts';
import { mediaClock } from '../../../shared/domain/evidence/media-clock.ts';
import type { PinCiteFinding } from '../../../shared/model/argument.ts';
import { fullPath, type CliContext } from '../context.ts';
import { exitCodes } from '../io.ts';
import { count, table } from '../table.ts';
import { addAllegations } from './argument/allegations.ts';
import { addElementCommands } from './argument/element.ts';
import { addFactCommands } from './argument/fact.ts';
import { readWithLost } from './argument/read.ts';
import { type Options, type Run, withMatterPath } from './command.ts';
import { findItem } from './evidence/items.ts';

interface ExportFlags {
  what: 'chronology' | 'matrix' | 'allegations';
  pleading?: string;
  form: 'csv' | 'docx';
  out: string;
}

/** `argument facts|matrix|allegations|check|fact add|edit|delete|element add|edit|delete|export`. */
export function addArgumentCommands(program: Command, run: Run): void {
  const argument = program
    .command('argument')
    .description('facts with pin cites, and what they show: chronology, matrix and allegations');
  addLists(argument, run);
  addAllegations(argument, run);
  addCheck(argument, run);
  addFactCommands(argument.command('fact').description('statements that the record shows'), run);
  addElementCommands(
    argument.command('element').description('what must be shown: factors of a test, elements of a claim'),
    run,
  );
  addExport(argument, run);
}

function addLists(argument: Command, run: Run): void {
  withMatterPath(argument.command('facts'))
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

  withMatterPath(argument.command('matrix'))
    .description('the facts for and against each element, and what is missing')
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
  withMatterPath(argument.command('check'))
    .description(
      'check the words of each pin cite against the page it names; exit code 6 if any do not match',
    )
    .action(
      run(async (context, path: string, options: Options) => {
        const { findings, facts } = await context.withMatter(path, options, 'read', async (matterId) => ({
          findings: await context.client['argument.check']({ matterId }),
          ...(await context.client['argument.get']({ matterId })),
        }));
        const shown = findings.map((finding) => {
          const fact = facts.find(({ id }) => id === finding.factId);
          const pinCite = fact?.pinCites.find(({ id }) => id === finding.pinCiteId);
          return { ...finding, cite: pinCite?.cite ?? '', fact: fact?.text ?? '' };
        });
        // A cite whose source has no text yet may still be right.
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

function findingText({ state, page, atMs, text }: PinCiteFinding): string {
  switch (state) {
    case 'moved':
      return atMs === null ? `its words are on page ${page}` : `its words are said at ${mediaClock(atMs)}`;
    case 'differs':
      return `what is there reads “${text}”`;
    case 'lost':
      return 'its words are not there';
    case 'unread':
      return 'there is no text or transcript, so its words cannot be checked';
  }
}

function addExport(argument: Command, run: Run): void {
  withMatterPath(argument.command('export'))
    .description('write the chronology, the matrix or the allegations')
    .addOption(
      new Option('--what <table>', 'which')
        .choices(['chronology', 'matrix', 'allegations'])
        .makeOptionMandatory(),
    )
    .option('--pleading <id>', 'with allegations: another pleading than the complaint in force')
    .addOption(new Option('--form <form>', 'CSV or Word').choices(['csv', 'docx']).makeOptionMandatory())
    .requiredOption('--out <file>', 'the new file')
    .action(
      run(async (context, path: string, options: Options<ExportFlags>) => {
        const { what, form, out } = options;
        const written = await context.withMatter(path, options, 'read', async (matterId) =>
          context.runJob('argument.export', {
            matterId,
            what,
            pleadingId: (await findItem(context, matterId, options.pleading)) ?? undefined,
            form,
            target: { path: fullPath(out) },
          }),
        );
        context.print(
          options,
          written,
          () => `Wrote ${written.path ?? written.fileName}, ${count(written.rows, 'row')}.`,
        );
      }),
    );
}

function read(context: CliContext, path: string, options: Options) {
  return context.withMatter(path, options, 'read', async (matterId, { timezone }) => ({
    ...(await readWithLost(context, matterId)),
    timezone,
  }));
}
