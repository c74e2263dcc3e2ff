/** What a brief is about, as rules on length tell motions apart. */
export type BriefMotion =
  | 'restraint'
  | 'injunction'
  | 'dismissal'
  | 'summaryJudgment'
  | 'classCertification'
  | 'reconsideration';

/** A paper whose length a court limits: a motion with its memorandum and what answers it, or a reply. */
export interface BriefTitle {
  readonly paper: 'brief' | 'reply';
  /** Null of any other motion, and where the title names none. */
  readonly motion: BriefMotion | null;
}

/** A brief and how long it is, as far as its text tells. */
export interface Brief extends BriefTitle {
  /** Up to its signature, without tables of contents and authorities. */
  readonly pages: number;
  /** On those pages; caption, headings and footers are among them, numbers of lines are not. */
  readonly words: number;
  /** What its own certificate says; null where none was found. */
  readonly statedWords: number | null;
  /** Whether a signature was found; where not, what is attached is counted too. */
  readonly isSigned: boolean;
}

/** Nouns by which papers are called; the first one in a title says which it is. */
const papers =
  /\b(?<reply>repl(?:y|ies))\b|\b(?<brief>(?:motion|application|memorandum(?!\s(?:opinion|order|decision|and order))|memoranda|brief|opposition|response)s?)\b|\b(?:declaration|affidavit|affirmation|order|notice|certificate|exhibit|complaint|answer|stipulation|statement|appendix|index|judgment|transcript|subpoena|report|request|letter|disclosure|opinion|proposed)s?\b/i;
/** Only a first page has a caption; limits of other courts are not known. */
const districtCourt = /\bdistrict court\b/i;
const otherCourt = /\bcourt of appeals\b|\bcircuit judges?\b/i;
const furtherSupport = /\bin (?:further|reply)\b/i;
const noticeOfMotion = /\bnotice of (?:motion|application) and\s/i;
const discovery = /\b(?:interrogator\w*|requests? for (?:production|admission)|discovery requests?)\b/i;
const motions: readonly (readonly [BriefMotion, RegExp])[] = [
  ['reconsideration', /\breconsider|\breargument\b/i],
  ['restraint', /\brestraining order\b|\bt\.?r\.?o\b/i],
  ['injunction', /\binjunction\b/i],
  ['summaryJudgment', /\bsummary judgment\b/i],
  ['dismissal', /\bdismiss/i],
  ['classCertification', /\bclass certification\b|\bcertify (?:a |the )?class\b/i],
];

/** Lines of a first page among which a title is looked for, and how many more it may take. */
const linesLookedAt = 80;
const linesOfTitle = 5;
/** A longer line is text. */
const longestLine = 90;
const headingShare = 0.7;

/**
 * What brief a paper is, by the title on its first page; null where it is none, or its title is not found.
 *
 * @param firstPage its text, a line each
 * @example briefTitled('PLAINTIFF’S REPLY IN SUPPORT OF ITS MOTION FOR TRO') // { paper: 'reply', motion: 'restraint' }
 */
export function briefTitled(firstPage: string): BriefTitle | null {
  const lines = firstPage
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^\s*\d{1,2}(?=\s|$)/, '').trim())
    .filter(Boolean)
    .slice(0, linesLookedAt);
  const isOfDistrict = lines.some((line) => districtCourt.test(line));
  if (!isOfDistrict || lines.some((line) => isHeading(line) && otherCourt.test(line))) return null;
  const at = lines.findIndex((line) => isHeading(line) && papers.test(line));
  if (at < 0) return null;
  // "PLAINTIFF’S MEMORANDUM OF LAW IN" and "FURTHER SUPPORT OF ITS" are parts of one title.
  const title = lines
    .slice(at, at + linesOfTitle)
    .join(' ')
    .replace(noticeOfMotion, '');
  const { reply, brief } = papers.exec(title)!.groups!;
  if ((reply === undefined && brief === undefined) || discovery.test(title)) return null;
  const motion = motions.find(([, form]) => form.test(title))?.[0] ?? null;
  return { paper: reply !== undefined || furtherSupport.test(title) ? 'reply' : 'brief', motion };
}

/** Written in capitals, or with them at the beginning of its longer words. */
function isHeading(line: string): boolean {
  const words = line.match(/\p{L}{4,}/gu) ?? [];
  const capital = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return line.length <= longestLine && capital >= words.length * headingShare;
}

const signature = /\brespectfully\s+submitted\b|(?:^|\s)\/s\/?\s/i;
const tables = /^.{0,400}\btable\s+of\s+(?:contents|authorities)\b/is;
const leader = /\.{5,}|(?:\.\s){5,}/g;
const fewestLeaders = 4;
/** Pages after the signature on which a certificate may be. */
const pagesOfCertificate = 3;

/** "contains 8,213 words", "word count: 8213": what a certificate says, the likelier form first. */
const number = String.raw`(?<count>\d{1,3},\d{3}|\d{2,5})`;
const stated: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:contain(?:s|ing)?|consists? of|comprises?|totals?|has)\s(?:approximately\s|about\s|a total of\s)?${number}\swords\b`,
    'i',
  ),
  new RegExp(String.raw`\bword[-\s]count\b[^.]{0,40}?\s${number}(?!\d)`, 'i'),
  new RegExp(String.raw`\bnumber of words\b[^.]{0,60}?\s${number}(?!\d)`, 'i'),
];

/**
 * How long a brief is.
 *
 * @param title see `briefTitled`
 * @param pages texts of its pages, as far as they are known
 */
export function measureBrief(title: BriefTitle, pages: readonly string[]): Brief {
  const signed = pages.findIndex((text) => signature.test(text));
  const end = signed < 0 ? pages.length : signed + 1;
  const body = pages.slice(0, end).filter((text) => !isTable(text));
  const certified = pages
    .slice(0, end + pagesOfCertificate)
    .join('\n')
    .replaceAll(/\s+/g, ' ');
  const found = stated.map((form) => form.exec(certified)).find((match) => match !== null);
  return {
    ...title,
    pages: body.length,
    words: body.reduce((sum, text) => sum + countWords(text), 0),
    statedWords: found ? Number(found.groups!['count']!.replace(',', '')) : null,
    isSigned: signed >= 0,
  };
}

function isTable(text: string): boolean {
  return tables.test(text) || (text.match(leader)?.length ?? 0) >= fewestLeaders;
}

/** Words as word processors count them, apart from the numbers of lines and pages. */
function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word) && !/^\d{1,2}$/.test(word)).length;
}
