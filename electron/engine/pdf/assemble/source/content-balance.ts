/** What a page's operators leave behind. */
export interface ContentBalance {
  /** Whether what follows the content starts from the page's own state: every q closed, no Q too many, nothing cut short. */
  readonly isClean: boolean;
}

const whitespace = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([...'()<>[]{}/%'].map((c) => c.charCodeAt(0)));
const code = (c: string) => c.charCodeAt(0);

/**
 * Reads operators just far enough to see whether saved states, text objects and marked content are balanced.
 *
 * @param bytes the page's content streams, decoded and joined by white space
 */
export function balanceOf(bytes: Uint8Array): ContentBalance {
  let depth = 0;
  let isInText = false;
  let at = 0;
  const end = bytes.length;
  const dirty = { isClean: false };
  while (at < end) {
    const byte = bytes[at]!;
    if (whitespace.has(byte)) at += 1;
    else if (byte === code('%')) at = skipComment(bytes, at);
    else if (byte === code('(')) {
      at = skipString(bytes, at);
      if (at < 0) return dirty;
    } else if (byte === code('<') && bytes[at + 1] !== code('<')) {
      at = bytes.indexOf(code('>'), at) + 1;
      if (at === 0) return dirty;
    } else if (byte === code('/')) {
      at = skipWord(bytes, at + 1);
    } else if (delimiters.has(byte)) {
      at += 1;
    } else {
      const start = at;
      at = skipWord(bytes, at);
      const word = at - start <= 2 ? String.fromCharCode(...bytes.subarray(start, at)) : '';
      if (word === 'q') depth += 1;
      else if (word === 'Q') {
        depth -= 1;
        if (depth < 0) return dirty;
      } else if (word === 'BT') {
        if (isInText) return dirty;
        isInText = true;
      } else if (word === 'ET') isInText = false;
      else if (word === 'BI') {
        at = skipInlineImage(bytes, at);
        if (at < 0) return dirty;
      }
    }
  }
  return { isClean: depth === 0 && !isInText };
}

function skipComment(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
  return at;
}

function skipWord(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && !whitespace.has(bytes[at]!) && !delimiters.has(bytes[at]!)) at += 1;
  // A byte that is neither must not hold the reader in place.
  return at === from ? from + (bytes[from - 1] === code('/') ? 0 : 1) : at;
}

function skipString(bytes: Uint8Array, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === code('\\')) at += 1;
    else if (byte === code('(')) depth += 1;
    else if (byte === code(')') && --depth === 0) return at + 1;
  }
  return -1;
}

/** From after BI to after its EI; the image's bytes may hold anything, so EI counts only between white space. */
function skipInlineImage(bytes: Uint8Array, from: number): number {
  const isSpace = (at: number) => at >= bytes.length || whitespace.has(bytes[at]!);
  let at = from;
  while (
    at + 1 < bytes.length &&
    !(bytes[at] === code('I') && bytes[at + 1] === code('D') && isSpace(at - 1) && isSpace(at + 2))
  )
    at += 1;
  for (at += 2; at + 1 < bytes.length; at += 1)
    if (bytes[at] === code('E') && bytes[at + 1] === code('I') && isSpace(at - 1) && isSpace(at + 2))
      return at + 2;
  return -1;
}
