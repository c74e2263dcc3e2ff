/** A part of a line that runs in one direction, its characters in the order they are read. */
export interface DirectedText {
  readonly text: string;
  readonly isRightToLeft: boolean;
}

type Kind = 'L' | 'R' | 'AL' | 'EN' | 'AN' | 'ES' | 'ET' | 'CS' | 'NSM' | 'ON';

/** Strong right-to-left characters: Hebrew, Arabic and their presentation forms. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;
const arabic = /[\u0600-\u07bf\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]/u;
const arabicDigit = /[\u0660-\u0669\u066b\u066c]/u;
const europeanDigit = /[0-9\u06f0-\u06f9]/u;
const numberSigns = /[#$%\u00a2-\u00a5\u00b0\u00b1\u2030-\u2034\u20a0-\u20bf\u2212]/u;
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
 * N1–N2, I1–I2, L1–L2, L4), without its explicit embeddings and paired brackets, which titles and captions do not need.
 *
 * @param line one line as read; brackets come back mirrored where they stand in words from right to left
 */
export function inPrintedOrder(line: string): DirectedText[] {
  const characters = [...line];
  const given = characters.map(kindOf);
  const base = given.find((kind) => kind === 'L' || kind === 'R' || kind === 'AL') === 'L' ? 0 : 1;
  const kinds = settleNeutrals(settleNumbers(given, base), base);
  const levels = kinds.map((kind) => (kind === 'R' ? 1 : kind === 'L' ? base * 2 : 2));
  // White space at the end belongs to the line, not to its last word (L1).
  for (let i = characters.length - 1; i >= 0 && characters[i] === ' '; i -= 1) levels[i] = base;
  const parts: { text: string; level: number }[] = [];
  characters.forEach((character, i) => {
    const level = levels[i]!;
    const shown = level % 2 === 1 ? (mirrors[character] ?? character) : character;
    const last = parts.at(-1);
    if (last?.level === level) last.text += shown;
    else parts.push({ text: shown, level });
  });
  for (const level of [2, 1]) reverseFrom(parts, level);
  return parts.map(({ text, level }) => ({ text, isRightToLeft: level % 2 === 1 }));
}

function kindOf(character: string): Kind {
  if (/[\p{M}\u200c\u200d]/u.test(character)) return 'NSM';
  if (arabicDigit.test(character)) return 'AN';
  if (europeanDigit.test(character)) return 'EN';
  if (rightToLeft.test(character) && /[\p{L}\p{N}]/u.test(character))
    return arabic.test(character) ? 'AL' : 'R';
  if (/[\p{L}\p{N}]/u.test(character)) return 'L';
  if (character === '+' || character === '-') return 'ES';
  if (/[,./:\u00a0]/.test(character)) return 'CS';
  return numberSigns.test(character) ? 'ET' : 'ON';
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

/** Rules N1 and N2: what has no direction of its own takes that of both its sides, or the line's. */
function settleNeutrals(given: readonly Kind[], base: number): Kind[] {
  const kinds = [...given];
  const own: Kind = base === 0 ? 'L' : 'R';
  const sideOf = (kind: Kind | undefined): Kind => (kind === undefined ? own : kind === 'L' ? 'L' : 'R');
  for (let i = 0; i < kinds.length; i += 1) {
    if (kinds[i] !== 'ON') continue;
    let end = i;
    while (kinds[end + 1] === 'ON') end += 1;
    const [before, after] = [sideOf(kinds[i - 1]), sideOf(kinds[end + 1])];
    kinds.fill(before === after ? before : own, i, end + 1);
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
