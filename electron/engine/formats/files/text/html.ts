import type { ByteSource } from '../../../pdf/index.ts';
import { readHtml } from '../../mail/html/html-text.ts';
import { readRange } from '../bytes.ts';
import { decodeText } from './encoding.ts';
import { EnoughText, instantOf, type TextCollector } from './extraction.ts';

/** Bytes of a web page that are read. */
const maxHtmlBytes = 64 * 1024 * 1024;

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

/** Collects the text of a web page, its title first, and what it says of itself. */
export function collectHtml(html: string, into: TextCollector): void {
  const { text, title, isCut } = readHtml(html, {
    meta: (attributes) => readMeta(attributes, into),
    most: into.maxCharacters,
  });
  into.claim('title', title);
  into.write([title, text].flatMap((part) => (part === '' ? [] : [`${part}\n`])).join(''));
  if (isCut) throw new EnoughText();
}

function readMeta(attributes: Readonly<Record<string, string>>, text: TextCollector): void {
  const name = (attributes['name'] ?? attributes['property'] ?? '').toLowerCase();
  const content = attributes['content'] ?? '';
  if (name === 'author' || name === 'article:author') text.claim('author', content);
  if (name === 'generator') text.claim('software', content);
  if (name === 'article:published_time' || name === 'date') text.claim('createdAt', instantOf(content));
  if (name === 'article:modified_time') text.claim('modifiedAt', instantOf(content));
}
