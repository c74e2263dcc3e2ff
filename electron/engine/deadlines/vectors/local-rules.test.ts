import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ServiceKind } from '../../../../shared/model/time-counting.ts';
import { createTestEngine, type TestEngine } from '../../testing/temp-matter.ts';

let t: TestEngine;
beforeAll(async () => {
  t = await createTestEngine({ now: () => '2026-11-29T12:00:00.000Z' });
});
afterAll(() => t.dispose());

/** Counted by hand from the rule, with the holidays of the court's state. */
const checkedDates: readonly (readonly [
  rule: string,
  trigger: string,
  due: string,
  service?: ServiceKind,
])[] = [
  // Day 14 is Emancipation Day, a holiday of the District.
  ['dcd_opposition', '2026-04-02', '2026-04-17'],
  ['dcd_opposition', '2026-06-01', '2026-06-18', 'mail'],
  // Day 7 is Christmas, a Friday.
  ['dcd_reply', '2026-12-18', '2026-12-28'],
  // As the Department of Justice counted it; Washington's Birthday.
  ['dcd_injunction_opposition', '2017-12-05', '2017-12-12'],
  ['dcd_injunction_opposition', '2026-02-09', '2026-02-17'],
  ['cacd_motion_hearing', '2026-12-01', '2026-12-29'],
  ['cacd_opposition', '2027-01-25', '2027-01-04'],
  // Fourteen days back is Memorial Day: back to Friday.
  ['cacd_reply', '2026-06-08', '2026-05-22'],
  ['cacd_opposition', '2026-06-08', '2026-05-18'],
  // As an order of 2023 counted it.
  ['caed_opposition', '2023-10-20', '2023-11-03'],
  // Day 14 is Memorial Day.
  ['caed_opposition', '2026-05-11', '2026-05-26'],
  ['casd_motion_hearing', '2026-12-01', '2026-12-29'],
  // Fourteen days back is Independence Day as kept, a Friday.
  ['casd_opposition', '2026-07-17', '2026-07-02'],
  // Days 14 and 21 are Patriots' Day.
  ['mad_opposition', '2026-04-06', '2026-04-21'],
  ['mad_summary_judgment_opposition', '2026-03-30', '2026-04-21'],
  ['mad_summary_judgment_opposition', '2026-03-02', '2026-03-23'],
  // Day 14 is Thanksgiving, the day after it a holiday of Maryland.
  ['mdd_opposition', '2026-11-12', '2026-11-30'],
  ['mdd_opposition', '2026-03-02', '2026-03-19', 'mail'],
  // Day 6 is a Sunday; three days for mail are added past it.
  ['vaed_reply', '2026-03-09', '2026-03-16'],
  ['vaed_reply', '2026-03-09', '2026-03-19', 'mail'],
  ['vaed_set_hearing', '2026-01-20', '2026-02-19'],
  // The three days for mail are within the time.
  ['ksd_opposition', '2026-06-01', '2026-06-15', 'mail'],
  ['ksd_dispositive_opposition', '2026-06-01', '2026-06-22', 'mail'],
  // Day 14 is Christmas, a Friday.
  ['ksd_reply', '2026-12-11', '2026-12-28'],
  ['nhd_opposition', '2026-06-01', '2026-06-15'],
  // Day 30 is a Saturday; three days for mail are added past it.
  ['nhd_summary_judgment_opposition', '2026-03-05', '2026-04-06'],
  ['nhd_summary_judgment_opposition', '2026-03-05', '2026-04-09', 'mail'],
  // From filing: nothing for mail. Day 21 is Lincoln Day, a holiday of Connecticut.
  ['ctd_opposition', '2026-06-01', '2026-06-22', 'mail'],
  ['ctd_opposition', '2026-01-22', '2026-02-13'],
  ['pamd_supporting_brief', '2026-06-01', '2026-06-15'],
  ['pamd_opposition', '2026-06-01', '2026-06-18', 'mail'],
  // Day 7 is Independence Day as kept, a Friday.
  ['tnmd_reply', '2026-06-26', '2026-07-06'],
  ['ohnd_opposition', '2026-06-01', '2026-06-15'],
  ['ohnd_dispositive_opposition', '2026-06-01', '2026-07-01'],
  // As the order of 2022 has it; then day 7 is Nevada Day, and Nevada’s Family Day.
  ['nvd_reply', '2021-12-20', '2021-12-27'],
  ['nvd_reply', '2026-10-23', '2026-11-02'],
  ['nvd_reply', '2026-11-20', '2026-11-30'],
  // Day 21 is Thanksgiving, the day after it a holiday of Texas.
  ['txsd_opposition', '2026-11-05', '2026-11-30'],
  // From filing: nothing for mail.
  ['txsd_opposition', '2026-06-01', '2026-06-22', 'mail'],
  // As the clerk printed it.
  ['txnd_opposition', '2011-02-07', '2011-02-28'],
  // As the court counted it; day 14 is Thanksgiving, and nothing is added for mail.
  ['txwd_dispositive_opposition', '2018-12-04', '2018-12-18'],
  ['txwd_dispositive_opposition', '2026-11-12', '2026-11-30', 'mail'],
  ['ord_opposition', '2026-02-02', '2026-02-17'],
  ['mnd_dispositive_opposition', '2026-03-02', '2026-03-23'],
  ['ded_opposition', '2026-03-02', '2026-03-16'],
  // Good Friday, a holiday of Delaware and of Pennsylvania.
  ['ded_reply', '2026-03-27', '2026-04-06'],
  ['paed_opposition', '2026-03-20', '2026-04-06'],
  ['paed_reconsideration', '2026-03-02', '2026-03-16'],
  // As on the clerk's list of 2018; where that has Tuesday after Memorial Day, the rule's day is the Friday before.
  ['njd_opposition', '2018-06-18', '2018-06-04'],
  ['njd_reply', '2018-06-18', '2018-06-11'],
  ['njd_opposition', '2018-01-16', '2018-01-02'],
  ['njd_reply', '2018-06-04', '2018-05-25'],
  // Lincoln's Birthday, a holiday of New York and of Illinois.
  ['nyed_opposition', '2026-01-29', '2026-02-13'],
  ['nyed_reply', '2026-02-09', '2026-02-17'],
  ['nyed_discovery_opposition', '2026-03-02', '2026-03-09'],
  ['ilnd_presentment', '2026-01-29', '2026-02-13'],
  ['flmd_opposition', '2026-03-02', '2026-03-16'],
  ['flmd_dispositive_opposition', '2026-03-02', '2026-03-23'],
  ['flmd_injunction_opposition', '2026-03-02', '2026-03-09', 'mail'],
  ['flsd_opposition', '2026-03-02', '2026-03-19', 'mail'],
  ['flsd_reply', '2026-12-18', '2026-12-28'],
  ['azd_opposition', '2026-03-02', '2026-03-16'],
  ['azd_reply', '2026-03-16', '2026-03-23'],
  ['gand_opposition', '2026-03-02', '2026-03-16'],
  ['gand_summary_judgment_opposition', '2026-03-02', '2026-03-23'],
  ['gand_reply', '2026-03-02', '2026-03-16'],
  ['gand_reconsideration', '2026-03-02', '2026-03-30'],
  // Day 21 is Frances Xavier Cabrini Day, a holiday of Colorado.
  ['cod_opposition', '2026-09-14', '2026-10-06'],
  ['cod_reply', '2026-03-02', '2026-03-16'],
];

test.each(
  checkedDates.map(([rule, trigger, due, service]) => [rule, trigger, due, service ?? 'ecf'] as const),
)('%s from %s is due %s', async (rule, trigger, due, service) => {
  const requests = [{ rule, trigger, service, added: [], contract: null }];
  const [one] = await t.client['deadlines.compute']({ requests });
  expect(one).toMatchObject({ result: { due } });
});

/** What a docket of the court says of a motion, and what is then due, with the cite and whether it is ticked. */
const dockets: readonly (readonly [
  court: string,
  text: string,
  due: readonly (readonly [rule: string, cite: string, due: string, isTicked: boolean])[],
])[] = [
  ['dcd', 'MOTION to Intervene by HARBOR UNION', [['dcd_opposition', 'LCvR 7(b)', '2026-12-14', true]]],
  [
    'dcd',
    'MOTION for Preliminary Injunction by FAIRWATER LLC',
    [['dcd_injunction_opposition', 'LCvR 65.1(c)', '2026-12-07', true]],
  ],
  [
    'cacd',
    'NOTICE OF MOTION AND MOTION to Dismiss Case filed by Defendant Northgate Hosting, Inc. Motion set for hearing on 1/25/2027 at 01:30 PM before Judge Lim.',
    [
      ['cacd_motion_hearing', 'L.R. 6-1', '2026-12-28', false],
      ['cacd_opposition', 'L.R. 7-9', '2027-01-04', true],
      ['cacd_reply', 'L.R. 7-10', '2027-01-11', true],
    ],
  ],
  [
    'caed',
    'MOTION to DISMISS by Northgate Hosting, Inc. Motion Hearing set for 1/20/2027 at 10:00 AM',
    [['caed_opposition', 'Local Rule 230(c)', '2026-12-14', true]],
  ],
  [
    'casd',
    'MOTION to Dismiss by Northgate Hosting, Inc. Motion Hearing set for 1/22/2027 10:00 AM',
    [
      ['casd_motion_hearing', 'CivLR 7.1.e.1', '2026-12-28', false],
      ['casd_opposition', 'CivLR 7.1.e.2', '2027-01-08', true],
    ],
  ],
  [
    'mad',
    'MOTION to Dismiss by Northgate Hosting, Inc.',
    [['mad_opposition', 'L.R. 7.1(b)(2)', '2026-12-14', true]],
  ],
  [
    'mad',
    'MOTION for Summary Judgment by Fairwater LLC',
    [['mad_summary_judgment_opposition', 'L.R. 7.1(b)(2)', '2026-12-21', true]],
  ],
  [
    'mad',
    'MOTION for Summary Judgment, MOTION to Strike 30 Affidavit by Fairwater LLC',
    [['mad_opposition', 'L.R. 7.1(b)(2)', '2026-12-14', true]],
  ],
  [
    'mdd',
    'MOTION for Preliminary Injunction by Fairwater LLC',
    [['mdd_opposition', 'Local Rule 105.2(a)', '2026-12-14', true]],
  ],
  [
    'ksd',
    'MOTION to Dismiss by Northgate Hosting, Inc.',
    [['ksd_dispositive_opposition', 'D. Kan. Rule 6.1(d)(2)', '2026-12-21', true]],
  ],
  [
    'ksd',
    'MOTION for Preliminary Injunction by Fairwater LLC',
    [['ksd_opposition', 'D. Kan. Rule 6.1(d)(1)', '2026-12-14', true]],
  ],
  [
    'nhd',
    'MOTION for Summary Judgment by Fairwater LLC',
    [['nhd_summary_judgment_opposition', 'LR 7.1(b)', '2026-12-30', true]],
  ],
  [
    'ctd',
    'MOTION to Dismiss by Northgate Hosting, Inc.',
    [['ctd_opposition', 'L. Civ. R. 7(a)', '2026-12-21', true]],
  ],
  [
    'pamd',
    'MOTION to Dismiss by Northgate Hosting, Inc.',
    [
      ['pamd_supporting_brief', 'Local Rule 7.5', '2026-12-14', true],
      ['pamd_opposition', 'Local Rule 7.6', '2026-12-14', true],
    ],
  ],
  [
    'tnmd',
    'RESPONSE in Opposition to 12 MOTION to Intervene filed by Fairwater LLC',
    [['tnmd_reply', 'LR 7.01(a)(4)', '2026-12-07', true]],
  ],
  [
    'ohnd',
    'MOTION to Dismiss by Northgate Hosting, Inc.',
    [['ohnd_dispositive_opposition', 'LR 7.1(d)', '2026-12-30', true]],
  ],
  [
    'vaed',
    'MOTION to Intervene by Harbor Union',
    [['vaed_set_hearing', 'Local Civil Rule 7(E)', '2026-12-30', true]],
  ],
  [
    'vaed',
    'RESPONSE in Opposition to 12 MOTION to Intervene filed by Fairwater LLC',
    [['vaed_reply', 'Local Civil Rule 7(F)(1)', '2026-12-07', true]],
  ],
  [
    'nvd',
    'RESPONSE to 12 Motion to Dismiss filed by Plaintiff Fairwater LLC. Replies due by 12/7/2026.',
    [['nvd_reply', 'LR 7-2(b)', '2026-12-07', true]],
  ],
  [
    'txsd',
    'MOTION for Preliminary Injunction by Fairwater LLC',
    [['txsd_opposition', 'LR7.3, LR7.4', '2026-12-21', true]],
  ],
  [
    'txnd',
    'MOTION to Intervene filed by Harbor Union',
    [['txnd_opposition', 'LR 7.1(e)', '2026-12-21', true]],
  ],
  [
    'txwd',
    'MOTION to Dismiss for Failure to State a Claim by Northgate Hosting, Inc.',
    [['txwd_dispositive_opposition', 'Rule CV-7', '2026-12-14', true]],
  ],
  ['txwd', 'MOTION to Intervene by Harbor Union', []],
  [
    'ord',
    'Motion to Intervene. Filed by Harbor Union.',
    [['ord_opposition', 'LR 7-1(e)', '2026-12-14', true]],
  ],
  [
    'mnd',
    'MOTION to Dismiss/General filed by Northgate Hosting, Inc.',
    [['mnd_dispositive_opposition', 'LR 7.1(c)(2)', '2026-12-21', true]],
  ],
  [
    'ded',
    'MOTION for Preliminary Injunction - filed by Fairwater LLC',
    [['ded_opposition', 'D. Del. LR 7.1.2(b)', '2026-12-14', true]],
  ],
  [
    'njd',
    'Set Deadlines as to 12 MOTION to Dismiss. Motion set for 1/4/2027 before Judge Lim. Unless otherwise directed by the Court, this motion will be decided on the papers.',
    [
      ['njd_opposition', 'L.Civ.R. 7.1, 78.1', '2026-12-21', true],
      ['njd_reply', 'L.Civ.R. 7.1, 78.1', '2026-12-28', true],
    ],
  ],
  [
    'nyed',
    'MOTION for Preliminary Injunction by Fairwater LLC',
    [['nyed_opposition', 'Local Civil Rule 6.1(b)', '2026-12-14', true]],
  ],
  [
    'nyed',
    'MOTION to Compel Discovery by Fairwater LLC',
    [['nyed_discovery_opposition', 'Local Civil Rule 6.1(a)', '2026-12-07', true]],
  ],
  [
    'ilnd',
    'MOTION by Intervenor Harbor Union to intervene',
    [['ilnd_presentment', 'LR 5.3(b)', '2026-12-14', false]],
  ],
  [
    'flmd',
    'MOTION to Intervene by Harbor Union',
    [['flmd_opposition', 'Local Rule 3.01(c)', '2026-12-14', true]],
  ],
  [
    'flmd',
    'MOTION to Dismiss for Failure to State a Claim by Northgate Hosting, Inc.',
    [['flmd_dispositive_opposition', 'Local Rule 3.01(c)', '2026-12-21', true]],
  ],
  [
    'flmd',
    'Emergency MOTION for Temporary Restraining Order and Preliminary Injunction by Fairwater LLC',
    [['flmd_injunction_opposition', 'Local Rule 6.02(c)', '2026-12-07', true]],
  ],
  [
    'flsd',
    'MOTION for Preliminary Injunction by Fairwater LLC',
    [['flsd_opposition', 'Local Rule 7.1(c)(1)', '2026-12-14', true]],
  ],
  [
    'paed',
    'MOTION for Preliminary Injunction filed by Fairwater LLC',
    [['paed_opposition', 'Local Civil Rule 7.1(c)', '2026-12-14', true]],
  ],
  [
    'azd',
    'MOTION for Preliminary Injunction by Fairwater LLC',
    [['azd_opposition', 'LRCiv 7.2(c)', '2026-12-14', true]],
  ],
  [
    'gand',
    'MOTION for Summary Judgment with Brief In Support by Fairwater LLC',
    [['gand_summary_judgment_opposition', 'LR 7.1(B), LR 56.1(A)', '2026-12-21', true]],
  ],
  [
    'cod',
    'MOTION for Preliminary Injunction by Plaintiff Fairwater LLC',
    [['cod_opposition', 'D.C.COLO.LCivR 7.1(d)', '2026-12-21', true]],
  ],
];

test.each(dockets)('a docket of %s gives what its rules make due: %s', async (court, text, due) => {
  const { id: matterId } = await t.createMatter();
  await t.client['matter.update']({ matterId, fields: { court } });
  await t.client['docket.add']({ matterId, entries: [{ number: 14, text, filedOn: '2026-11-30' }] });
  const local = (await t.client['deadlines.propose']({ matterId })).flatMap(
    ({ deadline: { rule }, due: day, isSuggested }) =>
      rule?.pack === court ? [[rule.id, rule.cite, day, isSuggested]] : [],
  );
  expect(local).toEqual(due);
});
