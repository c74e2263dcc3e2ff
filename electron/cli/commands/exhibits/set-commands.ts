import { Option, type Command } from 'commander';
import { leastBatesDigits, mostBatesDigits, parseBates } from '../../../../shared/domain/exhibits/bates.ts';
import { labelSchemeForms } from '../../../../shared/domain/exhibits/exhibit-label.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { BatesSettings, ExhibitSetFields } from '../../../../shared/model/exhibits.ts';
import { table } from '../../table.ts';
import { assertChanges, onMatter, wholeNumber, type Run, withMatterPath } from '../command.ts';
import {
  checkedChoices,
  hasChoices,
  rememberChoices,
  withChoices,
  type ChoiceOptions,
} from './build-choices.ts';
import { onSet, withSet } from './set.ts';
import { invalid } from '../../invalid.ts';

/** Options that say what a set is: those of `create` and of `update`. */
interface FieldOptions {
  scheme?: string;
  purpose?: ExhibitSetFields['purpose'];
  declarant?: string;
  party?: ExhibitSetFields['party'];
  bates?: string;
  batesSuffix?: string;
  numberPosition?: ExhibitSetFields['numberPosition'];
  slipSheets?: boolean;
  slipSheetTemplate?: ExhibitSetFields['slipSheetTemplate'];
  stickers?: boolean;
  stickerCorner?: ExhibitSetFields['stickerCorner'];
  stickerColor?: ExhibitSetFields['stickerColour'];
  stickerColour?: ExhibitSetFields['stickerColour'];
  designation?: string;
  lookAtEveryPage?: boolean;
  pageNumbers?: boolean;
  keepForms?: boolean;
  pdfa?: boolean;
}

interface UpdateOptions extends FieldOptions, ChoiceOptions {
  name?: string;
  batesPrefix?: string;
  batesDigits?: number;
  batesStart?: number;
}

/** `exhibits set create|list|update`. */
export function addSetCommands(exhibits: Command, run: Run): void {
  const set = exhibits.command('set').description('exhibit sets');
  addCreate(set, run);
  addList(set, run);
  addUpdate(set, run);
}

function withFields(command: Command): Command {
  return (
    command
      .option('--purpose <purpose>', 'motion, declaration, hearing or other')
      .option('--declarant <name>', 'whose declaration the exhibits belong to')
      .option('--party <party>', 'plaintiff, defendant, joint or none')
      .option('--bates-suffix <letters>', 'printed after each Bates number, such as -R')
      .option('--sticker-corner <corner>', 'bottomRight, bottomLeft, topRight or topLeft')
      .option('--sticker-color <color>', 'party, white, yellow, blue, green or pink')
      // Its original name; scripts may use it.
      .addOption(new Option('--sticker-colour <color>').hideHelp())
      .option('--number-position <place>', 'bottomRight, bottomCenter or bottomLeft')
      .option('--page-numbers', 'where pages bear no Bates number: “Exhibit A – Page 3 of 12”')
      .option('--designation <words>', 'printed on every page, such as CONFIDENTIAL; empty for none')
      .option('--no-slip-sheets', 'no slip sheet before each exhibit')
      .option('--slip-sheet-template <template>', 'plain, or caption with court, parties and number')
      .option(
        '--look-at-every-page',
        'find free places on every scanned page before anything is printed on it, as new sets do',
      )
      .option(
        '--no-look-at-every-page',
        'find them on some scanned pages of each exhibit: builds take less long',
      )
      .option('--keep-forms', 'keep form fields fillable; otherwise their values are printed in place')
      .option('--no-stickers', 'no sticker on first pages')
      .option('--pdfa', 'build PDF/A-2b where the exhibits allow it')
  );
}

function addCreate(set: Command, run: Run): void {
  onMatter(
    withFields(
      withMatterPath(set.command('create'))
        .description('make an empty set')
        .requiredOption('--name <name>', 'what it is called')
        .option('--scheme <scheme>', labelSchemeForms, 'A')
        .option(
          '--bates <first>',
          'first Bates number, such as AMZ000001, or "none"; else named after the matter',
        ),
    ),
    run,
    'write',
    ({ client, matterId, matter }, options: FieldOptions & { name: string }) => {
      const bates = options.bates === undefined ? batesNamedAfter(matter.title) : batesFrom(options.bates);
      const fields = {
        ...fieldsOf(options),
        name: options.name,
        bates: bates && withGiven(bates, { suffix: options.batesSuffix }),
      };
      return client['exhibits.set.create']({ matterId, fields });
    },
    ({ name, id }) => `Made exhibit set “${name}” (${id}).`,
  );
}

function addList(set: Command, run: Run): void {
  onMatter(
    withMatterPath(set.command('list')).description('all sets'),
    run,
    'read',
    ({ client, matterId }) => client['exhibits.set.list']({ matterId }),
    (sets) =>
      sets.length === 0
        ? 'No exhibit sets yet.'
        : table(
            ['Id', 'Name', 'Scheme', '>Exhibits', '>Pages', 'Sealed'],
            sets.map((s) => [s.id, s.name, s.scheme, s.exhibits, s.pages, s.sealedAt ?? '']),
          ),
  );
}

function addUpdate(set: Command, run: Run): void {
  const update = withFields(
    withSet(set.command('update'))
      .description('change what a set is: only what is named changes, as one step that can be undone')
      .option('--name <name>', 'another name')
      .option('--scheme <scheme>', `${labelSchemeForms}; labels change only when assigned again`)
      .option('--bates <first>', 'first Bates number, such as AMZ000001, or "none"')
      .option('--bates-prefix <prefix>', 'another prefix; the rest of the numbers stays')
      .option(
        '--bates-digits <n>',
        `how many digits, ${leastBatesDigits} to ${mostBatesDigits}`,
        wholeNumber(leastBatesDigits, mostBatesDigits),
      )
      .option('--bates-start <n>', 'first number to use', wholeNumber(1))
      // Declared before their opposites, or omitting both would mean yes.
      .option('--slip-sheets', 'a slip sheet before each exhibit')
      .option('--stickers', 'a sticker on first pages'),
  )
    .option('--no-keep-forms', 'form field values are printed in place')
    .option('--no-page-numbers', 'nothing where pages bear no Bates number')
    .option('--no-pdfa', 'build ordinary PDFs');
  onSet(
    withChoices(update),
    run,
    'write',
    async ({ context, client, where, set: found }, options: UpdateOptions) => {
      const fields = changedFields(options, found.bates);
      if (!hasChoices(options)) assertChanges(fields ?? {});
      // Everything is checked before anything is stored: a refusal leaves the set as it was.
      const choices = await checkedChoices(context, where, options);
      const described = fields ? await client['exhibits.set.update']({ ...where, fields }) : found;
      if (hasChoices(options)) await rememberChoices(context, where, choices);
      return { ...described, ...choices };
    },
    ({ name, id }) => `Changed exhibit set “${name}” (${id}).`,
  );
}

/** What the options change of the set itself; null for nothing. */
function changedFields(options: UpdateOptions, present: BatesSettings | null) {
  const fields = { ...fieldsOf(options), name: options.name, ...changedBates(options, present) };
  return Object.values(fields).every((value) => value === undefined) ? null : fields;
}

/** The numbers as they are to be; nothing where no option is about them. */
function changedBates(
  { bates, batesPrefix, batesDigits, batesStart, batesSuffix }: UpdateOptions,
  present: BatesSettings | null,
): { readonly bates?: BatesSettings | null } {
  const parts = { prefix: batesPrefix, digits: batesDigits, start: batesStart, suffix: batesSuffix };
  const hasParts = Object.values(parts).some((part) => part !== undefined);
  if (bates === undefined && !hasParts) return {};
  const given = bates === undefined ? present : batesFrom(bates);
  if (given) return { bates: withGiven(given, parts) };
  if (bates === undefined && batesPrefix !== undefined)
    return { bates: withGiven({ prefix: batesPrefix, digits: 6, start: 1, suffix: '' }, parts) };
  if (hasParts) throw invalid('this set has no Bates numbers; begin them with --bates');
  return { bates: null };
}

/** The options' values; undefined for those not given. */
function fieldsOf(options: FieldOptions) {
  const { keepForms } = options;
  return {
    scheme: options.scheme,
    purpose: options.purpose,
    declarant: options.declarant,
    party: options.party,
    numberPosition: options.numberPosition,
    hasSlipSheets: options.slipSheets,
    slipSheetTemplate: options.slipSheetTemplate,
    hasStickers: options.stickers,
    stickerCorner: options.stickerCorner,
    stickerColour: options.stickerColor ?? options.stickerColour,
    designation: options.designation,
    flattensForms: keepForms === undefined ? undefined : !keepForms,
    looksAtEveryPage: options.lookAtEveryPage,
    numbersPages: options.pageNumbers,
    isArchival: options.pdfa,
  };
}

/** Numbers named after the matter's first party: PARLER000001. A prefix that has numbers already goes on from them. */
function batesNamedAfter(title: string): BatesSettings {
  const word = /[A-Za-z][A-Za-z0-9]*/.exec(title)?.[0] ?? 'EX';
  return { prefix: word.toUpperCase().slice(0, 8), digits: 6, start: 1, suffix: '' };
}

/** A first number such as AMZ000001 as the prefix, digits and start of a set. */
function batesFrom(first: string): BatesSettings | null {
  if (first === 'none') return null;
  const read = parseBates(first);
  if (!read) throw new AppError('BATES_START_INVALID', { start: first });
  const { prefix, digits, suffix, number: start } = read;
  return { prefix, digits, start, suffix };
}

/** Numbers with the given parts replaced. */
function withGiven(
  bates: BatesSettings,
  { prefix, digits, start, suffix }: { readonly [K in keyof BatesSettings]?: BatesSettings[K] | undefined },
): BatesSettings {
  return {
    prefix: prefix ?? bates.prefix,
    digits: digits ?? bates.digits,
    start: start ?? bates.start,
    suffix: suffix ?? bates.suffix,
  };
}
