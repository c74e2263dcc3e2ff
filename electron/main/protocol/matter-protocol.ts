import type { Reply } from '../../../shared/contract/define.ts';
import type { ByteSlice } from '../../../shared/contract/processes.ts';
import type { ReaderSource } from '../../../shared/contract/reader.ts';
import type { EvidenceId, MatterId } from '../../../shared/model/common.ts';
import { parseByteRange } from './byte-range.ts';
import { originalHeaders } from './content-security-policy.ts';

/** Bytes carried by one message between processes: memory stays flat however large the original. */
export const sliceBytes = 1024 * 1024;

/** Reads a slice of an original; length 0 asks for size and kind only. */
export type ReadBytes = (source: ReaderSource, position: number, length: number) => Promise<Reply<ByteSlice>>;

const mediaTypes: Readonly<Record<ByteSlice['kind'], string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  native: 'application/octet-stream',
};

/**
 * The original that a URL names.
 *
 * @example parseMatterUrl('matter://0192…/evidence/0193…')
 */
export function parseMatterUrl(url: string): ReaderSource | null {
  const match = /^matter:\/\/([0-9a-z-]{1,64})\/evidence\/([0-9A-Za-z-]{1,64})$/.exec(url);
  return match && { matterId: match[1] as MatterId, evidenceId: match[2] as EvidenceId };
}

/** Serves originals of open matters by evidence id, in ranges (RFC 9110 §14). */
export function createMatterProtocol(readBytes: ReadBytes): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refused(405);
    const source = parseMatterUrl(request.url);
    if (!source) return refused(404);
    const described = await readBytes(source, 0, 0).catch(() => null);
    if (!described) return refused(503);
    if (!described.ok) return refused(described.error.code === 'READER_RESTARTED' ? 503 : 404);

    const { sizeBytes, kind } = described.value;
    const range = parseByteRange(request.headers.get('Range'), sizeBytes);
    if (range === 'unsatisfiable') return refused(416, { 'Content-Range': `bytes */${sizeBytes}` });
    const { start, end } = range === 'whole' ? { start: 0, end: sizeBytes } : range;
    const headers = {
      ...originalHeaders,
      'Content-Type': mediaTypes[kind],
      'Content-Length': String(end - start),
      ...(range !== 'whole' && { 'Content-Range': `bytes ${start}-${end - 1}/${sizeBytes}` }),
    };
    const status = range === 'whole' ? 200 : 206;
    if (request.method === 'HEAD') return new Response(null, { status, headers });
    return new Response(streamSlices(readBytes, source, start, end), { status, headers });
  };
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
        // Half a document must not pass for a whole one.
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
