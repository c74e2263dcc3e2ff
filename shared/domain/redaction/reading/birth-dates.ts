import type { Identifier } from '../identifier.ts';
import { isOneBreath, mostGap } from './beside-words.ts';

const birthWords =
  /\b(?:(dates?\s{1,3}of\s{1,3}birth|d[./]\s?o[./]\s?b\b\.?|dobs?\b|birth[\s-]{0,3}dates?\b)|(?:born|birthdays?)\b|(?<=\()b\.)/gi;

const monthName =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const month = `${monthName}\\b\\.?`;
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const year = '(?<year>(?:1[89]|20)\\d\\d)';
const anyYear = '(?<year>(?:(?:1[89]|20)\\d\\d)|\\d\\d)';
const sign = '[ \\n]{0,2}[-/.][ \\n]{0,2}';

function asDate(form: string): RegExp {
  return new RegExp(`(?<![\\w/.-])${form}(?!\\w|[/-]\\d)`, 'i');
}

const dateForms = [
  `(?<month>\\d{1,2})${sign}${day}${sign}${anyYear}`,
  `${year}${sign}(?<month>\\d{1,2})${sign}${day}`,
  `${month}[ \\n]{1,3}${day}[ ,\\n]{1,4}${year}`,
  `${month}${sign}${day}${sign}${anyYear}`,
  `${day}${sign}${month}${sign}${anyYear}`,
  `${day}[ \\n]{1,3}(?:day[ \\n]{1,3})?(?:of[ \\n]{1,3})?${month},?[ \\n]{1,3}${year}`,
].map(asDate);
/** Beside words for a date of birth alone: elsewhere eight digits may be anything. */
const solidForms = [
  `(?<month>\\d\\d)(?<day>\\d\\d)${year}`,
  `${year}(?<month>\\d\\d)(?<day>\\d\\d)`,
  `(?<day>\\d\\d?)${monthName}${year}`,
].map(asDate);

/** Letters of a date and what may come before it at most. */
const mostText = mostGap + 40;

/** Dates beside words that say that somebody was born on them. */
export function birthDates(text: string): Identifier[] {
  return [...text.matchAll(birthWords)].flatMap((match): Identifier[] => {
    const from = match.index + match[0].length;
    const behind = text.slice(from, from + mostText);
    const date = firstDate(behind, match[1] === undefined ? dateForms : [...dateForms, ...solidForms]);
    if (!date || date.start > mostGap || !isOneBreath(behind.slice(0, date.start))) return [];
    if (/\d/.test(behind.slice(0, date.start))) return [];
    return [
      {
        kind: 'birthDate',
        start: from + date.start,
        end: from + date.end,
        keep: { start: from + date.yearStart, end: from + date.yearEnd },
        // Web sites and companies are born too.
        certainty: match[1] === undefined ? 'likely' : 'certain',
      },
    ];
  });
}

/** The first date of a text, in any of the forms that name its day; day and month may be in either order. */
function firstDate(text: string, forms: readonly RegExp[]) {
  const dates = forms.flatMap((form) => {
    const match = form.exec(text);
    const groups = match?.groups;
    if (!match || !groups || !isDay(groups['day']!, groups['month'])) return [];
    const written = groups['year']!;
    const start = match.index;
    const end = start + match[0].length;
    const yearStart = match[0].startsWith(written) && written.length === 4 ? start : end - written.length;
    return [{ start, end, yearStart, yearEnd: yearStart + written.length }];
  });
  return dates.sort((one, other) => one.start - other.start || other.end - one.end)[0] ?? null;
}

function isDay(day: string, month: string | undefined): boolean {
  const [low, high] = [Number(day), Number(month ?? 1)].sort((one, other) => one - other) as [number, number];
  return low >= 1 && low <= (month === undefined ? 31 : 12) && high <= 31;
}
