import type { Asked } from './asked.ts';
import { agreementCite } from './by-agreement.ts';
import type { Counted } from './by-rule.ts';
import { citeOf } from './cites.ts';
import type { DaysOff } from './days-off.ts';
import { momentText } from './clock/moment.ts';
import { Path } from './path.ts';

/** A date certain is kept as it was set: Rule 6(a) computes periods only. */
export function holdDateCertain({ request, trigger, terms }: Asked, off: DaysOff): Counted {
  const path = new Path(trigger);
  const dayOff = off(trigger.day);
  const stays = dayOff ? ': it stays, although a period would not end on it' : '';
  // The day's name shows a weekend; a holiday has to be named.
  const holiday = dayOff?.holiday ? ` ${dayOff.text}.` : '';
  path.go(
    'hold',
    trigger,
    `${momentText(trigger)} is a date certain, which is not computed${stays}.${holiday}`,
    terms ? agreementCite(terms) : citeOf(request.regime, '(a), committee note of 2009'),
  );
  return { path, alternatives: [], isOnDayOff: dayOff !== null };
}
