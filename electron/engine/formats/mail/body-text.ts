import { htmlToText } from './html/html-text.ts';
import type { Mail } from './mail.ts';

/** A run of letters and digits; of scripts that write without spaces each character. */
const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+/gu;

/**
 * What a mail says, to be searched: its plain text, and of its HTML what that does not say. The two are meant to be alike, but a
 * reader is shown the HTML, and a sender may write anything into either.
 *
 * @returns the plain text; after it the whole text of the HTML where that says much more, else its lines with other words, or with words
 *   in another order
 */
export function bodyText({ text, html }: Pick<Mail, 'text' | 'html'>): string {
  if (html === null) return text;
  const ofHtml = htmlToText(html);
  if (text.trim() === '') return ofHtml;
  if (text.length * 2 < ofHtml.length) return `${text}\n\n${ofHtml}`;
  if (text === ofHtml) return text;
  const said = new Set(runsOf(text));
  const others = ofHtml.split('\n').filter((line) => runsOf(line).some((each) => !said.has(each)));
  return others.length === 0 ? text : `${text}\n\n${others.join('\n')}`;
}

/** Each word, and each with the word before it. */
function runsOf(text: string): string[] {
  const words = text.normalize('NFKC').toLowerCase().match(word) ?? [];
  return words.flatMap((each, i) => (i === 0 ? [each] : [each, `${words[i - 1]} ${each}`]));
}
