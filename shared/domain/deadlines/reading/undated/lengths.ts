import * as forms from '../printed/forms.ts';
import { clauseStart } from '../printed/clauses.ts';
import { dutyOf } from '../printed/kinds.ts';
import { numberOf } from '../printed/number-words.ts';
import { tidy } from '../printed/reading.ts';
import { zoneForm } from '../printed/zones.ts';
import {
  amount,
  dayAlone,
  endOfPhrase,
  hourBeside,
  hourOnly,
  month,
  nthDay,
  periodIn,
  placesOf,
  tail,
  unit,
  type UndatedDuty,
} from './time-words.ts';

const given = '(?:(?!\\b(?:den(?:y|ied|ies)(?!\\w*\\sin\\spart)|previously\\b|earlier\\b))[^.;]){0,80}?';
const longer = `${amount}[-\\s]${unit}\\s(?:extension|enlargement)\\b`;
/** "granting a 14-day extension", "extension of time of 7 days", "14-day extension is GRANTED", "extending the deadline to respond by 7 days". */
const extension = new RegExp(
  [
    `(?:(?<!\\b(?:previously|earlier)\\s)\\b(?:grant(?:s|ing|ed)?|allow(?:s|ing|ed)?)\\b${given}\\b|\\b(?:has|have)\\s(?:an?|another)\\s)(?:${longer}|(?:extension|enlargement)\\b[^.;]{0,40}?\\bof\\s${amount}[-\\s]${unit}\\b)`,
    `\\b(?:with|grant(?:s|ing|ed)?|given)\\s(?:leave\\sof\\s${amount}\\s${unit}|${amount}\\s${unit}['’]?\\s(?:of\\s)?leave)\\b`,
    `(?<!\\b(?:den\\w+|requests?|seeks?|lift\\w*|vacat\\w+)\\s(?:an?\\s|the\\s)?)\\bstay(?:ed)?\\s(?:of|for)\\s(?:a\\speriod\\sof\\s)?${amount}[-\\s]${unit}\\b`,
    `\\b${longer}${given}\\s(?:(?:is|are)\\s(?:hereby\\s)?)?granted\\b`,
    `\\b(?:extend(?:s|ing)|enlarg(?:es|ing)|shorten(?:s|ing)|reduc(?:es|ing))\\b${given}\\b(?:by|for|to)\\s(?:an\\sadditional\\s)?${amount}[-\\s]${unit}\\b`,
  ].join('|'),
  'giu',
);
const timeToAct = new RegExp(
  `\\b(?<time>(?:has|have|(?:is|are|be)\\s(?:hereby\\s)?(?:given|granted|allowed))\\s(?:(?:an\\sadditional|another|up\\sto)\\s)?(?:${amount}\\s${unit}|until\\s(?:${dayAlone}|${hourOnly})))\\b[^.;]{0,50}?\\bto\\s(?:file|respond|answer|reply|oppose|serve|submit|object|move|plead|amend|otherwise|provide|produce|post|pay|show\\scause|comply|cure|restore|remove|return|confirm|certify|vacate|cease|complete)\\b`,
  'giu',
);
const timeToActHere = new RegExp(`^${timeToAct.source}`, 'iu');
const again = new RegExp(
  `\\b(?:(?:every|each)\\s(?:(?:${amount}|other|second|third)\\s)?(?:${unit}|month|quarter|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|(?:bi-?)?weekly|monthly|quarterly|daily)\\s(?:there)?after\\b(?!\\s(?:the|its|service|entry))|(?<=\\bdue\\s)(?:every|each)\\s(?:${amount}\\s${unit}|month|week|quarter)\\b`,
  'giu',
);
/** "in force for fourteen (14) days", "granting TRO for a period of 72 hours": how long an order restrains. */
const lasting = new RegExp(
  `\\b(?:in\\s(?:full\\s)?(?:force|effect)|effective|valid|binding|lasts?|continues?|restrain(?:s|ed|ing)|enjoin(?:s|ed|ing)|barred|prohibited|grant(?:s|ed|ing)|restraining\\sorder|t\\.?r\\.?o)\\b[^.;]{0,80}?\\bfor\\s(?:(?:a|the)\\s(?:period|term)\\sof\\s|(?:up\\sto|only|(?:no|not)\\smore\\sthan|not\\sto\\sexceed|the\\snext|an\\sinitial)\\s){0,2}${amount}[-\\s]${unit}\\b`,
  'giu',
);
/** "expires at 5:00 p.m. on the tenth day after entry". */
const endingOn = new RegExp(
  `\\b(?:expires?|expiring|dissolves?|terminates?|lapses?|ends?)\\b[^;]{0,60}?\\bon\\sthe\\s(?<nth>${nthDay})\\s(?:(?:calendar|business|court)\\s)?day\\b`,
  'giu',
);
/** "in effect until the hearing on the preliminary injunction", "extended until the Court rules": the end is a day that other words give. */
const untilHeard = new RegExp(
  `\\b(?<verb>in\\s(?:full\\s)?(?:force|effect|place)|effective|binding|extend(?:s|ed|ing)?|continu(?:e|es|ed|ing)|restrain(?:s|ed|ing)|enjoin(?:s|ed|ing)|expires?|expiring|ends?|lapses?|lasts?|grant(?:s|ed|ing))\\b(?<between>(?:(?!,\\sand\\s)[^.;]){0,120}?)\\b(?:until|through|pending|upon|at)\\s(?:such\\stime\\sas\\s)?(?:(?:the|a|an|any|that|this|its|our|new|final|p\\.?i\\.?|for|on|day|\\d{1,2}(?::\\d{2})?\\s?[ap]\\.?m\\.?|noon|after|completion|conclusion|end|date|time|of|next|further|adjourned|rescheduled|continued|preliminary|injunction|evidentiary|show|cause|court|court['’]s|tro|${month}\\s\\d{1,2}(?:,\\s\\d{4})?)\\s){0,8}?(?<act>hearing|return\\sdate|argument|conference|trial|that\\s(?:date|time|day)|then|(?<open>rules|ruling|decides|issues|decision|determination|resolution|disposition|adjudication))\\b`,
  'giu',
);
/** "pending the hearing of this application, Northgate is temporarily restrained": the same, with the end before the verb. */
const pendingHearing =
  /\bpending\s(?:[\p{L}['’-]{1,14},?\s){0,6}?(?:hearing|argument|determination|decision|resolution|disposition|ruling|adjudication)\b[^.;]{0,160}?\b(?:is|are|be)\s(?:(?:and\s)?(?:hereby|temporarily|immediately|is|are|and)\s){0,5}(?:restrained|enjoined)\b/giu;
/** What else is put off until then, or only may be. */
const notTheRestraint =
  /\b(?:hearings?|arguments?|conferences?|deadlines?|time|respon\w*|briefing|bond|security|may|should|whether|why|if|unless|den(?:y|ies|ied|ying)|requests?|moves?|to extend|convert\w*)\b/i;
const theRestraint = /^it\s|\b(?:restraining order|t\.?r\.?o\b|(?:this|the) order|restrain\w*|enjoin\w*)/i;

const zoneWords = new RegExp(zoneForm, 'gi');

const ofRestraint = /\b(?:restraining order|t\.?r\.?o\b)/i;

const another = /\band\s(?=(?:the\s)?(?:[\p{L}’'.-]{1,20}\s){1,4}?(?:(?:shall|will|then)\s)?$)/iu;

/** Where “… to respond and Plaintiff shall” leads on to time that another one has; 0 where the words do not end so. */
function secondSubject(words: string): number {
  const from = Math.max(0, words.length - tail);
  const match = another.exec(words.slice(from));
  return match ? from + match.index + match[0].length : 0;
}

/** Whether the “has” or “have” at a place is of time that another one has besides, with its act behind it. */
export function isSecondTime(text: string, at: number): boolean {
  return secondSubject(text.slice(0, at)) > 0 && timeToActHere.test(text.slice(at, at + 2 * tail));
}

/** "Defendants have fourteen days to answer", "is given until January 12 to amend": the duty follows the time. */
export function timesToActIn(text: string, over: RegExpExecArray[]): UndatedDuty[] {
  const matches = placesOf(text, timeToAct, over);
  return matches.map((match, i) => {
    const stop = match.index + match[0].length;
    const floor = Math.max(0, match.index - tail, secondSubject(text.slice(0, match.index)));
    const before = clauseStart(text, floor, match.index);
    const from = before + (/^[\p{Lu} -]{2,40}:\s/u.exec(text.slice(before, match.index))?.[0].length ?? 0);
    const next = (matches[i + 1]?.index ?? text.length) - stop;
    const quote = text.slice(from, stop + endOfPhrase(text.slice(stop, stop + tail), next));
    const act = text.slice(match.index + match.groups!['time']!.length, from + quote.length);
    return {
      kind: dutyOf(act.slice(act.search(/\bto\s/i))) ?? 'other_due',
      label: tidy(quote),
      quote,
      period: periodIn(quote),
    };
  });
}

/** Time that is given by its length alone: what it is counted from is in an earlier order. */
export function extensionsIn(text: string, over: RegExpExecArray[]): UndatedDuty[] {
  return placesOf(text, extension, over).map((match) => {
    const stop = match.index + match[0].length;
    const quote = text.slice(match.index, stop + endOfPhrase(text.slice(stop, stop + tail)));
    const extended = quote.slice(Math.max(0, quote.search(/\b(?:exten|enlarg|shorten|reduc)/i)));
    const isOfRestraint = ofRestraint.test(extended) && !/\b(?:time|deadline|respon|oppos)/i.test(extended);
    const kind = isOfRestraint ? 'expiry' : (dutyOf(extended) ?? 'other_due');
    return { kind, label: tidy(quote), quote, period: periodIn(quote) };
  });
}

/** "Status report due January 6, 2027 and every 30 days thereafter": what is due again and again. */
export function repeatsIn(text: string, over: RegExpExecArray[]): UndatedDuty[] {
  return placesOf(text, again, over).map((match) => {
    const start = clauseStart(text, Math.max(0, match.index - 2 * tail), match.index);
    const quote = text.slice(start, match.index + match[0].length);
    return { kind: 'other_due', label: tidy(quote), quote, period: null };
  });
}

/** Whether an order restrains, by its name or by what it says of those whom it binds. */
const restrains = (text: string) =>
  forms.restrains.test(text) ||
  /\b(?:is|are|be)\s(?:(?:hereby|temporarily)\s){0,2}(?:restrained|enjoined|barred|prohibited)\b/i.test(text);

/** How long an order that restrains is to last, where it says so by its length alone. */
export function lengthsIn(text: string, over: RegExpExecArray[]): UndatedDuty[] {
  if (!restrains(text)) return [];
  return [...placesOf(text, lasting, over), ...placesOf(text, endingOn, over)].flatMap((match) => {
    const words = match[0].replaceAll(zoneWords, '');
    if (forms.refused.test(words) || /\b(?:exten(?:d|sion)\w*|time|deadline|hearing)\b/i.test(words))
      return [];
    const stop = match.index + match[0].length;
    const quote = text.slice(match.index, stop + endOfPhrase(text.slice(stop, stop + tail)));
    const nth = match.groups?.['nth'];
    // An hour of its own is not that of the order's entry, by which a rule counts.
    const period = hourBeside.test(quote)
      ? null
      : nth === undefined
        ? periodIn(quote)
        : dayNumber(nth, quote);
    return [{ kind: 'expiry' as const, label: tidy(quote), quote, period }];
  });
}

/** A restraint that lasts until something is heard or decided, whose day the entry gives elsewhere, or not at all. */
export function untilHeardIn(text: string, over: RegExpExecArray[]): UndatedDuty[] {
  if (!restrains(text)) return [];
  const pending = placesOf(text, pendingHearing, over).map(([quote]) => ({
    kind: 'expiry' as const,
    label: tidy(quote),
    quote,
    period: null,
  }));
  return [...pending, ...untilHeardBy(text, over)];
}

function untilHeardBy(text: string, over: RegExpExecArray[]): UndatedDuty[] {
  return placesOf(text, untilHeard, over).flatMap((match) => {
    const { between, open } = match.groups!;
    const from = clauseStart(text, Math.max(0, match.index - 160), match.index);
    const before = text
      .slice(from, match.index)
      .replace(/^[\p{Lu} -]{2,60}:\s/u, '')
      .replace(
        /^[^]*(?:,\sand\s|\sand\s(?=the\s(?:TRO|temporary restraining order)\b)|\b[ap]\.m\.\s(?=\p{Lu}))/u,
        '',
      );
    const isGranted = /\bgrant(?:s|ing|ed)\b[^.;]{0,40}\bto\sextend\b/i.test(
      text.slice(from, match.index + 40),
    );
    if (!theRestraint.test(before + match[0])) return [];
    if (!isGranted && (notTheRestraint.test(before) || notTheRestraint.test(between!))) return [];
    const stop = match.index + match[0].length;
    const start = match.index - before.length;
    const end = stop + endOfPhrase(text.slice(stop, stop + tail));
    const quote = text.slice(start, end + (/^,\s\d{4}\b/.exec(text.slice(end, end + 8))?.[0].length ?? 0));
    const duty = { kind: 'expiry' as const, label: tidy(quote), quote, period: null };
    return [open === undefined ? duty : { ...duty, isOpen: true as const }];
  });
}

/** "the tenth day": as many days. */
function dayNumber(nth: string, quote: string): UndatedDuty['period'] {
  if (/\b(?:business|court)\sday\b/i.test(quote)) return null;
  return { count: numberOf(nth), unit: 'days' };
}
