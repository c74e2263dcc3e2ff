/** An attachment that an entry's text lists. */
export interface ListedAttachment {
  readonly attachment: number;
  /** As printed, "Exhibit A"; empty where the court gave none. */
  readonly text: string;
}

export interface AttachmentLists {
  /** In the order of their numbers. */
  readonly attachments: readonly ListedAttachment[];
  /** The text with every list blanked out, each character in its place: what else it says can be read without them. */
  readonly rest: string;
}

/**
 * "(Attachments: # 1", "(Additional attachment(s) added on 6/9/2017: # (1)", "Attachments: [1]", "(Attachments # 1"; a number must follow.
 */
const opener =
  /([([])?[ \t]{0,3}\b(?:additional )?attachments?(?:\(s\))?(?: added on [\d/]{6,10})?(?:\s{0,3}:\s{0,3}(?=#\s?[([]?\d|[([]\d|1[.)]?\s)|(?<=\(attachments?)\s(?=#\s?[([]?\d))/gi;

/** Where the court's own closing groups begin: nothing of a list comes after them. */
const closing = /\(\s?(?:entered|filed on|date filed)\b/gi;

/**
 * Splits the lists of attachments out of an entry's text.
 *
 * @example
 * readAttachmentLists('MOTION for TRO (Attachments: # 1 Exhibit A, # 2 Affidavit Rees, Ann (sealed))').attachments
 * // [{ attachment: 1, text: 'Exhibit A' }, { attachment: 2, text: 'Affidavit Rees, Ann (sealed)' }]
 * @param text an entry's whole text
 */
export function readAttachmentLists(text: string): AttachmentLists {
  const found = new Map<number, string>();
  const openings = [...text.matchAll(opener)];
  const closings = Array.from(text.matchAll(closing), ({ index }) => index);
  let rest = '';
  let kept = 0;
  let nextClosing = 0;
  openings.forEach((match, at) => {
    const from = match.index + match[0].length;
    while (nextClosing < closings.length && closings[nextClosing]! < from) nextClosing += 1;
    const limit = Math.min(
      text.length,
      openings[at + 1]?.index ?? text.length,
      closings[nextClosing] ?? text.length,
    );
    const list = readList(text.slice(from, limit), match[1] ?? '');
    for (const { attachment, text: description } of list.attachments) {
      if (!found.get(attachment)) found.set(attachment, description);
    }
    const end = from + list.length;
    rest += text.slice(kept, match.index) + ' '.repeat(end - match.index);
    kept = end;
  });
  return {
    attachments: [...found]
      .sort(([a], [b]) => a - b)
      .map(([attachment, description]) => ({ attachment, text: description })),
    rest: rest + text.slice(kept),
  };
}

interface Marker {
  readonly number: number;
  readonly from: number;
  readonly to: number;
  /** Whether a comma, or nothing at all, comes before it: then it cannot be part of a description. */
  readonly isPlain: boolean;
}

/**
 * What goes on after a parenthesis that seems to close a list, up to one that nothing else opened. A separate sentence is the
 * court's ("Modified on 1/14/2021 (clk).)"), and so is a second parenthesis right after it, which closes what the list is in.
 */
const strayEnd = /^(?! ?(?:filed|modified|entered)\b)(?:[^().\n]*[\p{L}\d][^().\n]*\))+/iu;

/**
 * The list at the beginning of `text`, which ends where another list or the court's closing begins.
 *
 * @param opened by which parenthesis or bracket; empty where by none
 */
function readList(text: string, opened: string): { attachments: ListedAttachment[]; length: number } {
  const markers = findMarkers(text);
  const last = markers.at(-1);
  if (!last) return { attachments: [], length: 0 };
  const length = (ends[opened] ?? endInOpen)(text, last.to);
  return {
    length,
    attachments: markers.map(({ number, to }, i) => ({
      attachment: number,
      text: tidy(text.slice(to, markers[i + 1]?.from ?? endOfDescription(text, length, opened))),
    })),
  };
}

function findMarkers(text: string): Marker[] {
  const isSigned = /^[#[(]/.test(text);
  const form = text.startsWith('#')
    ? /#\s?(?:\((\d{1,4})\)|\[(\d{1,4})\]|(\d{1,4})\b(?!-\d))/g
    : text.startsWith('[')
      ? /\[(\d{1,4})\]/g
      : text.startsWith('(')
        ? /\((\d{1,4})\)/g
        : /(?<=^|[,;]\s)(\d{1,4})[.)]?(?=\s)/g;
  const all = Array.from(text.matchAll(form), (match): Marker => {
    const before = text.slice(Math.max(0, match.index - 2), match.index);
    return {
      number: Number(match[1] ?? match[2] ?? match[3]),
      from: match.index,
      to: match.index + match[0].length,
      isPlain: match.index === 0 || /[,;]\s?$/.test(before) || (text.startsWith('#') && !/\s$/.test(before)),
    };
  });
  const plain = new Set(all.filter(({ isPlain }) => isPlain).map(({ number }) => number));
  const markers: Marker[] = [];
  for (const marker of all) {
    const last = markers.at(-1);
    const previous = last?.number ?? 0;
    // "Exhibit 3 - check # 2" is a description where "# 2" is listed elsewhere, and so is a number out of sequence, and one at the end
    // of a description: "Photo #2,". Right behind another number it is an attachment without description.
    const isNamed = /^\s?[^\s,;)]/.test(text.slice(marker.to, marker.to + 2));
    const isBare = last !== undefined && text.slice(last.to, marker.from).trim() === '';
    const isNext = marker.number === previous + 1 && !plain.has(marker.number) && (isNamed || isBare);
    const isFirst = markers.length === 0 && marker.number > 0;
    // Without a sign of its own a number behind a comma may as well be a year: "3 Letter of June 3, 2020".
    const isInTurn = isSigned ? marker.number > previous : marker.number === previous + 1;
    if (isFirst || (marker.isPlain && isInTurn) || isNext) markers.push(marker);
  }
  return markers;
}

/** End of a list that a parenthesis opened: behind the one that closes it. */
function endInParentheses(text: string, afterLast: number): number {
  let depth = 1;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    // A description may close what it never opened; the list then goes on after it: "(Attachments: # 1 Exhibit D) Odd)".
    if (depth <= 0 && at >= afterLast)
      return at + 1 + (strayEnd.exec(text.slice(at + 1, at + 200))?.[0].length ?? 0);
    if (depth <= 0) depth = 1;
  }
  // A description opened what it never closes: the list ends before the next group, or at the last parenthesis.
  const group = /\)\s?(?=\()/g;
  group.lastIndex = afterLast;
  const match = group.exec(text);
  if (match) return match.index + 1;
  const lastClose = text.indexOf(')', afterLast);
  return lastClose === -1 ? text.trimEnd().length : lastClose + 1;
}

/** A list without parentheses ends before the name or the initials that close the entry. */
function endInOpen(text: string, afterLast: number): number {
  const group = /\(\s?(?:[\p{L}'’.-]{1,30}, ?[\p{L}'’. -]{0,30}|[a-z]{2,4})\)/gu;
  group.lastIndex = afterLast;
  return group.exec(text)?.index ?? text.trimEnd().length;
}

/** A list in square brackets ends behind the one that closes it. */
function endInBrackets(text: string, afterLast: number): number {
  const close = text.indexOf(']', afterLast);
  return close === -1 ? endInOpen(text, afterLast) : close + 1;
}

const ends: Readonly<Record<string, (text: string, afterLast: number) => number>> = {
  '(': endInParentheses,
  '[': endInBrackets,
};

function endOfDescription(text: string, length: number, opened: string): number {
  const isClosed =
    (opened === '(' && text[length - 1] === ')') || (opened === '[' && text[length - 1] === ']');
  return isClosed ? length - 1 : length;
}

function tidy(description: string): string {
  return description
    .replace(/^[\s:,;]+/, '')
    .replace(/[\s,;]{1,20}$/, '')
    .replaceAll(/\s{1,50}/g, ' ');
}
