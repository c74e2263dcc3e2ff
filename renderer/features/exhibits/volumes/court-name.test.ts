import { expect, it } from 'vitest';
import { courtName } from './court-name.ts';

it('names a court by its district and its code', () => {
  const lines = ['UNITED STATES DISTRICT COURT', 'DISTRICT OF THE NORTHERN ISLES'];
  expect(courtName({ id: 'nid', name: lines })).toBe('District of the Northern Isles (nid)');
});
