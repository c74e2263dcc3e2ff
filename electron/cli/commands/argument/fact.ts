import { Option, type Command } from 'commander';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { Bearing, Element, Fact } from '../../../../shared/model/argument.ts';
import type { FactId, PinCiteId } from '../../../../shared/model/common.ts';
import { count } from '../../table.ts';
import { assertChanges, onMatter, type Options, type Run, withMatterPath } from '../command.ts';
import { dateOf, findElement, pinCitesOf } from './names.ts';
import { invalid } from '../../invalid.ts';

interface FactFlags {
  text?: string;
  date?: string;
  cite?: string[];
  for?: string[];
  against?: string[];
  allegation?: string;
  dispute?: Fact['dispute'];
  note?: string;
}

interface FactEditFlags extends FactFlags {
  uncite?: PinCiteId[];
  unrelated?: string[];
}

/** `argument fact add|edit|delete`. */
export function addFactCommands(fact: Command, run: Run): void {
  addAdd(fact, run);
  addEdit(fact, run);
  addDelete(fact, run);
}

function addAdd(fact: Command, run: Run): void {
  onMatter(
    withFactOptions(withMatterPath(fact.command('add')).description('add a fact')).requiredOption(
      '--text <statement>',
      'one statement that the record shows',
    ),
    run,
    'write',
    async ({ context, client, matterId, matter: { timezone } }, options: FactFlags & { text: string }) => {
      const { elements } = await client['argument.get']({ matterId });
      return client['argument.fact.add']({
        matterId,
        fields: {
          text: options.text,
          date: dateGiven(options, timezone) ?? null,
          dispute: options.dispute ?? 'unknown',
          allegation: options.allegation ?? '',
          note: options.note ?? '',
          bearings: bearingsGiven(options, elements),
        },
        pinCites: await pinCitesOf(context, matterId, options.cite ?? []),
      });
    },
    (added) => `Added ${added.id}: ${added.text}`,
  );
}

function addEdit(fact: Command, run: Run): void {
  withFactOptions(
    withMatterPath(fact.command('edit'))
      .argument('<id>', 'of the fact; see argument facts --json')
      .description('change a fact; what is not given stays'),
  )
    .option('--text <statement>', 'one statement that the record shows')
    .option('--uncite <id...>', 'pin cites to remove; see argument facts --json')
    .option('--unrelated <element...>', 'elements it no longer bears on, by name or id')
    .action(
      run(async (context, path: string, id: FactId, options: Options<FactEditFlags>) => {
        const { json: _json, passphraseFile: _passphraseFile, ...changes } = options;
        assertChanges(changes);
        const changed = await context.withMatter(path, options, 'write', async (matterId, { timezone }) => {
          const { client } = context;
          const { elements, facts } = await client['argument.get']({ matterId });
          const before = facts.find((each) => each.id === id);
          if (!before) throw new AppError('NOT_FOUND', { what: `fact “${id}”` });
          const removedPinCiteIds = options.uncite ?? [];
          const gone = removedPinCiteIds.find((each) => !before.pinCites.some(({ id }) => id === each));
          if (gone !== undefined)
            throw new AppError('NOT_FOUND', { what: `pin cite “${gone}” of that fact` });
          const addedPinCites = await pinCitesOf(context, matterId, options.cite ?? []);
          const fields = {
            text: options.text,
            date: dateGiven(options, timezone),
            dispute: options.dispute,
            allegation: options.allegation,
            note: options.note,
            bearings: bearingsAfter(before.bearings, options, elements),
          };
          return client['argument.fact.update']({ matterId, id, fields, addedPinCites, removedPinCiteIds });
        });
        context.print(options, changed, () => `Changed ${changed.id}: ${changed.text}`);
      }),
    );
}

function addDelete(fact: Command, run: Run): void {
  withMatterPath(fact.command('delete'))
    .argument('<ids...>', 'of facts; see argument facts --json')
    .description('delete facts; what they cite stays')
    .action(
      run(async (context, path: string, ids: FactId[], options: Options) => {
        await context.withMatter(path, options, 'write', (matterId) =>
          context.client['argument.fact.delete']({ matterId, ids }),
        );
        context.print(options, { deleted: ids.length }, () => `Deleted ${count(ids.length, 'fact')}.`);
      }),
    );
}

function withFactOptions(command: Command): Command {
  return command
    .option(
      '--date <when>',
      '“Jan 9, 2021 6:30 pm”, “about Jan 2021”, “between 2019 and 2020”; “none” for no date',
    )
    .option(
      '--cite <place...>',
      'an item, or ITEM:PAGE, or ITEM:PAGE:words on that page; of a recording ITEM@1:02:03, or with words said there behind it',
    )
    .option('--for <element...>', 'elements it supports, by name or id')
    .option('--against <element...>', 'elements it weighs against')
    .option('--allegation <place>', 'where it is pleaded: “Compl. ¶ 14”')
    .addOption(
      new Option('--dispute <state>', 'whether it is disputed').choices([
        'unknown',
        'undisputed',
        'disputed',
      ]),
    )
    .option('--note <words>', 'anything else');
}

/** Undefined if none is given. @throws AppError INVALID_INPUT */
function dateGiven({ date }: FactFlags, timezone: string): Fact['date'] | undefined {
  if (date === undefined) return undefined;
  return date.trim().toLowerCase() === 'none' ? null : dateOf(date, timezone);
}

/** @throws AppError NOT_FOUND; INVALID_INPUT for an element on both sides */
function bearingsGiven(options: FactFlags, elements: readonly Element[]): Bearing[] {
  const both = (options.for ?? []).find((name) => options.against?.includes(name));
  if (both !== undefined) throw invalid(`“${both}” is given for and against`);
  const bearing = (side: Bearing['side']) => (name: string) => ({
    elementId: findElement(elements, name).id,
    side,
  });
  return [...(options.for ?? []).map(bearing('for')), ...(options.against ?? []).map(bearing('against'))];
}

/** Undefined where nothing of it changes. @throws as `bearingsGiven` does */
function bearingsAfter(
  before: readonly Bearing[],
  options: FactEditFlags,
  elements: readonly Element[],
): Bearing[] | undefined {
  const given = bearingsGiven(options, elements);
  const gone = (options.unrelated ?? []).map((name) => findElement(elements, name).id);
  if (given.length + gone.length === 0) return undefined;
  const replaced = new Set([...given.map(({ elementId }) => elementId), ...gone]);
  return [...before.filter(({ elementId }) => !replaced.has(elementId)), ...given];
}
