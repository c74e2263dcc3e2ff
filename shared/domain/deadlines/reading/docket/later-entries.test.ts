import { describe, expect, test } from 'vitest';
import { roleOf } from '../../../docket/threads/role.ts';
import { resetDates, undoneEntries } from './later-entries.ts';
import { motionsOfEntries } from './motions-of.ts';
import { readPrintedDates } from '../printed/read-printed.ts';

const docket = (...texts: readonly (readonly [number | null, string])[]) =>
  texts.map(([number, text]) => ({
    number,
    attachment: null,
    text,
    shortText: '',
    filedOn: '2027-01-04',
    enteredOn: '2027-01-04',
    enteredAt: null,
    role: roleOf({ text, shortText: '', attachment: null }),
  }));
const order = [10, 'ORDER: Response due by 1/12/2027.'] as const;

describe('an order that a later one takes back or changes', () => {
  test.each([
    'ORDER VACATING 10 Order.',
    'ORDER: 10 Order is superseded by this one.',
    'ORDER granting 11 Motion to Vacate 10 Order.',
    'ORDER modifying 10 Order.',
    'ORDER denying 11 Motion to Dismiss and VACATING 10 Order.',
    'ORDER granting in part and denying in part 11 Motion to Vacate 10 Order.',
    'ORDER: 10 Order is hereby amended. Responses are due later.',
  ])('%s', (text) => {
    const undone = undoneEntries(docket(order, [11, 'MOTION to Vacate 10 Order by Northgate.'], [14, text]));
    expect([...undone.keys()]).toEqual([10]);
    expect(undone.get(10)).toMatch(/^Entry 14 says “.*10 Order.*Check whether this still stands\.$/);
  });

  test('is none that comes after it', () => {
    expect(undoneEntries(docket([9, 'ORDER amending 10 Order.'], order)).size).toBe(0);
  });

  test.each([
    'ORDER denying 11 Motion to Vacate 10 Order.',
    'ORDER: 11 Motion to Vacate 10 Order is DENIED.',
    'ORDER granting 9 Motion to Seal and denying 11 Motion to Vacate 10 Order.',
    'MOTION to Vacate 10 Order by Northgate.',
    'ORDER re 10 Amended Order.',
    'ORDER granting 11 Motion to Amend Complaint.',
    'ORDER re 10 Order. The hearing is vacated.',
  ])('and none by what leaves it: %s', (text) => {
    expect(
      undoneEntries(docket(order, [11, 'MOTION to Amend Complaint by Northgate.'], [14, text])).size,
    ).toBe(0);
  });
});

describe('a date that a later entry sets anew', () => {
  const reset = (...texts: readonly (readonly [number | null, string])[]) => {
    const entries = docket(...texts);
    const dated = entries.map((entry) => ({ entry, printed: readPrintedDates(entry.text) }));
    const found = resetDates(dated, motionsOfEntries(entries));
    return [...found].map(([{ kind, due }, why]) => [kind, due, why]);
  };
  const motion = [2, 'MOTION for TRO by Fairwater LLC.'] as const;
  const first = [
    5,
    'Set Hearings as to 2 MOTION for TRO: Motion Hearing set for 1/12/2027 at 10:00 AM.',
  ] as const;

  test('is told of the earlier one, for the same motion', () => {
    expect(
      reset(motion, first, [
        9,
        'Reset Hearings as to 2 MOTION for TRO: Motion Hearing set for 1/14/2027 at 9:00 AM.',
      ]),
    ).toEqual([
      ['hearing', '2027-01-12T10:00', expect.stringMatching(/^Entry 9 prints Thursday, January 14, 2027/)],
    ]);
  });

  test('is told of the only motion there is by an order on its briefing that names none', () => {
    const orders = ['ORDER: Response due 1/8/2027.', 'ORDER: Response due 1/12/2027.'];
    expect(reset(motion, [3, orders[0]!], [4, orders[1]!])).toEqual([
      ['response', '2027-01-08', expect.stringMatching(/^Entry 4 prints Tuesday, January 12, 2027/)],
    ]);
  });

  test('is told where only one of the two names the party, and of a reply that is not allowed', () => {
    const asPrinted = [2, 'MOTION for TRO. Responses due by 1/18/2027. Replies due by 1/25/2027.'] as const;
    expect(
      reset(asPrinted, [
        3,
        'ORDER re 2 Motion: Defendant’s opposition due 1/7/2027. No reply shall be filed.',
      ]),
    ).toEqual([
      ['reply', '2027-01-25', expect.stringContaining('No reply shall be filed')],
      ['response', '2027-01-18', expect.stringContaining('prints Thursday, January 7, 2027')],
    ]);
  });

  test.each([
    [3, 'NOTICE re 3 MOTION to Seal: Motion Hearing set for 1/14/2027 at 9:00 AM.'],
    [9, 'NOTICE re 2 MOTION for TRO: Motion Hearing set for 1/12/2027.'],
    [9, 'ORDER re 2 MOTION for TRO: Response due by 1/11/2027.'],
    [9, 'ORDER: Status hearing set for 1/14/2027 at 9:00 AM.'],
  ])('and is none where it is of another motion, the same day, or another duty: %s %s', (number, text) => {
    expect(reset(motion, [3, 'MOTION to Seal by Fairwater LLC.'], first, [number, text])).toEqual([]);
  });
});
