import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import type { DocketSourceId } from '../../../../shared/model/common.ts';
import type { MatterContext } from '../../handlers.ts';
import { numberedName, safeFileName } from '../../platform/file-names.ts';
import { inFolder } from '../../platform/make-folder.ts';
import { sql } from '../../store/query-builder.ts';
import { writeNewFile } from '../../platform/write-file.ts';

export interface ExportedSource {
  id: DocketSourceId;
  fileName: string;
  path?: string;
  sha256: string;
}

/** More files of one name than this in a folder is no folder of exports. */
const maxClashes = 10_000;

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
      const fileName = await writeUnderFreeName(folder, safeFileName(name), bytes, platform.newId());
      files.push({ id, fileName, ...(isTrusted && { path: join(folder, fileName) }), sha256 });
    }
  });
  return files;
}

async function writeUnderFreeName(
  folder: string,
  wanted: string,
  bytes: Uint8Array,
  id: string,
): Promise<string> {
  for (let number = 1; number <= maxClashes; number += 1) {
    const fileName = numberedName(wanted, number);
    try {
      await writeNewFile(join(folder, fileName), id, (staged) => writeFile(staged, bytes, { flag: 'wx' }));
      return fileName;
    } catch (error) {
      if (!isAppError(error, 'FILE_EXISTS')) throw error;
    }
  }
  throw new AppError('FILE_UNWRITABLE', { name: wanted, reason: 'too many files of that name' });
}
