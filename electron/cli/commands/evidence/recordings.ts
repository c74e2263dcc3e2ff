import type { Command } from 'commander';
import { fullPath } from '../../context.ts';
import { count } from '../../table.ts';
import { type Options, type Run, withMatterPath } from '../command.ts';
import { findItems } from './items.ts';

/** `evidence transcript`. */
export function addRecordingCommands(evidence: Command, run: Run): void {
  withMatterPath(evidence.command('transcript'))
    .argument('<id>', 'of a recording')
    .argument('<file>', 'SubRip (.srt) or WebVTT (.vtt)')
    .description('add a transcript to a recording')
    .action(
      run(async (context, path: string, id: string, file: string, options: Options) => {
        const added = await context.withMatter(path, options, 'write', async (matterId) => {
          const [found] = await findItems(context, matterId, [id]);
          return context.client['evidence.transcript.import']({
            matterId,
            id: found!,
            source: { path: fullPath(file) },
          });
        });
        context.print(options, added, () =>
          [
            `${count(added.cues, 'cue')} added.`,
            ...(added.unread > 0 ? [`${count(added.unread, 'cue')} with times that could not be read.`] : []),
          ].join('\n'),
        );
      }),
    );
}
