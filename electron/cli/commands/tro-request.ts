import { formatMoment, formatTimeZone } from '../../../shared/domain/court-words.ts';
import { isEarliest } from '../../../shared/domain/deadlines/effective-due.ts';
import { reasonOf } from '../../../shared/domain/deadlines/reason.ts';
import { instantOf } from '../../../shared/domain/deadlines/time/index.ts';
import { troEventWords } from '../../../shared/domain/tro/index.ts';
import type { TroGate, TroRequest } from '../../../shared/model/tro.ts';
import { table } from '../table.ts';

type Clock = TroRequest['clocks'][number];

/** A request as the command line shows it: gates of its own side, clocks with both times where an order set another. */
export function publicRequest(request: TroRequest, timezone: string, now: string) {
  const { fields, stage, expiry, events, notices, warnings } = request;
  return {
    side: fields.side,
    stage,
    gates: ownGates(request).map(({ key, cite, label, met, missing, stage: of, isUnconfirmed, items }) => ({
      key,
      cite,
      label,
      stage: of,
      met,
      missing,
      isUnconfirmed,
      lines: items.map((item) => ({ key: item.key, label: item.label, state: item.state, note: item.note })),
    })),
    clocks: request.clocks.map((clock) => ({
      clock: clock.troClock,
      label: clock.title,
      due: clock.due,
      dueAt: clock.dueAt,
      remaining: durationOf(reachedAt(clock, timezone), now),
      basis: reasonOf(clock, timezone),
      status: clock.status,
      cite: clock.rule?.cite ?? null,
      countedAt: countedMoment(clock),
      overriddenBy: clock.overrides.map(({ due, note }) => ({ due, note })),
      alternatives: clock.computed?.alternatives ?? [],
    })),
    expiry,
    events,
    notices,
    warnings,
    timezone,
  };
}

/** The same for a person at a terminal. */
export function requestText(request: TroRequest, timezone: string, now: string): string {
  const { stage, fields, expiry, clocks, warnings, events } = request;
  const open = ownGates(request).filter(({ met }) => !met);
  return [
    `Stage: ${stage}. Side: ${fields.side}. Times are on the court’s clock (${formatTimeZone(timezone)}).`,
    ...(expiry ? [`The order ends ${formatMoment(expiry.at, timezone)}. ${expiry.basis}`] : []),
    ...(expiry?.alternatives ?? []).map(
      ({ due, why }) => `  Not to be relied on: ${formatMoment(due, timezone)}. ${why}`,
    ),
    ...warnings.map((warning) => `! ${warning}`),
    '',
    clocks.length === 0
      ? 'No clock is running.'
      : table(
          ['Clock', 'Due', 'Left', 'By rule', 'Why'],
          clocks.map((clock) => [
            clock.title,
            formatMoment(clock.dueAt ?? clock.due, timezone),
            leftOf(clock, timezone, now),
            clock.overrides.length > 0 ? struck(clock, timezone) : '',
            reasonOf(clock, timezone),
          ]),
        ),
    ...(events.length === 0
      ? []
      : [
          '',
          ...events.map(
            ({ kind, at, details: { service } }) =>
              `${formatMoment(at, timezone)}: ${troEventWords[kind]}${service === null ? '' : ` (${service})`}`,
          ),
        ]),
    '',
    open.length === 0 ? 'Nothing is missing.' : 'Missing:',
    ...open.flatMap(({ cite, label, missing, isUnconfirmed }) => [
      `- ${label} (${cite})${isUnconfirmed ? ', confirm against the court’s site' : ''}`,
      ...missing.map((sentence) => `    ${sentence}`),
    ]),
    '',
    'Counsel must confirm every date.',
  ].join('\n');
}

function ownGates({ gates, fields }: TroRequest): TroGate[] {
  return gates.filter(({ side }) => side === 'both' || side === fields.side);
}

/** The rule's own time, if an order set another. */
function countedMoment({ computed }: Clock): string | null {
  return computed && (computed.dueAt ?? computed.due);
}

function struck(clock: Clock, timezone: string): string {
  const counted = countedMoment(clock);
  return counted === null ? '' : formatMoment(counted, timezone);
}

/** When a clock ends; for one that opens a window, the first instant of its day. */
function reachedAt(clock: Clock, timezone: string): string {
  return isEarliest(clock) ? instantOf(clock.dueAt ?? clock.due, timezone) : clock.endsAt;
}

/** Whole minutes until an instant as an ISO 8601 duration, "PT27H12M"; null once it has come. */
function durationOf(endsAt: string, now: string): string | null {
  const minutes = minutesUntil(endsAt, now);
  return minutes === null ? null : `PT${Math.floor(minutes / 60)}H${minutes % 60}M`;
}

function leftOf(clock: Clock, timezone: string, now: string): string {
  if (clock.status !== 'open') return clock.status === 'done' ? 'done' : 'not needed';
  const isFirst = isEarliest(clock);
  const minutes = minutesUntil(reachedAt(clock, timezone), now);
  if (minutes === null) return isFirst ? 'since then' : 'past';
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60)];
  const length = days >= 3 ? `${days} d ${hours % 24} h` : `${hours} h ${minutes % 60} min`;
  return isFirst ? `opens in ${length}` : length;
}

function minutesUntil(endsAt: string, now: string): number | null {
  const left = Date.parse(endsAt) - Date.parse(now);
  return left <= 0 ? null : Math.floor(left / 60_000);
}
