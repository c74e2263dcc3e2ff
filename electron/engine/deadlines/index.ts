import type { AreaHandlers } from '../handlers.ts';
import { exportCalendar } from './calendar/ics.ts';
import { writeControlSheet } from './calendar/control-sheet.ts';
import { reminderHandlers } from './calendar/reminders.ts';
import { computeHandlers } from './compute.ts';
import { courtDayHandlers } from './edit/court-days.ts';
import { editHandlers } from './edit/edit-deadlines.ts';
import { linkHandlers } from './links.ts';
import { proposeHandlers } from './propose.ts';
import { listHandlers } from './read-deadlines.ts';
import { ruleHandlers } from './rules.ts';

export { calendarOf, listCourtDays, matterCourt } from './standing/court-calendar.ts';
export {
  deleteOverride,
  insertOverride,
  listStored,
  updateDeadline,
  type StoredDeadline,
} from './deadline-repository.ts';
export { listDeadlines } from './list-deadlines.ts';
export { listRules } from './rule-packs.ts';
export {
  acknowledgeDeadlines,
  addDeadlines,
  changeDeadline,
  keepTriggerMoments,
  removeDeadlines,
} from './edit/write-deadlines.ts';

export const deadlinesHandlers = {
  ...listHandlers,
  ...editHandlers,
  ...proposeHandlers,
  ...ruleHandlers,
  ...computeHandlers,
  ...courtDayHandlers,
  ...linkHandlers,
  ...reminderHandlers,
  'deadlines.ics': exportCalendar,
  'deadlines.controlSheet': writeControlSheet,
} satisfies AreaHandlers<'deadlines'>;
