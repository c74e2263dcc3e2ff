/** Formats that have numbers only in a workbook (ISO/IEC 29500-1 §18.8.30), as programs in the United States show them. */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '$#,##0;($#,##0)',
  6: '$#,##0;($#,##0)',
  7: '$#,##0.00;($#,##0.00)',
  8: '$#,##0.00;($#,##0.00)',
  9: '0%',
  10: '0.00%',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  37: '#,##0;(#,##0)',
  38: '#,##0;(#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;(#,##0.00)',
  41: '#,##0;(#,##0)',
  42: '$#,##0;($#,##0)',
  43: '#,##0.00;(#,##0.00)',
  44: '$#,##0.00;($#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
};

/** The format of a number in a workbook. @param own the workbook's own formats by their numbers */
export function numberFormat(id: number, own: ReadonlyMap<number, string>): string {
  return own.get(id) ?? builtIn[id] ?? 'General';
}

/**
 * A cell's number as its program shows it, as far as dates, times, percent, currency, separators, decimals, conditions and marks
 * between figures go, as in social security numbers; what a format does beyond that (fractions, exponents) is left, and the
 * number shown plainly.
 *
 * @param is1904 whether days are counted from 1904, as on the first Macintosh
 * @param areDaysIso whether a day is written as 2021-01-11 whatever its format, as of two days of a month one may be read for the other
 * @example showNumber(44207, 'm/d/yyyy', false) // '1/11/2021'
 */
export function showNumber(value: number, format: string, is1904: boolean, areDaysIso = false): string {
  if (!Number.isFinite(value)) return String(value);
  const sections = format.slice(0, 300).split(';');
  const conditional = sectionOnCondition(value, sections);
  const isNegative = conditional === null && value < 0 && sections.length > 1 && sections[1] !== '';
  const section = withoutMarks(
    conditional ?? (value === 0 && sections[2] ? sections[2] : isNegative ? sections[1]! : sections[0]!),
  );
  if (/^general$/i.test(section.text) || section.text === '@' || section.text === '') return plain(value);
  if (isDateFormat(section.text)) {
    const isDay = areDaysIso && /d/i.test(section.text.replace(/"[^"]*"|\\./g, ''));
    return showDate(value, isDay ? 'yyyy-mm-dd' : section.text, is1904) ?? plain(value);
  }
  // Larger numbers are written with an exponent, whatever the format.
  if (Math.abs(value) >= 1e21) return plain(value);
  if (/[eE?/]/.test(section.text.replace(/"[^"]*"/g, '')) || !/[0#"\\]/.test(section.text))
    return plain(value);
  return showFixed(isNegative ? -value : value, section.text);
}

/** General shows eleven figures at most. A whole number may be that of an account or a card: it stands as the file has it. */
function plain(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  const shown = Number(value.toPrecision(11));
  // The largest numbers there are would be rounded to none.
  return String(Number.isFinite(shown) ? shown : value);
}

/** The first of the sections with conditions ([<=9999999]) that fits; null where there are no conditions. */
function sectionOnCondition(value: number, sections: readonly string[]): string | null {
  const conditions = sections.map((section) => /\[(<=|>=|<>|<|>|=)(-?\d[\d.]*)\]/.exec(section));
  if (conditions.every((condition) => condition === null)) return null;
  const fits = conditions.findIndex((condition) => {
    if (condition === null) return true;
    const [sign, limit] = [condition[1], Number(condition[2])];
    if (sign === '<=' || sign === '>=') return sign === '<=' ? value <= limit : value >= limit;
    if (sign === '<' || sign === '>') return sign === '<' ? value < limit : value > limit;
    return (sign === '=') === (value === limit);
  });
  return sections[fits] ?? null;
}

/** A section without colors, conditions and room-makers; a currency in brackets stays as its sign. */
function withoutMarks(section: string): { text: string } {
  const text = section
    .replace(/\[\$([^\]-]{0,10})(?:-[^\]]{0,20})?\]/g, '"$1"')
    .replace(/\[(?![hms]+\])[^\]]{0,40}\]/gi, '')
    .replace(/_./g, '')
    .replace(/\*./g, '');
  return { text: text.trim() };
}

function isDateFormat(text: string): boolean {
  return /[ymdhs]/i.test(text.replace(/"[^"]*"|\\./g, ''));
}

/** Figures with marks between them: 123-45-6789. Null where all places for figures stand together. */
function showMarked(value: number, text: string): string | null {
  const tokens = text.match(/"[^"]*"|\\.|./g) ?? [];
  const places = tokens.flatMap((token, at) => (token === '0' || token === '#' ? [at] : []));
  const first = places[0] ?? 0;
  const isTogether = places.every((place, at) => place === first + at);
  if (isTogether || tokens.some((token) => /^[.,%]$/.test(token))) return null;
  let figures = rounded(Math.abs(value), 0);
  const shown = tokens.map(literal);
  for (const place of places.toReversed()) {
    const figure = place === first ? figures : figures.slice(-1);
    shown[place] = figure === '' && tokens[place] === '0' ? '0' : figure;
    figures = figures.slice(0, -1);
  }
  return `${value < 0 ? '-' : ''}${shown.join('')}`;
}

function showFixed(value: number, text: string): string {
  const marked = showMarked(value, text);
  if (marked !== null) return marked;
  const pattern = /[0#,.]+/.exec(text.replace(/"[^"]*"/g, (quoted) => ' '.repeat(quoted.length)));
  // A format may be words alone.
  if (!pattern) return literal(text);
  const isPercent = /%/.test(text);
  const [places = '', decimals = ''] = pattern[0].replaceAll(',', '').split('.');
  // Commas after the last figure divide by a thousand each.
  const thousands = /,+(?=\.|$)/.exec(pattern[0])?.[0].length ?? 0;
  const scaled = (isPercent ? value * 100 : value) / 1_000 ** thousands;
  const isGrouped = /[0#],[0#]/.test(pattern[0]);
  const figures = rounded(Math.abs(scaled), Math.min(decimals.length, 30));
  const [whole, allDecimals = ''] = figures.split('.');
  // Places that are written 0 are filled, those that are written # are not: 00000 is a ZIP code, 02139.
  const filled = whole!.padStart(places.split('0').length - 1, '0');
  const part = withoutZeros(allDecimals, decimals.lastIndexOf('0') + 1);
  const grouped = isGrouped ? filled.replace(/\B(?=(?:\d{3})+$)/g, ',') : filled;
  const before = literal(text.slice(0, pattern.index));
  const after = literal(text.slice(pattern.index + pattern[0].length));
  const isBelowZero = scaled < 0 && Number(figures) !== 0;
  return `${isBelowZero ? '-' : ''}${before}${grouped}${part === '' ? '' : `.${part}`}${after}`;
}

/** Rounded as spreadsheets do, by the fifteen figures they keep: 1.005, which is stored a trifle smaller, is 1.01. */
function rounded(value: number, places: number): string {
  if (Number.isSafeInteger(value)) return value.toFixed(places);
  return (Number(value.toPrecision(15)) * (1 + Number.EPSILON)).toFixed(places);
}

/** Decimals without the zeros at their end, down to as many as are kept. */
function withoutZeros(decimals: string, kept: number): string {
  let end = decimals.length;
  while (end > kept && decimals[end - 1] === '0') end--;
  return decimals.slice(0, end);
}

function literal(text: string): string {
  return text.replace(/"([^"]*)"/g, '$1').replace(/\\(.)/g, '$1');
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const dayMs = 86_400_000;
/** Seconds of the units that a length of time may be told in. */
const secondsOf: Readonly<Record<string, number>> = { h: 3_600, m: 60, s: 1 };

/** The instant of a serial day, on a clock without zone; null where no calendar has it. */
function clockOf(serial: number, is1904: boolean): Date | null {
  if (serial < 0 || serial > 2_958_466) return null;
  // Serial 60 is a 29 February 1900 that never was; days before it are one off.
  const base = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  return new Date(Math.round((base + serial * dayMs) / 1_000) * 1_000);
}

function showDate(serial: number, text: string, is1904: boolean): string | null {
  const clock = clockOf(serial, is1904);
  if (clock === null) return null;
  const tokens = text.match(/"[^"]*"|\\.|\[[hms]+\]|y+|m+|d+|h+|s+(?:\.0+)?|AM\/PM|A\/P|./gi) ?? [];
  const isTwelve = tokens.some((token) => /^a/i.test(token) && token.length > 1);
  return tokens.map((token, at) => showToken(token, tokens, at, clock, serial, isTwelve)).join('');
}

function showToken(
  token: string,
  tokens: readonly string[],
  at: number,
  clock: Date,
  serial: number,
  isTwelve: boolean,
): string {
  const lower = token.toLowerCase();
  const padded = (value: number) => (token.length > 1 ? String(value).padStart(2, '0') : String(value));
  const [, unit] = /^\[([hms])+\]$/.exec(lower) ?? [];
  if (unit) return String(Math.floor(Math.round(serial * 86_400) / secondsOf[unit]!));
  if (lower.startsWith('y'))
    return token.length <= 2 ? String(clock.getUTCFullYear()).slice(-2) : String(clock.getUTCFullYear());
  if (lower.startsWith('d')) {
    if (token.length <= 2) return padded(clock.getUTCDate());
    const name = days[clock.getUTCDay()]!;
    return token.length === 3 ? name.slice(0, 3) : name;
  }
  if (lower.startsWith('h')) {
    const hour = clock.getUTCHours();
    return padded(isTwelve ? hour % 12 || 12 : hour);
  }
  if (lower.startsWith('s'))
    return String(clock.getUTCSeconds()).padStart(token.startsWith('ss') ? 2 : 1, '0');
  if (lower === 'am/pm') return clock.getUTCHours() < 12 ? 'AM' : 'PM';
  if (lower === 'a/p') return clock.getUTCHours() < 12 ? 'A' : 'P';
  if (lower.startsWith('m')) {
    if (isMinute(tokens, at)) return padded(clock.getUTCMinutes());
    const month = clock.getUTCMonth();
    if (token.length === 3) return months[month]!.slice(0, 3);
    return token.length > 3 ? months[month]! : padded(month + 1);
  }
  return literal(token);
}

/** An m is minutes beside hours or seconds, and months else. */
function isMinute(tokens: readonly string[], at: number): boolean {
  const isTimed = (token: string) => /^(?:\[?h+\]?|s+.*|y+|d+|m+)$/i.test(token);
  const before = tokens.slice(0, at).findLast(isTimed);
  const after = tokens.slice(at + 1).find(isTimed);
  return /^\[?h/i.test(before ?? '') || /^s/i.test(after ?? '');
}
