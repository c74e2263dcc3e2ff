import type { ByteSource } from '../../../pdf/index.ts';
import { isAscii } from 'node:buffer';
import { charsetOf, codePageOfFontCharset } from '../../font-charset.ts';
import { decodeText } from '../../mail/mime/charset.ts';
import { readRange } from '../bytes.ts';
import type { TextCollector } from './extraction.ts';
import { isLetter, nextRtfMark, rtfControl } from './rtf-control.ts';
import { struckOut } from './struck-out.ts';

/** Pictures stand in it as digits, two for each byte: most of a large document is those. */
export const maxRtfBytes = 512 * 1024 * 1024;

/** Destinations (RTF 1.9.1) whose text is not the document's. Those that begin with \* are passed over anyway. */
const unseen = new Set(
  'fonttbl colortbl stylesheet pict object objdata themedata colorschememapping datastore latentstyles listtable listoverridetable rsidtbl xmlnstbl generator filetbl revtbl fldinst datafield template private1 mmathPr shprslt'.split(
    ' ',
  ),
);
/** Destinations whose text stands above or below each page, wherever the file has it. */
const pageMargins = new Set('header headerl headerr headerf footer footerl footerr footerf'.split(' '));
/** Words that stand for characters. */
const characters: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  sect: '\n',
  page: '\n',
  row: '\n',
  nestrow: '\n',
  tab: '\t',
  cell: '\t',
  nestcell: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
};
const infoFields: Readonly<Record<string, 'title' | 'author' | 'subject'>> = {
  title: 'title',
  author: 'author',
  subject: 'subject',
};

const hidden = { begin: '[hidden: ', end: ']' } as const;

interface Group {
  isHidden: boolean;
  /** The field of the document's own description that this group's text is. */
  field: 'title' | 'author' | 'subject' | null;
  /** Characters that follow each \u for readers that know no Unicode. */
  fallbacks: number;
  isDeleted: boolean;
  /** Hidden text (`\v`): Word neither shows nor prints it. */
  isConcealed: boolean;
  isStruck: boolean;
  isStruckTwice: boolean;
  /** Of the font in use, where it has one of its own. */
  codePage: number | null;
  /** Whether it is a tag of the HTML that the document was made from ([MS-OXRTFEX]). */
  isTag: boolean;
  /** Whether it only does in RTF what tags do in that HTML. */
  isForRtf: boolean;
  /** What separates the group's text from what follows: words would run together. */
  end: string;
}

/** What takes the text in. */
type TextSink = Pick<TextCollector, 'write' | 'claim'>;

/**
 * Reads the text of a document in Rich Text Format: paragraphs, tables row by row, notes; what was deleted under
 * tracking, and what is hidden, is marked as such.
 */
export function extractRtf(source: ByteSource, text: TextCollector): void {
  if (source.sizeBytes > maxRtfBytes) text.problem('EVIDENCE_TEXT_CUT');
  new RtfReader(readRange(source, 0, maxRtfBytes), text).read();
}

/**
 * The text of the RTF that is the body of a mail, or the HTML it was made from.
 *
 * @example readRtf(Buffer.from('{\\rtf1\\ansi Hello\\par}')).text // 'Hello'
 */
export function readRtf(rtf: Buffer): { html: string | null; text: string } {
  const pieces: string[] = [];
  const { isFromHtml } = new RtfReader(rtf, {
    write: (text) => pieces.push(text),
    claim: () => undefined,
  }).read();
  const body = pieces.join('');
  return isFromHtml ? { html: body, text: '' } : { html: null, text: body.trimEnd() };
}

class RtfReader {
  readonly #bytes: Buffer;
  readonly #text: TextSink;
  readonly #groups: Group[] = [];
  #group: Group = {
    isHidden: false,
    field: null,
    fallbacks: 1,
    isDeleted: false,
    isConcealed: false,
    isStruck: false,
    isStruckTwice: false,
    codePage: null,
    isTag: false,
    isForRtf: false,
    end: '',
  };
  /** Of the document. */
  #codePage = 1252;
  readonly #fontPages = new Map<number, number>();
  #isFromHtml = false;
  /** The last font named: in the table of fonts, the one that is described. */
  #font = 0;
  #defaultFont = 0;
  #encoded: number[] = [];
  #toSkip = 0;
  #fieldText = '';
  /** The mark that is open, around text that is hidden or struck out; empty where none is. */
  #begun: '' | typeof hidden | typeof struckOut = '';

  constructor(bytes: Buffer, text: TextSink) {
    this.#bytes = bytes;
    this.#text = text;
  }

  read(): { isFromHtml: boolean } {
    const bytes = this.#bytes;
    let at = 0;
    while (at < bytes.length) {
      const byte = bytes[at]!;
      if (byte === 0x7b) {
        this.#open();
        at++;
      } else if (byte === 0x7d) {
        this.#close();
        at++;
      } else if (byte === 0x5c) at = this.#control(at + 1);
      // The digits of a picture are millions, and no text.
      else if (this.#group.isHidden && this.#group.field === null) at = nextRtfMark(bytes, at);
      else {
        if (byte !== 0x0a && byte !== 0x0d && byte !== 0) this.#byte(byte);
        at++;
      }
    }
    this.#flush();
    this.#mark('');
    return { isFromHtml: this.#isFromHtml };
  }

  #open(): void {
    this.#flush();
    this.#groups.push(this.#group);
    this.#group = { ...this.#group, end: '' };
  }

  #close(): void {
    this.#flush();
    const before = this.#groups.pop();
    if (!before) return;
    const { field } = this.#group;
    if (field !== null && before.field !== field) {
      this.#text.claim(field, this.#fieldText);
      this.#fieldText = '';
    }
    this.#put(this.#group.end);
    if (this.#group.isDeleted && !before.isDeleted) this.#put(']');
    this.#group = before;
    this.#toSkip = 0;
  }

  /** Reads what follows a backslash; returns where to go on. */
  #control(at: number): number {
    const bytes = this.#bytes;
    const first = bytes[at];
    if (first === undefined) return at;
    if (first === 0x27) {
      const value = Number.parseInt(bytes.toString('latin1', at + 1, at + 3), 16);
      if (!Number.isNaN(value)) this.#byte(value);
      return at + 3;
    }
    if (!isLetter(first)) {
      this.#symbol(first);
      return at + 1;
    }
    const { word, parameter, next } = rtfControl(bytes, at);
    // Binary follows as it is, and may have braces in it.
    if (word === 'bin') return next + Math.max(0, parameter ?? 0);
    this.#word(word, parameter);
    return next;
  }

  #symbol(byte: number): void {
    const symbol = String.fromCharCode(byte);
    if (symbol === '*') this.#group.isHidden = true;
    else if (symbol === '~') this.#write(this.#isFromHtml ? '\u00a0' : ' ');
    else if (symbol === '_') this.#write('-');
    else if (symbol === '\n' || symbol === '\r') this.#write('\n');
    else if ('{}\\'.includes(symbol)) this.#byte(byte);
  }

  #word(word: string, parameter: number | null): void {
    if (unseen.has(word)) this.#group.isHidden = true;
    else if (word === 'info') this.#group.isHidden = true;
    else if (Object.hasOwn(infoFields, word) && this.#group.isHidden) this.#group.field = infoFields[word]!;
    else if (word === 'fromhtml') this.#isFromHtml = parameter !== 0;
    else if (word === 'htmltag') this.#beginTag();
    else if (word === 'htmlrtf') {
      this.#flush();
      this.#group.isForRtf = parameter !== 0;
    } else if (word === 'ansicpg') this.#codePage = parameter ?? 1252;
    else if (word === 'mac') this.#codePage = 10_000;
    else if (word === 'uc') this.#group.fallbacks = Math.min(10, Math.max(0, parameter ?? 1));
    else if (word === 'deleted') this.#markDeleted(parameter !== 0);
    else if (word === 'v') {
      this.#flush();
      this.#group.isConcealed = parameter !== 0;
    } else if (word === 'strike' || word === 'striked') {
      this.#flush();
      this.#group[word === 'strike' ? 'isStruck' : 'isStruckTwice'] = parameter !== 0;
    } else if (word === 'plain') {
      this.#markDeleted(false);
      this.#flush();
      this.#group.isConcealed = false;
      this.#group.isStruck = false;
      this.#group.isStruckTwice = false;
      this.#useFont(this.#defaultFont);
    } else if (word === 'deff') this.#useFont((this.#defaultFont = parameter ?? 0));
    else if (word === 'f') this.#useFont(parameter ?? 0);
    else if (word === 'fcharset') this.#describeFont(parameter ?? 0);
    else if (word === 'u' && parameter !== null) {
      this.#write(String.fromCharCode(parameter & 0xffff));
      this.#toSkip = this.#group.fallbacks;
    } else if (Object.hasOwn(characters, word)) this.#write(characters[word]!);
    else if (word === 'shptxt') {
      // The text of a box; what describes the box around it is hidden.
      this.#group.isHidden = false;
      this.#write('\n');
    } else if (word === 'footnote' || word === 'annotation') {
      this.#group.isHidden = false;
      this.#write(' [note: ');
      this.#group.end = '] ';
    } else if (pageMargins.has(word)) {
      this.#write('\n');
      this.#group.end = '\n';
    }
  }

  #markDeleted(isDeleted: boolean): void {
    if (this.#group.isDeleted === isDeleted) return;
    this.#flush();
    this.#group.isDeleted = isDeleted;
    this.#put(isDeleted ? '[deleted: ' : ']');
  }

  #beginTag(): void {
    if (!this.#isFromHtml) return;
    this.#group.isHidden = false;
    this.#group.isTag = true;
  }

  #useFont(font: number): void {
    this.#flush();
    this.#font = font;
    this.#group.codePage = this.#fontPages.get(font) ?? null;
  }

  #describeFont(charset: number): void {
    const page = codePageOfFontCharset(charset);
    if (page !== null) this.#fontPages.set(this.#font, page);
  }

  #byte(byte: number): void {
    if (this.#toSkip > 0) this.#toSkip--;
    else this.#encoded.push(byte);
  }

  #flush(): void {
    if (this.#encoded.length === 0) return;
    const bytes = Buffer.from(this.#encoded);
    this.#encoded = [];
    const charset = charsetOf(this.#group.codePage ?? this.#codePage) || 'windows-1252';
    this.#put(isAscii(bytes) ? bytes.toString('latin1') : decodeText(bytes, charset).text);
  }

  #write(text: string): void {
    this.#flush();
    this.#put(text);
  }

  #put(text: string): void {
    if (this.#group.field !== null) this.#fieldText = (this.#fieldText + text).slice(0, 2_000);
    else if (this.#isFromHtml) {
      const { isHidden, isTag, isForRtf } = this.#group;
      if (!isHidden && (isTag || !isForRtf)) this.#text.write(text);
    } else if (!this.#group.isHidden && text !== '') {
      const { isConcealed, isStruck, isStruckTwice } = this.#group;
      this.#mark(isConcealed ? hidden : isStruck || isStruckTwice ? struckOut : '');
      this.#text.write(text);
    }
  }

  /** Marks where text that is hidden or struck out begins and ends; groups of it in a row are one. */
  #mark(mark: '' | typeof hidden | typeof struckOut): void {
    if (this.#begun === mark) return;
    if (this.#begun !== '') this.#text.write(this.#begun.end);
    this.#begun = mark;
    if (mark !== '') this.#text.write(mark.begin);
  }
}
