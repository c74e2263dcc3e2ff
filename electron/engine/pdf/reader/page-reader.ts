import type { ParsedInputOf, OutputOf, Reply } from '../../../../shared/contract/define.ts';
import type { ByteSlice } from '../../../../shared/contract/processes.ts';
import { readerContract, type ReaderSource } from '../../../../shared/contract/reader.ts';
import { sourceId } from '../../../../shared/domain/source-id.ts';
import type { WantedWords } from '../../../../shared/domain/search/find-words.ts';
import { groupOf } from '../../../../shared/model/evidence.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { plainFault, summaryOfFaults } from '../../../../shared/errors/input-faults.ts';
import { declaredError } from '../../platform/system-errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { loadPdfium } from '../pdfium/library.ts';
import { anchorOf } from './anchors/anchor-of.ts';
import { locateAnchors } from './anchors/locate-anchors.ts';
import { soughtOf } from './text/find.ts';
import { ImageReaderDocument, PictureTurns } from './documents/image-document.ts';
import { MailPages, MailReaderDocument } from './mail/mail-pages.ts';
import type { OpenDocument } from './documents/open-document.ts';
import { toTextRun } from './text/page-text.ts';
import { ReaderDocument } from './documents/reader-document.ts';
import type { ReaderMatters } from './documents/reader-matters.ts';
import { openSource, readSlice, type MakePreview, type SourceDocument } from './documents/sources.ts';
import { unwatched, type Watch } from './watchdog.ts';

type ReaderContract = typeof readerContract;
type ReaderHandlers = {
  readonly [K in keyof ReaderContract]: (
    input: ParsedInputOf<ReaderContract, K>,
  ) => Promise<OutputOf<ReaderContract, K>>;
};

/** One window's way in. What it opened is closed with it. */
export interface ReaderConnection {
  call(operation: string, input: unknown): Promise<Reply>;
  close(): void;
}

export interface PageReader {
  connect(): ReaderConnection;
  /** A slice of an original or of a built file, for the `matter://` protocol. */
  readBytes(source: ReaderSource, position: number, length: number): Promise<Reply<ByteSlice>>;
  /** A mail's HTML, made safe and with words marked in it, for the `matter://` protocol. */
  readMail(source: ReaderSource, words: WantedWords): Promise<Reply<string>>;
}

/**
 * Serves `readerContract`: opens documents of matters that the engine announced, and reads their pages. Plain Node.
 *
 * @param options.matters the matters this process may read
 * @param options.makePreview makes a page of an exhibit as a build would write it
 * @param options.watch is given work that may hang; none in tests
 * @example
 *   const { call } = createPageReader({ platform, matters }).connect();
 *   const reply = await call('reader.open', { source: { matterId, evidenceId } });
 */
export function createPageReader({
  platform,
  matters,
  makePreview = noPreview,
  watch = unwatched,
}: {
  platform: Platform;
  matters: ReaderMatters;
  makePreview?: MakePreview;
  watch?: Watch;
}): PageReader {
  // Compiled while the window still finds out what to show; if that fails, opening a document reports why.
  loadPdfium(platform.pdfiumWasmPath).catch((error: unknown) =>
    platform.log.warn('PDFium not loaded', { reason: error instanceof Error ? error.name : typeof error }),
  );
  const open = async (source: ReaderSource) =>
    openSource(await matters.get(source.matterId), source, makePreview);
  const turns = new PictureTurns(watch);
  const mails = new MailPages(watch);
  const make = (id: string, source: SourceDocument, password: string | undefined): OpenDocument | null => {
    const group = groupOf(source.kind);
    if (group === 'mail') return new MailReaderDocument({ id, source, pages: mails });
    if (group === 'image')
      return new ImageReaderDocument({ source, imageLibraries: platform.imageLibraries, turns });
    if (group !== 'pdf') return null;
    return new ReaderDocument({
      source,
      password: password ?? source.password,
      wasmPath: platform.pdfiumWasmPath,
      watch,
    });
  };
  return {
    connect: () => connect(platform, open, make),
    readBytes: (source, position, length) =>
      enveloped('reader.bytes', platform, async () => {
        const document = await open(source);
        try {
          return readSlice(document, position, length);
        } finally {
          document.bytes.close();
        }
      }),
    readMail: (source, words) =>
      enveloped('reader.mail', platform, async () => {
        // Opened again each time: what is kept is never shown of a matter that was closed.
        const document = await open(source);
        try {
          return mails.read(idOf(source), document, words).html;
        } finally {
          document.bytes.close();
        }
      }),
  };
}

function connect(
  platform: Platform,
  open: (source: ReaderSource) => ReturnType<typeof openSource>,
  make: (id: string, source: SourceDocument, password: string | undefined) => OpenDocument | null,
): ReaderConnection {
  const documents = new Map<string, OpenDocument>();
  const get = (documentId: string): OpenDocument => {
    const document = documents.get(documentId);
    if (!document) throw new AppError('NOT_FOUND', { what: 'document' });
    return document;
  };

  const handlers: ReaderHandlers = {
    'reader.open': async ({ source, password }) => {
      const found = await open(source);
      const { kind, title } = found;
      const id = platform.newId();
      const document = make(idOf(source), found, password);
      if (!document) {
        found.bytes.close();
        return { documentId: id, kind, title, pages: [], outline: [] };
      }
      try {
        const described = await document.describe();
        documents.set(id, document);
        return { documentId: id, kind, title, ...described };
      } catch (error) {
        document.close();
        throw error;
      }
    },
    'reader.render': ({ documentId, page, scale }) => get(documentId).render(page, scale),
    'reader.text': async ({ documentId, page }) => (await get(documentId).text(page)).runs.map(toTextRun),
    'reader.links': ({ documentId, page }) => get(documentId).links(page),
    'reader.find': ({ documentId, query, marks, fromPage, limit }) =>
      get(documentId).find(soughtOf({ query, marks }), fromPage, limit),
    'reader.anchor': async ({ documentId, page, from, to }) =>
      anchorOf(await get(documentId).text(page), page, from, to),
    'reader.locate': async ({ documentId, page, anchors }) =>
      locateAnchors(await get(documentId).text(page), anchors),
    'reader.close': async ({ documentId }) => {
      documents.get(documentId)?.close();
      documents.delete(documentId);
      return null;
    },
  };

  return {
    call: (operation, input) =>
      enveloped(operation, platform, async () => {
        if (!isReaderOperation(operation)) throw new AppError('UNKNOWN_OPERATION', { operation });
        const parsed = readerContract[operation].input.safeParse(input, { error: plainFault });
        if (!parsed.success)
          throw new AppError('INVALID_INPUT', { summary: summaryOfFaults(parsed.error.issues) });
        return (handlers[operation] as (input: unknown) => Promise<unknown>)(parsed.data);
      }),
    close() {
      for (const document of documents.values()) document.close();
      documents.clear();
    },
  };
}

const noPreview: MakePreview = () => Promise.reject(new AppError('NOT_FOUND', { what: 'exhibit' }));

/** The key a source is kept under, the same for everyone who opened it. */
function idOf(source: ReaderSource): string {
  return `${source.matterId} ${sourceId(source)}`;
}

function isReaderOperation(operation: string): operation is keyof ReaderContract {
  return Object.hasOwn(readerContract, operation);
}

async function enveloped<T>(
  operation: string,
  platform: Platform,
  work: () => Promise<T>,
): Promise<Reply<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const declared = error instanceof AppError ? error : declaredError(error);
    if (declared) return { ok: false, error: declared.toBody() };
    const reference = platform.newId().slice(-12);
    const stack = error instanceof Error ? error.stack : typeof error;
    platform.log.error('internal error', { reference, operation, stack });
    return { ok: false, error: new AppError('INTERNAL', { reference }).toBody() };
  }
}
