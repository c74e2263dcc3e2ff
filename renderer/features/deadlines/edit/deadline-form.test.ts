import { describe, expect, it } from 'vitest';
import { DeadlineFields } from '../../../../shared/model/deadlines.ts';
import type { ListedRule } from '../../../../shared/model/rule-pack.ts';
import {
  emptyForm,
  fieldsOf,
  fromOwnTime,
  inVersionOfDay,
  problemsOf,
  withRule,
  type DeadlineForm,
} from './deadline-form.ts';

const entryId = '01890000-0000-7000-8000-000000000001' as NonNullable<DeadlineForm['entryId']>;
const deadlineId = '01890000-0000-7000-8000-000000000002' as NonNullable<DeadlineForm['deadlineId']>;

const response: ListedRule = {
  id: 'tro_response',
  cite: 'LCR 65(b)(5)',
  title: 'Response to the motion',
  trigger: 'tro_motion_served',
  triggerText: 'service of the motion',
  kind: 'period',
  count: 48,
  unit: 'hours',
  direction: 'after',
  isFromService: false,
  isExtendable: true,
  actor: 'opponent',
  troClock: 'response',
  combine: null,
  effectiveFrom: '2017-05-01',
  effectiveTo: null,
  source: 'the rules',
  confidence: 'confirmed',
  note: '',
  pack: 'wawd',
  regime: 'frcp',
  courts: ['wawd'],
  isOwn: false,
};
const older: ListedRule = {
  ...response,
  trigger: 'tro_motion_filed',
  effectiveFrom: '2014-05-17',
  effectiveTo: '2017-04-30',
};
const answer: ListedRule = {
  ...response,
  id: 'answer_cc',
  unit: 'days',
  count: 21,
  isFromService: true,
  troClock: null,
};
const dueOf = () => '2021-01-20';
const dated: DeadlineForm = { ...emptyForm, title: 'Response', triggerKind: 'date', at: '2021-01-11T17:00' };

describe('the form of a deadline', () => {
  it('is a rule’s period from the moment given, as the engine takes it', () => {
    const fields = fieldsOf({ ...withRule(dated, response), owner: ' Ines Okafor ' }, dueOf);
    expect(DeadlineFields.parse(fields)).toMatchObject({
      source: 'rule',
      rule: { id: 'tro_response', pack: 'wawd' },
      period: { count: 48, unit: 'hours', direction: 'after', isCap: false },
      trigger: { kind: 'date', event: 'tro_motion_served', at: '2021-01-11T17:00' },
      service: 'none',
      owner: 'Ines Okafor',
      troClock: 'response',
      reminders: [1440, 240, 60],
    });
  });

  it('takes three days only for a period that runs from being served', () => {
    expect(withRule(dated, answer).service).toBe('ecf');
    expect(withRule({ ...dated, service: 'mail' }, answer).service).toBe('mail');
    expect(withRule({ ...dated, service: 'mail' }, response).service).toBe('none');
  });

  it('keeps a title a person wrote, and names it by the rule otherwise', () => {
    expect(withRule({ ...dated, isTitleOwn: true }, response).title).toBe('Response');
    expect(withRule(dated, response).title).toBe('Response to the motion');
  });

  it('counts in the version of the trigger’s day, and says where there was none', () => {
    const form = withRule(dated, response);
    const rules = [older, response];
    expect(inVersionOfDay(form, rules, '2021-01-11')?.event).toBe('tro_motion_served');
    expect(inVersionOfDay(form, rules, '2016-01-11')?.event).toBe('tro_motion_filed');
    expect(inVersionOfDay(form, rules, '2010-01-11')).toBeNull();
    expect(inVersionOfDay(form, [], '2010-01-11')).toBe(form);
  });

  it('asks for the minute of a period in hours, and for what else is missing', () => {
    expect(problemsOf(emptyForm)).toHaveProperty('rule');
    expect(problemsOf(withRule({ ...dated, at: '2021-01-11' }, response)).at).toContain('hours');
    expect(problemsOf({ ...dated, at: null, isAtUnreadable: true }).at).toContain('read');
    expect(problemsOf({ ...dated, basis: 'contract', clause: ' ' })).toHaveProperty('clause');
    expect(problemsOf({ ...dated, basis: 'period', count: Number.NaN })).toHaveProperty('count');
    expect(problemsOf({ ...dated, basis: 'period', triggerKind: 'entry' })).toHaveProperty('entry');
    expect(problemsOf({ ...dated, basis: 'date' })).toEqual({});
  });

  it('of a date certain counts nothing', () => {
    const fields = fieldsOf({ ...dated, basis: 'date', service: 'mail', isOrder: false }, dueOf);
    expect(DeadlineFields.parse(fields)).toMatchObject({
      source: 'hand',
      period: { count: 0, unit: 'fixed' },
      service: 'none',
      rule: null,
    });
  });

  it('of an agreement is counted by its terms and never by a rule', () => {
    const fields = fieldsOf(
      { ...withRule(dated, response), basis: 'contract', clause: '§ 7.2(b)', count: 30 },
      dueOf,
    );
    expect(DeadlineFields.parse(fields)).toMatchObject({
      source: 'contract',
      regime: 'contract',
      rule: null,
      troClock: null,
      contract: { clause: '§ 7.2(b)' },
      period: { count: 30, unit: 'days' },
    });
  });

  it('that runs from another deadline starts where that one is due', () => {
    const form: DeadlineForm = { ...dated, basis: 'period', triggerKind: 'deadline', deadlineId };
    expect(fieldsOf(form, dueOf)?.trigger).toMatchObject({ kind: 'deadline', deadlineId, at: '2021-01-20' });
    expect(fieldsOf(form, () => null)).toBeNull();
  });

  it('runs from the time a person gave where the entry is silent, and still belongs to the entry', () => {
    const fields = fieldsOf({ ...withRule(dated, response), triggerKind: 'entry', entryId }, dueOf);
    expect(fields).toMatchObject({ entryId, trigger: { kind: 'entry', entryId } });
    expect(fields && fromOwnTime(fields)).toMatchObject({
      entryId,
      trigger: { kind: 'date', event: 'tro_motion_served', at: '2021-01-11T17:00' },
    });
  });
});
