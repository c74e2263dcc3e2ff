import { readAttachmentLists } from '../../../docket/text/attachment-list.ts';
import type { EventEntry } from '../triggering-event.ts';

/** An entry's words, without its list of attachments. */
export interface Heading {
  /** All of them. */
  readonly text: string;
  /** The words the paper is called by, without marks before them ("**SEALED**") and without what it refers to. */
  readonly title: string;
}

/** Marks before a paper's name. */
const marks =
  /^(?:[\s*[\]().:#-]{1,6}|(?:sealed|restricted|redacted|public|electronic|text(?:[- ]only)?|paperless|original|document|efiled|e-filed|ex parte document|filed under seal)\b[\s*:\])-]{0,4}|(?:chief |senior |u\.?s\.? |united states )*(?:district |magistrate )?judge [^:;]{3,60}:\s)+/i;

/** Where a paper's own name ends: at the party, the court's closing words, or the number of another paper. */
const tail =
  /\s(?:filed by|submitted by|on behalf of|document filed|signed by|so ordered)\b|\sby (?=\p{Lu}|all\b)|\s(?:re|as to|regarding|related to|relating to|to|on|in response to|concerning):?\s\[?#?\d|\s?\((?=(?:attach|entered|filed|[\p{L}'-]{2,20}, \p{Lu}))|\sre:?\s(?=(?:\p{Lu}|order|motion|complaint))/iu;

/** Longest name of a paper that is looked at. */
const titleLength = 300;

/** Entries that a clerk or filer took back. */
const takenBack =
  /^\W{0,8}(?:filing error|incorrect|stricken|struck|withdrawn|vacated|deleted|docketed in error|entered in error|filed in error|disregard|error\b|duplicate|deficient|terminated|void\b|correct(?:ed|ing) (?:entry|docket))|\b(?:docketed|entered|filed|e-filed|issued) in error\b|\*{2,3}\s?(?:stricken|vacated|withdrawn|void|terminated)\b|\b(?:vacated|stricken|withdrawn) (?:per|pursuant to)\b|\bplease disregard\b/i;

/** Whether a text says at its head, or in a mark, that the entry was taken back. */
export function isTakenBack(text: string): boolean {
  return takenBack.test(text.slice(0, 2_000));
}

/**
 * Splits an entry's words into its name and the rest.
 *
 * @param entry its text, or the court's short name for it where it has none
 * @returns null where the entry was taken back, or has no words
 */
export function readHeading(entry: Pick<EventEntry, 'text' | 'shortText'>): Heading | null {
  const { rest } = readAttachmentLists(entry.text || entry.shortText);
  const text = rest.trim();
  if (text === '' || isTakenBack(text)) return null;
  const named = text.slice(0, 600).replace(marks, '').slice(0, titleLength);
  const end = named.search(tail);
  return { text, title: (end <= 0 ? named : named.slice(0, end)).trim() };
}

/** Papers against an accused, "as to Ann Rees (1)": civil periods do not run from them. */
const numberedAccused = /\bas to (?:\p{Lu}[\p{L}.'’-]{0,30}\s){1,6}\(\d{1,2}\)/u;
const criminalPaper =
  /\b(?:indictment|criminal complaint|speedy trial|plea agreement|pretrial release|presentence report)\b|\[\d:\d{2}-(?:cr|mj)-/i;

/** Whether an entry is of a criminal matter, as far as its own words tell. */
export function isOfAccused(text: string): boolean {
  const head = text.slice(0, 1_000);
  return numberedAccused.test(head) || criminalPaper.test(head);
}
