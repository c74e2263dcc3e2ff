import { earlierEndOf } from '../earlier-ends.ts';
import type { Asked } from './asked.ts';
import type { Counted } from './by-rule.ts';
import { isoOf } from './clock/day.ts';
import { clockText, printMoment } from './clock/moment.ts';

/**
 * Ends the last day at the hour at which the court's own rule does: "Unless a different time is set by a statute, local rule, or court
 * order, the last day ends" at midnight, Fed. R. Civ. P. 6(a)(4), Fed. R. App. P. 26(a)(4). A date certain stays as it was set, with
 * the hour as what else may hold; a maximum on an order and an agreement's time are no times for filing.
 */
export function endEarly(counted: Counted, { request: { period, regime, place } }: Asked): Counted {
  const { path } = counted;
  const { day, minute } = path.at;
  if (minute !== null || period.isCap || regime === 'contract' || place.court === undefined) return counted;
  const end = earlierEndOf(place.court, isoOf(day), place.timezone);
  if (end === null) return counted;
  const { cite, exception } = end;
  const at = { day, minute: end.minute };
  const hour = clockText(end.minute);
  if (period.unit === 'fixed') {
    const why = `If a paper is to be filed by then: this court takes it for that day only until ${hour}. Confirm it with the court.`;
    return withAlternative(counted, { due: printMoment(at), why, cite });
  }
  path.go(
    'hour',
    at,
    `This court takes a paper for that day only until ${hour}, not until midnight. Confirm it with the court.`,
    cite,
  );
  return withAlternative(counted, { due: isoOf(day), why: `For ${exception}, until midnight.`, cite });
}

function withAlternative(counted: Counted, alternative: Counted['alternatives'][number]): Counted {
  return { ...counted, alternatives: [...counted.alternatives, alternative] };
}
