/** Words that do not tell one motion from another. */
const idle = new Set(
  'a an and any as at by for from in is its of on or other re regarding the their this to under upon with pursuant frcp fed civ rule plaintiff plaintiffs defendant defendants s'.split(
    ' ',
  ),
);

/** The same relief under its short and its long name. */
const shortNames: readonly (readonly [RegExp, string])[] = [
  [/\btemporary restraining orders?\b/gi, 'tro'],
  [/\bpreliminary injunctions?\b|\bprelim(?:inary)? inj\b\.?|\bpi\b/gi, 'preliminaryinjunction'],
  [/\bsummary judgment\b|\bmsj\b/gi, 'summaryjudgment'],
  [/\bextend time\b|\bextension of (?:deadlines?|time)\b/gi, 'extension'],
  [/\bpro hac vice\b/gi, 'prohacvice'],
];

const motionFor =
  /\b(?:motions?|applications?|petitions?|requests?)\b,?\s(?:\[[^\]]{1,20}\]\s)?(?:(?:for|to|in|of|requesting|seeking|as to)\s)?/i;
/** Where the words of a motion's subject end. */
const until = /[([;:.]|\s(?:by|filed|re|against|as to|is|are|was|document)\b|\bBY\b/i;

/** Longest subject that is compared, in words. */
const longest = 8;

/**
 * The words that say what a motion asks for, in order: of the first motion the text names.
 *
 * @example
 * motionSubject('MOTION for Temporary Restraining Order by Fairwater LLC') // ['tro']
 * motionSubject('MEMORANDUM in Support of Motion to Dismiss the Complaint') // ['dismiss', 'complaint']
 * @returns at most eight words in lower case; empty where no motion is named
 */
export function motionSubject(text: string): string[] {
  const match = motionFor.exec(text);
  if (!match) return [];
  const from = match.index + match[0].length;
  const words = text.slice(from, from + 160);
  const end = words.search(until);
  let subject = end === -1 ? words : words.slice(0, end);
  for (const [long, short] of shortNames) subject = subject.replaceAll(long, short);
  return subject
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !idle.has(word))
    .slice(0, longest);
}
