import { blocks, boxes } from '../../files/text/html-elements.ts';
import { strikesOut, struckOut } from '../../files/text/struck-out.ts';
import { streamTags, type TagHandler } from './stream-tags.ts';

/** What no reader of a mail sees. */
const unseen = new Set(['script', 'style', 'title']);
/** Elements with free space above and below. */
const paragraphs = new Set('blockquote dl h1 h2 h3 h4 h5 h6 ol p pre table ul'.split(' '));
const maxCharacters = 32 * 1024 * 1024;
const maxQuotes = 20;
const maxLine = 8_000;
const maxTitle = 1_000_000;

/**
 * The text of HTML as a person reads it: paragraphs and lists on lines of their own, cells apart, quotations and what is
 * struck out marked, links with their address, pictures with their words. Works on the stream of tags, so neither depth nor size can exhaust it.
 *
 * @param picture what stands for a picture on a line of its own, by its address; null for its words
 * @example htmlToText('<p>See <a href="https://example.com/a">this</a></p>') // 'See this <https://example.com/a>'
 */
export function htmlToText(html: string, picture: (source: string) => string | null = () => null): string {
  const writer = new TextWriter(picture);
  streamTags(html, writer);
  return writer.finish();
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
  #title = '';
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

  readonly #picture: (source: string) => string | null;
  readonly #isFrame: boolean;

  constructor(picture: (source: string) => string | null, isFrame = false) {
    this.#picture = picture;
    this.#isFrame = isFrame;
  }

  get isFull(): boolean {
    return this.#length > maxCharacters;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const isStruck = strikesOut(name, attributes);
    this.#strikes.push(isStruck);
    if (isStruck) this.#struck += 1;
    if (unseen.has(name)) this.#skipped += 1;
    this.#isTitle = name === 'title';
    if (this.#skipped > 0) return;
    if (paragraphs.has(name) && this.#lists.length === 0) this.#gap();
    else if (blocks.has(name)) this.#break();
    else if (boxes.has(name)) this.#space();
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
        if (this.#cells > 0 && this.#line !== '') {
          this.#line = `${this.#line.trimEnd()}\t`;
          this.#last = '\t';
        }
        this.#cells += 1;
        break;
      case 'img': {
        const shown = this.#picture(attributes['src'] ?? '');
        if (shown !== null) {
          this.#break();
          this.#add(shown);
          this.#break();
        } else if ((attributes['alt'] ?? '').trim() !== '') this.text(`[${attributes['alt']!.trim()}]`);
        break;
      }
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
    if (this.#isTitle && this.#title.length < maxTitle) this.#title += text.slice(0, maxTitle);
    if (this.#skipped > 0) return;
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
    if (this.#strikes.pop() === true && --this.#struck === 0) this.#endStruck();
    if (unseen.has(name)) {
      this.#skipped = Math.max(0, this.#skipped - 1);
      this.#isTitle = false;
      return;
    }
    if (this.#skipped > 0) return;
    if (name === 'a') this.#endLink();
    if (name === 'ul' || name === 'ol') this.#lists.pop();
    if (paragraphs.has(name) && this.#lists.length === 0) this.#gap();
    else if (blocks.has(name)) this.#break();
    else if (boxes.has(name)) this.#space();
    if (name === 'blockquote') this.#quotes = Math.max(0, this.#quotes - 1);
    if (name === 'pre') this.#pre = Math.max(0, this.#pre - 1);
  }

  finish(): string {
    this.#endStruck();
    this.#break();
    // A page whose words all stand in its title is not without words.
    return this.#lines.join('\n').replace(/^\n+/, '').trimEnd() || this.#title.trim();
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
    const frame = new TextWriter(this.#picture, true);
    streamTags(html, frame);
    this.#break();
    for (const line of frame.finish().split('\n')) {
      this.#add(line);
      this.#push();
    }
  }

  #endLink(): void {
    const link = this.#links.pop();
    if (!link || !/^(?:https?|ftp|mailto|tel):/i.test(link.href)) return;
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
