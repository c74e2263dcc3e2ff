import type { Command } from 'commander';
import { changesBy, correctedBy, keptBeside } from '../../../../shared/domain/evidence/overlay-rows.ts';
import { overlayFieldWords, overlayReasonWords } from '../../../../shared/domain/evidence/overlay-words.ts';
import { OverlayField, type Overlay } from '../../../../shared/model/overlay.ts';
import { exitCodes } from '../../io.ts';
import { clip, count, table } from '../../table.ts';
import { type Options, type Run, withMatterPath } from '../command.ts';
import { findItems } from './items.ts';
import { invalid } from '../../invalid.ts';

interface OverlayOptions {
  readonly only?: readonly string[];
  readonly dryRun?: true;
}

/** `evidence overlay`: what a load file that came later corrects of documents that are here. */
export function addOverlayCommand(evidence: Command, run: Run): void {
  withMatterPath(evidence.command('overlay'))
    .argument('<id>', 'of a load file that was added as evidence; the beginning of its id or hash will do')
    .description('correct documents by their Bates numbers as a load file says, as one step')
    .option('--only <field...>', `only these fields: ${OverlayField.options.join(', ')}`)
    .option('--dry-run', 'show what would change, change nothing')
    .action(
      run(async (context, path: string, name: string, options: Options<OverlayOptions>) => {
        const fields = options.only?.map(fieldOf);
        const isDry = options.dryRun === true;
        const overlay = await context.withMatter(
          path,
          options,
          isDry ? 'read' : 'write',
          async (matterId) => {
            const [id] = await findItems(context, matterId, [name]);
            const input = { matterId, id: id! };
            const plan = await context.runJob('evidence.overlay.plan', input);
            if (isDry) return plan;
            return context.runJob('evidence.overlay.apply', { ...input, planHash: plan.planHash, fields });
          },
        );
        const { planHash: _planHash, ...answer } = overlay;
        const isDamaged = overlay.documents.some(({ kept }) =>
          kept.some(({ reason }) => reason === 'damaged'),
        );
        if (overlay.notFound.length + overlay.twice.length > 0 || isDamaged)
          context.exitCode = exitCodes.partlyDone;
        context.print(options, answer, () => readable(overlay, isDry));
      }),
    );
}

function fieldOf(name: string): OverlayField {
  const { data } = OverlayField.safeParse(name);
  if (data === undefined) throw invalid(`--only: there is no field “${name}”`);
  return data;
}

function readable(overlay: Overlay, isDry: boolean): string {
  const { unchanged, notFound, twice, unread, problems } = overlay;
  const changes = changesBy(overlay);
  const ranges = (rows: Overlay['notFound']) =>
    rows.map(({ range, row }) => `${range} (row ${row})`).join(', ');
  return [
    `${isDry ? 'Would correct' : 'Corrected'} ${count(correctedBy(overlay).length, 'item')}; ${unchanged} as the load file says already.`,
    ...(changes.length > 0
      ? [
          table(
            ['Document', 'Field', 'Was', 'Now'],
            changes.map(({ range, field, was, now }) => [
              range,
              overlayFieldWords[field],
              clip(was),
              clip(now),
            ]),
          ),
        ]
      : []),
    ...keptBeside(overlay).map(
      ({ range, field, was, now, reason }) =>
        `! ${range}: ${overlayFieldWords[field]} stays “${clip(was)}”, not “${clip(now)}”: ${overlayReasonWords[reason]}.`,
    ),
    ...(notFound.length > 0 ? [`! Not in this matter: ${ranges(notFound)}.`] : []),
    ...(twice.length > 0 ? [`! Listed more than once, so not applied: ${ranges(twice)}.`] : []),
    ...(unread.length > 0 ? [`! Columns that are not kept here: ${unread.join(', ')}.`] : []),
    ...problems.map(({ message }) => `! ${message}`),
    ...(isDry ? ['Dry run: nothing was changed.'] : []),
  ].join('\n');
}
