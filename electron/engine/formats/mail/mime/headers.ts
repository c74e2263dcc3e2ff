import { decodeText } from './charset.ts';
import { decodeWords } from './encoded-words.ts';

/** A header as it stands in the file: name and unfolded value, each byte as one character. */
export interface RawHeader {
  readonly name: string;
  readonly raw: string;
}

/** A header's value with its parameters (RFC 2045 §5.1, RFC 2231). */
export interface Structured {
  /** Lower case. */
  readonly value: string;
  /** Names in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** The first header of a name; null where there is none. */
export function findHeader(headers: readonly RawHeader[], name: string): string | null {
  return headers.find((header) => header.name.toLowerCase() === name)?.raw ?? null;
}

/** Text of a header for people: raw eight-bit characters and encoded words read. */
export function headerText(raw: string): string {
  return decodeWords(eightBit(raw))
    .replaceAll(/[\u0000-\u0008\u000a-\u001f\u007f]/g, ' ')
    .trim();
}

/** Bytes that were kept one a character, read as what they are. */
export function eightBit(raw: string): string {
  return /[\u0080-\u00ff]/.test(raw) || raw.includes('\u001b')
    ? decodeText(Buffer.from(raw, 'latin1'), '').text
    : raw;
}

/**
 * Reads a value with parameters as mail programs write them: quoted or not, in pieces (`name*0`), with charset (`name*`),
 * with encoded words where none are allowed, with missing semicolons.
 *
 * @example parseStructured('text/plain; charset="utf-8"').parameters.get('charset') // 'utf-8'
 */
export function parseStructured(raw: string): Structured {
  const text = eightBit(stripComments(raw));
  const value = /^[^\s;]*/.exec(text.trimStart())![0].toLowerCase();
  const rest = text.trimStart().slice(value.length);
  const pieces = new Map<string, string>();
  for (const [name, piece] of parametersOf(rest)) if (!pieces.has(name)) pieces.set(name, piece);
  return { value, parameters: joinPieces(pieces) };
}

/** Comments in parentheses, outside quotes; a value that is only that keeps it. */
function stripComments(raw: string): string {
  if (!raw.includes('(')) return raw;
  const kept: string[] = [];
  let [depth, isQuoted] = [0, false];
  for (let at = 0; at < raw.length; at += 1) {
    const character = raw[at]!;
    if (character === '\\' && at + 1 < raw.length) {
      if (depth === 0) kept.push(character, raw[at + 1]!);
      at += 1;
    } else if (character === '"' && depth === 0) {
      isQuoted = !isQuoted;
      kept.push(character);
    } else if (character === '(' && !isQuoted && (depth > 0 || /[\s;]/.test(kept.at(-1) ?? ' '))) depth += 1;
    else if (character === ')' && depth > 0) depth -= 1;
    else if (depth === 0) kept.push(character);
  }
  return kept.join('');
}

const maxParameters = 400;

function parametersOf(rest: string): [string, string][] {
  const found: [string, string][] = [];
  const token = /[;\s]*([^\s=;"]{1,80})\s*=\s*/y;
  let at = 0;
  while (at < rest.length && found.length < maxParameters) {
    token.lastIndex = at;
    const match = token.exec(rest);
    if (!match) {
      const next = rest.slice(at + 1).search(/[;\s]/);
      if (next < 0) break;
      at += next + 2;
      continue;
    }
    at = token.lastIndex;
    let value = '';
    if (rest[at] === '"') {
      at += 1;
      for (; at < rest.length && rest[at] !== '"'; at += 1) {
        // A backslash before anything but a quote or itself is a folder's, not an escape.
        if (rest[at] === '\\' && (rest[at + 1] === '"' || rest[at + 1] === '\\')) at += 1;
        value += rest[at]!;
      }
      at += 1;
    } else {
      const semicolon = rest.indexOf(';', at);
      const end = semicolon < 0 ? rest.length : semicolon;
      value = rest.slice(at, end);
      // `a=b c="d"`: the semicolon between is missing.
      const glued = /(?<!\s)\s+[A-Za-z][\w*-]{1,40}=/.exec(value.slice(0, 4_000));
      if (glued) value = value.slice(0, glued.index);
      at += value.length;
      value = value.trim();
    }
    found.push([match[1]!.toLowerCase(), value]);
  }
  return found;
}

/** RFC 2231: `name*0*=`, `name*1=`, `name*=charset'language'text`. */
function joinPieces(pieces: ReadonlyMap<string, string>): Map<string, string> {
  const joined = new Map<string, string>();
  const names = new Set([...pieces.keys()].map((key) => key.replace(/\*.*$/, '')));
  for (const name of names) {
    if (pieces.has(`${name}*0`) || pieces.has(`${name}*0*`)) joined.set(name, continued(pieces, name));
    else if (pieces.has(`${name}*`)) joined.set(name, extended([[pieces.get(`${name}*`)!, true]]));
    else if (pieces.has(name)) joined.set(name, decodeWords(pieces.get(name)!));
  }
  return joined;
}

function continued(pieces: ReadonlyMap<string, string>, name: string): string {
  const parts: [string, boolean][] = [];
  for (let at = 0; ; at += 1) {
    const encoded = pieces.get(`${name}*${at}*`);
    const plain = pieces.get(`${name}*${at}`);
    if (encoded === undefined && plain === undefined) break;
    parts.push([(encoded ?? plain)!, encoded !== undefined]);
  }
  return parts.some(([, isEncoded]) => isEncoded)
    ? extended(parts)
    : decodeWords(parts.map(([part]) => part).join(''));
}

function extended(parts: readonly (readonly [string, boolean])[]): string {
  const named = /^([^']{0,60})'[^']{0,60}'/.exec(parts[0]![0]);
  const bytes = parts.map(([part, isEncoded], at) => {
    const text = at === 0 && named ? part.slice(named[0].length) : part;
    if (!isEncoded) return Buffer.from(text, 'utf8');
    const escaped = Buffer.from(text, 'utf8').toString('latin1');
    return Buffer.from(
      escaped.replaceAll(/%([0-9A-Fa-f]{2})/g, (_all, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
      'latin1',
    );
  });
  return decodeText(Buffer.concat(bytes), named?.[1] ?? '').text;
}
