import type { Mail } from '../mail.ts';
import { allowedElements, droppedElements, isAllowedAttribute, voidElements } from './allow-list.ts';
import { escapeHtml } from './escape.ts';
import { InlinePictures } from './inline-pictures.ts';
import { safeStyle, styleReferences } from './safe-style.ts';
import { streamTags, type TagHandler } from './stream-tags.ts';

/** A mail's body to be shown. */
export interface SafeMailHtml {
  /** A whole HTML document that loads nothing, runs nothing and leads nowhere. */
  readonly html: string;
  /** Things on other machines that the mail's HTML names. */
  readonly remoteReferences: number;
}

/** The second wall, should the first ever have a hole. */
const policy =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'none'; form-action 'none'; base-uri 'none'";
const sheet =
  'body{margin:12px;font:14px/1.45 sans-serif;color:#111;background:#fff;overflow-wrap:break-word}img{max-width:100%}blockquote{margin:0 0 0 8px;padding-left:10px;border-left:2px solid #bbb}.text{white-space:pre-wrap}';
const maxCharacters = 96 * 1024 * 1024;
const maxElements = 300_000;
/** Elements in each other that are written; browsers themselves stop at 512. */
const maxDepth = 200;
const remote = /^\s*(?:https?:|ftp:|\/\/|\\\\)/i;
const linkStyle = 'color:#0b57d0;text-decoration:underline';
const boxStyle = 'border:1px solid #999;padding:1px 4px;color:#555;font-size:12px';

/**
 * A mail's HTML made safe by an allow-list: what is not known to be harmless is not written. The tags are read as a stream and
 * every tag, attribute and text is rewritten, so nothing of the mail's own markup is ever carried over: scripts, forms,
 * frames, SVG, styles that load, addresses that lead anywhere. Pictures of the mail are put in; those elsewhere become a box
 * with their words. A mail without HTML gives its text.
 *
 * @example safeMailHtml(mail).html // '<!DOCTYPE html>…'
 */
export function safeMailHtml(mail: Mail): SafeMailHtml {
  if (mail.html === null)
    return {
      html: document(`<div class="text">${escapeHtml(mail.text)}</div>`, mail),
      remoteReferences: 0,
    };
  const writer = new SafeWriter(new InlinePictures(mail));
  streamTags(mail.html, writer);
  return {
    html: document(writer.finish(), mail),
    remoteReferences: writer.remoteReferences,
  };
}

function document(body: string, mail: Mail): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer"><title>${escapeHtml(mail.subject)}</title><style>${sheet}</style></head><body>${body}</body></html>`;
}

class SafeWriter implements TagHandler {
  readonly #pictures: InlinePictures;
  readonly #out: string[] = [];
  /** Open elements of the source: what was written for each, null where nothing was. */
  readonly #open: (string | null)[] = [];
  #written = 0;
  #length = 0;
  #elements = 0;
  #dropped = 0;
  #style = false;
  remoteReferences = 0;

  constructor(pictures: InlinePictures) {
    this.#pictures = pictures;
  }

  get isFull(): boolean {
    return this.#length > maxCharacters || this.#elements > maxElements;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#elements += 1;
    this.#countReferences(name, attributes);
    if (droppedElements.has(name)) this.#dropped += 1;
    this.#style = name === 'style';
    if (this.#dropped > 0 || this.isFull) {
      this.#open.push(null);
      return;
    }
    if (name === 'img' || name === 'image') {
      this.#open.push(null);
      this.#picture(attributes);
      return;
    }
    // The body's own colors are those of the whole mail.
    const written = name === 'body' ? 'div' : name;
    if (!allowedElements.has(written) || this.#written >= maxDepth) {
      this.#open.push(null);
      return;
    }
    this.#write(`<${written}${this.#attributes(written, attributes)}>`);
    const isVoid = voidElements.has(written);
    this.#open.push(isVoid ? null : written);
    if (!isVoid) this.#written += 1;
  }

  text(text: string): void {
    if (this.#style) this.remoteReferences += styleReferences(text);
    if (this.#dropped === 0 && !this.isFull) this.#write(escapeHtml(text));
  }

  close(name: string): void {
    if (droppedElements.has(name)) this.#dropped = Math.max(0, this.#dropped - 1);
    this.#style = false;
    const written = this.#open.pop();
    if (written === null || written === undefined) return;
    this.#written -= 1;
    this.#write(`</${written}>`);
  }

  finish(): string {
    while (this.#open.length > 0) {
      const written = this.#open.pop();
      if (written) this.#write(`</${written}>`);
    }
    if (this.isFull)
      this.#write(`<p style="${boxStyle}">[The rest of this email is too long to be shown.]</p>`);
    return this.#out.join('');
  }

  #attributes(name: string, attributes: Readonly<Record<string, string>>): string {
    const kept: string[] = [];
    for (const [attribute, value] of Object.entries(attributes).slice(0, 60))
      if (attribute !== 'style' && isAllowedAttribute(name, attribute, value))
        if (!(name === 'a' && attribute === 'title')) kept.push(` ${attribute}="${escapeHtml(value)}"`);
    const styles = [safeStyle(attributes['style'] ?? '')];
    if (name === 'a') {
      const address = (attributes['href'] ?? '').replaceAll(
        /[\u0000-\u0020\u007f\u00ad\u200b-\u200f\u202a-\u202e]/g,
        '',
      );
      if (/^(?:https?|ftp|mailto|tel):/i.test(address)) {
        kept.push(` title="${escapeHtml(address.slice(0, 2_000))}"`);
        styles.push(linkStyle);
      }
    }
    const style = styles.filter((each) => each !== '').join(';');
    if (style !== '') kept.push(` style="${escapeHtml(style)}"`);
    return kept.join('');
  }

  #picture(attributes: Readonly<Record<string, string>>): void {
    const source = (attributes['src'] ?? '').trim();
    const alt = (attributes['alt'] ?? '').trim().slice(0, 500);
    const found = source === '' ? null : this.#pictures.find(source);
    if (found) {
      this.#write(
        `<img src="data:${found.type};base64,${Buffer.from(found.bytes).toString('base64')}" alt="${escapeHtml(alt)}"${this.#attributes('img', { ...attributes, alt: '' }).replace(/ alt=""/, '')}>`,
      );
      return;
    }
    // A picture of one pixel only tells its sender that the mail was opened.
    const isTracker = [attributes['width'], attributes['height']].every(
      (size) => size !== undefined && Number.parseInt(size, 10) <= 2,
    );
    if (isTracker || (source === '' && alt === '')) return;
    const words = alt === '' ? 'picture not loaded' : `picture not loaded: ${alt}`;
    this.#write(`<span style="${boxStyle}">[${escapeHtml(words)}]</span>`);
  }

  #countReferences(name: string, attributes: Readonly<Record<string, string>>): void {
    // Where a link leads is nothing the mail loads.
    const names =
      name === 'a' || name === 'area'
        ? ['background']
        : ['src', 'srcset', 'background', 'poster', 'data', 'codebase', 'lowsrc', 'dynsrc', 'xlink:href'];
    if (name === 'link') names.push('href');
    for (const each of names) {
      const address = attributes[each] ?? '';
      if (remote.test(address) && !this.#pictures.has(address)) this.remoteReferences += 1;
    }
    this.remoteReferences += styleReferences(attributes['style'] ?? '');
  }

  #write(text: string): void {
    this.#out.push(text);
    this.#length += text.length;
  }
}
