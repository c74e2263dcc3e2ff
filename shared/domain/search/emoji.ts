/**
 * Emoji are signs to the index, which splits words at them. So that they can be found each becomes a word of its own: a letter
 * for private use, of the same last four digits (U+1F44D is U+FF44D).
 */

/** Where the private letters of emoji begin. */
const privateUse = 0xf0000;
/** What is shown as a picture by itself, or because the sign after it says so, and signs most people write without that. */
const start =
  /^(?:\p{Emoji_Presentation}|[\u{1f1e6}-\u{1f1ff}\u{1f300}-\u{1faff}]|[☝☠☮☹☺♥✌✍❤]|[\u2300-\u2bff]\ufe0f)/u;
const skinTones = /^\p{Emoji_Modifier}/u;
const privateLetter = /[\u{f2000}-\u{f33ff}\u{ff000}-\u{ffaff}]/gu;

/** Whether a letter with its marks is an emoji. */
export function startsEmoji(piece: string): boolean {
  return start.test(piece);
}

/** An emoji as a word of the index; nothing for a tone of skin, which goes with the one before. */
export function foldEmoji(piece: string): string {
  if (skinTones.test(piece)) return '';
  return ` ${String.fromCodePoint(privateUse | (piece.codePointAt(0)! & 0xffff))} `;
}

/**
 * Words of the index with their emoji as they are written.
 *
 * @example unfoldEmoji(foldEmoji('👍')) // ' 👍 '
 */
export function unfoldEmoji(words: string): string {
  return words.replaceAll(privateLetter, (letter) => {
    const code = letter.codePointAt(0)! & 0xffff;
    return code >= 0xf000 ? String.fromCodePoint(0x10000 | code) : `${String.fromCodePoint(code)}\ufe0f`;
  });
}
