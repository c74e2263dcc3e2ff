import { codePageOfFontCharset } from '../../font-charset.ts';
import { decodeText } from '../mime/charset.ts';
import { charsetOf } from './mapi.ts';

/** The body an RTF holds: HTML where it was made from that, else text. */
export interface RtfBody {
  readonly html: string | null;
  readonly text: string;
}

/** Destinations without text of the document. */
const silent = new Set(
  'fonttbl colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf object nonshppict themedata datastore xmlnstbl listtable listoverridetable generator mmathPr latentstyles filetbl revtbl'.split(
    ' ',
  ),
);
const signs: Readonly<Record<string, string>> = {
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  tab: '\t',
  cell: '\t',
  par: '\n',
  line: '\n',
  row: '\n',
  sect: '\n',
  page: '\n',
};
const maxDepth = 5_000;

interface Group {
  isSilent: boolean;
  isFontTable: boolean;
  /** Inside of an `htmltag`: what stands there is HTML. */
  isTag: boolean;
  isRtfOnly: boolean;
  codePage: number;
  font: number;
  /** Characters after `\u` that stand for readers without Unicode. */
  fallback: number;
}

/**
 * The text of RTF, or the HTML it was made from ([MS-OXRTFEX]). Reads the tokens one by one, whatever their nesting.
 *
 * @example readRtf(Buffer.from('{\\rtf1\\ansi Hello\\par}')).text // 'Hello'
 */
export function readRtf(rtf: Buffer): RtfBody {
  const reader = new RtfReader(rtf);
  return reader.read();
}

class RtfReader {
  readonly #rtf: string;
  readonly #groups: Group[] = [];
  readonly #fonts = new Map<number, number>();
  #group: Group = {
    isSilent: false,
    isFontTable: false,
    isTag: false,
    isRtfOnly: false,
    codePage: 1252,
    font: 0,
    fallback: 1,
  };
  readonly #out: string[] = [];
  #bytes: number[] = [];
  #bytesPage = 1252;
  #documentPage = 1252;
  #isFromHtml = false;
  #skip = 0;
  #isStarred = false;
  #overflow = 0;

  constructor(rtf: Buffer) {
    this.#rtf = rtf.toString('latin1');
  }

  read(): RtfBody {
    const token =
      /\{|\}|\\'[0-9a-fA-F]{2}|\\([a-zA-Z]{1,40})(-?\d{1,9})? ?|\\([^a-zA-Z])|[\r\n]+|[^\\{}\r\n]+/gy;
    for (let match = token.exec(this.#rtf); match; match = token.exec(this.#rtf)) {
      const [all, word, number, symbol] = match;
      if (all === '{') this.#push();
      else if (all === '}') this.#pop();
      else if (word !== undefined) {
        if (word === 'bin') token.lastIndex += Math.max(0, Number(number ?? 0));
        else this.#word(word, number === undefined ? null : Number(number));
      } else if (symbol !== undefined) this.#symbol(symbol);
      else if (all.startsWith("\\'")) this.#byte(Number.parseInt(all.slice(2), 16));
      else if (all[0] !== '\r' && all[0] !== '\n')
        for (let at = 0; at < all.length; at += 1) this.#byte(all.charCodeAt(at));
    }
    this.#flush();
    const text = this.#out.join('');
    return this.#isFromHtml ? { html: text, text: '' } : { html: null, text: text.trimEnd() };
  }

  #push(): void {
    this.#isStarred = false;
    if (this.#groups.length >= maxDepth) {
      this.#overflow += 1;
      return;
    }
    this.#groups.push(this.#group);
    this.#group = { ...this.#group };
  }

  #pop(): void {
    this.#isStarred = false;
    this.#skip = 0;
    if (this.#overflow > 0) this.#overflow -= 1;
    else this.#group = this.#groups.pop() ?? this.#group;
  }

  #symbol(symbol: string): void {
    switch (symbol) {
      case '*':
        this.#isStarred = true;
        break;
      case '~':
        this.#text('\u00a0');
        break;
      case '_':
        this.#text('-');
        break;
      case '\r':
      case '\n':
        this.#text('\n');
        break;
      case '{':
      case '}':
      case '\\':
        this.#byte(symbol.charCodeAt(0));
        break;
      default:
    }
  }

  #word(word: string, number: number | null): void {
    const group = this.#group;
    if (this.#isStarred) {
      this.#isStarred = false;
      if (word === 'htmltag' && this.#isFromHtml) group.isTag = true;
      else group.isSilent = true;
      return;
    }
    switch (word) {
      case 'ansicpg':
        this.#documentPage = number ?? 1252;
        group.codePage = this.#documentPage;
        break;
      case 'fromhtml':
        this.#isFromHtml = number !== 0;
        break;
      case 'htmlrtf':
        group.isRtfOnly = number !== 0;
        break;
      case 'f':
        group.font = number ?? 0;
        if (!group.isFontTable) group.codePage = this.#fonts.get(group.font) ?? this.#documentPage;
        break;
      case 'fcharset':
        if (group.isFontTable) this.#fonts.set(group.font, this.#pageOf(number ?? 0));
        break;
      case 'plain':
        group.codePage = this.#documentPage;
        break;
      case 'uc':
        group.fallback = Math.min(10, Math.max(0, number ?? 1));
        break;
      case 'u':
        this.#text(String.fromCharCode((number ?? 0) & 0xffff));
        this.#skip = group.fallback;
        break;
      case 'fonttbl':
        group.isFontTable = true;
        group.isSilent = true;
        break;
      default:
        if (silent.has(word)) group.isSilent = true;
        else if (signs[word] !== undefined) this.#text(signs[word]);
    }
  }

  #pageOf(charset: number): number {
    return charset === 0 ? 1252 : (codePageOfFontCharset(charset) ?? this.#documentPage);
  }

  #byte(byte: number): void {
    if (this.#skip > 0) {
      this.#skip -= 1;
      return;
    }
    if (!this.#isShown()) return;
    if (this.#bytesPage !== this.#group.codePage) this.#flush();
    this.#bytesPage = this.#group.codePage;
    this.#bytes.push(byte);
  }

  #text(text: string): void {
    if (!this.#isShown()) return;
    this.#flush();
    this.#out.push(text);
  }

  #isShown(): boolean {
    const { isSilent, isTag, isRtfOnly } = this.#group;
    return !isSilent && (isTag || !(this.#isFromHtml && isRtfOnly));
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Uint8Array.from(this.#bytes);
    this.#out.push(decodeText(bytes, charsetOf(this.#bytesPage) || 'windows-1252').text);
    this.#bytes = [];
  }
}
