import type { DeadlineFields } from '../../../shared/model/deadlines.ts';

/**
 * A deadline of 21 days from 11 January 2021, by hand, with what a test needs otherwise.
 *
 * @example deadlineFields({ title: 'Reply', period: { ...days(7) } })
 */
export function deadlineFields(fields: Partial<DeadlineFields> = {}): DeadlineFields {
  return {
    title: 'Answer to complaint',
    source: 'hand',
    rule: null,
    trigger: { kind: 'date', event: 'other', at: '2021-01-11' },
    period: days(21),
    service: 'none',
    regime: 'frcp',
    contract: null,
    printed: null,
    actor: 'any',
    owner: '',
    note: '',
    entryId: null,
    evidenceId: null,
    reminders: [],
    troClock: null,
    ...fields,
  };
}

/** So many days after. */
export function days(count: number): DeadlineFields['period'] {
  return { count, unit: 'days', direction: 'after', isCap: false };
}

/** So many hours after. */
export function hours(count: number): DeadlineFields['period'] {
  return { count, unit: 'hours', direction: 'after', isCap: false };
}

/** A rule as a deadline keeps it. */
export function citedRule(rule: Partial<DeadlineFields['rule']> = {}): NonNullable<DeadlineFields['rule']> {
  return {
    id: 'answer',
    pack: 'frcp',
    cite: 'Fed. R. Civ. P. 12(a)(1)(A)(i)',
    title: 'Answer to complaint',
    kind: 'period',
    isExtendable: true,
    confidence: 'confirmed',
    source: 'the rule',
    note: '',
    ...rule,
  };
}
