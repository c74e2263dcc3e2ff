import { expect, test } from 'vitest';
import { findIdentifiers, maskIdentifier } from '../index.ts';

/** What is found in a text, and what of it may stay. */
const found = (text: string) =>
  findIdentifiers(text).map(({ kind, start, end, keep }) => [
    kind,
    text.slice(start, end),
    keep && text.slice(keep.start, keep.end),
  ]);

test.each([
  ['nacido el 3 de mayo de 1988', '3 de mayo de 1988'],
  ['nacida en Guadalajara el 3 de mayo del 1988', '3 de mayo del 1988'],
  ['nació el 1º de enero de 1988', '1º de enero de 1988'],
  ['nacio\u0301 el 03/05/1988', '03/05/1988'],
  ['Fecha de nacimiento: 3 de mayo de 1988', '3 de mayo de 1988'],
  ['Fecha nac.: 03-05-1988', '03-05-1988'],
  ['F. de Nac. 3/5/1988', '3/5/1988'],
  ['b. 3/14/1988', '3/14/1988'],
  ['Jane Roe\nb. March 14, 1988\nSeattle', 'March 14, 1988'],
  ['PLAINTIFFDOB: 3/14/1988', '3/14/1988'],
])('a birth date with its year: %j', (text, date) => {
  expect(found(text)).toEqual([['birthDate', date, '1988']]);
});

test.each([
  ['She was born on March 14.', 'March 14'],
  ['born on or about the 14th of March', '14th of March'],
  ['Her birthday is March 14th, and', 'March 14th'],
  ['on her birthday, March 14, she', 'March 14'],
  ['DOB: 3/14', '3/14'],
  ['date of birth March 14', 'March 14'],
  ['nacida el 3 de mayo', '3 de mayo'],
  ['cumpleaños: 3 de mayo', '3 de mayo'],
])('a birth date without its year, of which nothing may stay: %j', (text, date) => {
  expect(found(text)).toEqual([['birthDate', date, null]]);
});

test('of a birth date without its year nothing is shown', () => {
  const text = 'born on March 14';
  expect(findIdentifiers(text).map((one) => maskIdentifier(one, text).masked)).toEqual(['…']);
});

test.each([
  'a. 3/1/2024\nb. 3/14/2024\nc. 3/20/2024',
  'b. 3/14/2024 Motion to dismiss',
  'Section b. 3/14/2024 hearing',
  'Subsection b. March 14, 2024',
  'el 3 de mayo de 2024 se presentó',
  'nacido en México',
  'born of 1/2 ownership',
  'the birthday party, held on March 14',
  'The DOB field was empty. Filed 3/14.',
  'born on the Fourth of July',
  'Lincoln’s Birthday, February 12',
])('no birth date: %j', (text) => {
  expect(found(text)).toEqual([]);
});
