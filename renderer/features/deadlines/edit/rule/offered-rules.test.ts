import { expect, test } from 'vitest';
import { buildListedRule } from '../../../../../shared/domain/deadlines/rules/rule-fixture.ts';
import { courtsOfRule, offeredRules } from './offered-rules.ts';

const california = buildListedRule({ id: 'noticed', cite: 'Civil L.R. 7-2(a)', courts: ['cand'] });
const washington = buildListedRule({ id: 'reply', cite: 'LCR 7(d)', courts: ['wawd'] });
const appeal = buildListedRule({ id: 'brief', cite: 'Fed. R. App. P. 31', regime: 'frap' });
const federal = buildListedRule({ id: 'answer', cite: 'Fed. R. Civ. P. 12(a)' });
const all = [california, washington, appeal, federal];
const search = { court: 'WAWD', isEveryCourt: true, on: '2021-01-11', typed: '' };

test('rules of the matter’s court are offered first, those of other courts last, and not unasked', () => {
  expect(offeredRules(all, search)).toEqual([washington, federal, appeal, california]);
  expect(offeredRules(all, { ...search, isEveryCourt: false })).toEqual([washington, federal, appeal]);
});

test('where the court is not set, federal rules come before those of any court', () => {
  expect(offeredRules(all, { ...search, court: '' })).toEqual([federal, appeal, california, washington]);
});

test('a rule is found by its court as lawyers cite it, and says which it is', () => {
  expect(offeredRules(all, { ...search, typed: 'N.D. Cal.' })).toEqual([california]);
  expect(courtsOfRule(california)).toBe('N.D. Cal.');
  expect(courtsOfRule({ courts: ['wawd', 'harbor'] })).toBe('W.D. Wash., harbor');
  expect(courtsOfRule(federal)).toBe('');
});
