import { addressesOf } from './addresses.ts';
import { parseDate } from './dates.ts';
import { findHeader, headerText, type RawHeader } from './headers.ts';

/** What the headers say of who, when and what. */
export function addressing(headers: readonly RawHeader[]) {
  const said = (name: string) => headerText(findHeader(headers, name) ?? '');
  const id = (name: string) => said(name).replace(/^<([^<>]*)>$/, '$1');
  const date = said('date') || said('resent-date');
  return {
    from: firstOf(headers, ['from', 'sender', 'resent-from']),
    to: addressesOf(headers, 'to'),
    cc: addressesOf(headers, 'cc'),
    bcc: addressesOf(headers, 'bcc'),
    replyTo: addressesOf(headers, 'reply-to'),
    subject: said('subject').replaceAll(/\s+/g, ' '),
    sentAt: parseDate(date),
    receivedAt: parseDate(
      /;([^;]*)$/.exec(findHeader(headers, 'received') ?? '')?.[1] ?? said('delivery-date'),
    ),
    dateAsWritten: date,
    messageId: id('message-id'),
    inReplyTo: id('in-reply-to'),
    references: said('references'),
    software: said('x-mailer') || said('user-agent') || said('x-newsreader'),
  };
}

function firstOf(headers: readonly RawHeader[], names: readonly string[]) {
  for (const name of names) {
    const found = addressesOf(headers, name);
    if (found.length > 0) return found;
  }
  return [];
}
