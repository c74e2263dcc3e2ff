/** Where tokens and values of a PDF begin and end (ISO 32000-1 §7.2, §7.3): positions in bytes, nothing copied. */

/** What a byte may be to the syntax, a bit each: see `classOf`. */
export const spaceClass = 1;
export const delimiterClass = 2;
export const digitClass = 4;

/** What each byte is to the syntax: white space, a delimiter, a digit; 0 for all else. */
export const classOf = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) classOf[byte] = spaceClass;
for (const character of '()<>[]{}/%') classOf[character.charCodeAt(0)] = delimiterClass;
for (let byte = 48; byte < 58; byte += 1) classOf[byte] = digitClass;

/** Classes of the bytes that no word goes past. */
export const breaksWord = spaceClass | delimiterClass;

/** `skipValue`: the bytes end before the value does. */
export const cutShort = -1;
/** `skipValue`: what stands there is no value. */
export const malformed = -2;

/** Dictionaries and arrays within each other. */
export const maxNesting = 256;

/** Bytes that mean something to the syntax, by their codes in ASCII. */
export const char = {
  lineFeed: 10,
  carriageReturn: 13,
  space: 32,
  hash: 35,
  percent: 37,
  open: 40,
  plus: 43,
  minus: 45,
  dot: 46,
  slash: 47,
  zero: 48,
  less: 60,
  greater: 62,
  R: 82,
  openArray: 91,
  backslash: 92,
  closeArray: 93,
} as const;

/** The position after white space and comments. */
export function skipSpace(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const byte = bytes[at]!;
    if (classOf[byte] === spaceClass) at += 1;
    else if (byte === char.percent) {
      while (at < end && bytes[at] !== char.lineFeed && bytes[at] !== char.carriageReturn) at += 1;
    } else break;
  }
  return at;
}

/** The position after a word: a number, a keyword, or (from after its slash) a name. */
export function skipWord(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && (classOf[bytes[at]!]! & breaksWord) === 0) at += 1;
  return at;
}

/** Whether a name has a `#` in it. */
export function hasEscape(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (bytes[at] === char.hash) return true;
  return false;
}

/**
 * Whether a name begins anywhere in bytes, plainly or with letters written `#xx` (ISO 32000-2 §7.3.5): in streams too, which
 * are not told apart.
 *
 * @param name ASCII, without its slash
 */
export function holdsName(bytes: Buffer, name: string): boolean {
  for (let slash = bytes.indexOf(char.slash); slash >= 0; slash = bytes.indexOf(char.slash, slash + 1))
    if (beginsName(bytes, slash + 1, name)) return true;
  return false;
}

function beginsName(bytes: Buffer, from: number, name: string): boolean {
  let at = from;
  for (let i = 0; i < name.length; i += 1) {
    const code = name.charCodeAt(i);
    if (bytes[at] === code) at += 1;
    else if (
      bytes[at] === char.hash &&
      Number.parseInt(bytes.toString('latin1', at + 1, at + 3), 16) === code
    )
      at += 3;
    else return false;
  }
  return true;
}

/** What means something within a string: its parentheses, and a backslash. */
const isInString = new Uint8Array(256);
for (const character of '()\\') isInString[character.charCodeAt(0)] = 1;

/** The position after the string that opens at `from`; `cutShort` when it does not close. */
export function skipString(bytes: Uint8Array, from: number, end: number): number {
  let depth = 1;
  for (let at = from + 1; at < end; at += 1) {
    const byte = bytes[at]!;
    // One look for most bytes: a page is mostly strings.
    if (isInString[byte] === 0) continue;
    if (byte === char.backslash) at += 1;
    else if (byte === char.open) depth += 1;
    else {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return cutShort;
}

/** The position after the hex string that opens at `from`; `cutShort` when it does not close. */
export function skipHexString(bytes: Uint8Array, from: number, end: number): number {
  for (let at = from + 1; at < end; at += 1) if (bytes[at] === char.greater) return at + 1;
  return cutShort;
}

/**
 * The position after the value at `from`: one token, a reference `N G R`, a dictionary or an array with all they hold.
 *
 * @param from where the value's first byte stands: white space skipped
 * @returns `cutShort` or `malformed` when there is none
 */
export function skipValue(bytes: Uint8Array, from: number, end: number): number {
  if (from >= end) return cutShort;
  const first = bytes[from]!;
  switch (first) {
    case char.slash:
      return skipWord(bytes, from + 1, end);
    case char.open:
      return skipString(bytes, from, end);
    case char.openArray:
      return skipContainer(bytes, from, end);
    case char.less:
      if (from + 1 >= end) return cutShort;
      return bytes[from + 1] === char.less
        ? skipContainer(bytes, from, end)
        : skipHexString(bytes, from, end);
    default:
  }
  if (classOf[first] === delimiterClass) return malformed;
  const wordEnd = skipWord(bytes, from, end);
  if (classOf[first] !== digitClass) return isStructure(bytes, from, wordEnd) ? malformed : wordEnd;
  const reference = skipReference(bytes, from, wordEnd, end);
  return reference < 0 ? wordEnd : reference;
}

/** After `N G R`, from N's first digit; -1 when it is only a number. */
function skipReference(bytes: Uint8Array, from: number, idEnd: number, end: number): number {
  if (!isDigits(bytes, from, idEnd)) return -1;
  const generation = skipSpace(bytes, idEnd, end);
  if (generation === idEnd || generation >= end || classOf[bytes[generation]!] !== digitClass) return -1;
  const generationEnd = skipWord(bytes, generation, end);
  if (!isDigits(bytes, generation, generationEnd)) return -1;
  const keyword = skipSpace(bytes, generationEnd, end);
  if (keyword === generationEnd || keyword >= end || bytes[keyword] !== char.R) return -1;
  const after = keyword + 1;
  return after >= end || (classOf[bytes[after]!]! & breaksWord) !== 0 ? after : -1;
}

function isDigits(bytes: Uint8Array, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) if (classOf[bytes[at]!] !== digitClass) return false;
  return end > from;
}

/** What each open container waits for. One walk at a time, and none calls another. */
const closers = new Uint8Array(maxNesting);

function skipContainer(bytes: Uint8Array, from: number, end: number): number {
  let depth = 0;
  let at = from;
  while (at < end) {
    const byte = bytes[at]!;
    const kind = classOf[byte]!;
    if (kind === spaceClass) at += 1;
    else if (kind !== delimiterClass) {
      const wordEnd = skipWord(bytes, at, end);
      // The file goes on past a container that was never closed.
      if (isStructure(bytes, at, wordEnd)) return malformed;
      at = wordEnd;
    } else {
      switch (byte) {
        case char.slash:
          at = skipWord(bytes, at + 1, end);
          break;
        case char.open:
          at = skipString(bytes, at, end);
          if (at < 0) return at;
          break;
        case char.percent:
          at = skipSpace(bytes, at, end);
          break;
        case char.openArray:
          if (depth === maxNesting) return malformed;
          closers[depth] = char.closeArray;
          depth += 1;
          at += 1;
          break;
        case char.less:
          if (at + 1 >= end) return cutShort;
          if (bytes[at + 1] === char.less) {
            if (depth === maxNesting) return malformed;
            closers[depth] = char.greater;
            depth += 1;
            at += 2;
          } else {
            at = skipHexString(bytes, at, end);
            if (at < 0) return at;
          }
          break;
        case char.closeArray:
          depth -= 1;
          if (closers[depth] !== char.closeArray) return malformed;
          at += 1;
          if (depth === 0) return at;
          break;
        case char.greater:
          if (at + 1 >= end) return cutShort;
          depth -= 1;
          if (bytes[at + 1] !== char.greater || closers[depth] !== char.greater) return malformed;
          at += 2;
          if (depth === 0) return at;
          break;
        default:
          return malformed;
      }
    }
  }
  return cutShort;
}

/** Whether a word is one of those that stand between objects, never within a value. */
function isStructure(bytes: Uint8Array, from: number, end: number): boolean {
  const first = bytes[from];
  // e, o, s
  if (first !== 101 && first !== 111 && first !== 115) return false;
  return (
    isWord(bytes, from, end, 'endobj') ||
    isWord(bytes, from, end, 'obj') ||
    isWord(bytes, from, end, 'stream') ||
    isWord(bytes, from, end, 'endstream')
  );
}

/** Whether the bytes from `from` to `end` are this word. */
export function isWord(bytes: Uint8Array, from: number, end: number, word: string): boolean {
  return end - from === word.length && startsWith(bytes, from, end, word);
}

/** Whether this text begins at `from` and is over by `end`. */
export function startsWith(bytes: Uint8Array, from: number, end: number, text: string): boolean {
  if (from < 0 || end - from < text.length) return false;
  for (let i = 0; i < text.length; i += 1) if (bytes[from + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** A whole number from 0 at `from`; -1 when there is none, or one past what a double counts. */
export function readWhole(bytes: Uint8Array, from: number, end: number): number {
  let value = 0;
  let at = from;
  for (; at < end && classOf[bytes[at]!] === digitClass; at += 1) value = value * 10 + bytes[at]! - char.zero;
  return at === from || value > Number.MAX_SAFE_INTEGER ? -1 : value;
}

/** Whether the value in `[start, end)` is a reference. */
export function isReference(bytes: Uint8Array, start: number, end: number): boolean {
  return (
    end - start >= 5 &&
    bytes[end - 1] === char.R &&
    classOf[bytes[start]!] === digitClass &&
    classOf[bytes[end - 2]!] === spaceClass
  );
}

/** The object number of a reference; -1 when the value in `[start, end)` is none. */
export function referenceId(bytes: Uint8Array, start: number, end: number): number {
  return isReference(bytes, start, end) ? readWhole(bytes, start, end) : -1;
}
