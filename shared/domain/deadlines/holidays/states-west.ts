import type { StateTable } from './holiday-row.ts';

/** Mountain and Pacific states. */
export const west: readonly StateTable[] = [
  {
    state: 'AZ',
    statute: 'Ariz. Rev. Stat. § 1-301',
    source: '§ 1-301 as set out in a bill of 2018',
    rows: [],
    leftOut: [{ name: 'Constitution Commemoration Day (17 September)', reason: 'kept on a Sunday' }],
  },
  {
    state: 'CA',
    statute: 'Cal. Gov. Code §§ 6700, 6701; Cal. Code Civ. Proc. § 135',
    source:
      '§§ 6700 and 6701 (copies of 2007, 2016 and current); § 135 as of 2008, as amended in 2021, and a summary of the current text',
    rows: [
      {
        name: 'Lincoln Day',
        on: 'feb 12',
        observed: 'mon',
        cite: 'Cal. Gov. Code §§ 6700, 6701; Cal. Code Civ. Proc. § 135',
        confidence: 'confirmed',
      },
      {
        name: 'Cesar Chavez Day',
        on: 'mar 31',
        observed: 'mon',
        from: '2001',
        cite: 'Cal. Gov. Code §§ 6700, 6701; Cal. Code Civ. Proc. § 135',
        confidence: 'confirmed',
      },
      {
        // The Judicial Council names the day kept for a Saturday's holiday; the statute does not.
        name: 'Lincoln Day',
        on: 'feb 12',
        observed: 'fri',
        cite: 'Cal. Code Civ. Proc. § 135',
        confidence: 'secondary',
      },
      {
        name: 'Cesar Chavez Day',
        on: 'mar 31',
        observed: 'fri',
        from: '2001',
        cite: 'Cal. Code Civ. Proc. § 135',
        confidence: 'secondary',
      },
      {
        name: 'Native American Day',
        on: '4 fri sep',
        observed: 'none',
        from: '2022',
        cite: 'Cal. Gov. Code § 6700; Cal. Code Civ. Proc. § 135',
        confidence: 'confirmed',
      },
      {
        name: 'Day after Thanksgiving Day',
        on: 'fri after 4 thu nov',
        observed: 'none',
        cite: 'Cal. Code Civ. Proc. § 135',
        confidence: 'confirmed',
      },
    ],
    leftOut: [
      { name: 'Admission Day (9 September)', reason: '§ 6700 names it; § 135 takes it out for the courts' },
      {
        name: 'Lunar New Year, Genocide Remembrance Day (24 April)',
        reason: '§ 6700 names them; § 135 takes them out for the courts',
      },
      { name: 'Good Friday, noon to 3 p.m.', reason: 'part of a day' },
      { name: 'Native American Day before 2022', reason: '§ 135 took it out until 2021 (AB 855)' },
    ],
  },
  {
    state: 'WA',
    statute: 'RCW 1.16.050',
    source: 'RCW 1.16.050 as amended by Laws of 2014, ch. 177, and Laws of 2021, ch. 295',
    rows: [
      {
        name: 'The day after Thanksgiving Day',
        on: 'fri after 4 thu nov',
        observed: 'none',
        to: '2014-06-11',
        cite: 'RCW 1.16.050',
        confidence: 'confirmed',
      },
      {
        name: 'Native American Heritage Day',
        on: 'fri after 4 thu nov',
        observed: 'none',
        from: '2014-06-12',
        cite: 'RCW 1.16.050',
        confidence: 'confirmed',
      },
    ],
    leftOut: [
      { name: 'Columbus Day', reason: 'recognised, and by the statute’s own words no legal holiday' },
    ],
  },
];
