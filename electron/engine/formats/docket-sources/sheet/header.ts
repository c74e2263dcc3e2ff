import { Element, Text, type ChildNode, type Document } from 'domhandler';
import type { DocketHeader, DocketWarning } from '../../../../../shared/model/docket.ts';
import { blankHeader } from '../../../../../shared/domain/docket/blank.ts';
import {
  beginningOf,
  cellsOf,
  elementsNamed,
  findAll,
  linesOf,
  rowsOf,
  textOf,
} from '../printed/html-text.ts';
import { isoDateOf } from '../printed/printed-dates.ts';
import { fieldMissing } from '../warning.ts';
import type { DocketHeading } from './heading.ts';

/** A label of the header and what is printed after or below it. */
interface Field {
  readonly label: string;
  readonly values: string[];
  /** How many lines without a label stand above it. */
  readonly above: number;
}

/** Elements that hold lines and tables alike. */
const wrappers = new Set(['div', 'span', 'font', 'p', 'center', 'b', 'strong']);

const label = /^([A-Za-z][A-Za-z /()[\].?'’-]{1,70}?)\s*:\s*(.*)$/;
/** Labels that may stand first; any other first line with a colon in it is a title ("In the Matter of: …"). */
const firstLabel =
  /^(?:case title|assigned|referred|panel|lead|member|relate|date|cause|demand|chapter|jury|nature|jurisdiction|magistrate|presiding|judge)/i;
/** Labels under which courts name other cases. */
const otherCase =
  /^(?:relate|lead (?!bk (?:title|chapter))|member|case in other|other court|appeals court|magistrate judge case|mj case|adversary|main case|consolidated|previous|originating)/i;

/** Whether a line begins with a label that courts use. */
export function isHeaderLabel(line: string): boolean {
  return firstLabel.test(line) || otherCase.test(line);
}

/**
 * Reads what stands between the heading of a docket report and its parties.
 *
 * @param rows of the header's tables, in the order printed
 * @param document the page, for the flags above the heading
 */
export function readHeader(
  heading: DocketHeading,
  rows: readonly Element[],
  document: Document,
): { header: DocketHeader; warnings: DocketWarning[] } {
  const fields: Field[] = [];
  const unlabeled: string[] = [];
  let last: Field | null = null;
  for (const row of rows) {
    const cells = cellsOf(row);
    let beside: Field | null = null;
    // A kind of suit has its number in a cell of its own.
    if (cells.length > 2 && /^\d{1,3}$/.test(textOf(cells[1])))
      last = readLabeledRow(cells, last, fields, unlabeled.length);
    else for (const cell of cells) beside = readCell(cell, beside, fields, unlabeled);
  }
  const values = (...names: readonly RegExp[]): string[] =>
    fields.filter((field) => names.some((name) => name.test(field.label))).flatMap((field) => field.values);
  const first = (...names: readonly RegExp[]): string => values(...names)[0] ?? '';

  const warnings: DocketWarning[] = [];
  const dateOf = (field: string, ...names: readonly RegExp[]): string | null => {
    const printed = first(...names);
    const date = isoDateOf(printed);
    if (printed !== '' && date === null) warnings.push(fieldMissing(field, 'the docket', printed));
    return date;
  };
  const title = first(/^case title$/i) || titleAmong(unlabeled.slice(0, fields[0]?.above || 1));
  const judge = values(
    /^(?:assigned (?:to|judge)|judge assigned|panel|presiding|(?:(?:presiding|chief|senior|(?:u\.?s\.? )?district) )?judge)$/i,
  );
  const referred = values(/^referred to(?: magistrate judge)?$|^magistrate(?: judge)?$/i);
  const header = blankHeader({
    courtName: heading.courtName,
    number: heading.number,
    title: heading.isBankruptcy ? first(/^case title$/i) : title,
    judge: [...new Set(judge)].join('; '),
    referredTo: [...new Set(referred)].join('; '),
    filedOn: dateOf('filing date', /^(?:date )?filed$|^(?:date )?transferred$/i),
    terminatedOn: dateOf('termination date', /^(?:date )?terminated$/i),
    lastFiledOn: dateOf('last filing date', /^date of last filing$|^last filing$/i),
    chapter: chapterOf(first(/^chapter$/i) || (unlabeled.find((line) => /^chapter \d/i.test(line)) ?? '')),
    convertedOn: dateOf('date of conversion', /^(?:date )?converted$/i),
    dischargedOn:
      values(/^(?:(?:joint )?debtor )?discharged$/i)
        .map(isoDateOf)
        .find((date) => date !== null) ?? null,
    cause: first(/^cause$/i),
    natureOfSuit: values(/^nature(?:\[s\])? of suit$/i).join('; '),
    juryDemand: first(/^jury demand$/i),
    jurisdiction: first(/^jurisdiction$/i),
    demand: first(/^demand$/i),
    flags: flagsAbove(heading.element, document),
    relatedCases: [...new Set(values(otherCase))].filter((value) => !/^\(?view /i.test(value)),
  });
  return { header, warnings };
}

/** A caption that is whole in one line. */
export const caption = /^in (?:re\b|the matter of\b)|\sv(?:s?\.|\s)\s?\S/i;
/** Where a caption is broken over lines: behind "v." or in front of it. */
const versusAtEnd = /\sv(?:s?\.|s)?$/i;
const versus = /^v(?:s?\.|s)?(?:\s+(\S.*))?$/i;

/**
 * The title among the lines above the first label, the first of them unless a further one is a caption: over it courts print what the case is ("STAYED",
 * "LEAD CASE"). It may be broken over lines around "v.".
 */
function titleAmong(lines: readonly string[]): string {
  const whole = lines.find((line) => caption.test(line));
  if (whole !== undefined) return whole;
  const at = lines.findIndex((line) => versusAtEnd.test(line));
  if (at !== -1 && lines[at + 1] !== undefined) return `${lines[at]} ${lines[at + 1]}`;
  const between = lines.findIndex((line, i) => i > 0 && versus.test(line));
  const other = versus.exec(lines[between] ?? '')?.[1] ?? lines[between + 1];
  if (between !== -1 && other !== undefined) return `${lines[between - 1]} v. ${other}`;
  return lines[0] ?? '';
}

/**
 * The chapter of the Bankruptcy Code that a line prints; empty where it prints none. A chapter the case had before is told by a word in
 * front of it.
 *
 * @example chapterOf('Chapter 11') // '11'
 */
export function chapterOf(line: string): string {
  return /^(?:chapter )?(7|9|11|12|13|15)\b(?![/.-]\d)/i.exec(line)?.[1] ?? '';
}

/**
 * Labels of a cell: a line each, or a table within with the label in front and its values below one another.
 *
 * @param beside the label that fills the cell in front, whose values this one holds
 * @returns the label, where it fills the cell
 */
function readCell(cell: Element, beside: Field | null, fields: Field[], unlabeled: string[]): Field | null {
  const { own, inner } = partsOf(cell);
  const lines = linesOf(own);
  let last = beside;
  for (const line of lines) {
    const [, name, value] = label.exec(line) ?? [];
    const isFirst = fields.length === 0 && unlabeled.length === 0;
    const isValue = last === beside && beside?.values.length === 0;
    if (name !== undefined && ((!isFirst && !isValue) || firstLabel.test(name))) {
      last = { label: name, values: value === '' ? [] : [value!], above: unlabeled.length };
      fields.push(last);
    } else if (last && (last.values.length === 0 || goesOn(last.label, line))) last.values.push(line);
    else unlabeled.push(line);
  }
  if (beside && lines.length === 0) beside.values.push(...inner.flatMap(rowsOf).map(textOf).filter(Boolean));
  else for (const table of inner) readInnerTable(table, fields, unlabeled.length);
  return lines.length === 1 && inner.length === 0 && last?.values.length === 0 ? last : null;
}

/** Several panels or cases may be listed below one another. */
function goesOn(name: string, line: string): boolean {
  return /^panel$/i.test(name) || (otherCase.test(name) && /\d{2}-[a-z\d]/i.test(line));
}

/** What a cell holds itself and the tables in it, whatever programs that rewrite pages have wrapped around both. */
function partsOf(cell: Element): { own: ChildNode[]; inner: Element[] } {
  const own: ChildNode[] = [];
  const inner: Element[] = [];
  const waiting = cell.children.toReversed();
  while (waiting.length > 0) {
    const child = waiting.pop()!;
    if (!(child instanceof Element)) own.push(child);
    else if (child.name === 'table') inner.push(child);
    else if (wrappers.has(child.name) && elementsNamed(child, 'table').length > 0)
      waiting.push(...child.children.toReversed());
    else own.push(child);
  }
  return { own, inner };
}

function readInnerTable(table: Element, fields: Field[], above: number): void {
  let last: Field | null = null;
  for (const row of rowsOf(table)) last = readLabeledRow(cellsOf(row), last, fields, above);
}

/**
 * A row with a label in its first cell, and what belongs to it in all others.
 *
 * @param last the label above, to which a row without one belongs
 * @returns the label it belongs to
 */
function readLabeledRow(
  [name, ...rest]: readonly Element[],
  last: Field | null,
  fields: Field[],
  above: number,
): Field | null {
  const named = textOf(name).replace(/\s*:$/, '');
  const field = named === '' ? last : { label: named, values: [], above };
  if (field && field !== last) fields.push(field);
  const lines = rest.flatMap((cell) => linesOf(cell));
  if (lines.length === 0) return field;
  const areCases = field && lines.every((line) => goesOn(field.label, line));
  field?.values.push(...(areCases ? lines : [lines.join(' ')]));
  return field;
}

/** "CLOSED, JURY" in the corner above the heading. */
function flagsAbove(heading: Element, document: Document): string[] {
  const cells = findAll(document, (element) => element === heading || isCorner(element));
  const above = cells.slice(0, cells.indexOf(heading)).toReversed();
  for (const cell of above) {
    const flags = flagsIn(cell);
    if (flags.length > 0) return flags;
  }
  return [];
}

function isCorner({ name, attribs }: Element): boolean {
  if (name !== 'td' && name !== 'th') return false;
  return /right/i.test(attribs['align'] ?? '') || /text-align:\s*right/i.test(attribs['style'] ?? '');
}

function flagsIn(cell: Element): string[] {
  const text = beginningOf(cell, 2_000);
  if (
    text.includes(':') ||
    cell.children.some((child) => child instanceof Text && /[.!?]\s/.test(child.data))
  )
    return [];
  const flags = text.split(',').map((flag) => flag.trim());
  const isList = flags.every((flag) => flag.length <= 40 && flag.split(' ').length <= 4);
  return isList ? flags.filter((flag) => flag !== '') : [];
}
