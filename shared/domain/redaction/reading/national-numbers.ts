import type { Identifier } from '../identifier.ts';
import { besideWords, goesOnWithList, groupFrom, inColumns } from './beside-words.ts';
import { lastFour, readForm, type DigitGroup, type GroupedNumber } from './digit-groups.ts';

const socialSecurityWords =
  /(?<![a-z0-9])(?:social[\s-]{1,3}sec(?:urity|\.|\b)|seguro\s{1,3}social|soc\.?\s{0,3}sec(?:urity\b|\.|\b)|SSA?Ns?(?![a-z])|HICNs?(?![a-z])|SS(?=[:\s]\s?\d{9}(?!\d))|SS\s?(?:#|nos?\b|numbers?\b)|S\/S\s?(?:#|nos?\b)|social(?=\s?[#:]|\s{1,3}is\b|,\s\d{9}\b)|S\.\s?S\.\s?(?:N\.|#|nos?\b))/gi;
const taxpayerWords =
  /\b(?:taxpayer|tax|employer)(?:['’]?s)?(?:\s|-){1,3}(?:identification\b|id\b|i\.d\.|numbers?\b|no\.)/gi;
const taxpayerLetters =
  /\b(?:F?EINs?|F?TINs?|ITINs?|ATINs?|(?:F\.\s?)?E\.\s?I\.\s?N\.|(?:I\.\s?)?T\.\s?I\.\s?N\.)(?![A-Za-z])/g;

/** Social-security and taxpayer numbers: by their form, and in other forms beside words that name them. */
export function nationalNumbers(text: string, groups: readonly DigitGroup[]): Identifier[] {
  return [
    ...groups.flatMap((_, at) => byForm(text, groups, at) ?? []),
    ...named(text, groups, socialSecurityWords, readSsn),
    ...beneath(text, groups),
    ...parenthesized(text, groups),
    ...named(text, groups, taxpayerWords, readTaxpayer),
    ...named(text, groups, taxpayerLetters, readTaxpayer),
  ];
}

/** A number whose form alone tells it: `123-45-6789` surely, `123 45 6789`, `123.45.6789`, `123/45/6789` and `12-3456789` likely. */
function byForm(text: string, groups: readonly DigitGroup[], at: number): Identifier | null {
  const person = readForm(groups, at, [3, 2, 4], true);
  if (person) {
    const kind = kindOfPerson(person.digits);
    const joints = person.seams.map(({ joint }) => joint);
    if (!kind || joints[0] !== joints[1]) return null;
    if (joints[0] === 'dash') {
      const isSure = !person.isSpread && !isOtherwiseNamed(text, person) && !isLettered(text, person);
      return identifier(text, kind, person, isSure ? 'certain' : 'likely');
    }
    if (joints[0] === 'stroke' && isOtherwiseNamed(text, person)) return null;
    const isAlone = groups[at - 1]?.joint !== joints[0] && person.last.joint !== joints[0];
    return isAlone && !person.isSpread && isClose(person) ? identifier(text, kind, person, 'likely') : null;
  }
  const employer = readForm(groups, at, [2, 7]);
  if (!employer || employer.isSpread || !employer.seams[0]!.isTight) return null;
  const isDashed = employer.seams[0]!.joint === 'dash';
  const isOfPayer = isDashed && isEmployer(employer.digits) && !isOtherwiseNamed(text, employer);
  return isOfPayer ? identifier(text, 'taxpayer', employer, 'likely') : null;
}

/** Words before numbers of the same form that belong to no person. */
const otherWords =
  /\b(?:accession|article|bulletin|case|catalog(?:ue)?|cert(?:ificate)?|claim|contract|docket|dkt|drawing|form|invoice|item|job|lot|model|order|parcel|part|permit|policy|product|project|purchase|report|serial|sku|ticket|tracking|version|work)\b\.?(?:[ \n]{1,3}(?:order|number|no|num|nos|id)\b\.?)?[ \n]{0,2}[:#]{0,2}[ \n]{0,3}$/i;

/** Whether the words just before a number say that it is something else. */
function isOtherwiseNamed(text: string, { first }: GroupedNumber): boolean {
  return otherWords.test(text.slice(Math.max(0, first.start - 40), first.start));
}

/** Whether one letter belongs to a number, as to those of parts; Medicare had such too. */
const isLettered = (text: string, { last }: GroupedNumber) =>
  /^\p{L}(?!\p{L})/u.test(text.slice(last.end, last.end + 3));

/** Reads numbers beside words, and those that a list goes on with. */
function named(
  text: string,
  groups: readonly DigitGroup[],
  words: RegExp,
  read: (groups: readonly DigitGroup[], at: number) => readonly [Identifier['kind'], GroupedNumber] | null,
): Identifier[] {
  return besideWords(text, groups, words).flatMap((beside) => {
    const found: Identifier[] = [];
    for (let { at } = beside; ;) {
      const number = read(groups, at);
      if (!number) return found;
      found.push(identifier(text, ...number, 'certain'));
      if (!goesOnWithList(text, groups, number[1].lastAt)) return found;
      at = number[1].lastAt + 1;
    }
  });
}

/** A number before words in parentheses: `219099999 (SSN)`. */
function parenthesized(text: string, groups: readonly DigitGroup[]): Identifier[] {
  return [...text.matchAll(/[ \n]{0,2}\((?:SSN|social[ -]security(?: number| no\.)?)\)/gi)].flatMap(
    (match) => {
      const at = groupFrom(groups, match.index) - 1;
      const number = groups[at]?.end === match.index ? readForm(groups, at, [9]) : null;
      const kind = number && kindOfPerson(number.digits);
      return kind ? identifier(text, kind, number, 'certain') : [];
    },
  );
}

function readSsn(groups: readonly DigitGroup[], at: number) {
  // Signs between its parts are often left out.
  const number = firstForm(groups, at, [[3, 2, 4], [9], [3, 6], [5, 4], [3, 3, 3], [4, 5]]);
  const kind = number && kindOfPerson(number.digits);
  return kind ? ([kind, number] as const) : null;
}

function firstForm(groups: readonly DigitGroup[], at: number, forms: readonly number[][]) {
  for (const form of forms) {
    const number = readForm(groups, at, form, true);
    if (number) return number;
  }
  return null;
}

/** Numbers in lines beneath a heading: `Name SSN` and `Roe 219099999`. */
function beneath(text: string, groups: readonly DigitGroup[]): Identifier[] {
  return inColumns(text, groups, socialSecurityWords, (first, behind) =>
    groups.slice(first, behind).flatMap((_, i) => {
      const number = firstForm(groups, first + i, [[9], [3, 2, 4]]);
      const kind = number && number.lastAt < behind && kindOfPerson(number.digits);
      return kind ? identifier(text, kind, number, 'likely') : [];
    }),
  );
}

function readTaxpayer(groups: readonly DigitGroup[], at: number) {
  const person = readForm(groups, at, [3, 2, 4]);
  if (person) return [kindOfPerson(person.digits) ?? 'taxpayer', person] as const;
  const number = readForm(groups, at, [2, 7]) ?? readForm(groups, at, [9]);
  return number ? (['taxpayer', number] as const) : null;
}

/**
 * What a number of the form 3-2-4 is: null for what is never issued.
 *
 * Source: SSA, POMS RM 10201.035 (areas 000, 666 and 900–999, group 00, serial 0000); IRS, General ITIN Information
 * (9, then 50–65, 70–88, 90–92 or 94–99 as fourth and fifth digits) and, of numbers for adoptions, 93.
 */
function kindOfPerson(digits: string): 'ssn' | 'taxpayer' | null {
  const [area, group, serial] = [digits.slice(0, 3), Number(digits.slice(3, 5)), digits.slice(5)];
  if (area.startsWith('9'))
    return (group >= 50 && group <= 65) || (group >= 70 && group !== 89) ? 'taxpayer' : null;
  return area === '000' || area === '666' || group === 0 || serial === '0000' ? null : 'ssn';
}

/** Beginnings of employers' numbers that no campus of the IRS gives. Source: IRS, “How EINs are assigned and valid EIN prefixes”. */
const neverBegins = new Set('00 07 08 09 17 18 19 28 29 49 69 70 78 79 89 96 97'.split(' '));

function isEmployer(digits: string): boolean {
  return !neverBegins.has(digits.slice(0, 2));
}

/** Whether single signs separate a number: columns of a table do not look like that. */
function isClose({ seams, last }: GroupedNumber): boolean {
  return seams.every(({ joint, isTight, isBroken, end }, at) => {
    if (joint === 'dot') return isTight;
    if (joint === 'stroke') return (seams[at + 1] ?? last).start - end === 1;
    const next = seams[at + 1];
    return !isBroken && (!next || next.start - end === 1);
  });
}

function identifier(
  text: string,
  kind: Identifier['kind'],
  { first, last }: GroupedNumber,
  certainty: Identifier['certainty'],
): Identifier {
  const [{ start }, { end }] = [first, last];
  return { kind, start, end, keep: lastFour(text, start, end), certainty };
}
