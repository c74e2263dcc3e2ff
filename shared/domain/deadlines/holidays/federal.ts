import type { HolidayRow } from './holiday-row.ts';

/** Saturday's holiday is kept on Friday by 5 U.S.C. § 6103(b) since 1959, Sunday's on Monday by executive order since 1952. */
const kept = { observed: 'fri-mon', confidence: 'confirmed' } as const;
const section = '5 U.S.C. § 6103(a)';
const rule = `${section}; Fed. R. Civ. P. 6(a)(6)(A)`;
const mondayLaw = '5 U.S.C. § 6103(a), before Pub. L. 90-363';

/**
 * Federal legal holidays since 1959. Read: 5 U.S.C. § 6103 and Rule 6(a)(6). Inauguration Day, § 6103(c), is a day off for those who work in and
 * around Washington and not a holiday of Rule 6. Juneteenth stands in the Rule's own list since 1 December 2023; before, it counts as a
 * day Congress declared a holiday, Rule 6(a)(6)(B).
 */
export const federalRows: readonly HolidayRow[] = [
  { name: "New Year's Day", on: 'jan 1', ...kept, cite: rule },
  { name: "Martin Luther King Jr.'s Birthday", on: '3 mon jan', ...kept, from: '1986', cite: rule },
  { name: "Washington's Birthday", on: 'feb 22', ...kept, to: '1970', cite: mondayLaw },
  { name: "Washington's Birthday", on: '3 mon feb', ...kept, from: '1971', cite: rule },
  { name: 'Memorial Day', on: 'may 30', ...kept, to: '1970', cite: mondayLaw },
  { name: 'Memorial Day', on: 'last mon may', ...kept, from: '1971', cite: rule },
  {
    name: 'Juneteenth National Independence Day',
    on: 'jun 19',
    ...kept,
    from: '2021-06-17',
    to: '2023',
    cite: '5 U.S.C. § 6103(a) (Pub. L. 117-17); Fed. R. Civ. P. 6(a)(6)(B)',
  },
  { name: 'Juneteenth National Independence Day', on: 'jun 19', ...kept, from: '2024', cite: rule },
  { name: 'Independence Day', on: 'jul 4', ...kept, cite: rule },
  { name: 'Labor Day', on: '1 mon sep', ...kept, cite: rule },
  { name: 'Columbus Day', on: '2 mon oct', ...kept, from: '1971', cite: rule },
  { name: 'Veterans Day', on: 'nov 11', ...kept, to: '1970', cite: rule },
  {
    name: 'Veterans Day',
    on: '4 mon oct',
    ...kept,
    from: '1971',
    to: '1977',
    cite: '5 U.S.C. § 6103(a), before Pub. L. 94-97',
  },
  { name: 'Veterans Day', on: 'nov 11', ...kept, from: '1978', cite: rule },
  { name: 'Thanksgiving Day', on: '4 thu nov', ...kept, cite: rule },
  { name: 'Christmas Day', on: 'dec 25', ...kept, cite: rule },
];
