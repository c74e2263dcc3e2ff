import { clauseEnd, clauseStart } from './clauses.ts';
import { zoneForm, zoneName } from './zones.ts';

/** The hour that words beside a day give it. */
export interface PrintedHour {
  /** As the clock shows it, "17:00"; null where the words give no certain one. */
  readonly minute: string | null;
  /** The words: "5:00 p.m.", "close of business". */
  readonly words: string;
  readonly zone: string | undefined;
  /** The weekday printed between the day and its hour. */
  readonly weekday: string | undefined;
  /** Where the words end behind the day, or begin before it. */
  readonly at: number;
  /** Where the zone ends, where it stands apart from the hour. */
  readonly zoneEnd?: number;
}

const numbers = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
const half = String.raw`\s?[ap]\.?\s?m\b\.?|\s{1,2}in the (?:morning|forenoon|afternoon|evening)\b`;
/** "half past two", "a quarter to ten". */
const quarters = String.raw`(?:a\s)?(?:half|quarter)\s(?:past|after|to|before|till|of)\s(?:${numbers}|\d{1,2})(?:\so['’]?clock)?`;
/** With what makes the half of the day certain, or names it: "5:00 p.m.", "1730 hours", "five o'clock p.m.", "noon". */
const sure = [
  String.raw`(?:12(?::00)?\s(?:pm\s)?)?noon\b`,
  String.raw`(?:12(?::00)?\s(?:am\s)?)?midnight\b`,
  String.raw`\d{1,2}(?::\d{2}){0,2}(?:\so['’]?clock)?(?:${half})(?:\s\((?:noon|midnight)\))?`,
  String.raw`(?:${numbers})(?:[-\s](?:fifteen|thirty|forty-five))?(?:\so['’]?clock)?(?:${half})`,
  String.raw`\d{2}:?\d{2}\s(?:hours|hrs)\b\.?`,
  `${quarters}(?:${half})`,
].join('|');
/** Words for an hour that they do not give. */
const unsure = [
  String.raw`(?:the\s)?(?:close|end) of (?:the )?(?:business(?: day)?|day|court)\b`,
  String.raw`(?:c\.?o\.?b|e\.?o\.?[bd])\b\.?`,
  String.raw`(?:the\s)?same (?:time|hour)\b`,
  String.raw`the hour (?:it|this|that|of (?:its|entry|issu\w+)|at which|when|the)\b[^.;,]{0,40}`,
  String.raw`(?:${numbers})\so['’]?clock\b`,
  String.raw`${quarters}\b`,
].join('|');
const hour = String.raw`(?<hour>${sure}|${unsure}|\d{1,2}:\d{2}(?!:?\d|\s?[ap]\b)|(?<=(?:\b(?:at|by|before|than)|@|,)\s)[01]\d(?:00|15|30|45|59)(?=[.,;)–-]|$|\s(?:on\b|${zoneForm})))`;
const zone = String.raw`(?:,?\s\(?(?:prevailing\s)?(?<zone>${zoneForm})\)?)?`;
export const weekday = String.raw`(?<weekday>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?`;

const lead = String.raw`(?:(?:at|@|by|on|no later than|not later than|or before|before|prior to|from|(?:beginning|starting|commencing)(?: at)?|promptly|exactly|approximately|the hour of|the latest|time:?),?\s){0,4}`;
const after = new RegExp(
  String.raw`^(?:\.\s{1,2}(?=time:)|\s[-–—](?=\s))?\s?(?:\(${weekday}\))?,?\s{0,2}(?:,\s)?\(?${lead}\(?${hour}${zone}`,
  'i',
);
const iso = /^T(?<hour>\d{2}:\d{2})(?::\d{2}(?:\.\d{1,9})?)?(?![\d:])(?<offset>Z|[+-]\d{2}:?\d{2})?/;
/** "at 5", "@ 5", "5p", "9:00A": an hour all the same, though not which. */
const bare =
  /^\s?,?\s(?:(?:at|@|by)\s)?(?:(?<half>\d{1,2}(?::\d{2})?[ap]\b(?!\.\p{L}))|(?<=(?:\bat|\bby|@)\s)(?<hour>\d{1,2})(?![\d:/-]|\.\d|\s?[\p{L}%]))/iu;
const before = new RegExp(
  String.raw`(?:(?:the\s)?(?:close|end) of (?:business|the day),?\s(?:at\s|\(|by\s)?)?(?<![\d:.]|\b(?:instead of|rather than)\s(?:at\s)?)${hour}${zone},?(?:\s(?:(?:on\s)?(?:this|next)(?:\scoming)?|on|of|today|tomorrow|,),?)?:?\s{1,2}\(?$`,
  'i',
);

/** Where and before whom something is heard, or how: the hour behind it is still that of the day. */
const place = String.raw`(?:in|before|via|by (?:tele|video|zoom|phone)|at(?!\s\d{1,2}[:\s])|(?:court)?rooms?\b|ctrm|telephonically|remotely|virtually|with)\b(?:(?!\b(?:and|or|to|until|hearings?|conferences?|trial|arguments?|responses?|oppositions?|repl(?:y|ies)|briefs?|due|held|is|are|was|shall|will|must|may|filed?|than|signed|entered|ordered|issued|dated|served)\b)[^;:()]){0,140}?`;
const placedAfter = new RegExp(
  String.raw`^,?\s${place}(?:,\s|\s(?:at|@|beginning at|starting at|commencing at|beginning|starting|commencing)\s)\(?(?<hour>${sure})${zone}`,
  'i',
);
const placedBefore = new RegExp(
  String.raw`(?<![\d:.])(?<hour>${sure})${zone},?\s${place},?\son\s{1,2}$`,
  'i',
);
/** "10:00 a.m. in Hammond, Hammond/Chicago time": the zone at the end of the words behind the hour, with no other hour between. */
const zoneBehind = new RegExp(
  String.raw`^(?:(?!\d{1,2}(?::\d{2}|\s?[ap]\.?\s?m\b)|\b(?:noon|midnight|business|o['’]?clock|end of)\b)[^.;]){1,90}?[\s(,/](?<zone>${zoneName})\)?`,
  'iu',
);
/** "9:00 a.m. to 12:00 p.m. CST": the zone of both hours. */
const zoneOfRange = new RegExp(
  String.raw`^\s?(?:to|until|through|[-–—])\s?(?:${sure})\s?\(?(?<zone>${zoneForm})\)?`,
  'i',
);
/** How far before a day its hour can be. */
const reach = 60;
/** The same, where the words between say only where and before whom. */
const placedReach = 180;

/**
 * The hour printed beside a day; null where none is. Words for an hour that give no certain
 * one are given too, so that nobody takes the whole day without looking.
 *
 * @param text the text that the day is in
 * @param day where the day begins, with its weekday, and ends
 * @param floor where the day before it ends
 * @param ceiling where the next day begins
 */
export function hourOf(
  text: string,
  day: { readonly start: number; readonly end: number },
  floor: number,
  ceiling: number,
): PrintedHour | null {
  const hour = hourBeside(text, day, floor, ceiling);
  if (!hour || hour.minute === null || hour.zone !== undefined || iso.test(hour.words)) return hour;
  const from = Math.max(hour.at, day.end);
  const behind = text.slice(from, Math.min(ceiling, from + 120));
  const named = zoneOfRange.exec(behind) ?? zoneBehind.exec(behind);
  if (!named) return hour;
  return { ...hour, zone: named.groups!['zone'], zoneEnd: from + named[0].length };
}

function hourBeside(
  text: string,
  day: { readonly start: number; readonly end: number },
  floor: number,
  ceiling: number,
): PrintedHour | null {
  const behind = text.slice(day.end, day.end + reach);
  const machine = iso.exec(behind);
  if (machine) {
    const { hour, offset } = machine.groups!;
    const minute = offset === undefined ? minuteOf(hour!) : null;
    return {
      minute,
      words: machine[0],
      zone: undefined,
      weekday: undefined,
      at: day.end + machine[0].length,
    };
  }
  const beside = after.exec(behind);
  if (beside) return printed(beside, day.end + beside[0].length);
  const ahead = before.exec(text.slice(Math.max(floor, day.start - reach), day.start));
  if (ahead) return printed(ahead, day.start - ahead[0].length);
  const alone = bare.exec(behind);
  if (alone) return unread(alone.groups!['hour'] ?? alone.groups!['half']!, day.end + alone[0].length);
  // What stands right before the next day is that day's.
  const clause = text.slice(day.end, Math.min(ceiling, clauseEnd(text, day.end))).slice(0, placedReach);
  const own = ceiling < day.end + placedReach ? clause.replace(before, '') : clause;
  const placed = placedAfter.exec(own);
  if (placed) return printed(placed, day.end + placed[0].length);
  // “2:00 PM in Courtroom 5. Signed by Judge Rowe on 1/4/2027”: of another sentence.
  const begin = clauseStart(text, Math.max(floor, day.start - placedReach), day.start);
  const placedAhead = placedBefore.exec(text.slice(begin, day.start));
  if (placedAhead) return printed(placedAhead, day.start - placedAhead[0].length);
  return null;
}

function printed(match: RegExpExecArray, at: number): PrintedHour {
  const { hour, zone, weekday } = match.groups!;
  return { minute: minuteOf(hour!), words: hour!, zone, weekday, at };
}

const unread = (words: string, at: number): PrintedHour => ({
  minute: null,
  words,
  zone: undefined,
  weekday: undefined,
  at,
});

/** The minute of the day; null where none is given: a day ends at midnight anyway. */
function minuteOf(printed: string): string | null {
  if (/\bnoon/i.test(printed)) return '12:00';
  if (/midnight/i.test(printed)) return null;
  const quarter = /^(?:a\s)?(half|quarter)\s(past|after)?\S*\s/i.exec(printed);
  if (quarter) return besideHour(quarter, minuteOf(printed.slice(quarter[0].length)));
  const match = /^(?:(\d{1,2})(?::?(\d{2}))?|(\p{L}+)(?:[-\s](fifteen|thirty|forty-five))?)/iu.exec(printed);
  if (!match) return null;
  const named = numbers.split('|').indexOf(match[3]?.toLowerCase() ?? '') + 1;
  if (match[1] === undefined && named === 0) return null;
  // “1700” alone may also be the number of a house.
  if (/^\d{4}$/.test(printed)) return null;
  const minute = { fifteen: 15, thirty: 30, 'forty-five': 45 }[match[4]?.toLowerCase() ?? ''] ?? 0;
  const [hours, minutes] =
    match[1] === undefined ? [named, minute] : [Number(match[1]), Number(match[2] ?? '0')];
  const isMorning = /a\.?\s?m\b|morning|forenoon/i.test(printed);
  const isLater = /p\.?\s?m\b|afternoon|evening/i.test(printed);
  if (minutes > 59 || hours > 23) return null;
  if (isMorning || isLater) {
    if (hours === 0 || hours > 12) return null;
  } else if (match[1] === undefined || (hours < 7 && !/hours|hrs/i.test(printed))) return null;
  const inDay = isMorning || isLater ? (hours % 12) + (isLater ? 12 : 0) : hours;
  return `${String(inDay).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** The minute that is half or a quarter of an hour after, or a quarter before, a whole one. */
function besideHour([, part, isAfter]: RegExpExecArray, whole: string | null): string | null {
  if (whole === null) return null;
  const minutes = part!.toLowerCase() === 'half' ? 30 : 15;
  const inDay = Number(whole.slice(0, 2)) * 60 + (isAfter === undefined ? -minutes : minutes);
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}
