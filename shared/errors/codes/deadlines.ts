import { errorCode } from '../define.ts';

export const deadlinesErrors = {
  DEADLINE_RULE_NOT_FOUND: errorCode(
    3,
    (d) =>
      `There is no rule “${String(d['rule'])}”${d['on'] === undefined ? '' : ` in force on ${String(d['on'])}`}. List the rules to find its id.`,
  ),
  DEADLINE_RULE_NOT_COUNTED: errorCode(
    2,
    (d) =>
      `“${String(d['rule'])}” falls due with an event rather than a period after it, so there is nothing to count.`,
  ),
  DEADLINE_RULE_PACK_INVALID: errorCode(
    4,
    (d) =>
      `“${String(d['name'])}” is not a rule pack that this program can use: ${String(d['reason'])}. Correct the file, then import it again.`,
  ),
  DEADLINE_CHAIN_LOOP: errorCode(
    3,
    'That would make the deadline run from itself. Choose a trigger that does not depend on it.',
  ),
  DEADLINE_NEEDS_MINUTE: errorCode(
    2,
    'A period in hours runs from a minute, not from a day. Give the time of the event as well.',
  ),
  TRO_EVENT_INCOMPLETE: errorCode(2, (d) => `${String(d['what'])} Fill it in, then record the event.`),
};
