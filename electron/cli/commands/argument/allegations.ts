import type { Command } from 'commander';
import { formatNumber } from '../../../../shared/domain/amounts.ts';
import {
  allegationNumber,
  isShown,
  traceAllegations,
} from '../../../../shared/domain/argument/allegations/trace-allegations.ts';
import { citesOf, wantingText } from '../../../../shared/domain/argument/tables.ts';
import { clip, count, table } from '../../table.ts';
import { type Options, type Run, withMatterPath } from '../command.ts';
import { findItem, itemHelp } from '../evidence/items.ts';
import { readWithLost } from './read.ts';

interface AllegationFlags {
  pleading?: string;
  unshown?: boolean;
}

/** `argument allegations`. */
export function addAllegations(argument: Command, run: Run): void {
  withMatterPath(argument.command('allegations'))
    .description('each numbered paragraph of the complaint, with the facts pleaded there and what shows them')
    .option('--pleading <id>', `another pleading than the complaint in force: the id ${itemHelp}`)
    .option('--unshown', 'only those that no evidence shows')
    .action(
      run(async (context, path: string, options: Options<AllegationFlags>) => {
        const { read, facts, lost } = await context.withMatter(path, options, 'read', async (matterId) => {
          const pleadingId = (await findItem(context, matterId, options.pleading)) ?? undefined;
          return {
            read: await context.client['argument.allegations']({ matterId, pleadingId }),
            ...(await readWithLost(context, matterId)),
          };
        });
        const traced = traceAllegations(read, facts, lost);
        const rows = traced.rows.filter((row) => options.unshown !== true || !isShown(row));
        const shown = {
          pleading: read.pleading,
          pleadings: read.pleadings,
          pagesWithoutText: read.pagesWithoutText,
          verifiedOn: read.verifiedOn,
          verification: read.verification,
          allegations: rows.map(({ allegation, support: { facts: own, items, uncited, state }, oath }) => ({
            section: allegation.section,
            number: allegation.number,
            isCounterclaim: allegation.isCounterclaim,
            page: allegation.page,
            text: allegation.text,
            factIds: own.map(({ id }) => id),
            items,
            uncited,
            state,
            oath,
          })),
          astray: traced.astray.map(({ id }) => id),
        };
        context.print(options, shown, () => {
          if (read.pleading === null)
            return 'No complaint of the docket is in the matter. Name another item with --pleading.';
          const { title, docketNumber } = read.pleading;
          return [
            docketNumber === null ? title : `${title} (Dkt. ${docketNumber})`,
            traced.rows.length === 0
              ? 'No numbered paragraphs were found in its text.'
              : table(
                  ['>¶', 'Allegation', 'Shown by', 'Wanting'],
                  rows.map(({ allegation, support, oath }) => [
                    allegationNumber(allegation),
                    clip(allegation.text),
                    support.facts
                      .map((fact) => citesOf(fact, lost))
                      .filter((cites) => cites !== '')
                      .join('; '),
                    wantingText({ support, oath }),
                  ]),
                ),
            ...(read.verifiedOn === null
              ? []
              : [
                  `Verified on page ${formatNumber(read.verifiedOn)}${read.verification ? ` of ${read.verification.title} (Dkt. ${read.verification.docketNumber})` : ''}.`,
                ]),
            ...(read.pagesWithoutText > 0
              ? [`${count(read.pagesWithoutText, 'page')} without text: recognize it with evidence ocr.`]
              : []),
            ...(traced.astray.length > 0
              ? [`${count(traced.astray.length, 'fact')} pleaded at a paragraph that is not there.`]
              : []),
          ].join('\n');
        });
      }),
    );
}
