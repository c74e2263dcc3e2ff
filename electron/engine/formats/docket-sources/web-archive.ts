import { bytesSource } from '../../pdf/pdf-source.ts';
import { readMail, webArchiveOf } from '../mail/index.ts';

/**
 * The page in a web archive (RFC 2557): what browsers save as “web page, single file” (.mhtml, .mht). It begins as they begin a page that is
 * saved without its pictures, with the address it came from.
 *
 * @param bytes the whole file, in the form of e-mail
 * @returns null where it is a mail
 */
export function pageOfWebArchive(bytes: Uint8Array): string | null {
  const { headers, html } = readMail(bytesSource(bytes), 'eml');
  const archive = webArchiveOf(headers);
  if (!archive || html === null) return null;
  return archive.address === '' ? html : `<!-- saved from url=${archive.address} -->\n${html}`;
}
