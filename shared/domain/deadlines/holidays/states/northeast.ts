import type { StateTable } from '../holiday-row.ts';

/** New England and the Middle Atlantic states, with Delaware, Maryland and the District of Columbia. */
export const northeast: readonly StateTable[] = [
  {
    state: 'CT',
    statute: 'Conn. Gen. Stat. § 1-4',
    source: '§ 1-4, current copy',
    rows: [
      { name: 'Lincoln Day', on: 'feb 12', observed: 'fri-mon' },
      // A holiday as a day of fasting or religious observance that the Governor appoints each year.
      { name: 'Good Friday', on: 'easter-2', confidence: 'secondary' },
    ],
  },
  {
    state: 'DE',
    statute: 'Del. Code tit. 1, § 501',
    source: '§ 501, older copy; the state’s list of 2016',
    rows: [
      { name: 'Good Friday', on: 'easter-2' },
      { name: 'General Election Day', on: 'tue after 1 mon nov', every: [2, 0] },
      { name: 'The Friday following Thanksgiving Day', on: 'fri after 4 thu nov' },
    ],
    leftOut: [{ name: 'Return Day', reason: 'Sussex County, after noon' }],
  },
  {
    state: 'DC',
    statute: 'D.C. Code § 28-2701',
    source: '§ 28-2701 (copy of 2012); § 1-612.02, current copy',
    rows: [
      {
        name: 'District of Columbia Emancipation Day',
        on: 'apr 16',
        observed: 'fri-mon',
        from: '2007',
        cite: 'D.C. Code §§ 28-2701, 1-612.02(a)(11)',
      },
      {
        // § 28-2701 makes it a holiday for all purposes; federal law does not, so a court may see it either way.
        name: 'Inauguration Day',
        on: 'jan 20',
        observed: 'mon',
        every: [4, 1],
        confidence: 'secondary',
      },
    ],
  },
  {
    state: 'ME',
    statute: 'Me. Rev. Stat. tit. 4, § 1051',
    source: '§ 1051 as enacted by P.L. 2021, ch. 140, and an older copy',
    rows: [{ name: "Patriot's Day", on: '3 mon apr' }],
    leftOut: [{ name: 'The day after Thanksgiving', reason: 'not in § 1051; a day off for state employees' }],
  },
  {
    state: 'MD',
    statute: 'Md. Code, Gen. Prov. § 1-111',
    source: '§ 1-111, current copy; its forerunner, Art. 1, § 27',
    rows: [
      { name: "Lincoln's Birthday", on: 'feb 12', observed: 'mon', confidence: 'secondary' },
      { name: 'Maryland Day', on: 'mar 25', observed: 'mon', confidence: 'secondary' },
      { name: 'Good Friday', on: 'easter-2', confidence: 'secondary' },
      { name: "Defenders' Day", on: 'sep 12', observed: 'mon', confidence: 'secondary' },
      { name: 'Statewide general election day', on: 'tue after 1 mon nov', every: [2, 0] },
      { name: 'American Indian Heritage Day', on: 'fri after 4 thu nov', from: '2008' },
    ],
  },
  {
    state: 'MA',
    statute: 'Mass. Gen. Laws ch. 4, § 7, cl. 18',
    source: 'cl. 18 as quoted in 2013; ch. 136, § 12; the Trial Court’s lists of 2015 and 2016',
    rows: [{ name: "Patriots' Day", on: '3 mon apr' }],
    leftOut: [
      { name: 'Evacuation Day, March 17', reason: 'Suffolk County only, and courts stay open' },
      { name: 'Bunker Hill Day, June 17', reason: 'Suffolk County only, and courts stay open' },
    ],
  },
  {
    state: 'NH',
    statute: 'N.H. Rev. Stat. § 288:1',
    source: '§ 288:1 as set out in bills of 2023 and 2025',
    rows: [{ name: 'Biennial election day', on: 'tue after 1 mon nov', every: [2, 0] }],
    leftOut: [{ name: 'The day after Thanksgiving', reason: 'not in § 288:1' }],
  },
  {
    state: 'NJ',
    statute: 'N.J. Stat. § 36:1-1',
    source:
      '§ 36:1-1(b)–(d) and § 11A:6-24.1(a)(1)–(11), current copies; the titles of § 36:1-1.2 and of a bill of 2020',
    rows: [
      { name: 'Good Friday', on: 'easter-2', cite: 'N.J. Stat. §§ 36:1-1, 11A:6-24.1(a)(4)' },
      {
        name: 'Juneteenth Day',
        on: '3 fri jun',
        from: '2021',
        cite: 'N.J. Stat. §§ 36:1-1, 11A:6-24.1(a)(6)',
      },
      { name: 'General Election Day', on: 'tue after 1 mon nov', confidence: 'secondary' },
    ],
    leftOut: [
      {
        name: "Lincoln's Birthday",
        reason: 'no holiday for the state’s business, § 36:1-1(d); offices are open',
      },
    ],
  },
  {
    state: 'NY',
    statute: 'N.Y. Gen. Constr. Law § 24',
    source: '§ 24 as of 2004 and as amended in 2020',
    rows: [
      { name: "Lincoln's Birthday", on: 'feb 12', observed: 'mon' },
      { name: 'General Election Day', on: 'tue after 1 mon nov' },
    ],
    leftOut: [{ name: 'Flag Day', reason: 'always a Sunday' }],
  },
  {
    state: 'PA',
    statute: '44 P.S. § 11',
    source: 'the statute was not found; holidays of the appellate courts’ staff for 2007 and 2008',
    rows: [
      { name: 'Good Friday', on: 'easter-2', confidence: 'unverified' },
      { name: 'Flag Day', on: 'jun 14', confidence: 'unverified' },
      { name: 'Election Day', on: 'tue after 1 mon nov', confidence: 'unverified' },
    ],
    leftOut: [
      { name: 'The day after Thanksgiving', reason: 'a day off by order of the courts, no statute found' },
    ],
  },
  {
    state: 'RI',
    statute: 'R.I. Gen. Laws § 25-1-1',
    source: '§ 25-1-1, copies of 2010 and later',
    rows: [
      { name: 'Rhode Island Independence Day', on: 'may 4', observed: 'mon', confidence: 'secondary' },
      { name: 'Victory Day', on: '2 mon aug' },
      { name: 'Election Day', on: 'tue after 1 mon nov', every: [2, 0] },
      // State employees keep a Saturday's holiday on Monday, where federal law keeps it on Friday.
      { name: "New Year's Day", on: 'jan 1', observed: 'mon-mon', confidence: 'secondary' },
      { name: 'Independence Day', on: 'jul 4', observed: 'mon-mon', confidence: 'secondary' },
      { name: "Veterans' Day", on: 'nov 11', observed: 'mon-mon', confidence: 'secondary' },
      { name: 'Christmas Day', on: 'dec 25', observed: 'mon-mon', confidence: 'secondary' },
    ],
  },
  {
    state: 'VT',
    statute: 'Vt. Stat. tit. 1, § 371',
    source: '§ 371, current copy and an older one',
    rows: [
      { name: 'Town Meeting Day', on: '1 tue mar' },
      { name: 'Bennington Battle Day', on: 'aug 16', observed: 'fri-mon' },
    ],
    leftOut: [
      {
        name: "Lincoln's Birthday",
        reason: 'in an older copy of § 371, no more in the current one; end unknown',
      },
    ],
  },
];
