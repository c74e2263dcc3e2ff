import { moved, moves } from '../moving-words.ts';
import { dutyOf, settingOf } from '../printed/kinds.ts';
import { tidy } from '../printed/reading.ts';
import { amount, endOfPhrase, periodIn, placesOf, tail, type UndatedDuty } from './time-words.ts';

const what =
  '(?:hearings?|hrg\\.?|arguments?|conferences?|calls?|trial|matter|proceedings?|dates?|deadlines?|schedule)';
const longer = `(?:(?:by|for|to|until)\\s)?(?:(?:an\\s)?additional\\s|another\\s|approximately\\s)?${amount}\\s(?:(?:business|court|calendar)\\s)?(?:days?|weeks?|months?)\\b`;
/** "The hearing is adjourned one week", "All dates are pushed back two weeks", "continuing the conference for 30 days". */
const movedBy = new RegExp(
  [
    `\\b${what}\\b(?:(?!\\b(?:was|were|den\\w+|requests?|requested|motions?)\\b)[^.;]){0,60}?\\b(?:${moved}|put\\s(?:off|over)|carried)(?:\\s(?:up|back|out|off|over|forward))?,?\\s${longer}`,
    `(?<!\\bto\\s)\\b${moves}\\s(?:(?!\\b(?:den\\w+|requests?|requested|motions?)\\b)[^.;]){0,80}?\\b${what}\\b[^.;]{0,40}?\\s${longer}`,
  ].join('|'),
  'giu',
);
const refused = /\bden(?:y|ies|ied|ying)\b/i;

/** What a court puts off or forward by an amount of time: the day it had is in an earlier entry. */
export function movedByAmounts(text: string, over: RegExpExecArray[]): UndatedDuty[] {
  return placesOf(text, movedBy, over).flatMap((match) => {
    const stop = match.index + match[0].length;
    const behind = text.slice(stop, stop + tail);
    const sentence = /^[^.;]*/.exec(behind)![0];
    if (refused.test(text.slice(Math.max(0, match.index - tail), match.index)) || refused.test(sentence))
      return [];
    const quote = text.slice(match.index, stop + endOfPhrase(behind));
    const kind = settingOf(match[0], false)?.kind ?? dutyOf(match[0]) ?? 'other_due';
    return [{ kind, label: tidy(quote), quote, period: periodIn(quote) }];
  });
}
