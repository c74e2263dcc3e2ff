import { describe, expect, test } from 'vitest';
import type { DocketEntryId } from '../../../model/common.ts';
import type { ListedRule } from '../../../model/rule-pack.ts';
import { roleOf } from '../../docket/threads/role.ts';
import { buildListedRule } from '../rules/rule-fixture.ts';
import { planProposals } from './plan-proposals.ts';

const rule = (more: Partial<ListedRule> & Pick<ListedRule, 'id' | 'trigger' | 'title'>): ListedRule =>
  buildListedRule({ count: 21, actor: 'opponent', isFromService: false, pack: 'frcp', ...more });

const rules = [
  rule({
    id: 'answer',
    trigger: 'summons_served',
    title: 'Answer to the complaint',
    count: 20,
    effectiveTo: '2009-11-30',
  }),
  rule({
    id: 'answer',
    trigger: 'summons_served',
    title: 'Answer to the complaint',
    effectiveFrom: '2009-12-01',
  }),
  rule({
    id: 'removed_answer_summons',
    trigger: 'summons_served',
    title: 'Answer after removal',
    combine: { key: 'removed_answer', take: 'latest' },
  }),
  rule({
    id: 'removed_answer_removal',
    trigger: 'removal_filed',
    title: 'Answer after removal',
    count: 7,
    combine: { key: 'removed_answer', take: 'latest' },
  }),
  rule({
    id: 'amend_motion',
    trigger: 'rule12_motion_served',
    title: 'Amend once',
    isFromService: true,
    actor: 'any',
  }),
  rule({ id: 'noticed_reply', trigger: 'opposition_due', title: 'Reply on a noticed motion', count: 7 }),
  rule({ id: 'waiver_return', trigger: 'waiver_sent', title: 'Return the waiver of service', count: 30 }),
  rule({
    id: 'tro_cap',
    trigger: 'tro_entered',
    title: 'Temporary restraining order expires',
    kind: 'cap',
    count: 14,
    actor: 'court',
  }),
  rule({
    id: 'mj_obj',
    trigger: 'magistrate_order_served',
    title: 'Objections to a magistrate judge’s order or recommendation',
    count: 14,
  }),
  rule({
    id: 'after_motion',
    trigger: 'court_action_noticed',
    title: 'Responsive pleading after a Rule 12 motion is denied or put off to trial',
    count: 14,
  }),
  rule({
    id: 'obey_12e',
    trigger: 'more_definite_order_noticed',
    title: 'More definite statement ordered by the court',
    count: 14,
  }),
  rule({ id: 'redaction', trigger: 'transcript_filed', title: 'Request to redact a transcript' }),
  rule({
    id: 'reconsideration',
    trigger: 'order_entered',
    title: 'Motion for reconsideration',
    courts: ['nysd'],
  }),
  rule({ id: 'general_reconsideration', trigger: 'order_entered', title: 'Motion for reconsideration' }),
  rule({
    id: 'wawd_opposition',
    trigger: 'motion_filed',
    title: 'Opposition to an ordinary motion',
    courts: ['wawd'],
  }),
  rule({
    id: 'wawd_long_opposition',
    trigger: 'long_motion_filed',
    title: 'Opposition to a 28-day motion',
    courts: ['wawd'],
  }),
  rule({ id: 'wawd_copy', trigger: 'motion_filed', title: 'Courtesy copy', courts: ['wawd'], actor: 'any' }),
  rule({
    id: 'cacd_opposition',
    trigger: 'hearing',
    title: 'Opposition to a noticed motion',
    direction: 'before',
    courts: ['cacd'],
  }),
  rule({ id: 'opposing_affidavits', trigger: 'hearing', title: 'Opposing affidavits', direction: 'before' }),
  rule({
    id: 'discovery',
    trigger: 'discovery_served',
    title: 'Responses to interrogatories',
    isFromService: true,
  }),
];

/** @param on the day of every entry, or of each */
function plan(texts: readonly string[], court = 'wawd', on: string | readonly string[] = '2021-01-11') {
  const entries = texts.map((text, index) => ({
    id: `entry-${index + 1}` as DocketEntryId,
    number: index + 1,
    attachment: null,
    text,
    shortText: '',
    filedOn: typeof on === 'string' ? on : on[index]!,
    enteredOn: typeof on === 'string' ? on : on[index]!,
    enteredAt: null,
    role: roleOf({ text, shortText: '', attachment: null }),
  }));
  return planProposals({
    entries,
    rules,
    matter: { court, timezone: 'America/Los_Angeles' },
    today: '2021-02-01',
  });
}
const ids = (texts: readonly string[], court?: string, on?: string) =>
  plan(texts, court, on).map((proposal) => proposal.rule?.id ?? null);

const summons = 'SUMMONS Returned Executed by Fairwater LLC. Ann Rees served on 1/8/2021.';

describe('what the docket proposes', () => {
  test('each event meets the rules in force on its day', () => {
    const [old] = plan(['SUMMONS Returned Executed by Fairwater LLC. Ann Rees served on 1/8/2009.']);
    expect(old!.rule!.count).toBe(20);
    const [now] = plan([summons]);
    expect(now).toMatchObject({
      kind: 'rule',
      title: 'Answer to the complaint: Ann Rees',
      entryId: 'entry-1',
      event: 'summons_served',
      at: '2021-01-08',
      party: 'Ann Rees',
      service: 'rule4_personal',
      printed: null,
    });
    expect(now!.rule!.count).toBe(21);
  });

  test('papers filed through the court’s system are taken as served by it', () => {
    const amend = plan(['MOTION to Dismiss by Ann Rees']).find((one) => one.rule?.id === 'amend_motion');
    expect(amend!.service).toBe('ecf');
    expect(plan(['ORDER granting 2 Motion for TRO'])[0]).toMatchObject({ service: 'none', at: '2021-01-11' });
  });

  test.each([
    ['ORDER granting 2 Motion for TRO. This order expires in ten days.', 'tro_cap', 'expires in ten days'],
    [
      'ORDER granting 2 Motion for TRO. It shall be in force for seven (7) days.',
      'tro_cap',
      'in force for seven (7) days',
    ],
    [
      'ORDER granting 2 Motion for TRO. It remains in effect until the hearing set for January 15, 2021.',
      'tro_cap',
      'It remains in effect until the hearing set for January 15, 2021',
    ],
    [
      'REPORT AND RECOMMENDATION. Objections due within seven days of service.',
      'mj_obj',
      'Objections due within seven days of service',
    ],
    [
      'ORDER denying 9 Motion to Dismiss. Ann Rees shall answer within 7 days.',
      'after_motion',
      'Ann Rees shall answer within 7 days',
    ],
    [
      'ORDER granting 9 Motion for a More Definite Statement. Amended complaint due within 5 days.',
      'obey_12e',
      'Amended complaint due within 5 days',
    ],
  ])('the time that an order sets itself is given, and the rule’s is doubted: %s', (text, rule, quote) => {
    const proposals = plan([text]);
    expect(proposals).toContainEqual(expect.objectContaining({ rule: null, printed: null, quote }));
    expect(proposals.find((one) => one.rule?.id === rule)!.doubt).toContain(quote);
  });

  test.each([
    ['ORDER: Ann Rees shall respond within 7 days of this order.', 7, 'days', false, true, false],
    [
      'ORDER: Within 14 days of the date of entry of this Order, Ann Rees shall answer.',
      14,
      'days',
      false,
      true,
      false,
    ],
    ['TRO. This Order expires 10 days after entry of this Order.', 10, 'days', true, true, false],
    ['ORDER: Ann Rees shall respond within seven days.', 7, 'days', false, false, true],
    [
      'ORDER: Ann Rees shall answer within 14 days after entry of this Order or service of the complaint, whichever is later.',
      14,
      'days',
      false,
      false,
      true,
    ],
    [
      'ORDER: If Ann Rees does not respond within 7 days of this order, default enters.',
      7,
      'days',
      false,
      false,
      false,
    ],
  ] as const)(
    'what an order counts from itself is counted: %s',
    (text, count, unit, isCap, isUsual, isDoubted) => {
      const own = plan([text]).find(({ period }) => period !== null)!;
      expect(own).toMatchObject({
        kind: 'rule',
        rule: null,
        event: 'order_entered',
        at: '2021-01-11',
        isUsual,
      });
      expect(own.period).toEqual({ count, unit, direction: 'after', isCap });
      expect(own.doubt !== null).toBe(isDoubted);
    },
  );

  test.each([
    'ORDER: Ann Rees shall respond within 7 days of service of this order.',
    'ORDER: Upon service, Ann Rees shall respond within 7 days.',
    'ORDER: Ann Rees shall respond within 24 hours of this order.',
    'ORDER: Ann Rees shall respond within five business days of this order.',
    'ORDER: Ann Rees shall respond within 7 days of this order, by 5:00 p.m.',
    'ORDER: The hearing is two weeks from today at 2:00 p.m.',
    'ORDER: The hearing is two weeks from today.',
    'ORDER: The time of Ann Rees to respond is extended by 7 days.',
  ])(
    'what runs from something else, from a minute that is not known or to an hour of its own, is asked for: %s',
    (text) => {
      expect(plan([text])).toMatchObject([{ kind: 'printed', at: null, period: null }]);
    },
  );

  test('an end without its year is given with its doubt, though a rule asks for it too', () => {
    const own = plan(['ORDER: The TRO is extended until January 22.']).filter(({ rule }) => rule === null);
    expect(own).toMatchObject([{ at: '2021-01-22', printed: { kind: 'expiry' }, doubt: expect.any(String) }]);
  });

  test('what an order counts from itself is doubted where a later entry sets or ends it', () => {
    const own = (later: string) =>
      plan(['ORDER: Ann Rees shall respond within 7 days of this order.', later]).find(
        ({ period }) => period,
      )!.doubt;
    expect(own('ORDER STAYING CASE.')).toContain('STAYING CASE');
    expect(own('ORDER granting 6 Motion for Extension of Time: Response due 1/20/2021.')).toContain(
      '1/20/2021',
    );
    expect(own('NOTICE of Appearance by Ann Rees.')).toBeNull();
  });

  test('a restraint that lasts until the court rules is asked for, and the days of the rule stay its last', () => {
    const text =
      'ORDER granting 2 Motion for TRO. The TRO shall remain in effect until the Court rules on 3.';
    const cap = plan([text]).find((one) => one.rule?.id === 'tro_cap');
    expect(cap).toMatchObject({ isUsual: true, doubt: null });
    expect(plan([text])).toContainEqual(expect.objectContaining({ kind: 'printed', at: null }));
  });

  test('the time to oppose any motion is not usual for one that dissolves a restraining order', () => {
    const opposition = (text: string) => plan([text]).find((one) => one.rule?.id === 'wawd_opposition');
    expect(opposition('MOTION to Dissolve 5 Temporary Restraining Order by Ann Rees')).toMatchObject({
      isUsual: false,
    });
    expect(opposition('MOTION to Intervene by Ann Rees')).toMatchObject({ isUsual: true });
  });

  test('a waiver that came back need not be returned', () => {
    const [, back] = plan([
      'WAIVER OF SERVICE Returned Executed. Ann Rees waiver sent on 1/4/2021, answer due 3/5/2021.',
    ]);
    expect(back).toMatchObject({ rule: { id: 'waiver_return' }, isUsual: false });
  });

  test('a day ahead that nothing reads is given for a person to judge', () => {
    const [only, ...others] = plan(['MINUTE ENTRY: Supplemental briefs by 1/15/2021.']);
    expect(only).toMatchObject({ title: 'Supplemental briefs by', printed: { due: '2021-01-15' } });
    expect([only!.doubt, others]).toEqual([expect.stringContaining('could not be read'), []]);
  });

  test('the same time as the rule’s is counted by the rule', () => {
    const [only, ...others] = plan(['REPORT AND RECOMMENDATION. Objections due within fourteen (14) days.']);
    expect([only!.rule?.id, only!.doubt, others]).toEqual(['mj_obj', null, []]);
  });

  test('an answer that an order dates stands for the time after its motion was denied', () => {
    const [answer, ...others] = plan(['ORDER denying 9 Motion to Dismiss. Answer due 1/15/2021.']);
    expect(answer).toMatchObject({
      kind: 'printed',
      printed: { due: '2021-01-15' },
      rule: { id: 'after_motion' },
    });
    expect(others.map((one) => one.rule?.id)).not.toContain('after_motion');
  });

  test('a rule of the court stands for the general one of the same title', () => {
    const order = ['ORDER granting 9 Motion to Compel'];
    expect(ids(order, 'nysd')).toEqual(['reconsideration']);
    expect(ids(order, 'wawd')).toEqual(['general_reconsideration']);
  });

  test('a local class of motions stands for motions in general, but for what anybody must do', () => {
    expect(ids(['MOTION for Summary Judgment by Ann Rees'])).toEqual(['wawd_long_opposition', 'wawd_copy']);
    expect(ids(['MOTION to Intervene by Ann Rees'])).toEqual(['wawd_opposition', 'wawd_copy']);
    expect(ids(['MOTION to Intervene by Ann Rees'], 'cand')).toEqual([]);
  });

  test('what a court’s own rules count back from the hearing is usual where a motion is noticed for it', () => {
    const usual = (text: string) =>
      plan([text], 'cacd').map((one) => [one.rule?.id ?? null, one.at, one.isUsual]);
    const hearing = 'Motion set for hearing on 2/22/2021 at 01:30 PM before Judge Lim';
    expect(usual(`NOTICE OF MOTION AND MOTION to Transfer filed by Ann Rees. ${hearing}`)).toEqual([
      [null, '2021-02-22T13:30', true],
      ['cacd_opposition', '2021-02-22T13:30', true],
      ['opposing_affidavits', '2021-02-22T13:30', false],
    ]);
    const opposition = (isUsual: boolean) => ['cacd_opposition', '2021-02-22', isUsual];
    const set = (motion: string) => usual(`Set Deadlines as to 12 ${motion}. Motion set for 2/22/2021`);
    expect(set('MOTION to Transfer')).toContainEqual(opposition(true));
    expect(set('MOTION for TRO')).toContainEqual(opposition(false));
    const byOrder = usual('ORDER setting hearing on 2 MOTION for TRO. Motion Hearing set for 2/22/2021');
    expect(byOrder).toContainEqual(opposition(false));
  });

  test('after removal the combined periods of Rule 81(c)(2) stand for the ordinary answer', () => {
    expect(ids(['NOTICE OF REMOVAL by Ann Rees', summons])).toEqual([
      'removed_answer_removal',
      'removed_answer_summons',
    ]);
    expect(ids([summons])).toEqual(['answer']);
  });

  test('an event without a date is proposed without one, and not as a usual one', () => {
    expect(plan(['SUMMONS Returned Executed as to Ann Rees'])).toMatchObject([{ at: null, isUsual: false }]);
  });

  test('a transcript and the clerk’s notice of it are one', () => {
    const both = [
      'TRANSCRIPT of Proceedings held on 1/4/2021',
      'NOTICE OF FILING OF OFFICIAL TRANSCRIPT of 1/4/2021',
    ];
    expect(plan(both).map(({ entryId }) => entryId)).toEqual(['entry-1']);
    expect(plan(both.slice(1))).toHaveLength(1);
  });
});

describe('dates the clerk printed', () => {
  test('stand once, with the rule they can be checked against', () => {
    expect(plan([`${summons.slice(0, -1)}, answer due 1/29/2021.`])).toMatchObject([
      {
        kind: 'printed',
        title: 'answer due: Ann Rees',
        event: 'summons_served',
        at: '2021-01-08',
        service: 'rule4_personal',
        rule: { id: 'answer' },
        printed: { due: '2021-01-29' },
      },
    ]);
    expect(plan(['TRANSCRIPT of Proceedings. Redaction Request due 2/1/2021.'])).toMatchObject([
      { kind: 'printed', rule: { id: 'redaction' }, at: '2021-01-11', printed: { due: '2021-02-01' } },
    ]);
  });

  test('are doubted where their own entry takes them back', () => {
    const doubts = (text: string) =>
      plan([text]).flatMap(({ kind, doubt }) => (kind === 'printed' ? [doubt !== null] : []));
    expect(doubts('ORDER: Response due 3/1/2021 (extended to 3/8/2021).')).toEqual([true, false]);
    expect(doubts('ORDER: Response due 3/1/2021.')).toEqual([false]);
    const [first] = plan(['NOTICE: Hearing set for 3/1/2021.', 'The March 1 hearing is VACATED.']);
    expect(first!.doubt).toMatch(/^Entry 2 says “The March 1 hearing is VACATED/);
  });

  test('that the entry’s own day gives take the rule’s place and are held against later entries', () => {
    const first = 'TEMPORARY RESTRAINING ORDER. It shall expire at 5:00 p.m. this Friday.';
    const ends = (texts: readonly string[]) =>
      plan(texts)
        .filter(({ rule: counted }) => counted?.id === 'tro_cap')
        .map(({ printed, doubt }) => [printed?.due, doubt === null]);
    expect(ends([first])).toEqual([['2021-01-15T17:00', true]]);
    const later = 'ORDER: The temporary restraining order shall expire tomorrow at noon.';
    expect(ends([first, later])).toEqual([['2021-01-15T17:00', false]]);
    const [unsure] = plan(['ORDER: Response due by Friday.', 'ORDER: All deadlines are VACATED.']);
    expect(unsure).toMatchObject({
      printed: { due: '2021-01-15' },
      doubt: expect.stringContaining('VACATED'),
    });
  });

  test('that cannot be read and may end a restraint before its rule leave the rule’s own in doubt', () => {
    const cap = (text: string) => plan([text]).find(({ rule: counted }) => counted?.id === 'tro_cap')!.doubt;
    const order = 'ORDER granting 1 Motion for TRO. The parties’ standstill';
    expect(cap(`${order} holds until 1/18/2021.`)).toContain('holds until 1/18/2021');
    expect(cap(`${order} holds until 2/18/2021.`)).toBeNull();
  });

  test('are doubted where a later entry is the paper that was due', () => {
    const texts = [
      'MOTION for Preliminary Injunction by Fairwater LLC.',
      'ORDER: Response to 1 Motion for Preliminary Injunction due 1/18/2021. Reply due 1/20/2021.',
    ];
    const doubts = (more: readonly string[]) =>
      plan([...texts, ...more]).flatMap(({ printed, doubt }) => (printed ? [doubt !== null] : []));
    expect(doubts([])).toEqual([false, false]);
    expect(doubts(['RESPONSE in opposition to 1 Motion for Preliminary Injunction by Ann Rees.'])).toEqual([
      true,
      false,
    ]);
  });

  test.each([
    ['ORDER: The TRO is extended to 2/9/2021.', false],
    ['ORDER: The TRO is extended to 2/8/2021.', true],
    ['ORDER: By agreement the TRO is extended to 3/9/2021.', true],
  ])('of a restraint go past one like period only with consent: %s', (text, isPlain) => {
    const [, extended] = plan(['TEMPORARY RESTRAINING ORDER. It expires on 1/25/2021.', text]);
    expect(extended!.doubt).toEqual(
      isPlain ? null : expect.stringContaining('at most until Monday, February 8, 2021'),
    );
  });

  test('take the place of no rule where they come before their order', () => {
    const ids = (text: string) =>
      plan([text]).flatMap(({ kind, rule: of }) => (of ? `${kind} ${of.id}` : []));
    const order = 'TEMPORARY RESTRAINING ORDER. It expires on';
    expect(ids(`${order} 1/25/2021.`)).toEqual(['printed tro_cap']);
    expect(ids(`${order} 1/5/2021.`)).toEqual(['rule tro_cap']);
  });

  test('have no rule where an order set them', () => {
    expect(plan(['Set Deadlines: Answer due by 3/1/2021'])).toMatchObject([
      { kind: 'printed', rule: null, event: 'other', at: '2021-03-01' },
    ]);
  });
});

test('keys are unique, and the same for the same docket', () => {
  const texts = [
    'ORDER: Responses due by 3/1/2021; second responses due by 3/1/2021',
    summons,
    'MOTION to Dismiss by Ann Rees',
  ];
  const keys = plan(texts).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(plan(texts).map(({ key }) => key)).toEqual(keys);
});

test('what runs from an entry before the case was dismissed is doubted, and what the dismissal starts is not', () => {
  const [answer] = plan([summons, 'ORDER DISMISSING CASE without prejudice.']);
  expect(answer!.doubt).toMatch(/^Entry 2 says “ORDER DISMISSING CASE/);
  expect(plan(['ORDER DISMISSING CASE without prejudice.', summons])[0]!.doubt).toBeNull();
});

test('of two entries that restrain one after the other neither end is taken for granted while the first still runs', () => {
  const minutes = 'MINUTE ENTRY: TRO hearing held. Court grants TRO. Written order to follow.';
  const order = 'ORDER granting 3 Motion for TRO.';
  const doubts = (second: string) =>
    plan([minutes, order], 'wawd', ['2021-01-11', second])
      .filter(({ rule }) => rule?.id === 'tro_cap')
      .map(({ doubt }) => doubt);
  expect(doubts('2021-01-12')).toEqual([
    expect.stringContaining('Entry 2 says'),
    expect.stringContaining('Entry 1 says'),
  ]);
  expect(doubts('2021-01-26')[1]).toBeNull();
});

test('a reply that an order prints takes the place of the rule’s', () => {
  const replies = plan(['ORDER: Opposition due 1/8/2027; reply due 1/11/2027.']).filter(
    ({ rule: of }) => of?.id === 'noticed_reply',
  );
  expect(replies).toMatchObject([{ kind: 'printed', printed: { due: '2027-01-11' } }]);
});

test('what is counted from a hearing of its entry is no firmer than that', () => {
  const order = 'ORDER: PI hearing set for 1/25/2027 at 10:00 AM. Opposition due 7 days before the hearing.';
  const counted = (...texts: string[]) => plan(texts).find(({ period }) => period !== null);
  expect(counted(order)).toMatchObject({
    event: 'hearing',
    at: '2027-01-25T10:00',
    isUsual: true,
    doubt: null,
  });
  expect(counted(order, 'NOTICE: PI hearing reset for 1/28/2027 at 10:00 AM.')!.doubt).toMatch(
    /^Entry 2 says “NOTICE: PI hearing reset/,
  );
});

test('words are read alike however many spaces and line breaks part them', () => {
  const text =
    'ORDER granting 2 Motion for Temporary Restraining Order. Response due January 14, 2021 at noon; reply 24 hours thereafter. Hearing January 19, 2021 at 10:00 a.m. The TRO expires January 22, 2021 at 5:00 PM. Defendant shall have 21 days to answer.';
  const read = (one: string) => plan([one]).map(({ key, at, isUsual, doubt }) => [key, at, isUsual, doubt]);
  const plain = read(text);
  expect(plain.length).toBeGreaterThan(4);
  for (const space of ['  ', '\n', '\u00a0', ' \r\n\t'])
    expect(read(text.replaceAll(' ', space))).toEqual(plain);
});

test.each([
  'ORDER: The TRO is extended from Wed., Jan. 13 to Fri., Jan. 15, 2021 at noon.',
  'ORDER: The hearing is continued from Wed., Jan. 13, 2021 to Jan. 15, 2021 at 10 a.m.',
  'ORDER: The response deadline is moved from Wed., Jan. 13 to Fri., Jan. 15, 2021.',
])('months and weekdays are read alike with the point of their abbreviation: %s', (text) => {
  const read = (one: string) =>
    plan([one]).flatMap(({ rule: of, at, isUsual, doubt }) => (of === null ? [[at, isUsual, doubt]] : []));
  const whole = text
    .replaceAll('Jan.', 'January')
    .replaceAll('Wed.', 'Wednesday')
    .replaceAll('Fri.', 'Friday');
  expect(read(text)).toEqual([[expect.stringMatching(/^2021-01-15/), true, null]]);
  expect(read(text)).toEqual(read(whole));
});

test.each([
  'ORDER extending the TRO to 2/3/2021 for good cause.',
  'ORDER: The TRO shall expire 1/15/2021 at noon.',
  'ORDER dissolving TRO.',
])('the end of a restraint by its rule is doubted once a later order sets or takes it back: %s', (later) => {
  const end = (...texts: string[]) =>
    plan(['ORDER granting 2 Motion for TRO.', ...texts]).find(({ rule: of }) => of?.id === 'tro_cap')!.doubt;
  expect(end(later)).toMatch(/^Entry 2 says/);
  expect(end('NOTICE of Appearance by Ann Rees.')).toBeNull();
});

test('what chambers or the clerk enters by a name in front of it is no paper of a party', () => {
  expect(plan(['JUDGE LIM: Response due within 7 days of this order.'])).toMatchObject([{ isUsual: true }]);
});
