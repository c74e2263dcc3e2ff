import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EvidenceId } from '../../../model/common.ts';
import type { TroEvent, TroFields, TroItem } from '../../../model/tro.ts';
import { emptyFields } from '../empty-fields.ts';
import { events } from '../testing/request.ts';
import { planGates, troItemKeys } from './plan-gates.ts';

const wawd = { court: 'wawd', on: '2021-01-11' };
const tick = (key: string, more: Partial<TroItem> = {}): TroItem => ({
  key,
  state: 'met',
  note: '',
  entryId: null,
  evidenceId: null,
  ...more,
});

function gate(
  key: string,
  {
    items = [],
    recorded = [],
    own = {},
    place = wawd,
  }: {
    items?: readonly TroItem[];
    recorded?: readonly TroEvent[];
    own?: Partial<TroFields>;
    place?: typeof wawd;
  } = {},
) {
  const facts = { fields: { ...emptyFields, ...own }, events: recorded, notices: [] };
  return planGates(facts, items, place).find((one) => one.key === key);
}

describe('a requirement', () => {
  test('tells what each open line wants, and nothing once all are met', () => {
    const factors = ['winter.merits', 'winter.harm', 'winter.equities', 'winter.public'];
    expect(gate('winter')).toMatchObject({ met: false, missing: { length: 4 } });
    expect(gate('winter', { items: factors.map((key) => tick(key)) })).toMatchObject({
      met: true,
      missing: [],
    });
  });

  test('needs the proof beside the tick where the rule asks for a paper', () => {
    const items = [
      tick('sworn_facts.paper'),
      tick('sworn_facts.injury', { note: 'Compl. ¶¶ 20–31' }),
      tick('sworn_facts.signed'),
    ];
    expect(gate('sworn_facts', { items })!.missing.join(' ')).toContain('Link the docket entry or document');
    const proven = [tick('sworn_facts.paper', { evidenceId: 'e1' as EvidenceId }), ...items.slice(1)];
    expect(gate('sworn_facts', { items: proven })!.met).toBe(true);
  });

  test('that is not needed wants to know why', () => {
    const key = 'wawd_courtesy_copy.delivered';
    expect(gate('wawd_courtesy_copy', { items: [tick(key, { state: 'not_needed' })] })!.met).toBe(false);
    const why = tick(key, { state: 'not_needed', note: '12 pages in all' });
    expect(gate('wawd_courtesy_copy', { items: [why] })!.met).toBe(true);
  });
});

test('what an order must have is asked no more once the request was denied, unless one was granted before', () => {
  const denied = events(['motion_served', '2021-01-11T17:00'], ['denied', '2021-01-21']);
  expect(gate('security_set', { recorded: denied })).toBeUndefined();
  expect(gate('sworn_facts', { recorded: denied })).toBeDefined();
  const granted = events(['granted', '2021-01-11T17:00', { isWithNotice: false }], ['denied', '2021-01-21']);
  expect(gate('security_set', { recorded: granted })).toBeDefined();
});

describe('what the matter knows', () => {
  test('reasons or efforts meet the certificate’s first line, service makes the reasons unnecessary', () => {
    const open = gate('notice_certificate')!;
    expect(open.items.map(({ state }) => state)).toEqual(['open', 'open', 'open']);
    const given = gate('notice_certificate', { own: { reasonAgainstNotice: 'It would be deleted.' } })!;
    expect(given.items.map(({ state }) => state)).toEqual(['met', 'met', 'open']);
    const served = gate('notice_certificate', {
      recorded: events(['motion_served', '2021-01-11T17:00', { service: 'hand' }]),
    })!;
    expect(served.items[1]!.state).toBe('not_needed');
  });

  test('security is proposed by the movant, set by the order and then given; the United States gives none', () => {
    expect(gate('security_proposed', { own: { securityProposedUsd: 0 } })!.met).toBe(true);
    const granted = events(['granted', '2021-01-11T17:00', { isWithNotice: false, securityUsd: 5_000 }]);
    expect(gate('security_set', { recorded: granted })!.met).toBe(true);
    expect(gate('security_posted', { recorded: granted })!.met).toBe(false);
    expect(gate('security_posted', { recorded: granted, own: { securityPostedAt: '2021-01-12' } })!.met).toBe(
      true,
    );
    const none = events(['granted', '2021-01-11T17:00', { securityUsd: 0 }]);
    expect(gate('security_posted', { recorded: none })!.met).toBe(true);
    for (const key of ['security_proposed', 'security_set', 'security_posted', 'demand_security'])
      expect(gate(key, { own: { isUnitedStates: true } })!.met).toBe(true);
  });

  test('what only an order without notice must say is not asked of one with notice', () => {
    const recorded = events(['granted', '2021-01-11T17:00', { isWithNotice: true }]);
    const states = gate('order_without_notice', { recorded })!.items.map(({ state }) => state);
    expect(states).toEqual(['not_needed', 'not_needed', 'not_needed', 'open']);
  });

  test('that the order itself states its hour is not known from the hour that was recorded', () => {
    const recorded = events(['granted', '2021-01-11T17:00', { isWithNotice: false }]);
    expect(gate('order_without_notice', { recorded })!.items[0]).toMatchObject({ state: 'open' });
  });

  test('the reasons for an extension are asked for once there is one', () => {
    const granted = events(['granted', '2021-01-11T17:00', { isWithNotice: false }]);
    expect(gate('extension', { recorded: granted })).toBeUndefined();
    const recorded = events(
      ['granted', '2021-01-11T17:00', { isWithNotice: false }],
      ['extended', '2021-01-20T09:00', { expiresAt: '2021-02-05T17:00' }],
    );
    expect(gate('extension', { recorded })).toMatchObject({ met: false, missing: { length: 2 } });
  });

  test('a set hearing meets 65(b)(3) only together with being ready', () => {
    const recorded = events(['schedule_ordered', '2021-01-12T09:00', { piHearingAt: '2021-01-20T09:00' }]);
    expect(gate('pi_hearing', { recorded })!.missing).toHaveLength(1);
    expect(gate('pi_hearing', { recorded, items: [tick('pi_hearing.ready')] })!.met).toBe(true);
  });

  test('a motion filed at 5 pm and served at 5 pm is served with its filing; one served later is not', () => {
    const at = (served: string) =>
      events(['motion_filed', '2021-01-11T17:00'], ['motion_served', served, { service: 'hand' }]);
    expect(gate('wawd_service', { recorded: at('2021-01-11T17:00') })!.items[0]!.state).toBe('met');
    expect(gate('wawd_service', { recorded: at('2021-01-11T17:01') })!.items[0]!.state).toBe('open');
  });

  test('the opponent’s papers are met by what is recorded', () => {
    const recorded = events(
      ['intent_to_oppose_filed', '2021-01-12T09:00'],
      ['response_filed', '2021-01-12T16:00'],
      ['dissolution_noticed', '2021-01-14'],
    );
    for (const key of ['wawd_intent', 'response', 'dissolve']) {
      expect(gate(key)!.met).toBe(false);
      expect(gate(key, { recorded })).toMatchObject({ met: true, side: 'opponent' });
    }
  });
});

describe('local rules', () => {
  test('are those of the matter’s court', () => {
    const keys = (court: string) =>
      planGates({ fields: emptyFields, events: [], notices: [] }, [], { court, on: '2021-01-11' }).map(
        ({ key }) => key,
      );
    expect(keys('wawd')).toContain('wawd_clerk_call');
    expect(keys('cand')).toContain('cand_notice');
    for (const court of ['', 'nysd']) expect(keys(court).filter((key) => /wawd|cand/.test(key))).toEqual([]);
  });

  test('are confirmed only for the days whose text was read', () => {
    const length = (on: string) => gate('wawd_length', { place: { court: 'wawd', on } })!;
    expect(length('2021-01-11')).toMatchObject({
      isUnconfirmed: false,
      missing: [expect.stringContaining('24 pages')],
    });
    expect(length('2024-06-03')).toMatchObject({
      isUnconfirmed: true,
      missing: [expect.stringContaining('8,400 words')],
    });
    expect(length('2015-06-03').isUnconfirmed).toBe(true);
  });

  test('name each requirement once, whatever the day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', 'wawd', 'cand', 'nysd'),
        fc.date({ min: new Date('2005-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        (court, date) => {
          const on = date.toISOString().slice(0, 10);
          const gates = planGates({ fields: emptyFields, events: [], notices: [] }, [], { court, on });
          expect(new Set(gates.map(({ key }) => key)).size).toBe(gates.length);
          expect(gates.flatMap(({ items }) => items).every(({ key }) => troItemKeys.has(key))).toBe(true);
        },
      ),
    );
  });

  test('the sliding scale is shown in the Ninth Circuit and never required', () => {
    const ofCourt = (court: string) => gate('winter', { place: { court, on: '2021-01-11' } })!;
    expect(ofCourt('cand').items).toHaveLength(5);
    expect(ofCourt('nysd').items).toHaveLength(4);
    expect(ofCourt('cand').missing).toHaveLength(4);
  });
});

test('ticking every line with its proof and note meets every requirement of every court', () => {
  const items = [...troItemKeys].map((key) =>
    tick(key, { note: 'as shown', evidenceId: 'e1' as EvidenceId }),
  );
  for (const court of ['', 'wawd', 'cand', 'nysd'])
    for (const on of ['2012-01-01', '2021-01-11', '2026-11-26'])
      expect(
        planGates({ fields: emptyFields, events: [], notices: [] }, items, { court, on }).filter(
          ({ met }) => !met,
        ),
      ).toEqual([]);
});
