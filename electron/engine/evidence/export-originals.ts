import type { JobResult } from '../../../shared/contract/api.ts';
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { formatShare } from '../../../shared/domain/amounts.ts';
import { AppError, isAppError } from '../../../shared/errors/app-error.ts';
import type { EvidenceItem } from '../../../shared/model/evidence.ts';
import type { JobContext } from '../handlers.ts';
import { safeFileName } from '../platform/file-names.ts';
import { inFolder } from '../platform/make-folder.ts';
import { writeNumberedFile } from '../platform/write-file.ts';
import { contentChunks } from '../store/content.ts';
import { appendCustody } from '../store/custody.ts';
import { sql } from '../store/query-builder.ts';
import { getItems } from './list/evidence-view.ts';
import { isUnrenderable } from './render/render-evidence.ts';
import { ensureRendition } from './render/renditions.ts';

/** Which files are written of an item. A PDF stands for itself: of one, there is the original alone. */
export type ExportForm = 'original' | 'rendition' | 'both';

/** One file to be written. */
interface Outgoing {
  readonly item: EvidenceItem;
  readonly contentId: number;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly fileName: string;
  /** Whether it is the PDF made from the original. */
  readonly isRendition: boolean;
}

/**
 * Writes originals into a folder, byte for byte, or the PDFs that stand for them. Each is hashed while it is written and appears under its name only when the
 * hash is the one it came in with. Nothing is overwritten: a clashing name gets a number.
 *
 * @param folder made if it is not there
 * @param names what an item is to be called, by its id; its original name where none is given
 * @param form a rendition is called as its original, with .pdf appended
 * @throws AppError NOT_FOUND, MATTER_READ_ONLY, FILE_UNWRITABLE, DISK_FULL, CANCELLED; EVIDENCE_ALTERED and
 *   EVIDENCE_NOT_RENDERED once all others are written
 */
export async function exportOriginals(
  ids: readonly string[],
  folder: string,
  context: JobContext,
  names: ReadonlyMap<string, string> = new Map(),
  form: ExportForm = 'original',
): Promise<JobResult<'evidence.export'>> {
  const { session, signal, person, isTrusted } = context;
  // Each export is a custody event of its item, and custody cannot be written to here.
  if (session.isReadOnly) throw new AppError('MATTER_READ_ONLY');
  const { outgoing, failure } = await plan(getItems(session, ids), names, form, context);
  const total = outgoing.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const files: JobResult<'evidence.export'>['files'] = [];
  let altered = failure;
  let bytes = 0;
  await inFolder(folder, async () => {
    for (const [index, { item, contentId, sha256, fileName: wanted, isRendition }] of outgoing.entries()) {
      const share = formatShare(index + 1, outgoing.length);
      const note = outgoing.length === 1 ? item.title : `${share}: ${item.title}`;
      context.progress(bytes, total, note);
      try {
        const fileName = await writeNumberedFile(folder, wanted, context.platform.newId(), (staged) =>
          writeContent({ contentId, sha256, title: item.title }, staged, context, (count) =>
            context.progress((bytes += count), total, note),
          ),
        );
        context.commit(`export “${item.title}”`, () =>
          appendCustody(session, {
            evidenceId: item.id,
            action: 'exported',
            person,
            details: {
              fileName,
              folder: basename(folder),
              sha256,
              ...(isRendition && { form: 'rendition' }),
            },
          }),
        );
        const path = join(folder, fileName);
        files.push({ id: item.id, fileName, ...(isTrusted && { path }), sha256 });
      } catch (error) {
        if (signal.aborted) {
          const kept = files.length > 0 ? { written: files.length, of: outgoing.length } : {};
          throw new AppError('CANCELLED', kept, { cause: error });
        }
        if (!isAppError(error, 'EVIDENCE_ALTERED')) throw error;
        // The rest can still be exported; what is wrong is reported at the end.
        altered ??= error;
      }
    }
  });
  if (altered) throw altered;
  return { files };
}

/** What is to be written, with the PDFs made that are not there yet; and the first of which none can be made. */
async function plan(
  items: readonly EvidenceItem[],
  names: ReadonlyMap<string, string>,
  form: ExportForm,
  context: JobContext,
): Promise<{ outgoing: Outgoing[]; failure: AppError | null }> {
  const { session, signal } = context;
  const outgoing: Outgoing[] = [];
  let failure: AppError | null = null;
  for (const [at, item] of items.entries()) {
    signal.throwIfAborted();
    const { content_id: contentId } = session.one(
      sql.selectFrom('evidence_item').select('content_id').where('id', '=', item.id),
    );
    const { kind, originalName, sha256, sizeBytes } = item;
    const fileName = safeFileName(names.get(item.id) ?? originalName);
    if (form !== 'rendition' || kind === 'pdf')
      outgoing.push({ item, contentId, sha256, sizeBytes, fileName, isRendition: false });
    if (form === 'original' || kind === 'pdf') continue;
    context.progress(at, items.length, `Making the PDF of “${item.title}”`);
    try {
      const made = await ensureRendition({ contentId, kind, name: originalName, sha256 }, context);
      outgoing.push({ ...made, item, fileName: safeFileName(`${fileName}.pdf`, '.pdf'), isRendition: true });
    } catch (error) {
      if (!isUnrenderable(error)) throw error;
      const details = { name: originalName, reason: error.message };
      failure ??= new AppError('EVIDENCE_NOT_RENDERED', details, { cause: error });
    }
  }
  return { outgoing, failure };
}

async function writeContent(
  {
    contentId,
    sha256,
    title,
  }: { readonly contentId: number; readonly sha256: string; readonly title: string },
  path: string,
  { session, signal }: JobContext,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx');
  try {
    for (const chunk of contentChunks(session.db, contentId)) {
      signal.throwIfAborted();
      hash.update(chunk);
      await file.writeFile(chunk);
      onBytes(chunk.length);
    }
    if (hash.digest('hex') !== sha256) throw new AppError('EVIDENCE_ALTERED', { title });
    await file.sync();
  } finally {
    await file.close();
  }
}
