import { PdfString } from '../../objects/index.ts';

/** A literal string without others in it, or one of hexadecimal digits; and what may stand between two that are shown as one. */
const stringToken = /\((?:\\[^]|[^\\()])*\)|<([\da-fA-F\s]*)>/g;
const withinArray = /^[\s\d.+-]*$/;
/** What stands before the value of a key: nothing but a property list has a string there (ISO 32000-1 §14.6.2). */
const afterKey = /\/[^\s/()<>[\]]+\s*$/;
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const isUnicode = /^(?:\xfe\xff|\xff\xfe|\xef\xbb\xbf)/;
/** What every table of letters says of itself. */
const tableHead = /\/(?:Registry|Ordering|CMapName)\s*(?:\([^()]*\)|\/[^\s/()<>[\]]+)/g;
/** A sign of a name by its code (ISO 32000-1 §7.3.5). */
const nameCode = /#([\da-fA-F]{2})/g;

/** What a content can be read as. */
export interface ContentTexts {
  /**
   * Its strings, each byte a letter: those of one TJ joined (ISO 32000-1 §9.4.3), and all of them joined, for words that are
   * shown in parts; its strings of two bytes a letter; and all of it as it stands, with its names and remarks.
   */
  readonly codes: readonly string[];
  /** Its strings one by one, each byte a letter; those of one TJ joined. */
  readonly strings: readonly string[];
  /** Strings that say to be text, and those of property lists, as words that stand for what is shown (§14.9). */
  readonly texts: readonly string[];
}

/** Reads a content, or a font's table of letters, without knowing its fonts. */
export function contentTexts(bytes: Buffer): ContentTexts {
  const content = bytes.toString('latin1').replaceAll(tableHead, '');
  const isTable = content.includes('begincmap');
  const texts: string[] = [];
  let [lines, joined, wide] = ['', '', ''];
  let end = 0;
  for (const match of content.matchAll(stringToken)) {
    const string = bytesOf(match);
    const between = content.slice(end, match.index);
    if (isTable || !withinArray.test(between)) {
      lines += '\n';
      wide += '\n';
    }
    lines += string;
    joined += string;
    if (string.length % 2 === 0) wide += Buffer.from(string, 'latin1').swap16().toString('utf16le');
    if (isUnicode.test(string) || afterKey.test(between))
      texts.push(new PdfString(Buffer.from(string, 'latin1')).text);
    end = match.index + match[0].length;
  }
  const named = content.replaceAll(nameCode, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return { codes: [lines, joined, wide, named], strings: lines.split('\n'), texts };
}

function bytesOf([token, digits]: RegExpExecArray): string {
  if (digits !== undefined) {
    const even = digits.replaceAll(/\s/g, '');
    return Buffer.from(even.length % 2 === 0 ? even : `${even}0`, 'hex').toString('latin1');
  }
  return token.slice(1, -1).replaceAll(/\\([0-7]{1,3}|\r\n|[^])/g, (_, code: string) => unescape(code));
}

function unescape(code: string): string {
  if (/^[0-7]/.test(code)) return String.fromCharCode(parseInt(code, 8) & 0xff);
  return escapes[code] ?? code.replaceAll(/[\r\n]/g, '');
}
