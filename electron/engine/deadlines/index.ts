import type { AreaHandlers } from '../handlers.ts';
import { reminderHandlers } from './calendar/reminders.ts';
import { computeHandlers } from './compute.ts';
import { courtDayHandlers } from './edit/court-days.ts';
import { editHandlers } from './edit/edit-deadlines.ts';
import { proposeHandlers } from './propose/propose.ts';
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

/** What the contract’s operations on deadlines do. */
export const deadlinesHandlers = {
  ...listHandlers,
  ...editHandlers,
  ...proposeHandlers,
  ...ruleHandlers,
  ...computeHandlers,
  ...courtDayHandlers,
  ...reminderHandlers,
  // Loaded when first asked for: they bring libraries that no start needs.
  'deadlines.ics': async (input, context) =>
    (await import('./calendar/ics.ts')).exportCalendar(input, context),
  'deadlines.controlSheet': async (input, context) =>
    (await import('./calendar/control-sheet.ts')).writeControlSheet(input, context),
} satisfies AreaHandlers<'deadlines'>;
