const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const reference = /&#(5[56]\d{3});&#(5[67]\d{3});|&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi;
const noCharacter = /[\p{Cs}\0-\u0008\u000b\u000c\u000e-\u001f]/u;

/**
 * Whether a text is XML, as messages are backed up and accounts exported.
 *
 * @param beginning of the text, any length
 */
export function isXml(beginning: string): boolean {
  return /^\s*<(?:\?xml\b|!--|!DOCTYPE\b|[A-Za-z_][\w:.-]*[\s/>])/.test(beginning);
}

/**
 * A piece of XML with the characters that its references stand for (XML 1.0 §4.1), so that "caf&#233;" is found as café and "don&apos;t" as
 * don't. Android writes the two halves of an emoji as references of their own. What stands for no character stays as it is written.
 *
 * @example unescapeXml('Don&apos;t &#55357;&#56832;') // "Don't 😀"
 */
export function unescapeXml(text: string): string {
  return text.replace(
    reference,
    (written: string, high?: string, low?: string, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name.toLowerCase()]!;
      if (high !== undefined) return characterOf(String.fromCharCode(Number(high), Number(low)), written);
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0x10ffff ? written : characterOf(String.fromCodePoint(code), written);
    },
  );
}

function characterOf(character: string, written: string): string {
  return noCharacter.test(character) ? written : character;
}

/**
 * Where a long line of XML can be cut so that no reference is: before a space, a tag or a reference.
 *
 * @param bytes from the first place where it may be cut
 * @returns bytes from there; null where there is none to cut at
 */
export function xmlBorder(bytes: Buffer): number | null {
  const at = bytes.toString('latin1').search(/[ \t<]|&(?!#5[67]\d{3};)/);
  return at < 0 ? null : at;
}
