import { describe, expect, test } from 'vitest';
import { roleOf } from '../../../docket/threads/role.ts';
import { readPrintedDates } from '../printed/read-printed.ts';
import { readUndatedDuties } from '../undated/read-undated.ts';
import { sweepsOf, sweptDates } from './swept-dates.ts';

const entry = (number: number | null, text: string, on = '2027-01-05') => ({
  number,
  attachment: null,
  text,
  shortText: '',
  filedOn: on,
  enteredOn: on,
  enteredAt: null,
  role: roleOf({ text, shortText: '', attachment: null }),
});
const dated = (one: ReturnType<typeof entry>) => ({
  entry: one,
  printed: readPrintedDates(one.text),
  duties: readUndatedDuties(one.text),
});
const order =
  'ORDER: Response due 1/8/2027. Status conference set for 1/11/2027 at 9:00 AM. TRO expires 1/19/2027.';
const doubted = (first: string, ...later: string[]) => {
  const texts = [first, ...later];
  const docket = texts.map((text, i) => entry(5 + i, text, `2027-01-0${5 + i}`));
  return [...sweptDates(docket.map(dated)).keys()].map(({ kind }) => kind);
};

describe('an order that takes back what earlier ones set, and names no day', () => {
  test.each([
    [
      'TEXT ORDER: All pending deadlines and hearings are VACATED in light of settlement.',
      ['response', 'conference'],
    ],
    [
      'ORDER: All hearings are vacated and all deadlines are stayed; no response need be filed.',
      ['response', 'conference'],
    ],
    ['ORDER. All dates previously set, including trial, are hereby VACATED.', ['response', 'conference']],
    ['ORDER: the briefing schedule is suspended pending mediation.', ['response']],
    ['ORDER: The deadlines set in 5 Order are VACATED.', ['response']],
    ['ORDER vacating all remaining hearings.', ['conference']],
    [
      'GENERAL ORDER: all deadlines in civil cases in which the United States is a party are stayed.',
      ['response'],
    ],
    [
      'ORDER: The parties have settled; all pending motions are denied as moot and all hearings are off calendar.',
      ['conference'],
    ],
    ['ORDER: the TRO is amended to expire at 5:00 p.m. on January 15.', ['expiry']],
    ['ORDER shortening the TRO: it shall expire at 5:00 p.m. tomorrow.', ['expiry']],
    ['ORDER: all temporary restraints are VACATED effective immediately.', ['expiry']],
    ['***Deadlines terminated.', ['response']],
    [
      'ORDER REASSIGNING CASE. Hearing dates presently scheduled are vacated; briefing schedules remain.',
      ['conference'],
    ],
    ['60-DAY ORDER: the case has settled; the action is discontinued.', ['response', 'conference', 'expiry']],
    ['CASE TRANSFERRED OUT to the District of New Jersey.', ['response', 'conference', 'expiry']],
    ['Case transferred to Judge Lim.', []],
    ['ORDER: The Court adopts the parties’ schedule: response due 1/12/2027.', ['response']],
    ['ORDER STAYING CASE.', ['response', 'conference', 'expiry']],
    ['ORDER: case STAYED pending arbitration.', ['response', 'conference', 'expiry']],
    ['CLERK’S NOTICE vacating conference.', ['conference']],
    ['MINUTE ENTRY: TRO hearing held. TRO extended 14 days.', ['expiry']],
    ['ORDER: TRO continued in effect for 14 additional days.', ['expiry']],
    ['ORDER: TRO is renewed for a like period.', ['expiry']],
    ['ORDER: TRO dissolved.', ['expiry']],
    ['PRELIMINARY INJUNCTION against Northgate.', ['expiry']],
    ['ORDER granting 3 Motion for TRO and Preliminary Injunction.', ['expiry']],
    ['ORDER setting hearing on 3 Motion for Preliminary Injunction.', []],
    ['ORDER: The deadline to answer the complaint is stayed.', []],
    ['ORDER granting 4 Motion to Stay Case.', ['response', 'conference', 'expiry']],
    ['ORDER DISMISSING CASE without prejudice.', ['response', 'conference', 'expiry']],
    ['ORDER: This action is hereby REMANDED to state court.', ['response', 'conference', 'expiry']],
    ['NOTICE of Voluntary Dismissal by Fairwater LLC.', ['response', 'conference', 'expiry']],
    ['SUGGESTION OF BANKRUPTCY as to Northgate.', ['response', 'conference', 'expiry']],
    ['ORDER dissolving temporary restraining order.', ['expiry']],
    ['ORDER: The TRO is extended for 14 days.', ['expiry']],
    ['ORDER granting 2 Motion for Preliminary Injunction. The TRO is superseded by this order.', ['expiry']],
    ['USCA ORDER: The temporary restraining order is administratively stayed.', ['expiry']],
  ])('%s', (text, kinds) => expect(doubted(order, text)).toEqual(kinds));

  test.each([
    'ORDER TO SHOW CAUSE why this case should not be dismissed.',
    'ORDER: if no response is filed, this case will be dismissed.',
    'MOTION to stay case and vacate all deadlines by Northgate.',
    'ORDER denying 4 Motion to Stay Case and Vacate All Deadlines.',
    'ORDER granting in part 4 Motion to Dismiss.',
    'ORDER DISMISSING CASE as to defendant Doe only.',
    'ORDER staying discovery.',
    'ORDER: The TRO is STAYED pending appeal until January 12, 2027.',
    'ORDER: The administrative stay of the TRO is granted and shall remain in effect until January 12, 2027.',
    'ORDER approving stipulation. The standstill of the TRO shall remain in effect through January 25, 2027.',
    'ORDER: The administrative stay of the TRO shall remain in effect until the Court rules.',
    'ORDER: The administrative stay of the TRO shall remain in effect for 7 days.',
  ])('and what leaves them: %s', (text) => expect(doubted(order, text)).toEqual([]));

  test('only what is still to come is doubted', () => {
    expect(doubted('ORDER: Response due 1/5/2027.', 'ORDER STAYING CASE.')).toEqual([]);
  });

  test('the sentence that does it is told', () => {
    expect(sweepsOf(entry(7, 'ORDER. All deadlines are STAYED.'))[0]?.doubt).toBe(
      'Entry 7 says “All deadlines are STAYED”. Check whether this still stands.',
    );
  });
});

describe('a paper that an order makes due anew', () => {
  test.each([
    [
      'ORDER granting 2 Motion: TRO expires 1/19/2027. Northgate’s brief is due 1/14/2027.',
      'ORDER granting 9 Stipulation. The hearing is continued. The TRO stays in effect until 2/5/2027. Northgate’s brief is due 1/28/2027.',
      ['expiry', 'other_due'],
    ],
    [order, 'ORDER permitting payroll. The TRO otherwise stays in effect until 1/15/2027.', ['expiry']],
    [order, 'CORRECTED ORDER re 5: response due 1/9/2027.', ['response']],
    [
      'ORDER re 2 Motion: response due 1/12/2027.',
      'ORDER granting 6 Motion to Expedite. Responses due by 1/6/2027.',
      ['response'],
    ],
    [
      order,
      'ORDER: the request for more time is GRANTED. The response is now due by 1/12/2027.',
      ['response'],
    ],
    [
      'SCHEDULING ORDER: Discovery due by 3/1/2027.',
      'AMENDED SCHEDULING ORDER: Discovery due by 6/1/2027.',
      ['discovery'],
    ],
    [
      'Set/Reset Deadlines as to 2 MOTION: Responses due by 1/19/2027.',
      'Set/Reset Deadlines: Responses due by 1/26/2027.',
      ['response'],
    ],
    [
      'ORDER: Joint status report due 1/15/2027. Proposed findings due 1/20/2027.',
      'ORDER: deadline extended. Joint status report due 2/15/2027.',
      ['other_due'],
    ],
  ])('%s → %s', (first, second, kinds) => expect(doubted(first, second)).toEqual(kinds));

  test('one party answers once', () => {
    const waiver =
      'WAIVER OF SERVICE returned executed. Northgate waiver sent on 1/4/2027, answer due 3/5/2027.';
    expect(doubted(waiver, 'STIPULATION and ORDER: Northgate shall answer by 4/1/2027.')).toEqual(['answer']);
    // By its short name.
    const full = waiver.replace('Northgate waiver', 'Northgate Hosting, Inc. waiver');
    expect(doubted(full, 'STIPULATION and ORDER: Northgate’s answer is due 4/1/2027.')).toEqual(['answer']);
    const article = waiver.replace('Northgate waiver', 'The Birch Company waiver');
    expect(doubted(article, 'STIPULATION and ORDER: the answer of Acme is due 4/1/2027.')).toEqual([]);
    expect(doubted(full, 'STIPULATION and ORDER: Birch LLC’s answer is due 4/1/2027.')).toEqual([]);
  });

  test('responses to different motions stand beside each other', () => {
    expect(
      doubted(
        'ORDER re 2 Motion: Response due 1/8/2027.',
        'AMENDED ORDER re 4 Motion to Compel: Response due 1/15/2027.',
      ),
    ).toEqual([]);
  });

  test('a thousand orders and as many changes are gone through to their end', () => {
    const texts = Array.from(
      { length: 1000 },
      (_, i) => `AMENDED ORDER: Response due 1/${(i % 28) + 1}/2028.`,
    );
    const read = texts.map((text, i) => dated(entry(i + 1, text)));
    expect(sweptDates(read).size).toBeGreaterThan(900);
  });
});
