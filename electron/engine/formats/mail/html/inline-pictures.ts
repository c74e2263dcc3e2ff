import { MailPartError, type Mail, type MailAttachment } from '../mail.ts';

/** Bytes of one picture shown in a mail, and of all of them. */
const maxPictureBytes = 12 * 1024 * 1024;
const maxAllBytes = 48 * 1024 * 1024;

export type PictureType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';

export interface Picture {
  readonly type: PictureType;
  readonly bytes: Uint8Array;
}

/** The type of a picture by its first bytes; null when it is none that is shown. */
export function pictureType(bytes: Uint8Array): PictureType | null {
  const head = Buffer.from(bytes.subarray(0, 12));
  if (head.toString('hex', 0, 8) === '89504e470d0a1a0a') return 'image/png';
  if (head.toString('hex', 0, 3) === 'ffd8ff') return 'image/jpeg';
  if (/^GIF8[79]a/.test(head.toString('latin1'))) return 'image/gif';
  return head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP'
    ? 'image/webp'
    : null;
}

/** The pictures a mail's HTML names and the mail has: by content id, by address, or by name where a program wrote that. */
export class InlinePictures {
  readonly #byId = new Map<string, MailAttachment>();
  readonly #byName = new Map<string, MailAttachment>();
  readonly #byLocation = new Map<string, MailAttachment>();
  /** Attachments that were shown in the body. */
  readonly used = new Set<MailAttachment>();
  #left = maxAllBytes;

  constructor(mail: Mail) {
    for (const attachment of mail.attachments) {
      if (attachment.contentId !== null) this.#byId.set(attachment.contentId.toLowerCase(), attachment);
      if (attachment.location !== null) this.#byLocation.set(attachment.location, attachment);
      if (!this.#byName.has(attachment.name.toLowerCase()))
        this.#byName.set(attachment.name.toLowerCase(), attachment);
    }
  }

  /** The picture a `src` means, when it is in the mail or in the address itself; null when it is not, or is none. */
  find(source: string): Picture | null {
    const bytes = /^data:/i.test(source) ? ofData(source) : this.#attached(source);
    const type = bytes === null ? null : pictureType(bytes);
    if (bytes === null || type === null || bytes.length > maxPictureBytes || bytes.length > this.#left)
      return null;
    this.#left -= bytes.length;
    return { type, bytes };
  }

  /** Whether what an address leads to came with the mail, so that nothing is to be loaded for it. */
  has(source: string): boolean {
    return this.#byLocation.has(source.trim());
  }

  #attachment(source: string): MailAttachment | undefined {
    const located = this.#byLocation.get(source);
    if (located) return located;
    const isId = /^cid:/i.test(source);
    if (!isId && /^[a-z][a-z0-9+.-]*:|^\/\//i.test(source)) return undefined;
    const key = decoded(source.replace(/^cid:/i, '')).trim().toLowerCase();
    return isId
      ? (this.#byId.get(key) ?? this.#byName.get(key.replace(/@.*$/, '')))
      : this.#byName.get(key.replace(/^.*[/\\]/, ''));
  }

  #attached(source: string): Uint8Array | null {
    const attachment = this.#attachment(source);
    if (!attachment) return null;
    try {
      const bytes = attachment.bytes();
      this.used.add(attachment);
      return bytes;
    } catch (error) {
      if (error instanceof MailPartError) return null;
      throw error;
    }
  }
}

function ofData(source: string): Uint8Array | null {
  const match = /^data:image\/[a-z0-9.+-]{1,20}(?:;[a-z0-9=-]{1,40}){0,4};base64,/i.exec(
    source.slice(0, 300),
  );
  if (!match || source.length > maxPictureBytes * 1.4) return null;
  return Buffer.from(source.slice(match[0].length).replaceAll(/%3D/gi, '='), 'base64');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign: the text is as it stands.
    return text;
  }
}
