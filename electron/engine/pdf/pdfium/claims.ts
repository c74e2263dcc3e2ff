import type { Claim } from '../../../../shared/model/evidence.ts';
import type { PdfDocument } from './document.ts';

/** Entries of the document information dictionary (ISO 32000-2 §14.3.3), and what they claim. */
const entries = [
  ['Title', 'title'],
  ['Author', 'author'],
  ['Subject', 'subject'],
  ['Creator', 'software'],
  ['Producer', 'software'],
  ['CreationDate', 'createdAt'],
  ['ModDate', 'modifiedAt'],
] as const;

/** Bytes of one entry, in UTF-16: titles longer than this are no titles. */
const maxEntryBytes = 8_000;

/** What a PDF says of itself in its information dictionary; entries that are empty are left out. */
export function readPdfClaims({ pdfium, handle }: PdfDocument): Claim[] {
  const { api, memory } = pdfium;
  return entries.flatMap(([entry, field]) => {
    const text = pdfium.guard(() =>
      memory.utf16((pointer, bytes) => api.FPDF_GetMetaText(handle, entry, pointer, bytes), maxEntryBytes),
    );
    // Control characters other than line ends have no place in a title, and NUL none in a database.
    const value = text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').trim();
    if (value === '') return [];
    return [{ field, value: field === 'createdAt' || field === 'modifiedAt' ? readPdfDate(value) : value }];
  });
}

/**
 * A PDF date (ISO 32000-2 §7.9.4: `D:YYYYMMDDHHmmSSOHH'mm'`) as an instant where it says its offset, else as a date; what
 * is no such date comes back as it was.
 *
 * @example readPdfDate("D:20210111170000-08'00'") // '2021-01-12T01:00:00Z'
 * @example readPdfDate('D:20210111') // '2021-01-11'
 */
export function readPdfDate(value: string): string {
  const match = /^D?:?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?'?)?/.exec(value);
  if (!match) return value;
  const [, year, month = '01', day = '01', hour, minute = '00', second = '00', zulu, sign, hours, minutes] =
    match;
  const time = Date.parse(`${year}-${month}-${day}T${hour ?? '00'}:${minute}:${second}Z`);
  // Date.parse takes 31 February for 3 March.
  if (Number.isNaN(time) || new Date(time).getUTCDate() !== Number(day)) return value;
  if (hour === undefined || (zulu === undefined && sign === undefined)) return `${year}-${month}-${day}`;
  const offset = sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes ?? 0)) * 60_000;
  const instant = new Date(sign === '-' ? time + offset : time - offset);
  return instant.toISOString().replace('.000Z', 'Z');
}
