import { describe, expect, test } from 'vitest';
import type { TimeRequest } from '../../../model/time-counting.ts';
import { holidaysOf, type Holiday } from '../holidays/index.ts';
import { countTime } from './index.ts';
import { codes, count, others, terms, type Told } from './testing/told.ts';

describe('each step says which rule it follows', () => {
  test('forward', () => {
    const { steps } = count('2024-11-14', '14 days after', { service: 'mail' });
    expect(steps.map(({ kind, to, cite }) => `${kind} ${to} ${cite}`)).toEqual([
      'skip 2024-11-14 Fed. R. Civ. P. 6(a)(1)(A)',
      'count 2024-11-28 Fed. R. Civ. P. 6(a)(1)(B)',
      'roll 2024-11-29 Fed. R. Civ. P. 6(a)(1)(C), (a)(6)(A)',
      'roll 2024-11-30 Fed. R. Civ. P. 6(a)(1)(C), (a)(6)(C)',
      'roll 2024-12-01 Fed. R. Civ. P. 6(a)(1)(C)',
      'roll 2024-12-02 Fed. R. Civ. P. 6(a)(1)(C)',
      'add 2024-12-05 Fed. R. Civ. P. 6(d), 5(b)(2)(C)',
    ]);
    const [, , thanksgiving, heritage, saturday, sunday] = steps.map(({ why }) => why);
    expect(thanksgiving).toMatch(
      /^Thursday, November 28, 2024 is Thanksgiving Day \(federal holiday, 5 U\.S\.C\. § 6103\(a\)/,
    );
    expect(heritage).toMatch(
      /^Friday, November 29, 2024 is Native American Heritage Day \(state holiday of WA, RCW 1\.16\.050/,
    );
    expect(saturday).toMatch(/^Saturday, November 30, 2024: on to the next day\.$/);
    expect(sunday).toMatch(/^Sunday, December 1, 2024: on to the next day\.$/);
  });

  test('backward', () => {
    const { steps } = count('2021-02-22', '7 days before');
    expect(steps[1]!.cite).toBe('Fed. R. Civ. P. 6(a)(1)(B), (a)(5)');
    expect(steps[2]!.cite).toBe('Fed. R. Civ. P. 6(a)(1)(C), (a)(5), (a)(6)(A)');
    expect(steps[3]!.why).toBe('Sunday, February 14, 2021: back to the day before.');
  });

  test('in hours, with a word on clocks that are changed', () => {
    const { steps } = count('2021-03-12T10:00', '48 hours after', { closed: ['2021-03-15'] });
    expect(steps.map(({ cite }) => cite)).toEqual([
      'Fed. R. Civ. P. 6(a)(2)(A), (a)(2)(B)',
      'Fed. R. Civ. P. 6(a)(2)(C)',
      'Fed. R. Civ. P. 6(a)(3)(B)',
    ]);
    expect(steps[0]!.why).toContain('the clocks are changed in between');
    expect(count('2021-01-11T17:00', '48 hours after').steps[0]!.why).toBe(
      '48 hours after Monday, January 11, 2021, 5:00 PM is Wednesday, January 13, 2021, 5:00 PM; every hour counts.',
    );
  });

  test('over a day that was added to the calendar, by either paragraph it may be under', () => {
    expect(count('2021-03-02', '14 days after', { added: ['2021-03-16'] }).steps.at(-1)!.cite).toBe(
      'Fed. R. Civ. P. 6(a)(1)(C), (a)(6)(B) or (C)',
    );
  });

  test('to a Friday of noting, by the paragraph of its track', () => {
    const told = (trigger: string, words: string) => {
      const [skip, counted] = count(trigger, words).steps;
      return [counted!.cite.slice(-3), skip!.why.includes('although a Friday')];
    };
    expect(told('2020-12-18', '1 fridays after')).toEqual(['(3)', true]);
    expect(told('2020-12-14', '2 fridays after')).toEqual(['(2)', false]);
    expect(told('2020-12-14', '3 fridays after')).toEqual(['(3)', false]);
    expect(told('2021-03-19', '2 monday_before before')).toEqual(['(3)', false]);
  });

  test('in an appeal', () => {
    const { steps } = count('2021-01-01', '14 days after', {
      regime: 'frap',
      service: 'clerk',
      closed: ['2021-01-19'],
    });
    expect(new Set(steps.map(({ cite }) => cite))).toEqual(
      new Set([
        'Fed. R. App. P. 26(a)(1)(A)',
        'Fed. R. App. P. 26(a)(1)(B)',
        'Fed. R. App. P. 26(c)',
        'Fed. R. App. P. 26(a)(1)(C), (a)(6)(A)',
        'Fed. R. App. P. 26(a)(3)(A)',
      ]),
    );
  });

  test('days declared, not named by the rule, are those of 6(a)(6)(B)', () => {
    const roll = (trigger: string) => count(trigger, '1 days after').steps[2]!.cite;
    expect(roll('2023-06-18')).toContain('(a)(6)(B)'); // Juneteenth before Rule 6 named it
    expect(roll('2024-06-18')).toContain('(a)(6)(A)');
    expect(roll('2022-12-25')).toContain('(a)(6)(B)'); // Monday for a Sunday, by executive order
  });

  test('a holiday after a closing has its own paragraph too', () => {
    const cites = (trigger: string, words: string, closed: string[]) =>
      count(trigger, words, { closed }).steps.map(({ kind, cite }) => `${kind} ${cite}`);
    expect(cites('2024-11-13', '14 days after', ['2024-11-27'])).toEqual([
      'skip Fed. R. Civ. P. 6(a)(1)(A)',
      'count Fed. R. Civ. P. 6(a)(1)(B)',
      'closed Fed. R. Civ. P. 6(a)(3)(A)',
      'roll Fed. R. Civ. P. 6(a)(3)(A), (a)(6)(A)', // Thanksgiving
      'roll Fed. R. Civ. P. 6(a)(3)(A), (a)(6)(C)', // Native American Heritage Day
      'roll Fed. R. Civ. P. 6(a)(3)(A)',
      'roll Fed. R. Civ. P. 6(a)(3)(A)',
    ]);
    expect(cites('2022-12-22T10:00', '24 hours after', ['2022-12-23']).at(-1)).toBe(
      'roll Fed. R. Civ. P. 6(a)(3)(B), (a)(6)(B)', // Monday for a Sunday, by executive order
    );
  });

  test('short periods were those of less than 7 days before they were those of less than 11', () => {
    const [warning] = count('2001-03-01', '8 days after', { regime: 'frap' }).warnings;
    expect(warning).toMatchObject({
      code: 'BEFORE_2009_METHOD',
      message: expect.stringContaining('less than 7 in appeals before December 2002'),
    });
  });

  test('a second Friday, and a third, have each its own paragraph', () => {
    const cites = (words: string) => count('2021-01-20', words).steps.map(({ cite }) => cite);
    expect(cites('2 fridays after')).toEqual(['W.D. Wash. LCR 7(d)(6)', 'W.D. Wash. LCR 7(d)(2)']);
    expect(cites('3 fridays after')).toEqual(['W.D. Wash. LCR 7(d)(6)', 'W.D. Wash. LCR 7(d)(3)']);
  });

  test('closings that push a day counted back onto its event are to be asked about', () => {
    const closed = ['2021-03-12', '2021-03-15', '2021-03-16'];
    const pushed = count('2021-03-17', '5 days before', { closed });
    expect([pushed.due, codes(pushed)]).toEqual(['2021-03-17', ['CHECK']]);
    const before = count('2021-03-17', '5 days before', { closed: closed.slice(0, 2) });
    expect([before.due, codes(before)]).toEqual(['2021-03-16', []]);
  });

  test('what may be done only once a period is over may be from the day after its last day on', () => {
    const place = { timezone: 'America/Los_Angeles', states: ['WA'] };
    const dayAfter = (trigger: string) =>
      countTime(
        {
          trigger,
          period: { count: 21, unit: 'days', direction: 'after', isCap: false, isDayAfter: true },
          service: 'none',
          regime: 'frcp',
          place,
          added: [],
          contract: null,
        },
        holidaysOf(place.states, []),
      );
    const plain = dayAfter('2021-01-11');
    expect(plain.due).toBe('2021-02-02');
    expect(plain.steps.at(-1)).toMatchObject({ kind: 'count', from: '2021-02-01', to: '2021-02-02' });
    expect(plain.steps.at(-1)!.why).toMatch(
      /end of Monday, February 1, 2021: .* Tuesday, February 2, 2021\.$/,
    );
    // Day 21 is a Saturday, on which the period does not end; a Saturday after its end is a day like any other.
    expect(dayAfter('2021-01-16').due).toBe('2021-02-09');
    expect(dayAfter('2021-01-15').due).toBe('2021-02-06');
  });

  test('a short month is said', () => {
    expect(count('2023-01-31', '1 months after').steps[1]!.why).toContain('That month has no day 31');
  });

  test('a maximum is held by the rule that sets it, where it is known, and what a court might hold beside it', () => {
    const held = (trigger: string, words: string, regime: 'frcp' | 'frap' = 'frcp') => {
      const { steps, alternatives } = count(trigger, words, { cap: true, regime });
      const [{ cite, why, due }] = alternatives as [(typeof alternatives)[number]];
      return [steps.at(-1)!.cite, cite, why.includes('the end of that day'), due];
    };
    const [days, hours] = ['Fed. R. Civ. P. 6(a)(1)(C)', 'Fed. R. Civ. P. 6(a)(2)(C)'];
    expect(held('2021-01-04', '14 days after')).toEqual([
      'Fed. R. Civ. P. 65(b)(2)',
      days,
      true,
      '2021-01-19',
    ]);
    expect(held('2021-01-15T09:00', '24 hours after')).toEqual([
      `${hours}, not applied`,
      hours,
      false,
      '2021-01-19T09:00',
    ]);
    const appeal = 'Fed. R. App. P. 26(a)(1)(C)';
    expect(held('2021-01-04', '14 days after', 'frap')).toEqual([
      `${appeal}, not applied`,
      appeal,
      true,
      '2021-01-19',
    ]);
    const ofParties = { ...terms, isRolled: true };
    expect(count('2021-01-04', '14 days after', { cap: true, contract: ofParties }).due).toBe('2021-01-18');
  });

  test('an agreement without a clause is the agreement; business days, a first day counted and many holidays are told', () => {
    const business = { ...terms, clause: '', isBusinessDays: true, isFirstDayCounted: true };
    const { steps } = count('2021-01-04', '1 days after', { contract: business });
    expect(steps.map(({ cite, why }) => `${cite}: ${why}`)).toEqual([
      'The agreement: 1 business day after Monday, January 4, 2021 is Monday, January 4, 2021; Saturdays, Sundays and legal holidays are not counted. The day of the event is the first day counted.',
    ]);
    const long = count('2021-01-04', '240 days after', {
      contract: { ...business, isFirstDayCounted: false },
    });
    expect(long.steps[1]!.why).not.toContain('first day counted');
    expect(long.steps[1]!.why.split('Left out: ')[1]!.match(/, 2021 is /g)).toHaveLength(6);
    expect(long.steps[1]!.why).toMatch(/; and 4 more\.$/);
    const stays = count('2021-01-15', '1 days after', { contract: terms });
    expect(stays.steps.at(-1)).toMatchObject({ kind: 'hold', to: '2021-01-16' });
  });

  test('an agreement is cited by its clause, and the holidays it leaves out are named', () => {
    const result = count('2021-01-13', '3 days after', { contract: { ...terms, isBusinessDays: true } });
    expect(new Set(result.steps.map(({ cite }) => cite))).toEqual(new Set(['Agreement § 7.2(b)']));
    expect(result.steps[1]!.why).toMatch(/Left out: Monday, January 18, 2021 is Martin Luther King/);
    expect(result.steps[1]!.why).not.toContain(' more.');
    expect(result.warnings).toEqual([
      { code: 'CONTRACT_COUNT', message: 'Counted as the agreement says (§ 7.2(b)), not by Rule 6.' },
    ]);
  });
});

describe('the end is an instant in the court’s zone', () => {
  test.each<[string, string, string, Told | undefined, string]>([
    ['midnight after the last day', '2021-01-11', '21 days after', undefined, '2021-02-02T08:00:00.000Z'],
    [
      'midnight on the day clocks are put forward',
      '2021-03-13',
      '1 days after',
      { cap: true },
      '2021-03-15T07:00:00.000Z',
    ],
    ['the minute itself', '2021-01-12T09:47', '24 hours after', undefined, '2021-01-13T17:47:00.000Z'],
  ])('%s', (_, trigger, words, told, endsAt) => {
    expect(count(trigger, words, told).endsAt).toBe(endsAt);
  });
});

describe('where the law is unsettled the other date is there too', () => {
  test('a cap on a day off, rolled', () => {
    const result = count('2021-03-06T15:10', '14 days after', { cap: true });
    expect(codes(result)).toEqual(['UNSETTLED']);
    expect(result.alternatives).toMatchObject([{ due: '2021-03-22', cite: 'Fed. R. Civ. P. 6(a)(1)(C)' }]);
    expect(result.steps.at(-1)!.why).toContain('Saturday, March 20, 2021');
  });

  test('a cap in days that ends at the hour it began, as a whole day', () => {
    const { dueAt, alternatives } = count('2021-01-11T17:00', '14 days after', { cap: true });
    expect(dueAt).toBe('2021-01-25T17:00');
    expect(alternatives).toMatchObject([{ due: '2021-01-25', cite: 'Fed. R. Civ. P. 6(a)(1), (a)(4)' }]);
    expect(count('2021-01-11T17:00', '24 hours after', { cap: true }).alternatives).toEqual([]);
    expect(count('2021-01-11', '14 days after', { cap: true }).alternatives).toEqual([]);
  });

  test('a holiday added by hand, left out', () => {
    const forward = count('2021-03-02', '14 days after', { added: ['2021-03-16'] });
    expect([forward.due, codes(forward), others(forward)]).toEqual([
      '2021-03-17',
      ['CLOSING_UNSETTLED'],
      ['2021-03-16'],
    ]);
    expect(forward.steps.at(-1)!.why).toContain(
      'Day of mourning (added to this court’s calendar, General Order 1)',
    );
    const backward = count('2021-03-16', '14 days before', { added: ['2021-03-02'] });
    expect([backward.due, codes(backward), others(backward)]).toEqual([
      '2021-03-01',
      ['CLOSING_UNSETTLED'],
      ['2021-03-02'],
    ]);
  });

  test('a holiday whose statute was not read, left out', () => {
    const request: TimeRequest = {
      trigger: '2021-03-02',
      period: { count: 14, unit: 'days', direction: 'after', isCap: false },
      service: 'none',
      regime: 'frcp',
      place: { timezone: 'America/Los_Angeles', states: ['WA'] },
      added: [],
      contract: null,
    };
    const read = holidaysOf(['WA'], []);
    const foundersDay: Holiday = {
      name: 'Founders’ Day',
      authority: 'state',
      state: 'WA',
      cite: 'an almanac',
      confidence: 'unverified',
    };
    const result = countTime(request, {
      find: (on, isForward, isCounted = () => true) =>
        on === '2021-03-16' && isForward && isCounted(foundersDay)
          ? foundersDay
          : read.find(on, isForward, isCounted),
    });
    expect([result.due, codes(result), others(result)]).toEqual([
      '2021-03-17',
      ['HOLIDAY_UNCONFIRMED'],
      ['2021-03-16'],
    ]);
    expect(result.warnings[0]!.message).toContain('Founders’ Day (WA)');
  });

  test.each([
    [
      'LA’s day after Thanksgiving, which Texas has by statute',
      '2026-10-28',
      '30 days after',
      ['TX', 'LA'],
      [],
    ],
    ['North Carolina’s other holiday on Good Friday of 2005', '2005-03-11', '14 days after', ['NC'], []],
    [
      'a day added by hand on which Louisiana keeps Good Friday',
      '2014-04-04',
      '14 days after',
      ['LA'],
      ['2014-04-18'],
    ],
  ])(
    'a holiday that another law makes one too is no reason for doubt: %s',
    (_, trigger, words, states, added) => {
      const result = count(trigger, words, { states, added, timezone: 'America/Chicago' });
      expect(result.steps.some(({ kind }) => kind === 'roll')).toBe(true);
      expect(codes(result).filter((code) => code !== 'BEFORE_2009_METHOD')).toEqual([]);
      expect(others(result)).toEqual([]);
    },
  );

  test('the President’s closing of a day to which the clerk’s closing leads', () => {
    const result = count('2024-12-02', '21 days after', { closed: ['2024-12-23'] });
    expect([result.due, codes(result), others(result)]).toEqual([
      '2024-12-24',
      ['CLOSING_UNSETTLED'],
      ['2024-12-26'],
    ]);
  });

  test('electronic service before there was any', () => {
    expect(others(count('2001-11-30', '14 days after', { service: 'ecf' }))).toEqual([]);
    expect(others(count('2001-12-03', '14 days after', { service: 'ecf' }))).toEqual(['2001-12-20']);
    expect(others(count('2002-11-29', '14 days after', { service: 'ecf', regime: 'frap' }))).toEqual([]);
  });

  test('a doubtful holiday without which the same day is reached is no reason for doubt', () => {
    // Day 14 is Wednesday, the day of the resolves; three days on, by both ways, ends at the weekend before Monday.
    const result = count('2028-03-29', '14 days after', { service: 'mail', states: ['NC'] });
    expect([result.due, codes(result), others(result)]).toEqual(['2028-04-17', [], []]);
    const bare = count('2028-03-29', '14 days after', { states: ['NC'] });
    expect([bare.due, codes(bare), others(bare)]).toEqual([
      '2028-04-13',
      ['HOLIDAY_UNCONFIRMED'],
      ['2028-04-12'],
    ]);
  });

  test('a day on which the President closed offices, not counted', () => {
    const forward = count('2024-12-10', '14 days after');
    expect([forward.due, codes(forward), others(forward)]).toEqual([
      '2024-12-24',
      ['CLOSING_UNSETTLED'],
      ['2024-12-26'],
    ]);
    const backward = count('2025-01-23', '14 days before');
    expect([backward.due, others(backward)]).toEqual(['2025-01-09', ['2025-01-08']]);
    const mailed = count('2024-12-10', '14 days after', { service: 'mail' });
    expect([mailed.due, others(mailed)]).toEqual(['2024-12-27', ['2024-12-30']]);
  });

  test('a Friday of noting that is a holiday, and the next Friday that is none', () => {
    const result = count('2020-12-18', '1 fridays after');
    expect(codes(result)).toEqual(['UNSETTLED']);
    expect(others(result)).toEqual(['2020-12-25', '2021-01-08']);
  });

  test('a Friday of noting once, where closings lead to the next Friday anyhow', () => {
    const closed = [
      '2020-12-28',
      '2020-12-29',
      '2020-12-30',
      '2020-12-31',
      '2021-01-04',
      '2021-01-05',
      '2021-01-06',
      '2021-01-07',
    ];
    const result = count('2020-12-18', '1 fridays after', { closed });
    expect([result.due, others(result)]).toEqual(['2021-01-08', ['2020-12-25']]);
  });

  test('a closing on the last day before three days are added', () => {
    const result = count('2021-03-01', '14 days after', { service: 'mail', closed: ['2021-03-15'] });
    expect([result.due, codes(result), others(result)]).toEqual(['2021-03-18', ['CHECK'], ['2021-03-19']]);
  });

  test('no closing of another day, nor one that extends the last day itself', () => {
    const before = count('2021-03-01', '14 days after', { service: 'mail', closed: ['2021-03-16'] });
    expect([before.due, codes(before), others(before)]).toEqual(['2021-03-18', [], []]);
    const last = count('2021-03-01', '14 days after', { service: 'mail', closed: ['2021-03-18'] });
    expect([last.due, codes(last), others(last)]).toEqual(['2021-03-19', [], []]);
    const both = count('2021-03-01', '14 days after', {
      service: 'mail',
      closed: ['2021-03-15', '2021-03-18'],
    });
    expect([both.due, codes(both), others(both)]).toEqual(['2021-03-19', [], []]);
  });

  test('electronic service in the years in which it added three days', () => {
    const before = count('2016-11-01', '14 days after', { service: 'ecf' });
    expect([before.due, codes(before), others(before)]).toEqual([
      '2016-11-15',
      ['SERVICE_ADDS_NOTHING'],
      ['2016-11-18'],
    ]);
    expect(codes(count('2016-12-01', '14 days after', { service: 'ecf' }))).toEqual([]);
    const added = (regime: 'frcp' | 'frap', on: string) =>
      others(count(on, '14 days after', { service: 'ecf', regime })).length;
    expect([added('frcp', '2001-11-30'), added('frcp', '2001-12-01')]).toEqual([0, 1]);
    expect([added('frap', '2002-11-30'), added('frap', '2002-12-01')]).toEqual([0, 1]);
  });
});

test('a date certain on a day off says why it stays: a holiday is named, a weekend has its name already', () => {
  const why = (on: string) => count(on, '0 fixed after').steps[0]!.why;
  expect(why('2026-11-07')).toBe(
    'Saturday, November 7, 2026 is a date certain, which is not computed: it stays, although a period would not end on it.',
  );
  expect(why('2021-09-06')).toMatch(/would not end on it\. Monday, September 6, 2021 is Labor Day \(.*\)\.$/);
  expect(why('2021-03-16')).toMatch(/which is not computed\.$/);
});

describe('a person is warned', () => {
  test.each<[string, string, string, Told, string[]]>([
    ['of the method before December 2009', '2009-11-30', '14 days after', {}, ['BEFORE_2009_METHOD']],
    ['no longer of it after', '2009-12-01', '14 days after', {}, []],
    ['not of it for a date certain', '2009-11-30', '0 fixed after', {}, []],
    ['that the state is not known', '2021-03-02', '14 days after', { states: [] }, ['STATE_UNKNOWN']],
    ['not of the state counting backward', '2021-03-16', '14 days before', { states: [] }, []],
    ['not of the state for a cap', '2021-03-02T17:00', '14 days after', { states: [], cap: true }, []],
    [
      'that a mailed summons adds nothing',
      '2021-03-01',
      '21 days after',
      { service: 'rule4_mail' },
      ['SERVICE_ADDS_NOTHING'],
    ],
    [
      'that mail adds nothing before an event',
      '2021-03-16',
      '14 days before',
      { service: 'mail' },
      ['SERVICE_ADDS_NOTHING'],
    ],
    [
      'that mail adds nothing to a cap',
      '2021-03-02T17:00',
      '14 days after',
      { service: 'mail', cap: true },
      ['SERVICE_ADDS_NOTHING'],
    ],
    [
      'that mail adds nothing to a Friday of noting',
      '2020-12-14',
      '1 fridays after',
      { service: 'mail' },
      ['SERVICE_ADDS_NOTHING'],
    ],
    [
      'that mail adds nothing to a date certain',
      '2021-03-16',
      '0 fixed after',
      { service: 'mail' },
      ['SERVICE_ADDS_NOTHING'],
    ],
    [
      'that the hour of a cap’s order is not given',
      '2021-03-02',
      '14 days after',
      { cap: true },
      ['HOUR_UNKNOWN'],
    ],
    ['not of a cap whose order has its hour', '2021-03-02T17:00', '14 days after', { cap: true }, []],
    ['that a date certain falls on no court day', '2021-01-18', '0 fixed after', {}, ['CHECK']],
    [
      'that a date certain falls on a closed day',
      '2021-03-16',
      '0 fixed after',
      { closed: ['2021-03-16'] },
      ['CHECK'],
    ],
    ['of a trigger the clocks skipped', '2021-03-14T02:30', '48 hours after', {}, ['CLOCK_CHANGE']],
    ['of a trigger the clocks showed twice', '2021-11-07T01:30', '48 hours after', {}, ['CLOCK_CHANGE']],
    ['not of such a minute where days are counted', '2021-11-07T01:30', '16 days after', {}, []],
  ])('%s', (_, trigger, words, told, expected) => {
    expect(codes(count(trigger, words, told))).toEqual(expected);
  });

  test('of a day on which the President closed offices, by the rule that counts; none by an agreement', () => {
    const told = (more: Told) =>
      count('2024-12-10', '14 days after', more)
        .warnings.map(({ message }) => message)
        .join();
    expect(told({})).toContain('legal holiday under Rule 6(a)(6)(B) is not settled');
    expect(told({ regime: 'frap' })).toContain('legal holiday under Rule 26(a)(6)(B) is not settled');
    expect(told({ contract: { ...terms, isRolled: true } })).not.toContain('President');
    expect(others(count('2016-11-01', '14 days after', { service: 'ecf', contract: terms }))).toEqual([]);
  });

  test('why mail adds nothing', () => {
    const why = (trigger: string, words: string, told: Told = {}) =>
      count(trigger, words, { service: 'mail', ...told }).warnings.find(
        ({ code }) => code === 'SERVICE_ADDS_NOTHING',
      )?.message;
    expect(why('2021-03-16', '14 days before')).toContain('only to a period after being served, Rule 6(d)');
    expect(why('2021-03-16', '14 days before', { regime: 'frap' })).toContain('Rule 26(c)');
    expect(why('2021-03-02T17:00', '14 days after', { cap: true })).toContain('a maximum on an order');
    expect(why('2021-03-16', '0 fixed after')).toContain('a date certain is not computed');
    expect(why('2020-12-14', '1 fridays after')).toContain('a noting date runs from filing');
    expect(why('2021-03-16', '1 monday_before before')).toContain('by the Friday before the noting date');
    expect(why('2021-03-16', '14 days after', { contract: terms })).toContain('Agreement § 7.2(b)');
    expect(why('2021-03-16', '14 days after')).toBeUndefined();
    for (const [words, cap] of [
      ['14 days before', false],
      ['14 days after', true],
      ['0 fixed after', false],
    ] as const)
      expect(why('2021-03-16', words, { service: 'rule4_mail', cap })).toBeUndefined();
  });

  test('of an end the clocks skip: what they showed an hour before is taken', () => {
    const result = count('2021-02-28T02:30', '14 days after', { cap: true });
    expect(result.dueAt).toBe('2021-03-14T01:30');
    expect(result.endsAt).toBe('2021-03-14T09:30:00.000Z');
    expect(codes(result)).toContain('CLOCK_CHANGE');
    expect(result.steps.map(({ kind, to }) => `${kind} ${to}`)).toEqual([
      'skip 2021-02-28T02:30',
      'count 2021-03-14T01:30',
      'hold 2021-03-14T01:30',
    ]);
    expect(result.steps[1]!.why).toContain('Clocks are put forward past 2:30 AM that day.');
  });

  test('of hours that end where the clocks show it twice: the instant they lead to is the end', () => {
    const result = count('2025-11-01T13:30', '13 hours after', {
      cap: true,
      states: ['NY'],
      timezone: 'America/New_York',
    });
    expect([result.dueAt, result.endsAt]).toEqual(['2025-11-02T01:30', '2025-11-02T06:30:00.000Z']);
    expect(result.steps[0]!.why).toContain('the clocks are changed in between');
  });

  test('of no hours from a reading the clocks skip: nothing is changed in between', () => {
    expect(count('2021-03-14T02:30', '0 hours after').steps[0]!.why).not.toContain('changed in between');
  });

  test('of an end the clocks show twice: the first is taken', () => {
    const result = count('2021-10-24T01:30', '14 days after', { cap: true });
    expect([result.dueAt, result.endsAt]).toEqual(['2021-11-07T01:30', '2021-11-07T08:30:00.000Z']);
    expect(codes(result)).toContain('CLOCK_CHANGE');
  });
});

describe('what cannot be counted is refused with a sentence', () => {
  test.each<[string, string, string, Told, string]>([
    ['hours from a day', '2021-01-11', '24 hours after', {}, 'the time of the event is needed'],
    ['an unknown zone', '2021-01-11', '14 days after', { timezone: 'America/Nowhere' }, 'is no time zone'],
    [
      'an agreement without its terms',
      '2021-01-11',
      '14 days after',
      { regime: 'contract' },
      'the agreement’s terms',
    ],
    ['noting dates by an agreement', '2021-01-11', '1 fridays after', { contract: terms }, 'local rules'],
    [
      'business days in months',
      '2021-01-11',
      '1 months after',
      { contract: { ...terms, isBusinessDays: true } },
      'counted in days',
    ],
    ['a noting date as a cap', '2021-01-11', '1 fridays after', { cap: true }, 'no maximum'],
    ['no Friday at all', '2021-01-11', '0 fridays after', {}, 'from one'],
    ['a day the calendar has not', '2021-02-30', '14 days after', {}, 'is no day'],
    ['an end past the year 9999', '9990-01-01', '10000 days after', {}, 'years 1 to 9999'],
    ['an end before the year 1', '0001-06-01', '1 years before', {}, 'years 1 to 9999'],
  ])('%s', (_, trigger, words, told, sentence) => {
    expect(() => count(trigger, words, told)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', message: expect.stringContaining(sentence) }),
    );
  });
});
