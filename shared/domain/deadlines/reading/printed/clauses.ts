/** How far behind a place the end of its clause is looked for. */
const reach = 220;

/** Ends of sentences and of the markup a court leaves in its text; not the point of “$10,000.00”. */
const sentenceEnd = /(?<!\d(?=\.\d))[.]\s{0,3}(?=[\p{Lu}\d(*<])|;\s|\.{2,}|>\s/gu;
const abbreviation =
  /(?:^|[\s.(])(?:inc|corp|co|ltd|nos?|hon|dr|mrs?|ms|jr|sr|st|vs?|mag|dkt|doc|docs|fed|civ|crim|app|r|p|u\.s|[pa]\.m|dfts?|pltfs?|opp(?:['’]?n)?|resps?|hrg|mot|memo?|supp|\p{L})$/iu;

/** Where the sentence, or its part, begins that ends at `to`. */
export function clauseStart(text: string, floor: number, to: number): number {
  let start = floor;
  for (const match of text.slice(floor, to).matchAll(sentenceEnd)) {
    const index = floor + match.index;
    if (match[0].startsWith('.') && match[0].length < 3 && abbreviation.test(text.slice(index - 8, index)))
      continue;
    start = index + match[0].length;
  }
  return start;
}

/** Where the sentence, or its part, that contains `from` ends. */
export function clauseEnd(text: string, from: number): number {
  const ahead = text.slice(from, from + reach);
  for (const match of ahead.matchAll(sentenceEnd)) {
    const end = from + match.index;
    const isAbbreviated = match[0].startsWith('.') && abbreviation.test(text.slice(end - 8, end));
    if (!isAbbreviated) return end;
  }
  return from + ahead.length;
}

/** Where an item of a list begins: "(Response due by 1/13/2021, Reply due by 1/15/2021)". */
const itemStart =
  /\b[Cc]lerk(?:['’]s)?\s[Nn]otes?\s(?:that\s)?|,\s(?=\p{Lu})(?!(?:Inc|LLC|LLP|LP|Ltd|Corp|N\.A|Jr|Sr|L\.)\b)|:\s{0,3}(?=[\p{L}(])|(?<![\p{L}\d)])[([](?!s\)|\d{1,3}\)\s(?:\p{L}{4,8}\s)?(?:days?|hours?|weeks?)\b)(?:(?:\d{1,2}|\p{L})\)\s)?|[)\]]\s?(?=\p{Lu})|\band\s(?!recommendations?\b|(?:witness|exhibit)\slists?\b)(?=[\p{L}' ]{1,40}\bdue\b)|^[\s,.;)]{1,4}(?:and\s)?|(?<=\b(?:Inc|Corp|Co|Ltd)\.\s)(?=(?:(?:Answering|Opposition|Reply)\s(?:Brief|Papers)|Responses?|Oppositions?|Repl(?:y|ies)|Objections?)\b)|(?<=\b(?:[ap]\.?m\.?|noon|[ECMP][SD]?T|days?|hours?),?\s)and\s(?=(?:\p{L}{1,20}(?:['’]s?)?\s){0,3}?(?:repl(?:y|ies)|responses?|oppositions?|objections?|answers?|briefs?)\s(?:by|before|on|(?:no|not) later than)\s)/gu;

/** A note in brackets with nothing behind it but what leads to the date. */
const bracketed =
  /^[^()[\]]{1,40}[)\]][\s,]*(?:(?:is|are|was|shall|will|be|now|hereby|instead|due|filed|served|by|on|or|before|set|scheduled|continued|adjourned|for|to|until|and|including|no|later|than)[\s,]+)*$/i;

/** Where the words that belong to a date begin. */
export function segmentStart(text: string, floor: number, to: number): number {
  const base = clauseStart(text, floor, to);
  let start = base;
  for (const match of text.slice(base, to).matchAll(itemStart)) {
    const next = base + match.index + match[0].length;
    // "(Doc. No. 20) is scheduled for": what stands in brackets of its own does not begin what is set.
    if (/[([]$/.test(match[0]) && bracketed.test(text.slice(next, to))) continue;
    if (/\p{L}{2}/u.test(text.slice(next, to))) start = next;
  }
  // Looked at no further back, a word may be cut there.
  const isCut = start === floor && /^\p{L}{2}/u.test(text.slice(Math.max(0, start - 1), start + 1));
  return isCut ? start + text.slice(start, to).search(/\s|$/) : start;
}
