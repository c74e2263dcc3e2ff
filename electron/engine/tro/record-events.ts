import {
  currentEvents,
  missingDetail,
  strayDetail,
  timeBeforeOrder,
  troEventWords,
} from '../../../shared/domain/tro/index.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { TroEvent, TroEventFields } from '../../../shared/model/tro.ts';
import { acknowledgeDeadlines, calendarOf, keepTriggerMoments, listDeadlines } from '../deadlines/index.ts';
import type { AreaHandlers, CommandContext } from '../handlers.ts';
import { assertLinks } from './assert-links.ts';
import { separateRequests } from './earlier-request.ts';
import { planOf } from './plan.ts';
import { syncClocks } from './sync-clocks.ts';
import { deleteEvent, insertEvent, listEvents, updateEvent } from './tro-repository.ts';
import { viewRequest } from './view-request.ts';

/** What happens to the request; each event with its clocks in one command, so that one undo takes all of it back. */
export const eventHandlers: Pick<
  AreaHandlers<'tro'>,
  'tro.record' | 'tro.event.update' | 'tro.event.delete'
> = {
  'tro.record': ({ event }, context) => {
    const { session, platform, describe } = context;
    assertRecordable(event, context);
    describe(`record ${troEventWords[event.kind]}`);
    const moved = new Set<string>(listDeadlines(session).flatMap((one) => (one.moved ? [one.id] : [])));
    const clocks = changing(context, () => insertEvent(session, platform.newId(), event, platform.now()));
    // The person who records an order sees at once what it sets: later moves are shown as such, as are earlier ones that nobody has looked at yet.
    const seen = clocks.filter((id) => !moved.has(id));
    if (seen.length > 0) acknowledgeDeadlines(session, seen);
    return viewRequest(session, platform);
  },

  'tro.event.update': ({ id, event }, context) => {
    const { session, platform, describe } = context;
    const { kind } = getEvent(context, id);
    assertRecordable(event, context);
    describe(`correct ${troEventWords[kind]}`);
    changing(context, () => updateEvent(session, id, event));
    return viewRequest(session, platform);
  },

  'tro.event.delete': ({ id }, context) => {
    const { session, platform, describe } = context;
    describe(`delete ${troEventWords[getEvent(context, id).kind]}`);
    keepTriggerMoments(
      session,
      listDeadlines(session).filter(({ trigger }) => trigger.kind === 'tro' && trigger.eventId === id),
    );
    changing(context, () => deleteEvent(session, id));
    return viewRequest(session, platform);
  },
};

/** Changes what the clocks are planned from, and with it the clocks; returns those that run. */
export function changing({ session, platform }: CommandContext, change: () => void) {
  const before = planOf(session, platform);
  change();
  const now = planOf(session, platform);
  const events = listEvents(session);
  const current = new Set(currentEvents(events).map(({ id }) => id));
  separateRequests(session, now, new Set(events.map(({ id }) => id).filter((id) => !current.has(id))));
  return syncClocks(session, before, now);
}

function getEvent({ session }: CommandContext, id: string): TroEvent {
  const event = listEvents(session).find((one) => one.id === id);
  if (!event) throw new AppError('NOT_FOUND', { what: 'event on the TRO desk' });
  return event;
}

function assertRecordable(event: TroEventFields, { session }: CommandContext): void {
  const stray = strayDetail(event);
  if (stray !== null) throw new AppError('INVALID_INPUT', { summary: stray });
  const what = missingDetail(event);
  if (what !== null) throw new AppError('TRO_EVENT_INCOMPLETE', { what });
  const early = timeBeforeOrder(event, calendarOf(session).timezone);
  if (early !== null) {
    const { key, sentence } = early;
    const issues = [{ path: `event.details.${key}`, message: sentence }];
    throw new AppError('INVALID_INPUT', { summary: sentence, issues });
  }
  assertLinks(session, event);
}
