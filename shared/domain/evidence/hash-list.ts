/** One hash of somebody's list. */
export interface ListedHash {
  /** Line of the list, from 1. */
  readonly line: number;
  readonly algorithm: 'sha256' | 'sha1' | 'md5';
  /** Lower-case hexadecimal. */
  readonly hash: string;
  /** What the list calls the file; empty where it does not. */
  readonly name: string;
}

export interface HashList {
  readonly hashes: readonly ListedHash[];
  /** Lines, from 1, in which no hash was read; blank ones, comments and a table's heading left out. */
  readonly unread: readonly number[];
}

const algorithmOf = { 64: 'sha256', 40: 'sha1', 32: 'md5' } as const;
/** The strongest first: a row may have several. */
const hashForms = [64, 40, 32].map(
  (digits) =>
    [
      digits as keyof typeof algorithmOf,
      new RegExp(`(?<![\\da-z])[\\da-f]{${digits}}(?![\\da-z])`, 'i'),
    ] as const,
);

/** `SHA256 (name) = hash`, as BSD and OpenSSL write it. */
const bsdForm = /^[A-Za-z0-9-]+ ?\((.*)\) ?= ?[\da-f]+$/i;
/** `hash  name`, `hash *name`, as sha256sum and its like write it; a backslash before it says that the name has escapes. */
const gnuForm = /^(\\?)[\da-f]+ [ *](.+)$/i;
const nameHeadings = /^(?:(?:full|relative)?[ _]?(?:file)?[ _]?(?:name|path)|file|document|title)$/i;

/**
 * Reads a list of hashes: as sha256sum, sha1sum and md5sum write it, in BSD's form, or a table separated by commas,
 * semicolons, tabs or bars with a column of hashes anywhere. Of several hashes in a row the strongest is taken.
 *
 * @param text line ends of any kind; no byte order mark
 * @example parseHashList('d41d8cd98f00b204e9800998ecf8427e  empty.txt').hashes[0].name // 'empty.txt'
 */
export function parseHashList(text: string): HashList {
  const hashes: ListedHash[] = [];
  const unread: number[] = [];
  let heading: string[] | null = null;
  let isFirst = true;
  for (const [index, raw] of text.split(/\r\n|[\r\n]/).entries()) {
    const line = raw.trim();
    if (line === '' || /^(?:#|;|%%)/.test(line)) continue;
    const found = findHash(line);
    if (found) hashes.push({ line: index + 1, ...found, name: nameIn(line, found.hash, heading) });
    else if (isFirst && splitRow(line).length > 1) heading = splitRow(line);
    else unread.push(index + 1);
    isFirst = false;
  }
  return { hashes, unread };
}

function findHash(line: string): Pick<ListedHash, 'algorithm' | 'hash'> | null {
  for (const [digits, form] of hashForms) {
    const hash = form.exec(line)?.[0];
    if (hash !== undefined) return { algorithm: algorithmOf[digits], hash: hash.toLowerCase() };
  }
  return null;
}

function nameIn(line: string, hash: string, heading: readonly string[] | null): string {
  const bsd = bsdForm.exec(line);
  if (bsd) return bsd[1]!;
  const gnu = gnuForm.exec(line);
  if (gnu)
    return gnu[1] === '' ? gnu[2]! : gnu[2]!.replaceAll(/\\([\\nr])/g, (_all, c: string) => escapes[c]!);
  const cells = splitRow(line);
  if (cells.length === 1)
    return line
      .split(/\s+/)
      .filter((word) => word.toLowerCase() !== hash && !/^(?:hash|sha-?\d+|md5|:)$/i.test(word))
      .join(' ');
  const column = heading?.findIndex((title) => nameHeadings.test(title)) ?? -1;
  const named = cells[column];
  if (named !== undefined && named !== '') return named;
  const others = cells.filter((cell) => cell !== '' && findHash(cell) === null);
  return others.find((cell) => /\.[A-Za-z0-9]{1,5}$/.test(cell)) ?? others[0] ?? '';
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\', n: '\n', r: '\r' };

const separators = ['\t', ';', '|', ','];

/** The cells of a row, by whichever of tab, semicolon, bar and comma divides it outside quotes. */
function splitRow(line: string): string[] {
  const outside = line.replaceAll(/"(?:[^"]|"")*"/g, '');
  const separator = separators.find((candidate) => outside.includes(candidate));
  if (separator === undefined) return [line];
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const character = line[at]!;
    if (character === '"') {
      if (isQuoted && line[at + 1] === '"') {
        cell += '"';
        at++;
      } else isQuoted = !isQuoted;
    } else if (character === separator && !isQuoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += character;
  }
  return [...cells, cell.trim()];
}
