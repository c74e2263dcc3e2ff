import type { Actor, Confidence } from '../../../shared/model/rule-pack.ts';
import type { ServiceKind, TimeStep } from '../../../shared/model/time-counting.ts';

/** How a paper was served, as a person chooses it. */
export const serviceWords: Readonly<Record<ServiceKind, string>> = {
  none: 'Not from service',
  ecf: 'Court’s electronic filing',
  hand: 'By hand, or left at office or home',
  mail: 'Mail',
  clerk: 'Left with the clerk',
  other_consented: 'Other means consented to in writing',
  rule4_personal: 'Summons, served in person',
  rule4_mail: 'Summons, served by mail',
};

/** What the manner of service adds, under Rule 6(d). */
export const serviceHelp: Readonly<Record<ServiceKind, string>> = {
  none: 'Nothing is added.',
  ecf: 'Adds no days under Rule 6(d).',
  hand: 'Adds no days under Rule 6(d).',
  mail: 'Adds three days under Rule 6(d), where the period runs from being served.',
  clerk: 'Adds three days under Rule 6(d), where the period runs from being served.',
  other_consented: 'Adds three days under Rule 6(d), where the period runs from being served.',
  rule4_personal: 'Service of a summons adds no days under Rule 6(d).',
  rule4_mail: 'Service of a summons adds no days under Rule 6(d).',
};

export const actorWords: Readonly<Record<Actor, string>> = {
  plaintiff: 'Plaintiff',
  defendant: 'Defendant',
  movant: 'Movant',
  opponent: 'Opponent',
  any: 'Any party',
  court: 'The court',
};

/** How far a rule was checked, in the words shown beside its source. */
export const confidenceWords: Readonly<Record<Confidence, string>> = {
  confirmed: 'Read in the rule’s own text',
  secondary: 'Read in a secondary source',
  unverified: 'Confirm against the court’s site',
};

export const stepWords: Readonly<Record<TimeStep['kind'], string>> = {
  skip: 'Day of the event',
  count: 'Count',
  roll: 'Move past',
  add: 'Add for service',
  closed: 'Clerk’s office',
  hour: 'End of the day',
  hold: 'Stays',
};
