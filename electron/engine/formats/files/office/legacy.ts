import type { ByteSource } from '../../../pdf/index.ts';
import type { EvidenceKind } from '../../../../../shared/model/evidence.ts';
import type { TextCollector } from '../text/extraction.ts';
import { extractBinaryWord } from './binary-word.ts';
import { extractBinaryWorkbook } from './workbook/binary-workbook.ts';
import { openCompoundFile, type CompoundFile, type CompoundStream } from './compound-file.ts';
import { readSummary } from './summary.ts';

const maxStreamBytes = 128 * 1024 * 1024;

/**
 * Reads the text of a Word, Excel or PowerPoint file as they were written up to 2003; also tells what a locked new one is.
 *
 * @param areDaysIso see `extractBinaryWorkbook`
 */
export function extractLegacy(
  source: ByteSource,
  kind: EvidenceKind,
  text: TextCollector,
  areDaysIso = false,
): void {
  const file = openCompoundFile(source);
  if (file === null) return text.problem('EVIDENCE_DAMAGED');
  if (file.entries.some(({ name }) => name === 'EncryptedPackage'))
    return text.problem('EVIDENCE_ENCRYPTED', { what: 'document' });
  readSummary(file, text);
  if (kind === 'word') extractDoc(file, text);
  else if (kind === 'spreadsheet') {
    const book = streamNamed(file, 'Workbook') ?? streamNamed(file, 'Book');
    if (book) extractBinaryWorkbook(readStream(file, book, text), text, areDaysIso);
    else text.problem('EVIDENCE_DAMAGED');
  } else extractSlides(file, text);
}

function streamNamed(file: CompoundFile, name: string): CompoundStream | undefined {
  return file.entries.find((entry) => entry.isStream && entry.name.toLowerCase() === name.toLowerCase());
}

function extractDoc(file: CompoundFile, text: TextCollector): void {
  const stream = streamNamed(file, 'WordDocument');
  const document = readStream(file, stream, text);
  const tableNamed = (name: string) => readStream(file, streamNamed(file, name), text);
  const fault = extractBinaryWord(document, tableNamed, text);
  if (fault !== null) text.problem(faultCodes[fault], { what: 'document' });
}

const faultCodes = {
  damaged: 'EVIDENCE_DAMAGED',
  encrypted: 'EVIDENCE_ENCRYPTED',
  cut: 'EVIDENCE_REPAIRED_TO_READ',
} as const;

/** The bytes of a stream; where they are not all there, that is a problem of the text. */
function readStream(file: CompoundFile, stream: CompoundStream | undefined, text: TextCollector): Buffer {
  if (!stream) return Buffer.alloc(0);
  const bytes = file.read(stream, maxStreamBytes);
  if (bytes.length < Math.min(stream.sizeBytes, maxStreamBytes)) text.problem('EVIDENCE_REPAIRED_TO_READ');
  return bytes;
}

/** Record types of [MS-PPT] §2.13.24: a document, what slide shows know of a slide, what later versions add, a comment and its words, text in UTF-16, and text in one byte a character. */
const documentRecord = 1_000;
const showRecord = 1_017;
const tagRecord = 5_003;
const commentRecord = 12_000;
const wordsRecord = 4_026;
const textChars = 4_000;
const textBytes = 4_008;
const slideRecords = new Set([1_006, 1_008]);

/** Text of a PowerPoint file in the order it stands in its stream, which is nearly that of the slides. */
function extractSlides(file: CompoundFile, text: TextCollector): void {
  if (file.entries.some(({ name }) => name === 'EncryptedSummary'))
    return text.problem('EVIDENCE_ENCRYPTED', { what: 'document' });
  const stream = streamNamed(file, 'PowerPoint Document');
  if (!stream) return text.problem('EVIDENCE_DAMAGED');
  const bytes = readStream(file, stream, text);
  let slides = 0;
  let isKnown = false;
  for (let at = 0; at + 8 <= bytes.length;) {
    const type = bytes.readUInt16LE(at + 2);
    const isContainer = (bytes[at]! & 0x0f) === 0x0f || type === tagRecord;
    const size = bytes.readUInt32LE(at + 4);
    const body = bytes.subarray(at + 8, at + 8 + size);
    isKnown ||= type === documentRecord || type === textChars || type === textBytes || slideRecords.has(type);
    if (slideRecords.has(type)) {
      text.startSection();
      const isHidden = type === 1_006 && isHiddenSlide(body);
      text.write(type === 1_006 ? `Slide ${++slides}${isHidden ? ' (hidden)' : ''}\n` : 'Notes\n');
    } else if (type === commentRecord) {
      text.endLine();
      text.write(`${commentIn(body)}\n`);
    } else if (type === textChars) text.write(`${lines(body.toString('utf16le'))}\n`);
    else if (type === textBytes) text.write(`${lines(body.toString('latin1'))}\n`);
    at += 8 + (isContainer ? 0 : size);
  }
  if (!isKnown) text.problem('EVIDENCE_DAMAGED');
}

/** Records that stand in the body of another, one after the other. */
function* recordsIn(body: Buffer): Generator<{ type: number; instance: number; body: Buffer }> {
  for (let at = 0; at + 8 <= body.length; at += 8 + body.readUInt32LE(at + 4))
    yield {
      type: body.readUInt16LE(at + 2),
      instance: body.readUInt16LE(at) >> 4,
      body: body.subarray(at + 8, at + 8 + body.readUInt32LE(at + 4)),
    };
}

/** [MS-PPT] §2.6.6: the third of the flags after the effect. */
function isHiddenSlide(slide: Buffer): boolean {
  for (const { type, body } of recordsIn(slide))
    if (type === showRecord && body.length >= 12) return (body.readUInt16LE(10) & 4) !== 0;
  return false;
}

/** [MS-PPT] §2.5.23: the author's name is instance 0, the words are 1. */
function commentIn(comment: Buffer): string {
  const said = ['', ''];
  for (const { type, instance, body } of recordsIn(comment))
    if (type === wordsRecord && instance < 2) said[instance] = lines(body.toString('utf16le'));
  return `[comment${said[0] === '' ? '' : `: ${said[0]}`}] ${said[1]}`;
}

/** Paragraphs end in a carriage return there, lines in a vertical tab. */
function lines(text: string): string {
  return text.replace(/[\r\v]/g, '\n');
}
