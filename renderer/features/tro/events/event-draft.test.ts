import { describe, expect, it } from 'vitest';
import { missingDetail, strayDetail } from '../../../../shared/domain/tro/check-event.ts';
import { TroEventFields, TroEventKind } from '../../../../shared/model/tro.ts';
import { typedOf } from '../../deadlines/index.ts';
import { madeEvent } from '../made-request.ts';
import { describeDetails } from './describe-details.ts';
import { draftOf, eventOf, problemsOf, type EventDraft } from './event-draft.ts';

function draft(patch: Partial<EventDraft>): EventDraft {
  return { ...draftOf(null, 'motion_filed'), at: typedOf('2021-01-11T17:00'), ...patch };
}
const times = (patch: Partial<EventDraft['times']>) => ({ ...draftOf(null, 'denied').times, ...patch });

describe('an event as it is recorded', () => {
  it('needs its moment, and service its minute and its manner', () => {
    expect(problemsOf(draft({ at: typedOf(null) }))).toHaveProperty('at');
    expect(problemsOf(draft({ at: { moment: null, isUnreadable: true } }))).toHaveProperty('at');
    const served = problemsOf(draft({ kind: 'motion_served', at: typedOf('2021-01-11') }));
    expect(Object.keys(served)).toEqual(['at', 'service']);
    expect(problemsOf(draft({ kind: 'motion_served', service: 'ecf' }))).toEqual({});
  });

  it('of a schedule needs one time, and a hearing its minute', () => {
    expect(problemsOf(draft({ kind: 'schedule_ordered' }))).toHaveProperty('times');
    const withDay = draft({ kind: 'schedule_ordered', times: times({ hearingAt: typedOf('2021-01-14') }) });
    expect(problemsOf(withDay)).toHaveProperty('hearingAt');
    const withMinute = draft({
      kind: 'schedule_ordered',
      times: times({ hearingAt: typedOf('2021-01-14T10:00') }),
    });
    expect(problemsOf(withMinute)).toEqual({});
  });

  it('of an extension needs the new end', () => {
    expect(problemsOf(draft({ kind: 'extended' }))).toHaveProperty('expiresAt');
  });

  it('takes no amount and no hours that are none', () => {
    expect(problemsOf(draft({ kind: 'granted', security: 'much' }))).toHaveProperty('security');
    expect(problemsOf(draft({ kind: 'dissolution_noticed', noticeHours: '48' }))).toHaveProperty(
      'noticeHours',
    );
    expect(
      problemsOf(draft({ kind: 'dissolution_noticed', noticeHours: '24', at: typedOf('2021-01-20') })),
    ).toHaveProperty('at');
  });

  it('leaves out what its kind does not have, though it was typed', () => {
    const event = eventOf(draft({ kind: 'denied', service: 'mail', security: '5000', noticeHours: '3' }));
    expect(event?.details).toEqual(madeEvent('denied', '2021-01-11').details);
  });

  it.each(TroEventKind.options)('is one that the rules take, for %s', (kind) => {
    const event = eventOf(
      draft({
        kind,
        service: 'ecf',
        security: '$5,000',
        isWithNotice: true,
        noticeHours: '24',
        times: times({
          responseBy: typedOf('2021-01-12T17:00'),
          hearingAt: typedOf('2021-01-14T10:00'),
          piHearingAt: typedOf('2021-01-20T10:00'),
          expiresAt: typedOf('2021-01-20'),
        }),
      }),
    );
    const parsed = TroEventFields.parse(event);
    expect(missingDetail(parsed)).toBeNull();
    expect(strayDetail(parsed)).toBeNull();
  });

  it('comes back into the dialog as it was recorded', () => {
    const granted = madeEvent('granted', '2021-01-12T09:00', {
      expiresAt: '2021-01-20T17:00',
      isWithNotice: false,
      securityUsd: 1250.5,
    });
    const { id: _id, createdAt: _createdAt, ...fields } = granted;
    expect(eventOf(draftOf(granted, 'denied'))).toEqual(fields);
  });
});

describe('what an event says', () => {
  it('is a line for each thing', () => {
    const granted = madeEvent('granted', '2021-01-12T09:00', {
      expiresAt: '2021-01-20T17:00',
      isWithNotice: false,
      securityUsd: 5000,
    });
    expect(describeDetails(granted, 'America/Los_Angeles')).toEqual([
      'Ends at, as the order states: Wed, Jan 20, 2021, 5:00 PM PST',
      'Without notice to the adverse party',
      'Security: $5,000',
    ]);
  });
});
