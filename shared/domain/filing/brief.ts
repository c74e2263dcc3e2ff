/** What a brief is about, as rules on length tell motions apart. */
export type BriefMotion =
  | 'restraint'
  | 'injunction'
  | 'dismissal'
  | 'summaryJudgment'
  | 'classCertification'
  | 'reconsideration';

/** A paper whose length a court limits. */
export interface BriefTitle {
  /** A motion with its memorandum, what answers it, or a reply to that. */
  readonly paper: 'motion' | 'opposition' | 'reply';
  /** Null of any other motion, and where the title names none. */
  readonly motion: BriefMotion | null;
}

/** A brief and how long it is, as far as its text tells. */
export interface Brief extends BriefTitle {
  /** Up to its signature, without a cover and without tables of contents and authorities. */
  readonly pages: number;
  /** On those pages; headings, footers and a caption above the text are among them, numbers of lines are not. */
  readonly words: number;
  /** Up to its signature, with cover and tables. */
  readonly allPages: number;
  /** Whether its first page is a cover: a caption with tables behind it. */
  readonly hasCover: boolean;
  /** What its own certificate says; null where none was found. */
  readonly statedWords: number | null;
  /** Whether a signature was found; where not, what is attached is counted too. */
  readonly isSigned: boolean;
}

/** Nouns by which papers are called; the first one in a title says which it is. */
const papers =
  /\b(?<reply>repl(?:y|ies))\b|\b(?<opposition>(?:opposition|response)s?)\b|\b(?<motion>(?:motion|application)s?)\b|\b(?<brief>memorandum(?!\s(?:opinion|order|decision|and order))s?|memoranda|briefs?|points and authorities)\b|\b(?:declaration|affidavit|affirmation|order|notice|certificate|exhibit|complaint|answer|stipulation|statement|appendix|index|judgment|transcript|subpoena|report|request|letter|disclosure|opinion|proposed)s?\b/i;
/** Only a first page has a caption; limits of other courts are not known. */
const districtCourt = /\bdistrict court\b/i;
const otherCourt = /\bcourt of appeals\b|\bcircuit judges?\b/i;
/** What stands before the noun, or after it, of papers against a motion. An “opposed motion” is none. */
const objecting = /\b(?:objections? to|answering|opposing)\b/i;
const inOpposition = /^\s+in (?:opposition|response)\b/i;
const against = /\b(?:opposition|opposing|response)\b/i;
const nextMotion = /\b(?:motion|application)s?\b/i;
const inFurther = /\bin (?:further|reply)\b/i;
/** A notice in front of what is noticed: “NOTICE OF MOTION AND MOTION”, “NOTICE OF MOTION TO DISMISS; MEMORANDUM”. */
const noticeOfMotion =
  /\bnotice of (?:[\w’'-]+\s){0,6}?(?:motion|application)s?\b[^.;]{0,150}?(?:\sand|;|\s&)\s(?=(?:[\w’'-]+\s){0,4}(?:motion|application|memorandum|points and authorities)\b)/i;
const discovery = /\b(?:interrogator\w*|requests? for (?:production|admission)|discovery requests?)\b/i;
const motions: readonly (readonly [BriefMotion, RegExp])[] = [
  ['reconsideration', /\breconsider|\breargument\b/i],
  ['restraint', /\brestraining order\b|\bt\.?r\.?o\b/i],
  ['injunction', /\binjunction\b/i],
  ['summaryJudgment', /\bsummary (?:judgment|adjudication)\b/i],
  ['dismissal', /\bdismiss/i],
  ['classCertification', /\bclass certification\b|\bcertify (?:a |the )?class\b/i],
];

/** The parties, left of the sign that parts a caption from its title: “Plaintiff, ) MOTION FOR”. */
const leftOfCaption = /^[^()]*?\s[)§|]\s+(?=\S)/;
/** Lines of a caption that name another paper than the one they stand on. */
const besideTitle =
  /\b(?:complaint|action|petition)\s+(?:was\s+)?(?:filed|served)\b|\boral\s+argument\b|\bfiled\s+concurrently\b/i;

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
    .map((line) =>
      line
        .replace(/^\s*\d{1,2}(?=\s|$)/, '')
        .replace(leftOfCaption, '')
        .trim(),
    )
    .filter((line) => line !== '' && !besideTitle.test(line))
    .slice(0, linesLookedAt);
  const isOfDistrict = lines.some((line) => districtCourt.test(line));
  if (!isOfDistrict || lines.some((line) => isHeading(line) && otherCourt.test(line))) return null;
  const at = lines.findIndex((line) => isHeading(line) && papers.test(line));
  if (at < 0) return null;
  // "PLAINTIFF’S MEMORANDUM OF LAW IN" and "FURTHER SUPPORT OF ITS" are parts of one title.
  const title = lines.slice(at, at + linesOfTitle).join(' ');
  const paper = paperTitled(title.replace(noticeOfMotion, ''));
  if (paper === null || discovery.test(title)) return null;
  return { paper, motion: motions.find(([, form]) => form.test(title))?.[0] ?? null };
}

/** Which paper a title is of that has one of the nouns; null where it is another. */
function paperTitled(title: string): BriefTitle['paper'] | null {
  const noun = papers.exec(title)!;
  const { reply, opposition, motion, brief } = noun.groups!;
  const [before, after] = [title.slice(0, noun.index), title.slice(noun.index + noun[0].length)];
  if (reply !== undefined || (brief !== undefined && inFurther.test(after))) return 'reply';
  if (opposition !== undefined) return 'opposition';
  if (motion === undefined && brief === undefined) return null;
  // "Memorandum in opposition to motion" is against it; "memorandum in support of motion to strike opposition" is for one.
  const isAgainst =
    objecting.test(before) ||
    (motion === undefined ? against.test(after.split(nextMotion)[0]!) : inOpposition.test(after));
  return isAgainst ? 'opposition' : 'motion';
}

/** Written in capitals, or with them at the beginning of its longer words. */
function isHeading(line: string): boolean {
  const words = line.match(/\p{L}{4,}/gu) ?? [];
  const capital = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return line.length <= longestLine && capital >= words.length * headingShare;
}

/** “/s/ Ann Whitlock”, “/s/Ann Whitlock”, “s/ Ann Whitlock”; not “s/he”. */
const signature =
  /\b(?:[Rr]espectfully\s+[Ss]ubmitted|RESPECTFULLY\s+SUBMITTED)\b|(?:^|\s)(?:\/[Ss]\/(?!\p{Ll})|\/[Ss]\s|[Ss]\/\s?\p{Lu})/u;
const tables = /^.{0,400}\btable\s+of\s+(?:contents|authorities)\b/is;
const leader = /\.{5,}|(?:\.\s){5,}/g;
const fewestLeaders = 4;
/** Heads the memorandum behind a notice of motion that is signed by itself; certificates of service name it too, and proofs. */
const memorandumHeading =
  /^\s*(?:\d{1,2}\s+)?(?:MEMORANDUM\s+(?:OF|IN\s+SUPPORT)|POINTS\s+AND\s+AUTHORITIES|BRIEF\s+IN\s+SUPPORT)\b[^a-z\r\n]*$/m;
const certificate = /\b(?:certificate|proof|declaration) of service\b|\bI (?:hereby )?certify\b/i;
/** Pages after a signature on which it may begin, without tables. */
const pagesToMemorandum = 2;
/** Pages after the signature on which a certificate may be. */
const pagesOfCertificate = 3;

/** "contains 8,213 words", "word count: 8213": what a certificate says, the likelier form first. */
const number = String.raw`(?<count>\d{1,3},\d{3}|\d{2,5})`;
const stated: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:contain(?:s|ing)?|consists? of|comprises?|totals?|has)\s(?:approximately\s|about\s|a total of\s)?${number}\swords\b`,
    'gi',
  ),
  new RegExp(String.raw`\bword[-\s]count\b[^.]{0,40}?\s${number}(?!\d)`, 'gi'),
  new RegExp(String.raw`\b(?:number of|total) words\b[^.]{0,60}?\s${number}(?!\d)`, 'gi'),
];

/**
 * How long a brief is.
 *
 * @param title see `briefTitled`
 * @param pages texts of its pages, as far as they are known
 */
export function measureBrief(title: BriefTitle, pages: readonly string[]): Brief {
  const signed = signedPage(pages);
  const end = signed < 0 ? pages.length : signed + 1;
  const hasCover = end > 1 && isTable(pages[1]!) && !signature.test(pages[0]!);
  const body = pages.slice(hasCover ? 1 : 0, end).filter((text) => !isTable(text));
  const certified = pages
    .slice(0, end + pagesOfCertificate)
    .join('\n')
    .replaceAll(/\s+/g, ' ');
  // The last one: others may be said in it of a contract or a page.
  const found = stated
    .map((form) => [...certified.matchAll(form)].at(-1))
    .find((match) => match !== undefined);
  return {
    ...title,
    pages: body.length,
    words: body.reduce((sum, text) => sum + countWords(text), 0),
    allPages: end,
    hasCover,
    statedWords: found ? Number(found.groups!['count']!.replace(',', '')) : null,
    isSigned: signed >= 0,
  };
}

/** Where it is signed, from 0: behind the memorandum where a notice of motion before it is signed by itself. −1 where it is not. */
function signedPage(pages: readonly string[]): number {
  let signed = -1;
  for (;;) {
    const from = signed + 1;
    const more = pages.slice(from).findIndex((text) => signature.test(text));
    if (more < 0) return -1;
    signed = from + more;
    const rest = pages[signed]!.slice(signature.exec(pages[signed]!)!.index);
    const next = pages.slice(signed + 1).filter((text) => !isTable(text));
    if (![rest, ...next.slice(0, pagesToMemorandum)].some(beginsMemorandum)) return signed;
  }
}

function beginsMemorandum(text: string): boolean {
  const heading = memorandumHeading.exec(text);
  return heading !== null && !certificate.test(text.slice(0, heading.index));
}

function isTable(text: string): boolean {
  return tables.test(text) || (text.match(leader)?.length ?? 0) >= fewestLeaders;
}

/** Words as word processors count them, apart from the numbers of lines and pages. */
function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word) && !/^\d{1,2}$/.test(word)).length;
}
