import { inflateSync } from 'node:zlib';
import { elementsOf, octetsOf, oidOf, type DerElement } from './der.ts';
import { uninterrupted } from '../../../jobs/uninterrupted.ts';

/** What a CMS message (RFC 5652) is, as far as it can be read without keys. */
export type Cms =
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'signed'; readonly signedBy: readonly string[]; readonly inner: Buffer | null }
  | { readonly kind: 'compressed'; readonly inner: Buffer };

const oids = {
  signed: '1.2.840.113549.1.7.2',
  enveloped: '1.2.840.113549.1.7.3',
  encrypted: '1.2.840.113549.1.7.6',
  authEnveloped: '1.2.840.113549.1.9.16.1.23',
  compressed: '1.2.840.113549.1.9.16.1.9',
  commonName: '2.5.4.3',
  organization: '2.5.4.10',
  email: '1.2.840.113549.1.9.1',
} as const;
const sequence = 0x30;
const context0 = 0xa0;
const maxInflatedBytes = 128 * 1024 * 1024;

/**
 * Reads a CMS message: whom its signatures name, and the content where it is inside. No signature is verified.
 *
 * @param bytes DER or BER; PEM is not expected in mail
 * @returns null when it is none
 */
export function readCms(bytes: Buffer): Cms | null {
  const [outer] = elementsOf(bytes);
  if (outer?.tag !== sequence) return null;
  const [type, wrapped] = elementsOf(outer.content);
  if (type?.tag !== 0x06 || wrapped === undefined) return null;
  const [content] = elementsOf(wrapped.content);
  switch (oidOf(type)) {
    case oids.enveloped:
    case oids.encrypted:
    case oids.authEnveloped:
      return { kind: 'encrypted' };
    case oids.compressed:
      return content ? readCompressed(content) : null;
    case oids.signed:
      return content ? readSigned(content) : null;
    default:
      return null;
  }
}

function encapsulated(content: DerElement | undefined): Buffer | null {
  const wrapped = content && elementsOf(content.content)[1];
  const [octets] = wrapped ? elementsOf(wrapped.content) : [];
  return octets ? octetsOf(octets) : null;
}

function readCompressed(content: DerElement): Cms | null {
  const packed = encapsulated(elementsOf(content.content)[2]);
  if (packed === null) return null;
  try {
    return {
      kind: 'compressed',
      inner: uninterrupted(() => inflateSync(packed, { maxOutputLength: maxInflatedBytes })),
    };
  } catch {
    // Damaged, or a bomb: the caller shows the part as the file it is.
    return null;
  }
}

function readSigned(content: DerElement): Cms {
  // version, digestAlgorithms, encapContentInfo, [0] certificates, [1] crls, signerInfos
  const parts = elementsOf(content.content);
  const certificates = parts.filter(({ tag }) => tag === context0).flatMap((set) => elementsOf(set.content));
  const signers = parts.at(-1)?.tag === 0x31 ? elementsOf(parts.at(-1)!.content).slice(0, 50) : [];
  const named = certificates.slice(0, 200).flatMap((certificate) => certificateName(certificate) ?? []);
  const signedBy = signers.flatMap((signer) => {
    const identifier = elementsOf(signer.content)[1];
    // IssuerAndSerialNumber; by key identifier none can be told from names alone.
    const [issuer, serial] = identifier?.tag === sequence ? elementsOf(identifier.content) : [];
    const match = named.find(
      (each) => issuer && serial && each.issuer.equals(issuer.whole) && each.serial.equals(serial.content),
    );
    return match && match.name !== '' ? [match.name] : [];
  });
  return { kind: 'signed', signedBy: [...new Set(signedBy)], inner: encapsulated(parts[2]) };
}

function certificateName(certificate: DerElement): { issuer: Buffer; serial: Buffer; name: string } | null {
  const [signed] = elementsOf(certificate.content);
  if (signed?.tag !== sequence) return null;
  const fields = elementsOf(signed.content);
  const from = fields[0]?.tag === context0 ? 1 : 0;
  const [serial, , issuer, , subject] = fields.slice(from);
  if (!serial || !issuer || !subject) return null;
  const names = new Map<string, string>();
  for (const set of elementsOf(subject.content))
    for (const pair of elementsOf(set.content)) {
      const [type, value] = elementsOf(pair.content);
      if (type && value) names.set(oidOf(type), stringOf(value));
    }
  const name = names.get(oids.commonName) ?? names.get(oids.organization) ?? '';
  const email = names.get(oids.email) ?? '';
  return {
    issuer: issuer.whole,
    serial: serial.content,
    name: name === '' ? email : email === '' || email === name ? name : `${name} <${email}>`,
  };
}

/** Text of the string types of X.520. */
function stringOf({ tag, content }: DerElement): string {
  const bytes = content.subarray(0, 400);
  if (tag === 0x1e)
    return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString('utf16le');
  return bytes.toString(tag === 0x0c ? 'utf8' : 'latin1');
}
