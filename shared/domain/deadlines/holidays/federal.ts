import type { HolidayRow } from './holiday-row.ts';

/** Saturday's holiday is kept on Friday by 5 U.S.C. § 6103(b), Sunday's on Monday by Executive Order 11582 and those before it. */
const kept = { observed: 'fri-mon' } as const;
/** Under it the day was one that Congress declared, until the Rules named it themselves on 1 December 2023. */
export const juneteenthLaw = '5 U.S.C. § 6103(a), Pub. L. 117-17';
const mondayLaw = '5 U.S.C. § 6103(a), before Pub. L. 90-363';

const rows: readonly HolidayRow[] = [
  { name: "New Year's Day", on: 'jan 1', ...kept },
  { name: "Martin Luther King Jr.'s Birthday", on: '3 mon jan', ...kept, from: '1986' },
  { name: "Washington's Birthday", on: 'feb 22', ...kept, to: '1970', cite: mondayLaw },
  { name: "Washington's Birthday", on: '3 mon feb', ...kept, from: '1971' },
  { name: 'Memorial Day', on: 'may 30', ...kept, to: '1970', cite: mondayLaw },
  { name: 'Memorial Day', on: 'last mon may', ...kept, from: '1971' },
  {
    name: 'Juneteenth National Independence Day',
    on: 'jun 19',
    ...kept,
    from: '2021-06-17',
    to: '2023',
    cite: juneteenthLaw,
  },
  { name: 'Juneteenth National Independence Day', on: 'jun 19', ...kept, from: '2024' },
  { name: 'Independence Day', on: 'jul 4', ...kept },
  { name: 'Labor Day', on: '1 mon sep', ...kept },
  { name: 'Columbus Day', on: '2 mon oct', ...kept, from: '1971' },
  { name: 'Veterans Day', on: 'nov 11', ...kept, to: '1970' },
  {
    name: 'Veterans Day',
    on: '4 mon oct',
    ...kept,
    from: '1971',
    to: '1977',
    cite: '5 U.S.C. § 6103(a), before Pub. L. 94-97',
  },
  { name: 'Veterans Day', on: 'nov 11', ...kept, from: '1978' },
  { name: 'Thanksgiving Day', on: '4 thu nov', ...kept },
  { name: 'Christmas Day', on: 'dec 25', ...kept },
];

/**
 * Federal legal holidays; the law before 1960 was not looked into. Inauguration Day, § 6103(c), is a day off for those who work in and around Washington and not a
 * holiday of Rule 6. Juneteenth is in the Rule's own list since 1 December 2023; before, it counts as a day Congress declared a
 * holiday, Rule 6(a)(6)(B).
 */
export const federalTable = {
  statute: '5 U.S.C. § 6103(a)',
  source:
    'Rule 6(a)(6) as in force since 2023; the act of 2021 that named Juneteenth (S. 475 as enrolled); lists of the Office of Personnel Management for 2010 to 2012, 2022 and 2023, with their notes on § 6103(b) and Executive Order 11582; closings of federal courts for 2021, 2024 and 2026',
  rows,
} as const;

/**
 * What besides the holiday's own law makes the day kept for a weekend's holiday one; empty for the holiday itself.
 *
 * @param name with "(observed)" where the day is kept for another
 * @param on ISO date
 * @example keptByLaw('Independence Day (observed)', '2021-07-05') // '; Exec. Order 11582', a Monday
 */
export function keptByLaw(name: string, on: string): string {
  if (!name.endsWith('(observed)')) return '';
  return isMonday(on) ? '; Exec. Order 11582' : '; § 6103(b)';
}

function isMonday(on: string): boolean {
  return new Date(`${on}T00:00:00Z`).getUTCDay() === 1;
}
