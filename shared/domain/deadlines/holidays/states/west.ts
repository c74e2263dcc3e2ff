import type { StateTable } from '../holiday-row.ts';

/** Mountain and Pacific states. */
export const west: readonly StateTable[] = [
  {
    state: 'AK',
    statute: 'Alaska Stat. § 44.12.010',
    source: '§ 44.12.010, current copy; § 44.12.020 as set out in a bill of 2021',
    rows: [
      { name: "Seward's Day", on: 'last mon mar' },
      // Sunday's is kept on Monday by § 44.12.020, which was read; Saturday's on Friday by § 44.12.025, which was not.
      { name: 'Alaska Day', on: 'oct 18', observed: 'mon' },
      { name: 'Alaska Day', on: 'oct 18', observed: 'fri', confidence: 'secondary' },
    ],
  },
  {
    state: 'AZ',
    statute: 'Ariz. Rev. Stat. § 1-301',
    source: '§ 1-301 as set out in a bill of 2018',
    rows: [],
    leftOut: [{ name: 'Constitution Commemoration Day, September 17', reason: 'kept on a Sunday' }],
  },
  {
    state: 'CA',
    statute: 'Cal. Gov. Code §§ 6700, 6701; Cal. Code Civ. Proc. § 135',
    source:
      '§§ 6700 and 6701 (copies of 2007, 2016 and before March 2026); § 135 as of 2008, as amended in 2021, and a summary of today’s text; the digest of A.B. 268 of 2025; news of March 2026 on the new name of March 31',
    rows: [
      // The Judicial Council names the day kept for a Saturday's holiday; the statutes name only that for a Sunday's.
      { name: 'Lincoln Day', on: 'feb 12', observed: 'mon' },
      { name: 'Lincoln Day', on: 'feb 12', observed: 'fri', confidence: 'secondary' },
      { name: 'Cesar Chavez Day', on: 'mar 31', observed: 'mon', from: '2001', to: '2025' },
      {
        name: 'Cesar Chavez Day',
        on: 'mar 31',
        observed: 'fri',
        from: '2001',
        to: '2025',
        confidence: 'secondary',
      },
      // Renamed shortly before March 31, 2026; the act, and what it says of later years, was not read.
      { name: 'Farmworkers Day', on: 'mar 31', observed: 'fri-mon', from: '2026', confidence: 'secondary' },
      { name: 'Native American Day', on: '4 fri sep', from: '2022' },
      { name: 'Day after Thanksgiving Day', on: 'fri after 4 thu nov', cite: 'Cal. Code Civ. Proc. § 135' },
    ],
    leftOut: [
      { name: 'Admission Day, September 9', reason: '§ 6700 names it, § 135 takes it out for the courts' },
      {
        name: 'Lunar New Year, Genocide Remembrance Day, April 24, and Diwali since 2026',
        reason: '§ 6700 names them, § 135 takes them out for the courts',
      },
      { name: 'Good Friday, noon to 3 p.m.', reason: 'part of a day' },
      { name: 'Native American Day before 2022', reason: '§ 135 took it out until 2021' },
    ],
  },
  {
    state: 'CO',
    statute: 'Colo. Rev. Stat. § 24-11-101',
    source: '§ 24-11-101, copy of 2024; the Public Utilities Commission on H.B. 20-1031',
    rows: [{ name: 'Frances Xavier Cabrini Day', on: '1 mon oct', from: '2020-03-20' }],
    leftOut: [{ name: 'Cesar Chavez Day', reason: 'optional' }],
  },
  {
    state: 'HI',
    statute: 'Haw. Rev. Stat. § 8-1',
    source: '§ 8-1 as quoted by the state’s law library and in bills of 2006 and 2019; § 8-2 was not found',
    rows: [
      {
        name: 'Prince Jonah Kuhio Kalanianaole Day',
        on: 'mar 26',
        observed: 'fri-mon',
        keptConfidence: 'secondary',
      },
      { name: 'Good Friday', on: 'easter-2' },
      { name: 'King Kamehameha I Day', on: 'jun 11', observed: 'fri-mon', keptConfidence: 'secondary' },
      { name: 'Statehood Day', on: '3 fri aug' },
      { name: 'General Election Day', on: 'tue after 1 mon nov', every: [2, 0] },
    ],
    leftOut: [{ name: "Discoverers' Day", reason: 'expressly no state holiday, § 8-1.5' }],
  },
  {
    state: 'ID',
    statute: 'Idaho Code § 73-108',
    source: '§ 73-108, older copy; news of 2021 on Juneteenth',
    rows: [],
  },
  {
    state: 'MT',
    statute: 'Mont. Code § 1-1-216',
    source: '§ 1-1-216 as set out in a bill of 2021; § 13-1-104',
    // State officers are elected in even years, § 13-1-104(2).
    rows: [{ name: 'State general election day', on: 'tue after 1 mon nov', every: [2, 0] }],
  },
  {
    state: 'NV',
    statute: 'Nev. Rev. Stat. § 236.015',
    source: '§ 236.015, older copy and as set out in a bill of 1999; the state’s list for employees',
    rows: [
      { name: 'Nevada Day', on: 'last fri oct', from: '2000' },
      { name: 'Family Day', on: 'fri after 4 thu nov' },
    ],
  },
  {
    state: 'NM',
    statute: 'N.M. Stat. § 12-5-2',
    source: 'lists that cite § 12-5-2; the statute was not found',
    rows: [],
    leftOut: [
      {
        name: 'The day after Thanksgiving',
        reason: 'state offices keep Presidents’ Day then; the lists of § 12-5-2 do not name it',
      },
    ],
  },
  {
    state: 'OR',
    statute: 'Or. Rev. Stat. § 187.010',
    source: '§§ 187.010 and 187.020, copies of 2009, 2011 and today’s',
    rows: [],
    leftOut: [
      { name: 'The day after Thanksgiving', reason: 'a day off for state employees, no legal holiday' },
    ],
  },
  {
    state: 'UT',
    statute: 'Utah Code § 63G-1-301',
    source: '§ 63G-1-301, copies of 2010, 2022, 2025 and 2026; H.B. 238 of 2022',
    rows: [
      { name: 'Pioneer Day', on: 'jul 24', observed: 'fri-mon' },
      // Kept on the Monday on or before 19 June, or after it where that is a weekend: always the third Monday.
      { name: 'Juneteenth National Freedom Day', on: '3 mon jun', from: '2022' },
      // Added in 2026, after that year's Easter, subject to a subsection that was not read.
      { name: 'Good Friday', on: 'easter-2', from: '2027', confidence: 'unverified' },
    ],
  },
  {
    state: 'WA',
    statute: 'RCW 1.16.050',
    source: 'RCW 1.16.050 as amended by Laws of 2014, ch. 177, and Laws of 2021, ch. 295',
    rows: [
      { name: 'The day after Thanksgiving Day', on: 'fri after 4 thu nov', to: '2014-06-11' },
      { name: 'Native American Heritage Day', on: 'fri after 4 thu nov', from: '2014-06-12' },
    ],
    leftOut: [
      { name: 'Columbus Day', reason: 'recognised, and by the statute’s own words no legal holiday' },
    ],
  },
  {
    state: 'WY',
    statute: 'Wyo. Stat. § 8-4-101',
    source: '§ 8-4-101, older copy; §§ 8-4-103 and 8-4-107',
    rows: [],
    leftOut: [{ name: 'Wyoming Day, December 10', reason: 'observed in schools' }],
  },
];
