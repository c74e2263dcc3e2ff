import { extname } from 'node:path';

/** Bytes of a file name most file systems take; what is appended to settle a clash fits in besides. */
const maxNameBytes = 200;
/** Characters of an ending that a shortened name keeps. */
const maxEndingLength = 20;
const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A name that any of our systems can write and that names nothing but a file in its folder.
 *
 * @param ending what a name that must be shortened keeps; else its extension
 * @example safeFileName('a/b:c?.pdf') // 'a_b_c_.pdf'
 * @example safeFileName(`${longName} - Index.pdf`, ' - Index.pdf')
 */
export function safeFileName(name: string, ending?: string): string {
  let safe = name
    .normalize('NFC')
    // Characters Windows refuses, control characters, and marks that reverse the direction of a name.
    .replaceAll(/[<>:"/\\|?*\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '_')
    .toWellFormed()
    .replace(/^\s+/, '')
    .replace(/[. ]+$/, '');
  if (safe === '' || reservedOnWindows.test(safe)) safe = `_${safe}`;
  if (Buffer.byteLength(safe) <= maxNameBytes) return safe;
  const cut = ending ?? extname(safe);
  const kept = cut.slice(0, maxEndingLength);
  let stem = '';
  for (const character of safe.slice(0, safe.length - cut.length)) {
    if (Buffer.byteLength(stem + character + kept) > maxNameBytes) break;
    stem += character;
  }
  return stem + kept;
}

/** The same name with a number, as file managers do: `a.pdf` → `a (2).pdf`. */
export function numberedName(name: string, number: number): string {
  if (number === 1) return name;
  const extension = extname(name);
  return `${name.slice(0, name.length - extension.length)} (${number})${extension}`;
}
