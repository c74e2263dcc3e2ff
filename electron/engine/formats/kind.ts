import type { EvidenceKind } from '../../../shared/model/evidence.ts';

/** Bytes from the start of a file that tell its kind. */
export const kindPrefixBytes = 1_024;

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * Tells what a file is from its content; its name is not asked.
 *
 * @param prefix the first `kindPrefixBytes` bytes, or all there are
 */
export function kindOf(prefix: Uint8Array): EvidenceKind {
  const head = Buffer.from(prefix.buffer, prefix.byteOffset, prefix.byteLength);
  if (head.subarray(0, 8).equals(pngSignature)) return 'png';
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'jpeg';
  // ISO 32000-2 §7.5.2 wants the header first; readers have always looked for it in the first 1,024 bytes.
  if (head.subarray(0, kindPrefixBytes).includes('%PDF-')) return 'pdf';
  return 'native';
}

const kindOfExtension: Readonly<Record<string, EvidenceKind>> = {
  pdf: 'pdf',
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
};

/** The extension of a name that promises another kind than the content has; null when they agree or nothing is promised. */
export function misleadingExtension(name: string, kind: EvidenceKind): string | null {
  const extension = /\.([A-Za-z]{3,4})$/.exec(name)?.[1]?.toLowerCase();
  const promised = extension === undefined ? undefined : kindOfExtension[extension];
  return promised !== undefined && promised !== kind ? extension! : null;
}
