import type { Claim } from '../../model/evidence.ts';

/** When a file says that it was sent, taken or written, by whom and to whom. */
export interface Claimed {
  readonly at: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** Which claims say it, the weightiest first: a mail's own date before when a program last saved it. */
const saying = {
  at: ['sentAt', 'receivedAt', 'takenAt', 'createdAt', 'modifiedAt'],
  from: ['from', 'author'],
  to: ['to'],
} as const satisfies Readonly<Record<keyof Claimed, readonly Claim['field'][]>>;

/** All claims that `claimedOf` looks at. */
export const claimedFields: readonly Claim['field'][] = Object.values(saying).flat();

/**
 * Sums up what a file claims for a row of a list. Dates that could not be read are left out; several people in one claim
 * are listed one after the other.
 *
 * @example claimedOf([{ field: 'sentAt', value: '2021-01-09T03:07:00.000Z' }]).at // '2021-01-09T03:07:00.000Z'
 */
export function claimedOf(claims: readonly Pick<Claim, 'field' | 'value'>[]): Claimed {
  const values = (field: Claim['field']) =>
    claims.filter((claim) => claim.field === field && claim.value !== '').map(({ value }) => value);
  const people = (fields: readonly Claim['field'][]) => {
    const found = fields.map(values).find((each) => each.length > 0);
    return found?.join(', ') ?? null;
  };
  const dates = saying.at.flatMap(values).filter(isDate);
  return { at: dates[0] ?? null, from: people(saying.from), to: people(saying.to) };
}

const quarterHourMs = 900_000;

/** Whether a claim's value is a date or a time as they are kept once they were read. */
function isDate(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}/.test(value);
}

/**
 * Gives the day a claimed time falls on: by the court's clock for instants, the day as printed for times whose zone the
 * file does not say.
 *
 * @param timeZone the court's IANA zone
 * @returns a function from a claimed time to an ISO date
 * @example claimedDays('America/Los_Angeles')('2021-01-11T03:00:00.000Z') // '2021-01-10'
 */
export function claimedDays(timeZone: string): (claimedAt: string) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  // Long lists fall on few quarters of an hour, and no zone's day begins within one.
  const known = new Map<number, string>();
  return (claimedAt) => {
    const printed = claimedAt.slice(0, 10);
    if (!/T.*(Z|[+-]\d\d:?\d\d)$/.test(claimedAt)) return printed;
    const at = Date.parse(claimedAt);
    if (Number.isNaN(at)) return printed;
    const quarter = Math.floor(at / quarterHourMs);
    const day = known.get(quarter) ?? format.format(at);
    known.set(quarter, day);
    return day;
  };
}
