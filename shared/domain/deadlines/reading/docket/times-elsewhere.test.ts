import { describe, expect, test } from 'vitest';
import type { DocketEntryId } from '../../../../model/common.ts';
import { roleOf } from '../../../docket/threads/role.ts';
import { buildListedRule } from '../../rules/rule-fixture.ts';
import { planProposals } from '../plan-proposals.ts';

const rules = [
  buildListedRule({ id: 'opposition', trigger: 'motion_served', title: 'Opposition to a motion', count: 14 }),
  buildListedRule({ id: 'reply', trigger: 'opposition_served', title: 'Reply on a motion', count: 7 }),
];
const motion = 'MOTION for Preliminary Injunction by Fairwater LLC.';
const opposition = 'OPPOSITION re 1 MOTION for Preliminary Injunction by Northgate Hosting, Inc.';

/** The proposals of a docket, one entry on each of the days of January 2027 from the fourth. */
function plan(texts: readonly string[], minutes = false) {
  const entries = texts.map((text, i) => {
    const on = `2027-01-0${i + 4}`;
    const role = roleOf({ text, shortText: '', attachment: null });
    const enteredAt = minutes ? `${on}T15:00` : null;
    return {
      id: `entry-${i + 1}` as DocketEntryId,
      number: i + 1,
      attachment: null,
      text,
      shortText: '',
      filedOn: on,
      enteredOn: on,
      enteredAt,
      role,
    };
  });
  const matter = { court: 'nysd', timezone: 'America/New_York' };
  return planProposals({ entries, rules, matter, today: '2027-01-05' });
}
const doubts = (...texts: readonly string[]) =>
  plan(texts).flatMap(({ rule, doubt }) => (rule === null ? [] : [[rule.id, doubt]]));

describe('the rule’s time for a response or a reply gives way to that which another entry sets', () => {
  test.each([
    'ORDER: Opposition to 1 Motion due by January 12, 2027, reply by January 14, 2027.',
    'ORDER: Opposition to 1 Motion due within 5 days of this order; reply due 2 days after the opposition.',
    // Of the only motion there is.
    'ORDER: Opposition due by January 12, 2027; reply due January 14, 2027 by noon.',
  ])('%s', (order) => {
    const stands = (words: string) =>
      expect.stringMatching(new RegExp(`^Entry 2 says “.*${words}.*stands\\.$`, 'i'));
    expect(doubts(motion, order)).toEqual([['opposition', stands('opposition')]]);
    expect(doubts(motion, order, opposition)).toEqual([
      ['opposition', expect.stringContaining('Entry 3')],
      ['reply', stands('reply')],
    ]);
  });

  test.each([
    'ORDER: Opposition to 7 Motion due by January 12, 2027.',
    'ORDER: Motion hearing on 1 Motion set for 1/25/2027 at 10:00 AM. Exhibits due 1/20/2027.',
    'NOTICE of Appearance by Ann Rees.',
  ])('but not to what is of another motion or paper: %s', (order) => {
    expect(doubts(motion, order)).toEqual([['opposition', null]]);
  });

  test('of two motions only to that of the one it names', () => {
    const order = 'ORDER: Opposition due by January 12, 2027.';
    expect(doubts(motion, 'MOTION to Expedite by Fairwater LLC.', order).map(([, doubt]) => doubt)).toEqual([
      null,
      null,
    ]);
  });
});

describe('a reply that an order counts from the opposition runs from the one that was filed', () => {
  const reply = (order: string, filed: readonly string[], minutes = false) => {
    const [one] = plan([motion, order, ...filed], minutes).filter(
      ({ entryId, title }) => entryId === 'entry-2' && /repl/i.test(title),
    );
    return [one!.event, one!.at, one!.isUsual, one!.doubt];
  };
  test.each([
    'ORDER: Opposition due January 12, 2027; reply due 3 days after service of the opposition.',
    'ORDER: Opposition due within 7 days of today; reply due within 3 days of the opposition.',
  ])('%s', (order) => {
    expect(reply(order, [opposition])).toEqual(['opposition_filed', '2027-01-06', true, null]);
    // Of two it may be either.
    expect(reply(order, [opposition, opposition])).toEqual([
      'opposition_filed',
      '2027-01-06',
      false,
      expect.stringMatching(/^Entry 3 says .* the earliest it can run/),
    ]);
  });

  test('of hours only where its minute is told', () => {
    const order = 'ORDER: Opposition due January 7, 2027 at noon; reply 24 hours after the opposition.';
    expect(reply(order, [opposition], true)).toEqual(['opposition_filed', '2027-01-06T15:00', true, null]);
    expect(reply(order, [opposition])[0]).toBe('opposition_due');
  });

  test('by “thereafter” it may be the day it was due, and what was filed later moves nothing', () => {
    const order = 'ORDER: Opposition due January 12, 2027; reply 3 days thereafter.';
    expect(reply(order, [opposition])).toEqual([
      'opposition_filed',
      '2027-01-06',
      false,
      expect.stringContaining('from which paper or day'),
    ]);
    const sooner = 'ORDER: Opposition due January 5, 2027; reply 3 days after the opposition.';
    expect(reply(sooner, [opposition]).slice(0, 2)).toEqual(['opposition_due', '2027-01-05']);
  });
});
