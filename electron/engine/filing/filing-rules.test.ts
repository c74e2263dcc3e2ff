import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FilingCheckKind } from '../../../shared/model/court-profile.ts';
import { filingRules, getCourtProfile } from './index.ts';

const assets = { assetsDirectory: join(import.meta.dirname, '../../../assets') };

test('every check has a rule in every court, and each rule its source', () => {
  const { court, rules } = filingRules(assets, null);
  expect(court).toBeNull();
  expect(Object.keys(rules).sort()).toEqual([...FilingCheckKind.options].sort());
  for (const { source } of Object.values(rules)) expect(source).not.toBe('');
});

test('what a court says itself takes the place of what holds in all courts', () => {
  const general = filingRules(assets, null).rules.personalIdentifiers;
  const { court, profileDate, fileSize, rules } = filingRules(assets, getCourtProfile(assets, 'wawd'));
  expect({ court, megabytes: fileSize?.megabytes }).toEqual({ court: 'wawd', megabytes: 75 });
  expect(profileDate).toBe(getCourtProfile(assets, 'wawd').profileDate);
  expect(general.identifiers).not.toHaveProperty('passport');
  expect(rules.personalIdentifiers).toMatchObject({
    source: expect.stringContaining('LCR 5.2'),
    identifiers: { passport: expect.stringContaining('all of it') },
  });
  expect(rules.scripts).toEqual(filingRules(assets, null).rules.scripts);
});
