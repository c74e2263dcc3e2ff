import { codes } from '../define.ts';

export const deadlinesErrors = {
  ...codes(2, {
    DEADLINE_RULE_NOT_COUNTED:
      '“{rule}” falls due with an event rather than a period after it, so there is nothing to count.',
    DEADLINE_NEEDS_MINUTE:
      'A period in hours runs from a minute, not from a day. Give the time of the event as well.',
    TRO_EVENT_INCOMPLETE: '{what} Fill it in, then record the event.',
  }),
  ...codes(3, {
    DEADLINE_RULE_NOT_FOUND: (d) =>
      `There is no rule “${String(d['rule'])}”${d['on'] === undefined ? '' : ` in force on ${String(d['on'])}`}. List the rules to find its id.`,
    DEADLINE_CHAIN_LOOP:
      'That would make the deadline run from itself. Choose a trigger that does not depend on it.',
  }),
  ...codes(4, {
    DEADLINE_RULE_PACK_INVALID:
      '“{name}” is not a rule pack that this program can use: {reason}. Correct the file, then import it again.',
  }),
};
