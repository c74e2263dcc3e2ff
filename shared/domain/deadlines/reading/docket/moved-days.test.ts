import { describe, expect, test } from 'vitest';
import { roleOf } from '../../../docket/threads/role.ts';
import { movedDates } from './moved-days.ts';
import { readPrintedDates } from '../printed/read-printed.ts';

const docket = (...texts: readonly string[]) =>
  texts.map((text, i) => ({
    entry: {
      number: i === 0 ? 10 : null,
      attachment: null,
      text,
      shortText: '',
      filedOn: '2027-01-04',
      enteredOn: '2027-01-04',
      enteredAt: null,
      role: roleOf({ text, shortText: '', attachment: null }),
    },
    printed: readPrintedDates(text),
  }));
/** Days of the first entry that the later ones leave in doubt. */
const doubted = (first: string, ...later: readonly string[]) =>
  [...movedDates(docket(first, ...later)).keys()].map(({ due }) => due.slice(0, 10));

const noticed = 'NOTICE of Hearing: Motion Hearing set for 1/12/2027 at 10:00 AM. Response due by 1/11/2027.';

describe('a day that a later entry without a number takes back or moves', () => {
  test.each([
    'CLERK’S NOTICE vacating 1/12/2027 Motion Hearing.',
    'ORDER: The hearing set for January 12, 2027 is VACATED.',
    'ORDER: The January 12 hearing is CONTINUED to January 26, 2027 at 9:00 AM.',
    'TEXT ORDER: The 1/12 hearing is cancelled.',
    'ORDER granting 11 Motion to Continue Hearing set for 1/12/2027.',
    'Set/Reset Hearings: Motion Hearing RESET for 1/26/2027 at 10:00 AM.',
    'ORDER: Motion Hearing reset for 1/12/2027 at 2:00 PM.',
    '***AMENDED*** NOTICE of Hearing: Motion Hearing set for 1/12/2027 at 2:00 PM.',
    'CLERK’S NOTICE: the hearing on 2 will begin at 1:30 PM instead of 10:00 AM.',
    'CLERK’S NOTICE: the hearing on 2 is moved to 1:30 PM.',
    'NOTICE: Hearing on Motion for TRO will now take place on January 19, 2027 at 2:00 PM.',
    'NOTICE: Hearing set for 1/12/2027 will now take place at 2:00 PM.',
    'ORDER: On the Court’s own motion, the hearing is reset to January 28.',
    'ORDER: The hearing is moved to Friday at 10 a.m.',
    'MINUTE ENTRY: Motion hearing trailed to 1/19/2027.',
    'TEXT ORDER: The hearing will proceed at 4:00 PM rather than 10:00 AM.',
    'ORDER: The hearing is advanced by one day, at the same time.',
    'ORDER: The motion hearing is hereby continued by stipulation for thirty (30) days.',
    'NOTICE: Motion Hearing reset for 1/26/2027 at 10:00 AM (cc: all counsel 1/4/2027) (Entered: 01/04/2027)',
    'ORDER: The Court resets the schedule: reply January 20, 2027; hearing January 26, 2027 at 10:00 a.m.',
    'ORDER: The hearing is adjourned sine die.',
    'ORDER: The TRO is extended to January 29, 2027 and the hearing is continued to January 28, 2027 at 1:30 p.m.',
    'CORRECTED ORDER. Hearing: January 14, 2027 at 9:00 a.m.',
    'NOTICE of time change: the hearing will begin at 2:00 PM on January 12.',
    'ORDER: The January 12, 2027 hearing will not be held.',
    'ORDER: No hearing will be held on January 12, 2027.',
    'ORDER: The Court adopts the parties’ proposed schedule: reply January 20, 2027; hearing January 26, 2027 at 10:00 a.m.',
    'ORDER: The January 12 hearing shall proceed as scheduled, but at 2:00 p.m.',
    'ORDER: The courthouse is closed on January 12, 2027. The hearing will be held January 13, 2027 at the same time.',
    'TEXT ORDER: Oral argument is unnecessary and is removed from the calendar.',
    'MINUTE ORDER: The hearing will be rescheduled by separate order.',
    'MINUTE ORDER: The motion is decided on the papers. No hearing will be held.',
    'CLERK’S NOTICE: The hearing on January 12 will start one hour earlier.',
    'ORDER: The January 12 hearing will go forward at 2:00 PM.',
    'ORDER: No appearance is needed on January 12.',
    'MINUTE ORDER: Due to the weather, courthouse closed January 12.',
    'ORDER: PI hearing vacated; matter under submission.',
    'NOTICE: Time of hearing on 1/12/2027 corrected: 9:00 AM.',
    'ORDER: Hearing set for January 12, 2027 at 10:00 AM is pushed to 2:00 PM.',
    'NOTICE OF CLERICAL ERROR: the date of the hearing in 10 was entered as January 12, 2027; the correct date is January 13, 2027 at 10:00 AM.',
  ])('%s', (text) => {
    expect(doubted(noticed, text)).toEqual(['2027-01-12']);
  });

  test.each<[string, (word: string) => string, string]>([
    [
      'is …',
      (word) => `ORDER: The January 12 hearing is ${word}.`,
      'vacated, cancelled, canceled, stricken, reset, re-set, rescheduled, re-scheduled, continued, adjourned, postponed, advanced, moved, accelerated, pushed, changed, trailed, converted, terminated, superseded, off calendar',
    ],
    [
      'the Court …',
      (word) => `ORDER: The Court ${word} the January 12 hearing.`,
      'vacates, cancels, strikes, resets, re-sets, reschedules, continues, adjourns, postpones, advances, moves, accelerates, pushes, changes, terminates',
    ],
    [
      'notice … it',
      (word) => `CLERK’S NOTICE ${word} the January 12 hearing.`,
      'vacating, canceling, cancelling, striking, resetting, re-setting, rescheduling, continuing, adjourning, postponing, advancing, moving, accelerating, pushing, changing, converting, trailing, terminating, of change of time of, of time change for, of new date for',
    ],
    [
      'motion to … it granted',
      (word) => `ORDER granting 11 Motion to ${word} Hearing set for 1/12/2027.`,
      'Vacate, Cancel, Reset, Continue, Adjourn, Postpone, Reschedule, Re-Schedule, Advance, Move, Accelerate',
    ],
    [
      'will … by telephone',
      (word) => `ORDER: The January 12 hearing will ${word} by telephone.`,
      'now be held, now be heard, now take place, now begin, now start, now commence, now proceed, now occur, now convene, not go forward',
    ],
    [
      'it … so',
      (word) => `ORDER: The January 12 hearing ${word} at 2:00 PM.`,
      'should be, is now set, is now scheduled',
    ],
  ])('%s, in whatever word', (_, sentence, words) => {
    const missed = words.split(', ').filter((word) => doubted(noticed, sentence(word))[0] !== '2027-01-12');
    expect(missed).toEqual([]);
  });

  test('all dates, moved by a length', () => {
    const doubts = doubted(noticed, 'ORDER: all dates in the January 4 Order are extended by one week.');
    expect(doubts.toSorted()).toEqual(['2027-01-11', '2027-01-12']);
    expect(doubted(noticed, 'ORDER: all other dates remain.')).toEqual([]);
    const past = noticed.replace('Response due by 1/11/2027', 'Response due by 1/3/2027');
    expect(doubted(past, 'ORDER: all dates are extended by one week.')).toEqual(['2027-01-12']);
  });

  test('a hearing of “tomorrow” is that of the day after the entry', () => {
    const tomorrow = 'NOTICE of Hearing: TRO hearing set for 1/5/2027 at 2:00 PM.';
    expect(doubted(tomorrow, 'MINUTE ORDER: The TRO hearing tomorrow is off calendar.')).toEqual([
      '2027-01-05',
    ]);
    expect(doubted(noticed, 'MINUTE ORDER: The TRO hearing tomorrow is off calendar.')).toEqual([]);
  });

  test('of a paper that is due', () => {
    expect(doubted(noticed, 'ORDER: The response due January 11, 2027 is extended.')).toEqual(['2027-01-11']);
  });

  test('is told with the words of that entry', () => {
    const [doubt] = movedDates(docket(noticed, 'ORDER: The January 12 hearing is VACATED.')).values();
    expect(doubt).toBe(
      'A later entry says “ORDER: The January 12 hearing is VACATED”. Check whether this still stands.',
    );
  });
});

test.each([
  'ORDER denying 11 Motion to Continue Hearing set for 1/12/2027.',
  'MOTION to Continue Hearing set for 1/12/2027 by Northgate.',
  'ORDER: The hearing set for 1/5/2027 is VACATED.',
  'ORDER: The conference is RESET for 1/26/2027 at 10:00 AM.',
  'ORDER granting extension of time: Reply due by 1/26/2027.',
  'Minute Entry: Motion Hearing held on 1/12/2027.',
  'ORDER: Hearing on motion to dismiss the amended complaint set for 1/14/2027 at 9:00 AM.',
  'CLERK’S NOTICE: the hearing will be held at 10:00 AM by Zoom instead of in person.',
  'CLERK’S NOTICE: the conference is moved from 9:00 AM to 11:00 AM.',
  'ORDER: The motion hearing will proceed on January 12, 2027 at 10:00 AM.',
  'ORDER: Exhibits are exchanged in advance of the hearing set for 1/12/2027.',
  'ORDER: There is no objection to the hearing set for January 20, 2027 at 10:00 a.m.',
  'ORDER: The January 14 argument is cancelled.',
])('and not by what leaves it: %s', (text) => {
  expect(doubted(noticed, text)).toEqual([]);
});

test.each([
  'ORDER: The TRO is hereby extended until 5:00 p.m. on January 26, 2027.',
  'ORDER extending the TRO from January 19, 2027 to January 26, 2027.',
])('the end of a restraining order that is extended is doubted: %s', (text) => {
  expect(doubted('TEMPORARY RESTRAINING ORDER. It shall expire on January 19, 2027.', text)).toEqual([
    '2027-01-19',
  ]);
});

test.each([
  ['ORDER: Opposition and reply deadlines are each moved up by two days.', ['2027-01-08', '2027-01-11']],
  ['ORDER: The Court moves up the briefing by one day.', ['2027-01-08', '2027-01-11']],
  ['ORDER: The reply deadline is extended by seven (7) days.', ['2027-01-11']],
  ['ORDER: In light of the shortened schedule, the opposition is due tomorrow at noon.', ['2027-01-08']],
  ['ORDER: The briefing schedule in 4 is pushed back one week.', ['2027-01-08', '2027-01-11']],
  ['ORDER: The response date is deferred until after mediation.', ['2027-01-08']],
  ['ORDER: Defendants are relieved of their obligation to respond.', ['2027-01-08']],
  ['ORDER: The parties need not file replies.', ['2027-01-11']],
  ['ORDER: The response deadline is VACATED.', ['2027-01-08']],
  ['ORDER: Northgate’s time to respond is held in abeyance.', ['2027-01-08']],
  ['ORDER: reply deadline struck.', ['2027-01-11']],
  ['ORDER striking 12 Reply.', []],
  ['ORDER: The discovery deadline is extended by seven days.', []],
  ['MOTION by Northgate to shorten time to respond by two days.', []],
])('papers whose time is moved without its date are doubted: %s', (text, days) => {
  const briefing = 'ORDER: Opposition due January 8, 2027; reply due January 11, 2027.';
  expect(doubted(briefing, text)).toEqual(days);
});

test('another kind of conference that is set anew leaves one as it is', () => {
  const pretrial = 'ORDER: Final Pretrial Conference set for 1/12/2027 at 9 AM.';
  expect(doubted(pretrial, 'ORDER: Scheduling Conference RESET for 1/8/2027 at 9 AM.')).toEqual([]);
  expect(doubted(pretrial, 'ORDER: Pretrial Conference RESET for 1/26/2027 at 9 AM.')).toEqual([
    '2027-01-12',
  ]);
});

test('a thousand settings and as many changes are gone through to their end', () => {
  const texts = Array.from({ length: 2_000 }, (_, i) =>
    i % 2 === 0 ? noticed : 'ORDER: The January 12 hearing is RESET for 1/26/2027 at 10:00 AM.',
  );
  // Of each notice the hearing; each change but the last is not doubted, since the day it sets is the same.
  expect(movedDates(docket(...texts)).size).toBe(1_000);
});
