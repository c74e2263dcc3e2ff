import type { Command } from 'commander';
import { parseBates } from '../../../shared/domain/bates.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { BatesSettings, ExhibitSetFields } from '../../../shared/model/exhibits.ts';
import { table } from '../table.ts';
import { withGlobals, type Options, type Run } from './command.ts';
import { addBuildAction, addCompareAction } from './exhibits-build.ts';
import { addCitesAction } from './exhibits-cites.ts';
import { addExhibitCommands } from './exhibits-edit.ts';
import { addLabelCommands } from './exhibits-labels.ts';
import { addLedgerCommands } from './exhibits-ledger.ts';
import { printExhibits, withFoundSet, withSet, type SetOptions } from './exhibits-set.ts';

/** `exhibits set create|list`, `exhibits add|list|relabel|build|seal`. */
export function addExhibitsCommands(program: Command, run: Run): void {
  const exhibits = program.command('exhibits').description('exhibit sets, built into court-ready PDFs');
  const set = exhibits.command('set').description('exhibit sets');

  withGlobals(set.command('create'))
    .argument('<matter>')
    .description('make an empty set')
    .requiredOption('--name <name>')
    .option('--scheme <scheme>', 'A, AA, 1, or a prefix such as PX-1', 'A')
    .option('--purpose <purpose>', 'motion, declaration, hearing or other')
    .option('--declarant <name>', 'whose declaration the exhibits belong to')
    .option('--party <party>', 'plaintiff, defendant, joint or none')
    .option('--bates-suffix <letters>', 'printed after each Bates number, such as -R')
    .option('--sticker-corner <corner>', 'bottomRight, bottomLeft, topRight or topLeft')
    .option('--sticker-colour <colour>', 'party, white, yellow, blue, green or pink')
    .option('--number-position <place>', 'bottomRight, bottomCenter or bottomLeft')
    .option('--designation <words>', 'printed on every page, such as CONFIDENTIAL')
    .option(
      '--bates <first>',
      'first Bates number, such as AMZ000001, or "none"; else named after the matter',
    )
    .option('--no-slip-sheets', 'no slip sheet before each exhibit')
    .option('--slip-sheet-template <template>', 'plain, or caption with court, parties and number')
    .option('--keep-forms', 'leave form fields to be filled in; else they become print')
    .option('--no-stickers', 'no sticker on first pages')
    .action(
      run(
        async (
          context,
          path: string,
          options: Options<{
            name: string;
            scheme: string;
            bates?: string;
            batesSuffix?: string;
            purpose?: ExhibitSetFields['purpose'];
            declarant?: string;
            party?: ExhibitSetFields['party'];
            stickerCorner?: ExhibitSetFields['stickerCorner'];
            stickerColour?: ExhibitSetFields['stickerColour'];
            numberPosition?: ExhibitSetFields['numberPosition'];
            designation?: string;
            slipSheetTemplate?: ExhibitSetFields['slipSheetTemplate'];
            keepForms?: true;
            slipSheets: boolean;
            stickers: boolean;
          }>,
        ) => {
          const { client } = context.connection;
          const created = await context.withMatter(path, options, 'write', async (matterId) =>
            client['exhibits.set.create']({
              matterId,
              fields: {
                name: options.name,
                scheme: options.scheme,
                hasSlipSheets: options.slipSheets,
                hasStickers: options.stickers,
                purpose: options.purpose,
                declarant: options.declarant,
                party: options.party,
                stickerCorner: options.stickerCorner,
                stickerColour: options.stickerColour,
                numberPosition: options.numberPosition,
                slipSheetTemplate: options.slipSheetTemplate,
                flattensForms: options.keepForms === undefined,
                designation: options.designation,
                bates: withSuffix(
                  options.bates === undefined
                    ? batesNamedAfter((await client['matter.get']({ matterId })).title)
                    : batesFrom(options.bates),
                  options.batesSuffix,
                ),
              },
            }),
          );
          context.print(options, created, () => `Made exhibit set “${created.name}” (${created.id}).`);
        },
      ),
    );

  withGlobals(set.command('list'))
    .argument('<matter>')
    .description('all sets')
    .action(
      run(async (context, path: string, options: Options) => {
        const sets = await context.withMatter(path, options, 'read', (matterId) =>
          context.connection.client['exhibits.set.list']({ matterId }),
        );
        context.print(options, sets, () =>
          sets.length === 0
            ? 'No exhibit sets yet.'
            : table(
                ['Id', 'Name', 'Scheme', '>Exhibits', '>Pages', 'Sealed'],
                sets.map((s) => [s.id, s.name, s.scheme, s.exhibits, s.pages, s.sealedAt ?? '']),
              ),
        );
      }),
    );

  withSet(exhibits.command('list'))
    .description('exhibits in order')
    .action(
      run(async (context, path: string, options: SetOptions) => {
        const list = await withFoundSet(context, path, options, 'read', (matterId, found) =>
          context.connection.client['exhibits.list']({ matterId, setId: found.id }),
        );
        printExhibits(context, options, list);
      }),
    );

  addLabelCommands(exhibits, run);
  addExhibitCommands(exhibits, run);
  addLedgerCommands(exhibits, run);

  addBuildAction(withSet(exhibits.command('build')), run, withFoundSet);
  addCompareAction(withGlobals(exhibits.command('compare')), run);

  addCitesAction(withSet(exhibits.command('cites')), run, withFoundSet);

  withSet(exhibits.command('seal'))
    .description('make the reserved Bates numbers used, for good')
    .action(
      run(async (context, path: string, options: SetOptions) => {
        const sealed = await withFoundSet(context, path, options, 'write', (matterId, found) =>
          context.connection.client['exhibits.seal']({ matterId, setId: found.id }),
        );
        context.print(
          options,
          sealed,
          () =>
            `Sealed. Bates ${sealed.batesFirst ?? 'none'}–${sealed.batesLast ?? 'none'} are used for good.`,
        );
      }),
    );
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

function withSuffix(bates: BatesSettings | null, suffix: string | undefined): BatesSettings | null {
  return bates && suffix !== undefined ? { ...bates, suffix } : bates;
}
