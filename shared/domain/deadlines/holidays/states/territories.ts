import type { StateTable } from '../holiday-row.ts';

/** The territories that have a federal district court. */
export const territories: readonly StateTable[] = [
  {
    state: 'GU',
    statute: '1 Guam Code § 1000',
    source: 'the Waterworks Authority’s list; news of 2019 and 2020; the statute was not found',
    rows: [
      { name: 'Guam History and Chamorro Heritage Day', on: '1 mon mar', confidence: 'secondary' },
      { name: 'Liberation Day', on: 'jul 21', confidence: 'secondary' },
      { name: "All Souls' Day", on: 'nov 2', confidence: 'secondary' },
      { name: 'Our Lady of Camarin Day', on: 'dec 8', confidence: 'secondary' },
    ],
    leftOut: [{ name: 'Good Friday', reason: 'a day off for the government’s employees; no statute found' }],
  },
  {
    state: 'MP',
    statute: '1 N. Mar. I. Code § 311',
    source: 'the government’s lists of 2021 and 2022, which cite § 311 and P.L. 15-4',
    rows: [
      {
        name: 'Commonwealth Covenant Day',
        on: 'mar 24',
        observed: 'fri-mon',
        from: '2007',
        confidence: 'secondary',
      },
      { name: 'Good Friday', on: 'easter-2', from: '2007', confidence: 'secondary' },
      { name: 'Citizenship Day', on: 'nov 4', observed: 'fri-mon', from: '2007', confidence: 'secondary' },
      { name: 'Constitution Day', on: 'dec 8', observed: 'fri-mon', from: '2007', confidence: 'secondary' },
    ],
    leftOut: [{ name: 'Days of the law before 2007', reason: 'not read' }],
  },
  {
    state: 'PR',
    statute: '1 L.P.R.A. § 71',
    source:
      'the Chamber of Commerce on article 387 of the Political Code; lists of holidays; the statute was not found',
    rows: [
      { name: 'Three Kings Day', on: 'jan 6', observed: 'mon', confidence: 'secondary' },
      { name: 'American Citizenship Day', on: 'mar 2', from: '2018', confidence: 'unverified' },
      { name: 'Abolition of Slavery', on: 'mar 22', observed: 'mon', confidence: 'secondary' },
      { name: 'Good Friday', on: 'easter-2', confidence: 'secondary' },
      { name: 'Constitution Day', on: 'jul 25', observed: 'mon', confidence: 'secondary' },
      { name: 'General Election Day', on: 'tue after 1 mon nov', every: [4, 0], confidence: 'secondary' },
      { name: 'Discovery of Puerto Rico', on: 'nov 19', observed: 'mon', confidence: 'secondary' },
    ],
    leftOut: [
      {
        name: 'Birthdays of Hostos, de Diego, Muñoz Rivera and Barbosa',
        reason: 'in older lists; whether they are still the law was not read',
      },
    ],
  },
  {
    state: 'VI',
    statute: 'V.I. Code tit. 1, § 171',
    source: 'lists of holidays and news of 1999 and 2011; the statute was not found',
    rows: [
      { name: 'Three Kings Day', on: 'jan 6', confidence: 'secondary' },
      { name: 'Transfer Day', on: 'mar 31', confidence: 'secondary' },
      { name: 'Holy Thursday', on: 'easter-3', confidence: 'secondary' },
      { name: 'Good Friday', on: 'easter-2', confidence: 'secondary' },
      { name: 'Easter Monday', on: 'easter+1', confidence: 'secondary' },
      { name: 'Emancipation Day', on: 'jul 3', confidence: 'secondary' },
      { name: 'Liberty Day', on: 'nov 1', confidence: 'secondary' },
      { name: 'Christmas Second Day', on: 'dec 26', confidence: 'secondary' },
    ],
  },
];
