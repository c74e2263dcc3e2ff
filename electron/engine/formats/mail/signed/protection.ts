import { MailPartError } from '../mail.ts';
import { partBytes } from '../mime/attachment.ts';
import type { Entity } from '../mime/entity.ts';
import { readCms } from './cms.ts';

/** How a part is protected; `inner` is the MIME entity inside, where it can be had. */
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
  const type = part.type.value;
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
