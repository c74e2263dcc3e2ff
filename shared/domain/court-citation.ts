import { districtCourts } from './court-zone.ts';

/**
 * States and territories as a court's name is cited, the Bluebook's form (table T10) first, beside the first letters of the codes of
 * their district courts.
 */
const states: Readonly<Record<string, string>> = {
  al: 'Ala.',
  ak: 'Alaska',
  az: 'Ariz.',
  ar: 'Ark.',
  ca: 'Cal. Calif.',
  co: 'Colo.',
  ct: 'Conn.',
  de: 'Del.',
  dc: 'D.C.',
  fl: 'Fla.',
  ga: 'Ga.',
  gu: 'Guam',
  hi: 'Haw. Hawaii',
  id: 'Idaho',
  il: 'Ill.',
  in: 'Ind.',
  ia: 'Iowa',
  ks: 'Kan.',
  ky: 'Ky.',
  la: 'La.',
  me: 'Me. Maine',
  md: 'Md.',
  ma: 'Mass.',
  mi: 'Mich.',
  mn: 'Minn.',
  ms: 'Miss.',
  mo: 'Mo.',
  mt: 'Mont.',
  ne: 'Neb.',
  nv: 'Nev.',
  nh: 'N.H.',
  nj: 'N.J.',
  nm: 'N.M.',
  ny: 'N.Y.',
  nc: 'N.C.',
  nd: 'N.D.',
  nmi: 'N.Mar.I. N.M.I.',
  oh: 'Ohio',
  ok: 'Okla.',
  or: 'Or. Ore.',
  pa: 'Pa.',
  pr: 'P.R.',
  ri: 'R.I.',
  sc: 'S.C.',
  sd: 'S.D.',
  tn: 'Tenn.',
  tx: 'Tex.',
  ut: 'Utah',
  va: 'Va.',
  vi: 'V.I.',
  vt: 'Vt.',
  wa: 'Wash.',
  wv: 'W.Va.',
  wi: 'Wis. Wisc.',
  wy: 'Wyo.',
};

const codes = new Map<string, string>();
const citations = new Map<string, string>();
for (const [state, list] of Object.entries(states))
  for (const part of ['', 'N.', 'S.', 'E.', 'W.', 'M.', 'C.']) {
    const code = `${state}${part.slice(0, 1).toLowerCase()}d`;
    if (!districtCourts.has(code)) continue;
    const names = list.split(' ');
    for (const name of names) codes.set(`${part}D.${name}`.toLowerCase(), code);
    citations.set(code, cited(`${part}D.`, names[0]!));
  }

/** A name of single letters is joined to its district, one with longer words is set apart: S.D.N.Y., but W.D. Wash. and N.D. W. Va. */
function cited(district: string, state: string): string {
  return /[a-z]/.test(state) ? `${district} ${state.replaceAll(/\.(?=\w)/g, '. ')}` : `${district}${state}`;
}

/**
 * The code of a court that is cited as lawyers do; null for anything else, a code among it.
 *
 * @param text whole, with its periods; spaces do not matter
 * @example courtCited('W.D. Wash.') // 'wawd'
 * @example courtCited('9th Cir.') // 'ca9'
 */
export function courtCited(text: string): string | null {
  const compact = text.toLowerCase().replaceAll(/\s+/g, '');
  const circuit = /^(?:(\d{1,2})(?:st|nd|rd|th|d)|d\.c\.|fed\.)cir\.$/.exec(compact);
  if (!circuit) return codes.get(compact) ?? null;
  const [, number] = circuit;
  if (number !== undefined) return Number(number) >= 1 && Number(number) <= 11 ? `ca${number}` : null;
  return compact.startsWith('fed') ? 'cafc' : 'cadc';
}

/**
 * A federal court as lawyers cite it; null for a code that is not known.
 *
 * @param court its code, as in the court's address, in letters of any size
 * @example courtCitation('wawd') // 'W.D. Wash.'
 * @example courtCitation('ca9') // '9th Cir.'
 */
export function courtCitation(court: string): string | null {
  const code = court.trim().toLowerCase();
  if (code === 'cadc') return 'D.C. Cir.';
  if (code === 'cafc') return 'Fed. Cir.';
  const [, number] = /^ca([1-9]|1[01])$/.exec(code) ?? [];
  if (number !== undefined) return `${number}${ordinals[number] ?? 'th'} Cir.`;
  return citations.get(code) ?? null;
}

const ordinals: Readonly<Record<string, string>> = { 1: 'st', 2: 'd', 3: 'd' };
