const englishMonths =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const spanishMonths =
  'ene(?:ro)?|febrero|marzo|abr(?:il)?|mayo|junio|julio|ago(?:sto)?|sep?tiembre|octubre|noviembre|dic(?:iembre)?';
const monthName = `(?:${englishMonths}|${spanishMonths})`;
const month = `${monthName}\\b\\.?`;
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th|ro|º)?';
const blank = '[ \\n]{1,3}';
/** `14 March`, `14th day of March`, `3 de mayo`. */
const dayOfMonth = `${day}${blank}(?:day${blank})?(?:(?:of|de)${blank})?${month}`;
const year = '(?<year>(?:1[89]|20)\\d\\d)';
const anyYear = "['’]?(?<year>(?:(?:1[89]|20)\\d\\d)|\\d\\d)";
const sign = '[ \\n]{0,2}[-/.][ \\n]{0,2}';

/** A low line is a form's, and letters right behind a date are of the next word: `1980-03-14T00:00`, `3/14/1981MRN`. */
function asDate(form: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d/.-])${form}(?!\\d|[/-]\\d)`, 'dgiu');
}

const dateForms = [
  `(?<month>\\d{1,2})${sign}${day}${sign}${anyYear}`,
  `${year}${sign}(?<month>\\d{1,2})${sign}${day}`,
  `${month}[ \\n]{1,3}${day}[ ,\\n]{1,4}${year}`,
  `${month}${sign}${day}${sign}${anyYear}`,
  `${day}${sign}${month}${sign}${anyYear}`,
  `${dayOfMonth},?${blank}(?:del?${blank})?${year}`,
].map(asDate);
/** Beside words for a date alone: elsewhere eight digits, or three numbers, may be anything. */
const bareForms = [
  `(?<month>\\d\\d)(?<day>\\d\\d)${year}`,
  `${year}(?<month>\\d\\d)(?<day>\\d\\d)`,
  `(?<year>\\d\\d)${sign}(?<month>\\d{1,2})${sign}(?<day>\\d{1,2})`,
  `(?<day>\\d\\d?)${monthName}${year}`,
  `(?<month>\\d{1,2})(?: {1,2}|[_|])(?<day>\\d{1,2})(?: {1,2}|[_|])${year}`,
  // Boxes of a form.
  '(?<month>\\d \\d)[ |/-]{1,4}(?<day>\\d \\d)[ |/-]{1,4}(?<year>(?:1 [89]|2 0) \\d \\d)',
].map(asDate);

/** Right behind words for a date alone: any number in a line of a table may have six digits. */
const sixDigits = asDate('(?<=^[ \\n:#]{0,4})(?<month>\\d\\d)(?<day>\\d\\d)(?<year>\\d\\d)');

/** Dates of which no year is written: a day of each year. */
const yearlessForms = [`${month}${blank}${day}`, dayOfMonth, '(?<month>\\d{1,2})/(?<day>\\d{1,2})'].map(
  asDate,
);

/** A date with its day in a text. Offsets are in UTF-16 units. */
export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  /** Null where none is written. */
  readonly year: { readonly start: number; readonly end: number } | null;
}

/**
 * The first date of a text, in any of the forms that name its day; day and month may be in either order.
 *
 * @param from where to begin
 * @param isBare whether it may be written without what makes it a date: `03141981`
 */
export function firstDate(text: string, from: number, isBare: boolean): WrittenDate | null {
  return firstOf(text, from, isBare ? [...dateForms, ...bareForms] : dateForms);
}

/** The first day of a text of which no year is written: `March 14`, `3 de mayo`, `3/14`. */
export const firstYearless = (text: string): WrittenDate | null => firstOf(text, 0, yearlessForms);

function firstOf(text: string, from: number, forms: readonly RegExp[]): WrittenDate | null {
  const dates = forms.flatMap((form) => dateOf(text, from, form) ?? []);
  return dates.sort((one, other) => one.start - other.start || other.end - one.end)[0] ?? null;
}

/** The date of six digits that a text begins with, as police reports write it: `031488`. */
export const leadingSixDigits = (text: string): WrittenDate | null => dateOf(text, 0, sixDigits);

/** All dates of a text, as `firstDate` finds them. */
export function datesIn(text: string, isBare: boolean): WrittenDate[] {
  const dates: WrittenDate[] = [];
  for (let date = firstDate(text, 0, isBare); date; date = firstDate(text, date.end, isBare))
    dates.push(date);
  return dates;
}

function dateOf(text: string, from: number, form: RegExp): WrittenDate | null {
  // What stands before a place counts too: a date does not begin within a number.
  form.lastIndex = from;
  for (let match = form.exec(text); match; match = form.exec(text)) {
    const year = match.indices!.groups!['year'];
    if (isDay(match.groups!['day']!, match.groups!['month']))
      return {
        start: match.index,
        end: form.lastIndex,
        year: year ? { start: year[0], end: year[1] } : null,
      };
    form.lastIndex = match.index + 1;
  }
  return null;
}

function isDay(day: string, month: string | undefined): boolean {
  const [low, high] = [day, month ?? '1']
    .map((digits) => Number(digits.replaceAll(' ', '')))
    .sort((one, other) => one - other) as [number, number];
  return low >= 1 && low <= (month === undefined ? 31 : 12) && high <= 31;
}
