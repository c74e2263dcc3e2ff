import { describe, expect, it } from 'vitest';
import type { TroRequest } from '../../../../shared/model/tro.ts';
import { madeEvent, madeRequest } from '../made-request.ts';
import { stagePath } from './stage-path.ts';

function path(stage: TroRequest['stage'], ...events: TroRequest['events']): string[] {
  return stagePath(madeRequest({ stage, events })).map((step) => `${step.stage} ${step.state}`);
}
const filed = madeEvent('motion_filed', '2021-01-11T16:00');
const served = madeEvent('motion_served', '2021-01-11T17:00');

describe('the way of a request', () => {
  it('begins with drafting, and leaves the decision open', () => {
    expect(path('drafting')).toEqual([
      'drafting current',
      'filed ahead',
      'served ahead',
      'opposed ahead',
      'heard ahead',
      'decision ahead',
    ]);
  });

  it('ends with a denial; what was never recorded was passed over', () => {
    expect(path('denied', filed, served, madeEvent('denied', '2021-01-21'))).toEqual([
      'drafting done',
      'filed done',
      'served done',
      'opposed passed_over',
      'heard passed_over',
      'denied current',
    ]);
  });

  it('goes on after a grant to an extension and an end', () => {
    const granted = madeEvent('granted', '2021-01-12T09:00');
    expect(path('granted', filed, granted).slice(-3)).toEqual([
      'granted current',
      'extended ahead',
      'end ahead',
    ]);
    expect(path('expired', filed, granted).slice(-2)).toEqual(['granted done', 'expired current']);
    expect(path('extended', filed, granted, madeEvent('extended', '2021-01-20')).slice(-3)).toEqual([
      'granted done',
      'extended current',
      'end ahead',
    ]);
  });

  it('is that of the motion filed last, after one was denied', () => {
    const again = madeEvent('motion_filed', '2021-02-01T10:00');
    expect(path('filed', filed, served, madeEvent('denied', '2021-01-21'), again)).toEqual([
      'drafting done',
      'filed current',
      'served ahead',
      'opposed ahead',
      'heard ahead',
      'decision ahead',
    ]);
  });

  it('says when a step was reached', () => {
    const steps = stagePath(madeRequest({ stage: 'served', events: [filed, served] }));
    expect(steps.find(({ stage }) => stage === 'served')?.at).toBe('2021-01-11T17:00');
  });
});
