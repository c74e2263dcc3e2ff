import type { FoldedText } from '../search/fold-text.ts';

/** Words of forms and captions, which touch names in capitals: there nothing else tells where one ends. */
const leadingLabel =
  'CHILD|CLAIMANT|DEBTOR|DECEDENT|DEFENDANT|EMPLOYEE|MINOR|NAME|PATIENT|PETITIONER|PLAINTIFF|RESPONDENT|WITNESS';
const trailingLabel = `${leadingLabel}|ACCOUNT|ADDRESS|DOB|SSN`;

/**
 * Where two words stand side by side without a space, as a label and what was filled in do, or a box's cross and a name. Names that have a capital
 * within them are one word.
 */
const seams = [
  // `PlaintiffJane Roe`, but `MacDonald`.
  String.raw`(?<=\p{L}\p{Ll}{2})(?<!(?<!\p{L})(?:Del|Fitz|Mac|San|Van|Von))(?=\p{Lu})`,
  // `toJane Roe`, `xJane Roe`, `XJane Roe`.
  String.raw`(?<=(?<!\p{L})(?:[Bb]y|[Cc]c|Dr|Mr|Ms|[Tt]o|X|\p{Ll}))(?=\p{Lu}\p{L})`,
  // `DOBJane Roe`, `12345Balance`.
  String.raw`(?<=\p{Lu}{3}|\d{5})(?=\p{Lu}\p{Ll})`,
  // `number12345678`.
  String.raw`(?<=\p{Ll}{4})(?=\d{5})`,
  // `PLAINTIFFJANE ROE`, `JANE ROEDEFENDANT`.
  String.raw`(?<=(?<!\p{L})(?:${leadingLabel}))(?=\p{Lu}{2})`,
  String.raw`(?<=\p{Lu}{2})(?=(?:${trailingLabel})(?!\p{L}))`,
];
const seam = new RegExp(seams.join('|'), 'gu');

/**
 * A text with a space between words that have none, and where each of its units, and its end, stood; null where there are no such words.
 *
 * @example wordsApart('DateRoe').text // 'Date Roe'
 */
export function wordsApart(text: string): FoldedText | null {
  const places = Array.from(text.matchAll(seam), ({ index }) => index);
  if (places.length === 0) return null;
  const sources = new Uint32Array(text.length + places.length + 1);
  let spaces = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at === places[spaces]) sources[at + spaces++] = at;
    sources[at + spaces] = at;
  }
  return { text: text.replaceAll(seam, ' '), sources };
}
