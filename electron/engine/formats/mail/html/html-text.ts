import { blocks, boxes } from '../../files/text/html-elements.ts';
import { strikesOut, struckOut } from '../../files/text/struck-out.ts';
import { streamTags, type TagHandler } from './stream-tags.ts';

type Attributes = Readonly<Record<string, string>>;

/** What no reader sees. */
const unseen = new Set(['script', 'style', 'template']);
/** Elements with free space above and below. */
const paragraphs = new Set('blockquote dl h1 h2 h3 h4 h5 h6 ol p pre table ul'.split(' '));
const maxCharacters = 32 * 1024 * 1024;
const maxQuotes = 20;
const maxLine = 8_000;
const maxTitle = 1_000_000;
/** Elements open at once whose moments are kept until they close. */
const maxMoments = 50;
const maxMoment = 100;

/** How HTML is read. */
interface HtmlReading {
  /** What stands for a picture on a line of its own, by its address; null for its words. */
  readonly picture?: (source: string) => string | null;
  /** Of a web page, what is done with its elements `meta`. A page's links are without their addresses, and its tables keep their columns. */
  readonly meta?: (attributes: Attributes) => void;
  /** Characters of text after which no more is read. */
  readonly most?: number;
}

/** What was read of HTML. */
interface ReadHtml {
  readonly text: string;
  /** It does not stand in the text. */
  readonly title: string;
  /** Whether there is more of it. */
  readonly isCut: boolean;
}

/**
 * The text of HTML as a person reads it: paragraphs and lists on lines of their own, cells apart, quotations and what is
 * struck out marked, links with their address, pictures with their words, and the moments that elements state without showing them. Works on
 * the stream of tags, so neither depth nor size can exhaust it.
 *
 * @example readHtml('<p>See <a href="https://example.com/a">this</a></p>').text // 'See this <https://example.com/a>'
 */
export function readHtml(html: string, reading: HtmlReading = {}): ReadHtml {
  const writer = new TextWriter(reading);
  streamTags(html, writer);
  return writer.finish();
}

/** The text of the HTML of a mail, see `readHtml`. */
export function htmlToText(html: string, picture: (source: string) => string | null = () => null): string {
  const { text, title } = readHtml(html, { picture });
  // A page whose words all stand in its title is not without words.
  return text || title;
}

/** An element that states a moment, and what it shows of it. */
interface StatedMoment {
  /** Elements that are open, with it. */
  readonly depth: number;
  readonly value: string;
  shown: string;
}

interface List {
  readonly isOrdered: boolean;
  number: number;
}

class TextWriter implements TagHandler {
  readonly #lines: string[] = [];
  #line = '';
  #last = '';
  #length = 0;
  #skipped = 0;
  #title: string | null = null;
  #isTitle = false;
  #quotes = 0;
  #pre = 0;
  #cells = 0;
  #mark = '';
  readonly #lists: List[] = [];
  /** Of each element that is open, whether it strikes its words out. */
  readonly #strikes: boolean[] = [];
  #struck = 0;
  #isStruckShown = false;
  readonly #links: { href: string; from: number; lines: number }[] = [];
  readonly #moments: StatedMoment[] = [];
  /** Of each template that is open, whether browsers show it. */
  readonly #templates: boolean[] = [];
  readonly #reading: HtmlReading;
  readonly #isPage: boolean;
  readonly #isFrame: boolean;

  constructor(reading: HtmlReading, isFrame = false) {
    this.#reading = reading;
    this.#isPage = reading.meta !== undefined;
    this.#isFrame = isFrame;
  }

  get isFull(): boolean {
    return this.#length > (this.#reading.most ?? maxCharacters);
  }

  open(name: string, attributes: Attributes): void {
    const isStruck = strikesOut(name, attributes);
    this.#strikes.push(isStruck);
    if (isStruck) this.#struck += 1;
    // A saved page keeps the parts of its own elements in templates, and browsers show those (HTML §4.12.3).
    const isShown = 'shadowrootmode' in attributes || 'shadowroot' in attributes;
    if (name === 'template') this.#templates.push(isShown);
    if (unseen.has(name) && !(name === 'template' && isShown)) this.#skipped += 1;
    if (name === 'meta' && !this.#isFrame) this.#reading.meta?.(attributes);
    this.#isTitle = name === 'title' && this.#title === null && !this.#isFrame;
    if (this.#skipped > 0 || this.#isTitle) return;
    if (paragraphs.has(name) && this.#lists.length === 0) this.#gap();
    else if (blocks.has(name)) this.#break();
    else if (boxes.has(name)) this.#space();
    const value = momentOf(name, attributes);
    if (value !== null && this.#moments.length < maxMoments)
      this.#moments.push({ depth: this.#strikes.length, value, shown: '' });
    switch (name) {
      case 'br':
        this.#push();
        break;
      case 'hr':
        this.#add('----------');
        this.#break();
        break;
      case 'blockquote':
        this.#quotes = Math.min(maxQuotes, this.#quotes + 1);
        break;
      case 'pre':
      case 'textarea':
        this.#pre += 1;
        break;
      case 'ul':
      case 'ol':
        this.#lists.push({
          isOrdered: name === 'ol',
          number: Number.parseInt(attributes['start'] ?? '1', 10) || 1,
        });
        break;
      case 'li': {
        const list = this.#lists.at(-1);
        const indent = '  '.repeat(Math.max(0, Math.min(8, this.#lists.length) - 1));
        this.#mark = `${indent}${list?.isOrdered ? `${list.number}.` : '•'} `;
        if (list) list.number += 1;
        break;
      }
      case 'tr':
        this.#cells = 0;
        break;
      case 'td':
      case 'th':
        if (this.#cells > 0 && (this.#line !== '' || this.#isPage)) {
          this.#line = `${this.#line.trimEnd()}\t`;
          this.#last = '\t';
        }
        this.#cells += 1;
        break;
      case 'img':
        this.#addPicture(attributes['src'] ?? '', (attributes['alt'] ?? '').trim());
        break;
      case 'input':
        if (!/^(?:hidden|password|checkbox|radio)$/i.test(attributes['type'] ?? ''))
          this.#add(attributes['value'] ?? '');
        break;
      case 'iframe':
        this.#addFrame(attributes['srcdoc'] ?? '');
        break;
      case 'a':
        this.#links.push({
          href: (attributes['href'] ?? '').trim(),
          from: this.#line.length,
          lines: this.#lines.length,
        });
        break;
      default:
    }
  }

  text(text: string): void {
    if (this.#isTitle && (this.#title?.length ?? 0) < maxTitle)
      this.#title = (this.#title ?? '') + text.slice(0, maxTitle);
    if (this.#skipped > 0 || this.#isTitle) return;
    for (const moment of this.#moments) moment.shown = (moment.shown + text).slice(0, 1_000);
    if (this.#struck > 0 && !this.#isStruckShown && text.trim() !== '') {
      if (/^\s/.test(text)) this.#space();
      this.#add(struckOut.begin);
      this.#isStruckShown = true;
    }
    if (this.#pre > 0) {
      const [first = '', ...others] = text.split(/\r\n|\n|\r/);
      this.#add(first);
      for (const line of others) {
        this.#push();
        this.#add(line);
      }
      return;
    }
    // Soft hyphens and places where a word may be broken stand within words.
    const folded = text.replaceAll(/[\u200b\u00ad\ufeff]+/g, '').replaceAll(/[ \t\r\n\f\u00a0]+/g, ' ');
    const isAtStart = this.#line === '' || this.#last === ' ' || this.#last === '\t';
    this.#add(isAtStart ? folded.trimStart() : folded);
  }

  close(name: string): void {
    this.#endMoment();
    if (this.#strikes.pop() === true && --this.#struck === 0) this.#endStruck();
    if (name === 'template' && this.#templates.pop() === true) return this.#break();
    if (unseen.has(name)) this.#skipped = Math.max(0, this.#skipped - 1);
    if (this.#skipped > 0 || unseen.has(name)) return;
    if (this.#isTitle && name === 'title') {
      this.#isTitle = false;
      return;
    }
    if (name === 'a') this.#endLink();
    if (name === 'ul' || name === 'ol') this.#lists.pop();
    if (paragraphs.has(name) && this.#lists.length === 0) this.#gap();
    else if (blocks.has(name)) this.#break();
    else if (boxes.has(name)) this.#space();
    if (name === 'blockquote') this.#quotes = Math.max(0, this.#quotes - 1);
    if (name === 'pre' || name === 'textarea') this.#pre = Math.max(0, this.#pre - 1);
  }

  finish(): ReadHtml {
    this.#endStruck();
    this.#break();
    const text = this.#lines.join('\n').replace(/^\n+/, '').trimEnd();
    return { text, title: (this.#title ?? '').replace(/\s+/g, ' ').trim(), isCut: this.isFull };
  }

  #addPicture(source: string, words: string): void {
    const shown = this.#reading.picture?.(source) ?? null;
    if (shown !== null) {
      this.#break();
      this.#add(shown);
      this.#break();
    } else if (words !== '') this.text(this.#isPage ? ` [picture: ${words}] ` : `[${words}]`);
  }

  #endMoment(): void {
    if (this.#moments.at(-1)?.depth !== this.#strikes.length) return;
    const { value, shown } = this.#moments.pop()!;
    if (!shown.includes(value)) this.text(` [${value}] `);
  }

  /** Ends what is struck out right behind its last word, which may stand on a line that is over. */
  #endStruck(): void {
    if (!this.#isStruckShown) return;
    this.#isStruckShown = false;
    const words = this.#line.trimEnd();
    if (words !== '') {
      const blank = words === this.#line ? '' : ' ';
      this.#line = words;
      this.#add(`${struckOut.end}${blank}`);
      return;
    }
    const last = this.#lines.findLastIndex((line) => line !== '');
    if (last >= 0) this.#lines[last] += struckOut.end;
  }

  /** A page within the page; not those within that one. */
  #addFrame(html: string): void {
    if (html === '' || this.#isFrame) return;
    const frame = new TextWriter(this.#reading, true);
    streamTags(html, frame);
    this.#break();
    for (const line of frame.finish().text.split('\n')) {
      this.#add(line);
      this.#push();
    }
  }

  #endLink(): void {
    const link = this.#links.pop();
    if (this.#isPage || !link || !/^(?:https?|ftp|mailto|tel):/i.test(link.href)) return;
    const shown = link.lines === this.#lines.length ? this.#line.slice(link.from).trim() : '';
    const bare = link.href.replace(/^(?:mailto|tel):/i, '');
    const isSaid = [
      link.href,
      bare,
      bare.replace(/^https?:\/\//i, ''),
      bare.replace(/^https?:\/\/(?:www\.)?/i, ''),
    ].some((said) => shown.toLowerCase().includes(said.toLowerCase().replace(/\/$/, '')));
    if (!isSaid && bare !== '')
      this.#add(`${this.#line === '' || this.#last === ' ' ? '' : ' '}<${bare.slice(0, 2_000)}>`);
  }

  #add(text: string): void {
    if (text === '') return;
    if (this.#mark !== '' && text.trim() !== '') {
      this.#line = this.#mark + this.#line;
      this.#mark = '';
    }
    this.#line += text;
    this.#last = text.at(-1)!;
    this.#length += text.length;
    // What is measured and cut per line stays short, however long a paragraph is.
    if (this.#line.length > maxLine) this.#push();
  }

  /** A space, unless there is one, or a line begins. */
  #space(): void {
    if (this.#line !== '' && !/\s/.test(this.#last)) this.#add(' ');
  }

  /** Ends the line where there is one. */
  #break(): void {
    if (this.#line.trim() !== '') this.#push();
    else this.#line = '';
  }

  #push(): void {
    const line = this.#line.trimEnd();
    // Runs of empty lines say nothing.
    if (line !== '' || (this.#lines.length > 0 && this.#lines.at(-1) !== ''))
      this.#lines.push(line === '' ? '' : `${'> '.repeat(this.#quotes)}${line}`);
    this.#line = '';
  }

  #gap(): void {
    this.#break();
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
  }
}

/**
 * The moment that an element states without showing it: pages of messages and posts show “2 hours ago” or “10:11” and keep the day for
 * programs (HTML §4.5.14, `time`) and for the mouse (`title`). Null where there is none.
 */
function momentOf(name: string, attributes: Attributes): string | null {
  const stated = name === 'time' ? (attributes['datetime'] ?? '').trim() : '';
  if (/^\d{4}-\d\d/.test(stated)) return stated.slice(0, maxMoment);
  const said = (attributes['title'] ?? '').trim();
  const isMoment =
    said.length <= maxMoment && /\b(?:19|20)\d\d\b/.test(said) && /\b\d{1,2}:\d\d\b/.test(said);
  return isMoment ? said : null;
}
