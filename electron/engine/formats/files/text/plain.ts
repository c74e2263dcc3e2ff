import { partCharacters } from '../../../../../shared/domain/evidence/text-parts.ts';
import type { ByteSource } from '../../../pdf/index.ts';
import type { TextBatch } from '../../reading.ts';
import { readRange } from '../bytes.ts';
import { isSvg } from '../kind/text-kind.ts';
import { decode, hasNoUtf8, textFormOf, unitBytes, type Encoding, type TextForm } from './encoding.ts';
import { lineBorder, unescapeValues, unfoldingOf, type Unfold } from './content-lines.ts';
import { withDates } from './counted-time.ts';
import { isJson, jsonBorder, unescapeJson } from './json.ts';
import { fieldsOfLoadFile, isLoadFile } from './load-file.ts';
import { isXml, unescapeXml, xmlBorder } from './xml.ts';

/** Bytes of a part before it is lengthened to the end of its line: with that, never more characters than a part has. */
const nominalBytes = 16_000;
/** How far beyond its bytes a part goes to end with its line. */
const lineReachBytes = partCharacters - nominalBytes;
const sampleBytes = 64 * 1024;

/**
 * Text of a plain text file, part by part. A part is found by its number alone: memory and time are bounded by what is
 * asked for, whatever the file's size.
 *
 * @param fromPart from 1
 */
export function readPlainText(source: ByteSource, fromPart: number, maxCharacters: number): TextBatch {
  const form = formOf(source);
  const total = Math.max(1, Math.ceil((source.sizeBytes - form.markBytes) / nominalBytes));
  const pages: { page: number; text: string }[] = [];
  let characters = 0;
  for (let part = fromPart; part <= total; part++) {
    if (characters >= maxCharacters) return { pages, next: part };
    const start = borderAt(source, form, part - 1);
    const end = part === total ? source.sizeBytes : borderAt(source, form, part);
    const bytes = readRange(source, start, end - start);
    const decoded = decodePart(form.unfold?.(bytes) ?? bytes, form.encoding);
    const text = normalized(unescaped(decoded, form));
    characters += text.length;
    pages.push({ page: part, text });
  }
  return { pages, next: null };
}

/** Whether a text has anything to read near its beginning, in its first 64 KiB, whether its charset was guessed, whether it is a drawing, and whether it counts times that are read with their dates. */
export function inspectPlainText(source: ByteSource): {
  hasWords: boolean;
  isGuessed: boolean;
  isDrawing: boolean;
  hasCountedTime: boolean;
} {
  const form = formOf(source);
  const text = decode(readRange(source, form.markBytes, sampleBytes), form.encoding);
  const markup = form.isXml ? 'xml' : form.isJson ? 'json' : null;
  return {
    hasWords: /\S/.test(text),
    isGuessed: form.isGuessed,
    isDrawing: isSvg(text),
    hasCountedTime: markup !== null && withDates(text, markup) !== text,
  };
}

interface PlainForm extends TextForm {
  /** Whether characters stand in it as JSON escapes them. */
  readonly isJson: boolean;
  readonly isLoadFile: boolean;
  /** Whether characters stand in it as references of XML. */
  readonly isXml: boolean;
  /** How its lines come together again, in a calendar or a visiting card. */
  readonly unfold: Unfold | null;
}

function formOf(source: ByteSource): PlainForm {
  const stored = readRange(source, 0, sampleBytes);
  const unfold = unfoldingOf(stored);
  const sample = unfold?.(stored) ?? stored;
  const form = textFormOf(sample) ?? { encoding: 'windows-1252', markBytes: 0, isGuessed: false };
  const beginning = decode(sample.subarray(form.markBytes), form.encoding);
  return {
    ...form,
    isJson: isJson(beginning),
    isLoadFile: isLoadFile(beginning),
    isXml: isXml(beginning),
    unfold,
  };
}

function unescaped(text: string, form: PlainForm): string {
  if (form.unfold) return unescapeValues(text);
  if (form.isLoadFile) return fieldsOfLoadFile(text);
  if (form.isXml) return unescapeXml(withDates(text, 'xml'));
  return form.isJson ? unescapeJson(withDates(text, 'json')) : text;
}

/** A file that has no accents at its beginning was taken for UTF-8: its first ones tell whether they are. */
function decodePart(bytes: Uint8Array, encoding: Encoding): string {
  const text = decode(bytes, encoding);
  if (encoding !== 'utf-8' || !hasNoUtf8(text)) return text;
  return decode(bytes, textFormOf(bytes)?.encoding ?? 'windows-1252');
}

/** After what a part may end, the best first: a line, however lines end there; where a line is long, a word. */
const lineEnds = [0x0a];
const otherEnds = [0x0d, 0x20];

/** The first place after one of some characters, in bytes; null where there is none. */
function placeAfter(reach: Buffer, encoding: Encoding, ends: readonly number[]): number | null {
  const unit = unitBytes(encoding);
  const low = unit === 1 || encoding.endsWith('le') ? 0 : unit - 1;
  for (const end of ends)
    for (let at = 0; at + unit <= reach.length; at += unit) {
      const isEnd = (byte: number, place: number) => byte === (place === low ? end : 0);
      if (unit === 1 ? reach[at] === end : reach.subarray(at, at + unit).every(isEnd)) return at + unit;
    }
  return null;
}

/** Where a part begins, in bytes: after the first line end beyond its nominal place, else a word's, or at a whole character near it. */
function borderAt(
  source: ByteSource,
  { encoding, markBytes, isJson, isXml: isMarkup, unfold }: PlainForm,
  part: number,
): number {
  const nominal = markBytes + part * nominalBytes;
  if (part === 0) return markBytes;
  const unit = unitBytes(encoding);
  const reach = readRange(source, nominal, lineReachBytes);
  const border =
    (unfold && lineBorder(reach)) ??
    placeAfter(reach, encoding, lineEnds) ??
    (isJson && unit === 1 ? jsonBorder(readRange(source, nominal - 1, lineReachBytes + 1)) : null) ??
    (isMarkup && unit === 1 ? xmlBorder(reach) : null) ??
    placeAfter(reach, encoding, otherEnds);
  if (border !== null) return nominal + border;
  if (unit > 1) {
    const high = unit === 2 ? (reach[encoding.endsWith('le') ? 1 : 0] ?? 0) : 0;
    return high >= 0xdc && high <= 0xdf ? nominal + 2 : nominal;
  }
  let at = 0;
  if (encoding === 'utf-8') while (at < 3 && (reach[at]! & 0xc0) === 0x80) at++;
  return nominal + at;
}

/** What colors the lines of a log on a terminal (ECMA-48 §5.4): it would stick to the words after it. */
const terminalControl = /\u001b\[[0-?]*[ -/]*[@-~]/g;

/** Lines end alike, also where a page ends; and a stray zero byte separates words as it does where the text is shown. */
function normalized(text: string): string {
  return text
    .replaceAll(terminalControl, '')
    .replace(/\r\n?|[\v\f]/g, '\n')
    .replaceAll('\0', ' ');
}
