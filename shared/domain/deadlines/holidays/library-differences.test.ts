import Library from 'date-holidays';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { HolidayRow } from './holiday-row.ts';
import { listHolidays, presidentialClosings, stateTables } from './index.ts';

/** Reasons that many differences share; any other reason is given in words. */
const reasons: Readonly<Record<string, string>> = {
  kept: 'the library keeps no day for that weekend’s holiday',
  absent: 'the statute names it, the library does not have it',
  named: 'counted with a warning; the library does not have it',
  fourth:
    'the day after the fourth Thursday; the library takes the fourth Friday, the week before where November begins on a Friday',
};

/**
 * Every weekday of 2015 to 2035 on which only these tables, or only the library, have a holiday: state (US: federal), who has it, name,
 * number of days, reason. The sources are those of the state's table.
 */
const knownDifferences = `
US | here | Veterans Day (observed) | 7 | kept
AK | here | Alaska Day (observed) | 5 | kept
AR | here | Christmas Eve (observed) | 3 | kept
CA | here | Lincoln Day | 15 | absent
CA | here | Lincoln Day (observed) | 6 | kept
CA | here | Cesar Chavez Day (observed) | 1 | kept
CA | here | Farmworkers Day (observed) | 2 | kept
CA | here | Native American Day | 14 | absent
CT | here | Lincoln Day (observed) | 6 | kept
DC | here | District of Columbia Emancipation Day (observed) | 7 | kept
DC | here | Inauguration Day | 3 | named
FL | here | Birthday of Martin Luther King, Jr. | 11 | named
FL | here | Lincoln's Birthday | 15 | named
FL | here | Pascua Florida Day | 13 | named
FL | here | Good Friday | 21 | named
FL | here | Confederate Memorial Day (observed) | 3 | kept
FL | here | Birthday of Jefferson Davis | 14 | named
FL | here | Flag Day (observed) | 3 | kept
FL | here | Birthday of Robert E. Lee | 13 | named
FL | here | Confederate Memorial Day | 16 | named
FL | here | Flag Day | 16 | named
FL | here | General Election Day | 10 | named
FL | here | Lincoln's Birthday (observed) | 3 | kept
FL | here | Pascua Florida Day (observed) | 4 | kept
FL | here | Birthday of Jefferson Davis (observed) | 3 | kept
FL | here | Tuskegee Airmen Commemoration Day | 11 | named
GA | here | State Holiday | 2 | the days the Governor named; the library has the last Monday in April
GA | library | Confederate Memorial Day | 1 | the Governor names the day each year, and only 2024 and 2025 were read
GA | library | Washington's Birthday | 10 | the Governor names the day each year, and only 2024 and 2025 were read
GA | library | State Holiday | 20 | the Governor names the day each year: in 2024 and 2025 it was Good Friday
GA | library | Washington's Birthday (substitute day) | 1 | the Governor names the day each year, and only 2024 and 2025 were read
GU | library | Liberation Day | 3 | the list of the Waterworks Authority keeps no day for a weekend’s holiday
GU | library | Our Lady of Camarin Day | 3 | the list of the Waterworks Authority keeps no day for a weekend’s holiday
IL | here | Good Friday | 21 | named
IL | here | Lincoln's Birthday (observed) | 3 | kept
IL | library | Malcolm X Day | 15 | not in 205 ILCS 630/17
IN | library | Primary Election Day | 6 | no election in odd years after a presidential one; in 2020 on another day
IN | library | Election Day | 5 | no election in odd years after a presidential one
KY | here | Franklin D. Roosevelt Day | 15 | named
KY | here | Lincoln's Birthday | 15 | named
KY | here | Confederate Memorial Day and Jefferson Davis Day | 14 | named
KY | here | The day after Thanksgiving | 21 | named
KY | here | Robert E. Lee Day | 13 | named
KY | here | Presidential election day | 5 | absent
KY | library | Good Friday | 21 | half a day, § 18A.190(1)(c)
KY | library | Christmas Eve | 11 | § 18A.190(2): the extra day is the Governor’s to name
KY | library | New Year's Eve | 11 | § 18A.190(2): the extra day is the Governor’s to name
LA | here | Battle of New Orleans | 15 | named
LA | here | Confederate Memorial Day | 6 | named
LA | here | The day after Thanksgiving | 21 | named
LA | here | Robert E. Lee Day | 5 | named
LA | here | Huey P. Long Day | 16 | named
LA | here | All Saints' Day | 16 | absent
MA | library | Evacuation Day | 15 | Suffolk County only, and courts stay open: ch. 136, § 12, and the Trial Court
MA | library | Bunker Hill Day | 14 | Suffolk County only, and courts stay open: ch. 136, § 12, and the Trial Court
MD | here | Lincoln's Birthday | 15 | named
MD | here | Maryland Day | 14 | named
MD | here | Good Friday | 20 | named
MD | here | Defenders' Day | 15 | named
MD | here | Statewide general election day | 10 | absent
MD | here | Lincoln's Birthday (observed) | 3 | kept
MD | here | Maryland Day (observed) | 3 | kept
MD | here | Defenders' Day (observed) | 3 | kept
MD | library | Service Reduction Day | 1 | a day off to save pay, no legal holiday of § 1-111
MI | here | Lincoln's Birthday | 15 | named
MI | here | Lincoln's Birthday (observed) | 3 | kept
MI | library | Christmas Eve | 11 | not in § 435.101
MI | library | New Year's Eve | 11 | not in § 435.101
MN | here | Friday after Thanksgiving | 21 | named
MO | here | Truman Day (observed) | 3 | kept
MO | here | Lincoln Day (observed) | 3 | kept
MP | here | Commonwealth Covenant Day | 15 | the library has no Northern Mariana Islands
MP | here | Good Friday | 20 | the library has no Northern Mariana Islands
MP | here | Citizenship Day | 14 | the library has no Northern Mariana Islands
MP | here | Constitution Day | 15 | the library has no Northern Mariana Islands
MP | here | Citizenship Day (observed) | 7 | the library has no Northern Mariana Islands
MP | here | Commonwealth Covenant Day (observed) | 6 | the library has no Northern Mariana Islands
MP | here | Constitution Day (observed) | 6 | the library has no Northern Mariana Islands
MT | library | Election Day | 11 | state officers are elected in even years, § 13-1-104
MT | library | Christmas Eve | 11 | not in § 1-1-216
MT | library | New Year's Eve | 11 | not in § 1-1-216
NC | here | Greek Independence Day | 13 | named
NC | here | Anniversary of signing of Halifax Resolves (observed) | 3 | kept
NC | here | Confederate Memorial Day (observed) | 3 | kept
NC | here | Anniversary of Mecklenburg Declaration of Independence | 14 | named
NC | here | Robert E. Lee's Birthday | 13 | named
NC | here | Anniversary of signing of Halifax Resolves | 16 | named
NC | here | Confederate Memorial Day | 16 | named
NC | here | General Election Day | 10 | named
NC | here | Greek Independence Day (observed) | 3 | kept
NC | here | Anniversary of Mecklenburg Declaration of Independence (observed) | 3 | kept
NC | library | Day after Thanksgiving | 21 | not in § 103-4
NC | library | Christmas Eve | 11 | not in § 103-4
NC | library | Christmas Eve (substitute day) | 10 | not in § 103-4
ND | here | Good Friday | 21 | absent
NE | here | The day after Thanksgiving | 21 | absent
NH | library | Day after Thanksgiving | 21 | not in § 288:1
NJ | here | Juneteenth Day | 11 | the third Friday in June, which the library does not have
NJ | library | Lincoln's Birthday | 15 | § 36:1-1(d): no holiday for the state’s business
NM | library | Day after Thanksgiving | 21 | not in the lists of § 12-5-2
NV | here | Family Day | 3 | fourth
NV | library | Family Day | 3 | fourth
NY | here | Lincoln's Birthday (observed) | 3 | kept
NY | library | Susan B. Anthony Day | 12 | not in § 24
PA | here | Good Friday | 21 | named
PA | here | Election Day | 21 | named
PR | here | Abolition of Slavery (observed) | 3 | kept
PR | here | Good Friday | 21 | named
PR | here | General Election Day | 5 | named
PR | here | Discovery of Puerto Rico (observed) | 4 | kept
PR | here | Three Kings Day (observed) | 2 | kept
PR | here | Constitution Day (observed) | 3 | kept
PR | library | Natalicio de Eugenio María de Hostos | 21 | in older lists; whether it is still the law was not read
PR | library | Natalicio de Luis Muñoz Marín | 12 | in older lists; whether it is still the law was not read
PR | library | Natalicio de José de Diego | 14 | in older lists; whether it is still the law was not read
PR | library | Natalicio de Don Luis Muñoz Rivera | 21 | in older lists; whether it is still the law was not read
PR | library | Natalicio de Dr. José Celso Barbosa | 16 | in older lists; whether it is still the law was not read
PR | library | Día de la Ciudadanía Americana | 1 | counted since 2018
RI | here | Rhode Island Independence Day | 16 | named
RI | here | Independence Day (observed) | 3 | kept
RI | here | Election Day | 10 | absent
RI | here | Veterans' Day (observed) | 4 | kept
RI | here | Christmas Day (observed) | 3 | kept
RI | here | New Year's Day (observed) | 3 | kept
RI | here | Rhode Island Independence Day (observed) | 2 | kept
SC | here | Confederate Memorial Day (observed) | 3 | kept
SC | here | The day after National Thanksgiving Day | 21 | absent
SC | here | Christmas Eve | 11 | absent
SC | here | Day after Christmas (observed) | 3 | kept
TN | here | County election day | 10 | named
TN | here | General Election Day | 10 | named
TN | library | Christmas Eve | 11 | not in § 15-1-101
TX | here | Texas Independence Day | 16 | absent
TX | here | San Jacinto Day | 15 | absent
TX | here | Emancipation Day in Texas | 5 | absent
TX | here | Lyndon Baines Johnson Day | 14 | absent
TX | here | Confederate Heroes Day | 13 | absent
UT | here | Pioneer Day (observed) | 6 | kept
UT | here | Juneteenth National Freedom Day | 9 | absent
UT | here | Good Friday | 9 | named
VA | here | Friday after Thanksgiving | 21 | named
VA | here | Election Day | 8 | every November, not only of even years
VI | here | Liberty Day | 16 | named
VI | here | Christmas Second Day | 12 | named
VI | library | Hurricane Supplication Day | 21 | no holiday since 1999
VT | here | Bennington Battle Day | 13 | August 16 by § 371; the library has the third Monday
VT | here | Bennington Battle Day (observed) | 2 | August 16 by § 371; the library has the third Monday
VT | library | Bennington Battle Day | 15 | August 16 by § 371; the library has the third Monday
WA | here | Native American Heritage Day | 21 | absent
WI | here | Partisan primary election day | 10 | named
WI | library | Primary Election Day | 21 | the September primary ended with 2010; since 2012 it is in August of even years
WI | library | Election Day | 11 | the general election is in even years
WI | library | Susan B. Anthony Day | 12 | not in § 995.20
WV | here | West Virginia Day (observed) | 5 | kept
WV | here | Primary election day | 9 | named
WV | here | General election day | 10 | absent
WV | here | Lincoln's Day | 3 | fourth
WV | library | Susan B. Anthony Day | 12 | § 2-2-1(a)(14) gives that name to the general election day
WV | library | Lincoln's Day | 3 | fourth
`;

const territories = new Set(['GU', 'MP', 'PR', 'VI']);
const years = Array.from({ length: 21 }, (_, index) => 2015 + index);
type Days = ReadonlyMap<string, string>;

function weekdays(days: readonly (readonly [on: string, name: string])[]): Days {
  const kept = new Map<string, string>();
  for (const [on, name] of days)
    if (Temporal.PlainDate.from(on).dayOfWeek < 6 && !kept.has(on)) kept.set(on, name);
  return kept;
}

function daysOfLibrary(state: string | null): Days {
  const place =
    state !== null && territories.has(state) ? new Library(state) : new Library('US', state ?? '');
  const all = years.flatMap((year) => place.getHolidays(year) || []);
  const days = all.filter(({ type }) => type === 'public');
  return weekdays(days.map(({ date, name }) => [date.slice(0, 10), name] as const));
}

function daysHere(state: string | null): Days {
  const listed = years.flatMap((year) => listHolidays(year, state === null ? [] : [state], []));
  const days = listed.filter(({ holiday }) => holiday.state === state);
  return weekdays(days.map(({ on, holiday }) => [on, holiday.name] as const));
}

function* onlyIn(days: Days, ...others: readonly Days[]): Generator<string> {
  const counts = new Map<string, number>();
  for (const [on, name] of days)
    if (on >= '2015' && on < '2036' && !others.some((other) => other.has(on)))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const [name, count] of counts) yield `${name} | ${count}`;
}

function differencesFound(): string[] {
  const federalThere = daysOfLibrary(null);
  const federalHere = daysHere(null);
  const found = [
    ...[...onlyIn(federalHere, federalThere)].map((days) => `US | here | ${days}`),
    ...[...onlyIn(federalThere, federalHere)].map((days) => `US | library | ${days}`),
  ];
  for (const { state } of stateTables) {
    const there = daysOfLibrary(state);
    const here = daysHere(state);
    for (const days of onlyIn(here, there, federalThere)) found.push(`${state} | here | ${days}`);
    for (const days of onlyIn(there, here, federalHere, federalThere))
      found.push(`${state} | library | ${days}`);
  }
  return found.sort();
}

const known = knownDifferences
  .trim()
  .split('\n')
  .map((line) => {
    const [state = '', who = '', name = '', count = '', reason = ''] = line.split(' | ');
    return { state, who, name, count, reason: reasons[reason] ?? reason };
  });

test('every difference from the library is known, with its reason, and every known one is still there', () => {
  const listed = known.map(({ state, who, name, count }) => `${state} | ${who} | ${name} | ${count}`);
  expect(differencesFound()).toEqual(listed.sort());
  expect(known.filter(({ reason }) => reason.length < 10)).toEqual([]);
});

function rowInWords({ name, from, to, confidence = 'confirmed' }: HolidayRow): string {
  const since = from ? ` from ${from}` : '';
  return `${name}${since}${to ? ` to ${to}` : ''}${confidence === 'unverified' ? ' (unverified)' : ''}`;
}

function pageOfHolidays(): string {
  const rows = stateTables.flatMap((table) => table.rows);
  const sure = (confidence: string) => rows.filter((row) => (row.confidence ?? 'confirmed') === confidence);
  const page = [
    '# Legal holidays',
    '',
    'Whose days a period runs past, Fed. R. Civ. P. 6(a)(6) and Fed. R. App. P. 26(a)(6), and how sure each is. This page is written from the',
    'tables in `shared/domain/deadlines/holidays` by `library-differences.test.ts`, which fails while the page says anything else.',
    '',
    '- **Federal** days count in both directions: 5 U.S.C. § 6103(a), a Saturday’s kept on Friday by § 6103(b), a Sunday’s on Monday by Executive Order 11582.',
    '  The statute was not read in today’s text, only the act of 2021 that put Juneteenth into it; the days are compared with those announced for eight years by the Office of Personnel',
    '  Management and by federal courts.',
    '- **State** days count only forward. A state’s table holds what its law adds to the federal days. A row is there only where a statute, or a',
    '  proclamation under one, names the day. What a state’s law limits (a county, part of a day, an option, offices of clerks, courts expressly',
    '  left out) is left out, since a day too many gives a date that is too late.',
    `- Of ${rows.length} rows of ${stateTables.length} states and territories ${sure('confirmed').length} are **confirmed** (the statute was read), ${sure('secondary').length} **secondary** (another source says so, or the statute`,
    `  names the day while public offices stay open), ${sure('unverified').length} **unverified**. Whatever is not confirmed brings a warning with the earlier date.`,
    '- **Added** holidays are a person’s own and count in both directions; a closing is no holiday.',
    '- The law is given since 2000, and only as far as it was read; most statutes were read in stored copies, whose age is said below.',
    '',
    '## Days the President closed offices on',
    '',
    'Not counted until a person adds the day; the counter warns. Half days are not listed. The numbers of orders that are not confirmed are other sources’, or were not looked up.',
    '',
    ...presidentialClosings.map(({ on, cite, confidence }) => `- ${on}: ${cite} (${confidence})`),
    '',
    '## States and territories',
    '',
  ];
  for (const { state, statute, source, rows: own, leftOut = [] } of stateTables) {
    page.push(`- **${state}**, ${statute}. Read: ${source}.`);
    const confirmed = own.filter((row) => row.confidence === undefined).map(rowInWords);
    const unsure = own.filter((row) => row.confidence !== undefined).map(rowInWords);
    if (confirmed.length > 0) page.push(`  - Adds: ${confirmed.join('; ')}.`);
    if (unsure.length > 0) page.push(`  - Adds with a warning: ${unsure.join('; ')}.`);
    if (own.length === 0) page.push('  - Adds nothing.');
    for (const { name, reason } of leftOut) page.push(`  - Left out: ${name}: ${reason}.`);
  }
  page.push(
    '',
    '## Differences from date-holidays 3.37',
    '',
    'Weekdays of 2015 to 2035 that only one of the two has, with their number. US: federal.',
    '',
  );
  for (const state of new Set(known.map((difference) => difference.state)))
    for (const side of ['here', 'library']) {
      const days = known.filter((difference) => difference.state === state && difference.who === side);
      const inWords = days.map(({ name, count, reason }) => `${name} (${count}: ${reason})`);
      if (days.length > 0)
        page.push(
          `- **${state}**, only ${side === 'here' ? 'here' : 'in the library'}: ${inWords.join('; ')}.`,
        );
    }
  return `${page.join('\n')}\n`;
}

test('the page on holidays says what the tables say', async () => {
  await expect(pageOfHolidays()).toMatchFileSnapshot('../../../../docs/holidays.md');
});
