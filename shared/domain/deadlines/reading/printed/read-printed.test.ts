import { describe, expect, test } from 'vitest';
import { readPrintedDates } from './read-printed.ts';

const read = (text: string) => readPrintedDates(text).map(({ kind, due }) => `${kind} ${due}`);

describe('dates as clerks print them', () => {
  test.each([
    ['Set/Reset Deadlines: Responses due by 2/4/2022. (mm) (Entered: 01/21/2022)', ['response 2022-02-04']],
    [
      'ORDER (Response due by 1/13/2021, Reply due by 1/15/2021)',
      ['response 2021-01-13', 'reply 2021-01-15'],
    ],
    [
      'ORDER: Plaintiff’s Response due by 1/13/21; Defendant’s Reply due by 1/15/21.',
      ['response 2021-01-13', 'reply 2021-01-15'],
    ],
    [
      'ORDER. A hearing will take place Wednesday, January 6, 2027, at 9:30 a.m. in Courtroom 5.',
      ['hearing 2027-01-06T09:30'],
    ],
    ['ORDER. Northgate must comply with Section 2 by Sunday, January 10, 2027.', ['other_due 2027-01-10']],
    [
      'ORDER. Responses due on or before the close of business, 5:00 p.m. Pacific time, on January 8th, 2027.',
      ['response 2027-01-08T17:00'],
    ],
    [
      'ORDER: jury selection 3/1/2027 at 9:00 AM; pretrial conference 2/22/2027 at 2:00 PM.',
      ['trial 2027-03-01T09:00', 'conference 2027-02-22T14:00'],
    ],
    [
      'ORDER: The bond shall be posted not later than 5 o’clock p.m. on the 8th of January 2027.',
      ['other_due 2027-01-08T17:00'],
    ],
    ['MINUTES: TRO GRANTED through 1/19/2027.', ['expiry 2027-01-19']],
    [
      'ORDER: Opposition papers to be served and filed by January 13, 2027; reply papers, if any, by January 15, 2027.',
      ['response 2027-01-13', 'reply 2027-01-15'],
    ],
    [
      'ORDER: Motion filed by 1/8/27, Response filed by 1/15/27, Reply filed by 1/19/27.',
      ['motion 2027-01-08', 'response 2027-01-15', 'reply 2027-01-19'],
    ],
    [
      'MINUTE ORDER: Briefing schedule: Opp. 1/12/2027; Reply 1/15/2027; Hrg 1/20/2027 at 9 AM.',
      ['response 2027-01-12', 'reply 2027-01-15', 'hearing 2027-01-20T09:00'],
    ],
    ['ORDER: Opp’n – 1/8/27; Reply – 1/11/27.', ['response 2027-01-08', 'reply 2027-01-11']],
    ['ORDER re briefs: Oral argument: Jan 22, 2027 at 10:00 AM.', ['hearing 2027-01-22T10:00']],
    [
      'ORDER: service of this order by email on or before January 6, 2027 shall be deemed good and sufficient service.',
      ['other_due 2027-01-06'],
    ],
    ['ORDER: the parties shall file simultaneous briefs on January 12, 2027.', ['other_due 2027-01-12']],
    ['ORDER: The Court will hear argument on January 14, 2027.', ['hearing 2027-01-14']],
    ['NOTICE OF FILING ERROR: Please refile by 1/6/2027.', ['other_due 2027-01-06']],
    [
      'ORDER: Defendants are temporarily restrained and enjoined from terminating service through and including January 19, 2027.',
      ['expiry 2027-01-19'],
    ],
    [
      'ORDER: The TRO remains in effect until the Court rules or January 26, 2027, whichever comes first.',
      ['expiry 2027-01-26'],
    ],
    ['ORDER: The response was filed by 1/4/2027 as ordered.', []],
    ['ORDER: Northgate shall produce the exhibits relied on at the hearing on January 12, 2027.', []],
    ['ORDER. Plaintiff requests a hearing on January 8, 2027 at 9:00 AM. The request is DENIED.', []],
    ['Complaint against all defendants. Answer due by 1/20/2009. Filed by Ann Rees', ['answer 2009-01-20']],
    ['ORDER granting 12 Motion to Extend Time: Answer due by 5/1/2021', ['answer 2021-05-01']],
    [
      'ORDER (Objections to R&R due by 8/25/2017.) (Signed by Magistrate Judge Bo Lim on 8/11/2017)',
      ['objection 2017-08-25'],
    ],
    [
      'TRANSCRIPT of Proceedings held on 9/22/2022. Transcript may be purchased before the deadline for Release of Transcript Restriction. Redaction Request due 11/15/2022. Redacted Transcript Deadline set for 11/25/2022. Release of Transcript Restriction set for 1/23/2023.(Rees, Ann)',
      ['redaction_request 2022-11-15', 'redacted_transcript 2022-11-25', 'transcript_release 2023-01-23'],
    ],
    [
      'Redaction Request to Transcription Agency due, but not filed, by 6/1/2023.',
      ['redaction_request 2023-06-01'],
    ],
    ['Notice of Intent to Redact due by 1/8/2021', ['other_due 2021-01-08']],
    ['Motion Hearing set for 1/14/2021 at 10:00 AM before Judge Lim', ['hearing 2021-01-14T10:00']],
    [
      'MOTION for Summary Judgment by Tern Yards, Inc. Motion Hearing set for 2/17/2010 09:30 AM before Judge Lim.',
      ['hearing 2010-02-17T09:30'],
    ],
    ['Oral Argument set for 3/4/2021 01:30 PM', ['hearing 2021-03-04T13:30']],
    [
      'MOTION for Partial Summary Judgment by Ann Rees. Motion(s) will be submitted on 8/30/2022.',
      ['hearing 2022-08-30'],
    ],
    [
      'Trial set for 6/1/2022 at 09:00 AM; Discovery due by 2/1/2022',
      ['trial 2022-06-01T09:00', 'discovery 2022-02-01'],
    ],
    ['Final Pretrial Conference set for 5/1/2022 09:30 AM', ['conference 2022-05-01T09:30']],
    [
      'MOTION for Temporary Restraining Order by Fairwater LLC. Noting Date 1/11/2021.',
      ['noting_date 2021-01-11'],
    ],
    ['MOTION to Dismiss. NOTE ON MOTION CALENDAR: February 19, 2021', ['noting_date 2021-02-19']],
    ['Noting Date reset to 3/5/2021', ['noting_date 2021-03-05']],
    [
      'TEMPORARY RESTRAINING ORDER. It shall expire on January 25, 2021 at 5:00 PM.',
      ['expiry 2021-01-25T17:00'],
    ],
    [
      'ORDER granting 15 Motion for Extension of Time to File Response/Reply re 12 MOTION to Dismiss Responses due by 2/1/2027',
      ['response 2027-02-01'],
    ],
    ['ORDER: Reply due date of 1/15/2027 is amended to 1/22/2027.', ['other_due 2027-01-22']],
    [
      'MOTION to Dismiss - filed by Tern Yards, Inc. Answering Brief/Response due date per Local Rules is 1/25/2027. (Rees, Ann)',
      ['response 2027-01-25'],
    ],
    ['ORDER: Reply due pursuant to Local Rule 7.1.2(b) on January 25, 2027.', ['reply 2027-01-25']],
    ['ORDER: Brief in Opposition due by 2/1/2027.', ['response 2027-02-01']],
    ['ORDER: The opposition is due tomorrow, 2/2/2027, by 5:00 PM.', ['response 2027-02-02T17:00']],
    [
      'ELECTRONIC ORDER granting 15 Motion for Extension of Time to February 1, 2027 to File Answer.',
      ['answer 2027-02-01'],
    ],
    [
      'ORDER: Northgate is ordered to show cause in writing by January 12, 2027 at 5:00 PM.',
      ['other_due 2027-01-12T17:00'],
    ],
    [
      'SCHEDULING ORDER: Amended Pleadings due by 3/1/2021. Dispositive motions due by 4/1/2021.',
      ['other_due 2021-03-01', 'motion 2021-04-01'],
    ],
    [
      'ORDER: Northgate Hosting, Inc. answer due 10/12/2006. Signed by Judge Lim on 10/12/06.',
      ['answer 2006-10-12'],
    ],
  ])('%s', (text, dates) => {
    expect(read(text)).toEqual(dates);
  });
});

describe('dates that an order sets in its own words', () => {
  test.each([
    [
      'MINUTE ORDER: Defendant shall respond no later than January 12, 2021 at 5:00 p.m.',
      ['response 2021-01-12T17:00'],
    ],
    ['ORDER: Plaintiff may file a reply by 10:00 AM on January 13, 2021.', ['reply 2021-01-13T10:00']],
    [
      'ORDER: Northgate shall respond on or before 4:30 p.m. this Friday, January 15, 2021.',
      ['response 2021-01-15T16:30'],
    ],
    [
      'ORDER: Status report due within 3 business days of the ruling, or by January 29, 2021, whichever is sooner.',
      ['other_due 2021-01-29'],
    ],
    ['ORDER: Fairwater shall return the seized goods by January 15, 2021.', ['other_due 2021-01-15']],
    [
      'ORDER: Northgate shall have through January 11, 2021 to show cause why the TRO should not be extended.',
      ['other_due 2021-01-11'],
    ],
    ['Opposition to 2 Motion shall be filed by 1/8/2021.', ['response 2021-01-08']],
    [
      'MINUTE entry before Judge Lim: Response due by 1/11/2021; reply by 1/13/2021.',
      ['response 2021-01-11', 'reply 2021-01-13'],
    ],
    [
      'MINUTES (IN CHAMBERS) ORDER: Opp. due 1/8/2021 4:00 p.m.; Reply 1/11/2021 noon.',
      ['response 2021-01-08T16:00', 'reply 2021-01-11T12:00'],
    ],
    [
      'ORDER granting Stipulation: Northgate shall have an additional 7 days, up to and including January 19, 2021, to oppose the motion.',
      ['response 2021-01-19'],
    ],
    [
      'ORDER: By 12 noon tomorrow (January 6, 2021), Fairwater shall file proof of service.',
      ['other_due 2021-01-06T12:00'],
    ],
    [
      'RESCHEDULING NOTICE: hearing before Judge Lim is rescheduled from January 19, 2021, at 10:00 a.m. to January 21, 2021, at 2:00 p.m.',
      ['hearing 2021-01-21T14:00'],
    ],
    [
      'ORDER: The opposition is due on the earlier of January 12, 2021 or three days before the hearing.',
      ['response 2021-01-12'],
    ],
    [
      'ORDER on 2: hearing 1-19-21 at 2 p.m.; response 1-12-21 by 5 p.m.',
      ['hearing 2021-01-19T14:00', 'response 2021-01-12T17:00'],
    ],
    [
      'SCHEDULING ORDER: A conference on the Motion for a Preliminary Injunction (Doc. No. 20) is hereby scheduled for Tuesday, August 3, 2021 at 4:00 p.m.',
      ['conference 2021-08-03T16:00'],
    ],
    [
      'ORDER: The status conference for Group B, which includes Ann Rees, Cy Dove, and Bo Lim, is scheduled for September 8, 2021 at 12:00 p.m.',
      ['conference 2021-09-08T12:00'],
    ],
    [
      'ORDER granting motion [44-1]; Northgate’s response to Fairwater’s Motion [31-1] shall be filed on or before 9/20/2021.',
      ['response 2021-09-20'],
    ],
    ['ORDER: A sur-reply, limited to 5 pages, may be filed 1/15/2021.', ['reply 2021-01-15']],
    [
      'ORDER: Any answer or other responsive pleading shall be filed on or before 10/17/2016.',
      ['answer 2016-10-17'],
    ],
    [
      'ORDER. The deadline for Northgate to respond to the Complaint is hereby EXTENDED until August 8, 2019.',
      ['answer 2019-08-08'],
    ],
    ['ORDER. By November 18, 2022, the parties shall file a joint status letter.', ['other_due 2022-11-18']],
    ['ORDER: Defendant has until 10/31/08 to file a response.', ['response 2008-10-31']],
    ['ORDER: No answer shall be due until January 12, 2027.', ['answer 2027-01-12']],
    [
      'ORDER: the hearing set for 1/19/2017 is stricken and reset to 2/23/17 at 9:45 a.m. in Courtroom 1725.',
      ['hearing 2017-02-23T09:45'],
    ],
    ['ORDER resetting Jury Trial now set for 1/27/14 to 3/24/2014 10:00 AM', ['trial 2014-03-24T10:00']],
    [
      'ORDER. A status conference is scheduled for February 13, 2024, at 2:00 p.m.',
      ['conference 2024-02-13T14:00'],
    ],
    [
      'ORDER: The Court will hold a hearing on January 14, 2021 at 10:00 AM to discuss the motion.',
      ['hearing 2021-01-14T10:00'],
    ],
    [
      'ORDER granting motion to strike as follows: response to the motions shall be filed by 1/5/17, and Defendant’s replies shall be filed by 1/19/17.',
      ['response 2017-01-05', 'reply 2017-01-19'],
    ],
  ])('%s', (text, dates) => {
    expect(read(text)).toEqual(dates);
  });
});

describe('a schedule that lists papers by their names', () => {
  test.each([
    [
      'ORDER: Briefing schedule: Opposition: January 12, 2027; Reply: January 14, 2027.',
      ['response 2027-01-12', 'reply 2027-01-14'],
    ],
    ['ORDER: Responses 1/12/2027; Replies 1/14/2027.', ['response 2027-01-12', 'reply 2027-01-14']],
    [
      'ORDER: (1) opposition to be filed by 12:00 p.m. on January 12, 2027; (2) reply by 9:00 a.m. on January 13, 2027.',
      ['response 2027-01-12T12:00', 'reply 2027-01-13T09:00'],
    ],
    ['ORDER: Reply shall be filed January 14, 2027.', ['reply 2027-01-14']],
    ['ORDER: Counsel shall call chambers by January 12, 2027 at noon.', ['other_due 2027-01-12T12:00']],
    [
      'SCHEDULING ORDER: Disp mtn ddl: 5/1/02; response ddl 9/10/02.',
      ['other_due 2002-05-01', 'response 2002-09-10'],
    ],
  ])('%s', (text, dates) => {
    expect(read(text)).toEqual(dates);
  });

  test.each([
    'ORDER re 12 Response January 12, 2027.',
    'ORDER striking Reply filed January 12, 2027.',
    'DECLARATION of Ann Rees: Reply: January 12, 2027',
  ])('and none where they are only named: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('a hearing that an order names with its hour', () => {
  test.each([
    ['NOTICE of Hearing: Motion Hearing for 1/12/2027 at 10:00 AM.', 'hearing 2027-01-12T10:00'],
    [
      'ORDER. The Court will hear oral argument on the TRO motion at 3 p.m. on January 12, 2027.',
      'hearing 2027-01-12T15:00',
    ],
    [
      '***AMENDED*** ORDER SETTING TELEPHONIC HEARING for 1/12/2027 at 11:30 AM re 2 Motion for TRO.',
      'hearing 2027-01-12T11:30',
    ],
    [
      'NOTICE of Docket Text Modification: hearing date corrected to 1/12/2027 at 9:30 AM.',
      'hearing 2027-01-12T09:30',
    ],
    [
      'ORDER: The parties shall appear before Judge Lim on January 12, 2027 at 2:30 p.m.',
      'hearing 2027-01-12T14:30',
    ],
    ['TEXT ORDER: oral argument on January 12, 2027 at 10:00 a.m.', 'hearing 2027-01-12T10:00'],
    ['ORDER setting hearing on January 12, 2027, at 10:00 A.M.', 'hearing 2027-01-12T10:00'],
    ['ORDER: Hearing on preliminary injunction January 12, 2027 at 9:30 AM.', 'hearing 2027-01-12T09:30'],
    [
      'ORDER TO SHOW CAUSE: Northgate is ordered to show cause on January 12, 2027 at 10:00 a.m. why it should not be enjoined.',
      'hearing 2027-01-12T10:00',
    ],
    ['CLERK’S NOTICE ADVANCING MOTION HEARING to January 11, 2027 at 9:00 AM.', 'hearing 2027-01-11T09:00'],
    [
      'ORDER: Hearing set for January 12, 2027 at 10:00 AM is ADVANCED to 9:00 AM.',
      'hearing 2027-01-12T09:00',
    ],
    [
      'ORDER: Hearing set for January 12, 2027 at 10:00 AM will now begin at 2:00 PM.',
      'hearing 2027-01-12T14:00',
    ],
    [
      'ORDER: The motion to dissolve the TRO will be heard on two (2) days’ notice on January 12, 2027 at 10:00 AM.',
      'hearing 2027-01-12T10:00',
    ],
    [
      'ORDER: The Court will hear the application for a TRO on January 12, 2027 at 4:00 p.m.',
      'hearing 2027-01-12T16:00',
    ],
    [
      'AMENDED NOTICE OF HEARING: Hearing on 3 Motion for TRO now to be held 1/12/2027, 1:30 PM, Ctrm 5.',
      'hearing 2027-01-12T13:30',
    ],
    [
      'ORDER: Deadline to respond to TRO motion moved from January 8 to January 12, 2027, at 3 p.m.',
      'response 2027-01-12T15:00',
    ],
    ['ORDER: Hearing set 01-12-27 @ 9AM.', 'hearing 2027-01-12T09:00'],
    ['NOTICE: Hearing set for 1/12/2027 will now take place at 2:00 PM.', 'hearing 2027-01-12T14:00'],
    [
      'ORDER: The parties shall appear today, January 12, 2027, at 3:00 PM by Zoom.',
      'hearing 2027-01-12T15:00',
    ],
    ['ORDER: Trial set for December 28 through January 5, 2027.', 'trial 2026-12-28'],
    [
      'ORDER: The hearing currently set for 1/12/2027 at 9 AM will instead be held on 1/14/2027 at 10:00 AM.',
      'hearing 2027-01-14T10:00',
    ],
    [
      'ORDER that Defendants show cause before this Court at Room 12A, 500 Pearl Street, on January 12, 2027, at 10:00 o’clock in the forenoon thereof, why an order should not issue.',
      'hearing 2027-01-12T10:00',
    ],
    [
      'ORDER: Northgate is directed to appear and show cause at 10:00 a.m. on January 12, 2027.',
      'hearing 2027-01-12T10:00',
    ],
    [
      'NOTICE of Presentment (with hearing to be held on 1/12/2027 at 10:00 AM at Courtroom 623)',
      'hearing 2027-01-12T10:00',
    ],
    [
      'MOTION for Relief from Stay by Tern Bank. Hearing scheduled for 1/12/2027 at 09:30 AM.',
      'hearing 2027-01-12T09:30',
    ],
    ['NOTICE: Hearing Date: 1/12/2027 10:00 AM', 'hearing 2027-01-12T10:00'],
    [
      'NOTICE: Motion Hearing set for 1/19/2027 at 9:00 AM is advanced to 1/12/2027 at 10:00 AM.',
      'hearing 2027-01-12T10:00',
    ],
    ['ORDER: hearing set for 1/12/2027 at 10:00 AM is moved to Courtroom 5.', 'hearing 2027-01-12T10:00'],
    [
      'ORDER: hearing set for 1/12/2027 at 10:00 AM is converted to a Zoom hearing.',
      'hearing 2027-01-12T10:00',
    ],
    ['ORDER: hearing set for 1/12/2027 at 10:00 AM will now be held by video.', 'hearing 2027-01-12T10:00'],
    ['Telephonic TRO hearing scheduled for tomorrow, 1/12/2027, at 10:00 a.m.', 'hearing 2027-01-12T10:00'],
    ['ORDER granting TRO. PI Hrg 1/12/2027 @ 10am.', 'hearing 2027-01-12T10:00'],
    ['Evidentiary Hearing set for 1/12/2027-1/14/2027', 'hearing 2027-01-12'],
  ])('%s', (text, date) => {
    expect(read(text)).toEqual([date]);
  });

  test.each([
    'ORDER denying motion for the reasons stated at the hearing on January 12, 2027 at 10:00 AM.',
    'Minute Entry for hearing on January 12, 2027 at 10:00 AM before Judge Lim.',
    'NOTICE of Filing of Transcript of hearing on 1/12/2027 at 10:00 AM.',
    'MOTION to continue hearing on January 12, 2027 at 10:00 AM by Fairwater LLC.',
  ])('is not read where it tells of one: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('the end of a restraining order', () => {
  test.each([
    ['TRO expires January 19, 2027 at 3:15 p.m.', '2027-01-19T15:15'],
    ['TEMPORARY RESTRAINING ORDER. Expiration: 1/19/2027 at 5:00 PM.', '2027-01-19T17:00'],
    [
      'TEMPORARY RESTRAINING ORDER entered January 5, 2027, expiring January 19, 2027 at 3:15 p.m. unless extended.',
      '2027-01-19T15:15',
    ],
    ['TEMPORARY RESTRAINING ORDER, in effect through January 19, 2027.', '2027-01-19'],
    ['ORDER: The TRO is hereby extended until 5:00 p.m. on January 26, 2027.', '2027-01-26T17:00'],
    ['ORDER extending 5 Temporary Restraining Order to January 26, 2027.', '2027-01-26'],
    ['ORDER: Northgate is hereby restrained until January 19, 2027 at 5:00 PM.', '2027-01-19T17:00'],
    ['ORDER granting 15 Motion to Extend TRO to January 26, 2027.', '2027-01-26'],
    ['ORDER extending TRO set to expire January 19, 2027 until January 26, 2027.', '2027-01-26'],
    ['TEMPORARY RESTRAINING ORDER effective until 5:00 p.m. on January 19, 2027.', '2027-01-19T17:00'],
    [
      'TEMPORARY RESTRAINING ORDER. This Order is effective immediately and through January 19, 2027.',
      '2027-01-19',
    ],
    ['TEMPORARY RESTRAINING ORDER. It remains in force until noon on January 19, 2027.', '2027-01-19T12:00'],
    ['TRO entered. The order shall automatically terminate on January 19, 2027.', '2027-01-19'],
    ['ORDER granting 2 Motion for TRO through January 19, 2027.', '2027-01-19'],
    ['ORDER granting 2 Temporary Restraining Order for 14 days, until January 19, 2027.', '2027-01-19'],
    [
      'MINUTE entry: Motion for temporary restraining order 5 is granted for 14 days, to and including January 19, 2027.',
      '2027-01-19',
    ],
    [
      'ORDER: TRO expires at the earlier of 5:00 PM on January 19, 2027 or further order of the Court.',
      '2027-01-19T17:00',
    ],
    ['ORDER: this TRO shall expire in accordance with Rule 65(b)(2) on January 19, 2027.', '2027-01-19'],
  ])('%s', (text, due) => {
    expect(read(text)).toEqual([`expiry ${due}`]);
  });

  test.each([
    [
      'ORDER granting 2 Motion for TRO. Northgate shall have until noon on January 11, 2027 to file a response.',
      'response 2027-01-11T12:00',
    ],
    ['ORDER: hearing on TRO extended to 2/1/2027 9:00 AM.', 'hearing 2027-02-01T09:00'],
    ['ORDER: The TRO remains in effect and reply is due by January 8, 2027.', 'reply 2027-01-08'],
    ['ORDER: The TRO is in effect and Northgate shall respond by January 8, 2027.', 'response 2027-01-08'],
  ])('is not what another sentence gives time for: %s', (text, date) => {
    expect(read(text)).toEqual([date]);
  });

  test('is not that of more time to oppose it', () => {
    const text =
      'ORDER granting 6 Motion to Extend Time to respond to 2 Motion for TRO until January 19, 2027.';
    expect(read(text).filter((each) => each.startsWith('expiry'))).toEqual([]);
  });

  test.each([
    'MOTION for TRO effective until January 19, 2027 by Fairwater LLC.',
    'ORDER denying 2 Motion for TRO through January 19, 2027.',
    'ORDER: General Order 5 is effective until January 19, 2027.',
    'ORDER vacating TRO that was effective until January 19, 2027.',
    'MOTION to Extend TRO to January 26, 2027 by Fairwater LLC.',
    'ORDER denying 15 Motion to Extend TRO to January 26, 2027.',
    'ORDER under the local rules in effect on January 1, 2027.',
  ])('is not read from what does not set it: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

test.each([
  ['ORDER: Hearing from January 14, 2027 reset to January 21, 2027 at 9:30 AM.', 'Hearing'],
  ['ORDER: the hearing set for 1/19/2017 is stricken and reset to 2/23/17 at 9:45 a.m.', 'hearing'],
  ['ORDER resetting Jury Trial now set for 1/27/14 to 3/24/2014 10:00 AM', 'Jury Trial'],
  [
    'ORDER continuing the hearing on the motion for TRO from 1/25/2021 to 2/27/2021',
    'hearing on the motion for TRO',
  ],
])('what is moved is called without the date it had: %s', (text, label) => {
  expect(readPrintedDates(text).at(-1)).toMatchObject({ label });
});

test.each([
  ['ORDER: (1) oppositions due 1/12/2027; (2) replies due 1/14/2027.', 'replies due'],
  [
    'ORDER: The response to 2 Motion (Doc. No. 20) shall be filed by 1/14/2027.',
    'The response to 2 Motion (Doc. No. 20) shall be filed by',
  ],
  [
    'ORDER: The deadline to serve under Rule 4(m) is extended to January 12, 2027.',
    'The deadline to serve under Rule 4(m) is extended to',
  ],
])('neither the number of an item nor a rule’s letter cuts a name: %s', (text, label) => {
  expect(readPrintedDates(text).at(-1)).toMatchObject({ label });
});

describe('dates on which nothing is due', () => {
  test.each([
    'ORDER: response due within 14 days. Signed by Judge Lim on 1/3/2021. (ab) (Entered: 01/04/2021)',
    'RESPONSE by Northgate re 67 MOTION Requesting Deadlines for the Filing of Expert Reports (Lim, Ada) (Entered: 01/04/2021)',
    'Minute Entry: Motion Hearing held on 1/14/2021 before Judge Lim.',
    'ORDER dated 1/14/2021. Modified on 1/15/2021 (ab). (Filed on 1/14/2021)',
    'ORDER: Jury Trial set for 3/4/2021 is VACATED.',
    'Motion hearing set for 9/21/2017 is stricken.',
    'ORDER: the hearing previously set for 1/19/2017 is off.',
    'ORDER vacating the hearing set for 1/19/2017',
    'Terminate Deadlines and Hearings: Jury trial set for 12/22/08 is vacated.',
    'MOTION for Extension of Time until March 3, 2021 to File Answer by Northgate Hosting, Inc.',
    'STIPULATION to extend time to answer to March 3, 2021',
    'ORDER denying 12 Motion to extend deadline to January 12, 2027 for response.',
    'ORDER finding as moot 12 Motion for extension of time to respond by January 12, 2027.',
    'ORDER: Motion to extend deadline to respond to January 12, 2027 is DENIED.',
    'ORDER granting 11 Motion to Seal and denying 12 Motion for Extension of Time to February 1, 2027 to File Answer.',
    'ORDER: Northgate Hosting, Inc. shall file no response before January 12, 2027.',
    'ORDER: Fairwater LLC shall not file a reply until January 12, 2027.',
    'ORDER: No motions may be filed before January 12, 2027.',
    'ORDER: The response due January 12, 2027 is no longer required.',
    'Hearing set for 1/12/2027 at 10:00 AM CANCELLED.',
    'ORDER: Hearing set for 1/12/2027 (off calendar).',
    'ORDER taking hearing set for 1/12/2027 off calendar.',
    'ORDER: The hearing set for January 12, 2027 will be rescheduled.',
    'ORDER: The motion hearing set for 1/12/2027 is taken under submission.',
    '***Deadlines terminated. Response due by 1/12/2027.',
    'ORDER granting 12 Motion, nunc pro tunc to January 12, 2027.',
    'ORDER: The deadline of January 5, 2027 for Northgate to respond is EXTENDED.',
    'LETTER MOTION to Adjourn Conference scheduled for 9/23/2022 by Ann Rees',
    'MEMO ENDORSEMENT denying 12 LETTER MOTION for extension of time for filing of motions until January 15, 2018.',
    'ORDER. Time excluded from 4/11/2017 until 7/10/2017.',
    'RESPONSE to the letter of June 5, 2010 by Ann Rees',
    'MOTION to Compel (Attachments: # 1 Exhibit Email due by 1/2/2021, # 2 Exhibit B)',
    'ORDER. The time extended from June 30, 2006 to July 31, 2006, and thereafter to August 31, 2006, has run.',
    'NOTICE by Northgate Hosting, Inc. due to the death of Bo Lim on 1/2/2021',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

test('what the date was counted from stands beside it, with the party', () => {
  const text =
    'SUMMONS Returned Executed by Fairwater LLC. Northgate Hosting, Inc. served on 7/10/2006, answer due 7/30/2006.';
  const [date] = readPrintedDates(text);
  expect(date).toMatchObject({
    kind: 'answer',
    label: 'answer due',
    due: '2006-07-30',
    party: 'Northgate Hosting, Inc.',
    trigger: { event: 'summons_served', at: '2006-07-10' },
    quote: 'answer due 7/30/2006',
  });
  expect(text.slice(date!.start, date!.end)).toBe(date!.quote);
});

test('sixty or ninety days tell where a waiver was sent, Rule 4(d)(3)', () => {
  const trigger = (due: string) =>
    readPrintedDates(
      `WAIVER OF SERVICE Returned Executed. Northgate AB waiver sent on 5/6/2014, answer due ${due}.`,
    )[0]!.trigger!.event;
  expect(trigger('7/7/2014')).toBe('waiver_sent');
  expect(trigger('8/4/2014')).toBe('waiver_sent_abroad');
});

test('the United States is served through its attorney', () => {
  expect(
    readPrintedDates(
      'SUMMONS Returned Executed by Fairwater LLC. USA served on 3/1/2021, answer due 4/30/2021.',
    )[0]!.trigger,
  ).toEqual({ event: 'us_attorney_served', at: '2021-03-01' });
});

test.each([
  [
    'ORDER re 6 STIPULATION by Tern Yards Inc (Rees, Ann) filed by Tern Yards Inc, Tern Yards Inc answer due 10/12/2006.',
    'Tern Yards Inc',
  ],
  ['Set Deadlines/Hearings:Bo Lim answer due 4/27/2009; Tern & Co. Inc. answer due 4/27/2009', 'Bo Lim'],
  [
    'ORDER granting 5 Motion. Northgate Hosting (USA) Inc. answer now due 2/28/2008.',
    'Northgate Hosting (USA) Inc.',
  ],
  [
    'Set Answer Due Date purs. to 45 Scheduling Order, as to Tern & Moss L.L.P. answer due on 9/17/2004.',
    'Tern & Moss L.L.P.',
  ],
  ["Clerk's Order extending time to answer. Answer due 4/30/02 for Ann Rees. (ab)", 'Ann Rees'],
])('whose answer it is: %s', (text, party) => {
  expect(readPrintedDates(text)[0]).toMatchObject({ kind: 'answer', party });
});

test('whose response it is', () => {
  const parties = readPrintedDates(
    "ORDER: Plaintiff's response due by 1/13/2021; Govt's reply due by 1/15/2021",
  ).map(({ party }) => party);
  expect(parties).toEqual(['Plaintiff', 'Government']);
});

test('every quote is where it says it is', () => {
  const text =
    'ORDER. By January 18, 2022, the parties shall confer. Responses due by 2/4/2022. Hearing set for 3/4/2022 at 9 AM.';
  const dates = readPrintedDates(text);
  expect(dates).toHaveLength(3);
  for (const { start, end, quote } of dates) expect(text.slice(start, end)).toBe(quote);
});

test.each([
  'a'.repeat(100_000),
  'due by 1/2/2021 '.repeat(6_000),
  '('.repeat(50_000) + 'set for 1/2/2021',
  'served on served on '.repeat(5_000),
  'hearing set for the '.repeat(5_000),
  'granting granting motion to '.repeat(3_500),
  `${'1/2/2021 '.repeat(10_000)}`,
])('a hostile text of 100,000 characters is read to its end (case %#)', (text) => {
  expect(() => readPrintedDates(text)).not.toThrow();
});

test('what was due before is called by its name', () => {
  const [date] = readPrintedDates(
    'ORDER: Plaintiff’s reply, previously due January 8, 2027, is now due January 12, 2027.',
  );
  expect(date).toMatchObject({ kind: 'reply', label: 'Plaintiff’s reply', due: '2027-01-12' });
  const [, instead] = readPrintedDates(
    'ORDER: Northgate’s opposition, due January 8, 2027 under LCR 7(d), is instead due January 6, 2027.',
  );
  expect(instead).toMatchObject({ kind: 'response', label: 'Northgate’s opposition', due: '2027-01-06' });
});
