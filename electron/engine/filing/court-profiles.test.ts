import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { districtCourtName } from '../../../shared/domain/court-citation.ts';
import { findCourtProfile, getCourtProfile, listCourtProfiles } from './index.ts';

const assets = { assetsDirectory: join(import.meta.dirname, '../../../assets') };

test('every profile is readable and stands in the file of its own court', () => {
  const files = readdirSync(join(assets.assetsDirectory, 'courts')).map((name) => basename(name, '.json'));
  expect(listCourtProfiles(assets).map(({ id }) => id)).toEqual(files.sort());
});

test('every profile is named as its court', () => {
  for (const { id, name } of listCourtProfiles(assets))
    expect(name.join(', ')).toBe(districtCourtName(id).toUpperCase());
});

test('no profile has two limits for one paper on one motion', () => {
  for (const { id, lengths } of listCourtProfiles(assets)) {
    const limited = lengths.flatMap(({ paper, motions }) =>
      (paper === 'brief' ? ['motion', 'opposition'] : [paper]).flatMap((of) =>
        (motions.length === 0 ? ['other'] : motions).map((motion) => `${of} ${motion}`),
      ),
    );
    expect(limited, id).toEqual([...new Set(limited)]);
  }
});

test('what is said of a court names its source, and a limit that was only reported says so', () => {
  const wawd = getCourtProfile(assets, 'WAWD');
  expect(wawd.fileSize).toMatchObject({ megabytes: 75, confidence: 'reported' });
  expect(wawd.filing.find(({ check }) => check === 'pageSize')?.source).toContain('LCR 10');
});

test('sources that contradict each other both stand in the profile', () => {
  const gand = getCourtProfile(assets, 'gand');
  expect([gand.fileSize!.megabytes, ...gand.otherFileSizes.map(({ megabytes }) => megabytes)]).toEqual([
    15, 30,
  ]);
});

test('a court without a profile is told apart from one that was asked for', () => {
  expect(findCourtProfile(assets, 'akd')).toBeNull();
  expect(() => getCourtProfile(assets, 'akd')).toThrow(/akd.*wawd/);
});
