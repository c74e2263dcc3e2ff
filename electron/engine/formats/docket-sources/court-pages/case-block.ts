import type { Document, Element } from 'domhandler';
import type { DocketHeader, ParsedSource } from '../../../../../shared/model/docket.ts';
import { blankDocket, blankHeader } from '../../../../../shared/domain/docket/blank.ts';
import { pageOrigin } from './court.ts';
import { readReceipt } from './receipt.ts';
import { beginningOf, elementsNamed, findAll, linesOf, textOf } from '../printed/html-text.ts';
import { isoDateOf } from '../printed/printed-dates.ts';
import { chapterOf } from '../sheet/header.ts';
import { caseNumber } from '../sheet/heading.ts';

/** Numbers of cases of every sort of court: 1:17-mc-00016-KD, 16-20959-EPK, MDL No. 2168. */
const numbered =
  /^(?:(?:\d{1,2}:)?\d{2,4}-[A-Za-z\d][\w-]{2,40}|[A-Z]{2,5}\/\d:\d{2}-[\w-]{4,30}|MDL No\.? ?\d{1,5})(?:\s+All Defendants)?(?![\w-])/i;

/** Whether a line begins with a case's number. */
export function beginsWithCaseNumber(line: string): boolean {
  return numbered.test(line.trim());
}

/**
 * Reads the lines in the middle of a page's top with which the court's site shows what case it is about. Null where there are none.
 *
 * @example <center><b><font size="+1">1:17-mc-00016-KD</font></b> Fairwater LLC v. Northgate<br>A. Judge, presiding<br><b>Date filed:</b> …
 */
export function readCaseBlock(document: Document): DocketHeader | null {
  const block = findAll(document, isBlockElement).find((element) => {
    if (!numbered.test(beginningOf(element, 80))) return false;
    const lines = linesOf(element);
    return numbered.test(lines[0] ?? '') && lines.some((line) => /^date filed\s*:/i.test(line));
  });
  if (!block) return null;
  const lines = linesOf(block).slice(0, 40);
  // Bold type alone may separate the number from the title.
  const bold = textOf(elementsNamed(block, 'b')[0]);
  const inBold = lines[0]!.startsWith(bold) ? numbered.exec(bold)?.[0] : undefined;
  const printed = inBold ?? numbered.exec(lines[0]!)![0];
  const title = lines[0]!.slice(printed.length).trim();
  const all = lines.join('\n');
  const dateOf = (label: RegExp): string | null => isoDateOf(label.exec(all)?.[1] ?? '');
  const whoIs = (part: RegExp): string =>
    lines
      .filter((line) => part.test(line))
      .map((line) => line.replace(part, '').trim())
      .join('; ');
  const presiding = whoIs(/,\s*(?:presiding|panel(?: \d+)?)$/i);
  const related = /\brelated case\s*:\s*(\S[^\n]*)/i.exec(all)?.[1];
  return blankHeader({
    number: caseNumber(printed),
    title: title || (lines[1] && !/[:,]/.test(lines[1]) ? lines[1] : ''),
    judge: presiding || (/\bjudge\s*:\s*([^\n:]+)$/im.exec(all)?.[1] ?? '').trim(),
    referredTo: whoIs(/,\s*referral$/i),
    filedOn: dateOf(/\bdate filed\s*:\s*(\S+)/i),
    terminatedOn: dateOf(/\bdate terminated\s*:\s*(\S+)/i),
    lastFiledOn: dateOf(/\bdate of last filing\s*:\s*(\S+)/i),
    chapter: chapterOf(/\bchapter\s*:\s*(\S+)/i.exec(all)?.[1] ?? ''),
    convertedOn: dateOf(/\bdate converted\s*:\s*(\S+)/i),
    dischargedOn: dateOf(/\bdebtor discharged\s*:\s*(\d\S*)/i),
    relatedCases: related === undefined ? [] : [related.trim()],
    ...pageOrigin(document, '', printed),
  });
}

function isBlockElement({ name }: Element): boolean {
  return name === 'center' || name === 'div' || name === 'td' || name === 'p';
}

/** What the court's site offers to ask about a case. */
const questions =
  /^(?:alias|associated cases|attorney|case (?:file location|summary)|creditor|deadlines?\b.{0,20}|docket report\b.{0,6}|filers|history\/documents\b.{0,6}|party|related transactions|status|view a document)$/i;
/** One such word may stand anywhere. */
const leastQuestions = 3;

/** Whether a page offers what can be asked about its case: by links, or by words where a saved page has lost them. */
function hasCaseMenu(document: Document): boolean {
  const isLinked = elementsNamed(document, 'a').some(
    (anchor) =>
      /\/(?:qry\w+|DktRpt|HistDocQry|FilerQry)\.pl\?/i.test(anchor.attribs['href'] ?? '') &&
      textOf(anchor) !== '',
  );
  return isLinked || linesOf(document).filter((line) => questions.test(line)).length >= leastQuestions;
}

/**
 * Reads the page that shows a case and what can be asked about it; null for any other page. It has the case's header and no
 * entries.
 */
export function readCaseQuery(document: Document): ParsedSource | null {
  const header = readCaseBlock(document);
  if (!header || !hasCaseMenu(document)) return null;
  return {
    kind: 'case_query',
    printedAt: readReceipt(document).printedAt,
    dockets: [blankDocket(header)],
    warnings: [],
  };
}
