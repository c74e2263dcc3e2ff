/** Two-letter codes of states and territories, as court codes begin with them. */
const states: Readonly<Record<string, string>> = {
  alabama: 'al',
  alaska: 'ak',
  arizona: 'az',
  arkansas: 'ar',
  california: 'ca',
  colorado: 'co',
  connecticut: 'ct',
  delaware: 'de',
  'district of columbia': 'dc',
  florida: 'fl',
  georgia: 'ga',
  guam: 'gu',
  hawaii: 'hi',
  idaho: 'id',
  illinois: 'il',
  indiana: 'in',
  iowa: 'ia',
  kansas: 'ks',
  kentucky: 'ky',
  louisiana: 'la',
  maine: 'me',
  maryland: 'md',
  massachusetts: 'ma',
  michigan: 'mi',
  minnesota: 'mn',
  mississippi: 'ms',
  missouri: 'mo',
  montana: 'mt',
  nebraska: 'ne',
  nevada: 'nv',
  'new hampshire': 'nh',
  'new jersey': 'nj',
  'new mexico': 'nm',
  'new york': 'ny',
  'north carolina': 'nc',
  'north dakota': 'nd',
  'northern mariana islands': 'nmi',
  ohio: 'oh',
  oklahoma: 'ok',
  oregon: 'or',
  pennsylvania: 'pa',
  'puerto rico': 'pr',
  'rhode island': 'ri',
  'south carolina': 'sc',
  'south dakota': 'sd',
  tennessee: 'tn',
  texas: 'tx',
  utah: 'ut',
  vermont: 'vt',
  virginia: 'va',
  'virgin islands': 'vi',
  washington: 'wa',
  'west virginia': 'wv',
  wisconsin: 'wi',
  wyoming: 'wy',
};
/** Longer names first, so that West Virginia is not taken for Virginia. */
const stateNames = Object.keys(states).toSorted((a, b) => b.length - a.length);
const divided = new Set('al ar ca fl ga il in ia ky la mi ms mo ny nc oh ok pa tn tx va wa wv wi'.split(' '));
/** Courts of the whole country, by what their names say. */
const nationalCourts = [
  ['multidistrict litigation', 'jpml'],
  ['court of international trade', 'cit'],
  ['court of federal claims', 'uscfc'],
] as const;
const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
];

/**
 * The code of the court whose server an address names. Empty where it names none.
 *
 * @example courtOfUrl('https://ecf.almd.uscourts.gov/cgi-bin/DktRpt.pl?75736') // 'almd'
 */
export function courtOfUrl(url: string): string {
  const host = /^\s*(?:https?:)?\/\/([\w.-]{1,120})/i.exec(url)?.[1]?.toLowerCase() ?? '';
  const court = /^(?:ecf|ecf-[a-z]+|pacer)\.([a-z]{2,6}\d{0,2})\.(?:uscourts\.gov|fedcourts\.us)$/.exec(host);
  const showdoc = /^(ca\d{1,2}|cadc|cafc)-showdoc\./.exec(host);
  return court?.[1] ?? showdoc?.[1] ?? '';
}

/** The code of the court a mail address belongs to: efile_notice@almd.uscourts.gov → almd. Empty where it is no court's. */
export function courtOfAddress(text: string): string {
  return /@([a-z]{2,5}\d{0,2})\.(?:uscourts\.gov|fedcourts\.us)\b/i.exec(text)?.[1]?.toLowerCase() ?? '';
}

/**
 * The code of a court from its printed name. Empty where the name leaves it open, as a divided state without its district does.
 *
 * @example courtOfName('U.S. District Court, Alabama Middle District') // 'almd'
 * @example courtOfName('United States Court of Appeals for the Ninth Circuit') // 'ca9'
 */
export function courtOfName(name: string): string {
  // In parentheses stands the courthouse, in a town that may be called like a state.
  const text = name
    .toLowerCase()
    .replace(/\([^()]{0,100}\)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ');
  const national = nationalCourts.find(([words]) => text.includes(words));
  if (national) return national[1];
  if (text.includes('appellate panel')) return circuitOf(text).replace(/^ca(?=\d)/, 'bap');
  if (/\bcircuit\b/.test(text) || text.includes('court of appeals')) return circuitOf(text);
  const state = stateNames.find((candidate) => new RegExp(`\\b${candidate}\\b`).test(text));
  const kind = text.includes('bankruptcy') ? 'b' : text.includes('district court') ? 'd' : '';
  if (state === undefined || kind === '') return '';
  const code = states[state]!;
  if (!divided.has(code)) return `${code}${kind}`;
  const part = /\b(northern|southern|eastern|western|middle|central)\b/.exec(text.replace(state, ''))?.[1];
  return part === undefined ? '' : `${code}${part[0]}${kind}`;
}

/**
 * The name of a district court as its papers are headed, from its code. Empty where the code is no district court's.
 *
 * @example districtCourtName('wawd') // 'United States District Court, Western District of Washington'
 */
export function districtCourtName(court: string): string {
  const [, code = '', part = ''] = /^(nmi|[a-z]{2})([nsewmc]?)d$/.exec(court.toLowerCase()) ?? [];
  const state = stateNames.find((name) => states[name] === code);
  if (state === undefined || (part === '') === divided.has(code)) return '';
  const named = state.replaceAll(/\b(?!of\b)[a-z]/g, (letter) => letter.toUpperCase());
  return `United States District Court, ${part === '' ? '' : `${parts[part as keyof typeof parts]} `}District of ${named}`
    .replace('District of District of', 'District of')
    .replace('of Virgin Islands', 'of the Virgin Islands')
    .replace('of Northern Mariana', 'for the Northern Mariana');
}

const parts = {
  n: 'Northern',
  s: 'Southern',
  e: 'Eastern',
  w: 'Western',
  m: 'Middle',
  c: 'Central',
} as const;

function circuitOf(text: string): string {
  if (/\bdistrict of columbia\b|\bd ?c circuit\b/.test(text)) return 'cadc';
  if (/\bfederal circuit\b/.test(text)) return 'cafc';
  const number = /\b(\d{1,2})(?:st|nd|rd|th)\b/.exec(text)?.[1];
  const ordinal = ordinals.findIndex((word) => new RegExp(`\\b${word}\\b`).test(text)) + 1;
  const circuit = number === undefined ? ordinal : Number(number);
  return circuit >= 1 && circuit <= 11 ? `ca${circuit}` : '';
}
