import { expect, test } from 'vitest';
import { periodOf } from './period-of.ts';
import { buildRule } from './rule-fixture.ts';

test('a period is what the rule says, and only a cap is a cap', () => {
  const period = { count: 5, unit: 'days', direction: 'after' };
  expect(periodOf(buildRule())).toEqual({ ...period, isCap: false });
  expect(periodOf(buildRule({ kind: 'earliest' }))).toEqual({ ...period, isCap: false });
  expect(periodOf(buildRule({ kind: 'cap' }))).toEqual({ ...period, isCap: true });
  expect(periodOf(buildRule({ isDayAfter: true }))).toEqual({ ...period, isCap: false, isDayAfter: true });
});

test('a rule due with an event has no period, and the refusal names it', () => {
  for (const missing of [
    { count: null, unit: null, direction: null },
    { count: null },
    { unit: null },
    { direction: null },
  ])
    expect(() => periodOf(buildRule({ kind: 'event', ...missing }))).toThrow(
      expect.objectContaining({ code: 'DEADLINE_RULE_NOT_COUNTED', details: { rule: 'harbor_notice' } }),
    );
});
