import type { Reply } from '../../../shared/contract/define.ts';
import type { ByteSlice } from '../../../shared/contract/processes.ts';
import type { ReaderSource } from '../../../shared/contract/reader.ts';
import type { WantedWords } from '../../../shared/domain/search/find-words.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { EvidenceId, MatterId } from '../../../shared/model/common.ts';
import type { EvidenceKind } from '../../../shared/model/evidence.ts';
import { parseByteRange } from './byte-range.ts';
import { mailHeaders, originalHeaders } from './content-security-policy.ts';

/** Bytes carried by one message between processes: memory stays flat however large the original. */
export const sliceBytes = 1024 * 1024;

/** Reads a slice of an original; length 0 asks for size and kind only. */
export type ReadBytes = (source: ReaderSource, position: number, length: number) => Promise<Reply<ByteSlice>>;

/** The content to serve, from the process that reads originals. */
export interface MatterFiles {
  readonly readBytes: ReadBytes;
  /** A mail's HTML, made safe, with words marked in it. */
  readonly readMail: (source: ReaderSource, words: WantedWords) => Promise<Reply<string>>;
}

/** Types of what the window itself displays. Everything else is served as bytes that mean nothing to a browser. */
const mediaTypes: Partial<Record<EvidenceKind, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  avif: 'image/avif',
  bmp: 'image/bmp',
};
const unknownType = 'application/octet-stream';
/** How many bytes the type of a recording is recognized from. */
const headBytes = 16;

/** Words to be marked in a mail, and their length, at most. */
const maxWords = 50;
const maxWordLength = 500;

type Asked =
  | { readonly what: 'original'; readonly source: ReaderSource }
  | { readonly what: 'mail'; readonly source: ReaderSource; readonly words: WantedWords };

/**
 * What a URL of an open matter asks for: an original, or a mail as a page with words marked in it.
 *
 * @returns null for everything else
 * @example parseMatterUrl('matter://0192…/evidence/0193…')
 * @example parseMatterUrl('matter://0192…/evidence/0193…/mail?find=notice') // `mark=` for whole words, any number of them
 */
export function parseMatterUrl(url: string): Asked | null {
  const match =
    /^matter:\/\/([0-9a-z-]{1,64})\/evidence\/([0-9A-Za-z-]{1,64})(\/mail(?:\?([^#]{0,60000}))?)?(?:#[^#]*)?$/.exec(
      url,
    );
  if (!match) return null;
  const source = { matterId: match[1] as MatterId, evidenceId: match[2] as EvidenceId };
  if (match[3] === undefined) return { what: 'original', source };
  const parameters = new URLSearchParams(match[4] ?? '');
  const take = (name: string) =>
    parameters
      .getAll(name)
      .slice(0, maxWords)
      .map((word) => word.slice(0, maxWordLength));
  const marks = take('mark');
  const words = marks.length > 0 ? { any: marks, isWhole: true } : { any: take('find'), isWhole: false };
  return { what: 'mail', source, words };
}

/** Whether a URL is a mail's page: the only thing that is ever shown in a frame. */
export function isMailPage(url: string): boolean {
  return parseMatterUrl(url)?.what === 'mail';
}

/** Serves originals of open matters by evidence id, in ranges (RFC 9110 §14), and mails as pages. */
export function createMatterProtocol(files: MatterFiles): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refused(405);
    const asked = parseMatterUrl(request.url);
    if (!asked) return refused(404);
    return asked.what === 'mail'
      ? serveMail(files, asked, request)
      : serveOriginal(files, asked.source, request);
  };
}

async function serveMail(
  { readMail }: MatterFiles,
  { source, words }: Extract<Asked, { what: 'mail' }>,
  request: Request,
): Promise<Response> {
  const mail = await readMail(source, words).catch(() => null);
  if (!mail) return refusedMail(503, new AppError('READER_RESTARTED').message);
  if (!mail.ok) return refusedMail(mail.error.code === 'READER_RESTARTED' ? 503 : 404, mail.error.message);
  return new Response(request.method === 'HEAD' ? null : mail.value, { headers: mailHeaders });
}

/** A frame that stayed empty would look like a mail without words: it shows the reason, as plain text. */
function refusedMail(status: number, message: string): Response {
  return new Response(message, {
    status,
    headers: { ...mailHeaders, 'Content-Type': 'text/plain; charset=utf-8' },
  });
}

async function serveOriginal(
  { readBytes }: MatterFiles,
  source: ReaderSource,
  request: Request,
): Promise<Response> {
  const described = await readBytes(source, 0, 0).catch(() => null);
  if (!described) return refused(503);
  if (!described.ok) return refused(described.error.code === 'READER_RESTARTED' ? 503 : 404);

  const { sizeBytes, kind } = described.value;
  const range = parseByteRange(request.headers.get('Range'), sizeBytes);
  if (range === 'unsatisfiable') return refused(416, { 'Content-Range': `bytes */${sizeBytes}` });
  const { start, end } = range === 'whole' ? { start: 0, end: sizeBytes } : range;
  const headers = {
    ...originalHeaders,
    'Content-Type': await typeOf(readBytes, source, kind),
    'Content-Length': String(end - start),
    ...(range !== 'whole' && { 'Content-Range': `bytes ${start}-${end - 1}/${sizeBytes}` }),
  };
  const status = range === 'whole' ? 200 : 206;
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  return new Response(streamSlices(readBytes, source, start, end), { status, headers });
}

/** A recording's type is in its first bytes; that of other kinds follows from the kind. */
async function typeOf(readBytes: ReadBytes, source: ReaderSource, kind: EvidenceKind): Promise<string> {
  if (kind !== 'audio' && kind !== 'video') return mediaTypes[kind] ?? unknownType;
  const head = await readBytes(source, 0, headBytes).catch(() => null);
  return head?.ok ? recordingType(head.value.bytes, kind) : unknownType;
}

/**
 * The type of a recording by its container.
 *
 * @param head its first 16 bytes
 * @example recordingType(new TextEncoder().encode('RIFF....WAVEfmt '), 'audio') // 'audio/wav'
 */
export function recordingType(head: Uint8Array, kind: 'audio' | 'video'): string {
  const text = String.fromCharCode(...head.subarray(0, 16));
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WAVE') return 'audio/wav';
  if (text.startsWith('OggS')) return `${kind}/ogg`;
  if (text.startsWith('fLaC')) return 'audio/flac';
  if (text.startsWith('\x1aE\xdf\xa3')) return `${kind}/webm`;
  if (text.slice(4, 8) === 'ftyp') return `${kind}/mp4`;
  const isAdts = head[0] === 0xff && (head[1]! & 0xf6) === 0xf0;
  if (isAdts) return 'audio/aac';
  return kind === 'audio' ? 'audio/mpeg' : 'video/mp4';
}

/** Asks for the next slice only when the last one was taken. */
function streamSlices(
  readBytes: ReadBytes,
  source: ReaderSource,
  start: number,
  end: number,
): ReadableStream<Uint8Array> {
  let position = start;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (position >= end) return controller.close();
        const reply = await readBytes(source, position, Math.min(sliceBytes, end - position));
        // A truncated document must not pass for a complete one.
        if (!reply.ok) throw new Error(reply.error.code);
        if (reply.value.bytes.byteLength === 0) throw new Error('the original ended early');
        position += reply.value.bytes.byteLength;
        controller.enqueue(reply.value.bytes);
      },
    },
    { highWaterMark: 0 },
  );
}

function refused(status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status, headers: { ...originalHeaders, ...headers } });
}
