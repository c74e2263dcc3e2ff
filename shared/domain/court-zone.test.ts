import { expect, test } from 'vitest';
import {
  circuitOfCourt,
  courtPlace,
  courtZone,
  courtZones,
  districtCourts,
  regimeOfCourt,
  statesOfCourt,
  zonesOfState,
} from './court-zone.ts';

test.each([
  ['wawd', 'America/Los_Angeles'],
  ['nysd', 'America/New_York'],
  ['txsd', 'America/Chicago'],
  ['azd', 'America/Phoenix'],
  ['utd', 'America/Denver'],
  ['hid', 'Pacific/Honolulu'],
  ['flnd', null],
  ['txwd', null],
  ['miwd', 'America/New_York'],
  ['ndd', 'America/Chicago'],
  ['ca9', 'America/Los_Angeles'],
  ['cafc', 'America/New_York'],
  ['cit', 'America/New_York'],
  ['nowhere', null],
  ['', null],
])('the court %s keeps the time of %s', (court, zone) => {
  expect(courtZone(court)).toBe(zone);
});

test('every zone is one this runtime knows', () => {
  const named = [...districtCourts].map((court) => courtZone(court)).filter((zone) => zone !== null);
  expect(named).toHaveLength(86);
  const ofTwo = [...districtCourts].flatMap((court) => courtZones(court) ?? []);
  expect(ofTwo).toHaveLength(16);
  expect(named).toEqual(expect.arrayContaining(ofTwo));
  for (const zone of named)
    expect(() => new Intl.DateTimeFormat('en-US', { timeZone: zone }), zone).not.toThrow();
});

test('there are 94 district courts, in 50 states, the District of Columbia and four territories', () => {
  expect(districtCourts.size).toBe(94);
  expect(new Set([...districtCourts].flatMap((court) => statesOfCourt(court))).size).toBe(55);
});

test('every district court is reviewed by a circuit, and no other court is', () => {
  for (const court of districtCourts) expect(circuitOfCourt(court), court).not.toBeNull();
  expect(circuitOfCourt('ca9')).toBeNull();
  expect(circuitOfCourt('nowhere')).toBeNull();
});

test.each([
  ['wawd', 'ca9'],
  ['nmid', 'ca9'],
  ['nmd', 'ca10'],
  ['prd', 'ca1'],
  ['vid', 'ca3'],
  ['dcd', 'cadc'],
  ['mdd', 'ca4'],
  ['txsd', 'ca5'],
  ['flsd', 'ca11'],
])('%s is reviewed by %s', (court, circuit) => {
  expect(circuitOfCourt(court)).toBe(circuit);
});

test('an appeal counts the holidays of the district and of the circuit clerk’s state', () => {
  expect(statesOfCourt('wawd')).toEqual(['WA']);
  expect(statesOfCourt('wawd', 'ca9')).toEqual(['WA', 'CA']);
  expect(statesOfCourt('wawd', '9')).toEqual(['WA', 'CA']);
  expect(statesOfCourt('cand', 'ca9')).toEqual(['CA']);
  expect(statesOfCourt('ca5')).toEqual(['LA']);
  expect(statesOfCourt('nowhere')).toEqual([]);
});

test('a court that sits in two zones still has its state', () => {
  expect(courtPlace('txwd')).toEqual({ timezone: null, states: ['TX'] });
  expect(courtPlace('nmid')).toEqual({ timezone: 'Pacific/Saipan', states: ['MP'] });
  expect(courtPlace('nmd')).toEqual({ timezone: 'America/Denver', states: ['NM'] });
  expect(courtPlace('nowhere')).toEqual({ timezone: null, states: [] });
});

test.each([
  ['WA', 'America/Los_Angeles'],
  ['AZ', 'America/Phoenix'],
  ['MI', 'America/New_York'],
  ['PR', 'America/Puerto_Rico'],
  ['DC', 'America/New_York'],
  ['TX', null],
  ['FL', null],
  ['IN', null],
  ['ZZ', null],
])('the courthouses of %s keep the time of %s', (state, zone) => {
  expect(zonesOfState(state)).toBe(zone);
});

test('a bankruptcy court keeps the clock of its district', () => {
  expect(courtZone('wawb')).toBe('America/Los_Angeles');
  expect(courtZone('nysb')).toBe('America/New_York');
  expect(courtZone('bap10')).toBe('America/Denver');
  expect(courtZones('flnb')).toEqual(courtZones('flnd'));
  expect(courtZone('zzb')).toBeNull();
});

test.each([
  ['ca9', 'frap'],
  [' CADC ', 'frap'],
  ['wawd', 'frcp'],
  ['', 'frcp'],
])('in a matter of “%s” a period counts by the method of %s', (court, regime) => {
  expect(regimeOfCourt(court)).toBe(regime);
});
