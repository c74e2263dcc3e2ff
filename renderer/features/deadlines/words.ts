import type { DeadlineFlag, DeadlineSource } from '../../../shared/model/deadlines.ts';
import { formatNumber } from '../../client/index.ts';

/** What the area and its list say. */
export const deadlineWords = {
  title: 'Deadlines',
  counsel: 'Counsel must confirm every date.',
  views: 'View of the deadlines',
  agenda: 'Agenda',
  week: 'Week',
  month: 'Month',
  filter: 'Filter deadlines',
  more: 'More actions',
  add: 'Add deadline…',
  propose: 'From docket…',
  proposeLong: 'Deadlines from docket…',
  reading: 'Counting the deadlines…',
  emptyTitle: 'No deadlines yet',
  emptyText:
    'Take them from the docket: its filings, services and orders start periods, and the clerk’s own dates are read as printed. Or add one by rule, by agreement or by date.',
  emptyReadOnly: 'This matter is open read-only, so deadlines cannot be added here.',
  nothingFound: 'No deadline matches',
  nothingFoundText: 'Every word typed must occur in the title, the rule, the trigger or the owner.',
  showAll: 'Show all deadlines',
  hideDetails: 'Hide details',
  showDetails: 'Show details',
  foldDone: 'Collapse what is done',
  unfoldDone: 'Expand what is done',
  nothingChosen: 'No deadline matches the choices above.',
  'deadlines.days': 'Court days…',
  'deadlines.rules': 'Rule packs…',
  'deadlines.reminders': 'Reminders…',
  'deadlines.exportCalendar': 'Export calendar…',
  'deadlines.controlSheet': 'Export control sheet…',
  untilNextDay: (time: string) => `until ${time} the next day`,
  when: 'Due',
  deadline: 'Deadline',
  rule: 'Rule',
  owner: 'Owner',
  counted: (shown: string, all: string) => `${shown} of ${all}`,
  selected: (count: number) => `${formatNumber(count)} selected`,
  zone: (name: string) => `Times are the court’s: ${name}.`,
} as const;

/** The groups of the agenda. */
export const groupWords = {
  past: 'Past due',
  today: 'Today',
  week: 'Next 7 days',
  later: 'Later',
  possible: 'May be done now',
  done: 'Done',
} as const;

/** What narrows the list down. */
export const filterWords = {
  owner: 'Owner',
  kind: 'Kind',
  status: 'Status',
  anyOwner: 'Any owner',
  noOwner: 'No owner',
  anyKind: 'Any kind',
  anyStatus: 'Any status',
  open: 'Open',
  pastDue: 'Past due',
  attention: 'Needs a look',
  done: 'Done',
  dismissed: 'Not needed',
} as const;

/** Where a deadline comes from. */
export const sourceWords: Readonly<Record<DeadlineSource, string>> = {
  rule: 'By rule',
  printed: 'Printed by clerk',
  contract: 'Contract',
  order: 'Court’s order',
  hand: 'By hand',
};

/** Marks beside a deadline, each with its sentence. */
export const markWords = {
  pastDue: 'Past due',
  overridden: 'Order overrides',
  overriddenTitle: 'A court’s order set another time; the counted date stays visible in the details.',
  printed: 'Printed by clerk',
  printedTitle: 'Kept as the clerk printed it.',
  contract: 'Contract',
  contractTitle: 'Counted as the agreement says, not by Rule 6.',
  moved: 'Moved',
  movedTitle: 'Its date has changed since it was last looked at.',
  unsettled: 'Unsettled',
  unsettledTitle: 'The law is not settled here; the details show the safe date.',
  snoozed: 'Snoozed',
  open: 'Open',
  done: 'Done',
  dismissed: 'Not needed',
} as const;

/** A flag in a word or two; its message is the sentence. */
export const flagWords: Readonly<Record<DeadlineFlag['code'], string>> = {
  PRINTED_DISAGREES: 'Rule 6 disagrees',
  PRINTED_ELSEWHERE: 'Printed in another zone',
  PRINTED_UNCLEAR: 'Check the printed date',
  TRIGGER_GONE: 'Trigger gone',
  TRIGGER_UNDATED: 'Trigger undated',
  HOUR_UNKNOWN: 'Hour missing',
  CLOCK_CHANGE: 'Clocks change',
  CONFLICT: 'Conflict',
  DOUBTED: 'May not hold',
  RULE_UNCONFIRMED: 'Unconfirmed rule',
  OVERRIDE_BEYOND_LIMIT: 'Beyond the limit',
  DONE_LATE: 'Done late',
  CANNOT_COUNT: 'Not counted',
};

/** When the last day ends, and by whose clock. */
export const endWords = {
  byEndOfDay: (zone: string) => `by the end of the day, ${zone}`,
  byCircuitClerk: (zone: string) => `by the circuit clerk’s clock (${zone})`,
  untilCircuitMidnight: (moment: string) => `until the circuit clerk’s midnight, ${moment}`,
} as const;

/** The next deadline, at the head of the list. */
export const nextWords = {
  next: 'Next',
  nextPast: 'Past due',
  nothing: 'Nothing is due.',
  nothingText: 'All deadlines are done or not needed.',
  otherPast: (count: number, isMore: boolean) => `${formatNumber(count)} ${isMore ? 'more ' : ''}past due`,
  show: 'Show',
  onOrAfter: 'not before',
  counted: 'Counted:',
  printedBefore: 'Printed:',
} as const;

/** Actions on deadlines, for buttons, menus and toasts. */
export const actionWords = {
  done: 'Mark done…',
  reopen: 'Reopen',
  dismiss: 'Not needed',
  override: 'Court order sets another time…',
  edit: 'Edit…',
  acknowledge: 'Acknowledge',
  acknowledgeSeveral: (count: string) => `Acknowledge ${count}`,
  delete: 'Delete',
  deleteSeveral: (count: string) => `Delete ${count}`,
  goToEntry: 'Go to docket entry',
  openDocument: 'Open document',
  snooze: 'Snooze reminders',
  snoozeFor: (text: string) => `Remind again ${text}`,
  unsnooze: 'Remind as set',
  deleted: (name: string) => `Deleted ${name}`,
  reopened: (title: string) => `Reopened “${title}”`,
  dismissed: (title: string) => `Marked “${title}” not needed`,
  acknowledged: (count: string) => `Acknowledged ${count}`,
  snoozed: (title: string) => `Snoozed “${title}”`,
  unsnoozed: (title: string) => `Reminders of “${title}” are as set`,
  overrideRemoved: (title: string) => `Removed the order’s time from “${title}”`,
  changed: (title: string) => `Changed “${title}”`,
} as const;

const entryNamed = (number: string) => (number === '' ? 'Docket entry' : `Entry ${number}`);

/** The details of one deadline. */
export const detailWords = {
  goToEntry: (number: string) => `${entryNamed(number)}, go to it`,
  goToDeadline: (title: string) => `Go to deadline ${title}`,
  details: 'Details',
  nothingChosen: 'Select a deadline to see how it is counted.',
  chosen: (count: number) => `${formatNumber(count)} deadlines selected`,
  actions: 'Actions',
  due: 'Due',
  notBefore: 'Not before',
  counted: 'Counted',
  replaced: 'Replaced',
  printedDate: 'Printed',
  holds: 'Holds',
  byOrder: 'By order',
  removeOverride: 'Remove',
  movedTitle: 'The date moved',
  movedFrom: 'Before',
  movedTo: 'Now',
  doubtsTitle: 'It may no longer hold',
  doubtsHelp:
    'If an order sets another time, record it. If it still stands, acknowledge this; its note keeps it.',
  follows: 'Follows',
  arithmetic: 'How it is counted',
  start: 'Starts from',
  result: 'Due',
  noArithmetic: 'Nothing was counted: the date is given.',
  alternatives: 'What a court might hold instead',
  safe: 'Safe',
  safeFrom: (when: string) => `To be safe, not before ${when}.`,
  safeBy: (when: string) => `To be safe, act by ${when}.`,
  rule: 'Rule',
  source: 'Source',
  quote: 'As printed',
  clause: 'Agreement',
  contractCount: 'Counted as the agreement says, not by Rule 6.',
  firstDayCounts: 'the first day counts',
  firstDaySkipped: 'the day of the event does not count',
  businessDays: 'Business days only',
  calendarDays: 'Calendar days',
  rolled: 'a last day that is not a business day moves to the next',
  notRolled: 'the last day stays where it falls',
  trigger: 'Trigger',
  belongsTo: 'Docket entry',
  document: 'Document',
  service: 'Service',
  actor: 'Who must act',
  owner: 'Owner',
  ownerEmpty: 'Nobody yet',
  note: 'Note',
  reminders: 'Reminders',
  noReminders: 'None',
  addReminder: 'Add reminder',
  removeReminder: (text: string) => `Remove the reminder ${text}`,
  before: (text: string) => `${text} before`,
  atEnd: 'at its end',
  snoozedUntil: (when: string) => `Snoozed until ${when}`,
  proof: 'Done',
  fromDeadline: (title: string) => `“${title}”`,
  fromTro: 'the TRO desk',
  gone: 'no longer there',
  entry: entryNamed,
} as const;

/** Deadlines within the details of a docket entry or an evidence item. */
export const linkedWords = {
  heading: 'Deadlines',
  none: 'None linked.',
  addFromEntry: 'Add deadline from this entry…',
  proposeFromEntry: 'Find deadlines in this entry…',
  goTo: (title: string) => `Go to deadline ${title}`,
} as const;
