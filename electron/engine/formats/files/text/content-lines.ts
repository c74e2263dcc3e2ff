/** How calendars and visiting cards begin (RFC 5545 §3.6, RFC 6350 §6.1.1), as bytes read one by one. */
const head = /^(?:\xef\xbb\xbf)?\s*BEGIN:V(?:CALENDAR|CARD)[ \t]*\r?\n/i;
/** The versions before those: they fold at spaces, which stay, and write values in quoted-printable. */
const oldVersion = /^VERSION:(?:1\.0|2\.1)[ \t]*\r?$/im;
const fold = /\r?\n([ \t])/g;
const quotedPrintable =
  /^([^:\r\n]*;(?:ENCODING=)?QUOTED-PRINTABLE(?:;[^:\r\n]*)?:)((?:[^\r\n]*=\r?\n)*[^\r\n]*)/gim;
const softBreak = /=\r?\n/g;
const encodedByte = /=([\da-f]{2})/gi;
const escape = /\\([nN,;\\])/g;

/** Joins lines that were folded for transport, byte by byte: they may be folded within a character. */
export type Unfold = (bytes: Buffer) => Buffer;

/**
 * How lines of a calendar (.ics) or of visiting cards (.vcf) are unfolded, and their quoted-printable values read.
 *
 * @param beginning of the file, any length
 * @returns null for any other text
 */
export function unfoldingOf(beginning: Buffer): Unfold | null {
  const text = beginning.toString('latin1');
  if (!head.test(text)) return null;
  const between = oldVersion.test(text) ? '$1' : '';
  return (bytes) => {
    const values = bytes
      .toString('latin1')
      .replace(
        quotedPrintable,
        (_, name: string, value: string) =>
          name +
          value
            .replace(softBreak, '')
            .replace(encodedByte, (_byte, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
      );
    return Buffer.from(values.replace(fold, between), 'latin1');
  };
}

/**
 * The signs that values write with a backslash: ends of lines, commas, semicolons.
 *
 * @example unescapeValues(String.raw`Courtroom 5\, 9:00\nBring exhibits`) // 'Courtroom 5, 9:00⏎Bring exhibits'
 */
export function unescapeValues(text: string): string {
  return text.replace(escape, (_, mark: string) => (mark.toLowerCase() === 'n' ? '\n' : mark));
}

/**
 * Where such a text can be cut: after the first line end that does not fold a line.
 *
 * @returns bytes from the first; null where there is none
 */
export function lineBorder(bytes: Buffer): number | null {
  const at = bytes.toString('latin1').search(/(?<!=\r?)\n(?![ \t])/);
  return at < 0 ? null : at + 1;
}
