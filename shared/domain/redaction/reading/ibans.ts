import type { Identifier } from '../identifier.ts';
import { lastFour } from './digit-groups.ts';

/** How long the numbers of each country are. Source: SWIFT, IBAN Registry. */
const lengths = new Map(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18
  FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20
  LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24
  SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30`
    .split(/\s+/)
    .map((each) => [each.slice(0, 2), Number(each.slice(2))]),
);

const beginning = /(?<![A-Za-z0-9])([A-Z]{2})\d{2}/g;

/** International bank account numbers: as long as their country's are, with the right check digits. */
export function ibans(text: string): Identifier[] {
  return [...text.matchAll(beginning)].flatMap((match): Identifier[] => {
    const length = lengths.get(match[1]!);
    const end = length === undefined ? null : endOf(text, match.index, length);
    if (end === null) return [];
    const start = match.index;
    if (!isChecked(text.slice(start, end).replaceAll(/[^A-Z0-9]/g, ''))) return [];
    return [{ kind: 'account', start, end, keep: lastFour(text, start, end), certainty: 'certain' }];
  });
}

/** Where a number of so many letters and digits ends, which blanks and dashes may separate; null where it ends elsewhere. */
function endOf(text: string, start: number, length: number): number | null {
  let gap = 0;
  let count = 0;
  for (let at = start; ; at++) {
    const letter = text[at] ?? '';
    if (/[A-Z0-9]/.test(letter)) {
      gap = 0;
      if (++count === length) return /[A-Za-z0-9]/.test(text[at + 1] ?? '') ? null : at + 1;
    } else if (!/[ \n-]/.test(letter) || ++gap > 3) return null;
  }
}

/** ISO 13616-1 and ISO/IEC 7064: with its first four letters at its end and letters as numbers, its remainder by 97 is 1. */
function isChecked(iban: string): boolean {
  let rest = 0;
  for (const letter of iban.slice(4) + iban.slice(0, 4)) {
    const value = parseInt(letter, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
