import { addressesOf } from './addresses.ts';
import { parseDate } from './dates.ts';
import { findHeader, headerText, type RawHeader } from './headers.ts';

/** What the headers say of who, when and what. */
export function addressing(headers: readonly RawHeader[]) {
  const said = (name: string) => headerText(findHeader(headers, name) ?? '');
  const id = (name: string) => said(name).replace(/^<([^<>]*)>$/, '$1');
  const all = (name: string) =>
    headers
      .filter((header) => header.name.toLowerCase() === name)
      .map(({ raw }) => headerText(raw).replaceAll(/\s+/g, ' '))
      .filter((value) => value !== '');
  const [dates, subjects] = [all('date'), all('subject')];
  const date = dates.find((each) => parseDate(each) !== null) ?? dates[0] ?? said('resent-date');
  return {
    from: firstOf(headers, ['from', 'sender', 'resent-from']),
    to: addressesOf(headers, 'to'),
    cc: addressesOf(headers, 'cc'),
    bcc: addressesOf(headers, 'bcc'),
    replyTo: addressesOf(headers, 'reply-to'),
    subject: subjects[0] ?? '',
    sentAt: parseDate(date),
    receivedAt: parseDate(
      /;([^;]*)$/.exec(findHeader(headers, 'received') ?? '')?.[1] ?? said('delivery-date'),
    ),
    dateAsWritten: date,
    repeated: [
      ...repeatedOf('Date', date, dates, (each) => parseDate(each) ?? each),
      ...repeatedOf('Subject', subjects[0] ?? '', subjects, (each) => each),
    ],
    messageId: id('message-id'),
    inReplyTo: id('in-reply-to'),
    references: said('references'),
    software: said('x-mailer') || said('user-agent') || said('x-newsreader'),
  };
}

/** A header that stands in a mail more than once, each time with something else: the one that counts, and the others. */
function repeatedOf(
  name: string,
  counts: string,
  values: readonly string[],
  meaning: (value: string) => string,
): { readonly name: string; readonly counts: string; readonly others: readonly string[] }[] {
  const others = [...new Set(values)].filter((value) => meaning(value) !== meaning(counts));
  return others.length > 0 ? [{ name, counts, others }] : [];
}

function firstOf(headers: readonly RawHeader[], names: readonly string[]) {
  for (const name of names) {
    const found = addressesOf(headers, name);
    if (found.length > 0) return found;
  }
  return [];
}
