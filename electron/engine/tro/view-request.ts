import { otherClockWarning } from '../../../shared/domain/court-clock.ts';
import { formatMoment } from '../../../shared/domain/court-words.ts';
import { clockChangeOf, momentAt } from '../../../shared/domain/deadlines/time/index.ts';
import {
  currentEvents,
  endWarnings,
  eventsInOrder,
  isEnded,
  orderWarnings,
  planGates,
  securityWarnings,
  stageOf,
  unclearTimes,
  type TroPlan,
} from '../../../shared/domain/tro/index.ts';
import type { Deadline } from '../../../shared/model/deadlines.ts';
import type { ListedRule } from '../../../shared/model/rule-pack.ts';
import type { TroRequest } from '../../../shared/model/tro.ts';
import { calendarOf, listDeadlines, listRules, matterCourt } from '../deadlines/index.ts';
import type { Platform } from '../platform/platform.ts';
import { sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';
import { planOf } from './plan.ts';
import { listEvents, listItems, listNotices, readFields } from './tro-repository.ts';

/** The request as it stands at this moment: its stage, what each stage needs, its clocks and its end. */
export function viewRequest(session: MatterSession, platform: Platform): TroRequest {
  const { court, timezone } = matterCourt(session);
  const now = platform.now();
  const fields = readFields(session);
  const recorded = listEvents(session);
  const events = currentEvents(recorded);
  const notices = listNotices(session);
  const plan = planOf(session, platform);
  const calendar = calendarOf(session);
  const clocks = listDeadlines(session).flatMap((one) => {
    const { troClock } = one;
    return troClock === null ? [] : [{ ...withUnrolledNotice(one, calendar), troClock }];
  });
  const end = isEnded(recorded) ? null : plan.end;
  // The rules of the day of filing stay those of the request; until then today's.
  const filed = events.find(({ kind }) => kind === 'motion_filed');
  const on = (filed?.at ?? momentAt(now, timezone)).slice(0, 10);
  return {
    fields,
    stage: stageOf(recorded, end, now),
    gates: planGates({ fields, events, notices }, listItems(session), { court, on }),
    events: eventsInOrder(recorded),
    notices,
    clocks,
    expiry: end && {
      at: end.at,
      endsAt: end.endsAt,
      basis: end.basis,
      alternatives: [...end.alternatives],
    },
    warnings: [
      ...clockBehind(session, now, timezone),
      ...(end ? endWarnings(end, events, now, timezone) : []),
      ...(end ? securityWarnings(fields, events, timezone) : []),
      ...plan.warnings,
      ...orderWarnings(events, now, timezone, events.length < recorded.length),
      ...events.flatMap((event) => unclearTimes(event, timezone)),
      ...unclearEnds(clocks, timezone),
      ...clockWarnings(plan, clocks, { court, timezone }),
      ...otherCourtWarnings(clocks, listRules(platform), court),
    ],
  };
}

/** Clocks of two computers may differ by this much. */
const toleratedMs = 5 * 60_000;

/** That this computer's clock cannot be right, since something was recorded here later than it says it is: all that remains is counted by it. */
function clockBehind(session: MatterSession, now: string, timezone: string): string[] {
  const last = session.get(sql.selectFrom('audit_event').select('at').orderBy('sequence', 'desc').limit(1));
  if (!last || Date.parse(last.at) - Date.parse(now) <= toleratedMs) return [];
  const words = (instant: string) => formatMoment(momentAt(instant, timezone), timezone);
  return [
    `This computer’s clock says ${words(now)}, but something was recorded in this matter at ${words(last.at)}. Check the computer’s date and time: what remains of each clock is counted by it.`,
  ];
}

/**
 * Beside the earliest hearing on short notice, the same notice without the days Rule 6(a) skips: whether the rule's way of
 * counting holds for notice is not settled, and a court may hear the motion that early.
 */
function withUnrolledNotice(deadline: Deadline, calendar: ReturnType<typeof calendarOf>): Deadline {
  const { troClock, computed, triggerAt, period } = deadline;
  // A person may make any deadline this clock; a noting date is never a notice, and cannot be counted as one.
  const isNoting = period.unit === 'fridays' || period.unit === 'monday_before';
  if (troClock !== 'dissolution' || !computed || isNoting) return deadline;
  const unrolled = calendar.count({ ...deadline, period: { ...period, isCap: true } }, triggerAt);
  const day = unrolled.due;
  if (day === computed.due) return deadline;
  const due = period.unit === 'hours' ? (unrolled.dueAt ?? day) : day;
  const why = 'The notice without skipping weekends and holidays: be ready for a hearing from then on.';
  const alternatives = [...computed.alternatives, { due, why, cite: 'Fed. R. Civ. P. 65(b)(4)' }];
  return { ...deadline, computed: { ...computed, alternatives } };
}

/** Open clocks that are counted to an hour that the court's clocks skip or show twice; of what they run from, its event tells. */
function unclearEnds(clocks: readonly Deadline[], timezone: string): string[] {
  return clocks.flatMap(({ title, status, triggerAt, computed }) => {
    const told = computed?.warnings.find(({ code }) => code === 'CLOCK_CHANGE');
    if (status !== 'open' || told === undefined || clockChangeOf(triggerAt, timezone) !== null) return [];
    return [`“${title}”: ${told.message}`];
  });
}

/** What keeps the deadlines from showing all clocks that the events start. */
function clockWarnings(
  plan: TroPlan,
  clocks: readonly Deadline[],
  { court, timezone }: { court: string; timezone: string },
): string[] {
  const shown = new Set(clocks.map(({ troClock }) => troClock));
  const absent = plan.clocks.filter(({ clock, settled }) => settled === null && !shown.has(clock));
  const otherClock = otherClockWarning(court, timezone);
  return [
    ...(otherClock === null ? [] : [otherClock]),
    ...(court === '' ? ['The matter’s court is not set: periods of local rules are not counted.'] : []),
    ...absent.map(
      ({ title }) =>
        `“${title}” is not among the deadlines. Open an event and save it to start the clock again.`,
    ),
  ];
}

/** Open clocks by a local rule that is not the court's: the matter's court was changed after they had begun. */
function otherCourtWarnings(
  clocks: readonly Deadline[],
  rules: readonly ListedRule[],
  court: string,
): string[] {
  const courtsOf = new Map(rules.map(({ pack, courts }) => [pack, courts]));
  return clocks.flatMap(({ title, status, rule }) => {
    const courts = rule === null ? [] : (courtsOf.get(rule.pack) ?? []);
    if (status !== 'open' || rule === null || courts.length === 0 || courts.includes(court)) return [];
    return [
      `“${title}” is counted by ${rule.cite}, a rule of another court than the matter’s. Check what this court asks for.`,
    ];
  });
}
