import { expect, it } from 'vitest';
import type { DocketParty } from '../../../../shared/model/docket.ts';
import { groupParties } from './party-groups.ts';

const attorney = (name: string, contact: string) => ({
  name,
  contact,
  email: '',
  phone: '',
  roles: [],
  terminatedOn: null,
});
const parties: readonly DocketParty[] = [
  {
    name: 'Fairwater LLC',
    role: 'Plaintiff',
    details: '',
    terminatedOn: null,
    attorneys: [attorney('Orla Quill', 'Quill & Marsh\n12 Harbor Row')],
  },
  {
    name: 'Northgate Hosting, Inc.',
    role: 'Defendant',
    details: 'a Delaware corporation',
    terminatedOn: null,
    attorneys: [],
  },
  { name: 'José Peñalver', role: 'Plaintiff', details: '', terminatedOn: null, attorneys: [] },
];
const namesOf = (filter: string) =>
  groupParties(parties, filter).map(({ role, parties: group }) => [role, group.map(({ name }) => name)]);

it('parties stand by role, in the order of the docket sheet', () => {
  expect(namesOf('')).toEqual([
    ['Plaintiff', ['Fairwater LLC', 'José Peñalver']],
    ['Defendant', ['Northgate Hosting, Inc.']],
  ]);
});

it('parties are found by their names, what is said of them, and their attorneys', () => {
  expect(namesOf('penalver')).toEqual([['Plaintiff', ['José Peñalver']]]);
  expect(namesOf('delaware defendant')).toEqual([['Defendant', ['Northgate Hosting, Inc.']]]);
  expect(namesOf('quill harbor')).toEqual([['Plaintiff', ['Fairwater LLC']]]);
  expect(namesOf('nobody')).toEqual([]);
});
