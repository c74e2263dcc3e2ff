const district = /(?<!\d)(?:(\d{1,2}):)?(?:19|20)?(\d{2})-?([a-z]{1,4})-?0*(\d{1,6})\b/i;
/** The kind first, as some courts and many letters write it: "CV-21-00031-PHX", "C21-31". */
const kindFirst = /\b(?:(\d{1,2}):)?(?:No\. ?)?(c|cv|civ|cr|mc)\.?[ -]?(?:19|20)?(\d{2})-0*(\d{1,6})\b/i;
/** Or with spaces: "21 Civ. 31". */
const spaced = /(?<!\d)(?:(\d{1,2}):)?(?:19|20)?(\d{2}) (c|cv|civ|cr|mc)\.? ?0*(\d{1,6})\b/i;
const appellate = /\b(\d{2})-0*(\d{1,6})\b/;

/**
 * The part of a docket number that names the lawsuit, whatever else is printed with it: judges' initials, a defendant's number,
 * leading zeros. Empty where there is no docket number in the text.
 *
 * @example caseKey('2:21-cv-00031-BJR') // '2:21-cv-31'
 * @example caseKey('21-16499') // '21-16499'
 */
export function caseKey(number: string): string {
  const found = district.exec(number) ?? spaced.exec(number);
  if (found) return keyOf(found[1], found[2]!, found[3]!, found[4]!);
  const turned = kindFirst.exec(number);
  if (turned) return keyOf(turned[1], turned[3]!, turned[2]!, turned[4]!);
  const appeal = appellate.exec(number);
  return appeal ? `${appeal[1]}-${appeal[2]}` : '';
}

function keyOf(office: string | undefined, year: string, kind: string, serial: string): string {
  const name = kind.toLowerCase();
  return `${office ? `${Number(office)}:` : ''}${year}-${name === 'c' || name === 'civ' ? 'cv' : name}-${serial}`;
}

/**
 * Whether two docket numbers name the same lawsuit. An office number that one of them leaves out does not tell them apart.
 *
 * @example isSameCase('2:21-cv-00031-BJR', '21-cv-00031') // true
 */
export function isSameCase(a: string, b: string): boolean {
  const [one, other] = [caseKey(a), caseKey(b)];
  if (one === '' || other === '') return false;
  if (one === other) return true;
  const bare = (key: string) => key.replace(/^\d+:/, '');
  return bare(one) === bare(other) && (one === bare(one) || other === bare(other));
}

/**
 * A docket number taken apart: the number itself, and the initials of the judges printed behind it.
 *
 * @example splitCaseNumber('3:21-cv-00437-ECM-SRW') // { docketNumber: '3:21-cv-00437', judgeInitials: ['ECM', 'SRW'] }
 */
export function splitCaseNumber(number: string): { docketNumber: string; judgeInitials: string[] } {
  const found = district.exec(number);
  if (!found) return { docketNumber: number, judgeInitials: [] };
  const behind = number.slice(found.index + found[0].length);
  return {
    docketNumber: found[0],
    judgeInitials: behind.split('-').filter((part) => /^[A-Z]{1,4}\d?$/.test(part)),
  };
}
