import { formatNumber } from '../../../client/index.ts';

/** Month and week. */
export const calendarWords = {
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  today: 'Today',
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  previousWeek: 'Previous week',
  nextWeek: 'Next week',
  month: (name: string) => `Deadlines in ${name}`,
  week: (name: string) => `Deadlines in the week of ${name}`,
  weekOf: (name: string) => `Week of ${name}`,
  nothing: 'Nothing due',
  more: (count: number) => `${formatNumber(count)} more`,
  endOfDay: 'End of day',
  until: (moment: string) => `Until ${moment}`,
  notBefore: 'From',
  pastDue: 'Past due',
  toCheck: 'to be checked',
  done: 'Done',
  dismissed: 'Not needed',
  help: 'Arrow keys move by day, Page Up and Page Down by page, Enter goes to the day’s first deadline.',
} as const;

/** Kinds of days on which a court is closed, or may be. */
export const dayKindWords = {
  federal: 'Federal holiday',
  state: 'State holiday',
  added: 'Added holiday',
  closed: 'Clerk’s office inaccessible',
  closing: 'Closed by the President; confirm with the court',
} as const;

export const courtDayWords = {
  title: 'Court days',
  intro:
    'Days that count as legal holidays here, besides Saturdays and Sundays. A state’s holiday counts only for periods that run forward, Rule 6(a)(6)(C).',
  previousYear: 'Previous year',
  nextYear: 'Next year',
  holidays: (year: string) => `Holidays of ${year}`,
  own: 'Added in this matter',
  noOwn: 'None. Add a day the clerk’s office was inaccessible, or a holiday that was declared since.',
  day: 'Day',
  name: 'Name',
  kind: 'What it is',
  note: 'Note',
  noteHelp: 'Where it was announced, and when.',
  closed: 'Clerk’s office inaccessible',
  closedHelp: 'Moves only deadlines whose last day it is, and always forward, Rule 6(a)(3).',
  holiday: 'Legal holiday',
  holidayHelp: 'Declared by the President, by Congress or by the state, Rule 6(a)(6)(B) and (C).',
  add: 'Add day',
  added: (name: string) => `Added “${name}” to the court’s days`,
  remove: (name: string) => `Remove ${name}`,
  removed: 'Removed the day from the court’s calendar',
  needsDay: 'Choose the day.',
  needsName: 'Say what the day is.',
  unconfirmed: 'Confirm',
  unconfirmedTitle: 'Not confirmed as a legal holiday for this court. Confirm before relying on it.',
  readOnly: 'This matter is open read-only, so no day can be added.',
} as const;

export const packWords = {
  title: 'Rule packs',
  intro:
    'Rules are data, each with its source. A deadline keeps the rule as it stood when it was added, whatever becomes of the pack.',
  packs: 'Packs',
  own: 'Your own',
  every: 'Every federal court',
  version: (version: string) => `Version ${version}`,
  unconfirmed: (count: number) => `${formatNumber(count)} to confirm`,
  confirm: 'Confirm against the court’s site',
  secondary: 'From a secondary source',
  filter: 'Filter rules',
  nothingFound: 'No rule matches',
  rule: 'Rule',
  due: 'What is due',
  counted: 'Counted',
  inForce: 'In force',
  always: 'No dates given',
  from: (date: string) => `From ${date}`,
  until: (date: string) => `Until ${date}`,
  between: (from: string, to: string) => `${from} to ${to}`,
  withEvent: 'With the event',
  import: 'Import pack…',
  imported: (title: string) => `Imported “${title}”`,
  remove: 'Remove pack',
  removed: (title: string) => `Removed “${title}”. Deadlines that were counted by it stay.`,
  reading: 'Reading the rules…',
} as const;

export const reminderWords = {
  title: 'Reminders',
  away: 'While you were away',
  none: 'No reminders due',
  noneText: 'When a reminder comes due, it appears here and as a system notification.',
  pastDue: 'Past due',
  due: (when: string) => `Due ${when}`,
  show: 'Show',
  showLong: (title: string) => `Show ${title}`,
  snooze: 'Snooze',
  snoozeLong: (title: string) => `Snooze ${title}`,
  minutes15: 'For 15 minutes',
  hour: 'For an hour',
  hours4: 'For four hours',
  tomorrow: 'Until tomorrow, 8 AM on the court’s clock',
  seen: 'Got it',
  snoozed: (title: string) => `Snoozed “${title}”`,
} as const;

export const nextDueWords = {
  pastDue: (count: number) => `${formatNumber(count)} past due`,
  label: (title: string, when: string, left: string) => `Next deadline: ${title} ${left}, ${when}. Show it`,
  pastLabel: (count: number) => `${formatNumber(count)} past due. Show the deadlines`,
} as const;

export const outputWords = {
  calendarName: (title: string) => `Deadlines ${title}`,
  calendarDone: (count: string, name: string) => `Exported ${count} to ${name}`,
  sheetName: (title: string) => `Control sheet ${title}`,
  sheetDone: (pages: string, name: string) => `Exported the control sheet, ${pages}, to ${name}`,
  printedSheet: (pages: string) => `the control sheet, ${pages},`,
} as const;
