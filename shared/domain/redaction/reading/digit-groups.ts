/** A run of digits, and how it is joined to the next. Offsets are in UTF-16 units of the page's text. */
export interface DigitGroup {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** What is between it and the next group; null where that is more than a sign and a few blanks. */
  readonly joint: 'dash' | 'dot' | 'stroke' | 'blank' | null;
  /** Whether the joint is one dash or dot without a blank, as within a number. */
  readonly isTight: boolean;
  /** Whether a line ends in the joint. */
  readonly isBroken: boolean;
  /** Whether a letter or a sign that hides digits touches it: then it is part of something else. */
  readonly isOpenLeft: boolean;
  readonly isOpenRight: boolean;
  /** Whether what touches it on the right is a letter. */
  readonly hasLetterBehind: boolean;
}

/** Hyphens and dashes of all scripts, the minus, and the signs that PDFs have for a hyphen at a line's end. */
const dashes =
  /[\u0002\u00ad\u02d7\u058a\u05be\u1400\u1806\u2010-\u2015\u2043\u2212\u2e17\u2e3a\u2e3b\u301c\u3030\ufe31\ufe32\ufe58\ufe63\uff0d\ufffe]/g;
const blanks = /[^\S\n]|[\u200b-\u200d\u2060\ufeff]/g;
const dots = /[\u00b7\u2024\uff0e]/g;
const wideDigits = /[\uff10-\uff19]/g;
/** A social-security number of which recognition read some digits as letters, and most rightly. */
const misread = /(?<![\p{L}\d-])(?=(?:[OoIl-]*\d){6})[\dOoIl]{3}-[\dOoIl]{2}-[\dOoIl]{4}(?![\p{L}\d-])/gu;

/** The text with one kind of dash, dot, blank and digit, and with line ends as `\n`; all offsets stay the same. */
export function evenText(text: string): string {
  return text
    .replace(dashes, '-')
    .replace(blanks, ' ')
    .replace(dots, '.')
    .replace(wideDigits, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(misread, (number) => number.replace(/o/gi, '0').replace(/[Il]/g, '1'));
}

/** Letters, and signs for hidden digits: `xxx-xx-1234`, `***-**-1234`, `•••• 1234`. A low line is a form's, or parts words of a name of a file. */
const openLeft = /[\p{L}*•●█■]$/u;
const openRight = /^[\p{L}*•●█■]/u;
/** What names of columns and files run together with the number: `SSN219099999`. */
const namedLeft = /(?<!\p{L})(?:SSN|F?EIN|I?TIN)$/iu;
const hidden = /[xX*•●█■_][ \n]{0,2}-[ \n]{0,2}$/;

/** Blanks between two groups at most, on each side of a sign. */
const jointPattern = /^[ \n]{0,4}([-./_|]?)[ \n]{0,4}$/;
/** What a sign makes of a joint; slashes, low lines and upright ones part fields and names of files as well. */
const joints = { '-': 'dash', '.': 'dot', '/': 'stroke', _: 'stroke', '|': 'stroke', '': 'blank' } as const;
const mostJoint = 9;

/** Runs of digits of a text in order. @param text made even by `evenText` */
export function digitGroups(text: string): DigitGroup[] {
  const found = [...text.matchAll(/\d+/g)];
  return found.map((match, at) => {
    const { index: start, 0: digits } = match;
    const end = start + digits.length;
    const next = found[at + 1];
    const between = next && next.index - end <= mostJoint ? text.slice(end, next.index) : null;
    const sign =
      between === null ? null : ((jointPattern.exec(between)?.[1] ?? null) as keyof typeof joints | null);
    const joint = sign === null ? null : joints[sign];
    const before = text.slice(Math.max(0, start - 6), start);
    return {
      start,
      end,
      digits,
      joint,
      isTight: (joint === 'dash' || joint === 'dot') && between!.length === 1,
      isBroken: between?.includes('\n') ?? false,
      isOpenLeft: (openLeft.test(before) && !namedLeft.test(before)) || hidden.test(before),
      isOpenRight: openRight.test(text.slice(end, end + 1)),
      hasLetterBehind: /^\p{L}/u.test(text.slice(end, end + 2)),
    };
  });
}

/** A number made of one or more groups. */
export interface GroupedNumber {
  readonly first: DigitGroup;
  readonly last: DigitGroup;
  /** Place of `last` among the groups. */
  readonly lastAt: number;
  readonly digits: string;
  /** The joints where the parts of its form meet. */
  readonly seams: readonly DigitGroup[];
  /** Whether digits of one part are apart, as in boxes of a form or over a line's end. */
  readonly isSpread: boolean;
}

/**
 * Reads a number of a given form from groups: its parts may meet at any joint, and hang together within, but for boxes of
 * single digits and for a part that a line's end breaks.
 *
 * @param parts digits of each part, as 3, 2, 4
 * @param mayHaveLetter whether a letter may follow it at once: `219-09-9999DOB`
 * @returns null where the groups do not have that form, or where it is a part of something longer
 */
export function readForm(
  groups: readonly DigitGroup[],
  at: number,
  parts: readonly number[],
  mayHaveLetter = false,
): GroupedNumber | null {
  const seams: DigitGroup[] = [];
  let digits = '';
  let isSpread = false;
  let [part, filled, lastAt] = [0, 0, at];
  for (; ; lastAt++) {
    const group = groups[lastAt];
    if (!group) return null;
    digits += group.digits;
    filled += group.digits.length;
    if (filled > parts[part]!) return null;
    const isSeam = filled === parts[part];
    if (isSeam && part === parts.length - 1) break;
    if (group.joint === null || group.isOpenRight) return null;
    if (isSeam) {
      seams.push(group);
      [part, filled] = [part + 1, 0];
    } else {
      if (group.joint !== 'blank') return null;
      isSpread = true;
    }
  }
  const [first, last] = [groups[at]!, groups[lastAt]!];
  if (!isWhole(groups, at, lastAt, mayHaveLetter)) return null;
  if (isSpread && !isBoxed(groups, at, lastAt) && !isOnlyBroken(groups, at, lastAt, seams)) return null;
  return { first, last, lastAt, digits, seams, isSpread };
}

/**
 * Whether groups from one to another are not a part of something longer.
 *
 * @param mayHaveLetter as in `readForm`
 */
export function isWhole(
  groups: readonly DigitGroup[],
  at: number,
  lastAt: number,
  mayHaveLetter = false,
): boolean {
  const before = groups[at - 1];
  const [first, last] = [groups[at]!, groups[lastAt]!];
  const isOpenRight = last.isOpenRight && !(mayHaveLetter && last.hasLetterBehind);
  return !(first.isOpenLeft || isOpenRight || before?.isTight || last.isTight);
}

/** Whether each digit is in a box of its own, and none beside them: columns of a table do not end with a number. */
function isBoxed(groups: readonly DigitGroup[], at: number, lastAt: number): boolean {
  const isAlone = groups[at - 1]?.joint !== 'blank' && groups[lastAt]!.joint !== 'blank';
  return isAlone && groups.slice(at, lastAt + 1).every(({ digits }) => digits.length === 1);
}

/** Whether a part of a number is split in one place only, where a line ends. */
function isOnlyBroken(
  groups: readonly DigitGroup[],
  at: number,
  lastAt: number,
  seams: readonly DigitGroup[],
): boolean {
  const apart = groups.slice(at, lastAt).filter((group) => !seams.includes(group));
  return apart.length === 1 && apart[0]!.isBroken;
}

/** Where the last four digits of a number are. */
export function lastFour(text: string, start: number, end: number): { start: number; end: number } {
  let [at, digits] = [end, 0];
  while (at > start && digits < 4) if (/[\dA-Z]/.test(text[--at]!)) digits++;
  return { start: at, end };
}
