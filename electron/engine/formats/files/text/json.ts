import { isUtf8 } from 'node:buffer';

/** How JSON begins: an object with its first name, or lists that hold one, a string, a number or a word. */
const head =
  /^\s*(?=[[{])[\s[]{0,40}(?:\{\s*["}]|"(?:[^"\\\n]|\\.){0,4000}"\s*[,\]]|-?\d[\d.]{0,30}\s*[,\]]|(?:true|false|null)\b|\])/;

/**
 * Whether a text is JSON, or lines of JSON, as chats and accounts are exported.
 *
 * @param beginning of the text, any length
 */
export function isJson(beginning: string): boolean {
  return head.test(beginning);
}

const escape = /\\(?:u(d[89ab][\da-f]{2})\\u(d[c-f][\da-f]{2})|u(?!d[89a-f])([\da-f]{4})|([\s\S]))/gi;
const parting: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** Escapes of the bytes of UTF-8 one after the other; escapes of other letters; whatever else a backslash precedes. */
const byteRun = /\\(?:((?:u00[89a-f][\da-f]\\)*u00[89a-f][\da-f])|(u(?!00)[\da-f]{4})|[\s\S])/gi;
const bytesOf = (run: string) => Buffer.from(run.replaceAll(/\\?u00/gi, ''), 'hex');

/**
 * A piece of JSON with whole letters where each byte of their UTF-8 was escaped as a letter of its own, as Facebook and Instagram export
 * messages: "caf\u00c3\u00a9" is café. Only where all escapes in it are such bytes.
 */
function withWholeLetters(text: string): string {
  let isFound = false;
  for (const [, run, other] of text.matchAll(byteRun)) {
    if (other !== undefined || (run !== undefined && !isUtf8(bytesOf(run)))) return text;
    isFound ||= run !== undefined;
  }
  if (!isFound) return text;
  return text.replace(byteRun, (written: string, run?: string) =>
    run === undefined ? written : bytesOf(run).toString('utf8'),
  );
}

/**
 * A piece of JSON with the letters that its escapes stand for, so that "caf\u00e9" is found as café. Line ends and tabs separate words
 * again too; marks of JSON itself stay as they are written, and so does what is no whole character.
 *
 * @example unescapeJson(String.raw`{"text": "caf\u00e9"}`) // '{"text": "café"}'
 */
export function unescapeJson(text: string): string {
  return withWholeLetters(text).replace(
    escape,
    (written: string, high?: string, low?: string, unit?: string, mark?: string) => {
      if (high !== undefined && low !== undefined)
        return String.fromCharCode(Number.parseInt(high, 16), Number.parseInt(low, 16));
      if (unit === undefined) return parting[mark ?? ''] ?? written;
      const letter = String.fromCharCode(Number.parseInt(unit, 16));
      return /[\p{Cc}"\\]/u.test(letter) ? written : letter;
    },
  );
}

/**
 * Where a long line of JSON can be cut so that no escape is: before a space or a quotation mark, else before an escape that begins a
 * character.
 *
 * @param bytes from one byte before the first place where it may be cut
 * @returns bytes from that first place; null where there is none to cut at
 */
export function jsonBorder(bytes: Buffer): number | null {
  const text = bytes.toString('latin1');
  const mark = text.slice(1).search(/[ \t"]/);
  if (mark >= 0) return mark;
  const escapeAt = text.search(/(?<=[^\\])\\u(?!d[c-f])/i);
  return escapeAt < 0 ? null : escapeAt - 1;
}
