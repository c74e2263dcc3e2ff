import { isTag, type Element, type ParentNode } from 'domhandler';
import type {
  DocketAttorney,
  DocketParty,
  DocketWarning,
  ParsedEntry,
  ParsedSource,
} from '../../../../../shared/model/docket.ts';
import { blankEntry, blankHeader } from '../../../../../shared/domain/docket/blank.ts';
import { documentIdOf } from '../printed/court-links.ts';
import { elementsNamed, foldSpace } from '../printed/html-text.ts';
import { attorneyOf, type AttorneyBlock } from '../sheet/attorneys.ts';
import { isoDateOf } from '../printed/printed-dates.ts';
import { damagedSource, fieldMissing } from '../warning.ts';
import { attachmentsBehindLeads } from './entry-fields.ts';
import { childText } from './xml.ts';

/**
 * Reads the Internet Archive's docket file (gov.uscourts.….docket.xml): header, parties with attorneys, entries with attachments.
 * It lists what readers of the docket gave the archive, so an entry that is not in it need not be gone.
 *
 * @throws AppError DOCKET_SOURCE_DAMAGED where the file is cut off
 */
export function readArchiveXml(document: ParentNode, name: string): ParsedSource {
  const [details] = elementsNamed(document, 'case_details');
  if (details === undefined)
    throw damagedSource(name, 'a docket of the Internet Archive', 'it does not say which case it is');
  const warnings: DocketWarning[] = [];
  const text = (field: string) => foldSpace(childText(details, field));
  const date = (field: string) => isoDateOf(text(field));
  const header = blankHeader({
    court: text('court'),
    number: text('docket_num'),
    title: text('case_name'),
    judge: text('assigned_to'),
    referredTo: text('referred_to'),
    filedOn: date('date_case_filed'),
    terminatedOn: date('date_case_terminated'),
    lastFiledOn: date('date_last_filing'),
    cause: text('case_cause'),
    natureOfSuit: text('nature_of_suit'),
    juryDemand: text('jury_demand'),
    jurisdiction: text('jurisdiction'),
    demand: text('demand'),
    courtCaseId: text('pacer_case_num'),
  });
  if (header.number === '') warnings.push(fieldMissing('case number', 'this docket', ''));
  // Attorneys whose address “(See above for address)” points to.
  const seen = new Map<string, DocketAttorney>();
  const parties = elementsNamed(document, 'party').map((element) => partyOf(element, seen));
  const entries = elementsNamed(document, 'document').map((element) => entryOf(element, warnings));
  return {
    kind: 'archive_xml',
    printedAt: null,
    dockets: [{ header, parties, entries: attachmentsBehindLeads(entries), isComplete: false }],
    warnings,
  };
}

function entryOf(element: Element, warnings: DocketWarning[]): ParsedEntry {
  const number = wholeNumber(element.attribs['doc_num'] ?? '');
  const attachment = wholeNumber(element.attribs['attachment_num'] ?? '');
  const text = (field: string) => foldSpace(childText(element, field));
  const documentId = documentIdOf(text('pacer_doc_id'));
  const long = text('long_desc');
  const short = text('short_desc');
  const filedOn = isoDateOf(text('date_filed'));
  const isAttachment = attachment !== null;
  if (!isAttachment && filedOn === null)
    warnings.push(fieldMissing('filing date', `entry ${String(number ?? '')}`.trim(), long || short));
  const sequence = wholeNumber(text('pacer_de_seq_num'));
  return blankEntry({
    number,
    attachment,
    filedOn,
    enteredOn: isoDateOf(text('date_entered')),
    text: isAttachment ? long || short : long,
    shortText: isAttachment ? '' : short,
    documentId,
    sequence,
    pageCount: wholeNumber(text('page_count')),
    isTextOnly: number === null && documentId === null,
  });
}

/** A number above zero; null where there is none. */
function wholeNumber(printed: string): number | null {
  return /^\d{1,9}$/.test(printed) ? Number(printed) || null : null;
}

function partyOf(element: Element, seen: Map<string, DocketAttorney>): DocketParty {
  const [list] = element.children
    .filter((node) => isTag(node))
    .filter(({ name }) => name === 'attorney_list');
  return {
    name: foldSpace(childText(element, 'name')),
    role: foldSpace(childText(element, 'type')),
    details: linesIn(childText(element, 'extra_info')).join('\n'),
    terminatedOn: isoDateOf(childText(element, 'date_terminated')),
    attorneys:
      list === undefined
        ? []
        : elementsNamed(list, 'attorney').map((each) => attorneyOf(blockOf(each), seen)),
  };
}

function blockOf(element: Element): AttorneyBlock {
  return {
    name: foldSpace(childText(element, 'attorney_name')).replace(/\s+,/g, ',').replace(/,$/, ''),
    contact: linesIn(childText(element, 'contact')),
    roles: linesIn(childText(element, 'attorney_role')),
  };
}

const linesIn = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map(foldSpace)
    .filter((line) => line !== '');
