import { addDays } from '../time/index.ts';
import type { PlannedProposal, ProposalRequest } from './planned-proposal.ts';
import type { PrintedDate } from './printed/read-printed.ts';
import type { CountedFromDate } from './undated/from-date.ts';
import { isWholePeriod, periodForm, type UndatedDuty } from './undated/time-words.ts';
import type { RelativeDay } from './relative-days.ts';

type Entry = ProposalRequest['entries'][number];

/** "of this order", "from the date of entry of this Order", "from the date hereof": behind a period. */
const ofThisOrder =
  /^\s(?:of|from|after|following)\s(?:the\s)?(?:(?:(?<entry>entry)|date|day|time|issuance|filing)\s(?:and\s(?:time|hour|entry)\s)?of\s)?(?:the\s)?(?:entry\sof\s)?(?:this|today['’]s)\s(?:[\p{L}-]{1,14}\s){0,2}?(?:order|notice|entry|ruling|opinion|decision)\b|^\s(?:of|from|after)\s(?:(?:the\s)?(?:date|entry)\shereof|today)\b/iu;
/** Words by which time runs from something else, or may not run at all. */
const ofAnother =
  /\b(?:after|from|of|following|before|prior|upon|once|when|until|unless|if|thereafter|later|hence|next|each|every|should|receipt|service|per|additional|another|further|more|exten\w*|enlarg\w*|shorten\w*|reduc\w*|moved|pushed)\b/i;
const conditional = /\b(?:if|unless|when|once)\b/i;

/**
 * What an order makes due without a whole date: counted from the order itself, where it says so or says nothing else, or from a date that
 * the entry prints; read from the entry's own day where that may be meant, and otherwise given for a person to date.
 *
 * @param duty see `readUndatedDuties`
 * @param entry of the order
 * @param fromDate how it is counted from a date of the entry, see `countedFromDate`
 * @param relative the day its words give by that of the entry, which is not sure
 */
export function dutyProposal(
  duty: UndatedDuty,
  entry: Entry,
  fromDate: Omit<CountedFromDate, 'base'> | null = null,
  relative: RelativeDay | null = null,
): PlannedProposal {
  const { kind, label, quote } = duty;
  const counted = fromDate ?? countedFromOrder(duty, entry);
  return {
    key: ['undated', entry.id, kind].join(':'),
    kind: counted ? 'rule' : 'printed',
    title: label.slice(0, 1).toUpperCase() + label.slice(1, 200),
    rule: null,
    entryId: entry.id,
    event: counted?.event ?? 'other',
    at: counted?.at ?? relative?.date.due ?? null,
    party: '',
    printed: relative?.date ?? null,
    period: counted?.period ?? null,
    service: 'none',
    quote,
    isUsual: counted?.doubt === null && !conditional.test(quote),
    doubt: counted?.doubt ?? relative?.doubt ?? null,
  };
}

/**
 * A time that an order counts from itself as a day that it prints, so that later entries can be held against it; null where it is not
 * counted. No weekend is looked at: the day is never shown.
 */
export function asPrinted(
  { kind, label, quote }: UndatedDuty,
  { at, period, printed }: PlannedProposal,
): PrintedDate | null {
  if (printed !== null) return printed;
  if (at === null || period === null) return null;
  const days = period.unit === 'hours' ? Math.ceil(period.count / 24) : period.count;
  const due = addDays(at.slice(0, 10), period.direction === 'before' ? -days : days);
  return { kind, label, due, party: '', trigger: null, quote, start: 0, end: 0 };
}

const fromWhen =
  'The order does not say from when this time runs. It is counted from the order itself, the earliest it can; check what is meant.';

/** "or service, whichever is later": behind the order, another event that the time may run from. */
const ofSeveral = /\bwhichever\b|\b(?:later|latter|earlier|sooner) of\b/i;
const fromWhich =
  'The order counts this time from one of several events. It is counted from the order itself; check which one it runs from.';

function countedFromOrder(duty: UndatedDuty, entry: Entry): Omit<CountedFromDate, 'base'> | null {
  const { kind, quote, period } = duty;
  const match = periodForm.exec(quote);
  if (period === null || !match || !isWholePeriod(duty)) return null;
  const said = ofThisOrder.exec(quote.slice(match.index + match[0].length));
  const start = entry.text.indexOf(quote);
  const around = entry.text.slice(Math.max(0, start - 40), start).replace(/^.*[.:;]\s/s, '') + quote;
  if (said === null && (start < 0 || ofAnother.test(around))) return null;
  const { filedOn, enteredOn, enteredAt } = entry;
  // A date of its own before that of entry is the earlier one, unless the order counts from its entry.
  const isByEntry = said?.groups?.['entry'] !== undefined || !filedOn || !enteredOn || filedOn === enteredOn;
  const at = isByEntry ? (enteredAt ?? enteredOn ?? filedOn) : filedOn;
  // Hours run from a minute, which is not known of every entry.
  if (at === null || (period.unit === 'hours' && at.length === 10)) return null;
  return {
    event: isByEntry ? 'order_entered' : 'other',
    at,
    period: { ...period, direction: 'after', isCap: kind === 'expiry' },
    doubt: said === null ? fromWhen : ofSeveral.test(sentenceAt(entry.text, start, quote)) ? fromWhich : null,
  };
}

/** The words of a duty, with what its sentence says behind them. */
const sentenceAt = (text: string, start: number, quote: string): string =>
  start < 0 ? quote : quote + /^[^.;]{0,160}/.exec(text.slice(start + quote.length))![0];

/** What a day may be that an order says something lasts until. */
const mayEnd =
  /\b(?:until|till|through|thru|to|by|and|period|term|end(?:s|ing)?|exceed|expir\w*|terminat\w*|effect\w*|force|dissol\w*|restrain\w*|enjoin\w*|duration|lasts?|t\.?r\.?o)\b|[-–—]\s?$/i;

const staysUntil = /\b(?:stay|standstill)\b/i;

/**
 * A day of the same entry that could not be read, or by which a stay or a standstill ends, and may be the end of what a rule limits, before
 * the rule's own.
 *
 * @param one counted by a rule
 * @param unclear days of its entry that nothing reads
 * @param printed days of its entry that were read
 */
export function unreadEnd(
  { at, rule }: PlannedProposal,
  unclear: readonly PlannedProposal[],
  printed: readonly PlannedProposal[],
): PlannedProposal | undefined {
  if (at === null || rule?.kind !== 'cap' || rule.count === null) return undefined;
  const last = addDays(at.slice(0, 10), rule.count);
  return [...unclear, ...printed.filter(({ quote }) => staysUntil.test(quote))].find(
    (one) => one.printed!.due.slice(0, 10) <= last && mayEnd.test(one.quote),
  );
}
