import { districtCourts } from './court-zone.ts';

/**
 * States and territories by the first letters of the codes of their district courts: their name, and how it is cited, the Bluebook's
 * form (table T10) first.
 */
export const courtStates: Readonly<
  Record<string, readonly [name: string, cited: string, ...others: string[]]>
> = {
  al: ['Alabama', 'Ala.'],
  ak: ['Alaska', 'Alaska'],
  az: ['Arizona', 'Ariz.'],
  ar: ['Arkansas', 'Ark.'],
  ca: ['California', 'Cal.', 'Calif.'],
  co: ['Colorado', 'Colo.'],
  ct: ['Connecticut', 'Conn.'],
  de: ['Delaware', 'Del.'],
  dc: ['District of Columbia', 'D.C.'],
  fl: ['Florida', 'Fla.'],
  ga: ['Georgia', 'Ga.'],
  gu: ['Guam', 'Guam'],
  hi: ['Hawaii', 'Haw.'],
  id: ['Idaho', 'Idaho'],
  il: ['Illinois', 'Ill.'],
  in: ['Indiana', 'Ind.'],
  ia: ['Iowa', 'Iowa'],
  ks: ['Kansas', 'Kan.'],
  ky: ['Kentucky', 'Ky.'],
  la: ['Louisiana', 'La.'],
  me: ['Maine', 'Me.'],
  md: ['Maryland', 'Md.'],
  ma: ['Massachusetts', 'Mass.'],
  mi: ['Michigan', 'Mich.'],
  mn: ['Minnesota', 'Minn.'],
  ms: ['Mississippi', 'Miss.'],
  mo: ['Missouri', 'Mo.'],
  mt: ['Montana', 'Mont.'],
  ne: ['Nebraska', 'Neb.'],
  nv: ['Nevada', 'Nev.'],
  nh: ['New Hampshire', 'N.H.'],
  nj: ['New Jersey', 'N.J.'],
  nm: ['New Mexico', 'N.M.'],
  ny: ['New York', 'N.Y.'],
  nc: ['North Carolina', 'N.C.'],
  nd: ['North Dakota', 'N.D.'],
  nmi: ['Northern Mariana Islands', 'N.Mar.I.', 'N.M.I.'],
  oh: ['Ohio', 'Ohio'],
  ok: ['Oklahoma', 'Okla.'],
  or: ['Oregon', 'Or.', 'Ore.'],
  pa: ['Pennsylvania', 'Pa.'],
  pr: ['Puerto Rico', 'P.R.'],
  ri: ['Rhode Island', 'R.I.'],
  sc: ['South Carolina', 'S.C.'],
  sd: ['South Dakota', 'S.D.'],
  tn: ['Tennessee', 'Tenn.'],
  tx: ['Texas', 'Tex.'],
  ut: ['Utah', 'Utah'],
  va: ['Virginia', 'Va.'],
  vi: ['Virgin Islands', 'V.I.'],
  vt: ['Vermont', 'Vt.'],
  wa: ['Washington', 'Wash.'],
  wv: ['West Virginia', 'W.Va.'],
  wi: ['Wisconsin', 'Wis.', 'Wisc.'],
  wy: ['Wyoming', 'Wyo.'],
};

const parts = {
  n: 'Northern',
  s: 'Southern',
  e: 'Eastern',
  w: 'Western',
  m: 'Middle',
  c: 'Central',
} as const;

const codes = new Map<string, string>();
const citations = new Map<string, string>();
for (const [state, [name, ...forms]] of Object.entries(courtStates))
  for (const part of ['', ...Object.keys(parts)]) {
    const code = `${state}${part}d`;
    if (!districtCourts.has(code)) continue;
    // Also as offices shorten it: NDCA.
    for (const form of [name, ...forms, state]) codes.set(compact(`${part}d${form}`), code);
    codes.set(compact(districtName(part, name)), code);
    citations.set(code, cited(part === '' ? 'D.' : `${part.toUpperCase()}.D.`, forms[0]!));
  }

/** Without what is written now one way, now another: spaces, periods, capitals, the words before the district. */
function compact(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\s.,]+/g, '')
    .replace(/^(?:unitedstates|us)(?:districtcourt|courtofappeals)(?:for)?(?:the)?/, '');
}

function districtName(part: string, state: string): string {
  const named = `District of ${state}`
    .replace('District of District of', 'District of')
    .replace('of Virgin Islands', 'of the Virgin Islands')
    .replace('of Northern Mariana', 'for the Northern Mariana');
  return part === '' ? named : `${parts[part as keyof typeof parts]} ${named}`;
}

/**
 * The name of a district court as its papers are headed, from its code. Empty where the code is no district court's.
 *
 * @example districtCourtName('wawd') // 'United States District Court, Western District of Washington'
 */
export function districtCourtName(court: string): string {
  const code = court.toLowerCase();
  const [, state = '', part = ''] = /^(nmi|[a-z]{2})([nsewmc]?)d$/.exec(code) ?? [];
  const [name] = courtStates[state] ?? [];
  if (name === undefined || !districtCourts.has(code)) return '';
  return `United States District Court, ${districtName(part, name)}`;
}

/** A name of single letters is joined to its district, one with longer words is set apart: S.D.N.Y., but W.D. Wash. and N.D. W. Va. */
function cited(district: string, state: string): string {
  return /[a-z]/.test(state) ? `${district} ${state.replaceAll(/\.(?=\w)/g, '. ')}` : `${district}${state}`;
}

/**
 * The code of a federal court that is cited or named as lawyers do; null for anything else, a code among it.
 *
 * @param text whole; spaces, periods and capitals do not matter
 * @example courtCited('W.D. Wash.') // 'wawd'
 * @example courtCited('Northern District of California') // 'cand'
 * @example courtCited('9th Cir.') // 'ca9'
 */
export function courtCited(text: string): string | null {
  const wanted = compact(text);
  const [, circuit] = /^(.+?)cir(?:cuit)?$/.exec(wanted) ?? [];
  if (circuit === undefined) return codes.get(wanted) ?? null;
  if (circuit === 'dc' || circuit === 'districtofcolumbia') return 'cadc';
  if (circuit === 'fed' || circuit === 'federal') return 'cafc';
  const number = Number(
    /^(\d{1,2})(?:st|nd|rd|th|d)$/.exec(circuit)?.[1] ?? circuitWords.indexOf(circuit) + 1,
  );
  return number >= 1 && number <= 11 ? `ca${number}` : null;
}

/** The circuits in words: first to eleventh. */
export const circuitWords: readonly string[] =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh'.split(' ');

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
