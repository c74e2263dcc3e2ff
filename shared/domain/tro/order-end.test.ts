import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TroEventDetails } from '../../model/tro.ts';
import { endWarnings, securityWarnings } from './end-warnings.ts';
import { compareMoments } from '../deadlines/time/index.ts';
import { orderEndOf } from './order-end.ts';
import { eventsInOrder } from './request-events.ts';
import { cap, events, seattle } from './testing/request.ts';

const at = '2021-01-11T17:00';
const withoutNotice = { isWithNotice: false } as const;

function endOf(granted: Partial<TroEventDetails>, ...extensions: [string, Partial<TroEventDetails>][]) {
  const recorded = events(
    ['granted', at, granted],
    ...extensions.map(([when, details]) => ['extended', when, details] as const),
  );
  return orderEndOf(recorded, cap, seattle)!;
}

describe('an order’s own end', () => {
  test('where none is stated, the rule’s 14 days to the minute are the end', () => {
    expect(endOf(withoutNotice)).toMatchObject({ at: '2021-01-25T17:00', sets: [] });
    // An order that is granted twice binds from the first time.
    const twice = events(['granted', at, withoutNotice], ['granted', '2021-01-14T17:00', withoutNotice]);
    expect(orderEndOf(twice, cap, seattle)!.at).toBe('2021-01-25T17:00');
  });

  test('an earlier one holds, and overrides the rule’s', () => {
    const end = endOf({ ...withoutNotice, expiresAt: '2021-01-20T12:00' });
    expect(end).toMatchObject({ at: '2021-01-20T12:00', warnings: [], alternatives: [] });
    expect(end.sets).toMatchObject([{ due: '2021-01-20T12:00' }]);
  });

  test('one at the very minute of the rule is within it, and overrides nothing', () => {
    const end = endOf({ ...withoutNotice, expiresAt: '2021-01-25T17:00' });
    expect(end).toMatchObject({ at: '2021-01-25T17:00', sets: [], alternatives: [], warnings: [] });
    expect(end.basis).toContain('The order itself says so');
  });

  test('a day without an hour lasts until midnight, and so is later than the hour of the rule on the same day', () => {
    expect(endOf({ ...withoutNotice, expiresAt: '2021-01-25' }).at).toBe('2021-01-25T17:00');
    expect(endOf({ ...withoutNotice, expiresAt: '2021-01-24' }).at).toBe('2021-01-24');
  });

  test('that day is one of the readings of the rule, so that only the hour is in doubt', () => {
    const end = endOf({ ...withoutNotice, expiresAt: '2021-01-25' });
    expect(end.alternatives).toMatchObject([{ due: '2021-01-25' }]);
    expect(end.warnings.join(' ')).toContain('or to the end of that day is not settled');
    expect(end.warnings.join(' ')).not.toContain('Sampson');
  });

  test('a later one, without notice, does not lengthen it: the rule’s end is safe and Sampson is told', () => {
    const end = endOf({ ...withoutNotice, expiresAt: '2021-02-10T17:00' });
    expect(end).toMatchObject({ at: '2021-01-25T17:00', sets: [] });
    expect(end.alternatives).toMatchObject([{ due: '2021-01-25' }, { due: '2021-02-10T17:00' }]);
    expect(end.warnings.join(' ')).toContain('Sampson v. Murray');
    expect(end.basis).toContain('at most 14 days');
  });

  test('a later one, with notice, is shown beside the safe end, as not settled', () => {
    const end = endOf({ isWithNotice: true, expiresAt: '2021-02-10T17:00' });
    expect(end).toMatchObject({
      at: '2021-01-25T17:00',
      alternatives: [{ due: '2021-01-25' }, { due: '2021-02-10T17:00' }],
    });
    expect(end.warnings.join(' ')).toContain('not settled');
    expect(end.warnings.join(' ')).not.toContain('Sampson');
  });

  test('where nobody said whether there was notice, it is asked', () => {
    expect(endOf({ expiresAt: '2021-01-20T12:00' }).warnings.join(' ')).toContain('Say whether');
  });
});

describe('an extension', () => {
  test('for good cause lasts at most a like period from the first end', () => {
    const within = endOf(withoutNotice, ['2021-01-20T10:00', { expiresAt: '2021-02-08T17:00' }]);
    expect(within).toMatchObject({
      at: '2021-02-08T17:00',
      alternatives: [],
      warnings: [expect.any(String)],
    });
    const beyond = endOf(withoutNotice, ['2021-01-20T10:00', { expiresAt: '2021-02-08T17:01' }]);
    expect(beyond).toMatchObject({ at: '2021-02-08T17:00', alternatives: [{ due: '2021-02-08T17:01' }] });
    expect(beyond.warnings.join(' ')).toContain('like period');
  });

  test('by consent lasts as long as the order says', () => {
    const end = endOf(withoutNotice, [
      '2021-01-20T10:00',
      { expiresAt: '2021-04-01T09:00', isByConsent: true },
    ]);
    expect(end).toMatchObject({ at: '2021-04-01T09:00' });
    expect(end.sets.at(-1)!.note).toContain('consent');
  });

  test('made at or after the end extends nothing', () => {
    for (const late of ['2021-01-25T17:00', '2021-01-26', '2021-01-30T09:00'])
      expect(endOf(withoutNotice, [late, { expiresAt: '2021-02-05T17:00' }])).toMatchObject({
        at: '2021-01-25T17:00',
        alternatives: [{ due: '2021-01-25' }, { due: '2021-02-05T17:00' }],
        warnings: expect.arrayContaining([expect.stringContaining('had ended')]),
      });
  });

  test('of the last day without an hour is believed, and the hour is asked for', () => {
    const end = endOf(withoutNotice, ['2021-01-25', { expiresAt: '2021-02-05T17:00' }]);
    expect(end.at).toBe('2021-02-05T17:00');
    expect(end.warnings.join(' ')).toContain('Give the hour');
    const early = endOf(withoutNotice, ['2021-01-24', { expiresAt: '2021-02-05T17:00' }]);
    expect(early.warnings.join(' ')).not.toContain('Give the hour');
    // That order lasts until midnight: whatever its hour, the extension came before.
    const ofDay = endOf({ ...withoutNotice, expiresAt: '2021-01-20' }, [
      '2021-01-20',
      { expiresAt: '2021-01-26T17:00' },
    ]);
    expect(ofDay.at).toBe('2021-01-26T17:00');
    expect(ofDay.warnings.join(' ')).not.toContain('Give the hour');
  });

  test('that states no end changes nothing', () => {
    expect(endOf(withoutNotice, ['2021-01-20T10:00', {}])).toEqual(endOf(withoutNotice));
  });

  test('to before the present end is taken, and said to shorten the order', () => {
    const end = endOf(withoutNotice, ['2021-01-20T10:00', { expiresAt: '2021-01-22T17:00' }]);
    expect(end.at).toBe('2021-01-22T17:00');
    expect(end.warnings.join(' ')).toContain(
      'ends it sooner: Fri, Jan 22, 2021, 5:00 PM PST instead of Mon, Jan 25, 2021, 5:00 PM PST',
    );
    const same = endOf(withoutNotice, ['2021-01-20T10:00', { expiresAt: '2021-01-25T17:00' }]);
    expect(same.warnings.join(' ')).not.toContain('sooner');
  });

  test('longer than a first term that was short is doubted', () => {
    const short = { ...withoutNotice, expiresAt: '2021-01-18T17:00' };
    const extended = (expiresAt: string) =>
      endOf(short, ['2021-01-15T10:00', { expiresAt }]).warnings.join(' ');
    expect(extended('2021-01-25T17:00')).toBe('');
    // An hour more, as where the clocks change, is no longer term.
    expect(extended('2021-01-25T18:00')).toBe('');
    expect(extended('2021-01-25T18:01')).toContain('first term');
    expect(extended('2021-01-28T17:00')).toContain('first term');
    // Past the like period of the rule too.
    expect(extended('2021-02-20T17:00')).toContain('first term');
  });

  test('a second one by good cause does not go beyond the like period either', () => {
    const end = endOf(
      withoutNotice,
      ['2021-01-20T10:00', { expiresAt: '2021-02-01T17:00' }],
      ['2021-01-30T10:00', { expiresAt: '2021-02-20T17:00' }],
    );
    expect(end.at).toBe('2021-02-08T17:00');
    expect(end.sets.map(({ due }) => due)).toEqual(['2021-02-01T17:00', '2021-02-08T17:00']);
    const used = endOf(
      withoutNotice,
      ['2021-01-20T10:00', { expiresAt: '2021-02-08T17:00' }],
      ['2021-01-30T10:00', { expiresAt: '2021-02-20T17:00' }],
    );
    expect(used).toMatchObject({ at: '2021-02-08T17:00', sets: [{ due: '2021-02-08T17:00' }] });
  });
});

test('Rule 65(b)(2): a second extension for good cause is doubted even within the like period, one after consent is not', () => {
  const twice = (isByConsent: boolean) =>
    endOf(
      withoutNotice,
      ['2021-01-20T10:00', { expiresAt: '2021-02-01T17:00', isByConsent }],
      ['2021-01-30T10:00', { expiresAt: '2021-02-05T17:00' }],
    );
  expect(twice(false).at).toBe('2021-02-05T17:00');
  expect(twice(false).warnings.join(' ')).toContain('is not the first for good cause');
  expect(twice(true).warnings.join(' ')).not.toContain('is not the first');
});

test('an end by consent beyond the like period stays, with its ground, when a later extension states more without consent', () => {
  const end = endOf(
    withoutNotice,
    ['2021-01-20T10:00', { expiresAt: '2021-04-01T09:00', isByConsent: true }],
    ['2021-03-20T10:00', { expiresAt: '2021-05-01T09:00' }],
  );
  expect(end).toMatchObject({ at: '2021-04-01T09:00', alternatives: [{ due: '2021-05-01T09:00' }] });
  expect(end.basis).toContain('by consent of the adverse party');
  expect(end.sets.map(({ due, note }) => [due, note])).toEqual([
    ['2021-04-01T09:00', 'extended by consent of the adverse party'],
  ]);
  expect(end.warnings.join(' ')).toContain('Treat Thu, Apr 1, 2021, 9:00 AM PDT as the end.');
});

test('without an order there is no end; without a rule the order’s own end holds', () => {
  expect(orderEndOf(events(['motion_filed', at]), cap, seattle)).toBeNull();
  const granted = events(['granted', at, { ...withoutNotice, expiresAt: '2021-03-01' }]);
  expect(orderEndOf(granted, null, seattle)).toMatchObject({ at: '2021-03-01' });
  expect(orderEndOf(events(['granted', at]), null, seattle)).toBeNull();
});

test('a clock change within the 14 days leaves the clock reading', () => {
  const end = orderEndOf(events(['granted', '2021-03-08T17:00', withoutNotice]), cap, seattle);
  expect(end).toMatchObject({ at: '2021-03-22T17:00', endsAt: '2021-03-23T00:00:00.000Z' });
});

test('a party restrained is not told that a later end does not bind', () => {
  const end = endOf({ ...withoutNotice, expiresAt: '2021-02-10T17:00' });
  const [told] = endWarnings(end, [], '2021-01-27T00:00:00.000Z', 'America/Los_Angeles');
  expect(told).toContain('do not act against the order');
  // From the instant of its end on, and not before.
  const toldAt = (now: string) => endWarnings(end, [], now, 'America/Los_Angeles').length;
  expect([toldAt('2021-01-26T00:59:59.999Z'), toldAt('2021-01-26T01:00:00.000Z')]).toEqual([0, 1]);
});

test('a preliminary injunction hearing is told where it comes after the order ends', () => {
  const end = endOf(withoutNotice);
  const told = (...hearings: string[]) =>
    endWarnings(
      end,
      events(
        ['granted', at],
        ...hearings.map((piHearingAt) => ['schedule_ordered', '2021-01-12T09:00', { piHearingAt }] as const),
      ),
      '2021-01-12T18:00:00.000Z',
      'America/Los_Angeles',
    ).length;
  expect(told()).toBe(0);
  expect(
    ['2021-01-25T17:00', '2021-01-25', '2021-01-25T17:01', '2021-01-26'].map((day) => told(day)),
  ).toEqual([0, 0, 1, 1]);
  // The last that was set counts.
  expect([told('2021-02-01', '2021-01-20'), told('2021-01-20', '2021-02-01')]).toEqual([0, 1]);
});

test('security that an order sets is asked for until it is recorded, but for the United States and none at all', () => {
  const told = (securityUsd: number | null, isUnitedStates = false, securityPostedAt: string | null = null) =>
    securityWarnings(
      { isUnitedStates, securityPostedAt },
      events(['granted', at, { securityUsd }]),
      'America/Los_Angeles',
    ).join(' ');
  expect(told(5_000)).toContain('security of $5,000, and none is recorded as given');
  expect([told(null), told(0), told(5_000, true), told(5_000, false, '2021-01-12')]).toEqual([
    '',
    '',
    '',
    '',
  ]);
});

test('an extension dated before the grant extends nothing; one of the same day, by its day alone, does', () => {
  const order = { ...withoutNotice, expiresAt: '2021-01-20T12:00' };
  const until = { expiresAt: '2021-02-02T12:00' };
  expect(endOf(order, ['2021-01-09T09:00', until])).toMatchObject({ at: '2021-01-20T12:00', warnings: [] });
  expect(endOf(order, ['2021-01-11', until]).at).toBe('2021-02-02T12:00');
});

const minute = fc
  .date({ min: new Date('2010-01-01T00:00Z'), max: new Date('2039-12-31T00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 16));

test('whatever orders say, no end without consent is later than 14 days, or 28 with an extension, and alternatives are never earlier', () => {
  const anything = fc.record({
    grantedAt: minute,
    stated: fc.option(fc.integer({ min: 1, max: 60 })),
    extensions: fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 60 })), {
      maxLength: 3,
    }),
    isWithNotice: fc.option(fc.boolean()),
  });
  const later = (from: string, days: number) =>
    new Date(Date.parse(`${from}:00Z`) + days * 86_400_000).toISOString().slice(0, 16);
  fc.assert(
    fc.property(anything, ({ grantedAt, stated, extensions, isWithNotice }) => {
      const expiresAt = stated === null ? null : later(grantedAt, stated);
      const recorded = events(
        ['granted', grantedAt, { isWithNotice, expiresAt }],
        ...extensions.map(
          ([made, until]) =>
            ['extended', later(grantedAt, made), { expiresAt: later(grantedAt, until) }] as const,
        ),
      );
      const end = orderEndOf(eventsInOrder(recorded), cap, seattle)!;
      expect(end.at <= later(grantedAt, extensions.length > 0 ? 28 : 14)).toBe(true);
      for (const { due } of end.alternatives) expect(compareMoments(due, end.at)).toBeGreaterThanOrEqual(0);
    }),
  );
});
