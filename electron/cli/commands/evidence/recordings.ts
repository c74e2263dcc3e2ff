import type { Command } from 'commander';
import { fullPath } from '../../context.ts';
import { count } from '../../table.ts';
import { onMatter, type Run, withMatterPath } from '../command.ts';
import { findItems } from './items.ts';

/** `evidence transcript`. */
export function addRecordingCommands(evidence: Command, run: Run): void {
  onMatter(
    withMatterPath(evidence.command('transcript'))
      .argument('<id>', 'of a recording')
      .argument('<file>', 'SubRip (.srt) or WebVTT (.vtt)')
      .description('add a transcript to a recording'),
    run,
    'write',
    async ({ context, client, matterId }, _options, id: string, file: string) => {
      const [found] = await findItems(context, matterId, [id]);
      return client['evidence.transcript.import']({
        matterId,
        id: found!,
        source: { path: fullPath(file) },
      });
    },
    (added) =>
      [
        `${count(added.cues, 'cue')} added.`,
        ...(added.unread > 0 ? [`${count(added.unread, 'cue')} with times that could not be read.`] : []),
      ].join('\n'),
  );
}
