/**
 * A text as windows' titles, menus and notifications of the system can show it, which know no `dir="auto"`: without line ends and
 * control characters, and without those that turn the direction of what follows (Unicode UAX #9, 2.1–2.4), by which
 * “invoice\u202Efdp.exe” would pass for a PDF, and the app's name after a title would be reversed.
 *
 * @example systemText('invoice\u202efdp.exe') // 'invoicefdp.exe'
 */
export function systemText(text: string): string {
  return text.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '').replaceAll(/\p{Cc}+/gu, ' ');
}
