import { docketNumber } from './docket-number.ts';
import type { CitedLabel } from './label.ts';
import type { Pin } from './pins.ts';
import { endAt, isAt } from './sticky.ts';

/** “Ex. A hereto at 4”, “Ex. A, filed under seal, at 4”, “Ex. A, dated May 3, 2021, at 4”. */
const attachedTo =
  /,? (?:(?:attached |annexed )?(?:hereto|thereto|herewith)|(?:filed )?under seal|dated \p{Lu}\p{L}{2,8}\.? \d{1,2}, \d{4}|(?:[Ss]upra|[Ii]nfra)(?: note \d+| nn?\. ?\d+)?)(?![\p{L}\p{N}])/uy;
/** Words that begin another citation, or a pin. */
const notDescribed =
  'Exh?s?|Exhibits?|Decls?|Declaration|Affs?|Affidavit|Dkt|ECF|Doc|Docket|Filing|Compl|Complaint|FAC|Mot|Opp|Br|See|Id|PX|DX|JX|At|Pages?|Pp?';
/** “Ex. A, Email from Whitlock to Jones, at 4”, “Ex. A – Lease Agreement, at 4”: what the exhibit is. */
const descriptionWord = String.raw`(?!(?:${notDescribed}|${notDescribed.toUpperCase()})(?![\p{L}]))\p{Lu}[\p{L}'&-]{0,30}\.?`;
const description = new RegExp(
  String.raw`(?:,|:| [–-]) (?=\p{Lu}(?:\p{Ll}{2}|\p{Lu}{3}))${descriptionWord}(?: (?:${descriptionWord}|of|to|from|the|and|for|re|on|by|with|dated|between|email|letter|\d{1,2}, \d{4}|\d{1,4}(?:\.\d{1,3})*(?![\p{L}\p{N}]|:\d))){0,9}`,
  'uy',
);
const aside = /,? ?(?:\((?!at |pp?\. |¶|see |emphasis)[^()]{1,80}\)|\[[^\][]{1,80}\])/y;
const numberAside = new RegExp(String.raw`,? ?\(?${docketNumber}\)?`, 'y');

/** After the quotes or brackets that close a label, with a comma within them. */
export function closing(text: string, { start, end }: CitedLabel): number {
  const [before, next] = [text[start - 1], text[end]];
  const quote = before === "'" ? "'" : '"';
  if (next === ',' && text[end + 1] === quote) return end + 2;
  if (next === quote && text[end + 1] === ')' && text[start - 2] === '(') return end + 2;
  return next === quote || (next === ')' && before === '(') || next === ']' ? end + 1 : end;
}

/** After the bracket that closes a pin which one opened: “Ex. A (at 4)”. */
export function closingBracket(text: string, pin: Pin, from: number): number {
  return /[)\]]/.test(text[pin.end] ?? '') && /[([]/.test(text.slice(from, pin.start))
    ? pin.end + 1
    : pin.end;
}

/** Where what may stand between a label and its pin ends: words of how it is attached and of what it is, asides, a docket number. */
export function skipAsides(text: string, at: number): number {
  let end = at;
  for (const pattern of [attachedTo, description, aside, numberAside, aside])
    end = endAt(pattern, text, end) ?? end;
  return end;
}

/** Words in brackets behind a pin that cite nothing themselves: “(email)”, “(emphasis added)”. */
const remark =
  / ?\((?![^()]{0,200}(?<!\p{L})(?:Exh?s?|EXH?S?|Exhibits?|[Ii]d|[PDJ]T?X)(?!\p{L}))[^()]{1,200}\)/uy;

/** Where a remark behind a pin ends, after which a list may go on: “Exs. A at 3 (email) and B at 5”. */
export function skipRemark(text: string, at: number): number {
  return endAt(remark, text, at) ?? at;
}

/** The number of a paper, behind which a bracket opens. */
export const docketOpens = new RegExp(String.raw`(?<!\p{L})${docketNumber} ?[([]$`, 'u');
/** A bracket at the beginning of a page stands behind what the page before ends in. */
const paperOpens = /(?:(?<!\p{L})\p{Lu}[\p{L}'-]*\.? ?|^|\n)[([]$/u;
/** What follows a pin at the end of a citation: “at 4 North Street” is none. */
const pinEnds = /[.,;)\]]|$/my;

/**
 * Whether a citation in brackets tells what a paper before them is, so that the pin behind them is its own:
 * “ECF No. 12-3 (Ex. C) at 4”, “Smith Dep. Tr. (Ex. C) at 45:3”.
 *
 * @param place.start where the citation begins
 * @param place.word where its “Ex.” does
 */
export function isCitedInBrackets(
  text: string,
  { start, word, pinEnd }: { readonly start: number; readonly word: number; readonly pinEnd: number },
): boolean {
  const before = (at: number) => text.slice(Math.max(0, at - 40), at);
  if (docketOpens.test(before(start))) return true;
  return paperOpens.test(before(word)) && isAt(pinEnds, text, pinEnd);
}
