import { noDetails } from '../../../shared/domain/tro/index.ts';
import type { MatterId } from '../../../shared/model/common.ts';
import { deadlinesHandlers } from '../deadlines/index.ts';
import type { CommandContext } from '../handlers.ts';
import { withoutUndefined } from '../platform/without-undefined.ts';
import { troHandlers } from '../tro/index.ts';
import { linksOf, type SampleIds, type SampleRequest } from './sample-matter.ts';

/** Puts the sample's request on the TRO desk: its events with the clocks they start, the notice log and the checklists. */
export function addSampleRequest(request: SampleRequest, ids: SampleIds, command: CommandContext): void {
  const matterId = command.session.id as MatterId;
  troHandlers['tro.update']({ matterId, fields: request.fields }, command);
  for (const { document, ...effort } of request.notices) {
    const { evidenceId } = linksOf({ document }, ids);
    troHandlers['tro.notice.add']({ matterId, notice: { ...effort, evidenceId } }, command);
  }
  for (const { entry, document, details, ...event } of request.events)
    troHandlers['tro.record'](
      {
        matterId,
        event: {
          ...event,
          ...linksOf({ entry, document }, ids),
          details: { ...noDetails, ...withoutUndefined(details) },
        },
      },
      command,
    );
  for (const { entry, document, ...item } of request.items)
    troHandlers['tro.check']({ matterId, item: { ...item, ...linksOf({ entry, document }, ids) } }, command);
  const { clocks } = troHandlers['tro.get']({ matterId }, command);
  for (const { id, troClock } of clocks) {
    const fields = request.clocks[troClock];
    if (fields) deadlinesHandlers['deadlines.update']({ matterId, id, fields }, command);
  }
}
