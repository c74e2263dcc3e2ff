import { describe, expect, test } from 'vitest';
import { roleOf } from '../../../docket/threads/role.ts';
import { readEvents } from '../read-events.ts';
import type { EventEntry } from '../triggering-event.ts';

function entry(text: string, more: Partial<EventEntry> = {}): EventEntry {
  return {
    number: 2,
    attachment: null,
    text,
    shortText: '',
    filedOn: '2021-01-11',
    enteredOn: '2021-01-12',
    enteredAt: '2021-01-12T15:20',
    role: roleOf({ text, shortText: more.shortText ?? '', attachment: more.attachment ?? null }),
    ...more,
  };
}
const events = (text: string, more?: Partial<EventEntry>) =>
  readEvents(entry(text, more)).map(({ event }) => event);

describe('pleadings', () => {
  test.each([
    [
      'COMPLAINT against Northgate Hosting, Inc. (Filing fee $402) filed by Fairwater LLC.',
      ['complaint_filed'],
    ],
    ['VERIFIED COMPLAINT by Fairwater LLC', ['complaint_filed']],
    [
      'First AMENDED COMPLAINT against Northgate Hosting, Inc. filed by Fairwater LLC',
      ['amended_pleading_served'],
    ],
    [
      'NOTICE OF REMOVAL from King County Superior Court, case number 21-2-00001-1',
      ['removal_filed', 'removal_noticed'],
    ],
    [
      'ANSWER to 1 Complaint with Jury Demand by Northgate Hosting, Inc.',
      [
        'answer_served',
        'defendant_appeared',
        'responsive_pleading_served',
        'own_pleading_served',
        'last_pleading_served',
        'pleading_served',
      ],
    ],
    [
      'ANSWER to 1 Complaint with Jury Demand, COUNTERCLAIM against Fairwater LLC by Northgate Hosting, Inc.',
      [
        'answer_served',
        'defendant_appeared',
        'responsive_pleading_served',
        'own_pleading_served',
        'counterclaim_served',
      ],
    ],
    ['COUNTERCLAIM against Fairwater LLC', ['counterclaim_served']],
    ['NOTICE of Appeal as to 34 Order by Fairwater LLC', ['appeal_filed']],
    ['Bill of Costs by Northgate Hosting, Inc.', ['costs_noticed']],
    ['OFFER of Judgment by Northgate Hosting, Inc.', ['offer_served']],
    [
      'NOTICE of Appearance by Ann Rees on behalf of Defendant Northgate Hosting, Inc.',
      ['defendant_appeared'],
    ],
  ])('%s', (text, found) => {
    expect(events(text)).toEqual(found);
  });

  test('an answer to a counterclaim brings none of its own', () => {
    expect(events('ANSWER to 14 Counterclaim by Fairwater LLC')).not.toContain('counterclaim_served');
  });
});

describe('motions by what they ask for', () => {
  test.each([
    ['MOTION for Temporary Restraining Order by Fairwater LLC. Noting Date 1/11/2021.', ['tro_motion_filed']],
    [
      'Ex Parte Application for Temporary Restraining Order and Order to Show Cause filed by Fairwater LLC',
      ['tro_motion_filed'],
    ],
    [
      'Emergency MOTION for TRO and Preliminary Injunction filed by Fairwater LLC',
      ['tro_motion_filed', 'long_motion_filed', 'injunction_motion_served', 'motion_filed', 'motion_served'],
    ],
    [
      'MOTION to Dismiss for Failure to State a Claim by Northgate Hosting, Inc.',
      [
        'long_motion_filed',
        'rule12_motion_served',
        'dispositive_motion_served',
        'motion_filed',
        'motion_served',
      ],
    ],
    [
      'MOTION by Defendant Northgate Hosting, Inc. to dismiss amended complaint (Rees, Ann)',
      [
        'long_motion_filed',
        'rule12_motion_served',
        'dispositive_motion_served',
        'motion_filed',
        'motion_served',
      ],
    ],
    [
      'NOTICE OF MOTION AND MOTION to Dismiss and Memorandum of Points and Authorities filed by Northgate',
      [
        'long_motion_filed',
        'rule12_motion_served',
        'dispositive_motion_served',
        'motion_filed',
        'motion_served',
      ],
    ],
    [
      'MOTION for Partial Summary Judgment by Fairwater LLC',
      [
        'long_motion_filed',
        'dispositive_motion_served',
        'summary_judgment_served',
        'motion_filed',
        'motion_served',
      ],
    ],
    [
      'MOTION to Transfer Case to W.D. Wash. by Northgate',
      ['long_motion_filed', 'motion_filed', 'motion_served'],
    ],
    [
      'MOTION for Protective Order by Northgate',
      ['short_motion_filed', 'discovery_motion_served', 'motion_filed', 'motion_served'],
    ],
    [
      'MOTION to Compel Discovery Responses by Fairwater LLC',
      ['discovery_motion_served', 'motion_filed', 'motion_served'],
    ],
    [
      'MOTION for Reconsideration re 34 Order by Fairwater LLC',
      ['same_day_motion_filed', 'motion_filed', 'motion_served'],
    ],
    ['Stipulated MOTION to Extend Time to Answer by all parties', ['same_day_motion_filed']],
    ['MOTION to Appear Pro Hac Vice by Ann Rees', ['same_day_motion_filed']],
    [
      'Joint MOTION to Dismiss Northgate Hosting, Inc. with Prejudice by Fairwater LLC',
      ['same_day_motion_filed'],
    ],
    ['Administrative Motion to File Under Seal by Northgate', ['administrative_motion_filed']],
    [
      'MOTION to Dissolve 15 Temporary Restraining Order by Northgate',
      ['dissolution_noticed', 'motion_filed', 'motion_served'],
    ],
    [
      'MOTION for Preliminary Injunction, MOTION for Expedited Discovery by Fairwater LLC',
      ['long_motion_filed', 'injunction_motion_served', 'motion_filed', 'motion_served'],
    ],
    [
      'MOTION for Extension of Time to File Answer re 1 Complaint by Northgate',
      ['short_motion_filed', 'motion_filed', 'motion_served'],
    ],
    [
      'MOTION for Extension of Time to File Response to 2 MOTION for TRO by Northgate',
      ['short_motion_filed', 'motion_filed', 'motion_served'],
    ],
    [
      'MOTION for Leave to File Excess Pages re 2 MOTION for Preliminary Injunction',
      ['same_day_motion_filed', 'motion_filed', 'motion_served'],
    ],
    ['MOTION to Stay Ruling on Motion to Dismiss by Northgate', ['motion_filed', 'motion_served']],
  ])('%s', (text, found) => {
    expect(events(text)).toEqual(found);
  });

  test('what the court’s short name alone says is read too', () => {
    expect(events('', { shortText: 'Motion for TRO' })).toEqual(['tro_motion_filed']);
    expect(events('', { shortText: 'Order on Motion for TRO' })).toEqual([]);
  });
});

test.each([
  'MOTION for Summary Judgment, MOTION to Strike Expert Report by Fairwater LLC',
  'MOTION to Dismiss or in the alternative to Strike by Northgate Hosting, Inc.',
  'MOTION to Dismiss for lack of jurisdiction or to Compel Arbitration by Northgate',
  'MOTION for Hearing on Summary Judgment by Fairwater LLC',
  'MOTION for Extension of Time to oppose summary judgment by Fairwater LLC',
  'MOTION to Strike 30 Exhibits to Motion for Summary Judgment by Northgate',
  'MOTION to Dismiss Northgate Hosting, Inc. without prejudice by Fairwater LLC',
])('no longer time to oppose is taken from a motion that asks for something else too: %s', (text) => {
  expect(events(text)).toContain('motion_served');
  expect(events(text)).not.toContain('dispositive_motion_served');
  expect(events(text)).not.toContain('summary_judgment_served');
});

test.each([
  'MOTION for Reconsideration of Order denying TRO',
  'MOTION for Contempt for violation of Temporary Restraining Order by Fairwater LLC',
  'MOTION to Enforce TRO by Fairwater LLC',
  'MOTION to Clarify Temporary Restraining Order by Northgate Hosting, Inc.',
  'MOTION to Compel Compliance with TRO by Fairwater LLC',
  'MOTION for Sanctions for violating TRO',
])('a motion about an order that was made asks for none: %s', (text) => {
  expect(events(text)).toContain('motion_served');
  expect(events(text)).not.toContain('tro_motion_filed');
  expect(events(text)).not.toContain('discovery_motion_served');
});

test('discovery that is asked for sooner, with a restraint, hides neither', () => {
  expect(events('MOTION for Expedited Discovery and TRO by Fairwater LLC')).toContain('tro_motion_filed');
});

test.each([
  [
    'CERTIFICATE of Service by Fairwater LLC re 2 MOTION for Temporary Restraining Order.',
    [['tro_motion_served', null]],
  ],
  ['CERTIFICATE of Service by Fairwater LLC re 9 Order.', []],
])('that the motion for a restraint was served is known, and not when: %s', (text, found) => {
  expect(readEvents(entry(text)).map(({ event, at }) => [event, at])).toEqual(found);
});

test('a restraint that is only amended gives no day for its time to run from', () => {
  const at = (text: string) => readEvents(entry(text)).map((one) => [one.event, one.at]);
  expect(at('AMENDED TEMPORARY RESTRAINING ORDER')).toEqual([['tro_entered', null]]);
  expect(at('SECOND AMENDED ORDER GRANTING TRO, superseding 8 Order')[0]).toEqual(['tro_entered', null]);
  expect(at('TEMPORARY RESTRAINING ORDER')).toEqual([['tro_entered', '2021-01-12T15:20']]);
});

test.each([
  ['TEMPORARY RESTRAINING ORDER. ISSUED without notice on January 12, 2021, at 2:15 o’clock p.m.', 'T14:15'],
  ['TEMPORARY RESTRAINING ORDER entered this 12th day of January, 2021, at 3:05 p.m., to expire', 'T15:05'],
  ['ORDER granting 4 Motion for TRO. SO ORDERED at 9:40 a.m. this 12th day of January, 2021.', 'T09:40'],
  ['ORDER granting 4 Motion for TRO. Response due by 5:00 p.m. on January 12, 2021.', ''],
  ['ORDER granting 4 Motion for TRO. The motion was entered January 12, 2021 at 9:00 a.m.', ''],
])(
  'a restraint runs from the hour it says it is issued, where none of its entry is known: %s',
  (text, hour) => {
    const restraint = (more?: Partial<EventEntry>) =>
      readEvents(entry(text, more)).find(({ event }) => event === 'tro_entered')?.at;
    expect(restraint({ enteredAt: null })).toBe(`2021-01-12${hour}`);
    expect(restraint()).toBe('2021-01-12T15:20');
  },
);

test.each([
  ['MINUTE ORDER: The Court ENTERS a TRO. The parties shall confer.', true],
  ['ORDER: The Court hereby issues a temporary restraining order against Northgate.', true],
  ['ORDER: the Court finds good cause and TEMPORARILY RESTRAINS Northgate from terminating service.', true],
  ['ORDER: Northgate is hereby temporarily restrained and enjoined from terminating service.', true],
  ['MEMORANDUM OPINION AND TEMPORARY RESTRAINING ORDER. Signed by Judge Bo Lim', true],
  ['ORDER ON MOTION FOR TEMPORARY RESTRAINING ORDER. For the reasons stated, the motion is granted.', true],
  ['ORDER granting 4 Motion for Order to Show Cause and Temporary Restraints.', true],
  ['ORDER granting 4 Motion for Writ of Seizure and TRO.', true],
  ['CONSENT TEMPORARY RESTRAINING ORDER.', true],
  ['RULING: TRO ordered.', true],
  ['MINUTE ENTRY: The Court orally GRANTED the motion for TRO from the bench at 3:15 PM.', true],
  ['MINUTE ENTRY: Court DENIED the motion for TRO.', false],
  ['ORDER: On December 30 the Court granted the motion for TRO. Its scope is disputed.', false],
  ['ORDER: The TRO is hereby so-ordered.', true],
  ['ORDER setting hearing on 4 Motion for TRO. If the Court enters a TRO, Fairwater shall post bond.', false],
  ['ORDER: On December 30 the Court issued a temporary restraining order. Its scope is disputed.', false],
  ['ORDER ON MOTION FOR TEMPORARY RESTRAINING ORDER. For the reasons stated, the motion is denied.', false],
  ['ORDER on 4 Motion for TRO and 6 Motion to Seal. The motion is granted as to sealing.', false],
  ['ORDER: The Court declines to order that Northgate be temporarily restrained.', false],
  ['ORDER: the motion to dissolve the TRO is granted.', false],
  [
    'TEMPORARY RESTRAINING ORDER: the restraints of 1/4/2021 (the TRO) are extended until the Court rules.',
    false,
  ],
  ['ORDER: the motion to modify the TRO is granted. The TRO is entered as modified.', false],
  ['ORDER granting Motion for Expedited Discovery and denying TRO.', false],
  ['ORDER denying 4 Motion for Order to Show Cause and TRO.', false],
])('a restraint is known by what an order does: %s %s', (text, isRestraint) => {
  expect(events(text).includes('tro_entered')).toBe(isRestraint);
});

describe('orders', () => {
  test.each([
    ['Judge Bo Lim: ELECTRONIC ORDER entered allowing 5 Motion for TRO', 'tro_entered'],
    ['ORDER: The Motion for Temporary Restraining Order (#5) is ALLOWED.', 'tro_entered'],
    ['ORDER TO SHOW CAUSE WITH TEMPORARY RESTRAINTS: returnable 1/25/2021', 'tro_entered'],
    ['ORDER granting 2 MOTION for Temporary Restraining Order', 'tro_entered'],
    ['ORDER GRANTING PLAINTIFF’S EX PARTE MOTION FOR TEMPORARY RESTRAINING ORDER', 'tro_entered'],
    ['ORDER granting in part and denying in part 2 Motion for TRO; denying 5 Motion to Seal', 'tro_entered'],
    ["ORDER by Judge Lim: Plaintiff's Motion for TRO (Dkt. 2) is GRANTED.", 'tro_entered'],
    ['TEMPORARY RESTRAINING ORDER. Signed by Judge Bo Lim', 'tro_entered'],
    [
      'ORDER TO SHOW CAUSE FOR PRELIMINARY INJUNCTION AND TEMPORARY RESTRAINING ORDER. Show cause hearing 1/19/2021.',
      'tro_entered',
    ],
    [
      'ORDER TO SHOW CAUSE: pending the hearing, Northgate is temporarily restrained from ending service.',
      'tro_entered',
    ],
    ['ORDER to Show Cause and Temporary Restraining Order', 'tro_entered'],
    [
      'ORDER TO SHOW CAUSE AND TEMPORARY RESTRAINING ORDER. Unless extended, this TRO expires in 14 days.',
      'tro_entered',
    ],
    ['TEMPORARY RESTRAINING ORDER entered January 4, 2021 at 5:47 PM. Bond: $5,000.', 'tro_entered'],
    ['TEMPORARY RESTRAINING ORDER. This TRO shall expire in 14 days unless it is extended.', 'tro_entered'],
    ['ORDER granting 2 Motion for TRO. If the TRO is extended, the bond will be raised.', 'tro_entered'],
    ['ORDER: Unless extended, the TRO ends today; the Court extends the TRO for 14 days.', 'tro_extended'],
    ['ORDER extending Temporary Restraining Order', 'tro_extended'],
    ['MINUTE ENTRY: TRO hearing held. TRO extended 14 days. Fairwater to post bond.', 'tro_extended'],
    ['ORDER: TRO continued in effect for 14 additional days for good cause.', 'tro_extended'],
    ['ORDER continuing the TRO in full force for 7 days.', 'tro_extended'],
    [
      'ORDER: the temporary restraining order entered December 22, 2026 is, for good cause, extended for a like period.',
      'tro_extended',
    ],
    ['ORDER: TRO is hereby renewed for a like period.', 'tro_extended'],
    ['ORDER: the Temporary Restraining Order is extended until 2/8/2021', 'tro_extended'],
    ['ORDER denying 20 Motion for Preliminary Injunction', 'injunction_order_entered'],
    ['ORDER granting 20 Motion for Preliminary Injunction', 'injunction_order_entered'],
    ['PRELIMINARY INJUNCTION. Signed by Judge Bo Lim', 'injunction_order_entered'],
    [
      'FINDINGS OF FACT, CONCLUSIONS OF LAW, AND PRELIMINARY INJUNCTION. Signed by Judge Bo Lim',
      'injunction_order_entered',
    ],
    ['FINDINGS OF FACT AND PRELIMINARY INJUNCTION signed by Bo Lim', 'injunction_order_entered'],
    [
      'ORDER: FINDINGS OF FACT & CONCLUSIONS OF LAW AND ORDER GRANTING PRELIMINARY INJUNCTION',
      'injunction_order_entered',
    ],
    [
      'FINDINGS OF FACT AND PRELIMINARY INJUNCTION as asked by Fairwater LLC. Signed by Judge Bo Lim',
      'injunction_order_entered',
    ],
    ['MEMORANDUM OPINION AND PRELIMINARY INJUNCTION by Judge Bo Lim', 'injunction_order_entered'],
    ['ORDER denying 2 Motion for TRO and Preliminary Injunction', 'injunction_order_entered'],
    ['ORDER granting 20 Motion for PI', 'injunction_order_entered'],
    ['ORDER imposing preliminary injunction', 'injunction_order_entered'],
    ['ORDER continuing preliminary injunction', 'injunction_order_entered'],
    ['ORDER that a preliminary injunction shall issue', 'injunction_order_entered'],
    ['ORDER converting TRO into preliminary injunction', 'injunction_order_entered'],
    ['ORDER: The TRO is hereby converted to a preliminary injunction', 'injunction_order_entered'],
    ['ORDER granting 2 Motion for TRO; treating TRO as a preliminary injunction', 'injunction_order_entered'],
    ['ORDER granting 30 Motion to Convert TRO to Preliminary Injunction', 'injunction_order_entered'],
    ['ORDER denying 30 Motion to Convert TRO to Preliminary Injunction', 'injunction_order_entered'],
    // 28 U.S.C. § 1292(a)(1): also “refusing to dissolve or modify injunctions”, and injunctions that are not preliminary.
    ['ORDER denying 30 Motion to Dissolve Preliminary Injunction', 'injunction_order_entered'],
    ['ORDER granting in part 30 Motion to Modify the Preliminary Injunction', 'injunction_order_entered'],
    ["ORDER: Defendant's motion to dissolve or modify the injunction is DENIED.", 'injunction_order_entered'],
    ['ORDER denying 30 Motion to Vacate Order Granting Preliminary Injunction', 'injunction_order_entered'],
    ['ORDER modifying scope of preliminary injunction', 'injunction_order_entered'],
    ['ORDER dissolving in part the preliminary injunction', 'injunction_order_entered'],
    ['ORDER granting 50 Motion for Permanent Injunction', 'injunction_order_entered'],
    ['PERMANENT INJUNCTION. Signed by Judge Bo Lim', 'injunction_order_entered'],
    ['ORDER granting 2 Motion for Preliminary Injunction and Temporary Restraining Order', 'tro_entered'],
    ['ORDER granting 18 Stipulated Motion to Extend TRO', 'tro_extended'],
    ['ORDER denying 12 Motion to Dismiss', 'court_action_noticed'],
    ['ORDER granting in part and denying in part 12 Motion to Dismiss', 'court_action_noticed'],
    ["MINUTE entry: Defendant's motion to dismiss [17] is denied.", 'court_action_noticed'],
    ['ORDER ADOPTING 30 REPORT AND RECOMMENDATION and denying 12 Motion to Dismiss', 'court_action_noticed'],
    ['ORDER granting 12 Motion for More Definite Statement', 'more_definite_order_noticed'],
    ['ORDER denying 40 Motion for New Trial', 'post_judgment_motion_decided'],
    ['REPORT AND RECOMMENDATION re 12 Motion to Dismiss', 'magistrate_order_served'],
    [
      'ORDER denying 13 Motion to Compel. Signed by Magistrate Judge Ada Moss on 1/11/2021',
      'magistrate_order_served',
    ],
    ['ORDER (1 pg) by Magistrate Judge Ada Moss granting motion to compel 4-1', 'magistrate_order_served'],
    ['FINAL JUDGMENT in favor of Fairwater LLC', 'judgment_entered'],
    ["CLERK'S JUDGMENT", 'judgment_entered'],
    ['ORDER AND JUDGMENT dismissing the complaint', 'judgment_entered'],
    ['ORDER OF DISMISSAL with prejudice', 'judgment_entered'],
    ['TRANSCRIPT of Proceedings held on 1/14/2021 before Judge Lim', 'transcript_filed'],
    ['NOTICE OF FILING OF OFFICIAL TRANSCRIPT of Proceedings held on 1/14/2021', 'transcript_filed'],
  ])('%s', (text, event) => {
    expect(events(text)).toContain(event);
  });

  test.each([
    ['ORDER TO SHOW CAUSE why Northgate should not be restrained and enjoined', ['tro_entered']],
    ['MINUTE ORDER: Motion to extend TRO is entered and continued to 1/14/2021', ['tro_extended']],
    ['ORDER: Time to respond to the TRO application is extended to 1/20/2021', ['tro_extended']],
    ['ORDER: Hearing on TRO extended to 1/20/2021 at 10:00 AM', ['tro_extended']],
    ['MINUTE ENTRY: TRO continued to 1/22/2021 at 9:00 AM', ['tro_extended']],
    ['ORDER setting TRO hearing, at which remote appearance is allowed', ['tro_entered']],
    ['ORDER allowing Northgate to oppose the TRO', ['tro_entered']],
    ['ORDER denying 2 MOTION for TRO', ['tro_entered']],
    ['ORDER re 2 MOTION for TRO: Defendant shall respond by 1/12/2021', ['tro_entered', 'order_entered']],
    ['ORDER setting hearing on 2 MOTION for TRO', ['tro_entered', 'order_entered']],
    ['ORDER granting extension of time to respond to Motion for TRO', ['tro_entered', 'tro_extended']],
    ['ORDER granting 9 Motion to Dissolve Temporary Restraining Order', ['tro_entered', 'tro_extended']],
    ['ORDER DISSOLVING TEMPORARY RESTRAINING ORDER', ['tro_entered']],
    ['Temporary Restraining Order entered January 4, 2021 is to be served by noon', ['tro_entered']],
    ['ORDER denying 18 Motion to Extend TRO', ['tro_entered', 'tro_extended']],
    ['ORDER denying 14-day extension of TRO', ['tro_entered', 'tro_extended']],
    [
      'ORDER granting 2 Ex Parte Application for Temporary Restraining Order and Order to Show Cause re Preliminary Injunction',
      ['injunction_order_entered'],
    ],
    [
      'ORDER denying 2 Motion for TRO and setting hearing on Preliminary Injunction',
      ['tro_entered', 'injunction_order_entered'],
    ],
    ['ORDER VACATING 15 Temporary Restraining Order', ['tro_entered']],
    [
      'ORDER TO SHOW CAUSE why a preliminary injunction should not issue',
      ['injunction_order_entered', 'tro_entered'],
    ],
    ['ORDER setting briefing schedule on Motion for Preliminary Injunction', ['injunction_order_entered']],
    [
      'FINDINGS OF FACT, CONCLUSIONS OF LAW, AND PRELIMINARY INJUNCTION (Proposed) by Fairwater LLC',
      ['injunction_order_entered'],
    ],
    [
      'FINDINGS OF FACT AND CONCLUSIONS OF LAW AND PRELIMINARY INJUNCTION filed by Fairwater LLC',
      ['injunction_order_entered'],
    ],
    ['FINDINGS OF FACT AND CONCLUSIONS OF LAW re Preliminary Injunction', ['injunction_order_entered']],
    ['FINDINGS OF FACT AND CONCLUSIONS OF LAW for Preliminary Injunction', ['injunction_order_entered']],
    [
      'FINDINGS OF FACT, CONCLUSIONS OF LAW AND PRELIMINARY INJUNCTION HEARING set for 2/1/2021',
      ['injunction_order_entered'],
    ],
    ['ORDER continuing Preliminary Injunction Hearing', ['injunction_order_entered']],
    ['ORDER vacating hearing on Preliminary Injunction', ['injunction_order_entered']],
    [
      'ORDER granting 30 Motion to Modify Preliminary Injunction Briefing Schedule',
      ['injunction_order_entered'],
    ],
    ['ORDER denying 30 Motion to Dissolve Temporary Restraining Order', ['injunction_order_entered']],
    ['ORDER continuing Preliminary Injunction argument', ['injunction_order_entered']],
    ['ORDER converting Motion for TRO to Motion for Preliminary Injunction', ['injunction_order_entered']],
    ['ORDER on whether a preliminary injunction shall issue', ['injunction_order_entered']],
    [
      'ORDER TO SHOW CAUSE why the TRO should not be converted into a preliminary injunction',
      ['injunction_order_entered'],
    ],
    ['ORDER setting hearing on whether the TRO is converted to a PI', ['injunction_order_entered']],
    ['ORDER extending TRO until a preliminary injunction is entered', ['injunction_order_entered']],
    ['ORDER granting 12 Motion to Dismiss for Failure to State a Claim', ['court_action_noticed']],
    ['ORDER denying as moot 12 Motion to Dismiss', ['court_action_noticed']],
    [
      'ORDER denying 13 Motion for Extension of Time to Respond to 12 Motion to Dismiss',
      ['court_action_noticed'],
    ],
    ['[PROPOSED] ORDER granting Motion for TRO', ['tro_entered', 'order_entered']],
    [
      'REPORT AND RECOMMENDATION that the Motion for Preliminary Injunction be DENIED',
      ['injunction_order_entered', 'order_entered'],
    ],
    ['NOTICE of Compliance with Temporary Restraining Order by Northgate', ['tro_entered']],
    ['MEMORANDUM in Support of Motion for TRO', ['tro_motion_filed', 'tro_entered']],
    ['RESPONSE to 2 MOTION for TRO filed by Northgate', ['tro_motion_filed']],
    ['SATISFACTION OF JUDGMENT', ['judgment_entered']],
    ['RESPONSE in Support re 33 MOTION for Reconsideration by Northgate', ['opposition_filed']],
    [
      'ORDER denying 13 Motion to Compel. Signed by Judge Bo Lim; referred to Magistrate Judge Ada Moss',
      ['magistrate_order_served'],
    ],
    ['MOTION for Judgment on the Pleadings by Northgate', ['judgment_entered', 'rule12_motion_served']],
    ['NOTICE of Acceptance of Offer of Judgment', ['offer_served', 'judgment_entered']],
    ['TRANSCRIPT ORDER FORM by Fairwater LLC', ['transcript_filed']],
    ['Transmission of Notice of Appeal to USCA', ['appeal_filed']],
    ['Extension of Time to File Answer', ['answer_served']],
    ['ANSWER to Interrogatories by Northgate', ['answer_served']],
    ['Deadline for Northgate to answer is 1/19/2021', ['answer_served']],
    [
      'Set Answer Due Date purs. to 98 Stipulation and Order as to Ann Rees answer due on 8/15/2005',
      ['answer_served'],
    ],
    ['PROPOSED SECOND AMENDED COMPLAINT by Fairwater LLC', ['amended_pleading_served']],
    [
      "COURT PROCEEDINGS. Matter came on defendants' motion to dismiss",
      ['long_motion_filed', 'motion_filed'],
    ],
    ['***DELETED DOCUMENT. Deleted document number 113 MOTION to Certify Class', ['long_motion_filed']],
    ['OBJECTION to 30 Report and Recommendation by Northgate', ['opposition_filed']],
    ['Notice of Removal of Attorney Ann Rees from mailing list', ['removal_filed']],
    [
      'NOTICE of Motion by Ann Rees for presentment of motion to dismiss 33 before Honorable Bo Lim on 12/15/2016 at 09:45 AM',
      ['motion_filed', 'long_motion_filed'],
    ],
    ['COMPLAINT as to Ann Rees (1). (ab) [3:14-mj-00083-AB]', ['complaint_filed']],
    ['SUMMONS issued as to Northgate Hosting, Inc.', ['summons_served']],
    ['DOCKETED IN ERROR: MOTION for TRO', ['tro_motion_filed']],
    ['STRICKEN per order 20: ANSWER to 1 Complaint by Northgate', ['answer_served']],
  ])('%s gives none of %j', (text, unwanted) => {
    const found = events(text);
    for (const event of unwanted) expect(found).not.toContain(event);
  });
});

describe('when it happened', () => {
  test('papers count from the day they were filed, the court’s acts from the day they were entered', () => {
    expect(readEvents(entry('COMPLAINT against Northgate by Fairwater LLC'))[0]).toMatchObject({
      at: '2021-01-11',
      basis: 'filedOn',
    });
    expect(readEvents(entry('JUDGMENT in favor of Fairwater LLC'))[0]).toMatchObject({
      at: '2021-01-12',
      basis: 'enteredOn',
    });
  });

  test('a restraint is dated to the minute where the court said it', () => {
    const text = 'TEMPORARY RESTRAINING ORDER. Signed by Judge Bo Lim';
    expect(readEvents(entry(text))[0]).toMatchObject({ event: 'tro_entered', at: '2021-01-12T15:20' });
    expect(readEvents(entry(text, { enteredAt: null }))[0]).toMatchObject({ at: '2021-01-12' });
    const issued = 'TEMPORARY RESTRAINING ORDER issued January 12, 2021 at 2:10 p.m. It expires in 14 days.';
    expect(readEvents(entry(issued, { enteredAt: null }))[0]).toMatchObject({ at: '2021-01-12T14:10' });
  });

  test('a motion entered on another day than it was filed keeps its filing day', () => {
    expect(readEvents(entry('MOTION for TRO by Fairwater LLC'))[0]).toMatchObject({
      at: '2021-01-11',
      basis: 'filedOn',
    });
    expect(
      readEvents(entry('MOTION for TRO by Fairwater LLC', { enteredAt: '2021-01-11T09:05' }))[0],
    ).toMatchObject({ at: '2021-01-11T09:05' });
  });

  test('an entry without dates has events without one', () => {
    const undated = { filedOn: null, enteredOn: null, enteredAt: null };
    expect(readEvents(entry('COMPLAINT by Fairwater LLC', undated))[0]).toMatchObject({ at: null });
  });

  test('service counts from the day printed, for each party', () => {
    const text =
      'SUMMONS Returned Executed by Fairwater LLC. Northgate Hosting, Inc. served on 1/8/2021, answer due 1/29/2021; Ann Rees served on 1/6/2021, answer due 1/27/2021.';
    expect(readEvents(entry(text))).toMatchObject([
      { event: 'summons_served', party: 'Northgate Hosting, Inc.', at: '2021-01-08', basis: 'text' },
      { event: 'summons_served', party: 'Ann Rees', at: '2021-01-06' },
      { event: 'defendant_served', party: '', at: '2021-01-06' },
    ]);
  });

  test('the day of filing is no day of service', () => {
    expect(readEvents(entry('SUMMONS Returned Executed as to Northgate Hosting, Inc.'))).toMatchObject([
      { event: 'summons_served', party: 'Northgate Hosting, Inc.', at: null },
    ]);
  });

  test('what is set for a day is an event of that day', () => {
    expect(
      readEvents(entry('NOTICE of Hearing: Motion Hearing set for 1/14/2021 at 10:00 AM')),
    ).toMatchObject([{ event: 'hearing', at: '2021-01-14T10:00', basis: 'text' }]);
    expect(
      events(
        'ORDER: Trial set for 6/1/2022. Discovery due by 2/1/2022. Scheduling Conference set for 2/20/2021.',
      ),
    ).toEqual(['trial', 'discovery_closed', 'scheduling_conference']);
    expect(events('ORDER: Expedited discovery to be completed by 1/22/2021.')).toEqual([]);
    expect(events('MOTION to Dismiss by Northgate. Noting Date 2/19/2021')).toContain('noting_date');
  });
});

test('attachments tell nothing of their own', () => {
  expect(events('Exhibit A: JUDGMENT', { attachment: 1, role: 'judgment' })).toEqual([]);
  expect(events('MOTION to Compel (Attachments: # 1 Proposed Order granting Motion for TRO)')).not.toContain(
    'tro_entered',
  );
});

test.each([
  'granting '.repeat(12_000),
  `ORDER granting ${"plaintiff's ".repeat(8_000)}`,
  `MOTION ${'motion to dismiss and '.repeat(5_000)}`,
  `${'[('.repeat(50_000)}`,
])('a hostile text of 100,000 characters is read to its end (case %#)', (text) => {
  expect(() => readEvents(entry(text, { role: 'order' }))).not.toThrow();
  expect(() => readEvents(entry(text, { role: 'motion' }))).not.toThrow();
});
