import type { StateTable } from '../holiday-row.ts';

/** The South, from Virginia and Kentucky to Texas and Oklahoma. */
export const south: readonly StateTable[] = [
  {
    state: 'AL',
    statute: 'Ala. Code § 1-3-8',
    source: '§ 1-3-8, copy before Juneteenth; the state archives’ list of 2014',
    rows: [
      { name: 'Confederate Memorial Day', on: '4 mon apr' },
      { name: "Jefferson Davis' Birthday", on: '1 mon jun' },
    ],
    leftOut: [{ name: 'Mardi Gras', reason: 'Mobile and Baldwin Counties only' }],
  },
  {
    state: 'AR',
    statute: 'Ark. Code § 1-5-101',
    source: '§ 1-5-101, copies of 2010 and 2018; § 1-5-106',
    rows: [{ name: 'Christmas Eve', on: 'dec 24', observed: 'fri-mon' }],
    leftOut: [
      { name: 'Good Friday and other memorial days', reason: 'expressly no legal holidays, § 1-5-106' },
    ],
  },
  {
    state: 'FL',
    statute: 'Fla. Stat. § 683.01',
    source: '§ 683.01, copies of 2012 and 2024; § 110.117(1), copies of 2023 and 2025',
    // § 683.01 makes these days legal and public holidays; state offices keep only those of § 110.117.
    rows: [
      { name: 'Birthday of Martin Luther King, Jr.', on: 'jan 15', observed: 'mon', confidence: 'secondary' },
      { name: 'Birthday of Robert E. Lee', on: 'jan 19', observed: 'mon', confidence: 'secondary' },
      { name: "Lincoln's Birthday", on: 'feb 12', observed: 'mon', confidence: 'secondary' },
      { name: "Susan B. Anthony's Birthday", on: 'feb 15', observed: 'mon', confidence: 'secondary' },
      {
        name: 'Tuskegee Airmen Commemoration Day',
        on: '4 thu mar',
        from: '2025',
        confidence: 'secondary',
      },
      { name: 'Good Friday', on: 'easter-2', confidence: 'secondary' },
      { name: 'Pascua Florida Day', on: 'apr 2', observed: 'mon', confidence: 'secondary' },
      { name: 'Confederate Memorial Day', on: 'apr 26', observed: 'mon', confidence: 'secondary' },
      { name: 'Birthday of Jefferson Davis', on: 'jun 3', observed: 'mon', confidence: 'secondary' },
      { name: 'Flag Day', on: 'jun 14', observed: 'mon', confidence: 'secondary' },
      { name: 'General Election Day', on: 'tue after 1 mon nov', every: [2, 0], confidence: 'secondary' },
      { name: 'Friday after Thanksgiving', on: 'fri after 4 thu nov', cite: 'Fla. Stat. § 110.117(1)(h)' },
    ],
    leftOut: [
      { name: 'Shrove Tuesday, Gasparilla Day, DeSoto Day', reason: 'in some counties only' },
      { name: 'Rosh Hashanah, Yom Kippur', reason: 'where a chief circuit judge says so, § 683.19' },
    ],
  },
  {
    state: 'GA',
    statute: 'Ga. Code § 1-4-1',
    source: '§ 1-4-1, copies of 2010 and 2022; the state’s lists of 2024 and 2025',
    rows: [
      { name: 'State Holiday', on: 'mar 29', from: '2024', to: '2024', confidence: 'secondary' },
      { name: 'State Holiday', on: 'apr 18', from: '2025', to: '2025', confidence: 'secondary' },
      { name: 'State Holiday', on: 'fri after 4 thu nov', confidence: 'secondary' },
      {
        name: "Washington's Birthday (observed)",
        on: 'dec 24',
        from: '2024',
        to: '2024',
        confidence: 'secondary',
      },
      {
        name: "Washington's Birthday (observed)",
        on: 'dec 26',
        from: '2025',
        to: '2025',
        confidence: 'secondary',
      },
    ],
    leftOut: [
      {
        name: 'The spring holiday and the day kept for Washington’s Birthday, in years other than 2024 and 2025',
        reason: 'named by the Governor year by year',
      },
    ],
  },
  {
    state: 'KY',
    statute: 'Ky. Rev. Stat. § 2.110',
    source: '§§ 2.110 and 18A.190, current copies',
    // On the days of § 2.110 public offices may close; on those of § 18A.190 they must.
    rows: [
      { name: 'Robert E. Lee Day', on: 'jan 19', confidence: 'secondary' },
      { name: 'Franklin D. Roosevelt Day', on: 'jan 30', confidence: 'secondary' },
      { name: "Lincoln's Birthday", on: 'feb 12', confidence: 'secondary' },
      { name: 'Confederate Memorial Day and Jefferson Davis Day', on: 'jun 3', confidence: 'secondary' },
      {
        name: 'Presidential election day',
        on: 'tue after 1 mon nov',
        every: [4, 0],
        cite: 'Ky. Rev. Stat. § 18A.190(1)(h)',
      },
      {
        name: 'The day after Thanksgiving',
        on: 'fri after 4 thu nov',
        cite: 'Ky. Rev. Stat. § 18A.190(1)(i)',
        confidence: 'secondary',
      },
    ],
    leftOut: [
      { name: 'Good Friday', reason: 'half a day' },
      {
        name: 'An extra day each for Christmas and New Year',
        reason: 'named by the Governor year by year',
      },
    ],
  },
  {
    state: 'LA',
    statute: 'La. Rev. Stat. § 1:55(A)',
    source: '§ 1:55(A)(1), copies of 2018 and after 2022; § 1:55(B) and (E) as quoted by clerks of court',
    rows: [
      { name: 'Battle of New Orleans', on: 'jan 8', confidence: 'secondary' },
      { name: 'Robert E. Lee Day', on: 'jan 19', to: '2022-07-31', confidence: 'secondary' },
      {
        name: 'Mardi Gras',
        on: 'easter-47',
        to: '2022',
        cite: 'La. Rev. Stat. § 1:55(B)',
        confidence: 'secondary',
      },
      { name: 'Mardi Gras', on: 'easter-47', from: '2023' },
      { name: 'Good Friday', on: 'easter-2' },
      { name: 'Confederate Memorial Day', on: 'jun 3', to: '2022-07-31', confidence: 'secondary' },
      { name: 'Huey P. Long Day', on: 'aug 30', confidence: 'secondary' },
      { name: "All Saints' Day", on: 'nov 1' },
      {
        name: 'General Election Day',
        on: 'tue after 1 mon nov',
        every: [2, 0],
        cite: 'La. Rev. Stat. § 1:55(B)(1)(a)',
        confidence: 'secondary',
      },
      {
        name: 'The day after Thanksgiving',
        on: 'fri after 4 thu nov',
        cite: 'La. Rev. Stat. § 1:55(E)(1)(a)',
        confidence: 'secondary',
      },
    ],
    leftOut: [
      {
        name: 'Christmas Eve, New Year’s Eve',
        reason: 'closings of clerks’ offices, § 1:55(E), no legal holidays',
      },
      { name: 'Inauguration Day', reason: 'Baton Rouge only' },
    ],
  },
  {
    state: 'MS',
    statute: 'Miss. Code § 3-3-7',
    source: '§ 3-3-7, copy of 2023; bills of 2003, 2023 and 2024',
    rows: [{ name: 'Confederate Memorial Day', on: 'last mon apr' }],
    leftOut: [{ name: 'Mardi Gras', reason: 'where a county or city declares it' }],
  },
  {
    state: 'NC',
    statute: 'N.C. Gen. Stat. § 103-4',
    source: '§ 103-4, copies of 2010 and 2022; the Judicial Branch’s lists of 2025 and 2026',
    // State offices and courts keep Good Friday; on the other days they are open.
    rows: [
      { name: "Robert E. Lee's Birthday", on: 'jan 19', observed: 'mon', confidence: 'secondary' },
      { name: 'Greek Independence Day', on: 'mar 25', observed: 'mon', confidence: 'secondary' },
      {
        name: 'Anniversary of signing of Halifax Resolves',
        on: 'apr 12',
        observed: 'mon',
        confidence: 'secondary',
      },
      { name: 'Good Friday', on: 'easter-2' },
      { name: 'Confederate Memorial Day', on: 'may 10', observed: 'mon', confidence: 'secondary' },
      {
        name: 'Anniversary of Mecklenburg Declaration of Independence',
        on: 'may 20',
        observed: 'mon',
        confidence: 'secondary',
      },
      { name: 'General Election Day', on: 'tue after 1 mon nov', every: [2, 0], confidence: 'secondary' },
    ],
    leftOut: [
      { name: 'Yom Kippur', reason: 'by the Hebrew calendar; offices are open' },
      { name: 'The day after Thanksgiving, days about Christmas', reason: 'not in § 103-4' },
    ],
  },
  {
    state: 'OK',
    statute: 'Okla. Stat. tit. 25, § 82.1',
    source: '§ 82.1 as set out in bills of 2023 and 2025 and an older copy; the Governor’s order for 2015',
    rows: [{ name: 'The day after Thanksgiving Day', on: 'fri after 4 thu nov' }],
    leftOut: [{ name: 'Days about Christmas', reason: 'named by the Governor’s order year by year' }],
  },
  {
    state: 'SC',
    statute: 'S.C. Code § 53-5-10',
    source: '§ 53-5-10, current copy with its history; what is kept for a weekend’s holiday was not read',
    rows: [
      {
        name: 'Confederate Memorial Day',
        on: 'may 10',
        observed: 'mon',
        from: '2000-05-02',
        keptConfidence: 'secondary',
      },
      { name: 'The day after National Thanksgiving Day', on: 'fri after 4 thu nov' },
      { name: 'Christmas Eve', on: 'dec 24', from: '2009-06-02' },
      { name: 'Day after Christmas', on: 'dec 26', observed: 'mon', keptConfidence: 'secondary' },
    ],
  },
  {
    state: 'TN',
    statute: 'Tenn. Code § 15-1-101',
    source: '§ 15-1-101, copy of 2024; the County Technical Assistance Service on it',
    rows: [
      { name: 'Good Friday', on: 'easter-2' },
      { name: 'County election day', on: '1 thu aug', every: [2, 0], confidence: 'secondary' },
      { name: 'General Election Day', on: 'tue after 1 mon nov', every: [2, 0], confidence: 'secondary' },
    ],
    leftOut: [
      { name: 'The day after Thanksgiving', reason: 'no legal holiday: Wright v. Blalock' },
      { name: 'Presidential primary day', reason: 'its date changes' },
    ],
  },
  {
    state: 'TX',
    statute: 'Tex. Gov’t Code §§ 662.003(b), 662.021',
    source: '§ 662.003, copies of 2005 and 2021; § 662.004; § 662.021 as set out in a bill of 2021',
    // § 662.021 makes the first six of § 662.003(b) legal holidays, whether or not an agency must be staffed.
    rows: [
      { name: 'Confederate Heroes Day', on: 'jan 19' },
      { name: 'Texas Independence Day', on: 'mar 2' },
      { name: 'San Jacinto Day', on: 'apr 21' },
      { name: 'Emancipation Day in Texas', on: 'jun 19' },
      { name: 'Lyndon Baines Johnson Day', on: 'aug 27' },
      { name: 'Friday after Thanksgiving Day', on: 'fri after 4 thu nov' },
      {
        name: 'Christmas Eve',
        on: 'dec 24',
        cite: 'Tex. Gov’t Code § 662.003(b)(7)',
        confidence: 'secondary',
      },
      {
        name: 'Day after Christmas',
        on: 'dec 26',
        cite: 'Tex. Gov’t Code § 662.003(b)(8)',
        confidence: 'secondary',
      },
    ],
    leftOut: [
      {
        name: 'Rosh Hashanah, Yom Kippur, Good Friday, Cesar Chavez Day',
        reason: 'optional, §§ 662.003(c), 662.013',
      },
    ],
  },
  {
    state: 'VA',
    statute: 'Va. Code § 2.2-3300',
    source: 'the first half of § 2.2-3300, current copy; lists that cite it (2017); news of H.B. 108 of 2020',
    rows: [
      {
        name: 'Lee-Jackson Day',
        on: 'fri before 3 mon jan',
        from: '2001',
        to: '2020',
        confidence: 'secondary',
      },
      { name: 'Election Day', on: 'tue after 1 mon nov', from: '2020-07-01', confidence: 'secondary' },
      { name: 'Friday after Thanksgiving', on: 'fri after 4 thu nov', confidence: 'secondary' },
    ],
  },
  {
    state: 'WV',
    statute: 'W. Va. Code § 2-2-1',
    source: '§ 2-2-1, current copy, copy of 2015 and as set out in a bill of 2005',
    rows: [
      { name: 'Primary election day', on: '2 tue may', every: [2, 0], to: '2018', confidence: 'secondary' },
      { name: 'Primary election day', on: '2 tue may', every: [2, 0], from: '2022', confidence: 'secondary' },
      { name: 'West Virginia Day', on: 'jun 20', observed: 'fri-mon' },
      { name: 'General election day', on: 'tue after 1 mon nov', every: [2, 0] },
      { name: "Lincoln's Day", on: 'fri after 4 thu nov', from: '2015' },
    ],
    leftOut: [
      { name: 'The primary of 2020', reason: 'held on another day' },
      {
        name: "Lincoln's Birthday, February 12",
        reason: 'until it was moved to November; when was not read',
      },
      { name: 'Halves of December 24 and 31', reason: 'parts of days' },
    ],
  },
];
