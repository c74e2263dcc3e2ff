import type { Mail, MailAddress, MailHeader } from './mail.ts';
import { formatAddress } from './mime/addresses.ts';

/** Headers that are said already, or are for machines. */
const silent =
  /^(?:from|to|cc|bcc|reply-to|date|subject|received|return-path|delivered-to|message-id|references|in-reply-to|mime-version|content-.*|x-.*|arc-.*|dkim-.*|domainkey-.*|authentication-.*|received-spf|list-.*|thread-.*|user-agent|errors-to|precedence|autocrypt|feedback-id|envelope-to|delivery-date|auto-submitted|acceptlanguage|accept-language|status|lines|path|xref|nntp-.*|mail-.*)$/i;
const maxOthers = 20;
const maxValue = 20_000;

/** The headers people read, in their order: From, To, Cc, Bcc, Reply-To, Date, Subject, then the few others that are for them. */
export function shownHeaders(mail: Mail): MailHeader[] {
  const headers: MailHeader[] = [];
  const add = (name: string, value: string) => {
    if (value !== '') headers.push({ name, value });
  };
  const list = (addresses: readonly MailAddress[]) => addresses.map(formatAddress).join(', ');
  add('From', list(mail.from));
  add('To', list(mail.to));
  add('Cc', list(mail.cc));
  add('Bcc', list(mail.bcc));
  add('Reply-To', list(mail.replyTo));
  add('Date', mail.dateAsWritten || (mail.sentAt ?? ''));
  add('Subject', mail.subject);
  const others = mail.headers
    .filter(({ name, value }) => !silent.test(name) && value !== '')
    .slice(0, maxOthers);
  for (const { name, value } of others) add(name, value.slice(0, maxValue));
  return headers;
}
