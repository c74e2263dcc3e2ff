import type { CourtMoment } from '../../../../model/court-time.ts';
import { findMoments, type PrintedMoment } from './moments.ts';

/** A party served with summons and complaint, or asked to waive service, as a return says it. */
export interface ServedParty {
  readonly how: 'served' | 'waiver' | 'subpoena';
  /** Empty where the text names nobody. */
  readonly party: string;
  /** The day of service, or on which the waiver was sent; null where the text does not print it. */
  readonly at: CourtMoment | null;
  /** The day its answer is due, where printed. */
  readonly answerDue: CourtMoment | null;
  readonly start: number;
  readonly end: number;
}

/** Papers that report service: "SUMMONS Returned Executed", "WAIVER OF SERVICE", "AFFIDAVIT of Service". */
const report =
  /\b(?:summons(?:es)?(?:\/\w{1,20})?\s(?:and complaint\s)?return(?:ed|s)?|waivers?(?: of)?(?: the)?(?: service| summons)|(?:proof|affidavit|affirmation|certificate|return|acceptance|acknowledge?ment|declaration)s?\sof\s(?:personal\s)?service|service returned|returns?(?:ed)?\sexecuted)\b/i;
const notServed =
  /\bunexecuted\b|\bnot (?:been )?served\b|\bissued\b.{0,40}$|\b(?:request|praecipe) for\b|\bunserved\b/i;
/** What is served starts no answer time unless it is the summons or the complaint. */
const originating = /\bsummons|\bcomplaint|\bwaiver|\breturn of service\b|\bthird[- ]party\b/i;
const otherProcess = /\b(?:warrant|subpoena|writ|notice of forfeiture|order)\b/i;

/** How far into a text its heading reaches. */
const headLength = 160;
/** Longest name that is looked for. */
const nameLength = 400;

/**
 * Who was served, or sent a request to waive service, and when: each party separately. Service returned unexecuted gives none.
 *
 * @example
 * readService('SUMMONS Returned Executed by Fairwater LLC. Northgate Hosting, Inc. served on 3/13/2023, answer due 4/3/2023.')
 * // [{ how: 'served', party: 'Northgate Hosting, Inc.', at: '2023-03-13', answerDue: '2023-04-03', … }]
 * @param text an entry's text without its lists of attachments
 * @param timezone see `findMoments`
 */
export function readService(text: string, timezone?: string): ServedParty[] {
  const printed = readPrintedService(text, timezone);
  if (printed.length > 0) return printed;
  const head = text.slice(0, headLength);
  const match = report.exec(head);
  if (!match || notServed.test(head) || !originating.test(head)) return [];
  if (otherProcess.test(head)) return [];
  // Only a return or a waiver says by its name that somebody was served.
  if (!/executed|waiver|acceptance|acknowledge?ment|of service/i.test(head)) return [];
  const named =
    /\b(?:as to|upon)\s(.{2,400}?)(?=\s(?:by|filed|served|on behalf|re|on \d)\b|[.;](?:\s|$)|\s?\((?!s\))|$)/i.exec(
      text.slice(match.index, match.index + 600),
    );
  const how = /waiver/i.test(head) ? 'waiver' : 'served';
  const end = match.index + (named ? named.index + named[0].length : match[0].length);
  const stop = named ? text.charAt(end) : '';
  return splitNames((named?.[1] ?? '') + (stop === '.' ? stop : '')).map((party) => ({
    how,
    party,
    at: null,
    answerDue: null,
    start: match.index,
    end,
  }));
}

/** "X served on 3/13/2023", "waiver sent to X on 1/15/2021", "served upon X on 12/30/08", "as to X on 9/20/2016, answer due". */
function readPrintedService(text: string, timezone: string | undefined): ServedParty[] {
  if (!/\b(?:served|service|sent|executed)\b/i.test(text)) return [];
  const head = text.slice(0, headLength);
  const isReport = report.test(head);
  if (isReport && notServed.test(head)) return [];
  const moments = findMoments(text, timezone);
  const found: ServedParty[] = [];
  let from = 0;
  moments.forEach((moment, i) => {
    const before = text.slice(Math.max(from, moment.start - nameLength), moment.start);
    const next = moments[i + 1];
    const due = next && isAnswerDue(text.slice(moment.end, next.start)) ? next : null;
    // Outside a return only the court's own form counts: "X served on 3/13/2023, answer due 4/3/2023".
    if (!isReport && due === null) return;
    const reading = readOne(before, due !== null || isReport);
    if (!reading) return;
    if (!isOriginating(head, due)) {
      if (!/\bsubpoena/i.test(head)) return;
      found.push({ ...reading, how: 'subpoena', at: moment.at, answerDue: null, ...span(moment, reading) });
      return;
    }
    found.push({ ...reading, at: moment.at, answerDue: due?.at ?? null, ...span(moment, reading, due) });
    from = (due ?? moment).end;
  });
  return found;
}

function isOriginating(head: string, due: PrintedMoment | null): boolean {
  return due !== null || (originating.test(head) && !otherProcess.test(head));
}

function isAnswerDue(between: string): boolean {
  return /^\s?[,;.]?\s{0,2}(?:and\s)?answer(?:\(s\)|s)?\s(?:is\s)?due(?:\s(?:by|on))?:?\s{0,2}$/i.test(
    between,
  );
}

function span(moment: PrintedMoment, reading: { length: number }, due?: PrintedMoment | null) {
  return { start: moment.start - reading.length, end: (due ?? moment).end };
}

/**
 * The words before the day of service; `length` is how far back they reach.
 *
 * @param isPlain whether "as to X on 9/20/2016" says enough: in a return, or before "answer due"
 */
function readOne(
  before: string,
  isPlain: boolean,
): { how: 'served' | 'waiver'; party: string; length: number } | null {
  const sentTo = /\bwaiver\ssent\sto\s(.{2,300}?)\s(?:by\s.{1,100}?\s)?on\s$/i.exec(before);
  if (sentTo) return { how: 'waiver', party: cleanName(sentTo[1]!), length: sentTo[0].length };
  const sent = /,?\swaiver\s(?:was\s)?sent\s(?:by\s.{1,100}?\s)?on\s$/i.exec(before);
  if (sent) return { how: 'waiver', ...nameBefore(before.slice(0, sent.index), sent[0].length) };
  const request = /\bwaiver\b.*?\bby\s(.{2,300}?)\s(?:by|on)\srequest\sdated\s$/i.exec(before);
  if (request) return { how: 'waiver', party: cleanName(request[1]!), length: request[0].length };
  const bare = /(?:^|\s)(?:was\s|were\s)?served\s(?:on\s)?(?:date\s)?$/i.exec(before);
  if (bare) return { how: 'served', ...nameBefore(before.slice(0, bare.index), bare[0].length) };
  const upon = /\b(?:served|executed)\s(?:upon|on|as to)\s(.{2,300}?)(?:,|\sserved)?\son\s$/i.exec(before);
  if (upon) return { how: 'served', party: cleanName(upon[1]!), length: upon[0].length };
  const asTo = isPlain ? /\b(?:as to|upon)\s([^()]{2,300}?)\son\s$/i.exec(before) : null;
  if (asTo && !/\b(?:filed|modified|entered|signed|dated)$/i.test(asTo[1]!))
    return { how: 'served', party: cleanName(asTo[1]!), length: asTo[0].length };
  return null;
}

/** Abbreviations after which a name goes on. */
const insideName = /(?:^|[\s.])(?:\p{L}|st|dr|mrs?|ms|mt|ft|no|hon|messrs|bros|u\.s|vs?)$/iu;

/**
 * The name that ends `words`: after "upon" or "as to", else after the sentence before it.
 *
 * @param tail length of what follows it and belongs to it, which `length` then covers
 */
export function nameBefore(words: string, tail: number): { party: string; length: number } {
  const starts = [
    ...words.matchAll(
      /\b(?:upon|as to)\s|\b(?:executed|served|complaint|summons)[.,;:]{0,3}\s|[;:]\s|:(?=[a-z])|[.,]\.\s/gi,
    ),
  ];
  const stops = [...words.matchAll(/\.\s(?=[\p{Lu}\d])(?!(?:Inc|LLC|LLP|Ltd|Corp|Co|L\.L)\b)/gu)].filter(
    ({ index }) => !insideName.test(words.slice(0, index)),
  );
  const from = Math.max(0, ...[...starts, ...stops].map((match) => match.index + match[0].length));
  return { party: cleanName(words.slice(from)), length: words.length - from + tail };
}

function cleanName(words: string): string {
  const name = words
    .replace(/^[\s,.;:-]{1,6}/, '')
    .replace(/^(?:by\s)?(?:(?:defendants?|plaintiffs?|third[- ]party)\s){1,3}(?=\p{Lu})/iu, '')
    .replace(/\sby\s.{1,200}$/i, '')
    .replace(/[\s,;:]{1,6}$/, '')
    .replace(/(?<!\b(?:inc|corp|co|ltd|llc|llp|lp|na|jr|sr|sa|bros|\p{L}))\.$/iu, '')
    .trim();
  return name.length <= 300 && /\p{L}/u.test(name) ? name : '';
}

const suffix =
  /^(?:inc|incorporated|l\.?l\.?c|l\.?l\.?p|l\.?p|p\.?c|p\.?a|p\.?l\.?l\.?c|ltd|limited|corp|corporation|co|company|n\.?a|s\.?a|gmbh|jr|sr|ii|iii|iv|esq|m\.?d)\b\.?/i;

/**
 * Names in a list, each separately; what follows a comma within one name ("Inc.", "LLC") stays with it.
 *
 * @example
 * splitNames('Northgate Hosting, Inc., Ann Rees and Fairwater LLC') // ['Northgate Hosting, Inc.', 'Ann Rees', 'Fairwater LLC']
 * @returns one empty name where there is none
 */
export function splitNames(words: string): string[] {
  const names: string[] = [];
  for (const part of words.split(/,\s(?:and\s)?|;\s|(?<=\b(?:inc|llc|l\.l\.c|llp|lp|ltd|corp)\.?)\sand\s/i)) {
    if (suffix.test(part) && names.length > 0) names[names.length - 1] += `, ${part}`;
    else if (cleanName(part) !== '') names.push(cleanName(part));
  }
  return names.length > 0 ? names.slice(0, 500) : [''];
}
