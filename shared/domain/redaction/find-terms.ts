import { foldWithSources } from '../search/fold-text.ts';
import { wordsApart } from './words-apart.ts';

/** Part of a text, in UTF-16 units: from the first to before the last. */
export interface TextPart {
  readonly start: number;
  readonly end: number;
}

/** A list longer than this is no list of words to remove. */
export const mostTerms = 2_000;
/** Characters of a term: a longer one is a text, and no word to remove. */
export const longestTerm = 500;

/**
 * Finds words that are to be removed from texts, however they are written: in capitals or not, with or without accents, as
 * ligatures, with typographic quotes and dashes, over the end of a line with a hyphen, long ones without one too, with spaces between all
 * letters, initials with dots or without, with and without middle names, initials, titles and degrees, with the last name first, with “and” for “&” and “ue” for “ü”, as file names, addresses and tables have them, run
 * together too, and then within a longer word, right beside a word with no space between, with other signs between them, and with letters of another script that look the same. A number is found however its digits are grouped. Whole words only,
 * but for digits beside them, and letters beside a number; a term that ends in * is the beginning of a word.
 *
 * @param terms empty ones are left out
 * @param found is given the position of each term when it is found
 * @returns finds them in a text; parts may overlap
 * @example termFinder(['Jane Doe'])('for JANE\nDOE, Esq.') // [{ start: 4, end: 12 }]
 */
export function termFinder(terms: readonly string[], found?: Set<number>): (text: string) => TextPart[] {
  const patterns = terms.flatMap((term, at) => patternsOf(term).map((pattern) => [pattern, at] as const));
  return (text) => {
    const parts: TextPart[] = [];
    const accented = withMarks(text);
    const likely = foldWithSources(accented, 'likely');
    const readings = [likely, foldWithSources(accented, 'other')];
    const apart = wordsApart(likely.text);
    if (apart) readings.push({ text: apart.text, sources: apart.sources.map((at) => likely.sources[at]!) });
    for (const folded of readings) {
      const latin = asLatin(folded.text);
      for (const [pattern, at] of patterns)
        for (const match of namesIn(latin, pattern)) {
          parts.push(partOf(folded.sources, match.index, match.index + match[0].length));
          found?.add(at);
        }
    }
    return parts;
  };
}

/** Matches whose groups are middle names; within one of which that is not so, another may begin. */
function* namesIn(text: string, pattern: RegExp): Generator<RegExpExecArray> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [name, ...middle] = match;
    if (middle.every((words) => words === undefined || isMiddle(words, name))) yield match;
    else pattern.lastIndex = match.index + String.fromCodePoint(name.codePointAt(0)!).length;
  }
}

/** The terms of a file: one a line, without the white space around it. @example termsOf('Jane Doe\r\n\r\nAcme*') // ['Jane Doe', 'Acme*'] */
export function termsOf(lines: string): string[] {
  return lines
    .split(/[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Terms named in a sentence at most. */
const mostNamed = 12;

/** Some terms of a list in words. @param positions from 1 @example namesOf(['Jane Doe', 'Roe'], [2]) // '“Roe”' */
export function namesOf(terms: readonly string[], positions: readonly number[]): string {
  const named = positions.slice(0, mostNamed).map((at) => `“${terms[at - 1]}”`);
  const more = positions.length - named.length;
  return [...named, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/** Accents that some programs, TeX among them, write as separate signs beside the letter: marks, whichever, which are passed over. */
const loneAccent = /(?<=\p{L})[\u00a8\u00af\u00b4\u00b8\u02c6\u02c7\u02d9\u02da\u02dc](?=\p{L})/gu;
const withMarks = (text: string) => text.replaceAll(loneAccent, '\u0301');

/**
 * Letters of Cyrillic and Greek of which one case or both look as those of the Latin script do, and these: a text may have any of them, and nobody
 * sees which.
 */
const [lookAlikes, latinLetters] = ['авекмнорстухіјѕαβεζηικμνορτυχ', 'abekmhopctyxijsabezhikmnoptyx'];
const latinOf = new Map([
  ...Array.from(lookAlikes, (sign, at) => [sign, latinLetters[at]!] as const),
  ...Array.from(lookAlikes.toUpperCase(), (sign, at) => [sign, latinLetters[at]!.toUpperCase()] as const),
]);
const alike = new RegExp(`[${[...latinOf.keys()].join('')}]`, 'g');
const asLatin = (text: string) => text.replaceAll(alike, (sign) => latinOf.get(sign)!);

const letter = String.raw`[\p{L}\p{N}\p{M}]`;
const letterOnly = String.raw`[\p{L}\p{M}]`;
/** Between the letters of a word: a hyphen, and the end of a line after it, or the dot of an abbreviation. */
const withinWord = String.raw`(?:\p{Pd}\s{0,40}|\.)?`;
/** The same for a long word, which a narrow cell breaks without a hyphen, as it does addresses. */
const withinLongWord = String.raw`(?:\p{Pd}\s{0,40}|[ \t]?[\r\n]\s{0,40}|\.)?`;
/** Between words: whatever is no letter, and what replaces spaces in addresses. */
const betweenWords = String.raw`(?:[^\p{L}\p{N}\p{M}]|%(?:25)*20|&nbsp;){1,40}`;
/** Between the words of a name and another of it: no sentence or item of a list ends there. */
const betweenNames = String.raw`(?:[\s\p{Pd}_+"'()]|%20|(?<=[\p{L}\p{M}])\.(?=[\p{L}\p{M}])){1,8}`;
/** Between the first and the last words of a name: initials, or other names, which `isMiddle` looks at. */
const initials = String.raw`${betweenWords}(${letterOnly}(?:[.\s]{1,3}${letterOnly}){0,2})`;
const oneName = String.raw`(?:${letterOnly}\.(?=\s)|${letterOnly}{1,24}(?:['\p{Pd}]${letterOnly}{1,24}){0,2})`;
const otherNames = String.raw`${betweenNames}(${oneName}(?:${betweenNames}${oneName}){0,2}?)(?=${betweenNames}${letterOnly})`;
const wordSet = (words: string) => new Set(words.split(' '));
/** What stands before a name. */
const titles = wordSet('dr hon miss mr mrs ms mx prof');
/** Between a last name and the first: in a table, a list, a file's name or an address; on one line, for lists of names have one a line. */
const betweenInverted = String.raw`(?:\s?[,|/]\s{0,40}(?:(?:${[...titles].join('|')})\b\.?\s{1,4})?|[ \t]{1,40}|[_.+]|\p{Pd}|%20)`;
/** Between letters that are spaced, and between such words. */
const spacing = String.raw`[\s.]{1,4}`;
/** Between the digits of a number: nothing, or what groups them. */
const betweenDigits = String.raw`[\s\p{Pd}_.()/\u00b7\u2212]{0,6}`;
/** How two names of a firm are joined. */
const and = String.raw`(?:and|&(?:amp;)?|\+)`;
/** What stands before a telephone number of ten digits that is dialed from abroad. */
const countryCode = '1';
const dialedDigits = 10;
/**
 * Letters that words have at least to be found run together, or broken without a hyphen; to be found so within a longer word; a word to be found
 * beside digits, which a note's mark or an address adds; and digits a number to be found however it is grouped.
 */
const leastJoined = 6;
const leastWithin = 7;
const leastBesideDigits = 3;
const leastDigits = 5;
/** Words of a name at most, of which the last may stand first. */
const mostNames = 5;
/** Words with which no name of a person ends: what stands before them may be another's. */
const noLastName = wordSet(
  'avenue bank city co company corp corporation county court group inc llc llp ltd road state states street trust university',
);
/** Words that stand between two names and are none, for where all letters are capitals. */
const noMiddleName = wordSet(
  'against al and as at but by et for from in is met of on or said saw sued than that the to told v versus vs was who with',
);
/** Words of names that have no capital. */
const particles = wordSet('da de del della den der di do dos du e la le nee van von y');
/** What follows the name of the younger of two, or of somebody with a degree. */
const suffixes = wordSet('jr sr ii iii iv esq md phd');
const degrees = /\b(M|Ph)\.\s?D\b\.?/gi;
/** Umlauts are often written as two letters, though not at a word's end, where “Doe” is none. */
const umlaut = /([aou])\u0308(?=\p{L})|\u00f8(?=\p{L})/giu;
const spelledOut = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(umlaut, (_, vowel = 'o') => `${vowel}e`)
    .normalize('NFC');
const number = /^[\s\p{Pd}_.()/+]*\d[\d\s\p{Pd}_.()/]*$/u;

const patternsOf = (term: string): RegExp[] => sourcesOf(term).map((source) => new RegExp(source, 'giu'));

type Words = readonly (readonly string[])[];

const wordsIn = (text: string): Words =>
  asLatin(foldWithSources(spelledOut(withMarks(text.replaceAll('&', ' & ').replaceAll(degrees, '$1D')))).text)
    .split(/[\s\p{Pd}_.,;"()]+/u)
    .filter((word) => word !== '')
    .map((word) => Array.from(word));

function sourcesOf(term: string): string[] {
  const digits = digitsOf(term);
  if (digits.length >= leastDigits) return [numberSource(digits)];
  const isBeginning = term.trim().endsWith('*');
  const words = wordsIn(isBeginning ? term.trim().slice(0, -1) : term);
  const letters = words.flat();
  if (letters.length === 0) return [];
  const besideOf = (end: string) =>
    letters.length >= leastBesideDigits && !/\p{N}/u.test(end) ? letterOnly : letter;
  const before = isLetter(letters[0]!) ? `(?<!${besideOf(letters[0]!)})` : '';
  const after = !isBeginning && isLetter(letters.at(-1)!) ? `(?!${besideOf(letters.at(-1)!)})` : '';
  const whole = (inner: string, outer: string) => before + joined(words, inner, outer) + after;
  const isLong = letters.length >= leastJoined;
  const form: Form = {
    inner: isLong ? withinLongWord : withinWord,
    joint: isLong ? `(?:${betweenWords})?` : betweenWords,
  };
  const sources = [whole(form.inner, form.joint)];
  // A word of one or two letters, spaced out, would match any words.
  if (letters.length > 2) sources.push(whole(spacing, spacing));
  // Numbers of papers have letters too.
  if (letters.filter((sign) => /\p{N}/u.test(sign)).length >= leastDigits)
    sources.push(whole(betweenDigits, betweenDigits));
  const isRow = words.length > 1 && letters.length >= leastWithin;
  if (isRow) sources.push(joined(words, '', ''));
  const name = nameOf(term, words);
  if (!name) return sources;
  const { names } = name;
  const [title, suffix] = [name.title, name.suffix].map((own) =>
    own.map((word) => joined([word], form.inner, '')),
  );
  const follows = suffix!.map((word) => `(?:${betweenWords}${word}\\.?)?`).join('');
  const leads = title!.map((word) => `(?:${word}${betweenWords})?`).join('');
  if (names[0]!.length > 1 && names.at(-1)!.length > 1)
    sources.push(
      before + leads + withMiddle(names, form, false) + follows + (isBeginning ? '' : `(?!${letterOnly})`),
    );
  for (const [last, first] of isBeginning ? [] : inversionsOf(names)) {
    const dot = last.at(-1)!.length === 1 ? String.raw`\.?` : '';
    sources.push(
      `(?<!${letter})${joined(last, form.inner, form.joint)}${dot}${follows}${betweenInverted}${withMiddle(first, form, true)}(?!${letterOnly})${follows}`,
    );
    if (isRow) sources.push(joined([...last, ...first], '', ''));
  }
  return sources;
}

/** A number however it is grouped; one of a telephone with the code of its country or without. */
function numberSource(digits: readonly string[]): string {
  const hasCode = digits.length === dialedDigits + 1 && digits[0] === countryCode;
  const own = digits.slice(hasCode ? 1 : 0).join(betweenDigits);
  const before =
    digits.length === dialedDigits
      ? String.raw`(?:(?<!\p{N})|(?<=(?<!${letter})${countryCode}))`
      : String.raw`(?<!\p{N})`;
  return `${before}${hasCode ? `(?:${countryCode}${betweenDigits})?` : ''}${own}(?!\\p{N})`;
}

/** How the letters of words, and the words, may be joined. */
interface Form {
  readonly inner: string;
  readonly joint: string;
}

const textOf = (word: readonly string[]) => word.join('').toLowerCase();

/** A term as a person's name, with the first names first; null where it is none. */
function nameOf(term: string, words: Words): { title: Words; names: Words; suffix: Words } | null {
  if (words.length < 2 || !/\s/.test(term.trim()) || !words.flat().every(isNameSign)) return null;
  const [own, given] = term.split(',').map(wordsIn);
  const isTurned = given?.length && term.split(',').length === 2 && own!.length > 0 && isOfName(given[0]!);
  const inOrder = isTurned ? [...given, ...own!] : words;
  const from = titles.has(textOf(inOrder[0]!)) ? 1 : 0;
  let to = inOrder.length;
  while (to > from + 2 && suffixes.has(textOf(inOrder[to - 1]!))) to -= 1;
  const names = inOrder.slice(from, to);
  if (names.length < 2 || names.length > mostNames) return null;
  return { title: inOrder.slice(0, from), names, suffix: inOrder.slice(to) };
}

const isOfName = (word: readonly string[]) => !noLastName.has(textOf(word)) && !suffixes.has(textOf(word));

/** A name with its last names first: any of its words but the first may be the first of these. */
const inversionsOf = (names: Words): [Words, Words][] =>
  names
    .slice(1)
    .flatMap((word, at): [Words, Words][] =>
      word.length === 1 ? [] : [[names.slice(at + 1), names.slice(0, at + 1)]],
    );

const isAnd = (word: readonly string[] | undefined) =>
  word !== undefined && (textOf(word) === '&' || textOf(word) === 'and');

const joined = (words: Words, inner: string, outer: string): string =>
  words
    .map((word, at) => {
      const own = isAnd(word) ? and : word.map(escaped).join(inner);
      // `Smith&Co` has no space.
      const isBeside = outer === betweenWords && (isAnd(word) || isAnd(words[at - 1]));
      return at === 0 ? own : `${isBeside ? `(?:${outer})?` : outer}${own}`;
    })
    .join('');

/**
 * A name's words: those between the first and the last may be left out, or be initials, which may be written in full, and where there are none,
 * or behind them, others may stand.
 *
 * @param areGiven whether all are first names, of which the last is one of these too
 */
function withMiddle(words: Words, { inner, joint }: Form, areGiven: boolean): string {
  const hasOthers = !noLastName.has(textOf(words.at(-1)!));
  const last = words.length - (areGiven ? 0 : 1);
  const mayLack = (at: number) => at > 0 && at < last && isMiddleOf(words[at]!, hasOthers);
  // Once in a name: of all ways in which they may stand in several places a long text takes too much time.
  const more = (isHere: boolean) =>
    hasOthers && isHere ? `(?:${initials}|${otherNames})??` : `(?:${initials})??`;
  return words
    .map((word, at) => {
      const own = joined([word], inner, '');
      if (at === 0) return own;
      if (!mayLack(at)) return `${mayLack(at - 1) ? '' : more(words.length === 2)}${joint}${own}`;
      const other =
        word.length === 1 ? `(${own}${letterOnly}{1,24})` : `${escaped(word[0]!, 0, word)}(?!${letterOnly})`;
      return `(?:${joint}(?:${own}(?!${letterOnly})|${other})${at === last - 1 ? more(true) : ''})?`;
    })
    .join('');
}

/** Whether a word of a name may be left out of it. */
const isMiddleOf = (word: readonly string[], hasOthers: boolean) =>
  word.length === 1 || (hasOthers && word[0] !== word[0]!.toLowerCase() && !noMiddleName.has(textOf(word)));

/**
 * Whether what stands between the words of a name are initials or names of its own: they begin with capitals, or stand in an address, where all
 * letters are small. No word of a sentence does.
 */
function isMiddle(signs: string, name: string): boolean {
  const words = signs.split(/[^\p{L}\p{M}'\p{Pd}]+/u).filter((word) => word !== '');
  const isAddress = !/\s/.test(name);
  return words.every(
    (word) =>
      !noMiddleName.has(word.toLowerCase()) &&
      (isAddress || particles.has(word) || word[0] === word[0]!.toUpperCase()),
  );
}
const isNameSign = (character: string) => /[\p{L}\p{M}']/u.test(character);
const isLetter = (character: string) => /[\p{L}\p{N}\p{M}]/u.test(character);
/** The digits of a number, with what groups them left out; none of anything else. */
function digitsOf(term: string): string[] {
  const folded = foldWithSources(term).text;
  return number.test(folded) ? Array.from(folded.matchAll(/\d/g), ([digit]) => digit) : [];
}

/**
 * An apostrophe within a name is often left out, written with another sign, or read with a space after it; an address may have room around its sign;
 * and an e after a vowel may be that of an umlaut.
 */
const escaped = (character: string, at: number, word: readonly string[]) => {
  const isWithin = at > 0 && at < word.length - 1;
  if (isWithin && character === '@') return String.raw`\s?@\s?`;
  if (isWithin && /e/i.test(character) && /[aou]/i.test(word[at - 1]!)) return 'e?';
  return isWithin && character === "'"
    ? String.raw`(?:['\u0060\u00b4\u2032]\s?|\s)?`
    : character.replace(/[\\^$.*+?()[\]{}|/]/, String.raw`\$&`);
};

/** Where a part of a folded text came from; a ligature that only begins or ends in it belongs to it whole. */
function partOf(sources: Uint32Array, from: number, to: number): TextPart {
  const last = sources[to - 1]!;
  let after = to;
  while (after < sources.length - 1 && sources[after] === last) after += 1;
  return { start: sources[from]!, end: sources[after]! };
}
