import type { ByteSink } from './byte-sink.ts';
import { char, classOf, digitClass, spaceClass } from '../syntax/lexer.ts';
import { hexDigit, parseHexString, parseKeyword, parseNumber } from '../syntax/parse-value.ts';

/**
 * A number as PDF writes it: no exponent, at most six places.
 *
 * @example formatNumber(1e-7); // '0'
 */
export function formatNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  if (!Number.isFinite(value)) return '0';
  const text = value.toFixed(6).replace(/\.?0+$/, '');
  return text === '-0' || text === '' ? '0' : text;
}

/** A number with at most so many places, as PDF writes it: what would need an exponent is far outside any page. */
export function shortNumber(value: number, places: number): string {
  return Math.abs(value) <= 1e15 ? String(Number(value.toFixed(places))) : '0';
}

/** Whether a word is a number as the syntax has it: a sign, digits, one point. */
export function isSoundNumber(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  if (bytes[at] === char.minus || bytes[at] === char.plus) at += 1;
  let digits = 0;
  let points = 0;
  for (; at < end; at += 1) {
    if (classOf[bytes[at]!] === digitClass) digits += 1;
    else if (bytes[at] === char.dot) points += 1;
    else return false;
  }
  return digits > 0 && points <= 1;
}

/** Whether a word can be copied as it is: a number, true, false, or null. */
export function isSoundWord(bytes: Uint8Array, start: number, end: number): boolean {
  return isSoundNumber(bytes, start, end) || parseKeyword(bytes, start, end) !== undefined;
}

/** Writes a word that is none of those as readers take it. */
export function writeOddWord(bytes: Uint8Array, start: number, end: number, output: ByteSink): void {
  const number = parseNumber(bytes, start, end);
  output.text(number === undefined ? 'null' : formatNumber(number));
}

/** Whether a name, from its slash on, has no `#` but before two digits. */
export function isSoundName(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (bytes[at] === 0x23 && !isEscape(bytes, at, end)) return false;
  return true;
}

function isEscape(bytes: Uint8Array, at: number, end: number): boolean {
  return at + 2 < end && hexDigit(bytes[at + 1]) >= 0 && hexDigit(bytes[at + 2]) >= 0;
}

/** Writes a name whose `#` stands for itself (ISO 32000-1 §7.3.5). */
export function writeOddName(bytes: Uint8Array, start: number, end: number, output: ByteSink): void {
  for (let at = start; at < end; at += 1) {
    if (bytes[at] === 0x23 && !isEscape(bytes, at, end)) output.text('#23');
    else output.bytes(bytes, at, at + 1);
  }
}

/** Whether a hex string has nothing but digits and white space. */
export function isSoundHexString(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start + 1; at < end - 1; at += 1)
    if (hexDigit(bytes[at]) < 0 && classOf[bytes[at]!] !== spaceClass) return false;
  return true;
}

/** Writes a hex string without what is no digit. */
export function writeOddHexString(bytes: Uint8Array, start: number, end: number, output: ByteSink): void {
  output.text(`<${parseHexString(bytes, start, end).toString('hex')}>`);
}
