import type { DocketLink } from '../../../model/docket.ts';

/** Numbers that are no docket numbers though they look like them. Each is blanked out before links are read. */
const otherNumbers = [
  // Dates, times, money, percentages.
  /\b\d{1,4}[/-]\d{1,2}[/-]\d{2,4}\b/g,
  /\b\d{1,2}:\d{2}\b(?!-)/g,
  /\$\s?\d[\d,.]*/g,
  /\b\d[\d,.]*\s?%/g,
  // Numbers courts of appeals print behind a document's id: [1001214590] [21-1919].
  /\[\d{6,}(?:-\d{1,3})?\](?:\s?\[\d{2}-\d{1,5}\])?|\[\d{2}-\d{3,5}\]/g,
  // Case numbers: 2:21-cv-00031-BJR, 21-cv-31, 14-mj-04083.
  /\b(?:\d{1,2}:)?\d{2,4}-?(?:cv|cr|mj|mc|md|ap|bk|po|gj|misc|civ|crim)-?\d[\w-]{0,20}/gi,
  // Statutes and rules: 18 U.S.C. 4241, 28:1331, 42 CFR 405.1, Rule 12(b)(6), § 1983, MDL No. 2967.
  /\b\d{1,3}:\d{2,5}\b/g,
  /\b\d{1,3}\s?(?:U\.? ?S\.? ?C\.?|C\.? ?F\.? ?R\.?|F\.? ?R\.?)(?: ?A\.?)?\s?(?:§{1,2}|secs?\.|sections?)?\s?\d[\w.()-]{0,20}/gi,
  /(?:§{1,2}|¶{1,2}|\b(?:sections?|secs?\.|rules?|fed\. ?r\. ?\w{2,5}\. ?p\.|frcp|frap|lr|lcvr|civ\. ?l\. ?r\.|title|chapter|mdl|usca|amendments?)(?: no\.?)?)\s?[\d(][\w.()-]{0,20}/gi,
  /\b(?:case|civil|civ\.|criminal|crim\.|action|cause|appeal|check|receipt|registration|serial|bar|account)(?:\s(?:nos?\.?|numbers?))?:?\s?#?\d[\w:-]{0,24}/gi,
  // Numbers of other things: Exhibits 5 and 6, count(s) 1s, page 12, defendant (5), Nos. 1-4 of a request.
  /\b(?:exhibits?|exhs?\.?|exs?\.?|counts?|pages?|pp?\.|paragraphs?|volumes?|vols?\.?|(?<!in )parts?|forms?|courtrooms?|rooms?|suites?|levels?|phases?|claims?|interrogator(?:y|ies)|schedules?|tabs?|items?|lines?|groups?|versions?|bates|patents?|boxes|box|stat\.|jurors?)(?:\s?\(s\))?(?:\s?nos?\.?)?:?\s?#?\(?\d[\w.]{0,12}(?:(?:\s?(?:,|and|&|-|through)\s?){1,2}\d[\w.]{0,12}){0,20}/gi,
  // Addresses: 123 Main Street, 77 N. LAKE SHORE AVENUE.
  /\b\d{1,5}(?:\s[NSEW]{1,2}\.?)?(?:\s\p{Lu}[\p{L}'’]{1,20}){1,3}\s(?:Street|STREET|Ave(?:nue)?|AVE(?:NUE)?|Boulevard|BOULEVARD|Blvd|BLVD|Road|ROAD|Highway|HIGHWAY)\b/gu,
  // Days of the month: January 27, 2014; set for 12 June.
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{4})?\b/gi,
] as const;

const numberForm = String.raw`[[(]?#?\s?[[(]?\d{1,5}(?:-\d{1,4})?\b[\])]{0,2}`;
const joint = String.raw`\s?(?:,\s?and|,\s?&|,|;|&|and|/)\s?(?:#\s?)?`;
const list = `(${numberForm}(?:${joint}${numberForm}){0,60})`;

/** "Docket No. 12-3", "Dkt. 5", "ECF Nos. 12 and 13", "Doc. # 4", "D.E. 7", "related document(s)[32]". A number after them is a docket number. */
const citation = new RegExp(
  String.raw`(?:\b(?:docket|dkts?|docs?|documents?|ecf|doc\.? ent(?:ry)?)\b\.?|\bDE\b|\bD\.\s?E\.|\bDN\b|\bD\.\s?N\.|\bD\.\s?I\.|\bDI\b|\bpaper\b|\bpldg\b\.?)` +
    String.raw`(?:\s?\(s\))?\s?(?:entr(?:y|ies)|docs?\.?|documents?)?(?:\s?\(s\))?\s?(?:nos?\b\.?|numbers?|num\.?)?\s?:?\s?${list}`,
  'gi',
);

/** "re 105", "RE: [608-1]", "granting 30 and 31": a number that nothing but a docket entry can follow. */
const reference = new RegExp(
  String.raw`\b(re|regarding|granting|denying|terminating|adopting|striking|vacating|withdrawing|mooting|moot|part)\b\s?:?\s?${list}`,
  'gi',
);

const documentNames =
  'motion|application|petition|complaint|counterclaim|crossclaim|answer|order|opinion|judgment|decree|notice|response|opposition|reply|sur-?reply|objection|memorandum|brief|letter|declaration|affidavit|affirmation|stipulation|report|recommendations?|transcript|entry|request|summons|document|certificate|statement|indictment|warrant|subpoena|waiver|mandate|parties|appearance';

/** "granting 2 Motion for TRO", "ANSWER to 1 Complaint", "and 13 MOTION": a number before the name of a document. */
const named = new RegExp(
  String.raw`(?<=(?:\b(?:re|the|per|strike|vacate|amend|correct|withdraw|regarding|concerning|to|as|granting|granted|allowing|denying|denied|part|moot|mooting|terminating|striking|withdrawing|adopting|vacating|amending|correcting|modifying|and|or|of|on|from|against|supporting|opposing|resolving|referring|deferring|staying|following|overruling|sustaining|quashing|aside|approving|accepting|rejecting|dismissing|under)|s['’]|['’]s|[,;:.)])\s?)` +
    String.raw`(?<!\d\.)\b(\d{1,5}(?:-\d{1,4})?)\s(?:(?:sealed|redacted|amended|first|second|third|emergency|joint|unopposed|consent|agreed|ex parte|plaintiffs?|defendants?|plaintiff's|defendant's|proposed|notice of|certified|corrected|supplemental|clerk's|minute|text|m/)\s?)*` +
    String.raw`(?:${documentNames}|appeal|exhibit|information|scheduling|verdict|election|consent|proof|status|bill|writ|set|r&r|findings)\b`,
  'gi',
);

/** "ORDER re Stipulation and Order 38 , Complaint 26": a number right behind the name of a document. */
const namedBefore = new RegExp(
  String.raw`(?<!\b(?:general|standing|administrative|case|executive) )\b(?:${documentNames})\s(\d{1,4}(?:-\d{1,3})?)\b(?![.,:/-]\d)`,
  'gi',
);

/** "MOTION to Dismiss the Complaint 27 filed by": a number set apart as only a link is printed, with a space after it. */
const setApart =
  /(?<=[\p{L})'’"]\s)(\d{1,4}(?:-\d{1,3})?)(?=\s(?:[,.;](?:\s|$)|filed by\b|\((?:Attachments\b|\p{Lu}[\p{L}'’-]{1,30}, ))|\s?$)/gu;
const hasDocument = new RegExp(String.raw`\b(?:${documentNames})s?\b[^.;]*$`, 'i');
/** Words that number other things: "Doe 1 ,". */
const numbering =
  /(?:\b(?:does?|roe|john|jane|no|number|district|division|class|type|route|local|union|ward|station|by|on|at|until|in|due)|[\d$])\s$/i;

/** "[371]", "[608-1]": as notices and many courts print links. */
const bracketed = /\[(\d{1,4})(?:-(\d{1,3}))?\]/g;

/** What follows a plain number that was counted, not referred to: "granting 30 days". */
const counted =
  /^[\])]{0,2}[\s-]?(?:(?:additional|more|calendar|business|extra|full|court|separate)\s)?(?:days?|hours?|minutes?|weeks?|months?|years?|pages?|copies|persons?|people|witnesses|defendants|plaintiffs|parties|million|thousand|points?|percent|st\b|nd\b|rd\b|th\b|of\b|other|or\b)/i;

/**
 * Finds the docket entries that a text refers to, each once, in the order of the text.
 *
 * @example
 * readLinks('RESPONSE re 12-1 Declaration, 14 MOTION to Strike filed by Fairwater LLC')
 * // [{ number: 12, attachment: 1 }, { number: 14, attachment: null }]
 * @param text an entry's text without its lists of attachments
 */
export function readLinks(text: string): DocketLink[] {
  // Most texts refer to nothing: they skip the rest.
  if (
    [bracketed, citation, reference, named, namedBefore, setApart].every((form) => text.search(form) === -1)
  )
    return [];
  const plain = otherNumbers.reduce(
    (rest, form) => rest.replaceAll(form, (words) => '\u0000'.repeat(words.length)),
    text,
  );
  const found: { at: number; link: DocketLink }[] = [];
  const add = (at: number, link: DocketLink) => {
    if (link.number > 0) found.push({ at, link });
  };

  for (const match of plain.matchAll(bracketed)) add(match.index, linkOf(match[1]!, match[2]));
  for (const match of plain.matchAll(citation)) addList(plain, numbersAtEnd(match, match[1]!, false), add);
  for (const match of plain.matchAll(reference)) addList(plain, numbersAtEnd(match, match[2]!, true), add);
  for (const match of plain.matchAll(named)) add(match.index, linkOf(...partsOf(match[1]!)));
  for (const match of plain.matchAll(namedBefore)) {
    const from = match.index + match[0].length - match[1]!.length;
    addList(plain, { at: match.index, from, numbers: match[1]!, isPlain: true }, add);
  }
  for (const match of plain.matchAll(setApart)) {
    const before = plain.slice(Math.max(0, match.index - 160), match.index);
    if (!numbering.test(before) && hasDocument.test(before)) add(match.index, linkOf(...partsOf(match[1]!)));
  }

  found.sort((a, b) => a.at - b.at);
  const seen = new Set<string>();
  return found.flatMap(({ link }) => {
    const key = `${link.number}-${link.attachment}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [link];
  });
}

interface Numbers {
  /** Where the words before them begin. */
  readonly at: number;
  readonly from: number;
  readonly numbers: string;
  /** Whether nothing before them says that they are docket numbers. */
  readonly isPlain: boolean;
}

function numbersAtEnd(match: RegExpExecArray, numbers: string, isPlain: boolean): Numbers {
  return { at: match.index, from: match.index + match[0].length - numbers.length, numbers, isPlain };
}

function addList(
  text: string,
  { at, from, numbers, isPlain }: Numbers,
  add: (at: number, link: DocketLink) => void,
): void {
  const each = [...numbers.matchAll(/(\d{1,5})(?:-(\d{1,4}))?/g)];
  const isPlural = /(?:s|\(s\))\.?\s?:?\s?$/i.test(text.slice(at, from));
  const times = new Map<string, number>();
  for (const { 1: number } of each) times.set(number!, (times.get(number!) ?? 0) + 1);
  for (const one of each) {
    const after = text.slice(from + one.index + one[0].length, from + one.index + one[0].length + 40);
    const isCounted = /^\d/.test(after) || counted.test(after);
    if (isCounted || (isPlain && isSentence(after))) continue;
    const [first, last] = [Number(one[1]), Number(one[2])];
    // "ECF Nos. 12-15" are four entries; "ECF No. 12-15" is one attachment, and so is each of "ECF Nos. 2-3, 2-4".
    if (isPlural && times.get(one[1]!) === 1 && last > first && last - first <= 50) {
      for (let number = first; number <= last; number += 1)
        add(from + one.index, { number, attachment: null });
    } else add(from + one.index, linkOf(one[1]!, one[2]));
  }
}

/** Words in lower case that can follow the number of an entry; others make the number a count ("re 3 missing boxes"). */
const following =
  /^[\])]{0,2}\s?(?:[^\sa-z]|$|(?:and|or|as|by|filed|in|is|are|was|set|to|for|on|with|at|held|the|be|has|without|due|until|motion|order|notice|letter|response|reply|memorandum|complaint|answer|brief|objection|application|petition|declaration|affidavit|stipulation|request|report|judgment|document|entry|sealed|re|now|from|entered|dated|signed)\b)/;

function isSentence(after: string): boolean {
  return !following.test(after);
}

function partsOf(printed: string): [string, string | undefined] {
  const [number, attachment] = printed.split('-');
  return [number!, attachment];
}

function linkOf(number: string, attachment: string | undefined): DocketLink {
  return { number: Number(number), attachment: Number(attachment ?? 0) || null };
}
