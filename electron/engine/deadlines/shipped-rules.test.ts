import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { goesToCircuitClerk } from '../../../shared/domain/deadlines/clerk-of-paper.ts';
import { holidaysOf } from '../../../shared/domain/deadlines/holidays/index.ts';
import { assertPacks } from '../../../shared/domain/deadlines/rules/pack-problem.ts';
import { periodOf } from '../../../shared/domain/deadlines/rules/period-of.ts';
import { ruleInForce, rulesInForce } from '../../../shared/domain/deadlines/rules/rules-in-force.ts';
import { countTime } from '../../../shared/domain/deadlines/time/index.ts';
import { RulePack, type ListedRule } from '../../../shared/model/rule-pack.ts';
import type { ServiceKind } from '../../../shared/model/time-counting.ts';

const folder = join(import.meta.dirname, '../../../assets/rules');
const packs = readdirSync(folder).map((name) =>
  RulePack.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))),
);
const rules: ListedRule[] = packs.flatMap(({ id, regime, courts, rules: ofPack }) =>
  ofPack.map((rule) => ({ ...rule, pack: id, regime, courts, isOwn: false })),
);

/** "14 days after" and the like; null where nothing is counted. */
function periodText(id: string, on: string): string | null | undefined {
  const rule = ruleInForce(rules, id, on, null);
  return rule && (rule.count === null ? null : `${rule.count} ${rule.unit} ${rule.direction}`);
}

/** When a rule ends in Seattle, by the version of the trigger's day. */
function endOf(id: string, trigger: string, service: ServiceKind = 'none'): string {
  const rule = ruleInForce(rules, id, trigger.slice(0, 10), null)!;
  const place = { timezone: 'America/Los_Angeles', states: ['WA'] };
  const { due, dueAt } = countTime(
    {
      trigger,
      period: periodOf(rule),
      service: rule.isFromService ? service : 'none',
      regime: rule.regime,
      place,
      added: [],
      contract: null,
    },
    holidaysOf(place.states, []),
  );
  return dueAt ?? due;
}

test('every pack is valid, named as its file, and all can be used together', () => {
  expect(packs.map(({ id }) => `${id}.json`).toSorted()).toEqual(readdirSync(folder).toSorted());
  expect(() => assertPacks(packs)).not.toThrow();
});

test('no rule stands twice, under two ids', () => {
  const inForce = rulesInForce(rules, '2026-11-28', null);
  const said = inForce.map(({ pack, title, trigger, cite }) => [pack, title, trigger, cite].join(' | '));
  expect(said.filter((one, at) => said.indexOf(one) !== at)).toEqual([]);
});

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';

test.each(packs.map((pack) => [pack.id, pack] as const))('%s writes its dates month first', (_id, pack) => {
  expect(JSON.stringify(pack).match(new RegExp(`\\b\\d{1,2} (?:${months})\\b`, 'g'))).toBeNull();
});

test.each([
  ['answer', '21 days after'],
  ['answer_waiver', '60 days after'],
  ['answer_waiver_abroad', '90 days after'],
  ['waiver_return', '30 days after'],
  ['waiver_return_abroad', '60 days after'],
  ['answer_cc', '21 days after'],
  ['answer_us', '60 days after'],
  ['answer_us_indiv', '60 days after'],
  ['after_motion', '14 days after'],
  ['after_mds', '14 days after'],
  ['rule12b', null],
  ['obey_12e', '14 days after'],
  ['strike', '21 days after'],
  ['removed_answer_pleading', '21 days after'],
  ['removed_answer_summons', '21 days after'],
  ['removed_answer_removal', '7 days after'],
  ['amend', '21 days after'],
  ['amend_pleading', '21 days after'],
  ['amend_motion', '21 days after'],
  ['answer_amended', '14 days after'],
  ['serve', '90 days after'],
  ['disclosure_stmt', null],
  ['conf_26f', '21 days before'],
  ['report_26f', '14 days after'],
  ['initial_discl', '14 days after'],
  ['initial_discl_joined', '30 days after'],
  ['experts', '90 days before'],
  ['experts_rebuttal', '30 days after'],
  ['pretrial_discl', '30 days before'],
  ['pretrial_discl_objections', '14 days after'],
  ['early_rfp', '21 days after'],
  ['sched_order', '90 days after'],
  ['sched_order_appeared', '60 days after'],
  ['discovery_resp', '30 days after'],
  ['subpoena_obj', '14 days after'],
  ['safe_harbor', '21 days after'],
  ['jury', '14 days after'],
  ['jury_removed', '14 days after'],
  ['third_party', '14 days after'],
  ['msj', '30 days after'],
  ['default_notice', '7 days before'],
  ['offer', '14 days before'],
  ['offer_accept', '14 days after'],
  ['jmol', '28 days after'],
  ['findings', '28 days after'],
  ['new_trial', '28 days after'],
  ['alter', '28 days after'],
  ['aff_59c', '14 days after'],
  ['fees', '14 days after'],
  ['costs', '14 days after'],
  ['costs_review', '7 days after'],
  ['relief', '1 years after'],
  ['mj_obj', '14 days after'],
  ['stay', '30 days after'],
  ['motion_notice', '14 days before'],
  ['opposing_affidavits', '7 days before'],
  ['tro_cap', '14 days after'],
  ['tro_extension', '14 days after'],
  ['dissolve', '2 days after'],
  ['transcript_redaction_request', '21 days after'],
  ['transcript_redacted', '31 days after'],
  ['transcript_release', '90 days after'],
  ['appeal', '30 days after'],
  ['appeal_us', '60 days after'],
  ['appeal_injunction', '30 days after'],
  ['cross_appeal', '14 days after'],
  ['appeal_extension', '30 days after'],
  ['appeal_extension_limit', '30 days after'],
  ['appeal_extension_limit_order', '14 days after'],
  ['appeal_tolling', '30 days after'],
  ['removal', '30 days after'],
  ['remand', '30 days after'],
  ['tro_cap_removed', '14 days after'],
  ['intervene_statute', '60 days after'],
  ['intervene_statute_certified', '60 days after'],
  ['jury_rest', '14 days after'],
  ['substitution', '90 days after'],
  ['perpetuate_notice', '21 days before'],
  ['deposition_review', '30 days after'],
  ['written_cross', '14 days after'],
  ['written_redirect', '7 days after'],
  ['written_recross', '7 days after'],
  ['offer_damages', '14 days before'],
  ['master_obj', '21 days after'],
  ['appeal_us_injunction', '60 days after'],
  ['stay_pending_review', null],
  ['appeal_reopen', '180 days after'],
  ['appeal_reopen_notice', '14 days after'],
  ['appeal_reopened', '14 days after'],
  ['representation', '14 days after'],
  ['transcript_parts', '14 days after'],
  ['appeal_1292b', '10 days after'],
  ['class_appeal', '14 days after'],
  ['class_appeal_us', '45 days after'],
  ['petition_answer', '10 days after'],
  ['permission_fees', '14 days after'],
  ['frap_motion_response', '10 days after'],
  ['frap_motion_reply', '7 days after'],
  ['brief_opening', '40 days after'],
  ['brief_answering', '30 days after'],
  ['brief_reply', '21 days after'],
  ['brief_reply_argument', '7 days before'],
  ['brief_cross_principal', '30 days after'],
  ['brief_cross_response', '30 days after'],
  ['brief_cross_reply', '21 days after'],
  ['amicus', '7 days after'],
  ['amicus_rehearing', '7 days after'],
  ['appendix_designation', '14 days after'],
  ['appendix_counter', '14 days after'],
  ['rehearing', '14 days after'],
  ['rehearing_us', '45 days after'],
  ['mandate', '7 days after'],
  ['mandate_denial', '7 days after'],
  ['costs_bill', '14 days after'],
  ['costs_bill_objections', '14 days after'],
  ['costs_allocation', '14 days after'],
])('today %s is %s', (id, expected) => {
  expect(periodText(id, '2026-11-26')).toBe(expected);
});

test.each([
  ['tro_cap', '2009-11-30', '10 days after'],
  ['tro_cap', '2009-12-01', '14 days after'],
  ['answer', '2009-11-30', '20 days after'],
  ['alter', '2009-11-30', '10 days after'],
  ['removed_answer_removal', '2009-11-30', '5 days after'],
  ['opposing_affidavits', '2009-11-30', '1 days before'],
  ['offer', '2009-11-30', '11 days before'],
  ['serve', '2015-11-30', '120 days after'],
  ['serve', '2015-12-01', '90 days after'],
  ['stay', '2009-11-30', '10 days after'],
  ['stay', '2018-11-30', '14 days after'],
  ['stay', '2018-12-01', '30 days after'],
  ['early_rfp', '2015-11-30', undefined],
  ['brief_reply', '2018-11-30', '14 days after'],
  ['brief_reply', '2018-12-01', '21 days after'],
  ['brief_cross_reply', '2018-11-30', '14 days after'],
  ['class_appeal_us', '2018-11-30', undefined],
  ['class_appeal', '2018-11-30', '14 days after'],
  ['frap_motion_response', '2009-11-30', undefined],
  ['costs_allocation', '2025-11-30', undefined],
  ['wawd_long_motion_noting', '2021-01-11', '4 fridays after'],
  ['wawd_long_motion_noting', '2026-11-26', '28 days after'],
  ['wawd_motion_noting', '2021-01-11', '3 fridays after'],
  ['wawd_motion_noting', '2026-11-26', '21 days after'],
  ['wawd_motion_opposition', '2021-01-11', '1 monday_before before'],
  ['wawd_motion_opposition', '2026-11-26', '15 days after'],
  ['wawd_long_motion_opposition', '2021-01-11', undefined],
  ['wawd_long_motion_opposition', '2026-11-26', '21 days after'],
  ['wawd_long_motion_reply', '2026-11-26', '28 days after'],
  ['wawd_motion_reply', '2021-01-11', '0 days after'],
  ['wawd_motion_reply', '2026-11-26', '21 days after'],
  ['wawd_short_motion_noting', '2021-01-11', '2 fridays after'],
  ['wawd_short_motion_noting', '2026-11-26', undefined],
  ['wawd_tro_intent', '2021-01-11', '24 hours after'],
  ['wawd_tro_response', '2021-01-11', '48 hours after'],
  ['wawd_reconsideration', '2021-01-11', '14 days after'],
  ['wawd_surreply', '2021-01-11', '5 days after'],
  ['wawd_overlength', '2021-01-11', '3 days before'],
  ['cand_opposition', '2011-07-20', '21 days before'],
  ['cand_opposition', '2026-11-26', '14 days after'],
  ['cand_reply', '2011-07-20', '14 days before'],
  ['cand_reply', '2026-11-26', '7 days after'],
  ['cand_admin_opposition', '2026-11-26', '4 days after'],
  ['nysd_opposition', '2026-11-26', '14 days after'],
  ['nysd_reply', '2026-11-26', '7 days after'],
  ['nysd_discovery_opposition', '2026-11-26', '7 days after'],
])('%s on %s is %s', (id, on, expected) => {
  expect(periodText(id, on) ?? undefined).toBe(expected);
});

test('the clocks of LCR 65(b)(5) ran from filing in 2014 and from service in 2021', () => {
  const triggers = (on: string) =>
    ['wawd_tro_intent', 'wawd_tro_response'].map((id) => ruleInForce(rules, id, on, 'wawd')?.trigger);
  expect(triggers('2014-05-16')).toEqual(['tro_motion_filed', 'tro_motion_filed']);
  expect(triggers('2021-01-11')).toEqual(['tro_motion_served', 'tro_motion_served']);
});

test('what a statute, Rule 6(b)(2) or FRAP 26(b) forbids to extend says so, and nothing else', () => {
  const fixed = rules.filter(({ isExtendable }) => !isExtendable).map(({ id }) => id);
  const ofTrialCourt = ['jmol', 'findings', 'new_trial', 'alter', 'relief', 'removal', 'remand'];
  expect(new Set(fixed.filter((id) => !id.includes('appeal')))).toEqual(new Set(ofTrialCourt));
  const ofAppeal = rules.filter(({ id }) => id.includes('appeal'));
  expect(ofAppeal.every(({ isExtendable }) => !isExtendable)).toBe(true);
});

test('periods from entry, filing, sending or service of a summons earn no days for the manner of service', () => {
  const unearned = rules.filter(
    ({ isFromService, trigger }) => isFromService && !/_served$|^removal_noticed$|^other$/.test(trigger),
  );
  expect(unearned).toEqual([]);
  const bySummons = rules.filter(({ trigger }) =>
    ['summons_served', 'us_attorney_served', 'us_employee_served', 'defendant_served'].includes(trigger),
  );
  expect(bySummons.filter(({ isFromService }) => isFromService)).toEqual([]);
  const byOwnService = rules.filter(({ trigger }) =>
    ['own_pleading_served', 'answer_served'].includes(trigger),
  );
  expect(byOwnService.filter(({ isFromService }) => isFromService)).toEqual([]);
  expect(ruleInForce(rules, 'discovery_resp', '2026-11-26', null)?.isFromService).toBe(true);
});

test('a period counted backward earns no days for the manner of service', () => {
  expect(rules.filter(({ direction, isFromService }) => direction === 'before' && isFromService)).toEqual([]);
});

test('only the ends of a restraining order are caps, and each rule but one due with an event has a period', () => {
  const caps = rules.filter(({ kind }) => kind === 'cap').map(({ id }) => id);
  expect(new Set(caps)).toEqual(new Set(['tro_cap', 'tro_extension', 'tro_cap_removed']));
  for (const rule of rules.filter(({ kind }) => kind !== 'event')) {
    expect(periodOf(rule).isCap, rule.id).toBe(rule.kind === 'cap');
  }
});

test('the clocks of the TRO desk are each started by one rule on a day', () => {
  const clocks = (on: string) =>
    rulesInForce(rules, on, 'wawd').flatMap(({ troClock, id }) => (troClock ? [`${troClock}: ${id}`] : []));
  const expected = [
    'dissolution: dissolve',
    'expiry: tro_cap',
    'intent_to_oppose: wawd_tro_intent',
    'response: wawd_tro_response',
  ];
  for (const on of ['2009-11-30', '2014-05-17', '2021-01-11', '2026-11-26']) {
    expect(clocks(on).toSorted(), on).toEqual(expected);
  }
});

test('what was not read says to confirm it, and says where it stands', () => {
  for (const rule of rules) {
    if (rule.confidence === 'unverified') expect(rule.note, rule.id).toMatch(/^Confirm against/);
    else
      expect(rule.source, rule.id).toMatch(
        /read 2026-11-(?:2[689]|30)|House print|opinion|docs\.justia|edocr/,
      );
  }
});

test('the reply of Civil L.R. 7-3(c) is known from an order, its papers for a restraining order only in part', () => {
  const confidenceOf = (id: string) => ruleInForce(rules, id, '2026-11-28', 'cand')?.confidence;
  expect(confidenceOf('cand_reply')).toBe('secondary');
  expect(confidenceOf('cand_tro_papers')).toBe('unverified');
});

test('notes name other rules by their cites, as a person reads them', () => {
  const ids = new Set(rules.map(({ id }) => id));
  const named = rules.flatMap(({ note }) =>
    (note.match(/\b[a-z]+(?:_[a-z0-9]+)+\b/g) ?? []).filter((word) => ids.has(word)),
  );
  expect(named).toEqual([]);
});

test('a version that ended before December 2009 says that the method of counting was another', () => {
  const ended = rules.filter(({ effectiveTo }) => effectiveTo === '2009-11-30');
  expect(new Set(ended.map(({ direction }) => direction))).toEqual(new Set(['after', 'before']));
  for (const rule of ended) {
    expect(rule.note, rule.id).toMatch(/present method/);
    // Weekends left out of the count make what is counted back earlier than it is shown, never later.
    if (rule.direction === 'before') expect(rule.note, rule.id).toContain('may be too late');
  }
});

test('versions of one rule differ in more than their dates and follow each other without a gap', () => {
  for (const { id } of rules) {
    const versions = rules
      .filter((rule) => rule.id === id)
      .toSorted((a, b) => ((a.effectiveFrom ?? '') < (b.effectiveFrom ?? '') ? -1 : 1));
    for (const [index, version] of versions.entries()) {
      const next = versions[index + 1];
      if (!next) continue;
      expect(Date.parse(next.effectiveFrom!) - Date.parse(version.effectiveTo!), id).toBe(86_400_000);
      const undated = { effectiveFrom: null, effectiveTo: null };
      expect({ ...next, ...undated }, id).not.toEqual({ ...version, ...undated });
    }
  }
});

test.each([
  // Served at 5 pm on a Monday.
  ['wawd_tro_intent', '2021-01-11T17:00', '2021-01-12T17:00'],
  ['wawd_tro_response', '2021-01-11T17:00', '2021-01-13T17:00'],
  // As the clerk's notice counted them: Muho v. Citibank, Dkt. 28.
  ['cand_opposition', '2014-07-23', '2014-08-06'],
  ['cand_reply', '2014-08-06', '2014-08-13'],
  // Fourteen days on is Memorial Day.
  ['cand_opposition', '2016-05-16', '2016-05-31'],
  // The fourth Friday after a Monday, the Monday before it, and the Friday itself.
  ['wawd_long_motion_noting', '2021-01-11', '2021-02-05'],
  ['wawd_motion_noting', '2021-01-11', '2021-01-29'],
  ['wawd_short_motion_noting', '2021-01-11', '2021-01-22'],
  ['wawd_motion_opposition', '2021-02-05', '2021-02-01'],
  ['wawd_short_motion_opposition', '2021-01-22', '2021-01-20'],
  ['wawd_motion_reply', '2021-02-05', '2021-02-05'],
  // Noted and delivered on the day of filing, a Sunday as it is.
  ['wawd_tro_noting', '2021-01-10', '2021-01-10'],
  ['wawd_tro_courtesy_copy', '2021-01-10', '2021-01-10'],
  // The business day after a Friday filing; Monday is Martin Luther King Jr. Day.
  ['wawd_courtesy_copy', '2021-01-15', '2021-01-19'],
  // The cap stands on a Sunday, to the minute.
  ['tro_cap', '2021-01-10T17:00', '2021-01-24T17:00'],
  // Day 30 is a Saturday.
  ['appeal', '2021-01-21', '2021-02-22'],
  ['appeal_injunction', '2021-01-21', '2021-02-22'],
  // Fourteen days back is a holiday Monday.
  ['motion_notice', '2021-02-01', '2021-01-15'],
  ['opposing_affidavits', '2021-01-25', '2021-01-15'],
  // Day 31 of the transcript is a Saturday.
  ['transcript_redacted', '2021-01-06', '2021-02-08'],
  ['relief', '2020-02-29', '2021-03-01'],
  // Fourteen days from removal is Washington's Birthday, which lengthens no maximum.
  ['tro_cap_removed', '2026-02-02T09:30', '2026-02-16T09:30'],
  // Ten days on is Independence Day, kept on Friday: on to Monday.
  ['frap_motion_response', '2026-06-23', '2026-07-06'],
  // Day 40 is a Saturday.
  ['brief_opening', '2026-09-07', '2026-10-19'],
  // Seven days before an argument on Friday is Thanksgiving's Friday, a holiday of Washington that counts forward only.
  ['brief_reply_argument', '2026-12-04', '2026-11-27'],
  // Day 14 is Thanksgiving, the day after it a holiday of Washington.
  ['class_appeal', '2026-11-12', '2026-11-30'],
])('%s from %s ends %s', (id, trigger, end) => {
  expect(endOf(id, trigger)).toBe(end);
});

test('mail adds three days to a period from service under Rule 5, and none to the answer', () => {
  expect(endOf('discovery_resp', '2021-03-01', 'mail')).toBe('2021-04-05');
  expect(endOf('discovery_resp', '2021-03-01', 'ecf')).toBe('2021-03-31');
  expect(endOf('answer', '2021-03-01', 'mail')).toBe('2021-03-22');
});

test('mail adds three days in the court of appeals too, and none to a notice of appeal or a certified appeal', () => {
  expect(endOf('frap_motion_response', '2026-03-02', 'mail')).toBe('2026-03-16');
  expect(endOf('frap_motion_response', '2026-03-02', 'ecf')).toBe('2026-03-12');
  expect(endOf('brief_reply', '2026-03-02', 'mail')).toBe('2026-03-26');
  expect(endOf('appeal_injunction', '2026-03-02', 'mail')).toBe('2026-04-01');
  expect(endOf('appeal_1292b', '2026-03-02', 'mail')).toBe('2026-03-12');
});

test('what is filed with the court of appeals says whose midnight ends its day, by which it is counted', () => {
  const told = rules.filter(({ note }) => note.includes('clock of the circuit clerk’s principal office'));
  expect(told.length).toBeGreaterThan(20);
  for (const rule of rules) {
    expect(told.includes(rule), rule.id).toBe(goesToCircuitClerk(rule));
  }
});

test('every version of every rule can be counted on the days it holds, on its own side of the trigger', () => {
  for (const rule of rules.filter(({ kind }) => kind !== 'event')) {
    const day = rule.effectiveFrom ?? rule.effectiveTo ?? '2021-01-11';
    const trigger = rule.unit === 'hours' ? `${day}T17:00` : day;
    const end = endOf(rule.id, trigger);
    if (rule.direction === 'after') expect(end >= trigger, rule.id).toBe(true);
    else expect(end <= trigger, rule.id).toBe(true);
  }
});
