import type { DocketEntry, DocketLink } from '../../../../shared/model/docket.ts';

/** A piece of an entry's text: words, or words that stand for another entry. */
export interface TextPiece {
  readonly text: string;
  readonly target: DocketEntry | null;
}

/** A docket number as it may stand in a text, with its neighbours looked at by `isReference`. */
const numberForm = /\d{1,6}(?:-\d{1,4})?/g;

/** What a reference stands behind: "re", "Dkt.", "ECF No.", "[", "#", "granting", a comma or "and" of a list of them. */
const leadIn =
  /(?:\b(?:re|regarding|dkts?|docket|ecf|docs?|documents?|entry|entries|nos?|to|of|and|or|granting|denying|in part|moot|terminating|striking|on|as)\b[.:(s)]{0,4}|[[#,;&(:])\s{0,2}$/i;

/**
 * Takes an entry's text apart so that what it says of other entries can be followed. Only numbers the entry is known to refer to
 * are taken, and only where they do not look like a date, an amount, a rule or a count.
 *
 * @param links the entry's references
 * @param find the entry of a reference, or null where the docket does not have it
 * @returns the pieces; joined they are the text
 * @example splitReferences('RESPONSE re 12 MOTION', links, find) // 'RESPONSE re ', '12' → entry 12, ' MOTION'
 */
export function splitReferences(
  text: string,
  links: readonly DocketLink[],
  find: (link: DocketLink) => DocketEntry | null,
): readonly TextPiece[] {
  const targets = new Map<string, DocketEntry>();
  for (const link of links) {
    const target = find(link);
    if (target)
      targets.set(link.attachment === null ? `${link.number}` : `${link.number}-${link.attachment}`, target);
  }
  if (targets.size === 0) return [{ text, target: null }];
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const { 0: number, index } of text.matchAll(numberForm)) {
    const target = targets.get(number);
    if (!target || !isReference(text, index, index + number.length)) continue;
    if (index > from) pieces.push({ text: text.slice(from, index), target: null });
    pieces.push({ text: number, target });
    from = index + number.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), target: null });
  return pieces;
}

function isReference(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - 24), from);
  // Part of a date, an amount, a longer number, a rule ("12(b)(6)") or a time.
  if (/[\d/$.:\-§]$/.test(before) || /^(?:[\d/%-]|\(|[.:,]\d)/.test(text.slice(to, to + 2))) return false;
  return leadIn.test(before);
}
