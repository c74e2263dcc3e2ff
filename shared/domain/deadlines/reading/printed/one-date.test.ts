import { expect, test } from 'vitest';
import { readPrintedDates } from './read-printed.ts';

const read = (text: string) =>
  readPrintedDates(text, 'America/Los_Angeles').map(({ kind, due }) => `${kind} ${due}`);

test.each([
  ['ORDER: The TRO is to remain in effect to 1/20/2027 at 5:00 PM.', 'expiry 2027-01-20T17:00'],
  ['ORDER: The state-court TRO will expire no later than January 20, 2027.', 'expiry 2027-01-20'],
  ['ORDER: The TRO expires as scheduled January 20, 2027.', 'expiry 2027-01-20'],
  ['ORDER: The TRO expires in 14 days (January 20, 2027 at 3:20 p.m.).', 'expiry 2027-01-20T15:20'],
  [
    'ORDER: This TRO expires on January 20, 2027, i.e., fourteen days after its entry, at 3:20 p.m.',
    'expiry 2027-01-20T15:20',
  ],
  ['ORDER: This TRO expires on January 20, 2027, or sooner at 9:00 a.m. if vacated.', 'expiry 2027-01-20'],
  [
    'ORDER: motions to modify these restraints are heard on two days’ notice; this Order shall remain in force until further Order, but not beyond January 20, 2027.',
    'expiry 2027-01-20',
  ],
  ['ORDER: TRO expires on the date of the hearing, January 20, 2027.', 'expiry 2027-01-20'],
  ['ORDER: TRO to lapse January 20, 2027.', 'expiry 2027-01-20'],
  [
    'ORDER: Time for Northgate to respond is extended nunc pro tunc to January 20, 2027.',
    'response 2027-01-20',
  ],
  [
    'TRO: these restraints shall continue until further order, but in no event beyond 5:00 p.m. on January 20, 2027.',
    'expiry 2027-01-20T17:00',
  ],
  ['ORDER: the restraining order shall not extend beyond January 20, 2027.', 'expiry 2027-01-20'],
  [
    'ORDER granting 4 Motion for TRO for the period January 6, 2027 to January 20, 2027.',
    'expiry 2027-01-20',
  ],
  [
    'TRO. This Order is effective from January 6, 2027 at 3:00 p.m. through January 20, 2027 at 3:00 p.m.',
    'expiry 2027-01-20T15:00',
  ],
  ['ORDER granting TRO. Duration: January 6, 2027 to January 20, 2027.', 'expiry 2027-01-20'],
  ['ORDER granting TRO. TRO in effect 1/6/2027-1/20/2027.', 'expiry 2027-01-20'],
  ['MINUTE entry: TRO granted. The TRO is good through and including 1/20/2027.', 'expiry 2027-01-20'],
  [
    'ORDER granting TRO. The restraint shall last until the earlier of January 20, 2027 at 5:00 p.m. or a ruling.',
    'expiry 2027-01-20T17:00',
  ],
  [
    'TRO. It will remain in force for a period not to exceed 14 days, that is, through 5:00 PM on January 20, 2027.',
    'expiry 2027-01-20T17:00',
  ],
  [
    'ORDER granting TRO for ten (10) days, ending at 4:00 p.m. on January 20, 2027.',
    'expiry 2027-01-20T16:00',
  ],
  ['TRO. This Order shall be of no further force or effect after January 20, 2027.', 'expiry 2027-01-20'],
  ['MINUTE ORDER: The Court ENTERS a TRO through 11:59 p.m. on January 20, 2027.', 'expiry 2027-01-20T23:59'],
  [
    'ORDER re 4 Motion for TRO: The motion is GRANTED until January 20, 2027 at 5 p.m.',
    'expiry 2027-01-20T17:00',
  ],
  [
    'ORDER: The temporary restraints of January 6, 2027 are extended, on consent, to January 20, 2027 at 5:00 p.m.',
    'expiry 2027-01-20T17:00',
  ],
  [
    'TRO: under Rule 65(b)(2) this Order shall expire fourteen days after entry, namely at 3:47 p.m. on January 20, 2027.',
    'expiry 2027-01-20T15:47',
  ],
  [
    'ORDER granting TRO for a period of seven (7) days commencing January 13, 2027 and terminating January 20, 2027.',
    'expiry 2027-01-20',
  ],
  ['ORDER re TRO: [x] GRANTED. Expires: 01/20/2027 03:15 PM.', 'expiry 2027-01-20T15:15'],
  ['ORDER: This TRO expires, unless extended, on January 20, 2027.', 'expiry 2027-01-20'],
  ['ORDER: This TRO will expire if not extended by January 20, 2027.', 'expiry 2027-01-20'],
  ['ORDER granting TRO, which is limited to January 20, 2027.', 'expiry 2027-01-20'],
  ['ORDER: TRO expires on the earlier of (a) January 20, 2027 and (b) a ruling.', 'expiry 2027-01-20'],
  ['ORDER: TRO to remain until 5:00 o’clock p.m. on January 20, 2027.', 'expiry 2027-01-20T17:00'],
  ['ORDER granting TRO. Termination date of TRO: January 20, 2027.', 'expiry 2027-01-20'],
  ['ORDER granting TRO; TRO expires 1-20-27 at 5 pm.', 'expiry 2027-01-20T17:00'],
  [
    'ORDER granting TRO. Until January 20, 2027 at 5:00 p.m., Northgate shall not transfer the domain.',
    'expiry 2027-01-20T17:00',
  ],
  [
    'ORDER: The TRO is hereby extended for an additional fourteen (14) days from its current expiration, i.e., until 11:59 p.m. on January 20, 2027.',
    'expiry 2027-01-20T23:59',
  ],
])('the end of a restraint: %s', (text, date) => {
  expect(read(text)).toEqual([date]);
});

test.each([
  [
    'MINUTE entry: Motion to extend TRO is entered and continued to 1/12/2027 at 10:00 a.m. TRO stands.',
    ['hearing 2027-01-12T10:00'],
  ],
  ['ORDER: Northgate’s lease will expire on January 31, 2027. TRO granted.', []],
  ['ORDER: The motion is submitted. No hearing will be held on January 20, 2027.', []],
  ['ORDER: There will be no oral argument on January 20, 2027 at 10:00 a.m.', []],
  [
    'ORDER: There is no objection to the hearing set for January 20, 2027 at 10:00 a.m.',
    ['hearing 2027-01-20T10:00'],
  ],
  ['ORDER: The opposition date is corrected to January 10, 2027.', ['response 2027-01-10']],
  ['ORDER: THE CONFERENCE PRESENTLY SCHEDULED FOR JANUARY 7, 2027 AT 10:30 A.M. IS ADJOURNED SINE DIE.', []],
  [
    'ORDER: The conference is set for January 7, 2027 at 10:30 a.m. Is it adjourned? No.',
    ['conference 2027-01-07T10:30'],
  ],
  ['ORDER granting TRO: the policy is set to expire on January 31, 2027.', []],
  ['ORDER granting TRO. The lease is good through January 31, 2027.', []],
  ['ORDER granting TRO. Relief from it is limited to what Northgate spent through January 12, 2027.', []],
  [
    'ORDER granting TRO. It will automatically expire if the bond is not posted by January 8, 2027.',
    ['other_due 2027-01-08'],
  ],
  ['ORDER granting TRO. Judge Lim sits for the period January 11, 2027 to January 15, 2027.', []],
  ['ORDER granting TRO for 14 days; discovery period January 5, 2027 to January 12, 2027.', []],
  ['ORDER granting TRO. Until January 11, 2027, Northgate shall not be required to answer.', []],
  [
    'ORDER: The TRO is extended for 14 days, and Northgate has until January 12, 2027 to answer.',
    ['answer 2027-01-12'],
  ],
])('what is no end of a restraint: %s', (text, dates) => {
  expect(read(text)).toEqual(dates);
});

test.each([
  [
    'ORDER DENYING TRO AND SETTING SCHEDULE: opposition 1/20/2027, reply 1/22/2027; hearing 1/27/2027 at 9:00 a.m.',
    ['response 2027-01-20', 'reply 2027-01-22', 'hearing 2027-01-27T09:00'],
  ],
  [
    'ORDER denying 2 Motion for TRO: Northgate shall respond to the motion for preliminary injunction by January 13, 2027.',
    ['response 2027-01-13'],
  ],
  [
    'ORDER denying 2 Motion for TRO and directing Northgate to answer the complaint on or before January 13, 2027.',
    ['answer 2027-01-13'],
  ],
  [
    'ORDER denying 12 Motion to Continue to January 29, 2027 and granting 13 Motion to extend time to respond to January 12, 2027.',
    ['motion 2027-01-12'],
  ],
  ['ORDER denying: Motion to extend time to respond to January 29, 2027.', []],
  [
    'ORDER: The request to advance the hearing from January 19, 2027 to January 12, 2027 is DENIED. The hearing will proceed as scheduled on January 19, 2027 at 10:00 a.m.',
    ['hearing 2027-01-19T10:00'],
  ],
])('what an order sets beside what it denies: %s', (text, dates) => {
  expect(read(text)).toEqual(dates);
});

test.each([
  [
    'ORDER: The hearing on January 14, 2027, will begin at 10:00 a.m. instead of 9:00 a.m.',
    ['hearing 2027-01-14T10:00'],
  ],
  [
    'ORDER: Northgate’s emergency motion 15 to dissolve the TRO will be heard January 14, 2027 at 10:00 a.m.',
    ['hearing 2027-01-14T10:00'],
  ],
  [
    'ORDER: Hearing on motion to extend TRO (12) on 1/15/2027 at 1:00 PM; the TRO otherwise expires 1/19/2027.',
    ['hearing 2027-01-15T13:00', 'expiry 2027-01-19'],
  ],
  [
    'ORDER: Counsel shall appear telephonically this Thursday, January 14, 2027, at 8:30 a.m.',
    ['hearing 2027-01-14T08:30'],
  ],
  [
    'ORDER that service by email on or before January 14, 2027 by 5 p.m. be deemed good service.',
    ['other_due 2027-01-14T17:00'],
  ],
  [
    'NOTICE OF ERRATA re 12 Order: The hearing date stated as January 13, 2027 should read January 14, 2027 at 10:00 a.m.',
    ['hearing 2027-01-14T10:00'],
  ],
  [
    'ERRATA to 1 Order: the expiration date of the TRO should be January 15, 2027, not January 18, 2027.',
    ['expiry 2027-01-15'],
  ],
  [
    'ORDER correcting a clerical error in 1 TRO: the response date is January 11, 2027, not January 8, 2027.',
    ['response 2027-01-11'],
  ],
  [
    'ORDER TO SHOW CAUSE: Northgate shall show cause on 1/19/2027 at 02:30 PM why a preliminary injunction should not issue; answering papers, if any, to be served by January 14, 2027.',
    ['hearing 2027-01-19T14:30', 'response 2027-01-14'],
  ],
  ['ORDER: Evidentiary Hearing set for 1/25 - 1/27/2027 at 9:30 AM.', ['hearing 2027-01-25T09:30']],
  [
    'ORDER: The hearing will commence on Thursday, January 14 and continue on Friday, January 15, 2027, at 9:00 a.m. each day.',
    ['hearing 2027-01-14T09:00', 'hearing 2027-01-15T09:00'],
  ],
  [
    'ORDER: Hearing set for January 14 and continuing through January 15, 2027 at 9:00 a.m.',
    ['hearing 2027-01-14T09:00'],
  ],
  [
    'ORDER: Northgate shall file its opposition by January 6, 2027 and shall, no later than January 8, 2027, produce the logs.',
    ['response 2027-01-06', 'other_due 2027-01-08'],
  ],
  ['ORDER: Hearing set for 12/29 through 1/4/2027 at 9:30 AM.', ['hearing 2026-12-29T09:30']],
  [
    'ORDER: Northgate shall submit weekly reports by January 13, January 20, and January 27, 2027.',
    ['other_due 2027-01-13', 'other_due 2027-01-20', 'other_due 2027-01-27'],
  ],
  ['ORDER: The TRO motion will be heard January 15, 2027 at 11 a.m.', ['hearing 2027-01-15T11:00']],
  [
    'ORDER: Northgate is enjoined from proceeding with the meeting scheduled for January 14, 2027. Hearing January 19, 2027 at 9:30 a.m.',
    ['hearing 2027-01-19T09:30'],
  ],
  [
    'ORDER: the 1/8/27 opposition deadline is accelerated to 1/7/27 at 12:00 p.m. (noon).',
    ['response 2027-01-07T12:00'],
  ],
  ['ORDER: Notices must be mailed by January 12, 2027.', ['other_due 2027-01-12']],
  ['STIPULATION AND [PROPOSED] ORDER extending TRO to February 4, 2027 by Fairwater LLC', []],
  [
    'STIPULATION AND [PROPOSED] ORDER extending TRO to February 4, 2027. Signed by Judge Bo Lim.',
    ['expiry 2027-02-04'],
  ],
  [
    'ELECTRONIC ORDER entered ALLOWING 12 Assented to MOTION for Extension of Time to February 3, 2027 to File Answer.',
    ['answer 2027-02-03'],
  ],
  ['ORDER: Fairwater has until and including January 11, 2027, to post the bond.', ['other_due 2027-01-11']],
  ['ORDER TO SHOW CAUSE. Return date January 19, 2027 at 9:30 a.m.', ['hearing 2027-01-19T09:30']],
])('a day that is heard, corrected or returned to: %s', (text, dates) => {
  expect(read(text)).toEqual(dates);
});

test.each([
  ['Hearing set for January 12, 2027, at 10:00 a.m. is reset for 1:00 p.m.', 'hearing 2027-01-12T13:00'],
  ['The January 12, 2027 hearing is changed from 2:00 p.m. to 3:30 p.m.', 'hearing 2027-01-12T15:30'],
  ['The January 12, 2027 conference is moved to noon.', 'conference 2027-01-12T12:00'],
  ['Time of hearing on January 12, 2027 changed to 1:00 p.m.', 'hearing 2027-01-12T13:00'],
  [
    'Hearing scheduled for January 12, 2027 at 10:00 a.m. will instead begin at 1:00 p.m.',
    'hearing 2027-01-12T13:00',
  ],
])('another hour of the same day: %s', (text, date) => {
  expect(read(`ORDER: ${text}`)).toEqual([date]);
});
