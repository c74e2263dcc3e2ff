import { bytesSource } from '../../pdf/pdf-source.ts';
import { readMail } from '../mail/index.ts';

/** How much of a file its first header fields stand in. */
const headLength = 8_000;
/** What browsers write in place of a sender, and where they say which page it is. */
const savedBy = /^(?:from:[ \t]{0,9}"?<?saved by |snapshot-content-location:)/im;
const pageAddress = /^(?:snapshot-)?content-location:\s{0,9}(https?:\/\/[^\s<>]{1,2000})/im;

/**
 * The page in a web archive (RFC 2557): what browsers save as “web page, single file” (.mhtml, .mht). It begins as they begin a page that is
 * saved without its pictures, with the address it came from.
 *
 * @param bytes the whole file
 * @param text the same, decoded
 * @returns null where it is no web archive: e-mail has the same form
 */
export function pageOfWebArchive(bytes: Uint8Array, text: string): string | null {
  const head = text.slice(0, headLength);
  if (!savedBy.test(head)) return null;
  const { html } = readMail(bytesSource(bytes), 'eml');
  if (html === null) return null;
  const address = pageAddress.exec(head)?.[1];
  return address === undefined ? html : `<!-- saved from url=${address} -->\n${html}`;
}
