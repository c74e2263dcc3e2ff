import type { MailHeader } from '../mail.ts';
import { ids, instantOf, textOf, type MapiMessage } from './mapi.ts';

/** What appointments, tasks and contacts say beside a body: numbers in Outlook's sets ([MS-OXPROPS]), and plain ids. */
const namedTimes: Readonly<Record<number, string>> = {
  0x820d: 'Start',
  0x820e: 'End',
  0x8104: 'Start',
  0x8105: 'Due',
  0x810f: 'Completed',
};
const namedTexts: Readonly<Record<number, string>> = {
  0x8208: 'Location',
  0x8232: 'Recurrence',
  0x8083: 'E-mail',
  0x8093: 'E-mail',
  0x80a3: 'E-mail',
  0x801b: 'Address',
  0x801a: 'Address',
};
const plainTexts: Readonly<Record<number, string>> = {
  0x3a16: 'Company',
  0x3a17: 'Job title',
  0x3a08: 'Business telephone',
  0x3a09: 'Home telephone',
  0x3a1c: 'Mobile telephone',
  0x3a24: 'Business fax',
  0x3a15: 'Postal address',
  0x3a51: 'Web page',
};

/** Fields of an item that is no mail, as headers; none of a mail. */
export function itemHeaders({ properties, named, codePage }: MapiMessage): MailHeader[] {
  const messageClass = textOf(properties, ids.messageClass, codePage);
  if (messageClass === '' || /^IPM\.Note|^IPM\.Microsoft Mail|^REPORT\./i.test(messageClass)) return [];
  const headers: MailHeader[] = [{ name: 'Kind of item', value: messageClass }];
  const add = (name: string, value: string | null) => {
    if (value) headers.push({ name, value: inOneLine(value) });
  };
  const name = textOf(properties, ids.displayName, codePage);
  if (/^IPM\.Contact/i.test(messageClass)) add('Name', name);
  for (const [id, label] of Object.entries(namedTimes)) add(label, instantOf(named, Number(id)));
  for (const [id, label] of Object.entries(namedTexts)) add(label, textOf(named, Number(id), codePage));
  for (const [id, label] of Object.entries(plainTexts)) add(label, textOf(properties, Number(id), codePage));
  return headers;
}

function inOneLine(text: string): string {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  return lines.filter((line) => line !== '').join(', ');
}
