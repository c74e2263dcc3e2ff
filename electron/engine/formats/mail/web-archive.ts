import type { MailHeader } from './mail.ts';

/** What a web archive says of itself. */
export interface WebArchive {
  /** The program that saved it. */
  readonly savedBy: string;
  /** Where the page was; empty where it does not say. */
  readonly address: string;
}

/**
 * A page that a browser saved in one file (.mhtml, .mht; RFC 2557): e-mail in form, with the program in the sender's place.
 *
 * @param headers of the file itself, not of its parts
 * @returns null for a mail
 * @example webArchiveOf([{ name: 'From', value: '<Saved by Blink>' }]) // { savedBy: 'Blink', address: '' }
 */
export function webArchiveOf(headers: readonly MailHeader[]): WebArchive | null {
  const valueOf = (wanted: string) => headers.find(({ name }) => name.toLowerCase() === wanted)?.value ?? '';
  const address = valueOf('snapshot-content-location').replaceAll(/\s/g, '');
  const savedBy = /^["'<]{0,3}saved by ([^">]{1,200})/i.exec(valueOf('from').trim())?.[1]?.trim() ?? '';
  return savedBy === '' && address === '' ? null : { savedBy, address };
}
