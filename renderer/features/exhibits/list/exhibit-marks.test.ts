import { describe, expect, it } from 'vitest';
import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { marksOf } from './exhibit-marks.ts';

const set = { sealedAt: null, bates: { prefix: 'FWR', digits: 6, start: 1, suffix: '' } } as ExhibitSet;
const sealed = { ...set, sealedAt: '2021-01-11T00:00:00.000Z' } as ExhibitSet;
const exhibit = (fields: Partial<Exhibit> = {}): Exhibit =>
  ({
    status: 'active',
    statusNote: '',
    treatment: 'pages',
    treatmentNote: '',
    pageRanges: '',
    problems: [],
    ruling: 'none',
    batesState: 'planned',
    isSealed: false,
    ...fields,
  }) as unknown as Exhibit;
const labels = (of: ExhibitSet, fields: Partial<Exhibit>) =>
  marksOf(of, exhibit(fields)).map(({ label }) => label);

describe('marks of an exhibit', () => {
  it('are none for one that is simply there', () => {
    expect(labels(set, {})).toEqual([]);
  });

  it('name what is wrong first, then what it stands for, then which pages', () => {
    expect(
      labels(set, {
        problems: [{ code: 'PDF_DAMAGED', message: 'It is damaged.' }],
        treatment: 'sealed',
        pageRanges: '3-7',
        ruling: 'excluded',
      }),
    ).toEqual(['Problem', 'Under seal', 'pp. 3-7', 'Excluded']);
  });

  it('tell why one was withdrawn and what a label is kept for', () => {
    const [withdrawn] = marksOf(set, exhibit({ status: 'withdrawn', statusNote: 'Privileged.' }));
    expect(withdrawn?.meaning).toContain('Privileged.');
    expect(labels(set, { status: 'reserved' })).toEqual(['Label reserved']);
  });

  it('say “late” only of what was added after the seal and is not sealed itself', () => {
    expect(labels(sealed, { isSealed: false })).toEqual(['Late']);
    expect(labels(sealed, { isSealed: true })).toEqual([]);
  });
});
