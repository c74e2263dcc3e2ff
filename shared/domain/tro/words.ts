import type { TroClock } from '../../model/rule-pack.ts';
import type { TroEventKind } from '../../model/tro.ts';

/** What each kind of event is called in a sentence: "motion served". */
export const troEventWords: Readonly<Record<TroEventKind, string>> = {
  motion_filed: 'motion filed',
  motion_served: 'motion served',
  intent_to_oppose_filed: 'notice of intent to oppose filed',
  response_filed: 'response filed',
  reply_filed: 'reply filed',
  schedule_ordered: 'schedule ordered',
  hearing_held: 'hearing held',
  granted: 'order granted',
  denied: 'motion denied',
  extended: 'order extended',
  dissolution_noticed: 'motion to dissolve noticed',
  dissolved: 'order dissolved',
  converted: 'preliminary injunction entered',
  withdrawn: 'motion withdrawn',
};

/** What each clock is called as a deadline's title. */
export const troClockTitles: Readonly<Record<TroClock, string>> = {
  service: 'Service of the TRO motion papers',
  intent_to_oppose: 'Notice of intent to oppose the TRO motion',
  response: 'Response to the TRO motion',
  reply: 'Reply on the TRO motion',
  hearing: 'Hearing of the TRO motion',
  expiry: 'TRO expires',
  extension: 'Last moment to have the TRO extended',
  dissolution: 'Earliest hearing of the motion to dissolve',
  pi_hearing: 'Preliminary injunction hearing',
  security: 'Security (bond) under the TRO',
};
