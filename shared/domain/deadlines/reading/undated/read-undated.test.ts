import { describe, expect, test } from 'vitest';
import { readUndatedDuties } from './read-undated.ts';

const read = (text: string) => readUndatedDuties(text).map(({ kind, label }) => `${kind}: ${label}`);

describe('what an order makes due without a day that can be read', () => {
  test.each([
    [
      'ORDER: Northgate shall respond within 7 days of service of this order.',
      'response: Northgate shall respond within 7 days of service of this order',
    ],
    [
      'ORDER: Fairwater LLC shall post a bond of $10,000 by noon tomorrow.',
      'other_due: Fairwater LLC shall post a bond of $10,000 by noon tomorrow',
    ],
    [
      'ORDER granting the request for emergency relief. Northgate is ENJOINED from terminating the agreement for 14 days.',
      'expiry: ENJOINED from terminating the agreement for 14 days',
    ],
    [
      'ORDER: Northgate to file any opposition by 5 p.m. the day before the hearing.',
      'response: Northgate to file any opposition by 5 p.m. the day before the hearing',
    ],
    [
      'ORDER: The Court will hear the application for a TRO at 4:00 p.m. this afternoon.',
      'hearing: application for a TRO at 4:00 p.m. this afternoon',
    ],
    ['ORDER: Briefs due 48 hrs prior.', 'other_due: Briefs due 48 hrs prior'],
    [
      'ORDER: Northgate shall, within two hours of entry of this order, e-mail it to counsel.',
      'other_due: Northgate shall, within two hours of entry of this order',
    ],
    [
      'ORDER: Northgate is barred from soliciting customers for 10 days.',
      'expiry: barred from soliciting customers for 10 days',
    ],
    [
      'ORDER: The Court grants an extension of time until 5 days after a ruling on 7 Motion to Dismiss.',
      'other_due: The Court grants an extension of time until 5 days after a ruling on 7 Motion to Dismiss',
    ],
    [
      'ORDER: Plaintiffs have until the end of the day to file a supplemental declaration.',
      'other_due: Plaintiffs have until the end of the day to file a supplemental declaration',
    ],
    [
      'ORDER: Counsel for Northgate shall advise chambers not later than 4 pm today whether it consents.',
      'other_due: Counsel for Northgate shall advise chambers not later than 4 pm today whether it consents',
    ],
    [
      'ORDER: Northgate must preserve and image the servers by 5:00 p.m. Friday.',
      'other_due: Northgate must preserve and image the servers by 5:00 p.m. Friday',
    ],
    [
      'ORDER: Fairwater LLC shall serve the complaint and this order on or before 11:59 PM tonight by email.',
      'other_due: Fairwater LLC shall serve the complaint and this order on or before 11:59 PM tonight by email',
    ],
    [
      'ORDER: Northgate shall make its forensic expert available within three days.',
      'other_due: Northgate shall make its forensic expert available within three days',
    ],
    [
      'MINUTE ENTRY: The Court grants the TRO in part. Plaintiff to submit a proposed order by 3 PM.',
      'other_due: Plaintiff to submit a proposed order by 3 PM',
    ],
    ['ORDER: Response due by Friday at 5:00 p.m.', 'response: Response due by Friday at 5:00 p.m'],
    [
      'ORDER: Northgate shall have until 5:00 p.m. (CST) on Thursday, January 7th to respond to the motion.',
      'response: Northgate shall have until 5:00 p.m. (CST) on Thursday, January 7th to respond to the motion',
    ],
    [
      'ORDER: Northgate shall respond not later than five o’clock p.m. on the 7th day of January.',
      'response: Northgate shall respond not later than five o’clock p.m. on the 7th day of January',
    ],
    [
      'ORDER: Northgate shall respond within 7 days of this order, by 5:00 p.m.',
      'response: Northgate shall respond within 7 days of this order, by 5:00 p.m',
    ],
    ['ORDER: Response due by noon HST on Friday.', 'response: Response due by noon HST on Friday'],
    ['ORDER: Response due by January 12.', 'response: Response due by January 12'],
    ['ORDER: Reply due the following Tuesday.', 'reply: Reply due the following Tuesday'],
    [
      'ORDER: Any opposition is due within forty-eight (48) hours of service.',
      'response: Any opposition is due within forty-eight (48) hours of service',
    ],
    [
      'ORDER: Opposition is due no later than noon PST on the second court day after service.',
      'response: Opposition is due no later than noon PST on the second court day after service',
    ],
    [
      'ORDER: Any opposition shall be filed by the close of business on the 3rd business day after service.',
      'response: Any opposition shall be filed by the close of business on the 3rd business day after service',
    ],
    [
      'ORDER: This Temporary Restraining Order shall expire at 11:59 p.m. Pacific Time on the 14th day after its issuance.',
      'expiry: shall expire at 11:59 p.m. Pacific Time on the 14th day after its issuance',
    ],
    ['ORDER: Northgate shall respond within a week.', 'response: Northgate shall respond within a week'],
    [
      'ORDER: By no later than Thursday, Jan. 7, at 3:00 p.m., Northgate shall file its response.',
      'response: Thursday, Jan. 7, at 3:00 p.m., Northgate shall file its response',
    ],
    [
      'ORDER: On January 14, at 10 am, the Court will hold a hearing.',
      'hearing: January 14, at 10 am, the Court will hold a hearing',
    ],
    [
      'Clerk notes that any opposition is due within 48 hours of service of the motion.',
      'response: any opposition is due within 48 hours of service of the motion',
    ],
    [
      'Docket annotation: any opposition is due by noon tomorrow.',
      'response: any opposition is due by noon tomorrow',
    ],
    [
      'CLERK’S NOTE: Pursuant to LCR 65(b)(5), any opposition to the TRO motion is due within 48 hours after service.',
      'response: Pursuant to LCR 65(b)(5), any opposition to the TRO motion is due within 48 hours after service',
    ],
    ['ORDER: Response due by Janaury 12, 2027.', 'response: Response due by Janaury 12, 2027'],
    ['ORDER: Response due by February 30, 2027.', 'response: Response due by February 30, 2027'],
    [
      'ORDER: Response due within 7 days of service, i.e., by January 12, 2027.',
      'response: Response due within 7 days of service',
    ],
    [
      'ORDER: Northgate’s time to answer is extended by fourteen (14) days.',
      'answer: Northgate’s time to answer is extended by fourteen (14) days',
    ],
    [
      'TEMPORARY RESTRAINING ORDER. This order shall expire fourteen days after entry.',
      'expiry: shall expire fourteen days after entry',
    ],
    [
      'ORDER: Response due by 1/12/2027, and reply due within 24 hours thereafter.',
      'reply: reply due within 24 hours thereafter',
    ],
    ['ORDER granting a 14-day extension of the TRO', 'expiry: granting a 14-day extension of the TRO'],
    ['ORDER extending TRO for an additional 14 days', 'expiry: extending TRO for an additional 14 days'],
    [
      'ORDER granting 12 Motion for a two-week extension of time to answer. Signed by Judge Bo Lim',
      'answer: granting 12 Motion for a two-week extension of time to answer',
    ],
    [
      'ORDER granting 12 Motion for extension of time of 14 days to respond to the motion for TRO',
      'response: granting 12 Motion for extension of time of 14 days to respond to the motion for TRO',
    ],
    [
      'ORDER: 12 Motion for 7-day Extension of Time to File Reply is GRANTED.',
      'reply: 7-day Extension of Time to File Reply is GRANTED',
    ],
    ['ORDER extending deadline to respond by 7 days', 'response: extending deadline to respond by 7 days'],
    [
      'ORDER granting in part and denying in part 12 Motion for 30-day extension of time',
      'other_due: granting in part and denying in part 12 Motion for 30-day extension of time',
    ],
    ['ORDER: Opposition served & filed by Jan. 13.', 'response: Opposition served & filed by Jan. 13'],
    ['MINUTE ORDER: Opp. 1/12.', 'response: Opp. 1/12'],
    ['ORDER: Defendants’ response is due EOD Thursday', 'response: Defendants’ response is due EOD Thursday'],
    [
      'ORDER: Defendants’ brief is due by noon on the 8th.',
      'other_due: Defendants’ brief is due by noon on the 8th',
    ],
    ['ORDER: counsel shall appear tomorrow at 11:30 a.m.', 'hearing: appear tomorrow at 11:30 a.m'],
    [
      'ORDER: Any opposition must be received by the Court not later than 14 days prior to the hearing.',
      'response: Any opposition must be received by the Court not later than 14 days prior to the hearing',
    ],
    [
      'ORDER: Plaintiff shall serve this order within 24 hours and file proof of service by 1/8/2027.',
      'other_due: Plaintiff shall serve this order within 24 hours',
    ],
    [
      'ORDER: The TRO shall remain in force for fourteen (14) days from the date of this Order.',
      'expiry: TRO shall remain in force for fourteen (14) days from the date of this Order',
    ],
    [
      'ORDER granting TRO. This order expires at 5:00 p.m. on the tenth day after entry.',
      'expiry: expires at 5:00 p.m. on the tenth day after entry',
    ],
    [
      'ORDER: disclosures due 14 days after the Rule 26(f) conference.',
      'other_due: disclosures due 14 days after the Rule 26(f) conference',
    ],
    ['Responses due within 7 days of service.', 'response: Responses due within 7 days of service'],
    ['ORDER: (a) opp. by 5:00 p.m. on January 13.', 'response: opp. by 5:00 p.m. on January 13'],
    [
      'ORDER: Response due at 9 AM on January 6, 2027 and reply due 5 PM same day.',
      'reply: reply due 5 PM same day',
    ],
    [
      'ORDER: hearing at 3 p.m. on January 7, 2027; the opposition shall be filed by 10 a.m. that day.',
      'response: the opposition shall be filed by 10 a.m. that day',
    ],
    ['ORDER granting 30 day extension of time', 'other_due: granting 30 day extension of time'],
    [
      'ORDER dissolving 5 TRO. Fairwater shall return the security within 10 days.',
      'other_due: Fairwater shall return the security within 10 days',
    ],
    [
      'ORDER granting 2 Motion for TRO. The TRO shall remain in effect until the hearing on the preliminary injunction.',
      'expiry: The TRO shall remain in effect until the hearing on the preliminary injunction',
    ],
    [
      'ORDER: The hearing is continued to February 2, 2027, and the TRO shall remain in full force until the Court’s ruling.',
      'expiry: the TRO shall remain in full force until the Court’s ruling',
    ],
    [
      'ENDORSEMENT: the conference is adjourned to January 27, 2027 at 11:30 a.m. The TRO is extended on consent until that date.',
      'expiry: The TRO is extended on consent until that date',
    ],
    [
      'ORDER granting TRO. The restraint lasts until the conclusion of the January 15, 2027 hearing.',
      'expiry: The restraint lasts until the conclusion of the January 15, 2027 hearing',
    ],
  ])('%s', (text, duty) => {
    expect(read(text)).toEqual([duty]);
  });
});

test.each([
  [
    'ORDER granting 5 Stipulation: response due date extended one week.',
    'response: response due date extended one week',
  ],
  ...[
    'Response due w/in 7 days',
    'Response due 5 judicial days after this order',
    'Response due 5 days (excluding weekends and holidays) from today',
    'Response due by the end of the month',
    'Response due the day before the hearing',
    'Responses are due at 4:00 o’clock in the afternoon of the 18th',
  ].map((duty): [string, string] => [`ORDER: ${duty}.`, `response: ${duty}`]),
  [
    'ORDER: The parties shall appear for a status conference at 9 o’clock tomorrow morning.',
    'conference: status conference at 9 o’clock tomorrow morning',
  ],
  [
    'MINUTE ORDER: The Court will hold a telephone conference in one hour.',
    'conference: The Court will hold a telephone conference in one hour',
  ],
  ['ORDER: Conference to take place in 30 minutes.', 'conference: Conference to take place in 30 minutes'],
  ['ORDER: Answer deadline extended 21 days.', 'answer: Answer deadline extended 21 days'],
  [
    'ORDER: 21-day extension granted to respond to complaint.',
    'answer: 21-day extension granted to respond to complaint',
  ],
  ['ORDER: All deadlines are extended sixty days.', 'other_due: All deadlines are extended sixty days'],
  ['ORDER: Response date is moved back one week.', 'response: Response date is moved back one week'],
  [
    'ORDER: The Court shortens the time to respond to 3 days.',
    'response: shortens the time to respond to 3 days',
  ],
  [
    'ORDER: The opposition is due at 9:00 a.m. two days before the hearing.',
    'response: The opposition is due at 9:00 a.m. two days before the hearing',
  ],
  [
    'ORDER: The Court advances the TRO hearing to tomorrow at 10 AM.',
    'hearing: hearing to tomorrow at 10 AM',
  ],
])('time that is made longer, shorter or another is asked for: %s', (text, duty) => {
  expect(read(text)).toEqual([duty]);
});

describe('a duty that stands behind its time', () => {
  test.each([
    [
      'ORDER: Within 7 days of this order, Northgate shall file a response.',
      'response: Within 7 days of this order, Northgate shall file a response',
    ],
    [
      'ORDER: By Jan. 7, plaintiff to file a proposed order.',
      'other_due: Jan. 7, plaintiff to file a proposed order',
    ],
    ['ORDER: Response due (14) days from service.', 'response: Response due (14) days from service'],
    [
      'ORDER: Parties have until COB Friday to stipulate to an extension.',
      'other_due: Parties have until COB Friday to stipulate to an extension',
    ],
    [
      'ORDER: By Friday, January 8, Northgate shall file a response.',
      'response: Friday, January 8, Northgate shall file a response',
    ],
    [
      'ORDER: No later than 24 hours before the hearing, the parties shall exchange exhibits.',
      'other_due: 24 hours before the hearing, the parties shall exchange exhibits',
    ],
    [
      'ORDER: Defendants have fourteen days to answer the complaint.',
      'answer: Defendants have fourteen days to answer the complaint',
    ],
    [
      'ORDER: Plaintiff shall have 14 days from today to post bond.',
      'other_due: Plaintiff shall have 14 days from today to post bond',
    ],
    [
      'ORDER. Plaintiff has until Monday to file a reply.',
      'reply: Plaintiff has until Monday to file a reply',
    ],
  ])('%s', (text, duty) => {
    expect(read(text)).toEqual([duty]);
  });
});

test('a duty before another of the same sentence is asked for by itself', () => {
  expect(read('ORDER: counsel shall serve this order by 6:00 PM today and file proof by 1/6/2027.')).toEqual([
    'other_due: counsel shall serve this order by 6:00 PM today',
  ]);
});

describe('what is set for a day without its year', () => {
  test.each([
    [
      'ORDER. Telephonic hearing on motion for TRO TODAY, January 5 at 4:00 PM.',
      'hearing: hearing on motion for TRO TODAY, January 5 at 4:00 PM',
    ],
    ['ORDER. Hearing set for Jan 13th at 10am.', 'hearing: Hearing set for Jan 13th at 10am'],
    [
      'TEXT ORDER: The Court will hold a telephone conference on Friday, January 8 at 3:00 p.m.',
      'conference: telephone conference on Friday, January 8 at 3:00 p.m',
    ],
    [
      'TEXT ORDER: Status conference is set for tomorrow at 2 PM.',
      'conference: Status conference is set for tomorrow at 2 PM',
    ],
  ])('%s', (text, duty) => {
    expect(read(text)).toEqual([duty]);
  });

  test.each([
    'Minute Entry: TRO hearing held on January 5 at 10:00 AM.',
    'ORDER: The hearing on January 8 is VACATED.',
    'TRANSCRIPT of hearing held on January 4 at 10 AM.',
    'MOTION for hearing on January 8 at 10:00 AM.',
    'ORDER re the hearing held on January 4.',
  ])('and nothing of one that is past, taken back or asked for: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

test('each duty of one sentence is one by itself, with the words where it stands', () => {
  const text =
    'ORDER: Northgate shall file a notice of intent to oppose within 24 hours of service, and a response within 48 hours of service.';
  const duties = readUndatedDuties(text);
  expect(duties.map(({ kind }) => kind)).toEqual(['other_due', 'response']);
  for (const { quote } of duties) expect(text).toContain(quote);
});

test('what is due again and again is asked for beside its first date', () => {
  expect(
    read(
      'ORDER: Status report due January 6, 2027 at noon and every 48 hours thereafter. Letter due 1/8/2027 and weekly thereafter. Defendants shall report by 1/7/2027, and each Friday thereafter.',
    ),
  ).toEqual([
    'other_due: ORDER: Status report due January 6, 2027 at noon and every 48 hours thereafter',
    'other_due: Letter due 1/8/2027 and weekly thereafter',
    'other_due: Defendants shall report by 1/7/2027, and each Friday thereafter',
  ]);
  expect(read('ORDER: Report due 1/6/2027. Answers are filed every day after the order.')).toEqual([]);
  expect(read('ORDER: Northgate shall keep logs 30 days after trial.')).toEqual([]);
});

test('each of several parties that have time has its own', () => {
  expect(
    read('ORDER: Acme LLC shall have 5 days to respond. Birch LLC shall have ten (10) days to respond.'),
  ).toEqual([
    'response: Acme LLC shall have 5 days to respond',
    'response: Birch LLC shall have ten (10) days to respond',
  ]);
  expect(
    read(
      'ORDERED that defendant shall have eleven (11) days to respond and plaintiff shall have three (3) days thereafter to file a rebuttal brief.',
    ),
  ).toEqual([
    'response: ORDERED that defendant shall have eleven (11) days to respond',
    'reply: plaintiff shall have three (3) days thereafter to file a rebuttal brief',
  ]);
  expect(read('ORDER: Response of Acme LLC due 1/12/2027. Birch LLC shall have 10 days to respond.')).toEqual(
    ['response: Birch LLC shall have 10 days to respond'],
  );
  expect(read('ORDER: Acme LLC shall respond within 7 days; it has 7 days to respond.')).toHaveLength(1);
});

test('what minutes and orders only list is asked for item by item', () => {
  expect(
    read('ORDER. (a) opposition: fourteen days from today; (b) reply: seven days from the opposition.'),
  ).toEqual([
    'response: opposition: fourteen days from today',
    'reply: reply: seven days from the opposition',
  ]);
  expect(
    read('MINUTE ENTRY: TRO Hearing held. Opposition to PI by 1/11; reply by 1/13; hearing 1/15 at 9.'),
  ).toEqual(['response: Opposition to PI by 1/11', 'reply: reply by 1/13', 'hearing: hearing 1/15 at 9']);
  expect(read('SCHEDULING ORDER: Five depositions a side. Opening brief 1/18; opposition 1/22.')).toEqual([
    'other_due: Opening brief 1/18',
    'response: opposition 1/22',
  ]);
});

test.each([
  'ORDER: Northgate shall not contact the customers before Friday.',
  'Minute Entry: Counsel advised that the documents were produced by 5 PM.',
  'RESPONSE: Northgate shall advise chambers by 4 pm today.',
  'ORDER: Response due by Friday, January 15, 2027.',
  'ORDER: Response due by January 12-13, 2027.',
  'ORDER denying 12 Motion for leave to respond within 7 days.',
  'ORDER: Response due within 7 days is VACATED.',
  'MOTION for leave to respond within 7 days by Fairwater LLC.',
  'ORDER granting motion. Signed by Judge Lim on Friday.',
  'ORDER granting 12 Stipulation to Respond to Second Amended Complaint.',
  'ORDER denying 12 Motion for a 14-day extension of time to answer.',
  'ORDER granting 11 Motion to Seal and denying 12 Motion for a 14-day extension of time.',
  'ORDER: The Court previously granted a 14-day extension of time to answer.',
  'ORDER granting 14-day extension of the TRO to January 28, 2021.',
  'ORDER granting 14-day extension of the TRO. It shall expire on 1/28/2021.',
  'MOTION for a 14-day extension of the TRO by Fairwater LLC',
  'ORDER denying 12 Motion to extend TRO until the hearing on February 2, 2027.',
  'ORDER to show cause in writing why the TRO should not remain in effect until trial.',
  'ORDER granting 2 Motion for TRO. Northgate is restrained until further order of the Court.',
  'ORDER converting 5 TRO to a preliminary injunction, effective through trial.',
  'Minute Entry: Motion Hearing held today before Judge Lim.',
])('nothing is asked for where a day is given, or nothing is due: %s', (text) => {
  expect(read(text)).toEqual([]);
});

test.each([
  'due within 7 days '.repeat(6_000),
  'shall file by Friday '.repeat(5_000),
  'granting a 14-day '.repeat(5_500),
  `TRO ${'in effect until the '.repeat(5_000)}`,
  '1/2 '.repeat(25_000),
])('a hostile text of 100,000 characters is read to its end (case %#)', (text) => {
  expect(() => readUndatedDuties(text)).not.toThrow();
});

test('an entry that prints more dates than are read says so, with the first that is not', () => {
  const days = (count: number) =>
    `ORDER: ${Array.from({ length: count }, (_, i) => `Report due 1/${1 + (i % 28)}/2027`).join('; ')}.`;
  expect(readUndatedDuties(days(500))).toEqual([]);
  expect(readUndatedDuties(days(1_510)).map(({ label }) => label)).toEqual([
    '1,010 more dates, from 1/25/2027 on, that were not read: read the entry',
  ]);
});

test('an entry that names more periods and days than are read says so, with the first that is not', () => {
  const periods = (count: number) =>
    `ORDER: ${Array.from({ length: count }, (_, i) => `Item ${i}: Report due within ${i + 1} days of service`).join('; ')}.`;
  expect(readUndatedDuties(periods(200))).toHaveLength(200);
  const more = readUndatedDuties(periods(203));
  expect(more).toHaveLength(201);
  expect(more.at(-1)!.label).toBe(
    '3 more periods or days without a whole date, from “within 201 days” on, that were not read: read the entry',
  );
  const dates = Array.from({ length: 300 }, (_, i) => `Report due 1/${1 + (i % 28)}/2027`).join('; ');
  expect(read(`ORDER: ${dates}. Northgate shall respond within 7 days of service.`)).toEqual([
    'response: Northgate shall respond within 7 days of service',
  ]);
});

test('each of two times that one sentence gives is asked for with its own words', () => {
  expect(
    read('ORDER: Northgate shall file notice within 24 hours and its response within 48 hours.'),
  ).toEqual([
    'other_due: Northgate shall file notice within 24 hours',
    'response: its response within 48 hours',
  ]);
});

test.each([
  [
    'ORDER TO SHOW CAUSE: pending the hearing of this application, Northgate is temporarily restrained.',
    'pending the hearing of this application, Northgate is temporarily restrained',
  ],
  [
    'ORDER: The TRO shall terminate 10 days after the date of this Order.',
    'TRO shall terminate 10 days after the date of this Order',
  ],
  [
    'ORDER: The TRO shall remain in effect through the new hearing date.',
    'The TRO shall remain in effect through the new hearing date',
  ],
  [
    'TEMPORARY RESTRAINING ORDER. This Order shall remain in effect until the date for the hearing set forth below.',
    'This Order shall remain in effect until the date for the hearing set forth below',
  ],
  [
    'ORDER: the TRO shall stay in effect until 5:00 p.m. on the day after the hearing.',
    'the TRO shall stay in effect until 5:00 p.m. on the day after the hearing',
  ],
  [
    'ORDER: Temporary restraints shall continue through the return date.',
    'Temporary restraints shall continue through the return date',
  ],
  [
    'ORDER: Without objection, TRO extended until PI ruling.',
    'Without objection, TRO extended until PI ruling',
  ],
])('an end of a restraint that no day is given for: %s', (text, words) => {
  expect(read(text)).toEqual([`expiry: ${words}`]);
});

test.each([
  'response due the 13th inst',
  'brief is due ten days hence',
  'opposition in 7',
  'report is due by week’s end',
  'report due the first of March',
  'report is due every two weeks',
  'counsel shall appear on the morning of January 12',
  'certificate is due within half an hour of receipt',
  'list is due within one and one-half days',
])('“%s” is asked for', (words) => {
  expect(read(`ORDER: Northgate’s ${words}.`)).toHaveLength(1);
});

test('a period whose unit is only that of the one before is asked for', () => {
  expect(read('ORDER: Responses due in 7 days, replies in 5.')).toEqual([
    'response: Responses due in 7 days',
    'reply: replies in 5',
  ]);
  expect(read('ORDER granting the relief requested in 5.')).toEqual([]);
});

test('what happens when nothing is done in a time is not asked for a second time', () => {
  const order = 'ORDER: Ann Rees shall respond within 30 days of this order.';
  const failure = 'Failure to comply within 30 days will result in dismissal';
  expect(read(`${order} ${failure}.`)).toEqual([
    'response: Ann Rees shall respond within 30 days of this order',
  ]);
  expect(read(`ORDER: ${failure}.`)).toEqual([`other_due: ${failure}`]);
  expect(read('ORDER: Ann Rees failed to respond within 14 days.')).toEqual([]);
  expect(read('ORDER: Ann Rees was ordered to respond within 7 days but did not.')).toEqual([]);
});

test.each([
  'dismissing the complaint with 21 days’ leave to amend',
  'granting leave of ten days to respond',
  'staying the case. This Order is stayed for seven days to permit an appeal',
])('time that is given as leave or as a stay is asked for: ORDER %s', (words) => {
  expect(read(`ORDER ${words}.`)).toHaveLength(1);
});

test('an order of briefing is the court’s', () => {
  expect(read('BRIEFING ORDER: Motion for stay: response due 10 days after service.')).toEqual([
    'response: response due 10 days after service',
  ]);
});

test('the point of an amount ends no sentence', () => {
  expect(read('ORDER: Fairwater shall post a bond in the amount of $1.00 within 24 hours.')).toEqual([
    'other_due: Fairwater shall post a bond in the amount of $1.00 within 24 hours',
  ]);
});

test('a weekday that is only the name of what is moved is no day', () => {
  expect(read('ORDER: Friday’s conference is adjourned to Monday, January 11, at 3:30 p.m.')).toEqual([
    'conference: conference is adjourned to Monday, January 11',
  ]);
});

test('a period from which days are left out is none that a rule counts', () => {
  const order = 'ORDER: Opposition due ten days after entry of this order';
  const [plain] = readUndatedDuties(`${order}.`);
  expect(plain!.period).toEqual({ count: 10, unit: 'days' });
  const [excluding] = readUndatedDuties(`${order}, excluding weekends and holidays.`);
  expect(excluding).toMatchObject({ quote: expect.stringMatching(/weekends and holidays$/), period: null });
});
