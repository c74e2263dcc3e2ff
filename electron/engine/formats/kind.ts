import { groupOf, type EvidenceKind } from '../../../shared/model/evidence.ts';

/** Bytes from the start of a file that tell its kind. */
export const kindPrefixBytes = 1_024;

/** HEIF brands (ISO/IEC 23008-12 and the AV1 image format): pictures, though they begin like films. */
const heicBrands = new Set(
  'heic heix hevc hevx heim heis hevm hevs mif1 mif2 mif3 msf1 miaf MiHE MiHB'.split(' '),
);
const avifBrands = new Set(['avif', 'avis', 'MA1B', 'MA1A']);
/** Brands of films: one of them first, and pictures named after it are posters at most. */
const filmBrands = /^(?:isom|iso\d|mp4\d|mp7\d|avc1|qt  |3gp.|3g2.|M4[ABPV] |F4[ABV] |dash|MSNV)$/;
/** Sizes that the header of a Windows bitmap can state for itself. */
const bitmapHeaderSizes = new Set([12, 16, 40, 52, 56, 64, 108, 124]);

/**
 * Tells what a file is from its first bytes, as far as they decide it; its name is not asked. What takes a look further
 * into the file (text, mail, archives, Office documents, recordings) is recognized by `kindOfSource`.
 *
 * @param prefix the first `kindPrefixBytes` bytes, or all there are
 */
export function kindOf(prefix: Uint8Array): EvidenceKind {
  const head = Buffer.from(prefix.buffer, prefix.byteOffset, prefix.byteLength);
  const image = imageKind(head);
  if (image) return image;
  // ISO 32000-2 §7.5.2 wants the header first. One further on may be another file's content: see `hasLatePdfHeader`.
  if (/^(?:\xef\xbb\xbf)?[\0\t\n\f\r ]*%PDF-/.test(head.toString('latin1', 0, kindPrefixBytes))) return 'pdf';
  return 'native';
}

/** Whether a file begins as archives do that are not unpacked here: RAR, 7-Zip, Cabinet, ar. They may hold a PDF or a text as it is. */
export function isOtherArchive(head: Buffer): boolean {
  return /^(?:Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|MSCF\0|!<arch>\n)/.test(head.toString('latin1', 0, 8));
}

/**
 * Whether something else stands before a PDF's header, as mail gateways, printers and old Macs leave it, or it has lost its header:
 * readers have always looked for it in the first 1,024 bytes, and most go on without. What only speaks of PDFs has no objects.
 *
 * @param head the first 64 KiB, or all there are, of a file of no other kind
 * @param name file name without folder: of a file named otherwise, a header further on is another file's
 */
export function hasLatePdfHeader(head: Buffer, name: string): boolean {
  // `ustar` stands further on in a tape archive.
  if (isOtherArchive(head) || head.toString('latin1', 257, 262) === 'ustar') return false;
  const within = /\.pdf$/i.test(name) ? head : head.subarray(0, kindPrefixBytes);
  const at = within.indexOf('%PDF-');
  if (at >= 0) return /\d\s+\d+\s+obj\b/.test(head.toString('latin1', at));
  // Only lines of comments before the first object. Form data (FDF) begins so too.
  return /^(?!%FDF-)\s*(?:%[^\r\n]*[\r\n]\s*)*\d{1,10}\s+\d{1,5}\s+obj\b/.test(
    head.toString('latin1', 0, kindPrefixBytes),
  );
}

function imageKind(head: Buffer): EvidenceKind | null {
  const magic = head.toString('latin1', 0, 8);
  if (magic === '\x89PNG\r\n\x1a\n') return 'png';
  if (magic.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (/^GIF8[79]a/.test(magic)) return 'gif';
  // TIFF 6.0 §2 and BigTIFF (version 43), in either byte order.
  if (/^(?:II[*+]\0|MM\0[*+])/.test(magic)) return 'tiff';
  if (magic.startsWith('RIFF') && head.toString('latin1', 8, 12) === 'WEBP') return 'webp';
  if (magic.startsWith('BM') && head.length >= 18 && bitmapHeaderSizes.has(head.readUInt32LE(14)))
    return 'bmp';
  if (magic.slice(4) === 'ftyp') {
    const brands = brandsOf(head);
    if (filmBrands.test(brands[0]!)) return null;
    if (brands.some((brand) => avifBrands.has(brand))) return 'avif';
    if (brands.some((brand) => heicBrands.has(brand))) return 'heic';
  }
  return null;
}

/** Brands of an ISO base media file, the major one first. */
export function brandsOf(head: Buffer): string[] {
  const brands = [head.toString('latin1', 8, 12)];
  const end = Math.min(head.length >= 4 ? head.readUInt32BE(0) : 0, head.length, 256);
  // Brand mif3 (ISO/IEC 23008-12 Amd 1) has one in place of its version.
  for (let at = 12; at + 4 <= end; at += 4) brands.push(head.toString('latin1', at, at + 4));
  return brands;
}

/** What an extension promises. More than one where programs write several kinds under it. */
const kindsOfExtension: Readonly<Record<string, readonly EvidenceKind[]>> = {
  pdf: ['pdf'],
  png: ['png'],
  jpg: ['jpeg'],
  jpeg: ['jpeg'],
  jpe: ['jpeg'],
  webp: ['webp'],
  gif: ['gif'],
  tif: ['tiff'],
  tiff: ['tiff'],
  heic: ['heic'],
  heif: ['heic', 'avif'],
  avif: ['avif'],
  bmp: ['bmp'],
  eml: ['eml'],
  emlx: ['eml'],
  msg: ['msg'],
  mbox: ['mbox', 'eml'],
  zip: ['zip'],
  tar: ['tar'],
  gz: ['gzip'],
  tgz: ['gzip'],
  // Webmail downloads whole mails under this extension (“original_msg.txt”).
  txt: ['text', 'markdown', 'csv', 'eml', 'mbox'],
  csv: ['csv', 'text'],
  tsv: ['csv', 'text'],
  md: ['markdown', 'text'],
  markdown: ['markdown', 'text'],
  srt: ['text'],
  vtt: ['text'],
  json: ['text'],
  xml: ['text', 'html'],
  svg: ['text', 'html'],
  htm: ['html'],
  html: ['html'],
  xhtml: ['html'],
  // Web pages and RTF were long saved under Word's extension, and Word opens them.
  doc: ['word', 'html'],
  docx: ['word'],
  docm: ['word'],
  dotx: ['word'],
  odt: ['word'],
  rtf: ['word'],
  xls: ['spreadsheet', 'html', 'csv', 'text'],
  xlsx: ['spreadsheet'],
  xlsm: ['spreadsheet'],
  xlsb: ['spreadsheet'],
  ods: ['spreadsheet'],
  ppt: ['presentation'],
  pptx: ['presentation'],
  pptm: ['presentation'],
  ppsx: ['presentation'],
  odp: ['presentation'],
  mp3: ['audio'],
  wav: ['audio'],
  flac: ['audio'],
  ogg: ['audio', 'video'],
  oga: ['audio'],
  opus: ['audio'],
  m4a: ['audio'],
  aac: ['audio'],
  aif: ['audio'],
  aiff: ['audio'],
  amr: ['audio'],
  wma: ['audio'],
  mp4: ['video', 'audio'],
  m4v: ['video'],
  mov: ['video', 'audio'],
  '3gp': ['video', 'audio'],
  webm: ['video', 'audio'],
  mkv: ['video', 'audio'],
  avi: ['video'],
  wmv: ['video', 'audio'],
  mpg: ['video'],
  mpeg: ['video', 'audio'],
};

/** The extension of a name in lower case, without its dot; empty where there is none. @example extensionOf('a.PDF') // 'pdf' */
export function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** The extension of a name that promises another kind than the content has; null when they agree or nothing is promised. */
export function misleadingExtension(name: string, kind: EvidenceKind): string | null {
  const extension = extensionOf(name);
  const promised = Object.hasOwn(kindsOfExtension, extension) ? kindsOfExtension[extension]! : null;
  if (promised === null || promised.includes(kind)) return null;
  // Any text may be called text.
  if (extension === 'txt' && groupOf(kind) === 'text') return null;
  return extension;
}
