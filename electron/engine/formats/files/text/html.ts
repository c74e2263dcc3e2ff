import { Parser } from 'htmlparser2';
import type { ByteSource } from '../../../pdf/index.ts';
import { readRange } from '../bytes.ts';
import { decodeText } from './encoding.ts';
import { EnoughText, instantOf, type TextCollector } from './extraction.ts';
import { strikesOut, struckOut } from './struck-out.ts';

/** Bytes of a web page that are read. */
const maxHtmlBytes = 64 * 1024 * 1024;
/** Elements open at once: the parser's work on each grows with their number. */
const deepest = 20_000;

const unseen = new Set(['script', 'style', 'template', 'iframe']);
const blocks = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol optgroup option p pre section summary ' +
    'table tbody textarea tfoot thead title tr ul'
  ).split(' '),
);
/** Boxes within a line: what stands in one, or beside it, is no part of the word on its other side. */
const boxes = new Set('audio button iframe input object select text video'.split(' '));
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
  let hidden = 0;
  let preformatted = 0;
  let depth = 0;
  let title: string | null = null;
  let isTitleRead = false;
  let isFirstCell = true;
  const templates: boolean[] = [];
  /** Depths of elements that strike their words out. */
  const strikes: number[] = [];
  let isStruckShown = false;
  const moments: { readonly depth: number; readonly value: string; shown: string }[] = [];

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > deepest) {
          text.problem('EVIDENCE_TEXT_NOT_READ', { reason: 'its parts nest too deeply' });
          throw new EnoughText();
        }
        if (strikesOut(name, attributes)) strikes.push(depth);
        if (name === 'title') title ??= '';
        if (name === 'meta' && !isFrame) readMeta(attributes, text);
        if (hidden === 0 && boxes.has(name)) text.space();
        if (name === 'iframe' && hidden === 0 && !isFrame && attributes['srcdoc']) {
          text.endLine();
          collectHtml(attributes['srcdoc'], text, true);
          text.endLine();
        }
        // A saved page keeps the parts of its own elements in templates, and browsers show those (HTML §4.12.3).
        const isShown = name === 'template' && ('shadowrootmode' in attributes || 'shadowroot' in attributes);
        if (name === 'template') templates.push(isShown);
        if (unseen.has(name) && !isShown) hidden++;
        if (hidden > 0) return;
        if (name === 'pre' || name === 'textarea') preformatted++;
        if (name === 'br') text.write('\n');
        else if (name === 'td' || name === 'th') {
          if (!isFirstCell) text.write('\t');
          isFirstCell = false;
        } else if (blocks.has(name)) text.endLine();
        if (name === 'tr') isFirstCell = true;
        const moment = momentOf(name, attributes);
        if (moment !== null && moments.length < maxMoments) moments.push({ depth, value: moment, shown: '' });
        if (headings.test(name)) text.write('\n');
        if (name === 'li') text.write('• ');
        if (name === 'img' && (attributes['alt'] ?? '').trim() !== '') {
          text.space();
          text.write(`[picture: ${attributes['alt']!.trim()}] `);
        }
        if (name === 'input' && !/^(?:hidden|password|checkbox|radio)$/i.test(attributes['type'] ?? ''))
          text.write(attributes['value'] ?? '');
      },
      ontext(data) {
        if (hidden > 0) return;
        for (const moment of moments) moment.shown = (moment.shown + data).slice(0, 1_000);
        if (title !== null && !isTitleRead && title.length < maxTitle) title += data;
        if (strikes.length > 0 && !isStruckShown && data.trim() !== '') {
          if (/^\s/.test(data)) text.space();
          text.write(struckOut.begin);
          isStruckShown = true;
        }
        if (preformatted > 0) return text.write(data);
        const folded = data.replace(/[\s\u00a0]+/g, ' ');
        if (folded.startsWith(' ')) text.space();
        text.write(folded.trimStart());
      },
      onclosetag(name) {
        if (strikes.at(-1) === depth) {
          strikes.pop();
          if (isStruckShown && strikes.length === 0) {
            text.write(struckOut.end);
            isStruckShown = false;
          }
        }
        if (moments.at(-1)?.depth === depth) {
          const { value, shown } = moments.pop()!;
          if (!shown.includes(value)) {
            text.space();
            text.write(`[${value}] `);
          }
        }
        depth--;
        if (name === 'title' && !isTitleRead) {
          isTitleRead = true;
          if (!isFrame) text.claim('title', title ?? '');
        }
        const isShown = name === 'template' && templates.pop() === true;
        if (isShown) text.endLine();
        else if (unseen.has(name)) hidden = Math.max(0, hidden - 1);
        else if (hidden === 0 && blocks.has(name)) text.endLine();
        else if (hidden === 0 && boxes.has(name)) text.space();
        if (name === 'pre' || name === 'textarea') preformatted = Math.max(0, preformatted - 1);
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
}

/**
 * The moment that an element states without showing it: pages of messages and posts show “2 hours ago” or “10:11” and keep the day for
 * programs (HTML §4.5.14, `time`) and for the mouse (`title`). Null where there is none.
 */
function momentOf(name: string, attributes: Readonly<Record<string, string>>): string | null {
  const stated = name === 'time' ? (attributes['datetime'] ?? '').trim() : '';
  if (/^\d{4}-\d\d/.test(stated)) return stated.slice(0, maxMoment);
  const said = (attributes['title'] ?? '').trim();
  const isMoment =
    said.length <= maxMoment && /\b(?:19|20)\d\d\b/.test(said) && /\b\d{1,2}:\d\d\b/.test(said);
  return isMoment ? said : null;
}

function readMeta(attributes: Readonly<Record<string, string>>, text: TextCollector): void {
  const name = (attributes['name'] ?? attributes['property'] ?? '').toLowerCase();
  const content = attributes['content'] ?? '';
  if (name === 'author' || name === 'article:author') text.claim('author', content);
  if (name === 'generator') text.claim('software', content);
  if (name === 'article:published_time' || name === 'date') text.claim('createdAt', instantOf(content));
  if (name === 'article:modified_time') text.claim('modifiedAt', instantOf(content));
}
