import {
  betweenWords,
  escaped,
  joined,
  letter,
  letterOnly,
  textOf,
  wordSet,
  wordsIn,
  type Form,
  type Words,
} from './words.ts';

/** What stands before a name. */
const titles = wordSet('dr hon miss mr mrs ms mx prof');
/** Between a last name and the first: in a table, a list, a file's name or an address; on one line, for lists of names have one a line. */
const betweenInverted = String.raw`(?:\s?[,|/]\s{0,40}(?:(?:${[...titles].join('|')})\b\.?\s{1,4})?|[ \t]{1,40}|[_.+]|\p{Pd}|%20)`;
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

/** Between the words of a name and another of it: no sentence or item of a list ends there. */
const betweenNames = String.raw`(?:[\s\p{Pd}_+"'()]|%20|(?<=[\p{L}\p{M}])\.(?=[\p{L}\p{M}])){1,8}`;
/** Between the first and the last words of a name: initials, or other names, which `isMiddle` looks at. */
const initials = String.raw`${betweenWords}(${letterOnly}(?:[.\s]{1,3}${letterOnly}){0,2})`;
const oneName = String.raw`(?:${letterOnly}\.(?=\s)|${letterOnly}{1,24}(?:['\p{Pd}]${letterOnly}{1,24}){0,2})`;
const otherNames = String.raw`${betweenNames}(${oneName}(?:${betweenNames}${oneName}){0,2}?)(?=${betweenNames}${letterOnly})`;

/** A person's name, with the first names first. */
interface PersonName {
  readonly title: Words;
  readonly names: Words;
  readonly suffix: Words;
}

/** A term as a person's name; null where it is none. */
export function nameOf(term: string, words: Words): PersonName | null {
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

/**
 * Sources of patterns that find a name with other middle names, or none, and with its last names first.
 *
 * @param before finds that no word goes on before it
 * @param isRow whether it is long enough to be found within a longer word
 */
export function nameSources(
  { title, names, suffix }: PersonName,
  { form, before, isBeginning, isRow }: { form: Form; before: string; isBeginning: boolean; isRow: boolean },
): string[] {
  const [leading, following] = [title, suffix].map((own) =>
    own.map((word) => joined([word], form.inner, '')),
  );
  const leads = leading!.map((word) => `(?:${word}${betweenWords})?`).join('');
  const follows = following!.map((word) => `(?:${betweenWords}${word}\\.?)?`).join('');
  const end = `(?!${letterOnly})`;
  const inOrder =
    names[0]!.length > 1 && names.at(-1)!.length > 1
      ? [before + leads + withMiddle(names, form, false) + follows + (isBeginning ? '' : end)]
      : [];
  const turned = (isBeginning ? [] : inversionsOf(names)).flatMap(([last, first]) => {
    const dot = last.at(-1)!.length === 1 ? String.raw`\.?` : '';
    const own = `(?<!${letter})${joined(last, form.inner, form.joint)}${dot}${follows}`;
    return [
      own + betweenInverted + withMiddle(first, form, true) + end + follows,
      ...(isRow ? [joined([...last, ...first], '', '')] : []),
    ];
  });
  return [...inOrder, ...turned];
}

const isOfName = (word: readonly string[]) => !noLastName.has(textOf(word)) && !suffixes.has(textOf(word));

/** A name with its last names first: any of its words but the first may be the first of these. */
const inversionsOf = (names: Words): [Words, Words][] =>
  names
    .slice(1)
    .flatMap((word, at): [Words, Words][] =>
      word.length === 1 ? [] : [[names.slice(at + 1), names.slice(0, at + 1)]],
    );

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
export function isMiddle(signs: string, name: string): boolean {
  const words = signs.split(/[^\p{L}\p{M}'\p{Pd}]+/u).filter((word) => word !== '');
  const isAddress = !/\s/.test(name);
  return words.every(
    (word) =>
      !noMiddleName.has(word.toLowerCase()) &&
      (isAddress || particles.has(word) || word[0] === word[0]!.toUpperCase()),
  );
}
const isNameSign = (character: string) => /[\p{L}\p{M}']/u.test(character);
