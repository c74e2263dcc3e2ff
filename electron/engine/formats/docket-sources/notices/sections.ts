import type { NoticeLine, NoticeLink } from './lines.ts';
import { isCourtsList, markOf, type Label, type Marked } from './labels.ts';

/** Words of a notice that stand together, and the links among them. */
export interface NoticePart {
  readonly lines: readonly string[];
  readonly text: string;
  readonly links: readonly NoticeLink[];
}

/** One case of a notice, as printed. */
export interface NoticeCase {
  readonly title: NoticePart | null;
  readonly number: NoticePart | null;
  readonly filers: NoticePart | null;
  /** What stands at "Document Number:" or, in the courts of appeals, "Document(s):". */
  readonly document: NoticePart | null;
  readonly text: NoticePart | null;
  /** Warnings the court prints among the fields: "WARNING: CASE CLOSED on 02/21/2024". */
  readonly remarks: readonly string[];
}

/** A document the notice says it is about. */
export interface NoticeDocument {
  readonly description: string;
  readonly fileName: string;
  /** Electronic stamp, as printed; its file number tells the attachment. */
  readonly stamp: string;
  readonly links: readonly NoticeLink[];
}

/** A notice taken apart along its labels; nothing is read out of the words yet. */
export interface NoticeSections {
  /** Lines above the transaction: courts' names, quoted mail headers. */
  readonly head: readonly string[];
  /** "The following transaction was entered by … on … and filed on …" */
  readonly transaction: string;
  readonly cases: readonly NoticeCase[];
  readonly documents: readonly NoticeDocument[];
  /** Whether nothing of the court's follows the last docket text, and that does not end as they do: it may be cut. */
  readonly isTextOpen: boolean;
}

/** Who entered a docket text, with which it ends: "(Orne, Tilda)", "(ab)". */
const closing = /\((?:[a-z]{2,5}|\p{Lu}[\p{L}'’. -]{1,40},\s[\p{L}'’. -]{1,40})\)[.*]?$/iu;
/** Any words in parentheses or brackets with which a docket text ends: who entered it, or the case's number, as some courts have it. */
const closedGroup = /(?:\([^()]{1,60}\)|\[[^[\]]{1,60}\])[.*]?$/;
/** Lines of a docket text in paragraphs, at most. */
const mostOfText = 60;

/** A part that still grows. */
class Part implements NoticePart {
  readonly lines: string[] = [];
  readonly links: NoticeLink[] = [];

  constructor(rest: string, links: readonly NoticeLink[]) {
    if (rest !== '') this.lines.push(rest);
    this.links.push(...links);
  }

  add(line: NoticeLine): void {
    if (line.text !== '') this.lines.push(line.text);
    this.links.push(...line.links);
  }

  get text(): string {
    return this.lines.join(' ');
  }
}

interface OpenCase {
  title: Part | null;
  number: Part | null;
  filers: Part | null;
  document: Part | null;
  text: Part | null;
  remarks: string[];
}

interface OpenDocument {
  description: Part;
  fileName: Part | null;
  stamp: Part | null;
}

/**
 * Takes a notice apart along its labels. A docket text goes on until the court's next label, whatever stands in it; where none
 * follows, it ends with its paragraph, for what comes after is not the court's (a signature, a disclaimer).
 *
 * @param lines those of one notice: from one transaction to the next, headings included
 */
export function sectionsOf(lines: readonly NoticeLine[]): NoticeSections {
  const marks = lines.map(markOf);
  const reader = new SectionReader(lines, marks);
  for (let index = 0; index < lines.length; index += 1) reader.read(index);
  return reader.sections();
}

/** Whether lines link to documents of one list, and none of them to what a firm prints below its mail. */
function isOnSameServer(a: readonly NoticeLink[], b: readonly NoticeLink[]): boolean {
  const [one, other] = [a, b].map((links) => /^https?:\/\/([^/?#]+)/i.exec(links[0]?.url ?? '')?.[1]);
  return one !== undefined && one === other;
}

class SectionReader {
  private readonly head: string[] = [];
  private readonly cases: OpenCase[] = [];
  private readonly documents: OpenDocument[] = [];
  private part: Part | null = null;
  private transaction: Part | null = null;
  /** The last document of a court of appeals' list, which may go on below it. */
  private listed: Part | null = null;
  private isInText = false;
  private isInDocuments = false;
  /** Where the docket text begins that is being read. */
  private textAt: number | null = null;
  private end: { from: number; found: boolean } | null = null;

  private readonly lines: readonly NoticeLine[];
  private readonly marks: readonly Marked[];
  /** Where the last list of those whom the court's system notified begins. */
  private readonly lastList: number;

  constructor(lines: readonly NoticeLine[], marks: readonly Marked[]) {
    this.lines = lines;
    this.marks = marks;
    this.lastList = lines.findLastIndex(isCourtsList);
  }

  read(index: number): void {
    const line = this.lines[index]!;
    const { rest } = this.marks[index]!;
    const label = this.labelAt(index);
    if (label === null) {
      if (this.part === null) {
        if (this.transaction === null && this.cases.length === 0) this.head.push(line.text);
      } else if (this.endsHere(index)) this.part = null;
      else if (this.part === this.listed && isOnSameServer(line.links, this.part.links)) {
        // Below one label, each linked line is a document: "Document:", "4.1 Motion", "4.2 Declaration".
        this.part = new Part(line.text, line.links);
        this.listed = this.part;
        this.documents.push({ description: this.part, fileName: null, stamp: null });
      } else this.part.add(line);
      return;
    }
    this.isInText = label === 'text' || label === 'changes';
    this.textAt = this.isInText ? index : null;
    const part = new Part(rest, line.links);
    this.part = part;
    switch (label) {
      case 'transaction':
        this.transaction ??= part;
        break;
      case 'title':
        this.isInDocuments = false;
        this.openCase().title = part;
        break;
      case 'number':
      case 'filers':
      case 'document':
        this.caseFor(label)[label] = part;
        break;
      case 'remark':
        this.cases.at(-1)?.remarks.push(rest);
        this.part = null;
        break;
      case 'text':
      case 'changes':
        this.giveText(part);
        break;
      case 'associated':
      case 'recipients':
        this.isInDocuments = label === 'associated';
        this.part = null;
        break;
      case 'description':
      case 'appealDocument':
        this.isInDocuments = true;
        this.listed = label === 'appealDocument' ? part : null;
        this.documents.push({ description: part, fileName: null, stamp: null });
        break;
      case 'fileName':
      case 'stamp':
        this.documentFor(label, part);
        break;
    }
  }

  /** The line's label, unless it stands where it is part of the words. */
  private labelAt(index: number): Label | null {
    const { label } = this.marks[index]!;
    if (label === 'appealDocument' && !this.isDocument(index)) return null;
    // The list of documents may name the case again; that is no further case.
    if (label === 'number' && this.isInDocuments) return 'recipients';
    if (!this.isInText) return label;
    return label === 'appealDocument' || this.endsText(index) ? label : null;
  }

  /**
   * Whether "Document:" is the label of a court of appeals and no word of a docket text: it is linked to, maybe by an address that was wrapped
   * to the next line, or, where a text has lost its links, begins a paragraph, or follows another.
   */
  private isDocument(index: number): boolean {
    const [line, next] = [this.lines[index]!, this.lines[index + 1]];
    const isOfAppeal = this.head.some((each) => /\bNotice of Docket Activity\b/i.test(each));
    const isAlone = this.marks[index]!.rest === '';
    const isWrapped = next !== undefined && (isAlone || next.text === '') && next.links.length > 0;
    const isListed = line.isAfterGap || this.marks[index - 1]?.label === 'appealDocument';
    return line.links.length > 0 || (isOfAppeal && (isWrapped || isListed));
  }

  private isFollowedByNumber(index: number): boolean {
    return this.marks.slice(index + 1, index + 12).some(({ label }) => label === 'number');
  }

  /** Whether a part is over although no label follows. */
  private endsHere(index: number): boolean {
    if (this.textAt === null || !this.lines[index]!.isAfterGap) return false;
    const { lines } = this.part!;
    // An edited entry is printed as it was, "to:", and as it is now, with gaps between.
    const isWhole =
      this.marks[this.textAt]!.label === 'changes'
        ? lines.slice(0, -1).some((line) => /^to:$/i.test(line))
        : lines.length > 0;
    return isWhole && !this.hasEndAfter(index) && !this.goesOn(index);
  }

  /** Whether a text goes on in further paragraphs: it does not yet say who entered it, as texts end, and one of them does. */
  private goesOn(index: number): boolean {
    if (closing.test(this.part!.lines.join('\n'))) return false;
    const further = this.marks.findIndex(({ label }, at) => at >= index && label !== null);
    const end = Math.min(further === -1 ? Infinity : further, index + mostOfText);
    return this.lines
      .slice(index, end)
      .some((line, i) => closing.test(`${this.lines[index + i - 1]!.text}\n${line.text}`));
  }

  /** Whether one of the court's labels that end a docket text still follows. Looked up once for each text. */
  private hasEndAfter(index: number): boolean {
    if (this.end?.from !== this.textAt) {
      let at = index + 1;
      while (at < this.marks.length && !this.endsText(at)) at += 1;
      this.end = { from: this.textAt!, found: at < this.marks.length };
    }
    return this.end.found;
  }

  private endsText(index: number): boolean {
    const { label } = this.marks[index]!;
    if (label === 'title') return this.isFollowedByNumber(index);
    if (label === 'recipients') return this.beginsRecipients(index);
    return label === 'associated' || label === 'description';
  }

  /** Whether the court's list begins, and not a clerk's own "Notice was mailed to: all parties" in a text, after which the list still comes. */
  private beginsRecipients(index: number): boolean {
    const line = this.lines[index]!;
    const isClerks = /^[A-Z][^:]*:\s*[^\s:]/i.test(line.text) && !isCourtsList(line);
    return !isClerks || index > this.lastList;
  }

  private openCase(): OpenCase {
    const opened: OpenCase = {
      title: null,
      number: null,
      filers: null,
      document: null,
      text: null,
      remarks: [],
    };
    this.cases.push(opened);
    return opened;
  }

  /** The case a field belongs to: the last one, unless it has that field or its text already. */
  private caseFor(field: 'number' | 'filers' | 'document'): OpenCase {
    const last = this.cases.at(-1);
    return last === undefined || last.text !== null || last[field] !== null ? this.openCase() : last;
  }

  /** One text may be printed below several cases and then belongs to each. */
  private giveText(part: Part): void {
    const waiting = this.cases.filter(({ text }) => text === null);
    for (const one of waiting.length === 0 ? [this.openCase()] : waiting) one.text = part;
  }

  private documentFor(field: 'fileName' | 'stamp', part: Part): void {
    const last = this.documents.at(-1);
    if (last === undefined || last[field] !== null)
      this.documents.push({ description: new Part('', []), fileName: null, stamp: null, [field]: part });
    else last[field] = part;
  }

  sections(): NoticeSections {
    const text = this.cases.at(-1)?.text?.lines.join('\n') ?? '';
    return {
      isTextOpen: this.textAt !== null && !closedGroup.test(text) && !this.hasEndAfter(this.textAt),
      head: this.head,
      transaction: this.transaction?.text ?? '',
      cases: this.cases,
      documents: this.documents.map(({ description, fileName, stamp }) => ({
        description: description.text,
        fileName: fileName?.text ?? '',
        stamp: stamp?.text ?? '',
        links: description.links,
      })),
    };
  }
}

/** The lines of each notice that stands among them: a mail may forward several. */
export function splitNotices(lines: readonly NoticeLine[]): NoticeLine[][] {
  const marks = lines.map(markOf);
  const starts = marks.flatMap(({ label }, index) => (label === 'transaction' ? [index] : []));
  if (starts.length < 2) return [[...lines]];
  return starts.map((start, at) => {
    const from = at === 0 ? 0 : headingAbove(lines, marks, start);
    // What stands above the next transaction and is no field of this one is skipped here, for want of a label.
    const to = starts[at + 1] ?? lines.length;
    return lines.slice(from, to);
  });
}

/** Lines a heading has at most: the automatic message, public access, court, district, title, remarks of the court. */
const longestHeading = 12;

/** A subject line of a mail that is quoted above a notice. */
export const quotedSubject = /^[*_]*(?:Subject|Asunto|Betreff|Objet)\s?:[*_]*\s*(.+?)[*_]*$/i;

/** Where the heading of the notice at `start` begins: after the last field of the notice above, with the subject it was sent on under. */
function headingAbove(lines: readonly NoticeLine[], marks: readonly Marked[], start: number): number {
  let from = start;
  let isCourts = true;
  for (let at = start - 1; at >= 0 && (isCourts ? start : from) - at <= longestHeading; at -= 1) {
    if (marks[at]!.label !== null) break;
    const { text } = lines[at]!;
    if (quotedSubject.test(text)) return at;
    if (isCourts) from = at;
    if (/^This is an automatic e-mail message/i.test(text)) isCourts = false;
  }
  return from;
}
