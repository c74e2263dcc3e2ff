import { AppError } from '../../../../../shared/errors/app-error.ts';
import type {
  DocketLink,
  DocketWarning,
  ParsedDocket,
  ParsedEntry,
  ParsedSource,
} from '../../../../../shared/model/docket.ts';
import {
  blankAttachment,
  blankDocket,
  blankEntry,
  blankHeader,
} from '../../../../../shared/domain/docket/blank.ts';
import { courtOfAddress, courtOfName, courtOfUrl } from '../printed/court-code.ts';
import { courtCaseIdOf, documentLink, type DocumentLink } from '../printed/court-links.ts';
import { isoDateOf } from '../printed/printed-dates.ts';
import { latest } from '../together.ts';
import { damagedSource, docketWarning, fieldMissing } from '../warning.ts';
import { appealCases, appealDocuments, isAppeal } from './appellate-notice.ts';
import { documentName, placeDocuments, type PlacedDocument } from './documents.ts';
import { foldSpace } from '../printed/html-text.ts';
import { printedNumber } from '../printed/printed-number.ts';
import type { NoticeLine } from './lines.ts';
import {
  quotedSubject,
  sectionsOf,
  splitNotices,
  type NoticeCase,
  type NoticePart,
  type NoticeSections,
} from './sections.ts';
import { entryNumberOf, shortNameOf } from './subject.ts';
import { isSummary, readSummary } from './summary.ts';
import { timesOf, type Times } from './times.ts';

/** Whether lines are those of a court's notice of electronic filing or of docket activity, or of its daily summary. */
export function isNotice(lines: readonly NoticeLine[]): boolean {
  if (isSummary(lines)) return true;
  const has = (pattern: RegExp) => lines.some(({ text }) => pattern.test(text));
  return (
    has(headings) &&
    has(/^[*_]*Case (?:Number|No\.?) ?:/i) &&
    // A notice may have lost its text; what is left of it is read, and the loss is reported.
    has(/^[*_]*(?:Docket Text|Description of changes|Document (?:Number|No\.?)) ?:/i)
  );
}

/** On a line of its own: entries of a docket sheet may speak of a notice as well. */
const headings =
  /^[*_]*The following transaction was\b|^(?:Amended [\d/: ]{4,30})?[*_]*Notice of (?:Electronic Filing|Docket Activity)\b[^a-z]{0,12}$/i;

/**
 * Reads a court's notices: of electronic filing (district and bankruptcy courts) and of docket activity (courts of appeals). Each
 * case of each notice is a docket of its own; who was notified is not kept.
 *
 * @param lines as printed, in any form
 * @param about what is known beside the notice itself; `name` is the file's, for errors only
 * @throws AppError DOCKET_SOURCE_NOT_RECOGNISED where it is no court's notice, DOCKET_SOURCE_DAMAGED where nothing of it can be read
 */
export function readNotices(
  lines: readonly NoticeLine[],
  about: NoticeMail & { readonly name: string },
): ParsedSource {
  const { name } = about;
  if (!isNotice(lines)) throw new AppError('DOCKET_SOURCE_NOT_RECOGNISED', { name });
  if (isSummary(lines)) return readSummary(lines, about.sender);
  const notices = splitNotices(lines).map((part) => readNotice(sectionsOf(part), about));
  const dockets = notices.flatMap((notice) => notice.dockets);
  if (dockets.length === 0) throw damagedSource(name, 'a notice of electronic filing', 'it names no case');
  return {
    kind: notices.every((notice) => notice.isAppeal) ? 'appellate_notice' : 'notice',
    printedAt: latest(notices.map(({ enteredAt }) => enteredAt)),
    dockets,
    warnings: notices.flatMap((notice) => notice.warnings),
  };
}

/** What is known of a notice beside its own lines. */
export interface NoticeMail {
  /** Subject lines, the mail's own first; they give the entries their short names. */
  readonly subjects: readonly string[];
  /** The mail's sender, a last resort to find the court. */
  readonly sender: string;
  /** The zone in which the matter is kept, where a person has settled its court: of a court of two zones it says which. */
  readonly timezone?: string | undefined;
}

interface ReadNotice {
  readonly dockets: ParsedDocket[];
  readonly enteredAt: string | null;
  readonly isAppeal: boolean;
  readonly warnings: DocketWarning[];
}

function readNotice(
  sections: NoticeSections,
  { subjects: mailSubjects, sender, timezone }: NoticeMail,
): ReadNotice {
  const warnings: DocketWarning[] = [];
  const courtName = courtNameOf(sections.head);
  const asAppeal = isAppeal(sections, courtName);
  const courtOfCase = (one: NoticeCase) => courtOf(one, sections.head, courtName, sender);
  const court = sections.cases.map(courtOfCase).find(Boolean) ?? '';
  const time = timesOf(sections.transaction, { court, timezone, warnings });
  const isEdited = /\bwas (?:edited|modified|updated|corrected)\b/i.test(sections.transaction);
  // When an entry was edited says nothing of when it was entered, from which time may run.
  const dates: Times = isEdited ? { ...time, enteredOn: null, enteredAt: null } : time;
  if (time.filedOn === null && !isEdited)
    warnings.push(fieldMissing('filing date', 'this notice', sections.transaction));
  if (sections.isTextOpen) {
    const end = { field: 'end', of: 'the docket text' };
    warnings.push(docketWarning('DOCKET_FIELD_MISSING', end, sections.cases.at(-1)?.text?.text ?? ''));
  }
  const subjects = [...quotedSubjects(sections.head), ...mailSubjects];
  const filings = placeDocuments(sections.documents);
  const cases = asAppeal ? appealCases(sections.cases) : sections.cases;
  // The subject names the first case, and what was filed is the same in all.
  const shortText =
    cases
      .flatMap(({ number, title }) =>
        subjects.map((subject) => shortNameOf(subject, number?.text ?? '', title?.text ?? '')),
      )
      .find(Boolean) ?? shortNameOfAny(subjects);
  const dockets = cases
    .filter(({ number, document, text }) =>
      [number, document, text].some((part) => (part?.text ?? '') !== ''),
    )
    .map((one, index): ParsedDocket => {
      const number = caseNumberOf(one.number);
      const title = one.title?.text ?? '';
      if (number === '') warnings.push(fieldMissing('case number', 'this notice', one.number?.text ?? ''));
      const links = documentLinks(one);
      const lead: ParsedEntry = {
        ...leadEntry(one, links[0] ?? null, !asAppeal, warnings),
        ...dates,
        shortText,
        filer: filersOf(one.filers),
      };
      const filing =
        filings.length > 1 && filings.length === cases.length ? filings[index]! : (filings[0] ?? []);
      const entries = asAppeal
        ? appealDocuments({ ...lead, number: subjects.map(entryNumberOf).find(Boolean) ?? null }, filing)
        : [lead, ...attachmentsOf(lead, filing)];
      return blankDocket(
        blankHeader({
          court: courtOfCase(one),
          courtName,
          number,
          title,
          terminatedOn: closedOn(one.remarks),
          courtCaseId: caseIdOf(one, links),
        }),
        entries,
      );
    });
  return { dockets, enteredAt: time.enteredAt, isAppeal: asAppeal, warnings };
}

/** Subject lines of mails quoted above the notice, the nearest first. */
function quotedSubjects(head: readonly string[]): string[] {
  return head.flatMap((line) => quotedSubject.exec(line)?.[1] ?? []).toReversed();
}

/** From a subject that names several cases at once, only the words in quotation marks. */
const shortNameOfAny = (subjects: readonly string[]): string =>
  subjects.flatMap((subject) => /^Multiple Cases "([^"]+)"$/i.exec(subject.trim())?.[1] ?? [])[0] ?? '';

/** @param isNumbered whether the court numbers entries; courts of appeals do not */
function leadEntry(
  one: NoticeCase,
  link: DocumentLink | null,
  isNumbered: boolean,
  warnings: DocketWarning[],
): ParsedEntry {
  const printed = one.document?.text ?? '';
  const number = /^\D{0,3}(\d{1,6})\b(?!,\d)/.exec(printed)?.[1];
  const hasNoDocument =
    /\bno document attached\b/i.test(printed) || (one.document !== null && printed === '' && link === null);
  const text = docketTextOf(one.text);
  if (text === '') warnings.push(fieldMissing('docket text', entryName(number), printed));
  const isNumberUnread = number === undefined && !hasNoDocument && isNumbered;
  if (isNumberUnread) warnings.push(fieldMissing('document number', 'this notice', printed));
  const whole = printedNumber(printed);
  if (whole !== null && (whole.attachment !== null || whole.isOneOfSeveral))
    warnings.push(fieldMissing('further numbers', entryName(number), printed));
  return blankEntry({
    number: number === undefined ? null : Number(number) || null,
    isNumberUnread,
    text,
    ...link?.place,
    isTextOnly: hasNoDocument,
    isSealed: /\bsealed\b/i.test(printed) ? true : null,
    isRestricted: /\brestricted\b/i.test(printed) ? true : null,
    links: linksOf(one.text),
  });
}

const entryName = (number: string | undefined): string =>
  number === undefined ? 'this notice' : `entry ${number}`;

/** For an edited entry, the notice prints the old text, "to:" and the new text, which is the docket's. */
function docketTextOf(part: NoticePart | null): string {
  const lines = part?.lines ?? [];
  const isEdited = /^Modified\b.{0,40}\bfrom:/i.test(lines[0] ?? '');
  const to = isEdited ? lines.findLastIndex((line) => /^to:$/i.test(line)) : -1;
  const text = foldSpace(lines.slice(to + 1).join(' '));
  // Plain text made of bold words: *ORDER granting …*
  return /^\*[^*]+\*$/.test(text) ? text.slice(1, -1) : text;
}

/** Entries the text refers to by links of their own. */
function linksOf(part: NoticePart | null): DocketLink[] {
  const numbers = (part?.links ?? []).flatMap(({ text, url }) =>
    documentLink(url) === null ? [] : (/^\[?(\d{1,6})\]?$/.exec(text)?.[1] ?? []),
  );
  return [...new Set(numbers)].map((number) => ({ number: Number(number), attachment: null }));
}

function attachmentsOf(lead: ParsedEntry, filing: readonly PlacedDocument[]): ParsedEntry[] {
  return filing
    .filter(({ attachment }) => attachment > 0)
    .map(({ attachment, document }) => blankAttachment(lead, { attachment, text: documentName(document) }));
}

/** The case number as printed, with judges' initials; without the court's letters that stand before it in transferred cases. */
function caseNumberOf(part: NoticePart | null): string {
  return foldSpace(part?.lines[0] ?? '')
    .replace(/\s<?https?:\S*$/i, '')
    .replace(/^[A-Z]{2,5}\/(?=\d)/, '');
}

/** Longer lists of filers stand in the docket text. */
const mostOfFilers = 300;

/** One after the other, as docket texts name them: "by Ana Prado, Luis Prado". */
function filersOf(part: NoticePart | null): string {
  const all = part?.lines ?? [];
  const end = all.findIndex((line) => /^[A-Z][\w ()'/-]{1,40}:$/.test(line));
  const filers = end < 0 ? all : all.slice(0, end);
  let text = filers.join(', ');
  for (let count = filers.length - 1; text.length > mostOfFilers && count > 0; count -= 1)
    text = `${filers.slice(0, count).join(', ')}, et al.`;
  return text.slice(0, mostOfFilers);
}

/** Lines of the heading that name the court: the last two above "Notice of Electronic Filing". Plain text may have stars for bold type. */
function courtNameOf(printed: readonly string[]): string {
  const head = printed.map((line) => line.replace(/^\*+(?=\S)|(?<=\S)\*+$/g, ''));
  const title = head.findLastIndex((line) =>
    /\bNotice of (?:Electronic Filing|Docket Activity)\b/i.test(line),
  );
  const above = head.slice(0, title < 0 ? head.length : title).slice(-2);
  const first = above.findIndex((line) => /\bcourt\b|\bcircuit\b|^united states\b|\bpanel\b/i.test(line));
  if (first < 0 || above.some((line) => line.length > 120))
    return above.findLast((line) => /\bcourt\b|\bcircuit\b/i.test(line) && line.length <= 120) ?? '';
  return above.slice(first).join(', ');
}

const documentLinks = (one: NoticeCase): DocumentLink[] =>
  (one.document?.links ?? []).flatMap(({ url }) => documentLink(url) ?? []);

function courtOf(one: NoticeCase, head: readonly string[], courtName: string, sender: string): string {
  const fromLinks = [...(one.number?.links ?? []), ...(one.document?.links ?? [])].map(({ url }) =>
    courtOfUrl(url),
  );
  const fromHead = head.toReversed().map(courtOfAddress);
  const named = courtOfName(courtName);
  // An appellate panel may have its circuit's server.
  if (named.startsWith('bap')) return named;
  return (
    [
      ...fromLinks,
      ...documentLinks(one).map(({ court }) => court),
      named,
      ...fromHead,
      courtOfAddress(sender),
    ].find(Boolean) ?? ''
  );
}

function caseIdOf(one: NoticeCase, links: readonly DocumentLink[]): string {
  const fromNumber = (one.number?.links ?? []).map(({ url }) => courtCaseIdOf(url));
  return [...fromNumber, ...links.map(({ courtCaseId }) => courtCaseId)].find(Boolean) ?? '';
}

function closedOn(remarks: readonly string[]): string | null {
  const printed = remarks.flatMap((remark) => /\bCASE CLOSED on ([\d/-]+)/i.exec(remark)?.[1] ?? [])[0];
  return printed === undefined ? null : isoDateOf(printed);
}
