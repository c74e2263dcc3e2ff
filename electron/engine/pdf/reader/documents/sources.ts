import { basename, join } from 'node:path';
import type { ByteSlice } from '../../../../../shared/contract/processes.ts';
import type { ReaderSource } from '../../../../../shared/contract/reader.ts';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import type { BuildOutputId } from '../../../../../shared/model/common.ts';
import { contentSource } from '../../../store/content.ts';
import { passwordOf } from '../../../store/passwords.ts';
import { sql } from '../../../store/query-builder.ts';
import type { MatterSession } from '../../../store/session.ts';
import { bytesSource } from '../../pdf-source.ts';
import { openBuiltFile, type OpenSource } from './file-source.ts';
import type { PageText } from '../text/page-text.ts';
import { readRecognized } from '../text/recognized-text.ts';

/** A document's bytes, with what a reader says of it. */
export interface SourceDocument {
  readonly bytes: OpenSource;
  readonly kind: ByteSlice['kind'];
  readonly title: string;
  /** The words recognized on a page, from 0; null where none were, and for what never is recognized. */
  readonly recognised?: (page: number) => PageText | null;
  /** What opens it, where that was given in the engine or is kept in the matter. */
  readonly password?: string | undefined;
}

/** Makes a page of an exhibit as a build would write it now: page from 1, 0 for its slip sheet. */
export type MakePreview = (
  session: MatterSession,
  exhibitId: string,
  page: number,
) => Promise<{ readonly bytes: Uint8Array; readonly title: string }>;

/**
 * Finds an item of evidence, or a file a build wrote, or makes a page of an exhibit, and opens its bytes.
 *
 * @throws AppError NOT_FOUND, EXHIBIT_BUILD_MISSING, EXHIBIT_BUILD_CHANGED, MATTER_DAMAGED, PDF_DAMAGED, PDF_ENCRYPTED, PDF_NO_PAGES
 */
export async function openSource(
  session: MatterSession,
  source: ReaderSource,
  makePreview: MakePreview,
): Promise<SourceDocument> {
  if ('evidenceId' in source) return openEvidence(session, source.evidenceId);
  if ('buildOutputId' in source) return openBuildOutput(session, source.buildOutputId);
  const { exhibitId, page } = source.preview;
  const { bytes, title } = await makePreview(session, exhibitId, page);
  return { bytes: { ...bytesSource(bytes), close: () => undefined }, kind: 'pdf', title };
}

function openEvidence(session: MatterSession, evidenceId: string): SourceDocument {
  const item = session.get(
    sql
      .selectFrom('evidence_item')
      .innerJoin('evidence_description', 'evidence_description.id', 'evidence_item.id')
      .select(['evidence_item.content_id', 'evidence_item.kind', 'evidence_description.title'])
      .where('evidence_item.id', '=', evidenceId),
  );
  if (!item) throw new AppError('NOT_FOUND', { what: 'item of evidence' });
  const { sizeBytes, readAt } = contentSource(session.db, item.content_id);
  return {
    bytes: {
      sizeBytes,
      readAt(position, target) {
        // The engine may have closed the matter under a document that a window still shows.
        if (!session.db.open) throw new AppError('NOT_FOUND', { what: 'item of evidence' });
        return readAt(position, target);
      },
      // The connection is the matter's, and serves its other documents too.
      close: () => undefined,
    },
    kind: item.kind,
    title: item.title,
    password: passwordOf(session, item.content_id),
    recognised: (page) => (session.db.open ? readRecognized(session, item.content_id, page + 1) : null),
  };
}

async function openBuildOutput(
  session: MatterSession,
  buildOutputId: BuildOutputId,
): Promise<SourceDocument> {
  const output = session.get(
    sql
      .selectFrom('build_output')
      .innerJoin('build', 'build.id', 'build_output.build_id')
      .select(['build.folder', 'build_output.file', 'build_output.size_bytes', 'build_output.sha256'])
      .where('build_output.id', '=', buildOutputId),
  );
  if (!output) throw new AppError('EXHIBIT_BUILD_MISSING');
  const { folder, file, size_bytes: sizeBytes, sha256 } = output;
  const name = basename(file);
  const bytes = await openBuiltFile({ path: join(folder, file), name, sizeBytes, sha256 });
  return { bytes, kind: /\.pdf$/i.test(file) ? 'pdf' : 'native', title: name };
}

/**
 * A slice of a document's bytes.
 *
 * @param position first byte
 * @param length bytes at most; 0 asks for size and kind only
 */
export function readSlice({ bytes, kind }: SourceDocument, position: number, length: number): ByteSlice {
  const { sizeBytes } = bytes;
  const target = new Uint8Array(Math.max(0, Math.min(length, sizeBytes - position)));
  const read = target.length === 0 ? 0 : bytes.readAt(position, target);
  return { sizeBytes, kind, bytes: target.subarray(0, read) };
}
