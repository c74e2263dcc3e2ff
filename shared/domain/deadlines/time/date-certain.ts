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
  const why = `${momentText(trigger)} is a date certain, which is not computed${dayOff ? '' : '.'}`;
  path.go(
    'hold',
    trigger,
    dayOff ? `${why}: it stays, although a period would not end on it. ${dayOff.text}.` : why,
    terms ? agreementCite(terms) : citeOf(request.regime, '(a), committee note of 2009'),
  );
  return { path, alternatives: [], isOnDayOff: dayOff !== null };
}
