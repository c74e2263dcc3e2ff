import { describe, expect, test } from 'vitest';
import { roleOf } from '../../../docket/threads/role.ts';
import { decidedDates, decidedMotions } from './decided-motions.ts';
import { readPrintedDates } from '../printed/read-printed.ts';

const docket = (...texts: readonly (readonly [number, string])[]) =>
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
const motions = [
  [10, 'MOTION for Preliminary Injunction by Fairwater LLC.'],
  [11, 'MOTION for Temporary Restraining Order by Fairwater LLC.'],
  [12, 'MOTION for Extension of Time to File Response re 10 MOTION by Northgate.'],
  [13, 'MOTION to Withdraw 10 MOTION for Preliminary Injunction by Fairwater LLC.'],
] as const;
const read = (text: string) => [...decidedMotions(docket(...motions, [20, text])).keys()];

describe('a motion that a later entry decides or withdraws', () => {
  test.each([
    ['NOTICE of Withdrawal of 11 MOTION for Temporary Restraining Order by Fairwater LLC.', [11]],
    ['NOTICE WITHDRAWING 10 MOTION for Preliminary Injunction filed by Fairwater LLC.', [10]],
    ['STIPULATION withdrawing 10 MOTION for Preliminary Injunction by all parties.', [10]],
    ['ORDER: 10 Motion for Preliminary Injunction is hereby WITHDRAWN.', [10]],
    ['ORDER denying 10 Motion for Preliminary Injunction and 11 Motion for TRO.', [10, 11]],
    ['ORDER denying Plaintiff’s Motion for Preliminary Injunction (Dkt. 10).', [10]],
    ['ORDER denying as moot 11 Motion for Temporary Restraining Order.', [11]],
    ['ORDER granting in part and denying in part 10 Motion for Preliminary Injunction.', [10]],
    ['MINUTE ORDER striking 10 Motion for Preliminary Injunction.', [10]],
    ['ORDER granting 12 Motion for Extension of Time to File Response re 10 Motion.', [12]],
    ['ELECTRONIC ORDER entered allowing 10 Motion for Preliminary Injunction.', [10]],
    ['ORDER granting 13 Motion to Withdraw.', [13]],
    ['ORDER granting 13 Motion to Withdraw 10 Motion for Preliminary Injunction.', [13, 10]],
  ])('%s', (text, numbers) => {
    expect(read(text)).toEqual(numbers);
  });

  test('is none that comes after the entry', () => {
    expect(decidedMotions(docket([9, 'ORDER denying 10 Motion.'], ...motions)).size).toBe(0);
  });

  test.each([
    'NOTICE of Withdrawal of Attorney John Roe re 10 MOTION for Preliminary Injunction.',
    'MOTION to Withdraw 10 MOTION for Preliminary Injunction by Fairwater LLC.',
    'RESPONSE in Opposition to 10 MOTION, asking that it be denied, by Northgate.',
    'ORDER denying 9 Motion to Strike 10 Motion for Preliminary Injunction.',
    'ORDER setting hearing on 10 Motion for Preliminary Injunction.',
    // What is left of it may be an injunction.
    'ORDER granting 11 Motion for Temporary Restraining Order.',
  ])('and none by what leaves it: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  test('is told with the words', () => {
    const [decision] = decidedMotions(docket(motions[0], [20, 'ORDER denying 10 Motion.'])).values();
    expect(decision).toEqual({
      by: 20,
      why: 'Entry 20 says “ORDER denying 10 Motion”. Check whether this still stands.',
    });
  });
});

describe('a day that another entry sets for a decided motion', () => {
  const doubted = (...texts: readonly (readonly [number, string])[]) => {
    const entries = docket(...motions, ...texts);
    const read = entries.map((entry) => ({ entry, printed: readPrintedDates(entry.text) }));
    return [...decidedDates(read, decidedMotions(entries)).keys()].map(({ due }) => due);
  };
  const withdrawn = [20, 'NOTICE of Withdrawal of 11 MOTION for Temporary Restraining Order.'] as const;

  test('is doubted with it', () => {
    const set = [
      15,
      'ORDER re 11 Motion: response due 1/12/2027; hearing set for 1/14/2027 at 10:00 AM.',
    ] as const;
    expect(doubted(set, withdrawn)).toEqual(['2027-01-12', '2027-01-14T10:00']);
  });

  test('and stands where another motion is heard too, or it was set after the decision', () => {
    const both = [15, 'ORDER re 10 Motion and 11 Motion: hearing set for 1/14/2027 at 10:00 AM.'] as const;
    const later = [21, 'ORDER re 11 Motion: hearing set for 1/14/2027 at 10:00 AM.'] as const;
    expect(doubted(both, withdrawn)).toEqual([]);
    expect(doubted(withdrawn, later)).toEqual([]);
  });
});
