import { Parser } from 'htmlparser2';
import type { ByteSource } from '../../../pdf/index.ts';
import { readRange } from '../bytes.ts';
import { decodeText } from './encoding.ts';
import { EnoughText, instantOf, type TextCollector } from './extraction.ts';
import { blocks, boxes } from './html-elements.ts';
import { strikesOut, struckOut } from './struck-out.ts';

type Attributes = Readonly<Record<string, string>>;

/** Bytes of a web page that are read. */
const maxHtmlBytes = 64 * 1024 * 1024;
/** Elements open at once: the parser's work on each grows with their number. */
const deepest = 20_000;

const unseen = new Set(['script', 'style', 'template', 'iframe']);
const maxTitle = 2_000;
/** Elements open at once whose moments are kept until they close. */
const maxMoments = 50;
const maxMoment = 100;
const headings = /^h[1-6]$/;

/** Reads the text of a web page; styles and programs in it are not run and not shown. */
export function extractHtml(source: ByteSource, text: TextCollector): void {
  const bytes = readRange(source, 0, maxHtmlBytes);
  if (source.sizeBytes > maxHtmlBytes) text.problem('EVIDENCE_TEXT_CUT');
  collectHtml(decodeHtml(bytes), text);
}

/** Characters of a web page, by its byte order mark, its own word for its encoding, or what the bytes look like. */
export function decodeHtml(bytes: Buffer): string {
  const hasMark = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/.test(bytes.toString('latin1', 0, 3));
  const head = bytes.toString('latin1', 0, 4_096);
  const named =
    /^\s*<\?xml\s[^>]{0,200}\bencoding\s*=\s*["']([\w:.-]{1,40})/.exec(head)?.[1] ??
    /charset\s*=\s*["']?([\w:.-]{1,40})/i.exec(head)?.[1];
  if (!hasMark && named !== undefined && !/^utf-?(?:8|16)/i.test(named)) {
    try {
      return new TextDecoder(named).decode(bytes);
    } catch {
      // A name that no browser knows either.
      return decodeText(bytes);
    }
  }
  return decodeText(bytes);
}

/**
 * Collects the text of HTML as people read it: blocks on lines of their own, rows of tables with tabs, lists with dots.
 *
 * @param isFrame whether it is a page within a page: then it says nothing of the whole, and pages within it are left out
 */
export function collectHtml(html: string, text: TextCollector, isFrame = false): void {
  const page = new HtmlPage(text, isFrame);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => page.open(name, attributes),
      ontext: (data) => page.text(data),
      onclosetag: (name) => page.close(name),
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
}

/** An element that states a moment, and what it shows of it. */
interface StatedMoment {
  readonly depth: number;
  readonly value: string;
  shown: string;
}

class HtmlPage {
  readonly #text: TextCollector;
  readonly #isFrame: boolean;
  #depth = 0;
  /** Elements open whose words no one sees. */
  #hidden = 0;
  #preformatted = 0;
  #title: string | null = null;
  #isTitleRead = false;
  #isFirstCell = true;
  /** Of each template that is open, whether browsers show it. */
  readonly #templates: boolean[] = [];
  /** Depths of elements that strike their words out. */
  readonly #strikes: number[] = [];
  #isStruckShown = false;
  readonly #moments: StatedMoment[] = [];

  constructor(text: TextCollector, isFrame: boolean) {
    this.#text = text;
    this.#isFrame = isFrame;
  }

  open(name: string, attributes: Attributes): void {
    if (++this.#depth > deepest) {
      this.#text.problem('EVIDENCE_TEXT_NOT_READ', { reason: 'its parts nest too deeply' });
      throw new EnoughText();
    }
    if (strikesOut(name, attributes)) this.#strikes.push(this.#depth);
    if (name === 'title') this.#title ??= '';
    if (name === 'meta' && !this.#isFrame) readMeta(attributes, this.#text);
    if (this.#hidden === 0 && boxes.has(name)) this.#text.space();
    if (name === 'iframe' && this.#hidden === 0) this.#frame(attributes['srcdoc'] ?? '');
    // A saved page keeps the parts of its own elements in templates, and browsers show those (HTML §4.12.3).
    const isShown = name === 'template' && ('shadowrootmode' in attributes || 'shadowroot' in attributes);
    if (name === 'template') this.#templates.push(isShown);
    if (unseen.has(name) && !isShown) this.#hidden++;
    if (this.#hidden === 0) this.#begin(name, attributes);
  }

  text(data: string): void {
    if (this.#hidden > 0) return;
    for (const moment of this.#moments) moment.shown = (moment.shown + data).slice(0, 1_000);
    if (this.#title !== null && !this.#isTitleRead && this.#title.length < maxTitle) this.#title += data;
    if (this.#strikes.length > 0) this.#beginStruck(data);
    if (this.#preformatted > 0) return this.#text.write(data);
    const folded = data.replace(/[\s\u00a0]+/g, ' ');
    if (folded.startsWith(' ')) this.#text.space();
    this.#text.write(folded.trimStart());
  }

  close(name: string): void {
    this.#endStruck();
    this.#endMoment();
    this.#depth--;
    if (name === 'title') this.#endTitle();
    const isShown = name === 'template' && this.#templates.pop() === true;
    if (isShown) this.#text.endLine();
    else if (unseen.has(name)) this.#hidden = Math.max(0, this.#hidden - 1);
    else if (this.#hidden === 0 && blocks.has(name)) this.#text.endLine();
    else if (this.#hidden === 0 && boxes.has(name)) this.#text.space();
    if (isPreformatted(name)) this.#preformatted = Math.max(0, this.#preformatted - 1);
  }

  /** What an element that is shown puts before its words. */
  #begin(name: string, attributes: Attributes): void {
    const text = this.#text;
    if (isPreformatted(name)) this.#preformatted++;
    if (name === 'br') text.write('\n');
    else if (name === 'td' || name === 'th') {
      if (!this.#isFirstCell) text.write('\t');
      this.#isFirstCell = false;
    } else if (blocks.has(name)) text.endLine();
    if (name === 'tr') this.#isFirstCell = true;
    const value = momentOf(name, attributes);
    if (value !== null && this.#moments.length < maxMoments)
      this.#moments.push({ depth: this.#depth, value, shown: '' });
    if (headings.test(name)) text.write('\n');
    if (name === 'li') text.write('• ');
    const words = name === 'img' ? (attributes['alt'] ?? '').trim() : '';
    if (words !== '') {
      text.space();
      text.write(`[picture: ${words}] `);
    }
    if (name === 'input' && !/^(?:hidden|password|checkbox|radio)$/i.test(attributes['type'] ?? ''))
      text.write(attributes['value'] ?? '');
  }

  /** A page within the page; not those within that one. */
  #frame(html: string): void {
    if (html === '' || this.#isFrame) return;
    this.#text.endLine();
    collectHtml(html, this.#text, true);
    this.#text.endLine();
  }

  #beginStruck(data: string): void {
    if (this.#isStruckShown || data.trim() === '') return;
    if (/^\s/.test(data)) this.#text.space();
    this.#text.write(struckOut.begin);
    this.#isStruckShown = true;
  }

  #endStruck(): void {
    if (this.#strikes.at(-1) !== this.#depth) return;
    this.#strikes.pop();
    if (!this.#isStruckShown || this.#strikes.length > 0) return;
    this.#text.write(struckOut.end);
    this.#isStruckShown = false;
  }

  #endMoment(): void {
    if (this.#moments.at(-1)?.depth !== this.#depth) return;
    const { value, shown } = this.#moments.pop()!;
    if (shown.includes(value)) return;
    this.#text.space();
    this.#text.write(`[${value}] `);
  }

  #endTitle(): void {
    if (this.#isTitleRead) return;
    this.#isTitleRead = true;
    if (!this.#isFrame) this.#text.claim('title', this.#title ?? '');
  }
}

const isPreformatted = (name: string) => name === 'pre' || name === 'textarea';

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

function readMeta(attributes: Attributes, text: TextCollector): void {
  const name = (attributes['name'] ?? attributes['property'] ?? '').toLowerCase();
  const content = attributes['content'] ?? '';
  if (name === 'author' || name === 'article:author') text.claim('author', content);
  if (name === 'generator') text.claim('software', content);
  if (name === 'article:published_time' || name === 'date') text.claim('createdAt', instantOf(content));
  if (name === 'article:modified_time') text.claim('modifiedAt', instantOf(content));
}
