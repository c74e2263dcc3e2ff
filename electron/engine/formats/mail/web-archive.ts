import type { MailHeader } from './mail.ts';

/** What a web archive says of itself. */
export interface WebArchive {
  /** The program that saved it; empty where it does not say. */
  readonly savedBy: string;
  /** Where the page was; empty where it does not say. */
  readonly address: string;
}

/** What tells who sent a mail, to whom, when and about what; Word writes none of these into a page it saves. */
const mailField = /^(?:from|sender|to|cc|bcc|date|subject|message-id|received|return-path)$/i;

/**
 * A page that a browser or Word saved in one file (.mhtml, .mht; RFC 2557): e-mail in form, with the program in the sender's place, or
 * with nobody in it.
 *
 * @param headers of the file itself, not of its parts
 * @returns null for a mail
 * @example webArchiveOf([{ name: 'From', value: '<Saved by Blink>' }]) // { savedBy: 'Blink', address: '' }
 */
export function webArchiveOf(headers: readonly MailHeader[]): WebArchive | null {
  const valueOf = (wanted: string) => headers.find(({ name }) => name.toLowerCase() === wanted)?.value ?? '';
  const address = valueOf('snapshot-content-location').replaceAll(/\s/g, '');
  const savedBy = /^["'<]{0,3}saved by ([^">]{1,200})/i.exec(valueOf('from').trim())?.[1]?.trim() ?? '';
  const isMail = headers.some(({ name }) => mailField.test(name));
  const isPage = !isMail && /^multipart\/related\b/i.test(valueOf('content-type').trim());
  return savedBy === '' && address === '' && !isPage ? null : { savedBy, address };
}
