import type { EvidenceKind } from '../../../../../shared/model/evidence.ts';
import type { ByteSource } from '../../../pdf/index.ts';
import { hasLatePdfHeader, isOtherArchive, kindOf, kindPrefixBytes } from '../../kind.ts';
import { isGzip } from '../archive/gzip-member.ts';
import { isTapeArchive } from '../archive/tar-members.ts';
import { endsInZip, isLastZipPiece } from '../archive/zip-directory.ts';
import { readRange } from '../bytes.ts';
import { decode, strayLimit, textFormOf, unitBytes, withoutFiller, type Encoding } from '../text/encoding.ts';
import { compoundKindOf, zipKindOf } from './container-kind.ts';
import { isFilm } from '../media/base-media.ts';
import { isBaseMedia, mediaKindOf } from './media-kind.ts';
import { binaryMailKind, isFromLine, isWholeFromLine, textKindOf } from './text-kind.ts';
import { isCompoundFile } from '../office/compound-file.ts';

const sampleBytes = 64 * 1024;
/** How far a mailbox is searched for its second message, in bytes. */
const mailboxSearchBytes = 64 * 1024 * 1024;
const windowBytes = 1024 * 1024;

/**
 * Tells what a file is from its content. The name is asked only where the same bytes are two things: Markdown is text,
 * a mailbox of one message is a mail, and a PDF may stand in another file.
 *
 * @param name file name without folder
 */
export function kindOfSource(source: ByteSource, name: string): EvidenceKind {
  const head = readRange(source, 0, sampleBytes);
  const told = kindOf(head.subarray(0, kindPrefixBytes));
  if (told !== 'native' || head.length === 0) return told;
  const magic = head.toString('latin1', 0, 8);
  // PK\x07\x08 begins archives that were written to be split, PK\x05\x06 empty ones.
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08PK)/.test(magic)) return zipKindOf(source);
  if (isGzip(head)) return 'gzip';
  if (isTapeArchive(head)) return 'tar';
  if (isCompoundFile(head)) return compoundKindOf(source, name);
  // [MS-OXTNEF] §2.1.3.1: the signature of a winmail.dat.
  if (magic.startsWith('\x78\x9f\x3e\x22')) return 'tnef';
  if (magic.startsWith('{\\rtf')) return 'word';
  // What is packed without compression reads like the text in it.
  if (isOtherArchive(head)) return 'native';
  const media = mediaKindOf(head);
  if (media !== null) return media === 'video' && isBaseMedia(head) && !isFilm(source) ? 'audio' : media;
  const hasMoreMessages = () => hasSecondMessage(source);
  const mail = binaryMailKind(head.toString('latin1'), name, hasMoreMessages);
  if (mail !== null) return mail;
  if (hasLatePdfHeader(head, name)) return 'pdf';
  const form = textFormOf(head);
  if (form === null || !isTextFurtherOn(source, form.encoding))
    return endsInZip(source) || isLastZipPiece(source) ? 'zip' : 'native';
  const text = decode(head.subarray(form.markBytes), form.encoding);
  return textKindOf(text, name, hasMoreMessages);
}

/** Whether samples from the middle and the end are text in the same form: some binary files begin with a long text. */
function isTextFurtherOn(source: ByteSource, encoding: Encoding): boolean {
  if (source.sizeBytes <= sampleBytes) return true;
  const places = [source.sizeBytes / 2, source.sizeBytes - sampleBytes / 4];
  return places.every((place) => {
    const start = Math.max(sampleBytes, Math.floor(place / 4) * 4);
    const bytes = withoutFiller(readRange(source, start, sampleBytes / 4));
    if (bytes.every((byte) => byte === 0)) return true;
    if (unitBytes(encoding) > 1) return !decode(bytes, encoding).includes('\0');
    return bytes.reduce((zeros, byte) => zeros + (byte === 0 ? 1 : 0), 0) <= strayLimit(bytes.length);
  });
}

/** Whether a mailbox has a second From_ line, after an empty line (RFC 4155) or written to the letter, with a header field below. */
function hasSecondMessage(source: ByteSource): boolean {
  const end = Math.min(source.sizeBytes, mailboxSearchBytes);
  for (let base = 0; base < end; base += windowBytes) {
    // Windows overlap, so that a line on their border is seen whole.
    const window = readRange(source, base, windowBytes + 2_048).toString('latin1');
    for (const { index: at } of window.matchAll(/[\r\n]From /g)) {
      const emptyLine = window[at] === '\r' ? /(?:^|\r)$/ : /(?:^|\n)\r?$/;
      const isAfterEmptyLine = emptyLine.test(window.slice(Math.max(0, at - 2), at));
      const [line, next] = window.slice(at + 1, at + 2_001).split(/\r\n|\n|\r/, 2);
      const isBorder = isWholeFromLine(line!) || (isAfterEmptyLine && isFromLine(line!));
      if (isBorder && /^[!-9;-~]+:/.test(next ?? '')) return true;
    }
  }
  return false;
}
