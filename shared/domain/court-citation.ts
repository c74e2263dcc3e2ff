import { districtCourts } from './court-zone.ts';

/** States and territories as a court's name is cited, beside the first letters of the codes of their district courts. */
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
for (const [state, names] of Object.entries(states))
  for (const part of ['', 'n', 's', 'e', 'w', 'm', 'c']) {
    const code = `${state}${part}d`;
    const district = `${part === '' ? '' : `${part}.`}d.`;
    if (districtCourts.has(code))
      for (const name of names.split(' ')) codes.set(`${district}${name.toLowerCase()}`, code);
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
