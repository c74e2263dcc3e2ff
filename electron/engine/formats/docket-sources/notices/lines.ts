import { isTag, isText, type AnyNode, type ParentNode } from 'domhandler';
import { foldSpace, isUnseen } from '../printed/html-text.ts';
import { courtOfUrl } from '../printed/court-code.ts';
import { originalLink } from './rewritten-links.ts';

/** A link as the notice prints it. */
export interface NoticeLink {
  readonly text: string;
  readonly url: string;
}

/** A printed line of a notice, white space folded, whatever it came as: HTML, text, quoted, forwarded. */
export interface NoticeLine {
  readonly text: string;
  readonly links: readonly NoticeLink[];
  /** Whether a blank line or a paragraph's edge stands above it. */
  readonly isAfterGap: boolean;
}

/** Elements that begin and end a line. */
const blocks = new Set(
  (
    'address article blockquote body caption center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr html ' +
    'li main ol p pre section table tbody td tfoot th thead tr ul'
  ).split(' '),
);
/** Blocks with a gap above and below. */
const paragraphs = new Set('p blockquote table ul ol h1 h2 h3 h4 h5 h6 hr'.split(' '));

/** Some mail programs leave no line breaks between fields: a label that begins a run of text begins a line. */
const labelAhead =
  /^\s*(?:The following (?:transaction was|documents?\b)|Case Name\s*:|Case Number\s*:|Filer\s*:|Document Number\s*:|Docket Text\s*:|WARNING\s*:|Notice of (?:Electronic Filing|Docket Activity)\s*$|\S{0,30}\d\S{0,30}\s+Notice (?:has been|will be|will not be)\b)/i;

/** Gathers lines as text, links and breaks come along. */
class LineGatherer {
  readonly lines: NoticeLine[] = [];
  private text = '';
  private links: NoticeLink[] = [];
  private isGap = false;

  add(text: string): void {
    this.text += text;
  }

  /** Where a link begins, to be handed to `link` at its end. */
  get mark(): number {
    return this.text.length;
  }

  link(from: number, url: string): void {
    this.links.push({ text: foldSpace(this.text.slice(from)), url: originalLink(url) });
  }

  /** Ends the line; one that holds nothing is a gap where `isHard`. */
  break(isHard: boolean): void {
    const text = foldSpace(this.text);
    if (text !== '' || this.links.length > 0) {
      this.lines.push({ text, links: this.links, isAfterGap: this.isGap });
      this.isGap = false;
    } else if (isHard) this.isGap = true;
    this.text = '';
    this.links = [];
  }

  gap(): void {
    this.break(false);
    this.isGap = true;
  }
}

/**
 * The printed lines of an HTML notice. Walks without recursion: mail programs nest deeply, and hostile mail deeper.
 *
 * @example linesOfHtml(parseHtml('<b>Filer:</b> USA<br>')) // [{ text: 'Filer: USA', … }]
 */
export function linesOfHtml(document: ParentNode): NoticeLine[] {
  const gatherer = new LineGatherer();
  const tasks: (AnyNode | (() => void))[] = document.children.toReversed();
  let pre = 0;
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    if (typeof task === 'function') task();
    else if (isText(task)) {
      if (pre === 0) {
        if (labelAhead.test(task.data)) gatherer.break(false);
        gatherer.add(task.data);
      } else
        for (const [index, line] of task.data.split(/\r?\n/).entries()) {
          if (index > 0) gatherer.break(true);
          gatherer.add(line);
        }
    } else if (isTag(task)) {
      const { name } = task;
      if (isUnseen(task)) continue;
      if (name === 'br') gatherer.break(true);
      const isBlock = blocks.has(name);
      const edge = () => (paragraphs.has(name) ? gatherer.gap() : gatherer.break(false));
      if (isBlock) {
        edge();
        tasks.push(edge);
      }
      if (name === 'pre') {
        pre += 1;
        tasks.push(() => {
          pre -= 1;
        });
      }
      const url = name === 'a' ? (task.attribs['href'] ?? '') : '';
      if (/^\s*https?:/i.test(url)) {
        const from = gatherer.mark;
        tasks.push(() => gatherer.link(Math.min(from, gatherer.mark), url));
      }
      for (let index = task.children.length - 1; index >= 0; index -= 1) tasks.push(task.children[index]!);
    } else if ('children' in task) tasks.push(...task.children.toReversed());
  }
  gatherer.break(false);
  return gatherer.lines;
}

/** Markup that courts leave in plain text: STATUS REPORT <i></i> by USA. */
const leftMarkup = /<\/?(?:b|i|u|em|strong|font|span|p|br|sup|sub)(?:\s[^<>\n]{0,200})?\/?>/gi;

/**
 * The printed lines of a plain-text notice. Marks of quotation ("> ") are dropped, addresses become links of the words before
 * them, and an address in angle brackets that was wrapped is joined again.
 *
 * @example linesOfText('> Filer: *USA*') // [{ text: 'Filer: USA', … }]
 */
export function linesOfText(text: string): NoticeLine[] {
  const lines: NoticeLine[] = [];
  let isAfterGap = false;
  let open = '';
  for (const raw of text.split(/\r\n|\r|\n/)) {
    const bare = raw.replace(/^(?:[ \t]{0,3}>)+[ \t]?/, '');
    const whole = open + (open === '' ? bare : bare.trim());
    open = '';
    // An address that begins in brackets and does not end on this line goes on in the next.
    if (/<https?:[^<>\s]*$/i.test(whole.trimEnd()) && whole.length < 2_000) {
      open = whole.trimEnd();
      continue;
    }
    const links: NoticeLink[] = [];
    const printed = whole.replace(
      /<(https?:[^<>\s]+)>|\b(https?:\/\/[^\s<>"]+)/gi,
      (found, bracketed: string | undefined, plain: string | undefined, at: number) => {
        const url = originalLink((bracketed ?? plain)!);
        links.push({ text: lastWord(whole.slice(Math.max(0, at - 200), at)), url });
        // An address that is printed as words, of a hearing by video, is part of them.
        return bracketed === undefined && courtOfUrl(url) === '' ? found : ' ';
      },
    );
    const folded = foldSpace(printed.replace(leftMarkup, ' '));
    if (folded === '' && links.length === 0) {
      isAfterGap = true;
      continue;
    }
    lines.push({ text: folded, links, isAfterGap });
    isAfterGap = false;
  }
  if (open !== '') lines.push({ text: foldSpace(open), links: [], isAfterGap });
  return lines;
}

const lastWord = (text: string): string => /([^\s:]+)\s*$/.exec(text)?.[1] ?? '';
