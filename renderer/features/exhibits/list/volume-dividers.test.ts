import { describe, expect, it } from 'vitest';
import type { Exhibit, VolumePlan } from '../../../../shared/model/exhibits.ts';
import { fillOf, volumeStarts } from './volume-dividers.ts';

const volume = (name: string, firstLabel: string, sizeBytes: number): VolumePlan['volumes'][number] => ({
  name,
  firstLabel,
  lastLabel: firstLabel,
  exhibits: 1,
  pages: 1,
  sizeBytes,
  isOverLimit: false,
});
const exhibits = ['A', 'B', 'C'].map((label) => ({ id: `id ${label}` as Exhibit['id'], label }));
const plan = (volumes: VolumePlan['volumes'], limitBytes: number | null = 100): VolumePlan => ({
  limitBytes,
  limitSource: 'test',
  totalBytes: volumes.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
  volumes,
});

describe('volumes in the list', () => {
  it('begin at their first exhibits', () => {
    expect([...volumeStarts(plan([volume('1', 'A', 90), volume('2', 'C', 20)]), exhibits)]).toEqual([
      ['id A', '1'],
      ['id C', '2'],
    ]);
  });

  it('need no line where there is one alone, or none is known yet', () => {
    expect(volumeStarts(plan([volume('1', 'A', 90)]), exhibits).size).toBe(0);
    expect(volumeStarts(undefined, exhibits).size).toBe(0);
  });

  it('are passed over where their exhibit is not in the list', () => {
    expect([...volumeStarts(plan([volume('1', 'A', 1), volume('2', 'Z', 1)]), exhibits).values()]).toEqual([
      '1',
    ]);
  });

  it('fill the limit, and never more than all of it', () => {
    expect(fillOf(plan([volume('1', 'A', 50), volume('2', 'B', 300)]))).toEqual([0.5, 1]);
    expect(fillOf(plan([volume('1', 'A', 30), volume('2', 'B', 10)], null))).toEqual([0.75, 0.25]);
  });
});
