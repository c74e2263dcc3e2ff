import { MailPartError } from '../mail.ts';
import { partBytes } from '../mime/attachment.ts';
import { dispositionOf } from '../mime/body.ts';
import type { Entity } from '../mime/entity.ts';
import { readCms } from './cms.ts';

/** How a part is protected; `inner` is the MIME entity inside, where it can be read. */
export type Protection =
  | { readonly kind: 'encrypted'; readonly inner: null }
  | { readonly kind: 'compressed'; readonly inner: Uint8Array }
  | { readonly kind: 'signed'; readonly signedBy: readonly string[]; readonly inner: Uint8Array | null };

const maxBytes = 128 * 1024 * 1024;
const cmsTypes = new Set([
  'application/pkcs7-mime',
  'application/x-pkcs7-mime',
  'application/pkcs7-signature',
  'application/x-pkcs7-signature',
]);

/**
 * Tells signatures and encryption (RFC 8551 S/MIME, RFC 3156 PGP/MIME) of a part.
 *
 * @returns null when it has none, or what claims to be one cannot be read
 */
export function readProtection(part: Entity): Protection | null {
  const type = typeOf(part);
  if (type === 'application/pgp-encrypted') return { kind: 'encrypted', inner: null };
  if (type === 'application/pgp-signature') return { kind: 'signed', signedBy: [], inner: null };
  if (!cmsTypes.has(type) || part.end - part.start > maxBytes * 2) return null;
  try {
    const found = protectionOf(partBytes(part));
    if (found) return found;
  } catch (error) {
    if (!(error instanceof MailPartError)) throw error;
  }
  // Unreadable: it is what it says it is.
  if (/^enveloped-data|^authenveloped-data/i.test(part.type.parameters.get('smime-type') ?? ''))
    return { kind: 'encrypted', inner: null };
  return type.endsWith('signature') ? { kind: 'signed', signedBy: [], inner: null } : null;
}

/** The type of a part; of one that a gateway sent on as mere bytes, that of its name (RFC 8551 §3.2.1). */
function typeOf(part: Entity): string {
  const { value } = part.type;
  if (value !== 'application/octet-stream') return value;
  const ending = /\.(p7[msz])$/i.exec(dispositionOf(part).name)?.[1]?.toLowerCase();
  if (ending === undefined) return value;
  return ending === 'p7s' ? 'application/pkcs7-signature' : 'application/pkcs7-mime';
}

/** Whether what is signed is a part of a mail: it begins with headers, one of which tells its type (RFC 8551 §3.1). */
export function isMimeEntity(bytes: Uint8Array): boolean {
  const beginning = Buffer.from(bytes.subarray(0, 3_000)).toString('latin1');
  return /^\s*(?:[!-9;-~]{1,200}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n){0,40}){0,40}content-type[ \t]*:/i.test(
    beginning,
  );
}

/** How PGP protects the words of a text within the text itself (RFC 9580 §6.2). */
export function protectionOfText(text: string): Protection['kind'] | null {
  if (/^-----BEGIN PGP MESSAGE-----/m.test(text)) return 'encrypted';
  return /^-----BEGIN PGP SIGNED MESSAGE-----/m.test(text) ? 'signed' : null;
}

/** The protection some bytes are, when they are a CMS message. */
export function protectionOf(bytes: Uint8Array): Protection | null {
  const cms = readCms(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (cms === null) return null;
  return cms.kind === 'encrypted' ? { kind: 'encrypted', inner: null } : cms;
}
