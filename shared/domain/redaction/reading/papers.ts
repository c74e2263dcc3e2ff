import type { Identifier, IdentifierKind } from '../identifier.ts';
import { isOneBreath, listJoint, mostGap } from './beside-words.ts';

const passportWords = /\bpassports?\b/gi;
const passportNumber = /(?<![\p{L}\d_*-])(?:[A-Z]{1,2}[ -]?)?(?:\d[ -]?){5,8}\d(?![\p{L}\d_*]|-\d)/u;

const alienWords =
  /\b(?:(?:alien(?:\s{1,3}registration)?|USCIS)(?:\s{0,3}(?:numbers?|nos?|file)\b\.?|\s?[#:])|A-(?:numbers?|nos?|file)\b|A(?:\snumber)?(?=\s?[#:]\s?A?[\s-]?\d))/gi;
/** Eight or nine digits, which may begin with the letter: `A098765432`, `A 098-765-432`. */
const alienNumber = /(?<![\p{L}\d_*-])(?:A[ -]?)?(?:\d{8,9}|\d{2,3}[ -]\d{3}[ -]\d{3})(?![\p{L}\d_*]|-\d)/u;

/** One that no words name: of other things that begin with A, exhibits and pages among them, none has as many digits, grouped so. */
const alienNumberAlone = /(?<![\p{L}\d_*-])A-?\d{3}([ -])\d{3}\1\d{3}(?![\p{L}\d_*]|-\d)/gu;
const alienWordsBefore = new RegExp(`(?:${alienWords.source})[^;!?]{0,40}$`, 'i');

/** Letters that numbers of Medicare may have. Source: CMS, “Understanding the Medicare Beneficiary Identifier (MBI) Format”. */
const [any, sign] = ['[AC-HJKMNP-RT-Y]', '[\\dAC-HJKMNP-RT-Y]'];
const medicareNumber = new RegExp(
  `(?<![\\p{L}\\d_*-])[1-9]${any}${sign}\\d[ -]?${any}${sign}\\d[ -]?${any}{2}\\d\\d(?![\\p{L}\\d_*]|-\\d)`,
  'gu',
);
const medicareWords = /\b(?:medicare|MBI|HICN?)\b[^;!?]{0,40}$/i;

const licenseWords =
  /\b(?:driver(?:['’]?s|s['’])?|driving|operator['’]?s?)\s{1,3}(?:licen[cs]es?|lic\b\.?)|\b(?:C?D\.?\/?L\.?|OLN)\s?(?:nos?\b\.?|numbers?\b|[#:])|\bDLNs?\b|\bstate\s{1,3}(?:ID|identification)(?:\s{1,3}card)?\s{0,3}(?:nos?\b\.?|numbers?\b|[#:])|\b(?:C?DL|OLN)(?=[\s/](?=(?:[A-Z*]{1,18}\d|\d){3})[A-Z][A-Z\d*]{6,18}(?![A-Z\d]))/gi;
/** Letters and digits of states' licenses and identity cards, and of whatever else numbers people: `WDL4ABC1234D`, `S530-4608-1234`, `DOEJ*123AB`, `123 456 789`. */
const mixedNumber =
  /(?<![\p{L}\d_*-])(?:\d{3} \d{3} \d{3}|(?=[A-Z0-9*-]{0,19}\d)[A-Z0-9][A-Z0-9*]{0,18}(?:-[A-Z0-9*]{1,12}){0,5})(?![\p{L}\d_*]|-\d)/u;

/** Who is treated or insured; a member of anything else has a number too. */
const healthWords =
  /\bMRNs?\b|\b(?:(?:med(?:ical\b|\.)|health|hospital)\s{1,3}rec(?:ords?|\.)|patient|chart|medicaid|subscriber|beneficiary|enrollee|(?:health\s{1,3})?(?:plan\s{1,3})?member|health\s{1,3}plan)\s{1,3}(?:(?:ID|identification)\b\.?(?:\s{1,3}(?:numbers?|nos?|num)\b\.?)?|(?:numbers?|nos?|num)\b\.?|#)/gi;

/** Seventeen letters and digits, the last four of them digits. Source: 49 C.F.R. § 565.15. */
const vehicleNumber = /(?<![\p{L}\d_*-])[A-HJ-NPR-Z\d]{13}\d{4}(?![\p{L}\d_*]|-\d)/gu;
const vehicleWords = /\b(?:VINs?|vehicle\s{1,3}identification)\b[^;!?]{0,40}$/i;
/** What each letter counts, in the order of the alphabet without I, O and Q, and each place; the ninth says the sum by 11. */
const [vehicleLetters, letterValues] = ['ABCDEFGHJKLMNPRSTUVWXYZ', '12345678123457923456789'];
const placeWeights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** One or two letters apart from their number: `AB 1234567`. */
const ownLetters = /(?<![\p{L}\d])(?!NO|ID)[A-Z]{1,2} $/u;

/** Letters of a number and of what may be between it and its words. */
const mostText = mostGap + 30;

/**
 * Numbers of passports, driver's licenses, aliens, patients and members of health plans, beside the words that name them; and of Medicare and of
 * vehicles, which have a form of their own.
 */
export function papers(text: string): Identifier[] {
  return [
    ...named(text, passportWords, passportNumber, 'passport'),
    ...named(text, licenseWords, mixedNumber, 'driverLicense'),
    ...named(text, alienWords, alienNumber, 'alien'),
    ...named(text, healthWords, mixedNumber, 'health'),
    ...ofOwnForm(text, alienNumberAlone, alienWordsBefore, 'alien'),
    ...ofOwnForm(text, medicareNumber, medicareWords, 'medicare'),
    ...ofOwnForm(text, vehicleNumber, vehicleWords, 'vehicle').filter(
      ({ start, end, certainty }) => certainty === 'certain' || isVehicle(text.slice(start, end)),
    ),
  ];
}

/** Whether letters and digits have the check digit of a vehicle's number. */
function isVehicle(number: string): boolean {
  const sum = placeWeights.reduce((total, weight, at) => {
    const letter = vehicleLetters.indexOf(number[at]!);
    return total + weight * Number(letter < 0 ? number[at] : letterValues[letter]);
  }, 0);
  return /[A-Z]/.test(number) && number[8] === '0123456789X'[sum % 11];
}

function ofOwnForm(text: string, form: RegExp, words: RegExp, kind: IdentifierKind): Identifier[] {
  return [...text.matchAll(form)].map(({ 0: number, index: start }) => {
    const isNamed = words.test(text.slice(Math.max(0, start - mostText), start));
    return {
      kind,
      start,
      end: start + number.length,
      keep: null,
      certainty: isNamed ? 'certain' : 'likely',
    };
  });
}

function named(text: string, words: RegExp, number: RegExp, kind: IdentifierKind): Identifier[] {
  return [...text.matchAll(words)].flatMap((match): Identifier[] => {
    const from = match.index + match[0].length;
    const behind = text.slice(from, from + mostText);
    const digitAt = behind.search(/\d/);
    if (digitAt === -1 || digitAt > mostGap) return [];
    // Words in capitals may come before the number: what is read begins with the word that has the first digit, or with letters of its own.
    const wordAt = behind.slice(0, digitAt).search(/[A-Z0-9*-]*$/);
    const lettersAt = behind.slice(0, wordAt).search(ownLetters);
    const readAt = lettersAt === -1 ? wordAt : lettersAt;
    const first = number.exec(behind.slice(readAt));
    if (!first || readAt + first.index > wordAt || !isNumber(first[0])) return [];
    const gap = behind.slice(0, readAt + first.index);
    if (!isOneBreath(gap)) return [];
    const isNamed = /\b(?:nos?|numbers?|num|ID)\b|[#:]/i.test(match[0] + gap);
    const found: Identifier[] = [];
    const add = (start: number, { length }: string, isSure: boolean) =>
      found.push({ kind, start, end: start + length, keep: null, certainty: isSure ? 'certain' : 'likely' });
    add(from + gap.length, first[0], isNamed);
    for (;;) {
      const { end } = found.at(-1)!;
      const more = text.slice(end, end + mostText);
      const joint = listJoint(more);
      const next = joint === '' ? null : number.exec(more.slice(joint.length));
      if (next?.index !== 0 || !isNumber(next[0])) return found;
      add(end + joint.length, next[0], false);
    }
  });
}

function isNumber(written: string): boolean {
  const isDate = /^\d{4}-\d{1,2}-\d{1,2}$|^\d{1,2}[- ]\d{1,2}[- ]\d{4}$/.test(written);
  return !isDate && written.replaceAll(/\D/g, '').length >= (/[A-Z]/.test(written) ? 3 : 6);
}
