import { circuitWords, courtStates } from '../../../../../shared/domain/court-citation.ts';

/** Two-letter codes of states and territories by their names in small letters, as court codes begin with them. */
const states = new Map(Object.entries(courtStates).map(([code, [name]]) => [name.toLowerCase(), code]));
/** Longer names first, so that West Virginia is not taken for Virginia. */
const stateNames = [...states.keys()].toSorted((a, b) => b.length - a.length);
const divided = new Set('al ar ca fl ga il in ia ky la mi ms mo ny nc oh ok pa tn tx va wa wv wi'.split(' '));
/** Courts of the whole country, by what their names say. */
const nationalCourts = [
  ['multidistrict litigation', 'jpml'],
  ['court of international trade', 'cit'],
  ['court of federal claims', 'uscfc'],
] as const;

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
  const code = states.get(state)!;
  if (!divided.has(code)) return `${code}${kind}`;
  const part = /\b(northern|southern|eastern|western|middle|central)\b/.exec(text.replace(state, ''))?.[1];
  return part === undefined ? '' : `${code}${part[0]}${kind}`;
}

function circuitOf(text: string): string {
  if (/\bdistrict of columbia\b|\bd ?c circuit\b/.test(text)) return 'cadc';
  if (/\bfederal circuit\b/.test(text)) return 'cafc';
  const number = /\b(\d{1,2})(?:st|nd|rd|th)\b/.exec(text)?.[1];
  const ordinal = circuitWords.findIndex((word) => new RegExp(`\\b${word}\\b`).test(text)) + 1;
  const circuit = number === undefined ? ordinal : Number(number);
  return circuit >= 1 && circuit <= 11 ? `ca${circuit}` : '';
}
