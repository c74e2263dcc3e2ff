import { printedDate, printedMinute } from './printed-date.ts';

/** What a fee is called where a receipt is named with it. Every run is bounded: a text can be of any length. */
const feeNotes = [
  // "Filing fee $ 402, receipt number ANJDC-14125450", "PHV Fee of $325 receipt number 0973-1 paid"
  /\b(?:(?:filing|and|admin(?:istrative)?|pro|hac|vice|phv|appeal|appellate|civil|case|opening|statutory|miscellaneous)\s){0,5}fees?\b[^()]{0,60}?\breceipt\s?(?:numbers?|nos?\.?|#)?\s?[:#]?\s?[A-Z]{0,10}[\d-]*\d[\dA-Z-]{0,30}(?:\s(?:paid|waived))?/i,
  // "Receipt No: 0645-4642301 - Fee: $ 400", "Receipt number 11738533, amount $ 274.00"
  /\breceipt\s?(?:numbers?|nos?\.?|#)\s?[:#]?\s?[A-Z]{0,10}[\d-]*\d[\dA-Z-]{0,30}(?:[\s,.;-]{1,4}(?:filing\s)?(?:fee|amount)(?:\sof)?:?\s?\$?\s?[\d,]*\d(?:\.\d\d)?)?(?:\s(?:paid|waived))?/i,
  // "Filing fee $ 5", "Fee Amount $350"
  /\b(?:(?:filing|appeal|phv|pro hac vice|and|admin)\s){0,3}fee(?:\samount)?(?:\sof)?:?\s?\$\s?\d+(?:,\d{3})*(?:\.\d\d)?/i,
  // "(Fee waived)", "Filing fee previously paid", "Fee Not Due", "(IFP)"
  /\b(?:filing\s)?fees?\s(?:status:?\s)?(?:previously\s|not\s|already\s)?(?:paid|waived|due|exempt|deferred)\b/i,
  /(?<=\()\s?(?:ifp|in forma pauperis)\b[^()]{0,40}(?=\))/i,
];

/** What the text says of the fee and its receipt, as printed; empty where nothing. */
export function readFeeNote(text: string): string {
  if (!/fee|receipt|ifp|in forma/i.test(text)) return '';
  for (const form of feeNotes) {
    const match = form.exec(text);
    if (match) return match[0].trim().replaceAll(/\s+/g, ' ');
  }
  return '';
}

export interface Flags {
  /** Null where the text does not say. */
  readonly isSealed: boolean | null;
  readonly isRestricted: boolean | null;
  /** Whether it says that it has no document. */
  readonly saysNoDocument: boolean;
  /** Whether it is of a form that often has no document: a minute entry. */
  readonly isOftenTextOnly: boolean;
  /** Whether it is of a form that hardly ever has one: a text order. */
  readonly isUsuallyTextOnly: boolean;
}

const documentName =
  'documents?|motions?|exhibits?|entry|lodged|filing|event|order|memorandum|brief|response|opposition|reply|declaration|affidavit|letter|complaint|petition|answer|notice|report|transcript|minutes?|request|application|statement|stipulation|objections?|supplement|appendix|sentencing|presentence|plea|indictment|information|warrant|patient|administrative|and|ex parte|unredacted|version|proposed';
const sealedHeading = new RegExp(
  String.raw`^[\s*([-]{0,8}(?:under\sseal|sealed[-\s*)\]:]{1,4}(?:${documentName}))\b`,
  'i',
);
/** "(Sealed)", "***FILED UNDER SEAL***". */
const sealedMark =
  /^[\s*([-]{0,8}SEALED\b|[([*]{1,3}\s?(?:[Ff]iled\s|FILED\s|[Ll]odged\s|[Pp]laced\s)?(?:[Uu]nder [Ss]eal|UNDER SEAL|[Ss]ealed|SEALED)\s?[)\]*]{1,3}|(?<!\b(?:TO BE|BE|to be|be) )\bFILED UNDER SEAL\b/;

const restrictedHeading =
  /^[\s*([-]{0,8}(?:RESTRICTED\b(?!\s(?:from|to))|VIEWING RESTRICTED|SELECTED PART(?:Y|IES)|(?:level\s\d\s)?restricted[-\s*)\]:]{1,4}(?:document|filing|entry|access|level|motion|-))/i;
const restrictedMark =
  /\bviewable\s(?:only\s)?by\b|\bviewing restricted\b|[([*]{1,3}\s?(?:restricted|selected parties)(?:[\s-]{1,3}(?:document|level\s\d|access|filing))?\s?[)\]*]{1,3}|\bavailable (?:for|to) court (?:use|users|staff) only\b|\baccess (?:is )?(?:restricted|limited) to\b|\bcourt (?:users?|staff|use) only\b/i;

const noDocument =
  /\bno (?:pdf|document|attached|attachment|image)(?:\s(?:pdf|document|image|is))?\s?(?:attached|associated|available)\b|\bno attached (?:document|pdf)|\btext[- ](?:entry[- ]only|only[- ](?:entry|order|docket)|only\))|\((?:docket\s)?text[- ](?:only|entry|order)\b|\bthere (?:is|are|will be) no[.\s]{1,2}(?:pdf|documents?|paper)|\bpaperless\b|\bno (?:written|hard copy|paper) (?:order|document)|\bentry only\b/i;
const textOnlyForms = (forms: string): RegExp =>
  new RegExp(
    String.raw`^[\s*([]{0,4}(?:(?:electronic|docket|civil|clerk'?s|courtroom|in chambers|amended|criminal)\s){0,2}(?:${forms})`,
    'i',
  );
const nameOfForm = String.raw`[\s-](?:entry|order|notice|minute|scheduling|docket)`;
const oftenTextOnly = textOnlyForms(String.raw`minute${nameOfForm}|minutes?\b(?!\sorder)`);
const usuallyTextOnly = textOnlyForms(
  String.raw`(?:text(?:[- ]only)?|paperless|electronic|oral|virtual)${nameOfForm}`,
);

/**
 * What a text says of the entry's own document: sealed, restricted, none.
 *
 * @example
 * readFlags('SEALED MOTION to Seal').isSealed // true
 * readFlags('ORDER granting 4 MOTION to Seal').isSealed // null
 * @param text an entry's text without its lists of attachments
 */
export function readFlags(text: string): Flags {
  return {
    isSealed: !/\bunseal/i.test(text) && (sealedHeading.test(text) || sealedMark.test(text)) ? true : null,
    isRestricted: restrictedHeading.test(text) || restrictedMark.test(text) ? true : null,
    saysNoDocument: noDocument.test(text),
    isOftenTextOnly: oftenTextOnly.test(text),
    isUsuallyTextOnly: usuallyTextOnly.test(text),
  };
}

/**
 * "(Entered: 01/11/2021)", "[Entered: 07/25/2025 08:08 AM]", "[Entered: 07/25/2025 08:08 AM--Edited 07/26/2025 by AB]", "(Entered: 01/11/2021 at 15:04:05)", "(Entered on 1/11/2021)", "(Filed on 10/13/2017)";
 * the last of each counts.
 */
const closingDates =
  /[([]\s?(?:date )?(entered|filed)(?: on)?:?\s{0,3}(\d{1,2}\/\d{1,2}\/\d{2,4})(?:,?\s(?:at\s)?(\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?))?(?:\s?[-–—]{1,2}\s?edited\b[^()[\]]{0,80})?\s?[)\]]/gi;

/** The dates that close a text. */
export function readClosingDates(text: string): {
  filedOn: string | null;
  enteredOn: string | null;
  /** Where it is printed to the minute. */
  enteredAt: string | null;
} {
  const dates: ReturnType<typeof readClosingDates> = { filedOn: null, enteredOn: null, enteredAt: null };
  for (const [, kind, day, minute] of text.matchAll(closingDates)) {
    const on = printedDate(day!);
    if (on === null) continue;
    if (kind!.toLowerCase() !== 'entered') dates.filedOn = on;
    else {
      const at = printedMinute(minute ?? '');
      dates.enteredOn = on;
      dates.enteredAt = at === null ? null : `${on}T${at}`;
    }
  }
  return dates;
}
