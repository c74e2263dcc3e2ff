import { formatCount, formatNumber } from '../../client/index.ts';
import type { ServiceKind } from '../../../shared/model/time-counting.ts';
import type { TroEventKind, TroGate, TroSide, TroStage } from '../../../shared/model/tro.ts';

/** What the desk as a whole says. */
export const deskWords = {
  title: 'TRO desk',
  reading: 'Reading the request…',
  side: 'Whose desk',
  sideChanged: (side: string) => `The desk is the ${side.toLowerCase()}’s`,
  record: 'Record event…',
  more: 'More actions',
  noticeEffort: 'Log notice effort…',
  certificate: 'Draft certificate…',
  certificateDetails: 'Certificate details…',
  security: 'Security…',
  warnings: 'What needs a look',
  setCourt: 'Set the court…',
  emptyTitle: 'No request for a TRO yet',
  emptyText:
    'This desk keeps one request for a temporary restraining order in sight: where it stands, which clocks run, what each rule still asks for, and every effort to give notice.',
  emptyFirst: 'Record when the motion was filed.',
  emptySecond:
    'Record when and how it was served: the opponent’s clocks run from that minute. Whoever opposes begins here as well.',
  recordFiling: 'Record the filing…',
  recordService: 'Record the service…',
  openSample: 'Open the sample',
  emptyReadOnly: 'This matter is open read-only, so nothing can be recorded here.',
} as const;

export const sideWords: Readonly<Record<TroSide, string>> = { movant: 'Movant', opponent: 'Opponent' };

export const stageWords: Readonly<Record<TroStage, string>> = {
  drafting: 'Drafting',
  filed: 'Filed',
  served: 'Served',
  opposed: 'Opposed',
  heard: 'Heard',
  granted: 'Granted',
  extended: 'Extended',
  expired: 'Expired',
  dissolved: 'Dissolved',
  converted: 'Converted',
  denied: 'Denied',
  withdrawn: 'Withdrawn',
};

export const stageLineWords = {
  label: 'Stage of the request',
  decision: 'Decision',
  end: 'Expired, dissolved or converted',
  now: 'now',
  done: 'done',
  passedOver: 'not recorded',
  ahead: 'ahead',
} as const;

export const eventWords: Readonly<Record<TroEventKind, string>> = {
  motion_filed: 'Motion for TRO filed',
  motion_served: 'Motion served',
  intent_to_oppose_filed: 'Notice of intent to oppose filed',
  response_filed: 'Response filed',
  reply_filed: 'Reply filed',
  schedule_ordered: 'Court set a schedule',
  hearing_held: 'Hearing held',
  granted: 'TRO granted',
  denied: 'TRO denied',
  extended: 'TRO extended',
  dissolution_noticed: 'Motion to dissolve noticed',
  dissolved: 'TRO dissolved',
  converted: 'Preliminary injunction took its place',
  withdrawn: 'Motion withdrawn',
};

export const eventHelp: Readonly<Record<TroEventKind, string>> = {
  motion_filed: 'The minute the court’s system shows.',
  motion_served: 'The other side’s hours run from this minute.',
  intent_to_oppose_filed: 'W.D. Wash. asks for it within 24 hours of service.',
  response_filed: 'The opposition to the motion.',
  reply_filed: 'Only where the court allowed one.',
  schedule_ordered: 'An order that sets times. They replace the rule’s times; both stay visible.',
  hearing_held: 'When it began.',
  granted:
    'The date and hour on the order: the safe start of the 14 days, which Rule 65(b)(2) counts from entry.',
  denied: 'When the order was entered.',
  extended: 'Before the first order ended, for good cause or by consent.',
  dissolution_noticed:
    'When notice was given, of an order issued without notice: two days run from it unless the court set fewer hours.',
  dissolved: 'When the order that ends it was entered.',
  converted: 'When the preliminary injunction was entered.',
  withdrawn: 'When the notice was filed.',
};

export const serviceWords: Readonly<Record<ServiceKind, string>> = {
  none: 'Not yet known',
  ecf: 'Through the court’s e-filing system',
  hand: 'By hand',
  mail: 'By mail',
  clerk: 'Left with the clerk',
  other_consented: 'By other means, consented to in writing',
  rule4_personal: 'With the summons, in person',
  rule4_mail: 'With the summons, by mail',
};

/** Buttons beside something that is recorded. */
export const recordedWords = {
  correct: (named: string) => `Correct ${named}`,
  delete: (named: string) => `Delete ${named}`,
} as const;

export const recordWords = {
  title: 'Record an event',
  editTitle: 'Correct an event',
  kind: 'What happened',
  at: 'When',
  service: 'How it was served',
  serviceMissing: 'Say how it was served.',
  minuteMissing: 'Give the time of day as well: hours run from the minute.',
  atMinuteMissing: 'Give the day and the time of day.',
  hearingMinuteMissing: 'Give the time of day of the hearing as well.',
  endMissing: 'Give the expiration that the order sets.',
  atMissing: 'Say when it happened.',
  unreadable: 'This is not a date and time.',
  times: 'Times the order sets',
  timesHelp: 'Leave blank any time that the order leaves to the rule.',
  noTimes: 'Give at least one time that the order sets.',
  serveBy: 'Serve by',
  intentBy: 'Notice of intent by',
  responseBy: 'Response by',
  replyBy: 'Reply by',
  hearingAt: 'Hearing at',
  piHearingAt: 'PI hearing at',
  securityBy: 'Security due by',
  expiresAt: 'Ends at, as the order states',
  notice: 'The adverse party',
  withNotice: 'Had notice',
  withNoticeHelp: 'Whether the 14 days of Rule 65(b)(2) bind then is not settled; both ends are shown.',
  withoutNotice: 'Had no notice',
  withoutNoticeHelp: 'Rule 65(b)(2): at most 14 days from entry.',
  noticeUnknown: 'Not known yet',
  noticeUnknownHelp: 'Treated as without notice until it is.',
  extension: 'Extended',
  goodCause: 'For good cause',
  goodCauseHelp: 'Once, for a like period; the reasons go in the record.',
  consent: 'By the adverse party’s consent',
  consentHelp: 'For as long as was agreed.',
  security: 'Security set, in dollars',
  securityHelp: '0 where the court required none; empty where the order does not say.',
  notAmount: 'Enter an amount such as 5,000.',
  noticeHours: 'Hours of notice the court set',
  noticeHoursHelp: 'Empty for the two days of Rule 65(b)(4).',
  notHours: 'Enter whole hours, from 0 to 47.',
  note: 'Note',
  proof: 'Docket entry and document',
  record: 'Record',
  recorded: (what: string) => `Recorded: ${what}`,
  corrected: (what: string) => `Corrected: ${what}`,
} as const;

export const clocksWords = {
  title: 'Clocks',
  none: 'No clock runs yet. Hours begin with the service of the motion; record it to start them.',
  next: 'Next',
  sameTime: 'At the same time',
  endOfDay: '(until midnight)',
  fromThen: '(or later)',
  untilThen: 'until then',
  inTime: (cite: string) =>
    `Only before the order ends: for good cause and a like period, or by the adverse party’s consent (${cite}).`,
  again: (cite: string) =>
    `Extended once already: a further extension takes the adverse party’s consent, before the order ends (${cite}).`,
  ours: 'Ours',
  theirs: 'Other side’s',
  nothingNext: 'No clock is running',
  decided: (stage: string) => `The request is over: ${stage.toLowerCase()}.`,
  nothingNextText: 'Record what happens next, and the time that follows from it appears here.',
  pastDueBy: (length: string) => `Past due by ${length}`,
  passedAgo: (length: string) => `Passed ${length} ago`,
  maySince: 'May be heard since',
  endedAgo: (length: string) => `Ended ${length} ago`,
  left: 'left',
  in: (length: string) => `In ${length}`,
  leftOf: (length: string) => `${length} left`,
  lessThanMinute: 'less than 1 min',
  met: 'Met',
  metLate: 'Met late',
  metBy: (when: string, note: string) => (note === '' ? when : `${when}. ${note}`),
  notNeeded: 'Not needed',
  noLonger: 'No longer runs',
  order: 'Court’s order',
  orderIn: (entry: string) => `Court’s order, entry ${entry}`,
  earlierOrder: 'Earlier order',
  rule: 'Rule',
  printed: 'As the clerk printed it',
  byHand: 'Set by hand',
  safe: 'Safe time',
  other: 'Another reading',
  otherHelp: 'Not to be relied on',
  holds: 'holds',
  replaced: 'replaced by the order',
  entry: (name: string) => `entry ${name}`,
  arithmetic: 'Arithmetic',
  showDeadline: 'Show in Deadlines',
  unconfirmed: 'Confirm against the court’s site',
  cap: 'No weekend or holiday makes it longer.',
  hideRest: 'Hide what no longer runs',
  showRest: (count: number) => `Show ${count} that no longer ${count === 1 ? 'runs' : 'run'}`,
} as const;

export const hoursWords = {
  title: 'Hours of the request',
  none: 'Events and clocks are drawn here on the court’s clock once one is recorded.',
  range: 'Hours shown',
  near: 'Three days',
  whole: 'All',
  list: 'Show the chart in words',
  zone: (zone: string) => `All times are on the court’s clock, ${zone}.`,
  now: 'Now',
  nowInside: 'The upright dashed line is now.',
  nowOutside: (when: string) => `The current time, ${when}, is outside the chart.`,
  running: (title: string, from: string, to: string) => `${title}: runs from ${from} to ${to}`,
  until: (title: string, to: string) => `${title}: ${to}`,
  ruleInstead: (when: string) => `the rule alone would give ${when}`,
  event: (title: string, at: string) => `${title}: ${at}`,
  dayOff: (name: string, day: string) => `${day}: ${name}`,
  weekend: 'weekend',
  legend: '● event  ◆ time that applies  ◇ time it replaced. Weekends and holidays are shaded.',
} as const;

export const gateStageWords: Readonly<Record<TroGate['stage'], string>> = {
  before_filing: 'Before filing',
  on_filing: 'With the filing',
  order: 'The order',
  after_order: 'After the order',
};

export const gateWords = {
  /** A line of a checklist, in the middle of a sentence. */
  named: (line: string) => `“${line}”`,
  title: 'What the rules ask for',
  none: 'Nothing is asked of this side.',
  met: 'Met',
  missing: 'Missing',
  count: (met: number, all: number) => `${met} of ${all} met`,
  unconfirmed: 'Confirm against the court’s site',
  showMet: (count: number) => `Show ${count} met`,
  hideMet: 'Hide what is met',
  notNeeded: 'Not needed',
  notNeededBecause: (why: string) => `Not needed because ${why}`,
  menu: (label: string) => `More for “${label}”`,
  details: 'Note and proof…',
  markNotNeeded: 'Not needed because…',
  reopen: 'Reopen',
  ticked: (label: string) => `Checked off: ${label}`,
  unticked: (label: string) => `Reopened: ${label}`,
  setAside: (label: string) => `Not needed: ${label}`,
  changed: (label: string) => `Changed: ${label}`,
  dialogTitle: 'Line of the checklist',
  state: 'State',
  open: 'Still to do',
  done: 'Done',
  notNeededHelp: 'Say why in the note.',
  note: 'Note',
  noteHelp: 'Where it is, with a pin cite: “Roe Decl. ¶¶ 4–9”.',
  because: 'Not needed because',
  whyMissing: 'Say why it is not needed.',
  proofLabel: 'Where it can be seen',
} as const;

export const eventsWords = {
  title: 'Events',
  none: 'Nothing is recorded yet.',
  /** In the middle of a sentence; some things happen more than once. */
  named: (what: string, when: string) => `“${what}” of ${when}`,
  deleted: (what: string) => `Deleted “${what}”`,
  withNotice: 'With notice to the adverse party',
  withoutNotice: 'Without notice to the adverse party',
  securityOf: (amount: string) => `Security: ${amount}`,
  noSecurity: 'No security required',
  consent: 'By the adverse party’s consent',
  goodCause: 'For good cause',
  hours: (count: number) => `Hours of notice: ${count}`,
} as const;

/** Links to what proves something. */
export const proofWords = {
  goTo: (entry: string, of: string) => `Go to ${entry}, proof of ${of}`,
  open: (title: string, of: string) => `Open “${title}”, proof of ${of}`,
  archived: (title: string) => `${title} (archived)`,
  entryGone: 'The docket entry linked here is no longer there.',
} as const;

export const noticeWords = {
  title: 'Notice efforts',
  none: 'No effort to give notice is logged. Log each call, email and visit when it happens: the certificate of Rule 65(b)(1)(B) is drafted from this log.',
  add: 'Log effort…',
  addTitle: 'Log a notice effort',
  editTitle: 'Correct a notice effort',
  who: 'Whom',
  whoHelp: 'Name and role, as the certificate will say it.',
  whoMissing: 'Say whom.',
  how: 'How',
  howHelp: 'Telephone with its number, email with its address, by hand.',
  howMissing: 'Say how.',
  at: 'When',
  by: 'By whom',
  result: 'Result',
  resultHelp: 'What was said, or that no one answered.',
  log: 'Log',
  /** In the middle of a sentence; most are called more than once. */
  named: (who: string, when: string) => `the effort of ${when} to reach ${who}`,
  actions: 'Actions',
  added: (who: string) => `Logged the effort to reach ${who}`,
  changed: (who: string) => `Corrected the effort to reach ${who}`,
  deleted: (who: string) => `Deleted the effort to reach ${who}`,
  reason: 'Why notice should not be required',
  reasonNone: 'Not stated. Needed only where notice was not given.',
  edit: 'Edit…',
} as const;

export const certificateWords = {
  title: 'Certificate details',
  intro:
    'These appear in the attorney’s certificate of Rule 65(b)(1)(B). What is left empty is left blank in the draft.',
  attorney: 'Attorney who signs',
  barNumber: 'Bar number',
  firm: 'Firm',
  contact: 'Address, telephone and email',
  party: 'Attorney for',
  reason: 'Why notice should not be required',
  reasonHelp: 'Leave empty where notice was or will be given.',
  saved: 'Changed the certificate’s details',
  fileName: (matter: string) => `${matter} certificate of notice draft`,
  draftedTitle: 'The certificate was drafted',
  drafted: (name: string, pages: string) => `“${name}”, ${pages}, is a draft.`,
  sign: 'Counsel must read it, correct it and sign it before it is filed.',
  blank: 'Left blank for counsel:',
  nothingBlank: 'Nothing was left blank but date and signature.',
  details: 'Fill in details…',
  signs: 'Signs',
  none: 'No one named yet.',
} as const;

/** What must be shown, by the present argument. */
export const argumentWords = {
  title: 'What must be shown',
  open: 'Open matrix',
  none: 'Nothing is listed yet. The matrix takes the Winter factors, and the elements of each claim, with the facts that show them.',
  facts: (supporting: number, against: number) =>
    `${formatCount(supporting, 'fact')} for${against === 0 ? '' : `, ${formatNumber(against)} against`}`,
} as const;

export const securityWords = {
  title: 'Security',
  rule: 'Fed. R. Civ. P. 65(c)',
  proposed: { movant: 'Proposed', opponent: 'Demanded' },
  reason: 'Reason',
  set: 'Set by the court',
  by: 'Due by',
  posted: 'Given or posted',
  dialogTitle: 'Security',
  proposedField: { movant: 'Amount proposed, in dollars', opponent: 'Amount demanded, in dollars' },
  proposedHelp: {
    movant: '0 to propose none; empty while nothing is proposed.',
    opponent: 'Empty while nothing is demanded.',
  },
  reasonField: 'Why this amount is proper',
  postedField: 'Given or posted on',
  unitedStates: 'The United States, its officer or agency asks for the order',
  unitedStatesHelp: 'They give no security.',
  exempt: 'None is required of the United States.',
  notProposed: { movant: 'Nothing proposed yet', opponent: 'Nothing demanded yet' },
  notSet: 'Not set yet',
  noOrder: 'No order was made',
  notPosted: 'Not posted yet',
  noneRequired: 'None required',
  none: 'None ($0)',
  saved: 'Changed the security',
} as const;
