import { readAttachmentLists } from '../../../docket/text/attachment-list.ts';
import { moved, takenAway } from '../moving-words.ts';
import * as forms from './forms.ts';
import { findMoments } from './moments.ts';
import { clauseStart } from './clauses.ts';
import { isLeftOut, isOfParty } from './one-date.ts';
import { tidy } from './reading.ts';
import { either, takenBackWithin } from './own-doubt.ts';
import { mostDates, readPrintedDates, type PrintedDate } from './read-printed.ts';

/** Entries by which a court orders or sets something, by their first words or by “ORDERED”. */
const ofCourt =
  /^\W{0,6}(?:notice of )?(?:errata|erratum|corrigendum)\b[^.;:]{0,40}\border\b|^\W{0,8}(?:(?!motion\b|letter\b|stipulat(?!ed\sorder\b))[\p{L}'’.-]{1,20}[\s:*)\]]{1,5}){0,6}?(?:orders?|ordered|minutes?|notice(?: of|:) (?:[\p{L}-]{1,20} ){0,3}(?:hearings?|arguments?|conferences?|settings?|trials?)|clerk['’]?s? notice|(?:re-?)?schedul\p{L}*|re-?set\p{L}*|set\p{L}*|endorsements?)\b|\b(?:it is|so) (?:hereby )?ordered\b/iu;
/** What the clerk notes of the entry itself, and time that is only counted. */
const notSet =
  /(?<!\bbe\s)\b(?:entered|filed|replaced|corrected|edited|added|docketed|signed|issued|mailed|unsealed|removed|dated|received|regenerated|attached|created)\b[^.;]{0,20}$|\b(?:modified|cc:)[^;]*$|\b(?:excludabl|exclud|speedy|xt\d?\b|custody|detained|license|born|dob\b|agreement dated)[^;]*$|\b(?:vacat|strik|cancel|terminat(?!es (?:at|on)\b)|suspend|adjourn|continu(?!e through|e until|e to\b)|postpon|reschedul)\w*\b[^.;]{0,60}(?<!\b(?:to|until|till|through|beyond|past|than|including),?\s{1,2})$|\brequest\w*\b[^.;]{0,60}$/i;
/** "The October 14, 2008 hearing is hereby VACATED". */
const takenBack = new RegExp(
  String.raw`^\sis\s(?:also\s)?an?\s[^.;,]{0,30}\bholiday\b|^[^.;]{0,60}\b(?:is|are|was|were)\s(?:hereby\s)?(?:${takenAway}|adjourned|off|taken off)\b|^\s(?:\p{L}{1,14}\s){0,3}(?:hearing|argument|conference|deadline)\s(?:is|was)\s(?:hereby\s)?(?:${moved}|extended)\b`,
  'iu',
);
/** Words that say a clause began with something else's date. */
const oldDay = /\b(?:previously|originally|formerly|initially|was|were|had been)\b[^.;]{0,60}$/i;

/** "The hearing on 1/19/2027 is converted to an evidentiary hearing": something is still heard that day. */
const converted = /^\s(?:is|are|shall be|will be)\s(?:hereby\s)?converted\s(?:to|into)\b/i;

/** "shall not remove Petitioner until": how long somebody is restrained, and not only by when nothing is filed or heard. */
const restrained =
  /\b(?:shall|may|must|will)\snot\s(?!(?:be\s(?:filed|heard|set|required|due)|file|serve|move|notice|take|commence|begin|proceed|hold|later|need)\b)[^.;]{1,120}\b(?:before|until|prior to|through)\s{1,2}$/i;

/** "Strike January 12 and insert January 14, 2027": the day that takes the place of the one that is struck. */
const inItsPlace = /\b(?:insert|substitut)\w*\b[^.;]{0,60}$/i;

/** How far before a date its words can begin. */
const reach = 160;

/** Whether a text is an entry by which a court orders or sets something. */
export const isOfCourt = (text: string): boolean => ofCourt.test(text.slice(0, 2_000)) && !isOfParty(text);

/** Whether the words before a day tell what was, or count time, and set nothing. */
export const isNote = (words: string): boolean => notSet.test(words) || oldDay.test(words);

/**
 * Days ahead that a court's own entry prints and that nothing reads: "Supplemental briefs by 1/8/2027" in minutes, "Briefing:
 * Defendants Jan. 8, 2027". What is to happen on them a person must read; here they are only kept from being overlooked.
 *
 * @example
 * readUnclearDates('MINUTE ENTRY: Supplemental briefs by 1/8/2027.', '2027-01-05') // [{ label: 'Supplemental briefs by', … }]
 * @param text the whole text as printed
 * @param on the day of the entry, as an ISO date; days up to it are past
 * @param timezone the court's IANA zone
 * @param printed the dates that are read
 */
export function readUnclearDates(
  text: string,
  on: string,
  timezone?: string,
  printed: readonly PrintedDate[] = readPrintedDates(text, timezone),
): PrintedDate[] {
  const { rest } = readAttachmentLists(text);
  if (!isOfCourt(rest) || forms.noLonger.test(rest.slice(0, 200))) return [];
  const moments = findMoments(rest, timezone).slice(0, mostDates);
  const doubtOf = takenBackWithin(text);
  let head = 0;
  return moments.flatMap((moment, i) => {
    const from = moments[i - 1]?.end ?? 0;
    // A further day ("… and January 15, 2027", "or January 15") has the words of the first.
    const isOther = /^,?\sor\s(?:on\s)?$/i.test(rest.slice(from, moment.start));
    if (moment.joined === null && !isOther) head = from;
    if (moment.at.slice(0, 10) <= on) return [];
    if (printed.some(({ start, end }) => start < moment.end && moment.start < end)) return [];
    // "(January 18, 2027, 6:00 p.m. EST)" behind the same minute on the court's clock.
    if (moment.elsewhere !== null && printed.some(({ due }) => due === moment.at)) return [];
    const start = clauseStart(rest, Math.max(head, moment.start - reach), moment.start);
    const words = rest.slice(start, moment.start);
    const clause = rest.slice(
      clauseStart(rest, Math.max(0, moment.start - reach), moment.start),
      moment.start,
    );
    const next = moments[i + 1]?.start ?? rest.length;
    const isLeft = !restrained.test(clause) && isLeftOut(rest, moment, from, next);
    if (
      takenBack.test(rest.slice(moment.end, next)) ||
      oldDay.test(words) ||
      ((notSet.test(clause) || isLeft) && !inItsPlace.test(words))
    )
      return [];
    const quote = rest.slice(start, moment.end);
    const label = tidy(words).replace(/^[\s,;.)(–-]+|^\s*[\p{Lu} -]{3,40}:\s/gu, '') || 'Date in the entry';
    const date = {
      kind: 'other_due' as const,
      label,
      due: moment.at,
      party: '',
      trigger: null,
      quote,
      start,
      end: moment.end,
    };
    // One of two ends, of which nobody has said which comes first, is still to be looked at.
    const behind = rest.slice(moment.end);
    return doubtOf(date) === null || either.test(behind) || converted.test(behind) ? [date] : [];
  });
}
