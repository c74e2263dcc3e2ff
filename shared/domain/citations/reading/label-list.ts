import { lettersOf, ordinalOf } from '../../exhibits/exhibit-label.ts';
import { has, kindOf, type KnownLabels } from './known-labels.ts';
import {
  isPronoun,
  isQuotedLetter,
  isSmallLabel,
  isSmallPart,
  lateLabel,
  readLabel,
  readSibling,
  type CitedLabel,
} from './label.ts';
import { isCountedNext, isReporterNext } from './pins.ts';
import { endAt, isAt } from './sticky.ts';

/** Labels a range may imply at most. */
const maxImplied = 500;

/**
 * The labels between two, both left out: those the scheme has, and those of the set between the two, in its order.
 *
 * @returns null where the two make no range
 * @example labelsBetween('A', 'C', knownLabels([])) // ['B']
 */
export function labelsBetween(first: string, last: string, known: KnownLabels): string[] | null {
  if (/^[a-z]{2}$/.test(first + last)) return labelsBetween(first.toUpperCase(), last.toUpperCase(), known);
  const between = byScheme(first, last) ?? withLate(first, last);
  if (between === null) return null;
  const [from, to] = [first, last].map((label) => known.find(label) ?? -1) as [number, number];
  const standing = from >= 0 ? known.inOrder.slice(from + 1, Math.max(from + 1, to)) : [];
  const labels: string[] = [];
  let done = 0;
  for (const label of between) {
    // However it is written: of PX-001–003 the one between is PX-002.
    const place = (known.find(label) ?? -1) - from - 1;
    if (place < 0 || place >= standing.length) labels.push(label);
    else if (place >= done) {
      labels.push(...standing.slice(done, place + 1));
      done = place + 1;
    }
  }
  return [...labels, ...standing.slice(done)].slice(0, maxImplied);
}

/** The labels between two of which one is late or a part: B and C of A–C-1, D of C-1–E, C-1 of C–C-2. */
function withLate(first: string, last: string): string[] | null {
  const [from, to] = [first, last].map((label) => /^([A-Z]+|(?:[A-Z]+-)?\d+[A-Z]*)-(\d+)$/.exec(label));
  const base = to?.[1];
  if (base === first) return run(0, Number(to![2]), (n) => `${base}-${n}`);
  for (const start of [first, from?.[1]]) {
    const between = start !== undefined && base !== undefined ? byScheme(start, base) : null;
    if (between) return [...between, base!];
  }
  return from ? byScheme(from[1]!, last) : null;
}

function byScheme(first: string, last: string): string[] | null {
  if (/^[A-Z]+$/.test(first) && /^[A-Z]+$/.test(last)) {
    const isRepeated = [first, last].every(
      (label) => /^(.)\1+$/.test(label) && label.length === first.length,
    );
    if (isRepeated && first.length > 1)
      return run(ordinalOf(first[0]!), ordinalOf(last[0]!), (n) => lettersOf(n).repeat(first.length));
    return run(ordinalOf(first), ordinalOf(last), lettersOf);
  }
  const parts = [first, last].map((label) => /^(.*)\((\d+|[A-Z]|[a-z])\)$/.exec(label));
  if (parts[0] && parts[1]) return parts[0][1] === parts[1][1] ? runOfParts(parts[0], parts[1]) : null;
  const [one, other] = [first, last].map((label) => /^(.*?)(\d+)([A-Z]*)$/.exec(label));
  if (!one || !other || one[1] !== other[1]) return null;
  const [from, to] = [Number(one[2]), Number(other[2])];
  // 10A–10C: insertions after one number.
  if (from === to && one[3] !== '' && other[3] !== '')
    return run(ordinalOf(one[3]!), ordinalOf(other[3]!), (n) => `${one[1]}${from}${lettersOf(n)}`);
  return run(from, to, (n) => `${one[1]}${n}`);
}

/** 1(a)–1(c): parts of one exhibit, by number or by letter. */
function runOfParts([, base, from]: RegExpExecArray, [, , to]: RegExpExecArray): string[] | null {
  const isCounted = (part: string) => /^\d/.test(part);
  if (isCounted(from!) !== isCounted(to!)) return null;
  if (isCounted(from!)) return run(Number(from), Number(to), (n) => `${base}(${n})`);
  const isSmall = /[a-z]/.test(from!);
  return run(ordinalOf(from!.toUpperCase()), ordinalOf(to!.toUpperCase()), (n) => {
    const letter = lettersOf(n);
    return `${base}(${isSmall ? letter.toLowerCase() : letter})`;
  });
}

function run(from: number, to: number, labelOf: (ordinal: number) => string): string[] | null {
  if (to <= from) return null;
  const count = Math.min(to - from - 1, maxImplied);
  return Array.from({ length: count }, (_, at) => labelOf(from + 1 + at));
}

/** “A through D, inclusive, and F”, “A as well as C”. */
const separator =
  /(?:,? (?:inclusive|INCLUSIVE)(?=,? (?:and|or|AND|OR|&) |, ))?(?:, ?(?:(?:and\/or|and|or|as well as|AND\/OR|AND|OR|&) )?| (?:and\/or|and|or|plus|as well as|AND\/OR|AND|OR|PLUS) | ?[&+] ?|; (?:and |AND |& )?|\/|(?<=,["'])(?: (?:and|or|&))? )(?=["'([#]?[A-Z0-9]|["']?[a-z](?![a-z])|\([a-z]\)|-\d)/y;
/** After a label that is told from other words by what follows it: the list, its pin, or the end of the citation. */
const listGoesOn =
  /[,;)\]]|\.(?![\p{L}\p{N}])| (?:at \d|to the \p{Lu}|(?:and|or|&) ["'([]?[A-Z0-9]|[¶§])|$/muy;
/** After the first letter of a name: “Ex. A, J. Smith”. */
const nameGoesOn = /\. \p{L}/uy;

/**
 * Reads the next label of a list, such as “, 3” or “ and 5” after “Exs. 1”.
 *
 * @param list.first the list's first label: the others are of its kind
 * @param list.previous the label before it
 * @param list.isPlural whether several are announced; where not, what cannot be told from other words is one only if the set has it
 * @returns null where the list has ended
 */
export function readNextLabel(
  text: string,
  at: number,
  known: KnownLabels,
  {
    first,
    previous,
    isPlural,
  }: { readonly first: string; readonly previous: string; readonly isPlural: boolean },
): CitedLabel | null {
  let start = endAt(separator, text, at);
  if (start === null) return null;
  // “Ex. A&E Television” names a company.
  if (text[at] === '&' && !isPlural) return null;
  const sibling = readSibling(text, start, previous);
  if (sibling) return sibling;
  if (/["'#]/.test(text[start]!) || /^[([][A-Z0-9-]{1,6}[)\]]/.test(text.slice(start, start + 8))) start++;
  const takesSmall =
    (/^[a-z]$/.test(first) && (isQuotedLetter(text, start) || isSmallLabel(text, start, known, isPlural))) ||
    isSmallPart(text, start, known);
  const asOne = readLabel(text, start, known, { isPlural, takesSmall });
  // “PX 1, 3-4” goes on with a range, unless the set has PX-3-4.
  const isRange =
    asOne !== null &&
    /^\d+-\d+$/.test(asOne.label) &&
    /^[A-Z]+-?\d/.test(first) &&
    !has(known, `${/^\D+/.exec(first)![0]}${asOne.label}`);
  const read = isRange ? readLabel(text, start, known, { isPlural: true, takesSmall }) : asOne;
  if (!read || isReporterNext(text, read.end)) return null;
  if (!isPlural && /^\d+$/.test(read.label) && isCountedNext(text, read.end)) return null;
  // In a list that already has several labels another letter is a label: “Ex. A, B, and Z. The rest”.
  const isNamed = /^[A-Z]$/.test(read.label) && isAt(nameGoesOn, text, read.end);
  const goesOn = isAt(listGoesOn, text, read.end);
  const isListed = isPlural || (goesOn && !(isNamed && first === previous));
  const isOther = has(known, read.label) && isOfKind(read.label, first, known);
  const late = isListed && !isOther ? lateLabel(read.label, previous) : null;
  if (late !== null && has(known, late)) return { ...read, label: late };
  const next = withCode(read, first, known, isListed);
  // “Exs. 1, A and PX-3”: of another kind is only what the set has, where nothing else can be meant: “Exs. 1 and 2, D. Mass.”
  const isName = isNamed && !/and|or|&/.test(text.slice(at, start)) && kindOf(previous) !== 'letters';
  const isMixed = isPlural && goesOn && !isName && has(known, next.label) && !isCountedNext(text, next.end);
  if (!isOfKind(next.label, first, known) && !isMixed) return null;
  if (isPronoun(text, next)) return null;
  return has(known, next.label) || isPlural || (isListed && isToldApart(next.label)) ? next : null;
}

const partOfLetter = /^([A-Z]{1,2})[-.(]\d{1,4}\)?$/;

/** Whether a label may be in a list that begins with another: A-1 beside A, B and B-1 beside A-1; not PX-1. */
function isOfKind(label: string, first: string, { codes }: KnownLabels): boolean {
  if (kindOf(label) === kindOf(first)) return true;
  const part = partOfLetter.exec(first);
  const isLettered = kindOf(first) === 'letters' || (part !== null && !codes.has(part[1]!));
  return isLettered && (partOfLetter.test(label) || (part !== null && /^[A-Z]{1,2}$/.test(label)));
}

/** Whether it is neither a bare number, which could be a page or a count, nor a pronoun. */
function isToldApart(label: string): boolean {
  return !/^(?:\d+|[AI])$/.test(label);
}

/** “PX 5, 7 and 9”, “PX 5, 7-1”, “PX-10A/10B”: a number alone that has the code of the first where the set has it so, or nothing else comes of it. */
function withCode(read: CitedLabel, first: string, known: KnownLabels, isListed: boolean): CitedLabel {
  const code = /^([A-Z]+)-?\d+[A-Z]*$/.exec(first)?.[1];
  const isBare = /^\d+[A-Z]*$/.test(read.label);
  if (code === undefined || !/^\d+(?:-\d+|[A-Za-z]{1,2})?$/.test(read.label)) return read;
  const label = `${/^\D+/.exec(first)![0]}${read.label}`;
  return has(known, label) || (isBare && isListed && known.codes.has(code)) ? { ...read, label } : read;
}
