import { maxMemberBytes } from '../../files/archive/zip-entry.ts';
import type { MailAttachment } from '../mail.ts';
import { fileName } from './attachment.ts';
import { decodeUu, uuCount, uuEnd } from './transfer-encoding.ts';

/** A text without the files that stood between its lines, and those files. */
export interface TextWithFiles {
  readonly text: string;
  readonly files: readonly MailAttachment[];
}

const begin = /^begin [0-7]{3,4} (\S.{0,254})$/;
/** Files decoded from one text. */
const maxFiles = 1_000;

/**
 * Extracts the files that old mail programs, and those of newsgroups, wrote between the lines of a text (IEEE 1003.1 uuencode).
 * Where a file was, its name stays. What has no end, or a line that is none of such a file, is text.
 *
 * @example takeOutFiles('See:\nbegin 644 a.txt\n#86)C\n`\nend').files[0].name // 'a.txt'
 */
export function takeOutFiles(text: string): TextWithFiles {
  if (!/^begin [0-7]{3,4} /m.test(text)) return { text, files: [] };
  const lines = text.split(/\r\n|\n|\r/);
  const kept: string[] = [];
  const files: MailAttachment[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const name = begin.exec(lines[at]!)?.[1];
    const end = name === undefined || files.length >= maxFiles ? null : endOf(lines, at);
    if (name === undefined || end === null) {
      kept.push(lines[at]!);
      continue;
    }
    const encoded = Buffer.from(lines.slice(at, end + 1).join('\n'), 'latin1');
    const file = fileOf(fileName(name) || `attachment-${files.length + 1}.bin`, encoded);
    files.push(file);
    kept.push(`[file: ${file.name}]`);
    at = end;
  }
  return { text: kept.join('\n'), files };
}

/** Where the file ends that begins at a line; null where it does not, or has no line of its own. */
function endOf(lines: readonly string[], start: number): number | null {
  let hasData = false;
  let isLast = false;
  for (let at = start + 1; at < lines.length; at += 1) {
    const line = lines[at]!;
    if (uuEnd.test(line)) return hasData ? at : null;
    if (line === '') continue;
    const count = uuCount(line);
    // Every line but the last is full: words in capitals are no data.
    if (!isDataLine(line, count) || (isLast && count > 0)) return null;
    hasData = true;
    isLast = count < fullLine;
  }
  return null;
}

/** Bytes of a line that is full. */
const fullLine = 45;

/** A count of bytes and their characters: some may have lost blanks at their end, some have a checksum more. */
function isDataLine(line: string, count: number): boolean {
  return count <= fullLine && /^[ -`]+$/.test(line) && line.length <= 1 + Math.ceil(count / 3) * 4 + 2;
}

function fileOf(name: string, encoded: Buffer): MailAttachment {
  return {
    name,
    contentType: 'application/octet-stream',
    contentId: null,
    location: null,
    bytes: () => decodeUu(encoded, maxMemberBytes).bytes,
  };
}
