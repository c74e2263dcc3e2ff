/**
 * The day a load file writes, as an ISO date: 2021-01-31, 20210131, or 1/31/2021 as Americans write it; a first number above 12 can
 * only be a day. The time after it is left out, for no load file says of which zone it is.
 *
 * @returns null where no day is written
 * @example givenDay('01/09/2021 3:07 PM') // '2021-01-09'
 */
export function givenDay(text: string): string | null {
  const written = text.trim();
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(written) ??
    /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(written);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const local = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/.exec(written);
  if (!local) return null;
  const [one, two, year] = [Number(local[1]), Number(local[2]), Number(local[3])];
  return one > 12 ? dayOf(year, two, one) : dayOf(year, one, two);
}

function dayOf(year: number, month: number, day: number): string | null {
  const moment = new Date(Date.UTC(year, month - 1, day));
  const isDay = year >= 1900 && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
  return isDay ? moment.toISOString().slice(0, 10) : null;
}
