import { expect, test } from 'vitest';
import type { DeadlineId, TroEventId } from '../../../../shared/model/common.ts';
import type { DeadlineFields } from '../../../../shared/model/deadlines.ts';
import { citedRule, days, deadlineFields, hours } from '../../testing/deadline-fields.ts';
import type { StoredDeadline } from '../deadline-repository.ts';
import { draftOf } from '../edit/write-deadlines.ts';
import { CourtCalendar } from './court-calendar.ts';
import { isLoop, standingOf } from './standing.ts';
import type { TriggerSources } from './trigger-moments.ts';

const none: TriggerSources = { entries: new Map(), troEvents: new Map() };
const wawd = new CourtCalendar({ court: 'wawd', timezone: 'America/Los_Angeles' }, []);

const after = (deadlineId: string): DeadlineFields['trigger'] => ({
  kind: 'deadline',
  deadlineId: deadlineId as DeadlineId,
  event: 'other',
  at: '2021-01-11',
});
const stored = (id: string, fields: Partial<DeadlineFields>): StoredDeadline =>
  draftOf(id, deadlineFields(fields), '2021-01-11T00:00:00.000Z');

test('a deadline is counted behind the one it runs from, however they are stored', () => {
  const chain = [
    stored('c', { trigger: after('b'), period: days(7) }),
    stored('b', { trigger: after('a'), period: days(7) }),
    stored('a', { period: days(7) }),
  ];
  const standing = standingOf(chain, none, wawd);
  expect(standing.map(({ id, due }) => [id, due])).toEqual([
    ['c', '2021-02-02'],
    ['b', '2021-01-26'],
    ['a', '2021-01-19'],
  ]);
});

test('what holds is the order’s time, else the printed date, else the counted one, and what runs from it follows', () => {
  const printed = { due: '2021-01-20', quote: 'due 1/20/2021' };
  const overrides: StoredDeadline['overrides'] = [
    {
      id: 'o',
      due: '2021-01-27',
      entryId: null,
      note: '',
      troEventId: null,
      createdAt: '2021-01-12T00:00:00.000Z',
    },
  ];
  const dueOf = (one: StoredDeadline) => {
    const next = stored('next', { trigger: after(one.id), period: days(7) });
    return standingOf([one, next], none, wawd).map(({ due }) => due);
  };
  const counted = stored('a', { period: days(7) });
  expect(dueOf(counted)).toEqual(['2021-01-19', '2021-01-26']);
  const asPrinted = stored('a', { period: days(7), printed });
  expect(dueOf(asPrinted)).toEqual(['2021-01-20', '2021-01-27']);
  expect(dueOf({ ...asPrinted, overrides })).toEqual(['2021-01-27', '2021-02-03']);
});

test('what runs from service of a paper that was due runs from its service once it is done, where that came sooner', () => {
  const reply = (event: 'opposition_served' | 'opposition_due', at: string | null, period = days(7)) => {
    const proof = at === null ? null : { at, note: '', entryId: null, evidenceId: null };
    const opposition = {
      ...stored('a', { period: days(7) }),
      status: proof ? ('done' as const) : ('open' as const),
      proof,
    };
    const trigger = { ...after('a'), event };
    const [, one] = standingOf([opposition, stored('b', { trigger, period })], none, wawd);
    return one!.dueAt ?? one!.due;
  };
  expect(reply('opposition_served', null)).toBe('2021-01-26');
  expect(reply('opposition_served', '2021-01-14T16:00')).toBe('2021-01-21');
  expect(reply('opposition_served', '2021-01-21')).toBe('2021-01-26');
  // By rules that count from its due date, it does not matter when it is filed.
  expect(reply('opposition_due', '2021-01-14')).toBe('2021-01-26');
  // Hours run from a minute, which the day of an act does not tell.
  expect(reply('opposition_served', '2021-01-14T16:00', hours(24))).toBe('2021-01-15T16:00');
});

test('only what is still open is said to have moved', () => {
  const moved = (status: StoredDeadline['status']) =>
    standingOf([{ ...stored('a', { period: days(7) }), seenDue: '2021-01-18', status }], none, wawd)[0]!
      .moved;
  expect(moved('open')).toEqual({ from: '2021-01-18', to: '2021-01-19' });
  expect([moved('done'), moved('dismissed')]).toEqual([null, null]);
});

test('a long chain is followed to its end', () => {
  const length = 5_000;
  const chain = Array.from({ length }, (_, i) =>
    stored(`${i}`, i === length - 1 ? { period: days(0) } : { trigger: after(`${i + 1}`), period: days(0) }),
  );
  const standing = standingOf(chain, none, wawd);
  expect(new Set(standing.map(({ due }) => due))).toEqual(new Set(['2021-01-11']));
});

test('a circle in a damaged file is said once and hangs nothing', () => {
  const circle = ['a', 'b', 'c'].map((id, i, all) => stored(id, { trigger: after(all[(i + 1) % 3]!) }));
  const flags = standingOf(circle, none, wawd).flatMap((one) => one.flags.map(({ code }) => code));
  expect(flags).toEqual(['CANNOT_COUNT']);
});

test('a loop is found through any number of deadlines, and a chain is none', () => {
  const chain = [stored('a', {}), stored('b', { trigger: after('a') }), stored('c', { trigger: after('b') })];
  expect(isLoop(chain, 'a', 'c')).toBe(true);
  expect(isLoop(chain, 'a', 'a')).toBe(true);
  expect(isLoop(chain, 'c', 'a')).toBe(false);
});

test('what runs from the TRO desk follows its event, and the times an order set by it', () => {
  const trigger = (field: 'at' | 'replyBy', eventId = 'e'): DeadlineFields['trigger'] => ({
    kind: 'tro',
    eventId: eventId as TroEventId,
    field,
    event: 'tro_motion_served',
    at: '2021-01-10T09:00',
  });
  const sources: TriggerSources = {
    ...none,
    troEvents: new Map([['e', { at: '2021-01-11T17:00', replyBy: null }]]),
  };
  const period = hours(48);
  const standing = standingOf(
    [
      stored('served', { trigger: trigger('at'), period }),
      stored('unset', { trigger: trigger('replyBy'), period }),
      stored('gone', { trigger: trigger('at', 'x'), period }),
    ],
    sources,
    wawd,
  );
  expect(standing.map(({ dueAt, flags }) => [dueAt, flags.map(({ code }) => code).join()])).toEqual([
    ['2021-01-13T17:00', ''],
    ['2021-01-12T09:00', 'TRIGGER_UNDATED'],
    ['2021-01-12T09:00', 'TRIGGER_GONE'],
  ]);
});

test('periods of the appellate rules also count the holidays of the circuit clerk’s state', () => {
  // 31 March is a holiday of California, where the Ninth Circuit's clerk sits, and not of Washington.
  const fields = {
    trigger: { kind: 'date', event: 'other', at: '2021-03-01' } as const,
    period: days(30),
  };
  const [district, appeal] = standingOf(
    [stored('district', fields), stored('appeal', { ...fields, regime: 'frap' })],
    none,
    wawd,
  );
  expect([district?.due, appeal?.due]).toEqual(['2021-03-31', '2021-04-01']);
});

const forCircuit = (fields: Partial<DeadlineFields> = {}) =>
  stored('response', {
    source: 'rule',
    regime: 'frap',
    period: days(10),
    rule: citedRule({ cite: 'Fed. R. App. P. 27(a)(3)(A)' }),
    ...fields,
  });
const hid = new CourtCalendar({ court: 'hid', timezone: 'Pacific/Honolulu' }, []);
const gud = new CourtCalendar({ court: 'gud', timezone: 'Pacific/Guam' }, []);
const override: StoredDeadline['overrides'][number] = {
  id: 'o',
  due: '2021-01-21',
  entryId: null,
  note: '',
  troEventId: null,
  createdAt: '2021-01-12T00:00:00.000Z',
};

test('a paper for the court of appeals is due by its clerk’s midnight, a notice of appeal is not', () => {
  const notice = { rule: citedRule({ cite: 'Fed. R. App. P. 4(a)(1)(A)' }) };
  const due = [forCircuit(), forCircuit(notice)].map((one) => standingOf([one], none, hid)[0]!.dueAt);
  expect(due).toEqual(['2021-01-21T22:00', null]);
});

test('in a matter of the Third Circuit its own papers are due by its five o’clock', () => {
  const ca3 = new CourtCalendar({ court: 'ca3', timezone: 'America/New_York' }, []);
  const motion = { kind: 'date', event: 'motion_served', at: '2026-03-02' } as const;
  expect(standingOf([forCircuit({ trigger: motion })], none, ca3)[0]!.dueAt).toBe('2026-03-12T17:00');
});

test('a day that an order sets, or the clerk printed, ends by the clock of the clerk who takes the paper', () => {
  const printed = { due: '2021-01-21', quote: 'due 1/21/2021' };
  for (const one of [{ ...forCircuit(), overrides: [override] }, forCircuit({ printed })]) {
    const endsAt = '2021-01-22T08:00:00.000Z';
    const seenDue = '2021-01-21T22:00';
    expect(standingOf([{ ...one, seenDue }], none, hid)[0]).toMatchObject({
      dueAt: seenDue,
      endsAt,
      moved: null,
    });
    expect(standingOf([one], none, gud)[0]).toMatchObject({ due: '2021-01-21', dueAt: null, endsAt });
  }
});

test('what the court’s clock shows as late is not, until the clerk’s day has ended', () => {
  const doneAt = (at: string, calendar: CourtCalendar) => {
    const proof = { at, note: '', entryId: null, evidenceId: null };
    const [one] = standingOf([{ ...forCircuit(), status: 'done', proof }], none, calendar);
    return one!.flags.filter(({ code }) => code === 'DONE_LATE').map(({ message }) => message);
  };
  expect(doneAt('2021-01-22T17:59', gud)).toEqual([]);
  expect(doneAt('2021-01-22T18:01', gud)).toEqual([
    expect.stringContaining('it was due on Friday, January 22, 2021, 6:00 PM'),
  ]);
  expect(doneAt('2021-01-21T21:59', hid)).toEqual([]);
  expect(doneAt('2021-01-21T22:30', hid)).toHaveLength(1);
});

test('an order’s day that is the last one anyway is not beyond it', () => {
  const rule = citedRule({ cite: '28 U.S.C. § 1292(b); Fed. R. App. P. 5(a)', isExtendable: false });
  const flags = (due: string) => {
    const one = { ...forCircuit({ rule }), overrides: [{ ...override, due }] };
    return standingOf([one], none, hid)[0]!.flags.map(({ code }) => code);
  };
  expect(flags('2021-01-21')).not.toContain('OVERRIDE_BEYOND_LIMIT');
  expect(flags('2021-01-22')).toContain('OVERRIDE_BEYOND_LIMIT');
});

test('a matter whose court is not known counts federal holidays alone and says so', () => {
  const unknown = new CourtCalendar({ court: '', timezone: 'America/New_York' }, []);
  const [one] = standingOf([stored('a', {})], none, unknown);
  expect(one?.computed?.warnings.map(({ code }) => code)).toContain('STATE_UNKNOWN');
});
