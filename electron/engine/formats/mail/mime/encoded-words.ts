import { decodeText } from './charset.ts';
import { decodeQuotedPrintable } from './transfer-encoding.ts';

interface Word {
  readonly charset: string;
  readonly bytes: Buffer;
}

const maxCharacters = 200_000;
/** Characters of one encoded word's text; RFC 2047 allows 75 in all, some programs write whole subjects in one. */
const word = /=\?([^?\s]{1,60})\?([bBqQ])\?([^?]{0,20000}|.{0,300}?)\?=/g;

/**
 * Reads encoded words (RFC 2047) in a header's value, leniently: blanks inside a word, and characters split between words, are
 * read; what is no encoded word stands as it is.
 *
 * @example decodeWords('=?utf-8?Q?Caf=C3?= =?utf-8?Q?=A9?=') // 'Café'
 */
export function decodeWords(value: string): string {
  if (!value.includes('=?')) return value;
  // No header for people is that long; what follows stays as it is written.
  if (value.length > maxCharacters)
    return decodeWords(value.slice(0, maxCharacters)) + value.slice(maxCharacters);
  let text = '';
  let pending: Word[] = [];
  let after = 0;
  const flush = () => {
    text += joinedText(pending);
    pending = [];
  };
  for (const match of value.matchAll(word)) {
    const between = value.slice(after, match.index);
    // White space between encoded words is not part of the text.
    if (pending.length === 0 || between.trim() !== '') {
      flush();
      text += between;
    }
    const charset = match[1]!;
    const bytes = wordBytes(match[2]!.toLowerCase(), match[3]!);
    if (pending.length > 0 && pending[0]!.charset.toLowerCase() !== charset.toLowerCase()) flush();
    pending.push({ charset, bytes });
    after = match.index + match[0].length;
  }
  flush();
  return text + value.slice(after);
}

/** Words of one charset are decoded together: some programs split characters between them. */
function joinedText(words: readonly Word[]): string {
  const [first] = words;
  if (first === undefined) return '';
  // Stateful charsets begin again in each word.
  if (/^(?:iso-2022|hz|utf-7)/i.test(first.charset))
    return words.map(({ bytes, charset }) => decodeText(bytes, charset).text).join('');
  return decodeText(Buffer.concat(words.map(({ bytes }) => bytes)), first.charset).text;
}

function wordBytes(encoding: string, text: string): Buffer {
  if (encoding === 'b') return Buffer.from(text.replaceAll(/[^A-Za-z0-9+/]/g, ''), 'base64');
  const spaced = Buffer.from(
    text.replaceAll('_', ' ').replace(/(?<! ) +$/, (blanks) => '=20'.repeat(blanks.length)),
    'utf8',
  );
  return Buffer.from(decodeQuotedPrintable(spaced).bytes);
}
