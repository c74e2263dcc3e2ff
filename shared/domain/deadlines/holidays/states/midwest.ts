import type { StateTable } from '../holiday-row.ts';

/** From Ohio to the Dakotas and Kansas. */
export const midwest: readonly StateTable[] = [
  {
    state: 'IL',
    statute: '205 ILCS 630/17(a)',
    source:
      '205 ILCS 630/17(a), current copy and of 2011; 5 ILCS 490/60; 10 ILCS 5/1-6 and 5/17-25; a law review’s note on practice',
    // On Good Friday and Pulaski's birthday the state's offices are open.
    rows: [
      { name: "Lincoln's Birthday", on: 'feb 12', observed: 'mon', cite: '5 ILCS 490/60' },
      { name: "Casimir Pulaski's Birthday", on: '1 mon mar', confidence: 'secondary' },
      { name: 'Good Friday', on: 'easter-2', confidence: 'secondary' },
      { name: 'General Election Day', on: 'tue after 1 mon nov', every: [2, 0] },
    ],
  },
  {
    state: 'IN',
    statute: 'Ind. Code § 1-1-9-1',
    source: 'the first lines of § 1-1-9-1 as set out in a bill of 2000; the state’s list of 2019',
    // There are municipal elections in the year before a presidential one, and none in the year after.
    rows: [
      { name: 'Good Friday', on: 'easter-2', confidence: 'secondary' },
      {
        name: 'Primary election day',
        on: 'tue after 1 mon may',
        every: [2, 0],
        to: '2019',
        confidence: 'secondary',
      },
      {
        name: 'Primary election day',
        on: 'tue after 1 mon may',
        every: [2, 0],
        from: '2021',
        confidence: 'secondary',
      },
      { name: 'Primary election day', on: 'tue after 1 mon may', every: [4, 3], confidence: 'secondary' },
      { name: 'General election day', on: 'tue after 1 mon nov', every: [2, 0], confidence: 'secondary' },
      { name: 'General election day', on: 'tue after 1 mon nov', every: [4, 3], confidence: 'secondary' },
      {
        name: "Lincoln's Birthday (observed)",
        on: 'fri after 4 thu nov',
        from: '2010',
        confidence: 'secondary',
      },
    ],
    leftOut: [
      { name: "Lincoln's Birthday, February 12", reason: 'the Governor has it kept on another day' },
      {
        name: 'The day kept for Washington’s Birthday in December',
        reason: 'named by the Governor year by year',
      },
      { name: 'The primary of 2020', reason: 'held on another day' },
    ],
  },
  {
    state: 'IA',
    statute: 'Iowa Code § 1C.1',
    source: '§ 1C.1 (copy of 2001); § 1C.2 (copies of 2001 and 2024)',
    rows: [{ name: "Lincoln's Birthday", on: 'feb 12', confidence: 'secondary' }],
    leftOut: [
      { name: 'Friday after Thanksgiving', reason: 'a paid day off, § 1C.2, no legal public holiday' },
    ],
  },
  {
    state: 'KS',
    statute: 'Kan. Stat. § 35-107',
    source: '§ 35-107 as in force since 2006',
    rows: [],
    leftOut: [{ name: 'Days of the law before 2006', reason: 'not read' }],
  },
  {
    state: 'MI',
    statute: 'Mich. Comp. Laws § 435.101',
    source: '§ 435.101, current copy; a summary of § 435.102',
    // A public holiday also for the holding of courts, yet offices and courts are open.
    rows: [{ name: "Lincoln's Birthday", on: 'feb 12', observed: 'mon', confidence: 'secondary' }],
    leftOut: [
      {
        name: 'The day after Thanksgiving, December 24 and 31, General Election Day',
        reason: 'not in § 435.101; days off for state employees',
      },
    ],
  },
  {
    state: 'MN',
    statute: 'Minn. Stat. § 645.44, subd. 5',
    source: 'subd. 5 as set out in a bill of 2022; Minn. Gen. R. Prac. 354.03',
    // A holiday of the executive branch; other branches may choose it, and the courts did.
    rows: [{ name: 'Friday after Thanksgiving', on: 'fri after 4 thu nov', confidence: 'secondary' }],
  },
  {
    state: 'MO',
    statute: 'Mo. Rev. Stat. § 9.010',
    source: '§ 9.010, older copy and as set out in a bill of 2010',
    rows: [
      { name: 'Lincoln Day', on: 'feb 12', observed: 'mon' },
      { name: 'Truman Day', on: 'may 8', observed: 'mon' },
    ],
  },
  {
    state: 'NE',
    statute: 'Neb. Rev. Stat. §§ 25-2221, 62-301',
    source: '§ 62-301, current copy; the Judicial Branch’s list that cites § 25-2221',
    rows: [
      { name: 'Arbor Day', on: 'last fri apr' },
      { name: 'The day after Thanksgiving', on: 'fri after 4 thu nov' },
    ],
  },
  {
    state: 'ND',
    statute: 'N.D. Cent. Code § 1-03-01',
    source: '§§ 1-03-01 to 1-03-02.1, copy of 2010',
    rows: [{ name: 'Good Friday', on: 'easter-2' }],
    leftOut: [{ name: 'December 24 from noon', reason: 'part of a day' }],
  },
  {
    state: 'OH',
    statute: 'Ohio Rev. Code § 1.14',
    source: '§ 1.14 as restated by city codes',
    rows: [],
  },
  {
    state: 'SD',
    statute: 'S.D. Codified Laws § 1-5-1',
    source: '§ 1-5-1, copies before and after 2022',
    rows: [],
    leftOut: [{ name: 'Statehood Day, November 2', reason: 'a working holiday, § 1-5-1.3' }],
  },
  {
    state: 'WI',
    statute: 'Wis. Stat. § 995.20',
    source: '§ 995.20 as set out in a bill of 2009 and a later copy in part',
    rows: [
      { name: 'September primary election day', on: '2 tue sep', every: [2, 0], to: '2010' },
      {
        name: 'Partisan primary election day',
        on: '2 tue aug',
        every: [2, 0],
        from: '2012',
        confidence: 'secondary',
      },
      { name: 'General election day', on: 'tue after 1 mon nov', every: [2, 0] },
    ],
    leftOut: [
      { name: 'Good Friday, 11 a.m. to 3 p.m.', reason: 'part of a day' },
      {
        name: 'January 15',
        reason: 'Martin Luther King’s day until it was moved to the third Monday; when was not read',
      },
    ],
  },
];
