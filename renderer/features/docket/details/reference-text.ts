import { readAttachmentLists } from '../../../../shared/domain/docket/text/attachment-list.ts';
import type { DocketEntry, DocketLink } from '../../../../shared/model/docket.ts';

/** A piece of an entry's text: words, or a reference to another entry. */
export interface TextPiece {
  readonly text: string;
  readonly target: DocketEntry | null;
}

/** A docket number as it may occur in a text; `isReference` checks its neighbors. */
const numberForm = /\d{1,6}(?:-\d{1,4})?/g;

/** What comes before a reference: "re", "Dkt.", "ECF No.", "[", "#", "granting", "per order", a comma or "and" of a list of them. */
const leadIn =
  /(?:\b(?:re|regarding|dkts?|docket|ecf|docs?|documents?|entry|entries|pldgs?|pleadings?|orders?|nos?|to|of|and|or|from|granting|denying|adopting|in part|moot|terminating|striking|on|as|per)\b[.:(s)]{0,4}|[[#,;&(:])\s{0,2}$/i;

/** What comes before a number that is not a docket number, though a name follows it: "Exhibit 5 Letter". */
const otherName =
  /\b(?:rules?|exhibits?|exhs?|exs?|attachments?|counts?|claims?|pages?|pp?|paragraphs?|sections?|secs?|volumes?|vols?|parts?|chapters?|titles?|courtrooms?|rooms?|suites?|floors?|phases?|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)\.?\s{0,2}$/i;

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
  // The numbers of its own attachments are not references; they are blanked out so that everything else keeps its place.
  const { rest } = readAttachmentLists(text);
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const { 0: number, index } of rest.matchAll(numberForm)) {
    const target = targets.get(number);
    if (!target || !isReference(rest, index, index + number.length)) continue;
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
  const isNamed = /^[\])]{0,2}\s{1,2}["'*]{0,3}[A-Z]/.test(text.slice(to, to + 8)) && !otherName.test(before);
  return isNamed || leadIn.test(before);
}
