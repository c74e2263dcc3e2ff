import type { StateTable } from './holiday-row.ts';

/** New England and the Middle Atlantic states, with Delaware, Maryland and the District of Columbia. */
export const northeast: readonly StateTable[] = [
  {
    state: 'DC',
    statute: 'D.C. Code § 28-2701',
    source: 'D.C. Code §§ 28-2701 (copy of 2012), 1-612.02 (current copy)',
    rows: [
      {
        name: 'District of Columbia Emancipation Day',
        on: 'apr 16',
        observed: 'fri-mon',
        from: '2007',
        cite: 'D.C. Code §§ 28-2701, 1-612.02(a)(11)',
        confidence: 'confirmed',
      },
      {
        // § 28-2701 makes it a holiday "for all purposes"; federal law does not, so a court may see it either way.
        name: 'Inauguration Day',
        on: 'jan 20',
        observed: 'mon',
        every: [4, 1],
        cite: 'D.C. Code § 28-2701',
        confidence: 'secondary',
      },
    ],
  },
  {
    state: 'MA',
    statute: 'Mass. Gen. Laws ch. 4, § 7, cl. 18',
    source: 'ch. 4, § 7, cl. 18 as quoted in 2013; ch. 136, § 12; the Trial Court’s list of 2015 and 2016',
    rows: [
      {
        name: "Patriots' Day",
        on: '3 mon apr',
        observed: 'none',
        cite: 'Mass. Gen. Laws ch. 4, § 7, cl. 18',
        confidence: 'confirmed',
      },
    ],
    leftOut: [
      { name: 'Evacuation Day (17 March)', reason: 'Suffolk County only; courts stay open' },
      { name: 'Bunker Hill Day (17 June)', reason: 'Suffolk County only; courts stay open' },
    ],
  },
  {
    state: 'NY',
    statute: 'N.Y. Gen. Constr. Law § 24',
    source: '§ 24 as of 2004 and as amended in 2020',
    rows: [
      {
        name: "Lincoln's Birthday",
        on: 'feb 12',
        observed: 'mon',
        cite: 'N.Y. Gen. Constr. Law § 24',
        confidence: 'confirmed',
      },
      {
        name: 'General Election Day',
        on: 'tue after 1 mon nov',
        observed: 'none',
        cite: 'N.Y. Gen. Constr. Law § 24',
        confidence: 'confirmed',
      },
    ],
    leftOut: [{ name: 'Flag Day', reason: 'always a Sunday' }],
  },
];
