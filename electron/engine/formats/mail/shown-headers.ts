import type { Mail, MailAddress, MailHeader } from './mail.ts';
import { formatAddress } from './mime/addresses.ts';
import { webArchiveOf } from './web-archive.ts';

/** Headers for people beside those every mail has, and the fields of Outlook's other items. */
const forPeople =
  /^(?:sender|organi[sz]ation|importance|priority|sensitivity|comments|keywords|newsgroups|followup-to|resent-(?:from|to|cc|date)|disposition-notification-to|kind of item|reported|original (?:subject|to|sent|delivered)|delivered|receipt|report|resources|members|name|start|end|due|completed|location|recurrence|e-mail|address|company|job title|(?:business|home|mobile) telephone|business fax|postal address|web page)$/i;
const maxOthers = 20;
const maxValue = 20_000;

/**
 * The headers people read, in their order: From, To, Cc, Bcc, Reply-To, Date, Subject, then the few others that are for them. Of a web
 * archive: the page's title, the address it was saved from, when, and by which program.
 */
export function shownHeaders(mail: Mail): MailHeader[] {
  const headers: MailHeader[] = [];
  const add = (name: string, value: string) => {
    if (value !== '') headers.push({ name, value });
  };
  const archive = webArchiveOf(mail.headers);
  if (archive) {
    add('Saved page', mail.subject);
    add('Address', archive.address);
    add('Saved', mail.dateAsWritten);
    add('Saved by', archive.savedBy);
    return headers;
  }
  const list = (addresses: readonly MailAddress[]) => addresses.map(formatAddress).join(', ');
  add('From', list(mail.from));
  add('To', list(mail.to));
  add('Cc', list(mail.cc));
  add('Bcc', list(mail.bcc));
  add('Reply-To', list(mail.replyTo));
  add('Date', mail.dateAsWritten || (mail.sentAt ?? ''));
  add('Subject', mail.subject);
  const others = mail.headers
    .filter(({ name, value }) => forPeople.test(name) && value !== '')
    .slice(0, maxOthers);
  for (const { name, value } of others) add(name, value.slice(0, maxValue));
  return headers;
}
