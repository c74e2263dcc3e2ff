import type { AreaHandlers } from '../handlers.ts';
import { exportCalendar } from './calendar/ics.ts';
import { writeControlSheet } from './calendar/control-sheet.ts';
import { reminderHandlers } from './calendar/reminders.ts';
import { computeHandlers } from './compute.ts';
import { courtDayHandlers } from './edit/court-days.ts';
import { editHandlers } from './edit/edit-deadlines.ts';
import { linkHandlers } from './links.ts';
import { listHandlers } from './read-deadlines.ts';
import { ruleHandlers } from './rules.ts';

export { citeRule } from './cited-rule.ts';
export { calendarOf, matterCourt } from './standing/court-calendar.ts';
export { defaultReminders } from './edit/default-reminders.ts';
export { getDeadline, listDeadlines } from './list-deadlines.ts';
export { listRules } from './rule-packs.ts';
export { effectiveDue } from './standing/standing.ts';
export {
  addDeadlines,
  changeDeadline,
  overrideDeadline,
  removeDeadlines,
  removeOverride,
} from './edit/write-deadlines.ts';

export const deadlinesHandlers = {
  ...listHandlers,
  ...editHandlers,
  ...ruleHandlers,
  ...computeHandlers,
  ...courtDayHandlers,
  ...linkHandlers,
  ...reminderHandlers,
  'deadlines.ics': exportCalendar,
  'deadlines.controlSheet': writeControlSheet,
} satisfies Omit<AreaHandlers<'deadlines'>, 'deadlines.propose'>;
