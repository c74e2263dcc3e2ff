import { expect, test } from 'vitest';
import { missingDetail, strayDetail, timeBeforeOrder, unclearTimes } from './check-event.ts';
import { orderWarnings } from './order-of-events.ts';
import { events, type GivenEvent } from './testing/request.ts';

const one = (...given: GivenEvent) => events(given)[0]!;

test.each([
  [one('motion_served', '2021-01-11', { service: 'hand' }), 'time of service'],
  [one('motion_served', '2021-01-11T17:00'), 'How the motion was served'],
  [one('motion_served', '2021-01-11T17:00', { service: 'none' }), 'How the motion was served'],
  [one('granted', '2021-01-11'), '65(b)(2)'],
  [one('extended', '2021-01-11T17:00'), 'new end'],
  [one('schedule_ordered', '2021-01-11T17:00'), 'None of the times'],
  [one('dissolution_noticed', '2021-01-11', { noticeHours: 12 }), 'time of the notice'],
])('%j is not recorded half', (event, words) => {
  expect(missingDetail(event)).toContain(words);
});

test.each([
  one('motion_filed', '2021-01-11'),
  one('motion_served', '2021-01-11T17:00', { service: 'mail' }),
  one('granted', '2021-01-11T17:00'),
  one('granted', '2021-01-11T17:00', {
    expiresAt: '2021-01-20',
    securityUsd: 0,
    piHearingAt: '2021-01-19T09:00',
  }),
  one('schedule_ordered', '2021-01-11', { replyBy: '2021-01-13' }),
  one('extended', '2021-01-20', { expiresAt: '2021-02-05', isByConsent: true }),
  one('dissolution_noticed', '2021-01-14'),
  one('denied', '2021-01-21'),
])('%j says all it must and nothing else', (event) => {
  expect([missingDetail(event), strayDetail(event)]).toEqual([null, null]);
});

test('what does not belong to a kind of event is named', () => {
  expect(strayDetail(one('denied', '2021-01-21', { expiresAt: '2021-02-01' }))).toBe(
    '“motion denied” does not say an end of the order',
  );
  expect(strayDetail(one('motion_filed', '2021-01-11', { service: 'hand' }))).toContain(
    'a manner of service',
  );
});

test.each([
  [one('granted', '2021-01-11T17:00', { expiresAt: '2021-01-10T17:00' }), 'expiresAt'],
  [one('granted', '2021-01-11T17:00', { expiresAt: '2021-01-11T17:00' }), 'expiresAt'],
  [one('granted', '2021-01-11T17:00', { expiresAt: '2021-01-10' }), 'expiresAt'],
  [one('granted', '2021-01-11T17:00', { expiresAt: '2021-01-11' }), undefined],
  [one('granted', '2021-01-11T17:00', { expiresAt: '2021-01-11T17:01' }), undefined],
  [one('extended', '2021-01-20', { expiresAt: '2021-01-19T17:00' }), 'expiresAt'],
  [one('extended', '2021-01-20', { expiresAt: '2021-01-20T09:00' }), undefined],
  [one('schedule_ordered', '2021-01-11T13:00', { responseBy: '2021-01-10T17:00' }), 'responseBy'],
  [
    one('schedule_ordered', '2021-01-11', { replyBy: '2021-01-13', hearingAt: '2021-01-14T09:00' }),
    undefined,
  ],
  [one('denied', '2021-01-21'), undefined],
])('of %j the time that is not after the order is %s', (event, key) => {
  expect(timeBeforeOrder(event, 'America/Los_Angeles')?.key).toBe(key);
});

const now = '2021-02-01T20:00:00.000Z';
const warnings = (...given: readonly GivenEvent[]) =>
  orderWarnings(events(...given), now, 'America/Los_Angeles').join(' ');

test('events in their usual order are no reason to warn', () => {
  expect(
    warnings(
      ['motion_filed', '2021-01-11'],
      ['motion_served', '2021-01-11T17:00', { service: 'hand' }],
      ['response_filed', '2021-01-12'],
      ['reply_filed', '2021-01-12T09:00'],
      ['hearing_held', '2021-01-14T10:00'],
      ['granted', '2021-01-14T11:00'],
      ['extended', '2021-01-20T09:00'],
      ['dissolved', '2021-01-25'],
    ),
  ).toBe('');
});

test('an event before what it answers, twice, or in the future is told', () => {
  expect(warnings(['motion_filed', '2021-01-11'], ['reply_filed', '2021-01-12'])).toContain(
    '“response filed”',
  );
  expect(warnings(['granted', '2021-01-10T09:00'], ['motion_filed', '2021-01-11'])).toContain(
    '“motion filed”',
  );
  expect(warnings(['motion_filed', '2021-01-11'], ['motion_filed', '2021-01-12'])).toContain(
    'more than once',
  );
  expect(warnings(['motion_filed', '2021-02-01T12:01'])).toContain('in the future');
  expect(warnings(['motion_filed', '2021-02-01T12:00'])).toBe('');
  expect(warnings(['motion_filed', '2021-02-01'])).toBe('');
  expect(warnings(['motion_filed', '2021-02-02'])).toContain('in the future');
});

test('a denial after the grant is told, since the clocks of the order run on', () => {
  const granted: readonly GivenEvent[] = [
    ['motion_filed', '2021-01-11'],
    ['granted', '2021-01-14T11:00'],
  ];
  expect(warnings(...granted, ['denied', '2021-01-15T09:00'])).toMatch(
    /^“motion denied” .* comes after “order granted”.*record “order dissolved”/,
  );
  expect(warnings(...granted, ['denied', '2021-01-13'])).toBe('');
});

test('times that the court’s clocks skip or show twice are told', () => {
  const seattle = 'America/Los_Angeles';
  const twice = one('granted', '2021-10-24T17:00', { expiresAt: '2021-11-07T01:30' });
  expect(unclearTimes(one('granted', '2021-03-14T02:30'), seattle)).toEqual([
    expect.stringMatching(/^“order granted”, Sun, Mar 14, 2021, 2:30 AM .*daylight saving time/),
  ]);
  expect(unclearTimes(twice, seattle)).toEqual([
    expect.stringMatching(
      /^“order granted”, an end of the order, Sun, Nov 7, 2021, 1:30 AM .*shows it twice/,
    ),
  ]);
  // Each time once.
  expect(
    unclearTimes(one('schedule_ordered', '2021-03-12', { serveBy: '2021-03-14T02:30' }), seattle),
  ).toEqual([expect.stringContaining('a time to serve by')]);
  expect(unclearTimes(twice, 'America/Phoenix')).toEqual([]);
  expect(unclearTimes(one('motion_filed', '2021-03-14'), seattle)).toEqual([]);
});
