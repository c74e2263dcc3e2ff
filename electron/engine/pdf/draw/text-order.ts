/** A part of a line that runs in one direction, its characters in the order they are read. */
export interface DirectedText {
  readonly text: string;
  readonly isRightToLeft: boolean;
}

type Kind = 'L' | 'R' | 'AL' | 'EN' | 'AN' | 'ES' | 'ET' | 'CS' | 'NSM' | 'ON';

/** Strong right-to-left characters: Hebrew, Arabic, their presentation forms, and the mark that stands for one. */
const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff]/u;
const arabic = /[\u0600-\u07bf\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]/u;
const arabicDigit = /[\u0660-\u0669\u066b\u066c]/u;
const europeanDigit = /[0-9\u06f0-\u06f9]/u;
const numberSigns = /[#$%\u00a2-\u00a5\u00b0\u00b1\u0609\u060a\u066a\u2030-\u2034\u20a0-\u20bf\u2212]/u;
/** Among Arabic letters, but without a direction. */
const arabicNeutral = /[\u0606\u0607\u060e\u060f\u06de\u06e9\ufd3e-\ufd4f]/u;
/** Marks that are not printed and count as a letter of their direction. */
const [leftMark, rightMark] = ['\u200e', '\u200f'];
const directionMark = /[\u061c\u200e\u200f]/;
const brackets: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const mirrors: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '<': '>',
  '>': '<',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
};

/** Whether a text has characters that are written from right to left. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/**
 * The parts of a line from left to right as printed, after the Unicode bidirectional algorithm (UAX #9: rules P2–P3, W1–W7,
 * N0–N2, I1–I2, L1–L2, L4), without its explicit embeddings, which titles and captions do not need.
 *
 * @param line one line as read; brackets come back mirrored where they stand in words from right to left, marks of direction
 * are left out
 */
export function inPrintedOrder(line: string): DirectedText[] {
  const characters = [...line];
  const given = characters.map(kindOf);
  const base = baseOf(given);
  const kinds = settleNeutrals(settleBrackets(characters, settleNumbers(given, base), base), base);
  const levels = kinds.map((kind) => (kind === 'R' ? 1 : kind === 'L' ? base * 2 : 2));
  // White space at the end belongs to the line, not to its last word (L1).
  for (let i = characters.length - 1; i >= 0 && characters[i] === ' '; i -= 1) levels[i] = base;
  const parts: { text: string; level: number }[] = [];
  characters.forEach((character, i) => {
    if (directionMark.test(character)) return;
    const level = levels[i]!;
    const shown = level % 2 === 1 ? (mirrors[character] ?? character) : character;
    const last = parts.at(-1);
    if (last?.level === level) last.text += shown;
    else parts.push({ text: shown, level });
  });
  for (const level of [2, 1]) reverseFrom(parts, level);
  return parts.map(({ text, level }) => ({ text, isRightToLeft: level % 2 === 1 }));
}

/**
 * The lines that a text was broken into, each in the direction of the whole (P2 and P3 are of paragraphs): one that would run
 * otherwise by its own first letter begins with a mark.
 */
export function inOneDirection(lines: readonly string[]): string[] {
  const base = baseOf([...lines.join('')].map(kindOf));
  return lines.map((line) =>
    baseOf([...line].map(kindOf)) === base ? line : `${base === 0 ? leftMark : rightMark}${line}`,
  );
}

/** Rules P2 and P3: 1 where the first letter runs from right to left, else 0. */
function baseOf(kinds: readonly Kind[]): 0 | 1 {
  const first = kinds.find((kind) => kind === 'L' || kind === 'R' || kind === 'AL');
  return first === undefined || first === 'L' ? 0 : 1;
}

function kindOf(character: string): Kind {
  if (/[\p{M}\u200c\u200d]/u.test(character)) return 'NSM';
  if (arabicDigit.test(character)) return 'AN';
  if (europeanDigit.test(character)) return 'EN';
  if (character === '+' || character === '-') return 'ES';
  if (/[,./:\u00a0\u060c]/.test(character)) return 'CS';
  if (numberSigns.test(character)) return 'ET';
  if (arabicNeutral.test(character)) return 'ON';
  if (rightToLeft.test(character)) return arabic.test(character) ? 'AL' : 'R';
  return character === leftMark || /[\p{L}\p{N}]/u.test(character) ? 'L' : 'ON';
}

/** Rules W1 to W7: what numbers, and the signs in and around them, take part in. */
function settleNumbers(given: readonly Kind[], base: number): Kind[] {
  const kinds = [...given];
  const start: Kind = base === 0 ? 'L' : 'R';
  // W1 and W2: marks take the kind of what they stand on; numbers after Arabic letters are Arabic.
  let strong: Kind = start;
  for (let i = 0; i < kinds.length; i += 1) {
    if (kinds[i] === 'NSM') kinds[i] = i === 0 ? start : kinds[i - 1]!;
    const kind = kinds[i]!;
    if (kind === 'L' || kind === 'R' || kind === 'AL') strong = kind;
    else if (kind === 'EN' && strong === 'AL') kinds[i] = 'AN';
  }
  // W4: one separator between numbers of a kind is a part of them.
  for (let i = 1; i + 1 < kinds.length; i += 1) {
    const [before, after] = [kinds[i - 1], kinds[i + 1]];
    if (before !== after || (kinds[i] !== 'CS' && kinds[i] !== 'ES')) continue;
    if (before === 'EN' || (before === 'AN' && kinds[i] === 'CS')) kinds[i] = before;
  }
  // W5 and W6: signs such as % and $ belong to the number they touch; without one they have no direction.
  for (let i = 0; i < kinds.length; i += 1) {
    if (kinds[i] !== 'ET') continue;
    let end = i;
    while (kinds[end + 1] === 'ET') end += 1;
    const settled: Kind = kinds[i - 1] === 'EN' || kinds[end + 1] === 'EN' ? 'EN' : 'ON';
    kinds.fill(settled, i, end + 1);
    i = end;
  }
  // W3, W6 and W7: Arabic letters run right to left; other signs have no direction; numbers after Latin letters run with them.
  strong = start;
  for (let i = 0; i < kinds.length; i += 1) {
    const kind = kinds[i]!;
    if (kind === 'AL') kinds[i] = 'R';
    else if (kind === 'ES' || kind === 'CS') kinds[i] = 'ON';
    if (kinds[i] === 'L' || kinds[i] === 'R') strong = kinds[i]!;
    else if (kind === 'EN' && strong === 'L') kinds[i] = 'L';
  }
  return kinds;
}

/** Rule N0: both brackets of a pair take the line's direction if something within has it, else that of what stands before them. */
function settleBrackets(characters: readonly string[], given: readonly Kind[], base: number): Kind[] {
  const kinds = [...given];
  for (const [open, close] of bracketPairs(characters, given)) {
    const within = kinds.slice(open + 1, close).filter((kind) => kind !== 'ON');
    if (within.length === 0) continue;
    const own = sideOf(undefined, base);
    const before = kinds.slice(0, open).findLast((kind) => kind !== 'ON');
    const side = within.some((kind) => sideOf(kind, base) === own) ? own : sideOf(before, base);
    kinds[open] = kinds[close] = side;
  }
  return kinds;
}

/** Places of brackets that belong together (BD16), by their first. */
function bracketPairs(characters: readonly string[], kinds: readonly Kind[]): [number, number][] {
  const pairs: [number, number][] = [];
  const opened: number[] = [];
  characters.forEach((character, i) => {
    if (kinds[i] !== 'ON') return;
    if (brackets[character]) opened.push(i);
    const at = opened.findLastIndex((open) => brackets[characters[open]!] === character);
    if (at !== -1) pairs.push([opened.splice(at)[0]!, i]);
  });
  return pairs.toSorted(([a], [b]) => a - b);
}

/** The direction of a settled kind; the line's where there is none. */
function sideOf(kind: Kind | undefined, base: number): 'L' | 'R' {
  if (kind === undefined) return base === 0 ? 'L' : 'R';
  return kind === 'L' ? 'L' : 'R';
}

/** Rules N1 and N2: what has no direction of its own takes that of both its sides, or the line's. */
function settleNeutrals(given: readonly Kind[], base: number): Kind[] {
  const kinds = [...given];
  for (let i = 0; i < kinds.length; i += 1) {
    if (kinds[i] !== 'ON') continue;
    let end = i;
    while (kinds[end + 1] === 'ON') end += 1;
    const [before, after] = [sideOf(kinds[i - 1], base), sideOf(kinds[end + 1], base)];
    kinds.fill(before === after ? before : sideOf(undefined, base), i, end + 1);
    i = end;
  }
  return kinds;
}

/** Reverses every run of parts of a level or a higher one (L2). */
function reverseFrom(parts: { text: string; level: number }[], level: number): void {
  for (let i = 0; i < parts.length; i += 1) {
    if (parts[i]!.level < level) continue;
    let end = i;
    while (end + 1 < parts.length && parts[end + 1]!.level >= level) end += 1;
    parts.splice(i, end + 1 - i, ...parts.slice(i, end + 1).toReversed());
    i = end;
  }
}
