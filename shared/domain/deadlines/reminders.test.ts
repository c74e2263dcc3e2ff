import { expect, test } from 'vitest';
import type { DeadlineId } from '../../model/common.ts';
import { dueReminders } from './reminders.ts';

const response = {
  id: 'd1' as DeadlineId,
  title: 'Response to TRO motion',
  due: '2021-01-13',
  dueAt: '2021-01-13T17:00',
  endsAt: '2021-01-14T01:00:00.000Z',
  status: 'open' as const,
  // A day, four hours and an hour before.
  reminders: [1_440, 240, 60],
  snoozedUntil: null,
  moved: null,
  createdAt: '2021-01-11T00:00:00.000Z',
};
type Changes = Partial<
  Omit<typeof response, 'snoozedUntil' | 'moved'> & {
    snoozedUntil: string;
    moved: { from: string; to: string };
  }
>;
const at = (now: string, changes: Changes = {}, seen?: string) =>
  dueReminders(
    [{ ...response, ...changes }],
    new Map(seen === undefined ? [] : [['d1', seen]]),
    now,
    'America/Los_Angeles',
  );

test('nothing is said before the first time', () => {
  expect(at('2021-01-13T00:59:59.000Z')).toEqual([]);
});

test('each time is said once, and only the latest of those missed meanwhile', () => {
  expect(at('2021-01-13T01:00:00.000Z')).toMatchObject([
    { at: '2021-01-13T01:00:00.000Z', isPastDue: false },
  ]);
  for (const seen of ['2021-01-13T01:00:00.000Z', '2021-01-13T01:00:30.000Z'])
    expect(at('2021-01-13T02:00:00.000Z', {}, seen)).toEqual([]);
  expect(at('2021-01-14T00:30:00.000Z', {}, '2021-01-13T01:00:30.000Z')).toMatchObject([
    { at: '2021-01-14T00:00:00.000Z' },
  ]);
});

test('the end itself is said, as past due', () => {
  expect(at('2021-01-14T01:00:00.000Z', {}, '2021-01-14T00:30:00.000Z')).toMatchObject([
    { at: '2021-01-14T01:00:00.000Z', isPastDue: true },
  ]);
});

test('what was over before the deadline was added is not news', () => {
  expect(at('2021-01-13T12:00:00.000Z', { createdAt: '2021-01-13T11:00:00.000Z' })).toEqual([]);
});

test('a snooze silences the times before it, and then speaks itself', () => {
  const snoozedUntil = '2021-01-13T22:00:00.000Z';
  const seen = '2021-01-13T01:30:00.000Z';
  expect(at('2021-01-13T21:30:00.000Z', { snoozedUntil }, seen)).toEqual([]);
  expect(at('2021-01-13T22:00:00.000Z', { snoozedUntil }, seen)).toMatchObject([{ at: snoozedUntil }]);
  expect(at('2021-01-14T00:00:00.000Z', { snoozedUntil }, '2021-01-13T22:01:00.000Z')).toMatchObject([
    { at: '2021-01-14T00:00:00.000Z' },
  ]);
  // The latest of those missed, whether it is the snooze or not.
  expect(at('2021-01-14T00:00:00.000Z', { snoozedUntil })).toMatchObject([
    { at: '2021-01-14T00:00:00.000Z' },
  ]);
});

test('a snooze that outlasts the end of what was moved up does not silence the end', () => {
  const moved = { endsAt: '2021-01-13T20:00:00.000Z', snoozedUntil: '2021-01-13T22:00:00.000Z' };
  expect(at('2021-01-13T20:00:00.000Z', moved, '2021-01-13T01:30:00.000Z')).toMatchObject([
    { at: moved.endsAt, isPastDue: true },
  ]);
});

test('what was moved up is told again where one of its times has passed, and what was put off is not', () => {
  const to = response.dueAt;
  const seen = '2021-01-14T00:30:00.000Z';
  const moved = (from: string) => at('2021-01-14T00:45:00.000Z', { moved: { from, to } }, seen);
  expect(moved('2021-01-20T17:00')).toMatchObject([{ at: '2021-01-14T00:00:00.000Z' }]);
  expect(moved('2021-01-12T17:00')).toEqual([]);
});

test('reminders stand in any order', () => {
  expect(at('2021-01-14T00:30:00.000Z', { reminders: [60, 1_440] })).toMatchObject([
    { at: '2021-01-14T00:00:00.000Z' },
  ]);
  expect(at('2021-01-13T23:30:00.000Z', { reminders: [60, 240, 1_440] })).toMatchObject([
    { at: '2021-01-13T21:00:00.000Z' },
  ]);
});

test.each(['done', 'dismissed'])('a deadline that is %s is not reminded of', (status) => {
  expect(at('2021-01-14T02:00:00.000Z', { status: status as 'open' })).toEqual([]);
});

test('the soonest end comes first', () => {
  const later = { ...response, id: 'd2' as DeadlineId, endsAt: '2021-01-14T02:00:00.000Z' };
  for (const given of [
    [later, response],
    [response, later],
  ])
    expect(
      dueReminders(given, new Map(), '2021-01-14T03:00:00.000Z', 'America/Los_Angeles').map(
        ({ deadlineId }) => deadlineId,
      ),
    ).toEqual(['d1', 'd2']);
});
