import type { MailAddress } from '../mail.ts';
import { decodeWords } from './encoded-words.ts';
import { eightBit, type RawHeader } from './headers.ts';

/** How far after a group's name its members begin at the latest, in characters. */
const groupReach = 2_000;

/** Addresses of one header; a list of more is cut, and reported. */
export const maxAddresses = 10_000;

/** All addresses of the headers of a name, in order. */
export function addressesOf(headers: readonly RawHeader[], name: string): MailAddress[] {
  return headers.flatMap((header) => (header.name.toLowerCase() === name ? parseAddresses(header.raw) : []));
}

/**
 * Reads a list of addresses (RFC 5322 §3.4) as mail programs write them. Groups are opened; what has no address keeps its words
 * as a name, and a name is never lost.
 *
 * @param raw the header's value as it stands
 * @example parseAddresses('"Day, Ann" <ann@example.com>') // [{ name: 'Day, Ann', address: 'ann@example.com' }]
 */
export function parseAddresses(raw: string): MailAddress[] {
  const found: MailAddress[] = [];
  // Encoded words are read only after splitting: a comma inside one is no separator.
  for (const { words, angle, comment } of splitAddresses(eightBit(raw))) {
    if (found.length >= maxAddresses) break;
    const named = decodeWords(words.trim()).trim().replaceAll(/\s+/g, ' ');
    if (angle !== null) {
      // A route of hosts may stand before the address (RFC 5322 §4.4).
      const address = angle.trim().replace(/^@[^:]*:/, '');
      const name = named.replace(/^(["'])(.*)\1$/, '$2') || decodeWords(comment).trim();
      if (address !== '' || name !== '') found.push({ name, address });
      continue;
    }
    if (named === '') continue;
    const bare = /^(?:"[^"]*"|\S+)@\S+$/.exec(named);
    if (bare) found.push({ name: decodeWords(comment).trim(), address: named });
    else {
      // "Ann ann@example.com" without brackets.
      const loose = named.split(' ').find((piece) => /^[^\s@]+@[^\s@]+$/.test(piece));
      if (loose === undefined) found.push({ name: named, address: '' });
      else found.push({ name: named.replace(loose, '').replaceAll(/\s+/g, ' ').trim(), address: loose });
    }
  }
  return found;
}

/** An address for people. @example formatAddress({ name: 'Ann Day', address: 'a@b.example' }) // 'Ann Day <a@b.example>' */
export function formatAddress({ name, address }: MailAddress): string {
  if (name === '' || name === address) return address;
  return address === '' ? name : `${name} <${address}>`;
}

interface Piece {
  words: string;
  angle: string | null;
  comment: string;
}

function* splitAddresses(text: string): Generator<Piece> {
  let piece: Piece = { words: '', angle: null, comment: '' };
  // Where the last of each stands: what never ends is no quotation and no comment, and is not looked for again and again.
  const last = { quote: text.lastIndexOf('"'), comment: text.lastIndexOf(')'), angle: text.lastIndexOf('>') };
  const separatorAfter = seek(text, /[;,<]/g);
  let depth = 0;
  let isQuoted = false;
  let quoteStart = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    if (character === '\\' && at + 1 < text.length && (isQuoted || depth > 0)) {
      at += 1;
      if (isQuoted) piece.words += text[at]!;
      else piece.comment += text[at]!;
    } else if (isQuoted) {
      if (character === '"') {
        isQuoted = false;
        // The quotation marks of `"ann day"@example.com` are part of the address.
        if (text[at + 1] === '@')
          piece.words = `${piece.words.slice(0, quoteStart)}"${piece.words.slice(quoteStart)}"`;
      } else piece.words += character;
    } else if (depth > 0) {
      if (character === '(') depth += 1;
      else if (character === ')') depth -= 1;
      if (depth > 0) piece.comment += character;
    } else if (character === '"' && at < last.quote) {
      isQuoted = true;
      quoteStart = piece.words.length;
    } else if (character === '(' && at < last.comment) depth = 1;
    else if (character === '<') {
      const close = at < last.angle ? text.indexOf('>', at) : -1;
      const end = close < 0 ? text.length : close;
      // "a <b" <c@d>: the last one is the address.
      if (piece.angle !== null) piece.words += ` ${piece.angle}`;
      piece.angle = text.slice(at + 1, end).replace(/^.*</s, '');
      at = end;
    } else if (character === ',' || character === ';') {
      yield piece;
      piece = { words: '', angle: null, comment: '' };
    } else if (
      character === ':' &&
      piece.angle === null &&
      separatorAfter(at) < at + groupReach &&
      !piece.words.includes('@')
    ) {
      // A group's name: its members stand on their own.
      piece = { words: '', angle: null, comment: '' };
    } else piece.words += character;
  }
  yield piece;
}

/** Finds the next match from a place on; asked of places in order, it reads the text once. Infinity where there is none. */
function seek(text: string, pattern: RegExp): (at: number) => number {
  let found = -1;
  return (at) => {
    if (found < at) {
      pattern.lastIndex = at;
      found = pattern.exec(text)?.index ?? Number.POSITIVE_INFINITY;
    }
    return found;
  };
}
