import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { DocketSourceId } from '../../../../shared/model/common.ts';
import type { MatterContext } from '../../handlers.ts';
import { safeFileName } from '../../platform/file-names.ts';
import { inFolder } from '../../platform/make-folder.ts';
import { sql } from '../../store/query-builder.ts';
import { writeNumberedFile } from '../../platform/write-file.ts';

export interface ExportedSource {
  id: DocketSourceId;
  fileName: string;
  path?: string;
  sha256: string;
}

/**
 * Writes imported sources into a folder, byte for byte as they came.
 *
 * @param folder made if it is not there
 * @throws AppError NOT_FOUND, FILE_UNWRITABLE; DOCKET_SOURCE_ALTERED when the stored bytes no longer have their hash
 */
export async function exportSources(
  ids: readonly DocketSourceId[],
  folder: string,
  { session, platform, isTrusted }: MatterContext,
): Promise<ExportedSource[]> {
  const rows = ids.map((id) => {
    const row = session.get(
      sql.selectFrom('docket_source').select(['name', 'sha256', 'bytes']).where('id', '=', id),
    );
    if (!row) throw new AppError('NOT_FOUND', { what: 'imported source' });
    if (createHash('sha256').update(row.bytes).digest('hex') !== row.sha256)
      throw new AppError('DOCKET_SOURCE_ALTERED', { name: row.name });
    return { id, ...row };
  });
  const files: ExportedSource[] = [];
  await inFolder(folder, async () => {
    for (const { id, name, sha256, bytes } of rows) {
      const fileName = await writeNumberedFile(folder, safeFileName(name), platform.newId(), (staged) =>
        writeFile(staged, bytes, { flag: 'wx' }),
      );
      files.push({ id, fileName, ...(isTrusted && { path: join(folder, fileName) }), sha256 });
    }
  });
  return files;
}
