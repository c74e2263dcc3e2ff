import { courtZone } from '../court-zone.ts';

/** A court whose own rules end the last day before midnight, Fed. R. Civ. P. 6(a)(4) and Fed. R. App. P. 26(a)(4). */
export interface EarlierEnd {
  /** First day on which it holds, as ISO date. */
  readonly from: string;
  /** Minutes after midnight on the court's clock. */
  readonly minute: number;
  readonly cite: string;
  /** Papers that still have until midnight. */
  readonly exception: string;
}

/**
 * By court, latest first. None was read on the court's own site, so each comes with the advice to confirm it. Sources, read 2026-11-27:
 * ded: section (F) of the procedures as quoted at delawareiplawblog.wordpress.com (2 October 2014) and ipde.onrender.com (2022).
 * mad: the rule of January 2006 (docs.justia.com, 1:07-md-01820, Dkt. 28), its hour at legalclarity.org.
 * ca3: jdsupra.com and appellatelaw-nj.com on the order of 2 May 2023.
 */
const earlierEnds: Readonly<Record<string, readonly EarlierEnd[]>> = {
  ded: [
    {
      from: '2022-09-01',
      minute: 17 * 60,
      cite: 'D. Del. CM/ECF Procedures (F)',
      exception: 'a pleading that begins a case',
    },
    {
      from: '2014-10-16',
      minute: 18 * 60,
      cite: 'D. Del. CM/ECF Procedures (F)',
      exception: 'a pleading that begins a case',
    },
  ],
  mad: [
    {
      from: '2006-01-01',
      minute: 18 * 60,
      cite: 'D. Mass. L.R. 5.4(d)',
      exception: 'a paper that is served and not filed',
    },
  ],
  ca3: [
    {
      from: '2023-07-01',
      minute: 17 * 60,
      cite: '3d Cir. L.A.R. 26.1',
      exception: 'a paper that begins an appeal or another proceeding there',
    },
  ],
};

/**
 * How a court ends the last day early; null where the day lasts until midnight, or where the clock is not that court's.
 *
 * @param court code as in the court's address, in small letters
 * @param on the last day, as ISO date
 * @example earlierEndOf('ded', '2026-03-16', 'America/New_York')?.minute // 1020: 5:00 pm
 */
export function earlierEndOf(court: string, on: string, timezone: string): EarlierEnd | null {
  if (courtZone(court) !== timezone) return null;
  return earlierEnds[court]?.find(({ from }) => from <= on) ?? null;
}
