import { charsetOf } from '../../font-charset.ts';
import type { MailHeader } from '../mail.ts';
import { formatAddress } from '../mime/addresses.ts';
import { decodeText } from '../mime/charset.ts';
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
/** Members of a distribution list, each with its name and address ([MS-OXOCNTC] §2.2.2.2.2). */
const oneOffMembers = 0x8054;
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
/** What a report on a mail says: whether and when it was delivered or read ([MS-OXOMSG] §2.2.2). */
const reportTimes: Readonly<Record<number, string>> = {
  0x004e: 'Original sent',
  0x0055: 'Original delivered',
  0x0010: 'Delivered',
  0x002a: 'Receipt',
  0x0032: 'Report',
};
const reportTexts: Readonly<Record<number, string>> = { 0x0049: 'Original subject', 0x0074: 'Original to' };
/** Reports by the end of their class. */
const reports: Readonly<Record<string, string>> = {
  dr: 'delivered',
  ndr: 'not delivered',
  ipnrn: 'read',
  ipnnrn: 'not read',
};

/** Fields of an item or a report that is no mail, as headers; none of a mail. */
export function itemHeaders({ properties, named, codePage }: MapiMessage): MailHeader[] {
  const messageClass = textOf(properties, ids.messageClass, codePage);
  if (messageClass === '' || /^IPM\.Note|^IPM\.Microsoft Mail/i.test(messageClass)) return [];
  const headers: MailHeader[] = [{ name: 'Kind of item', value: messageClass }];
  const add = (name: string, value: string | null) => {
    if (value) headers.push({ name, value: inOneLine(value) });
  };
  if (/^REPORT\./i.test(messageClass)) {
    add('Reported', reports[messageClass.slice(messageClass.lastIndexOf('.') + 1).toLowerCase()] ?? null);
    for (const [id, label] of Object.entries(reportTexts))
      add(label, textOf(properties, Number(id), codePage));
    for (const [id, label] of Object.entries(reportTimes)) add(label, instantOf(properties, Number(id)));
    return headers;
  }
  const name = textOf(properties, ids.displayName, codePage);
  if (/^IPM\.Contact/i.test(messageClass)) add('Name', name);
  for (const [id, label] of Object.entries(namedTimes)) add(label, instantOf(named, Number(id)));
  for (const [id, label] of Object.entries(namedTexts)) add(label, textOf(named, Number(id), codePage));
  for (const [id, label] of Object.entries(plainTexts)) add(label, textOf(properties, Number(id), codePage));
  add('Members', membersOf(named.get(oneOffMembers)?.values ?? [], codePage).join(', '));
  return headers;
}

/** Those of a distribution list, from entries that hold name and address themselves ([MS-OXCDATA] §2.2.5.1). */
function membersOf(entries: readonly Buffer[], codePage: number): string[] {
  return entries.map((entry) => {
    const isUnicode = entry.length >= 24 && (entry.readUInt16LE(22) & 0x8000) !== 0;
    const text = isUnicode
      ? entry.toString('utf16le', 24)
      : decodeText(entry.subarray(24), charsetOf(codePage)).text;
    const [name = '', , address = ''] = text.split('\0');
    return formatAddress({ name: name === address ? '' : name, address });
  });
}

function inOneLine(text: string): string {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  return lines.filter((line) => line !== '').join(', ');
}
